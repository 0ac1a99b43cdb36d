import { D as isInside, M as nearestOf, O as isProtected, k as realPath } from "./settings.js";
import { A as listed, C as whyConcerned, O as maxOthers, S as startOf, T as inShort, _ as namesNone, g as giveNumber, h as decisionInWords, j as plural, n as maxResults, r as unfitting, t as matchReport, v as nextFor, x as standingOfAmbiguous, z as bySeverity } from "./matching.js";
import { l as oneLine } from "./text.js";
import { r as assess } from "./assessment.js";
import { r as StatementBudget } from "./statements.js";
import { a as renderSummary, n as renderJUnit, t as renderReport } from "./render.js";
import { r as findReports, t as readReportFile } from "./junit.js";
import { lstat, mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { randomUUID } from "node:crypto";
import { rmSync, statSync } from "node:fs";
import path, { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import { setImmediate, setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";

// src/write-whole.ts
const signals = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
async function writingWhole(work) {
	const writer = new WholeWriter();
	const cleanUp = (signal) => {
		writer.abandon();
		for (const one of signals) process.off(one, cleanUp);
		process.kill(process.pid, signal);
	};
	for (const signal of signals) process.on(signal, cleanUp);
	try {
		return await work(writer);
	} finally {
		writer.abandon();
		for (const signal of signals) process.off(signal, cleanUp);
	}
}
const abandonedMs = 1e4;
const retryMs = 20;
var WholeWriter = class {
	#unfinished = /* @__PURE__ */ new Set();
	async stage(path, content) {
		const folder = dirname(path);
		await mkdir(folder, { recursive: true });
		const before = await stat(path).catch(() => void 0);
		if (before !== void 0 && (before.mode & 146) === 0) throw new Error("EACCES: permission denied");
		const beside = join(folder, `.${basename(path).slice(0, 40)}.${randomUUID()}.new`);
		this.#unfinished.add(beside);
		const file = await open(beside, "wx");
		try {
			await file.writeFile(content);
			if (before !== void 0) await file.chmod(before.mode & 511);
			await file.sync();
		} finally {
			await file.close();
		}
		return {
			path,
			beside
		};
	}
	async finish({ path, beside }) {
		await rename(beside, path);
		this.#unfinished.delete(beside);
	}
	async alone(folders, work) {
		const held = [];
		try {
			for (const folder of [...new Set(folders)].toSorted()) {
				const mark = join(folder, ".production-checklist.lock");
				if (await this.#hold(mark)) held.push(mark);
			}
			return await work();
		} finally {
			for (const mark of held) {
				await rm(mark, {
					recursive: true,
					force: true
				}).catch(() => void 0);
				this.#unfinished.delete(mark);
			}
		}
	}
	async #hold(mark) {
		for (;;) try {
			await mkdir(mark);
			this.#unfinished.add(mark);
			return true;
		} catch (error) {
			const since = await stat(mark).catch(() => void 0);
			if (since !== void 0 && Date.now() - since.mtimeMs > abandonedMs) await rm(mark, {
				recursive: true,
				force: true
			});
			else if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) return false;
			else await setTimeout(retryMs);
		}
	}
	abandon() {
		for (const path of this.#unfinished) try {
			rmSync(path, {
				force: true,
				recursive: true
			});
		} catch {}
		this.#unfinished.clear();
	}
};

// src/files.ts
function fileAt(path, content) {
	return path === void 0 ? [] : [{
		path,
		content: content()
	}];
}
async function writeFiles(files, options) {
	const targets = new Targets(options);
	const findings = [];
	const failed = (path, why, what = "could not be written") => {
		const message = `${shownPath(path, options.workspace)} ${what}: ${why}.`;
		findings.push({
			kind: "publishing",
			severity: "error",
			message
		});
	};
	const written = await writingWhole(async (writer) => {
		const { direct, staged } = await stageAll(files, targets, writer, failed);
		const folders = [...[...staged.values()].map(({ path }) => dirname(path)), ...await Promise.all((options.obsolete ?? []).map((path) => realPath(dirname(path))))];
		const moved = await writer.alone(folders, async () => {
			await removeAll(await obsoleteIn(options, targets, failed), failed);
			return finishAll(staged, writer, failed);
		});
		return /* @__PURE__ */ new Set([...direct, ...moved]);
	});
	return {
		written: files.filter((file) => written.has(file)).map(({ path }) => shownPath(path, options.workspace)),
		findings
	};
}
async function stageAll(files, targets, writer, failed) {
	const direct = [];
	const staged = /* @__PURE__ */ new Map();
	for (const file of files) {
		const target = await targets.of(file);
		if ("refused" in target) {
			failed(file.path, target.refused);
			continue;
		}
		try {
			if (target.isStream) {
				await writeFile(target.path, file.content);
				direct.push(file);
			} else staged.set(file, await writer.stage(target.path, file.content));
		} catch (error) {
			failed(file.path, reasonOf(error));
		}
	}
	return {
		direct,
		staged
	};
}
async function finishAll(staged, writer, failed) {
	const done = [];
	for (const [file, one] of staged) try {
		await writer.finish(one);
		done.push(file);
	} catch (error) {
		failed(file.path, reasonOf(error));
	}
	return done;
}
async function removeAll(paths, failed) {
	for (const path of paths) try {
		await rm(path, { force: true });
	} catch (error) {
		failed(path, reasonOf(error), "could not be removed");
	}
}
async function obsoleteIn({ obsolete = [], workspace }, targets, failed) {
	const gone = [];
	for (const path of obsolete) {
		const found = await lstat(path).catch(() => void 0);
		if (found?.isSymbolicLink() === true) {
			const target = await targets.of({
				path,
				content: "",
				derived: true
			});
			if ("refused" in target && !isInside(await realPath(path), await realPath(workspace))) failed(path, target.refused, "was left alone");
		} else if (found?.isFile() === true && !await targets.isTaken(path)) gone.push(path);
	}
	return gone;
}
var Targets = class {
	#workspace;
	#inputs;
	#written = /* @__PURE__ */ new Set();
	#read;
	constructor({ workspace, inputs }) {
		this.#workspace = workspace;
		this.#inputs = inputs;
	}
	async of({ path, derived }) {
		const real = await realPath(path);
		const refused = await this.#forbidden(path, real, derived === true);
		if (refused !== void 0) return { refused };
		const keys = await keysOf(real);
		const other = this.#takenBy(keys);
		if (other !== void 0) return { refused: `it would be written over ${other}. Give one of them another name` };
		for (const key of keys) this.#written.add(key);
		const found = await stat(real).catch(() => void 0);
		if (found?.isDirectory() === true) return { refused: "it is a folder" };
		return {
			path: real,
			isStream: found !== void 0 && !found.isFile()
		};
	}
	async isTaken(path) {
		return this.#takenBy(await keysOf(await realPath(path))) !== void 0;
	}
	#takenBy(keys) {
		if (keys.some((key) => this.#written.has(key))) return "another document of this run";
		const [, number] = keys;
		if (number === void 0) return void 0;
		this.#read ??= this.#numbersOfInputs();
		return this.#read.get(number);
	}
	async #forbidden(path, real, derived) {
		const workspace = await realPath(this.#workspace);
		if (isInside(path, this.#workspace) && !isInside(real, workspace)) return "it lies outside of the workspace, where nothing is written: there is a link on its way. Remove that link";
		if (await isProtected(real, this.#workspace)) return "nothing is written in .git or .github/workflows. Give another path";
		const isLink = (await lstat(path).catch(() => void 0))?.isSymbolicLink() === true;
		return derived && isLink ? "there is a link in its place. Remove that link" : void 0;
	}
	#numbersOfInputs() {
		const names = /* @__PURE__ */ new Map();
		for (const [path, name] of this.#inputs()) {
			const number = numberAt(path);
			if (number !== void 0) names.set(number, name);
		}
		return names;
	}
};
function numberAt(path) {
	try {
		return numberOf(statSync(path, { bigint: true }));
	} catch {
		return;
	}
}
async function keysOf(real) {
	const found = await stat(real, { bigint: true }).catch(() => void 0);
	return found?.isFile() === true ? [real, numberOf(found)] : [real];
}
function numberOf({ dev, ino }) {
	return `${dev}:${ino}`;
}
async function existing(paths) {
	const found = await Promise.all(paths.map((path) => lstat(path).then(Boolean, () => false)));
	return paths.filter((_, index) => found[index]);
}
function shownPath(path, workspace) {
	const shown = relative(workspace, path).split(sep).join("/");
	return shown.startsWith("../../") ? path.split(sep).join("/") : shown;
}
function reasonOf(error) {
	const text = error instanceof Error ? error.message : String(error);
	if (error instanceof Error && "code" in error && error.code === "EISDIR") return "it is a folder";
	return (text.split(",", 1)[0] ?? text).replace(/^[A-Z]+: /, "");
}

// src/check.ts
async function readReports(settings, options) {
	setFlagsFromString("--semi-space-growth-factor=1 --heap-growing-percent=20 --no-maglev --no-parallel-scavenge");
	const earlier = options.earlier ?? {
		files: [],
		findings: []
	};
	const { applications, ...found } = await findAll(settings, earlier.files.length > 0);
	await setImmediate();
	const read = await readAll({
		earlier: earlier.files,
		found: found.files
	}, settings, propertiesOf(applications), options);
	return {
		attempts: read.attempts,
		others: read.others,
		files: read.files,
		findings: [
			...read.files.length === 0 ? nothingFound(settings, [...found.findings, ...earlier.findings]) : [
				...found.findings,
				...earlier.findings,
				...read.findings
			],
			...settings.findings,
			...options.form?.findings ?? []
		],
		formVersion: options.form?.version,
		settings: {
			...settings,
			applications: applications.map((application) => ({
				...application,
				answers: {
					...options.form?.answers,
					...application.answers
				}
			}))
		}
	};
}
async function findAll({ results, resultsAnywhere, workspace, applications }, others) {
	const shared = await findReports(results, workspace, {
		others,
		anywhere: resultsAnywhere
	});
	const files = new Set(shared.files);
	const findings = [...shared.findings];
	const searched = /* @__PURE__ */ new Map();
	const search = (claim) => {
		const key = JSON.stringify(claim.results);
		const known = searched.get(key) ?? findReports(claim.results ?? [], workspace, {
			others,
			needed: true
		});
		searched.set(key, known);
		return known;
	};
	const withFiles = async (claim) => claim.results === void 0 ? claim : {
		...claim,
		files: new Set((await search(claim)).files)
	};
	const claimed = [];
	for (const application of applications) {
		const { ownership, name } = application;
		if (ownership === void 0) {
			claimed.push(application);
			continue;
		}
		const own = ownership.own && await withFiles(ownership.own);
		if (own?.results !== void 0) {
			for (const file of own.files ?? []) files.add(file);
			findings.push(...(await search(own)).findings.map((finding) => ({
				...finding,
				application: name
			})));
		}
		claimed.push({
			...application,
			ownership: {
				own,
				others: await Promise.all(ownership.others.map(withFiles))
			}
		});
	}
	return {
		files: [...files],
		findings,
		applications: claimed
	};
}
function propertiesOf(applications) {
	const names = applications.flatMap(({ ownership }) => [ownership?.own, ...ownership?.others ?? []]).flatMap((claim) => claim?.property?.name ?? []);
	return names.length === 0 ? void 0 : new Set(names);
}
async function readAll(sources, settings, properties, options) {
	const read = {
		attempts: [],
		others: [],
		files: [],
		findings: []
	};
	const tell = progressTeller(sources.earlier.length + sources.found.length, options.progress);
	const budget = new StatementBudget();
	const fitting = /* @__PURE__ */ new Set();
	let order = 0;
	let bytes = 0;
	for (const { path, displayPath, provenance } of inOrder(sources)) {
		const { left } = budget;
		const matcher = matchReport({
			file: displayPath,
			provenance,
			programme: settings.programme,
			mapping: settings.mapping,
			fitting,
			properties,
			timeZone: settings.clock.timeZone,
			nextOrder: () => ++order,
			room: maxResults - read.attempts.length,
			budget
		});
		const file = await readReportFile(path, settings.workspace, matcher.on, displayPath);
		const { attempts, others, findings } = matcher.finish();
		if (attempts.length === 0) budget.releaseAll(left);
		append(read.attempts, attempts);
		const room = maxOthers[attempts.length === 0 ? "unrelated" : "all"] - read.others.length;
		append(read.others, others.length <= room ? others : inShort(others));
		read.files.push(provenance === void 0 ? file : {
			...file,
			provenance
		});
		append(read.findings, [...file.remarks ?? [], ...findings]);
		bytes += file.bytes;
		tell(read.files.length, bytes);
	}
	if (settings.mapping.length > 0) append(read.findings, unfitting(settings.mapping, fitting, [...read.attempts, ...read.others]));
	return read;
}
function* inOrder({ earlier, found }) {
	for (const { absolutePath, displayPath, provenance } of earlier) yield {
		path: absolutePath,
		displayPath,
		provenance
	};
	for (const file of found) yield {
		path: file,
		displayPath: file,
		provenance: void 0
	};
}
function append(list, items) {
	for (const item of items) list.push(item);
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
const nextSteps = {
	settings: "Run the tests before this check, and have them write JUnit reports there.",
	"earlier-results": "Run the workflow that runs the tests and keeps their reports as artifacts, then check again."
};
function nothingFound({ results, earlier }, findings) {
	const [cause, ...others] = bySeverity(findings);
	const places = [...results.length === 0 ? [] : [results.map((glob) => `'${glob}'`).join(", ")], ...earlier === void 0 ? [] : [`artifacts ${earlier.artifacts.map((name) => `'${name}'`).join(", ")} of earlier runs`]];
	const why = cause === void 0 ? `Looked for ${places.join(" and for ")}.` : cause.message;
	const next = cause?.next ?? (cause === void 0 ? void 0 : nextSteps[cause.kind]);
	return [{
		kind: "no-report",
		severity: "error",
		message: `No report was found. ${why}`,
		next,
		place: cause?.place
	}, ...others];
}

// src/form/document-names.ts
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

// src/documents.ts
async function readTemplate({ output: { formTemplate, checklist }, programme, workspace }) {
	if (formTemplate === void 0 || checklist === void 0) return;
	const path = shownPath(formTemplate, workspace);
	try {
		const bytes = await readFile(formTemplate);
		const { readForm } = await import("./form/read-form.js");
		const reading = readForm(bytes, programme);
		return {
			path,
			bytes,
			form: "refused" in reading ? unusable(notFilledIn(path, reading)) : givenForm(path, reading)
		};
	} catch (error) {
		return {
			path,
			bytes: void 0,
			form: unusable(`form-template '${path}' can't be read: ${reasonOf(error)}.`, "Put your copy of HMRC's form there, or leave form-template out for our own checklist.")
		};
	}
}
function givenForm(path, { answers, version, missing }) {
	const message = `${path} has no field that could be found for ${listed(missing.map((name) => `'${name}'`))}.`;
	const findings = missing.length === 0 ? [] : [{
		kind: "form",
		severity: "warning",
		message,
		next: "Fill it in by hand, or give the form as HMRC offers it."
	}];
	return {
		answers,
		version: version?.version,
		findings
	};
}
function unusable(message, next) {
	return {
		answers: {},
		version: void 0,
		findings: [{
			kind: "document",
			severity: "error",
			message,
			next
		}]
	};
}
function notFilledIn(path, { refused }) {
	return `form-template '${path}' was not filled in: ${refused}`;
}
async function makeDocuments(assessment, settings, template) {
	const { checklist } = settings.output;
	if (checklist === void 0) return {
		files: [],
		obsolete: [],
		findings: []
	};
	const findings = [];
	const files = [];
	for (const [index, application] of assessment.applications.entries()) {
		const task = {
			assessment,
			application,
			answers: settings.applications[index]?.answers ?? {},
			placeOf: placer(settings, checklist, index)
		};
		const filled = template?.bytes === void 0 ? void 0 : await fillIn(template.bytes, template.path, task);
		const told = new Set(template?.form.findings.map(({ message }) => message));
		findings.push(...(filled?.findings ?? []).filter(({ message }) => !told.has(message)));
		files.push(...filled?.files ?? [await ownChecklist(task, template === void 0 ? endings.form : endings.evidence)]);
	}
	return {
		files,
		obsolete: obsoletePaths(settings, checklist, files),
		findings
	};
}
function writeOptions(settings, { files }, { obsolete }) {
	return {
		workspace: settings.workspace,
		inputs: () => inputsOf(settings, files),
		obsolete
	};
}
function* inputsOf({ workspace, configuration, output: { formTemplate } }, reports) {
	for (const { path, provenance } of reports) if (provenance === void 0) yield [join(workspace, path), "a report that was read"];
	if (formTemplate !== void 0) yield [formTemplate, "your form-template"];
	if (configuration !== void 0) yield [resolve(workspace, configuration), "your configuration"];
}
const endings = {
	form: ".docx",
	draft: "-draft.docx",
	evidence: "-evidence.docx",
	note: "-submission.html",
	formerNote: "-submission.md",
	mail: ".eml",
	calendar: "-deadline.ics"
};
function obsoletePaths(settings, checklist, files) {
	const written = new Set(files.map(({ path }) => path));
	return settings.applications.flatMap((_, index) => Object.values(endings).map((ending) => placer(settings, checklist, index)(ending).path)).filter((path) => !written.has(path));
}
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
function shownDocuments(documents, artifacts, workspace) {
	return documents.map(({ application, kind, path }, index) => ({
		application,
		kind,
		file: shownPath(path, workspace),
		artifact: artifacts[index]
	}));
}
function placer({ output, applications, programme, publish }, checklist, index) {
	const names = applications.map(({ name }) => name ?? "");
	const stem = basename(checklist, extname(checklist));
	const artifactStem = output.artifactName ?? [stem, ...suffixOf(publish.name)].join("-");
	return (ending) => {
		const own = names.length === 1 ? `${stem}${ending}` : documentNames(stem, names, ending)[index];
		const path = join(dirname(checklist), own ?? `${stem}${ending}`);
		return {
			application: applications[index]?.name ?? programme.name,
			path,
			derived: path !== checklist,
			artifactName: documentNames(artifactStem, names, ending)[index] ?? `${artifactStem}${ending}`
		};
	};
}
function suffixOf(use) {
	const suffix = (use ?? "").replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-|-$/g, "");
	return suffix === "" ? [] : [suffix];
}
async function ownChecklist({ assessment, application, answers, placeOf }, ending) {
	const { renderChecklist } = await import("./render/checklist.js");
	return {
		kind: "own",
		...placeOf(ending),
		content: await renderChecklist(assessment, application, answers)
	};
}
async function fillIn(template, path, task) {
	const { assessment, application, answers, placeOf } = task;
	const { fillForm } = await import("./form/fill.js");
	const { formFilling } = await import("./form/filling.js");
	const filled = fillForm(template, formFilling(assessment, application, answers));
	if ("refused" in filled) return { findings: [said("error", notFilledIn(path, filled))] };
	const toCheck = [
		...filled.notFound.map((field) => `The form has no field '${field}' that could be found: fill it in by hand.`),
		...filled.unknownLabels.map((label) => `The form has a field '${label}' that is not known: fill it in by hand.`),
		...filled.remarks
	];
	const form = {
		kind: "form",
		...placeOf(application.verdict === "ready" ? endings.form : endings.draft),
		content: filled.document
	};
	return {
		files: [form, ...await companions(filled, toCheck, basename(form.path), task)],
		findings: toCheck.map((message) => said("notice", `${path}: ${message}`))
	};
}
function said(severity, message) {
	return {
		kind: "document",
		severity,
		message
	};
}
async function companions(filled, toCheck, name, { assessment, application, answers, placeOf }) {
	const { renderDeadline, renderDraftMail } = await import("./form/submission.js");
	const { renderSubmissionNote } = await import("./form/note.js");
	const { document: bytes, lacking, byHand, version } = filled;
	const [draft, calendar] = [placeOf(endings.mail), placeOf(endings.calendar)];
	const mail = renderDraftMail(assessment, application, answers, {
		name,
		bytes,
		lacking
	});
	const deadline = renderDeadline(assessment, application, name);
	const note = renderSubmissionNote(assessment, application, {
		document: {
			name,
			version: version?.name
		},
		draft: mail === void 0 ? void 0 : basename(draft.path),
		calendar: deadline === void 0 ? void 0 : basename(calendar.path),
		lacking,
		byHand,
		toCheck,
		answers
	});
	return [
		{
			kind: "note",
			...placeOf(endings.note),
			content: note
		},
		...mail === void 0 ? [] : [{
			kind: "mail",
			...draft,
			content: mail
		}],
		...deadline === void 0 ? [] : [{
			kind: "calendar",
			...calendar,
			content: deadline
		}]
	];
}

// src/run.ts
async function run(settings, host, now) {
	const template = await readTemplate(settings);
	const earlier = await host.earlier(settings);
	const input = await host.group("Reading reports", async () => {
		const read = await readReports(settings, {
			now,
			earlier,
			form: template?.form,
			progress: host.progress
		});
		for (const line of reportLines(read)) host.log(line);
		return read;
	});
	const assessed = assess(input, now);
	const documents = await makeDocuments(assessed, settings, template);
	const uploads = await host.upload(documents.files, settings);
	const assessment = withFindings(assessed, [...documents.findings, ...uploads.findings]);
	const shown = {
		title: settings.publish.name,
		documents: shownDocuments(documents.files, uploads.artifacts, settings.workspace)
	};
	const options = writeOptions(settings, assessment, documents);
	const files = [
		...documents.files,
		...views(assessment, settings, shown),
		...await makeBadge(assessment, settings)
	];
	const first = await writeFiles(files, options);
	const complete = withFindings(assessment, first.findings);
	const again = first.findings.length === 0 ? first : await writeFiles(views(complete, settings, shown), options);
	const report = settings.output.report === void 0 ? void 0 : shownPath(settings.output.report, settings.workspace);
	return {
		settings,
		assessment: complete,
		checked: {
			input,
			assessment: assessed,
			now
		},
		shown,
		written: first.written,
		report: report !== void 0 && again.written.includes(report) ? report : void 0
	};
}
function views(assessment, { output }, shown) {
	return [
		...fileAt(output.report, () => renderReport(assessment, shown)),
		...fileAt(output.junit, () => renderJUnit(assessment)),
		...fileAt(output.summary, () => renderSummary(assessment, shown))
	];
}
function withFindings(assessment, findings) {
	return findings.length === 0 ? assessment : {
		...assessment,
		findings: [...assessment.findings, ...findings]
	};
}
const maxReports = 50;
function reportLines({ files }) {
	const lines = files.slice(0, maxReports).map(({ path, cases, failed, notRun, problem }) => {
		const counts = [
			plural(cases, "case"),
			`${failed} failed`,
			`${notRun} not run`
		].join(", ");
		return `${path}: ${problem === void 0 ? counts : problem.message}`;
	});
	const more = files.length - lines.length;
	return more > 0 ? [...lines, `… and ${plural(more, "more report")}`] : lines;
}

// src/why.ts
async function whyAt(settings, asked, now, progress) {
	const input = await readReports(settings, {
		now,
		progress
	});
	const assessment = assess(input, now);
	const report = input.files.find(({ path: shown }) => path.resolve(settings.workspace, shown) === asked.file);
	if (report === void 0) return noReport(settings, asked, assessment);
	const cases = await casesOf(report.path, settings.workspace);
	const found = cases.findLast(({ line, endLine = line }) => line <= asked.line && asked.line <= endLine);
	if (found === void 0) return noCase(report.path, asked.line, cases);
	const is = ({ file, line, name }) => file === report.path && line === found.line && name === found.name;
	const decisions = (assessment.perScope ?? [...assessment.scenarios.values()]).flatMap((scenario) => decisionsAt(scenario, is));
	return {
		assessment,
		file: report.path,
		found,
		began: startOf(input.attempts.find(is) ?? {
			reported: void 0,
			statements: []
		}),
		decisions: decisions.length > 0 ? decisions : [ofNone(assessment, input, is)],
		problem: report.problem
	};
}
function decisionsAt(scenario, is) {
	const { counted, setAside = [] } = scenario;
	return [...counted.filter(({ attempt }) => is(attempt)).map(({ attempt, time, timeFrom }) => {
		const age = attempt.outcome === "passed" ? {
			time,
			timeFrom
		} : void 0;
		return {
			...atScenario({
				attempt,
				standing: { is: "counts" }
			}),
			scenario,
			age
		};
	}), ...setAside.filter(({ attempt }) => is(attempt)).map((one) => ({
		...atScenario(one),
		scenario
	}))];
}
function atScenario(decided) {
	const { attempt, standing } = decided;
	return {
		concerned: standing.is === "superseded" || standing.is === "too-old" ? whyConcerned(attempt) : void 0,
		reason: decisionInWords(decided),
		next: nextFor(decided),
		age: void 0
	};
}
function ofNone(assessment, { attempts }, is) {
	const known = assessment.ofNone?.find(({ result }) => is(result));
	const attempt = attempts.find(is);
	const shared = {
		scenario: void 0,
		concerned: void 0,
		age: void 0
	};
	if (known !== void 0) return {
		...shared,
		reason: known.because,
		next: known.next
	};
	if (attempt === void 0) return {
		...shared,
		reason: `counts for none, because ${namesNone}`,
		next: giveNumber(assessment.programme)
	};
	if (attempt.ambiguous) return {
		...shared,
		...atScenario({
			attempt,
			standing: standingOfAmbiguous(attempt)
		})
	};
	return {
		...shared,
		reason: `counts for none, because it is a result of ${attempt.scenario} that no application takes for its own`,
		next: "Have one of the applications in the configuration file claim it."
	};
}
async function casesOf(report, workspace) {
	const cases = [];
	const nobody = {
		property: ignore,
		text: ignore,
		endOfText: ignore,
		comment: ignore,
		finish: ignore
	};
	await readReportFile(report, workspace, {
		listen: () => nobody,
		result: ({ suite, ...rest }) => {
			const suites = [];
			for (let around = suite; around !== void 0; around = around.parent) if (around.name.trim() !== "") suites.unshift(around.name);
			cases.push({
				...rest,
				suites
			});
		}
	});
	return cases.toSorted((a, b) => a.line - b.line);
}
function ignore() {}
async function noReport({ workspace, results }, { file }, { files }) {
	const shown = path.relative(workspace, file).split(path.sep).join("/");
	const all = files.map((report) => report.path);
	const same = all.filter((one) => path.basename(one) === path.basename(file)).slice(0, 3);
	const near = same.length > 0 ? same : nearestOf(shown, all, 3);
	const isThere = (await existing([file])).length > 0;
	const what = isThere ? `'${shown}' is there, but is none of the ${files.length} reports that results names (${results.join(", ")}), so nothing in it counts.` : `There is no report '${shown}'.`;
	const next = isThere ? "Have results name it." : "Give the path of a report as the summary shows it.";
	return {
		message: what,
		next: near.length === 0 ? next : `${next} Near it: ${near.join(", ")}.`
	};
}
function noCase(file, line, cases) {
	const near = [cases.findLast((one) => one.line < line), cases.find((one) => one.line > line)].filter((one) => one !== void 0);
	const message = `Line ${line} of ${file} has no test case.`;
	if (near.length === 0) return {
		message,
		next: "The report lists none at all."
	};
	return {
		message,
		next: `Nearest: ${near.map((one) => `'${one.name || one.className}' (--why ${file}:${one.line})`).join(" and ")}.`
	};
}

export { reasonOf as a, existing as i, run as n, shownPath as o, readReports as r, writingWhole as s, whyAt as t };