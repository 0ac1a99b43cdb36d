import { t as TZDate } from "../lib/date-fns-tz.js";
import { d as answerTo, w as flowTitle } from "../requirements.js";
import { o as formatUtc } from "../time.js";
import { c as markdownText, l as oneLine, o as markdownCode } from "../text.js";
import { _ as relevantFindings, b as timeLeft, g as reasonsFor, m as applicationLabel, p as ageRule, y as statusWord } from "../render.js";

// src/form/mail.ts
/** Neither base64 nor quoted-printable can make it: both know '=' only before a digit or letter, or at an end. */
const BOUNDARY = "=_checklist_=";
/**
* A mail as a file (.eml) that mail programs open as a draft: it has neither sender nor date, those come from whoever
* sends it. ASCII throughout, lines ended by CRLF. The same draft always makes the same text.
* Source: RFC 5322, 2045 to 2047, 2183, 2231; `X-Unsent` is Outlook's own.
*/
function renderMail({ to, subject, text, attachment }) {
	const name = oneLine(attachment.name, 100).replace(/["\\/:]/gu, "-");
	return [
		"X-Unsent: 1",
		`To: ${to}`,
		`Subject: ${headerText(subject)}`,
		"MIME-Version: 1.0",
		"Content-Type: multipart/mixed;",
		` boundary="${BOUNDARY}"`,
		"",
		`--${BOUNDARY}`,
		"Content-Type: text/plain; charset=utf-8",
		"Content-Transfer-Encoding: quoted-printable",
		"",
		quotedPrintable(text),
		`--${BOUNDARY}`,
		`Content-Type: ${attachment.type}`,
		"Content-Transfer-Encoding: base64",
		"Content-Disposition: attachment;",
		` ${fileName(name)}`,
		"",
		lines(Buffer.from(attachment.bytes).toString("base64")),
		`--${BOUNDARY}--`,
		""
	].join("\r\n");
}
/** One line whatever comes in; encoded words where it isn't short and plain ASCII. */
function headerText(text) {
	const line = oneLine(text, 200);
	if (/^[\u0020-\u007E]{0,60}$/u.test(line) && !line.includes("=?")) return line;
	const words = [];
	let word = "";
	for (const character of line) {
		if (Buffer.byteLength(word + character) > 45) {
			words.push(word);
			word = "";
		}
		word += character;
	}
	return [...words, word].map((part) => `=?UTF-8?B?${Buffer.from(part).toString("base64")}?=`).join("\r\n ");
}
function fileName(name) {
	if (/^[\u0020-\u007E]*$/u.test(name)) return `filename="${name}"`;
	return `filename*=UTF-8''${encodeURIComponent(name).replace(/['()*!]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
}
function quotedPrintable(text) {
	return text.split("\n").map((line) => {
		const bytes = [...Buffer.from(line)];
		return softly(bytes.map((byte, index) => {
			return (byte === 32 || byte === 9 ? index < bytes.length - 1 : byte > 32 && byte < 127) && byte !== 61 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
		}));
	}).join("\r\n");
}
/** Lines of at most 76 characters, broken where no byte is cut. */
function softly(characters) {
	let result = "";
	let length = 0;
	for (const character of characters) {
		if (length + character.length > 75) {
			result += "=\r\n";
			length = 0;
		}
		result += character;
		length += character.length;
	}
	return result;
}
function lines(base64) {
	return (base64.match(/.{1,76}/gu) ?? []).join("\r\n");
}

// src/form/submission.ts
/**
* What a person has to do to send an application to HMRC, as Markdown: until when, what first, to whom, with what.
* Instants in UTC and in UK time. Nothing is ever sent by us, and it says so.
*/
function renderSubmissionNote(assessment, application, submission) {
	const label = applicationLabel(assessment, application.name);
	return `${[
		`# Submission to HMRC${label === void 0 ? "" : `: ${markdownText(label)}`}`,
		deadline(assessment, application),
		"Nothing has been sent. Sending is up to a person.",
		before(assessment, application, submission),
		sending(assessment.programme.submission, submission),
		evidence(application)
	].filter((section) => section !== "").join("\n\n")}\n`;
}
/**
* The application as a draft mail (.eml), unsent, with the filled-in form attached; undefined while something stands in
* its way or a question of the form is open: nobody should be handed a mail that must not be sent.
*/
function renderDraftMail(assessment, application, answers, form) {
	if (!isSendable(assessment, application)) return;
	const { form: { info }, submission } = assessment.programme;
	if (submission.kind !== "mail") return;
	const software = answerOf(answers, "production.applicationName") ?? applicationLabel(assessment, application.name);
	const business = answerOf(answers, "business.name");
	const subject = [
		"Application for production credentials, CTC Traders API",
		business,
		software
	].filter((part) => part !== void 0).join(" – ");
	return renderMail({
		to: submission.to,
		subject,
		text: mailText(info, application, {
			software,
			business,
			id: answerOf(answers, "production.applicationId")
		}),
		attachment: {
			name: form.name,
			type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
			bytes: form.bytes
		}
	});
}
function isSendable(assessment, application) {
	return application.verdict === "ready" && reasonsFor(assessment, application).length === 0 && application.unanswered.length === 0;
}
function deadline(assessment, application) {
	const { expiresAt } = application;
	if (reasonsFor(assessment, application).length > 0 || application.verdict === "not-ready") return "**Do not send it yet:** the application is not ready.";
	if (expiresAt === void 0) return "**No mandatory test is required**, so nothing in it expires.";
	const first = application.requirements.find((requirement) => requirement.expiresAt === expiresAt);
	const which = first?.scenario === void 0 ? "" : `: that is when the evidence of ${first.scenario.scenario.id} is too old`;
	const left = timeLeft(expiresAt, assessment.evaluatedAt);
	return `**Send it before ${formatUtc(expiresAt)}** (${formatUk(expiresAt)} in the UK; ${left})${which}. ` + ageRule(assessment);
}
/** What has to be put right or looked at first. */
function before(assessment, application, submission) {
	const { document, toCheck } = submission;
	const { page } = assessment.programme.form.info;
	return `## Before you send it\n\n${[
		...reasonsFor(assessment, application).map(({ message, next }) => `${markdownText(message, 600)} ${markdownText(next ?? "", 600)}`),
		...application.unanswered.map(({ key, label }) => `Answer ${markdownCode(key)}: ${markdownText(label)}`),
		...document.kind === "own" ? [`Get HMRC's form from the ${markdownText(page.name)} (${page.url}), and give its path as ${markdownCode("form-template")}: HMRC takes its own form only.`] : [`Read the whole form ${markdownCode(document.name)}; every question must be answered.`],
		...toCheck.map((sentence) => markdownText(sentence, 600)),
		...findings(application)
	].map((item) => `- [ ] ${item}`).join("\n")}`;
}
function findings({ requirements }) {
	return requirements.flatMap(({ scenario }) => scenario === void 0 ? [] : [scenario]).flatMap((scenario) => relevantFindings(scenario).map(({ message }) => `Evidence of ${scenario.scenario.id}: ${markdownText(message, 600)}`));
}
function sending(way, { document, draft }) {
	const attached = document.kind === "form" ? markdownCode(document.name) : "HMRC's form, filled in";
	if (way.kind === "upload") return [
		"## Uploading it",
		"",
		`Upload ${attached} in the ${way.name} (${way.url}), ${way.condition}; up to ${way.maxFiles} files. Replies come from ${way.repliesFrom}: put it on the list of safe senders. ${way.warning}`
	].join("\n");
	const how = draft === void 0 ? "A draft of the mail is made when the form is filled in, every question is answered and the application is ready." : `The draft ${markdownCode(draft)} has address, subject and attachment; open it in your mail program.`;
	return `## Sending it\n\n- To: ${way.to}\n- Attached: ${attached}, nothing else\n- ${how}`;
}
/** The mandatory tests, as the form has them. */
function evidence({ requirements, notRequired }) {
	const rows = [...requirements.map((assessed) => row(assessed)), ...notRequired.map(({ flow, why }) => [
		flowTitle(flow),
		"not applicable",
		markdownText(why),
		""
	])].map((cells) => `| ${cells.join(" | ")} |`);
	if (rows.length === 0) return "";
	return [
		"## Mandatory tests",
		"",
		"| Test | Scenario | MRN | Send before |",
		"| --- | --- | --- | --- |",
		...rows
	].join("\n");
}
function row(assessed) {
	const { requirement, scenario, status, expiresAt } = assessed;
	const name = requirement.title;
	if (status !== "satisfied" || scenario === void 0) return [
		name,
		`${requirement.wanted}: ${statusWord(assessed).text}`,
		"",
		""
	];
	const mrn = scenario.evidence.mrn === void 0 ? "missing" : markdownCode(scenario.evidence.mrn.value, 40);
	return [
		name,
		scenario.scenario.id,
		mrn,
		expiresAt === void 0 ? "" : formatUtc(expiresAt)
	];
}
function mailText(form, { requirements, notRequired }, { business, software, id }) {
	const tests = requirements.map(({ requirement, scenario }) => {
		const mrn = scenario?.evidence.mrn?.value;
		const tested = scenario?.testedAt === void 0 ? "" : `, tested ${formatUtc(scenario.testedAt)}`;
		return `- ${requirement.title}: ${scenario?.scenario.id ?? ""}${mrn === void 0 ? "" : `, MRN ${oneLine(mrn, 40)}`}${tested}`;
	});
	const others = notRequired.map(({ flow, why }) => `- ${flowTitle(flow)}: not applicable. ${oneLine(why)}`);
	const about = [
		["Business", business],
		["Production application", software],
		["Production application ID", id]
	].flatMap(([name, value]) => name === void 0 || value === void 0 ? [] : [`${name}: ${value}`]);
	return [
		"Hello,",
		"",
		`attached is our application for production credentials: '${form.name}'.`,
		"",
		...about.length === 0 ? [] : [...about, ""],
		"Mandatory tests:",
		...tests,
		...others,
		"",
		"Kind regards",
		""
	].join("\n");
}
function answerOf(answers, key) {
	const answer = answerTo(answers, key);
	return answer === void 0 ? void 0 : oneLine(String(answer), 100);
}
/** `12 December 2026, 09:00:00 GMT`, in summer `… BST`. */
function formatUk(instant) {
	const offset = -new TZDate(instant, "Europe/London").getTimezoneOffset();
	return formatUtc(instant + offset * 6e4).replace(/UTC$/u, offset === 0 ? "GMT" : "BST");
}

export { renderDraftMail, renderSubmissionNote };