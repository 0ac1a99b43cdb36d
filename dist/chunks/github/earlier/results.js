import { A as listed, i as fits, j as plural } from "../../matching.js";
import { _ as dayLength, o as formatMoment } from "../../time.js";
import { a as ZipFault, i as readZip, n as unpack, o as shownName, t as isTooDense } from "../../zip.js";
import { a as retrying, i as inTime, l as statusOf, n as createClient, o as usualPace, s as explain, t as collect } from "../../github.js";
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { tmpdir } from "node:os";

// src/github/earlier/archive.ts
const archiveLimits = {
	archiveBytes: 100 * 2 ** 20,
	entries: 1e4,
	fileBytes: 100 * 2 ** 20,
	totalBytes: 250 * 2 ** 20,
	density: {
		from: 32 * 2 ** 20,
		ratio: 300
	}
};
function unpackReports(zip, limits = archiveLimits) {
	const outer = open$1(zip, limits);
	const inner = outer.files.some(isReport) ? [] : outer.files.filter(({ path }) => /\.zip$/i.test(path));
	checkSizes(inner, limits);
	const opened = inner.map(({ path, entry }) => open$1(unpack(outer.archive, entry), limits, path));
	const taken = [outer, ...opened].flatMap(({ archive, files }) => files.filter(isReport).map((file) => ({
		...file,
		archive
	})));
	checkSizes(taken, limits);
	return {
		reports: taken.map(({ path, entry, archive }) => ({
			path,
			bytes: unpack(archive, entry)
		})),
		nested: [outer, ...opened].flatMap(({ files }) => files).filter((file) => nestedArchive.test(file.path) && !inner.includes(file)).map(({ path }) => path)
	};
}
const nestedArchive = /\.(zip|jar|war|tar|tgz|tbz2?|txz|gz|bz2|xz|zst|7z|rar)$/i;
function isReport({ path }) {
	return /\.xml$/i.test(path);
}
function open$1(zip, limits, within) {
	refuseAbove(limits.archiveBytes, zip.length);
	const archive = readZip(zip);
	const { length } = archive.entries;
	if (length > limits.entries) throw refused$1(`it holds ${length} files; at most ${limits.entries} are taken`);
	const entries = archive.entries.map((entry) => ({
		entry,
		path: entry.name.replaceAll("\\", "/")
	}));
	refuseHostilePaths(entries.map(({ path }) => path));
	return {
		archive,
		files: entries.filter(({ path }) => !path.endsWith("/") && !isMacsOwn(path)).map(({ entry, path }) => ({
			entry,
			path: within === void 0 ? path : `${within}/${path}`
		}))
	};
}
function refuseAbove(maxBytes, size) {
	if (size > maxBytes) throw refused$1(`it has ${size} bytes; at most ${maxBytes} are taken`);
}
function isMacsOwn(path) {
	return /(?:^|\/)(?:__MACOSX\/|\._[^/]*$)/.test(path);
}
function refused$1(why) {
	return new ZipFault("refused", why);
}
function refuseHostilePaths(paths) {
	const seen = /* @__PURE__ */ new Set();
	for (const path of paths) {
		const shown = shownName(path);
		if (path.startsWith("/") || /^[a-z]:/i.test(path)) throw refused$1(`${shown} is an absolute path`);
		if (path.split("/").includes("..")) throw refused$1(`${shown} leads out of the archive`);
		if (path === "" || path.length > 1024 || /\p{Cc}/u.test(path)) throw refused$1(`${shown} is not a usable path`);
		if (seen.has(path)) throw refused$1(`${shown} is in it twice`);
		seen.add(path);
	}
}
function checkSizes(files, limits) {
	const total = files.reduce((sum, { entry }) => sum + entry.size, 0);
	if (total > limits.totalBytes) throw refused$1(`its reports have ${total} bytes unpacked; at most ${limits.totalBytes} are taken`);
	for (const { entry } of files) {
		const shown = shownName(entry.name);
		if (entry.size > limits.fileBytes) throw refused$1(`${shown} has ${entry.size} bytes unpacked; at most ${limits.fileBytes} are taken`);
		if (isTooDense(entry, limits.density)) throw refused$1(`${shown} unpacks to more than ${limits.density.ratio} times its size, as bombs do`);
	}
}

