// The premium gate of a tranche and its clock: opened by cards, by a person, or never in time.
import { describe, expect, test } from 'vitest';
import { systemActor } from '../../../domain/actor.ts';
import { localDate, type Month } from '../../../domain/calendar.ts';
import { fold } from '../../../domain/decider.ts';
import { type RupiahText, rupiah, rupiahText } from '../../../domain/money.ts';
import type { TrancheCommand } from '../../../domain/programme/events.ts';
import type { GateRule, TrancheFacts } from '../../../domain/programme/gate-events.ts';
import { acceptedMonths } from '../../../domain/programme/gate-state.ts';
import { trancheDecider } from '../../../domain/programme/tranche-decider.ts';
import { trancheStanding } from '../../../domain/programme/tranche-standing.ts';
import { at, person, specify } from '../specification.ts';

const tranche = specify(trancheDecider);
const rahma = at(person('rahma', 'manage-programme'));
const officer = at(person('eko', 'hand-over-card'), '2025-05-01T04:00:00.000Z');
const sekda = at(person('sekda', 'override-gate'), '2025-04-10T04:00:00.000Z');
const branch = at(person('gita', 'accept-arrears'), '2025-06-10T04:00:00.000Z');
const systemOn = (day: string) => at(systemActor, `${day}T02:00:00.000Z`);
const MONTHLY: RupiahText = rupiahText(rupiah(16_800n));

const ALL_CARDS: GateRule = { basis: 'RECEIVED', of: 'QUOTA', sharePercent: 100 };
const open = (gate?: GateRule): TrancheCommand => ({
  type: 'OpenTranche',
  data: {
    ...{ trancheId: 'kutim-1', programmeId: 'kutim', name: 'Gelombang I', quota: 100 },
    coverFrom: localDate('2025-02-24'),
    monthlyContributionIdr: MONTHLY,
    ...(gate !== undefined && { gate }),
  },
});
const receive = (deliveryNote: string, cards: number): TrancheCommand => ({
  type: 'ReceiveCards',
  data: { deliveryNote, cards, receivedOn: localDate('2025-03-10') },
});
const facts = (own: Partial<TrancheFacts> & { handedOver?: number } = {}): TrancheFacts => ({
  members: { registered: 66, alive: 65, handedOver: own.handedOver ?? 0, position: '9' },
  paid: own.paid ?? [],
  carriedSince: own.carriedSince ?? localDate('2025-02-24'),
  payBy: localDate('2025-04-30'),
  calendarVersion: 'test',
});
const override = (reason: string, own: TrancheFacts | null = facts()): TrancheCommand => ({
  type: 'OverrideGate',
  data: { reason, facts: own },
});
const assessGate = (own = facts()): TrancheCommand => ({
  type: 'AssessGate',
  data: { facts: own },
});
const assessLapse = (own = facts()): TrancheCommand => ({
  type: 'AssessLapse',
  data: { facts: own },
});

const gated = tranche.after([open(ALL_CARDS), rahma]);

describe('a premium gate', () => {
  test('is set with the tranche, or later; twice is once', () => {
    tranche
      .given()
      .when(open(ALL_CARDS), rahma)
      .thenRecords(
        { type: 'TrancheOpened', data: {} },
        { type: 'PremiumGateSet', data: ALL_CARDS },
      );
    const set: TrancheCommand = { type: 'SetGate', data: { ...ALL_CARDS, sharePercent: 80 } };
    tranche
      .given(...gated)
      .when(set, rahma)
      .thenRecords({ type: 'PremiumGateSet', data: {} });
    tranche
      .given(...gated)
      .when({ type: 'SetGate', data: ALL_CARDS }, rahma)
      .thenNothing();
  });

  test.each([0, 101, 1.5])('with a share of %d percent is refused', (sharePercent) => {
    tranche
      .given()
      .when(open({ ...ALL_CARDS, sharePercent }), rahma)
      .thenRefuses('ShareInvalid', { sharePercent });
  });

  test('opens with the last card of its quorum, and not before', () => {
    const most = [
      ...gated,
      ...tranche.after([open(ALL_CARDS), rahma], [receive('a', 99), officer]),
    ].slice(-1);
    tranche
      .given(...gated, ...most)
      .when(assessGate(), systemOn('2025-03-10'))
      .thenNothing();
    const all = tranche.after(
      [open(ALL_CARDS), rahma],
      [receive('a', 99), officer],
      [receive('b', 1), officer],
    );
    tranche
      .given(...all)
      .when(assessGate(), systemOn('2025-03-10'))
      .thenRecords({ type: 'PremiumGateOpened', data: { cards: 100, quorum: 100 } });
  });

  test('opens by cards handed over, counted among the registered', () => {
    const rule: GateRule = { basis: 'HANDED_OVER', of: 'REGISTERED', sharePercent: 80 };
    const waiting = tranche.after([open(rule), rahma]);
    tranche
      .given(...waiting)
      .when(assessGate(facts({ handedOver: 52 })), systemOn('2025-03-10'))
      .thenNothing();
    tranche
      .given(...waiting)
      .when(assessGate(facts({ handedOver: 53 })), systemOn('2025-03-10'))
      .thenRecords({ type: 'PremiumGateOpened', data: { cards: 53, quorum: 53, registered: 66 } });
  });

  test('never opens for nobody, nor twice, nor where none was set', () => {
    const nobody = { registered: 0, alive: 0, handedOver: 0, position: '1' };
    const rule: GateRule = { basis: 'HANDED_OVER', of: 'REGISTERED', sharePercent: 80 };
    tranche
      .given(...tranche.after([open(rule), rahma]))
      .when(assessGate({ ...facts(), members: nobody }), systemOn('2025-03-10'))
      .thenNothing();
    tranche
      .given(...tranche.after([open(), rahma]))
      .when(assessGate(), systemOn('2025-03-10'))
      .thenNothing();
  });
});

