import type { MessageType } from '../requirements/messages.ts';

/** What a statement can be about. */
export type EvidenceKey = 'scenario' | 'mrn' | 'lrn' | MessageType;

/** The number of a message, and what may follow it where somebody names its time: `IE015-time`, `ie015_at`, `IE015 date and time`. */
export const timeSuffix = String.raw`(?:[-_. ]?(?:timestamp|time|at|date(?:[-_ ]?(?:and[-_ ]?)?time)?))?`;
const wholeKey = new RegExp(
  String.raw`^(?:ncts5?\.)?(?:(?<plain>scenario|mrn|lrn)|(?:ie|cc(?=\d{3}c))(?<number>\d{3})c?${timeSuffix})$`,
  'i',
);

/**
 * The name of a property or marker as a key of evidence: `scenario`, `mrn`, `lrn`, a message number (`IE015`) or the
 * root of its XML (`CC015C`), in any letter case, with or without prefix `ncts.` or `ncts5.`; a message number also
 * with `time`, `at`, `timestamp`, `date` or `date and time` behind it. Any other name is undefined: reports carry whole
 * environments, of which nothing else is looked at.
 */
export function readKey(name: string): EvidenceKey | undefined {
  if (name.length > 60) return undefined;
  const groups = wholeKey.exec(name.trim())?.groups;
  if (groups === undefined) return undefined;
  return plainKey(groups['plain']) ?? messageType(groups['number']);
}

/** A key by its bare text: `MRN`, `ie015`, `CC015C`. */
export function keyOfAnchor(text: string): EvidenceKey | undefined {
  return plainKey(text) ?? messageType(text.slice(2, 5));
}

function plainKey(text: string | undefined): 'scenario' | 'mrn' | 'lrn' | undefined {
  const key = text?.toLowerCase();
  return key === 'scenario' || key === 'mrn' || key === 'lrn' ? key : undefined;
}

/** `015` → `IE015`. */
export function messageType(number: string | undefined): MessageType | undefined {
  const type = `IE${number ?? ''}`;
  return isMessageType(type) ? type : undefined;
}

function isMessageType(text: string): text is MessageType {
  return /^IE\d{3}$/.test(text);
}
