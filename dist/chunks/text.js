import { s as visibleText } from "./escape.js";

// src/render/form/text.ts
const TOKEN = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|&(#x?[0-9a-f]+|\w+);|[\s\S]/giu;
const ENTITIES = /* @__PURE__ */ new Map([
	["amp", "&"],
	["lt", "<"],
	["gt", ">"],
	["quot", "\""],
	["apos", "'"]
]);
/** The text that a stretch of well-formed XML without elements stands for. */
function decodeText(source) {
	if (!/[<&]/u.test(source)) return source;
	return source.replace(TOKEN, (whole, characters, entity) => {
		if (characters !== void 0) return characters;
		if (entity !== void 0) return ENTITIES.get(entity) ?? numbered(entity);
		return whole.startsWith("<") ? "" : whole;
	});
}
function numbered(entity) {
	const code = /^#x/iu.test(entity) ? parseInt(entity.slice(2), 16) : Number(entity.slice(1));
	return code > 0 && code <= 1114111 ? String.fromCodePoint(code) : "";
}
/** A value as it may stand in the form: no invisible signs, line breaks as `\n`, no white space at its ends. */
function cleanValue(text) {
	return visibleText(text).trim();
}
/** Text for the content of an element. */
function escapeXml(text) {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

export { decodeText as n, escapeXml as r, cleanValue as t };