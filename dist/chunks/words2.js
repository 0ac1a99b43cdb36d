import { i as formatUtc, n as formatDuration } from "./format.js";
import { a as oneLine } from "./escape.js";

// src/render/words.ts
/** The words that every renderer shares, so that log, summary, comment and documents say the same thing. Plain text. */
const flowNames = {
	"standard-departure": "Standard departure",
	"pre-lodged-departure": "Pre-lodged departure",
	arrival: "Arrival"
};
const statusWords = {
	satisfied: {
		icon: "✅",
		text: "proven"
	},
	stale: {
		icon: "⌛",
		text: "stale"
	},
	failed: {
		icon: "❌",
		text: "failed"
	},
	"not-run": {
		icon: "⏸️",
		text: "not run"
	},
	missing: {
		icon: "❔",
		text: "no result"
	}
};
/** How it stands with a mandatory or recommended test: `⌛ undated`. */
function statusWord({ status, scenario }) {
	if (status === "stale" && scenario?.undated === true) return {
		icon: "⌛",
		text: "undated"
	};
	return statusWords[status];
}
/** `13 days left`, under a day `5 hours 20 minutes left`. */
function timeLeft(expiresAt, evaluatedAt) {
	const left = expiresAt - evaluatedAt;
	const days = Math.floor(left / 864e5);
	return days >= 1 ? `${days} ${days === 1 ? "day" : "days"} left` : `${formatDuration(left)} left`;
}
/** The verdict in one sentence, without an end mark: of all applications, or of one of them. */
function verdictWord(assessment, application) {
	const { verdict, expiresAt } = application ?? assessment;
	const applications = application === void 0 ? assessment.applications : [application];
	if (verdict === "not-ready") return {
		icon: "❌",
		text: `Not ready – ${whatIsWrong(assessment, applications)}`
	};
	if (expiresAt === void 0) return {
		icon: "✅",
		text: "Ready to submit – no mandatory test is required"
	};
	const until = `evidence lasts until ${formatUtc(expiresAt)} (${timeLeft(expiresAt, assessment.evaluatedAt)})`;
	return isExpiringSoon(assessment, expiresAt) ? {
		icon: "⚠️",
		text: `Ready, but not for long – ${until}`
	} : {
		icon: "✅",
		text: `Ready to submit – ${until}`
	};
}
/**
* The verdict on one line of at most 140 characters, for a commit status, a check run's title or the log. Plain text without icon:
* `Ready to submit – evidence lasts until 12 December 2026, 09:00:00 UTC (13 days left)`.
*/
function renderHeadline(assessment) {
	return oneLine(verdictWord(assessment).text, 140);
}
/** What stands in the way of that application: its own reasons and those that concern all, in the order to act on. */
function reasonsFor({ reasons }, { name }) {
	return reasons.filter(({ application }) => application === void 0 || application === name);
}
/** What is wrong with or missing from the evidence; of a scenario that did not pass, what is missing goes without saying. */
function relevantFindings({ status, evidence }) {
	const isOpen = status === "failed" || status === "not-run";
	return evidence.findings.filter(({ code }) => !(isOpen && (code === "mrn-missing" || code === "message-missing")));
}
/** The applications with their names where there is something to tell apart. */
function applicationLabel(assessment, name) {
	return assessment.applications.length > 1 || name !== "default" ? oneLine(name, 60) : void 0;
}
/** Errors, then warnings, then notices; otherwise in their order. */
function bySeverity(problems) {
	const rank = {
		error: 0,
		warning: 1,
		notice: 2
	};
	return problems.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}
function plural(count, singular, several = `${singular}s`) {
	return `${count} ${count === 1 ? singular : several}`;
}
/** `DSGB1 or DSXI1` */
function eitherOf([gb, xi]) {
	return `${gb} or ${xi}`;
}
function isExpiringSoon(assessment, expiresAt) {
	return assessment.expiringSoon && expiresAt - assessment.evaluatedAt <= assessment.clock.warnDays * 864e5;
}
const otherReasons = [
	["unreadable", (count) => `${plural(count, "report")} can't be read`],
	["failed", (count) => plural(count, "failure")],
	["missing", (count) => `${plural(count, "result")} missing`],
	["stale", (count) => plural(count, "stale result")],
	["evidence", (count) => `${plural(count, "finding")} in the evidence`],
	["form", (count) => `${plural(count, "question")} of the form open`],
	["recommended", (count) => `${plural(count, "recommended test")} not proven`]
];
/** Tests count once, as tests; what else stands in the way is counted by kind. */
function whatIsWrong(assessment, applications) {
	const requirements = applications.flatMap((application) => application.requirements);
	const unmet = requirements.filter(({ status }) => status !== "satisfied").length;
	const tests = unmet === 0 ? void 0 : `${unmet} of ${plural(requirements.length, "mandatory test")} ${unmet === 1 ? "is" : "are"} not proven`;
	const reports = assessment.files.length === 0 ? "no test report was found" : void 0;
	const [only, second] = applications;
	const relevant = only === void 0 || second !== void 0 ? assessment.reasons : reasonsFor(assessment, only);
	const all = [
		reports,
		tests,
		...otherReasons.filter(([kind]) => (unmet === 0 || !isAboutTests(kind)) && (reports === void 0 || kind !== "unreadable")).map(([kind, say]) => [relevant.filter((reason) => reason.kind === kind).length, say]).filter(([count]) => count > 0).map(([count, say]) => say(count))
	].filter((text) => text !== void 0);
	return all.length === 0 ? plural(relevant.length, "reason") : all.join(", ");
}
function isAboutTests(kind) {
	return kind === "missing" || kind === "failed" || kind === "stale";
}

export { plural as a, renderHeadline as c, verdictWord as d, flowNames as i, statusWord as l, bySeverity as n, reasonsFor as o, eitherOf as r, relevantFindings as s, applicationLabel as t, timeLeft as u };