// The life of a list: received with its verdicts, named by decree, submitted, answered.
import { describe, expect, test } from 'vitest';
import { systemActor } from '../../../domain/actor.ts';
import { localDate } from '../../../domain/calendar.ts';
import { fold } from '../../../domain/decider.ts';
import {
  ROSTER_ROWS_MAX,
  rosterDecider,
  VERDICTS_PER_EVENT_MAX,
} from '../../../domain/roster/decider.ts';
import {
  ROW_PROBLEMS,
  type RosterCommand,
  type RosterEvent,
  type RowVerdict,
} from '../../../domain/roster/events.ts';
import { ROSTER_COLUMNS } from '../../../domain/roster/row-verdict.ts';
import { rosterStage } from '../../../domain/roster/state.ts';
import { at, person, specify } from '../specification.ts';

const roster = specify(rosterDecider);
const rahma = at(person('rahma', 'import-roster'));
const yusuf = at(person('yusuf', 'approve-roster'));
const gita = at(person('gita', 'register-workers'));
const system = at(systemActor);

type DataOf<T extends RosterCommand['type']> = Extract<RosterCommand, { type: T }>['data'];

const refusal = (row: number): RowVerdict => ({
  row,
  column: 'NIK',
  problem: 'NIK_LENGTH',
  severity: 'refused',
});

const receive = (changed: Partial<DataOf<'ReceiveRoster'>> = {}): RosterCommand => ({
  type: 'ReceiveRoster',
  data: {
    rosterId: 'list-1',
    trancheId: 'wave-1',
    programmeId: 'bontang',
    fileSha256: 'aa',
    rows: 10,
    accepted: 8,
    refused: 2,
    verdicts: [refusal(3), { ...refusal(4), severity: 'warning' }, refusal(5), refusal(5)],
    ...changed,
  },
});
const approve = (decreeNumber = 'SK 188.45/1', decreeDate = '2024-07-01'): RosterCommand => ({
  type: 'ApproveRoster',
  data: { decreeNumber, decreeDate: localDate(decreeDate) },
});
const submit = (workers = 8, fileSha256 = 'bb'): RosterCommand => ({
  type: 'SubmitRoster',
  data: { workers, fileSha256 },
});
const answer = (accepted = 7, refused = 1, fileSha256 = 'cc'): RosterCommand => ({
  type: 'AnswerRegistration',
  data: { fileSha256, accepted, refused },
});
const complete = (step: DataOf<'CompleteStep'>['step'], done = 8, skipped = 0): RosterCommand => ({
  type: 'CompleteStep',
  data: { step, done, skipped },
});

const received = roster.after([receive(), rahma]);
const approved = roster.after([receive(), rahma], [approve(), yusuf]);
const submitted = roster.after([receive(), rahma], [approve(), yusuf], [submit(), gita]);
const answered = roster.after(
  [receive(), rahma],
  [approve(), yusuf],
  [submit(), gita],
  [answer(), gita],
);
const stageAfter = (past: readonly RosterEvent[]) => rosterStage(fold(rosterDecider, past));

