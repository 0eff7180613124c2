// What was granted, and what a later fact makes of it: proposed with its cause, decided by persons.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../domain/calendar.ts';
import { totalOf } from '../../../../domain/claim/adjustment/adjustment-state.ts';
import { benefitsFor } from '../../../../domain/claim/assessment/assessment.ts';
import type { CoverFacts } from '../../../../domain/claim/assessment/assessment-events.ts';
import { claimDecider } from '../../../../domain/claim/decider.ts';
import type { ClaimCommand, ClaimEvent } from '../../../../domain/claim/events.ts';
import { recoveryTasksOf } from '../../../../domain/claim/open-task.ts';
import { claimStage } from '../../../../domain/claim/stage.ts';
import type { ClaimState } from '../../../../domain/claim/state.ts';
import { type Context, fold } from '../../../../domain/decider.ts';
import { parseRupiah } from '../../../../domain/money.ts';
import { at, person } from '../../specification.ts';
import {
  approveClaim,
  approved,
  approvedWishes,
  approver,
  because,
  checkClaim,
  checker,
  claim,
  completeWishes,
  coverFacts,
  determineHeirs,
  idr,
  recommendClaim,
  rejectClaim,
  settleClaim,
  system,
  verifier,
} from '../claim-facts.ts';

type Wishes = readonly (readonly [ClaimCommand, Context])[];

/** Law of 2025: within three months of the membership only the burial, ten million, is owed. */
const DEATH = localDate('2024-03-01');
const none = coverFacts({ state: 'LAPSED', unpaidMonths: 4 });
const settledWishes: Wishes = [...approvedWishes, [settleClaim(['42000000', 'SETTLED']), system]];
const settled = claim.after(...settledWishes);
const determined = (amount: string, reference = 'PW-3/2024'): ClaimCommand => ({
  type: 'RecordBindingDetermination',
  data: {
    ...{ authority: 'LABOUR_INSPECTOR', reference, determinedOn: localDate('2024-07-05') },
    ...{ entitledIdr: idr(amount), basis: 'PP 44/2015 Pasal 49', evidenceSha256: 'sha-w' },
  },
});
const late = (cover: CoverFacts): ClaimCommand => ({
  type: 'NoteLateFact',
  data: { cause: { streamId: 'bill-1', position: '120' }, cover },
});
const corrected = (day: string, cover = coverFacts()): ClaimCommand => ({
  type: 'CorrectDeathDate',
  data: { deathDate: localDate(day), evidenceSha256: `sha-${day}`, reason: 'akta', cover },
});
const recovery = (amount: string, outcome: 'DEMAND' | 'WAIVE' = 'DEMAND'): ClaimCommand => ({
  type: 'DecideRecovery',
  data: { outcome, amountIdr: idr(amount), legalBasis: 'KUHPerdata 1359', reason: 'dibayar lebih' },
});
const stageAfter = (past: readonly ClaimEvent[]) => claimStage(fold(claimDecider, past));

