import { A as listed } from "../../matching.js";
import { a as retrying, c as messageOf, l as statusOf, n as createClient, o as usualPace, r as once, s as explain, t as collect } from "../../github.js";
import { t as withoutVerdict } from "../../contents.js";

// src/github/publish/mark.ts
const unknown = "-";
function markOf(use, context, { isReady, state = unknown }) {
	return {
		key: use.key,
		checks: use.checks ?? unknown,
		runId: context.runId,
		attempt: context.runAttempt,
		step: context.step,
		commit: context.headSha?.slice(0, 12) ?? unknown,
		isReady: isReady ?? false,
		state
	};
}
function writeMark({ key, checks, runId, attempt, step, commit, isReady, state }) {
	return [
		key,
		checks,
		runId,
		attempt,
		step,
		commit,
		isReady ? "ready" : "not-ready",
		state
	].join(".");
}
function readMark(text) {
	const found = /^([0-9a-f]{8})\.([0-9a-f]{8}|-)\.(\d+)\.(\d+)\.([0-9a-f]+)\.([0-9a-f]+|-)\.(ready|not-ready)\.([0-9a-f]+|-)$/.exec(text ?? "");
	if (found === null) return;
	const [, key = "", checks = "", runId, attempt, step = "", commit = "", verdict, state = ""] = found;
	const isReady = verdict === "ready";
	return {
		key,
		checks,
		runId: Number(runId),
		attempt: Number(attempt),
		step,
		commit,
		isReady,
		state
	};
}
function markLine(kind, mark) {
	return `<!-- ncts5-production-checklist ${kind} ${writeMark(mark)} -->`;
}
function markIn(kind, body) {
	const [line = ""] = (body ?? "").split("\n", 1);
	const found = /^<!-- ncts5-production-checklist (\w+) (\S+) -->\s*$/.exec(line);
	return found?.[1] === kind ? readMark(found[2]) : void 0;
}
function relationOf(found, own) {
	if (found.runId === own.runId && found.attempt === own.attempt) return found.step === own.step ? "earlier" : "shared";
	const isOtherCheck = found.checks !== own.checks && found.checks !== unknown && own.checks !== unknown;
	if (found.commit === own.commit && (found.key !== own.key || isOtherCheck)) return "shared";
	return isAfter(found, own) ? "later" : "earlier";
}
function isAfter(left, right) {
	return left.runId === right.runId ? left.attempt > right.attempt : left.runId > right.runId;
}

