// Setting a premium gate: what is left out is taken from the rule that stands, and named.
import { expect, test } from 'vitest';
import { gateRule } from '../../../apps/cli/gate-rule.ts';

const standing = { basis: 'HANDED_OVER', of: 'QUOTA', sharePercent: 60 } as const;

test('of a rule that stands, only what is named changes', () => {
  expect(gateRule({ share: 80 }, standing)).toEqual({
    rule: { basis: 'HANDED_OVER', of: 'QUOTA', sharePercent: 80 },
    taken: '--basis HANDED_OVER --of QUOTA',
  });
});

test('a tranche without a gate gets the usual rule, and it is said', () => {
  expect(gateRule({ basis: 'HANDED_OVER' }, null)).toEqual({
    rule: { basis: 'HANDED_OVER', of: 'REGISTERED', sharePercent: 100 },
    taken: '--share 100 --of REGISTERED',
  });
});

test('whoever names everything is told nothing more', () => {
  const wish = { basis: 'RECEIVED', of: 'QUOTA', share: 100 } as const;
  expect(gateRule(wish, standing).taken).toBe('');
});
