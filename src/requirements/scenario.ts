/** A process flow of the form. Source: FORM appendix A. */
export type Flow = 'standard-departure' | 'pre-lodged-departure' | 'arrival';

/** Outbound: departures; inbound: arrivals. Source: PAGE. */
export type Direction = 'inbound' | 'outbound';

interface FlowFacts {
  readonly id: Flow;
  /** To begin with: 'Pre-lodged departure'. */
  readonly title: string;
  /** In the middle of a sentence: 'pre-lodged departure'. */
  readonly name: string;
  readonly plural: string;
  readonly direction: Direction;
}

const factsOfFlows: Readonly<Record<Flow, FlowFacts>> = {
  'standard-departure': {
    id: 'standard-departure',
    title: 'Standard departure',
    name: 'standard departure',
    plural: 'standard departures',
    direction: 'outbound',
  },
  'pre-lodged-departure': {
    id: 'pre-lodged-departure',
    title: 'Pre-lodged departure',
    name: 'pre-lodged departure',
    plural: 'pre-lodged departures',
    direction: 'outbound',
  },
  arrival: { id: 'arrival', title: 'Arrival', name: 'arrival', plural: 'arrivals', direction: 'inbound' },
};

/** The three process flows in the order of the form's mandatory tests. Source: FORM section 5. */
export const flows: readonly FlowFacts[] = Object.values(factsOfFlows);

export function flowFacts(flow: Flow): FlowFacts {
  return factsOfFlows[flow];
}

/** The title of a flow: 'Pre-lodged departure'. */
export function flowTitle(flow: Flow): string {
  return factsOfFlows[flow].title;
}

export type Procedure = 'normal' | 'simplified';

/** The number of a scenario in HMRC's testing guide, upper case: `DSGB1`. */
export type ScenarioId = string;

export interface ScenarioStep {
  readonly sends: readonly string[];
  /** HMRC has to be asked by e-mail before the messages of this step come. */
  readonly manualIntervention: boolean;
  /** What HMRC is asked for in that e-mail, in order: 'accept', 'release'. Empty in a step without one. */
  readonly asks: readonly string[];
  readonly receives: readonly string[];
}

export interface Scenario {
  readonly id: ScenarioId;
  readonly title: string;
  readonly flow: Flow;
  readonly procedure: Procedure | 'either';
  readonly region: 'GB' | 'XI';
  /**
   * The country in its movement's MRN, which is that of the departure: an arrival in Great Britain comes from Northern
   * Ireland. Undefined where HMRC's papers contradict each other: then it is neither judged nor claimed.
   */
  readonly mrnCountry: 'GB' | 'XI' | undefined;
  /** Rule sets under which the scenario runs: phase 1 is transition, phase 2 is final. Empty where there are none. */
  readonly modes: readonly ('transition' | 'final')[];
  readonly steps: readonly ScenarioStep[];
  /** After how many minutes HMRC's last answer to the first step comes by itself; undefined where nothing is known. */
  readonly minutes: number | undefined;
  /** The scenario of another programme that does the same; undefined where there is none. */
  readonly twin: ScenarioId | undefined;
  /** Messages of another scenario for which HMRC prints this number as well, and what to say of it; undefined for none. */
  readonly misprint: { readonly messages: readonly string[]; readonly remark: string } | undefined;
  /** Where HMRC describes it, to go on with: 'testing guide'. */
  readonly source: string;
}

/** The country in the MRN of a scenario's movement, where HMRC's papers agree. Source: GUIDE, GUIDE6. */
export function departureCountry({ flow, region }: Pick<Scenario, 'flow' | 'region'>): 'GB' | 'XI' {
  if (flow !== 'arrival') return region;
  return region === 'GB' ? 'XI' : 'GB';
}

/** A movement gets its MRN with IE028; an arrival starts from one. A declaration that is rejected has only its LRN. */
export function hasMrn({ flow, steps }: Pick<Scenario, 'flow' | 'steps'>): boolean {
  return flow === 'arrival' || steps.some(({ receives }) => receives.includes('IE028'));
}

/** What the lines of a group in a scenario table have in common. */
type ScenarioGroup = Pick<Scenario, 'flow' | 'procedure' | 'region' | 'modes' | 'source'>;

/**
 * Reads the lines of a group of scenarios, a scenario each: number, title, steps (see `readSteps`), where known minutes
 * and the number of its twin, separated by `|`.
 *
 * @param contradictory Scenarios of which HMRC's papers name two countries of departure.
 */
export function readScenarios(
  group: ScenarioGroup,
  contradictory: ReadonlySet<ScenarioId>,
  lines: TemplateStringsArray,
): readonly Scenario[] {
  return lines
    .join('')
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line) => {
      const [id = '', title = '', steps = '', minutes = '', twin = ''] = line.split('|').map((cell) => cell.trim());
      return {
        ...group,
        id,
        title,
        mrnCountry: contradictory.has(id) ? undefined : departureCountry(group),
        steps: readSteps(steps),
        minutes: minutes === '' ? undefined : Number(minutes),
        twin: twin === '' ? undefined : twin,
        misprint: undefined,
      };
    });
}

/**
 * Steps as scenario tables write them, separated by `;`: messages sent, `by hand` where HMRC has to be asked by e-mail,
 * in brackets after it what for, `>`, messages received. `IE014 by hand (accept the cancellation) > IE009`
 */
function readSteps(notation: string): readonly ScenarioStep[] {
  const steps = knownSteps.get(notation) ?? newSteps(notation);
  knownSteps.set(notation, steps);
  return steps;
}

/** Most scenarios have the steps of another. */
const knownSteps = new Map<string, readonly ScenarioStep[]>();

function newSteps(notation: string): readonly ScenarioStep[] {
  return notation.split(';').map((step) => {
    const [before = '', after = ''] = step.split('>');
    const [, sends = '', byHand, asks = ''] = /^([^(]*?)(by hand)?\s*(?:\(([^)]*)\))?\s*$/u.exec(before) ?? [];
    return {
      sends: words(sends),
      manualIntervention: byHand !== undefined,
      asks: asks.split(',').flatMap((ask) => ask.trim() || []),
      receives: words(after),
    };
  });
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}
