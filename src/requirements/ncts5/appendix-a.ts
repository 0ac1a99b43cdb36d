import type { DecisionMatrix, ListedTest } from '../requirement.ts';
import type { ScenarioId } from '../scenario.ts';

/** The rows of the decision matrix, in the form's order. Source: FORM appendix A. */
export const matrixRows: DecisionMatrix['rows'] = [
  { flow: 'pre-lodged-departure', title: 'Pre-lodge Departure' },
  { flow: 'standard-departure', title: 'Standard Departure' },
  { flow: 'arrival', title: 'Arrival' },
];

/** The columns of the decision matrix; the combinations are for software with both procedures. Source: FORM appendix A. */
export const matrixColumns: DecisionMatrix['columns'] = [
  { column: 'normal only', title: 'Normal Procedure only' },
  { column: 'simplified only', title: 'Simplified Procedure only' },
  { column: 'combination A', title: 'Combination A' },
  { column: 'combination B', title: 'Combination B' },
];

/** Which scenarios are mandatory. Source: FORM v1.1, appendix A, decision matrix. */
export const decisionMatrix: DecisionMatrix['cells'] = {
  'normal only': {
    'pre-lodged-departure': ['PNGB1', 'PNXI1'],
    'standard-departure': ['DNGB1', 'DNXI1'],
    arrival: ['ANGB1', 'ANXI1'],
  },
  'simplified only': {
    'pre-lodged-departure': ['PSGB1', 'PSXI1'],
    'standard-departure': ['DSGB1', 'DSXI1'],
    arrival: ['ASGB1', 'ASXI1'],
  },
  'combination A': {
    'pre-lodged-departure': ['PSGB1', 'PSXI1'],
    'standard-departure': ['DNGB1', 'DNXI1'],
    arrival: ['ASGB1', 'ASXI1'],
  },
  'combination B': {
    'pre-lodged-departure': ['PNGB1', 'PNXI1'],
    'standard-departure': ['DSGB1', 'DSXI1'],
    arrival: ['ASGB1', 'ASXI1'],
  },
};

const simplifiedAmendment =
  'The form prints DNXI10 as the XI number here. In the testing guide DNXI10 is a release refused after the guarantee ' +
  'check failed; the XI amendment of the simplified procedure is DSXI10.';
const normalAmendment =
  'The form prints DNXI10 as the XI number here. In the testing guide DNXI10 is a release refused after the guarantee ' +
  'check failed; the XI amendment of the normal procedure is DNXI11.';
const normalArrival =
  'The form lists ANGB1 and ANXI1 as recommended, yet its matrix demands one of them of software with the normal ' +
  'procedure only. The matrix decides.';

/** The form's list of tests in its order, with the testing guide's numbers where it errs. Source: FORM v1.1, appendix A. */
export const listedTests: readonly ListedTest[] = [
  departure('as per matrix', 'DSGB1', 'DSXI1'),
  departure('as per matrix', 'DNGB1', 'DNXI1'),
  departure('as per matrix', 'PSGB1', 'PSXI1'),
  departure('as per matrix', 'PNGB1', 'PNXI1'),
  departure('recommended', 'PSGB3', 'PSXI3'),
  departure('recommended', 'PNGB3', 'PNXI3'),
  departure('recommended', 'DSGB4', 'DSXI4'),
  departure('recommended', 'DSGB6', 'DSXI6'),
  departure('recommended', 'DNGB6', 'DNXI6'),
  departure('recommended', 'DSGB7', 'DSXI7'),
  departure('recommended', 'DNGB7', 'DNXI7'),
  { ...departure('recommended', 'DSGB10', 'DSXI10'), xiAsPrinted: 'DNXI10', note: simplifiedAmendment },
  { ...departure('recommended', 'DNGB10', 'DNXI11'), xiAsPrinted: 'DNXI10', note: normalAmendment },
  arrival('as per matrix', 'ASGB1', 'ASXI1'),
  { ...arrival('recommended', 'ANGB1', 'ANXI1'), note: normalArrival },
  arrival('recommended', 'ASGB3', 'ASXI3'),
  arrival('recommended', 'ASGB4', 'ASXI4'),
];

/** What is wrong in the form's appendix A, each once, in our words. Source: FORM beside GUIDE. */
export const errata: readonly string[] = [
  'The form prints DNXI10 as the XI number of both amendment tests. In the testing guide DNXI10 is a release refused ' +
    'after the guarantee check failed; the XI amendments are DSXI10 (simplified) and DNXI11 (normal).',
  normalArrival,
];

function departure(need: ListedTest['need'], gb: ScenarioId, xi: ScenarioId): ListedTest {
  const flow = gb.startsWith('P') ? 'pre-lodged-departure' : 'standard-departure';
  const kind = flow === 'standard-departure' ? 'Standard' : 'Pre-lodge';
  return { group: 'Departures', need, accepts: [gb, xi], flow, procedure: `${kind} ${procedureOf(gb)}` };
}

function arrival(need: ListedTest['need'], gb: ScenarioId, xi: ScenarioId): ListedTest {
  return { group: 'Arrivals', need, accepts: [gb, xi], flow: 'arrival', procedure: procedureOf(gb) };
}

/** As the list words it. The second letter of the numbers in the list tells the procedure. */
function procedureOf(gb: ScenarioId): 'Normal' | 'Simplified' {
  return gb.charAt(1) === 'N' ? 'Normal' : 'Simplified';
}
