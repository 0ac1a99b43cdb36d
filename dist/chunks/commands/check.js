import { h as fatalOf } from "../assessment.js";
import { i as existing, n as run } from "../check.js";
import { V as isAfterwards } from "../matching.js";
import { a as renderSummary, n as renderJUnit, r as renderTerminal, t as renderReport, x as renderHeadline } from "../render.js";
import { C as mistakesInWords, a as workspaceOf, c as settingsTable } from "../settings.js";
import { _ as eachOf, g as defaultProgramme, y as programmes } from "../requirements.js";
import { c as exitCodes, d as say, l as note, n as flagOf, o as appearance, s as calledAs, t as callSettings, u as refuse } from "../commands.js";
import path from "node:path";

// src/commands/check.ts
const check = {
	name: "check",
	summary: "Check reports: the verdict, what to do next, the Word document",
	usage: "--results 'results/**/*.xml' [flags]",
	about: ["Reads the JUnit reports of your scenario runs, says for each mandatory test whether it is proven and until when, and what to do next. When asked, it writes the checklist or your copy of the form as a Word document, a JSON report, a summary, a badge. The action does the same on GitHub.", `Settings can be given in ${eachOf(({ names }) => names.configuration)} as well; a flag wins over the file.`],
	flags: [...settingsTable.filter(({ flag }) => flag).map(flagOf), {
		flag: "quiet",
		name: "quiet",
		kind: { is: "switch" },
		description: "Print the line of the verdict alone."
	}],
	examples: [
		{
			args: "check",
			why: `as ${defaultProgramme.names.configuration} says`
		},
		{
			args: "check --results 'results/**/*.xml' --flows arrival --procedures normal,simplified",
			why: "without a file"
		},
		{
			args: "check --as-of 2026-12-01 --form-template form.docx",
			why: "ready on that day? fill HMRC's form in"
		}
	],
	exitCodes: [
		[0, "ready (or nothing that fail-on names)"],
		[1, "not ready"],
		[2, "wrong settings, nothing to check, or a file could not be written"]
	],
	tellsMistakes: true,
	run: checkAndWrite
};
async function checkAndWrite(call) {
	const { values, mistakes, folder, now } = call;
	const read = await callSettings(call);
	if ("findings" in read) return refuse(`${mistakesInWords(read.findings)}${mistakes.length > 0 ? "" : await hintOfInit(values, folder)}`);
	const outcome = await run(read.settings, terminal, now);
	const { assessment } = outcome;
	tell(outcome, values["quiet"] !== void 0);
	const broken = assessment.findings.filter((finding) => isAfterwards(finding) && finding.severity === "error");
	for (const { message, next } of broken) note(next === void 0 ? message : `${message} ${next}`);
	if (assessment.files.length === 0 || broken.some(({ kind }) => kind === "document")) return exitCodes.unusable;
	if (fatalOf(assessment).length > 0) return exitCodes.notReady;
	return broken.length > 0 ? exitCodes.unusable : exitCodes.done;
}
function tell({ assessment, shown, settings, written }, isQuiet) {
	const asked = settings.output.toStandardOutput;
	if (asked !== void 0) {
		say({
			report: () => renderReport(assessment, shown),
			summary: () => renderSummary(assessment, shown),
			junit: () => renderJUnit(assessment)
		}[asked]());
		note(renderHeadline(assessment));
	} else if (isQuiet) say(renderHeadline(assessment));
	else {
		say(renderTerminal(assessment, appearance()));
		if (written.length > 0) say(`\nWritten: ${written.join(", ")}\n`);
	}
}
const terminal = {
	log: () => void 0,
	progress: note,
	group: (_, work) => work(),
	earlier: async () => void 0,
	upload: async () => ({
		artifacts: [],
		findings: []
	})
};
async function hintOfInit(values, folder) {
	if (Object.keys(values).length > 0) return "";
	const workspace = await workspaceOf(folder);
	const places = [...programmes.values()].map(({ names }) => names.configuration);
	if ((await existing(places.map((place) => path.join(workspace, place)))).length > 0) return "";
	return `\nThere is no ${places.join(" or ")} in this folder: '${calledAs()} init' asks what it needs to know and writes it.`;
}

export { check };