import { a as info$1, c as setOutput, i as group$1, l as setSecret, n as error, o as notice, r as getInput, s as setFailed, u as warning } from "./chunks/lib/actions-core.js";
import { a as reasonOf, n as run, o as shownPath } from "./chunks/check.js";
import { B as firstOf, U as placeInWords, V as isAfterwards, j as plural } from "./chunks/matching.js";
import { a as guardLine, c as markdownText, d as visibleText, l as oneLine } from "./chunks/text.js";
import { h as fatalOf } from "./chunks/assessment.js";
import { n as readRunContext, t as missingService } from "./chunks/context.js";
import { g as defaultProgramme, y as programmes } from "./chunks/requirements.js";
import { a as renderSummary, f as annotation, i as renderRefusal, m as verdictOutputs, p as annotations, r as renderTerminal, x as renderHeadline } from "./chunks/render.js";
import { C as mistakesInWords, c as settingsTable, t as readSettings } from "./chunks/settings.js";
import { appendFile, stat } from "node:fs/promises";
import { createHash } from "node:crypto";

// src/github/step.ts
const maxSummary = 2 ** 20;
const shownAnnotations = 10;
function readInputs(names) {
	return new Map(names.map((name) => [name, getInput(name)]));
}
function info(text) {
	for (const line of visibleText(text).split("\n")) info$1(guardLine(line));
}
function print(text) {
	for (const line of text.trimEnd().split("\n")) info$1(guardLine(line));
}
async function group(title, work) {
	return group$1(visibleText(title), async () => work());
}
function annotate(findings, spare = 1) {
	for (const severity of [
		"error",
		"warning",
		"notice"
	]) {
		const all = findings.filter((finding) => finding.severity === severity);
		const room = shownAnnotations - spare;
		const shown = all.length > room ? all.slice(0, room - 1) : all;
		for (const finding of shown) issue(finding);
		const rest = all.slice(shown.length);
		if (rest.length === 0) continue;
		issue({
			severity,
			message: `${rest.length} more of these are in the log of this step: GitHub shows only ten.`
		});
		for (const { place, message } of rest) {
			const where = placeInWords(place);
			info(`${severity}: ${where === void 0 ? "" : `${where}: `}${message}`);
		}
	}
}
const annotators = {
	error,
	warning,
	notice
};
function issue({ severity, message, next, place }) {
	const { file, line, column } = place ?? {};
	const properties = {
		...file === void 0 ? void 0 : { file: visibleText(file) },
		...line === void 0 ? void 0 : { startLine: line },
		...column === void 0 ? void 0 : { startColumn: column }
	};
	annotators[severity](visibleText(next === void 0 ? message : `${message} ${next}`), properties);
}
function setOutputs(outputs) {
	if ((process.env["GITHUB_OUTPUT"] ?? "") === "") {
		warning("The outputs could not be set: there is no GITHUB_OUTPUT, so this is not a step of a workflow.");
		return;
	}
	try {
		for (const [name, value] of Object.entries(outputs)) setOutput(name, value ?? "");
	} catch (error) {
		warning(`The outputs could not be set: ${reasonOf(error)}.`);
	}
}
async function writeSummary(markdown) {
	const path = process.env["GITHUB_STEP_SUMMARY"] ?? "";
	if (path === "") return unpublished("The job summary could not be written: there is no GITHUB_STEP_SUMMARY.");
	try {
		const room = maxSummary - await sizeOf(path);
		const { text, cut } = fit(markdown.endsWith("\n") ? markdown : `${markdown}\n`, room);
		await appendFile(path, text);
		return cut ? unpublished("The job summary was cut: GitHub shows at most 1 MiB. The JSON report has everything.") : void 0;
	} catch (error) {
		return unpublished(`The job summary could not be written: ${reasonOf(error)}.`);
	}
}
async function sizeOf(path) {
	try {
		return (await stat(path)).size;
	} catch {
		return 0;
	}
}
function fit(markdown, room) {
	if (Buffer.byteLength(markdown) <= room) return {
		text: markdown,
		cut: false
	};
	const note = "\n\n*The rest did not fit into the summary. The JSON report has everything.*\n";
	const head = Buffer.from(markdown).subarray(0, Math.max(0, room - Buffer.byteLength(note)));
	const end = head.lastIndexOf("\n") + 1;
	return {
		text: end === 0 ? "" : head.subarray(0, end).toString() + note,
		cut: true
	};
}
function fail(message) {
	setFailed(visibleText(message));
}
function finish() {
	process.stdout.write("", () => process.exit());
}
function maskToken(token) {
	if (token !== void 0 && token !== "") setSecret(token);
}
function unpublished(message) {
	return {
		kind: "publishing",
		severity: "warning",
		message
	};
}

