import { i as markdownText, n as markdownCode, r as markdownLink } from "./escape.js";
import { t as formInfo } from "./form.js";
import { r as formatUtc } from "./format.js";
import { a as plural, d as verdictWord, i as flowNames, l as statusWord, n as bySeverity, r as eitherOf, s as relevantFindings, t as applicationLabel, u as timeLeft } from "./words.js";

// src/requirements/scenario-table.ts
const always = ["transition", "final"];
const transitionOnly = ["transition"];
const finalOnly = ["final"];
const guide = "testing guide";
const spreadsheet = "test data spreadsheet v9";
/**
* Every scenario of NCTS5 Trader Test, in the order in which HMRC lists them.
* Source: GUIDE (its scenario pages) and, for those that it doesn't describe yet, the test pack's data spreadsheet v9 (PACK).
*
* A line each: number, title, steps. Steps are separated by `;` and read: messages sent, `by hand` where HMRC has to be
* asked by e-mail, `>`, messages received. GB and XI don't always run in parallel (DNGB8 is not the twin of DNXI8),
* hence one line per number.
*/
const scenarios = [
	...group("standard-departure", "simplified", "GB", always, guide)`
    DSGB1 | Simplified departure declaration | IE015 > IE928 IE028 IE029
    DSGB2 | Simplified departure declaration with safety and security data | IE015 > IE928 IE028 IE029
    DSGB4 | Cancellation request by the holder of the transit procedure before release for transit | IE015 > IE928 IE028; IE014 by hand > IE009
    DSGB5 | Cancellation of a transit declaration after release for transit | IE015 > IE928 IE028 IE029; IE014 > IE056
    DSGB6 | Control by office of departure satisfactory | IE015 > IE928 IE028; by hand > IE060 IE029
    DSGB7 | Control by office of departure unsatisfactory | IE015 > IE928 IE028; by hand > IE060 IE051
    DSGB8 | Cancellation of a transit declaration after release for transit by office of departure | IE015 > IE928 IE028 IE029; by hand > IE009
    DSGB9 | Release for transit refused due to guarantee checks failure | IE015 > IE928 IE028 IE055 IE051
    DSGB10 | Simplified departures amendments | IE015 > IE928 IE028; IE013 > IE004 IE029`,
	...group("standard-departure", "normal", "GB", always, guide)`
    DNGB1 | Normal departure declaration | IE015 > IE928; by hand > IE028 IE029
    DNGB2 | Normal departure declaration with safety and security data | IE015 > IE928; by hand > IE028 IE029
    DNGB4 | Cancellation request by the holder of the transit procedure before release for transit | IE015 > IE928; by hand > IE028; IE014 >; by hand > IE009
    DNGB5 | Cancellation of a transit declaration after release for transit | IE015 > IE928; by hand > IE028 IE029; IE014 > IE056
    DNGB6 | Control by office of departure satisfactory | IE015 > IE928; by hand > IE028 IE060 IE029
    DNGB7 | Control by office of departure unsatisfactory | IE015 > IE928; by hand > IE028 IE060 IE051
    DNGB8 | Cancellation of a transit declaration after release for transit by office of departure | IE015 > IE928; by hand > IE028 IE029
    DNGB9 | Release for transit refused due to guarantee checks failure | IE015 > IE928; by hand > IE028 IE055 IE051
    DNGB10 | Normal departures amendments | IE015 > IE928; by hand > IE028; IE013 > IE004; by hand > IE029`,
	...group("standard-departure", "simplified", "XI", always, guide)`
    DSXI1 | Simplified departure declaration | IE015 > IE928 IE028 IE029
    DSXI2 | Simplified departure declaration with safety and security data | IE015 > IE928 IE028 IE029
    DSXI4 | Cancellation request by the holder of the transit procedure before release for transit | IE015 > IE928 IE028; IE014 by hand > IE009
    DSXI5 | Cancellation of a transit declaration after release for transit | IE015 > IE928 IE028 IE029; IE014 > IE056
    DSXI6 | Control by office of departure satisfactory | IE015 > IE928 IE028; by hand > IE060 IE029
    DSXI7 | Control by office of departure unsatisfactory | IE015 > IE928 IE028; by hand > IE060 IE051
    DSXI8 | Cancellation of a transit declaration after release for transit by office of departure | IE015 > IE928 IE028 IE029; by hand > IE009
    DSXI9 | Release for transit refused due to guarantee checks failure | IE015 > IE928 IE028 IE055 IE051
    DSXI10 | Simplified departures amendments | IE015 > IE928 IE028; IE013 > IE004 IE029`,
	...group("standard-departure", "normal", "XI", always, guide)`
    DNXI1 | Normal departure declaration | IE015 > IE928; by hand > IE028 IE029
    DNXI2 | Normal departure declaration with safety and security data | IE015 > IE928; by hand > IE028 IE029
    DNXI4 | Cancellation request by the holder of the transit procedure before release for transit | IE015 > IE928; by hand > IE028; IE014 >; by hand > IE009
    DNXI5 | Cancellation of a transit declaration after release for transit | IE015 > IE928; by hand > IE028 IE029; IE014 > IE056
    DNXI6 | Control by office of departure satisfactory | IE015 > IE928; by hand > IE028 IE060 IE029
    DNXI7 | Control by office of departure unsatisfactory | IE015 > IE928; by hand > IE028 IE060 IE051
    DNXI8 | Normal departure declaration TIR | IE015 > IE928; by hand > IE028 IE029
    DNXI9 | Cancellation of a transit declaration after release for transit by office of departure | IE015 > IE928; by hand > IE028 IE029 IE009
    DNXI10 | Release for transit refused due to guarantee checks failure | IE015 > IE928; by hand > IE028 IE055 IE051
    DNXI11 | Normal departures amendments | IE015 > IE928; by hand > IE028; IE013 > IE004; by hand > IE029`,
	...group("pre-lodged-departure", "simplified", "GB", always, guide)`
    PSGB1 | Pre-lodged declaration | IE015 > IE928; IE170 > IE028 IE029
    PSGB2 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056
    PSGB3 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028 IE029
    PSGB4 | Cancellation | IE015 > IE928; IE014 > IE009`,
	...group("pre-lodged-departure", "normal", "GB", always, guide)`
    PNGB1 | Pre-lodged declaration | IE015 > IE928; IE170 > IE028; by hand > IE029
    PNGB2 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056
    PNGB3 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028; by hand > IE029
    PNGB4 | Cancellation | IE015 > IE928; IE014 > IE009`,
	...group("pre-lodged-departure", "simplified", "XI", always, guide)`
    PSXI1 | Pre-lodged declaration | IE015 > IE928; IE170 > IE028 IE029
    PSXI2 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056
    PSXI3 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028 IE029
    PSXI4 | Cancellation | IE015 > IE928; IE014 > IE009`,
	...group("pre-lodged-departure", "normal", "XI", always, guide)`
    PNXI1 | Pre-lodged declaration | IE015 > IE928; IE170 > IE028; by hand > IE029
    PNXI2 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056
    PNXI3 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028; by hand > IE029
    PNXI4 | Cancellation | IE015 > IE928; IE014 > IE009`,
	...group("arrival", "simplified", "GB", always, guide)`
    ASGB1 | Simplified arrival | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045
    ASGB2 | Unloading remarks rejected/accepted | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE057; IE044 > IE025 IE045
    ASGB3 | Major discrepancies resolved | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand > IE025 IE019 IE025 IE045
    ASGB4 | Major discrepancies confirmed | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand > IE025 IE019 IE035
    ASGB5 | Non-conformance | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand > IE025 IE045`,
	...group("arrival", "normal", "GB", always, guide)`
    ANGB1 | Normal arrival | IE015 > IE928 IE028 IE029; IE007 by hand > IE025 IE045`,
	...group("arrival", "either", "GB", always, guide)`
    AGB1 | Rejection of arrival notification | IE015 > IE928 IE028 IE029; by hand > IE009; IE007 > IE057`,
	...group("arrival", "simplified", "XI", always, guide)`
    ASXI1 | Simplified arrival | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045
    ASXI2 | Unloading remarks rejected/accepted | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE057; IE044 > IE025 IE045
    ASXI3 | Major discrepancies resolved | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand > IE025 IE019 IE025 IE045
    ASXI4 | Major discrepancies confirmed | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand > IE025 IE019 IE035
    ASXI5 | Non-conformance | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand > IE025 IE045`,
	...group("arrival", "normal", "XI", always, guide)`
    ANXI1 | Normal arrival | IE015 > IE928 IE028 IE029; IE007 by hand > IE025 IE045`,
	...group("arrival", "either", "XI", always, guide)`
    AXI1 | Rejection of arrival notification | IE015 > IE928 IE028 IE029; by hand > IE009; IE007 > IE057`,
	...group("standard-departure", "simplified", "GB", transitionOnly, guide)`
    DSGBT1 | Violation of transition rule B1895 | IE015 > IE056
    DSGBT2 | Violation of transition rules B1890 and B1891 | IE015 > IE056
    DSGBT3 | Violation of transition rule B1892 | IE015 > IE056
    DSGBT4 | Violation of transition rule B1897 | IE015 > IE056
    DSGBT5 | Violation of transition rule B1848 | IE015 > IE056
    DSGBT6 | Violation of transition rule E1406 | IE015 > IE056
    DSGBT7 | Violation of transition rule E1301 | IE015 > IE056
    DSGBT8 | Validation of transition rule B1964 | IE015 > IE928 IE028 IE029`,
	...group("standard-departure", "normal", "GB", transitionOnly, guide)`
    DNGBT1 | Violation of transition rule B1895 | IE015 > IE056
    DNGBT2 | Violation of transition rules B1890 and B1891 | IE015 > IE056
    DNGBT3 | Violation of transition rule B1892 | IE015 > IE056
    DNGBT4 | Violation of transition rule B1897 | IE015 > IE056
    DNGBT5 | Violation of transition rule B1848 | IE015 > IE056
    DNGBT6 | Violation of transition rule E1406 | IE015 > IE056
    DNGBT7 | Violation of transition rule E1301 | IE015 > IE056
    DNGBT8 | Validation of transition rule B1964 | IE015 > IE928; by hand > IE028 IE029`,
	...group("standard-departure", "simplified", "XI", transitionOnly, guide)`
    DSXIT1 | Violation of transition rule B1895 | IE015 > IE056
    DSXIT2 | Violation of transition rules B1890 and B1891 | IE015 > IE056
    DSXIT3 | Violation of transition rule B1892 | IE015 > IE056
    DSXIT4 | Violation of transition rule B1897 | IE015 > IE056
    DSXIT5 | Violation of transition rule B1848 | IE015 > IE056
    DSXIT6 | Violation of transition rule E1406 | IE015 > IE056
    DSXIT7 | Violation of transition rule E1301 | IE015 > IE056
    DSXIT8 | Validation of transition rule B1964 | IE015 > IE928 IE028 IE029`,
	...group("standard-departure", "normal", "XI", transitionOnly, guide)`
    DNXIT1 | Violation of transition rule B1895 | IE015 > IE056
    DNXIT2 | Violation of transition rules B1890 and B1891 | IE015 > IE056
    DNXIT3 | Violation of transition rule B1892 | IE015 > IE056
    DNXIT4 | Violation of transition rule B1897 | IE015 > IE056
    DNXIT5 | Violation of transition rule B1848 | IE015 > IE056
    DNXIT6 | Violation of transition rule E1406 | IE015 > IE056
    DNXIT7 | Violation of transition rule E1301 | IE015 > IE056
    DNXIT8 | Validation of transition rule B1964 | IE015 > IE928; by hand > IE028 IE029`,
	...group("arrival", "simplified", "GB", transitionOnly, guide)`
    ASGBT1 | Incident en route | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
	...group("arrival", "normal", "GB", transitionOnly, guide)`
    ANGBT1 | Incident en route | IE015 > IE928 IE028 IE029; IE007 >; by hand > IE025 IE045`,
	...group("arrival", "simplified", "XI", transitionOnly, guide)`
    ASXIT1 | Incident en route | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
	...group("arrival", "normal", "XI", transitionOnly, guide)`
    ANXIT1 | Incident en route | IE015 > IE928 IE028 IE029; IE007 >; by hand > IE025 IE045`,
	...group("standard-departure", "simplified", "GB", finalOnly, guide)`
    DSGB3 | Simplified departure declaration - Multiple house consignment | IE015 > IE928 IE028 IE029`,
	...group("standard-departure", "normal", "GB", finalOnly, guide)`
    DNGB3 | Normal departure declaration - Multiple house consignment | IE015 > IE928; by hand > IE028 IE029`,
	...group("standard-departure", "simplified", "XI", finalOnly, guide)`
    DSXI3 | Simplified departure declaration - Multiple house consignment | IE015 > IE928 IE028 IE029`,
	...group("standard-departure", "normal", "XI", finalOnly, guide)`
    DNXI3 | Normal departure declaration - Multiple house consignment | IE015 > IE928; by hand > IE028 IE029`,
	...group("standard-departure", "simplified", "GB", finalOnly, spreadsheet)`
    DSGB12 | Multiple house consignment simplified departure | IE015 > IE928 IE028 IE029`,
	...group("standard-departure", "normal", "GB", finalOnly, spreadsheet)`
    DNGB12 | Multiple house consignment normal departure | IE015 > IE928; by hand > IE028 IE029`,
	...group("pre-lodged-departure", "simplified", "GB", finalOnly, spreadsheet)`
    PSGB5 | Multiple house consignment pre-lodged simplified departure | IE015 > IE928; IE170 > IE028 IE029`,
	...group("pre-lodged-departure", "normal", "GB", finalOnly, spreadsheet)`
    PNGB5 | Multiple house consignment pre-lodged normal departure | IE015 > IE928; IE170 > IE028; by hand > IE029`,
	...group("arrival", "simplified", "GB", finalOnly, spreadsheet)`
    ASGB6 | Multiple house consignment simplified arrival (no discrepancies) | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
	...group("arrival", "normal", "GB", finalOnly, spreadsheet)`
    ANGB2 | Multiple house consignment normal arrival (no discrepancies) | IE015 > IE928 IE028 IE029; by hand > IE045`,
	...group("arrival", "simplified", "GB", finalOnly, spreadsheet)`
    NCGB1 | Non-conformance: unloading remarks with combined major discrepancies | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 >; by hand > IE025 IE025 IE045
    WCGB1 | Movement of goods without container (container indicator 0) | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
	...group("standard-departure", "simplified", "XI", finalOnly, spreadsheet)`
    DSXI12 | Multiple house consignment simplified departure | IE015 > IE928 IE028 IE029`,
	...group("standard-departure", "normal", "XI", finalOnly, spreadsheet)`
    DNXI12 | Multiple house consignment normal departure | IE015 > IE928; by hand > IE028 IE029`,
	...group("pre-lodged-departure", "simplified", "XI", finalOnly, spreadsheet)`
    PSXI5 | Multiple house consignment pre-lodged simplified departure | IE015 > IE928; IE170 > IE028 IE029`,
	...group("pre-lodged-departure", "normal", "XI", finalOnly, spreadsheet)`
    PNXI5 | Multiple house consignment pre-lodged normal departure | IE015 > IE928; IE170 > IE028; by hand > IE029`,
	...group("arrival", "simplified", "XI", finalOnly, spreadsheet)`
    ASXI6 | Multiple house consignment simplified arrival (no discrepancies) | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
	...group("arrival", "normal", "XI", finalOnly, spreadsheet)`
    ANXI2 | Multiple house consignment normal arrival (no discrepancies) | IE015 > IE928 IE028 IE029; by hand > IE045`,
	...group("arrival", "simplified", "XI", finalOnly, spreadsheet)`
    NCXI1 | Non-conformance: unloading remarks with combined major discrepancies | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 >; by hand > IE025 IE025 IE045
    WCXI1 | Movement of goods without container (container indicator 0) | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`
];
/** Reads the lines of scenarios that share everything but number, title and steps. */
function group(flow, procedure, region, modes, source) {
	return (lines) => lines.join("").split("\n").filter((line) => line.includes("|")).map((line) => {
		const [id = "", title = "", steps = ""] = line.split("|").map((cell) => cell.trim());
		return {
			id,
			title,
			flow,
			procedure,
			region,
			modes,
			steps: steps.split(";").map(stepOf),
			source
		};
	});
}
function stepOf(notation) {
	const [before = "", after = ""] = notation.split(">");
	return {
		sends: words(before.replace("by hand", "")),
		manualIntervention: before.includes("by hand"),
		receives: words(after)
	};
}
function words(text) {
	return text.split(" ").filter((word) => word !== "");
}

// src/requirements/catalogue.ts
const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
/** The scenario of that number; undefined when there is none. Numbers are upper case: `dsgb1` is none. */
function scenarioById(id) {
	return byId.get(id);
}
/** Whether the text is, exactly and in upper case, the number of a scenario. */
function isScenarioId(text) {
	return byId.has(text);
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
		"Result in",
		"Why it is required"
	], application.requirements.map((requirement) => requirementRow(assessment, requirement)));
}
function requirementRow(assessment, assessed) {
	const { requirement, scenario } = assessed;
	return [
		stacked(`**${flowNames[requirement.flow]}**`, eitherOf(requirement.accepts)),
		statusCell(assessed),
		scenario === void 0 ? "–" : stacked(scenario.scenario.id, identifier(scenario)),
		testedCell(assessment, scenario),
		expiresCell(assessment, scenario),
		resultCell(scenario),
		markdownText(requirement.because, 500)
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
	}, application.notRequired.map(({ flow, why, cause }) => `**${flowNames[flow]}** (${causes[cause]}): ${markdownText(why, 500)}`));
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
	const items = [...scenarios.values()].flatMap((assessed) => [...relevantFindings(assessed).map(({ message, file, line }) => `⚠️ **${assessed.scenario.id}**: ${markdownText(message, 500)}${place(message, file, line)}`), ...(assessed.status === "passed" ? assessed.reasons : []).map((remark) => `ℹ️ **${assessed.scenario.id}**: ${markdownText(remark, 500)}`)]);
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
	const hint = isFilledIn || !isFirst ? "" : `HMRC wants its own form: get it from the ${markdownLink(formInfo.page.name, formInfo.page.url)} and give its path as <code>form-template</code> to have it filled in.`;
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
	const items = bySeverity(problems).map(({ severity, message, file, line }) => `${severityIcons[severity]} ${markdownText(message, 600)}${place(message, file, line)}`);
	const folded = problems.length > SHORT;
	const title = folded ? `Problems (${problems.length})` : "Problems";
	return listSection({
		id: "problems",
		title,
		priority: 3,
		folded
	}, items);
}
function place(message, file, line) {
	return file === void 0 || message.includes(file) ? "" : ` (${placeCode(file, line)})`;
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
		`Rules of phase ${clock.phase}.`,
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
	lines.push(...artifacts.map(({ name, id, url }) => `📦 Download: ${markdownLink(name, url)} (artifact ${id})`));
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
	const place = reason.file === void 0 ? void 0 : placeCode(reason.file, reason.line);
	const known = reason.file !== void 0 && reason.message.includes(reason.file);
	return stacked(`${label === void 0 ? "" : `${markdownText(label)}: `}${subjectInBold(reason.message)}${place === void 0 || known ? "" : ` ${place}`}`, `→ ${markdownText(reason.next, 600)}`);
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
		evidenceSection(assessment),
		...perApplication(notRequiredSection),
		...perApplication(recommendedSection),
		...perApplication((_, application) => formSection(assessment, application, context)),
		problemSection(assessment),
		fileSection(assessment),
		methodSection(assessment)
	].filter((section) => section !== void 0);
}

export { tableSection as a, isScenarioId as c, stacked as i, scenarioById as l, summarySections as n, fitSections as o, listSection as r, utf8Length as s, renderSummary as t, scenarios as u };