import { n as scenarioById } from "./catalogue.js";
import { a as matrixRows, i as matrixColumns, r as listedTests, t as decisionMatrix } from "./appendix-a.js";
import { f as flows } from "./words.js";
import { s as readText } from "./given.js";
import { open } from "node:fs/promises";
import path from "node:path";

// src/requirements/matrix.ts
/**
* Reads the decision matrix for an application. Source: FORM appendix A; PAGE for credentials that are already held.
*
* One procedure in all supported flows: that procedure's column. Both: combination A or B. A combination is on offer
* when every supported flow supports the procedure of its cell; if neither is, a flow that can't follow uses the
* column of its own procedure. Flows whose credentials are held need no test, but still count for what is on offer.
*/
function requirementsFor(application) {
	const needed = inFormOrder(application.flows.filter(({ flow }) => !isHeld(application, flow)));
	const complaints = needed.length === 0 ? [nothingToTest(application)] : [];
	const common = {
		notRequired: notRequired(application),
		complaints
	};
	const only = singleProcedure(application);
	if (only !== void 0) {
		const why = `all supported flows have the ${only} procedure only`;
		return {
			sets: [{
				combination: void 0,
				requirements: needed.map(({ flow }) => requirement(flow, `${only} only`, why))
			}],
			...common
		};
	}
	const onOffer = combinations.filter((combination) => misfits(application, combination).length === 0);
	const candidates = onOffer.length > 0 ? onOffer : combinations;
	const { combination: wanted } = application;
	if (wanted === "auto") return {
		sets: setsFrom(needed, candidates),
		...common
	};
	if (candidates.includes(wanted)) return {
		sets: setsFrom(needed, [wanted]),
		...common
	};
	complaints.push(notOnOffer(application, wanted));
	return {
		sets: setsFrom(needed, candidates),
		...common
	};
}
/**
* The tests that HMRC recommends beyond the mandatory ones of the set, in the order of the form's list. Those that the
* software can't run are left out: other flows, other procedures, flows whose credentials are held. Source: FORM appendix A.
*/
function recommendationsFor(application, set) {
	const mandatory = new Set(set.requirements.flatMap(({ accepts }) => accepts));
	return listedTests.filter(({ need, accepts, flow }) => {
		const runs = (application.flows.find((supported) => supported.flow === flow)?.procedures ?? []).some((procedure) => procedure === scenarioById(accepts[0])?.procedure);
		return need === "recommended" && runs && !isHeld(application, flow) && !accepts.some((id) => mandatory.has(id));
	}).map(({ group: _group, need: _need, ...recommendation }) => recommendation);
}
const combinations = ["A", "B"];
/** A set for each combination, or just one without a name when they demand the same: then there is nothing to choose. */
function setsFrom(needed, offered) {
	const sets = offered.map((combination) => ({
		combination,
		requirements: needed.map((supported) => combinedRequirement(supported, combination))
	}));
	const [first, second] = sets;
	const agree = needed.every((_, index) => gbOf(first, index) === gbOf(second, index));
	if (first === void 0 || second === void 0 || !agree) return sets;
	return [{
		combination: void 0,
		requirements: first.requirements.map((one, index) => {
			const other = second.requirements[index];
			return one.column === "combination A" && other?.column === "combination B" ? {
				...one,
				because: one.because.replace(columnWords("combination A"), bothColumns)
			} : one;
		})
	}];
}
const bothColumns = "columns 'Combination A' and 'Combination B' (which agree)";
function gbOf(set, index) {
	return set?.requirements[index]?.accepts[0];
}
function combinedRequirement(supported, combination) {
	const own = `this flow supports ${procedureWords(supported)}`;
	if (follows(supported, combination)) {
		const why = `the software has both procedures, and ${own}`;
		return requirement(supported.flow, `combination ${combination}`, why);
	}
	const [procedure = "normal"] = supported.procedures;
	const why = `the software has both procedures, but ${own}, and the flows together can follow neither combination`;
	return requirement(supported.flow, `${procedure} only`, why);
}
function requirement(flow, column, why) {
	const because = `Row '${rowTitle(flow)}', ${columnWords(column)} of the decision matrix: ${why}.`;
	return {
		flow,
		accepts: decisionMatrix[column][flow],
		column,
		because
	};
}
function columnWords(column) {
	return `column '${matrixColumns.find((one) => one.column === column)?.title ?? column}'`;
}
/** The procedure that all supported flows have in common, when none has the other one, too. */
function singleProcedure({ flows }) {
	const [procedure, other] = new Set(flows.flatMap(({ procedures }) => procedures));
	return other === void 0 ? procedure : void 0;
}
function misfits({ flows }, combination) {
	return flows.filter((flow) => !follows(flow, combination));
}
function follows({ flow, procedures }, combination) {
	return procedures.some((procedure) => procedure === cellProcedure(flow, combination));
}
function cellProcedure(flow, combination) {
	const cell = decisionMatrix[`combination ${combination}`][flow];
	return scenarioById(cell[0])?.procedure;
}
function isHeld({ credentialsHeld }, flow) {
	const direction = directionOf(flow);
	return credentialsHeld.some((held) => held === direction);
}
function notRequired(application) {
	return flows.flatMap(({ flow, plural, direction }) => {
		const own = application.notApplicable[flow];
		if (isHeld(application, flow)) return [{
			flow,
			cause: "credentials-held",
			why: own ?? `Production credentials for ${direction} movements are already held.`
		}];
		if (application.flows.some((supported) => supported.flow === flow)) return [];
		return [{
			flow,
			cause: "not-supported",
			why: own ?? `The software does not support ${plural}.`
		}];
	});
}
function nothingToTest({ name, flows, credentialsHeld }) {
	return `Application '${name}' has no mandatory test left, because ${flows.length === 0 ? "it supports no flow" : `production credentials are already held for every flow that it supports (credentials held: ${credentialsHeld.join(" and ")})`}. A check of nothing would always pass, so it is refused: add the flows that it applies for.`;
}
function notOnOffer(application, wanted) {
	const other = wanted === "A" ? "B" : "A";
	const why = misfits(application, wanted).map((supported) => {
		const needs = cellProcedure(supported.flow, wanted) ?? "";
		return `${supported.flow} would need the ${needs} procedure, but supports ${procedureWords(supported)}`;
	});
	return `Application '${application.name}' can't use combination ${wanted}: ${why.join("; ")}. Combination ${other} is on offer: choose that, or 'auto'.`;
}
function inFormOrder(supported) {
	return flows.flatMap(({ flow }) => supported.filter((one) => one.flow === flow));
}
function procedureWords({ procedures }) {
	return procedures.length > 1 ? "both procedures" : `the ${procedures.join("")} procedure only`;
}
function directionOf(flow) {
	return flows.find((facts) => facts.flow === flow)?.direction;
}
function rowTitle(flow) {
	return matrixRows.find((row) => row.flow === flow)?.title ?? flow;
}

