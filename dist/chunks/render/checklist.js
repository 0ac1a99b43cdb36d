import { _ as VerticalAlign, a as Footer, c as PageNumber, d as TabStopType, f as Table, g as TextRun, h as TableRow, i as File, l as Paragraph, m as TableLayoutType, n as BorderStyle, o as HeadingLevel, p as TableCell, r as ConcreteHyperlink, s as Packer, t as AlignmentType, u as ShadingType, v as WidthType } from "../lib/docx.js";
import { a as formatForForm, c as formatUtc, l as isoUtc, o as formatMoment } from "../time.js";
import { C as statusText, c as expiresSoon, g as findingOf, i as explanationOf, m as evidenceFindings, p as stepsOf, y as isSubmittable } from "../assessment.js";
import { T as sentWords, b as flowTitle, d as answerTo, k as messageOf, o as matrixOf, p as openQuestions, u as demands } from "../requirements.js";
import { C as statusWord, E as verdictWord, b as placeBeside, g as applicationLabel, h as ageRule, v as eitherOf, y as moment } from "../render.js";
import { f as webAddress, l as oneLine, p as xmlText, u as paragraphs } from "../text.js";
import { B as firstOf, j as plural } from "../matching.js";
import { i as readZip } from "../zip.js";

// src/render/checklist/parts.ts
const pageMargin = 1134;
const textWidth = 11906 - 2 * pageMargin;
const notRecorded = {
	text: "not recorded",
	tone: "open"
};
const fills = {
	plain: void 0,
	label: "F3F5F8",
	quiet: void 0,
	good: "E3F3E6",
	open: "FFF3D6",
	bad: "FCE4E2"
};
const inks = {
	plain: void 0,
	label: void 0,
	quiet: "6B7280",
	good: "14532D",
	open: "7A4B00",
	bad: "8B1A10"
};
const headFill = "1F3A5F";
const line = {
	style: BorderStyle.SINGLE,
	size: 4,
	color: "C3CAD4"
};
function heading(text, level) {
	return new Paragraph({
		heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
		keepNext: true,
		children: [new TextRun(oneLine(text, 200))]
	});
}
function prose(text, keepNext = false) {
	const children = (isList(text) ? text : [text]).flatMap((part) => runs(asText(part)));
	return new Paragraph({
		spacing: { after: 120 },
		...kept(keepNext),
		children
	});
}
function table(widths, rows, options = {}) {
	const whole = widths.reduce((sum, width) => sum + width, 0);
	const columns = widths.map((width) => Math.round(width / whole * textWidth));
	const head = options.head === void 0 ? [] : [headRow(options.head, columns)];
	const body = rows.map((cells, index) => bodyRow(cells, columns, options.together === true && index < rows.length - 1));
	return new Table({
		layout: TableLayoutType.FIXED,
		width: {
			size: columns.reduce((sum, width) => sum + width, 0),
			type: WidthType.DXA
		},
		columnWidths: columns,
		margins: {
			marginUnitType: WidthType.DXA,
			top: 50,
			bottom: 50,
			left: 100,
			right: 100
		},
		borders: {
			top: line,
			bottom: line,
			left: line,
			right: line,
			insideHorizontal: line,
			insideVertical: line
		},
		rows: [...head, ...body]
	});
}
function gap() {
	return new Paragraph({
		spacing: {
			before: 0,
			after: 0,
			line: 160
		},
		children: []
	});
}
function headRow(titles, columns) {
	const cells = titles.map((title, index) => {
		const children = [new TextRun({
			text: oneLine(title),
			bold: true,
			color: "FFFFFF"
		})];
		return cell(columns[index] ?? 0, headFill, [new Paragraph({
			keepNext: true,
			children
		})]);
	});
	return new TableRow({
		tableHeader: true,
		cantSplit: true,
		children: cells
	});
}
function bodyRow(cells, columns, keepNext) {
	const made = cells.map((content, index) => {
		const lines = (isList(content) ? content : [content]).map(asText);
		const fill = lines.map(({ tone = "plain" }) => fills[tone]).find((found) => found !== void 0);
		const texts = lines.length === 0 ? [{ text: "" }] : lines;
		return cell(columns[index] ?? 0, fill, paragraphsOf(texts).map((parts) => new Paragraph({
			...kept(keepNext),
			children: parts.flatMap(runs)
		})));
	});
	return new TableRow({
		cantSplit: true,
		children: made
	});
}
function kept(keepNext) {
	return keepNext ? { keepNext } : {};
}
function paragraphsOf(texts) {
	const made = [];
	for (const text of texts) {
		const last = made.at(-1);
		if (text.inline === true && last !== void 0) last.push({
			...text,
			text: ` ${text.text}`
		});
		else made.push([text]);
	}
	return made;
}
function cell(width, fill, children) {
	return new TableCell({
		width: {
			size: width,
			type: WidthType.DXA
		},
		verticalAlign: VerticalAlign.CENTER,
		...fill === void 0 ? {} : { shading: {
			type: ShadingType.CLEAR,
			color: "auto",
			fill
		} },
		children
	});
}
function runs(text) {
	const { tone = "plain", bold = false, code = false, small = false, max = 4e3 } = text;
	const href = webAddress(text.href);
	const before = text.text.startsWith(" ") ? " " : "";
	const after = text.text.endsWith(" ") ? " " : "";
	const made = `${before}${paragraphs(text.text, max)}${after}`.split("\n").map((content, index) => new TextRun({
		text: content,
		...bold ? { bold } : {},
		...href === void 0 ? inked(inks[tone]) : {
			color: "0B5CAD",
			underline: {}
		},
		...code ? { font: "Courier New" } : {},
		...small ? { size: 16 } : {},
		...index === 0 ? {} : { break: 1 }
	}));
	return href === void 0 ? made : [new Link(href, made)];
}
function inked(color) {
	return color === void 0 ? {} : { color };
}
var Link = class extends ConcreteHyperlink {
	#href;
	#content;
	constructor(href, content) {
		super(content, "");
		this.#href = href;
		this.#content = content;
	}
	prepForXml(context) {
		const { Relationships } = context.viewWrapper;
		const id = `Link${Relationships.RelationshipCount + 1}`;
		Relationships.addRelationship(id, hyperlink, this.#href, "External");
		return new ConcreteHyperlink(this.#content, id).prepForXml(context);
	}
};
const hyperlink = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
function asText(part) {
	return typeof part === "string" ? { text: part } : part;
}
function isList(content) {
	return Array.isArray(content);
}

// src/render/checklist/appendix.ts
function appendix(assessment, application) {
	const { programme } = assessment;
	const demanded = matrixOf(programme);
	if (demanded === void 0) return [];
	return [
		heading("Appendix A: which tests are mandatory", 1),
		prose("Decision matrix. Marked cells are the ones that apply to this software; one scenario of a cell is enough.", true),
		matrix(demanded, application),
		gap(),
		prose("List of tests, with what was found for each scenario.", true),
		list(assessment, demanded),
		gap(),
		...programme.errata.map((text) => prose([{
			text: "Erratum of the form. ",
			bold: true,
			small: true
		}, {
			text,
			small: true
		}]))
	];
}
function matrix(decisionMatrix, { combination, requirements: assessed }) {
	const { rows: flows, columns, cells } = decisionMatrix;
	const set = {
		combination,
		requirements: assessed.map(({ requirement }) => requirement)
	};
	const rows = flows.map(({ flow }) => [{
		text: flowTitle(flow),
		tone: "label",
		bold: true
	}, ...columns.map(({ column }) => {
		const text = eitherOf(cells[column][flow]);
		return demands(decisionMatrix, {
			flow,
			column
		}, set) ? [{
			text,
			tone: "good",
			bold: true
		}, {
			text: "applies",
			tone: "good",
			small: true
		}] : {
			text,
			tone: "quiet"
		};
	})]);
	return table([
		26,
		20,
		20,
		20,
		20
	], rows, {
		head: ["Process flow", ...columns.map(({ title }) => title)],
		together: true
	});
}
function list(assessment, { listedTests }) {
	const rows = listedTests.map(({ group, need, accepts: [gb, xi], procedure, xiAsPrinted }) => [
		{
			text: group,
			small: true
		},
		{
			text: procedure,
			small: true
		},
		{
			text: need,
			small: true,
			bold: need !== "recommended"
		},
		[{
			text: gb,
			bold: true
		}, state(assessment, gb)],
		[
			{
				text: xiAsPrinted === void 0 ? xi : `${xi} (the form prints ${xiAsPrinted})`,
				bold: true
			},
			state(assessment, xi),
			...xiAsPrinted === void 0 || !assessment.scenarios.has(xiAsPrinted) ? [] : [{
				...state(assessment, xiAsPrinted),
				text: `${xiAsPrinted}: ${state(assessment, xiAsPrinted).text}`,
				inline: false
			}]
		]
	]);
	return table([
		15,
		22,
		18,
		32,
		36
	], rows, { head: [
		"Kind",
		"Procedure",
		"Need",
		"GB scenario",
		"XI scenario"
	] });
}
function state({ scenarios }, id) {
	const found = scenarios.get(id);
	if (found === void 0) return {
		text: "no result",
		tone: "quiet",
		small: true,
		inline: true
	};
	const until = found.status !== "passed" || found.expiresAt === void 0 ? "" : `, until ${formatMoment(found.expiresAt, "UTC", "short")}`;
	return {
		text: `${statusText(found.status, found)}${until}`,
		tone: tones[found.status],
		small: true,
		inline: true
	};
}
const tones = {
	passed: "good",
	stale: "open",
	failed: "bad",
	"not-run": "open"
};

// src/render/checklist/front.ts
function front(assessment, application) {
	const label = applicationLabel(assessment, application.name);
	const { name, form, submission } = assessment.programme;
	return [
		new Paragraph({
			style: "Title",
			children: [new TextRun("Production credentials checklist")]
		}),
		new Paragraph({
			style: "Subtitle",
			children: [new TextRun(`${name} Trader Test evidence for the CTC Traders API${label === void 0 ? "" : ` – ${oneLine(label)}`}`)]
		}),
		table([1], [[verdictBox(assessment, application)]]),
		gap(),
		...overview(assessment, application),
		prose([
			{ text: "Working document: it gathers the answers and the evidence, but HMRC wants them in its own form, " },
			{
				text: form.info.name,
				bold: true
			},
			{ text: ", from the " },
			{
				text: form.info.page.name,
				href: form.info.page.url
			},
			{ text: `, ${sentWords(submission)}. All times are UTC.` }
		].map((text) => ({
			...text,
			small: true,
			tone: "quiet"
		})))
	];
}
function verdictBox(assessment, application) {
	const { text } = verdictWord(assessment, application);
	const tone = verdictTone(assessment, application);
	const { expiresAt } = application;
	const open = application.unanswered.length;
	const stillOpen = open === 0 ? [] : [{
		text: `Still to be answered: ${plural(open, "question")} of the form, marked below.`,
		tone
	}];
	const todo = stepsOf(assessment, application).map(({ finding: { message, next } }) => ({
		text: `• ${message} ${next ?? ""}`,
		tone,
		max: 900
	}));
	const submit = expiresAt === void 0 || application.verdict === "not-ready" ? [] : [{
		text: `HMRC must have the form before ${moment(assessment, expiresAt)}. ${ageRule(assessment)}`,
		tone
	}];
	const { shown, more } = firstOf(todo, maxSteps);
	return [
		{
			text,
			tone,
			bold: true
		},
		...submit,
		...stillOpen,
		...shown,
		...more > 0 ? [{
			text: `• … and ${more} more; the JSON report has them all.`,
			tone
		}] : [],
		{
			text: `Assessed as of ${formatMoment(assessment.evaluatedAt, assessment.clock.timeZone)}.`,
			tone,
			small: true
		}
	];
}
const maxSteps = 12;
function verdictTone(assessment, application) {
	if (application.verdict === "not-ready") return "bad";
	if (!isSubmittable(assessment, application)) return "open";
	const { expiresAt } = application;
	return expiresAt !== void 0 && expiresSoon(expiresAt, assessment.evaluatedAt, assessment.clock) ? "open" : "good";
}
function overview(assessment, application) {
	const { requirements, notRequired, combination, combinationBecause } = application;
	const rows = [...requirements.map((assessed) => requirementRow(assessment, assessed)), ...notRequired.map(({ flow }) => [
		{
			text: flowTitle(flow),
			bold: true
		},
		{
			text: "not required",
			tone: "quiet"
		},
		"–",
		"–",
		"–"
	])];
	const because = combination === void 0 ? [] : [prose(`Combination ${combination} of the decision matrix. ${combinationBecause ?? ""}`)];
	return [
		table([
			24,
			14,
			20,
			24,
			24
		], rows, { head: [
			"Mandatory test",
			"State",
			"Scenario",
			"MRN",
			"Evidence lasts until"
		] }),
		gap(),
		...because
	];
}
function requirementRow(assessment, assessed) {
	const { requirement, status, scenario, expiresAt } = assessed;
	const proven = status === "satisfied";
	const mrn = scenario?.evidence.mrn?.value;
	const findings = scenario === void 0 ? 0 : evidenceFindings(assessment, scenario).length;
	return [
		{
			text: requirement.title,
			bold: true
		},
		[{
			text: statusWord(assessed).text,
			tone: proven ? "good" : "bad",
			bold: true
		}, ...proven && findings > 0 ? [{
			text: "evidence to be checked",
			tone: "open",
			small: true
		}] : []],
		proven ? scenario?.scenario.id ?? "" : {
			text: requirement.wanted,
			tone: "quiet"
		},
		!proven ? "–" : mrn === void 0 ? notRecorded : {
			text: mrn,
			code: true,
			small: true,
			max: 60
		},
		expiresAt === void 0 || !proven ? "–" : formatMoment(expiresAt, "UTC", "short")
	];
}
function questions(form, answers) {
	const open = new Set(openQuestions(form, answers).map(({ key }) => key));
	return form.sections.slice(0, -1).flatMap(({ no, title }) => {
		const rows = form.questions.filter((question) => question.section === no && isShown(question, answers, open)).map((question) => [{
			text: question.question,
			tone: "label"
		}, answerCell(question, answers, open)]);
		const name = heading(`${no}. ${title}`, 1);
		return rows.length === 0 ? [name, prose("No question applies.")] : [name, table([42, 58], rows)];
	});
}
function isShown(question, answers, open) {
	return open.has(question.key) || answerTo(answers, question.key) !== void 0 || question.onlyIf === void 0 && question.onlyIn === void 0;
}
function answerCell(question, answers, open) {
	const answer = answerTo(answers, question.key);
	if (answer === void 0) return open.has(question.key) ? {
		text: "not answered yet",
		tone: "open"
	} : "Not sure (explained below)";
	if (question.kind === "text") return String(answer);
	if (answer === true) return "Yes";
	if (answer === false) return "No";
	return answer === "unknown" ? "Not known" : String(answer);
}

// src/render/checklist/provenance.ts
const maxRows = 200;
function sources(assessment, application) {
	const proven = [...application.requirements, ...application.recommended].flatMap(({ status, scenario }) => status === "satisfied" && scenario !== void 0 ? [scenario] : []);
	const results = proven.flatMap((scenario) => scenario.counted.map((result) => ({
		scenario,
		result
	})));
	const files = filesOf(assessment, proven);
	return [
		heading("Appendix B: where the evidence comes from", 1),
		prose(proven.length === 0 ? "Nothing is proven yet." : "What the proven tests above rest on. Each report is identified by the SHA-256 hash of its bytes.", proven.length > 0),
		...results.length === 0 ? [] : [resultTable(results.slice(0, maxRows)), gap()],
		...moreThan(results.length, "results"),
		...proven.length === 0 ? [] : [
			prose("Identifiers and message times.", true),
			valueTable(proven),
			gap()
		],
		...files.length === 0 ? [] : [prose("Reports.", true), fileTable(files.slice(0, maxRows))],
		...moreThan(files.length, "reports")
	];
}
function resultTable(results) {
	const rows = results.map(({ scenario, result: { attempt, time } }) => [
		{
			text: scenario.scenario.id,
			bold: true
		},
		[
			{
				text: testName(attempt),
				max: 300
			},
			{
				text: `${attempt.file}:${attempt.line}`,
				code: true,
				small: true,
				max: 300
			},
			...runLines(attempt.provenance)
		],
		`${attempt.outcome}${attempt.flaky ? " after retries" : ""}`,
		time === void 0 ? "no time" : formatUtc(time)
	]);
	return table([
		12,
		52,
		14,
		22
	], rows, { head: [
		"Scenario",
		"Test and report",
		"Outcome",
		"Time"
	] });
}
function testName({ suites, className, name }) {
	const parts = [
		...suites,
		className,
		name
	];
	return parts.filter((part, index) => part !== "" && part !== parts[index - 1]).join(" › ");
}
function runLines(origin) {
	if (origin === void 0) return [];
	const { runId, runAttempt, runUrl, commit, branch, artifact } = origin;
	return [{
		text: `Workflow run ${runId}${runAttempt === void 0 ? "" : `, attempt ${runAttempt}`}`,
		small: true,
		href: runUrl
	}, {
		text: `Commit ${commit} on ${branch}, artifact ${artifact}`,
		small: true,
		tone: "quiet",
		max: 300
	}];
}
function valueTable(proven) {
	const rows = proven.flatMap(({ scenario, evidence: { mrn, lrn, messages } }) => [
		...mrn === void 0 ? [] : [valueRow(scenario.id, "MRN", mrn.value, mrn)],
		...lrn === void 0 ? [] : [valueRow(scenario.id, "LRN", lrn.value, lrn)],
		...[...messages].toSorted(([, a], [, b]) => a.value - b.value).map(([type, message]) => valueRow(scenario.id, type, formatUtc(message.value), message))
	]);
	return table([
		12,
		10,
		38,
		40
	], rows.length === 0 ? [[
		{
			text: "none recorded",
			tone: "open"
		},
		"",
		"",
		""
	]] : rows.slice(0, maxRows), { head: [
		"Scenario",
		"What",
		"Value",
		"Found in"
	] });
}
function valueRow(scenario, what, value, { file, line, source, derived }) {
	return [
		{
			text: scenario,
			bold: true
		},
		what,
		{
			text: value,
			max: 60
		},
		[{
			text: `${file}:${line}`,
			code: true,
			small: true,
			max: 300
		}, {
			text: `${derived ? "read out of" : "given as"} ${{
				property: "property",
				marker: "property marker",
				line: "line of output",
				comment: "comment",
				name: "name",
				"api-json": "the API's JSON",
				"message-xml": "message XML"
			}[source]}`,
			small: true,
			tone: "quiet",
			inline: true
		}]
	];
}
function fileTable(files) {
	const rows = files.map(({ path, sha256, cases, provenance: origin }) => [
		[{
			text: path,
			code: true,
			small: true,
			max: 300
		}, {
			text: `SHA-256 ${sha256 ?? "not known"}`,
			code: true,
			small: true,
			tone: "quiet"
		}],
		String(cases),
		origin === void 0 ? "this run" : {
			text: `run ${origin.runId}`,
			href: origin.runUrl
		}
	]);
	return table([
		68,
		10,
		22
	], rows, { head: [
		"Report",
		"Cases",
		"From"
	] });
}
function filesOf({ files }, proven) {
	const used = new Set(proven.flatMap(({ counted }) => counted.map(({ attempt }) => reportKey(attempt.file, attempt.provenance))));
	return files.filter(({ path, provenance: origin }) => used.has(reportKey(path, origin)));
}
function reportKey(path, origin) {
	return JSON.stringify([path, origin?.artifactId ?? 0]);
}
function moreThan(count, what) {
	return count > maxRows ? [prose(`… and ${count - maxRows} more ${what}; the JSON report has them all.`)] : [];
}

// src/render/checklist/tests.ts
function tests(assessment, application) {
	const { form } = assessment.programme;
	const section = form.sections.at(-1);
	return [
		heading(`${section?.no ?? ""}. ${section?.title ?? ""}`, 1),
		...form.mandatoryTests.flatMap(({ no, flow }) => [
			heading(`Mandatory test ${no}: ${flowTitle(flow)}`, 2),
			table([32, 68], mandatoryRows(assessment, application, flow), { together: true }),
			gap()
		]),
		heading("Recommended tests", 2),
		...recommendedSlotTable(form.recommendedSlots, application)
	];
}
function mandatoryRows(assessment, application, flow) {
	const required = application.requirements.find(({ requirement }) => requirement.cell?.flow === flow);
	if (required === void 0) {
		const why = application.notRequired.find((item) => item.flow === flow)?.why;
		return [[label("Not applicable, because"), why === void 0 ? notRecorded : why], [label("Scenario number"), {
			text: "not applicable",
			tone: "quiet"
		}]];
	}
	const { status, scenario } = required;
	return status === "satisfied" && scenario !== void 0 ? provenRows(assessment, required, scenario) : unprovenRows(assessment, application, required);
}
function provenRows(assessment, { requirement }, scenario) {
	const { evidence } = scenario;
	const findings = evidenceFindings(assessment, scenario);
	return [
		[label("State"), {
			text: `proven, evidence lasts until ${scenario.expiresAt === void 0 ? "an unknown time" : formatMoment(scenario.expiresAt, "UTC")}`,
			tone: "good"
		}],
		[label("Required because"), requirement.because],
		[label("Scenario number"), {
			text: scenario.scenario.id,
			bold: true
		}],
		[label("MRN"), evidence.mrn === void 0 ? notRecorded : {
			text: evidence.mrn.value,
			code: true,
			max: 60
		}],
		...requirement.messages.map((message) => [label(messageLabel(message)), messageTime(assessment, scenario, message)]),
		...findings.length === 0 ? [] : [[label("To be checked"), firstFew(findings.map(({ message }) => message)).map((text) => ({
			text,
			tone: "open",
			max: 600
		}))]]
	];
}
function messageLabel(type) {
	const message = messageOf(type);
	return `${type} ${message?.name ?? ""}: date and time ${message?.direction === "sent" ? "sent" : "received"}`;
}
function messageTime(assessment, { evidence }, type) {
	const time = evidence.messages.get(type);
	if (time === void 0) return notRecorded;
	const zone = time.assumedZone ? ` (written without offset, read as ${assessment.clock.timeZone})` : "";
	return `${formatForForm(time.value)}${zone}`;
}
function unprovenRows(assessment, application, assessed) {
	const { requirement } = assessed;
	const finding = findingOf(assessment, application, assessed);
	const reasons = explanationOf(assessed, application.name, assessment.findings).map(withPlace);
	const open = {
		text: "open",
		tone: "open"
	};
	return [
		[label("State"), {
			text: `NOT PROVEN: ${statusWord(assessed).text}`,
			tone: "bad",
			bold: true
		}],
		[label("Required because"), requirement.because],
		...reasons.length === 0 ? [] : [[label("Why it is not proven"), firstFew(reasons).map((text) => ({
			text,
			max: 600
		}))]],
		...finding?.next === void 0 ? [] : [[label("Next step"), finding.next]],
		[label("Scenario number"), {
			text: `open: ${requirement.wanted}`,
			tone: "open"
		}],
		[label("MRN"), open],
		...requirement.messages.map((message) => [label(messageLabel(message)), open])
	];
}
function withPlace({ message, place }) {
	const where = placeBeside({ place });
	return where === void 0 ? message : `${message} (${where})`;
}
const maxSentences = 10;
function firstFew(sentences) {
	const { shown, more } = firstOf(sentences, maxSentences);
	return more > 0 ? [...shown, `… and ${more} more; the JSON report has them all.`] : shown;
}
function label(text) {
	return {
		text,
		tone: "label"
	};
}
function recommendedSlotTable(slots, { recommended }) {
	const proven = recommended.filter(isProven);
	const rows = Array.from({ length: slots }, (_, index) => {
		const number = {
			text: String(index + 1),
			tone: "label"
		};
		const scenario = proven[index]?.scenario;
		if (scenario === void 0) return [
			number,
			{
				text: "open",
				tone: "quiet"
			},
			"",
			""
		];
		const { mrn, lrn } = scenario.evidence;
		const identifiers = [...mrn === void 0 ? [] : [{
			text: mrn.value,
			code: true,
			max: 60
		}], ...lrn === void 0 ? [] : [{
			text: `LRN ${lrn.value}`,
			code: true,
			max: 60
		}]];
		return [
			number,
			{
				text: scenario.scenario.id,
				bold: true
			},
			identifiers.length === 0 ? notRecorded : identifiers,
			scenario.expiresAt === void 0 ? "" : formatMoment(scenario.expiresAt, "UTC", "short")
		];
	});
	const left = proven.length - slots;
	return [
		prose("Not required, but HMRC recommends them. Only tests that passed and are fresh are filled in.", true),
		table([
			8,
			24,
			40,
			34
		], rows, { head: [
			"No.",
			"Scenario number",
			"MRN / LRN",
			"Evidence lasts until"
		] }),
		...left > 0 ? [gap(), prose(`${left} more passed than the form has room for; the list in appendix A names them.`)] : []
	];
}
function isProven({ status }) {
	return status === "satisfied";
}

// src/render/checklist.ts
async function renderChecklist(assessment, application, answers) {
	const label = applicationLabel(assessment, application.name);
	const title = `Production credentials checklist${label === void 0 ? "" : ` – ${oneLine(label, 80)}`}`;
	const document = new File({
		styles,
		sections: [{
			properties: { page: {
				size: {
					width: 11906,
					height: 16838
				},
				margin: {
					top: pageMargin,
					bottom: pageMargin,
					left: pageMargin,
					right: pageMargin
				}
			} },
			footers: { default: footer(assessment, title) },
			children: [
				...front(assessment, application),
				...questions(assessment.programme.form, answers),
				...tests(assessment, application),
				...appendix(assessment, application),
				...sources(assessment, application)
			]
		}]
	});
	return undated(await Packer.pack(document, "uint8array", void 0, [coreProperties(title, assessment)]));
}
function footer({ evaluatedAt }, title) {
	const grey = {
		size: 16,
		color: "6B7280"
	};
	return new Footer({ children: [new Paragraph({
		alignment: AlignmentType.LEFT,
		tabStops: [{
			type: TabStopType.RIGHT,
			position: textWidth
		}],
		children: [new TextRun({
			...grey,
			text: `${title} · assessed as of ${formatMoment(evaluatedAt, "UTC")}`
		}), new TextRun({
			...grey,
			children: [
				"	Page ",
				PageNumber.CURRENT,
				" of ",
				PageNumber.TOTAL_PAGES
			]
		})]
	})] });
}
const styles = {
	default: {
		document: { run: {
			font: "Arial",
			size: 20,
			color: "1F2328",
			language: { value: "en-GB" }
		} },
		title: {
			run: {
				size: 40,
				bold: true,
				color: "1F3A5F"
			},
			paragraph: { spacing: { after: 40 } }
		},
		heading1: {
			run: {
				size: 28,
				bold: true,
				color: "1F3A5F"
			},
			paragraph: { spacing: {
				before: 320,
				after: 120
			} }
		},
		heading2: {
			run: {
				size: 23,
				bold: true,
				color: "1F3A5F"
			},
			paragraph: { spacing: {
				before: 240,
				after: 100
			} }
		}
	},
	paragraphStyles: [{
		id: "Subtitle",
		name: "Subtitle",
		basedOn: "Normal",
		next: "Normal",
		run: {
			size: 22,
			color: "6B7280"
		},
		paragraph: { spacing: { after: 240 } }
	}]
};
function coreProperties(title, { evaluatedAt }) {
	const author = "ncts5-production-checklist";
	const written = `xsi:type="dcterms:W3CDTF">${isoUtc(Math.floor(evaluatedAt / 1e3) * 1e3)}`;
	return {
		path: "docProps/core.xml",
		data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title, 200)}</dc:title><dc:creator>${author}</dc:creator><dc:description>Assessed as of ${formatMoment(evaluatedAt, "UTC")}</dc:description><cp:lastModifiedBy>${author}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created ${written}</dcterms:created><dcterms:modified ${written}</dcterms:modified></cp:coreProperties>`
	};
}
function undated(packed) {
	const { bytes, entries } = readZip(packed);
	for (const { start, central } of entries) {
		bytes.writeUInt32LE(packedAt, start + 10);
		bytes.writeUInt32LE(packedAt, central.start + 12);
	}
	return packed;
}
const packedAt = 2187264;

export { renderChecklist };