import { A as listed, B as firstOf, H as isFatal, I as bindingKindOf, R as blocks, S as startOf, U as placeInWords, V as isAfterwards, h as decisionInWords, j as plural, v as nextFor, z as bySeverity } from "./matching.js";
import { a as guardLine, c as markdownText, d as visibleText, i as wrap, l as oneLine, o as markdownCode, p as xmlText, r as painter, s as markdownLink, t as hanging } from "./text.js";
import { C as statusText, S as reasonsOf, _ as findingsFor, a as otherScenarios, b as openOf, c as expiresSoon, d as remarksOf, f as scenarioRemarksOf, g as findingOf, h as fatalOf, i as explanationOf, l as adviceOf, m as evidenceFindings, o as othersInWords, p as stepsOf, s as sharedMovement, u as nextOf, v as isAbout, x as reasonsFor, y as isSubmittable } from "./assessment.js";
import { C as handInWords, E as submitsWords, b as flowTitle } from "./requirements.js";
import { _ as dayLength, c as formatUtc, i as formatDuration, l as isoUtc, o as formatMoment, r as formatBrief, v as wholeDays } from "./time.js";
import { n as verdictMark } from "./junit.js";

// src/render/words.ts
const statusIcons = {
	satisfied: "✅",
	incomplete: "❌",
	stale: "⌛",
	failed: "❌",
	"not-run": "⏸️",
	missing: "❔"
};
function statusWord({ status, scenario }) {
	return {
		icon: statusIcons[status],
		text: statusText(status, scenario)
	};
}
function timeLeft(expiresAt, evaluatedAt) {
	const days = wholeDays(evaluatedAt, expiresAt);
	return `${days >= 1 ? plural(days, "day") : formatDuration(expiresAt - evaluatedAt)} left`;
}
function moment({ clock }, instant, names = "long") {
	return formatMoment(instant, clock.timeZone, names);
}
function submissionMarkdown(submission, words) {
	const text = words(submission);
	if (submission.kind === "mail") return markdownText(text, 600);
	const { name, url } = submission;
	return text.split(`${name} (${url})`).map((part) => part.replace(/\S.*\S/su, (said) => markdownText(said, 600))).join(markdownLink(name, url));
}
function verdictWord(assessment, application) {
	const { verdict, expiresAt } = application ?? assessment;
	if (verdict === "not-ready") return {
		icon: "❌",
		text: `Not ready – ${whatIsWrong(assessment, application)}`
	};
	if (!isSubmittable(assessment, application)) return {
		icon: "⚠️",
		text: `Mandatory tests ${assessment.looksBack ? `were proven on ${dayOf(assessment)}` : "proven"} – not ready to submit: ${whatIsOpen(openOf(assessment, application))}`
	};
	if (expiresAt === void 0) return {
		icon: "✅",
		text: "Ready to submit – no mandatory test is required"
	};
	if (assessment.looksBack) return {
		icon: "ℹ️",
		text: `Was ready to submit on ${dayOf(assessment)} – evidence until ${moment(assessment, expiresAt)}`
	};
	const until = `evidence expires on ${moment(assessment, expiresAt)}, ${timeLeft(expiresAt, assessment.evaluatedAt)}`;
	return expiresSoon(expiresAt, assessment.evaluatedAt, assessment.clock) ? {
		icon: "⚠️",
		text: `Ready to submit, but not for long – ${until}`
	} : {
		icon: "✅",
		text: `Ready to submit – ${until}`
	};
}
function dayOf({ evaluatedAt }) {
	return formatUtc(evaluatedAt).split(",")[0] ?? "";
}
function renderHeadline(assessment) {
	return oneLine(verdictWord(assessment).text, 140);
}
function applicationLabel(assessment, name) {
	const [only, ...others] = assessment.applications;
	return others.length === 0 && only?.application.name === void 0 ? void 0 : oneLine(name, 60);
}
function sentenceOf(assessment, { application, requirement, scenario, message }) {
	return [...[application === void 0 ? void 0 : applicationLabel(assessment, application), requirement === void 0 ? scenario : void 0].filter((part) => part !== void 0), message].join(": ");
}
function placeBeside({ place }) {
	return placeInWords(place === void 0 ? void 0 : {
		...place,
		column: void 0
	});
}
function consequencesText(consequences) {
	if (consequences.length === 0) return;
	const names = consequences.map(({ message }) => message.split(":")[0] ?? "");
	return `This may be why there is no result for ${listed([...new Set(names)])}.`;
}
function ageRule({ clock: { maxAgeDays }, programme }) {
	const limit = programme.maxAgeDays;
	return maxAgeDays === limit ? `HMRC takes results that are less than ${plural(limit, "day")} old when it gets them.` : `Results must be less than ${plural(maxAgeDays, "day")} old (max-age-days; HMRC takes them up to ${limit}).`;
}
function eitherOf([gb, xi]) {
	return `${gb} or ${xi}`;
}
const maxCulprits = 2;
const otherReasons = [
	["evidence", (count) => `${plural(count, "finding")} in the evidence`],
	["form", (count) => `${plural(count, "question")} of the form open`],
	["recommended", (count) => `${plural(count, "recommended test")} not proven`]
];
function whatIsWrong(assessment, application) {
	const applications = application === void 0 ? assessment.applications : [application];
	const reasons = reasonsOf(assessment).filter((finding) => application === void 0 || finding.application === void 0 || finding.application === application.name);
	if (reasons.some(({ kind }) => kind === "no-report")) return "no test report was found";
	const requirements = applications.flatMap((one) => one.requirements);
	const unmet = requirements.filter(({ status }) => status !== "satisfied");
	const own = applications.flatMap(({ alsoRequired }) => alsoRequired).filter(({ status }) => status !== "satisfied");
	const others = otherReasons.flatMap(([kind, say]) => {
		const count = reasons.filter((reason) => reason.kind === kind).length;
		return unmet.length > 0 || own.length > 0 || count === 0 ? [] : [say(count)];
	});
	const all = /* @__PURE__ */ new Set([
		...unread(reasons),
		...culprits(unmet, requirements.length),
		...ownCulprits(own),
		...doubtful(reasons),
		...others
	]);
	return all.size === 0 ? plural(reasons.length, "reason") : [...all].join(", ");
}
function unread(reasons) {
	const errors = reasons.filter(({ requirement, scenario, application, kind }) => {
		return (requirement ?? scenario ?? application) === void 0 && kind !== "form" && kind !== "publishing";
	});
	const reports = new Set(errors.flatMap(({ kind, place }) => kind === "unreadable" ? place?.file ?? [] : []));
	const past = errors.filter(({ kind, place }) => kind === "stale" && place?.setting !== void 0);
	const others = errors.filter((one) => !past.includes(one) && (one.kind !== "unreadable" || one.place?.file === void 0));
	return [
		...reports.size === 0 ? [] : [`${plural(reports.size, "report")} can't be read`],
		...others.length === 0 ? [] : [plural(others.length, "problem with the reports", "problems with the reports")],
		...past.length === 0 ? [] : [`${plural(past.length, "setting lies", "settings lie")} in the past`]
	];
}
function doubtful(reasons) {
	const isShared = reasons.some(({ code }) => code === sharedMovement);
	const ids = reasons.flatMap(({ scenario, requirement, kind, code }) => scenario !== void 0 && requirement === void 0 && kind !== "evidence" && code !== "shared-movement" ? [scenario] : []);
	const { shown, more } = firstOf([...new Set(ids)], maxCulprits);
	return [...isShared ? ["one movement for several applications"] : [], ...shown.length === 0 ? [] : [`doubtful results of ${more > 0 ? plural(shown.length + more, "scenario") : listed(shown)}`]];
}
function culprits(unmet, all) {
	const { shown, more } = firstOf(unmet, maxCulprits);
	if (more > 0) return [`${unmet.length} of ${plural(all, "mandatory test")} not proven`];
	return shown.map(culprit);
}
function ownCulprits(unmet) {
	return unmet.length > maxCulprits ? [`${unmet.length} tests of also-required not proven`] : unmet.map((one) => one.scenario === void 0 ? `${one.requirement.wanted} missing` : culprit(one));
}
function culprit({ requirement, status, scenario }) {
	if (scenario === void 0) return requirement.cell === void 0 ? "no movement is proven" : `${requirement.wanted} missing`;
	const { id } = scenario.scenario;
	return status === "incomplete" ? `${id} passed, but its evidence is incomplete` : `${id} ${statusText(status, scenario)}`;
}
function whatIsOpen(open) {
	const ofScenarios = [...new Set(open.flatMap(({ kind, scenario }) => kind === "evidence" ? scenario ?? [] : []))].map((id) => `${lacking(open.filter(({ scenario }) => scenario === id))} of ${id}`);
	const questions = open.filter(({ kind, code }) => kind === "form" && code !== void 0).length;
	const document = open.filter(({ kind, code }) => kind === "form" && code === void 0).length;
	const others = open.filter(({ kind }) => kind !== "form" && kind !== "evidence");
	const isUnfilled = others.some(({ kind }) => kind === "document");
	const unwritten = others.filter(({ kind }) => kind !== "document").length;
	return [
		...ofScenarios.length > maxCulprits ? [`evidence of ${plural(ofScenarios.length, "scenario")}`] : ofScenarios,
		...questions === 0 ? [] : [plural(questions, "question")],
		...document === 0 ? [] : ["the document"],
		...isUnfilled ? ["the form is not filled in"] : [],
		...unwritten === 0 ? [] : [`${plural(unwritten, "file")} not written or uploaded`]
	].join(", ");
}
function lacking(findings) {
	const what = new Set(findings.map(({ code = "" }) => lackingWords.get(code) ?? "evidence"));
	return what.has("evidence") ? "evidence" : listed([...what]);
}
const lackingWords = /* @__PURE__ */ new Map([
	["mrn-missing", "MRN"],
	["message-missing", "message times"],
	["message-time", "message times"]
]);

