import { l as oneLine } from "./text.js";

// src/github/api-error.ts
function statusOf(error) {
	const status = property(error, "status");
	return typeof status === "number" ? status : void 0;
}
function wasRepeated(error) {
	return Number(property(property(property(error, "request"), "request"), "retries")) > 0;
}
function messageOf(error) {
	const message = error instanceof Error ? error.message : String(error);
	return oneLine(message.replace(/ - https:\/\/docs\.github\.com\S*/, ""), 200).replace(/\.$/, "");
}
function rateLimitSeconds(error) {
	const status = statusOf(error);
	if (status !== 403 && status !== 429) return;
	const after = Number(header(error, "retry-after"));
	if (after > 0) return after;
	if (header(error, "x-ratelimit-remaining") === "0") return Math.max(1, Math.ceil(Number(header(error, "x-ratelimit-reset")) - Date.now() / 1e3) + 1);
	return status === 429 || /\bsecondary rate\b/i.test(messageOf(error)) ? 60 : void 0;
}
function explain(error, operation) {
	const status = statusOf(error);
	const because = `Could not ${operation.what}`;
	if (rateLimitSeconds(error) !== void 0) return `${because}: GitHub's rate limit is used up (${status}). The next run tries it again.`;
	switch (status) {
		case 401: return `${because}: GitHub does not accept the token (401). Check the input \`github-token\`.`;
		case 403:
		case 404: return `${because}: ${whyRefused(error, status, operation)}`;
		case 410: return `${because}: it is turned off in this repository or gone (410: ${messageOf(error)}).`;
		case void 0: return `${because}: ${messageOf(error)}.`;
		default: return status >= 500 ? `${because}: GitHub did not answer properly after several tries (${messageOf(error)}). The next run tries it again.` : `${because}: GitHub refuses it (${status}: ${messageOf(error)}).`;
	}
}
function whyRefused(error, status, { permission, tokenOnlyReads }) {
	const message = messageOf(error);
	if (/\block(?:ed)?\b/i.test(message)) return `the conversation is locked (${status}: ${message}). Unlock it, or leave it out of what is published.`;
	if (/GitHub App/i.test(message)) return `GitHub lets only apps do that. Leave \`github-token\` out, so that the workflow's own token is used, with \`${permission}\`.`;
	if (tokenOnlyReads) return `the token of a pull request from a fork can only read (${status}). Publish from a workflow on \`workflow_run\` with \`${permission}\` instead.`;
	return `GitHub refuses it (${status}: ${message}). Grant \`${permission}\` under \`permissions\` of the job.`;
}
function header(error, name) {
	const value = property(property(property(error, "response"), "headers"), name);
	return typeof value === "string" || typeof value === "number" ? String(value) : void 0;
}
function property(value, key) {
	return typeof value === "object" && value !== null ? Reflect.get(value, key) : void 0;
}