describe('a paid claim of which more is owed', () => {
  const toppedUp: Wishes = [...settledWishes, [determined('48000000'), checker]];

  test('gets a top-up proposed, with its cause, and nothing is payable by that', () => {
    claim
      .given(...settled)
      .when(determined('48000000'), checker)
      .thenRecords(
        { type: 'BindingDeterminationRecorded', data: { authority: 'LABOUR_INSPECTOR' } },
        {
          type: 'TopUpProposed',
          data: {
            ...{ proposal: 1, entitledIdr: '48000000', grantedIdr: '42000000' },
            ...{ amountIdr: '6000000', shares: [{ payee: 'h1', amountIdr: '6000000' }] },
            cause: { kind: 'DETERMINATION', reference: 'PW-3/2024' },
          },
        },
      );
    expect(stageAfter(claim.after(...toppedUp))).toBe('TOP_UP_PROPOSED');
  });

  test('is recommended by one and approved by another; only then the sum is owed', () => {
    const past = claim.after(...toppedUp);
    const approve = approveClaim({ totalIdr: idr('6000000') });
    claim
      .given(...past)
      .when(approve, approver)
      .thenRefuses('ClaimNotRecommended', { stage: 'TOP_UP_PROPOSED' });
    claim
      .given(...past)
      .when(recommendClaim(), verifier)
      .thenRecords({
        type: 'ClaimRecommended',
        data: { decision: 2, totalIdr: '6000000', topUp: 1 },
      });
    const recommended = claim.after(...toppedUp, [recommendClaim(), verifier]);
    expect(stageAfter(recommended)).toBe('TOP_UP_RECOMMENDED');
    claim
      .given(...recommended)
      .when(approve, at(person('ani', 'approve-claim')))
      .thenRefuses('RecommenderCannotApprove');
    claim
      .given(...recommended)
      .when(approveClaim({ totalIdr: idr('42000000') }), approver)
      .thenRefuses('TotalChanged');
    claim
      .given(...recommended)
      .when(approve, approver)
      .thenRecords({ type: 'ClaimApproved', data: { decision: 2, totalIdr: '6000000' } });
    const again = claim.after(...toppedUp, [recommendClaim(), verifier], [approve, approver]);
    expect(stageAfter(again)).toBe('APPROVED');
    const paid = claim.after(
      ...toppedUp,
      [recommendClaim(), verifier],
      [approve, approver],
      [settleClaim(['6000000', 'SETTLED']), system],
    );
    expect(stageAfter(paid)).toBe('SETTLED');
    expect(fold(claimDecider, paid).granted).toEqual([{ payee: 'h1', amountIdr: '48000000' }]);
  });

  test('is neither rejected nor withdrawn; a recommendation goes back to the verifier', () => {
    const recommended = claim.after(...toppedUp, [recommendClaim(), verifier]);
    claim
      .given(...recommended)
      .when(rejectClaim(), approver)
      .thenRefuses('ClaimNotOpen');
    claim
      .given(...recommended)
      .when(because('WithdrawClaim'), checker)
      .thenRefuses('ClaimNotOpen');
    const back = claim.after(
      ...toppedUp,
      [recommendClaim(), verifier],
      [because('ReturnClaim'), approver],
    );
    expect(stageAfter(back)).toBe('TOP_UP_PROPOSED');
  });
});

