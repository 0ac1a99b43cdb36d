import { d as plural } from "../render.js";
import { c as formatUtc, d as dayLength } from "../time.js";
import { a as statusOf, i as rateLimitSeconds, r as explain, t as createClient } from "../github.js";
import { a as ZipFault, i as readZip, n as unpack, o as shownName, t as isTooDense } from "../zip.js";
import { t as inTime } from "../context.js";
import { r as fits } from "../matching.js";
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { tmpdir } from "node:os";

// src/github/archive.ts
/** Generous for reports (the greatest real one seen has 66 MB), tight for a runner's memory. */
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
/**
* Takes the XML files out of an artifact's zip, in memory, without trusting it. Where it has none itself, out of the zips
* in it: who uploads a zip gets it zipped again. One hostile entry and nothing is taken: whoever put it there may have
* touched the rest.
*
* @throws ZipFault whose message completes 'the archive is refused: '
*/
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
	if (zip.length > limits.archiveBytes) throw refused(`it has ${zip.length} bytes; at most ${limits.archiveBytes} are taken`);
	const archive = readZip(zip);
	const { length } = archive.entries;
	if (length > limits.entries) throw refused(`it holds ${length} files; at most ${limits.entries} are taken`);
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
/** What a Mac puts beside each file of an archive: its own notes, under the file's name. */
function isMacsOwn(path) {
	return /(?:^|\/)(?:__MACOSX\/|\._[^/]*$)/.test(path);
}
function refused(why) {
	return new ZipFault("refused", why);
}
/** Reports are never written under these paths, but they are shown, and they say what the archive is made for. */
function refuseHostilePaths(paths) {
	const seen = /* @__PURE__ */ new Set();
	for (const path of paths) {
		const shown = shownName(path);
		if (path.startsWith("/") || /^[a-z]:/i.test(path)) throw refused(`${shown} is an absolute path`);
		if (path.split("/").includes("..")) throw refused(`${shown} leads out of the archive`);
		if (path === "" || path.length > 1024 || /[\u0000-\u001f\u007f]/.test(path)) throw refused(`${shown} is not a usable path`);
		if (seen.has(path)) throw refused(`${shown} is in it twice`);
		seen.add(path);
	}
}
function checkSizes(files, limits) {
	const total = files.reduce((sum, { entry }) => sum + entry.size, 0);
	if (total > limits.totalBytes) throw refused(`its reports have ${total} bytes unpacked; at most ${limits.totalBytes} are taken`);
	for (const { entry } of files) {
		const shown = shownName(entry.name);
		if (entry.size > limits.fileBytes) throw refused(`${shown} has ${entry.size} bytes unpacked; at most ${limits.fileBytes} are taken`);
		if (isTooDense(entry, limits.density)) throw refused(`${shown} unpacks to more than ${limits.density.ratio} times its size, as bombs do`);
	}
}

