import { r as assess } from "../assessment.js";
import { r as readReports } from "../check.js";
import { n as renderVerified, t as verify$1 } from "../verify-form.js";
import { g as defaultProgramme } from "../requirements.js";
import { C as mistakesInWords, c as settingsTable } from "../settings.js";
import { c as exitCodes, d as say, l as note, n as flagOf, o as appearance, t as callSettings, u as refuse } from "../commands.js";
import path from "node:path";

// src/commands/verify.ts
const ofCheckOnly = /* @__PURE__ */ new Set([
	"checklist",
	"form-template",
	"report",
	"junit",
	"summary",
	"badge"
]);
const verify = {
	name: "verify",
	summary: "Compare a filled-in form with the reports before it is sent",
	usage: "FORM.docx [flags]",
	about: ["Reads a filled-in copy of HMRC's form back (filled in by a check, by hand, saved by Word or LibreOffice) and compares every value in it with the reports and the configuration: scenario numbers, MRNs, message times, answers, ticked boxes. It says what agrees, what differs, what is empty, what no report proves, and until when the form may be sent.", "Settings are those of a check."],
	flags: settingsTable.filter(({ name, flag }) => flag && !ofCheckOnly.has(name)).map(flagOf),
	positionals: { max: 1 },
	examples: [{
		args: `verify ${defaultProgramme.names.checklist}`,
		why: `as ${defaultProgramme.names.configuration} says`
	}],
	exitCodes: [
		[0, "the form agrees with the reports"],
		[1, "something in it differs, is empty, not proven or expired"],
		[2, "wrong settings, no report, or a form that can't be read"]
	],
	tellsMistakes: true,
	run: verifyAndSay
};
const noForm = {
	kind: "settings",
	severity: "error",
	message: "needs the path of a form: verify FORM.docx",
	place: { setting: "verify" }
};
async function verifyAndSay(call) {
	const { positionals, folder, now } = call;
	const [file = ""] = positionals;
	const read = await callSettings(call, file === "" ? [noForm] : []);
	if ("findings" in read) return refuse(mistakesInWords(read.findings));
	const { settings } = read;
	for (const { message } of settings.findings) note(message);
	const input = await readReports(settings, {
		now,
		progress: note
	});
	const assessment = assess(input, now);
	const verified = await verify$1(settings, path.resolve(folder, file), {
		input,
		assessment,
		now
	});
	if ("refused" in verified) return refuse(verified.refused);
	const { form } = verified;
	say(renderVerified(form, {
		path: verified.path,
		programme: settings.programme
	}, appearance()));
	const unreadable = assessment.findings.filter(({ severity, requirement }) => severity === "error" && requirement === void 0);
	for (const { message } of unreadable) note(message);
	if (assessment.files.length === 0) return refuse("No report was found: nothing proves what the form says.");
	return [...form.findings, ...unreadable].every(({ severity }) => severity !== "error") ? exitCodes.done : exitCodes.notReady;
}

export { verify };