import { a as workspaceOf, t as readSettings } from "./settings.js";
import { n as meantBy } from "./commands.js";

// src/commands/call-settings.ts
/**
* The settings of a command that checks; or every mistake in its flags, what else is wrong with the call, and the mistakes in
* settings.
*/
async function callSettings({ values, flagNames, mistakes, folder, now }, wrong = []) {
	const workspace = await workspaceOf(folder);
	const mistyped = meantBy(mistakes);
	const read = await readSettings({
		values,
		flagNames,
		host: "command",
		workspace,
		folder,
		now,
		mistyped
	});
	const findings = [
		...mistakes,
		...wrong,
		..."findings" in read ? read.findings : []
	];
	return findings.length > 0 ? { findings } : read;
}

export { callSettings as t };