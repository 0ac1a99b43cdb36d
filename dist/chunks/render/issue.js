import { n as spoilsSoon } from "../assessment.js";
import { b as submitsWords, n as interventionMail } from "../requirements.js";
import { s as plural } from "../matching.js";
import { c as lastOpenMoment, d as workingDaysBetween, o as formatUtc, p as dayLength, u as openingHours } from "../time.js";
import { n as framed } from "../comment.js";
import { c as markdownText, l as oneLine, s as markdownLink } from "../text.js";
import { a as listSection, b as timeLeft, c as fitSections, i as summarySections, m as applicationLabel, o as stacked, s as tableSection, v as renderHeadline, y as statusWord } from "../render.js";

// src/render/issue.ts
/** Whether somebody has to do something: not ready, or not for long. */
function needsAttention(assessment) {
	return assessment.verdict === "not-ready" || assessment.expiringSoon;
}
/**
* The tracking issue: who must do what until when, in days and in days on which Trader Test can be worked with. Times
* are UTC; opening hours are UK time.
*/
function renderIssue(assessment, context) {
	const tasks = assessment.applications.flatMap((application) => tasksOf(assessment, application));
	const summary = summarySections(assessment, context);
	const sections = [
		...summary.filter(({ id }) => id === "verdict"),
		taskSection(assessment, tasks),
		...assessment.applications.map((application) => timeSection(assessment, application)),
		...manualSections(assessment.programme, tasks),
		...summary.filter(({ id }) => id === "evidence" || id === "problems")
	].filter((section) => section !== void 0);
	return {
		title: oneLine(`${assessment.programme.names.check}${namesOf(assessment)}: ${renderHeadline(assessment)}`, 250),
		body: framed(context, (room) => fitSections(sections, room))
	};
}
/** The note under which the issue is closed. Markdown. */
function renderAllWell(assessment, { runUrl }) {
	return `All is well again: ${markdownText(renderHeadline(assessment))}. Found by the ${markdownLink("workflow run", runUrl)}; this issue is opened again when something expires, fails or is missing.`;
}
/** The note under which it is opened again. Markdown. */
function renderOpenedAgain(assessment, { runUrl }) {
	return `Opened again: ${markdownText(renderHeadline(assessment))}. Found by the ${markdownLink("workflow run", runUrl)}; the description says what to do.`;
}
/** A test to run: not proven, or not for long. */
function tasksOf(assessment, application) {
	const { evaluatedAt, clock } = assessment;
	const proven = application.requirements.flatMap(({ expiresAt }) => expiresAt === void 0 ? [] : [expiresAt]);
	const firstExpiry = proven.length === 0 ? void 0 : Math.min(...proven);
	return application.requirements.filter(({ status, expiresAt }) => status !== "satisfied" || expiresAt !== void 0 && spoilsSoon(expiresAt, evaluatedAt, clock)).map((assessed) => ({
		application,
		assessed,
		scenario: assessed.scenario?.scenario ?? assessment.programme.scenarios.get(assessed.requirement.first[0] ?? ""),
		by: assessed.expiresAt ?? firstExpiry
	}));
}
function taskSection(assessment, tasks) {
	const others = assessment.reasons.filter(({ kind }) => kind !== "missing" && kind !== "failed" && kind !== "stale");
	const items = [
		...applyItem(assessment),
		...tasks.map((task) => taskItem(assessment, task)),
		...others.map(({ message, next }) => stacked(`**Whoever keeps the checklist**: ${markdownText(message, 600)}`, `→ ${markdownText(next ?? "", 600)}`))
	];
	if (items.length === 0) return void 0;
	const intro = `Trader Test is open ${openingHours.text}.`;
	return listSection({
		id: "next",
		title: "Who does what, until when",
		priority: 1,
		intro
	}, items);
}
/** As long as all is proven, sending the form off is what the evidence is for. */
function applyItem(assessment) {
	const { expiresAt, verdict, evaluatedAt, programme } = assessment;
	if (verdict !== "ready" || expiresAt === void 0) return [];
	return [stacked(`**Whoever applies** ${submitsWords(programme.submission)} **before ${formatUtc(expiresAt)}** (${bothLeft(evaluatedAt, expiresAt)}).`, "→ If that is too soon, the tests named here have to be run again first.")];
}
function taskItem(assessment, task) {
	const { application, assessed, scenario, by } = task;
	const label = applicationLabel(assessment, application.name);
	const { requirement, status, reasons, next } = assessed;
	const what = `${label === void 0 ? "" : `${markdownText(label)}, `}${requirement.title.toLowerCase()}`;
	const again = status === "missing" || status === "not-run" ? "" : " again";
	const help = next ?? `Run ${scenario?.id ?? requirement.wanted} again in Trader Test and check again.`;
	return stacked(`**Whoever tests** runs ${requirement.wanted}${again} (${what})${untilWhen(assessment, task)}.`, sentence(reasons), `→ ${markdownText(help, 600)}`, beginning(assessment, scenario, by));
}
function untilWhen({ evaluatedAt }, { assessed, by }) {
	if (by === void 0) return ", as soon as possible";
	const until = ` **before ${formatUtc(by)}** (${bothLeft(evaluatedAt, by)})`;
	return assessed.expiresAt === void 0 ? `${until}, when the first of the other evidence spoils` : `${until}, when its evidence spoils, unless the form has been sent off by then`;
}
/** A scenario that waits for a person at HMRC takes up to a working day more. */
function beginning({ evaluatedAt }, scenario, by) {
	if (by === void 0) return "";
	if (lastOpenMoment(evaluatedAt, by) === void 0) return "⚠️ Trader Test does not open any more before then.";
	if (!isManual(scenario)) return "";
	const because = "HMRC releases by hand in this scenario, which can take a working day.";
	const latest = lastOpenMoment(evaluatedAt, by - dayLength);
	return latest === void 0 ? `⚠️ Begin at once: ${because}` : `Begin by ${formatUtc(latest)}: ${because}`;
}
function timeSection(assessment, application) {
	const label = applicationLabel(assessment, application.name);
	return tableSection({
		id: "requirements",
		title: `${label === void 0 ? "" : `${markdownText(label)} – `}Time left`,
		priority: 2
	}, [
		"Test",
		"Status",
		"Scenario",
		"Spoils",
		"Left",
		"Working days left"
	], application.requirements.map((assessed) => {
		const { requirement, scenario, expiresAt } = assessed;
		const { icon, text } = statusWord(assessed);
		return [
			stacked(`**${requirement.title}**`, requirement.wanted),
			`${icon} ${text}`,
			scenario?.scenario.id ?? "–",
			expiresAt === void 0 ? "–" : formatUtc(expiresAt),
			expiresAt === void 0 ? "–" : timeLeft(expiresAt, assessment.evaluatedAt).replace(/ left$/, ""),
			expiresAt === void 0 ? "–" : String(workingDaysBetween(assessment.evaluatedAt, expiresAt))
		];
	}));
}
/** The e-mail that moves a scenario of the normal procedure on, ready to copy, for each test to run. */
function manualSections(programme, tasks) {
	const mails = tasks.flatMap(({ assessed, scenario }) => (scenario?.steps ?? []).flatMap((step, index) => scenario !== void 0 && step.manualIntervention ? [mail(programme, assessed, scenario, index + 1, step)] : []));
	if (mails.length === 0) return [];
	const title = "Asking HMRC to release by hand";
	return [{
		id: "mails",
		title,
		priority: 3,
		open: `### ${title}\n\nIn the normal procedure a person at HMRC moves the movement on, after an e-mail, in office hours: it can take a working day.\n`,
		rows: [...new Set(mails)].map((text, index) => index === 0 ? text : `\n${text}`),
		close: "",
		more: moreMails
	}];
}
function moreMails(count) {
	return `… and ${plural(count, "more e-mail")} of this kind.`;
}
function mail(programme, assessed, scenario, number, step) {
	const { to, subject, body } = interventionMail(programme, scenario, number);
	const { sends, receives } = step;
	const when = sends.length > 0 ? `when ${sends.join(" and ")} has been sent` : "when the step before it is done";
	const twin = assessed.scenario === void 0 ? ` (or ${assessed.requirement.first[1] ?? ""}, under its number)` : "";
	return [
		`**${scenario.id}**${twin}, step ${number}, ${when}; HMRC then sends ${receives.join(" and ")}:`,
		"",
		"```text",
		`To: ${to}`,
		`Subject: ${subject}`,
		"",
		...body,
		"```"
	].join("\n");
}
function isManual(scenario) {
	return scenario?.steps.some((step) => step.manualIntervention) ?? false;
}
/** `3 days left, 2 working days` */
function bothLeft(from, to) {
	return `${timeLeft(to, from)}, ${plural(workingDaysBetween(from, to), "working day")}`;
}
function sentence(reasons) {
	const text = markdownText(reasons.slice(0, 3).join("; "), 600);
	return text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`.replace(/\.\.$/, ".");
}
function namesOf(assessment) {
	const names = assessment.applications.map(({ name }) => applicationLabel(assessment, name)).filter(Boolean);
	return names.length === 0 ? "" : ` for ${names.join(", ")}`;
}

export { needsAttention, renderAllWell, renderIssue, renderOpenedAgain };