// src/render/annotations.ts
const maxMessage$1 = 2e3;
function annotations(assessment, further = []) {
	const { failOn } = assessment;
	const ofSteps = stepsOf(assessment).filter(({ finding }) => finding.kind !== "form" || isFatal(finding, failOn)).map((step) => {
		const { finding, consequences } = step;
		return {
			...finding,
			next: adviceOf(step),
			severity: isFatal(finding, failOn) || fails(finding) ? "error" : "warning",
			message: [sentenceOf(assessment, finding), consequencesText(consequences)].filter((part) => part !== void 0).join(" ")
		};
	});
	const told = remarksOf(assessment, stepsOf(assessment)).filter(({ kind }) => kind === "settings" || kind === "publishing");
	return bySeverity([
		...ofSteps,
		...told,
		...further
	]).map(annotation);
}
function fails(finding) {
	return isAfterwards(finding) && finding.severity === "error";
}
function annotation(finding) {
	const { kind, severity, message, next, place } = finding;
	const isMistake = kind === "settings" && severity === "error";
	const inRepository = place?.file !== void 0 && (kind === "settings" || place.setting !== void 0);
	const where = inRepository ? isMistake ? place.setting : void 0 : placeInWords(place);
	return {
		...finding,
		message: oneLine([`${where === void 0 ? "" : `${where}: `}${message}`, next ?? ""].join(" "), maxMessage$1),
		next: void 0,
		place: inRepository ? {
			...place,
			file: visibleText(place.file).replaceAll("\n", " ")
		} : void 0
	};
}
function verdictOutputs(assessment) {
	const named = (...statuses) => {
		const names = assessment.applications.flatMap(({ requirements }) => requirements.filter(({ status }) => statuses.includes(status)).map(({ requirement, scenario }) => requirement.output ?? scenario?.scenario.id ?? requirement.wanted));
		return [...new Set(names)].join(", ");
	};
	return {
		verdict: assessment.verdict,
		submittable: String(isSubmittable(assessment)),
		missing: named("missing", "not-run", "incomplete"),
		failed: named("failed"),
		stale: named("stale"),
		"expires-at": assessment.expiresAt === void 0 ? "" : isoUtc(assessment.expiresAt),
		"days-left": assessment.daysLeft?.toString() ?? ""
	};
}

// src/render/markdown.ts
function tableSection(block, head, rows) {
	return blockSection(block, `${tableRow(head)}\n${tableRow(head.map(() => "---"))}`, rows.map(tableRow), (count) => tableRow([`… and ${count} more`, ...head.slice(1).map(() => "")]));
}
function listSection(block, items, numbered = false) {
	return blockSection(block, "", items.map((item, index) => `${numbered ? `${index + 1}.` : "-"} ${item}`), (count) => `${numbered ? `${items.length - count + 1}.` : "-"} … and ${count} more`);
}
function blockSection(block, before, rows, more) {
	const { id, title, priority, intro = "", folded = false } = block;
	const parts = [
		folded ? `<details>\n<summary>${title}</summary>` : `### ${title}`,
		intro,
		before
	].filter((part) => part !== "");
	return {
		id,
		title,
		priority,
		open: before === "" && rows.length > 0 ? `${parts.join("\n\n")}\n` : parts.join("\n\n"),
		rows,
		close: folded ? "\n</details>" : "",
		more
	};
}
function tableRow(cells) {
	return `| ${cells.join(" | ")} |`;
}
function stacked(...lines) {
	return lines.filter((line) => line !== void 0 && line !== "").join("<br>");
}
function placeCode(file, line) {
	return markdownCode(line === void 0 ? file : `${file}:${line}`, 200);
}
function fitSections(sections, maxBytes) {
	let shown = sections.map((section) => ({
		section,
		rows: section.rows.length
	}));
	const dropped = [];
	const byPriority = sections.map((section, index) => ({
		section,
		index
	})).filter(({ section }) => section.priority > 0).toSorted((a, b) => b.section.priority - a.section.priority || b.index - a.index);
	for (const { section: least } of byPriority) {
		const excess = utf8Length(assemble(shown, dropped)) - maxBytes;
		if (excess <= 0) return assemble(shown, dropped);
		const rows = rowsThatFit(least, utf8Length(sectionText(least)) - excess);
		if (rows > 0) return assemble(withRows(shown, least, rows), dropped);
		dropped.push(least);
		shown = shown.filter(({ section }) => section !== least);
	}
	const rest = assemble(shown, dropped);
	return utf8Length(rest) <= maxBytes ? rest : firstLines(rest, maxBytes);
}
function sectionText(section, rows = section.rows.length) {
	const left = section.rows.length - rows;
	return [
		section.open,
		...section.rows.slice(0, rows),
		left > 0 ? section.more(left) : "",
		section.close
	].filter((part) => part !== "").join("\n");
}
function utf8Length(text) {
	return encoder.encode(text).length;
}
const encoder = new TextEncoder();
function assemble(shown, dropped) {
	const texts = shown.map(({ section, rows }) => sectionText(section, rows));
	if (dropped.length > 0) {
		const titles = [...new Set(dropped.map(({ title }) => title))].toReversed();
		texts.push(`_Left out here because it is too long: ${titles.join(", ")}. The JSON report has everything._`);
	}
	return `${texts.join("\n\n")}\n`;
}
function withRows(shown, section, rows) {
	return shown.map((item) => item.section === section ? {
		section,
		rows
	} : item);
}
function rowsThatFit(section, bytes) {
	let used = utf8Length(sectionText(section, 0));
	let rows = 0;
	for (const row of section.rows) {
		used += utf8Length(row) + 1;
		if (used > bytes) return rows;
		rows += 1;
	}
	return rows;
}
function firstLines(text, maxBytes) {
	const bytes = encoder.encode(text).subarray(0, Math.max(0, maxBytes));
	const head = new TextDecoder().decode(bytes).replace(/\uFFFD+$/u, "");
	const end = head.lastIndexOf("\n");
	return end > 0 ? head.slice(0, end + 1) : head;
}