// src/publishing.ts
async function publishVerdict(assessment, settings, to) {
	const { checkRun, commitStatus, comment, issue, token } = settings.publish;
	if (!checkRun && !commitStatus && !issue && comment === "off") return [];
	const { publishStatus } = await import("./chunks/github/publish/publish.js");
	const options = {
		contents: await contentsOf(assessment, settings.publish, to.summary, to.context?.runUrl ?? ""),
		isReady: assessment.verdict === "ready",
		use: useOf(settings, to.inputs),
		token,
		context: to.context,
		log: info
	};
	return group("Publishing the verdict", () => publishStatus(options));
}
async function withdrawVerdict(inputs, why) {
	try {
		return await withdraw(inputs, why);
	} catch (error) {
		info(`An earlier 'ready' could not be withdrawn: ${reasonOf(error)}.`);
		return [];
	}
}
async function withdraw(inputs, why) {
	const context = await readRunContext(process.env);
	const token = inputs["github-token"];
	if (context === void 0 || token === void 0 || token === "") return [];
	const [{ publishStatus }, { withoutVerdict }] = await Promise.all([import("./chunks/github/publish/publish.js"), import("./chunks/github/publish/contents.js")]);
	const programme = programmes.get(inputs["programme"] ?? "") ?? defaultProgramme;
	const reasons = why.split("\n").filter((line) => line.trim() !== "").slice(0, 15).map((line) => `- ${markdownText(line, 500)}\n`).join("");
	const withdrawal = withoutVerdict({
		title: `${programme.names.check}: could not be checked`,
		why: `The check ended before it could judge, so nothing is known to be ready:\n\n${reasons}`,
		runUrl: context.runUrl,
		label: programme.names.issueLabel
	});
	const isOn = (name) => /^(?:true|yes|on|always|changes)$/i.test(inputs[name] ?? "");
	const options = {
		contents: {
			checkRun: isOn("check-run") ? withdrawal.checkRun : void 0,
			commitStatus: isOn("commit-status") ? withdrawal.commitStatus : void 0
		},
		withdrawal,
		isReady: false,
		use: {
			name: suffixed(programme.names.check, [inputs["name"] || configurationOf(inputs)]),
			key: keyOf(inputs),
			checks: void 0
		},
		token,
		context,
		log: info
	};
	return group("Withdrawing an earlier 'ready'", () => publishStatus(options));
}
async function contentsOf(assessment, { checkRun, commitStatus, comment, issue, name }, summary, runUrl) {
	const [{ renderCheckRun, renderCommitStatus }, { renderComment }, renderers] = await Promise.all([
		import("./chunks/render/check-run.js"),
		import("./chunks/render/comment.js"),
		import("./chunks/render/issue.js")
	]);
	const { needsAttention, renderAllWell, renderIssue, renderOpenedAgain } = renderers;
	const context = {
		...summary,
		title: name,
		runUrl
	};
	const tracking = issue ? renderIssue(assessment, context) : void 0;
	return {
		checkRun: checkRun ? renderCheckRun(assessment, context) : void 0,
		commitStatus: commitStatus ? renderCommitStatus(assessment) : void 0,
		comment: comment === "off" ? void 0 : {
			mode: comment,
			body: renderComment(assessment, context),
			state: stateOf(assessment)
		},
		issue: tracking && {
			...tracking,
			title: name === void 0 ? tracking.title : oneLine(`${tracking.title} – ${name}`, 250),
			isOpen: needsAttention(assessment),
			opened: renderOpenedAgain(assessment, context),
			closed: renderAllWell(assessment, context),
			label: assessment.programme.names.issueLabel
		}
	};
}
function useOf({ programme, applications, publish }, inputs) {
	const names = applications.map(({ name }) => name);
	const shown = names.filter((name) => name !== "default" || names.length > 1);
	const checks = applications.map(({ flows, credentialsHeld, combination }) => [
		flows,
		credentialsHeld,
		combination
	]);
	return {
		name: suffixed(programme.names.check, [publish.name, shown.join(", ")]),
		key: keyOf(inputs),
		checks: digest([
			programme.id,
			names,
			checks
		]).slice(0, 8)
	};
}
function keyOf(inputs) {
	const { programme, name, application } = inputs;
	return digest([
		programme,
		name,
		configurationOf(inputs),
		application
	].map((value) => value ?? "")).slice(0, 8);
}
function configurationOf({ config = "" }) {
	const path = config.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
	return [...programmes.values()].some(({ names }) => names.configuration === path) ? "" : path;
}
function suffixed(check, parts) {
	const told = parts.filter((part) => part !== void 0 && part !== "").join(": ");
	return told === "" ? check : `${check} (${oneLine(told, 100)})`;
}
function stateOf(assessment) {
	const { verdict, expiringSoon, applications } = assessment;
	const tests = applications.map(({ requirements, alsoRequired }) => [...requirements, ...alsoRequired].map(({ requirement, status, scenario }) => [
		requirement.accepts,
		status,
		scenario?.scenario.id
	]));
	return digest([
		verdict,
		expiringSoon,
		[...new Set(fatalOf(assessment).map(({ kind }) => kind))].toSorted(),
		tests
	]).slice(0, 16);
}
function digest(value) {
	return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
function unpublishedText(findings) {
	return findings.map(({ message, next = "" }) => `\n⚠️ ${markdownText(`${message} ${next}`.trim(), 600)}\n`).join("");
}

// src/main.ts
async function main(now) {
	const inputs = actionInputs();
	maskToken(inputs["github-token"]);
	const workspace = process.env["GITHUB_WORKSPACE"] || process.cwd();
	const read = await readSettings({
		values: inputs,
		host: "action",
		workspace,
		now
	});
	if ("findings" in read) return refuse(read.findings, inputs);
	const context = await readRunContext(process.env);
	const outcome = await run(read.settings, hostOf(context, now), now);
	const unshown = await show(outcome);
	const unlike = await verifyCommitted(outcome);
	const unpublished = await publish(outcome, context, inputs);
	return conclude(outcome, [
		...unshown,
		...unlike,
		...unpublished
	]);
}
const spareAnnotations = 2;
function actionInputs() {
	const names = settingsTable.filter(({ input }) => input).map(({ name }) => name);
	return Object.fromEntries(readInputs(names));
}
async function refuse(findings, inputs) {
	setOutputs({
		verdict: "not-ready",
		submittable: "false"
	});
	const mistakes = mistakesInWords(findings);
	await writeSummary(renderRefusal(findings));
	info(mistakes);
	annotate([...findings.map(annotation), ...await withdrawVerdict(inputs, mistakes)], spareAnnotations);
	fail("The settings can't be used, so nothing was checked. The job summary says why.");
}
function hostOf(context, now) {
	return {
		log: info,
		progress: info,
		group,
		earlier: (settings) => earlierResults(settings, context, now),
		upload
	};
}
async function earlierResults(settings, context, now) {
	const { earlier } = settings;
	if (earlier === void 0) return;
	const { fetchEarlierResults } = await import("./chunks/github/earlier/results.js");
	return group("Fetching earlier results", () => fetchEarlierResults({
		settings: earlier,
		clock: settings.clock,
		token: settings.publish.token,
		context,
		now,
		temporary: process.env["RUNNER_TEMP"],
		log: info
	}));
}
async function upload(documents, { output, publish: { artifact }, workspace }) {
	const none = {
		artifacts: [],
		findings: []
	};
	if (artifact === "never") return none;
	const missing = missingService();
	if (artifact === "auto" && missing !== void 0) {
		const message = `Nothing was uploaded: ${missing}. The files lie in the workspace: ${documents.map(({ path }) => shownPath(path, workspace)).join(", ")}.`;
		return {
			...none,
			findings: [{
				kind: "publishing",
				severity: "notice",
				message
			}]
		};
	}
	const { uploadFiles } = await import("./chunks/github/artifact-upload.js");
	const files = documents.map(({ artifactName, content }) => ({
		name: artifactName,
		bytes: Buffer.from(content)
	}));
	const uploads = await group(`Uploading ${plural(files.length, "document")}`, () => uploadFiles(files, { retentionDays: output.artifactRetentionDays }));
	return {
		artifacts: uploads.map((item) => item.outcome === "uploaded" ? item.artifact : void 0),
		findings: uploads.flatMap((item) => item.outcome === "failed" ? [item.problem] : [])
	};
}
async function show({ assessment, shown, written, report }) {
	const unshown = await writeSummary(renderSummary(assessment, shown));
	const checklists = (shown.documents ?? []).filter(({ kind }) => kind === "form" || kind === "own");
	const artifacts = checklists.flatMap(({ artifact }) => artifact ?? []);
	setOutputs({
		...verdictOutputs(assessment),
		checklist: onLines(checklists.map(({ file }) => file).filter((file) => written.includes(file))),
		report: report ?? "",
		"artifact-id": onLines(artifacts.map(({ id }) => String(id))),
		"artifact-url": onLines(artifacts.map(({ url }) => url))
	});
	return unshown === void 0 ? [] : [unshown];
}
async function verifyCommitted({ settings, checked }) {
	if (settings.verifyForm === void 0) return [];
	const { verify } = await import("./chunks/verify.js");
	const { renderVerified, renderVerifiedSummary } = await import("./chunks/form/verify/text.js");
	const verified = await verify(settings, settings.verifyForm, checked);
	if ("refused" in verified) return [{
		kind: "document",
		severity: "error",
		message: verified.refused
	}];
	const context = {
		path: verified.path,
		programme: settings.programme
	};
	info(renderVerified(verified.form, context, {
		colour: false,
		width: 120
	}));
	const unshown = await writeSummary(renderVerifiedSummary(verified.form, context));
	return [...verified.form.findings, ...unshown === void 0 ? [] : [unshown]];
}
async function publish({ assessment, settings, shown }, context, inputs) {
	const unpublished = await publishVerdict(assessment, settings, {
		context,
		summary: shown,
		inputs
	});
	if (unpublished.length > 0) await writeSummary(unpublishedText(unpublished));
	return unpublished;
}
function conclude({ assessment }, further) {
	print(renderTerminal(assessment, {
		colour: true,
		width: 120
	}));
	const wrong = [...fatalOf(assessment), ...assessment.findings.filter(isAfterwards).filter(isError)];
	const broken = further.filter(isError);
	const told = wrong.length > 0 ? further : further.filter((finding) => !isError(finding));
	annotate(annotations(assessment, told), spareAnnotations);
	if (wrong.length > 0) fail(`${assessment.programme.name}: ${renderHeadline(assessment)}. The job summary says what to do next.`);
	else if (broken.length > 0) fail(failure(broken));
}
function isError({ severity }) {
	return severity === "error";
}
function onLines(values) {
	return values.join("\n");
}
function failure(reasons) {
	const { shown, more } = firstOf(reasons, 5);
	const rest = more > 0 ? [`… and ${more} more: see the job summary.`] : [];
	return [...shown.map(({ message, next = "" }) => `${message} ${next}`.trim()), ...rest].join("\n");
}

// src/index.ts
try {
	await main(Date.now());
} catch (error) {
	setOutputs({ verdict: "not-ready" });
	const stack = error instanceof Error ? error.stack ?? error.message : String(error);
	fail(`The check itself broke, which is a fault of this action: ${stack}`);
	annotate(await withdrawVerdict(actionInputs(), "The check itself broke, which is a fault of this action."));
}
finish();

export {  };