/**
 * An archive that is not taken: broken, or built to do harm. The message is a clause about it ('its directory breaks off …') for callers to make a
 * sentence of: they know what the archive is to the user, and what to do about it.
 */
export class ZipFault extends Error {
  /** `refused`: sound, but not what is taken: too large, built to do harm. */
  readonly kind: 'damaged' | 'encrypted' | 'zip64' | 'longer-than-said' | 'refused';
  /** Name of the entry that it is about, as written; empty where it is about the archive. */
  readonly entry: string;

  constructor(kind: ZipFault['kind'], message: string, entry = '') {
    super(message);
    this.name = 'ZipFault';
    this.kind = kind;
    this.entry = entry;
  }
}

/** The name of an entry as messages show it: short, in quotes, with control characters made visible. */
export function shownName(name: string): string {
  return JSON.stringify(name.slice(0, 100));
}
