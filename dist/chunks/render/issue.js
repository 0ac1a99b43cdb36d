import { j as plural } from "../matching.js";
import { c as expiresSoon, l as adviceOf, n as tasksOf, p as stepsOf, t as beginningOf, y as isSubmittable } from "../assessment.js";
import { E as submitsWords, a as interventionRules } from "../requirements.js";
import { g as workingDaysBetween, h as openingHours } from "../time.js";
import { n as framed } from "../comment.js";
import { c as markdownText, l as oneLine, o as markdownCode, s as markdownLink } from "../text.js";
import { C as statusWord, S as sentenceOf, T as timeLeft, _ as consequencesText, b as placeBeside, c as listSection, g as applicationLabel, l as stacked, o as summarySections, s as fitSections, u as tableSection, w as submissionMarkdown, x as renderHeadline, y as moment } from "../render.js";

// src/render/issue.ts
function needsAttention(assessment) {
	return assessment.verdict === "not-ready" || assessment.expiringSoon;
}
function renderIssue(assessment, context) {
	const tasks = assessment.applications.flatMap((application) => tasksOf(assessment, application));
	const summary = summarySections(assessment, context);
	const sections = [
		...summary.filter(({ id }) => id === "verdict"),
		taskSection(assessment, tasks),
		...assessment.applications.map((application) => timeSection(assessment, application)),
		...manualSections(assessment.programme, tasks),
		...summary.filter(({ id }) => id === "evidence" || id === "remarks")
	].filter((section) => section !== void 0);
	return {
		title: oneLine(`${assessment.programme.names.check} needs attention${namesOf(assessment)}`, 250),
		body: framed(context, (room) => fitSections(sections, room))
	};
}
function renderAllWell(assessment, { runUrl }) {
	return `Closed: ${markdownText(renderHeadline(assessment))}. Found by the ${markdownLink("workflow run", runUrl)}; this issue is opened again when something expires, fails or is missing.`;
}
function renderOpenedAgain(assessment, { runUrl }) {
	return `Opened again: ${markdownText(renderHeadline(assessment))}. Found by the ${markdownLink("workflow run", runUrl)}; the description says what to do.`;
}
function taskSection(assessment, tasks) {
	const steps = stepsOf(assessment);
	const consequences = new Set(steps.flatMap((step) => step.consequences));
	const others = steps.filter(({ finding }) => finding.requirement === void 0);
	const items = [
		...applyItem(assessment, tasks),
		...others.map((step) => otherItem(assessment, step)),
		...tasks.filter(({ finding }) => finding === void 0 || !consequences.has(finding)).map((task) => taskItem(assessment, task))
	];
	if (items.length === 0) return void 0;
	const intro = `${`Last checked on ${moment(assessment, assessment.evaluatedAt)}.`} Trader Test is open ${openingHours.text}.`;
	return listSection({
		id: "next",
		title: "Who does what, until when",
		priority: 1,
		intro
	}, items);
}
function otherItem(assessment, step) {
	const { finding, consequences } = step;
	const advice = adviceOf(step);
	const brought = consequencesText(consequences);
	return stacked(`**${finding.kind === "evidence" ? "Tester" : "Checklist maintainer"}:** ${markdownText(sentenceOf(assessment, finding), 600)}${placeOf(finding)}`, brought === void 0 ? void 0 : markdownText(brought, 600), advice === void 0 ? void 0 : `→ ${markdownText(advice, 600)}`);
}
function placeOf(finding) {
	const place = placeBeside(finding);
	return place === void 0 ? "" : ` ${markdownCode(place, 200)}`;
}
function applyItem(assessment, tasks) {
	const { expiresAt, evaluatedAt, programme } = assessment;
	if (!isSubmittable(assessment) || expiresAt === void 0) return [];
	return [stacked(`**Applicant:** ${submissionMarkdown(programme.submission, submitsWords)} **before ${moment(assessment, expiresAt)}** (${bothLeft(evaluatedAt, expiresAt)}).`, tasks.length === 0 ? void 0 : "→ If that is too soon, run the tests named here again first.")];
}
function taskItem(assessment, task) {
	const { application, assessed, scenario, finding } = task;
	const label = applicationLabel(assessment, application.name);
	const { requirement, status } = assessed;
	const what = `${label === void 0 ? "" : `${markdownText(label)}, `}${requirement.title.toLowerCase()}`;
	const deed = status === "missing" || status === "not-run" || scenario === void 0 ? `run ${requirement.wanted}` : status === "incomplete" ? `complete the evidence of ${scenario.id}, or run it again` : `run ${scenario.id} again`;
	const help = finding?.next ?? `Run ${scenario?.id ?? requirement.wanted} again in Trader Test and check again.`;
	return stacked(`**Tester:** ${deed} (${what})${untilWhen(assessment, task)}.`, finding === void 0 ? void 0 : markdownText(withoutSubject(finding), 600), `→ ${markdownText(help, 600)}`, beginning(assessment, task));
}
function withoutSubject({ message }) {
	const [subject = "", ...rest] = message.split(": ");
	const clause = rest.length === 0 ? subject : rest.join(": ");
	return `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}`;
}
function untilWhen(assessment, { assessed, by }) {
	if (by === void 0) return ", as soon as possible";
	const until = ` **before ${moment(assessment, by)}** (${bothLeft(assessment.evaluatedAt, by)})`;
	return assessed.expiresAt === void 0 ? `${until}, when the first of the other evidence expires` : `${until}, when its evidence expires, unless the form has been sent by then`;
}
function beginning(assessment, task) {
	const { evaluatedAt } = assessment;
	const found = beginningOf(task, evaluatedAt);
	if (found === void 0) return "";
	const { lastOpen, latest } = found;
	if (lastOpen === void 0) return "⚠️ Trader Test does not open again before then: send the form first, or run the test when it opens.";
	if (task.byHand.length === 0) return lastOpen === task.by ? "" : `Trader Test closes for the last time before then on ${moment(assessment, lastOpen)}.`;
	const because = "HMRC releases the movement by hand in this scenario, which can take a working day.";
	return latest === void 0 ? `⚠️ Begin now: ${because}` : `Begin by ${moment(assessment, latest)}: ${because}`;
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
		"Expires",
		"Left",
		"Working days left"
	], application.requirements.map((assessed) => {
		const { requirement, scenario, expiresAt } = assessed;
		const { icon, text } = statusWord(assessed);
		return [
			stacked(`**${requirement.title}**`, requirement.wanted),
			stacked(`${icon}&nbsp;${text}`, isShort(assessment, assessed) ? "⚠️&nbsp;expires&nbsp;soon" : void 0),
			scenario?.scenario.id ?? "–",
			expiresAt === void 0 ? "–" : moment(assessment, expiresAt, "short"),
			expiresAt === void 0 ? "–" : timeLeft(expiresAt, assessment.evaluatedAt).replace(/ left$/, ""),
			expiresAt === void 0 ? "–" : String(workingDaysBetween(assessment.evaluatedAt, expiresAt))
		];
	}));
}
function isShort({ evaluatedAt, clock }, { status, expiresAt }) {
	return status === "satisfied" && expiresAt !== void 0 && expiresSoon(expiresAt, evaluatedAt, clock);
}
function manualSections(programme, tasks) {
	const mails = tasks.flatMap(({ assessed, scenario, byHand }) => scenario === void 0 ? [] : byHand.map((step) => mail(assessed, scenario, step)));
	if (mails.length === 0) return [];
	const title = "Asking HMRC to release by hand";
	return [{
		id: "mails",
		title,
		priority: 3,
		open: `### ${title}\n\n${`In the normal procedure a person at HMRC moves the movement on after an e-mail. ${interventionRules(programme).map((rule) => markdownText(rule)).join(" ")}`}\n`,
		rows: [...new Set(mails)].map((text, index) => index === 0 ? text : `\n${text}`),
		close: "",
		more: moreMails
	}];
}
function moreMails(count) {
	return `… and ${plural(count, "more e-mail")} of this kind.`;
}
function mail(assessed, scenario, { number, step, mail: text }) {
	const { to, subject, body, when: urgent } = text;
	const { sends, receives } = step;
	const when = sends.length > 0 ? `when ${sends.join(" and ")} has been sent` : "when the step before it is done";
	const twin = assessed.scenario === void 0 ? ` (or ${assessed.requirement.first[1] ?? ""}, under its number)` : "";
	return [
		`**${scenario.id}**${twin}, step ${number}, ${urgent ?? when}; HMRC then sends ${receives.join(" and ")}:`,
		"",
		"```text",
		`To: ${to}`,
		`Subject: ${subject}`,
		"",
		...body,
		"```"
	].join("\n");
}
function bothLeft(from, to) {
	return `${timeLeft(to, from)}, ${plural(workingDaysBetween(from, to), "working day")}`;
}
function namesOf(assessment) {
	const names = assessment.applications.map(({ name }) => applicationLabel(assessment, name)).filter(Boolean);
	return names.length === 0 ? "" : ` (${names.join(", ")})`;
}

export { needsAttention, renderAllWell, renderIssue, renderOpenedAgain };