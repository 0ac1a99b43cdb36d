import { a as reasonOf, i as existing, o as shownPath, s as writingWhole } from "../../check.js";
import { D as unusedIn, _ as eachOf, f as mayBeUnknown, g as defaultProgramme, l as requirementsFor, m as spokenAnswer, v as namesWhere, y as programmes } from "../../requirements.js";
import { A as clip, C as mistakesInWords, E as globFault, N as suggestion, _ as flowNames, b as procedureWords, f as itemsOf, g as directionWords, h as directionNames, i as repositoryOf, l as choice, m as words, p as text, r as Reading, s as settingsFor, v as flowWords, x as wordsOf, y as procedureNames } from "../../settings.js";
import { a as supportFlags, d as say, i as settingFlag, l as note, o as appearance, s as calledAs, u as refuse } from "../../commands.js";
import { a as literal, c as object, p as string } from "../../lib/zod.js";
import { n as version, t as name } from "../../package.js";
import { i as wrap, n as numbered, r as painter, t as hanging } from "../../text.js";
import { n as renderChoice } from "../../matrix.js";
import { lstat, readFile, realpath } from "node:fs/promises";
import path from "node:path";

// src/commands/init/starter-settings.ts
const defaultResults = ["results/**/*.xml"];
const noOwner = "OWNER";
function actionRepository(owner = noOwner) {
	return `${owner}/ncts5-production-checklist`;
}
function quoted(text) {
	return /^[ -~]*$/u.test(text) ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}

