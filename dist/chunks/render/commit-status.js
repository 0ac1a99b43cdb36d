import { d as fatalOf } from "../assessment.js";
import { b as renderHeadline } from "../render.js";

// src/render/commit-status.ts
/** The verdict with the days left, for the list of commits and the box over the merge button. */
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

export { renderCommitStatus };