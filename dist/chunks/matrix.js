import { _ as eachOf, b as flowTitle, l as requirementsFor, o as matrixOf, s as movementDemandOf, u as demands, v as namesWhere, y as programmes } from "./requirements.js";
import { i as wrap, l as oneLine, r as painter, t as hanging } from "./text.js";
import { C as mistakesInWords, a as workspaceOf, n as readSupport } from "./settings.js";
import { a as supportFlags, d as say, i as settingFlag, l as note, o as appearance, r as mistake, u as refuse } from "./commands.js";

// src/commands/matrix.ts
const matrix = {
	name: "matrix",
	summary: `Show what HMRC asks for: ${eachOf((one) => matrixOf(one) === void 0 ? `${one.name}'s one movement` : `${one.name}'s decision matrix`)}`,
	usage: "[--flows … --procedures …] [flags]",
	about: [`Prints the decision matrix of the form's appendix A. When flags or the configuration file tell what your software supports, its cells are marked, and the tests that follow are listed with the reason for each. Without a decision matrix (${namesWhere("flows", { isUsed: false })}) it shows which scenarios count, by rank, and how they are judged.`],
	flags: [
		settingFlag("programme"),
		...supportFlags,
		settingFlag("combination"),
		settingFlag("config"),
		settingFlag("application")
	],
	examples: [
		{
			args: "matrix",
			why: "with the choice of the configuration file, if there is one"
		},
		...[...programmes.values()].filter((one) => matrixOf(one) === void 0).map(({ id, name }) => ({
			args: `matrix --programme ${id}`,
			why: `what ${name} asks for`
		})),
		{
			args: "matrix --flows standard-departure,arrival --procedures simplified",
			why: "with this choice"
		}
	],
	exitCodes: [[0, "printed"], mistake],
	run: print
};
async function print({ values, folder }) {
	const read = await readSupport({
		values,
		workspace: await workspaceOf(folder),
		folder
	});
	if ("findings" in read) return refuse(mistakesInWords(read.findings));
	const { programme, applications, remarks } = read;
	for (const { message } of remarks) note(message);
	if (applications.length === 0 || matrixOf(programme) === void 0) return say(renderMatrix(programme, void 0, appearance()));
	const rendered = applications.map((application) => renderMatrix(programme, {
		application,
		requirements: requirementsFor(programme, application)
	}, appearance()));
	return say(rendered.join("\n\n"));
}
function renderMatrix(programme, choice, options) {
	const columns = Math.max(80, options.width);
	const paint = painter(options.colour);
	const movement = movementDemandOf(programme);
	if (movement !== void 0) return renderMovement(programme, movement, columns, paint);
	return [
		choice === void 0 ? `${tableLines(programme, void 0, paint).join("\n")}\n` : renderChoice(programme, choice, options),
		paint("bold", "How it is read"),
		...[...rules, ...programme.errata].flatMap((rule) => hanging("  -", rule, 4, columns)),
		""
	].join("\n");
}
function renderMovement({ errata }, { summary, ranks, never, rules: own, unknown }, columns, paint) {
	const numbers = (words, scenarios) => [...hanging("  -", `${words}:`, 4, columns), ...wrap(scenarios.join(" "), columns - 6).map((line) => `      ${line}`)];
	const block = (title, sentences) => [
		"",
		paint("bold", title),
		...sentences.flatMap((sentence) => hanging("  -", sentence, 4, columns))
	];
	return [
		...wrap(summary, columns).map((line) => paint("bold", line)),
		"",
		paint("bold", "Which scenarios count, by rank"),
		...ranks.flatMap(({ counts, scenarios }) => numbers(counts, scenarios)),
		...never.flatMap(({ why, scenarios }) => numbers(`no: ${why}`, scenarios)),
		...block("How it is judged", own),
		...block("Errors in HMRC's papers", errata),
		...block("What is not known", unknown),
		""
	].join("\n");
}
function renderChoice(programme, choice, { colour, width }) {
	const columns = Math.max(80, width);
	const paint = painter(colour);
	const { sets, notRequired } = choice.requirements;
	return [
		...matrixOf(programme) === void 0 ? [] : [
			...tableLines(programme, choice, paint),
			"",
			...hanging(mark, `mandatory for ${supported(choice.application)}`, mark.length, columns)
		],
		...sets.flatMap(({ combination, requirements }, index) => [
			...matrixOf(programme) === void 0 ? [] : [""],
			paint("bold", heading(combination, sets.length > 1, index)),
			...requirements.flatMap(({ title, wanted, because }) => [`  ${paint("green", wanted)}  ${title.toLowerCase()}`, ...wrap(because, columns - 4).map((line) => `    ${paint("dim", line)}`)])
		]),
		...notRequired.length === 0 ? [] : ["", paint("bold", "Not required")],
		...notRequired.flatMap(({ flow, why }) => hanging("  -", `${flowTitle(flow)}: ${oneLine(why)}`, 4, columns)),
		""
	].join("\n");
}
function heading(combination, several, index) {
	if (combination === void 0) return "Mandatory tests";
	const name = `combination ${combination}`;
	if (!several) return `Mandatory tests (${name})`;
	return index === 0 ? `Mandatory tests: either ${name} …` : `… or ${name}, never a mixture of both`;
}
const rules = [
	"At most one test for each process flow, and only for flows that the software supports.",
	"A cell names two scenarios, of Great Britain (GB) and of Northern Ireland (XI): one of them is enough.",
	"Software with one procedure in all its flows follows that column.",
	"Software with both procedures follows combination A or combination B, as a whole: never cells of both. A combination is on offer when every flow of the software has the procedure of its cell there. Where neither is, a flow that can follow neither uses the column of its own procedure.",
	"Directions for which production credentials are held need no test again: outbound are both kinds of departures, inbound are arrivals."
];
const mark = "* ";
function tableLines(programme, choice, paint) {
	const demand = matrixOf(programme);
	return demand === void 0 ? [] : matrixLines(demand, choice, paint);
}
function matrixLines(demand, choice, paint) {
	const { rows: flows, columns, cells: accepted } = demand;
	const sets = choice?.requirements.sets ?? [];
	const titles = columns.map(({ title }) => wrap(title, 11));
	const height = Math.max(...titles.map((lines) => lines.length));
	const first = Math.max(...flows.map(({ title }) => title.length));
	const head = Array.from({ length: height }, (_, line) => {
		const cells = titles.map((lines) => `    ${(lines[line - height + lines.length] ?? "").padEnd(11)}`);
		return `${" ".repeat(first)}${cells.join("")}`.trimEnd();
	});
	const rows = flows.map(({ flow, title }) => {
		const cells = columns.map(({ column }) => {
			const text = accepted[column][flow].join("/").padEnd(11);
			return sets.some((set) => demands(demand, {
				flow,
				column
			}, set)) ? paint("green", paint("bold", `${mark}${text}`)) : `  ${text}`;
		});
		return `${title.padEnd(first)}${cells.map((cell) => `  ${cell}`).join("")}`.trimEnd();
	});
	return [
		paint("bold", "The decision matrix of the form's appendix A"),
		"",
		...head.map((line) => paint("bold", line)),
		...rows
	];
}
function supported({ name, flows, credentialsHeld }) {
	const what = flows.map(({ flow, procedures }) => `${flowTitle(flow).toLowerCase()} (${procedures.join(" and ")})`);
	const held = credentialsHeld.length === 0 ? "" : `; production credentials held: ${credentialsHeld.join(" and ")}`;
	return `${name ?? "your software"}: ${what.join(", ")}${held}`;
}

export { renderChoice as n, renderMatrix as r, matrix as t };