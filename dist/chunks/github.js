import { l as oneLine } from "./text.js";

// src/github/api-error.ts
/** What a failed request says about itself. Octokit's errors are read structurally: other libraries throw theirs. */
/** The HTTP status; 500 also for a connection that broke or took too long. Undefined for other errors. */
function statusOf(error) {
	const status = property(error, "status");
	return typeof status === "number" ? status : void 0;
}
/**
* One line of at most 200 characters, without the link to GitHub's documentation that Octokit appends. A gateway in
* trouble answers with whole pages of HTML.
*/
function messageOf(error) {
	const message = error instanceof Error ? error.message : String(error);
	return oneLine(message.replace(/ - https:\/\/docs\.github\.com\S*/, ""), 200).replace(/\.$/, "");
}
/** Seconds that GitHub asks to wait; undefined when the error is no rate limit. */
function rateLimitSeconds(error) {
	const status = statusOf(error);
	if (status !== 403 && status !== 429) return void 0;
	const after = Number(header(error, "retry-after"));
	if (after > 0) return after;
	if (header(error, "x-ratelimit-remaining") === "0") return Math.max(1, Math.ceil(Number(header(error, "x-ratelimit-reset")) - Date.now() / 1e3) + 1);
	return status === 429 || /\bsecondary rate\b/i.test(messageOf(error)) ? 60 : void 0;
}
/** One sentence or two on why it could not be done and what to do about it. Plain text. */
function explain(error, { what, permission, tokenOnlyReads }) {
	const status = statusOf(error);
	const because = `Could not ${what}`;
	if (rateLimitSeconds(error) !== void 0) return `${because}: GitHub's rate limit is used up (${status}). The next run makes up for it.`;
	const grant = `Grant \`${permission}\` under \`permissions\` of the job`;
	switch (status) {
		case 401: return `${because}: GitHub does not accept the token (401). Check the input \`github-token\`.`;
		case 403:
		case 404:
			if (/GitHub App/i.test(messageOf(error))) return `${because}: GitHub lets only apps do that. Leave \`github-token\` out, so that the workflow's own token is used, with \`${permission}\`.`;
			if (tokenOnlyReads) return `${because}: the token of a pull request from a fork can only read (${status}). Publish from a workflow on \`workflow_run\` with \`${permission}\` instead.`;
			return `${because}: GitHub refuses it (${status}: ${messageOf(error)}). ${grant}.`;
		case 410: return `${because}: it is turned off in this repository or gone (410: ${messageOf(error)}).`;
		case void 0: return `${because}: ${messageOf(error)}.`;
		default: return status >= 500 ? `${because}: GitHub did not answer rightly after several tries (${messageOf(error)}). The next run makes up for it.` : `${because}: GitHub refuses it (${status}: ${messageOf(error)}).`;
	}
}
function header(error, name) {
	const value = property(property(property(error, "response"), "headers"), name);
	return typeof value === "string" || typeof value === "number" ? String(value) : void 0;
}
function property(value, key) {
	return typeof value === "object" && value !== null ? Reflect.get(value, key) : void 0;
}

// src/github/client.ts
const usualPace = {
	timeoutMs: 2e4,
	retries: 3,
	retryBaseMs: 1e3,
	patienceSeconds: 150,
	secondMs: 1e3
};
const userAgent = "ncts5-production-checklist";
/**
* Octokit with GitHub's own plugins for repetition and rate limits, bounded in time, saying what it waits for.
* Creating something is never repeated blindly: the answer may be lost and the thing be there.
*/
async function createClient(options) {
	const [{ getOctokit: connect }, { retry }, { throttling }] = await Promise.all([
		import("./lib/actions-github.js"),
		import("./lib/octokit-plugin-retry.js"),
		import("./lib/octokit-plugin-throttling.js")
	]);
	const { log, pace = usualPace } = options;
	let calls = 0;
	let waited = 0;
	/** The innermost hook: sees each try by itself. */
	const eachTry = (octokit) => {
		octokit.hook.wrap("request", async (request, requestOptions) => {
			const one = requestOptions;
			const name = `${one.method} ${shown(one)}`;
			const earlier = one.request?.retryCount ?? 0;
			if (earlier > 0) log(`Trying ${name} again (${earlier + 1} of ${pace.retries + 1}).`);
			one.request = {
				...one.request,
				signal: AbortSignal.timeout(pace.timeoutMs)
			};
			calls += 1;
			try {
				const response = await request(requestOptions);
				const type = response.headers["content-type"] ?? "";
				if (typeof response.data === "string" && type.includes("application/json")) throw Object.assign(/* @__PURE__ */ new Error("the answer broke off"), {
					status: 500,
					request: requestOptions
				});
				return response;
			} catch (error) {
				const status = statusOf(error);
				if (status !== void 0 && status >= 500) log(`GitHub did not answer ${name}: ${messageOf(error)}.`);
				throw status === 429 ? asRateLimit(error) : error;
			}
		});
	};
	const patience = (limit) => (seconds, request, _octokit, retryCount) => {
		const patient = retryCount < 2 && waited + seconds <= pace.patienceSeconds;
		if (patient) waited += seconds;
		const what = `${limit} reached: GitHub asks to wait ${seconds} s before ${request.method} ${shown(request)}`;
		log(patient ? `${what}. Waiting.` : `${what}. That is more than this action waits; it goes on without.`);
		return patient;
	};
	return {
		api: connect(options.token, {
			baseUrl: options.apiUrl,
			userAgent,
			log: {
				debug: () => void 0,
				info: () => void 0,
				warn: () => void 0,
				error: () => void 0
			},
			retry: {
				doNotRetry: [
					400,
					401,
					403,
					404,
					409,
					410,
					422,
					429,
					451
				],
				retries: pace.retries,
				retryAfterBaseValue: pace.retryBaseMs
			},
			throttle: {
				onRateLimit: patience("Rate limit"),
				onSecondaryRateLimit: patience("Secondary rate limit"),
				retryAfterBaseValue: pace.secondMs,
				...pace.throttle
			}
		}, eachTry, retry, throttling).rest,
		calls: () => calls,
		count: () => void (calls += 1),
		pace
	};
}
/** Request options that keep the retry plugin from repeating what must not happen twice. */
const once = { request: { retries: 0 } };
/** The plugin knows a secondary limit by its words, which proxies before GitHub don't use. */
function asRateLimit(error) {
	if (error instanceof Error && !/\bsecondary rate\b/i.test(error.message)) error.message += " (taken for a secondary rate limit)";
	return error;
}
/** The path of a request, without host and parameters. */
function shown({ url }) {
	return url.replace(/^https?:\/\/[^/]+/, "").replace(/[?{][^/]*$/, "");
}

export { statusOf as a, rateLimitSeconds as i, once as n, explain as r, createClient as t };