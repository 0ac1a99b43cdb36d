import type { ZipFault } from '../zip/fault.ts';
import type { ZipArchive } from '../zip/read.ts';
import { isTooDense } from '../zip/unpack.ts';
import { DOWNLOAD_AGAIN, Refused, TAKE_HMRCS } from './refused.ts';

/** Sizes in bytes. HMRC's form is 121 KB in 34 entries, 605 KB unpacked, its densest entry 17 : 1. */
export const limits = {
  archive: 20 * 1024 * 1024,
  entries: 1000,
  entry: 24 * 1024 * 1024,
  unpacked: 64 * 1024 * 1024,
  /** Unpacked to packed. */
  ratio: 200,
} as const;

/**
 * To be asked before anything is unpacked.
 *
 * @throws Refused
 */
export function refuseBombs({ entries }: ZipArchive): void {
  const { length } = entries;
  if (length > limits.entries)
    throw new Refused(`The template has ${length} entries; more than ${limits.entries} are not unpacked.`, TAKE_HMRCS);
  const bomb = entries.find((entry) => entry.size > limits.entry || isTooDense(entry, limits.ratio));
  if (bomb !== undefined) throw tooLong(bomb.name);
  if (entries.reduce((total, { size }) => total + size, 0) > limits.unpacked)
    throw new Refused('The template unpacks to far more than a form can need.', TAKE_HMRCS);
}

/** What is wrong with the archive as a sentence about the template. */
export function refusalOf({ kind, message, entry }: ZipFault): Refused {
  switch (kind) {
    case 'encrypted':
      return new Refused(`The template is encrypted (its entry '${entry}' is).`, 'Save it without a password.');
    case 'zip64':
      return new Refused('The template is a zip64 archive, which no Word document of this size is.', DOWNLOAD_AGAIN);
    case 'longer-than-said':
      return tooLong(entry);
    case 'damaged':
      return new Refused(`The template is damaged or cut off: ${message}.`, DOWNLOAD_AGAIN);
  }
}

function tooLong(name: string): Refused {
  return new Refused(`The template's entry '${name}' unpacks to far more than a form can need.`, TAKE_HMRCS);
}