// src/render/summary/verdict.ts
function verdictSection(assessment, context) {
	const { icon, text } = verdictWord(assessment);
	const title = context.title === void 0 ? [] : [`**${markdownText(context.title)}**`];
	const several = assessment.applications.length > 1;
	return {
		id: "verdict",
		title: "Verdict",
		priority: 0,
		open: `${[
			`## ${icon} ${markdownText(assessment.programme.name)}: ${markdownText(text)}`,
			...title,
			facts(assessment),
			...stepNote(assessment)
		].join("\n\n")}${several ? "\n" : ""}`,
		rows: several ? assessment.applications.map((application) => applicationRow(assessment, application)) : [],
		close: "",
		more: (count) => `- … and ${plural(count, "more application")}`
	};
}
function facts(assessment) {
	const { programme } = assessment;
	const requirements = assessment.applications.flatMap((application) => application.requirements);
	const proven = requirements.filter(({ status }) => status === "satisfied").length;
	const cases = assessment.files.reduce((sum, file) => sum + file.cases, 0);
	return [
		`HMRC's ${programme.names.paper} for the CTC Traders API ${programme.api}`,
		`${proven} of ${plural(requirements.length, "mandatory test")} proven`,
		`${plural(assessment.files.length, "report")} with ${plural(cases, "case")} read`,
		`as of ${moment(assessment, assessment.evaluatedAt)}`
	].join(" · ");
}
function stepNote(assessment) {
	if (assessment.verdict === "ready" || fatalOf(assessment).length > 0) return [];
	return [`The step does not fail for this: <code>fail-on</code> names ${assessment.failOn.size === 0 ? "nothing" : [...assessment.failOn].join(", ")}.`];
}
function documentSection(assessment, { documents = [] }) {
	const { programme, expiresAt } = assessment;
	if (documents.length === 0) return void 0;
	const intro = isSubmittable(assessment) && !assessment.looksBack && expiresAt !== void 0 ? `HMRC must have the form before **${moment(assessment, expiresAt)}**. To apply, ${submissionMarkdown(programme.submission, submitsWords)}.` : void 0;
	return listSection({
		id: "documents",
		title: "Documents",
		priority: 3,
		intro
	}, documents.map((document) => documentItem(assessment, document)));
}
const documentTitles = {
	form: "HMRC's form, filled in",
	own: "Checklist with the evidence (not HMRC's form)",
	note: "How to submit the form",
	mail: "Draft of the mail to HMRC, with the form attached",
	calendar: "The deadline, for a calendar"
};
function documentItem(assessment, { application: name, kind, file, artifact }) {
	const application = assessment.applications.find((one) => one.name === name);
	const label = applicationLabel(assessment, name);
	const what = `${documentTitles[kind]}${label === void 0 ? "" : ` for ${markdownText(label)}`}`;
	const hold = kind === "form" ? notToBeSent(assessment, application) : void 0;
	const isSame = artifact !== void 0 && file.split("/").at(-1) === artifact.name;
	const place = [...isSame ? [] : [markdownCode(file)], ...artifact === void 0 ? [] : [`${isSame ? "" : "download "}${markdownLink(artifact.name, artifact.url)}`]].join(", ");
	const digest = artifact?.digest;
	return stacked(`📄 ${what}${hold === void 0 ? "" : ` – **${hold}**`}: ${place}`, digest === void 0 ? void 0 : `<sub>${markdownCode(digest)}</sub>`);
}
function notToBeSent(assessment, application) {
	if ((application ?? assessment).verdict === "not-ready") return "a draft, not to be sent";
	if (!isSubmittable(assessment, application)) return "not complete, not to be sent yet";
	return assessment.looksBack ? "as of a day in the past, not to be sent" : void 0;
}
function applicationRow(assessment, application) {
	const { icon, text } = verdictWord(assessment, application);
	return `- ${icon} **${markdownText(application.name)}**: ${markdownText(text)}`;
}
function nextSection(assessment) {
	const steps = stepsOf(assessment);
	if (steps.length === 0) return void 0;
	const items = steps.map((step) => stepItem(assessment, step, nextOf(steps, step)));
	return listSection({
		id: "next",
		title: "What to do next",
		priority: 2
	}, items, true);
}
function stepItem(assessment, { finding, consequences }, next) {
	const place = placeBeside(finding);
	const brought = consequencesText(consequences);
	return stacked(`${inBold(assessment, finding)}${place === void 0 ? "" : ` ${markdownCode(place, 200)}`}`, brought === void 0 ? void 0 : markdownText(brought, 600), next === void 0 ? void 0 : `→ ${markdownText(next, 600)}`);
}
function inBold(assessment, finding) {
	const message = sentenceOf(assessment, finding);
	const [subject = "", ...rest] = message.split(": ");
	if (!((finding.requirement ?? finding.scenario ?? finding.application) !== void 0) || rest.length === 0 || subject.length > 80) return `**${markdownText(message, 600)}**`;
	return `**${markdownText(subject)}:** ${markdownText(rest.join(": "), 600)}`;
}

