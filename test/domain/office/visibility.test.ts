// Who sees what, as a table: the office, what an act needs beyond it, and what a paper tells.
import { expect, test } from 'vitest';
import { CLAIM_FIELDS } from '../../../domain/claim/desk/look-events.ts';
import {
  FIELD_GROUPS,
  groupOfField,
  groupOfPaper,
  nameFor,
  sightOf,
  sightWith,
} from '../../../domain/office/visibility.ts';

test('the kelurahan sees initials; whoever handles papers there sees whose papers they are', () => {
  expect(nameFor('KELURAHAN', 'Siti Aminah')).toBe('S. A.');
  expect(nameFor('KELURAHAN', 'Siti Aminah', ['report-death'])).toBe('S. A.');
  expect(nameFor('KELURAHAN', 'Siti Aminah', ['handle-documents'])).toBe('Siti Aminah');
});

test('handling papers opens names and nothing else', () => {
  for (const group of FIELD_GROUPS.filter((one) => one !== 'IDENTITY'))
    expect(sightWith('KELURAHAN', ['handle-documents'], group)).toBe(sightOf('KELURAHAN', group));
  expect(sightWith('BPJS_BRANCH', [], 'HEALTH')).toBe('ALL');
  expect(sightWith('SYSTEM', [], 'IDENTITY')).toBe('NONE');
});

test('what a doctor wrote and an account keep their own groups', () => {
  expect(groupOfPaper('DOCTOR_STATEMENT')).toBe('HEALTH');
  expect(groupOfPaper('FAMILY_CARD')).toBe('PAPERS');
  expect(groupOfField('PAYEE_ACCOUNT')).toBe('ACCOUNT');
  expect(groupOfField('CIRCUMSTANCES')).toBe('HEALTH');
  expect(CLAIM_FIELDS.filter((field) => groupOfField(field) === 'MONEY')).toEqual([]);
});
