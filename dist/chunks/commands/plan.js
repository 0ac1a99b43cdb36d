import { n as tasksOf, p as stepsOf, r as assess, t as beginningOf } from "../assessment.js";
import { r as readReports } from "../check.js";
import { j as plural } from "../matching.js";
import { T as timeLeft, b as placeBeside, g as applicationLabel, x as renderHeadline, y as moment } from "../render.js";
import { E as submitsWords, a as interventionRules } from "../requirements.js";
import { C as mistakesInWords, c as settingsTable, d as instantOf, u as date, w as mistakesOf } from "../settings.js";
import { a as guardLine, i as wrap, l as oneLine, r as painter, t as hanging } from "../text.js";
import { g as workingDaysBetween } from "../time.js";
import { c as exitCodes, d as say, l as note, n as flagOf, o as appearance, t as callSettings, u as refuse } from "../commands.js";

// src/commands/plan.ts
const ofCheckOnly = /* @__PURE__ */ new Set([
	"checklist",
	"form-template",
	"report",
	"junit",
	"summary",
	"badge",
	"as-of"
]);
const plan = {
	name: "plan",
	summary: "Say which tests have to run until when, for a day of submission",
	usage: "[--submit DAY] [flags]",
	about: ["Reads reports as a check does and says which mandatory tests have to run before the form is sent, from when and until when, in working days and the opening hours of Trader Test; which of them wait for a step by hand at HMRC, with the e-mail that asks for it; and in which order to go about it.", "Without --submit it plans for the day of as-of in the configuration file, or else for evidence that expires within warn-days. Settings are those of a check."],
	flags: [{
		flag: "submit",
		name: "submit",
		kind: { is: "date" },
		description: "Day on which the form is to be sent, which means its end in time-zone; or a date and time with offset."
	}, ...settingsTable.filter(({ name, flag }) => flag && !ofCheckOnly.has(name)).map(flagOf)],
	examples: [{
		args: "plan --submit 2026-12-10",
		why: "what to run until then"
	}],
	exitCodes: [
		[0, "nothing has to run"],
		[1, "something has to run"],
		[2, "wrong settings"]
	],
	tellsMistakes: true,
	run: planAndSay
};
async function planAndSay(call) {
	const { values, now } = call;
	const { day, wrong } = readDay(values["submit"]);
	const read = await callSettings(call, wrong);
	if ("findings" in read) return refuse(mistakesInWords(read.findings));
	const { clock, findings: remarks } = read.settings;
	const submitAt = day === void 0 ? clock.reference === "ahead" ? clock.evaluatedAt : void 0 : instantOf(day, "end", clock.timeZone);
	if (submitAt !== void 0 && submitAt <= now) return refuse(mistakesInWords([dayMistake("lies in the past.", "Give a day that is still to come.")]));
	for (const { message, next } of remarks.filter(({ severity }) => severity !== "notice")) note([message, next].filter(Boolean).join(" "));
	const settings = {
		...read.settings,
		clock: {
			...clock,
			evaluatedAt: now,
			reference: "now"
		}
	};
	const assessment = assess(await readReports(settings, {
		now,
		progress: note
	}), now);
	say(renderPlan(assessment, submitAt, appearance()));
	return assessment.applications.some((application) => tasksOf(assessment, application, submitAt).length > 0) || obstaclesOf(assessment).length > 0 ? exitCodes.notReady : exitCodes.done;
}
function dayMistake(message, next) {
	return {
		kind: "settings",
		severity: "error",
		message,
		next,
		place: { setting: "flag --submit" }
	};
}
function readDay(text) {
	if (text === void 0) return {
		day: void 0,
		wrong: []
	};
	const { data: day, error } = date().schema.safeParse(text);
	return {
		day,
		wrong: mistakesOf(error?.issues ?? [], text, { isWritten: false }).map(({ message, next }) => dayMistake(message, next))
	};
}
function renderPlan(assessment, submitAt, { colour, width }) {
	const columns = Math.max(40, width);
	const paint = painter(colour);
	const { evaluatedAt, programme } = assessment;
	const tasks = inOrder(assessment.applications.flatMap((application) => tasksOf(assessment, application, submitAt)), evaluatedAt);
	const items = [
		...obstaclesOf(assessment).map(obstacleLines),
		...tasks.map((task) => taskLines(assessment, task, submitAt)),
		sendLines(assessment, tasks, submitAt)
	];
	const hasMail = tasks.some(({ byHand }) => byHand.length > 0);
	return `${[
		[
			...wrap(headline(assessment, tasks.length, submitAt), columns).map((line) => paint("bold", line)),
			...wrap(`Today: ${renderHeadline(assessment)}.`, columns),
			...wrap(`Trader Test is open ${programme.trading.open}.`, columns)
		],
		[paint("bold", "What to do, in this order"), ...items.flatMap(({ text, more }, index) => [...hanging(`${index + 1}.`.padStart(3), text, 4, columns), ...more.flatMap((line) => line.startsWith("  ") ? [`    ${line}`] : hanging("", line, 4, columns))])],
		hasMail ? wrap(interventionRules(programme).join(" "), columns) : [],
		lastingLines(assessment, tasks, columns)
	].filter((lines) => lines.length > 0).map((lines) => lines.map(guardLine).join("\n")).join("\n\n")}\n`;
}
function headline(assessment, count, submitAt) {
	const { evaluatedAt, programme } = assessment;
	const what = count === 0 ? "nothing has to run" : `${plural(count, "test")} to run`;
	if (submitAt === void 0) return `${programme.name}: ${what}, with no day of submission planned`;
	const days = `${timeLeft(submitAt, evaluatedAt)}, ${plural(workingDaysBetween(evaluatedAt, submitAt), "working day")}`;
	return `${programme.name}: ${what} before the form is sent, by ${moment(assessment, submitAt)} (${days})`;
}
function inOrder(tasks, from) {
	const latest = (task) => beginningOf(task, from)?.latest ?? from;
	return tasks.toSorted((a, b) => Number(b.byHand.length > 0) - Number(a.byHand.length > 0) || latest(a) - latest(b));
}
function obstaclesOf(assessment) {
	return stepsOf(assessment).flatMap(({ finding }) => finding.requirement === void 0 && finding.severity === "error" ? [finding] : []);
}
function obstacleLines(finding) {
	const place = placeBeside(finding);
	return {
		text: `${oneLine(finding.message, 1e3)}${place === void 0 ? "" : ` (${place})`}`,
		more: finding.next === void 0 ? [] : [`→ ${oneLine(finding.next, 1e3)}`]
	};
}
function taskLines(assessment, task, submitAt) {
	const { application, assessed, finding } = task;
	const { requirement, status, expiresAt } = assessed;
	const id = assessed.scenario?.scenario.id;
	const deed = id === void 0 || status === "not-run" ? `Run ${requirement.wanted}` : status === "incomplete" ? `Complete the evidence of ${id}, or run it again` : `Run ${id} again`;
	const what = [applicationLabel(assessment, application.name), requirement.title.toLowerCase()].filter(Boolean).join(", ");
	const tooEarly = submitAt === void 0 ? "" : ", before the form is sent";
	const why = finding !== void 0 ? finding.message : expiresAt === void 0 ? void 0 : `Its evidence expires on ${moment(assessment, expiresAt)}${tooEarly}.`;
	return {
		text: `${deed} (${what}).`,
		more: [
			...why === void 0 ? [] : [oneLine(why, 1e3)],
			...finding?.next === void 0 ? [] : [`→ ${oneLine(finding.next, 1e3)}`],
			...windowLines(assessment, task),
			...task.byHand.flatMap(mailLines)
		]
	};
}
function windowLines(assessment, task) {
	const { after, by, byHand } = task;
	const { evaluatedAt } = assessment;
	const found = beginningOf(task, evaluatedAt);
	const earliest = after === void 0 ? [] : [`Not before ${moment(assessment, after)}: what runs earlier is too old by then.`];
	if (found === void 0 || by === void 0) return ["As soon as possible: no evidence sets a date."];
	const { lastOpen, latest } = found;
	if (lastOpen === void 0) return [...earliest, `Trader Test does not open again before ${moment(assessment, by)}: plan for a later day.`];
	const days = plural(workingDaysBetween(Math.max(evaluatedAt, after ?? evaluatedAt), latest ?? lastOpen), "working day");
	const because = "HMRC does a step by hand, which can take a working day.";
	if (byHand.length === 0) return [...earliest, `Until ${moment(assessment, lastOpen)} (${days}).`];
	return [...earliest, latest === void 0 ? `Begin now: ${because}` : `Begin by ${moment(assessment, latest)} (${days}): ${because}`];
}
function mailLines({ number, step, mail: { to, subject, body, when } }) {
	const { sends, receives } = step;
	return [`E-mail for step ${number}, ${when ?? (sends.length > 0 ? `when ${sends.join(" and ")} has been sent` : "when the step before it is done")}; HMRC then sends ${receives.join(" and ")}:`, ...[
		`To: ${to}`,
		`Subject: ${subject}`,
		...body
	].map((line) => `  ${line}`)];
}
function sendLines(assessment, tasks, submitAt) {
	const { programme, expiresAt } = assessment;
	const until = tasks.length > 0 || expiresAt === void 0 ? [] : [`The evidence lasts until ${moment(assessment, expiresAt)}.`];
	const day = submitAt === void 0 ? "" : ` by ${moment(assessment, submitAt)}`;
	return {
		text: `${tasks.length === 0 ? "C" : "Then c"}heck again; to apply, ${submitsWords(programme.submission)}${day}.`,
		more: until
	};
}
function lastingLines(assessment, tasks, columns) {
	const running = new Set(tasks.map(({ assessed }) => assessed));
	return assessment.applications.flatMap(({ name, requirements, alsoRequired }) => {
		const label = applicationLabel(assessment, name);
		return [...requirements, ...alsoRequired].flatMap((assessed) => {
			const { requirement, scenario, expiresAt } = assessed;
			if (running.has(assessed) || expiresAt === void 0) return [];
			const what = [label, requirement.title].filter(Boolean).join(", ");
			return wrap(`Proven: ${what}, by ${scenario?.scenario.id ?? ""} until ${moment(assessment, expiresAt)}.`, columns);
		});
	});
}

export { plan };