// src/github/earlier/artifacts.ts
const maxPages$1 = 50;
async function listArtifacts(client, { owner, repo }, settings, since) {
	const searches = settings.artifacts.some((name) => name.includes("*")) ? [void 0] : [...new Set(settings.artifacts)].map((name) => ({ name }));
	const found = /* @__PURE__ */ new Map();
	const tooOld = [];
	let isIncomplete = false;
	for (const search of searches) {
		const query = {
			owner,
			repo,
			per_page: 100,
			...search
		};
		const pages = client.pages(client.api.actions.listArtifactsForRepo, query);
		const { items, incomplete } = await collect(pages, maxPages$1, (page) => isPast(page.map(readArtifact), since));
		isIncomplete ||= incomplete;
		const wanted = items.map(readArtifact).filter(({ name }) => settings.artifacts.some((one) => fits(one, name)));
		for (const artifact of wanted) if (isYoung(artifact, since)) found.set(artifact.id, artifact);
		else tooOld.push(artifact.name);
	}
	return {
		artifacts: [...found.values()].toSorted((left, right) => time(left) - time(right) || left.id - right.id),
		tooOld,
		incomplete: isIncomplete
	};
}
function isYoung({ createdAt }, since) {
	return createdAt === void 0 || createdAt >= since;
}
function time({ createdAt }) {
	return createdAt ?? Number.POSITIVE_INFINITY;
}
function isPast(page, since) {
	const isNewestFirst = page.every((artifact, index) => {
		const before = page[index - 1];
		return before === void 0 || time(artifact) <= time(before);
	});
	const last = page.at(-1);
	return page.every((one) => !isYoung(one, since)) || isNewestFirst && last !== void 0 && !isYoung(last, since);
}
function readArtifact(artifact) {
	const { workflow_run: run } = artifact;
	return {
		id: artifact.id,
		name: artifact.name,
		size: artifact.size_in_bytes,
		createdAt: dateOf(artifact.created_at),
		expired: artifact.expired,
		digest: artifact.digest ?? void 0,
		run: run?.id === void 0 ? void 0 : {
			id: run.id,
			repositoryId: run.repository_id,
			headRepositoryId: run.head_repository_id,
			branch: run.head_branch ?? "",
			commit: run.head_sha ?? ""
		}
	};
}
function dateOf(text) {
	const date = Date.parse(text ?? "");
	return Number.isNaN(date) ? void 0 : date;
}

// src/github/earlier/download.ts
const deadlineMs = 18e4;
async function downloadArtifact(artifact, access) {
	refuseAbove(archiveLimits.archiveBytes, artifact.size);
	const place = await mkdtemp(join(access.directory, "download-"));
	try {
		await retrying(access.client.pace, () => fetchInto(place, artifact, access));
		const [fileName] = await readdir(place);
		if (fileName === void 0) throw new Error("nothing was downloaded");
		const path = join(place, fileName);
		refuseAbove(archiveLimits.archiveBytes, (await stat(path)).size);
		const bytes = await readFile(path);
		const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
		if (artifact.digest !== void 0 && artifact.digest !== digest) throw new ZipFault("refused", "its digest is not the one from when it was uploaded; it was changed or damaged");
		return {
			fileName,
			bytes
		};
	} finally {
		await rm(place, {
			recursive: true,
			force: true
		});
	}
}
async function fetchInto(path, artifact, { token, context, client }) {
	const { DefaultArtifactClient } = await import("../../lib/actions-artifact.js");
	client.count();
	const download = new DefaultArtifactClient().downloadArtifact(artifact.id, {
		path,
		skipDecompress: true,
		findBy: {
			token,
			workflowRunId: artifact.run.id,
			repositoryOwner: context.owner,
			repositoryName: context.repo
		}
	});
	if (await inTime(deadlineMs, download) === "too late") throw new Error(`the download took more than ${deadlineMs / 1e3} s`);
}

