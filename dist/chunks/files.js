import { mkdir, writeFile } from "node:fs/promises";
import { dirname, relative, sep } from "node:path";

// src/files.ts
/** A file where one is asked for; its content is only made then. */
function fileAt(path, content) {
	return path === void 0 ? [] : [{
		path,
		content: content()
	}];
}
/** Writes what can be written; what can't comes back as a problem, and the others are written all the same. */
async function writeFiles(files, workspace) {
	const written = [];
	const problems = [];
	for (const { path, content } of files) try {
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, content);
		written.push(shownPath(path, workspace));
	} catch (error) {
		const message = `${shownPath(path, workspace)} could not be written: ${reasonOf(error)}.`;
		problems.push({
			kind: "publishing",
			severity: "warning",
			message
		});
	}
	return {
		written,
		problems
	};
}
/** Relative to the workspace with forward slashes, for people and outputs. */
function shownPath(path, workspace) {
	return relative(workspace, path).split(sep).join("/");
}
/** What the system says, without Node's call and path behind it. */
function reasonOf(error) {
	const text = error instanceof Error ? error.message : String(error);
	return (text.split(",", 1)[0] ?? text).replace(/^[A-Z]+: /, "");
}

export { writeFiles as i, reasonOf as n, shownPath as r, fileAt as t };