// src/github/publish/check-run.ts
const maxAnnotations = 50;
const superseded = "Superseded";
async function publishCheckRun(publication, sha, content) {
	await retrying(publication.client.pace, () => publishOnce(publication, sha, content));
}
async function publishOnce(publication, sha, content) {
	const { earlier, contested, log, onlyWhereReady } = publication;
	const before = await existing$1(publication, sha);
	const decision = earlier.decide(before);
	if (decision === "leave" || onlyWhereReady && !before.some(({ isReady }) => isReady)) return;
	const wanted = decision === "contest" ? contested.checkRun : content;
	const { id, url, missing } = await write(publication, sha, before[0], wanted);
	await addAnnotations(publication, id, wanted, missing);
	log(`Check run on ${sha.slice(0, 7)}: ${wanted.conclusion}, ${url}`);
	const after = await existing$1(publication, sha);
	await settle(publication, id, after);
	await supersede(publication, after.filter((run) => run.id < id));
}
async function settle(publication, id, all) {
	const { client, context, earlier, contested } = publication;
	const { owner, repo } = context;
	const decision = earlier.decide(all);
	const newest = all[0]?.id ?? id;
	if (decision === "contest") {
		const { conclusion, ...output } = contested.checkRun;
		await client.api.checks.update({
			owner,
			repo,
			check_run_id: newest,
			conclusion,
			output: outputOf(output, [])
		});
	}
	const later = all.toSorted((left, right) => isAfter(left.mark, right.mark) ? -1 : 1)[0];
	if (decision === "leave" && newest === id && later !== void 0 && later.id !== id) {
		const { conclusion, detailsUrl, output } = later;
		await client.api.checks.update({
			owner,
			repo,
			check_run_id: id,
			external_id: writeMark(later.mark),
			conclusion: conclusion === "success" || conclusion === "neutral" ? conclusion : "failure",
			details_url: detailsUrl ?? context.runUrl,
			output: {
				title: output.title ?? "",
				summary: output.summary ?? "",
				text: output.text ?? ""
			}
		});
	}
}
async function write(publication, sha, newest, content) {
	const { client, context, use, mark } = publication;
	const { annotations, conclusion } = content;
	const missing = newest === void 0 ? annotations : await missingOn(publication, newest, annotations);
	const common = {
		owner: context.owner,
		repo: context.repo,
		status: "completed",
		conclusion,
		details_url: context.runUrl,
		external_id: writeMark({
			...mark,
			isReady: conclusion === "success"
		}),
		output: outputOf(content, (missing ?? annotations).slice(0, maxAnnotations))
	};
	const { data } = newest === void 0 || missing === void 0 ? await client.api.checks.create({
		...common,
		name: newest?.name ?? use.name,
		head_sha: sha,
		...once
	}) : await client.api.checks.update({
		...common,
		check_run_id: newest.id,
		...once
	});
	return {
		id: data.id,
		url: data.html_url ?? context.runUrl,
		missing: (missing ?? annotations).slice(maxAnnotations)
	};
}
async function addAnnotations({ client, context: { owner, repo } }, id, content, annotations) {
	for (let from = 0; from < annotations.length; from += maxAnnotations) {
		const output = outputOf(content, annotations.slice(from, from + maxAnnotations));
		await client.api.checks.update({
			owner,
			repo,
			check_run_id: id,
			output,
			...once
		});
	}
}
async function existing$1({ client, context, use, onlyWhereReady }, sha) {
	const { owner, repo } = context;
	const query = {
		owner,
		repo,
		ref: sha,
		filter: "all",
		per_page: 100,
		...onlyWhereReady ? void 0 : { check_name: use.name }
	};
	const { items } = await collect(client.pages(client.api.checks.listForRef, query), 20);
	return items.flatMap((run) => {
		const mark = readMark(run.external_id);
		if (mark === void 0 || run.output.title === superseded) return [];
		if (run.name !== use.name && mark.key !== use.key) return [];
		return [{
			id: run.id,
			name: run.name,
			mark,
			isReady: run.conclusion === "success",
			url: run.html_url ?? context.runUrl,
			annotationCount: run.output.annotations_count,
			conclusion: run.conclusion,
			output: run.output,
			detailsUrl: run.details_url
		}];
	}).toSorted((left, right) => right.id - left.id);
}
async function missingOn({ client, context: { owner, repo } }, run, wanted) {
	if (run.annotationCount === 0) return wanted;
	const query = {
		owner,
		repo,
		check_run_id: run.id,
		per_page: 100
	};
	const { items } = await collect(client.pages(client.api.checks.listAnnotations, query), 20);
	const keys = new Set(items.map(annotationKey));
	const wantedKeys = new Set(wanted.map(annotationKey));
	if (![...keys].every((key) => wantedKeys.has(key))) return;
	return wanted.filter((annotation) => !keys.has(annotationKey(annotation)));
}
function annotationKey(annotation) {
	const { path, start_line, annotation_level, title, message } = annotation;
	return JSON.stringify([
		path,
		start_line,
		annotation_level,
		title,
		message
	]);
}
async function supersede({ client, context, log }, older) {
	for (const run of older) {
		await client.api.checks.update({
			owner: context.owner,
			repo: context.repo,
			check_run_id: run.id,
			status: "completed",
			conclusion: "neutral",
			output: {
				title: superseded,
				summary: "A newer check run of the same name has the verdict."
			}
		});
		log(`Marked an older check run as superseded: ${run.url}`);
	}
}
function outputOf({ title, summary, text }, annotations) {
	return {
		title,
		summary,
		text,
		annotations: [...annotations]
	};
}

// src/github/publish/keep-one.ts
async function keepOne(single, { pace }) {
	try {
		return await retrying(pace, () => keepOnce(single));
	} catch (error) {
		if (statusOf(error) !== 404) throw error;
		return retrying(pace, () => keepOnce(single));
	}
}
async function keepOnce(single) {
	const found = await single.find();
	const [oldest] = found;
	if (oldest !== void 0) {
		const kept = await single.update(oldest);
		for (const extra of found.slice(1)) await single.retire(extra, kept);
		return {
			kept,
			outcome: "updated"
		};
	}
	const created = await single.create();
	const [first] = await single.find();
	if (first === void 0 || first.id === created.id) return {
		kept: created,
		outcome: "created"
	};
	await single.retire(created, first);
	return {
		kept: await single.update(first),
		outcome: "updated"
	};
}
function authorship({ api }) {
	let login;
	const ownLogin = async () => {
		try {
			return (await api.users.getAuthenticated()).data.login;
		} catch (error) {
			if (statusOf(error) === 403 || statusOf(error) === 401) return;
			throw error;
		}
	};
	return async (user) => {
		if (user === null || user === void 0) return false;
		if (user.type === "Bot") return true;
		login ??= ownLogin();
		return await login === user.login;
	};
}