describe('a paid claim of which less was owed', () => {
  test('by a corrected day of death proposes a recovery and takes nothing back', () => {
    claim
      .given(...settled)
      .when(corrected('2024-02-20', none), checker)
      .thenRecords(
        { type: 'DeathDateCorrected', data: { decisionFell: false } },
        { type: 'ChecksRecorded', data: {} },
        {
          type: 'RecoveryProposed',
          data: {
            amountIdr: '42000000',
            cause: { kind: 'DEATH_DATE', reference: 'sha-2024-02-20' },
          },
        },
      );
    const past = claim.after(...settledWishes, [corrected('2024-02-20', none), checker]);
    expect(stageAfter(past)).toBe('RECOVERY_PROPOSED');
    expect(fold(claimDecider, past).verdict?.totalIdr).toBe('42000000');
  });

  test('is decided by a person with authority, for its sum, with a legal basis, once', () => {
    const past = claim.after(...settledWishes, [determined('30000000'), checker]);
    const wish = (command: ClaimCommand, by: Context, code: string) =>
      claim
        .given(...past)
        .when(command, by)
        .thenRefuses(code);
    wish(recovery('11000000'), approver, 'TotalChanged');
    wish(recovery('12000000'), at(person('ani', 'approve-claim')), 'RecommenderCannotApprove');
    const limited = at({ ...approver.by, limits: [{ upToIdr: idr('1'), letter: 'SK' }] });
    wish(recovery('12000000'), limited, 'AboveLimit');
    const baseless: ClaimCommand = {
      type: 'DecideRecovery',
      data: { outcome: 'WAIVE', amountIdr: idr('12000000'), legalBasis: ' ', reason: 'x' },
    };
    wish(baseless, approver, 'LegalBasisMissing');
    claim
      .given(...past)
      .when(recovery('12000000', 'WAIVE'), approver)
      .thenRecords({ type: 'RecoveryDecided', data: { outcome: 'WAIVE', decidedBy: ['budi'] } });
    const waived = claim.after(
      ...settledWishes,
      [determined('30000000'), checker],
      [recovery('12000000', 'WAIVE'), approver],
    );
    expect(stageAfter(waived)).toBe('SETTLED');
    claim
      .given(...waived)
      .when(recovery('12000000', 'WAIVE'), approver)
      .thenNothing();
    claim
      .given(...waived)
      .when(recovery('12000000'), approver)
      .thenRefuses('RecoveryAlreadyDecided');
    claim
      .given(...settled)
      .when(recovery('1'), approver)
      .thenRefuses('RecoveryNotProposed');
  });

  test('and owed again before anybody decided drops the recovery', () => {
    claim
      .given(...claim.after(...settledWishes, [determined('30000000'), checker]))
      .when(determined('42000000', 'PW-4/2024'), checker)
      .thenRecords(
        { type: 'BindingDeterminationRecorded', data: {} },
        { type: 'AdjustmentDropped', data: { dropped: 'RECOVERY' } },
      );
  });

  test('is demanded once: what falls further is proposed alone, what rises again is owed', () => {
    const demanded: Wishes = [
      ...settledWishes,
      [determined('40000000'), checker],
      [recovery('2000000'), approver],
    ];
    claim
      .given(...claim.after(...demanded))
      .when(determined('39000000', 'PW-4/2024'), checker)
      .thenRecords(
        { type: 'BindingDeterminationRecorded', data: {} },
        { type: 'RecoveryProposed', data: { amountIdr: '1000000' } },
      );
    claim
      .given(...claim.after(...demanded))
      .when(determined('42000000', 'PW-4/2024'), checker)
      .thenRecords(
        { type: 'BindingDeterminationRecorded', data: {} },
        { type: 'TopUpProposed', data: { amountIdr: '2000000' } },
      );
  });

  test('and waived stays with the payee, and is paid neither twice nor back', () => {
    const waived: Wishes = [
      ...settledWishes,
      [determined('40000000'), checker],
      [recovery('2000000', 'WAIVE'), approver],
    ];
    const onlyRecorded = { type: 'BindingDeterminationRecorded', data: {} };
    claim
      .given(...claim.after(...waived))
      .when(determined('42000000', 'PW-4/2024'), checker)
      .thenRecords(onlyRecorded);
    claim
      .given(...claim.after(...waived))
      .when(determined('39000000', 'PW-4/2024'), checker)
      .thenRecords(onlyRecorded, { type: 'RecoveryProposed', data: { amountIdr: '1000000' } });
    claim
      .given(...claim.after(...waived))
      .when(determined('43000000', 'PW-4/2024'), checker)
      .thenRecords(onlyRecorded, { type: 'TopUpProposed', data: { amountIdr: '1000000' } });
  });
});

