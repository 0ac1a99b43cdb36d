import { C as statusText } from "../assessment.js";
import { i as existing, t as whyAt } from "../check.js";
import { y as moment } from "../render.js";
import { D as unusedIn, g as defaultProgramme, y as programmes } from "../requirements.js";
import { C as mistakesInWords, a as workspaceOf } from "../settings.js";
import { a as guardLine, l as oneLine, r as painter, t as hanging } from "../text.js";
import { d as say, l as note, o as appearance, t as callSettings, u as refuse } from "../commands.js";
import path from "node:path";

// src/commands/why.ts
async function showWhy({ values: { why: text, ...values }, ...call }) {
	const { mistakes, positionals, folder, now } = call;
	if (text === void 0) return refuse(mistakesInWords(mistakes));
	const [, file = "", line = ""] = /^(.+?):(\d+)(?::\d+)?$/.exec(text.trim()) ?? [];
	const defaults = await defaultsFor(file, values, folder);
	const read = await callSettings({
		...call,
		values: {
			...defaults,
			...values
		}
	}, [...positionals.length === 0 ? [] : [mistake(`is asked beside ${positionals.join(", ")}.`, "Ask one by one.")], ...Number(line) > 0 ? [] : [mistake(`'${text}' names no line.`, "Give report and line, as in --why results/trader-test.xml:12.")]]);
	if ("findings" in read) return refuse(mistakesInWords(read.findings));
	const found = await whyAt(read.settings, {
		file: path.resolve(folder, file),
		line: Number(line)
	}, now, note);
	return isMissing(found) ? refuse(`${found.message} ${found.next}`) : say(renderWhy(found, appearance()));
}
async function defaultsFor(file, values, folder) {
	const workspace = await workspaceOf(folder);
	const places = [...programmes.values()].map(({ names }) => path.join(workspace, names.configuration));
	if (file === "" || values["config"] !== void 0 || (await existing(places)).length > 0) return {};
	const programme = programmes.get(values["programme"]?.trim().toLowerCase() ?? "") ?? defaultProgramme;
	return unusedIn(programme).includes("flows") ? { results: file } : {
		results: file,
		flows: "all",
		procedures: "both"
	};
}
function isMissing(found) {
	return !("assessment" in found);
}
function mistake(message, next) {
	return {
		kind: "settings",
		severity: "error",
		message,
		next,
		place: { setting: "flag --why" }
	};
}
function renderWhy(why, { colour, width }) {
	const { assessment, file, found, began, decisions, problem } = why;
	const columns = Math.max(40, width);
	const paint = painter(colour);
	const row = (label, text) => hanging(`  ${label}`, oneLine(text, 500), 11, columns);
	return `${[
		paint("bold", oneLine(`${file}:${found.line}`, 500)),
		...row("Test", found.name === "" ? "(without a name)" : found.name),
		...row("Outcome", [outcomes[found.outcome], found.message].filter(Boolean).join(": ")),
		...found.suites.length === 0 ? [] : row("Suites", found.suites.join(" › ")),
		...found.className === "" ? [] : row("Class", found.className),
		...began === void 0 ? [] : row("Began", moment(assessment, began)),
		...decisions.flatMap((one) => [
			"",
			...heading(one, paint),
			...decisionLines(assessment, one, columns)
		]),
		...problem === void 0 ? [] : ["", ...sentence(`The report could not be read as a whole: ${problem.message}`, columns)]
	].map(guardLine).join("\n")}\n`;
}
const outcomes = {
	passed: "passed",
	failed: "failed",
	"not-run": "not run"
};
function heading({ scenario }, paint) {
	if (scenario === void 0) return [];
	const whose = scenario.application === void 0 ? "" : `, ${oneLine(scenario.application, 80)}`;
	return [paint("bold", `${scenario.scenario.id}${whose} (${statusText(scenario.status, scenario)})`)];
}
function decisionLines(assessment, { scenario, concerned, reason, next, age }, columns) {
	return [
		...concerned === void 0 ? [] : sentence(`It concerns ${scenario?.scenario.id ?? "the scenario"}, because ${concerned}.`, columns),
		...sentence(`It ${reason}.`, columns),
		...age === void 0 ? [] : sentence(ageInWords(assessment, age), columns),
		...next === void 0 ? [] : hanging("  →", oneLine(next, 1e3), 4, columns)
	];
}
const clocks = {
	messages: "its messages",
	case: "its own timestamp",
	suite: "its suite's timestamp",
	root: "the report's timestamp"
};
function ageInWords(assessment, { time, timeFrom }) {
	if (time === void 0) return "No usable time tells when it ran, so it proves nothing as it is.";
	const by = timeFrom === void 0 ? "" : `, by ${clocks[timeFrom]}`;
	return `Its age counts from ${moment(assessment, time)}${by}.`;
}
function sentence(text, columns) {
	return hanging("  ", oneLine(text, 1e3), 2, columns);
}

export { showWhy };