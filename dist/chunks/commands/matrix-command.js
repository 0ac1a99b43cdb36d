import { n as renderMatrix } from "../matrix.js";
import { o as requirementsFor, t as ncts5 } from "../requirements.js";
import { c as complainInto, h as givenAs, i as readApplications, l as formatComplaints, r as loadConfiguration } from "../settings.js";
import { a as refuse, o as say, r as note, t as appearance } from "../console.js";

// src/commands/matrix-command.ts
/**
* Prints the decision matrix, once for each application that flags or the configuration file describe, or without a
* choice when neither does.
*
* @param values Of the flags, by the names of settings.
* @returns The exit code.
*/
async function matrix(values, workspace) {
	const complaints = [];
	const choice = await readChoice(values, workspace, complaints);
	if (complaints.length > 0) return refuse(formatComplaints(complaints));
	if (choice.length === 0) return say(renderMatrix(ncts5, void 0, appearance()));
	const rendered = choice.map((application) => renderMatrix(ncts5, {
		application,
		requirements: requirementsFor(ncts5, application)
	}, appearance()));
	return say(rendered.join("\n\n"));
}
async function readChoice(values, workspace, complaints) {
	const complain = complainInto(complaints);
	const outright = (name) => givenAs(`flag --${name}`, values[name]);
	const loaded = await loadConfiguration(outright("config"), workspace, ncts5, complain);
	if (loaded === "broken") return [];
	const told = [
		"flows",
		"procedures",
		"combination",
		"application"
	].some((name) => Object.hasOwn(values, name));
	if (loaded === "none" && !told) return [];
	return readApplications({
		programme: ncts5,
		outright,
		spoken: (name) => `flag --${name}`,
		configuration: loaded === "none" ? void 0 : loaded,
		complain,
		remark: note
	}).map(({ application }) => application);
}

export { matrix };