/*
 * The scanner once more, slowly and without shortcuts: the whole text at hand, each place looked at by regular expressions,
 * messages read tag by tag, pairs always in full, what was said before compared as a whole.
 */
import { isSameObject, readAddress, readApiObject, type ApiObject } from '../../src/statements/api-json.ts';
import { greaterThan, lessThan, quote, reach, type Place } from '../../src/statements/escapes.ts';
import { messageType, readDisplayName, readMarker } from '../../src/statements/given.ts';
import { readPair } from '../../src/statements/pairs.ts';
import type { MessageStatement, Movement, Statement } from '../../src/statements/statement.ts';
import type { ScenarioFinder } from '../../src/requirements/scenario-number.ts';
import { readTime } from '../../src/time/read.ts';

const words = [
  String.raw`\[\[property\|`,
  'display-name',
  'departureId',
  'arrivalId',
  String.raw`movements\\{0,9}\/`,
  'movementReferenceNumber',
  'localReferenceNumber',
  'preparationDateAndTime',
  'TransitOperation',
  'scenario',
  'received',
  'mrn',
  'lrn',
  String.raw`ie\d{3}`,
  String.raw`cc\d{3}c`,
];

/** What a system-out of this text states, in order. */
export function referenceStatements(text: string, findNumbers: ScenarioFinder, timeZone: string): readonly Statement[] {
  const reading = new Reading(findNumbers, timeZone);
  for (const match of text.matchAll(new RegExp(words.join('|'), 'gi'))) {
    const [start, end] = [match.index, match.index + match[0].length];
    const line = text.slice(0, start).split('\n').length;
    const [from, to] = [Math.max(0, start - reach.behind), Math.min(text.length, start + reach.ahead)];
    reading.read({ text, start, end, from, to, line });
  }
  reading.endMessage();
  return reading.kept;
}

class Reading {
  readonly kept: Statement[] = [];
  readonly #options: { readonly source: 'line'; readonly timeZone: string; readonly findNumbers: ScenarioFinder };
  #section = new Set<string>();
  #scenario: string | undefined;
  #message: OpenMessage | undefined;
  #marked = 0;
  #answered = 0;
  #requested: Movement | undefined;
  #fetched: Movement | undefined;
  #linked: { readonly movement: Movement; readonly start: number } | undefined;
  #body: ApiObject['body'];

  constructor(findNumbers: ScenarioFinder, timeZone: string) {
    this.#options = { source: 'line', timeZone, findNumbers };
  }