describe('receiving a list', () => {
  test('records counts, then the verdicts', () =>
    roster
      .given()
      .when(receive(), rahma)
      .thenRecords(
        { type: 'RosterReceived', data: { rows: 10, accepted: 8, refused: 2, fileSha256: 'aa' } },
        { type: 'RosterRowsRefused', data: { rosterId: 'list-1' } },
      ));

  test('keeps every verdict, in pieces that one event can hold', () => {
    const longest = <Word extends string>(words: readonly Word[], first: Word): Word =>
      words.reduce((a, b) => (b.length > a.length ? b : a), first);
    const verdicts = Array.from({ length: 1_234 }, (_, index) => ({
      row: ROSTER_ROWS_MAX - index,
      column: longest(ROSTER_COLUMNS, 'NIK'),
      problem: longest(ROW_PROBLEMS, 'NIK_DATE'),
      severity: 'refused' as const,
    }));
    const counts = { rows: 2_000, accepted: 766, refused: 1_234 };
    const events = roster.after([receive({ ...counts, verdicts }), rahma]);
    const pieces = events.flatMap((e) => (e.type === 'RosterRowsRefused' ? [e.data.verdicts] : []));
    expect(pieces.map((piece) => piece.length)).toEqual([500, 500, 234]);
    expect(pieces.flat()).toEqual(verdicts);
    expect(pieces[0]?.length).toBe(VERDICTS_PER_EVENT_MAX);
    for (const event of events) expect(JSON.stringify(event).length).toBeLessThan(64_000);
  });

  test('of the same file again changes nothing', () =>
    roster
      .given(...received)
      .when(receive(), rahma)
      .thenNothing());

  test('of another file in its place is refused', () =>
    roster
      .given(...received)
      .when(receive({ fileSha256: 'zz' }), rahma)
      .thenRefuses('RosterAlreadyReceived'));

  test.each<[Partial<DataOf<'ReceiveRoster'>>, string]>([
    [{ rows: 0, accepted: 0, refused: 0, verdicts: [] }, 'RosterEmpty'],
    [{ rows: ROSTER_ROWS_MAX + 1 }, 'RosterTooLarge'],
    [{ accepted: 9 }, 'RosterCountsDiffer'],
    [{ accepted: 7, refused: 3 }, 'RosterCountsDiffer'],
    [{ accepted: 12, refused: -2 }, 'RosterCountsDiffer'],
  ])('with %o is refused: %s', (changed, code) =>
    roster.given().when(receive(changed), rahma).thenRefuses(code),
  );
});

describe('the decree', () => {
  test('names the accepted people', () =>
    roster
      .given(...received)
      .when(approve(), yusuf)
      .thenRecords({
        type: 'RosterApproved',
        data: { decreeNumber: 'SK 188.45/1', decreeDate: '2024-07-01', workers: 8 },
      }));

  test('twice is once', () =>
    roster
      .given(...approved)
      .when(approve(), yusuf)
      .thenNothing());

  test('of another number or date over it is refused', () => {
    roster
      .given(...approved)
      .when(approve('SK 188.45/2'), yusuf)
      .thenRefuses('RosterAlreadyApproved', { decreeNumber: 'SK 188.45/1' });
    roster
      .given(...approved)
      .when(approve('SK 188.45/1', '2024-07-02'), yusuf)
      .thenRefuses('RosterAlreadyApproved');
  });

  test('cannot name nobody', () => {
    const all = Array.from({ length: 10 }, (_, index) => refusal(index + 1));
    const past = roster.after([receive({ accepted: 0, refused: 10, verdicts: all }), rahma]);
    roster
      .given(...past)
      .when(approve(), yusuf)
      .thenRefuses('NothingAccepted');
  });

  test('needs a number, a date that has come, and a list', () => {
    roster
      .given(...received)
      .when(approve('  '), yusuf)
      .thenRefuses('DecreeNumberMissing');
    const tomorrow = approve('SK 1', '2024-07-09');
    roster
      .given(...received)
      .when(tomorrow, yusuf)
      .thenRefuses('DecreeInFuture');
    roster.given().when(approve(), yusuf).thenRefuses('RosterUnknown');
  });
});

describe('submitting to the branch', () => {
  test('records how many and which file', () =>
    roster
      .given(...approved)
      .when(submit(), gita)
      .thenRecords({ type: 'RosterSubmitted', data: { workers: 8, fileSha256: 'bb' } }));

  test('twice is once', () =>
    roster
      .given(...submitted)
      .when(submit(), gita)
      .thenNothing());

  test('another file is refused', () =>
    roster
      .given(...submitted)
      .when(submit(8, 'xx'), gita)
      .thenRefuses('RosterAlreadySubmitted'));

  test('before the decree, of nobody, or of more than were accepted is refused', () => {
    roster.given().when(submit(), gita).thenRefuses('RosterUnknown');
    roster
      .given(...received)
      .when(submit(), gita)
      .thenRefuses('RosterNotApproved');
    roster
      .given(...approved)
      .when(submit(0), gita)
      .thenRefuses('NothingToSubmit');
    roster
      .given(...approved)
      .when(submit(9), gita)
      .thenRefuses('MoreWorkersThanAccepted', { workers: 9, accepted: 8 });
  });
});

