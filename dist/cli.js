#!/usr/bin/env node
// src/cli.ts
function whyNot(version) {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	return major === 20 && minor >= 19 || major === 22 && minor >= 2 || major > 22 ? void 0 : `This is Node ${version}, which is too old for this program. Install Node 20.19 or a later 20, or Node 22.2 or later.`;
}
const refusal = whyNot(process.versions.node);
if (refusal === void 0) import("./chunks/command-line.js");
else {
	process.stderr.write(`${refusal}\n`);
	process.exitCode = 2;
}

export {  };