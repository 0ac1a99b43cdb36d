/** Something in the settings that has to be put right before anything can be checked. */
export interface Complaint {
  /** `input max-age-days`, `flag --max-age-days`, `.github/ncts5.yml:12:5 applications[0].flows` (line and column from 1). */
  readonly where: string;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** Takes a complaint down; reading goes on, so that all of them can be shown at once. */
export type Complain = (where: string, message: string, hint?: string) => void;

/** Takes complaints down in that list. */
export function complainInto(complaints: Complaint[]): Complain {
  return (where, message, hint) => {
    complaints.push({ where, message, ...(hint === undefined ? {} : { hint }) });
  };
}

/** For people: a heading, then a line for each complaint. Plain text, in which no control character of a wrong value survives. */
export function formatComplaints(complaints: readonly Complaint[]): string {
  const lines = complaints.map(({ where, message, hint }) => {
    const line = `${where}: ${message}${hint === undefined ? '' : ` ${hint}`}`;
    return `  ${line.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')}`;
  });
  const heading =
    complaints.length === 1 ? 'The settings have a mistake:' : `The settings have ${complaints.length} mistakes:`;
  return [heading, ...lines].join('\n');
}
