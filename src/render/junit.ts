import {
  findingOf,
  reasonsFor,
  type ApplicationAssessment,
  type Assessment,
  type RecommendedAssessment,
  type RequirementAssessment,
  type ScenarioAssessment,
} from '../assessment/assessment.ts';
import { explanationOf } from '../assessment/findings.ts';
import { stepsOf } from '../assessment/steps.ts';
import { firstOf, type Finding } from '../finding.ts';
import { verdictMark } from '../junit/report.ts';
import { xmlText } from '../text/escape.ts';
import { isoUtc } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import { applicationLabel, eitherOf, placeBeside, statusWord, verdictWord } from './words.ts';

/*
 * The verdict as JUnit XML, for systems that show tests. It keeps to what the schemas of Ant's and Jenkins' readers have in
 * common: properties and output belong to suites, times have no zone (they are UTC), and of a case there is one verdict.
 */

/** A mandatory or recommended test, or what else stands in the way, as a case. */
interface Case {
  readonly name: string;
  /** Why it isn't proven; undefined: it is. */
  readonly failure?: { readonly type: string; readonly findings: readonly Said[] } | undefined;
  /** Why it doesn't count. */
  readonly skipped?: string | undefined;
}

type Said = Pick<Finding, 'message' | 'next'> & Partial<Pick<Finding, 'place'>>;

/** Characters of a message that are shown. */
const maxMessage = 2000;
/** Findings that a case lists; the JSON report has them all. */
const maxFindings = 50;

/**
 * A suite for each application; in it a case for each mandatory test, one for whatever else keeps the verdict from being
 * ready, and one for each recommended test, skipped while it is open. Some case of a suite fails exactly when its
 * application is not ready. Ends with an end of line. Readers of ours refuse it as evidence by its mark.
 */
export function renderJUnit(assessment: Assessment): string {
  const suites = assessment.applications.flatMap((application, index) => suiteOf(assessment, application, index));
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...suites, '</testsuites>', ''].join('\n');
}

function suiteOf(assessment: Assessment, application: ApplicationAssessment, index: number): readonly string[] {
  const label = applicationLabel(assessment, application.name);
  const title = assessment.programme.names.check;
  const name = label === undefined ? title : `${title}: ${label}`;
  const cases = casesOf(assessment, application);
  const skipped = cases.filter((one) => one.skipped !== undefined).length;
  const attributes = {
    name,
    package: 'ncts5-production-checklist',
    id: index,
    timestamp: isoUtc(assessment.evaluatedAt).slice(0, 'yyyy-MM-ddTHH:mm:ss'.length),
    hostname: 'localhost',
    tests: cases.length,
    failures: cases.filter(({ failure }) => failure !== undefined).length,
    errors: 0,
    ...(skipped === 0 ? {} : { skipped }),
    time: 0,
  };
  return [
    `  <testsuite${attributesOf(attributes)}>`,
    '    <properties>',
    ...propertiesOf(assessment, application).map(
      ([key, value]) => `      <property${attributesOf({ name: key, value })}/>`,
    ),
    '    </properties>',
    ...cases.flatMap((one) => caseLines(one, name)),
    `    <system-out>${xmlText(verdictWord(assessment, application).text, maxMessage)}</system-out>`,
    '    <system-err></system-err>',
    '  </testsuite>',
  ];
}

function casesOf(assessment: Assessment, application: ApplicationAssessment): readonly Case[] {
  const asked = [...application.requirements, ...application.alsoRequired];
  const tests = asked.map((assessed) => testCase(assessment, application, assessed));
  const reasons = reasonsFor(assessment, application);
  const others = reasons.filter(({ kind }) => kind !== 'missing' && kind !== 'failed' && kind !== 'stale');
  // A verdict that is not ready shows in some case, whatever the reason.
  const isHidden = reasons.length > 0 && tests.every(({ failure }) => failure === undefined);
  const rest = isHidden ? reasons : others;
  const [first] = rest;
  return [
    ...tests,
    {
      name: otherCase,
      failure: first === undefined ? undefined : { type: first.kind, findings: rest },
    },
    ...application.recommended.map(recommendedCase),
  ];
}

/** What else there is to say than how the tests stand. */
const otherCase = 'Reports, evidence and form';

