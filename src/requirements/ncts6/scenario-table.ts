import { readScenarios, type Scenario, type ScenarioId } from '../scenario.ts';

const both = 'testing guide and data spreadsheet';
const spreadsheet = 'data spreadsheet only';

/** The guide's data columns say that the movement departs in the region of the number; NCTS5's examples of the twins say the other. Source: GUIDE6, PACK. */
const contradictory: ReadonlySet<ScenarioId> = new Set(['P6-WCGB-01', 'P6-WCXI-01']);

/** Source: GUIDE6, SHEET6. */
const printedTwice: Scenario['misprint'] = {
  messages: ['IE060'],
  remark:
    "has an IE060 in its evidence: HMRC's guide prints P6-DSXI-01 for the control by the office of departure as well, where P6-DSXI-04 is meant",
};

/**
 * Every scenario of NCTS6 Trader Test, in the order in which HMRC lists them. Source: GUIDE6, SHEET6. P6-ANXI-01 stands in SHEET6 alone.
 *
 * A line each (see `readScenarios`): number, title, steps, minutes until HMRC's last answer to the first step, the
 * scenario of NCTS5 that does the same. The counts don't run as in NCTS5: P6-DSGB-04 is NCTS5's DSGB6.
 * Where HMRC prints P6-DSXI-01 a second time, P6-DSXI-04 is meant (see the errata).
 */