// src/settings/load-configuration.ts
const defaultConfiguration = ".github/ncts5.yml";
/** Written by hand, a file has a few hundred lines; beyond this it is something else. */
const maxBytes = 131072;
/**
* Reads the configuration file that is named, or the one in the default place if there is one.
*
* @returns 'none' when there is no file; 'broken' when it can't be used, after complaints that say why.
*/
async function loadConfiguration(named, workspace, complain) {
	const file = readText(named) ?? ".github/ncts5.yml";
	const where = named?.where ?? file;
	let handle;
	try {
		handle = await open(path.resolve(workspace, file));
	} catch (error) {
		const absent = error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
		if (absent && named === void 0) return "none";
		complain(where, absent ? `there is no file ${file}.` : `${file} can't be opened.`);
		return "broken";
	}
	let bytes;
	try {
		if ((await handle.stat()).isFile()) bytes = await readBytes(handle);
		else complain(where, `${file} is not a file.`);
	} catch {
		complain(where, `${file} can't be read.`);
	} finally {
		await handle.close();
	}
	if (bytes === void 0) return "broken";
	if (bytes.length > maxBytes) {
		complain(where, `${file} is larger than ${maxBytes / 1024} KiB, which no configuration is.`);
		return "broken";
	}
	return parse(file, bytes, complain);
}
/** One byte more than allowed at most, whatever size the file is said to have. */
async function readBytes(handle) {
	const buffer = /* @__PURE__ */ new Uint8Array(131073);
	let length = 0;
	for (;;) {
		const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
		length += bytesRead;
		if (bytesRead === 0 || length === buffer.length) return buffer.subarray(0, length);
	}
}
async function parse(file, bytes, complain) {
	let text;
	try {
		text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		complain(file, "is not UTF-8 text.", "Save it with that encoding.");
		return "broken";
	}
	const { readConfiguration } = await import("./configuration.js");
	return readConfiguration(file.replaceAll("\\", "/"), text, complain) ?? "broken";
}

export { requirementsFor as i, loadConfiguration as n, recommendationsFor as r, defaultConfiguration as t };