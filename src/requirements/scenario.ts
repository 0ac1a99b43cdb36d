/** A process flow of the form. Source: FORM appendix A. */
export type Flow = 'standard-departure' | 'pre-lodged-departure' | 'arrival';

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
