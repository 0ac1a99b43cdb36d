import { n as version$1 } from "../package.js";
import { d as say, r as mistake } from "../commands.js";

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