// src/github/publish/comment.ts
const maxPages$1 = 100;
async function publishComments(publication, content) {
	const { context, log, onlyWhereReady } = publication;
	const numbers = await pullRequestsOf(publication);
	if (numbers.length === 0 && !onlyWhereReady) log(`No comment: the event ${context.eventName} belongs to no open pull request.`);
	await Promise.all(numbers.map((number) => publishComment(publication, number, content)));
}
async function publishComment(publication, number, content) {
	const { client, log, onlyWhereReady } = publication;
	const single = commentOn(publication, number, content);
	if (onlyWhereReady && !(await single.find()).some(({ isReady }) => isReady)) return;
	const { kept, outcome } = await keepOne(single, client);
	log(`Comment on pull request #${number} ${outcome}: ${kept.url}`);
}
function commentOn(publication, number, content) {
	const { client, context, contested, log, earlier } = publication;
	const { owner, repo } = context;
	const { issues } = client.api;
	const isOurs = authorship(client);
	let decision = "write";
	return {
		async find() {
			const found = await ownComments(publication, number, isOurs);
			decision = earlier.decide(found);
			return found;
		},
		async create() {
			const { body, mark } = marked(publication, content);
			return read$1((await issues.createComment({
				owner,
				repo,
				issue_number: number,
				body,
				...once
			})).data, mark);
		},
		async update(comment) {
			const isContested = decision === "contest";
			const wanted = isContested ? contested.comment : content;
			const { body, mark } = marked(publication, wanted, isContested);
			const isSame = comment.mark.state === mark.state && comment.isReady === mark.isReady;
			if (decision === "leave" || wanted.mode === "changes" && isSame) return comment;
			return read$1((await issues.updateComment({
				owner,
				repo,
				comment_id: comment.id,
				body
			})).data, mark);
		},
		async retire({ id }) {
			if (decision !== "leave") {
				await issues.deleteComment({
					owner,
					repo,
					comment_id: id
				});
				log(`Removed a second comment on pull request #${number}.`);
			}
		}
	};
}
function marked(publication, { body, state }, isContested = false) {
	const mark = {
		...publication.mark,
		state,
		isReady: publication.mark.isReady && !isContested
	};
	return {
		body: `${markLine("comment", mark)}\n${body}`,
		mark
	};
}
function read$1(comment, mark) {
	return {
		id: comment.id,
		url: comment.html_url,
		mark,
		isReady: mark.isReady
	};
}
async function ownComments({ client, context: { owner, repo }, use }, number, isOurs) {
	const query = {
		owner,
		repo,
		issue_number: number,
		per_page: 100
	};
	const { items } = await collect(client.pages(client.api.issues.listComments, query), maxPages$1);
	const ours = [];
	for (const { id, body, html_url: url, user } of items) {
		const mark = markIn("comment", body);
		if (mark?.key === use.key && await isOurs(user ?? void 0)) ours.push({
			id,
			url,
			mark,
			isReady: mark.isReady
		});
	}
	return ours.toSorted((left, right) => left.id - right.id);
}
async function pullRequestsOf({ client, context }) {
	const { pullRequests, pullRequestHead: head, owner, repo } = context;
	if (head === void 0) return pullRequests;
	const query = {
		owner,
		repo,
		head: `${head.owner}:${head.branch}`,
		state: "open",
		per_page: 100
	};
	const { items } = await collect(client.pages(client.api.pulls.list, query), 1);
	return items.filter((pull) => pull.head.sha === head.sha).map(({ number }) => number);
}

