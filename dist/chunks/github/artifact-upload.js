import { l as oneLine } from "../text.js";
import { n as BearerCredentialHandler, r as HttpClient } from "../lib/http-client.js";
import { l as setSecret } from "../lib/actions-core.js";
import { t as missingService } from "../context.js";
import { a as retrying, i as inTime, o as usualPace } from "../github.js";
import { Readable } from "node:stream";
import { createHash } from "node:crypto";
import { extname } from "node:path";

// src/github/artifact-service.ts
var ServiceError = class extends Error {
	status;
	isConnection;
	response;
	constructor(message, status, options = {}) {
		super(message);
		this.status = status;
		this.isConnection = options.isConnection ?? false;
		this.response = { headers: status === 429 ? { "retry-after": options.retryAfter ?? "2" } : {} };
	}
};
const silenceMs = 3e4;
var ArtifactService = class {
	#url;
	#http;
	#storage;
	#ids;
	constructor(url, token) {
		const options = {
			socketTimeout: silenceMs,
			allowRetries: false
		};
		this.#url = new URL("/twirp/github.actions.results.api.v1.ArtifactService/", url).href;
		this.#http = new HttpClient("ncts5-production-checklist", [new BearerCredentialHandler(token)], options);
		this.#storage = new HttpClient("ncts5-production-checklist", [], options);
		this.#ids = idsIn(token);
	}
	async create(name, mimeType, expiresAt) {
		const answer = await this.#call("CreateArtifact", {
			name,
			version: 7,
			mime_type: mimeType,
			...expiresAt === void 0 ? void 0 : { expires_at: expiresAt.toISOString() }
		});
		const address = answer["signed_upload_url"];
		if (answer["ok"] !== true || typeof address !== "string" || !URL.canParse(address)) throw new ServiceError("the answer to CreateArtifact has no address to upload to", 502);
		const signature = new URL(address).searchParams.get("sig") ?? "";
		for (const secret of [signature, encodeURIComponent(signature)]) if (secret !== "") setSecret(secret);
		return address;
	}
	async put(address, bytes, mimeType) {
		const headers = {
			"Content-Type": "application/octet-stream",
			"Content-Length": bytes.length,
			"x-ms-blob-type": "BlockBlob",
			"x-ms-blob-content-type": mimeType
		};
		const body = Readable.from([Buffer.from(bytes)]);
		await this.#send("the upload", () => this.#storage.request("PUT", address, body, headers));
	}
	async finalize(name, size, digest) {
		const answer = await this.#call("FinalizeArtifact", {
			name,
			size: String(size),
			hash: digest
		});
		const id = Number(answer["artifact_id"]);
		if (answer["ok"] !== true || !Number.isSafeInteger(id) || id <= 0) throw new ServiceError("the answer to FinalizeArtifact has no artifact in it", 400);
		return id;
	}
	async find(name) {
		const { artifacts } = await this.#call("ListArtifacts", { name_filter: name });
		const found = Array.isArray(artifacts) ? artifacts.find((one) => field(one, "name") === name) : void 0;
		if (found === void 0) return;
		const digest = field(found, "digest");
		return {
			id: Number(field(found, "database_id")),
			size: Number(field(found, "size")),
			digest: typeof digest === "string" ? digest : void 0
		};
	}
	async remove(name) {
		await this.#call("DeleteArtifact", { name });
	}
	async #call(method, fields) {
		const body = JSON.stringify({
			...this.#ids,
			...fields
		});
		const headers = { "Content-Type": "application/json" };
		const answer = parsed(await this.#send(method, () => this.#http.post(this.#url + method, body, headers)));
		if (answer === void 0) throw new ServiceError(`the answer to ${method} is not the service's but something else`, 502);
		return answer;
	}
	async #send(step, request) {
		let status = 0;
		let text = "";
		let retryAfter;
		try {
			const { message, readBody } = await requestOf(request);
			status = message.statusCode ?? 0;
			retryAfter = message.headers["retry-after"];
			text = await readBody();
		} catch (error) {
			const why = error instanceof Error ? error.message : String(error);
			throw new ServiceError(`${step}: ${why}`, 500, { isConnection: true });
		}
		if (status >= 200 && status < 300) return text;
		const said = field(parsed(text), "msg");
		const why = `${step}: ${status}${typeof said === "string" ? `, ${said}` : ""}`;
		throw new ServiceError(why, status, retryAfter === void 0 ? {} : { retryAfter });
	}
};
async function requestOf(request) {
	const response = await request();
	return {
		message: response.message,
		readBody: () => response.readBody()
	};
}
function idsIn(token) {
	const scopes = field(parsed(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()), "scp");
	const found = /(?:^| )Actions\.Results:([^: ]+):([^: ]+)(?: |$)/.exec(typeof scopes === "string" ? scopes : "");
	if (found === null) throw new Error("the token of the runner (ACTIONS_RUNTIME_TOKEN) does not name its run and job");
	return {
		workflow_run_backend_id: found[1] ?? "",
		workflow_job_run_backend_id: found[2] ?? ""
	};
}
function parsed(text) {
	try {
		const value = JSON.parse(text);
		return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : void 0;
	} catch {
		return;
	}
}
function field(value, key) {
	return typeof value === "object" && value !== null ? Reflect.get(value, key) : void 0;
}

