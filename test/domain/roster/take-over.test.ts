// A list of people registered already is taken over in one step, and knows no decree to wait for.
import { expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { fold } from '../../../domain/decider.ts';
import { rosterDecider } from '../../../domain/roster/decider.ts';
import type { RosterCommand } from '../../../domain/roster/events.ts';
import { rosterStage } from '../../../domain/roster/state.ts';
import { at, person, specify } from '../specification.ts';

const roster = specify(rosterDecider);
const lina = at(person('lina', 'record-history'));
const engine = at(person('system', 'follow-up'));
const list = {
  ...{ rosterId: 'list-1', trancheId: 'wave-1', programmeId: 'programme-1', fileSha256: 'aa' },
  ...{ rows: 3, accepted: 3, refused: 0, verdicts: [] },
};
const takeOver = (change: object = {}): RosterCommand => ({
  type: 'TakeOverRoster',
  data: {
    ...{ ...list, asOf: localDate('2024-07-17'), decreeNumber: null, decreeDate: null },
    ...change,
  },
});
const done: RosterCommand = {
  type: 'CompleteStep',
  data: { step: 'TAKE_OVER', done: 3, skipped: 0 },
};
const stageAfter = (...wishes: readonly RosterCommand[]) =>
  rosterStage(fold(rosterDecider, roster.after(...wishes.map((wish) => [wish, engine] as const))));

test('it is received, taken over in one step, and then at its end', () => {
  roster
    .given()
    .when(takeOver(), lina)
    .thenRecords(
      { type: 'RosterReceived', data: { rows: 3 } },
      { type: 'RosterTakenOver', data: {} },
    );
  expect(fold(rosterDecider, roster.after([takeOver(), lina])).due).toEqual(['TAKE_OVER']);
  expect(stageAfter(takeOver())).toBe('RECEIVED');
  expect(stageAfter(takeOver(), done)).toBe('TAKEN_OVER');
});

test('the same list again changes nothing; in another sense it is refused', () => {
  const past = roster.after([takeOver(), lina]);
  roster
    .given(...past)
    .when(takeOver(), lina)
    .thenNothing();
  roster
    .given(...past)
    .when({ type: 'ReceiveRoster', data: list }, lina)
    .thenRefuses('RosterAlreadyReceived');
});

test('nobody names its people in a decree afterwards, and a nomination is not due', () => {
  const past = roster.after([takeOver(), lina]);
  const approve: RosterCommand = {
    type: 'ApproveRoster',
    data: { decreeNumber: 'SK 1', decreeDate: localDate('2024-01-02') },
  };
  roster
    .given(...past)
    .when(approve, lina)
    .thenRefuses('RosterIsTakenOver');
  const nominated: RosterCommand = {
    type: 'CompleteStep',
    data: { step: 'NOMINATION', done: 3, skipped: 0 },
  };
  roster
    .given(...past)
    .when(nominated, engine)
    .thenRefuses('StepNotDue');
});

test('a decree is told whole or not at all, and never later than the list', () => {
  const half = takeOver({ decreeNumber: 'SK 1/2023' });
  roster.given().when(half, lina).thenRefuses('DecreeNumberMissing');
  const late = takeOver({ decreeNumber: 'SK 1/2023', decreeDate: localDate('2024-07-18') });
  roster.given().when(late, lina).thenRefuses('DecreeInFuture');
});
