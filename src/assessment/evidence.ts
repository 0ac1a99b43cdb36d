import type { Finding, Place } from '../finding.ts';
import type { Provenance } from '../junit/report.ts';
import type { Instant } from '../time/instant.ts';
import type { MessageType } from '../requirements/messages.ts';
import type { StatementSource } from '../statements/statement.ts';

/** A value of the evidence and where it comes from. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: StatementSource;
  /** Read out of a message rather than given outright. */
  readonly derived: boolean;
  readonly file: string;
  readonly line: number;
  readonly provenance?: Provenance;
}

/** What HMRC's form asks of a scenario, gathered from its counted results. */
export interface ScenarioEvidence {
  readonly mrn: Sourced<string> | undefined;
  readonly lrn: Sourced<string> | undefined;
  readonly messages: ReadonlyMap<MessageType, Sourced<Instant> & { readonly assumedZone: boolean }>;
  readonly findings: readonly Finding[];
}

export type EvidenceCode =
  | 'mrn-missing'
  | 'mrn-shape'
  | 'mrn-check-digit'
  | 'mrn-country'
  | 'mrn-year'
  | 'mrn-conflict'
  | 'mrn-reused'
  | 'lrn-length'
  | 'lrn-conflict'
  | 'message-missing'
  | 'message-conflict'
  | 'message-time'
  | 'message-order'
  | 'message-unexpected'
  | 'unassigned'
  | 'too-much';

/** What is wrong with or missing from the evidence; the message says what was expected and what was found. */
export function evidenceFinding(code: EvidenceCode, message: string, { file, line }: Place): Finding {
  return { kind: 'evidence', code, severity: 'warning', message, place: { file, line } };
}
