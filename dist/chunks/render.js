import { i as formatDuration, m as wholeDays, o as formatUtc, p as dayLength, r as formatBrief, s as isoUtc } from "./time.js";
import { w as flowTitle } from "./requirements.js";
import { d as placeInWords, s as plural, u as bySeverity } from "./matching.js";
import { a as guardLine, c as markdownText, d as visibleText, i as wrap, l as oneLine, o as markdownCode, p as xmlText, r as painter, s as markdownLink } from "./text.js";
import { n as spoilsSoon } from "./assessment.js";
import { n as verdictMark } from "./junit.js";

// src/render/words.ts
const statusWords = {
	satisfied: {
		icon: "✅",
		text: "proven"
	},
	incomplete: {
		icon: "❌",
		text: "no proof"
	},
	stale: {
		icon: "⌛",
		text: "stale"
	},
	failed: {
		icon: "❌",
		text: "failed"
	},
	"not-run": {
		icon: "⏸️",
		text: "not run"
	},
	missing: {
		icon: "❔",
		text: "no result"
	}
};
/** How it stands with a mandatory or recommended test: `⌛ undated`. */
function statusWord({ status, scenario }) {
	if (status === "stale" && scenario?.undated === true) return {
		icon: "⌛",
		text: "undated"
	};
	return statusWords[status];
}
/** `13 days left`, under a day `5 hours 20 minutes left`. */
function timeLeft(expiresAt, evaluatedAt) {
	const days = wholeDays(evaluatedAt, expiresAt);
	return `${days >= 1 ? plural(days, "day") : formatDuration(expiresAt - evaluatedAt)} left`;
}
/** The verdict in one sentence, without an end mark: of all applications, or of one of them. */
function verdictWord(assessment, application) {
	const { verdict, expiresAt } = application ?? assessment;
	const applications = application === void 0 ? assessment.applications : [application];
	if (verdict === "not-ready") return {
		icon: "❌",
		text: `Not ready – ${whatIsWrong(assessment, applications)}`
	};
	if (expiresAt === void 0) return {
		icon: "✅",
		text: "Ready to submit – no mandatory test is required"
	};
	const until = `evidence lasts until ${formatUtc(expiresAt)} (${timeLeft(expiresAt, assessment.evaluatedAt)})`;
	return assessment.expiringSoon && spoilsSoon(expiresAt, assessment.evaluatedAt, assessment.clock) ? {
		icon: "⚠️",
		text: `Ready, but not for long – ${until}`
	} : {
		icon: "✅",
		text: `Ready to submit – ${until}`
	};
}
/**
* The verdict on one line of at most 140 characters, for a commit status, a check run's title or the log. Plain text without icon:
* `Ready to submit – evidence lasts until 12 December 2026, 09:00:00 UTC (13 days left)`.
*/
function renderHeadline(assessment) {
	return oneLine(verdictWord(assessment).text, 140);
}
/** What stands in the way of that application: its own reasons and those that concern all, in the order to act on. */
function reasonsFor({ reasons }, { name }) {
	return reasons.filter(({ application }) => application === void 0 || application === name);
}
/** What is wrong with or missing from the evidence; of a scenario that did not pass, what is missing goes without saying. */
function relevantFindings({ status, evidence }) {
	const isOpen = status === "failed" || status === "not-run";
	return evidence.findings.filter(({ code }) => !(isOpen && (code === "mrn-missing" || code === "message-missing")));
}
/** The applications with their names where there is something to tell apart. */
function applicationLabel(assessment, name) {
	return assessment.applications.length > 1 || name !== "default" ? oneLine(name, 60) : void 0;
}
/** `results/a.xml:12`, to stand beside a message that doesn't name the file itself; undefined where there is nothing to add. */
function placeBeside({ message, place }) {
	if (place?.file === void 0 || message.includes(place.file)) return void 0;
	return placeInWords({
		file: place.file,
		line: place.line
	});
}
/** How old evidence may be, as a sentence; names HMRC's limit where the settings are stricter. */
function ageRule({ clock: { maxAgeDays }, programme }) {
	const limit = programme.maxAgeDays;
	return maxAgeDays === limit ? `HMRC takes results that are less than ${plural(limit, "day")} old when it gets them.` : `Results must be less than ${plural(maxAgeDays, "day")} old (max-age-days; HMRC takes them up to ${limit}).`;
}
/** `DSGB1 or DSXI1` */
function eitherOf([gb, xi]) {
	return `${gb} or ${xi}`;
}
const otherReasons = [
	["unreadable", (count) => `${plural(count, "report")} can't be read`],
	["failed", (count) => plural(count, "failure")],
	["missing", (count) => `${plural(count, "result")} missing`],
	["stale", (count) => plural(count, "stale result")],
	["evidence", (count) => `${plural(count, "finding")} in the evidence`],
	["form", (count) => `${plural(count, "question")} of the form open`],
	["recommended", (count) => `${plural(count, "recommended test")} not proven`]
];
/** Tests count once, as tests; what else stands in the way is counted by kind. */
function whatIsWrong(assessment, applications) {
	const requirements = applications.flatMap((application) => application.requirements);
	const unmet = requirements.filter(({ status }) => status !== "satisfied").length;
	const tests = unmet === 0 ? void 0 : `${unmet} of ${plural(requirements.length, "mandatory test")} ${unmet === 1 ? "is" : "are"} not proven`;
	const reports = assessment.files.length === 0 ? "no test report was found" : void 0;
	const [only, second] = applications;
	const relevant = only === void 0 || second !== void 0 ? assessment.reasons : reasonsFor(assessment, only);
	const all = [
		reports,
		tests,
		...otherReasons.filter(([kind]) => (unmet === 0 || !isAboutTests(kind)) && (reports === void 0 || kind !== "unreadable")).map(([kind, say]) => [countOf(relevant, kind), say]).filter(([count]) => count > 0).map(([count, say]) => say(count))
	].filter((text) => text !== void 0);
	return all.length === 0 ? plural(relevant.length, "reason") : all.join(", ");
}
/** Of a report, several things may be wrong. */
function countOf(reasons, kind) {
	const own = reasons.filter((reason) => reason.kind === kind);
	return kind === "unreadable" ? new Set(own.map(({ place, message }) => place?.file ?? message)).size : own.length;
}
function isAboutTests(kind) {
	return kind === "missing" || kind === "failed" || kind === "stale";
}

