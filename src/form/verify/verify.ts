import type { Finding, Place } from '../../finding.ts';
import type {
  ApplicationAssessment,
  Assessment,
  RequirementAssessment,
  ScenarioAssessment,
} from '../../assessment/assessment.ts';
import { type Answers, answerTo, openQuestions } from '../../requirements/form.ts';
import type { MessageType } from '../../requirements/messages.ts';
import type { Requirement } from '../../requirements/requirement.ts';
import { formatForForm, formatMoment } from '../../time/format.ts';
import type { Instant } from '../../time/instant.ts';
import { meansInstant, readTypedTime } from '../../time/typed.ts';
import type { FormReading } from '../read-form.ts';
import {
  answerOutcome,
  canonical,
  FieldList,
  nameOf,
  outcomeOf,
  sameText,
  spoken,
  type VerifiedField,
} from './outcome.ts';

export interface VerifiedForm {
  /** The form's version, as it is called; undefined where nothing tells it. */
  readonly version: string | undefined;
  /** In the form's order. */
  readonly groups: readonly { readonly title: string; readonly fields: readonly VerifiedField[] }[];
  /** What keeps the form from being sent (errors) and what a person should know; in the form's order. */
  readonly findings: readonly Finding[];
  /** What only a person may do in it and has not done; labels. */
  readonly byHand: readonly string[];
  /** When the first of the evidence in the form expires; undefined unless all of it is proven. */
  readonly expiresAt: Instant | undefined;
}

interface VerifyOptions {
  readonly application: ApplicationAssessment;
  /** Answers of the configuration for that application. */
  readonly answers: Answers;
  /** The same assessment of those results alone that state the MRN: the form may show another run than the latest. */
  readonly ofMovement: (mrn: string) => Assessment;
}

/** Holds a filled-in form against the reports and the configuration. */
export function verifyForm(reading: FormReading, assessment: Assessment, options: VerifyOptions): VerifiedForm {
  const verifier = new Verifier(reading, assessment, options);
  verifier.questions();
  verifier.tests();
  verifier.evidence();
  verifier.recommended();
  return verifier.result();
}

class Verifier {
  readonly #reading: FormReading;
  readonly #assessment: Assessment;
  readonly #options: VerifyOptions;
  readonly #fields: FieldList;
  readonly #expiries: (Instant | undefined)[] = [];

  constructor(reading: FormReading, assessment: Assessment, options: VerifyOptions) {
    this.#reading = reading;
    this.#assessment = assessment;
    this.#options = options;
    this.#fields = new FieldList(options.application.name);
  }

  result(): VerifiedForm {
    const { version, byHand } = this.#reading;
    const proven = this.#expiries.filter((expiry) => expiry !== undefined);
    const isProven = proven.length === this.#expiries.length && proven.length > 0;
    return {
      version: version?.name,
      groups: this.#fields.groups.filter(({ fields }) => fields.length > 0),
      findings: this.#fields.findings,
      byHand: byHand.filter(({ isDone }) => !isDone).map(({ field }) => nameOf(field.label)),
      expiresAt: isProven ? Math.min(...proven) : undefined,
    };
  }

  questions(): void {
    const { form } = this.#assessment.programme;
    const { answers: typed, version, contradictory } = this.#reading;
    const open = new Set(openQuestions(form, typed, version?.version).map(({ key }) => key));
    for (const section of form.sections) {
      this.#fields.group(section.title);
      for (const { key, label } of form.questions.filter((question) => question.section === section.no)) {
        const [inForm, wanted] = [answerTo(typed, key), answerTo(this.#options.answers, key)];
        const name = nameOf(label);
        if (inForm === undefined && !open.has(key)) {
          continue;
        }
        if (contradictory.includes(key)) {
          this.#fields.say(`'${name}': more than one box is ticked.`, 'Leave one of them ticked.');
        }
        this.#fields.add(name, answerOutcome(inForm, wanted), spoken(inForm), spoken(wanted), undefined);
      }
    }
  }

  tests(): void {
    const { form } = this.#assessment.programme;
    const { application } = this.#options;
    for (const test of form.mandatoryTests) {
      this.#fields.group(test.title);
      const values = this.#reading.tests.get(test.no) ?? new Map<string, string>();
      const exempt = application.notRequired.find(({ flow }) => flow === test.flow);
      const assessed = application.requirements.find(({ requirement }) => requirement.cell?.flow === test.flow);
      if (exempt !== undefined) {
        const why = values.get('notApplicable');
        this.#fields.add(
          nameOf(test.labels.notApplicable),
          why === undefined ? 'empty' : 'given',
          why,
          exempt.why,
          undefined,
        );
        if (values.has('scenario') || values.has('mrn')) {
          this.#fields.say(
            `'${test.title}' has evidence, although the software doesn't support it.`,
            'Remove that evidence.',
          );
        }
      } else if (assessed !== undefined) {
        const scenario = values.get('scenario');
        const movement = this.#movement(assessed.requirement, scenario, values.get('mrn'));
        this.#scenario(nameOf(test.labels.scenario), scenario, assessed.requirement);
        this.#mrn(nameOf(test.labels.mrn), values.get('mrn'), movement);
        for (const { message, label } of test.labels.messages) {
          this.#time(nameOf(label), values.get(message), [message], movement);
        }
      }
    }
  }

