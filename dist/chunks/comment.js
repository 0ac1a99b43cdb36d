import { s as markdownLink } from "./text.js";
import { d as utf8Length, o as summarySections, s as fitSections } from "./render.js";

// src/render/comment.ts
const commentLimit = 65280;
function renderComment(assessment, context) {
	const sections = summarySections(assessment, context).filter(({ id }) => id !== "files" && id !== "method" && id !== "decisions");
	return framed(context, (room) => fitSections(sections, room));
}
function framed({ runUrl }, write) {
	const foot = `\n<sub>${markdownLink("Workflow run with all details", runUrl)}</sub>\n`;
	return write(commentLimit - utf8Length(foot)) + foot;
}

export { framed as n, renderComment as r, commentLimit as t };