// src/render/summary/tests.ts
function requirementSection(assessment, application) {
	if (application.requirements.length === 0) return void 0;
	const { combination, combinationBecause, requirements } = application;
	const shown = requirements.every(({ requirement }) => requirement.cell === void 0) ? [...new Set(requirements.flatMap(({ requirement }) => requirement.messages))] : [];
	const chosen = combination === void 0 ? void 0 : `**Combination ${combination}.** ${markdownText(combinationBecause ?? "", 500)}`;
	return tableSection({
		id: "requirements",
		title: titled(assessment, application, "Mandatory tests"),
		priority: 1,
		intro: chosen?.trim()
	}, [
		"Test",
		"Status",
		"Scenario and MRN",
		...shown.length === 0 ? ["Tested"] : shown,
		"Expires",
		"Result in"
	], application.requirements.map((requirement) => requirementRow(assessment, requirement, shown)));
}
function alsoRequiredSection(assessment, application) {
	if (application.alsoRequired.length === 0) return void 0;
	return tableSection({
		id: "also-required",
		title: titled(assessment, application, "Also required by your own rules"),
		priority: 1,
		intro: "Named by `also-required` and judged like mandatory tests. They are not among those that HMRC wants in its form."
	}, [
		"Test",
		"Status",
		"Scenario and MRN",
		"Tested",
		"Expires",
		"Result in"
	], application.alsoRequired.map((assessed) => requirementRow(assessment, assessed, [])));
}
const maxUnbroken = 20;
function requirementRow(assessment, assessed, shown) {
	const { requirement, scenario } = assessed;
	return [
		stacked(`**${requirement.title}**`, requirement.wanted.length > maxUnbroken ? requirement.wanted : requirement.wanted.replaceAll(" ", "&nbsp;"), requirement.cell && `<sub>matrix: ${requirement.cell.column.replaceAll(" ", "&nbsp;")}</sub>`),
		statusCell(assessment, assessed),
		scenario === void 0 ? "–" : stacked(scenario.scenario.id, identifier(scenario)),
		...shown.length === 0 ? [testedCell(assessment, scenario)] : shown.map((type) => messageCell(assessment, scenario, type)),
		assessed.status === "incomplete" ? "–" : expiresCell(assessment, scenario),
		resultCell(scenario)
	];
}
function statusCell(assessment, assessed) {
	const { icon, text } = statusWord(assessed);
	const { status, scenario } = assessed;
	const isProven = status === "satisfied" && scenario !== void 0;
	const isDoubtful = isProven && evidenceFindings(assessment, scenario).length > 0;
	const isShort = isProven && scenario.expiresAt !== void 0 && expiresSoon(scenario.expiresAt, assessment.evaluatedAt, assessment.clock);
	return stacked(`${icon}&nbsp;${text.replaceAll(" ", "&nbsp;")}`, isShort ? "⚠️&nbsp;expires&nbsp;soon" : void 0, isDoubtful ? "⚠️&nbsp;see&nbsp;evidence" : void 0);
}
function timeLines(assessment, instant) {
	const [day = "", ...time] = moment(assessment, instant, "short").split(", ");
	return stacked(day.replaceAll(" ", "&nbsp;"), time.join(", ").replaceAll(" ", "&nbsp;"));
}
function identifier({ evidence: { mrn, lrn } }) {
	if (mrn !== void 0) return markdownCode(mrn.value, 40);
	return lrn === void 0 ? "no MRN" : `LRN ${markdownCode(lrn.value, 40)}`;
}
function messageCell(assessment, scenario, type) {
	const time = scenario?.evidence.messages.get(type);
	return time === void 0 ? "–" : timeLines(assessment, time.value);
}
function testedCell(assessment, scenario) {
	if (scenario === void 0) return "–";
	if (scenario.testedAt === void 0) return "no date";
	const zone = scenario.assumedZone ? `written without offset, read as ${markdownText(assessment.clock.timeZone)}` : void 0;
	return stacked(timeLines(assessment, scenario.testedAt), zone === void 0 ? void 0 : `<sub>${zone}</sub>`);
}
function expiresCell(assessment, scenario) {
	if (scenario?.expiresAt === void 0 || scenario.status !== "passed" && scenario.status !== "stale") return "–";
	const { evaluatedAt } = assessment;
	const left = scenario.expiresAt > evaluatedAt ? timeLeft(scenario.expiresAt, evaluatedAt) : "expired";
	return stacked(timeLines(assessment, scenario.expiresAt), `(${left})`);
}
function resultCell(scenario) {
	const result = scenario === void 0 ? void 0 : decidingResult(scenario.counted);
	if (scenario === void 0 || result === void 0) return "–";
	const { attempt } = result;
	const others = scenario.counted.length - 1;
	return stacked(placeCode(attempt.file, attempt.line), markdownText(attempt.name === "" ? attempt.className : attempt.name, 120), attempt.provenance === void 0 ? void 0 : `<sub>from ${markdownLink(`run ${attempt.provenance.runId}`, attempt.provenance.runUrl)}</sub>`, others === 0 ? void 0 : `<sub>and ${plural(others, "more result")}</sub>`);
}
function decidingResult(counted) {
	const rank = {
		failed: 0,
		"not-run": 1,
		passed: 2
	};
	return counted.toSorted((a, b) => rank[a.attempt.outcome] - rank[b.attempt.outcome] || (a.time ?? -Infinity) - (b.time ?? -Infinity) || 0)[0];
}
function becauseSection(assessment, application) {
	if (application.requirements.every(({ requirement }) => requirement.cell === void 0)) return void 0;
	return listSection({
		id: "because",
		title: titled(assessment, application, "Why these tests"),
		priority: 5,
		folded: true
	}, application.requirements.map(({ requirement }) => `**${requirement.title}**: ${requirement.wanted}. ${markdownText(requirement.because, 500)}`));
}
function notRequiredSection(assessment, application) {
	if (application.notRequired.length === 0) return void 0;
	const causes = {
		"not-supported": "not supported",
		"credentials-held": "credentials held"
	};
	return listSection({
		id: "not-required",
		title: titled(assessment, application, "Not required"),
		priority: 5
	}, application.notRequired.map(({ flow, why, cause }) => `**${flowTitle(flow)}** (${causes[cause]}): ${markdownText(why, 500)}`));
}
function recommendedSection(assessment, application) {
	const { recommended } = application;
	if (recommended.length === 0) return void 0;
	const title = `Recommended tests: ${recommended.filter(({ status }) => status === "satisfied").length} of ${recommended.length} proven`;
	return tableSection({
		id: "recommended",
		title: titled(assessment, application, title),
		priority: 6,
		folded: true
	}, [
		"Test",
		"Procedure",
		"Status",
		"Scenario and MRN",
		"Expires",
		"Note"
	], recommended.map((assessed) => recommendedRow(assessment, assessed)));
}
function recommendedRow(assessment, assessed) {
	const { recommendation, scenario, note } = assessed;
	return [
		eitherOf(recommendation.accepts),
		recommendation.procedure,
		statusCell(assessment, assessed),
		scenario === void 0 ? "–" : stacked(scenario.scenario.id, identifier(scenario)),
		expiresCell(assessment, scenario),
		note === void 0 ? "" : markdownText(note, 500)
	];
}
function titled(assessment, application, title) {
	const label = applicationLabel(assessment, application.name);
	return label === void 0 ? title : `${markdownText(label)} – ${title}`;
}

