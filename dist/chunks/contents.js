// src/github/publish/contents.ts
function withoutVerdict(said) {
	const { title, why, runUrl, label } = said;
	const body = `## ❌ ${title}\n\n${why}\n<sub>[Workflow run with all details](<${runUrl}>)</sub>\n`;
	return {
		checkRun: {
			conclusion: "failure",
			title,
			summary: why,
			text: "",
			annotations: []
		},
		commitStatus: {
			state: "failure",
			description: title
		},
		comment: {
			mode: "always",
			body,
			state: "0"
		},
		issue: {
			isOpen: true,
			title,
			body,
			opened: `${title}.`,
			closed: "",
			label
		}
	};
}

export { withoutVerdict as t };