describe('cards received by the sponsor', () => {
  test('count once per delivery note', () => {
    const some = tranche.after([open(ALL_CARDS), rahma], [receive('a', 60), officer]);
    tranche
      .given(...some)
      .when(receive('a', 60), officer)
      .thenNothing();
    tranche
      .given(...some)
      .when(receive('a', 61), officer)
      .thenRefuses('DeliveryAlreadyRecorded');
    tranche
      .given(...some)
      .when(receive('b', 41), officer)
      .thenRefuses('MoreCardsThanQuota', { quota: 100, before: 60, cards: 41 });
    tranche
      .given(...some)
      .when(receive('b', 40), officer)
      .thenRecords({
        ...{ type: 'SponsorCardsReceived', data: { cards: 40 } },
      });
  });

  test.each([
    [receive('', 1), 'DeliveryNoteMissing'],
    [receive('a', 0), 'CardsInvalid'],
  ])('%o is refused: %s', (wish, code) =>
    tranche
      .given(...gated)
      .when(wish, officer)
      .thenRefuses(code),
  );

  test('on a day to come are refused', () =>
    tranche
      .given(...gated)
      .when(receive('a', 1), systemOn('2025-03-01'))
      .thenRefuses('DeliveryInFuture'));
});

describe('an override', () => {
  test('names person, reason, cards and the end of cover it looks in the eye', () => {
    tranche
      .given(...gated)
      .when(override('kepesertaan hampir berakhir'), sekda)
      .thenRecords({
        type: 'PremiumGateOverridden',
        data: {
          ...{ reason: 'kepesertaan hampir berakhir', overriddenBy: ['sekda'] },
          ...{ cards: 0, quorum: 100, firstUnpaid: '2025-02', lapsesOn: '2025-05-01' },
        },
      });
  });

  test('needs a reason, a gate, and one that is shut', () => {
    tranche
      .given(...gated)
      .when(override('  '), sekda)
      .thenRefuses('ReasonMissing');
    tranche
      .given(...tranche.after([open(), rahma]))
      .when(override('x'), sekda)
      .thenRefuses('GateNotSet');
    const done = tranche.after([open(ALL_CARDS), rahma], [override('x'), sekda]);
    tranche
      .given(...done)
      .when(override('x'), sekda)
      .thenNothing();
    tranche
      .given(...done)
      .when(override('y'), sekda)
      .thenRefuses('GateAlreadyOpen');
    tranche
      .given(...done)
      .when(assessGate(), systemOn('2025-04-11'))
      .thenNothing();
    tranche
      .given(...done)
      .when({ type: 'SetGate', data: { ...ALL_CARDS, sharePercent: 1 } }, rahma)
      .thenRefuses('GateAlreadyOpen');
  });

  test('of an unknown tranche is refused', () =>
    tranche.given().when(override('x'), sekda).thenRefuses('TrancheUnknown'));
});

