import type { Flow } from './scenario.ts';

/** A message of the NCTS interface, by its IE number: `IE015`. In XML its root is `CC015C`. Source: TIS. */
export type MessageType = `IE${number}`;

interface Message {
  readonly type: MessageType;
  /** What the message is, in our words, to stand after its number: 'IE028, MRN allocated'. */
  readonly name: string;
  /** Seen from the trader's software. */
  readonly direction: 'sent' | 'received';
  /** Whether it belongs to the departure or to the arrival of a movement. */
  readonly phase: 'departure' | 'arrival';
}

/** The messages that scenarios consist of, in the order of their numbers. Source: facts of TIS and GUIDE. */
export const messages: readonly Message[] = [
  { type: 'IE004', name: 'amendment accepted', direction: 'received', phase: 'departure' },
  { type: 'IE007', name: 'arrival notification', direction: 'sent', phase: 'arrival' },
  { type: 'IE009', name: 'invalidation decision', direction: 'received', phase: 'departure' },
  { type: 'IE013', name: 'amendment of the declaration', direction: 'sent', phase: 'departure' },
  { type: 'IE014', name: 'invalidation request', direction: 'sent', phase: 'departure' },
  { type: 'IE015', name: 'declaration', direction: 'sent', phase: 'departure' },
  { type: 'IE019', name: 'discrepancies', direction: 'received', phase: 'arrival' },
  { type: 'IE025', name: 'goods released', direction: 'received', phase: 'arrival' },
  { type: 'IE028', name: 'MRN allocated', direction: 'received', phase: 'departure' },
  { type: 'IE029', name: 'released for transit', direction: 'received', phase: 'departure' },
  { type: 'IE035', name: 'recovery', direction: 'received', phase: 'arrival' },
  { type: 'IE043', name: 'unloading permission', direction: 'received', phase: 'arrival' },
  { type: 'IE044', name: 'unloading remarks', direction: 'sent', phase: 'arrival' },
  { type: 'IE045', name: 'write-off', direction: 'received', phase: 'arrival' },
  { type: 'IE051', name: 'no release for transit', direction: 'received', phase: 'departure' },
  { type: 'IE055', name: 'guarantee not valid', direction: 'received', phase: 'departure' },
  { type: 'IE056', name: 'rejection by the office of departure', direction: 'received', phase: 'departure' },
  { type: 'IE057', name: 'rejection by the office of destination', direction: 'received', phase: 'arrival' },
  { type: 'IE060', name: 'control decision', direction: 'received', phase: 'departure' },
  { type: 'IE170', name: 'presentation notification', direction: 'sent', phase: 'departure' },
  { type: 'IE182', name: 'incident on the way', direction: 'received', phase: 'departure' },
  { type: 'IE928', name: 'positive acknowledgement', direction: 'received', phase: 'departure' },
];

const byType: ReadonlyMap<string, Message> = new Map(messages.map((message) => [message.type, message]));

/** What is known of a message type (`IE028`); undefined for one that no scenario has. */
export function messageOf(type: string): Message | undefined {
  return byType.get(type);
}

/** Some of the message types. */
export interface MessageTypes {
  has(type: MessageType): boolean;
}

const wholeMovement: MessageTypes = { has: () => true };
const arrivalAlone: MessageTypes = { has: (type) => byType.get(type)?.phase !== 'departure' };

/**
 * Which message types in a scenario's evidence count for its age. Of a departure all; of an arrival all as well, or those
 * of the arrival itself, where the programme doesn't ask for the departure before it. A type that nobody knows counts,
 * since evidence may be thought older than it is, but never fresher.
 */
export function ageMessages(flow: Flow, arrivalAge: 'arrival' | 'movement'): MessageTypes {
  return flow === 'arrival' && arrivalAge === 'arrival' ? arrivalAlone : wholeMovement;
}
