import { n as mistake, u as say } from "../commands.js";

// package.json
var version$1 = "0.1.0";

// src/commands/version.ts
const version = {
	name: "version",
	summary: "Show the version",
	usage: "",
	about: ["Shows the version."],
	flags: [],
	examples: [],
	exitCodes: [[0, "printed"], mistake],
	run: () => say(version$1)
};

export { version };