import { l as oneLine } from "../text.js";
import { t as isGhes } from "../context.js";
import { i as inTime } from "../github.js";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { tmpdir } from "node:os";

// src/github/artifact-upload.ts
const defaultDeadline = 3e5;
/**
* Uploads each file as an artifact of this run, unzipped, so that a browser's download opens straight in Word.
* One result per file, in order. Never throws.
*/
async function uploadFiles(files, options = {}) {
	const ends = Date.now() + (options.deadline ?? defaultDeadline);
	const uploads = [];
	for (const file of files) uploads.push(await upload(file, options.retentionDays, ends));
	return uploads;
}
async function upload(file, retentionDays, ends) {
	const failed = (why) => ({
		outcome: "failed",
		name: file.name,
		problem: {
			kind: "publishing",
			severity: "error",
			message: `The artifact ${file.name} could not be uploaded: ${why}`
		}
	});
	const obstacle = obstacleBefore();
	if (obstacle !== void 0) return failed(obstacle);
	let staging;
	try {
		staging = await mkdtemp(join(process.env["RUNNER_TEMP"] ?? tmpdir(), "ncts5-checklist-"));
		const path = join(staging, file.name);
		await writeFile(path, file.bytes);
		const { DefaultArtifactClient } = await import("../lib/actions-artifact.js");
		const client = new DefaultArtifactClient();
		const sent = await inTime(ends - Date.now(), client.uploadArtifact(file.name, [path], staging, {
			skipArchive: true,
			...retentionDays === void 0 ? void 0 : { retentionDays }
		}));
		if (sent === "too late") return failed("the artifact service did not answer in time. Run the job again.");
		const digest = createHash("sha256").update(file.bytes).digest("hex");
		if (sent.id === void 0 || sent.digest !== digest) return failed("what the artifact service took is not what was sent. Run the job again.");
		const { id } = sent;
		return {
			outcome: "uploaded",
			artifact: {
				name: file.name,
				id,
				url: artifactUrl(id),
				digest: `sha256:${digest}`,
				size: file.bytes.length
			}
		};
	} catch (error) {
		return failed(explain(error));
	} finally {
		if (staging !== void 0) await rm(staging, {
			recursive: true,
			force: true
		}).catch(() => void 0);
	}
}
/** What can be known to go wrong before it does; the client would explain it less well, or only after retries. */
function obstacleBefore() {
	const server = process.env["GITHUB_SERVER_URL"] ?? "https://github.com";
	if (!URL.canParse(server) || isGhes(server)) {
		const host = URL.canParse(server) ? new URL(server).hostname : server;
		return `GitHub Enterprise Server (${oneLine(host, 100)}) has no artifact service for this. Take the file from the path in the output \`checklist\` with a step of your own.`;
	}
	if ((process.env["ACTIONS_RUNTIME_TOKEN"] ?? "") === "" || (process.env["ACTIONS_RESULTS_URL"] ?? "") === "") return "the runner gave no access to its artifact service (ACTIONS_RUNTIME_TOKEN, ACTIONS_RESULTS_URL). Run the action by `uses:` in a workflow; on your own machine use the command instead.";
}
/** The client's errors in sentences that name what to do. Statuses stand in its messages as `(409)`. */
function explain(error) {
	const text = oneLine(error instanceof Error ? error.message : String(error), 200);
	const name = error instanceof Error ? error.name : "";
	const status = Number(/\((\d{3})\)/.exec(text)?.[1] ?? statusOf(error) ?? NaN);
	if (/storage quota has been hit/.test(text)) return "the account's storage for artifacts is used up. Delete old artifacts, or lower `artifact-retention-days`.";
	if (status === 409) return "this workflow run has an artifact of that name already. Give every use of the action in one workflow (each job of a matrix, too) an `artifact-name` of its own.";
	if (status === 401 || status === 403) return `the artifact service refused access (${text}). Run the job again; a job's access ends when it runs too long.`;
	if (status === 429 || status >= 500) return `GitHub's artifact service is in trouble (${text}). Run the job again later; see https://www.githubstatus.com.`;
	if (name === "NetworkError" || name === "RestError" || /ECONN|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|socket hang up/.test(text)) return `the artifact service could not be reached (${text}). Run the job again; a self-hosted runner needs access to GitHub's results service and its blob storage.`;
	return `${text}.`;
}
function statusOf(error) {
	if (typeof error !== "object" || error === null || !("statusCode" in error)) return void 0;
	return typeof error.statusCode === "number" ? error.statusCode : void 0;
}
function artifactUrl(id) {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = process.env;
	return `${server ?? "https://github.com"}/${repository ?? ""}/actions/runs/${run ?? ""}/artifacts/${id}`;
}

export { uploadFiles };