describe('demanded money that comes back', () => {
  const repaid = (amount: string, reference: string, paidOn = '2024-07-08'): ClaimCommand => ({
    type: 'RecordRepayment',
    data: {
      ...{ amountIdr: idr(amount), paidOn: localDate(paidOn), reference },
      evidenceSha256: `sha-${reference}`,
    },
  });
  const treasurer = at(person('tata', 'ingest-bank-answer'));
  const demanded: Wishes = [
    ...settledWishes,
    [determined('40000000'), checker],
    [recovery('2000000'), approver],
  ];

  test('comes in parts, each said once, until nothing is left; then nobody looks for it', () => {
    const past = claim.after(...demanded);
    expect(past.at(-1)).toMatchObject({ type: 'RecoveryDecided', data: { decision: 1 } });
    expect(recoveryTasksOf(fold(claimDecider, past)).map(({ task }) => task)).toEqual([
      'COLLECT_RECOVERY',
    ]);
    claim
      .given(...past)
      .when(repaid('500000', 'BKM-1'), treasurer)
      .thenRecords({ type: 'RecoveryRepaid', data: { leftIdr: '1500000' } });
    const half: Wishes = [...demanded, [repaid('500000', 'BKM-1'), treasurer]];
    const halfPast = claim.after(...half);
    claim
      .given(...halfPast)
      .when(repaid('500000', 'BKM-1'), treasurer)
      .thenNothing();
    claim
      .given(...halfPast)
      .when(repaid('1500001', 'BKM-2'), treasurer)
      .thenRefuses('RepaidTooMuch', { leftIdr: '1500000' });
    const whole = claim.after(...half, [repaid('1500000', 'BKM-2'), treasurer]);
    expect(whole.at(-1)).toMatchObject({ data: { leftIdr: '0' } });
    expect(recoveryTasksOf(fold(claimDecider, whole))).toEqual([]);
    claim
      .given(...whole)
      .when(repaid('1', 'BKM-3'), treasurer)
      .thenRefuses('NothingDemanded');
  });

  test.each([
    ['AmountNotPositive', repaid('0', 'BKM-1')],
    ['RepaidInFuture', repaid('1', 'BKM-1', '2024-07-09')],
    ['RepaymentReferenceMissing', repaid('1', ' ')],
  ] as const)('is refused: %s', (code, wish) => {
    claim
      .given(...claim.after(...demanded))
      .when(wish, treasurer)
      .thenRefuses(code);
  });

  test('of a claim in which nothing was demanded is refused', () => {
    claim
      .given(...settled)
      .when(repaid('1', 'BKM-1'), treasurer)
      .thenRefuses('NothingDemanded');
  });
});

describe('a binding determination', () => {
  test('of an open claim is what is recommended, whatever our own checks say', () => {
    const past = claim.after(
      ...completeWishes,
      [checkClaim(none), checker],
      [determineHeirs(), checker],
      [determined('20000000'), checker],
    );
    claim
      .given(...past)
      .when(recommendClaim(), verifier)
      .thenRecords({ type: 'ClaimRecommended', data: { totalIdr: '20000000' } });
  });

  test('needs number, basis, paper and a day that has come; twice it is one', () => {
    const { type, data } = determined('5') as Extract<
      ClaimCommand,
      { type: 'RecordBindingDetermination' }
    >;
    const faulty = (change: Partial<typeof data>, code: string) =>
      claim
        .given(...settled)
        .when({ type, data: { ...data, ...change } }, checker)
        .thenRefuses(code);
    faulty({ reference: ' ' }, 'DeterminationMissing');
    faulty({ basis: '' }, 'LegalBasisMissing');
    faulty({ evidenceSha256: '' }, 'EvidenceMissing');
    faulty({ determinedOn: localDate('2024-07-09') }, 'DeterminationInFuture');
    faulty({ entitledIdr: idr('-1') }, 'AmountNotPositive');
    const twice = claim.after(...settledWishes, [determined('48000000'), checker]);
    claim
      .given(...twice)
      .when(determined('48000000'), checker)
      .thenNothing();
    claim.given().when(determined('5'), checker).thenRefuses('ClaimUnknown');
  });
});

test('an approved claim keeps what differs until its money is with the heirs', () => {
  const waits = claim.after(...approvedWishes, [determined('48000000'), checker]);
  expect(stageAfter(waits)).toBe('APPROVED');
  const paid = claim.after(
    ...approvedWishes,
    [determined('48000000'), checker],
    [settleClaim(['42000000', 'SETTLED']), system],
  );
  expect(stageAfter(paid)).toBe('TOP_UP_PROPOSED');
  claim
    .given(...approved)
    .when(late(coverFacts({ position: '9' })), system)
    .thenNothing();
});

const share = (shares: readonly { amountIdr: string }[] | undefined): bigint =>
  (shares ?? []).reduce((sum, { amountIdr }) => sum + parseRupiah(amountIdr), 0n);

const sumOf = (amounts: readonly string[]): bigint =>
  share(amounts.map((amountIdr) => ({ amountIdr })));

