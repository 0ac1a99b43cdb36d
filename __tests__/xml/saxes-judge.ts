import { SaxesParser } from 'saxes';
import { XmlError } from '../../src/xml/error.ts';
import { XmlReader } from '../../src/xml/reader.ts';

/** What was seen of a document, adjacent text joined. */
export interface Seen {
  readonly events: readonly string[];
  /** Why it was refused. The text right before the mistake is not among the events: how much was seen of it is chance. */
  readonly problem?: string;
  /** What was read though XML forbids it: `3 from 2:7`. */
  readonly replaced?: string;
  readonly lateDeclaration?: true;
}

class Log {
  readonly events: string[] = [];
  #text = '';

  add(event: string): void {
    this.#flush();
    this.events.push(event);
  }

  text(text: string): void {
    this.#text += text;
  }

  accepted(): Seen {
    this.#flush();
    return { events: this.events };
  }

  refused(problem: string): Seen {
    return { events: this.events, problem };
  }

  #flush(): void {
    if (this.#text !== '') this.events.push(`text ${JSON.stringify(this.#text)}`);
    this.#text = '';
  }
}

/** The document by saxes, which is slower and older and has been used by many: the judge of our reader. */
export function seenBySaxes(xml: string): Seen {
  const log = new Log();
  const parser = new SaxesParser({ xmlns: false, position: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  let depth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    depth++;
    log.add(`open ${localName(name)} ${JSON.stringify(Object.entries(attributes))}`);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    log.add(`close ${localName(name)}`);
  });
  parser.on('text', (text) => {
    // It also tells the white space outside of the root.
    if (depth > 0) log.text(text);
  });
  parser.on('cdata', (text) => log.text(text));
  parser.on('comment', (text) => log.add(`comment ${text}`));
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new Error('refused by us');
  });
  try {
    parser.write(xml).close();
    return log.accepted();
  } catch (error) {
    return log.refused(String(error));
  }
}

export function seenByUs(xml: string, lengths: readonly number[]): Seen {
  const log = new Log();
  const reader = new XmlReader({
    open: (name, attributes) => log.add(`open ${name} ${JSON.stringify([...attributes])}`),
    close: (name) => log.add(`close ${name}`),
    text: (text) => log.text(text),
    comment: (text) => log.add(`comment ${text}`),
  });
  reader.wantText = true;
  try {
    for (let at = 0, piece = 0; at < xml.length; piece++) {
      let end = at + Math.max(1, lengths[piece % lengths.length] ?? 1);
      // The decoder never cuts a surrogate pair.
      if (/[\uD800-\uDBFF]$/.test(xml.slice(at, end))) end++;
      reader.write(xml.slice(at, end));
      at = end;
    }
    reader.end();
    const { replaced, lateDeclaration } = reader;
    return {
      ...log.accepted(),
      ...(replaced === undefined ? {} : { replaced: `${replaced.count} from ${replaced.line}:${replaced.column}` }),
      ...(lateDeclaration ? { lateDeclaration } : {}),
    };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return log.refused(`${error.place.line}:${error.place.column} ${error.message}`);
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
