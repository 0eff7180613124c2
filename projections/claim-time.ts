// Whom the time of claims is charged to: of one claim minute by minute, of all of them summed up.
import { sql } from 'kysely';
import {
  type Charge,
  type ChargedTime,
  chargeTime,
  type Sum,
} from '../domain/claim/clock/charge.ts';
import type { PayableMark } from '../domain/claim/clock/payable-time.ts';
import type { ClaimMark } from '../domain/claim/clock/standing.ts';
import { deadlineTable } from './deadline-ledger/deadline-row.ts';
import { payableTimeTable, timePlaceTable } from './deadline-ledger/payable-time.ts';
import type { ReadModels } from './keyed-table.ts';

export type ClaimTime = ChargedTime & {
  readonly claimId: string;
  /** Null when the reported person was never on a list of ours. */
  readonly kelurahan: string | null;
};

type Marks = {
  readonly claimId: string;
  readonly kelurahan: string | null;
  readonly claim: readonly ClaimMark[];
  readonly payables: readonly (readonly PayableMark[])[];
};

const CHUNK = 500;

type Chunk = {
  readonly times: readonly ClaimTime[];
  /** Where the next chunk begins; null after the last. */
  readonly last: string | null;
};

const timesWhere = async (
  db: ReadModels,
  where: ReturnType<typeof sql>,
  now: string,
): Promise<Chunk> => {
  const answer = await sql<Marks>`
    select t.claim_id as "claimId", p.kelurahan, t.marks as claim,
      coalesce((select jsonb_agg(m.marks) from ${sql.table(payableTimeTable.name)} as m
        where m.claim_id = t.claim_id), '[]'::jsonb) as payables
    from ${sql.table(deadlineTable.name)} as t
    left join ${sql.table(timePlaceTable.name)} as p on p.worker_id = t.worker_id
    where ${where} order by t.claim_id limit ${CHUNK}`.execute(db);
  const times = answer.rows.flatMap(({ claimId, kelurahan, claim, payables }) => {
    const time = chargeTime({ claim, payables: payables.flat() }, now);
    return time === null ? [] : [{ claimId, kelurahan, ...time }];
  });
  const last = answer.rows.length < CHUNK ? null : (answer.rows.at(-1)?.claimId ?? null);
  return { times, last };
};

export const timeOfClaim = async (
  db: ReadModels,
  claimId: string,
  now: string,
): Promise<ClaimTime | undefined> =>
  (await timesWhere(db, sql`t.claim_id = ${claimId}`, now)).times[0];

export const TIME_GROUPS = ['party', 'kelurahan', 'stage'] as const;
export type TimeGroup = (typeof TIME_GROUPS)[number];

export type TimeSum = Sum & {
  /** A party, a kelurahan (`-`: none known) or a stage. */
  readonly key: string;
  readonly claims: number;
};

type Tally = { sum: Sum; readonly claimIds: Set<string> };

const NOTHING: Sum = { ms: 0, minutes: 0, lateMinutes: 0 };

const added = (sum: Sum, { ms, minutes, late }: Charge): Sum => ({
  ms: sum.ms + ms,
  minutes: sum.minutes + minutes,
  lateMinutes: sum.lateMinutes + (late ? minutes : 0),
});

const keyOf = (time: ClaimTime, charge: Charge, by: TimeGroup): string => {
  if (by === 'kelurahan') return time.kelurahan ?? '-';
  return by === 'party' ? charge.party : charge.stage;
};

const tallyOf = (tallies: Map<string, Tally>, key: string): Tally => {
  const known = tallies.get(key) ?? { sum: NOTHING, claimIds: new Set() };
  tallies.set(key, known);
  return known;
};

const sumOf = (key: string, { sum, claimIds }: Tally): TimeSum => ({
  key,
  claims: claimIds.size,
  ...sum,
});

/** Open claims some hundred at a time: their marks are never all in memory. */
async function* openTimes(db: ReadModels, now: string): AsyncGenerator<ClaimTime> {
  let after = '';
  for (;;) {
    const where = sql`t.ended is null and t.claim_id > ${after}`;
    const { times, last } = await timesWhere(db, where, now);
    yield* times;
    if (last === null) return;
    after = last;
  }
}

/** All the time of the claims that are open now; the longest sum first. */
export const openTimeBy = async (
  db: ReadModels,
  by: TimeGroup,
  now: string,
): Promise<{ readonly groups: readonly TimeSum[]; readonly total: TimeSum }> => {
  const tallies = new Map<string, Tally>();
  const total: Tally = { sum: NOTHING, claimIds: new Set() };
  for await (const time of openTimes(db, now))
    for (const charge of time.charges)
      for (const tally of [tallyOf(tallies, keyOf(time, charge, by)), total]) {
        tally.sum = added(tally.sum, charge);
        tally.claimIds.add(time.claimId);
      }
  const groups = [...tallies]
    .map(([key, tally]) => sumOf(key, tally))
    .toSorted((a, b) => b.ms - a.ms || a.key.localeCompare(b.key));
  return { groups, total: sumOf('total', total) };
};
