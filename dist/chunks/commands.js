import { b as directionNames, m as settingsTable, p as settingOf } from "./settings.js";

// src/commands/commands.ts
const commandNames = [
	"init",
	"matrix",
	"explain",
	"check",
	"help",
	"version"
];
const table = settingsTable;
const mistake = [2, "the command line or the configuration file has a mistake"];
/** Commands that don't read reports say nothing of the configuration file here: it is theirs to write, or stands beside. */
const support = [setting("flows", "Process flows that the software supports: standard-departure, pre-lodged-departure, arrival."), setting("procedures", "Procedures that the software supports in these flows: normal, simplified.")];
/** What the program is for; the others prepare it. */
const checkCommand = {
	name: "check",
	summary: "Check reports: the verdict, what to do next, the Word document",
	usage: "--results 'results/**/*.xml' [flags]",
	about: ["Reads the JUnit reports of your scenario runs, says for each mandatory test whether it is proven and until when, and what to do next. When asked, it writes the checklist or your copy of the form as a Word document, a JSON report, a summary, a badge. The action does the same on GitHub.", "Everything can stand in .github/ncts5.yml as well; a flag wins over the file."],
	flags: table.flatMap((one) => one.flag === void 0 ? [] : [flagOf(one, one.flag)]),
	examples: [
		{
			args: "check",
			why: "as .github/ncts5.yml says"
		},
		{
			args: "check --results 'results/**/*.xml' --flows arrival --procedures normal,simplified",
			why: "without a file"
		},
		{
			args: "check --as-of 2026-12-01 --form-template form.docx",
			why: "ready on that day? fill HMRC's form in"
		}
	],
	exitCodes: [
		[0, "ready (or nothing that fail-on names)"],
		[1, "not ready"],
		[2, "wrong settings, nothing to check, or a file could not be written"]
	]
};
/** Every command, in the order in which a newcomer meets them: the one source of parsing and help. */
const commands = [
	{
		name: "init",
		summary: "Write the configuration file and three workflows for your repository",
		usage: "[--flows … --procedures …] [flags]",
		about: ["Run it at the top of your repository. On a terminal it asks what it needs to know; elsewhere, or with --yes, the flags have to tell it and nothing is asked.", "Writes .github/ncts5.yml, with comments and the questions of the form to answer, and three workflows into .github/workflows: a release gate, a nightly freshness check, a status on pull requests. Then prints the tests that HMRC demands of your software, and what to do next. Files that exist stay as they are unless --force is given: either all are written or none."],
		flags: [
			...support,
			{
				flag: "credentials-held",
				name: "credentials-held",
				kind: {
					is: "list",
					of: directionNames
				},
				description: "Directions for which you hold production credentials already: outbound (departures), inbound (arrivals). Their tests are not demanded again.",
				default: "none"
			},
			setting("results", "Globs of your JUnit reports, relative to the repository.", "results/**/*.xml"),
			{
				flag: "yes",
				name: "yes",
				kind: { is: "switch" },
				description: "Ask nothing: take the flags and defaults and write."
			},
			{
				flag: "force",
				name: "force",
				kind: { is: "switch" },
				description: "Overwrite files that exist."
			}
		],
		examples: [{
			args: "init",
			why: "asks, then writes"
		}, {
			args: "init --yes --flows arrival --procedures normal,simplified",
			why: "asks nothing"
		}],
		exitCodes: [[0, "all files were written"], [2, "nothing was written: something is missing, wrong, or in the way"]]
	},
	{
		name: "matrix",
		summary: "Show HMRC's decision matrix, and which tests it demands of your software",
		usage: "[--flows … --procedures …] [flags]",
		about: ["Prints the decision matrix of the form's appendix A. When flags or the configuration file tell what your software supports, its cells are marked, and the tests that follow are listed with the reason for each."],
		flags: [
			...support,
			setting("combination"),
			setting("config"),
			setting("application")
		],
		examples: [{
			args: "matrix",
			why: "with the choice of .github/ncts5.yml, if there is one"
		}, {
			args: "matrix --flows standard-departure,arrival --procedures simplified",
			why: "with this choice"
		}],
		exitCodes: [[0, "printed"], mistake]
	},
	{
		name: "explain",
		summary: "Show scenarios: steps, messages, what to ask HMRC for, which evidence is taken",
		usage: "[<scenario number> …]",
		about: ["Shows a scenario of NCTS5 Trader Test: what is sent and received in which step, the e-mails for steps that a person at HMRC does, the country that its MRN must bear, the evidence that the form asks for and how tests hand it over, and where the scenario stands in the form's appendix A.", "Without a number it lists all of them."],
		flags: [],
		positionals: { max: Infinity },
		examples: [{
			args: "explain DSGB1",
			why: "one scenario"
		}, {
			args: "explain dngb1 ASXI1",
			why: "several, in any letter case"
		}],
		exitCodes: [[0, "printed"], [2, "a number is not known; those that are were printed"]]
	},
	checkCommand,
	{
		name: "help",
		summary: "Show this, or the help of a command",
		usage: "[<command>]",
		about: ["Shows what the commands are for, or all about one of them."],
		flags: [],
		positionals: { max: 1 },
		examples: [{
			args: "help check",
			why: "all flags of check"
		}],
		exitCodes: [[0, "printed"], mistake]
	},
	{
		name: "version",
		summary: "Show the version",
		usage: "",
		about: ["Shows the version."],
		flags: [],
		examples: [],
		exitCodes: [[0, "printed"], mistake]
	}
];
/** The command of that name; undefined when there is none. */
function commandOf(name) {
	return commands.find((command) => command.name === name);
}
/** The flag of a setting, with words of its own where the command means less by it than a check does. */
function setting(name, description, fallback) {
	const one = settingOf(name);
	if (one === void 0) throw new Error(`no setting ${name}`);
	const found = flagOf(one, one.flag ?? name);
	return description === void 0 ? found : {
		...found,
		description,
		default: fallback
	};
}
function flagOf({ name, kind, description, default: fallback }, flag) {
	return {
		flag,
		name,
		kind,
		description,
		default: fallback
	};
}

export { commands as i, commandNames as n, commandOf as r, checkCommand as t };