function testCase(assessment: Assessment, application: ApplicationAssessment, assessed: RequirementAssessment): Case {
  const { requirement, status } = assessed;
  const name = `${requirement.title}: ${requirement.wanted}`;
  if (status === 'satisfied') {
    return { name };
  }
  const own = findingOf(assessment, application, assessed);
  const explained = explanationOf(assessed, application.name, assessment.findings);
  const said = explained.length > 0 ? explained : [own ?? { message: statusWord(assessed).text, place: undefined }];
  const cause = stepsOf(assessment).find(({ consequences }) => own !== undefined && consequences.includes(own));
  const next = cause === undefined ? own?.next : `See '${otherCase}' first: ${cause.finding.message}`;
  const findings = said.map(({ message, place }, index) => {
    return { message, place, next: index === said.length - 1 ? next : undefined };
  });
  return { name, failure: { type: status, findings } };
}

function recommendedCase(assessed: RecommendedAssessment): Case {
  const { recommendation, status, note } = assessed;
  const name = `Recommended, ${recommendation.procedure}: ${eitherOf(recommendation.accepts)}`;
  if (status === 'satisfied') {
    return { name };
  }
  const why = [statusWord(assessed).text, note].filter((text) => text !== undefined);
  return { name, skipped: why.join('. ') };
}

function caseLines({ name, failure, skipped }: Case, className: string): readonly string[] {
  const open = `    <testcase${attributesOf({ name, classname: className, time: 0 })}`;
  if (failure !== undefined) {
    const { type, findings } = failure;
    const [first] = findings;
    const { shown, more } = firstOf(findings, maxFindings);
    return [
      `${open}>`,
      `      <failure${attributesOf({ type, message: first === undefined ? type : sentence(first) })}>`,
      ...shown.flatMap(toldLines),
      ...(more > 0 ? [`… and ${more} more.`] : []),
      '      </failure>',
      '    </testcase>',
    ];
  }
  if (skipped !== undefined) {
    return [`${open}>`, `      <skipped>${xmlText(skipped, maxMessage)}</skipped>`, '    </testcase>'];
  }
  return [`${open}/>`];
}

function toldLines(said: Said): readonly string[] {
  const todo = said.next === undefined ? [] : [xmlText(`What to do: ${said.next}`, maxMessage)];
  return [xmlText(sentence(said), maxMessage), ...todo];
}

function sentence(said: Said): string {
  const place = placeBeside({ place: said.place });
  return place === undefined ? said.message : `${said.message} (${place})`;
}

/** The mark first: a reader to which the file streams by has to meet it before any case. */
function propertiesOf(
  assessment: Assessment,
  { verdict, combination, expiresAt, requirements, alsoRequired, recommended }: ApplicationAssessment,
): readonly (readonly [name: string, value: string])[] {
  const proofs = [...requirements, ...alsoRequired, ...recommended].flatMap(({ scenario }) =>
    scenario === undefined ? [] : [scenario],
  );
  const unique = new Map(proofs.map((scenario) => [scenario.scenario.id, scenario]));
  return [
    [verdictMark, verdict],
    ['evaluated-at', isoUtc(assessment.evaluatedAt)],
    ...given('combination', combination),
    ...given('expires-at', timeOf(expiresAt)),
    ...[...unique.values()].flatMap(proofOf),
  ];
}

function proofOf({ scenario, status, testedAt, expiresAt, evidence }: ScenarioAssessment): readonly [string, string][] {
  return [
    [`${scenario.id}.status`, status],
    ...given(`${scenario.id}.mrn`, evidence.mrn?.value),
    ...given(`${scenario.id}.tested-at`, timeOf(testedAt)),
    ...given(`${scenario.id}.expires-at`, timeOf(expiresAt)),
    ...[...evidence.messages].flatMap(([type, { value }]) => given(`${scenario.id}.${type}`, timeOf(value))),
  ];
}

function given(name: string, value: string | undefined): readonly [string, string][] {
  return value === undefined ? [] : [[name, value]];
}

function timeOf(instant: Instant | undefined): string | undefined {
  return instant === undefined ? undefined : isoUtc(instant);
}

function attributesOf(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value), maxMessage)}"`)
    .join('');
}
