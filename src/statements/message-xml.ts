import { readTime } from '../time/read.ts';
import { greaterThan, lessThan } from './escapes.ts';
import { messageType } from './given.ts';
import type { Place } from './pairs.ts';
import type { Statement } from './statement.ts';
import type { MessageType } from '../requirements/messages.ts';

interface OpenMessage {
  readonly type: MessageType;
  readonly root: string;
  readonly line: number;
  readonly offset: number;
  prepared?: string;
  inOperation: boolean;
  readonly ids: { lrn?: string; mrn?: string };
}

/** What is looked for stands at the head of a message, before any consignment; what comes later than this is something else. */
const headLimit = 65_536;

/**
 * Reads the heads of NCTS messages out of a text, wherever they stand and however often their brackets were escaped:
 * root (`CC028C`, any prefix, in the namespace of NCTS), `preparationDateAndTime`, `TransitOperation/LRN` and `/MRN`.
 * The preparation time bears no offset and is UTC, always, also in British Summer Time. Source: GUIDE, TIS.
 *
 * Fed with the places of element names in the order of the text; keeps nothing but the one message it is in.
 */
export class MessageXmlReader {
  #open: OpenMessage | undefined;

  /**
   * @param offset where the place stands in the text.
   * @returns what the place is: `undefined` means it is no tag that matters here, and may be something else.
   */
  read(place: Place, offset: number): { readonly statements: readonly Statement[] } | undefined {
    const tag = tagBefore.exec(place.before.slice(-tagReach));
    if (tag === null || !nameEnd.test(place.after.charAt(place.anchor.length))) return undefined;
    const statements: Statement[] = [];
    if (this.#open !== undefined && offset - this.#open.offset > headLimit) statements.push(...this.end());
    const closing = tag.groups?.['slash'] !== undefined;
    if (/CC\d{3}C/.test(place.anchor)) statements.push(...this.#root(place, offset));
    else if (this.#open !== undefined && closing) statements.push(...this.#close(place.anchor));
    else if (this.#open !== undefined) this.#field(this.#open, place);
    return { statements };
  }

  /** The end of the text: a message cut off there counts with what it has told. */
  end(): readonly Statement[] {
    const message = this.#open;
    this.#open = undefined;
    return message === undefined ? [] : statementsOf(message);
  }

  /** A closing tag tells no namespace, and so opens nothing. */
  #root({ anchor, after, line }: Place, offset: number): readonly Statement[] {
    const statements = this.end();
    const type = messageType(anchor.slice(2, 5));
    if (type !== undefined && isInNamespace(after)) {
      this.#open = { type, root: anchor, line, offset, inOperation: false, ids: {} };
    }
    return statements;
  }

  #close(name: string): readonly Statement[] {
    return name === 'TransitOperation' ? this.end() : [];
  }

  #field(message: OpenMessage, { anchor, after }: Place): void {
    const { value = '' } = valueShape.exec(after.slice(anchor.length))?.groups ?? {};
    const text = value.trim();
    if (anchor === 'TransitOperation') message.inOperation = true;
    else if (anchor === 'preparationDateAndTime' && !message.inOperation) message.prepared ??= text;
    else if (text === '' || !message.inOperation) return;
    else if (anchor === 'LRN') message.ids.lrn ??= text;
    else if (anchor === 'MRN') message.ids.mrn ??= text;
  }
}

const tagBefore = new RegExp(String.raw`${lessThan}(?<slash>\\*/)?(?:[A-Za-z_][\w.-]{0,30}:)?$`, 'i');
/** No bracket with a prefix after it is longer; the expression tries every bracket before the name. */
const tagReach = 60;
const nameEnd = /[\s>/&\\]/;
const valueShape = new RegExp(String.raw`^${greaterThan}(?<value>[^<>&\\]{0,100})${lessThan}`, 'i');
const tagEnd = new RegExp(greaterThan, 'i');
/** A start tag with declarations is not longer. */
const tagLimit = 1000;

function isInNamespace(startTag: string): boolean {
  const head = startTag.slice(0, tagLimit);
  const end = tagEnd.exec(head);
  return end !== null && head.slice(0, end.index).includes('ncts.dgtaxud.ec');
}

/** `{{lrn}}`, `${mrn}`: a template somebody printed is not a message. */
function isPlaceholder(text = ''): boolean {
  return /[{}$%]/.test(text);
}

function statementsOf(message: OpenMessage): readonly Statement[] {
  const { type, root, line, prepared, ids } = message;
  if ([prepared, ids.lrn, ids.mrn].some(isPlaceholder)) return [];
  const at = prepared === undefined ? undefined : readTime(prepared, 'UTC')?.instant;
  return [
    {
      key: 'message',
      message: type,
      at,
      assumedZone: false,
      source: 'message-xml',
      derived: true,
      line,
      text: prepared === undefined ? `${root} without preparationDateAndTime` : `${root} prepared ${prepared}`,
      ...ids,
    },
  ];
}