// src/render/summary/details.ts
const maxOpen = 5;
function evidenceSection(assessment) {
	const items = scenarioRemarksOf(assessment, stepsOf(assessment)).map((finding) => `**${markdownText(finding.scenario ?? "")}**: ${remarkItem(finding)}`);
	if (items.length === 0) return void 0;
	return listSection({
		id: "evidence",
		title: "Evidence to look at",
		priority: 4,
		folded: items.length > maxOpen
	}, items);
}
function formSection(assessment, application, { documents = [] }) {
	const isFilledIn = documents.some(({ application: name, kind }) => name === application.name && kind === "form");
	const isFirst = application === assessment.applications[0];
	const { unanswered } = application;
	const { page } = assessment.programme.form.info;
	const hint = isFilledIn || !isFirst ? "" : `HMRC wants its own form: get it from the ${markdownLink(page.name, page.url)} and give its path as <code>form-template</code> to have it filled in.`;
	if (unanswered.length === 0 && hint === "") return void 0;
	const intro = unanswered.length === 0 ? hint : `${hint}${hint === "" ? "" : " "}Every question must be answered. Still open; put the answers under <code>answers</code> in the configuration file:`;
	const title = unanswered.length === 0 ? "HMRC's form" : `HMRC's form: ${plural(unanswered.length, "open question")}`;
	return listSection({
		id: "form",
		title: titled(assessment, application, title),
		priority: 5,
		intro,
		folded: unanswered.length > 0
	}, unanswered.map(({ key, label }) => `${markdownCode(key)}: ${markdownText(label)}`));
}
const severityIcons = {
	error: "❌",
	warning: "⚠️",
	notice: "ℹ️"
};
function remarkSection(assessment) {
	const items = bySeverity(remarksOf(assessment, stepsOf(assessment))).map(remarkItem);
	if (items.length === 0) return void 0;
	const folded = items.length > maxOpen;
	const title = folded ? `Also found (${items.length})` : "Also found";
	return listSection({
		id: "remarks",
		title,
		priority: 3,
		folded
	}, items);
}
function remarkItem(finding) {
	const { severity, message, next } = finding;
	const place = placeBeside(finding);
	const where = place === void 0 ? "" : ` (${markdownCode(place, 200)})`;
	const todo = next === void 0 ? "" : ` ${markdownText(next, 600)}`;
	return `${severityIcons[severity]} ${markdownText(message, 600)}${where}${todo}`;
}
function fileSection({ files }) {
	if (files.length === 0) return void 0;
	return tableSection({
		id: "files",
		title: `Reports read (${files.length})`,
		priority: 8,
		folded: true
	}, [
		"Report",
		"SHA-256",
		"Cases",
		"Failed",
		"Not run",
		"From",
		"Problem"
	], files.map(fileRow));
}
function fileRow({ path, sha256, cases, failed, notRun, provenance, problem }) {
	return [
		markdownCode(path, 200),
		sha256 === void 0 ? "–" : markdownCode(sha256.slice(0, 12)),
		String(cases),
		String(failed),
		String(notRun),
		provenance === void 0 ? "this run" : `${markdownLink(`run ${provenance.runId}`, provenance.runUrl)}, ${markdownCode(provenance.commit.slice(0, 7))}`,
		problem === void 0 ? "" : `❌ ${markdownText(problem.message, 300)}`
	];
}
const maxDecisions = 100;
function decisionSection({ scenarios, ofNone = [] }) {
	const all = [...scenarios.values()];
	const decided = [
		...all.flatMap(({ setAside = [] }) => setAside.filter(({ standing }) => standing.is !== "for-another")),
		...ofNone,
		...worstFirst(all.flatMap(({ counted }) => counted)).map(({ attempt }) => ({
			attempt,
			standing: isCounted
		}))
	];
	const { shown, more } = firstOf(decided, maxDecisions);
	if (shown.length === 0) return void 0;
	const left = more === 0 ? [] : [[
		`… and ${more} more, in the JSON report`,
		"",
		""
	]];
	return tableSection({
		id: "decisions",
		title: `Which results count, and why (${decided.length})`,
		priority: 8,
		folded: true
	}, [
		"Result",
		"In",
		"Decision"
	], [...shown.map(decisionRow), ...left]);
}
const isCounted = { is: "counts" };
function worstFirst(counted) {
	return [
		"failed",
		"not-run",
		"passed"
	].flatMap((outcome) => counted.filter(({ attempt }) => attempt.outcome === outcome));
}
function decisionRow(decided) {
	const [result, because] = "attempt" in decided ? [decided.attempt, decisionInWords(decided)] : [decided.result, decided.because];
	return [
		`${markdownText(result.name === "" ? result.className : result.name, 120)}: ${outcomeWords[result.outcome]}`,
		placeCode(result.file, result.line),
		markdownText(because, 600)
	];
}
const outcomeWords = {
	passed: "passed",
	failed: "failed",
	"not-run": "not run"
};
function methodSection(assessment) {
	const { evaluatedAt, clock, failOn, applications, scenarios } = assessment;
	const superseded = [...scenarios.values()].reduce((sum, scenario) => sum + scenario.superseded, 0);
	const items = [
		`Ages are counted to ${moment(assessment, evaluatedAt)} (${clock.reference === "now" ? "now" : "set by <code>as-of</code>"}).`,
		`Evidence must be less than ${plural(clock.maxAgeDays, "day")} (of 24 hours) old; a warning comes ${plural(clock.warnDays, "day")} before.`,
		...clock.notBefore === void 0 ? [] : [`Evidence from before ${moment(assessment, clock.notBefore)} doesn't count (<code>not-before</code>).`],
		...clock.phase === void 0 ? [] : [`Rules of phase ${clock.phase}.`],
		`Times without an offset are read in the zone ${markdownText(clock.timeZone)}; times here are UTC, with that zone beside it where it differs.`,
		`The step fails for: ${failOn.size === 0 ? "nothing" : [...failOn].join(", ")}.`,
		...applications.filter(({ application }) => application.flows.length > 0).map(({ name, application }) => `${markdownText(applicationLabel(assessment, name) ?? "Software")}: ${application.flows.map(({ flow, procedures }) => `${flow} (${procedures.join(" and ")})`).join(", ")}; combination ${application.combination}${application.credentialsHeld.length === 0 ? "" : `; credentials held: ${application.credentialsHeld.join(", ")}`}.`),
		...superseded === 0 ? [] : [`${plural(superseded, "older result")} of the same tests did not count.`]
	];
	return listSection({
		id: "method",
		title: "How it was assessed",
		priority: 7,
		folded: true
	}, items);
}
function aroundSection(assessment, application) {
	const { programme, scenarios } = assessment;
	if (!programme.tellsOthers) return;
	const other = otherScenarios([application], scenarios);
	const others = other.failed.length > 0 ? "" : othersInWords(other);
	const items = [
		...application.requirements.map(({ requirement, scenario, remark }) => markdownText(remark === void 0 || scenario === void 0 ? requirement.because : `${requirement.because} ${scenario.scenario.id} is used: ${remark}.`, 600)),
		...others === "" ? [] : [`Other scenarios run: ${markdownText(others, 600)}`],
		...byHand(programme.form.byHand.map(({ kind }) => kind)),
		submissionMarkdown(programme.submission, handInWords)
	];
	return listSection({
		id: "around",
		title: titled(assessment, application, "About this checklist"),
		priority: 4
	}, items);
}
function byHand(kinds) {
	const words = {
		tick: "tick the statements that are true",
		signature: "sign",
		date: "date the signature"
	};
	const todo = [...new Set(kinds)].map((kind) => words[kind]);
	return todo.length === 0 ? [] : [`To be done by hand: ${listed(todo)}.`];
}

// src/render/summary/timeline.ts
const lookBack = 14 * dayLength;
const title = "Until when the evidence lasts";
function timelineSection(assessment, application) {
	const bars = barsOf(assessment, application);
	if (bars.length === 0) return void 0;
	const { begin, end } = rangeOf(bars, assessment.evaluatedAt);
	const { expiresAt } = application;
	const heading = titled(assessment, application, title);
	return {
		id: "timeline",
		title,
		priority: 6,
		open: [
			`### ${heading}`,
			"",
			"```mermaid",
			"%%{init: {'gantt': {'leftPadding': 90}}}%%",
			"gantt",
			`  accTitle: ${title}`,
			"  accDescr: A bar from test to expiry for each piece of evidence. The same stands below as text.",
			"  dateFormat YYYY-MM-DD HH:mm",
			`  axisFormat ${end - begin > 3 * 864e5 ? "%d %b" : "%d %b %H:%M"}`,
			"  todayMarker off"
		].join("\n"),
		rows: [
			"  section Dates (UTC)",
			`  Assessed :milestone, ${stamp(assessment.evaluatedAt)}, 0d`,
			...expiresAt === void 0 ? [] : [`  Send before :crit, milestone, ${stamp(expiresAt)}, 0d`],
			...groups.flatMap((group) => {
				const own = bars.filter((bar) => bar.group === group);
				return own.length === 0 ? [] : [`  section ${group}`, ...own.map(task)];
			})
		],
		close: "```",
		more: (count) => `  %% … and ${plural(count, "more line")}`
	};
}
function timelineTextSection(assessment, application) {
	const { evaluatedAt } = assessment;
	const bars = barsOf(assessment, application);
	if (bars.length === 0) return void 0;
	const { begin, end } = rangeOf(bars, evaluatedAt);
	const labels = Math.max(...bars.map(({ label }) => label.length));
	const column = (instant) => Math.round((instant - begin) / (end - begin) * chartWidth);
	const pointer = `${" ".repeat(labels + 2 + Math.min(column(evaluatedAt), chartWidth - 1))}▼ assessed ${formatBrief(evaluatedAt)}`;
	return {
		id: "timeline-text",
		title: `${title} (text)`,
		priority: 7,
		open: [
			"<details>",
			`<summary>${titled(assessment, application, `${title}, as text`)}</summary>`,
			"",
			"```text",
			pointer
		].join("\n"),
		rows: bars.map((bar) => {
			const [from, now, to] = [
				column(bar.from),
				column(evaluatedAt),
				column(bar.to)
			];
			const left = bar.state === "over" ? to : Math.min(Math.max(now, from), to - 1);
			const drawn = `${" ".repeat(from)}${"░".repeat(left - from)}${"█".repeat(to - left)}`;
			return `${bar.label.padEnd(labels)}  ${drawn.padEnd(chartWidth)}  ${ending(bar, evaluatedAt)}`;
		}),
		close: "```\n\n</details>",
		more: (count) => `… and ${count} more`
	};
}
const groups = ["Mandatory", "Recommended"];
const chartWidth = 42;
function barsOf({ evaluatedAt, clock }, application) {
	const barOf = (group, scenario, label) => {
		if (scenario?.testedAt === void 0 || scenario.expiresAt === void 0) return [];
		const { status, testedAt: from, expiresAt: to } = scenario;
		if (status !== "passed" && status !== "stale" || to < evaluatedAt - lookBack) return [];
		const soon = expiresSoon(to, evaluatedAt, clock);
		return [{
			label,
			group,
			from,
			to,
			state: status === "stale" ? "over" : soon ? "soon" : "fresh"
		}];
	};
	return [...application.requirements.filter(({ status }) => status !== "incomplete").flatMap(({ requirement, scenario }) => barOf("Mandatory", scenario, `${scenario?.scenario.id} ${requirement.title.toLowerCase()}`)), ...application.recommended.filter(({ status }) => status === "satisfied").flatMap(({ scenario }) => barOf("Recommended", scenario, `${scenario?.scenario.id}`))];
}
function rangeOf(bars, evaluatedAt) {
	return {
		begin: Math.min(evaluatedAt, ...bars.map(({ from }) => from)),
		end: Math.max(evaluatedAt, ...bars.map(({ to }) => to))
	};
}
const tags = {
	fresh: "active",
	soon: "crit, active",
	over: "done"
};
function task({ label, state, from, to }) {
	return `  ${label}${state === "over" ? " (stale)" : ""} :${tags[state]}, ${stamp(from)}, ${stamp(to)}`;
}
function stamp(instant) {
	return new Date(instant).toISOString().slice(0, 16).replace("T", " ");
}
function ending({ to, state }, evaluatedAt) {
	if (state !== "over") return `until ${formatBrief(to)}, ${timeLeft(to, evaluatedAt)}`;
	return to <= evaluatedAt ? `over since ${formatBrief(to)}` : "stale";
}

