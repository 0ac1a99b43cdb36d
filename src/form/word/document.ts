import type { SaxesTagNS } from 'saxes';
import { noteControl, type Container, type Control, type Paragraph, type Piece, type Run, type Span } from './model.ts';
import { decodeText, FormRefused, readXml, takeHmrcs } from './xml.ts';

/** What elements are called here by the vocabulary that they are of, whatever their prefix is. */
const vocabularies: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
]);

const maxParagraphs = 20_000;

interface Open {
  readonly name: string;
  readonly start: number;
  /** Done when the element closes, with its whole span. */
  readonly close: ((span: Span, endTagStart: number) => void) | undefined;
}

/**
 * Every paragraph of the document in reading order, with the position of every piece of its text in the source.
 * Text that was deleted or moved away under tracked changes is not part of it.
 *
 * @throws FormRefused when the source is no document.
 */
export function readDocument(source: string, part: string): Paragraph[] {
  const reader = new DocumentReader(source, part);
  readXml(source, part, reader);
  if (!reader.isDocument) {
    throw new FormRefused(`The template's '${part}' is not a Word document.`, 'Give the Word form that HMRC offers.');
  }
  return reader.paragraphs;
}

class DocumentReader {
  readonly paragraphs: Paragraph[] = [];
  isDocument = false;
  readonly #source: string;
  readonly #part: string;
  readonly #stack: Open[] = [];
  #container: Container = { row: undefined, blocks: [] };
  #row: Container[] | undefined;
  #paragraph: Paragraph | undefined;
  /** Runs of the paragraph's child that is being read. */
  #childRuns: Run[] = [];
  #childDepth = 0;
  #run: Run | undefined;
  #control: Control | undefined;
  #branch: Paragraph['branch'];
  #hidden = 0;

  constructor(source: string, part: string) {
    this.#source = source;
    this.#part = part;
  }

  open(tag: SaxesTagNS, start: number, end: number): void {
    const name = this.#nameOf(tag);
    const close = this.#entered(name, tag, { start, end });
    this.#stack.push({ name, start, close });
    if (this.#paragraph !== undefined && this.#stack.length === this.#childDepth + 1) {
      this.#childRuns = [];
    }
    if (this.#run !== undefined && name === 'w:r') {
      this.#childRuns.push(this.#run);
    }
  }

  close(_tag: SaxesTagNS, start: number, end: number): void {
    const open = this.#stack.pop();
    open?.close?.({ start: open.start, end }, start);
    if (this.#paragraph !== undefined && this.#stack.length === this.#childDepth) {
      for (const run of this.#childRuns) {
        run.childEnd = end;
      }
    }
  }