// src/render/annotations.ts
/**
* What is wrong, most pressing first, each thing once: reasons (an error when it fails the step), results that failed or did not run
* in unmet requirements, problems, findings in the evidence, and evidence that is about to expire. GitHub shows only the first ten of a level.
*/
function annotations(assessment) {
	const found = [
		...reasonAnnotations(assessment),
		...assessment.applications.flatMap(({ requirements }) => requirements).flatMap(resultAnnotations),
		...problemAnnotations(assessment),
		...findingAnnotations(assessment),
		...expiryAnnotations(assessment)
	];
	const rank = {
		error: 0,
		warning: 1,
		notice: 2
	};
	return withoutRepetition(found).toSorted((a, b) => rank[a.level] - rank[b.level]);
}
function reasonAnnotations({ reasons, fatal }) {
	const titles = {
		"no-report": "No report was found",
		missing: "Required test missing",
		failed: "Required test failed",
		stale: "Evidence is stale",
		unreadable: "Report can't be read",
		evidence: "Evidence incomplete",
		form: "Question of the form open",
		recommended: "Recommended test not proven"
	};
	return reasons.map((reason) => annotation(fatal.includes(reason) ? "error" : "warning", titles[reason.kind] ?? "Problem", `${reason.message} ${reason.next ?? ""}`, reason.place));
}
function resultAnnotations({ requirement, status, scenario }) {
	if (scenario === void 0 || status !== "failed" && status !== "not-run") return [];
	return scenario.counted.filter(isNotPassed).map(({ attempt }) => {
		const what = attempt.outcome === "failed" ? "failed" : "did not run";
		const message = `${attempt.name === "" ? attempt.className : attempt.name}${attempt.message === void 0 ? "" : `: ${attempt.message}`}`;
		return annotation("warning", `${requirement.title}: ${scenario.scenario.id} ${what}`, message, attempt);
	});
}
function isNotPassed({ attempt }) {
	return attempt.outcome !== "passed";
}
/** A report that can't be read is a reason and a problem; the reason says what to do, too. */
function problemAnnotations({ problems, reasons }) {
	const titles = {
		error: "Problem",
		warning: "Look at this",
		notice: "Note"
	};
	const others = problems.filter(({ place }) => place?.file === void 0 || !reasons.some((reason) => reason.kind === "unreadable" && reason.place?.file === place.file && reason.place?.line === place.line));
	return bySeverity(others).map((problem) => annotation(problem.severity, titles[problem.severity], problem.message, problem.place));
}
function findingAnnotations({ scenarios }) {
	return [...scenarios.values()].flatMap((assessed) => relevantFindings(assessed).map((finding) => annotation("warning", `${assessed.scenario.id}: evidence`, finding.message, finding.place)));
}
function expiryAnnotations(assessment) {
	return assessment.expiringSoon ? [annotation("warning", "Evidence expires soon", renderHeadline(assessment))] : [];
}
function annotation(level, title, message, { file, line } = {}) {
	const place = file === void 0 ? {} : {
		file: visibleText(file).replaceAll("\n", " "),
		...line === void 0 ? {} : { line }
	};
	return {
		level,
		title: oneLine(title, 200),
		message: oneLine(message, 2e3),
		...place
	};
}
/** The same place twice is one annotation if the earlier one says all that the later one says. */
function withoutRepetition(found) {
	const said = /* @__PURE__ */ new Map();
	return found.filter(({ file, line, message }) => {
		const place = JSON.stringify([file ?? "", line ?? 0]);
		const before = said.get(place) ?? [];
		if (before.some((earlier) => earlier.includes(message))) return false;
		said.set(place, [...before, message]);
		return true;
	});
}

