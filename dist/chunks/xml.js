import { t as require_saxes } from "./saxes.js";
import { n as Refused, r as TAKE_HMRCS, t as DOWNLOAD_AGAIN } from "./refused2.js";

// src/render/form/xml.ts
var import_saxes = require_saxes();
/** Word nests a few dozen deep; deeper than this is an attack on whoever reads it. */
const MAX_DEPTH = 400;
/**
* Reads a part of the package with the position of every tag. A document type is refused, and with it every
* entity of its own and every external one.
*
* @param part Name of the part, for messages.
* @throws Refused when the text is not well-formed.
*/
function readXml(text, part, handler) {
	const parser = new import_saxes.SaxesParser({
		xmlns: true,
		position: true
	});
	let depth = 0;
	parser.on("error", (error) => {
		throw new Refused(`The template is damaged: '${part}' is no readable XML (${error.message}).`, DOWNLOAD_AGAIN);
	});
	parser.on("doctype", () => {
		throw doctype(part);
	});
	parser.on("xmldecl", ({ encoding }) => {
		if (encoding !== void 0 && !/^(?:utf-8|us-ascii)$/iu.test(encoding)) throw encodingRefused(part);
	});
	parser.on("opentag", (tag) => {
		depth++;
		if (depth > MAX_DEPTH) throw new Refused(`The template's '${part}' is nested too deeply.`, TAKE_HMRCS);
		const end = parser.position;
		handler.open(tag, text.lastIndexOf("<", end - 1), end);
	});
	parser.on("closetag", (tag) => {
		depth--;
		const end = parser.position;
		handler.close(tag, tag.isSelfClosing ? end : text.lastIndexOf("<", end - 1), end);
	});
	parser.write(text).close();
}
/**
* Text of a part that is UTF-8, without its byte order mark.
*
* @throws Refused for every other encoding.
*/
function decodePart(bytes, part) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw encodingRefused(part);
	}
}
/**
* A document type has no business in any part of a Word document. Looks without parsing, whatever the encoding.
*
* @throws Refused
*/
function refuseDoctype(bytes, part) {
	const text = new TextDecoder("latin1").decode(bytes).replaceAll("\0", "");
	if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw doctype(part);
}
function encodingRefused(part) {
	return new Refused(`The template's '${part}' is not UTF-8.`, "Open it in Word and save it as .docx.");
}
function doctype(part) {
	return new Refused(`The template's '${part}' declares a document type or entities, which no Word document does.`, TAKE_HMRCS);
}

export { readXml as n, refuseDoctype as r, decodePart as t };