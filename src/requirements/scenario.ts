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

/** The three process flows in the order of the form's mandatory tests. Source: FORM section 5. */
export const flows: readonly FlowFacts[] = [
  {
    id: 'standard-departure',
    title: 'Standard departure',
    name: 'standard departure',
    plural: 'standard departures',
    direction: 'outbound',
  },
  {
    id: 'pre-lodged-departure',
    title: 'Pre-lodged departure',
    name: 'pre-lodged departure',
    plural: 'pre-lodged departures',
    direction: 'outbound',
  },
  { id: 'arrival', title: 'Arrival', name: 'arrival', plural: 'arrivals', direction: 'inbound' },
];

/** The title of a flow: 'Pre-lodged departure'. */
export function flowTitle(flow: Flow): string {
  return flows.find(({ id }) => id === flow)?.title ?? flow;
}

export type Procedure = 'normal' | 'simplified';

/** The number of a scenario in HMRC's testing guide, upper case: `DSGB1`. */
export type ScenarioId = string;

export interface ScenarioStep {
  readonly sends: readonly string[];
  /** HMRC has to be asked by e-mail before the messages of this step come. */
  readonly manualIntervention: boolean;
  readonly receives: readonly string[];
}

export interface Scenario {
  readonly id: ScenarioId;
  readonly title: string;
  readonly flow: Flow;
  readonly procedure: Procedure | 'either';
  readonly region: 'GB' | 'XI';
  /** Rule sets under which the scenario runs: phase 1 is transition, phase 2 is final. */
  readonly modes: readonly ('transition' | 'final')[];
  readonly steps: readonly ScenarioStep[];
  readonly source: 'testing guide' | 'test data spreadsheet v9';
}

/**
 * The country in a movement's MRN. A departure bears the region of its scenario; an arrival the other one: ASGB1 is a
 * movement from Northern Ireland to Great Britain. Source: GUIDE.
 */
export function departureCountry({ flow, region }: Pick<Scenario, 'flow' | 'region'>): 'GB' | 'XI' {
  if (flow !== 'arrival') return region;
  return region === 'GB' ? 'XI' : 'GB';
}

/** A movement gets its MRN with IE028; an arrival starts from one. A declaration that is rejected has only its LRN. */
export function hasMrn({ flow, steps }: Pick<Scenario, 'flow' | 'steps'>): boolean {
  return flow === 'arrival' || steps.some(({ receives }) => receives.includes('IE028'));
}
