// A person pauses, resumes or cancels the work on a list, with a reason; a cancelled list comes back.
import { expect, test } from 'vitest';
import type { SteerBatch } from '../../../domain/batch.ts';
import { localDate } from '../../../domain/calendar.ts';
import { fold } from '../../../domain/decider.ts';
import { rosterDecider } from '../../../domain/roster/decider.ts';
import type { RosterCommand } from '../../../domain/roster/events.ts';
import { at, person, specify } from '../specification.ts';

const roster = specify(rosterDecider);
const officer = at(person('rahma', 'import-roster'));

const receive: RosterCommand = {
  type: 'ReceiveRoster',
  data: {
    ...{ rosterId: 'list-1', trancheId: 'tranche-1', programmeId: 'programme-1' },
    ...{ fileSha256: 'file', rows: 10, accepted: 10, refused: 0, verdicts: [] },
  },
};
const approve: RosterCommand = {
  type: 'ApproveRoster',
  data: { decreeNumber: 'SK 1', decreeDate: localDate('2024-07-01') },
};
const place = { step: 'NOMINATION', done: 4, skipped: 0, left: 6 };
const wish = (type: SteerBatch['type'], reason = 'server dirawat'): RosterCommand => ({
  type,
  data: { reason, at: place },
});
const after = (...commands: readonly RosterCommand[]) =>
  roster.after(...commands.map((command) => [command, officer] as const));

test('each wish is recorded with its reason and how far the work had come', () => {
  for (const [past, type, event] of [
    [after(receive), 'PauseBatch', 'RosterPaused'],
    [after(receive, wish('PauseBatch')), 'ResumeBatch', 'RosterResumed'],
    [after(receive), 'CancelBatch', 'RosterCancelled'],
  ] as const)
    roster
      .given(...past)
      .when(wish(type), officer)
      .thenRecords({
        type: event,
        data: { rosterId: 'list-1', reason: 'server dirawat', ...place },
      });
});

test('the same wish again changes nothing; one without list or reason is refused', () => {
  roster
    .given(...after(receive, wish('PauseBatch')))
    .when(wish('PauseBatch'), officer)
    .thenNothing();
  roster.given().when(wish('PauseBatch'), officer).thenRefuses('RosterUnknown');
  roster
    .given(...after(receive))
    .when(wish('PauseBatch', ''), officer)
    .thenRefuses('ReasonMissing');
});

test('a cancelled list takes no decree until it is received again, and keeps its steps', () => {
  const cancelled = after(receive, wish('CancelBatch'));
  roster
    .given(...cancelled)
    .when(approve, officer)
    .thenRefuses('BatchIsCancelled');
  roster
    .given(...cancelled)
    .when(receive, officer)
    .thenRecords({ type: 'RosterReopened', data: { rosterId: 'list-1' } });
  const again = fold(rosterDecider, after(receive, wish('CancelBatch'), receive));
  expect(again).toMatchObject({ control: 'RUNNING', due: ['NOMINATION'] });
});

test('a list with nothing left has ended', () => {
  const step = (name: 'NOMINATION' | 'DECREE' | 'REGISTRATION' | 'CARDS'): RosterCommand => ({
    type: 'CompleteStep',
    data: { step: name, done: 10, skipped: 0 },
  });
  const all = after(
    ...[receive, step('NOMINATION'), approve, step('DECREE')],
    { type: 'SubmitRoster', data: { workers: 10, fileSha256: 'sent' } },
    { type: 'AnswerRegistration', data: { fileSha256: 'back', accepted: 10, refused: 0 } },
    ...[step('REGISTRATION'), step('CARDS')],
  );
  roster
    .given(...all)
    .when(wish('CancelBatch'), officer)
    .thenRefuses('BatchEnded');
});