/** What is proposed and not decided. */
const openOf = ({ topUp, recovery: open }: ClaimState): bigint =>
  share(topUp?.shares) - (open?.decided == null ? share(open?.shares) : 0n);

/** What the facts as they stand entitle to, asked of the rules and of nothing that was recorded. */
const entitledNow = (state: ClaimState, cover: CoverFacts): bigint => {
  const benefits = state.heirs === null ? null : benefitsFor(state, { cover, heirs: state.heirs });
  return parseRupiah(benefits?.totalIdr ?? idr('0'));
};

describe('in any order of arrival', () => {
  const COVERS = [coverFacts(), none, coverFacts({ membershipStart: localDate('2024-02-25') })];
  const steps = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('cover' as const), cover: fc.constantFrom(...COVERS) }),
      fc.record({
        kind: fc.constant('day' as const),
        day: fc.constantFrom('2024-02-20', '2024-02-27', DEATH),
        cover: fc.constantFrom(...COVERS),
      }),
      fc.record({
        kind: fc.constant('word' as const),
        amount: fc.constantFrom('0', '10000000', '42000000', '50000000'),
        number: fc.integer({ min: 1, max: 3 }),
      }),
      fc.record({ kind: fc.constantFrom('decide' as const, 'demand' as const, 'pay' as const) }),
    ),
    { maxLength: 14 },
  );

  const take = (past: readonly ClaimEvent[], command: ClaimCommand, by: Context) => {
    const decision = claimDecider.decide(command, fold(claimDecider, past), by);
    return 'accepted' in decision ? [...past, ...decision.accepted] : past;
  };

  type Fact = typeof steps extends fc.Arbitrary<readonly (infer F)[]> ? F : never;

  /** A fact that arrives, or a person who decides what is proposed. */
  const next = (past: readonly ClaimEvent[], fact: Fact): readonly ClaimEvent[] => {
    const { cover, recovery: open, verdict } = fold(claimDecider, past);
    switch (fact.kind) {
      case 'cover':
        return take(past, late(fact.cover), system);
      case 'day':
        return take(past, corrected(fact.day, fact.cover), checker);
      case 'word':
        return take(past, determined(fact.amount, `PW-${fact.number}`), checker);
      case 'demand':
        return take(past, recovery(open?.amountIdr ?? '0'), approver);
      case 'pay':
        return take(past, settleClaim([verdict?.totalIdr ?? '0', 'SETTLED']), system);
      default: {
        const recommended = take(past, recommendClaim(), verifier);
        const totalIdr = fold(claimDecider, recommended).topUp?.amountIdr ?? idr('0');
        return take(recommended, approveClaim({ totalIdr, cover }), approver);
      }
    }
  };

  test('paid and on its way − demanded + open top-up − open recovery = entitlement, after every fact', () => {
    fc.assert(
      fc.property(steps, (facts) => {
        let past: readonly ClaimEvent[] = settled;
        for (const fact of facts) {
          past = next(past, fact);
          const state = fold(claimDecider, past);
          // Counted from the events alone: what each person really demanded.
          const demanded = sumOf(
            past.flatMap((event) =>
              event.type === 'RecoveryDecided' ? [event.data.amountIdr] : [],
            ),
          );
          const granted = parseRupiah(totalOf(state.granted));
          expect(granted - demanded + openOf(state)).toBe(
            entitledNow(state, state.cover ?? coverFacts()),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  test('the same facts in another order end at the same entitlement', () => {
    const facts: readonly Fact[] = [
      { kind: 'word', amount: '50000000', number: 1 },
      { kind: 'decide' },
      { kind: 'pay' },
      { kind: 'demand' },
    ];
    const owed = (order: readonly Fact[]) => {
      const state = fold(claimDecider, order.reduce(next, settled));
      return parseRupiah(totalOf(state.granted)) - share(state.demanded) + openOf(state);
    };
    fc.assert(
      fc.property(fc.shuffledSubarray([...facts], { minLength: facts.length }), (order) => {
        expect(owed(order)).toBe(50_000_000n);
      }),
      { numRuns: 24 },
    );
  });
});
