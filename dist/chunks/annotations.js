import { a as oneLine, s as visibleText } from "./escape.js";
import { c as renderHeadline, i as flowNames, n as bySeverity, s as relevantFindings } from "./words2.js";

// src/render/annotations.ts
/**
* What is wrong, most pressing first, each thing once: reasons (an error when it fails the step), results that failed or did not run
* in unmet requirements, problems, findings in the evidence, and evidence that is about to expire. GitHub shows only the first ten of a level.
*/
function annotations(assessment) {
	const found = [
		...reasonAnnotations(assessment),
		...assessment.applications.flatMap(({ requirements }) => requirements).flatMap(resultAnnotations),
		...problemAnnotations(assessment),
		...findingAnnotations(assessment),
		...expiryAnnotations(assessment)
	];
	const rank = {
		error: 0,
		warning: 1,
		notice: 2
	};
	return withoutRepetition(found).toSorted((a, b) => rank[a.level] - rank[b.level]);
}
function reasonAnnotations({ reasons, fatal }) {
	const titles = {
		missing: "Required test missing",
		failed: "Required test failed",
		stale: "Evidence is stale",
		unreadable: "Report can't be read",
		evidence: "Evidence incomplete",
		form: "Question of the form open",
		recommended: "Recommended test not proven"
	};
	return reasons.map((reason) => annotation(fatal.includes(reason) ? "error" : "warning", titles[reason.kind], `${reason.message} ${reason.next}`, reason));
}
function resultAnnotations({ requirement, status, scenario }) {
	if (scenario === void 0 || status !== "failed" && status !== "not-run") return [];
	return scenario.counted.filter(isNotPassed).map(({ attempt }) => {
		const what = attempt.outcome === "failed" ? "failed" : "did not run";
		const message = `${attempt.name === "" ? attempt.className : attempt.name}${attempt.message === void 0 ? "" : `: ${attempt.message}`}`;
		return annotation("warning", `${flowNames[requirement.flow]}: ${scenario.scenario.id} ${what}`, message, attempt);
	});
}
function isNotPassed({ attempt }) {
	return attempt.outcome !== "passed";
}
/** A report that can't be read is a reason and a problem; the reason says what to do, too. */
function problemAnnotations({ problems, reasons }) {
	const titles = {
		error: "Problem",
		warning: "Look at this",
		notice: "Note"
	};
	const others = problems.filter((problem) => problem.file === void 0 || !reasons.some(({ kind, file, line }) => kind === "unreadable" && file === problem.file && line === problem.line));
	return bySeverity(others).map((problem) => annotation(problem.severity, titles[problem.severity], problem.message, problem));
}
function findingAnnotations({ scenarios }) {
	return [...scenarios.values()].flatMap((assessed) => relevantFindings(assessed).map((finding) => annotation("warning", `${assessed.scenario.id}: evidence`, finding.message, finding)));
}
function expiryAnnotations(assessment) {
	return assessment.expiringSoon ? [annotation("warning", "Evidence expires soon", renderHeadline(assessment), {})] : [];
}
function annotation(level, title, message, { file, line }) {
	const place = file === void 0 ? {} : {
		file: visibleText(file).replaceAll("\n", " "),
		...line === void 0 ? {} : { line }
	};
	return {
		level,
		title: oneLine(title, 200),
		message: oneLine(message, 2e3),
		...place
	};
}
/** The same place twice is one annotation if the earlier one says all that the later one says. */
function withoutRepetition(found) {
	const said = /* @__PURE__ */ new Map();
	return found.filter(({ file, line, message }) => {
		const place = JSON.stringify([file ?? "", line ?? 0]);
		const before = said.get(place) ?? [];
		if (before.some((earlier) => earlier.includes(message))) return false;
		said.set(place, [...before, message]);
		return true;
	});
}

export { annotations as t };