// src/render/junit.ts
/** Characters of a message that are shown. */
const maxMessage = 2e3;
/** Findings that a case lists; the JSON report has them all. */
const maxFindings = 50;
/**
* A suite for each application; in it a case for each mandatory test, one for whatever else keeps the verdict from being
* ready, and one for each recommended test, skipped while it is open. Some case of a suite fails exactly when its
* application is not ready. Ends with an end of line. Readers of ours refuse it as evidence by its mark.
*/
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
	const tests = application.requirements.map(mandatoryCase);
	const reasons = reasonsFor(assessment, application);
	const others = reasons.filter(({ kind }) => kind !== "missing" && kind !== "failed" && kind !== "stale");
	const rest = reasons.length > 0 && tests.every(({ failure }) => failure === void 0) ? reasons : others;
	const [first] = rest;
	return [
		...tests,
		{
			name: "Reports, evidence and form",
			failure: first === void 0 ? void 0 : {
				type: first.kind,
				findings: rest
			}
		},
		...application.recommended.map(recommendedCase)
	];
}
function mandatoryCase(assessed) {
	const { requirement, status, reasons, next } = assessed;
	const name = `${requirement.title}: ${requirement.wanted}`;
	if (status === "satisfied") return { name };
	const said = reasons.length === 0 ? [statusWord(assessed).text] : reasons;
	return {
		name,
		failure: {
			type: status,
			findings: said.map((message, index) => ({
				message,
				next: index === said.length - 1 ? next : void 0
			}))
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
		return [
			`${open}>`,
			`      <failure${attributesOf({
				type,
				message: first === void 0 ? type : sentence(first)
			})}>`,
			...findings.slice(0, maxFindings).flatMap(toldLines),
			...findings.length > maxFindings ? [`… and ${findings.length - maxFindings} more.`] : [],
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
	const place = placeBeside({
		message: said.message,
		place: said.place
	});
	return place === void 0 ? said.message : `${said.message} (${place})`;
}
/** The mark first: whoever reads a file as it streams by has to meet it before any case. */
function propertiesOf(assessment, { verdict, combination, expiresAt, requirements, recommended }) {
	const proofs = [...requirements, ...recommended].flatMap(({ scenario }) => scenario === void 0 ? [] : [scenario]);
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

// src/render/report.ts
/** Counted up whenever a reader of older reports could stumble. */
const SCHEMA_VERSION = 1;
/**
* The whole assessment as JSON for machines, pretty-printed, with an end of line. Every key is always there, `null` where there is nothing
* to say; times are ISO 8601 in UTC. The schema is `.github/ncts5-report.schema.json`.
*/
function renderReport(assessment, context = {}) {
	const { clock, scenarios } = assessment;
	const report = {
		schemaVersion: SCHEMA_VERSION,
		verdict: assessment.verdict,
		evaluatedAt: isoUtc(assessment.evaluatedAt),
		expiresAt: time(assessment.expiresAt),
		daysLeft: assessment.daysLeft ?? null,
		expiringSoon: assessment.expiringSoon,
		failOn: assessment.failOn,
		reasons: assessment.reasons.map((reason) => ({
			...reasonOf(reason),
			fatal: assessment.fatal.includes(reason)
		})),
		clock: {
			asOf: time(clock.asOf),
			maxAgeDays: clock.maxAgeDays,
			warnDays: clock.warnDays,
			notBefore: time(clock.notBefore),
			phase: clock.phase ?? null,
			timeZone: clock.timeZone
		},
		applications: assessment.applications.map(applicationOf),
		scenarios: Object.fromEntries([...scenarios].map(([id, scenario]) => [id, scenarioOf(scenario)])),
		files: assessment.files.map(fileOf),
		problems: assessment.problems.map(problemOf),
		checklists: (context.checklists ?? []).map(({ application, file, kind }) => ({
			application,
			file,
			kind
		})),
		artifacts: (context.artifacts ?? []).map(({ name, id, url }) => ({
			name,
			id,
			url
		}))
	};
	return `${JSON.stringify(report, null, 2)}\n`;
}
function reasonOf({ kind, message, next, application, place }) {
	return {
		kind: kind === "no-report" ? "unreadable" : kind,
		message,
		next: next ?? null,
		application: application ?? null,
		file: place?.file ?? null,
		line: place?.line ?? null
	};
}
function applicationOf(assessed) {
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
		requirements: assessed.requirements.map(requirementOf),
		notRequired: assessed.notRequired.map(({ flow, why, cause }) => ({
			flow,
			cause,
			why
		})),
		recommended: assessed.recommended.map(recommendedOf),
		reasons: assessed.reasons.map(reasonOf),
		unanswered: assessed.unanswered.map(({ key, label }) => ({
			key,
			label
		}))
	};
}
function requirementOf({ requirement, status, scenario, expiresAt, reasons, next }) {
	return {
		flow: requirement.cell?.flow ?? null,
		accepts: requirement.accepts.map(({ id }) => id),
		column: requirement.cell?.column ?? null,
		because: requirement.because,
		status,
		...proofOf(scenario),
		expiresAt: time(expiresAt ?? scenario?.expiresAt),
		messages: scenario === void 0 ? {} : messageTimes(scenario.evidence),
		reasons,
		next: next ?? null
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
function scenarioOf(assessed) {
	const { scenario, evidence } = assessed;
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
		reasons: assessed.reasons,
		tests: assessed.counted.map(testOf),
		evidence: {
			mrn: sourced(evidence.mrn),
			lrn: sourced(evidence.lrn),
			messages: Object.fromEntries([...evidence.messages].map(([type, message]) => [type, {
				...sourcedOf(message, isoUtc(message.value)),
				assumedZone: message.assumedZone
			}])),
			findings: evidence.findings.map(({ code, message, place }) => ({
				code,
				message,
				file: place?.file ?? null,
				line: place?.line ?? null
			}))
		}
	};
}
function testOf({ attempt, time: at, timeFrom }) {
	return {
		file: attempt.file,
		line: attempt.line,
		suite: attempt.suites.join(" › "),
		className: attempt.className,
		name: attempt.name,
		matchedBy: attempt.matchedBy,
		outcome: attempt.outcome,
		flaky: attempt.flaky,
		ambiguous: attempt.ambiguous,
		declared: attempt.declared ?? null,
		message: attempt.message ?? null,
		time: time(at),
		timeFrom: timeFrom ?? null,
		provenance: provenanceOf(attempt.provenance)
	};
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
function problemOf({ kind, severity, message, place }) {
	return {
		kind,
		severity,
		message,
		file: place?.file ?? null,
		line: place?.line ?? null,
		column: place?.column ?? null
	};
}
function time(instant) {
	return instant === void 0 ? null : isoUtc(instant);
}

// src/render/sections.ts
/**
* Puts the sections together in their order, in at most `maxBytes` bytes of UTF-8. What is too much is given up from the least
* important section on: first rows, then whole sections; a note at the end says so. No character is cut in two
* and no table or `<details>` left open.
*/
function fitSections(sections, maxBytes) {
	let shown = sections.map((section) => ({
		section,
		rows: section.rows.length
	}));
	const dropped = [];
	const victims = sections.map((section, index) => ({
		section,
		index
	})).filter(({ section }) => section.priority > 0).toSorted((a, b) => b.section.priority - a.section.priority || b.index - a.index);
	for (const { section: victim } of victims) {
		const excess = utf8Length(assemble(shown, dropped)) - maxBytes;
		if (excess <= 0) return assemble(shown, dropped);
		const rows = rowsThatFit(victim, utf8Length(sectionText(victim)) - excess);
		if (rows > 0) return assemble(withRows(shown, victim, rows), dropped);
		dropped.push(victim);
		shown = shown.filter(({ section }) => section !== victim);
	}
	const rest = assemble(shown, dropped);
	return utf8Length(rest) <= maxBytes ? rest : firstLines(rest, maxBytes);
}
/** The section as it stands alone, with its first `rows` rows. */
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
/** How many rows can stay if the section may have that many bytes; 0 when not one can. */
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
/** Whole lines as far as they fit; of a first line that doesn't, whole characters. */
function firstLines(text, maxBytes) {
	const bytes = encoder.encode(text).subarray(0, Math.max(0, maxBytes));
	const head = new TextDecoder().decode(bytes).replace(/\uFFFD+$/u, "");
	const end = head.lastIndexOf("\n");
	return end > 0 ? head.slice(0, end + 1) : head;
}

// src/render/markdown.ts
/** A table with one row for each of `rows`, which hold as many cells as `head`. */
function tableSection(block, head, rows) {
	return section(block, `${row(head)}\n${row(head.map(() => "---"))}`, rows.map(row), (count) => row([`… and ${count} more`, ...head.slice(1).map(() => "")]));
}
/** A list, numbered where the order matters. */
function listSection(block, items, numbered = false) {
	return section(block, "", items.map((item, index) => `${numbered ? `${index + 1}.` : "-"} ${item}`), (count) => `${numbered ? `${items.length - count + 1}.` : "-"} … and ${count} more`);
}
function section(block, before, rows, more) {
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
function row(cells) {
	return `| ${cells.join(" | ")} |`;
}
/** Lines inside one cell or list item. */
function stacked(...lines) {
	return lines.filter((line) => line !== void 0 && line !== "").join("<br>");
}
/** `results/a.xml:12` */
function placeCode(file, line) {
	return markdownCode(line === void 0 ? file : `${file}:${line}`, 200);
}

// src/render/summary/tests.ts
/** The mandatory tests of one application: which, why, how it stands, what proves it. */
function requirementSection(assessment, application) {
	if (application.requirements.length === 0) return void 0;
	const { combination, combinationBecause } = application;
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
		"Tested",
		"Expires",
		"Result in"
	], application.requirements.map((requirement) => requirementRow(assessment, requirement)));
}
function requirementRow(assessment, assessed) {
	const { requirement, scenario } = assessed;
	return [
		stacked(`**${requirement.title}**`, requirement.wanted.replaceAll(" ", "&nbsp;"), requirement.cell && `<sub>matrix: ${requirement.cell.column.replaceAll(" ", "&nbsp;")}</sub>`),
		statusCell(assessed),
		scenario === void 0 ? "–" : stacked(scenario.scenario.id, identifier(scenario)),
		testedCell(assessment, scenario),
		expiresCell(assessment, scenario),
		resultCell(scenario)
	];
}
function statusCell(assessed) {
	const { icon, text } = statusWord(assessed);
	const isDoubtful = assessed.status === "satisfied" && (assessed.scenario?.evidence.findings.length ?? 0) > 0;
	return stacked(`${icon}&nbsp;${text.replaceAll(" ", "&nbsp;")}`, isDoubtful ? "⚠️&nbsp;see&nbsp;evidence" : void 0);
}
/** Day and time of day on lines of their own, which keeps the column narrow. */
function timeLines(instant) {
	return stacked(...formatUtc(instant).replaceAll(" ", "&nbsp;").split(",&nbsp;"));
}
/** The MRN, else the LRN, else that there is none. */
function identifier({ evidence: { mrn, lrn } }) {
	if (mrn !== void 0) return markdownCode(mrn.value, 40);
	return lrn === void 0 ? "no MRN" : `LRN ${markdownCode(lrn.value, 40)}`;
}
function testedCell(assessment, scenario) {
	if (scenario === void 0) return "–";
	if (scenario.testedAt === void 0) return "no date";
	const zone = scenario.assumedZone ? `written without offset, read as ${markdownText(assessment.clock.timeZone)}` : void 0;
	return stacked(timeLines(scenario.testedAt), zone === void 0 ? void 0 : `<sub>${zone}</sub>`);
}
function expiresCell({ evaluatedAt }, scenario) {
	if (scenario?.expiresAt === void 0 || scenario.status !== "passed" && scenario.status !== "stale") return "–";
	const left = scenario.expiresAt > evaluatedAt ? `(${timeLeft(scenario.expiresAt, evaluatedAt)})` : "(over)";
	return stacked(timeLines(scenario.expiresAt), left);
}
/** The result that decided: one that failed, else one that did not run, else the oldest, which ages first. */
function resultCell(scenario) {
	const result = scenario === void 0 ? void 0 : decidingResult(scenario.counted);
	if (scenario === void 0 || result === void 0) return "–";
	const { attempt } = result;
	const others = scenario.counted.length - 1;
	return stacked(placeCode(attempt.file, attempt.line), markdownText(attempt.name === "" ? attempt.className : attempt.name, 120), attempt.provenance === void 0 ? void 0 : `<sub>from ${markdownLink(`run ${attempt.provenance.runId}`, attempt.provenance.runUrl)}</sub>`, others === 0 ? void 0 : `<sub>and ${plural(others, "more result")}</sub>`);
}
/** The counted result to show when there is room for one. */
function decidingResult(counted) {
	const rank = {
		failed: 0,
		"not-run": 1,
		passed: 2
	};
	return counted.toSorted((a, b) => rank[a.attempt.outcome] - rank[b.attempt.outcome] || (a.time ?? -Infinity) - (b.time ?? -Infinity) || 0)[0];
}
/** The matrix cell behind each mandatory test in a sentence; folded, since the table names its column. */
function becauseSection(assessment, application) {
	if (application.requirements.length === 0) return void 0;
	return listSection({
		id: "because",
		title: titled(assessment, application, "Why these tests"),
		priority: 5,
		folded: true
	}, application.requirements.map(({ requirement }) => `**${requirement.title}**: ${requirement.wanted}. ${markdownText(requirement.because, 500)}`));
}
/** Flows of the form for which this application needs no test, and why. */
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
/** Appendix A's recommended tests; folded, since they keep nobody from applying. */
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
		statusCell(assessed),
		scenario === void 0 ? "–" : stacked(scenario.scenario.id, identifier(scenario)),
		expiresCell(assessment, scenario),
		note === void 0 ? "" : markdownText(note, 500)
	];
}
/** The title, with the application's name before it where there are several. Markdown. */
function titled(assessment, application, title) {
	const label = applicationLabel(assessment, application.name);
	return label === void 0 ? title : `${markdownText(label)} – ${title}`;
}

// src/render/summary/details.ts
/** A list longer than this is folded. */
const SHORT = 5;
/** What a customs expert would object to in the evidence of the scenarios that were run, and remarks on passed ones. */
function evidenceSection({ scenarios }) {
	const items = [...scenarios.values()].flatMap((assessed) => [...relevantFindings(assessed).map((finding) => `⚠️ **${assessed.scenario.id}**: ${markdownText(finding.message, 500)}${inBrackets$1(finding)}`), ...(assessed.status === "passed" ? assessed.reasons : []).map((remark) => `ℹ️ **${assessed.scenario.id}**: ${markdownText(remark, 500)}`)]);
	if (items.length === 0) return void 0;
	return listSection({
		id: "evidence",
		title: "Evidence to look at",
		priority: 4
	}, items);
}
/** Questions of the form that a person has to answer, and where to get the form when it wasn't given. */
function formSection(assessment, application, { checklists = [] }) {
	const isFilledIn = checklists.some(({ application: name, kind }) => name === application.name && kind === "form");
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
		intro
	}, unanswered.map(({ key, label }) => `${markdownCode(key)}: ${markdownText(label)}`));
}
const severityIcons = {
	error: "❌",
	warning: "⚠️",
	notice: "ℹ️"
};
/** What went wrong or looks wrong while reading, errors first. */
function problemSection({ problems }) {
	if (problems.length === 0) return void 0;
	const items = bySeverity(problems).map((problem) => `${severityIcons[problem.severity]} ${markdownText(problem.message, 600)}${inBrackets$1(problem)}`);
	const folded = problems.length > SHORT;
	const title = folded ? `Problems (${problems.length})` : "Problems";
	return listSection({
		id: "problems",
		title,
		priority: 3,
		folded
	}, items);
}
function inBrackets$1(said) {
	const place = placeBeside(said);
	return place === void 0 ? "" : ` (${markdownCode(place, 200)})`;
}
/** Every report read, with what identifies it. Folded. */
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
/** The settings that decided. Folded. */
function methodSection(assessment) {
	const { evaluatedAt, clock, failOn, applications, scenarios } = assessment;
	const superseded = [...scenarios.values()].reduce((sum, scenario) => sum + scenario.superseded, 0);
	const items = [
		`Ages are counted to ${formatUtc(evaluatedAt)} (${clock.asOf === void 0 ? "now" : "set by <code>as-of</code>"}).`,
		`Evidence must be less than ${plural(clock.maxAgeDays, "day")} (of 24 hours) old; a warning comes ${plural(clock.warnDays, "day")} before.`,
		...clock.notBefore === void 0 ? [] : [`Evidence from before ${formatUtc(clock.notBefore)} doesn't count (<code>not-before</code>).`],
		...clock.phase === void 0 ? [] : [`Rules of phase ${clock.phase}.`],
		`Times without an offset are read in the zone ${markdownText(clock.timeZone)}; all times here are UTC.`,
		`The step fails for: ${failOn.length === 0 ? "nothing" : failOn.join(", ")}.`,
		...applications.map(({ name, application }) => `${markdownText(applicationLabel(assessment, name) ?? "Software")}: ${application.flows.map(({ flow, procedures }) => `${flow} (${procedures.join(" and ")})`).join(", ")}; combination ${application.combination}${application.credentialsHeld.length === 0 ? "" : `; credentials held: ${application.credentialsHeld.join(", ")}`}.`),
		...superseded === 0 ? [] : [`${plural(superseded, "older result")} of the same tests did not count.`]
	];
	return listSection({
		id: "method",
		title: "How it was assessed",
		priority: 7,
		folded: true
	}, items);
}