// src/render/summary.ts
const summaryLimit = 1048576;
function renderSummary(assessment, context = {}) {
	return fitSections(summarySections(assessment, context), summaryLimit);
}
function summarySections(assessment, context = {}) {
	const perApplication = (sectionOf) => assessment.applications.map((application) => sectionOf(assessment, application));
	return [
		verdictSection(assessment, context),
		nextSection(assessment),
		...perApplication(requirementSection),
		...perApplication(alsoRequiredSection),
		...perApplication(aroundSection),
		documentSection(assessment, context),
		...perApplication(timelineSection),
		...perApplication(timelineTextSection),
		evidenceSection(assessment),
		...perApplication(becauseSection),
		...perApplication(notRequiredSection),
		...perApplication(recommendedSection),
		...perApplication((_, application) => formSection(assessment, application, context)),
		remarkSection(assessment),
		decisionSection(assessment),
		fileSection(assessment),
		methodSection(assessment)
	].filter((section) => section !== void 0);
}
function renderRefusal(mistakes) {
	const count = mistakes.length === 1 ? "a mistake" : `${mistakes.length} mistakes`;
	const items = mistakes.map(({ place, message, next }) => stacked(`${markdownCode(placeInWords(place) ?? "settings", 200)}: ${markdownText(message, 600)}`, next === void 0 ? void 0 : `→ ${markdownText(next, 600)}`));
	const title = `❌ Could not be checked: the settings have ${count}`;
	const list = listSection({
		id: "next",
		title: "What to put right",
		priority: 1,
		intro: "This checks the evidence for HMRC's checklists of the CTC Traders API (NCTS5, NCTS6). No report was read, so nothing is known to be ready."
	}, items, true);
	const head = {
		...list,
		id: "verdict",
		open: `## ${title}`,
		rows: [],
		priority: 0
	};
	return fitSections([head, list], maxRefusal);
}
const maxRefusal = 6e4;

// src/render/terminal.ts
function renderTerminal(assessment, { colour, width }) {
	const columns = Math.max(40, width);
	const paint = painter(colour);
	return `${[
		verdictLines(assessment, columns, paint),
		nextLines(assessment, columns, paint),
		...assessment.applications.map((application) => applicationLines(assessment, application, columns, paint)),
		remarkLines(assessment, columns, paint)
	].filter((lines) => lines.length > 0).map((lines) => lines.map(guardLine).join("\n")).join("\n\n")}\n`;
}
function verdictLines(assessment, columns, paint) {
	const { text } = verdictWord(assessment);
	const ready = assessment.expiringSoon || !isSubmittable(assessment) ? "yellow" : "green";
	const headline = `${assessment.programme.name}: ${text}`;
	const cases = assessment.files.reduce((sum, file) => sum + file.cases, 0);
	const read = `${plural(assessment.files.length, "report")} with ${plural(cases, "case")} read, as of ${moment(assessment, assessment.evaluatedAt)}`;
	return [...wrap(headline, columns).map((line) => paint(assessment.verdict === "ready" ? ready : "red", paint("bold", line))), ...wrap(read, columns).map((line) => paint("dim", line))];
}
function applicationLines(assessment, application, columns, paint) {
	const label = applicationLabel(assessment, application.name);
	const rows = [...application.requirements, ...application.alsoRequired].map((assessed) => {
		const { requirement, scenario, status } = assessed;
		const mrn = scenario?.evidence.mrn?.value;
		const left = status === "satisfied" && assessed.expiresAt !== void 0 ? timeLeft(assessed.expiresAt, assessment.evaluatedAt) : "";
		return {
			status,
			cells: [
				requirement.title,
				statusWord(assessed).text,
				scenario?.scenario.id ?? requirement.wanted,
				mrn === void 0 ? "" : oneLine(mrn, 24),
				left
			]
		};
	});
	const widths = rows.reduce((widest, { cells }) => cells.map((cell, index) => Math.max(cell.length, widest[index] ?? 0)), []);
	const quiet = (text) => wrap(text, columns - 2).map((line) => `  ${paint("dim", line)}`);
	return [
		...label === void 0 ? [] : [paint("bold", label)],
		...rows.map(({ status, cells }) => {
			return `  ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).map((cell, index) => index === 1 ? paint(statusColours[status], cell) : cell).join("  ").trimEnd()}`;
		}),
		...quiet(oneLine(application.combinationBecause ?? "")),
		...application.notRequired.flatMap(({ flow, why }) => quiet(`${flowTitle(flow)}: not required. ${oneLine(why)}`))
	];
}
const statusColours = {
	satisfied: "green",
	incomplete: "red",
	stale: "yellow",
	failed: "red",
	"not-run": "yellow",
	missing: "red"
};
function nextLines(assessment, columns, paint) {
	const steps = stepsOf(assessment);
	if (steps.length === 0) return [];
	return [paint("bold", "What to do next"), ...steps.flatMap((step, index) => {
		const { finding, consequences } = step;
		const next = nextOf(steps, step);
		const number = `${index + 1}.`.padStart(3);
		const said = `${sentenceOf(assessment, finding)}${inBrackets(finding)}`;
		const brought = consequencesText(consequences);
		return [
			...hanging(number, oneLine(said, 1e3), 4, columns),
			...brought === void 0 ? [] : hanging("", oneLine(brought, 1e3), 4, columns),
			...next === void 0 ? [] : hanging("", `→ ${oneLine(next, 1e3)}`, 4, columns)
		];
	})];
}
const maxRemarks = 20;
const severityColours = {
	error: "red",
	warning: "yellow",
	notice: "dim"
};
function remarkLines(assessment, columns, paint) {
	const steps = stepsOf(assessment);
	const remarks = bySeverity([...remarksOf(assessment, steps), ...scenarioRemarksOf(assessment, steps)]);
	if (remarks.length === 0) return [];
	const { shown, more } = firstOf(remarks, maxRemarks);
	const lines = shown.flatMap((finding) => {
		const { severity, next } = finding;
		const said = `${sentenceOf(assessment, finding)}${inBrackets(finding)}${next === void 0 ? "" : ` ${next}`}`;
		const [first = "", ...others] = hanging("", oneLine(said, 1e3), 11, columns);
		return [`  ${paint(severityColours[severity], severity.padEnd(7))}  ${first.trimStart()}`, ...others];
	});
	return [
		paint("bold", "Also found"),
		...lines,
		...more > 0 ? [`  … and ${more} more; the JSON report and the summary list them.`] : []
	];
}
function inBrackets(finding) {
	const place = placeBeside(finding);
	return place === void 0 ? "" : ` (${oneLine(place, 200)})`;
}

