import { i as requirementsFor } from "./load-configuration.js";
import { c as readWords, r as readChoice, s as readText } from "./given.js";
import { c as procedureNames, d as suggestion, i as directionNames, n as combinationNames, o as flowNames, s as flowOf, t as choiceOf } from "./words.js";

// src/settings/applications.ts
/**
* The applications to check: the one that inputs and the top of the file describe, or those of the file's list, or
* the one of them that is selected. Flows and procedures are never guessed.
*/
function readApplications(source) {
	const { configuration } = source;
	const listed = configuration?.structure.applications;
	const selected = source.outright("application");
	if (configuration === void 0 || listed === void 0) {
		if (selected !== void 0) source.complain(selected.where, "selects an application, but the configuration file lists none.", "Describe applications there, or leave this out.");
		return [readApplication({
			name: "default",
			path: [],
			outright: true
		}, source)].flat();
	}
	const names = listed.map(({ name }) => name.trim());
	checkList(names, configuration, source.complain);
	const chosen = selectedName(names, selected, source.complain);
	if (chosen === void 0 && names.length > 1) refuseOutright(source);
	const only = names.length === 1;
	const applications = names.map((name, index) => {
		return {
			name,
			path: ["applications", index],
			outright: only || name === chosen
		};
	}).flatMap((entry) => readApplication(entry, source));
	return chosen === void 0 ? applications : applications.filter(({ application }) => application.name === chosen);
}
function checkList(names, configuration, complain) {
	for (const key of [
		"flows",
		"procedures",
		"credentials-held",
		"not-applicable"
	]) {
		if (configuration.structure[key] === void 0) continue;
		complain(configuration.where([key]), "can't stand beside applications.", "Move it into the applications that it is about.");
	}
	if (names.length === 0) complain(configuration.where(["applications"]), "is an empty list.");
	const seen = /* @__PURE__ */ new Map();
	for (const [index, name] of names.entries()) {
		const where = configuration.where([
			"applications",
			index,
			"name"
		]);
		if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(name)) complain(where, "must be 1 to 60 letters, digits, spaces, dots, hyphens and underscores, and begin with a letter or digit, since files bear it.");
		const inFiles = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-");
		const other = seen.get(inFiles);
		if (other !== void 0) complain(where, `'${name}' can't be told from '${other}' in the names of files.`);
		seen.set(inFiles, name);
	}
}
function selectedName(names, given, complain) {
	const wanted = readText(given);
	if (given === void 0 || wanted === void 0 || names.includes(wanted)) return wanted;
	complain(given.where, `the configuration file lists no application '${wanted}'.`, suggestion(wanted, names));
	return wanted;
}
function refuseOutright({ outright, complain }) {
	for (const name of [
		"flows",
		"procedures",
		"combination"
	]) {
		const given = outright(name);
		if (given === void 0) continue;
		complain(given.where, "can be about one application only, but the configuration file lists several.", "Select one with application, or tell it in the configuration file.");
	}
}
/** None, with complaints, when there is something wrong with it. */
function readApplication(entry, source) {
	const { configuration } = source;
	let sound = true;
	const complain = (...complaint) => {
		sound = false;
		source.complain(...complaint);
	};
	const at = (key) => configuration?.given([...entry.path, key]);
	const outright = (name) => entry.outright ? source.outright(name) : void 0;
	const combination = outright("combination") ?? at("combination") ?? configuration?.given(["combination"]);
	const application = {
		name: entry.name,
		flows: readFlows(entry, {
			...source,
			complain
		}),
		credentialsHeld: readWords(at("credentials-held"), (word) => choiceOf(word, directionNames), directionNames, complain) ?? [],
		combination: readChoice(combination, combinationNames, complain) ?? "auto",
		notApplicable: readNotApplicable(entry, configuration, complain)
	};
	if (!sound) return [];
	const where = entry.path.length > 0 && configuration !== void 0 ? configuration.where(entry.path) : source.spoken("flows");
	const { complaints, notRequired, sets } = requirementsFor(application);
	for (const complaint of complaints) complain(where, complaint);
	for (const flow of flowNames) {
		if (application.notApplicable[flow] === void 0 || notRequired.some((one) => one.flow === flow)) continue;
		complain(configuration?.where([...entry.path, "not-applicable"]) ?? where, `says why ${flow} is not applicable, but the application supports it and has to test it.`, "Leave one of the two out.");
	}
	if (application.combination !== "auto" && sets.every((set) => set.combination === void 0)) source.remark(`Application '${entry.name}': combination ${application.combination} changes nothing, the decision matrix has just one answer for its procedures.`);
	return sound ? [{
		application,
		path: entry.path
	}] : [];
}
function readFlows(entry, source) {
	const { configuration, complain } = source;
	const outrightFlows = entry.outright ? source.outright("flows") : void 0;
	const outrightProcedures = entry.outright ? source.outright("procedures") : void 0;
	const inMap = flowMap(entry, configuration, complain);
	const listed = outrightFlows ?? (inMap === void 0 ? configuration?.given([...entry.path, "flows"]) : void 0);
	const flows = listed === void 0 ? inMap && [...inMap.keys()] : readWords(listed, flowOf, flowNames, complain);
	const where = (key) => entry.path.length > 0 && configuration !== void 0 ? configuration.where(entry.path) : source.spoken(key);
	if (flows === void 0) complain(where("flows"), "no flows are given.", `Tell which process flows the software supports: ${flowNames.join(", ")}.`);
	const commonProcedures = readProcedures(outrightProcedures ?? configuration?.given([...entry.path, "procedures"]), complain);
	const supported = flowNames.filter((flow) => flows?.includes(flow) ?? false).map((flow) => {
		return {
			flow,
			procedures: (outrightProcedures === void 0 ? readProcedures(inMap?.get(flow), complain) : void 0) ?? commonProcedures
		};
	});
	const without = supported.filter(({ procedures }) => procedures === void 0).map(({ flow }) => flow);
	if (without.length > 0 || flows === void 0 && commonProcedures === void 0) {
		const of = without.length > 0 ? ` for ${without.join(", ")}` : "";
		const hint = `Tell which procedures the software supports${of === "" ? "" : " there"}: normal, simplified, or both.`;
		complain(where("procedures"), `no procedures are given${of}.`, hint);
	}
	return supported.map(({ flow, procedures = [] }) => ({
		flow,
		procedures
	}));
}
/** The procedures of each flow, when the file tells flows as a map; a flow without any of its own has undefined. */
function flowMap({ path }, configuration, complain) {
	if (configuration === void 0) return void 0;
	const keys = configuration.keys([...path, "flows"]);
	if (keys === void 0) return void 0;
	const map = /* @__PURE__ */ new Map();
	for (const key of keys) {
		const at = [
			...path,
			"flows",
			key
		];
		const flow = flowOf(key);
		if (flow === void 0) complain(configuration.where(at), `'${key}' is not known.`, suggestion(key, flowNames));
		else if (map.has(flow)) complain(configuration.where(at), `is ${flow}, which is given twice.`);
		else map.set(flow, configuration.given(at));
	}
	if (keys.length === 0) complain(configuration.where([...path, "flows"]), "is an empty map.");
	return map;
}
function readProcedures(given, complain) {
	const read = readWords(given, (word) => choiceOf(word, procedureNames), procedureNames, complain);
	return read === void 0 ? void 0 : procedureNames.filter((procedure) => read.includes(procedure));
}
function readNotApplicable({ path }, configuration, complain) {
	const reasons = {};
	for (const key of configuration?.keys([...path, "not-applicable"]) ?? []) {
		const at = [
			...path,
			"not-applicable",
			key
		];
		const flow = flowOf(key);
		const text = readText(configuration?.given(at));
		if (flow === void 0) complain(configuration?.where(at) ?? key, `'${key}' is not known.`, suggestion(key, flowNames));
		else if (text !== void 0) reasons[flow] = text;
	}
	return reasons;
}

export { readApplications as t };