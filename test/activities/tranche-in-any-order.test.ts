// A past entered in any order of batches ends in the same cover and figures, and reminds nobody.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { coverFacts } from '../../activities/cover-facts.ts';
import { createRecordDecision } from '../../activities/record-decision.ts';
import { allOf } from '../../activities/stored-events.ts';
import { trancheLog } from '../../activities/tranche-facts.ts';
import { drawFrom } from '../../apps/demo/pseudo-random.ts';
import { localDate, type Month } from '../../domain/calendar.ts';
import type { CommandEnvelope } from '../../domain/command.ts';
import { trancheStanding } from '../../domain/programme/tranche-standing.ts';
import type { Position } from '../../infra/event-store/event-store.ts';
import { replayFigures } from '../../projections/programme-summary/replayed-figures.ts';
import { readLog } from '../../projections/read-log.ts';
import { type EngineFixture, openEngineFixture } from './engine-fixture.ts';
import { envelope, must, reportDeath, type Send } from './office-story.ts';
import {
  COVER_FROM,
  enrolMembers,
  foundProgramme,
  KELURAHAN,
  opening,
  payMonth,
  type Regency,
  registerOfficers,
  trancheWish,
} from './regency-story.ts';

const ORDERS = 10;
const MEMBERS = 4;
const LATER_COVER = localDate('2025-06-10');
const DAYS = ['2025-02-24', '2025-04-30', '2025-06-01', '2025-07-10', '2025-10-31', '2026-03-01'];

let engine: EngineFixture;
let send: Send;

beforeAll(async () => {
  engine = await openEngineFixture();
  send = createRecordDecision(engine.ports);
  await registerOfficers(send, engine.ports);
}, 60_000);
afterAll(() => engine?.close());

const past = (day: string): Partial<CommandEnvelope> => ({
  history: { effectiveAt: `${day}T02:00:00.000Z`, source: 'buku iuran lama' },
  reason: 'memuat riwayat gelombang',
});

type Entry = () => Promise<unknown>;

/** Paid in time, late, too late, months missing, one paid ahead. */
const PAID = [
  ...[
    ['2025-02', '2025-04-28'],
    ['2025-03', '2025-04-28'],
    ['2025-04', '2025-04-28'],
  ],
  ...[
    ['2025-05', '2025-09-12'],
    ['2025-06', '2025-09-12'],
    ['2025-09', '2025-09-12'],
    ['2025-10', '2025-09-30'],
  ],
] as const;

/** Everything that was known of one tranche, each entry free of the others. */
const entriesOf = (regency: Regency, members: readonly string[]): readonly Entry[] => {
  const { ports } = engine;
  const { trancheId } = regency;
  const cards = (deliveryNote: string, count: number, day: string): Entry => {
    const data = { deliveryNote, cards: count, receivedOn: localDate(day) };
    return () =>
      must(
        send({ ...trancheWish(regency, { type: 'ReceiveCards', data }), ...past(day) } as never),
      );
  };
  const handOver = (workerId: string, day: string): Entry => {
    const data = { workerId, cardId: ports.ids.card(workerId, 1), place: KELURAHAN };
    const command = {
      type: 'HandOverCard' as const,
      data: { ...data, method: 'LIST' as const, receivedBy: 'WORKER' as const },
    };
    const wish = envelope('worker', workerId, { command, as: 'dinas-rahma' }, past(day));
    return () => must(send(wish));
  };
  const death =
    (workerId: string, on: string, known: string): Entry =>
    async () => {
      const report = await reportDeath(ports, workerId, localDate(on));
      await must(send({ ...report, actorId: 'dinas-rahma', ...past(known) } as CommandEnvelope));
      await engine.activities.noteDeath(report.streamId);
    };
  const arrears: Entry = () => {
    const data = {
      ...{ from: '2025-06' as Month, through: '2025-06' as Month, letter: 'B/1' },
      decidedOn: localDate('2025-09-20'),
    };
    const wish = trancheWish(regency, { type: 'AcceptArrears', data }, 'cabang-gita');
    return must(send({ ...wish, ...past('2025-09-20') } as CommandEnvelope));
  };
  const [first = '', second = '', third = '', fourth = ''] = members;
  return [
    ...PAID.map(
      ([month, paidOn]): Entry =>
        () => {
          const of = { trancheId, month, paidOn: localDate(paidOn), workers: MEMBERS };
          return payMonth(send, ports, { ...of, own: past(paidOn) });
        },
    ),
    ...[cards('BAST 1', 2, '2025-03-03'), cards('BAST 2', 1, '2025-05-03')],
    cards('BAST 3', 1, '2025-08-03'),
    ...[handOver(second, '2025-05-10'), handOver(fourth, '2025-06-12')],
    ...[death(third, '2025-04-15', '2025-05-02'), death(first, '2025-07-10', '2025-10-02')],
    arrears,
  ];
};