// src/render/junit.ts
const maxMessage = 2e3;
const maxFindings = 50;
function renderJUnit(assessment) {
	return [
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
		"<testsuites>",
		...assessment.applications.flatMap((application, index) => suiteOf(assessment, application, index)),
		"</testsuites>",
		""
	].join("\n");
}
function suiteOf(assessment, application, index) {
	const label = applicationLabel(assessment, application.name);
	const title = assessment.programme.names.check;
	const name = label === void 0 ? title : `${title}: ${label}`;
	const cases = casesOf(assessment, application);
	const skipped = cases.filter((one) => one.skipped !== void 0).length;
	return [
		`  <testsuite${attributesOf({
			name,
			package: "ncts5-production-checklist",
			id: index,
			timestamp: isoUtc(assessment.evaluatedAt).slice(0, 19),
			hostname: "localhost",
			tests: cases.length,
			failures: cases.filter(({ failure }) => failure !== void 0).length,
			errors: 0,
			...skipped === 0 ? {} : { skipped },
			time: 0
		})}>`,
		"    <properties>",
		...propertiesOf(assessment, application).map(([key, value]) => `      <property${attributesOf({
			name: key,
			value
		})}/>`),
		"    </properties>",
		...cases.flatMap((one) => caseLines(one, name)),
		`    <system-out>${xmlText(verdictWord(assessment, application).text, maxMessage)}</system-out>`,
		"    <system-err></system-err>",
		"  </testsuite>"
	];
}
function casesOf(assessment, application) {
	const tests = [...application.requirements, ...application.alsoRequired].map((assessed) => testCase(assessment, application, assessed));
	const reasons = reasonsFor(assessment, application);
	const others = reasons.filter(({ kind }) => kind !== "missing" && kind !== "failed" && kind !== "stale");
	const rest = reasons.length > 0 && tests.every(({ failure }) => failure === void 0) ? reasons : others;
	const [first] = rest;
	return [
		...tests,
		{
			name: otherCase,
			failure: first === void 0 ? void 0 : {
				type: first.kind,
				findings: rest
			}
		},
		...application.recommended.map(recommendedCase)
	];
}
const otherCase = "Reports, evidence and form";
function testCase(assessment, application, assessed) {
	const { requirement, status } = assessed;
	const name = `${requirement.title}: ${requirement.wanted}`;
	if (status === "satisfied") return { name };
	const own = findingOf(assessment, application, assessed);
	const explained = explanationOf(assessed, application.name, assessment.findings);
	const said = explained.length > 0 ? explained : [own ?? {
		message: statusWord(assessed).text,
		place: void 0
	}];
	const cause = stepsOf(assessment).find(({ consequences }) => own !== void 0 && consequences.includes(own));
	const next = cause === void 0 ? own?.next : `See '${otherCase}' first: ${cause.finding.message}`;
	return {
		name,
		failure: {
			type: status,
			findings: said.map(({ message, place }, index) => {
				return {
					message,
					place,
					next: index === said.length - 1 ? next : void 0
				};
			})
		}
	};
}
function recommendedCase(assessed) {
	const { recommendation, status, note } = assessed;
	const name = `Recommended, ${recommendation.procedure}: ${eitherOf(recommendation.accepts)}`;
	if (status === "satisfied") return { name };
	return {
		name,
		skipped: [statusWord(assessed).text, note].filter((text) => text !== void 0).join(". ")
	};
}
function caseLines({ name, failure, skipped }, className) {
	const open = `    <testcase${attributesOf({
		name,
		classname: className,
		time: 0
	})}`;
	if (failure !== void 0) {
		const { type, findings } = failure;
		const [first] = findings;
		const { shown, more } = firstOf(findings, maxFindings);
		return [
			`${open}>`,
			`      <failure${attributesOf({
				type,
				message: first === void 0 ? type : sentence(first)
			})}>`,
			...shown.flatMap(toldLines),
			...more > 0 ? [`… and ${more} more.`] : [],
			"      </failure>",
			"    </testcase>"
		];
	}
	if (skipped !== void 0) return [
		`${open}>`,
		`      <skipped>${xmlText(skipped, maxMessage)}</skipped>`,
		"    </testcase>"
	];
	return [`${open}/>`];
}
function toldLines(said) {
	const todo = said.next === void 0 ? [] : [xmlText(`What to do: ${said.next}`, maxMessage)];
	return [xmlText(sentence(said), maxMessage), ...todo];
}
function sentence(said) {
	const place = placeBeside({ place: said.place });
	return place === void 0 ? said.message : `${said.message} (${place})`;
}
function propertiesOf(assessment, { verdict, combination, expiresAt, requirements, alsoRequired, recommended }) {
	const proofs = [
		...requirements,
		...alsoRequired,
		...recommended
	].flatMap(({ scenario }) => scenario === void 0 ? [] : [scenario]);
	const unique = new Map(proofs.map((scenario) => [scenario.scenario.id, scenario]));
	return [
		[verdictMark, verdict],
		["evaluated-at", isoUtc(assessment.evaluatedAt)],
		...given("combination", combination),
		...given("expires-at", timeOf(expiresAt)),
		...[...unique.values()].flatMap(proofOf$1)
	];
}
function proofOf$1({ scenario, status, testedAt, expiresAt, evidence }) {
	return [
		[`${scenario.id}.status`, status],
		...given(`${scenario.id}.mrn`, evidence.mrn?.value),
		...given(`${scenario.id}.tested-at`, timeOf(testedAt)),
		...given(`${scenario.id}.expires-at`, timeOf(expiresAt)),
		...[...evidence.messages].flatMap(([type, { value }]) => given(`${scenario.id}.${type}`, timeOf(value)))
	];
}
function given(name, value) {
	return value === void 0 ? [] : [[name, value]];
}
function timeOf(instant) {
	return instant === void 0 ? void 0 : isoUtc(instant);
}
function attributesOf(values) {
	return Object.entries(values).map(([name, value]) => ` ${name}="${xmlText(String(value), maxMessage)}"`).join("");
}

// src/render/report-results.ts
function testOf({ attempt, time: at, timeFrom }) {
	return {
		...resultOf(attempt),
		matchedBy: attempt.matchedBy,
		flaky: attempt.flaky,
		ambiguous: attempt.ambiguous,
		declared: attempt.declared ?? null,
		message: attempt.message ?? null,
		time: time(at),
		timeFrom: timeFrom ?? null,
		provenance: provenanceOf(attempt.provenance),
		decision: decisionOf({
			attempt,
			standing: { is: "counts" }
		})
	};
}
function setAsideOf(decided) {
	const { attempt } = decided;
	return {
		...resultOf(attempt),
		matchedBy: attempt.matchedBy,
		time: time(startOf(attempt)),
		provenance: provenanceOf(attempt.provenance),
		decision: decisionOf(decided)
	};
}
function decisionOf(decided) {
	const { is } = decided.standing;
	const by = decided.standing.is === "superseded" ? byOf(decided.standing.by) : null;
	return {
		is,
		reason: decisionInWords(decided),
		next: nextFor(decided) ?? null,
		by
	};
}
function byOf(by) {
	return {
		...resultOf(by),
		time: time(startOf(by)),
		provenance: provenanceOf(by.provenance)
	};
}
function ofNoneOf({ result, because, next }) {
	return {
		...resultOf(result),
		provenance: provenanceOf(result.provenance),
		decision: {
			is: "of-none",
			reason: because,
			next: next ?? null,
			by: null
		}
	};
}
function resultOf({ file, line, suites, className, name, outcome }) {
	return {
		file,
		line,
		suite: suites.join(" › "),
		className,
		name,
		outcome
	};
}
function provenanceOf(provenance) {
	if (provenance === void 0) return null;
	const { artifact, artifactId, runId, runAttempt, runUrl, commit, branch } = provenance;
	return {
		artifact,
		artifactId,
		runId,
		runAttempt: runAttempt ?? null,
		runUrl,
		commit,
		branch
	};
}
function time(instant) {
	return instant === void 0 ? null : isoUtc(instant);
}

