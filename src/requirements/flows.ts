import type { Flow } from './scenario.ts';

/** Outbound: departures; inbound: arrivals. Source: PAGE. */
export type Direction = 'inbound' | 'outbound';

interface FlowFacts {
  readonly flow: Flow;
  /** In the middle of a sentence: 'pre-lodged departure'. */
  readonly name: string;
  readonly plural: string;
  readonly direction: Direction;
}

/** The three process flows in the order of the form's mandatory tests. Source: FORM section 5. */
export const flows: readonly FlowFacts[] = [
  { flow: 'standard-departure', name: 'standard departure', plural: 'standard departures', direction: 'outbound' },
  {
    flow: 'pre-lodged-departure',
    name: 'pre-lodged departure',
    plural: 'pre-lodged departures',
    direction: 'outbound',
  },
  { flow: 'arrival', name: 'arrival', plural: 'arrivals', direction: 'inbound' },
];
