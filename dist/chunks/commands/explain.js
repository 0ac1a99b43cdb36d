import { S as hasMrn, _ as eachOf, a as interventionRules, b as flowTitle, i as interventionMail, k as messageOf, n as roleInForm, o as matrixOf, r as scenarioFinder, t as askedOf, y as programmes } from "../requirements.js";
import { A as clip, C as mistakesInWords, M as nearestOf, a as workspaceOf, c as settingsTable, n as readSupport } from "../settings.js";
import { c as exitCodes, d as say, i as settingFlag, l as note, n as flagOf, o as appearance, u as refuse } from "../commands.js";
import { i as wrap, r as painter, t as hanging } from "../text.js";

// src/commands/scenario.ts
function renderScenario(programme, scenario, { colour, width }) {
	const columns = Math.max(40, width);
	const paint = painter(colour);
	const title = (text) => ["", paint("bold", text)];
	return [
		...wrap(`${scenario.id}  ${scenario.title}`, columns).map((line) => paint("bold", line)),
		...wrap(kind(scenario), columns),
		...title("Steps"),
		...scenario.steps.flatMap((step, index) => {
			return stepLines(step, step.manualIntervention ? interventionMail(programme, scenario, index + 1) : void 0, index + 1, paint);
		}),
		...timing(programme, scenario, columns),
		...title("Evidence"),
		...evidenceLines(programme, scenario, columns),
		...title("How a test hands it over (any of these)"),
		...handOverLines(programme, scenario, columns),
		...title(programme.demand.heading),
		...roleInForm(programme, scenario).flatMap((sentence) => hanging("  -", sentence, 4, columns)),
		...twinLines(scenario, columns, title),
		""
	].join("\n");
}
function renderScenarioList({ name, scenarios }, { colour, width }) {
	const columns = Math.max(40, width);
	const paint = painter(colour);
	const groups = /* @__PURE__ */ new Map();
	for (const scenario of scenarios.values()) {
		const heading = `${flowTitle(scenario.flow)}, ${procedureWords(scenario)}, ${scenario.region}`;
		groups.set(heading, [...groups.get(heading) ?? [], scenario.id]);
	}
	return [
		`${name} Trader Test has ${scenarios.size} scenarios. Ask for one by its number: explain ${[...scenarios.keys()][0] ?? ""}.`,
		...[...groups].flatMap(([heading, ids]) => [
			"",
			paint("bold", heading),
			...wrap(ids.join(" "), columns - 2).map((line) => `  ${line}`)
		]),
		""
	].join("\n");
}
function kind(scenario) {
	const { flow, region, modes, source } = scenario;
	const [first, second] = modes;
	const rules = first !== void 0 && second !== void 0 ? ["final rules (phase 2) and transition rules (phase 1)"] : first === "final" ? ["final rules only (phase 2)"] : first === "transition" ? ["transition rules only (phase 1, closed)"] : [];
	const described = `described in HMRC's ${source}`;
	return [
		flowTitle(flow),
		procedureWords(scenario),
		regionWords[region],
		...rules,
		described
	].join(" · ");
}
const regionWords = {
	GB: "Great Britain (GB)",
	XI: "Northern Ireland (XI)"
};
function procedureWords({ procedure }) {
	return procedure === "either" ? "either procedure" : `${procedure} procedure`;
}
function stepLines({ sends, receives }, mail, number, paint) {
	const [first = "nothing comes back", ...others] = [
		...messageLines("send", sends),
		...mail === void 0 ? [] : mailLines(mail, paint),
		...messageLines("receive", receives)
	];
	return [`${`${number}.`.padStart(4)} ${first}`, ...others.map((line) => `     ${line}`)];
}
function mailLines({ to, when, subject, body }, paint) {
	return [...(when === void 0 ? [`by e-mail to ${to}:`] : [`by e-mail to ${to},`, `${when}:`]).map((line, index) => paint("yellow", `${(index === 0 ? "ask HMRC" : "").padEnd(9)} ${line}`)), ...[`Subject: ${subject}`, ...body].map((line) => `            ${line}`)];
}
function messageLines(verb, types) {
	return types.map((type, index) => `${(index === 0 ? verb : "").padEnd(9)} ${named(type)}`);
}
function named(type) {
	return `${type}  ${messageOf(type)?.name ?? ""}`.trimEnd();
}
function timing(programme, scenario, columns) {
	const manual = scenario.steps.some(({ manualIntervention }) => manualIntervention);
	const sentences = [
		`Trader Test is open ${programme.trading.open}.`,
		...manual ? ["A person at HMRC does what it is asked for by e-mail.", ...interventionRules(programme)] : [],
		...byItself(scenario)
	];
	return wrap(sentences.join(" "), columns - 5).map((line) => `     ${line}`);
}
function byItself({ minutes, steps }) {
	if (minutes === void 0) return [];
	return [`${steps.some(({ receives }) => receives.includes("IE051")) ? "The refusal (IE051)" : "The release (IE029)"} follows by itself, about ${minutes} minutes after the IE015.`];
}
function twinLines({ id, twin }, columns, title) {
	const twins = [...programmes.values()].flatMap(({ name, scenarios }) => [...scenarios.values()].filter((other) => other.id === twin || other.twin === id).map((other) => `${other.id} of ${name}`));
	return twins.length === 0 ? [] : [...title("The same in another programme"), ...hanging("  -", `${twins.join(", ")}.`, 4, columns)];
}
function evidenceLines(programme, scenario, columns) {
	const row = (label, text) => hanging(`  ${label}`, text, 12, columns);
	return [
		...row("MRN", mrnWords(scenario)),
		...row("LRN", hasMrn(scenario) ? "if there is one; at most 22 characters" : "at most 22 characters"),
		...row("Form", askedOf(programme, scenario)),
		...row("Fresh", freshWords(programme, scenario))
	];
}
function mrnWords(scenario) {
	if (!hasMrn(scenario)) return "none: the scenario ends before one is allocated, its LRN takes its place";
	const country = scenario.mrnCountry;
	if (country === void 0) return "of which country isn't known: HMRC's papers contradict each other there";
	return `must have the country ${country}: ${scenario.flow === "arrival" ? `${scenario.id} is an arrival in ${regionWords[scenario.region]} from ${regionWords[country]}` : `${scenario.id} is a departure from ${regionWords[country]}`}`;
}
function freshWords({ maxAgeDays, arrivalAge }, { flow }) {
	return `for less than ${maxAgeDays} days from the earliest of these times and of the test's own${flow === "arrival" && arrivalAge === "arrival" ? "; an older departure before it is not held against it" : ""}`;
}
function handOverLines({ expected, names }, scenario, columns) {
	const { id } = scenario;
	const [type = "IE015"] = expected[scenario.flow];
	const mrn = scenario.mrnCountry === void 0 ? "YOUR-MRN" : `26${scenario.mrnCountry}0000EXAMPLE1J9`;
	const value = hasMrn(scenario) ? mrn : "YOUR-LRN-1";
	const key = hasMrn(scenario) ? "mrn" : "lrn";
	const time = "2026-07-01T12:00:05Z";
	const row = (label, text) => hanging(`  ${label}`, text, 12, columns);
	return [
		...row("name", `the test's or suite's name has the number: '[${id}] …', 'test_${id.toLowerCase().replaceAll("-", "_")}_…', '@${id}'`),
		...row("property", `<property name="${key}" value="${value}"/> <property name="${type}" value="${time}"/>`),
		...row("marker", `[[PROPERTY|${key}=${value}]] [[PROPERTY|${type}=${time}]] in the test's output`),
		...row("line", `${key}=${value}, ${type}: ${time} in the test's output`),
		...row("as it is", `the API's JSON (${type} with 'received') or the NCTS messages (CC${type.slice(2)}C …), printed by the test`),
		...row("mapping", `names without a number: scenarios: { ${id}: 'your test name *' } in ${names.configuration}`),
		...row("recipes", "tool by tool (pytest, JUnit, newman, …): in .github/recipes of the repository that this program comes from")
	];
}