  /** Evidence at labels of its own. */
  evidence(): void {
    const { form } = this.#assessment.programme;
    const values = new Map([...this.#reading.evidence].map(([{ key }, value]) => [key, value]));
    for (const { requirement } of this.#options.application.requirements) {
      const fields = form.evidence.filter((field) => field.requirement === requirement.id);
      if (fields.length === 0) {
        continue;
      }
      this.#fields.group(requirement.title);
      const mrn = fields.flatMap(({ key, holds }) => (holds === 'mrn' ? (values.get(key) ?? []) : []))[0];
      const movement = this.#movement(requirement, undefined, mrn);
      for (const { key, label, holds, messages } of fields) {
        if (holds === 'mrn') {
          this.#mrn(nameOf(label), values.get(key), movement);
        } else {
          this.#times(nameOf(label), values.get(key), messages, movement);
        }
      }
    }
  }

  recommended(): void {
    const labels = this.#assessment.programme.form.recommendedLabels;
    for (const [number, slot] of this.#reading.slots) {
      const [text, identifier] = [slot.get('scenario'), slot.get('identifier')];
      if (labels === undefined || text === undefined) {
        continue;
      }
      this.#fields.group(`${number}. ${labels.title}`);
      const id = canonical(text);
      const latest = this.#assessment.scenarios.get(id);
      const own = identifier === undefined ? undefined : this.#stating(id, canonical(identifier));
      const isProven = (own ?? latest)?.status === 'passed';
      this.#fields.add(nameOf(labels.scenario), isProven ? 'agrees' : 'unproven', text, undefined, placeOf(latest));
      const known = [latest?.evidence.mrn?.value, latest?.evidence.lrn?.value];
      const agrees = own !== undefined || known.some((value) => value !== undefined && value === identifier);
      const expected = known.find((value) => value !== undefined);
      this.#fields.add(
        nameOf(labels.identifier),
        outcomeOf(identifier, expected, agrees),
        identifier,
        expected,
        placeOf(latest),
      );
    }
  }

  /** What proves a test of the form: the movement whose MRN stands in it, or else the latest of its scenario. */
  #movement(
    requirement: Requirement,
    scenario: string | undefined,
    mrn: string | undefined,
  ): ScenarioAssessment | undefined {
    const ids = requirement.accepts.map(({ id }) => id);
    const wanted = scenario === undefined ? ids : ids.filter((id) => id === canonical(scenario));
    const latest = this.#judged(requirement, this.#options.application)?.scenario;
    const stated = mrn === undefined ? [] : wanted.flatMap((id) => this.#stating(id, canonical(mrn)) ?? []);
    const isWanted = latest !== undefined && wanted.includes(latest.scenario.id);
    const chosen = stated[0] ?? (isWanted ? latest : this.#assessment.scenarios.get(wanted[0] ?? ''));
    const why = chosen === undefined ? undefined : this.#unproven(requirement, chosen, mrn);
    this.#expiries.push(why === undefined ? chosen?.expiresAt : undefined);
    if (chosen === undefined) {
      this.#fields.say(
        `${requirement.title}: no report has a result of ${scenario ?? requirement.wanted}.`,
        requirement.run,
      );
    } else if (why !== undefined) {
      const { id } = chosen.scenario;
      const next = `Run ${id} again in Trader Test, then fill the form in again.`;
      this.#fields.say(`${requirement.title}: ${id} proves nothing: ${why}.`, next, placeOf(chosen));
    }
    return chosen;
  }

  /** Why a movement proves nothing, a clause; undefined when it does. */
  #unproven(requirement: Requirement, chosen: ScenarioAssessment, mrn: string | undefined): string | undefined {
    if (this.#assessment.scenarios.get(chosen.scenario.id)?.status === 'failed') {
      return 'its latest result is a failure';
    }
    if (chosen.status !== 'passed') {
      const { expiresAt, status } = chosen;
      return expiresAt === undefined ? `it is ${status}` : `its evidence expired on ${formatMoment(expiresAt, 'UTC')}`;
    }
    const [own] = mrn === undefined ? [] : this.#options.ofMovement(canonical(mrn)).applications;
    const judged = this.#judged(requirement, own);
    const isIncomplete = judged?.status === 'incomplete' && judged.scenario?.scenario.id === chosen.scenario.id;
    return isIncomplete ? 'its evidence lacks what HMRC asks for' : undefined;
  }

