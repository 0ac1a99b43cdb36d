import { readScenarios, type Scenario, type ScenarioId } from '../scenario.ts';

const always = ['transition', 'final'] as const;
const transitionOnly = ['transition'] as const;
const finalOnly = ['final'] as const;
const guide = 'testing guide';
const spreadsheet = 'test data spreadsheet v9';

/** Their data columns and their example messages name opposite countries of departure. Source: PACK. */
const contradictory: ReadonlySet<ScenarioId> = new Set(['WCGB1', 'WCXI1']);

/**
 * Every scenario of NCTS5 Trader Test, in the order in which HMRC lists them.
 * Source: GUIDE (its scenario pages) and, for those that it doesn't describe yet, the test pack's data spreadsheet v9 (PACK).
 *
 * A line each: number, title, steps (see `readScenarios`). GB and XI don't always run in parallel (DNGB8 is not the twin of DNXI8),
 * hence one line per number.
 */
export const scenarios: readonly Scenario[] = [
  ...group('standard-departure', 'simplified', 'GB', always, guide)`
    DSGB1 | Simplified departure declaration | IE015 > IE928 IE028 IE029
    DSGB2 | Simplified departure declaration with safety and security data | IE015 > IE928 IE028 IE029
    DSGB4 | Cancellation request by the holder of the transit procedure before release for transit | IE015 > IE928 IE028; IE014 by hand (accept the cancellation) > IE009
    DSGB5 | Cancellation of a transit declaration after release for transit | IE015 > IE928 IE028 IE029; IE014 > IE056
    DSGB6 | Control by office of departure satisfactory | IE015 > IE928 IE028; by hand (control, release) > IE060 IE029
    DSGB7 | Control by office of departure unsatisfactory | IE015 > IE928 IE028; by hand (control, end) > IE060 IE051
    DSGB8 | Cancellation of a transit declaration after release for transit by office of departure | IE015 > IE928 IE028 IE029; by hand (cancel) > IE009
    DSGB9 | Release for transit refused due to guarantee checks failure | IE015 > IE928 IE028 IE055 IE051
    DSGB10 | Simplified departures amendments | IE015 > IE928 IE028; IE013 > IE004 IE029`,
  ...group('standard-departure', 'normal', 'GB', always, guide)`
    DNGB1 | Normal departure declaration | IE015 > IE928; by hand (accept, release) > IE028 IE029
    DNGB2 | Normal departure declaration with safety and security data | IE015 > IE928; by hand (accept, release) > IE028 IE029
    DNGB4 | Cancellation request by the holder of the transit procedure before release for transit | IE015 > IE928; by hand (accept) > IE028; IE014 >; by hand (accept the cancellation) > IE009
    DNGB5 | Cancellation of a transit declaration after release for transit | IE015 > IE928; by hand (accept, release) > IE028 IE029; IE014 > IE056
    DNGB6 | Control by office of departure satisfactory | IE015 > IE928; by hand (accept, control, release) > IE028 IE060 IE029
    DNGB7 | Control by office of departure unsatisfactory | IE015 > IE928; by hand (accept, control, end) > IE028 IE060 IE051
    DNGB8 | Cancellation of a transit declaration after release for transit by office of departure | IE015 > IE928; by hand (accept, release, cancel) > IE028 IE029
    DNGB9 | Release for transit refused due to guarantee checks failure | IE015 > IE928; by hand (accept, release) > IE028 IE055 IE051
    DNGB10 | Normal departures amendments | IE015 > IE928; by hand (accept) > IE028; IE013 > IE004; by hand (release) > IE029`,
  ...group('standard-departure', 'simplified', 'XI', always, guide)`
    DSXI1 | Simplified departure declaration | IE015 > IE928 IE028 IE029
    DSXI2 | Simplified departure declaration with safety and security data | IE015 > IE928 IE028 IE029
    DSXI4 | Cancellation request by the holder of the transit procedure before release for transit | IE015 > IE928 IE028; IE014 by hand (accept the cancellation) > IE009
    DSXI5 | Cancellation of a transit declaration after release for transit | IE015 > IE928 IE028 IE029; IE014 > IE056
    DSXI6 | Control by office of departure satisfactory | IE015 > IE928 IE028; by hand (control, release) > IE060 IE029
    DSXI7 | Control by office of departure unsatisfactory | IE015 > IE928 IE028; by hand (control, end) > IE060 IE051
    DSXI8 | Cancellation of a transit declaration after release for transit by office of departure | IE015 > IE928 IE028 IE029; by hand (cancel) > IE009
    DSXI9 | Release for transit refused due to guarantee checks failure | IE015 > IE928 IE028 IE055 IE051
    DSXI10 | Simplified departures amendments | IE015 > IE928 IE028; IE013 > IE004 IE029`,
  ...group('standard-departure', 'normal', 'XI', always, guide)`
    DNXI1 | Normal departure declaration | IE015 > IE928; by hand (accept, release) > IE028 IE029
    DNXI2 | Normal departure declaration with safety and security data | IE015 > IE928; by hand (accept, release) > IE028 IE029
    DNXI4 | Cancellation request by the holder of the transit procedure before release for transit | IE015 > IE928; by hand (accept) > IE028; IE014 >; by hand (accept the cancellation) > IE009
    DNXI5 | Cancellation of a transit declaration after release for transit | IE015 > IE928; by hand (accept, release) > IE028 IE029; IE014 > IE056
    DNXI6 | Control by office of departure satisfactory | IE015 > IE928; by hand (accept, control, release) > IE028 IE060 IE029
    DNXI7 | Control by office of departure unsatisfactory | IE015 > IE928; by hand (accept, control, reject) > IE028 IE060 IE051
    DNXI8 | Normal departure declaration TIR | IE015 > IE928; by hand (accept, release) > IE028 IE029
    DNXI9 | Cancellation of a transit declaration after release for transit by office of departure | IE015 > IE928; by hand (accept, release, cancel) > IE028 IE029 IE009
    DNXI10 | Release for transit refused due to guarantee checks failure | IE015 > IE928; by hand (accept, release) > IE028 IE055 IE051
    DNXI11 | Normal departures amendments | IE015 > IE928; by hand (accept) > IE028; IE013 > IE004; by hand (release) > IE029`,
  ...group('pre-lodged-departure', 'simplified', 'GB', always, guide)`
    PSGB1 | Pre-lodged declaration | IE015 > IE928; IE170 > IE028 IE029
    PSGB2 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056
    PSGB3 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028 IE029
    PSGB4 | Cancellation | IE015 > IE928; IE014 > IE009`,
  ...group('pre-lodged-departure', 'normal', 'GB', always, guide)`
    PNGB1 | Pre-lodged declaration | IE015 > IE928; IE170 > IE028; by hand (release) > IE029
    PNGB2 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056
    PNGB3 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028; by hand (release) > IE029
    PNGB4 | Cancellation | IE015 > IE928; IE014 > IE009`,
  ...group('pre-lodged-departure', 'simplified', 'XI', always, guide)`
    PSXI1 | Pre-lodged declaration | IE015 > IE928; IE170 > IE028 IE029
    PSXI2 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056
    PSXI3 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028 IE029
    PSXI4 | Cancellation | IE015 > IE928; IE014 > IE009`,
  ...group('pre-lodged-departure', 'normal', 'XI', always, guide)`
    PNXI1 | Pre-lodged declaration | IE015 > IE928; IE170 > IE028; by hand (release) > IE029
    PNXI2 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056
    PNXI3 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028; by hand (release) > IE029
    PNXI4 | Cancellation | IE015 > IE928; IE014 > IE009`,
  ...group('arrival', 'simplified', 'GB', always, guide)`
    ASGB1 | Simplified arrival | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045
    ASGB2 | Unloading remarks rejected/accepted | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE057; IE044 > IE025 IE045
    ASGB3 | Major discrepancies resolved | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (record major discrepancies, resolve them) > IE025 IE019 IE025 IE045
    ASGB4 | Major discrepancies confirmed | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (record major discrepancies, confirm them) > IE025 IE019 IE035
    ASGB5 | Non-conformance | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (release) > IE025 IE045`,
  ...group('arrival', 'normal', 'GB', always, guide)`
    ANGB1 | Normal arrival | IE015 > IE928 IE028 IE029; IE007 by hand (accept the arrival, release) > IE025 IE045`,
  ...group('arrival', 'either', 'GB', always, guide)`
    AGB1 | Rejection of arrival notification | IE015 > IE928 IE028 IE029; by hand (cancel) > IE009; IE007 > IE057`,
  ...group('arrival', 'simplified', 'XI', always, guide)`
    ASXI1 | Simplified arrival | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045
    ASXI2 | Unloading remarks rejected/accepted | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE057; IE044 > IE025 IE045
    ASXI3 | Major discrepancies resolved | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (record major discrepancies, resolve them) > IE025 IE019 IE025 IE045
    ASXI4 | Major discrepancies confirmed | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (record major discrepancies, confirm them) > IE025 IE019 IE035
    ASXI5 | Non-conformance | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (release) > IE025 IE045`,
  ...group('arrival', 'normal', 'XI', always, guide)`
    ANXI1 | Normal arrival | IE015 > IE928 IE028 IE029; IE007 by hand (accept the arrival, release) > IE025 IE045`,
  ...group('arrival', 'either', 'XI', always, guide)`
    AXI1 | Rejection of arrival notification | IE015 > IE928 IE028 IE029; by hand (cancel) > IE009; IE007 > IE057`,
  ...group('standard-departure', 'simplified', 'GB', transitionOnly, guide)`
    DSGBT1 | Violation of transition rule B1895 | IE015 > IE056
    DSGBT2 | Violation of transition rules B1890 and B1891 | IE015 > IE056
    DSGBT3 | Violation of transition rule B1892 | IE015 > IE056
    DSGBT4 | Violation of transition rule B1897 | IE015 > IE056
    DSGBT5 | Violation of transition rule B1848 | IE015 > IE056
    DSGBT6 | Violation of transition rule E1406 | IE015 > IE056
    DSGBT7 | Violation of transition rule E1301 | IE015 > IE056
    DSGBT8 | Validation of transition rule B1964 | IE015 > IE928 IE028 IE029`,
  ...group('standard-departure', 'normal', 'GB', transitionOnly, guide)`
    DNGBT1 | Violation of transition rule B1895 | IE015 > IE056
    DNGBT2 | Violation of transition rules B1890 and B1891 | IE015 > IE056
    DNGBT3 | Violation of transition rule B1892 | IE015 > IE056
    DNGBT4 | Violation of transition rule B1897 | IE015 > IE056
    DNGBT5 | Violation of transition rule B1848 | IE015 > IE056
    DNGBT6 | Violation of transition rule E1406 | IE015 > IE056
    DNGBT7 | Violation of transition rule E1301 | IE015 > IE056
    DNGBT8 | Validation of transition rule B1964 | IE015 > IE928; by hand (accept, release) > IE028 IE029`,
  ...group('standard-departure', 'simplified', 'XI', transitionOnly, guide)`
    DSXIT1 | Violation of transition rule B1895 | IE015 > IE056
    DSXIT2 | Violation of transition rules B1890 and B1891 | IE015 > IE056
    DSXIT3 | Violation of transition rule B1892 | IE015 > IE056
    DSXIT4 | Violation of transition rule B1897 | IE015 > IE056
    DSXIT5 | Violation of transition rule B1848 | IE015 > IE056
    DSXIT6 | Violation of transition rule E1406 | IE015 > IE056
    DSXIT7 | Violation of transition rule E1301 | IE015 > IE056
    DSXIT8 | Validation of transition rule B1964 | IE015 > IE928 IE028 IE029`,
  ...group('standard-departure', 'normal', 'XI', transitionOnly, guide)`
    DNXIT1 | Violation of transition rule B1895 | IE015 > IE056
    DNXIT2 | Violation of transition rules B1890 and B1891 | IE015 > IE056
    DNXIT3 | Violation of transition rule B1892 | IE015 > IE056
    DNXIT4 | Violation of transition rule B1897 | IE015 > IE056
    DNXIT5 | Violation of transition rule B1848 | IE015 > IE056
    DNXIT6 | Violation of transition rule E1406 | IE015 > IE056
    DNXIT7 | Violation of transition rule E1301 | IE015 > IE056
    DNXIT8 | Validation of transition rule B1964 | IE015 > IE928; by hand (accept, release) > IE028 IE029`,
  ...group('arrival', 'simplified', 'GB', transitionOnly, guide)`
    ASGBT1 | Incident en route | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
  ...group('arrival', 'normal', 'GB', transitionOnly, guide)`
    ANGBT1 | Incident en route | IE015 > IE928 IE028 IE029; IE007 >; by hand (accept, release) > IE025 IE045`,
  ...group('arrival', 'simplified', 'XI', transitionOnly, guide)`
    ASXIT1 | Incident en route | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
  ...group('arrival', 'normal', 'XI', transitionOnly, guide)`
    ANXIT1 | Incident en route | IE015 > IE928 IE028 IE029; IE007 >; by hand (accept, release) > IE025 IE045`,
  ...group('standard-departure', 'simplified', 'GB', finalOnly, guide)`
    DSGB3 | Simplified departure declaration - Multiple house consignment | IE015 > IE928 IE028 IE029`,
  ...group('standard-departure', 'normal', 'GB', finalOnly, guide)`
    DNGB3 | Normal departure declaration - Multiple house consignment | IE015 > IE928; by hand (accept, release) > IE028 IE029`,
  ...group('standard-departure', 'simplified', 'XI', finalOnly, guide)`
    DSXI3 | Simplified departure declaration - Multiple house consignment | IE015 > IE928 IE028 IE029`,
  ...group('standard-departure', 'normal', 'XI', finalOnly, guide)`
    DNXI3 | Normal departure declaration - Multiple house consignment | IE015 > IE928; by hand (accept, release) > IE028 IE029`,
  ...group('standard-departure', 'simplified', 'GB', finalOnly, spreadsheet)`
    DSGB12 | Multiple house consignment simplified departure | IE015 > IE928 IE028 IE029`,
  ...group('standard-departure', 'normal', 'GB', finalOnly, spreadsheet)`
    DNGB12 | Multiple house consignment normal departure | IE015 > IE928; by hand (accept, release) > IE028 IE029`,
  ...group('pre-lodged-departure', 'simplified', 'GB', finalOnly, spreadsheet)`
    PSGB5 | Multiple house consignment pre-lodged simplified departure | IE015 > IE928; IE170 > IE028 IE029`,
  ...group('pre-lodged-departure', 'normal', 'GB', finalOnly, spreadsheet)`
    PNGB5 | Multiple house consignment pre-lodged normal departure | IE015 > IE928; IE170 > IE028; by hand (release) > IE029`,
  ...group('arrival', 'simplified', 'GB', finalOnly, spreadsheet)`
    ASGB6 | Multiple house consignment simplified arrival (no discrepancies) | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
  ...group('arrival', 'normal', 'GB', finalOnly, spreadsheet)`
    ANGB2 | Multiple house consignment normal arrival (no discrepancies) | IE015 > IE928 IE028 IE029; by hand (complete a normal arrival) > IE045`,
  ...group('arrival', 'simplified', 'GB', finalOnly, spreadsheet)`
    NCGB1 | Non-conformance: unloading remarks with combined major discrepancies | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 >; by hand (record major discrepancies, resolve them) > IE025 IE025 IE045
    WCGB1 | Movement of goods without container (container indicator 0) | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
  ...group('standard-departure', 'simplified', 'XI', finalOnly, spreadsheet)`
    DSXI12 | Multiple house consignment simplified departure | IE015 > IE928 IE028 IE029`,
  ...group('standard-departure', 'normal', 'XI', finalOnly, spreadsheet)`
    DNXI12 | Multiple house consignment normal departure | IE015 > IE928; by hand (accept, release) > IE028 IE029`,
  ...group('pre-lodged-departure', 'simplified', 'XI', finalOnly, spreadsheet)`
    PSXI5 | Multiple house consignment pre-lodged simplified departure | IE015 > IE928; IE170 > IE028 IE029`,
  ...group('pre-lodged-departure', 'normal', 'XI', finalOnly, spreadsheet)`
    PNXI5 | Multiple house consignment pre-lodged normal departure | IE015 > IE928; IE170 > IE028; by hand (release) > IE029`,
  ...group('arrival', 'simplified', 'XI', finalOnly, spreadsheet)`
    ASXI6 | Multiple house consignment simplified arrival (no discrepancies) | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
  ...group('arrival', 'normal', 'XI', finalOnly, spreadsheet)`
    ANXI2 | Multiple house consignment normal arrival (no discrepancies) | IE015 > IE928 IE028 IE029; by hand (complete a normal arrival) > IE045`,
  ...group('arrival', 'simplified', 'XI', finalOnly, spreadsheet)`
    NCXI1 | Non-conformance: unloading remarks with combined major discrepancies | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 >; by hand (record major discrepancies, resolve them) > IE025 IE025 IE045
    WCXI1 | Movement of goods without container (container indicator 0) | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
];

function group(
  flow: Scenario['flow'],
  procedure: Scenario['procedure'],
  region: Scenario['region'],
  modes: Scenario['modes'],
  source: Scenario['source'],
) {
  return (lines: TemplateStringsArray) =>
    readScenarios({ flow, procedure, region, modes, source }, contradictory, lines).map((scenario) => ({
      ...scenario,
      minutes: isReleasedByItself(scenario) ? 45 : undefined,
    }));
}

/** Without a step by hand the release follows the declaration. Source: GUIDE, simplified procedure. */
function isReleasedByItself({ steps }: Scenario): boolean {
  return steps[0]?.receives.includes('IE029') === true && steps.every(({ manualIntervention }) => !manualIntervention);
}