// src/github/earlier/origin.ts
const fromFork = "a fork started the run, and anybody can make up results there";
async function sortOut(artifacts, runs, { workflow, branch }) {
	const own = [];
	const refused = [];
	for (const artifact of artifacts) {
		const { run } = artifact;
		if (run === void 0) refused.push({
			artifact,
			why: "GitHub does not say which run made it"
		});
		else if (run.headRepositoryId === void 0 || run.headRepositoryId !== run.repositoryId) refused.push({
			artifact,
			why: fromFork
		});
		else if (branch === void 0 || run.branch === branch) {
			const workflowRun = await runs(run.id);
			if (workflowRun !== void 0 && workflowRun.headRepositoryId !== run.repositoryId) refused.push({
				artifact,
				why: fromFork
			});
			else if (workflow === void 0 || workflowRun?.workflow === workflow) own.push({
				...artifact,
				run,
				workflowRun
			});
		}
	}
	return {
		own,
		refused
	};
}
function attemptOf({ createdAt, workflowRun }) {
	if (workflowRun === void 0) return;
	if (workflowRun.attempt === 1 || createdAt !== void 0 && createdAt >= workflowRun.startedAt) return workflowRun.attempt;
	return workflowRun.attempt === 2 && createdAt !== void 0 ? 1 : void 0;
}
function labelOf({ name, createdAt, run }) {
	return `Artifact ${name} ${createdAt === void 0 ? "of unknown date" : `of ${formatMoment(createdAt, "UTC")}`}${run === void 0 ? "" : ` (run ${run.id})`}`;
}
function labelOfAll(artifacts) {
	const [first] = artifacts;
	if (first === void 0 || artifacts.length === 1) return first === void 0 ? "No artifact" : labelOf(first);
	const names = [...new Set(artifacts.map(({ name }) => name))].slice(0, 5).join(", ");
	const runs = [...new Set(artifacts.flatMap(({ run }) => run?.id ?? []))];
	const shown = runs.length > 10 ? `${runs.slice(0, 10).join(", ")} and ${runs.length - 10} more` : runs.join(", ");
	return `${artifacts.length} artifacts named ${names}${shown === "" ? "" : ` (runs ${shown})`}`;
}
const documents = /\.(?:docx|eml|html?|json|md|pdf|svg|txt)$/i;
function newestOf(own, name) {
	const named = own.filter((artifact) => fits(name, artifact.name) && !documents.test(artifact.name));
	return named.filter(({ run }) => run.id === named.at(-1)?.run.id);
}
const maxPages = 10;
async function workflowRuns(client, { owner, repo }, search) {
	const known = /* @__PURE__ */ new Map();
	const { workflow, branch, since } = search;
	if (workflow !== void 0) {
		const query = {
			owner,
			repo,
			workflow_id: workflow,
			created: `>=${new Date(since).toISOString().slice(0, 19)}Z`,
			per_page: 100,
			...branch === void 0 ? void 0 : { branch }
		};
		const { items } = await collect(client.pages(client.api.actions.listWorkflowRuns, query), maxPages);
		for (const run of items) known.set(run.id, Promise.resolve(readRun(run)));
	}
	const ask = async (runId) => {
		try {
			return readRun((await client.api.actions.getWorkflowRun({
				owner,
				repo,
				run_id: runId
			})).data);
		} catch (error) {
			if (statusOf(error) === 404) return;
			throw error;
		}
	};
	return (runId) => {
		const answer = known.get(runId) ?? ask(runId);
		known.set(runId, answer);
		return answer;
	};
}
function readRun(run) {
	return {
		attempt: run.run_attempt ?? 1,
		startedAt: Date.parse(run.run_started_at ?? run.created_at),
		workflow: run.path.replace(/@.*$/, "").split("/").at(-1) ?? "",
		headRepositoryId: run.head_repository?.id,
		url: run.html_url
	};
}

// src/github/earlier/findings.ts
function finding(severity, message, next) {
	return {
		kind: "earlier-results",
		severity,
		message,
		next
	};
}
const leaveOut = "leave the name out of `results-artifact` if there are no results under it.";
function absent({ artifacts, workflow, branch }, seen, { tooOld, incomplete }, since) {
	const tooMany = "There are too many artifacts to look through (5,000, or the list broke off).";
	const of = `${workflow === void 0 ? "" : ` of workflow ${workflow}`}${branch === void 0 ? "" : ` on branch ${branch}`}`;
	return [...incomplete ? [finding("error", tooMany, "Name the artifacts without `*`.")] : [], ...artifacts.filter((name) => !seen.some((artifact) => fits(name, artifact.name))).map((name) => {
		const older = tooOld.filter((one) => fits(name, one)).length;
		const message = `There is no artifact '${name}'${of} made since ${formatMoment(since, "UTC")}`;
		return older > 0 ? finding("notice", `${message}; ${older === 1 ? "the older one" : "older ones"} can't prove anything any more.`) : finding("error", `${message}.`, `Run ${workflow ?? "the workflow that runs the tests"} first, or correct the name; or ${leaveOut}`);
	})];
}
function refused(all) {
	return [...new Set(all.map(({ why }) => why))].map((why) => {
		const artifacts = all.filter((one) => one.why === why).map(({ artifact }) => artifact);
		const verb = artifacts.length === 1 ? "does" : "do";
		return finding("warning", `${labelOfAll(artifacts)} ${verb} not count: ${why}.`);
	});
}
function expired({ artifacts }, own, gone, maxAgeDays) {
	const newest = new Set(artifacts.flatMap((name) => newestOf(own, name)));
	const lost = [...gone].filter((artifact) => newest.has(artifact));
	const older = [...gone].filter((artifact) => !newest.has(artifact));
	const retention = `let the artifacts of test runs live for at least ${maxAgeDays} days (\`retention-days\`)`;
	return [...lost.length === 0 ? [] : [finding("error", `${haveExpired(lost)}, the newest results there are.`, `Run the tests again and ${retention}; or ${leaveOut}`)], ...older.length === 0 ? [] : [finding("notice", `${haveExpired(older)}; newer ones take their place.`)]];
}
function haveExpired(artifacts) {
	return `${labelOfAll(artifacts)} ${artifacts.length === 1 ? "has" : "have"} expired or been deleted`;
}
function empty({ artifacts }, own, without) {
	return artifacts.flatMap((name) => {
		const newest = newestOf(own, name);
		return newest.length === 0 || !newest.every((artifact) => without.has(artifact)) ? [] : [finding("error", `${labelOfAll(newest)} ${newest.length === 1 ? "holds" : "hold"} no report, and no newer one is named '${name}'.`, `Have the test run upload its JUnit reports (.xml), or ${leaveOut}`)];
	});
}
function closed(label, nested) {
	return finding("warning", `${label} holds archives, which are not opened: ${listed(nested.slice(0, 5))}. Reports in them do not count.`, "Upload reports as they are.");
}

