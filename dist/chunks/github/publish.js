import { a as statusOf, n as once, r as explain, t as createClient } from "../github.js";
import { S as utf8Length, b as tableSection, d as plural, g as timeLeft, h as statusWord, i as annotations, l as applicationLabel, m as renderHeadline, s as summarySections, v as listSection, x as fitSections, y as stacked } from "../render.js";
import { c as markdownText, l as oneLine, s as markdownLink } from "../text.js";
import { n as spoilsSoon } from "../assessment.js";
import { S as submitsWords, i as interventionMail } from "../requirements.js";
import { c as formatUtc, d as dayLength, i as workingDaysBetween, r as openingHours, t as lastOpenMoment } from "../time.js";
import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";

// src/render/check-run.ts
/** GitHub's limit for a check run's summary and for its text, in bytes of UTF-8. */
const checkRunLimit = 65535;
/** More would take dozens of requests and help nobody; the text says everything. */
const maxAnnotations = 500;
const upFront = /* @__PURE__ */ new Set([
	"verdict",
	"requirements",
	"next"
]);
/** The job summary, in the two parts of a check run. */
function renderCheckRun(assessment, context = {}) {
	const sections = summarySections(assessment, context).filter(({ id }) => id !== "timeline");
	return {
		conclusion: assessment.fatal.length > 0 ? "failure" : assessment.verdict === "ready" ? "success" : "neutral",
		title: renderHeadline(assessment),
		summary: fitSections(sections.filter(({ id }) => upFront.has(id)), checkRunLimit),
		text: fitSections(sections.filter(({ id }) => !upFront.has(id)), checkRunLimit),
		annotations: annotations(assessment).flatMap(({ level, title, message, file, line = 1 }) => {
			if (file === void 0) return [];
			const annotation_level = level === "error" ? "failure" : level;
			return [{
				path: relative(file),
				start_line: line,
				end_line: line,
				annotation_level,
				title,
				message
			}];
		}).slice(0, maxAnnotations)
	};
}
/** GitHub refuses a whole request for one path that isn't relative. */
function relative(file) {
	return file.replaceAll("\\", "/").replace(/^([a-z]:)?\/+/i, "") || "report";
}

// src/github/marker.ts
/**
* Two uses of the action for different applications must not overwrite each other, and every use must find what it
* wrote before: so the applications' names are the key.
*
* @param kind what it marks, `comment` or `issue`.
*/
function markerOf(kind, assessment) {
	const prefix = `<!-- ncts5-production-checklist ${kind} ${keyOf(assessment)} `;
	return {
		line: `${prefix}${stateOf(assessment)} -->`,
		prefix
	};
}
/** Whether a text bears the marker in its first line. A quotation of it further down doesn't count. */
function isMarked(body, { prefix }) {
	return body?.startsWith(prefix) ?? false;
}
/** Whether a text is about the same state of affairs: verdict and requirements, not times or links. */
function isSameState(body, { line }) {
	return body?.startsWith(line) ?? false;
}
/** The applications of this use of the action: 8 hex digits. */
function keyOf({ applications }) {
	return digest(JSON.stringify(applications.map(({ name }) => name))).slice(0, 8);
}
/** ` (outbound, inbound)` where applications have names, else ''. */
function applicationSuffix(assessment) {
	const names = assessment.applications.flatMap(({ name }) => applicationLabel(assessment, name) ?? []);
	return names.length === 0 ? "" : ` (${names.join(", ")})`;
}
function stateOf(assessment) {
	const { verdict, expiringSoon, applications, fatal } = assessment;
	const tests = applications.map(({ requirements }) => requirements.map(({ requirement, status, scenario }) => [
		requirement.accepts,
		status,
		scenario?.scenario.id
	]));
	const kinds = [...new Set(fatal.map(({ kind }) => kind))].toSorted();
	return digest(JSON.stringify([
		verdict,
		expiringSoon,
		kinds,
		tests
	])).slice(0, 16);
}
function digest(text) {
	return createHash("sha256").update(text).digest("hex");
}

// src/github/pages.ts
/** Pages of a list, a hundred at a time, until the last or the limit. */
async function allPages(fetchPage, maxPages) {
	const all = [];
	for (let page = 1; page <= maxPages; page += 1) {
		const items = await fetchPage({
			per_page: 100,
			page
		});
		all.push(...items);
		if (items.length < 100) break;
	}
	return all;
}