// src/commands/init/owner.ts
const accountShape = /^[a-z\d](?:[a-z\d_]|-(?=[a-z\d])){0,38}$/iu;
function isAccount(text) {
	return accountShape.test(text);
}
async function ownerOf(top) {
	const settings = await readFile(path.join(await gitFolderOf(top), "config"), "utf8").catch(() => "");
	const origin = /^\s*\[remote "origin"\]\s*$([^[]*)/mu.exec(settings)?.[1] ?? "";
	return accountIn(/^\s*url\s*=\s*"?(\S+?)"?\s*$/mu.exec(origin)?.[1] ?? "");
}
const manifest = object({
	name: literal(name),
	repository: object({ url: string() })
});
async function publisher() {
	const [, script = ""] = process.argv;
	try {
		const file = path.join(path.dirname(await realpath(script)), "..", "package.json");
		const { repository } = manifest.parse(JSON.parse(await readFile(file, "utf8")));
		return repository.url.endsWith(`/${name}.git`) ? accountIn(repository.url) : void 0;
	} catch {
		return;
	}
}
function accountIn(address) {
	const [, host = "", owner = ""] = /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([\w.-]+)(?::\d+(?=\/))?[:/]+([^/]+)\/[^/]+$/iu.exec(address) ?? [];
	return /github|\.ghe\.com$/iu.test(host) && isAccount(owner) ? owner : void 0;
}
async function gitFolderOf(top) {
	const file = path.join(top, ".git");
	const named = /^gitdir: (.+)$/mu.exec(await readFile(file, "utf8").catch(() => ""))?.[1]?.trim();
	if (named === void 0) return file;
	const folder = path.resolve(top, named);
	const common = await readFile(path.join(folder, "commondir"), "utf8").catch(() => ".");
	return path.resolve(folder, common.trim());
}

// src/commands/init/interview.ts
async function interview(programme, given, prompter) {
	if (unusedIn(programme).includes("flows")) {
		const globs = given.results ?? await askResults(prompter);
		return globs === void 0 ? void 0 : {
			programme,
			flows: [],
			credentialsHeld: [],
			results: globs
		};
	}
	const flows = await askSupport(given, prompter);
	if (flows === void 0) return void 0;
	const credentialsHeld = given.credentialsHeld ?? await askCredentials(prompter);
	if (credentialsHeld === void 0) return void 0;
	const results = given.results ?? await askResults(prompter);
	return results === void 0 ? void 0 : {
		programme,
		flows,
		credentialsHeld,
		results
	};
}
async function askProgramme(given, prompter) {
	if ((given.flows ?? given.procedures ?? given.credentialsHeld) !== void 0) return defaultProgramme;
	const latestFirst = [...programmes.values()].toReversed();
	return until(prompter, `Which programme?${latestFirst.map(({ id, api }, index) => `  ${index + 1}  ${id} (API ${api})`).join("")} [1] `, (text) => {
		const names = latestFirst.map(({ id }) => id);
		return programmes.get(byNumber(text === "" ? "1" : text.toLowerCase(), names)) ?? new AnswerError(`'${clip(text)}' is not known. ${suggestion(text, [...programmes.keys()])}`);
	});
}
async function askOwner(prompter) {
	return until(prompter, `Which GitHub account holds the action? [not known yet: ${noOwner} stays] `, (text) => text === "" || isAccount(text) ? text : new AnswerError(`'${clip(text)}' is not the name of a GitHub account.`));
}
async function confirmed(question, prompter) {
	return await until(prompter, `${question} [yes] `, (text) => {
		const word = text.toLowerCase();
		if (word === "" || word === "y" || word === "yes") return true;
		return word === "n" || word === "no" ? false : new AnswerError("Please answer 'yes' or 'no'.");
	}) ?? false;
}
async function askSupport(given, prompter) {
	const flows = given.flows ?? await askFlows(prompter);
	if (flows === void 0) return void 0;
	const supported = [];
	let last;
	if (given.procedures === void 0) tellChoices("Which procedures does it support?", procedureChoices, prompter);
	for (const flow of flows) {
		last = given.procedures ?? await askProcedures(flow, last, prompter);
		if (last === void 0) return void 0;
		supported.push({
			flow,
			procedures: last
		});
	}
	return supported;
}
async function askFlows(prompter) {
	tellChoices("Which process flows does your software support?", flowChoices, prompter);
	return until(prompter, "Numbers or names, separated by commas: ", readFlows);
}
async function askProcedures(flow, last, prompter) {
	return until(prompter, procedureQuestion(flow, last), (text) => readProcedures(text, last));
}
function procedureQuestion(flow, last) {
	return `  ${flow}${last === void 0 ? "" : ` [${last.length > 1 ? "both" : last.join("")}]`}: `;
}
function readFlows(text) {
	const items = itemsOf(text);
	return items.length === 0 ? new AnswerError("At least one flow is needed.") : readWords(items, flowWords, flowChoices);
}
function readProcedures(text, fallback) {
	const items = itemsOf(text);
	return items.length === 0 ? fallback ?? new AnswerError("At least one procedure is needed.") : readWords(items, procedureWords, procedureChoices);
}
async function askCredentials(prompter) {
	tellChoices("For which directions do you hold production credentials already?", directionChoices, prompter);
	return until(prompter, "Number or name [none]: ", (text) => readWords(itemsOf(text), directionWords, directionChoices));
}
const flowChoices = offered([...flowNames, "all"]);
const procedureChoices = offered([...procedureNames, "both"]);
const directionChoices = offered([
	...directionNames,
	"both",
	"none"
], {
	inbound: " (arrivals)",
	outbound: " (departures)"
});
function offered(names, remarks = {}) {
	return new Map(names.map((name) => [name, remarks[name] ?? ""]));
}
function tellChoices(question, choices, prompter) {
	prompter.tell(question);
	for (const [index, [name, remark]] of [...choices].entries()) prompter.tell(`  ${index + 1}  ${name}${remark}`);
}
function byNumber(text, names) {
	return names.find((_, index) => text === String(index + 1)) ?? text;
}
function readWords(items, vocabulary, choices) {
	const names = [...choices.keys()];
	const found = [];
	for (const item of items) {
		const meant = wordsOf(byNumber(item, names), vocabulary);
		if (meant === void 0) return new AnswerError(`'${clip(item)}' is not known. ${suggestion(item, names)}`);
		found.push(...meant);
	}
	return vocabulary.known.filter((word) => found.includes(word));
}
async function askResults(prompter) {
	return until(prompter, `Where are your JUnit reports? [${defaultResults.join(", ")}] `, (text) => {
		const globs = itemsOf(text);
		const [fault] = globs.flatMap((glob) => globFault(glob, { isInFile: true }) ?? []);
		if (fault !== void 0) return new AnswerError(`${fault.message} ${fault.next}`);
		return globs.length === 0 ? defaultResults : globs;
	});
}
var AnswerError = class {
	message;
	constructor(message) {
		this.message = message;
	}
};
async function until(prompter, question, read) {
	for (;;) {
		const line = await prompter.ask(question);
		if (line === void 0) return void 0;
		const value = read(line.trim());
		if (!(value instanceof AnswerError)) return value;
		prompter.tell(value.message);
	}
}
async function prompterHere() {
	const { stdin, stderr } = process;
	return stdin.isTTY && stderr.isTTY ? prompterAt(stdin, stderr) : void 0;
}
async function prompterAt(input, output) {
	const { createInterface } = await import("node:readline");
	const lines = createInterface({
		input,
		output
	});
	const typed = [];
	let isGone = false;
	let answer;
	const handOn = () => {
		if (answer === void 0 || typed.length === 0 && !isGone) return;
		if (typed.length === 0) output.write("\n");
		answer(typed.shift());
		answer = void 0;
	};
	lines.on("line", (line) => {
		typed.push(line);
		handOn();
	});
	lines.once("close", () => {
		isGone = true;
		handOn();
	});
	return {
		ask: (question) => {
			if (isGone) output.write(question);
			else {
				lines.setPrompt(question);
				lines.prompt();
			}
			return new Promise((resolve) => {
				answer = resolve;
				handOn();
			});
		},
		tell: (text) => void output.write(`${text}\n`),
		close: () => lines.close()
	};
}

// .github/examples/nightly-freshness.yml
var nightly_freshness_default = "# Nightly freshness: evidence expires after 14 days while nobody looks. One issue says who must do what until when, and\n# when it was last checked; it closes itself once all is well again.\n#\n# GitHub runs a schedule on the default branch only, and switches it off in a public repository in which nothing has\n# happened for 60 days: when the issue was last checked days ago, enable the workflow again on the Actions page.\nname: NCTS5 freshness\n\non:\n  schedule:\n    # UTC. Before Trader Test opens at 07:00 UK time, summer and winter; at an odd minute, since GitHub drops runs at\n    # full hours when it is busy.\n    - cron: '37 5 * * *'\n  workflow_dispatch:\n\npermissions: {}\n\n# Two runs at once would find each other's issue; one after the other is calmer.\nconcurrency: ncts5-freshness\n\njobs:\n  freshness:\n    runs-on: ubuntu-latest\n    timeout-minutes: 10\n    permissions:\n      actions: read # the results of earlier test runs\n      contents: read # the configuration file\n      issues: write # the tracking issue\n    steps:\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\n        with:\n          persist-credentials: false\n      - uses: OWNER/ncts5-production-checklist@v1\n        with:\n          results-artifact: trader-test-results\n          results-workflow: trader-test.yml\n          results-branch: main\n          flows: standard-departure, pre-lodged-departure, arrival\n          procedures: simplified\n          # Five days hold three working days, bank holidays aside; a scenario of the normal procedure takes up to one.\n          warn-days: 5\n          issue: true\n";

// .github/examples/pull-request.yml
var pull_request_default = "# Pull-request status: how long the evidence lasts, on every pull request and in the merge queue. In the branch rule,\n# require the job itself: `status`. For pull requests from forks, whose token can only read, see\n# pull-request-from-forks.yml.\nname: NCTS5 status\n\non:\n  pull_request:\n  merge_group:\n\npermissions: {}\n\nconcurrency:\n  group: ncts5-status-${{ github.ref }}\n  cancel-in-progress: true\n\njobs:\n  status:\n    runs-on: ubuntu-latest\n    timeout-minutes: 10\n    permissions:\n      actions: read # the results of earlier test runs\n      contents: read # the configuration file\n      pull-requests: write # the comment\n      statuses: write # the commit status with the days left\n    steps:\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\n        with:\n          persist-credentials: false\n      - uses: OWNER/ncts5-production-checklist@v1\n        with:\n          results-artifact: trader-test-results\n          results-workflow: trader-test.yml\n          results-branch: main\n          flows: standard-departure, pre-lodged-departure, arrival\n          procedures: simplified\n          commit-status: true\n          # One comment, touched only when the verdict or a test's state changes.\n          comment: changes\n";

// .github/examples/release-gate.yml
var release_gate_default = "# Release gate: no release without fresh, complete evidence. Red until every mandatory test is proven, then the\n# filled-in checklist is among the run's artifacts.\nname: NCTS5 release gate\n\non:\n  push:\n    branches: ['release/**']\n  workflow_dispatch:\n\npermissions: {}\n\njobs:\n  checklist:\n    runs-on: ubuntu-latest\n    timeout-minutes: 10\n    permissions:\n      actions: read # the results of earlier test runs\n      contents: read # the configuration file and your copy of HMRC's form\n    steps:\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\n        with:\n          persist-credentials: false\n      - uses: OWNER/ncts5-production-checklist@v1\n        with:\n          # The artifacts in which the workflow trader-test.yml keeps its JUnit reports, of its runs on main.\n          results-artifact: trader-test-results\n          results-workflow: trader-test.yml\n          results-branch: main\n          flows: standard-departure, pre-lodged-departure, arrival\n          procedures: simplified\n";

// .github/examples/trader-test.yml
var trader_test_default = "# Trader Test: runs your scenarios on working days and keeps their JUnit reports, from which the other workflows judge.\n# Put your own commands in place of ./run-trader-test-scenarios.\n#\n# GitHub runs a schedule on the default branch only, and switches it off in a public repository in which nothing has\n# happened for 60 days: enable the workflow again on the Actions page.\nname: Trader Test\n\non:\n  schedule:\n    # UTC. Within the hours of Trader Test (07:00 to 19:00 UK time, Monday to Friday), summer and winter; at an odd\n    # minute, since GitHub drops runs at full hours when it is busy.\n    - cron: '37 8 * * 1-5'\n  workflow_dispatch:\n\npermissions: {}\n\n# A second run waits for the first: both would speak to Trader Test under one account.\nconcurrency: trader-test\n\njobs:\n  scenarios:\n    runs-on: ubuntu-latest\n    timeout-minutes: 120\n    permissions:\n      contents: read # your tests\n    steps:\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\n        with:\n          persist-credentials: false\n      # The first half sends the declarations, and keeps what the second half needs to find them again.\n      - id: send\n        run: ./run-trader-test-scenarios send\n      # The release (IE029) follows by itself about 45 minutes after the declaration (IE015). The job waits for it, since\n      # GitHub starts schedules late: a second one could come too early. Where a person at HMRC releases, it can take a\n      # working day: let the second half of a later run look for those movements.\n      - if: ${{ !cancelled() && steps.send.outcome != 'skipped' }}\n        run: sleep 46m\n      # The second half fetches the messages, tests them, and writes JUnit XML.\n      - if: ${{ !cancelled() && steps.send.outcome != 'skipped' }}\n        run: ./run-trader-test-scenarios receive\n      - uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0\n        if: always() # the reports of failed tests, too: an old pass must not hide a new failure\n        with:\n          name: trader-test-results\n          path: results/**/*.xml\n          if-no-files-found: error\n          retention-days: 30 # evidence counts for 14 days, and comes from several runs\n";

// .github/recipes/ci/azure-pipelines.yml
var azure_pipelines_default = "# NCTS5: the scenarios run on working days, their reports are kept for two weeks, and the verdict is red until every\n# mandatory test is proven.\ntrigger: none\npr: none\n\nschedules:\n  - cron: '37 8 * * 1-5' # UTC\n    displayName: On working days, while Trader Test is open\n    branches:\n      include: [main]\n    always: true\n\nparameters:\n  - name: firstRun\n    displayName: First run, without reports of earlier ones\n    type: boolean\n    default: false\n\npool:\n  vmImage: ubuntu-24.04 # has a Node that will do\n\nsteps:\n  - script: ./run-trader-test-scenarios # yours; writes JUnit XML to results/\n    displayName: Trader Test scenarios\n    continueOnError: true # the verdict decides\n\n  - task: DownloadPipelineArtifact@2\n    displayName: Reports of earlier runs\n    condition: eq('${{ parameters.firstRun }}', 'False')\n    inputs:\n      buildType: specific\n      project: $(System.TeamProjectId)\n      definition: $(System.DefinitionId)\n      buildVersionToDownload: latestFromBranch\n      branchName: refs/heads/main\n      allowPartiallySucceededBuilds: true\n      allowFailedBuilds: true\n      artifactName: trader-test-reports\n      targetPath: $(System.DefaultWorkingDirectory)/kept\n\n  - script: |\n      set -eu\n      today=$(date -u +%Y.%m.%d)\n      mkdir -p results \"kept/$today/$BUILD_BUILDID\"\n      cp -R results/. \"kept/$today/$BUILD_BUILDID\"\n      # Nothing older than 15 days can prove anything any more.\n      oldest=$(date -u -d '14 days ago' +%Y.%m.%d)\n      for day in $(ls kept); do\n        if [ \"$(printf '%s\\n' \"$oldest\" \"$day\" | sort | head -n 1)\" = \"$day\" ] && [ \"$day\" != \"$oldest\" ]; then\n          rm -r \"kept/$day\"\n        fi\n      done\n    displayName: Add the reports of this run\n\n  - publish: kept\n    artifact: trader-test-reports\n\n  - script: >-\n      npx --yes ncts5-production-checklist@1 check --config ncts5.yml --results 'kept/**/*.xml'\n      --junit ncts5/verdict.xml --checklist ncts5/checklist.docx --summary ncts5/summary.md\n    displayName: Verdict\n\n  - task: PublishTestResults@2\n    condition: succeededOrFailed()\n    inputs:\n      testResultsFormat: JUnit\n      testResultsFiles: ncts5/verdict.xml\n      testRunTitle: NCTS5 production checklist\n\n  - publish: ncts5\n    condition: succeededOrFailed()\n    artifact: ncts5-production-checklist\n";

// .github/recipes/ci/bitbucket-pipelines.yml
var bitbucket_pipelines_default = "# NCTS5: the scenarios run on working days, their reports are kept for two weeks, and the verdict is red until every\n# mandatory test is proven. Schedule it under Repository settings > Pipelines > Schedules.\nimage: node:24\n\npipelines:\n  custom:\n    ncts5:\n      - step:\n          name: Trader Test scenarios\n          script:\n            # Yours; writes JUnit XML to results/. What failed is in its reports: the verdict decides.\n            - ./run-trader-test-scenarios || true\n          artifacts:\n            - results/**\n      - step:\n          name: Verdict\n          script:\n            # The reports of the last 15 days stand among the repository's downloads, an archive for each day.\n            - |\n              set -eu\n              kept=\"https://api.bitbucket.org/2.0/repositories/$BITBUCKET_REPO_FULL_NAME/downloads\"\n              for ago in $(seq 0 14); do\n                day=$(date -u -d \"$ago days ago\" +%Y.%m.%d)\n                code=$(curl -sS -L -o day.tar.gz -w '%{http_code}' -H \"Authorization: Bearer $CHECKLIST_TOKEN\" \"$kept/trader-test-reports-$day.tar.gz\")\n                case $code in\n                  200) tar -xzf day.tar.gz ;;\n                  404) ;; # no run on that day\n                  *) echo \"The reports of $day can't be fetched: HTTP $code. Run this step again.\" && exit 1 ;;\n                esac\n              done\n            - |\n              set -eu\n              kept=\"https://api.bitbucket.org/2.0/repositories/$BITBUCKET_REPO_FULL_NAME/downloads\"\n              today=$(date -u +%Y.%m.%d)\n              mkdir -p results \"kept/$today/$BITBUCKET_BUILD_NUMBER\"\n              cp -R results/. \"kept/$today/$BITBUCKET_BUILD_NUMBER\"\n              tar -czf \"trader-test-reports-$today.tar.gz\" \"kept/$today\"\n              curl -sS -f -H \"Authorization: Bearer $CHECKLIST_TOKEN\" -F \"files=@trader-test-reports-$today.tar.gz\" \"$kept\"\n            - npx --yes ncts5-production-checklist@1 check --config ncts5.yml --results 'kept/**/*.xml'\n              --junit test-results/ncts5.xml --checklist ncts5/checklist.docx --summary ncts5/summary.md\n          artifacts:\n            - ncts5/**\n";

// .github/recipes/ci/gitlab-ci.yml
var gitlab_ci_default = "# NCTS5: the scenarios run on working days, their reports are kept for two weeks, and the verdict is red until every\n# mandatory test is proven. Schedule it under Build > Pipeline schedules: 37 8 * * 1-5, time zone London.\nworkflow:\n  rules:\n    - if: $CI_PIPELINE_SOURCE == \"schedule\"\n    - if: $CI_PIPELINE_SOURCE == \"web\"\n\nstages: [scenarios, verdict]\n\ntrader-test:\n  stage: scenarios\n  image: node:24 # or what your tests need\n  allow_failure: true # the verdict decides\n  script:\n    - ./run-trader-test-scenarios # yours; writes JUnit XML to results/\n  artifacts:\n    when: always\n    paths: [results/]\n    expire_in: 3 weeks\n\nncts5:\n  stage: verdict\n  image: node:24\n  resource_group: ncts5 # one after the other: each adds to the reports that are kept\n  variables:\n    KEPT: $CI_API_V4_URL/projects/$CI_PROJECT_ID/packages/generic/trader-test-reports\n  script:\n    # The reports of the last 15 days stand in the package registry, an archive for each day.\n    - |\n      set -eu\n      for ago in $(seq 0 14); do\n        day=$(date -u -d \"$ago days ago\" +%Y.%m.%d)\n        code=$(curl -sS -L -o day.tar.gz -w '%{http_code}' -H \"JOB-TOKEN: $CI_JOB_TOKEN\" \"$KEPT/$day/reports.tar.gz\")\n        case $code in\n          200) tar -xzf day.tar.gz ;;\n          404) ;; # no run on that day\n          *) echo \"The reports of $day can't be fetched: HTTP $code. Run this job again.\" && exit 1 ;;\n        esac\n      done\n    - |\n      set -eu\n      today=$(date -u +%Y.%m.%d)\n      mkdir -p results \"kept/$today/$CI_PIPELINE_ID\"\n      cp -R results/. \"kept/$today/$CI_PIPELINE_ID\"\n      tar -czf day.tar.gz \"kept/$today\"\n      curl -sS -f -H \"JOB-TOKEN: $CI_JOB_TOKEN\" --upload-file day.tar.gz \"$KEPT/$today/reports.tar.gz\"\n    - npx --yes ncts5-production-checklist@1 check --config ncts5.yml --results 'kept/**/*.xml'\n      --junit ncts5/verdict.xml --checklist ncts5/checklist.docx --summary ncts5/summary.md\n  artifacts:\n    when: always\n    paths: [ncts5/]\n    expire_in: 3 weeks\n    reports:\n      junit: ncts5/verdict.xml\n";

// .github/recipes/ci/jenkins.jenkinsfile
var jenkins_default = "// NCTS5: the scenarios run on working days, their reports are kept for two weeks, and the verdict is red until every\n// mandatory test is proven. Needs the plugins Pipeline, JUnit and Copy Artifact, and Node 20.19 or later on the agent.\npipeline {\n  agent any\n\n  triggers {\n    cron('TZ=Europe/London\\nH 8 * * 1-5')\n  }\n\n  options {\n    disableConcurrentBuilds()\n    buildDiscarder(logRotator(daysToKeepStr: '28'))\n    copyArtifactPermission(\"/${env.JOB_NAME}\")\n  }\n\n  stages {\n    stage('Trader Test scenarios') {\n      steps {\n        sh 'rm -rf results kept ncts5'\n        // What failed is in its reports: the verdict decides.\n        catchError(buildResult: 'SUCCESS', stageResult: 'UNSTABLE') {\n          // Yours; writes JUnit XML to results/.\n          sh './run-trader-test-scenarios'\n        }\n      }\n    }\n\n    stage('Keep the reports') {\n      steps {\n        copyArtifacts(\n          projectName: \"/${env.JOB_NAME}\",\n          selector: lastWithArtifacts(),\n          filter: 'kept/**',\n          optional: true\n        )\n        sh '''\n          set -eu\n          today=$(date -u +%Y.%m.%d)\n          mkdir -p results \"kept/$today/$BUILD_NUMBER\"\n          cp -R results/. \"kept/$today/$BUILD_NUMBER\"\n          # Nothing older than 15 days can prove anything any more.\n          oldest=$(date -u -d '14 days ago' +%Y.%m.%d)\n          for day in $(ls kept); do\n            if [ \"$(printf '%s\\\\n' \"$oldest\" \"$day\" | sort | head -n 1)\" = \"$day\" ] && [ \"$day\" != \"$oldest\" ]; then\n              rm -r \"kept/$day\"\n            fi\n          done\n        '''\n        archiveArtifacts artifacts: 'kept/**', allowEmptyArchive: true\n      }\n    }\n\n    stage('Verdict') {\n      steps {\n        sh '''\n          npx --yes ncts5-production-checklist@1 check --config ncts5.yml --results 'kept/**/*.xml' \\\n            --junit ncts5/verdict.xml --checklist ncts5/checklist.docx --summary ncts5/summary.md\n        '''\n      }\n    }\n  }\n\n  post {\n    always {\n      junit testResults: 'ncts5/verdict.xml', allowEmptyResults: true, skipMarkingBuildUnstable: true\n      archiveArtifacts artifacts: 'ncts5/**', allowEmptyArchive: true\n    }\n  }\n}\n";

// src/commands/init/pipelines.ts
const ciNames = [
	"github",
	"gitlab",
	"jenkins",
	"azure",
	"bitbucket",
	"none"
];
const otherSystems = {
	gitlab: {
		path: ".gitlab-ci.yml",
		text: gitlab_ci_default,
		setUp: ["In GitLab under Build > Pipeline schedules, add 37 8 * * 1-5, time zone London, branch main."]
	},
	jenkins: {
		path: "Jenkinsfile",
		text: jenkins_default,
		setUp: ["In Jenkins install the plugins Pipeline, JUnit and Copy Artifact, and make a Pipeline of the file. Its first build starts the schedule."]
	},
	azure: {
		path: "azure-pipelines.yml",
		text: azure_pipelines_default,
		setUp: ["In Azure DevOps create a pipeline from the file, and run it once by hand with First run ticked: there is nothing to fetch yet."]
	},
	bitbucket: {
		path: "bitbucket-pipelines.yml",
		text: bitbucket_pipelines_default,
		setUp: ["In Bitbucket make an access token with the scopes repository and repository:write, and keep it as the secured variable CHECKLIST_TOKEN.", "Under Repository settings > Pipelines > Schedules, add the pipeline for each working day between 07:00 and 19:00 UK time."]
	}
};
const workflows = [
	{
		text: release_gate_default,
		name: "release-gate"
	},
	{
		text: nightly_freshness_default,
		name: "nightly-freshness"
	},
	{
		text: pull_request_default,
		name: "pull-request"
	}
];
const testsWorkflow = ".github/workflows/trader-test.yml";
function configurationFor(ci, { id, names }) {
	return ci === "github" || ci === "none" ? names.configuration : `${id}.yml`;
}
function pipelinesFor(ci, starter) {
	const { programme, owner, results } = starter;
	if (ci === "none") return [];
	if (ci === "github") return [{
		path: testsWorkflow,
		text: testsOf(trader_test_default, results)
	}, ...workflows.map(({ text, name }) => ({
		path: `.github/workflows/${programme.id}-${name}.yml`,
		text: workflowOf(text, programme).replaceAll(`${actionRepository()}@`, `${actionRepository(owner)}@`)
	}))];
	const { path, text } = otherSystems[ci];
	return [{
		path,
		text: pipelineOf(text, programme)
	}];
}
function pipelineSteps(ci, written) {
	if (ci === "none") return {
		reports: [],
		start: []
	};
	if (ci === "github") return {
		reports: [{ why: written.includes(".github/workflows/trader-test.yml") ? `In ${testsWorkflow}, put the commands that run your scenarios in place of ./run-trader-test-scenarios. If a workflow of yours runs them already, delete this one, let yours keep its reports for 14 days or more as an artifact trader-test-results, and name it as results-workflow in the others.` : `${testsWorkflow} was there and is left as it is: it has to keep its JUnit reports as an artifact trader-test-results, if: always(), for 14 days or more. The other workflows take them from its runs on main.` }],
		start: [{ why: "Commit the files to the default branch: GitHub runs schedules there only, and switches them off in a public repository in which nothing has happened for 60 days." }, { why: "Pull requests from forks get a token that can only read; the action has a workflow for them, too: .github/examples/pull-request-from-forks.yml in its repository." }]
	};
	const { path, setUp } = otherSystems[ci];
	return {
		reports: [{ why: `In ${path}, put the command that runs your scenarios in place of ./run-trader-test-scenarios.` }],
		start: [{ why: "Commit the files." }, ...setUp.map((why) => ({ why }))]
	};
}
function testsOf(example, results) {
	return example.replace(`path: ${defaultResults.join("")}\n`, (line) => results.join() === defaultResults.join() ? line : pathLines(results.map(kept)));
}
function pathLines(globs) {
	const [first = ""] = globs;
	return globs.length === 1 ? `path: ${quoted(first)}\n` : ["path: |", ...globs.map((glob) => `  ${glob}`)].join("\n          ").concat("\n");
}
function kept(glob) {
	const folder = glob.slice(0, glob.search(/[*?[{(!@+]|$/u));
	return /[{(]/u.test(glob) ? `${folder.slice(0, folder.lastIndexOf("/") + 1)}**/*.xml` : glob;
}
function workflowOf(example, { id, name }) {
	return example.replace(/^( +)flows: .*\n/mu, `$1programme: ${id}\n`).replace(/^ +procedures: .*\n/mu, "").replaceAll(defaultProgramme.name, name).replaceAll(new RegExp(`\\b${defaultProgramme.id}-(?=freshness|status)`, "gu"), `${id}-`);
}
function pipelineOf(recipe, { id, name, names }) {
	return recipe.replaceAll(defaultProgramme.names.check, names.check).replaceAll(new RegExp(`\\b${defaultProgramme.name}\\b`, "gu"), name).replaceAll(new RegExp(`\\b${defaultProgramme.id}\\b(?!-production-checklist)`, "gu"), id);
}

// src/commands/init/starter.ts
const columns = 100;
function renderConfiguration(starter) {
	const { programme, results } = starter;
	const { form, id, name, api } = programme;
	const [scenario = ""] = programme.scenarios.keys();
	return [
		...schemaLines(starter),
		"",
		...comment(`What is checked: ${name}, for CTC Traders API ${api}.`),
		`programme: ${id}`,
		"",
		...comment("JUnit reports to check, relative to the repository."),
		"results:",
		...results.map((glob) => `  - ${quoted(glob)}`),
		"",
		...supportLines(starter),
		...furtherLines(programme),
		"",
		...comment("Which of your tests run which scenario, where their names do not say so (* stands for any text)."),
		"# scenarios:",
		`#   ${scenario}: 'release of a simplified departure *'`,
		"",
		...comment("Answers for the form. It needs an answer to every question. Remove the # in front of a key and write the answer after it."),
		"answers:",
		...answerLines(form),
		""
	].join("\n");
}
function schemaLines({ programme, owner }) {
	const schema = `${programme.id}.schema.json`;
	return [`# yaml-language-server: $schema=https://raw.githubusercontent.com/${actionRepository(owner)}/v${version}/.github/${schema}`, ...comment(owner === void 0 ? `With the line above, editors check and complete this file. Replace ${noOwner} in it by the owner of the repository that holds the action, or put the path of your copy of ${schema} there.` : `With the line above, editors check and complete this file. Without access to that repository, put the path of your copy of ${schema} there.`)];
}
function furtherLines(programme) {
	const { recommendedSlots, info } = programme.form;
	return [
		...comment("More that can be set; without it, these values hold."),
		...unusedIn(programme).includes("combination") ? [] : ["# combination: auto  # or A, B: for software with both procedures"],
		"# warn-days: 3",
		"# time-zone: UTC  # in which times without an offset are read",
		`# fail-on: [missing, failed, stale, unreadable]  # also: evidence, form${recommendedSlots === 0 ? "" : ", recommended"}`,
		"# form-template: path/to/your-copy.docx  # HMRC's form, to be filled in",
		...comment(`The form is on the ${info.page.name}:`),
		`# ${info.page.url}`
	];
}
function supportLines({ programme, flows, credentialsHeld }) {
	if (unusedIn(programme).includes("flows")) return [];
	const held = `credentials-held: [${credentialsHeld.join(", ")}]`;
	return [
		...comment("What the software supports: process flows, and the procedures of each (normal, simplified). The decision matrix of the form picks the mandatory tests by it."),
		"flows:",
		...flows.map(({ flow, procedures }) => `  ${flow}: [${procedures.join(", ")}]`),
		"",
		...comment("Directions for which production credentials are held already: outbound (departures), inbound (arrivals). Their tests are not mandatory again."),
		credentialsHeld.length === 0 ? "# credentials-held: [outbound]" : held,
		""
	];
}
function answerLines(form) {
	const groups = /* @__PURE__ */ new Map();
	for (const question of form.questions) {
		const group = question.key.slice(0, question.key.indexOf("."));
		groups.set(group, [...groups.get(group) ?? [], question]);
	}
	let section = 0;
	return [...groups].flatMap(([group, questions]) => {
		const [first] = questions;
		const begins = first !== void 0 && first.section !== section;
		if (first !== void 0) ({section} = first);
		const title = form.sections.find(({ no }) => no === section)?.title;
		return [
			...begins && title !== void 0 ? [`  # -- ${section}. ${title}`] : [],
			`  ${group}:`,
			...questions.flatMap((question) => [...comment(`${question.question}${howToAnswer(form, question)}`, "    "), `    # ${question.key.slice(group.length + 1)}:`])
		];
	});
}
function howToAnswer(form, question) {
	const { kind, onlyIf, onlyIn } = question;
	const notes = [...{
		text: [],
		integer: ["a whole number"],
		"yes-no": yesOrNo(form, question),
		"yes-no-unknown": yesOrNo(form, question)
	}[kind]];
	if (onlyIf !== void 0) notes.push(`only if ${onlyIf.key} is ${spokenAnswer(onlyIf.is)}`);
	const latest = form.info.versions.at(-1)?.version;
	if (onlyIn !== void 0 && onlyIn !== latest) notes.push(`only in the form's ${onlyIn}`);
	return notes.length === 0 ? "" : ` (${notes.join("; ")})`;
}
function yesOrNo(form, question) {
	return [mayBeUnknown(form, question) ? "yes, no or unknown" : "yes or no"];
}
function comment(text, indent = "") {
	return wrap(text, columns - indent.length - 2).map((line) => `${indent}# ${line}`);
}
function handingIn({ submission, names }) {
	return submission.kind === "mail" ? [] : [{ why: `Once all is proven, tick, sign and date the ${names.paper} and upload it in the ${submission.name}, ${submission.condition}: ${submission.url}` }];
}
function renderNextSteps(programme, files, choice, options) {
	const { ci, program, colour, width } = options;
	const wide = Math.max(80, width);
	const paint = painter(colour);
	const [configuration = ""] = files;
	const [scenario = ""] = choice.requirements.sets[0]?.requirements[0]?.first ?? [];
	const { reports, start } = pipelineSteps(ci, files);
	const checked = ci === "github" || ci === "none" ? `--programme ${programme.id}` : `--config ${configuration}`;
	const steps = [
		...ownerSteps(configuration, options),
		{
			why: "See what to run, and how your tests hand the evidence over:",
			args: `explain ${scenario}`
		},
		...reports,
		{ why: `Answer the questions of the form in ${configuration}, under answers.` },
		{
			why: "Check what there is:",
			args: `check ${checked}`
		},
		...start,
		...handingIn(programme)
	];
	return [
		...hanging("Written:", files.join(", "), 9, wide),
		"",
		renderChoice(programme, choice, options),
		paint("bold", "What to do next"),
		...numbered(steps, program, wide, paint),
		""
	].join("\n");
}
function ownerSteps(configuration, { ci, owner, isOwnerFound }) {
	if (owner === void 0) return [{ why: ci === "github" ? `Replace ${noOwner} in these files by the owner of the repository that holds the action: nothing runs before.` : `Replace ${noOwner} in ${configuration} by the owner of the repository that holds this program: editors check the file then.` }];
	return isOwnerFound ? [{ why: `The workflows take the action from ${actionRepository(owner)}, since this repository belongs to ${owner}. If another account holds it, run init again with --owner and --force.` }] : [];
}

// src/commands/init/files.ts
async function targetsOf(programme, ci, workspace) {
	const pipelines = pipelinesFor(ci, {
		programme,
		flows: [],
		credentialsHeld: [],
		results: defaultResults,
		owner: void 0
	}).map((one) => one.path);
	const [tests] = await existing([path.join(workspace, testsWorkflow)]);
	return [configurationFor(ci, programme), ...pipelines.filter((one) => one !== ".github/workflows/trader-test.yml" || tests === void 0)];
}
function filesOf(starter, ci, targets, workspace) {
	return [{
		path: configurationFor(ci, starter.programme),
		text: renderConfiguration(starter)
	}, ...pipelinesFor(ci, starter)].filter((one) => targets.includes(one.path)).map((one) => ({
		path: path.join(workspace, one.path),
		content: one.text
	}));
}
async function writeTogether(files, workspace) {
	for (const { path: file } of files) if ((await lstat(file).catch(() => void 0))?.isDirectory() === true) return `${shownPath(file, workspace)} is a folder`;
	return writingWhole(async (writer) => {
		const staged = [];
		for (const { path: file, content } of files) try {
			staged.push(await writer.stage(file, content));
		} catch (error) {
			return `${shownPath(file, workspace)} can't be written (${reasonOf(error)})`;
		}
		for (const one of staged) await writer.finish(one);
	});
}
async function existingInWords(targets, ci, workspace) {
	const found = await existing(targets.map((one) => path.join(workspace, one)));
	if (found.length === 0) return void 0;
	const names = found.map((one) => shownPath(one, workspace));
	const [, ...pipelines] = targets;
	const next = ci !== "github" && pipelines.some((one) => names.includes(one)) ? "Give --ci none to write the configuration file alone, and add the jobs to yours by hand (see .github/recipes/ci in the repository of this program), or --force to overwrite." : "Give --force to overwrite.";
	return `since there is already: ${names.join(", ")}. ${next}`;
}

// src/commands/init/init.ts
const init = {
	name: "init",
	summary: "Write the configuration file and the pipelines for your repository",
	usage: "[--programme …] [--flows … --procedures …] [flags]",
	about: ["Run it at the top of your repository. On a terminal it asks what it needs to know; elsewhere, or with --yes, the flags have to tell it and nothing is asked.", `Writes ${eachOf(({ names }) => names.configuration)}, with comments and the questions of the form to answer, and four workflows into .github/workflows: trader-test.yml, which runs your tests and keeps their reports, a release gate, a nightly freshness check, a status on pull requests. With --ci the pipeline of another CI system, or none; the configuration file then stands at the top. ${namesWhere("flows", { isUsed: false })} needs to know nothing of your software. Then prints which tests are mandatory, and what to do next. Files that exist stay as they are unless --force is given: either all are written or none. A trader-test.yml that exists is yours, and always stays.`],
	flags: [
		settingFlag("programme", `What is to be checked: ${eachOf(({ id, api }) => `${id} (CTC Traders API ${api})`)}.`, `${defaultProgramme.id}, when nothing is asked`),
		...supportFlags,
		{
			flag: "credentials-held",
			name: "credentials-held",
			kind: {
				is: "list",
				of: directionNames
			},
			description: "Directions for which you hold production credentials already: outbound (departures), inbound (arrivals). Their tests are not mandatory again.",
			default: "none"
		},
		{
			flag: "ci",
			name: "ci",
			kind: {
				is: "choice",
				of: ciNames
			},
			description: "CI system to write pipelines for; none writes the configuration file alone, into .github.",
			default: "github"
		},
		{
			flag: "owner",
			name: "owner",
			kind: { is: "text" },
			description: "GitHub account whose repository holds the action, for the workflows to use.",
			default: "who publishes this program, else the owner of this repository by its Git remote"
		},
		settingFlag("results", "Globs of your JUnit reports, relative to the repository.", "results/**/*.xml"),
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
	examples: [
		{
			args: "init",
			why: "asks, then writes"
		},
		{
			args: "init --yes --flows arrival --procedures normal,simplified",
			why: "asks nothing"
		},
		...[...programmes.values()].filter((one) => unusedIn(one).includes("flows")).map(({ id, name }) => ({
			args: `init --yes --programme ${id}`,
			why: `the same for ${name}`
		})),
		{
			args: "init --ci gitlab",
			why: "asks, then writes for GitLab CI"
		}
	],
	exitCodes: [[0, "all files were written"], [2, "nothing was written: something is missing, wrong, or in the way"]],
	run: (call) => initialise(call)
};
const nothingWritten = "Nothing was written";
async function initialise({ values, folder }, findPrompter = prompterHere) {
	const workspace = await repositoryOf(folder) ?? folder;
	const reading = new Reading({
		values,
		host: "command",
		workspace,
		folder
	});
	const given = readGiven(reading);
	const ci = reading.givenDirectly({
		name: "ci",
		kind: choice(ciNames)
	})?.value ?? "github";
	if (reading.mistakes.length > 0) return refuse(mistakesInWords(reading.mistakes));
	const prompter = values["yes"] === void 0 ? await findPrompter() : void 0;
	try {
		const programme = given.programme ?? (prompter === void 0 ? defaultProgramme : await askProgramme(given, prompter));
		if (programme === void 0) return refuse(`${nothingWritten}.`);
		const targets = await targetsOf(programme, ci, workspace);
		const inTheWay = values["force"] === void 0 ? await existingInWords(targets, ci, workspace) : void 0;
		if (inTheWay !== void 0) return refuse(`${nothingWritten}, ${inTheWay}`);
		const basics = await basicsOf(programme, given, prompter);
		if (typeof basics === "string") return refuse(basics);
		const owner = await ownerFor(given.owner, ci, workspace, prompter);
		if (owner === void 0) return refuse(`${nothingWritten}.`);
		return await write({
			starter: {
				...basics,
				owner: owner.name
			},
			isOwnerFound: owner.isFound,
			ci,
			targets,
			workspace,
			folder,
			prompter
		});
	} finally {
		prompter?.close();
	}
}
function readGiven(reading) {
	const rows = settingsFor(defaultProgramme);
	const results = reading.givenDirectly(rows.results);
	if (results?.value.length === 0) reading.addMistake(results.place, "names no glob.", "Write for example 'results/**/*.xml'.");
	for (const glob of results?.value ?? []) {
		const fault = globFault(glob, { isInFile: true });
		if (fault !== void 0 && results !== void 0) reading.addMistake(results.place, fault.message, fault.next);
	}
	const id = reading.givenDirectly(rows.programme)?.value;
	const owner = reading.givenDirectly({
		name: "owner",
		kind: text()
	});
	if (owner !== void 0 && !isAccount(owner.value)) reading.addMistake(owner.place, "is not the name of a GitHub account.", "Write the name alone, for example acme-ltd.");
	return {
		programme: id === void 0 ? void 0 : programmes.get(id),
		flows: reading.givenDirectly(rows.flows)?.value,
		procedures: reading.givenDirectly(rows.procedures)?.value,
		credentialsHeld: reading.givenDirectly({
			name: "credentials-held",
			kind: words(directionWords)
		})?.value,
		results: results?.value,
		owner: owner?.value
	};
}
async function basicsOf(programme, given, prompter) {
	if (prompter !== void 0) return await interview(programme, given, prompter) ?? `${nothingWritten}.`;
	const { flows, procedures, credentialsHeld = [], results = defaultResults } = given;
	if (unusedIn(programme).includes("flows")) return {
		programme,
		flows: [],
		credentialsHeld: [],
		results
	};
	if (flows !== void 0 && procedures !== void 0) return {
		programme,
		flows: flows.map((flow) => ({
			flow,
			procedures
		})),
		credentialsHeld,
		results
	};
	const missing = [...flows === void 0 ? [`--flows ${flowNames.join(",")}`] : [], ...procedures === void 0 ? [`--procedures ${procedureNames.join(",")}`] : []];
	return [
		`${nothingWritten}: init needs to know what your software supports, and there is nobody to ask here. Give the flags that apply:`,
		...missing.map((flag) => `  ${flag}`),
		...[...programmes.values()].filter((one) => unusedIn(one).includes("flows")).map(({ id, api }) => `For API ${api}, which needs neither: --programme ${id}`),
		`Also possible: --credentials-held ${directionNames.join(",")} and --results 'results/**/*.xml'. See ${calledAs()} help init.`
	].join("\n");
}
async function ownerFor(given, ci, workspace, prompter) {
	const known = given ?? await publisher();
	if (known !== void 0 || ci !== "github") return {
		name: known,
		isFound: false
	};
	const found = await ownerOf(workspace);
	if (found !== void 0 || prompter === void 0) return {
		name: found,
		isFound: found !== void 0
	};
	const answer = await askOwner(prompter);
	return answer === void 0 ? void 0 : {
		name: answer === "" ? void 0 : answer,
		isFound: false
	};
}
async function write({ starter, isOwnerFound, ci, targets, workspace, folder, prompter }) {
	const { programme, flows, credentialsHeld, owner } = starter;
	const application = {
		name: void 0,
		flows,
		credentialsHeld,
		combination: "auto",
		notApplicable: {},
		alsoRequired: [],
		answers: {}
	};
	const requirements = requirementsFor(programme, application);
	const mistakes = requirements.mistakes.map(({ message }) => message);
	if (mistakes.length > 0) return refuse(`${nothingWritten}. ${mistakes.join(" ")}`);
	const files = filesOf(starter, ci, targets, workspace);
	if (prompter !== void 0) {
		prompter.tell(`To be written: ${targets.join(", ")}.`);
		if (!await confirmed("Write them?", prompter)) return refuse(`${nothingWritten}.`);
	}
	const problem = await writeTogether(files, workspace);
	if (problem !== void 0) return refuse(`${nothingWritten}: ${problem}.`);
	if (ci === "github" && (await existing([path.join(workspace, ".git")])).length === 0) note("This folder is not the top of a Git repository: GitHub looks for .github only there.");
	else if (workspace !== folder) note(`Written at the top of the repository, ${workspace}${ci === "github" ? ": GitHub looks for .github only there" : ""}.`);
	return say(renderNextSteps(programme, targets, {
		application,
		requirements
	}, {
		ci,
		owner,
		isOwnerFound,
		program: calledAs(),
		...appearance()
	}));
}

export { init };