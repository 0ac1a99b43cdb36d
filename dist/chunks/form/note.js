import { l as adviceOf, p as stepsOf } from "../assessment.js";
import { C as statusWord, S as sentenceOf, T as timeLeft, _ as consequencesText, g as applicationLabel, h as ageRule } from "../render.js";
import { b as flowTitle } from "../requirements.js";
import { l as oneLine } from "../text.js";
import { a as formatForForm, o as formatMoment } from "../time.js";
import { a as submittedNames, n as inUk, t as canBeSent } from "../submission.js";

// src/form/note.ts
function renderSubmissionNote(assessment, application, submission) {
	const label = applicationLabel(assessment, application.name);
	const title = `Submission to HMRC${label === void 0 ? "" : `: ${oneLine(label, 100)}`}`;
	const body = [
		`<h1>${html(title)}</h1>`,
		deadline(assessment, application, submission),
		"<p>Nothing has been sent: a person has to send it.</p>",
		`<h2>Before you send it</h2>\n${list(before(assessment, application, submission), true)}`,
		sending(assessment, application, submission),
		evidence(application)
	];
	return [
		"<!doctype html>",
		"<html lang=\"en\">",
		"<meta charset=\"utf-8\">",
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
		`<title>${html(title)}</title>`,
		`<style>${style}</style>`,
		...body.filter((section) => section !== ""),
		"</html>",
		""
	].join("\n");
}
const style = "body{font:16px/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#0b0c0c}table{border-collapse:collapse}td,th{border:1px solid #b1b4b6;padding:.3rem .6rem;text-align:left;vertical-align:top}ul.todo{list-style:none;padding:0}ul.todo li{margin:.4rem 0 .4rem 1.6rem;text-indent:-1.6rem}pre{background:#f3f2f1;padding:1rem;white-space:pre-wrap}.stop{border-left:5px solid #d4351c;padding-left:1rem}.until{border-left:5px solid #00703c;padding-left:1rem}";
function deadline(assessment, application, submission) {
	const { expiresAt } = application;
	if (!canBeSent(assessment, application, submission.lacking)) return `<p class="stop"><strong>Do not send it yet:</strong> ${reasonNotToSend(application, submission)}.</p>`;
	if (expiresAt === void 0) return "<p><strong>No mandatory test is required</strong>, so nothing in it expires.</p>";
	const id = [...application.requirements, ...application.alsoRequired].find((requirement) => requirement.expiresAt === expiresAt)?.scenario?.scenario.id;
	const which = id === void 0 ? "" : `: that is when the evidence of ${html(id)} is too old`;
	const left = timeLeft(expiresAt, assessment.evaluatedAt);
	return `<p class="until"><strong>HMRC must have it before ${html(formatMoment(expiresAt, assessment.clock.timeZone))}</strong> (${[...inUk(expiresAt, assessment.clock), html(left)].join("; ")})${which}. ${html(ageRule(assessment))}</p>`;
}
function reasonNotToSend({ unanswered, verdict }, { lacking }) {
	if (verdict === "not-ready") return "not every mandatory test is proven, so this form is a draft";
	if (lacking.length > 0) return "evidence of mandatory tests is missing in the form";
	if (unanswered.length > 0) return `${unanswered.length} ${unanswered.length === 1 ? "question of the form is" : "questions of the form are"} open`;
	return "something in its evidence has to be corrected first";
}
function before(assessment, application, submission) {
	const { document, toCheck } = submission;
	const steps = stepsOf(assessment, application).filter(({ finding: { kind } }) => kind !== "form");
	const version = document.version === void 0 ? "" : `, ${html(document.version)}`;
	return [
		...steps.map((step) => {
			return html([
				sentenceOf(assessment, step.finding),
				consequencesText(step.consequences),
				adviceOf(step)
			].filter((text) => text !== void 0).join(" "), 900);
		}),
		...steps.length > 0 ? [] : lackingItems(submission),
		...application.unanswered.map(({ key, label }) => `Answer ${code(key)}: ${html(label)}`),
		...toCheck.map((sentence) => html(sentence, 600)),
		...byHand(submission),
		`Read the whole form ${code(document.name)}${version}; every question must be answered.`
	];
}
function lackingItems({ lacking }) {
	return [...new Set(lacking.map((name) => name.split(": ")[0] ?? name))].map((test) => {
		const fields = lacking.filter((name) => name.startsWith(`${test}: `)).map((name) => name.slice(`${test}: `.length)).join(", ");
		return `Missing in the form, though HMRC wants it: ${html(fields === "" ? test : `${test}: ${fields}`, 600)}`;
	});
}
function byHand({ byHand: fields }) {
	const open = (kind) => fields.filter(({ field, isDone }) => field.kind === kind && !isDone);
	const label = ({ field }) => html(field.label.replace(/:$/u, ""));
	const statements = open("tick").map(label);
	return [
		...statements.length === 0 ? [] : [`By hand: tick the statements that are true: ${statements.map((text) => `'${text}'`).join(", ")}`],
		...open("signature").map((one) => `By hand: sign it at '${label(one)}'`),
		...open("date").map((one) => `By hand: date it at '${label(one)}'`)
	];
}
function sending(assessment, application, submission) {
	const { document, draft, calendar } = submission;
	const way = assessment.programme.submission;
	const reminder = calendar === void 0 ? [] : [`The deadline for your calendar: ${code(calendar)}`];
	const isDone = canBeSent(assessment, application, submission.lacking);
	if (way.kind === "upload") return [
		"<h2>Uploading it</h2>",
		`<p>${isDone ? `Upload ${code(document.name)}` : "Once everything above is done, check again and upload the form that is written then"} in the <a href="${html(way.url)}">${html(way.name)}</a> (${html(way.url)}), ${html(way.condition)}; up to ${way.maxFiles} files. Replies come from ${html(way.repliesFrom)}: put it on the list of safe senders. ${html(way.warning)}</p>`,
		...isDone ? ["<p>A text to paste there:</p>", `<pre>${pasted(assessment.programme, application, submission.answers)}</pre>`] : [],
		...reminder.length === 0 ? [] : [list(reminder)]
	].join("\n");
	const attached = isDone ? [`Attached: ${code(document.name)}, nothing else`] : [];
	const how = draft === void 0 ? "A draft of the mail is made once everything above is done." : `The draft ${code(draft)} has address, subject and attachment; open it in your mail program.`;
	return `<h2>Sending it</h2>\n${list([
		`To: ${html(way.to)}`,
		...attached,
		how,
		...reminder
	])}`;
}
function pasted(programme, application, answers) {
	const { business, software, id } = submittedNames(answers);
	const lines = [
		["Software developer", business],
		["Production application", software],
		["Production application ID", id],
		...application.requirements.flatMap(({ requirement, scenario, status }) => {
			const { mrn, messages } = (status === "satisfied" ? scenario?.evidence : void 0) ?? {};
			const times = requirement.messages.map((type) => [type, messages?.get(type)?.value]);
			return [["MRN", mrn?.value], ...times.map(([type, time]) => [type, time === void 0 ? void 0 : formatForForm(time)])];
		})
	].flatMap(([name = "", value]) => value === void 0 ? [] : [html(`${name}: ${value}`, 200)]);
	return [
		html(`${programme.name} ${programme.names.paper}`),
		"",
		...lines
	].join("\n");
}
function evidence({ requirements, notRequired }) {
	const rows = [...requirements.map((assessed) => row(assessed)), ...notRequired.map(({ flow, why }) => [
		html(flowTitle(flow)),
		"not applicable",
		html(why),
		""
	])];
	return [
		"<h2>Mandatory tests</h2>",
		"<table>",
		tableRow([
			"Test",
			"Scenario",
			"MRN",
			"Expires"
		], "th"),
		...rows.map((cells) => tableRow(cells, "td")),
		"</table>"
	].join("\n");
}
function row(assessed) {
	const { requirement, scenario, status, expiresAt } = assessed;
	const name = html(requirement.title);
	if (status !== "satisfied" || scenario === void 0) return [
		name,
		html(`${requirement.wanted}: ${statusWord(assessed).text}`),
		"",
		""
	];
	const { mrn } = scenario.evidence;
	const shown = mrn === void 0 ? "missing" : code(mrn.value, 40);
	return [
		name,
		html(scenario.scenario.id),
		shown,
		expiresAt === void 0 ? "" : formatMoment(expiresAt, "UTC", "short")
	];
}
function tableRow(cells, tag) {
	return `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
}
function list(items, isToDo = false) {
	const box = isToDo ? "<input type=\"checkbox\"> " : "";
	return `<ul${isToDo ? " class=\"todo\"" : ""}>\n${items.map((item) => `<li>${box}${item}</li>`).join("\n")}\n</ul>`;
}
function code(text, max = 120) {
	return `<code>${html(text, max)}</code>`;
}
const entities = /* @__PURE__ */ new Map([
	["&", "&amp;"],
	["<", "&lt;"],
	[">", "&gt;"],
	["\"", "&quot;"]
]);
function html(text, max = 300) {
	return oneLine(text, max).replaceAll(/[&<>"]/gu, (sign) => entities.get(sign) ?? sign);
}

export { renderSubmissionNote };