describe('the lapse clock', () => {
  test('says nothing before day 30, then warns once and shows the shut gate', () => {
    tranche
      .given(...gated)
      .when(assessLapse(), systemOn('2025-03-01'))
      .thenNothing();
    tranche
      .given(...gated)
      .when(assessLapse(), systemOn('2025-03-02'))
      .thenRecords({
        type: 'LapseWarned',
        data: {
          ...{ milestone: 'WARNING_30', firstUnpaid: '2025-02', lapsesOn: '2025-05-01' },
          ...{ gate: 'CLOSED', cardsMissing: 100, workersAtRisk: 65, remind: true },
        },
      });
    const warned = tranche.after([open(ALL_CARDS), rahma], [assessLapse(), systemOn('2025-03-02')]);
    tranche
      .given(...warned)
      .when(assessLapse(), systemOn('2025-03-20'))
      .thenNothing();
  });

  test('ends the cover with the fourth month, everything before it once', () => {
    tranche
      .given(...gated)
      .when(assessLapse(), systemOn('2025-05-01'))
      .thenRecords(
        { type: 'LapseWarned', data: { milestone: 'WARNING_30' } },
        { type: 'LapseWarned', data: { milestone: 'WARNING_60' } },
        { type: 'LapseWarned', data: { milestone: 'ESCALATION_80' } },
        { type: 'CoverLapsed', data: { lapsedOn: '2025-05-01', workers: 65, gate: 'CLOSED' } },
      );
  });

  test('reminds nobody of what fell due before the house carried the tranche', () => {
    const since = facts({ carriedSince: localDate('2025-04-10') });
    tranche
      .given(...gated)
      .when(assessLapse(since), systemOn('2025-04-21'))
      .thenRecords(
        { type: 'LapseWarned', data: { milestone: 'WARNING_30', remind: false } },
        { type: 'LapseWarned', data: { milestone: 'WARNING_60', remind: false } },
        { type: 'LapseWarned', data: { milestone: 'ESCALATION_80', remind: true } },
      );
  });

  test('reminds nobody of days that a payment on the way brought with it', () => {
    const paid = [{ month: '2025-02' as Month, paidOn: localDate('2025-04-10') }];
    tranche
      .given(...gated)
      .when(assessLapse(facts({ paid })), systemOn('2025-04-29'))
      .thenRecords(
        {
          type: 'LapseWarned',
          data: { firstUnpaid: '2025-03', milestone: 'WARNING_30', remind: false },
        },
        {
          type: 'LapseWarned',
          data: { firstUnpaid: '2025-03', milestone: 'WARNING_60', remind: true },
        },
      );
  });

  test('begins anew with another run of unpaid months', () => {
    const paid = [{ month: '2025-02' as Month, paidOn: localDate('2025-03-05') }];
    const warned = tranche.after([open(), rahma], [assessLapse(), systemOn('2025-03-02')]);
    tranche
      .given(...warned)
      .when(assessLapse(facts({ paid })), systemOn('2025-03-30'))
      .thenRecords({ type: 'LapseWarned', data: { firstUnpaid: '2025-03', gate: 'NONE' } });
  });
});

describe('what the branch and the treasury say', () => {
  const accept = (from: string, through: string, letter = 'B/1'): TrancheCommand => ({
    type: 'AcceptArrears',
    data: {
      ...{ from: from as Month, through: through as Month, letter },
      decidedOn: localDate('2025-06-09'),
    },
  });
  const budget = (from: string, through: string, document = 'DPA 1'): TrancheCommand => ({
    type: 'BudgetMonths',
    data: { from: from as Month, through: through as Month, document },
  });

  test('arrears are accepted by letter, once, for months that were', () => {
    const accepted = tranche.after([open(), rahma], [accept('2025-02', '2025-05'), branch]);
    expect(acceptedMonths(fold(trancheDecider, accepted).gate)).toHaveLength(4);
    tranche
      .given(...accepted)
      .when(accept('2025-03', '2025-04'), branch)
      .thenNothing();
    tranche
      .given(...accepted)
      .when(accept('2025-05', '2025-07'), branch)
      .thenRefuses('PeriodInvalid');
    tranche
      .given(...accepted)
      .when(accept('2025-01', '2025-02'), branch)
      .thenRefuses('PeriodInvalid');
    tranche
      .given(...accepted)
      .when(accept('2025-05', '2025-06', ' '), branch)
      .thenRefuses('LetterMissing');
    tranche
      .given(...accepted)
      .when(accept('2025-05', '2025-06'), at(branch.by, '2025-06-01T00:00:00.000Z'))
      .thenRefuses('LetterInFuture');
  });

  test('a month that no budget document names is a task (C-24)', () => {
    const named = tranche.after([open(), rahma], [budget('2025-02', '2025-12'), branch]);
    tranche
      .given(...named)
      .when(budget('2025-02', '2025-12'), branch)
      .thenNothing();
    tranche
      .given(...named)
      .when(budget('2026-02', '2026-01'), branch)
      .thenRefuses('PeriodInvalid');
    tranche
      .given(...named)
      .when(budget('2026-01', '2026-02', ''), branch)
      .thenRefuses('BudgetDocumentMissing');
    const { tranche: opened, gate } = fold(trancheDecider, named);
    if (opened === null) throw new Error('not opened');
    const { members, paid } = facts();
    const standing = trancheStanding(
      { tranche: opened, gate },
      { members, paid },
      localDate('2026-02-10'),
    );
    expect(standing.monthsWithoutBudget).toEqual(['2026-01', '2026-02']);
  });
});

test('a shut gate over unpaid months is one conflict, said in figures; out of reach when it is', () => {
  const { tranche: opened, gate } = fold(trancheDecider, gated);
  if (opened === null) throw new Error('not opened');
  const on = (day: string) => trancheStanding({ tranche: opened, gate }, facts(), localDate(day));
  expect(on('2025-04-10')).toMatchObject({
    conflict: { cardsMissing: 100, daysToLapse: 21, hasLapsed: false, isOutOfReach: true },
    personsAtRisk: 65,
  });
  expect(on('2025-05-02').conflict).toMatchObject({ daysToLapse: -1, hasLapsed: true });
});
