/* What texts state, told briefly; messages of NCTS and of the API to put into them. */
import { statementListener } from '../../src/statements/listener.ts';
import { textOf, type Statement, type Statements } from '../../src/statements/statement.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { scenarioFinder } from '../../src/requirements/scenario-number.ts';

const findNumbers = scenarioFinder(ncts5);

export const noon = '2026-07-01T12:00:05Z';

/** What one system-out states that comes in these pieces, the first one on line 1. */
export function stated(pieces: string | readonly string[], timeZone = 'UTC'): readonly Statement[] {
  return statedIn(pieces, timeZone).statements;
}

/** The same, with how much was not kept. */
export function statedIn(pieces: string | readonly string[], timeZone = 'UTC'): Statements {
  const listener = statementListener({ findNumbers, timeZone });
  let line = 1;
  for (const piece of typeof pieces === 'string' ? [pieces] : pieces) {
    listener.text(piece, line);
    line += piece.split('\n').length - 1;
  }
  listener.endOfText();
  return listener.finish();
}

/** `mrn=26GB… (line 3, line)`, `IE028@2026-07-01T12:00:05.000Z mrn=… (message-xml 1, derived)` */
export function briefly(statements: readonly Statement[]): string[] {
  return statements.map((statement) => {
    const origin = `(${statement.source} ${statement.line}${statement.derived ? ', derived' : ''})`;
    if (statement.key !== 'message') return `${statement.key}=${statement.value} ${origin}`;
    const { message, at, assumedZone, mrn, lrn } = statement;
    const time = at === undefined ? '?' : new Date(at).toISOString();
    const ids = [lrn && ` lrn=${lrn}`, mrn && ` mrn=${mrn}`].filter(Boolean).join('');
    return `${message}@${time}${assumedZone ? ' assumed' : ''}${ids} ${origin}`;
  });
}

/** How the times of the messages among them were written. */
export function texts(statements: readonly Statement[]): string[] {
  return statements.flatMap((statement) => (statement.key === 'message' ? [textOf(statement)] : []));
}

/** With the time as it was written, wherever it is kept. */
export function inFull(statements: readonly Statement[]): readonly unknown[] {
  return statements.map((one) => (one.key === 'message' ? { ...one, text: textOf(one) } : one));
}

export interface NctsMessage {
  readonly type: string;
  readonly prepared?: string | undefined;
  readonly lrn?: string | undefined;
  readonly mrn?: string | undefined;
  /** With its colon. */
  readonly prefix?: string;
  readonly namespace?: string;
}

/** An NCTS message as HMRC writes it, with what matters here; `type` is its root: `CC028C`. */
export function nctsMessage({
  type,
  prepared = '2026-07-01T12:00:05',
  lrn,
  mrn,
  prefix = 'ncts:',
  namespace = 'http://ncts.dgtaxud.ec',
}: NctsMessage): string {
  const declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  return `<${prefix}${type} PhaseID="NCTS5.1" ${declaration}="${namespace}">
  <messageSender>NTA.GB</messageSender>
  <preparationDateAndTime>${prepared}</preparationDateAndTime>
  <messageIdentification>8L13HSIMVHJOWF</messageIdentification>
  <messageType>${type}</messageType>
  <TransitOperation>
${lrn === undefined ? '' : `    <LRN>${lrn}</LRN>\n`}${mrn === undefined ? '' : `    <MRN>${mrn}</MRN>\n`}    <declarationAcceptanceDate>2026-07-01</declarationAcceptanceDate>
  </TransitOperation>
  <HolderOfTheTransitProcedure><identificationNumber>GB953574106000</identificationNumber></HolderOfTheTransitProcedure>
</${prefix}${type}>`;
}

export interface ApiMessage {
  readonly type: string;
  readonly received?: string;
  readonly body?: string | undefined;
}

/** One message as the CTC Traders API returns it. */
export function apiMessage({ type, received = noon, body }: ApiMessage): Readonly<Record<string, unknown>> {
  return {
    _links: {
      self: { href: '/customs/transits/movements/departures/6365135ba5e821ee/messages/634982098f02f00a' },
      departure: { href: '/customs/transits/movements/departures/6365135ba5e821ee' },
    },
    id: '634982098f02f00a',
    departureId: '6365135ba5e821ee',
    received,
    type,
    status: 'Success',
    ...(body === undefined ? {} : { body }),
  };
}