// src/render/summary/timeline.ts
/** What ended longer ago would only squeeze what still matters; the tables tell it. */
const lookBack = 14 * dayLength;
const title = "Until when the evidence lasts";
/** The picture as a Mermaid gantt, which GitHub draws; times in UTC, whatever zone it is looked at in. */
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
/** The same with letters, folded: for mails, for other viewers, and for those who don't see pictures. */
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
		const soon = spoilsSoon(to, evaluatedAt, clock);
		return [{
			label,
			group,
			from,
			to,
			state: status === "stale" ? "over" : soon ? "soon" : "fresh"
		}];
	};
	return [...application.requirements.flatMap(({ requirement, scenario }) => barOf("Mandatory", scenario, `${scenario?.scenario.id} ${requirement.title.toLowerCase()}`)), ...application.recommended.filter(({ status }) => status === "satisfied").flatMap(({ scenario }) => barOf("Recommended", scenario, `${scenario?.scenario.id}`))];
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
/** `2026-11-28 09:00`, in UTC: Mermaid reads and shows it in the viewer's zone, where it stays the same. */
function stamp(instant) {
	return new Date(instant).toISOString().slice(0, 16).replace("T", " ");
}
function ending({ to, state }, evaluatedAt) {
	if (state !== "over") return `until ${formatBrief(to)}, ${timeLeft(to, evaluatedAt)}`;
	return to <= evaluatedAt ? `over since ${formatBrief(to)}` : "stale";
}

