import { n as Refused, r as TAKE_HMRCS } from "./refused2.js";
import { n as decodeText } from "./text.js";
import { n as readXml } from "./xml.js";

// src/render/form/controls.ts
/**
* Notes what an element among the properties of a content control says of it: that its text is a prompt, that it is a
* check box. What has to be known of the whole element is noted by the function returned, when the element ends.
*/
function noteControl(control, name, tag, { start, end }) {
	const { checkbox } = control;
	switch (name) {
		case "w:showingPlcHdr": return (whole) => {
			control.prompt = whole;
		};
		case "w14:checkbox":
			control.checkbox = {
				state: void 0,
				element: {
					start,
					end
				},
				prefix: tag.prefix === "" ? "" : `${tag.prefix}:`,
				on: "☒",
				off: "☐"
			};
			return;
		case "w14:checked": return (whole) => {
			if (checkbox !== void 0) checkbox.state = whole;
		};
		case "w14:checkedState":
			if (checkbox !== void 0) checkbox.on = glyphOf(tag) ?? checkbox.on;
			return;
		case "w14:uncheckedState":
			if (checkbox !== void 0) checkbox.off = glyphOf(tag) ?? checkbox.off;
			return;
		default: return;
	}
}
/** The box whose number the element gives in hexadecimal (`w14:val="2612"`); undefined for signs that are no boxes. */
function glyphOf(tag) {
	const value = Object.values(tag.attributes).find(({ local }) => local === "val")?.value;
	return [
		"☐",
		"☑",
		"☒"
	].find((box) => box.codePointAt(0)?.toString(16) === value?.toLowerCase());
}