// src/github/artifact-download.ts
/** The toolkit alone would try a dead download for minutes. */
const deadlineMs = 18e4;
/**
* Fetches an artifact with GitHub's toolkit, but doesn't let it unpack: it looks at neither the paths nor the sizes in an archive.
* What arrives is held against the digest that GitHub keeps since the upload.
*
* @param directory an empty place of ours; nothing is left in it.
* @throws ZipFault when it is too large or the digest differs; the toolkit's error when it can't be had
*   (its `status` is 410 for an expired one).
*/
async function downloadArtifact(artifact, access) {
	const { maxBytes } = access;
	const tooLarge = (size) => new ZipFault("refused", `it has ${size} bytes; at most ${maxBytes} are taken`);
	if (artifact.size > maxBytes) throw tooLarge(artifact.size);
	const place = await mkdtemp(join(access.directory, "download-"));
	try {
		await withRepetition(access.client, () => fetchInto(place, artifact, access));
		const [fileName] = await readdir(place);
		if (fileName === void 0) throw new Error("the download brought nothing");
		const path = join(place, fileName);
		const { size } = await stat(path);
		if (size > maxBytes) throw tooLarge(size);
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
	const { DefaultArtifactClient } = await import("../lib/actions-artifact.js");
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
/** The toolkit doesn't repeat the call that asks for the address; once it has it, it repeats the download itself. */
async function withRepetition(client, work) {
	const { retries, retryBaseMs, secondMs, patienceSeconds } = client.pace;
	for (let tried = 0;; tried += 1) try {
		return await work();
	} catch (error) {
		const status = statusOf(error) ?? 0;
		const limit = rateLimitSeconds(error);
		const canWait = limit === void 0 ? status >= 500 : limit <= patienceSeconds / 2;
		if (tried >= retries || !canWait) throw error;
		await setTimeout(limit === void 0 ? (tried + 1) ** 2 * retryBaseMs : limit * secondMs);
	}
}

// src/github/artifact-list.ts
const perPage = 100;
/** 5,000 artifacts within the time that matters. */
const maxPages$1 = 50;
/**
* Lists what the settings name, in as few calls as possible: a plain name is filtered by GitHub, patterns share one
* search. GitHub lists the newest first, so the search ends with the first page that reaches back to `since`.
*/
async function listArtifacts(client, context, settings, since) {
	const plain = settings.artifacts.filter((name) => !name.includes("*"));
	const searches = settings.artifacts.filter((name) => name.includes("*")).length > 0 ? [void 0] : [...new Set(plain)];
	const found = /* @__PURE__ */ new Map();
	let tooOld = 0;
	let incomplete = false;
	for (const name of searches) {
		let page = 1;
		for (; page <= maxPages$1; page += 1) {
			const { data } = await client.api.actions.listArtifactsForRepo({
				owner: context.owner,
				repo: context.repo,
				per_page: perPage,
				page,
				...name === void 0 ? void 0 : { name }
			});
			const listed = data.artifacts.map(readArtifact);
			const wanted = listed.filter((artifact) => settings.artifacts.some((pattern) => fits(pattern, artifact.name)));
			for (const artifact of wanted) if (artifact.createdAt >= since) found.set(artifact.id, artifact);
			else tooOld += 1;
			if (listed.length < perPage || isNewestFirst(listed) && (listed.at(-1)?.createdAt ?? 0) < since) break;
			if (listed.every(({ createdAt }) => createdAt < since)) break;
		}
		if (page > maxPages$1) incomplete = true;
	}
	return {
		artifacts: [...found.values()].toSorted((left, right) => left.createdAt - right.createdAt || left.id - right.id),
		tooOld,
		incomplete
	};
}
function readArtifact(artifact) {
	const { workflow_run: run } = artifact;
	return {
		id: artifact.id,
		name: artifact.name,
		size: artifact.size_in_bytes,
		createdAt: Date.parse(artifact.created_at ?? "") || Number.MAX_SAFE_INTEGER,
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
function isNewestFirst(artifacts) {
	return artifacts.every((artifact, index) => index === 0 || artifact.createdAt <= (artifacts[index - 1]?.createdAt ?? 0));
}

// src/github/artifact-origin.ts
const fromFork = "a fork started the run, and anybody can make up results there";
/**
* Sorts artifacts by where they come from. Anybody can open a pull request whose run leaves an artifact of the right name, also
* from a branch called `main`; so only the repository that the run's head is in counts, and in doubt it is a fork's.
* Own artifacts of another workflow or branch than the one asked for are simply left out.
*/
async function sortOut(artifacts, runs, { workflow, branch }) {
	const own = [];
	const refused = [];
	for (const artifact of artifacts) {
		const { run } = artifact;
		if (run === void 0) refused.push({
			artifact,
			why: "GitHub names no run as its origin"
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
/** Which attempt made the artifact. A run tells only when its latest one began: what is older is of one before. */
function attemptOf({ createdAt, workflowRun }) {
	if (workflowRun === void 0) return void 0;
	if (workflowRun.attempt === 1 || createdAt >= workflowRun.startedAt) return workflowRun.attempt;
	return workflowRun.attempt === 2 ? 1 : void 0;
}
/** `Artifact trader-test-results of 1 July 2026, 12:00:05 UTC (run 4711)` */
function labelOf({ name, createdAt, run }) {
	return `Artifact ${name} ${createdAt === Number.MAX_SAFE_INTEGER ? "of unknown date" : `of ${formatUtc(createdAt)}`}${run === void 0 ? "" : ` (run ${run.id})`}`;
}
/** One by its label, several by their number and runs. */
function labelOfAll(artifacts) {
	const [first] = artifacts;
	if (first === void 0 || artifacts.length === 1) return first === void 0 ? "No artifact" : labelOf(first);
	const names = [...new Set(artifacts.map(({ name }) => name))].slice(0, 5).join(", ");
	const runs = [...new Set(artifacts.flatMap(({ run }) => run?.id ?? []))];
	const shown = runs.length > 10 ? `${runs.slice(0, 10).join(", ")} and ${runs.length - 10} more` : runs.join(", ");
	return `${artifacts.length} artifacts named ${names}${shown === "" ? "" : ` (runs ${shown})`}`;
}

// src/github/batches.ts
/** A few at a time, since each is mostly waiting; what is found is kept in order. */
async function inBatches(items, work, keepResult) {
	const size = 4;
	for (let from = 0; from < items.length; from += size) {
		const batch = items.slice(from, from + size);
		const results = await Promise.all(batch.map(async (item) => [item, await work(item)]));
		for (const [item, result] of results) await keepResult(item, result);
	}
}

// src/github/earlier-collection.ts
function tell(collection, severity, message) {
	collection.problems.push({
		kind: "earlier-results",
		severity,
		message
	});
}
function tellListing(collection, { artifacts, tooOld, incomplete }, since) {
	const made = `named ${collection.options.settings.artifacts.join(", ")} made since ${formatUtc(since)}`;
	collection.options.log(`Found ${plural(artifacts.length, "artifact")} ${made}.`);
	if (incomplete) tell(collection, "error", "There are too many artifacts to look through (5,000). Name them without `*`.");
	if (artifacts.length > 0) return;
	tell(collection, "notice", `There is no artifact ${made}.${tooOld > 0 ? ` ${plural(tooOld, "older one")} can't prove anything any more.` : ""}`);
}
/** No error: a stranger could hold the gate shut with a pull request. */
function tellRefused(collection, refused) {
	for (const why of new Set(refused.map((one) => one.why))) {
		const artifacts = refused.filter((one) => one.why === why).map(({ artifact }) => artifact);
		const verb = artifacts.length === 1 ? "does" : "do";
		tell(collection, "warning", `${labelOfAll(artifacts)} ${verb} not count: ${why}.`);
	}
}
/** No error: with a retention shorter than the age limit there always are some, and newer ones supersede them. */
function tellExpired(collection, artifacts) {
	if (artifacts.length === 0) return;
	const days = collection.options.clock.maxAgeDays;
	const verb = artifacts.length === 1 ? "has" : "have";
	tell(collection, "warning", `${labelOfAll(artifacts)} ${verb} expired and can't be read any more. Let the artifacts of test runs live for at least ${days} days (\`retention-days\`).`);
}

// src/github/workflow-runs.ts
/** 10 pages of 100: GitHub lists no more than 1,000 runs for a search. */
const maxPages = 10;
/**
* Prepares to look runs up. With a workflow named, its runs since that time are listed at once, a call for a hundred;
* a run that began earlier and was repeated since is asked for by itself, like every run without a workflow named.
*
* @throws Octokit's error; 404 when the repository has no such workflow.
*/
async function workflowRuns(client, { owner, repo }, search) {
	const known = /* @__PURE__ */ new Map();
	const { workflow, branch, since } = search;
	for (let page = 1; page <= maxPages; page += 1) {
		if (workflow === void 0) break;
		const { data } = await client.api.actions.listWorkflowRuns({
			owner,
			repo,
			workflow_id: workflow,
			created: `>=${new Date(since).toISOString().slice(0, 19)}Z`,
			per_page: 100,
			page,
			...branch === void 0 ? void 0 : { branch }
		});
		for (const run of data.workflow_runs) known.set(run.id, Promise.resolve(readRun(run)));
		if (data.workflow_runs.length < 100) break;
	}
	const ask = async (runId) => {
		try {
			return readRun((await client.api.actions.getWorkflowRun({
				owner,
				repo,
				run_id: runId
			})).data);
		} catch (error) {
			if (statusOf(error) === 404) return void 0;
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
		id: run.id,
		attempt: run.run_attempt ?? 1,
		startedAt: Date.parse(run.run_started_at ?? run.created_at),
		workflow: run.path.replace(/@.*$/, "").split("/").at(-1) ?? "",
		headRepositoryId: run.head_repository?.id,
		url: run.html_url
	};
}

// src/github/earlier-results.ts
/** At most that many downloads: a nightly and a few runs by hand over 14 days stay far below. */
const maxArtifacts = 300;
/** Of all artifacts together, unpacked. */
const maxTotalBytes = 2 ** 30;
/**
* Downloads the reports that earlier runs of this repository's own branches left as artifacts. What can't be had or
* isn't trusted becomes a Problem: an error (keeps the verdict from ready) where it may hide a newer failure of ours,
* a warning where it can't. Never throws.
*/
async function fetchEarlierResults(options) {
	const { context, token, log } = options;
	if (context === void 0) return nothing("Earlier results come from GitHub Actions; outside of it, download them and name them in `results`.");
	if (token === void 0) return nothing("Earlier results need a token: set `github-token: ${{ github.token }}` and grant `actions: read`.");
	if (context.isGhes) return nothing("GitHub Enterprise Server keeps no artifacts that this action can fetch; download them in a step before and name them in `results`.");
	let collection;
	try {
		collection = {
			files: [],
			problems: [],
			bytes: 0,
			client: await createClient({
				token,
				apiUrl: context.apiUrl,
				log,
				pace: options.pace
			}),
			context,
			token,
			options
		};
		await collect(collection);
	} catch (error) {
		const why = explain(error, {
			what: "look for earlier results",
			permission: "actions: read",
			tokenOnlyReads: false
		});
		if (collection === void 0) return nothing(why);
		tell(collection, "error", why);
	}
	const { files, problems, client } = collection;
	log(`Earlier results: ${plural(files.length, "report")} in ${plural(client.calls(), "call")} to GitHub.`);
	return {
		files,
		problems,
		calls: client.calls()
	};
}
async function collect(collection) {
	const { client, context, options } = collection;
	const { settings, clock, now } = options;
	const since = Math.max((clock.asOf ?? now) - clock.maxAgeDays * dayLength, clock.notBefore ?? 0);
	const listing = await listArtifacts(client, context, settings, since);
	tellListing(collection, listing, since);
	const runs = listing.artifacts.length === 0 ? void 0 : await runsOf(collection, since);
	if (runs === void 0) return;
	const { own, refused } = await sortOut(listing.artifacts, runs, settings);
	tellRefused(collection, refused);
	tellExpired(collection, own.filter(({ expired }) => expired));
	const alive = own.filter(({ expired }) => !expired);
	if (alive.length > maxArtifacts) tell(collection, "error", `${alive.length} artifacts count as earlier results; only the newest ${maxArtifacts} are read. Narrow them down with \`results-workflow\` or \`results-branch\`.`);
	const directory = await mkdtemp(join(options.temporary ?? tmpdir(), "ncts5-earlier-"));
	await inBatches(alive.slice(-300), (artifact) => bring(collection, artifact, directory), (artifact, brought) => keep(collection, artifact, brought, directory));
}
async function runsOf({ client, context, options, problems }, since) {
	const { workflow, branch } = options.settings;
	try {
		return await workflowRuns(client, context, {
			workflow,
			branch,
			since
		});
	} catch (error) {
		if (statusOf(error) !== 404 || workflow === void 0) throw error;
		const message = `This repository has no workflow ${workflow}: correct \`results-workflow\`.`;
		problems.push({
			kind: "earlier-results",
			severity: "error",
			message
		});
		return;
	}
}
/** The reports of one artifact; none when it can't be had. Never throws. */
async function bring(collection, artifact, directory) {
	const label = labelOf(artifact);
	try {
		return await reportsOf(collection, artifact, directory);
	} catch (error) {
		if (statusOf(error) === 410) return {
			reports: [],
			problems: [],
			isExpired: true
		};
		const deed = {
			what: `download ${label}`,
			permission: "actions: read",
			tokenOnlyReads: false
		};
		return {
			reports: [],
			problems: [{
				severity: "error",
				message: error instanceof ZipFault ? refusal(artifact, error.message) : explain(error, deed)
			}]
		};
	}
}
async function reportsOf(collection, artifact, directory) {
	const label = labelOf(artifact);
	const maxBytes = archiveLimits.archiveBytes;
	const { fileName, bytes } = await downloadArtifact(artifact, {
		...collection,
		directory,
		maxBytes
	});
	if (/\.xml$/i.test(fileName)) return {
		reports: [{
			path: fileName,
			bytes
		}],
		problems: []
	};
	if (/\.[a-z]\w*$/i.test(fileName) && !/\.zip$/i.test(fileName)) return {
		reports: [],
		problems: [{
			severity: "notice",
			message: `${label} is a single file, ${fileName}, and no report.`
		}]
	};
	const { reports, nested } = unpackReports(bytes);
	const closed = `${label} holds archives, which are not opened: ${nested.slice(0, 5).join(", ")}. Reports in them do not count; upload reports as they are.`;
	return {
		reports,
		problems: [...nested.length > 0 ? [closed] : [], ...reports.length === 0 ? [`${label} holds no .xml file.`] : []].map((message) => ({
			severity: "warning",
			message
		}))
	};
}
function refusal(artifact, why) {
	return `${labelOf(artifact)} is refused: ${why}. Delete it if it should not count.`;
}
/** Written under names of our own: a path out of an archive never meets the disk. */
async function keep(collection, artifact, { reports, problems, isExpired = false }, directory) {
	const { context, files, options } = collection;
	for (const { severity, message } of problems) tell(collection, severity, message);
	if (isExpired) tellExpired(collection, [artifact]);
	if (reports.length === 0) return;
	collection.bytes += reports.reduce((sum, { bytes }) => sum + bytes.length, 0);
	if (collection.bytes > maxTotalBytes) {
		const why = `with it, earlier results would come to more than ${maxTotalBytes} bytes`;
		return tell(collection, "error", refusal(artifact, why));
	}
	options.log(`${labelOf(artifact)}: ${plural(reports.length, "report")}.`);
	const folder = join(directory, String(artifact.id));
	await mkdir(folder);
	const attempt = attemptOf(artifact);
	const provenance = {
		artifact: artifact.name,
		artifactId: artifact.id,
		runId: artifact.run.id,
		...attempt === void 0 ? void 0 : { runAttempt: attempt },
		runUrl: artifact.workflowRun?.url ?? context.runUrl.replace(/\d+$/, String(artifact.run.id)),
		createdAt: artifact.createdAt,
		commit: artifact.run.commit,
		branch: artifact.run.branch
	};
	const sorted = reports.toSorted((left, right) => left.path < right.path ? -1 : 1);
	for (const [index, { path, bytes }] of sorted.entries()) {
		const absolutePath = join(folder, `${index + 1}.xml`);
		await writeFile(absolutePath, bytes, { flag: "wx" });
		files.push({
			absolutePath,
			displayPath: `${artifact.name} (run ${artifact.run.id})/${path}`,
			provenance
		});
	}
}
function nothing(message) {
	return {
		files: [],
		problems: [{
			kind: "earlier-results",
			severity: "error",
			message
		}],
		calls: 0
	};
}

export { fetchEarlierResults };