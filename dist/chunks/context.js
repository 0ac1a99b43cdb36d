import { l as oneLine } from "./text.js";
import { readFile } from "node:fs/promises";
import { randomBytes } from "node:crypto";

// src/github/context.ts
async function readRunContext(env) {
	const path = env["GITHUB_EVENT_PATH"];
	let payload;
	try {
		payload = path === void 0 || path === "" ? void 0 : JSON.parse(await readFile(path, "utf8"));
	} catch {
		payload = void 0;
	}
	return runContext(env, payload);
}
function runContext(env, payload) {
	const [owner = "", repo = ""] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
	const runId = Number(env["GITHUB_RUN_ID"]);
	if (owner === "" || repo === "" || !Number.isSafeInteger(runId) || runId <= 0) return void 0;
	const serverUrl = env["GITHUB_SERVER_URL"] || "https://github.com";
	const head = headOf(env["GITHUB_EVENT_NAME"] ?? "", payload);
	const sha = head.sha ?? text(env["GITHUB_SHA"]);
	return {
		eventName: env["GITHUB_EVENT_NAME"] ?? "",
		owner,
		repo,
		runId,
		runAttempt: Number(env["GITHUB_RUN_ATTEMPT"]) || 1,
		step: randomBytes(4).toString("hex"),
		runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${runId}`,
		apiUrl: env["GITHUB_API_URL"] || "https://api.github.com",
		headSha: sha !== void 0 && /^[0-9a-f]{40,64}$/i.test(sha) && !/^0+$/.test(sha) ? sha : void 0,
		pullRequests: head.pullRequests,
		pullRequestHead: head.lookUp,
		isPullRequest: head.isPullRequest,
		tokenOnlyReads: head.isFork && env["GITHUB_EVENT_NAME"] !== "pull_request_target",
		isGhes: isGhes(serverUrl)
	};
}
const plain = {
	sha: void 0,
	pullRequests: [],
	lookUp: void 0,
	isPullRequest: false,
	isFork: false
};
function headOf(eventName, payload) {
	const pull = get(payload, "pull_request");
	if (pull !== void 0) return pullRequestHead(pull, payload);
	switch (eventName) {
		case "push": return {
			...plain,
			sha: text(get(payload, "after"))
		};
		case "merge_group": return {
			...plain,
			sha: text(get(payload, "merge_group", "head_sha")),
			isPullRequest: true
		};
		case "workflow_run": return workflowRunHead(get(payload, "workflow_run"), payload);
		default: {
			const number = get(payload, "issue", "pull_request") === void 0 ? void 0 : get(payload, "issue", "number");
			return typeof number === "number" ? {
				...plain,
				pullRequests: [number],
				isPullRequest: true
			} : plain;
		}
	}
}
function pullRequestHead(pull, payload) {
	const number = get(pull, "number") ?? get(payload, "number");
	const base = get(pull, "base", "repo", "id") ?? get(payload, "repository", "id");
	return {
		sha: text(get(pull, "head", "sha")),
		pullRequests: typeof number === "number" ? [number] : [],
		lookUp: void 0,
		isPullRequest: true,
		isFork: get(pull, "head", "repo", "id") !== base
	};
}
function workflowRunHead(run, payload) {
	const sha = text(get(run, "head_sha"));
	const repository = get(payload, "repository", "id");
	const listed = get(run, "pull_requests");
	const pullRequests = (Array.isArray(listed) ? listed : []).filter((one) => get(one, "base", "repo", "id") === repository && get(one, "head", "sha") === sha).map((one) => get(one, "number")).filter((number) => typeof number === "number").toSorted((left, right) => left - right);
	const owner = text(get(run, "head_repository", "owner", "login"));
	const branch = text(get(run, "head_branch"));
	const isPullRequest = text(get(run, "event"))?.startsWith("pull_request") ?? false;
	return {
		sha,
		pullRequests,
		lookUp: isPullRequest && pullRequests.length === 0 && owner !== void 0 && branch !== void 0 && sha !== void 0 ? {
			owner,
			branch,
			sha
		} : void 0,
		isPullRequest,
		isFork: false
	};
}
function isGhes(serverUrl) {
	if (!URL.canParse(serverUrl)) return false;
	const host = new URL(serverUrl).hostname.toLowerCase();
	return host !== "github.com" && !host.endsWith(".ghe.com") && !host.endsWith(".localhost");
}
function get(value, ...keys) {
	let current = value;
	for (const key of keys) {
		if (typeof current !== "object" || current === null) return void 0;
		current = Object.hasOwn(current, key) ? Reflect.get(current, key) : void 0;
	}
	return current ?? void 0;
}
function text(value) {
	return typeof value === "string" && value !== "" ? value : void 0;
}
function missingService() {
	const server = process.env["GITHUB_SERVER_URL"] ?? "https://github.com";
	if (!URL.canParse(server) || isGhes(server)) {
		const host = URL.canParse(server) ? new URL(server).hostname : server;
		return `${oneLine(host, 100)} is not GitHub.com, and has no artifact service for this`;
	}
	return (process.env["ACTIONS_RUNTIME_TOKEN"] ?? "") === "" || (process.env["ACTIONS_RESULTS_URL"] ?? "") === "" ? "the runner gave no access to an artifact service (ACTIONS_RUNTIME_TOKEN, ACTIONS_RESULTS_URL)" : void 0;
}

export { readRunContext as n, missingService as t };