// src/render/form/document.ts
const WORD = /^http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)$/u;
const WORD14 = "http://schemas.microsoft.com/office/word/2010/wordml";
const COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const MAX_PARAGRAPHS = 2e4;
/**
* Every paragraph of the document in reading order, with the position of every piece of its text in the source.
* Text that was deleted or moved away under tracked changes is not part of it.
*
* @throws Refused when the source is no document.
*/
function readDocument(source, part) {
	const reader = new DocumentReader(source, part);
	readXml(source, part, reader);
	if (!reader.isDocument) throw new Refused(`The template's '${part}' is not a Word document.`, "Name the Word form that HMRC offers.");
	return reader.paragraphs;
}
var DocumentReader = class {
	paragraphs = [];
	isDocument = false;
	#source;
	#part;
	#stack = [];
	#container = {
		row: void 0,
		blocks: []
	};
	#row;
	#paragraph;
	/** Runs of the paragraph's child that is being read. */
	#childRuns = [];
	#childDepth = 0;
	#run;
	#control;
	#branch;
	#hidden = 0;
	constructor(source, part) {
		this.#source = source;
		this.#part = part;
	}
	open(tag, start, end) {
		const name = this.#nameOf(tag);
		const close = this.#entered(name, tag, {
			start,
			end
		});
		this.#stack.push({
			name,
			start,
			end,
			...close && { close }
		});
		if (this.#paragraph !== void 0 && this.#stack.length === this.#childDepth + 1) this.#childRuns = [];
		if (this.#run !== void 0 && name === "w:r") this.#childRuns.push(this.#run);
	}
	close(_tag, start, end) {
		const open = this.#stack.pop();
		open?.close?.({
			start: open.start,
			end
		}, start);
		if (this.#paragraph !== void 0 && this.#stack.length === this.#childDepth) for (const run of this.#childRuns) run.childEnd = end;
	}
	#nameOf({ uri, local }) {
		if (WORD.test(uri)) return `w:${local}`;
		if (uri === WORD14) return `w14:${local}`;
		if (uri === COMPATIBILITY) return `mc:${local}`;
		return "";
	}
	#parent() {
		return this.#stack.at(-1)?.name ?? "";
	}
	#entered(name, tag, span) {
		switch (name) {
			case "w:document":
				if (this.#stack.length === 0) this.isDocument = true;
				return;
			case "mc:Choice":
			case "mc:Fallback": return this.#enterBranch(name === "mc:Choice" ? "choice" : "fallback");
			case "w:tbl":
				this.#container.blocks.push("table");
				return;
			case "w:tr": return this.#enterRow();
			case "w:tc": return this.#enterCell();
			case "w:txbxContent": return this.#enterContainer({
				row: void 0,
				blocks: []
			});
			case "w:p": return this.#enterParagraph(tag, span);
			case "w:numPr":
				if (this.#paragraph !== void 0) this.#paragraph.isListItem = true;
				return;
			case "w:pPr": return this.#parent() === "w:p" ? (whole) => this.#behindProperties(whole.end) : void 0;
			case "w:del":
			case "w:moveFrom":
				this.#hidden++;
				return () => {
					this.#hidden--;
				};
			case "w:sdt": return this.#enterControl();
			case "w:r": return this.#enterRun(span);
			default: return this.#inside(name, tag, span);
		}
	}
	#enterBranch(branch) {
		const before = this.#branch;
		this.#branch = before === "fallback" ? before : branch;
		return () => {
			this.#branch = before;
		};
	}
	#enterRow() {
		const before = this.#row;
		this.#row = [];
		return () => {
			this.#row = before;
		};
	}
	#enterCell() {
		const row = this.#row ?? [];
		const cell = {
			row,
			blocks: []
		};
		row.push(cell);
		return this.#enterContainer(cell);
	}
	/** What stands in a text box is no part of the paragraph and run that the box hangs on. */
	#enterContainer(container) {
		const before = {
			container: this.#container,
			paragraph: this.#paragraph,
			run: this.#run,
			childRuns: this.#childRuns,
			childDepth: this.#childDepth
		};
		this.#container = container;
		this.#paragraph = void 0;
		this.#run = void 0;
		return () => {
			this.#container = before.container;
			this.#paragraph = before.paragraph;
			this.#run = before.run;
			this.#childRuns = before.childRuns;
			this.#childDepth = before.childDepth;
		};
	}
	#enterParagraph(tag, { start, end }) {
		if (this.paragraphs.length >= MAX_PARAGRAPHS) throw new Refused(`The template's '${this.#part}' has more than ${MAX_PARAGRAPHS} paragraphs.`, TAKE_HMRCS);
		const paragraph = {
			start,
			end,
			text: "",
			pieces: [],
			insertAt: tag.isSelfClosing ? end - 2 : end,
			isEmptyElement: tag.isSelfClosing,
			prefix: tag.prefix === "" ? "" : `${tag.prefix}:`,
			container: this.#container,
			isListItem: false,
			branch: this.#branch
		};
		this.#container.blocks.push(paragraph);
		this.paragraphs.push(paragraph);
		this.#paragraph = paragraph;
		this.#childDepth = this.#stack.length + 1;
		this.#childRuns = [];
		return (span) => {
			paragraph.end = span.end;
			this.#paragraph = void 0;
		};
	}
	#behindProperties(end) {
		if (this.#paragraph !== void 0) this.#paragraph.insertAt = end;
	}
	#enterControl() {
		const before = this.#control;
		this.#control = {
			outer: before,
			prompt: void 0,
			checkbox: void 0
		};
		return () => {
			this.#control = before;
		};
	}
	#enterRun({ start, end }) {
		if (this.#paragraph === void 0) return void 0;
		const before = this.#run;
		const run = {
			start,
			end,
			properties: [],
			control: this.#control,
			pieces: [],
			hasOther: false,
			childEnd: end
		};
		this.#run = run;
		return (span) => {
			run.end = span.end;
			this.#run = before;
		};
	}
	/** Elements inside of runs, of properties and of controls. */
	#inside(name, tag, span) {
		const parent = this.#parent();
		const paragraph = this.#paragraph;
		const run = this.#run;
		if (parent === "w:rPr" && run !== void 0 && this.#stack.at(-2)?.name === "w:r") return (whole) => run.properties.push({
			name,
			source: this.#source.slice(whole.start, whole.end)
		});
		if (this.#control !== void 0 && /^w:sdtPr$|^w14:checkbox$/u.test(parent)) return noteControl(this.#control, name, tag, span);
		if (parent !== "w:r" || paragraph === void 0 || run === void 0 || name === "w:rPr") return void 0;
		if (this.#hidden > 0) {
			run.hasOther = true;
			return;
		}
		switch (name) {
			case "w:t": return (whole, endTagStart) => this.#addText(paragraph, run, whole, span.end, endTagStart);
			case "w:tab":
			case "w:ptab": return (whole) => this.#addPiece(paragraph, run, whole, "	");
			case "w:br":
			case "w:cr": return (whole) => this.#addPiece(paragraph, run, whole, "\n");
			case "w:noBreakHyphen": return (whole) => this.#addPiece(paragraph, run, whole, "-");
			case "w:softHyphen":
			case "w:lastRenderedPageBreak": return;
			default:
				run.hasOther = true;
				return;
		}
	}
	#addText(paragraph, run, element, from, to) {
		const content = {
			start: from,
			end: Math.max(from, to)
		};
		this.#addPiece(paragraph, run, element, decodeText(this.#source.slice(content.start, content.end)), content);
	}
	#addPiece(paragraph, run, element, text, content) {
		const from = paragraph.text.length;
		paragraph.text += text;
		const piece = {
			run,
			element,
			content,
			from,
			to: paragraph.text.length
		};
		paragraph.pieces.push(piece);
		run.pieces.push(piece);
	}
};

export { readDocument };