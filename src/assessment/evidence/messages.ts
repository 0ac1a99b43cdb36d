import { messageOf, type MessageType } from '../../requirements/messages.ts';
import type { Scenario } from '../../requirements/scenario.ts';
import { formatUtc } from '../../time/format.ts';
import type { Instant } from '../../time/instant.ts';
import type { Finding } from '../../finding.ts';
import {
  distinct,
  evidenceFinding,
  withPlaces,
  type Candidates,
  type Examined,
  type ScenarioEvidence,
  type TimeCandidate,
  type EvidencePlace,
} from './evidence.ts';
import { listed, quoted } from '../../text/wording.ts';

type Messages = ScenarioEvidence['messages'];

/**
 * Checks the messages of a scenario: those that the form asks for are there, times can be read and don't contradict each
 * other, they follow the order of the scenario's steps, and there are none that the scenario doesn't have.
 *
 * @param asked The messages whose times are looked for in the scenario's flow.
 * @param formAsks Those of them for which the form has a place.
 */
export function messageFindings(
  { scenario, evidence: { messages }, candidates: { times, leftOut }, place, strict }: Examined,
  asked: readonly MessageType[],
  formAsks: readonly MessageType[],
): readonly Finding[] {
  const sequence = messagesInOrder(scenario);
  return [
    ...missing({ asked, formAsks }, sequence, { messages, leftOut, times }, place),
    ...unreadable(times),
    ...conflicts(sequence, times),
    ...outOfOrder(sequence, messages),
    ...unexpected(scenario, sequence, times),
    ...(strict ? atOnce(messages) : []),
  ];
}

/** All messages of the steps, one after the other: in each step what is sent, then what is received. */
function messagesInOrder({ steps }: Scenario): readonly string[] {
  return steps.flatMap(({ sends, receives }) => [...sends, ...receives]);
}

/** Of what the form asks for in the flow, a scenario shows what its steps have: a rejected declaration gets no IE028. */
function missing(
  { asked, formAsks }: Readonly<Record<'asked' | 'formAsks', readonly MessageType[]>>,
  sequence: readonly string[],
  { messages, leftOut, times }: { readonly messages: Messages } & Pick<Candidates, 'leftOut' | 'times'>,
  place: EvidencePlace,
): readonly Finding[] {
  const expected = asked.filter((type) => sequence.includes(type));
  // Of what was found and can't be read, that is said.
  const absent = expected.filter((type) => !messages.has(type) && !leftOut.has(type) && !times.has(type));
  const [first] = absent;
  if (first === undefined) return [];
  const several = absent.length > 1;
  const why = expected.every((type) => formAsks.includes(type))
    ? `, and the form asks for ${several ? 'them' : 'it'}`
    : '';
  const message = several
    ? `The times of ${listed(absent.map(named))} were not found${why}.`
    : `The time of ${named(first)} was not found${why}.`;
  const next =
    `Give the test a property ${several ? 'for each' : `'${first}'`}, or have it print a line such as ` +
    `'${first}=2026-07-01T12:00:05Z'${several ? ' for each' : ''} or the ${several ? 'messages themselves' : 'message itself'}.`;
  const finding = evidenceFinding('message-missing', message, place, next);
  // The form can be sent without what it has no place for.
  return [absent.some((type) => formAsks.includes(type)) ? finding : { ...finding, severity: 'notice' }];
}

/** What was given by a person and can't be read is told in any case; a message that can't be dated only when nothing else dates it. */
function unreadable(times: Candidates['times']): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [type, candidates] of times) {
    const isDated = candidates.some(({ value }) => value !== undefined);
    const texts = new Set<string>();
    for (const { value, derived, text, file, line } of candidates) {
      if (value !== undefined || (derived && isDated) || text === undefined || texts.has(text)) continue;
      texts.add(text);
      const message =
        `The time of ${named(type)} can't be read: expected one such as 2026-07-01T12:00:05Z or ` +
        `2026-07-01 13:00:05+01:00, found ${quoted(text)}.`;
      findings.push(evidenceFinding('message-time', message, { file, line }));
    }
  }
  return findings;
}