// src/commands/explain.ts
const notForWhy = /* @__PURE__ */ new Set([
	"programme",
	"config",
	"checklist",
	"form-template",
	"report",
	"junit",
	"summary",
	"badge",
	"verify-form"
]);
const ofScenarios = /* @__PURE__ */ new Set(["programme", "config"]);
function onlyForWhy(name) {
	return {
		kind: "settings",
		severity: "error",
		message: "says something of a check only.",
		next: "Leave it out, or ask for a test with --why.",
		place: { setting: `flag --${name}` }
	};
}
const explain = {
	name: "explain",
	summary: "Show scenarios: steps, messages, what to ask HMRC for, which evidence is taken",
	usage: "[<scenario number> …] | --why <report>:<line> [flags]",
	about: [
		`Shows a scenario of Trader Test, of whichever programme has its number: what is sent and received in which step, the e-mails for steps that a person at HMRC does, the country that its MRN must have, the evidence that the form asks for and how tests hand it over, and what the scenario is good for: ${eachOf((one) => matrixOf(one) === void 0 ? `whether it counts for the ${one.names.paper} (${one.name})` : `where it stands in the form's appendix A (${one.name})`)}.`,
		"Without a number it lists all scenarios of the programme.",
		"With --why it reads reports as a check does, and says of the test at that line which scenario it concerns and by which place, whether it counts and why, what superseded it, and what would change that."
	],
	flags: [
		{
			flag: "why",
			name: "why",
			kind: { is: "place" },
			description: "Report and line of a test, as the summary names them: says whether it counts, and why."
		},
		settingFlag("programme"),
		settingFlag("config"),
		...settingsTable.filter(({ name, flag }) => flag && !notForWhy.has(name)).map(flagOf)
	],
	positionals: { max: Infinity },
	examples: [
		{
			args: "explain DSGB1",
			why: "one scenario"
		},
		{
			args: "explain dngb1 ASXI1",
			why: "several, in any letter case"
		},
		...[...programmes.values()].slice(1).flatMap(({ id, name, scenarios }) => [{
			args: `explain ${[...scenarios.keys()][0] ?? ""}`,
			why: `one of ${name}`
		}, {
			args: `explain --programme ${id}`,
			why: `all of ${name}`
		}]),
		{
			args: "explain --why results/trader-test.xml:12",
			why: "why a test counts, or does not"
		}
	],
	exitCodes: [[0, "printed"], [2, "a number is not known (those that are were printed), a report has no test there, or wrong settings"]],
	tellsMistakes: true,
	run: show
};
async function show(call) {
	const { positionals: numbers, values, folder } = call;
	if (values["why"] !== void 0 || call.mistakes.some(({ place }) => place?.setting === "flag --why")) {
		const { showWhy } = await import("./why.js");
		return showWhy(call);
	}
	const mistakes = [...call.mistakes, ...Object.keys(values).filter((name) => !ofScenarios.has(name)).map(onlyForWhy)];
	if (mistakes.length > 0) return refuse(mistakesInWords(mistakes));
	const look = appearance();
	if (numbers.length === 0) {
		const read = await readSupport({
			values,
			workspace: await workspaceOf(folder),
			folder
		}, { programmeOnly: true });
		return "findings" in read ? refuse(mistakesInWords(read.findings)) : say(renderScenarioList(read.programme, look));
	}
	const found = numbers.map((number) => ({
		number,
		scenario: scenarioOf(number)
	}));
	const known = new Map(found.flatMap(({ scenario }) => scenario === void 0 ? [] : [[scenario.scenario, scenario.programme]]));
	if (known.size > 0) say([...known].map(([scenario, of]) => renderScenario(of, scenario, look)).join("\n"));
	const unknown = found.filter(({ scenario }) => scenario === void 0);
	for (const { number } of unknown) note(unknownNumber(number));
	return unknown.length === 0 ? exitCodes.done : exitCodes.unusable;
}
function scenarioOf(number) {
	for (const programme of programmes.values()) {
		const { ids } = scenarioFinder(programme)(number);
		const [id = ""] = ids;
		const scenario = programme.scenarios.get(id);
		if (scenario !== void 0 && number.trim().length <= id.length) return {
			programme,
			scenario
		};
	}
}
function unknownNumber(number) {
	const all = [...programmes.values()].flatMap(({ scenarios }) => [...scenarios.keys()]);
	const near = nearestOf(number.trim(), all, 4);
	const hint = near.length === 0 ? "'explain' alone lists all numbers." : `Near it are ${near.join(", ")}.`;
	return `There is no scenario '${clip(number)}'. ${hint}`;
}

export { explain };