describe('the answer of the branch', () => {
  test('records acceptances and refusals', () =>
    roster
      .given(...submitted)
      .when(answer(), gita)
      .thenRecords({ type: 'RegistrationAnswered', data: { accepted: 7, refused: 1 } }));

  test('of the same file again changes nothing', () =>
    roster
      .given(...answered)
      .when(answer(), gita)
      .thenNothing());

  test('may come in several files until everybody is answered for', () => {
    const first = roster.after(
      [receive(), rahma],
      [approve(), yusuf],
      [submit(), gita],
      [answer(5, 0, 'c1'), gita],
    );
    expect(stageAfter(first)).toBe('SUBMITTED');
    roster
      .given(...first)
      .when(answer(3, 1, 'c2'), gita)
      .thenRefuses('MoreAnswersThanSubmitted', { answers: 4, open: 3 });
    roster
      .given(...first)
      .when(answer(2, 1, 'c2'), gita)
      .thenRecords({ type: 'RegistrationAnswered', data: { accepted: 2, refused: 1 } });
  });

  test('before a submission, or with nobody in it, is refused', () => {
    roster.given().when(answer(), gita).thenRefuses('RosterUnknown');
    roster
      .given(...approved)
      .when(answer(), gita)
      .thenRefuses('RosterNotSubmitted');
    roster
      .given(...submitted)
      .when(answer(0, 0), gita)
      .thenRefuses('AnswerEmpty');
  });
});

describe('a step over all rows', () => {
  test.each([
    ['NOMINATION', received],
    ['DECREE', approved],
    ['REGISTRATION', answered],
    ['CARDS', answered],
  ] as const)('%s is completed once it is due', (step, past) =>
    roster
      .given(...past)
      .when(complete(step, 7, 1), system)
      .thenRecords({ type: 'RosterStepCompleted', data: { step, done: 7, skipped: 1 } }),
  );

  test.each([
    ['NOMINATION', []],
    ['DECREE', received],
    ['REGISTRATION', submitted],
    ['CARDS', submitted],
  ] as const)('%s is refused before that', (step, past) =>
    roster
      .given(...past)
      .when(complete(step), system)
      .thenRefuses(past.length === 0 ? 'RosterUnknown' : 'StepNotDue'),
  );

  test('twice is once; it may go on, and never goes back', () => {
    const past = roster.after([receive(), rahma], [complete('NOMINATION', 5), system]);
    roster
      .given(...past)
      .when(complete('NOMINATION', 5), system)
      .thenNothing();
    roster
      .given(...past)
      .when(complete('NOMINATION', 6, 1), system)
      .thenRecords({ type: 'RosterStepCompleted', data: { done: 6, skipped: 1 } });
    roster
      .given(...past)
      .when(complete('NOMINATION', 4), system)
      .thenRefuses('StepAlreadyCompleted', { done: 5 });
  });
});

test('a later answer that adds no card completes the cards again, once', () => {
  const first = [
    ...[[receive(), rahma] as const, [approve(), yusuf] as const, [submit(), gita] as const],
    ...[[answer(5, 0, 'c1'), gita] as const, [complete('REGISTRATION', 5), system] as const],
    ...[[complete('CARDS', 5), system] as const, [answer(0, 3, 'c2'), gita] as const],
    [complete('REGISTRATION', 5, 3), system] as const,
  ];
  const past = roster.after(...first);
  expect(fold(rosterDecider, past).due).toContain('CARDS');
  roster
    .given(...past)
    .when(complete('CARDS', 5), system)
    .thenRecords({ type: 'RosterStepCompleted', data: { step: 'CARDS', done: 5, skipped: 0 } });
  const ended = roster.after(...first, [complete('CARDS', 5), system]);
  expect(fold(rosterDecider, ended).due).not.toContain('CARDS');
  roster
    .given(...ended)
    .when(complete('CARDS', 5), system)
    .thenNothing();
});

test('the stage follows the list', () => {
  const stages = [[], received, approved, submitted, answered].map(stageAfter);
  expect(stages).toEqual(['UNKNOWN', 'RECEIVED', 'APPROVED', 'SUBMITTED', 'ANSWERED']);
});