// src/github/publish/commit-status.ts
async function publishCommitStatus(publication, sha, content) {
	const { earlier, contested, log, use, mark, onlyWhereReady } = publication;
	const [before] = await existing(publication, sha);
	const decision = earlier.decide(before === void 0 ? [] : [before]);
	if (decision === "leave" || onlyWhereReady && before?.isReady !== true) return;
	const wanted = decision === "contest" ? contested.commitStatus : content;
	const context = before?.context ?? use.name;
	await set(publication, sha, {
		...wanted,
		context,
		mark: {
			...mark,
			isReady: wanted.state === "success"
		}
	});
	log(`Commit status on ${sha.slice(0, 7)}: ${wanted.state}`);
	const after = await existing(publication, sha);
	const later = after.find((one) => isAfter(one.mark, mark));
	if (earlier.decide(after.slice(1)) === "leave" && later !== void 0 && after[0] !== later) await set(publication, sha, later);
}
async function set({ client, context: { owner, repo, runUrl } }, sha, { state, description, context, mark }) {
	const address = `${runUrl.replace(/\d+$/, String(mark.runId))}/attempts/${mark.attempt}#${writeMark(mark)}`;
	await client.api.repos.createCommitStatus({
		owner,
		repo,
		sha,
		state,
		description,
		context,
		target_url: address
	});
}
async function existing({ client, context: { owner, repo, runUrl }, use }, sha) {
	const query = {
		owner,
		repo,
		ref: sha,
		per_page: 100
	};
	const { items } = await collect(client.pages(client.api.repos.listCommitStatusesForRef, query), 10);
	return items.flatMap(({ state, description, context, target_url }) => {
		const mark = readMark(target_url?.split("#")[1]);
		if (mark === void 0 || context !== use.name && mark.key !== use.key) return [];
		const known = state === "success" || state === "pending" ? state : "failure";
		const url = target_url?.split("#")[0] ?? runUrl;
		return [{
			context,
			mark,
			state: known,
			description: description ?? "",
			isReady: state === "success",
			url
		}];
	});
}

// src/github/publish/issue.ts
const maxPages = 10;
async function publishIssue(publication, content) {
	const { context, log, earlier, contested, onlyWhereReady } = publication;
	if (context.isPullRequest) {
		if (!onlyWhereReady) log("No issue: this run is about a pull request; the tracking issue follows the repository itself.");
		return;
	}
	const found = await trackingIssues(publication, content.label);
	const decision = earlier.decide(found);
	if (decision === "leave" || onlyWhereReady && !found.some(({ isReady }) => isReady)) return;
	const wanted = decision === "contest" ? contested.issue : content;
	await (wanted.isOpen ? keepOpen(publication, wanted) : closeAll(publication, wanted, found));
}
async function keepOpen(publication, content) {
	const { client, log } = publication;
	const dismissed = (await trackingIssues(publication, content.label)).find(({ isNotPlanned, isOpen }) => isNotPlanned && !isOpen);
	if (dismissed !== void 0) {
		log(`Issue #${dismissed.number} was closed as not planned and is left alone; open it again to be told again.`);
		return;
	}
	const { kept, outcome } = await keepOne(openIssue(publication, content), client);
	log(`Issue #${kept.number} ${outcome}: ${kept.url}`);
}
function openIssue(publication, content) {
	const { client, context, log } = publication;
	const { owner, repo } = context;
	const { issues } = client.api;
	const { title, opened, label } = content;
	const body = bodyOf(publication, content);
	return {
		find: () => trackingIssues(publication, label),
		async create() {
			return read(publication, (await issues.create({
				owner,
				repo,
				title,
				body,
				labels: [label],
				...once
			})).data);
		},
		async update(issue) {
			const labels = issue.labels.includes(label) ? void 0 : { labels: [...issue.labels, label] };
			const change = {
				owner,
				repo,
				issue_number: issue.number,
				title,
				body,
				...labels
			};
			if (issue.isOpen) return read(publication, (await issues.update(change)).data);
			const reopened = await issues.update({
				...change,
				state: "open",
				state_reason: "reopened"
			});
			await issues.createComment({
				owner,
				repo,
				issue_number: issue.number,
				body: opened,
				...once
			});
			return read(publication, reopened.data);
		},
		async retire(issue, { number }) {
			if (!issue.isOpen) return;
			const said = `This issue was a second one of #${number}, made by two runs at the same time.`;
			const change = {
				owner,
				repo,
				issue_number: issue.number,
				body: said
			};
			await issues.update({
				...change,
				state: "closed",
				state_reason: "not_planned"
			});
			log(`Closed issue #${issue.number}, a second one of #${number}.`);
		}
	};
}
async function closeAll(publication, content, found) {
	const { client, context, log } = publication;
	const { owner, repo } = context;
	const open = found.filter(({ isOpen }) => isOpen);
	if (open.length === 0) log("No issue: all is well.");
	for (const { number } of open) {
		const at = {
			owner,
			repo,
			issue_number: number
		};
		const change = {
			title: content.title,
			body: bodyOf(publication, content)
		};
		await client.api.issues.update({
			...at,
			...change,
			state: "closed",
			state_reason: "completed"
		});
		await client.api.issues.createComment({
			...at,
			body: content.closed,
			...once
		});
		log(`Closed issue #${number}: all is well again.`);
	}
}
function bodyOf({ mark }, { body, isOpen }) {
	return `${markLine("issue", {
		...mark,
		isReady: mark.isReady && !isOpen
	})}\n${body}`;
}
async function trackingIssues(publication, label) {
	const labelled = await search(publication, {
		state: "all",
		labels: label
	});
	const sorted = (labelled.length > 0 ? labelled : await search(publication, { state: "open" })).toSorted((left, right) => left.number - right.number);
	const open = sorted.filter(({ isOpen }) => isOpen);
	return open.length > 0 ? open : sorted.slice(-1);
}
async function search(publication, query) {
	const { client, context, use } = publication;
	const { owner, repo } = context;
	const isOurs = authorship(client);
	const listed = client.pages(client.api.issues.listForRepo, {
		owner,
		repo,
		...query,
		per_page: 100
	});
	const { items } = await collect(listed, maxPages);
	const ours = [];
	for (const issue of items) if (issue.pull_request === void 0 && markIn("issue", issue.body)?.key === use.key && await isOurs(issue.user)) ours.push(read(publication, issue));
	return ours;
}
function read(publication, issue) {
	const mark = markIn("issue", issue.body) ?? publication.mark;
	return {
		id: issue.number,
		number: issue.number,
		url: issue.html_url,
		mark,
		isReady: mark.isReady,
		isOpen: issue.state === "open",
		isNotPlanned: issue.state_reason === "not_planned",
		labels: issue.labels.flatMap((one) => typeof one === "string" ? one : one.name ?? [])
	};
}