export const scenarios: readonly Scenario[] = [
  ...group('standard-departure', 'simplified', 'GB', both)`
    P6-DSGB-01 | Simplified Departures | IE015 > IE928 IE028 IE029 | 45 | DSGB1
    P6-DSGB-02 | Cancellation request by the Holder of the Transit Procedure before release for transit | IE015 > IE928 IE028; IE014 by hand (accept the cancellation) > IE009 |  | DSGB4
    P6-DSGB-03 | Cancellation request by the holder of the transit procedure after release for transit | IE015 > IE928 IE028 IE029; IE014 > IE056 | 45 | DSGB5
    P6-DSGB-04 | Control by Office of Departure - Satisfactory | IE015 > IE928 IE028; by hand (control, release) > IE060 IE029 |  | DSGB6
    P6-DSGB-05 | Control by Office of Departure - Unsatisfactory | IE015 > IE928 IE028; by hand (control, end) > IE060 IE051 |  | DSGB7
    P6-DSGB-06 | Cancellation of a transit declaration after release for transit by OoDep | IE015 > IE928 IE028 IE029; by hand (cancel) > IE009 | 45 | DSGB8
    P6-DSGB-07 | Release for transit refused due to guarantee checks failure | IE015 > IE928 IE028 IE055 IE051 | 60 | DSGB9
    P6-DSGB-08 | Simplified Departures - Amendments | IE015 > IE928 IE028; IE013 > IE004 IE029 | 45 | DSGB10`,
  ...group('standard-departure', 'simplified', 'XI', both)`
    P6-DSXI-01 | Simplified Departures | IE015 > IE928 IE028 IE029 | 45 | DSXI1
    P6-DSXI-02 | Cancellation request by the Holder of the Transit Procedure before release for transit | IE015 > IE928 IE028; IE014 by hand (accept the cancellation) > IE009 |  | DSXI4
    P6-DSXI-03 | Cancellation request by the holder of the transit procedure after release for transit | IE015 > IE928 IE028 IE029; IE014 > IE056 | 45 | DSXI5
    P6-DSXI-04 | Control by Office of Departure - Satisfactory | IE015 > IE928 IE028; by hand (control, release) > IE060 IE029 |  | DSXI6
    P6-DSXI-05 | Control by Office of Departure - Unsatisfactory | IE015 > IE928 IE028; by hand (control, end) > IE060 IE051 |  | DSXI7
    P6-DSXI-06 | Cancellation of a transit declaration after release for transit by OoDep | IE015 > IE928 IE028 IE029; by hand (cancel) > IE009 | 45 | DSXI8
    P6-DSXI-07 | Release for transit refused due to guarantee checks failure | IE015 > IE928 IE028 IE055 IE051 | 60 | DSXI9
    P6-DSXI-08 | Simplified Departures - Amendments | IE015 > IE928 IE028; IE013 > IE004 IE029 | 45 | DSXI10`,
  ...group('standard-departure', 'normal', 'GB', both)`
    P6-DNGB-01 | Normal Departures | IE015 > IE928; by hand (accept, release) > IE028 IE029 |  | DNGB1
    P6-DNGB-02 | Cancellation request by the Holder of the Transit Procedure before release for transit | IE015 > IE928; by hand (accept) > IE028; IE014 >; by hand (accept the cancellation) > IE009 |  | DNGB4
    P6-DNGB-03 | Cancellation request by the Holder of the Transit Procedure after release for transit | IE015 > IE928; by hand (accept, release) > IE028 IE029; IE014 > IE056 |  | DNGB5
    P6-DNGB-04 | Control by Office of Departure - Satisfactory | IE015 > IE928; by hand (accept, control, release) > IE028 IE060 IE029 |  | DNGB6
    P6-DNGB-05 | Control by Office of Departure - Unsatisfactory | IE015 > IE928; by hand (accept, control, end) > IE028 IE060 IE051 |  | DNGB7
    P6-DNGB-06 | Cancellation of a transit declaration after release for transit by OoDep | IE015 > IE928; by hand (accept, release, cancel) > IE028 IE029 IE009 |  | DNGB8
    P6-DNGB-07 | Release for transit refused due to guarantee checks failure | IE015 > IE928; by hand (accept, release) > IE028 IE055 IE051 | 60 | DNGB9
    P6-DNGB-08 | Normal Departures - Amendments | IE015 > IE928; by hand (accept) > IE028; IE013 > IE004; by hand (release) > IE029 |  | DNGB10`,
  ...group('standard-departure', 'normal', 'XI', both)`
    P6-DNXI-01 | Normal Departures | IE015 > IE928; by hand (accept, release) > IE028 IE029 |  | DNXI1
    P6-DNXI-02 | Cancellation request by the Holder of the Transit Procedure before release for transit | IE015 > IE928; by hand (accept) > IE028; IE014 >; by hand (accept the cancellation) > IE009 |  | DNXI4
    P6-DNXI-03 | Cancellation request by the Holder of the Transit Procedure after release for transit | IE015 > IE928; by hand (accept, release) > IE028 IE029; IE014 > IE056 |  | DNXI5
    P6-DNXI-04 | Control by Office of Departure - Satisfactory | IE015 > IE928; by hand (accept, control, release) > IE028 IE060 IE029 |  | DNXI6
    P6-DNXI-05 | Control by Office of Departure - Unsatisfactory | IE015 > IE928; by hand (accept, control, reject) > IE028 IE060 IE051 |  | DNXI7
    P6-DNXI-06 | Normal Departures - Transports Internationaux Routiers (TIR) | IE015 > IE928; by hand (accept, release) > IE028 IE029 |  | DNXI8
    P6-DNXI-07 | Cancellation of a transit declaration after release for transit by OoDep | IE015 > IE928; by hand (accept, release, cancel) > IE028 IE029 IE009 |  | DNXI9
    P6-DNXI-08 | Release for transit refused due to guarantee checks failure | IE015 > IE928; by hand (accept, release) > IE028 IE055 IE051 | 60 | DNXI10
    P6-DNXI-09 | Normal Departures - Amendments | IE015 > IE928; by hand (accept) > IE028; IE013 > IE004; by hand (release) > IE029 |  | DNXI11`,
  ...group('pre-lodged-departure', 'simplified', 'GB', both)`
    P6-PSGB-01 | Prelodged Declaration | IE015 > IE928; IE170 > IE028 IE029 |  | PSGB1
    P6-PSGB-02 | Transit presentation notification not valid/rejected | IE015 > IE928; IE170 > IE056 IE056 |  | PSGB2
    P6-PSGB-03 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028 IE029 |  | PSGB3
    P6-PSGB-04 | Cancellation of a Prelodged Declaration (Simplified) | IE015 > IE928; IE014 > IE009 |  | PSGB4`,
  ...group('pre-lodged-departure', 'simplified', 'XI', both)`
    P6-PSXI-01 | Prelodged Declaration | IE015 > IE928; IE170 > IE028 IE029 |  | PSXI1
    P6-PSXI-02 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056 |  | PSXI2
    P6-PSXI-03 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028 IE029 |  | PSXI3
    P6-PSXI-04 | Cancellation of a Prelodged Declaration (Simplified) | IE015 > IE928; IE014 > IE009 |  | PSXI4`,
  ...group('pre-lodged-departure', 'normal', 'GB', both)`
    P6-PNGB-01 | Prelodged Declaration | IE015 > IE928; IE170 > IE028; by hand (release) > IE029 |  | PNGB1
    P6-PNGB-02 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056 |  | PNGB2
    P6-PNGB-03 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028; by hand (release) > IE029 |  | PNGB3
    P6-PNGB-04 | Cancellation of a Prelodged Declaration (Normal) | IE015 > IE928; IE014 > IE009 |  | PNGB4`,
  ...group('pre-lodged-departure', 'normal', 'XI', both)`
    P6-PNXI-01 | Prelodged Declaration | IE015 > IE928; IE170 > IE028; by hand (release) > IE029 |  | PNXI1
    P6-PNXI-02 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056 |  | PNXI2
    P6-PNXI-03 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028; by hand (release) > IE029 |  | PNXI3
    P6-PNXI-04 | Cancellation of a Prelodged Declaration (Normal) | IE015 > IE928; IE014 > IE009 |  | PNXI4`,
  ...group('arrival', 'simplified', 'GB', both)`
    P6-ASGB-01 | Simplified Arrival | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045 | 45 | ASGB1
    P6-ASGB-02 | Unloading Remarks Rejected/Accepted | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE057; IE044 > IE025 IE045 | 45 | ASGB2
    P6-ASGB-03 | Major discrepancies resolved | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (record major discrepancies, resolve them) > IE025 IE019 IE025 IE045 | 45 | ASGB3
    P6-ASGB-04 | Major discrepancies confirmed | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (record major discrepancies, confirm them) > IE025 IE019 IE035 | 45 | ASGB4
    P6-ASGB-05 | Non Conformance | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (release) > IE025 IE045 | 45 | ASGB5
    P6-ASGB-06 | Multiple House Consignment Simplified Arrival (No Discrepancies) | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045 | 45 | ASGB6`,
  ...group('arrival', 'normal', 'GB', both)`
    P6-ANGB-01 | Multiple House Consignment Normal Arrival (No Discrepancies) | IE015 > IE928 IE028 IE029; by hand (complete a normal arrival) > IE045 | 45 | ANGB2`,
  ...group('arrival', 'either', 'GB', both)`
    P6-AGB-01 | Rejection of the Arrival Notification | IE015 > IE928 IE028 IE029; by hand (cancel) > IE009; IE007 > IE057 | 45 | AGB1`,
  ...group('arrival', 'simplified', 'XI', both)`
    P6-ASXI-01 | Simplified Arrival | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045 | 45 | ASXI1
    P6-ASXI-02 | Unloading Remarks Rejected/Accepted | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE057; IE044 > IE025 IE045 | 45 | ASXI2
    P6-ASXI-03 | Major discrepancies resolved | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (record major discrepancies, resolve them) > IE025 IE019 IE025 IE045 | 45 | ASXI3
    P6-ASXI-04 | Major discrepancies confirmed | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (record major discrepancies, confirm them) > IE025 IE019 IE035 | 45 | ASXI4
    P6-ASXI-05 | Non Conformance | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (release) > IE025 IE045 | 45 | ASXI5
    P6-ASXI-06 | Multiple House Consignment Simplified Arrival (No Discrepancies) | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045 | 45 | ASXI6`,
  ...group('arrival', 'normal', 'XI', spreadsheet)`
    P6-ANXI-01 | Normal Arrival | IE015 > IE928 IE028 IE029; IE007 by hand (accept the arrival, release) > IE025 IE045 | 45 | ANXI1`,
  ...group('arrival', 'normal', 'XI', both)`
    P6-ANXI-02 | Multiple House Consignment Normal Arrival (No Discrepancies) | IE015 > IE928 IE028 IE029; by hand (complete a normal arrival) > IE045 | 45 | ANXI2`,
  ...group('arrival', 'either', 'XI', both)`
    P6-AXI-01 | Rejection of the Arrival Notification | IE015 > IE928 IE028 IE029; by hand (cancel) > IE009; IE007 > IE057 | 45 | AXI1`,
  ...group('arrival', 'simplified', 'GB', both)`
    P6-WCGB-01 | Departure and arrival / unloading with sealed transport but non-containerised goods | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045 | 45 | WCGB1`,
  ...group('arrival', 'simplified', 'XI', both)`
    P6-WCXI-01 | Departure and arrival / unloading with sealed transport but non-containerised goods | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045 | 45 | WCXI1`,
];

function group(
  flow: Scenario['flow'],
  procedure: Scenario['procedure'],
  region: Scenario['region'],
  source: Scenario['source'],
) {
  return (lines: TemplateStringsArray) =>
    readScenarios({ flow, procedure, region, modes: [], source }, contradictory, lines).map((scenario) => ({
      ...scenario,
      misprint: scenario.id === 'P6-DSXI-01' ? printedTwice : undefined,
    }));
}