  #judged({ id }: Requirement, application: ApplicationAssessment | undefined): RequirementAssessment | undefined {
    return application?.requirements.find(({ requirement }) => requirement.id === id);
  }

  /** The scenario as its results that state that MRN have it. */
  #stating(id: string, mrn: string): ScenarioAssessment | undefined {
    const latest = this.#assessment.scenarios.get(id);
    if (latest !== undefined && sameText(latest.evidence.mrn?.value, mrn)) {
      return latest;
    }
    const own = this.#options.ofMovement(mrn).scenarios.get(id);
    return sameText(own?.evidence.mrn?.value, mrn) ? own : undefined;
  }

  #scenario(name: string, inForm: string | undefined, { accepts, wanted }: Requirement): void {
    const agrees = inForm !== undefined && accepts.some(({ id }) => id === canonical(inForm));
    this.#fields.add(name, outcomeOf(inForm, wanted, agrees), inForm, wanted, undefined);
  }

  #mrn(name: string, inForm: string | undefined, movement: ScenarioAssessment | undefined): void {
    const found = movement?.evidence.mrn;
    const agrees = sameText(inForm, found?.value);
    this.#fields.add(name, outcomeOf(inForm, found?.value, agrees), inForm, found?.value, placeIn(found));
  }

  #time(
    name: string,
    inForm: string | undefined,
    messages: readonly MessageType[],
    movement: ScenarioAssessment | undefined,
  ): void {
    const found = messages.flatMap((message) => movement?.evidence.messages.get(message) ?? []);
    const typed = inForm === undefined ? undefined : readTypedTime(inForm);
    const zones = ['Europe/London', this.#assessment.clock.timeZone];
    const match = typed && found.find(({ value }) => meansInstant(typed, value, zones));
    const expected = match ?? found[0];
    const shown = expected && formatForForm(expected.value);
    const isUnreadable = inForm !== undefined && typed === undefined;
    const outcome = isUnreadable ? 'unreadable' : outcomeOf(inForm, shown, match !== undefined);
    this.#fields.add(name, outcome, inForm, shown, placeIn(expected));
  }

  /** Times of several messages in one field: `IE015 20 November 2026 09:00:00 UTC, IE029 …`, or one that is of either. */
  #times(
    name: string,
    inForm: string | undefined,
    messages: readonly MessageType[],
    movement: ScenarioAssessment | undefined,
  ): void {
    const parts = [...(inForm ?? '').matchAll(/\b(IE\d{3})\b[\s:]*([^]*?)(?=[\s,;]*\bIE\d{3}\b|$)/giu)];
    if (parts.length === 0) {
      this.#time(name, inForm, messages, movement);
      return;
    }
    for (const message of messages) {
      const part = parts.find(([, type = '']) => type.toUpperCase() === message)?.[2];
      this.#time(`${name}, ${message}`, part === '' ? undefined : part, [message], movement);
    }
  }
}

function placeIn(found: { readonly file: string; readonly line: number } | undefined): Place | undefined {
  return found && { file: found.file, line: found.line };
}

function placeOf(scenario: ScenarioAssessment | undefined): Place | undefined {
  return placeIn(scenario?.counted[0]?.attempt);
}
