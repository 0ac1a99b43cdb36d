import { y as isSubmittable } from "./assessment.js";
import { E as submitsWords, b as flowTitle, d as answerTo } from "./requirements.js";
import { o as formatMoment, s as formatUk } from "./time.js";
import { d as visibleText, l as oneLine } from "./text.js";
import { g as applicationLabel } from "./render.js";

// src/form/calendar.ts
const reminders = [3, 1];
function renderCalendar({ id, at, madeAt, title, text, url }) {
	const summary = escaped(oneLine(title, 200));
	return [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//production-checklist//deadline//EN",
		"METHOD:PUBLISH",
		"BEGIN:VEVENT",
		`UID:${id}@production-checklist`,
		`DTSTAMP:${stamp(madeAt)}`,
		`SEQUENCE:${Math.floor(madeAt / 1e3)}`,
		`DTSTART:${stamp(at)}`,
		`DTEND:${stamp(at)}`,
		`SUMMARY:${summary}`,
		`DESCRIPTION:${escaped(visibleText(text))}`,
		...url === void 0 ? [] : [`URL:${url}`],
		"TRANSP:TRANSPARENT",
		...reminders.flatMap((days) => [
			"BEGIN:VALARM",
			"ACTION:DISPLAY",
			`DESCRIPTION:${summary}`,
			`TRIGGER:-P${days}D`,
			"END:VALARM"
		]),
		"END:VEVENT",
		"END:VCALENDAR",
		""
	].map(foldLine).join("\r\n");
}
function stamp(instant) {
	return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/gu, "")}Z`;
}
function escaped(text) {
	return text.replaceAll(/[\\;,]/gu, "\\$&").replaceAll("\n", "\\n");
}
function foldLine(line) {
	const lines = [];
	let current = "";
	for (const character of line) {
		if (Buffer.byteLength(current + character) > 75) {
			lines.push(current);
			current = " ";
		}
		current += character;
	}
	return [...lines, current].join("\r\n");
}

// src/form/mail.ts
const boundary = "=_checklist_=";
function renderMail({ to, subject, text, attachment }) {
	const name = oneLine(attachment.name, 100).replace(/["\\/:]/gu, "-");
	return [
		"X-Unsent: 1",
		`To: ${to}`,
		`Subject: ${headerText(subject)}`,
		"MIME-Version: 1.0",
		"Content-Type: multipart/mixed;",
		` boundary="${boundary}"`,
		"",
		`--${boundary}`,
		"Content-Type: text/plain; charset=utf-8",
		"Content-Transfer-Encoding: quoted-printable",
		"",
		quotedPrintable(text),
		`--${boundary}`,
		`Content-Type: ${attachment.type}`,
		"Content-Transfer-Encoding: base64",
		"Content-Disposition: attachment;",
		` ${fileName(name)}`,
		"",
		lines(Buffer.from(attachment.bytes).toString("base64")),
		`--${boundary}--`,
		""
	].join("\r\n");
}
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
function renderDraftMail(assessment, application, answers, form) {
	if (!canBeSent(assessment, application, form.lacking)) return;
	const { form: { info }, submission } = assessment.programme;
	if (submission.kind !== "mail") return;
	const names = submittedNames(answers);
	const software = names.software ?? applicationLabel(assessment, application.name);
	const { business } = names;
	const subject = [
		"Application for production credentials, CTC Traders API",
		business,
		software
	].filter((part) => part !== void 0).join(" – ");
	return renderMail({
		to: submission.to,
		subject,
		text: mailText(info, application, {
			...names,
			software
		}),
		attachment: {
			name: form.name,
			type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
			bytes: form.bytes
		}
	});
}
function canBeSent(assessment, application, lacking) {
	return isSubmittable(assessment, application) && lacking.length === 0;
}
function mailText(form, { requirements, notRequired }, { business, software, id }) {
	const tests = requirements.map(({ requirement, scenario }) => {
		const mrn = scenario?.evidence.mrn?.value;
		const tested = scenario?.testedAt === void 0 ? "" : `, tested ${formatMoment(scenario.testedAt, "UTC")}`;
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
function submittedNames(answers) {
	return {
		business: answerOf(answers, "business.name"),
		software: answerOf(answers, "production.applicationName"),
		id: answerOf(answers, "production.applicationId")
	};
}
function answerOf(answers, key) {
	const answer = answerTo(answers, key);
	return answer === void 0 ? void 0 : oneLine(String(answer), 100);
}
function inUk(instant, { timeZone }) {
	return formatMoment(instant, "Europe/London") === formatMoment(instant, "UTC") || timeZone === "Europe/London" ? [] : [`in the UK ${formatUk(instant)}`];
}
function renderDeadline(assessment, application, document) {
	const { expiresAt } = application;
	const { programme, evaluatedAt, clock } = assessment;
	if (expiresAt === void 0) return;
	const label = applicationLabel(assessment, application.name);
	const way = programme.submission;
	const name = oneLine(application.name, 60).replaceAll(/[^\p{L}\p{N}-]+/gu, "-");
	return renderCalendar({
		id: `${programme.id}-${name}`,
		at: expiresAt,
		madeAt: evaluatedAt,
		title: `${programme.name} evidence expires${label === void 0 ? "" : ` (${label})`}: HMRC must have the form before`,
		text: `HMRC must have ${document} before ${[formatMoment(expiresAt, clock.timeZone), ...inUk(expiresAt, clock)].join(", ")}.\nTo apply, ${submitsWords(way)}.`,
		url: way.kind === "upload" ? way.url : void 0
	});
}

export { submittedNames as a, renderDraftMail as i, inUk as n, renderDeadline as r, canBeSent as t };