// src/github/artifact-upload.ts
const defaultDeadline = 18e4;
async function uploadFiles(files, options = {}) {
	const ends = Date.now() + (options.deadline ?? defaultDeadline);
	const uploads = [];
	for (const file of files) uploads.push(await upload(file, options.retentionDays, ends));
	return uploads;
}
async function upload(file, retentionDays, ends) {
	const failed = (why) => ({
		outcome: "failed",
		problem: {
			kind: "publishing",
			severity: "error",
			message: `The artifact ${file.name} could not be uploaded: ${why}`
		}
	});
	const missing = missingService();
	if (missing !== void 0) return failed(`${missing}. Take the file from the path in the output \`checklist\`, and set \`artifact: auto\`.`);
	try {
		const digest = `sha256:${createHash("sha256").update(file.bytes).digest("hex")}`;
		const id = await inTime(ends - Date.now(), store(file, digest, retentionDays));
		return id === "too late" ? failed("the artifact service did not answer in time. Run the job again.") : {
			outcome: "uploaded",
			artifact: {
				name: file.name,
				id,
				url: artifactUrl(id),
				digest
			}
		};
	} catch (error) {
		return failed(explain(error));
	}
}
async function store({ name, bytes }, digest, retentionDays) {
	const service = new ArtifactService(process.env["ACTIONS_RESULTS_URL"] ?? "", process.env["ACTIONS_RUNTIME_TOKEN"] ?? "");
	const mimeType = mimeTypes[extname(name).toLowerCase()] ?? "application/octet-stream";
	const address = await create(service, name, mimeType, expiry(retentionDays));
	await retrying(usualPace, () => service.put(address, bytes, mimeType));
	let isRepeated = false;
	return retrying(usualPace, async () => {
		const there = isRepeated ? await service.find(name) : void 0;
		if (there?.size === bytes.length && there.digest === digest) return there.id;
		isRepeated = true;
		return service.finalize(name, bytes.length, digest);
	});
}
async function create(service, name, mimeType, expiresAt) {
	let isRepeated = false;
	return retrying(usualPace, async () => {
		try {
			return await service.create(name, mimeType, expiresAt);
		} catch (error) {
			if (error instanceof ServiceError && error.status === 409 && isRepeated && await service.find(name) === void 0) {
				await service.remove(name);
				return service.create(name, mimeType, expiresAt);
			}
			isRepeated = true;
			throw error;
		}
	});
}
const mimeTypes = {
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".eml": "message/rfc822",
	".html": "text/html",
	".md": "text/markdown",
	".txt": "text/plain"
};
function expiry(retentionDays) {
	if (retentionDays === void 0) return;
	const allowed = Number(process.env["GITHUB_RETENTION_DAYS"]) || retentionDays;
	return new Date(Date.now() + Math.min(retentionDays, allowed) * 864e5);
}
function explain(error) {
	const text = oneLine(error instanceof Error ? error.message : String(error), 200);
	if (!(error instanceof ServiceError)) return `${text}.`;
	const { status, isConnection } = error;
	if (/insufficient usage|storage quota/i.test(text)) return "the account's storage for artifacts is used up. Delete old artifacts, or lower `artifact-retention-days`.";
	if (status === 409) return "this workflow run has an artifact of that name already. Give every use of the action in one workflow (each job of a matrix, too) an `artifact-name` of its own.";
	if (status === 401 || status === 403) return `the artifact service refused access (${text}). Run the job again; a job's access ends when it runs too long.`;
	if (isConnection) return `the artifact service could not be reached (${text}). Run the job again; a self-hosted runner needs access to GitHub's results service and its blob storage.`;
	if (status === 429 || status >= 500) return `GitHub's artifact service is in trouble (${text}). Run the job again later; see https://www.githubstatus.com.`;
	return `${text}.`;
}
function artifactUrl(id) {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = process.env;
	return `${server ?? "https://github.com"}/${repository ?? ""}/actions/runs/${run ?? ""}/artifacts/${id}`;
}

export { uploadFiles };