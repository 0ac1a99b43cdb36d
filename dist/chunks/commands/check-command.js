import { a as check, i as writeOptions, n as makeDocuments, o as existing, r as shownChecklists, s as fileAt, t as makeBadge, u as writeFiles } from "../check.js";
import { a as renderSummary, n as renderTerminal, r as renderReport } from "../render.js";
import { l as formatComplaints, n as defaultConfiguration, t as readSettings } from "../settings.js";
import { a as refuse, i as program, n as exitCodes, o as say, r as note, t as appearance } from "../console.js";
import path from "node:path";

// src/commands/check-command.ts
/**
* The check on a laptop: settings → check → documents and files → verdict.
*
* @param values Of the flags, by the names of settings.
* @param mistyped What is wrong with the flags themselves: it doesn't hide the other mistakes.
* @param now The clock, UTC.
* @returns The exit code.
*/
async function checkAndWrite(values, mistyped, workspace, now) {
	const read = await readSettings({
		values,
		spokenAs: "flag",
		workspace,
		now
	});
	const complaints = [...mistyped, ..."complaints" in read ? read.complaints : []];
	if ("complaints" in read || complaints.length > 0) return refuse(`${formatComplaints(complaints)}${await wayIn(values, workspace)}`);
	const { settings } = read;
	const { output } = settings;
	for (const remark of settings.remarks) note(remark);
	const assessment = await check(settings, {
		now,
		progress: note
	});
	const documents = await makeDocuments(assessment, settings);
	const shown = { checklists: shownChecklists(documents.files, workspace) };
	const files = [
		...documents.files,
		...fileAt(output.report, () => renderReport(assessment, shown)),
		...fileAt(output.summary, () => renderSummary(assessment, shown)),
		...await makeBadge(assessment, settings)
	];
	const { written, problems: unwritten } = await writeFiles(files, writeOptions(settings, assessment, documents));
	say(renderTerminal(assessment, appearance()));
	if (written.length > 0) say(`\nWritten: ${written.join(", ")}\n`);
	for (const { message } of [...documents.problems, ...unwritten]) note(message);
	if (assessment.files.length === 0) return exitCodes.unusable;
	if (assessment.fatal.length > 0) return exitCodes.notReady;
	return unwritten.length > 0 || documents.problems.some(({ severity }) => severity === "error") ? exitCodes.unusable : exitCodes.done;
}
/** For whoever comes without any settings: what to begin with. */
async function wayIn(values, workspace) {
	if (Object.keys(values).length > 0) return "";
	if ((await existing([path.join(workspace, ".github/ncts5.yml")])).length > 0) return "";
	return `\nThere is no ${defaultConfiguration} in this folder: '${program()} init' asks what it needs to know and writes it.`;
}

export { checkAndWrite };