// src/github/patience.ts
const usualPace = {
	timeoutMs: 2e4,
	retries: 3,
	retryBaseMs: 1e3,
	patienceSeconds: 100,
	secondMs: 1e3,
	publishingMs: 12e4,
	earlierMs: 24e4
};
async function retrying({ retries, retryBaseMs, secondMs, patienceSeconds }, work) {
	for (let repeated = 0;; repeated += 1) try {
		return await work();
	} catch (error) {
		const limit = rateLimitSeconds(error);
		const passes = limit === void 0 ? (statusOf(error) ?? 0) >= 500 : limit <= patienceSeconds / 2;
		if (repeated >= retries || !passes || wasRepeated(error)) throw error;
		await sleep(limit === void 0 ? (repeated + 1) ** 2 * retryBaseMs : limit * secondMs);
	}
}
async function sleep(milliseconds) {
	await new Promise((resolve) => {
		setTimeout(resolve, milliseconds);
	});
}
async function inTime(milliseconds, work) {
	let timer;
	const late = new Promise((resolve) => {
		timer = setTimeout(() => resolve("too late"), Math.max(0, milliseconds));
	});
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

// src/github/client.ts
const userAgent = "ncts5-production-checklist";
async function createClient(options) {
	const [{ getOctokit: connect }, { retry }, { throttling }] = await Promise.all([
		import("./lib/actions-github.js"),
		import("./lib/octokit-plugin-retry.js"),
		import("./lib/octokit-plugin-throttling.js")
	]);
	const { log, pace = usualPace } = options;
	const limits = new RateLimits(pace, log);
	const tries = new Tries(options, pace);
	const octokit = connect(options.token, {
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
			onRateLimit: limits.patience("Rate limit"),
			onSecondaryRateLimit: limits.patience("Secondary rate limit"),
			retryAfterBaseValue: pace.secondMs,
			...unspaced
		}
	}, (made) => made.hook.wrap("request", (request, one) => tries.send(request, one)), retry, throttling);
	return {
		api: octokit.rest,
		pages: octokit.paginate.iterator,
		calls: () => tries.calls,
		count: () => void (tries.calls += 1),
		pace
	};
}
const sideBySide = { key: () => ({ schedule: async (_, work) => work() }) };
const unspaced = {
	write: sideBySide,
	notifications: sideBySide
};
const once = { request: { retries: 0 } };
async function collect(pages, maxPages, isEnough = () => false) {
	const items = [];
	let looked = 0;
	for await (const { data, headers } of pages) {
		if (!Array.isArray(data)) throw new TypeError("GitHub answered with something that is not a list");
		items.push(...data);
		looked += 1;
		if (isEnough(data)) break;
		const total = Reflect.get(data, "total_count");
		if (/\brel="next"/.test(headers.link ?? "") ? looked >= maxPages : typeof total === "number" && total > items.length) return {
			items,
			incomplete: true
		};
	}
	return {
		items,
		incomplete: false
	};
}
var Tries = class {
	calls = 0;
	#options;
	#pace;
	constructor(options, pace) {
		this.#options = options;
		this.#pace = pace;
	}
	async send(request, one) {
		const { log, until } = this.#options;
		const name = `${one.method} ${shown(one)}`;
		const repeated = one.request?.retryCount ?? 0;
		if (repeated > 0) log(`Trying ${name} again (${repeated + 1} of ${this.#pace.retries + 1}).`);
		const ends = AbortSignal.timeout(this.#pace.timeoutMs);
		one.request = {
			...one.request,
			signal: until === void 0 ? ends : AbortSignal.any([ends, until])
		};
		this.calls += 1;
		try {
			const response = await request(one);
			refuseOther(response, one);
			return response;
		} catch (error) {
			if (until?.aborted === true) throw new Error("GitHub did not answer in time", { cause: error });
			const status = statusOf(error);
			if (status !== void 0 && status >= 500) log(`GitHub did not answer ${name}: ${messageOf(error)}.`);
			if (status === 409 && one.method === "GET") throw new Error(`GitHub answered 409 (${messageOf(error)})`, { cause: error });
			throw status === 429 ? asRateLimit(error) : error;
		}
	}
};
function refuseOther({ status, headers, data }, request) {
	if (status === 204 || typeof data === "object" && data !== null) return;
	const type = headers["content-type"] ?? "no content type";
	const why = type.includes("application/json") ? "the answer broke off" : `the answer is not GitHub's but something else (${type}), as a proxy on the way gives`;
	throw Object.assign(new Error(why), {
		status: 502,
		request
	});
}
var RateLimits = class {
	#waited = 0;
	#pace;
	#log;
	constructor(pace, log) {
		this.#pace = pace;
		this.#log = log;
	}
	patience(limit) {
		return (seconds, request, _octokit, retryCount) => {
			const patient = retryCount < 2 && this.#waited + seconds <= this.#pace.patienceSeconds;
			if (patient) this.#waited += seconds;
			const what = `${limit} reached: GitHub asks to wait ${seconds} s before ${request.method} ${shown(request)}`;
			this.#log(patient ? `${what}. Waiting.` : `${what}. That is longer than this action waits, so it goes on without the answer.`);
			return patient;
		};
	}
};
function asRateLimit(error) {
	if (error instanceof Error && !/\bsecondary rate\b/i.test(error.message)) error.message += " (taken for a secondary rate limit)";
	return error;
}
function shown({ url }) {
	return url.replace(/^https?:\/\/[^/]+/, "").replace(/[?{][^/]*$/, "");
}

export { retrying as a, messageOf as c, inTime as i, statusOf as l, createClient as n, usualPace as o, once as r, explain as s, collect as t };