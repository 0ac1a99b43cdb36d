import { l as oneLine } from "./text.js";
import { n as mostResults, t as matchReport } from "./matching.js";
import { t as assess } from "./assessment.js";
import { n as findReports, t as readReportFile } from "./junit.js";
import { lstat, mkdir, readFile, writeFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { basename, dirname, extname, join, relative, sep } from "node:path";
import { setFlagsFromString } from "node:v8";

// src/files.ts
/** A file where one is asked for; its content is only made then. */
function fileAt(path, content) {
	return path === void 0 ? [] : [{
		path,
		content: content()
	}];
}
/**
* Writes what can be written; what can't comes back as a problem, and the others are written all the same. No file is
* written twice: names made of the applications' may meet those of other documents.
*
* @param template The user's copy of the form, which is never written over.
*/
async function writeFiles(files, workspace, template) {
	const taken = new Map(template === void 0 ? [] : [[template, "your form-template"]]);
	const written = [];
	const problems = [];
	for (const { path, content } of files) {
		const shown = shownPath(path, workspace);
		const other = taken.get(path);
		const problem = other === void 0 ? await write(path, content) : `it would be written over ${other}. Give one of them another name`;
		taken.set(path, "another document of this run");
		if (problem === void 0) written.push(shown);
		else problems.push({
			kind: "publishing",
			severity: "warning",
			message: `${shown} could not be written: ${problem}.`
		});
	}
	return {
		written,
		problems
	};
}
/** Why it could not be written; undefined when it was. */
async function write(path, content) {
	try {
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, content);
		return;
	} catch (error) {
		return reasonOf(error);
	}
}
/** Those of the paths where something is already. */
async function existing(paths) {
	const found = await Promise.all(paths.map((path) => lstat(path).then(Boolean, () => false)));
	return paths.filter((_, index) => found[index]);
}
/** Relative to the workspace with forward slashes, for people and outputs. */
function shownPath(path, workspace) {
	return relative(workspace, path).split(sep).join("/");
}
/** What the system says, without Node's call and path after it. */
function reasonOf(error) {
	const text = error instanceof Error ? error.message : String(error);
	return (text.split(",", 1)[0] ?? text).replace(/^[A-Z]+: /, "");
}

// src/check.ts
/**
* The check itself, the same for the action and the command line: find the reports, read and match them while they
* stream by, assess. What is wrong with the reports comes out in the assessment; nothing here throws for bad input.
*/
async function check(settings, options) {
	const earlier = options.earlier ?? {
		files: [],
		problems: []
	};
	const found = await findReports(settings.results, settings.workspace, { others: earlier.files.length > 0 });
	const sources = [...earlier.files.map(({ absolutePath, displayPath, provenance }) => ({
		path: absolutePath,
		displayPath,
		provenance
	})), ...found.files.map((file) => ({
		path: file,
		displayPath: file
	}))];
	setFlagsFromString("--semi-space-growth-factor=1");
	const read = await readAll(sources, settings, options);
	return assess({
		attempts: read.attempts,
		files: read.files,
		problems: [
			...found.problems,
			...earlier.problems,
			...read.problems
		],
		nothingFound: sources.length === 0 ? nothingFound(settings) : void 0,
		settings
	}, options.now);
}
async function readAll(sources, settings, options) {
	const attempts = [];
	const files = [];
	const problems = [];
	const tell = progressTeller(sources.length, options.progress);
	let order = 0;
	let bytes = 0;
	for (const { path, displayPath, provenance } of sources) {
		const shared = provenance === void 0 ? {} : { provenance };
		const matcher = matchReport({
			file: displayPath,
			...shared,
			programme: settings.programme,
			mapping: settings.mapping,
			timeZone: settings.clock.timeZone,
			nextOrder: () => ++order,
			room: mostResults - attempts.length
		});
		const file = await readReportFile(path, settings.workspace, matcher.on, displayPath);
		const matched = matcher.finish();
		files.push({
			...file,
			...shared
		});
		for (const attempt of matched.attempts) attempts.push(attempt);
		for (const problem of [...file.remarks ?? [], ...matched.problems]) problems.push(problem);
		bytes += file.bytes;
		tell(files.length, bytes);
	}
	return {
		attempts,
		files,
		problems
	};
}
function progressTeller(total, progress) {
	const pause = 2e3;
	let last = performance.now();
	return (done, bytes) => {
		if (progress === void 0 || performance.now() - last < pause) return;
		last = performance.now();
		progress(`Read ${done} of ${total} reports, ${Math.round(bytes / 1e6)} MB`);
	};
}
function nothingFound({ results, workspace, earlier }) {
	const places = [];
	if (results.length > 0) places.push(`${results.map((glob) => `'${glob}'`).join(", ")} in ${workspace}`);
	if (earlier !== void 0) places.push(`artifacts ${earlier.artifacts.map((name) => `'${name}'`).join(", ")} of earlier runs`);
	return `No report was found: looked for ${places.join(" and for ")}.`;
}