// src/github/check-run.ts
/** GitHub's limit for one request. */
const chunk = 50;
const superseded = "Superseded";
/**
* Keeps one check run with the verdict on the head commit. The one of an earlier attempt is updated in place; but annotations can't
* be taken back, so where an old one no longer holds, a new check run takes its place, as GitHub does it for
* repeated jobs. Of several with the name GitHub shows the newest; older ones are marked as superseded.
*
* @returns its address.
* @throws Octokit's error
*/
async function publishCheckRun(publication, sha) {
	const { client, assessment, summary, log } = publication;
	const content = renderCheckRun(assessment, summary);
	const { retries, retryBaseMs } = client.pace;
	for (let tried = 0;; tried += 1) try {
		const { id, url, missing } = await write(publication, sha, content);
		await annotate(publication, id, content, missing);
		await supersede(publication, sha, id);
		log(`Check run on ${sha.slice(0, 7)}: ${content.conclusion}, ${url}`);
		return url;
	} catch (error) {
		if ((statusOf(error) ?? 0) < 500 || tried >= retries) throw error;
		await setTimeout((tried + 1) ** 2 * retryBaseMs);
	}
}
async function write(publication, sha, content) {
	const { client, context, assessment } = publication;
	const { annotations, conclusion } = content;
	const [newest] = await existing(publication, sha);
	const missing = newest === void 0 ? annotations : await missingOn(publication, newest, annotations);
	const common = {
		owner: context.owner,
		repo: context.repo,
		status: "completed",
		conclusion,
		details_url: context.runUrl,
		output: outputOf(content, (missing ?? annotations).slice(0, chunk))
	};
	const { data } = newest === void 0 || missing === void 0 ? await client.api.checks.create({
		...common,
		name: nameOf(assessment),
		head_sha: sha,
		external_id: keyOf(assessment),
		...once
	}) : await client.api.checks.update({
		...common,
		check_run_id: newest.id,
		...once
	});
	return {
		id: data.id,
		url: data.html_url ?? context.runUrl,
		missing: (missing ?? annotations).slice(chunk)
	};
}
async function annotate({ client, context: { owner, repo } }, id, content, annotations) {
	for (let from = 0; from < annotations.length; from += chunk) {
		const output = outputOf(content, annotations.slice(from, from + chunk));
		await client.api.checks.update({
			owner,
			repo,
			check_run_id: id,
			output,
			...once
		});
	}
}
/** The newest first, without those marked as superseded. */
async function existing({ client, context, assessment }, sha) {
	const name = nameOf(assessment);
	return (await allPages(async (page) => {
		const { owner, repo } = context;
		const { data } = await client.api.checks.listForRef({
			owner,
			repo,
			ref: sha,
			check_name: name,
			filter: "all",
			...page
		});
		return data.check_runs;
	}, 10)).filter((run) => run.external_id === keyOf(assessment) && run.output.title !== superseded).toSorted((left, right) => right.id - left.id).map((run) => ({
		id: run.id,
		url: run.html_url ?? context.runUrl,
		annotationCount: run.output.annotations_count
	}));
}
/** Annotations still to be added; undefined when there is one that no longer holds. */
async function missingOn({ client, context: { owner, repo } }, run, wanted) {
	if (run.annotationCount === 0) return wanted;
	const present = await allPages(async (page) => (await client.api.checks.listAnnotations({
		owner,
		repo,
		check_run_id: run.id,
		...page
	})).data, 20);
	const keys = new Set(present.map(annotationKey));
	const wantedKeys = new Set(wanted.map(annotationKey));
	if (![...keys].every((key) => wantedKeys.has(key))) return void 0;
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
async function supersede(publication, sha, id) {
	const { client, context, log } = publication;
	const older = (await existing(publication, sha)).filter((run) => run.id < id);
	for (const run of older) {
		await client.api.checks.update({
			owner: context.owner,
			repo: context.repo,
			check_run_id: run.id,
			status: "completed",
			conclusion: "neutral",
			output: {
				title: superseded,
				summary: "A newer check run of the same name says how it stands."
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
function nameOf(assessment) {
	return `NCTS5 production checklist${applicationSuffix(assessment)}`;
}

// src/render/comment.ts
/** GitHub takes 65,536 characters; counting bytes stays below in any script. */
const commentLimit = 65536;
/** The job summary as a comment on a pull request, at most `commentLimit` bytes: what is only for the record stays with the run. */
function renderComment(assessment, context) {
	const sections = summarySections(assessment, context).filter(({ id }) => id !== "files" && id !== "method");
	return framed(context, (room) => fitSections(sections, room));
}
/** A text between marker and link to the run, which are never given up. */
function framed({ marker, runUrl }, write) {
	const head = `${marker}\n`;
	const foot = `\n<sub>${markdownLink("Workflow run with all details", runUrl)}</sub>\n`;
	return head + write(commentLimit - utf8Length(head) - utf8Length(foot)) + foot;
}

// src/github/keep-one.ts
/**
* Updates the one that there is, or creates it. Two runs at once may both find none and create one each: so each
* looks again after creating, and the oldest stays. What a run that was cut off left behind, the next one removes.
* A creation whose answer got lost is not repeated before having looked whether it happened.
*/
async function keepOne(single, pace) {
	for (let tried = 0;; tried += 1) try {
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
	} catch (error) {
		const status = statusOf(error) ?? 0;
		if (!(status >= 500 || status === 404 && tried === 0) || tried >= pace.retries) throw error;
		await setTimeout((tried + 1) ** 2 * pace.retryBaseMs);
	}
}

// src/github/publication.ts
/**
* The workflow's own token acts as a bot, and GitHub doesn't tell it as which; people can't write as one. Of a
* person's token it tells the name.
*/
function authorship({ client }) {
	let login;
	const ownLogin = async () => {
		try {
			return (await client.api.users.getAuthenticated()).data.login;
		} catch (error) {
			if (statusOf(error) === 403 || statusOf(error) === 401) return void 0;
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

// src/github/comment.ts
/** 10,000 comments; a longer conversation is no place to look for a verdict. */
const maxPages$1 = 100;
/**
* Keeps one comment on each pull request of the event. With `changes`, it is only touched when verdict or
* requirements stand otherwise than it says.
*
* @returns addresses of the comments.
* @throws Octokit's error
*/
async function publishComments(publication, mode) {
	const { context, log } = publication;
	const numbers = await pullRequestsOf(publication);
	if (numbers.length === 0) log(`No comment: the event ${context.eventName} belongs to no open pull request.`);
	const urls = [];
	for (const number of numbers) urls.push(await publishComment(publication, mode, number));
	return urls;
}
async function pullRequestsOf({ client, context }) {
	const { pullRequests, pullRequestHead: head, owner, repo } = context;
	if (head === void 0) return pullRequests;
	const { data } = await client.api.pulls.list({
		owner,
		repo,
		head: `${head.owner}:${head.branch}`,
		state: "open",
		per_page: 100
	});
	return data.filter((pull) => pull.head.sha === head.sha).map(({ number }) => number);
}
async function publishComment({ client, context, assessment, summary, log }, mode, number) {
	const { owner, repo } = context;
	const { issues } = client.api;
	const marker = markerOf("comment", assessment);
	const body = renderComment(assessment, {
		...summary,
		marker: marker.line,
		runUrl: context.runUrl
	});
	const isOurs = authorship({ client });
	const at = {
		owner,
		repo,
		issue_number: number
	};
	const { kept, outcome } = await keepOne({
		async find() {
			const comments = await allPages(async (page) => (await issues.listComments({
				...at,
				...page
			})).data, maxPages$1);
			const ours = [];
			for (const comment of comments.filter((one) => isMarked(one.body, marker))) if (await isOurs(comment.user)) ours.push(comment);
			return ours.toSorted((left, right) => left.id - right.id);
		},
		create: async () => (await issues.createComment({
			...at,
			body,
			...once
		})).data,
		async update(comment) {
			if (mode === "changes" && isSameState(comment.body, marker)) return comment;
			return (await issues.updateComment({
				owner,
				repo,
				comment_id: comment.id,
				body
			})).data;
		},
		async retire({ id }) {
			await issues.deleteComment({
				owner,
				repo,
				comment_id: id
			});
			log(`Removed a second comment on pull request #${number}.`);
		}
	}, client.pace);
	log(`Comment on pull request #${number} ${outcome}: ${kept.html_url}`);
	return kept.html_url;
}

// src/render/commit-status.ts
/** The verdict with the days left, for the list of commits and the box over the merge button. */
function renderCommitStatus(assessment) {
	const description = renderHeadline(assessment);
	if (assessment.fatal.length > 0) return {
		state: "failure",
		description
	};
	return {
		state: assessment.verdict === "ready" ? "success" : "pending",
		description
	};
}

// src/github/commit-status.ts
/**
* Sets the status of the head commit. GitHub counts only the latest one of a context, so that two runs at once do no
* harm.
*
* @throws Octokit's error
*/
async function publishCommitStatus({ client, context, assessment, log }, sha) {
	const { state, description } = renderCommitStatus(assessment);
	await client.api.repos.createCommitStatus({
		owner: context.owner,
		repo: context.repo,
		sha,
		state,
		description,
		context: `NCTS5 production checklist${applicationSuffix(assessment)}`,
		target_url: context.runUrl
	});
	log(`Commit status of ${sha.slice(0, 7)}: ${state}, ${description}`);
}

// src/render/issue.ts
/** Whether somebody has to do something: not ready, or not for long. */
function needsAttention(assessment) {
	return assessment.verdict === "not-ready" || assessment.expiringSoon;
}
/**
* The tracking issue: who must do what until when, in days and in days on which Trader Test can be worked with. Times
* are UTC; opening hours are UK time.
*/
function renderIssue(assessment, context) {
	const tasks = assessment.applications.flatMap((application) => tasksOf(assessment, application));
	const summary = summarySections(assessment, context);
	const sections = [
		...summary.filter(({ id }) => id === "verdict"),
		taskSection(assessment, tasks),
		...assessment.applications.map((application) => timeSection(assessment, application)),
		...manualSections(assessment.programme, tasks),
		...summary.filter(({ id }) => id === "evidence" || id === "problems")
	].filter((section) => section !== void 0);
	return {
		title: oneLine(`${assessment.programme.name} production checklist${namesOf(assessment)}: ${renderHeadline(assessment)}`, 250),
		body: framed(context, (room) => fitSections(sections, room))
	};
}
/** The note under which the issue is closed. Markdown. */
function renderAllWell(assessment, { runUrl }) {
	return `All is well again: ${markdownText(renderHeadline(assessment))}. Found by the ${markdownLink("workflow run", runUrl)}; this issue is opened again when something expires, fails or is missing.`;
}
/** The note under which it is opened again. Markdown. */
function renderOpenedAgain(assessment, { runUrl }) {
	return `Opened again: ${markdownText(renderHeadline(assessment))}. Found by the ${markdownLink("workflow run", runUrl)}; the description says what to do.`;
}
/** A test to run: not proven, or not for long. */
function tasksOf(assessment, application) {
	const { evaluatedAt, clock } = assessment;
	const proven = application.requirements.flatMap(({ expiresAt }) => expiresAt === void 0 ? [] : [expiresAt]);
	const firstExpiry = proven.length === 0 ? void 0 : Math.min(...proven);
	return application.requirements.filter(({ status, expiresAt }) => status !== "satisfied" || expiresAt !== void 0 && spoilsSoon(expiresAt, evaluatedAt, clock)).map((assessed) => ({
		application,
		assessed,
		scenario: assessed.scenario?.scenario ?? assessment.programme.scenarios.get(assessed.requirement.first[0] ?? ""),
		by: assessed.expiresAt ?? firstExpiry
	}));
}
function taskSection(assessment, tasks) {
	const others = assessment.reasons.filter(({ kind }) => kind !== "missing" && kind !== "failed" && kind !== "stale");
	const items = [
		...applyItem(assessment),
		...tasks.map((task) => taskItem(assessment, task)),
		...others.map(({ message, next }) => stacked(`**Whoever keeps the checklist**: ${markdownText(message, 600)}`, `→ ${markdownText(next ?? "", 600)}`))
	];
	if (items.length === 0) return void 0;
	const intro = `Trader Test is open ${openingHours.text}.`;
	return listSection({
		id: "next",
		title: "Who does what, until when",
		priority: 1,
		intro
	}, items);
}
/** As long as all is proven, sending the form off is what the evidence is for. */
function applyItem(assessment) {
	const { expiresAt, verdict, evaluatedAt, programme } = assessment;
	if (verdict !== "ready" || expiresAt === void 0) return [];
	return [stacked(`**Whoever applies** ${submitsWords(programme.submission)} **before ${formatUtc(expiresAt)}** (${bothLeft(evaluatedAt, expiresAt)}).`, "→ If that is too soon, the tests named here have to be run again first.")];
}
function taskItem(assessment, task) {
	const { application, assessed, scenario, by } = task;
	const label = applicationLabel(assessment, application.name);
	const { requirement, status, reasons, next } = assessed;
	const what = `${label === void 0 ? "" : `${markdownText(label)}, `}${requirement.title.toLowerCase()}`;
	const again = status === "missing" || status === "not-run" ? "" : " again";
	const help = next ?? `Run ${scenario?.id ?? requirement.wanted} again in Trader Test and check again.`;
	return stacked(`**Whoever tests** runs ${requirement.wanted}${again} (${what})${untilWhen(assessment, task)}.`, sentence(reasons), `→ ${markdownText(help, 600)}`, beginning(assessment, scenario, by));
}
function untilWhen({ evaluatedAt }, { assessed, by }) {
	if (by === void 0) return ", as soon as possible";
	const until = ` **before ${formatUtc(by)}** (${bothLeft(evaluatedAt, by)})`;
	return assessed.expiresAt === void 0 ? `${until}, when the first of the other evidence spoils` : `${until}, when its evidence spoils, unless the form has been sent off by then`;
}
/** A scenario that waits for a person at HMRC takes up to a working day more. */
function beginning({ evaluatedAt }, scenario, by) {
	if (by === void 0) return "";
	if (lastOpenMoment(evaluatedAt, by) === void 0) return "⚠️ Trader Test does not open any more before then.";
	if (!isManual(scenario)) return "";
	const because = "HMRC releases by hand in this scenario, which can take a working day.";
	const latest = lastOpenMoment(evaluatedAt, by - dayLength);
	return latest === void 0 ? `⚠️ Begin at once: ${because}` : `Begin by ${formatUtc(latest)}: ${because}`;
}
function timeSection(assessment, application) {
	const label = applicationLabel(assessment, application.name);
	return tableSection({
		id: "requirements",
		title: `${label === void 0 ? "" : `${markdownText(label)} – `}Time left`,
		priority: 2
	}, [
		"Test",
		"Status",
		"Scenario",
		"Spoils",
		"Left",
		"Working days left"
	], application.requirements.map((assessed) => {
		const { requirement, scenario, expiresAt } = assessed;
		const { icon, text } = statusWord(assessed);
		return [
			stacked(`**${requirement.title}**`, requirement.wanted),
			`${icon} ${text}`,
			scenario?.scenario.id ?? "–",
			expiresAt === void 0 ? "–" : formatUtc(expiresAt),
			expiresAt === void 0 ? "–" : timeLeft(expiresAt, assessment.evaluatedAt).replace(/ left$/, ""),
			expiresAt === void 0 ? "–" : String(workingDaysBetween(assessment.evaluatedAt, expiresAt))
		];
	}));
}
/** The e-mail that moves a scenario of the normal procedure on, ready to copy, for each test to run. */
function manualSections(programme, tasks) {
	const mails = tasks.flatMap(({ assessed, scenario }) => (scenario?.steps ?? []).flatMap((step, index) => scenario !== void 0 && step.manualIntervention ? [mail(programme, assessed, scenario, index + 1, step)] : []));
	if (mails.length === 0) return [];
	const title = "Asking HMRC to release by hand";
	return [{
		id: "mails",
		title,
		priority: 3,
		open: `### ${title}\n\nIn the normal procedure a person at HMRC moves the movement on, after an e-mail, in office hours: it can take a working day.\n`,
		rows: [...new Set(mails)].map((text, index) => index === 0 ? text : `\n${text}`),
		close: "",
		more: moreMails
	}];
}
function moreMails(count) {
	return `… and ${plural(count, "more e-mail")} of this kind.`;
}
function mail(programme, assessed, scenario, number, step) {
	const { to, subject, body } = interventionMail(programme, scenario, number);
	const { sends, receives } = step;
	const when = sends.length > 0 ? `when ${sends.join(" and ")} has been sent` : "when the step before it is done";
	const twin = assessed.scenario === void 0 ? ` (or ${assessed.requirement.first[1] ?? ""}, under its number)` : "";
	return [
		`**${scenario.id}**${twin}, step ${number}, ${when}; HMRC then sends ${receives.join(" and ")}:`,
		"",
		"```text",
		`To: ${to}`,
		`Subject: ${subject}`,
		"",
		...body,
		"```"
	].join("\n");
}
function isManual(scenario) {
	return scenario?.steps.some((step) => step.manualIntervention) ?? false;
}
/** `3 days left, 2 working days` */
function bothLeft(from, to) {
	return `${timeLeft(to, from)}, ${plural(workingDaysBetween(from, to), "working day")}`;
}
function sentence(reasons) {
	const text = markdownText(reasons.slice(0, 3).join("; "), 600);
	return text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`.replace(/\.\.$/, ".");
}
function namesOf(assessment) {
	const names = assessment.applications.map(({ name }) => applicationLabel(assessment, name)).filter(Boolean);
	return names.length === 0 ? "" : ` for ${names.join(", ")}`;
}

// src/github/issue.ts
/** Makes the issue cheap to find; the marker in it makes it ours. */
const label = "ncts5-checklist";
/** Of labelled issues, and of all open ones should somebody have taken the label off: 1,000. */
const maxPages = 10;
/**
* Keeps one tracking issue: open while something expires soon, fails or is missing, with what to do in it; closed with a note
* when all is well. The same issue is opened again, unless a person closed it as not planned.
*
* @returns its address; undefined when there is none, or the event is about a pull request.
* @throws Octokit's error
*/
async function publishIssue(publication) {
	const { context, assessment, log } = publication;
	if (context.isPullRequest) {
		log("No issue: this run is about a pull request; the tracking issue follows the repository itself.");
		return;
	}
	const marker = markerOf("issue", assessment);
	return needsAttention(assessment) ? keepOpen(publication, marker) : closeAll(publication, marker);
}
async function keepOpen(publication, marker) {
	const { client, context, assessment, summary, log } = publication;
	const { owner, repo, runUrl } = context;
	const { issues } = client.api;
	const { title, body } = renderIssue(assessment, {
		...summary,
		marker: marker.line,
		runUrl
	});
	const dismissed = (await trackingIssues(publication, marker)).find(({ isNotPlanned, isOpen }) => isNotPlanned && !isOpen);
	if (dismissed !== void 0) {
		log(`Issue #${dismissed.number} was closed as not planned and is left alone; open it again to be told again.`);
		return dismissed.url;
	}
	const { kept, outcome } = await keepOne({
		find: () => trackingIssues(publication, marker),
		create: async () => read((await issues.create({
			owner,
			repo,
			title,
			body,
			labels: [label],
			...once
		})).data),
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
			if (issue.isOpen) return read((await issues.update(change)).data);
			const opened = await issues.update({
				...change,
				state: "open",
				state_reason: "reopened"
			});
			const note = renderOpenedAgain(assessment, { runUrl });
			await issues.createComment({
				owner,
				repo,
				issue_number: issue.number,
				body: note,
				...once
			});
			return read(opened.data);
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
	}, client.pace);
	log(`Issue #${kept.number} ${outcome}: ${kept.url}`);
	return kept.url;
}
async function closeAll(publication, marker) {
	const { client, context, assessment, summary, log } = publication;
	const { owner, repo, runUrl } = context;
	const open = (await trackingIssues(publication, marker)).filter(({ isOpen }) => isOpen);
	if (open.length === 0) log("No issue: all is well.");
	const { title, body } = renderIssue(assessment, {
		...summary,
		marker: marker.line,
		runUrl
	});
	for (const { number } of open) {
		const at = {
			owner,
			repo,
			issue_number: number
		};
		await client.api.issues.update({
			...at,
			title,
			body,
			state: "closed",
			state_reason: "completed"
		});
		await client.api.issues.createComment({
			...at,
			body: renderAllWell(assessment, { runUrl }),
			...once
		});
		log(`Closed issue #${number}: all is well again.`);
	}
	return open[0]?.url;
}
/** Those that are open, the oldest first; if none is, the one that was closed last. */
async function trackingIssues(publication, marker) {
	const labelled = await search(publication, marker, {
		state: "all",
		labels: label
	});
	const sorted = (labelled.length > 0 ? labelled : await search(publication, marker, { state: "open" })).toSorted((left, right) => left.number - right.number);
	const open = sorted.filter(({ isOpen }) => isOpen);
	return open.length > 0 ? open : sorted.slice(-1);
}
async function search({ client, context: { owner, repo } }, marker, query) {
	const isOurs = authorship({ client });
	const listed = await allPages(async (page) => (await client.api.issues.listForRepo({
		owner,
		repo,
		...query,
		...page
	})).data, maxPages);
	const ours = [];
	for (const issue of listed) {
		if (issue.pull_request !== void 0 || !isMarked(issue.body, marker)) continue;
		if (await isOurs(issue.user)) ours.push(read(issue));
	}
	return ours;
}
function read(issue) {
	return {
		id: issue.number,
		number: issue.number,
		url: issue.html_url,
		isOpen: issue.state === "open",
		isNotPlanned: issue.state_reason === "not_planned",
		labels: issue.labels.flatMap((one) => typeof one === "string" ? one : one.name ?? [])
	};
}

// src/github/publish.ts
/**
* Publishes the verdict where the settings ask for: check run, commit status, comment, issue. Each for itself: what
* can't be done becomes a warning, and the others go on. Never throws; the verdict stands whatever comes of it.
*/
async function publishStatus(options) {
	const { assessment, settings, context, summary, log } = options;
	const { checkRun, commitStatus, comment, issue, token } = settings;
	const asked = [
		...checkRun ? ["check run"] : [],
		...commitStatus ? ["commit status"] : [],
		...comment === "off" ? [] : ["comment"],
		...issue ? ["issue"] : []
	].join(", ");
	const none = {
		checkRunUrl: void 0,
		commentUrls: [],
		issueUrl: void 0
	};
	if (asked === "") return {
		...none,
		warnings: []
	};
	if (context === void 0) return {
		...none,
		warnings: [`Nothing was published (${asked}): this is no run of GitHub Actions.`]
	};
	if (token === void 0) {
		const why = "there is no token. Set `github-token: ${{ github.token }}`";
		return {
			...none,
			warnings: [`Nothing was published (${asked}): ${why}.`]
		};
	}
	const warnings = [];
	const attempt = async (deed, work) => {
		try {
			return await work();
		} catch (error) {
			warnings.push(explain(error, {
				...deed,
				tokenOnlyReads: context.tokenOnlyReads
			}));
			return;
		}
	};
	const client = await attempt({
		what: "reach GitHub",
		permission: "contents: read"
	}, () => createClient({
		token,
		apiUrl: context.apiUrl,
		log,
		pace: options.pace
	}));
	if (client === void 0) return {
		...none,
		warnings
	};
	const publication = {
		client,
		context,
		assessment,
		summary,
		log
	};
	const { headSha } = context;
	if (headSha === void 0 && (checkRun || commitStatus)) warnings.push(`There is no commit to attach a status to: the event ${context.eventName} names none.`);
	let checkRunUrl;
	if (checkRun && headSha !== void 0) checkRunUrl = await attempt({
		what: "write the check run",
		permission: "checks: write"
	}, () => publishCheckRun(publication, headSha));
	if (commitStatus && headSha !== void 0) await attempt({
		what: "set the commit status",
		permission: "statuses: write"
	}, () => publishCommitStatus(publication, headSha));
	let commentUrls = [];
	if (comment !== "off") commentUrls = await attempt({
		what: "write the comment",
		permission: "pull-requests: write"
	}, () => publishComments(publication, comment)) ?? [];
	let issueUrl;
	if (issue) issueUrl = await attempt({
		what: "keep the tracking issue",
		permission: "issues: write"
	}, () => publishIssue(publication));
	return {
		warnings,
		checkRunUrl,
		commentUrls,
		issueUrl
	};
}

export { publishStatus };