  #nameOf({ uri, local }: SaxesTagNS): string {
    const vocabulary = vocabularies.get(uri);
    return vocabulary === undefined ? '' : `${vocabulary}:${local}`;
  }

  #parent(): string {
    return this.#stack.at(-1)?.name ?? '';
  }

  #entered(name: string, tag: SaxesTagNS, span: Span): Open['close'] {
    switch (name) {
      case 'w:document':
        this.isDocument ||= this.#stack.length === 0;
        return undefined;
      case 'mc:Choice':
      case 'mc:Fallback':
        return this.#enterBranch(name === 'mc:Choice' ? 'choice' : 'fallback');
      case 'w:tbl':
        this.#container.blocks.push('table');
        return undefined;
      case 'w:tr':
        return this.#enterRow();
      case 'w:tc':
        return this.#enterCell();
      case 'w:txbxContent':
        return this.#enterContainer({ row: undefined, blocks: [] });
      case 'w:p':
        return this.#enterParagraph(tag, span);
      case 'w:numPr':
        if (this.#paragraph !== undefined) {
          this.#paragraph.isListItem = true;
        }
        return undefined;
      case 'w:pPr':
        return this.#parent() === 'w:p' ? (whole) => this.#afterProperties(whole.end) : undefined;
      case 'w:del':
      case 'w:moveFrom':
        this.#hidden++;
        return () => {
          this.#hidden--;
        };
      case 'w:sdt':
        return this.#enterControl();
      case 'w:r':
        return this.#enterRun(span);
      default:
        return this.#inside(name, tag, span);
    }
  }

  #enterBranch(branch: Paragraph['branch']): Open['close'] {
    const before = this.#branch;
    // Within a fallback everything is fallback, whatever it is further inside.
    this.#branch = before === 'fallback' ? before : branch;
    return () => {
      this.#branch = before;
    };
  }

  #enterRow(): Open['close'] {
    const before = this.#row;
    this.#row = [];
    return () => {
      this.#row = before;
    };
  }

  #enterCell(): Open['close'] {
    const row = this.#row ?? [];
    const cell: Container = { row, blocks: [] };
    row.push(cell);
    return this.#enterContainer(cell);
  }

  /** What stands in a text box is no part of the paragraph and run that the box hangs on. */
  #enterContainer(container: Container): Open['close'] {
    const before = {
      container: this.#container,
      paragraph: this.#paragraph,
      run: this.#run,
      childRuns: this.#childRuns,
      childDepth: this.#childDepth,
    };
    this.#container = container;
    this.#paragraph = undefined;
    this.#run = undefined;
    return () => {
      this.#container = before.container;
      this.#paragraph = before.paragraph;
      this.#run = before.run;
      this.#childRuns = before.childRuns;
      this.#childDepth = before.childDepth;
    };
  }

  #enterParagraph(tag: SaxesTagNS, { start, end }: Span): Open['close'] {
    if (this.paragraphs.length >= maxParagraphs) {
      throw new FormRefused(`The template's '${this.#part}' has more than ${maxParagraphs} paragraphs.`, takeHmrcs);
    }
    const paragraph: Paragraph = {
      start,
      end,
      text: '',
      pieces: [],
      insertAt: tag.isSelfClosing ? end - 2 : end,
      isEmptyElement: tag.isSelfClosing,
      prefix: tag.prefix === '' ? '' : `${tag.prefix}:`,
      container: this.#container,
      isListItem: false,
      branch: this.#branch,
    };
    this.#container.blocks.push(paragraph);
    this.paragraphs.push(paragraph);
    this.#paragraph = paragraph;
    this.#childDepth = this.#stack.length + 1;
    this.#childRuns = [];
    return (span) => {
      paragraph.end = span.end;
      this.#paragraph = undefined;
    };
  }

  #afterProperties(end: number): void {
    if (this.#paragraph !== undefined) {
      this.#paragraph.insertAt = end;
    }
  }

  #enterControl(): Open['close'] {
    const before = this.#control;
    this.#control = { outer: before, prompt: undefined, binding: undefined, checkbox: undefined };
    return () => {
      this.#control = before;
    };
  }

  #enterRun({ start, end }: Span): Open['close'] {
    if (this.#paragraph === undefined) {
      return undefined;
    }
    const before = this.#run;
    const run: Run = {
      start,
      end,
      properties: [],
      control: this.#control,
      pieces: [],
      hasOther: false,
      childEnd: end,
    };
    this.#run = run;
    return (span) => {
      run.end = span.end;
      this.#run = before;
    };
  }

  /** Elements inside of runs, of properties and of controls. */
  #inside(name: string, tag: SaxesTagNS, span: Span): Open['close'] {
    const parent = this.#parent();
    const paragraph = this.#paragraph;
    const run = this.#run;
    // Of the run itself, not of a style that a tracked change kept.
    if (parent === 'w:rPr' && run !== undefined && this.#stack.at(-2)?.name === 'w:r') {
      return (whole) => run.properties.push({ name, source: this.#source.slice(whole.start, whole.end) });
    }
    if (this.#control !== undefined && /^w:sdtPr$|^w14:checkbox$/u.test(parent)) {
      return noteControl(this.#control, name, tag, span);
    }
    if (parent !== 'w:r' || paragraph === undefined || run === undefined || name === 'w:rPr') {
      return undefined;
    }
    if (this.#hidden > 0) {
      run.hasOther = true;
      return undefined;
    }
    switch (name) {
      case 'w:t':
        return (whole, endTagStart) => this.#addText(paragraph, run, whole, span.end, endTagStart);
      case 'w:tab':
      case 'w:ptab':
        return (whole) => this.#addPiece(paragraph, run, whole, '\t');
      case 'w:br':
      case 'w:cr':
        return (whole) => this.#addPiece(paragraph, run, whole, '\n');
      case 'w:noBreakHyphen':
        return (whole) => this.#addPiece(paragraph, run, whole, '-');
      case 'w:softHyphen':
      case 'w:lastRenderedPageBreak':
        return undefined;
      default:
        run.hasOther = true;
        return undefined;
    }
  }

  #addText(paragraph: Paragraph, run: Run, element: Span, from: number, to: number): void {
    // A `<w:t/>` has its end tag where it starts.
    const content = { start: from, end: Math.max(from, to) };
    this.#addPiece(paragraph, run, element, decodeText(this.#source.slice(content.start, content.end)), content);
  }

  #addPiece(paragraph: Paragraph, run: Run, element: Span, text: string, content?: Span): void {
    const from = paragraph.text.length;
    paragraph.text += text;
    const piece: Piece = { run, element, content, from, to: paragraph.text.length };
    paragraph.pieces.push(piece);
    run.pieces.push(piece);
  }
}
