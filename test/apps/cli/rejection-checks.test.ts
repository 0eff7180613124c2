// A rejection for a reason that the checks deny is named; any other is not.
import { expect, test } from 'vitest';
import { checksAgainst } from '../../../apps/cli/rejection-checks.ts';

const held = [
  { code: 'COVER_ACTIVE_AT_DEATH', verdict: 'HOLDS' },
  { code: 'DOCUMENTS_COMPLETE', verdict: 'REVIEW' },
] as const;

test('cover that holds speaks against a rejection for want of cover', () => {
  expect(checksAgainst('COVER_NOT_ACTIVE', held)).toEqual(['COVER_ACTIVE_AT_DEATH']);
});

test.each(['PAPERS_NOT_BROUGHT', 'PAPERS_FALSE', undefined] as const)(
  'nothing that holds speaks against %s',
  (code) => expect(checksAgainst(code, held)).toEqual([]),
);
