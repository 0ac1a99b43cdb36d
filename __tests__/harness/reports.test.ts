import { expect, it } from 'vitest';
import { mrns } from '../builders.ts';
import { buildMrn, evidenceOf } from './reports.ts';

it('makes MRNs like the known good ones', () => {
  expect(buildMrn('GB', '0000EXAMPLE1', 26)).toBe(mrns.gb);
  expect(buildMrn('XI', '0000EXAMPLE2', 26)).toBe(mrns.xi2);
});

it('gives an arrival the other country, and each flow its messages in order', () => {
  expect(evidenceOf('ASGB1')['ncts.mrn']).toMatch(/^25XI/);
  expect(evidenceOf('DSXI1')['ncts.mrn']).toMatch(/^25XI/);
  expect(Object.keys(evidenceOf('PSGB1'))).toEqual([
    'ncts.mrn',
    'ncts.lrn',
    'ncts.IE015',
    'ncts.IE928',
    'ncts.IE170',
    'ncts.IE028',
    'ncts.IE029',
  ]);
});
