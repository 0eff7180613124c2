// Tiers: several letters each say what they cover; one without a limit ends the question.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { parseRupiah, rupiahText } from '../../../domain/money.ts';
import { authorise } from '../../../domain/office/authority.ts';
import type { ActorState, Role } from '../../../domain/office/decider.ts';
import { actorDecider } from '../../../domain/office/decider.ts';
import type { ActorCommand, RoleLimit } from '../../../domain/office/events.ts';
import { limitFault } from '../../../domain/office/limits.ts';
import { at, person, specify } from '../specification.ts';

const idr = (text: string) => rupiahText(parseRupiah(text));
const START = localDate('2024-01-01');
const role = (
  letter: string,
  limit: RoleLimit | null,
  principalId: string | null = null,
): Role => ({
  ...{ act: 'approve-claim', area: '64.74', from: START, to: null, letter, limit, principalId },
});
const actor = (actorId: string, ...roles: readonly Role[]): ActorState => ({
  ...{ actorId, office: 'BPJS_BRANCH', nameCommitment: actorId, roles },
});
const request = { act: 'approve-claim', area: '64.74.02', day: localDate('2024-07-08') } as const;
const small = role('SK 1', { upToIdr: idr('10000000') });
const large = role('SK 2', { upToIdr: idr('50000000'), benefits: ['JKM'] });

describe('authority for an act that decides sums', () => {
  test('carries every limit, the widest first, and the letter of the widest', () =>
    expect(authorise(actor('budi', small, large), request)).toMatchObject({
      by: { letter: 'SK 2', limits: [{ letter: 'SK 2' }, { letter: 'SK 1' }] },
    }));

  test('carries none where one letter sets none', () => {
    const authority = authorise(actor('budi', small, role('SK 3', null)), request);
    expect(authority).toEqual({
      by: { id: 'budi', office: 'BPJS_BRANCH', act: 'approve-claim', letter: 'SK 3' },
    });
  });

  test('is lent with the limits of its principal', () => {
    const eka = actor('eka', role('ST 9', null, 'budi'));
    const principals = new Map([['budi', actor('budi', large)]]);
    expect(authorise(eka, request, principals)).toMatchObject({
      by: { id: 'eka', onBehalfOf: 'budi', letter: 'ST 9', limits: [{ letter: 'SK 2' }] },
    });
  });
});

describe('a sum within limits', () => {
  const limits = [
    { upToIdr: idr('50000000'), benefits: ['JKM'], letter: 'SK 2' },
    { upToIdr: idr('10000000'), letter: 'SK 1' },
  ];
  const fault = (amount: string, benefit: string) =>
    limitFault({ limits }, { amountIdr: idr(amount), benefit })?.code ?? null;

  test('fits one letter for its benefit; no letter lends its sum to another benefit', () => {
    expect(fault('50000000', 'JKM')).toBeNull();
    expect(fault('50000001', 'JKM')).toBe('AboveLimit');
    expect(fault('10000000', 'JKK')).toBeNull();
    expect(fault('10000001', 'JKK')).toBe('AboveLimit');
    expect(limitFault({}, { amountIdr: idr('9'), benefit: 'JKM' })).toBeNull();
  });
});

describe('a letter of appointment', () => {
  const actors = specify(actorDecider);
  const registered: ActorCommand = {
    type: 'RegisterActor',
    data: {
      ...{ actorId: 'budi', office: 'BPJS_BRANCH', firstAdministrator: false },
      name: { subject: 'budi', field: 'actor.name', ciphertext: 'c', commitment: 'n' },
    },
  };
  const nur = at(person('nur', 'administer'));
  const appoint = (act: 'approve-claim' | 'check-claim', limit: RoleLimit): ActorCommand => ({
    type: 'AppointRole',
    data: {
      ...{ actorId: 'budi', act, area: '64.74', from: START, to: null },
      letter: 'SK',
      limit,
    },
  });
  const budi = actors.after([registered, nur]);

  test('limits an act that decides sums, and records it', () => {
    const tier = appoint('approve-claim', { upToIdr: idr('5') });
    actors
      .given(...budi)
      .when(tier, nur)
      .thenRecords({ type: 'RoleAppointed', data: { limit: { upToIdr: '5' } } });
    actors
      .given(...actors.after([registered, nur], [tier, nur]))
      .when(tier, nur)
      .thenNothing();
  });

  test('promises no limit that nobody checks', () => {
    const refused = (command: ActorCommand, code: string) =>
      actors
        .given(...budi)
        .when(command, nur)
        .thenRefuses(code);
    refused(appoint('check-claim', { upToIdr: idr('5') }), 'LimitNotForAct');
    refused(appoint('approve-claim', { upToIdr: idr('0') }), 'LimitInvalid');
    refused(appoint('approve-claim', { benefits: [] }), 'LimitInvalid');
  });
});
