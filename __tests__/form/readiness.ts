/** A form of our own that has the fields of HMRC's readiness checklist for NCTS6, in its layout. */
import type { FormFilling } from '../../src/form/filling.ts';
import { ncts6 } from '../../src/requirements/ncts6/ncts6.ts';
import { buildFilling } from './filling.ts';
import { documentXml, paragraph, run, wordParts, zipped } from './template.ts';

export const prompt =
  '<w:sdt><w:sdtPr><w:id w:val="-272715509"/><w:showingPlcHdr/></w:sdtPr><w:sdtEndPr/><w:sdtContent><w:r w:rsidRPr="00265BB0"><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Click or tap here to enter text.</w:t></w:r></w:sdtContent></w:sdt>';

/** Word's own check box, as HMRC's form has it. */
export function statementBox(isTicked: boolean, sign = isTicked ? '☒' : '☐'): string {
  return `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${isTicked ? '1' : '0'}"/><w14:checkedState w14:val="2612" w14:font="Wingdings"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>${sign}</w:t></w:r></w:sdtContent></w:sdt>`;
}

/** Pieces by name, of the version of 14 April 2026. */
export function readinessPieces(): Record<string, string> {
  return {
    title: paragraph('Customs Change') + paragraph('Readiness Checklist for ', 'NCTS6 Integration'),
    name: '<w:p><w:r><w:t>SWD Name: ___________________________________________</w:t></w:r></w:p>',
    email: '<w:p><w:r><w:t>Contact Email: ________________________________________</w:t></w:r></w:p>',
    lead:
      paragraph('Declaration:') +
      paragraph('Please confirm the following by checking the boxes and signing electronically:'),
    aligned: paragraph(
      statementBox(true, 'ᘒ'),
      ' 1) Our NCTS6 Software product is aligned with developer hub resources detailed below',
    ),
    sandbox:
      paragraph(
        statementBox(false),
        ' 2) Please tell us the sandbox name and ID you used when testing our CTC traders API',
      ) +
      paragraph(run('Sandbox Application Name', '<w:b/>'), run(':', '<w:b/>'), ' ', prompt) +
      paragraph('Sandbox Application ID: ', prompt),
    production:
      paragraph('☐', ' 3) Please tell us your Production Application Name and ID.') +
      paragraph('Production Application Name: ', prompt) +
      paragraph('Production Application ID: ', prompt),
    tested: paragraph(
      statementBox(false),
      ' 4',
      ') We have carried out testing and integration of the product to meet our in-house standards.',
    ),
    evidence:
      paragraph(
        statementBox(false),
        ' 5) Evidence of a completed Outbound Transit Movement (IE015 to IE029) we have submitted an IE015 declaration.',
      ) +
      paragraph('MRN used: ', prompt) +
      paragraph('Date/Time: ', prompt),
    ready: paragraph(statementBox(false), ' 6) Our NCTS6 product is ready for the Go Live of NCTS6.'),
    signature: paragraph('Electronic Signature: ', prompt) + paragraph('Date: ', prompt),
  };
}

/** The form, with pieces replaced or left out (''). */
export function buildReadiness(changed: Record<string, string> = {}): Uint8Array {
  return zipped(wordParts(documentXml(Object.values({ ...readinessPieces(), ...changed }).join(''))));
}

/** Without what came with 14 April. */
export function buildEarlierReadiness(): Uint8Array {
  return buildReadiness({
    sandbox: '',
    production: '',
    aligned: readinessPieces()['aligned']?.replace('ᘒ', '☐').replace('"1"', '"0"') ?? '',
  });
}

export const readiness: FormFilling = buildFilling({
  programme: ncts6,
  answers: {
    'business.name': 'Nordwind Software',
    'business.email': 'hello@nordwind.example',
    'sandbox.applicationName': 'nordwind-sandbox',
    'sandbox.applicationId': 'sandbox-id',
    'production.applicationName': 'Nordwind Transit',
    'production.applicationId': 'production-id',
  },
  evidence: new Map([
    ['evidence.mrn', '26GB000000EXAMPLJ8'],
    ['evidence.time', 'IE015 20 November 2026 09:00:00 UTC, IE029 20 November 2026 09:46:12 UTC'],
  ]),
});
