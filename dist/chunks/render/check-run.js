import { h as fatalOf } from "../assessment.js";
import { o as summarySections, p as annotations, s as fitSections, x as renderHeadline } from "../render.js";

// src/render/check-run.ts
const checkRunLimit = 65535;
const maxAnnotations = 500;
const upFront = /* @__PURE__ */ new Set([
	"verdict",
	"requirements",
	"also-required",
	"next"
]);
function renderCheckRun(assessment, context = {}) {
	const sections = summarySections(assessment, context).filter(({ id }) => id !== "timeline");
	return {
		conclusion: fatalOf(assessment).length > 0 ? "failure" : assessment.verdict === "ready" ? "success" : "neutral",
		title: renderHeadline(assessment),
		summary: fitSections(sections.filter(({ id }) => upFront.has(id)), checkRunLimit),
		text: fitSections(sections.filter(({ id }) => !upFront.has(id)), checkRunLimit),
		annotations: annotations(assessment).flatMap(({ severity, message, place: { file, line = 1 } = {} }) => {
			if (file === void 0) return [];
			const annotation_level = severity === "error" ? "failure" : severity;
			return [{
				path: relative(file),
				start_line: line,
				end_line: line,
				annotation_level,
				title: "What to do",
				message
			}];
		}).slice(0, maxAnnotations)
	};
}
function relative(file) {
	return file.replaceAll("\\", "/").replace(/^([a-z]:)?\/+/i, "") || "report";
}
function renderCommitStatus(assessment) {
	const description = renderHeadline(assessment);
	if (fatalOf(assessment).length > 0) return {
		state: "failure",
		description
	};
	return {
		state: assessment.verdict === "ready" ? "success" : "pending",
		description
	};
}

export { checkRunLimit, renderCheckRun, renderCommitStatus };