  read(place: Place): void {
    if (place.start < this.#marked) return;
    const word = place.text.slice(place.start, place.end);
    const tag = word.startsWith('[') ? undefined : tagOf(place);
    if (word.startsWith('[')) this.#readMarker(place);
    else if (tag !== undefined && /^cc/i.test(word)) this.#openMessage(place, word);
    else if (tag !== undefined) this.#readField(place, word, tag);
    else if (/^(?:[ml]rn|scenario|cc.*)$/i.test(word)) this.#addPair(place);
    else if (/^display-name$/i.test(word)) this.#add(readDisplayName(place));
    else if (/^movements/i.test(word)) this.#readAddress(place);
    else if (!this.#readApi(place) && /^ie/i.test(word)) this.#addPair(place);
  }

  #readMarker(place: Place): void {
    const marker = readMarker(place, this.#options.timeZone);
    if (marker === undefined) return;
    this.#marked = place.start + marker.length;
    this.#add(marker.statement);
  }

  #readAddress(place: Place): void {
    const { movement, isLink } = readAddress(place);
    if (isLink) this.#linked = movement && { movement, start: place.start };
    else this.#requested = this.#fetched = movement;
  }

  #readApi(place: Place): boolean {
    if (place.start < this.#answered) return false;
    const isOwn =
      this.#linked !== undefined &&
      place.start - this.#linked.start <= reach.behind &&
      isSameObject(place.text.slice(this.#linked.start, place.start));
    const object = readApiObject(place, reach.ahead, isOwn ? this.#linked?.movement : this.#requested);
    if (object === undefined || object.statements.length === 0) return false;
    for (const statement of object.statements) {
      this.#add(statement);
      if (statement.key === 'message') this.#fetched = statement.movement;
    }
    this.#answered = object.end;
    if (object.body !== undefined) this.#body = object.body;
    return true;
  }

  #openMessage(place: Place, word: string): void {
    const distance = place.start - (this.#body?.start ?? Infinity);
    if (!/^CC\d{3}C$/.test(word)) return;
    this.endMessage();
    const head = new RegExp(`^([^]{0,1000}?)${greaterThan}`, 'i').exec(place.text.slice(place.end, place.to))?.[1];
    const type = messageType(word.slice(2, 5));
    if (head === undefined || head.length >= 1000 || type === undefined || !head.includes('ncts.dgtaxud.ec')) return;
    const phase = new RegExp(String.raw`^PhaseID\s{0,9}=\s{0,9}${quote}([\w.-]{1,20})`, 'i');
    const at = head.indexOf('PhaseID');
    this.#message = {
      start: place.start,
      line: place.line,
      type,
      phaseId: at < 0 ? undefined : phase.exec(head.slice(at))?.[1],
      movement: distance >= 0 && distance <= 300 ? this.#body?.movement : undefined,
      fields: new Map(),
      inOperation: false,
    };
  }

  #readField(place: Place, word: string, tag: 'start' | 'end'): void {
    const message = this.#message;
    if (message === undefined) return;
    if (place.start - message.start > 65_536) return this.endMessage();
    if (word === 'TransitOperation' && tag === 'end') return this.endMessage();
    if (tag === 'end') return;
    if (word === 'TransitOperation') message.inOperation = true;
    const shape = new RegExp(String.raw`^${greaterThan}([^<>&\\]{0,100})${lessThan}\\*/`, 'i');
    const value = shape.exec(place.text.slice(place.end, place.to))?.[1]?.trim() ?? '';
    const isNumber = message.inOperation && (word === 'LRN' || word === 'MRN') && value !== '';
    const isTime = !message.inOperation && word === 'preparationDateAndTime';
    if ((isNumber || isTime) && !message.fields.has(word)) message.fields.set(word, value);
  }

  endMessage(): void {
    const message = this.#message;
    this.#message = undefined;
    if (message === undefined || [...message.fields.values()].some((value) => /[{}$%]/.test(value))) return;
    const { type, line, phaseId, movement, fields } = message;
    const prepared = fields.get('preparationDateAndTime');
    const statement: MessageStatement = {
      key: 'message',
      message: type,
      at: prepared === undefined ? undefined : readTime(prepared, 'UTC')?.instant,
      assumedZone: false,
      text: prepared === undefined ? undefined : `CC${type.slice(2)}C prepared ${prepared}`,
      source: 'message-xml',
      derived: true,
      line,
      phaseId,
      movement,
      lrn: fields.get('LRN'),
      mrn: fields.get('MRN'),
    };
    this.#add(statement);
  }

  #add(statement: Statement | undefined): void {
    if (statement === undefined) return;
    if (statement.key === 'scenario' && statement.value !== this.#scenario) {
      this.#scenario = statement.value;
      this.#section = new Set();
    }
    const isTimeless = statement.key === 'message' && statement.at === undefined;
    const {
      line: _line,
      derived: _derived,
      ...said
    } = { ...statement, assumedZone: 0, text: isTimeless && statement.text };
    const entries = Object.entries(said).filter(([, value]) => value !== undefined);
    const key = JSON.stringify(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
    if (!this.#section.has(key)) this.kept.push(statement);
    this.#section.add(key);
  }

  /** A printed MRN is most likely that of the movement that was fetched last. */
  #addPair(place: Place): void {
    const statement = readPair(place, this.#options);
    this.#add(statement?.key === 'mrn' ? { ...statement, near: this.#fetched } : statement);
  }
}

interface OpenMessage {
  readonly start: number;
  readonly line: number;
  readonly type: MessageStatement['message'];
  readonly phaseId: string | undefined;
  readonly movement: Movement | undefined;
  readonly fields: Map<string, string>;
  inOperation: boolean;
}

/** Whether the place is the name in a tag, in any spelling of its brackets. */
function tagOf({ text, start, end, from, to }: Place): 'start' | 'end' | undefined {
  if (end >= to || !/^[\s>/&\\]/.test(text.slice(end, end + 1))) return undefined;
  const before = new RegExp(String.raw`${lessThan}(\\*/)?(?:[A-Za-z_][\w.-]{0,30}:)?$`, 'i');
  const match = before.exec(text.slice(Math.max(from, start - 60), start));
  if (match === null) return undefined;
  return match[1] === undefined ? 'start' : 'end';
}