const shuffled = <T>(seed: string, list: readonly T[]): readonly T[] => {
  const draw = drawFrom(seed);
  return list
    .map((item) => ({ item, at: draw.below(1_000_000) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
};

/** Without ids: what two tranches with the same past have in common. */
const outcomeOf = async (regency: Regency, members: readonly string[]) => {
  const { ports } = engine;
  const { trancheId } = regency;
  const covers = [];
  for (const workerId of members)
    for (const day of DAYS) {
      const {
        position: _,
        sources: _sources,
        ...cover
      } = await coverFacts(ports, workerId, localDate(day));
      covers.push({ day, ...cover });
    }
  const replayed = await replayFigures(readLog(ports.store, '0' as Position, 5_000));
  const position = await ports.store.safePosition();
  const log = await trancheLog(ports, trancheId, { position, through: localDate('2026-03-01') });
  const { tranche, gate } = log.state;
  if (tranche === null) throw new Error('not opened');
  const counted = { ...(await ports.tranches.members(trancheId)), position: '0' };
  const standings = DAYS.map((day) => {
    const known = { paid: log.paid, members: counted };
    const {
      trancheId: _,
      programmeId: _programme,
      ...standing
    } = trancheStanding({ tranche, gate }, known, localDate(day));
    return standing;
  });
  const figures = DAYS.map((day) => replayed.figures({ asOf: localDate(day), trancheId }));
  const warned = allOf(log.tranche.history, 'LapseWarned').map(
    ({ trancheId: _, ...warning }) => warning,
  );
  const lapsed = allOf(log.tranche.history, 'CoverLapsed').map(({ trancheId: _, ...end }) => end);
  const opened = log.tranche.history.filter(({ type }) => type === 'PremiumGateOpened');
  return {
    ...{ covers, standings, figures, warned, lapsed },
    opened: opened.map(({ effectiveAt, meta }) => ({ effectiveAt, origin: meta.origin })),
  };
};

const BATCH = 3;

const lived = async (order: number) => {
  engine.setClock('2025-02-24T02:00:00.000Z');
  const regency = await foundProgramme(send, engine.ports);
  const rule = { basis: 'RECEIVED', of: 'REGISTERED', sharePercent: 100 } as const;
  const startOf = (index: number) => (index === MEMBERS - 1 ? LATER_COVER : COVER_FROM);
  const members = await enrolMembers(engine.ports, regency, MEMBERS, startOf);
  engine.setClock(undefined);
  const open = trancheWish(regency, opening(regency, rule));
  await must(send({ ...open, ...past('2025-02-20') } as CommandEnvelope));
  const entries = shuffled(`order ${order}`, entriesOf(regency, members));
  for (let from = 0; from < entries.length; from += BATCH) {
    for (const entry of entries.slice(from, from + BATCH)) await entry();
    // Nothing is judged while a past is being entered.
    const { waitingFor } = await engine.activities.lookAtTranche(regency.trancheId);
    expect(waitingFor).toBe('HISTORY');
  }
  engine.setClock(new Date(Date.now() + 2 * 3_600_000).toISOString());
  const after = await engine.activities.lookAtTranche(regency.trancheId);
  expect(after.waitingFor).toBe('CONTRIBUTION');
  await engine.activities.recheckCover(regency.trancheId);
  return outcomeOf(regency, members);
};

test('ten random orders of the same batches give the same cover, figures, gate and clock', async () => {
  const first = await lived(0);
  // What it must be, so that ten times the same nonsense would not pass.
  const counted = first.figures.map((at) =>
    [at.registered_cumulative, at.active_now, at.not_started_now, at.lapsed_now, at.ended].join(
      ' ',
    ),
  );
  expect(counted).toEqual([
    '4 0 4 0 0',
    '4 3 1 0 0',
    '4 2 1 0 1',
    '4 2 1 0 1',
    '4 2 0 0 2',
    '4 0 0 2 2',
  ]);
  const statesOf = (member: number) =>
    first.covers.slice(member * DAYS.length, (member + 1) * DAYS.length).map(({ state }) => state);
  expect(statesOf(0)).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE', 'GRACE', 'ACTIVE', 'LAPSED']);
  const later = ['NOT_STARTED', 'NOT_STARTED', 'NOT_STARTED', 'GRACE', 'ACTIVE', 'LAPSED'];
  expect(statesOf(MEMBERS - 1)).toEqual(later);
  expect(first.opened).toEqual([{ effectiveAt: '2025-09-30T02:00:00.000Z', origin: 'historic' }]);
  expect(first.lapsed).toMatchObject([{ firstUnpaid: '2025-11', lapsedOn: '2026-02-01' }]);
  expect([...first.warned, ...first.lapsed].filter(({ remind }) => remind)).toEqual([]);
  for (let order = 1; order < ORDERS; order += 1)
    expect(await lived(order), `order ${order}`).toEqual(first);
}, 120_000);