// src/github/publish/earlier-verdicts.ts
var EarlierVerdicts = class {
	#own;
	#what;
	#ready;
	#later;
	#shared;
	#wasSeen = false;
	constructor(what, own) {
		this.#what = what;
		this.#own = own;
	}
	decide(verdicts) {
		this.#wasSeen = true;
		const relations = verdicts.map((verdict) => ({
			verdict,
			relation: relationOf(verdict.mark, this.#own)
		}));
		const first = (wanted) => relations.find(({ relation }) => relation === wanted)?.verdict;
		this.#ready = verdicts.find(({ isReady }) => isReady) ?? this.#ready;
		this.#shared = first("shared") ?? this.#shared;
		this.#later = first("later");
		if (this.#shared !== void 0) return verdicts.some(({ isReady }) => isReady) ? "contest" : "leave";
		return this.#later === void 0 ? "write" : "leave";
	}
	get isShared() {
		return this.#shared !== void 0;
	}
	findings() {
		if (this.#later === void 0 || this.#shared !== void 0) return [];
		const { mark, url } = this.#later;
		return [{
			kind: "publishing",
			severity: "notice",
			message: `Left ${this.#what} as it is: workflow run ${mark.runId}, attempt ${mark.attempt}, which began after this one, has written it (${url}).`
		}];
	}
	warning() {
		if (this.#own.isReady) return "";
		if (!this.#wasSeen) return " If an earlier run left the verdict 'ready' there, it still stands, although it no longer holds.";
		return this.#ready === void 0 ? "" : ` The verdict 'ready' of workflow run ${this.#ready.mark.runId} still stands there, although it no longer holds: ${this.#ready.url}`;
	}
	get wasSeen() {
		return this.#wasSeen;
	}
};

// src/github/publish/publish.ts
const places = [
	{
		of: "checkRun",
		name: "check run",
		what: "write the check run",
		permission: "checks: write",
		publish: (publication, { checkRun }) => onHead(publication, checkRun, publishCheckRun)
	},
	{
		of: "commitStatus",
		name: "commit status",
		what: "set the commit status",
		permission: "statuses: write",
		publish: (publication, { commitStatus }) => onHead(publication, commitStatus, publishCommitStatus)
	},
	{
		of: "comment",
		name: "comment",
		what: "write the comment",
		permission: "pull-requests: write",
		publish: async (publication, { comment }) => comment && publishComments(publication, comment)
	},
	{
		of: "issue",
		name: "issue",
		what: "keep the tracking issue",
		permission: "issues: write",
		publish: async (publication, { issue }) => issue && publishIssue(publication, issue)
	}
];
async function onHead(publication, content, publish) {
	const { headSha, eventName } = publication.context;
	if (content !== void 0 && headSha === void 0) throw new Error(`there is no commit to attach it to: the event ${eventName} names none`);
	if (content !== void 0 && headSha !== void 0) await publish(publication, headSha, content);
}
async function publishStatus(options) {
	const { contents, context, token, log, pace = usualPace, withdrawal } = options;
	const asked = places.filter((place) => contents[place.of] !== void 0);
	const names = asked.map(({ name }) => name).join(", ");
	const missing = context === void 0 ? "this is not a run of GitHub Actions" : "there is no token. Set `github-token: ${{ github.token }}`";
	if (context === void 0 || token === void 0) return asked.length === 0 ? [] : [warning(`Nothing was published (${names}): ${missing}.`)];
	const wanted = withdrawal === void 0 ? asked : places;
	if (wanted.length === 0) return [];
	try {
		const until = AbortSignal.timeout(pace.publishingMs);
		const access = {
			client: await createClient({
				token,
				apiUrl: context.apiUrl,
				log,
				pace,
				until
			}),
			context,
			options,
			late: lateness(until)
		};
		const outcomes = await Promise.all(wanted.map((place) => publishAt(place, access)));
		tellUnseen(wanted, outcomes, log);
		return [...outcomes.some(({ isShared }) => isShared) ? [sharedName(options.use)] : [], ...outcomes.flatMap(({ findings }) => findings)];
	} catch (error) {
		return [warning(explain(error, {
			what: "reach GitHub",
			permission: "contents: read",
			tokenOnlyReads: false
		}))];
	}
}
async function publishAt(place, { client, context, options, late }) {
	const { use, log, isReady, contents, withdrawal } = options;
	const isAsked = contents[place.of] !== void 0;
	const mark = markOf(use, context, { isReady });
	const earlier = new EarlierVerdicts(`the ${place.name}`, mark);
	const contested = withoutVerdict({
		title: "Two uses of the action share one name",
		why: `${sharedName(use).message} ${sharedName(use).next}\n`,
		runUrl: context.runUrl,
		label: (contents.issue ?? withdrawal?.issue)?.label ?? ""
	});
	try {
		const publication = {
			client,
			context,
			use,
			log,
			mark,
			contested,
			earlier,
			onlyWhereReady: !isAsked
		};
		await Promise.race([place.publish(publication, (isAsked ? contents : withdrawal) ?? {}), late]);
		return {
			findings: earlier.findings(),
			isShared: earlier.isShared
		};
	} catch (error) {
		const message = explain(error, {
			...place,
			tokenOnlyReads: context.tokenOnlyReads
		}) + earlier.warning();
		if (isAsked || earlier.wasSeen && earlier.warning() !== "") return {
			findings: [warning(message)],
			isShared: earlier.isShared
		};
		return {
			findings: [],
			isShared: false,
			unseen: messageOf(error)
		};
	}
}
function tellUnseen(wanted, outcomes, log) {
	const unseen = wanted.filter((_, index) => outcomes[index]?.unseen !== void 0).map(({ name }) => name);
	const why = outcomes.find((outcome) => outcome.unseen !== void 0)?.unseen;
	if (why !== void 0) log(`Could not look at ${listed(unseen)} (${why}): if an earlier run left the verdict 'ready' there, it still stands.`);
}
function lateness(until) {
	const late = new Promise((_, reject) => {
		until.addEventListener("abort", () => {
			reject(/* @__PURE__ */ new Error("GitHub did not answer in time"));
		});
	});
	late.catch(() => void 0);
	return late;
}
function sharedName({ name }) {
	return {
		kind: "publishing",
		severity: "error",
		message: `Two uses of the action have the name '${name}' for the same commit and would write over each other's verdict.`,
		next: "Give each use of the action a `name` of its own."
	};
}
function warning(message) {
	return {
		kind: "publishing",
		severity: "warning",
		message
	};
}

export { publishStatus };