import { s as markdownLink } from "./text.js";
import { d as utf8Length, o as summarySections, s as fitSections } from "./render.js";

// src/render/comment.ts
/** GitHub takes 65,536 characters; counting bytes stays below in any script. What is published finds room for its mark above. */
const commentLimit = 65280;
/** The job summary as a comment on a pull request, at most `commentLimit` bytes: what is only for the record stays with the run. */
function renderComment(assessment, context) {
	const sections = summarySections(assessment, context).filter(({ id }) => id !== "files" && id !== "method" && id !== "decisions");
	return framed(context, (room) => fitSections(sections, room));
}
/** A text above a link to the run, which is never given up. */
function framed({ runUrl }, write) {
	const foot = `\n<sub>${markdownLink("Workflow run with all details", runUrl)}</sub>\n`;
	return write(commentLimit - utf8Length(foot)) + foot;
}

export { framed as n, renderComment as r, commentLimit as t };