// src/documents.ts
/**
* Makes the checklist of each application: the user's copy of HMRC's form filled in where one is given, else our own.
* A form that can't be filled in is an error, and our own checklist stands in for it: nothing gathered is lost. Beside a
* filled-in form stands a note on how to submit it and, once nothing is in the way, a draft mail.
*/
async function makeDocuments(assessment, settings) {
	const { checklist, formTemplate } = settings.output;
	if (checklist === void 0) return {
		files: [],
		problems: []
	};
	const template = formTemplate === void 0 ? void 0 : await readTemplate(formTemplate, settings.workspace);
	const problems = template?.problem === void 0 ? [] : [template.problem];
	const files = [];
	for (const [index, application] of assessment.applications.entries()) {
		const task = {
			assessment,
			application,
			answers: answersOf(settings, application.name),
			placeOf: placer(settings, checklist, index)
		};
		const filled = template?.bytes === void 0 ? void 0 : await fillIn(template.bytes, template.path, task);
		problems.push(...filled?.problems ?? []);
		files.push(...filled?.files ?? [await ownChecklist(task)]);
	}
	return {
		files,
		problems
	};
}
/** The badge as SVG and for shields.io, where one is asked for. */
async function makeBadge(assessment, { output: { badge } }) {
	if (badge === void 0) return [];
	const { renderBadgeJson, renderBadgeSvg } = await import("./render/badge.js");
	return [{
		path: badge.svg,
		content: renderBadgeSvg(assessment)
	}, {
		path: badge.json,
		content: renderBadgeJson(assessment)
	}];
}
/** The checklists among the documents, as renderers show them. */
function shownChecklists(documents, workspace) {
	return documents.flatMap(({ application, kind, path }) => kind === "form" || kind === "own" ? [{
		application,
		kind,
		file: shownPath(path, workspace)
	}] : []);
}
/**
* Paths and artifact names of one application's documents. The checklist of a single application keeps the user's own
* path to the letter; several have their names in theirs.
*/
function placer({ output, applications }, checklist, index) {
	const names = applications.map(({ name }) => name);
	const { artifactName } = output;
	const stem = basename(checklist, extname(checklist));
	return (ending) => {
		const own = names.length === 1 ? `${stem}${ending}` : documentNames(stem, names, ending)[index];
		return {
			application: names[index] ?? "",
			path: join(dirname(checklist), own ?? `${stem}${ending}`),
			artifactName: documentNames(artifactName, names, ending)[index] ?? `${artifactName}${ending}`
		};
	};
}
/** Answers to the form's questions for one application: its own go before the shared ones. */
function answersOf(settings, application) {
	return {
		...settings.answers,
		...settings.applicationAnswers[application]
	};
}
async function ownChecklist({ assessment, application, answers, placeOf }) {
	const { renderChecklist } = await import("./render/checklist.js");
	return {
		kind: "own",
		...placeOf(".docx"),
		content: await renderChecklist(assessment, application, answers)
	};
}
async function readTemplate(path, workspace) {
	const shown = shownPath(path, workspace);
	try {
		return {
			path: shown,
			bytes: await readFile(path)
		};
	} catch (error) {
		return {
			path: shown,
			problem: {
				kind: "form",
				severity: "error",
				message: `form-template '${shown}' can't be read: ${reasonOf(error)}. Put your copy of HMRC's form there, or leave form-template out for our own checklist.`
			}
		};
	}
}
async function fillIn(template, path, task) {
	const { assessment, application, answers, placeOf } = task;
	const { fillForm } = await import("./form/fill.js");
	const { formFilling } = await import("./form/filling.js");
	const filled = fillForm(template, formFilling(assessment, application, answers));
	if ("refused" in filled) return { problems: [{
		kind: "form",
		severity: "error",
		message: `form-template '${path}' was not filled in: ${filled.refused}`
	}] };
	const toCheck = [
		...filled.notFound.map((field) => `The form has no field '${field}' that could be found: fill it in by hand.`),
		...filled.unknownLabels.map((label) => `The form has a field '${label}' that is not known: fill it in by hand.`),
		...filled.remarks
	];
	const form = {
		kind: "form",
		...placeOf(".docx"),
		content: filled.document
	};
	const { renderSubmissionNote, renderDraftMail } = await import("./form/submission.js");
	const attachment = {
		name: basename(form.path),
		bytes: filled.document
	};
	const mail = renderDraftMail(assessment, application, answers, attachment);
	const draft = placeOf(".eml");
	const note = renderSubmissionNote(assessment, application, {
		document: {
			name: attachment.name,
			kind: "form"
		},
		draft: mail === void 0 ? void 0 : basename(draft.path),
		toCheck
	});
	return {
		files: [
			form,
			{
				kind: "note",
				...placeOf("-submission.md"),
				content: note
			},
			...mail === void 0 ? [] : [{
				kind: "mail",
				...draft,
				content: mail
			}]
		],
		problems: toCheck.map((message) => ({
			kind: "form",
			severity: "warning",
			message: `${path}: ${message}`
		}))
	};
}
/**
* File and artifact names for one document per application: `<stem>.docx` for a single one, `<stem>-<application>.docx`
* for several. Characters that artifact names must not hold become `-`; names
* that would meet get a number.
*/
function documentNames(stem, applications, extension) {
	const taken = /* @__PURE__ */ new Set();
	return applications.map((application) => {
		const base = fileStem(applications.length === 1 ? stem : `${stem}-${application}`);
		let name = `${base}${extension}`;
		for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base}-${number}${extension}`;
		taken.add(name.toLowerCase());
		return name;
	});
}
function fileStem(text) {
	const stem = oneLine(text, 100).replace(/[":<>|*?\\/\s]+/gu, "-").replace(/^[.-]+|[.-]+$/gu, "");
	return stem === "" ? "checklist" : stem;
}

export { existing as a, shownPath as c, check as i, writeFiles as l, makeDocuments as n, fileAt as o, shownChecklists as r, reasonOf as s, makeBadge as t };