/** Times are compared as the form records them: message XML has whole seconds, the API milliseconds. */
function inSeconds(instant: Instant): number {
  return Math.floor(instant / 1000);
}

/** Two times given by a person for a message that the scenario has once. Derived ones are copies of varying precision. */
function conflicts(sequence: readonly string[], times: Candidates['times']): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [type, candidates] of times) {
    if (isRepeated(sequence, type)) continue;
    const given = candidates.filter(isGivenAndReadable);
    const [chosen] = given;
    const values = distinct(given, inSeconds);
    if (chosen === undefined || values.length < 2) continue;
    const message =
      `${values.length} times are given for ${named(type)}, expected one: ${withPlaces(values, formatUtc)}. ` +
      `${formatUtc(chosen.value)} is used.`;
    findings.push(evidenceFinding('message-conflict', message, chosen));
  }
  return findings;
}

function isGivenAndReadable(candidate: TimeCandidate): candidate is TimeCandidate & { readonly value: Instant } {
  return !candidate.derived && candidate.value !== undefined;
}

/** A message that comes twice (IE025 in ASGB3) has one time in the evidence, and nobody knows which of the two it is. */
function isRepeated(sequence: readonly string[], type: string): boolean {
  return sequence.indexOf(type) !== sequence.lastIndexOf(type);
}

function outOfOrder(sequence: readonly string[], messages: Messages): readonly Finding[] {
  const findings: Finding[] = [];
  const shown = [...messages]
    .filter(([type]) => sequence.includes(type) && !isRepeated(sequence, type))
    .toSorted(([a], [b]) => sequence.indexOf(a) - sequence.indexOf(b));
  for (const [index, [type, time]] of shown.entries()) {
    const [earlierType, earlier] = shown[index - 1] ?? [type, time];
    if (inSeconds(time.value) >= inSeconds(earlier.value)) continue;
    const message =
      `${named(type)} must not come before ${named(earlierType)}: expected ${formatUtc(earlier.value)} or later, ` +
      `found ${formatUtc(time.value)}.`;
    findings.push(evidenceFinding('message-order', message, time));
  }
  return findings;
}

function unexpected(
  { id, steps, misprint }: Scenario,
  sequence: readonly string[],
  times: Candidates['times'],
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [type, [first]] of times) {
    if (first === undefined || sequence.includes(type) || steps.length === 0) continue;
    if (misprint?.messages.includes(type) === true) continue;
    const message = `${named(type)} was found, which ${id} doesn't have: expected ${listed([...new Set(sequence)])} only.`;
    findings.push(evidenceFinding('message-unexpected', message, first));
  }
  return findings;
}

/** What was asked for, and what answers it in the end: HMRC takes its time in between. */
const questions: readonly (readonly [request: MessageType, answer: MessageType])[] = [
  ['IE015', 'IE029'],
  ['IE007', 'IE025'],
  ['IE007', 'IE045'],
];

function atOnce(messages: Messages): readonly Finding[] {
  return questions.flatMap(([request, answer]) => {
    const [asked, answered] = [messages.get(request), messages.get(answer)];
    if (asked === undefined || answered === undefined) return [];
    if (inSeconds(asked.value) !== inSeconds(answered.value)) return [];
    const message =
      `${named(answer)} has the very time of ${named(request)}, ${formatUtc(answered.value)}: expected the time at which ` +
      `it could be fetched from the API, some time later.`;
    return [evidenceFinding('message-instant', message, answered)];
  });
}

/** `IE028 (MRN allocated)` */
function named(type: MessageType): string {
  const name = messageOf(type)?.name;
  return name === undefined ? type : `${type} (${name})`;
}