// src/render/report.ts
const schemaVersion = 2;
function renderReport(assessment, { documents = [] } = {}) {
	const { clock, scenarios } = assessment;
	const report = {
		schemaVersion,
		programme: assessment.programme.id,
		verdict: assessment.verdict,
		submittable: isSubmittable(assessment),
		evaluatedAt: isoUtc(assessment.evaluatedAt),
		expiresAt: time(assessment.expiresAt),
		daysLeft: assessment.daysLeft ?? null,
		expiringSoon: assessment.expiringSoon,
		failOn: [...assessment.failOn],
		reasons: reasonsOf(assessment).map((reason) => ({
			...reasonOf(reason),
			fatal: isFatal(reason, assessment.failOn)
		})),
		clock: {
			asOf: time(clock.reference === "now" ? void 0 : clock.evaluatedAt),
			maxAgeDays: clock.maxAgeDays,
			warnDays: clock.warnDays,
			notBefore: time(clock.notBefore),
			phase: clock.phase ?? null,
			timeZone: clock.timeZone
		},
		applications: assessment.applications.map((application) => applicationOf(assessment, application)),
		scenarios: Object.fromEntries([...scenarios].map(([id, scenario]) => [id, scenarioOf(assessment, scenario)])),
		ofNoScenario: (assessment.ofNone ?? []).map(ofNoneOf),
		files: assessment.files.map(fileOf),
		problems: assessment.findings.filter(isProblem).map(problemOf),
		checklists: documents.flatMap(({ application, file, kind }) => kind === "form" || kind === "own" ? [{
			application,
			file,
			kind
		}] : []),
		artifacts: documents.flatMap(({ artifact }) => artifact === void 0 ? [] : [{
			name: artifact.name,
			id: artifact.id,
			url: artifact.url
		}])
	};
	return `${JSON.stringify(report, null, 2)}\n`;
}
function reasonOf({ kind, message, next, application, place }) {
	return {
		kind: bindingKindOf(kind),
		message,
		next: next ?? "",
		application: application ?? null,
		file: place?.file ?? null,
		line: place?.line ?? null
	};
}
function isProblem({ kind, requirement, application }) {
	return (requirement ?? application) === void 0 && !(kind === "evidence" || kind === "failed" || kind === "missing" || kind === "stale") && kind !== "no-report" && kind !== "flaky";
}
function applicationOf(assessment, assessed) {
	const own = findingsFor(assessment, assessed).filter((finding) => blocks(finding, assessment.failOn) && (finding.application ?? finding.scenario) !== void 0);
	return {
		name: assessed.name,
		verdict: assessed.verdict,
		flows: assessed.application.flows.map(({ flow, procedures }) => ({
			flow,
			procedures
		})),
		credentialsHeld: assessed.application.credentialsHeld,
		combination: assessed.combination ?? null,
		combinationBecause: assessed.combinationBecause ?? null,
		expiresAt: time(assessed.expiresAt),
		daysLeft: assessed.daysLeft ?? null,
		requirements: assessed.requirements.map((requirement) => requirementOf(assessment, assessed, requirement)),
		notRequired: assessed.notRequired.map(({ flow, why, cause }) => ({
			flow,
			cause,
			why
		})),
		recommended: assessed.recommended.map(recommendedOf),
		alsoRequired: assessed.alsoRequired.map((requirement) => requirementOf(assessment, assessed, requirement)),
		reasons: own.map(reasonOf),
		unanswered: assessed.unanswered.map(({ key, label }) => ({
			key,
			label
		}))
	};
}
function requirementOf(assessment, application, assessed) {
	const { requirement, status, scenario, expiresAt } = assessed;
	const finding = findingOf(assessment, application, assessed);
	const explained = explanationOf(assessed, application.name, assessment.findings).map(inWords);
	return {
		id: requirement.id,
		title: requirement.title,
		flow: requirement.cell?.flow ?? null,
		accepts: requirement.accepts.map(({ id }) => id),
		column: requirement.cell?.column ?? null,
		because: requirement.because,
		status,
		...proofOf(scenario),
		expiresAt: time(expiresAt ?? scenario?.expiresAt),
		messages: scenario === void 0 ? {} : messageTimes(scenario.evidence),
		reasons: explained.length === 0 && finding !== void 0 ? [finding.message] : explained,
		next: finding?.next ?? null
	};
}
function recommendedOf({ recommendation, status, scenario, note }) {
	return {
		flow: recommendation.flow,
		procedure: recommendation.procedure,
		accepts: recommendation.accepts,
		xiAsPrinted: recommendation.xiAsPrinted ?? null,
		status,
		...proofOf(scenario),
		expiresAt: time(scenario?.expiresAt),
		note: note ?? null
	};
}
function proofOf(scenario) {
	return {
		scenario: scenario?.scenario.id ?? null,
		mrn: scenario?.evidence.mrn?.value ?? null,
		lrn: scenario?.evidence.lrn?.value ?? null,
		testedAt: time(scenario?.testedAt)
	};
}
function messageTimes({ messages }) {
	return Object.fromEntries([...messages].map(([type, { value }]) => [type, isoUtc(value)]));
}
function scenarioOf({ findings }, assessed) {
	const { scenario, evidence } = assessed;
	const own = findings.filter((finding) => isAbout(finding, assessed) && finding.application === assessed.application && !finding.requirement);
	return {
		title: scenario.title,
		flow: scenario.flow,
		procedure: scenario.procedure,
		region: scenario.region,
		status: assessed.status,
		undated: assessed.undated,
		testedAt: time(assessed.testedAt),
		expiresAt: time(assessed.expiresAt),
		assumedZone: assessed.assumedZone,
		superseded: assessed.superseded,
		reasons: own.filter(({ kind }) => kind !== "evidence" && kind !== "conflict").map(inWords),
		tests: assessed.counted.map(testOf),
		notCounted: (assessed.setAside ?? []).map(setAsideOf),
		evidence: {
			mrn: sourced(evidence.mrn),
			lrn: sourced(evidence.lrn),
			messages: Object.fromEntries([...evidence.messages].map(([type, message]) => [type, {
				...sourcedOf(message, isoUtc(message.value)),
				assumedZone: message.assumedZone
			}])),
			findings: own.filter(({ kind }) => kind === "evidence").map(({ code, message, place }) => ({
				code,
				message,
				file: place?.file ?? null,
				line: place?.line ?? null
			}))
		}
	};
}
function inWords({ message, place }) {
	const where = placeInWords(place);
	return where === void 0 ? message : `${message} (${where})`;
}
function sourced(value) {
	return value === void 0 ? null : sourcedOf(value, value.value);
}
function sourcedOf({ source, derived, file, line, provenance }, value) {
	return {
		value,
		source,
		derived,
		file,
		line,
		provenance: provenanceOf(provenance)
	};
}
function fileOf({ path, sha256, bytes, cases, failed, notRun, problem, provenance }) {
	return {
		path,
		sha256: sha256 ?? null,
		bytes,
		cases,
		failed,
		notRun,
		problem: problem === void 0 ? null : problemOf(problem),
		provenance: provenanceOf(provenance)
	};
}
function problemOf({ kind, severity, message, next, place }) {
	return {
		kind: kind === "document" ? "form" : kind,
		severity,
		message: next === void 0 ? message : `${message} ${next}`,
		file: place?.file ?? null,
		line: place?.line ?? null,
		column: place?.column ?? null
	};
}

export { statusWord as C, verdictWord as E, sentenceOf as S, timeLeft as T, consequencesText as _, renderSummary as a, placeBeside as b, listSection as c, utf8Length as d, annotation as f, applicationLabel as g, ageRule as h, renderRefusal as i, stacked as l, verdictOutputs as m, renderJUnit as n, summarySections as o, annotations as p, renderTerminal as r, fitSections as s, renderReport as t, tableSection as u, eitherOf as v, submissionMarkdown as w, renderHeadline as x, moment as y };