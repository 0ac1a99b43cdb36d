/** A folder of `src` (or, under `.`, the modules at its top): what it is for, and what it may know. */
export interface Room {
  /** What is in it, in a line; stands in CONTRIBUTING's map. */
  readonly purpose: string;
  /** Other rooms that it may import; `finding` is the one module at the top that everybody may. */
  readonly knows: readonly string[];
  /** Why it is pure, where it is: then it has no platform module and is given all that it needs. */
  readonly pure?: string;
}

const sameAgain = 'what it needs is handed to it, so that the same input always gives the same result';

/**
 * Every room of the house, from the ground up: a room knows only rooms above it in this list. `rooms.test.ts` holds the
 * imports of `src` to it, and CONTRIBUTING's map is written from it.
 */
export const rooms: Readonly<Record<string, Room>> = {
  time: { purpose: 'instants, zones, working days', knows: [], pure: sameAgain },
  text: { purpose: 'words in any output: escaping, clipping, wrapping, lists, wildcards', knows: [], pure: sameAgain },
  zip: { purpose: 'archives of others, read without trust: artifacts and Word documents', knows: [] },
  xml: { purpose: 'strict streaming XML; knows nothing of JUnit', knows: [], pure: sameAgain },
  requirements: {
    purpose: 'what HMRC asks, as typed data with sources: a folder for each programme beside what they share',
    knows: ['time'],
    pure: sameAgain,
  },
  settings: {
    purpose: 'inputs, flags and the configuration file → one readonly value; `table.ts` is the one list of settings',
    knows: ['requirements', 'text', 'time'],
  },
  junit: {
    purpose: 'report files → results, streamed; a bad file is a finding, not an exception',
    knows: ['text', 'time', 'xml'],
  },
  statements: {
    purpose: 'text that a test wrote → what it states: scenario, MRN, LRN, message times',
    knows: ['junit', 'requirements', 'text', 'time'],
    pure: sameAgain,
  },
  matching: {
    purpose: 'results → attempts at scenarios, and which of them count',
    knows: ['junit', 'requirements', 'settings', 'statements', 'text', 'time'],
    pure: sameAgain,
  },
  assessment: {
    purpose: 'attempts × requirements × clock → one `Assessment`, the value that every renderer reads',
    knows: ['junit', 'matching', 'requirements', 'settings', 'statements', 'text', 'time'],
    pure: 'a verdict depends on nothing but what it is given, and never on how it is shown',
  },
  render: {
    purpose: '`Assessment` → Markdown, terminal, JSON, check run, comment, issue, our own checklist',
    knows: ['assessment', 'junit', 'matching', 'requirements', 'text', 'time', 'zip'],
    pure: 'renderers return text or bytes; others write them',
  },
  form: {
    purpose: "HMRC's form filled in, byte for byte, and read back; the note, the mail and the deadline beside it",
    knows: ['assessment', 'render', 'requirements', 'text', 'time', 'zip'],
    pure: sameAgain,
  },
  github: {
    purpose: 'the only room that speaks to GitHub: text in, request out',
    knows: ['junit', 'settings', 'text', 'time', 'zip', '.'],
  },
  commands: {
    purpose: 'the commands, a file for each: flags, words and deed',
    knows: ['assessment', 'form', 'render', 'requirements', 'settings', 'text', 'time', '.'],
  },
  '.': {
    purpose: 'the two entries, the one sequence that both run, and the files that it writes',
    knows: [
      'assessment',
      'commands',
      'form',
      'github',
      'junit',
      'matching',
      'render',
      'requirements',
      'settings',
      'statements',
      'text',
      'time',
    ],
  },
};

/** Modules at the top of `src` that every room may import. */
export const forAll: readonly string[] = ['finding.ts'];

/** Whole rooms may import the platform's library only where they are the adapter to it. */
export const platformPackages: Readonly<Record<string, string>> = {
  github: 'Only src/github speaks to the platform: everything else must work on a laptop and in a test without it.',
};

/** At most so many files at one level of a folder: what doesn't fit is two rooms. */
export const maxFiles = 14;
/** In a file of `src`. */
export const maxLines = 300;