// src/github/earlier/results.ts
const maxArtifacts = 300;
const maxTotalBytes = 2 ** 30;
const batch = 4;
async function fetchEarlierResults(options) {
	const { context, token, log, pace = usualPace } = options;
	const obstacle = obstacleTo(options);
	if (obstacle !== void 0 || context === void 0 || token === void 0) return {
		files: [],
		findings: [finding("error", obstacle ?? "")]
	};
	let collection;
	const until = new AbortController();
	try {
		const client = await createClient({
			token,
			apiUrl: context.apiUrl,
			log,
			pace,
			until: until.signal
		});
		collection = new Collection({
			...options,
			client,
			context,
			token
		});
		const done = await inTime(pace.earlierMs, collection.collect());
		until.abort();
		if (done === "too late") throw new Error(`it took more than ${pace.earlierMs / 1e3} s`);
		log(`Earlier results: ${plural(collection.files.length, "report")} in ${plural(client.calls(), "call")} to GitHub.`);
		return collection.found();
	} catch (error) {
		const operation = {
			what: "fetch earlier results",
			permission: "actions: read",
			tokenOnlyReads: false
		};
		const { files, findings } = collection?.found() ?? {
			files: [],
			findings: []
		};
		return {
			files,
			findings: [...findings, finding("error", explain(error, operation))]
		};
	}
}
function obstacleTo({ context, token }) {
	if (context === void 0) return "Earlier results come from GitHub Actions; outside of it, download them and name them in `results`.";
	if (token === void 0) return "Earlier results need a token: set `github-token: ${{ github.token }}` and grant `actions: read`.";
	return context.isGhes ? "GitHub Enterprise Server keeps no artifacts that this action can fetch; download them in a step before and name them in `results`." : void 0;
}
var Collection = class {
	files = [];
	#findings = [];
	#access;
	#bytes = 0;
	constructor(access) {
		this.#access = access;
	}
	found() {
		return {
			files: [...this.files],
			findings: [...this.#findings]
		};
	}
	async collect() {
		const { client, context, settings, clock, log } = this.#access;
		const since = Math.max(clock.evaluatedAt - clock.maxAgeDays * dayLength, clock.notBefore ?? 0);
		const listing = await listArtifacts(client, context, settings, since);
		log(`Found ${plural(listing.artifacts.length, "artifact")} of the names asked for.`);
		const runs = listing.artifacts.length === 0 ? void 0 : await this.#runs(since);
		if (runs === void 0 && listing.artifacts.length > 0) return;
		const { own, refused: strange } = runs === void 0 ? {
			own: [],
			refused: []
		} : await sortOut(listing.artifacts, runs, settings);
		const seen = [...own, ...strange.map(({ artifact }) => artifact)];
		this.#findings.push(...refused(strange), ...absent(settings, seen, listing, since));
		await this.#downloadAll(own);
	}
	async #runs(since) {
		const { client, context, settings } = this.#access;
		const { workflow, branch } = settings;
		try {
			return await workflowRuns(client, context, {
				workflow,
				branch,
				since
			});
		} catch (error) {
			if (statusOf(error) !== 404 || workflow === void 0) throw error;
			const message = `This repository has no workflow ${workflow}: correct \`results-workflow\`.`;
			this.#findings.push(finding("error", message));
			return;
		}
	}
	async #downloadAll(own) {
		const { settings, clock, temporary } = this.#access;
		const gone = new Set(own.filter((artifact) => artifact.expired));
		const without = /* @__PURE__ */ new Set();
		const alive = own.filter((artifact) => !artifact.expired);
		if (alive.length > maxArtifacts) {
			const message = `${alive.length} artifacts count as earlier results; only the newest ${maxArtifacts} are read.`;
			this.#findings.push(finding("error", message, "Narrow them down with `results-workflow` or `results-branch`."));
		}
		const directory = await mkdtemp(join(temporary ?? tmpdir(), "ncts5-earlier-"));
		const wanted = alive.slice(-300);
		for (let from = 0; from < wanted.length; from += batch) {
			const some = wanted.slice(from, from + batch);
			const downloads = await Promise.all(some.map((artifact) => this.#download(artifact, directory)));
			for (const [index, artifact] of some.entries()) {
				const { reports, findings, isGone } = downloads[index] ?? {
					reports: [],
					findings: []
				};
				this.#findings.push(...findings);
				if (isGone === true) gone.add(artifact);
				else if (reports.length === 0 && findings.every(({ severity }) => severity !== "error")) without.add(artifact);
				await this.#save(artifact, reports, directory);
			}
		}
		this.#findings.push(...expired(settings, own, gone, clock.maxAgeDays), ...empty(settings, own, without));
	}
	async #download(artifact, directory) {
		const label = labelOf(artifact);
		try {
			const { fileName, bytes } = await downloadArtifact(artifact, {
				...this.#access,
				directory
			});
			return reportsIn(label, fileName, bytes);
		} catch (error) {
			if (statusOf(error) === 410 || statusOf(error) === 404) return {
				reports: [],
				findings: [],
				isGone: true
			};
			const operation = {
				what: `download ${label}`,
				permission: "actions: read",
				tokenOnlyReads: false
			};
			return {
				reports: [],
				findings: [(error instanceof ZipFault ? void 0 : finding("error", explain(error, operation))) ?? refusal(artifact, error)]
			};
		}
	}
	async #save(artifact, reports, directory) {
		if (reports.length === 0) return;
		this.#bytes += reports.reduce((sum, { bytes }) => sum + bytes.length, 0);
		if (this.#bytes > maxTotalBytes) {
			const why = /* @__PURE__ */ new Error(`with it, earlier results would come to more than ${maxTotalBytes} bytes`);
			this.#findings.push(refusal(artifact, why));
			return;
		}
		this.#access.log(`${labelOf(artifact)}: ${plural(reports.length, "report")}.`);
		const folder = join(directory, String(artifact.id));
		await mkdir(folder);
		const provenance = provenanceOf(artifact, this.#access.context);
		const sorted = reports.toSorted((left, right) => left.path < right.path ? -1 : 1);
		for (const [index, { path, bytes }] of sorted.entries()) {
			const absolutePath = join(folder, `${index + 1}.xml`);
			await writeFile(absolutePath, bytes, { flag: "wx" });
			this.files.push({
				absolutePath,
				displayPath: `${artifact.name} (run ${artifact.run.id})/${path}`,
				provenance
			});
		}
	}
};
function reportsIn(label, fileName, bytes) {
	if (/\.xml$/i.test(fileName)) return {
		reports: [{
			path: fileName,
			bytes
		}],
		findings: []
	};
	if (/\.[a-z]\w*$/i.test(fileName) && !/\.zip$/i.test(fileName)) {
		const message = `${label} is a single file, ${fileName}, and not a report.`;
		return {
			reports: [],
			findings: [finding("notice", message)]
		};
	}
	const { reports, nested } = unpackReports(bytes);
	return {
		reports,
		findings: [...nested.length > 0 ? [closed(label, nested)] : [], ...reports.length === 0 ? [finding("notice", `${label} holds no .xml file.`)] : []]
	};
}
function refusal(artifact, error) {
	const why = error instanceof Error ? error.message : String(error);
	return finding("error", `${labelOf(artifact)} is refused: ${why}. Delete it if it should not count.`);
}
function provenanceOf(artifact, { runUrl }) {
	const attempt = attemptOf(artifact);
	return {
		artifact: artifact.name,
		artifactId: artifact.id,
		runId: artifact.run.id,
		...attempt === void 0 ? void 0 : { runAttempt: attempt },
		runUrl: artifact.workflowRun?.url ?? runUrl.replace(/\d+$/, String(artifact.run.id)),
		...artifact.createdAt === void 0 ? void 0 : { createdAt: artifact.createdAt },
		commit: artifact.run.commit,
		branch: artifact.run.branch
	};
}

export { fetchEarlierResults };