// src/render/summary/verdict.ts
/** Verdict and days left, the checklist to take away, and each application's verdict when there are several. Never left out. */
function verdictSection(assessment, context) {
	const { icon, text } = verdictWord(assessment);
	const title = context.title === void 0 ? [] : [`**${markdownText(context.title)}**`];
	const several = assessment.applications.length > 1;
	return {
		id: "verdict",
		title: "Verdict",
		priority: 0,
		open: `${[
			`## ${icon} ${markdownText(text)}`,
			...title,
			facts(assessment),
			...stepNote(assessment),
			...checklistLines(assessment, context),
			...(context.notPublished ?? []).map((sentence) => `⚠️ ${markdownText(sentence, 500)}`)
		].join("\n\n")}${several ? "\n" : ""}`,
		rows: several ? assessment.applications.map((application) => applicationRow(assessment, application)) : [],
		close: "",
		more: (count) => `- … and ${plural(count, "more application")}`
	};
}
function facts(assessment) {
	const requirements = assessment.applications.flatMap((application) => application.requirements);
	const proven = requirements.filter(({ status }) => status === "satisfied").length;
	const cases = assessment.files.reduce((sum, file) => sum + file.cases, 0);
	return [
		`${proven} of ${plural(requirements.length, "mandatory test")} proven`,
		`${plural(assessment.files.length, "report")} with ${plural(cases, "case")} read`,
		`as of ${formatUtc(assessment.evaluatedAt)}`
	].join(" · ");
}
function stepNote(assessment) {
	if (assessment.verdict === "ready" || assessment.fatal.length > 0) return [];
	return [`The step does not fail for this: <code>fail-on</code> names ${assessment.failOn.length === 0 ? "nothing" : assessment.failOn.join(", ")}.`];
}
function checklistLines(assessment, { artifacts = [], checklists = [] }) {
	const what = {
		form: "HMRC's form, filled in",
		own: "Checklist"
	};
	const lines = checklists.map(({ application, file, kind }) => {
		const label = applicationLabel(assessment, application);
		return `📄 ${what[kind]}${label === void 0 ? "" : ` for ${markdownText(label)}`}: ${markdownCode(file)}`;
	});
	lines.push(...artifacts.map(({ name, id, url, digest }) => {
		const sum = digest === void 0 ? "" : `, ${markdownCode(digest)}`;
		return `📦 Download: ${markdownLink(name, url)} (artifact ${id}${sum})`;
	}));
	return lines.length === 0 ? [] : [stacked(...lines)];
}
function applicationRow(assessment, application) {
	const { icon, text } = verdictWord(assessment, application);
	return `- ${icon} **${markdownText(application.name)}**: ${markdownText(text)}`;
}
/** What stands in the way, in the order to act on, each with its next step. */
function nextSection(assessment) {
	if (assessment.reasons.length === 0) return void 0;
	const items = assessment.reasons.map((reason) => reasonItem(assessment, reason));
	return listSection({
		id: "next",
		title: "What to do next",
		priority: 2
	}, items, true);
}
function reasonItem(assessment, reason) {
	const label = reason.application === void 0 ? void 0 : applicationLabel(assessment, reason.application);
	const place = placeBeside(reason);
	return stacked(`${label === void 0 ? "" : `${markdownText(label)}: `}${subjectInBold(reason.message)}${place === void 0 ? "" : ` ${markdownCode(place, 200)}`}`, `→ ${markdownText(reason.next ?? "", 600)}`);
}
/** What comes before the first colon is what the sentence is about: 'Arrival (ASGB1 or ASXI1): …'. */
function subjectInBold(message) {
	const [subject = "", ...rest] = message.split(": ");
	if (rest.length === 0 || subject.length > 80) return `**${markdownText(message, 600)}**`;
	return `**${markdownText(subject)}:** ${markdownText(rest.join(": "), 600)}`;
}

// src/render/summary.ts
/** GitHub's limit for the summary of one step, in bytes of UTF-8. */
const summaryLimit = 1048576;
/**
* The job summary as GitHub Markdown, at most `summaryLimit` bytes, with an end of line: verdict first, then what each application
* needs and has, what to do next, and the details. Times are UTC.
*/
function renderSummary(assessment, context = {}) {
	return fitSections(summarySections(assessment, context), summaryLimit);
}
/**
* The summary in pieces, in the order in which they are read. For others who say the same in less space:
* choose by `id`, put together with `fitSections`.
*/
function summarySections(assessment, context = {}) {
	const perApplication = (sectionOf) => assessment.applications.map((application) => sectionOf(assessment, application));
	return [
		verdictSection(assessment, context),
		...perApplication(requirementSection),
		nextSection(assessment),
		...perApplication(timelineSection),
		...perApplication(timelineTextSection),
		evidenceSection(assessment),
		...perApplication(becauseSection),
		...perApplication(notRequiredSection),
		...perApplication(recommendedSection),
		...perApplication((_, application) => formSection(assessment, application, context)),
		problemSection(assessment),
		fileSection(assessment),
		methodSection(assessment)
	].filter((section) => section !== void 0);
}

// src/render/terminal.ts
/**
* The verdict for a terminal or a log: verdict, table of mandatory tests, next steps, problems. Ends with an end of line. Text of
* reports carries no escape sequences, and no line is a workflow command.
*/
function renderTerminal(assessment, { colour, width }) {
	const columns = Math.max(40, width);
	const paint = painter(colour);
	return `${[
		verdictLines(assessment, columns, paint),
		...assessment.applications.map((application) => applicationLines(assessment, application, columns, paint)),
		nextLines(assessment, columns, paint),
		problemLines(assessment, columns, paint)
	].filter((lines) => lines.length > 0).map((lines) => lines.map(guardLine).join("\n")).join("\n\n")}\n`;
}
function verdictLines(assessment, columns, paint) {
	const { text } = verdictWord(assessment);
	const ready = assessment.expiringSoon ? "yellow" : "green";
	const cases = assessment.files.reduce((sum, file) => sum + file.cases, 0);
	const read = `${plural(assessment.files.length, "report")} with ${plural(cases, "case")} read, as of ${formatUtc(assessment.evaluatedAt)}`;
	return [...wrap(text, columns).map((line) => paint(assessment.verdict === "ready" ? ready : "red", paint("bold", line))), ...wrap(read, columns).map((line) => paint("dim", line))];
}
function applicationLines(assessment, application, columns, paint) {
	const label = applicationLabel(assessment, application.name);
	const rows = application.requirements.map((assessed) => {
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
		...application.notRequired.flatMap(({ flow, why }) => quiet(`${flowTitle(flow)}: not required. ${oneLine(why)}`)),
		...quiet(stillOpen(application))
	];
}
/** They don't make the verdict, but the form isn't whole without them; '' when there are none. */
function stillOpen({ unanswered }) {
	const [first] = unanswered;
	if (first === void 0) return "";
	return `HMRC's form: ${plural(unanswered.length, "question")} open, beginning with ${oneLine(first.key, 60)}. Answer them under answers in the configuration file.`;
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
	if (assessment.reasons.length === 0) return [];
	const steps = assessment.reasons.flatMap((reason, index) => {
		const { application, message, next } = reason;
		const label = application === void 0 ? void 0 : applicationLabel(assessment, application);
		const number = `${index + 1}.`.padStart(3);
		const [first = "", ...others] = wrap(oneLine(`${label === void 0 ? "" : `${label}: `}${message}${inBrackets(reason)}`, 1e3), columns - 4);
		const todo = wrap(`→ ${oneLine(next ?? "", 1e3)}`, columns - 4).map((text) => `    ${text}`);
		return [
			`${number} ${first}`,
			...others.map((text) => `    ${text}`),
			...todo
		];
	});
	return [paint("bold", "What to do next"), ...steps];
}
/** As many problems as a screen holds; the JSON report has them all. */
const SHOWN = 20;
function problemLines({ problems }, columns, paint) {
	if (problems.length === 0) return [];
	const severityColours = {
		error: "red",
		warning: "yellow",
		notice: "dim"
	};
	const lines = bySeverity(problems).slice(0, SHOWN).flatMap((problem) => {
		const { severity, message } = problem;
		const [first = "", ...others] = wrap(oneLine(`${message}${inBrackets(problem)}`, 1e3), columns - 11);
		return [`  ${paint(severityColours[severity], severity.padEnd(7))}  ${first}`, ...others.map((text) => `           ${text}`)];
	});
	const left = problems.length - SHOWN;
	return [
		paint("bold", "Problems"),
		...lines,
		...left > 0 ? [`  … and ${left} more; the JSON report and the summary list them.`] : []
	];
}
function inBrackets(said) {
	const place = placeBeside(said);
	return place === void 0 ? "" : ` (${oneLine(place, 200)})`;
}

// src/render/outputs.ts
/** For workflows to go on with: what stands in the way by scenario numbers, each requirement once. */
function verdictOutputs(assessment) {
	const named = (...statuses) => {
		const names = assessment.applications.flatMap(({ requirements }) => requirements.filter(({ status }) => statuses.includes(status)).map(({ requirement, scenario }) => requirement.output ?? scenario?.scenario.id ?? requirement.wanted));
		return [...new Set(names)].join(", ");
	};
	return {
		verdict: assessment.verdict,
		missing: named("missing", "not-run", "incomplete"),
		failed: named("failed"),
		stale: named("stale"),
		"expires-at": assessment.expiresAt === void 0 ? "" : isoUtc(assessment.expiresAt),
		"days-left": assessment.daysLeft?.toString() ?? ""
	};
}

export { relevantFindings as _, listSection as a, timeLeft as b, fitSections as c, renderJUnit as d, annotations as f, reasonsFor as g, eitherOf as h, summarySections as i, utf8Length as l, applicationLabel as m, renderTerminal as n, stacked as o, ageRule as p, renderSummary as r, tableSection as s, verdictOutputs as t, renderReport as u, renderHeadline as v, verdictWord as x, statusWord as y };