// Whom the time of claims is charged to: of one claim minute by minute, of all of them summed up.
import { sql } from 'kysely';
import {
  type Charge,
  type ChargedTime,
  type ClaimMark,
  chargeTime,
  type PayableMark,
  type Sum,
  sumsBy,
} from '../domain/claim/charged-time.ts';
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

const timesWhere = async (
  db: ReadModels,
  where: ReturnType<typeof sql>,
  now: string,
): Promise<readonly ClaimTime[]> => {
  const answer = await sql<Marks>`
    select t.claim_id as "claimId", p.kelurahan, t.marks as claim,
      coalesce((select jsonb_agg(m.marks) from ${sql.table(payableTimeTable.name)} as m
        where m.claim_id = t.claim_id), '[]'::jsonb) as payables
    from ${sql.table(deadlineTable.name)} as t
    left join ${sql.table(timePlaceTable.name)} as p on p.worker_id = t.worker_id
    where ${where} order by t.claim_id`.execute(db);
  return answer.rows.flatMap(({ claimId, kelurahan, claim, payables }) => {
    const time = chargeTime({ claim, payables: payables.flat() }, now);
    return time === null ? [] : [{ claimId, kelurahan, ...time }];
  });
};

export const timeOfClaim = async (
  db: ReadModels,
  claimId: string,
  now: string,
): Promise<ClaimTime | undefined> => (await timesWhere(db, sql`t.claim_id = ${claimId}`, now))[0];

export const TIME_GROUPS = ['party', 'kelurahan', 'stage'] as const;
export type TimeGroup = (typeof TIME_GROUPS)[number];

export type TimeSum = Sum & {
  /** A party, a kelurahan (`-`: none known) or a stage. */
  readonly key: string;
  readonly claims: number;
};

type Charged = { readonly time: ClaimTime; readonly charge: Charge };

const keyOf = ({ time, charge }: Charged, by: TimeGroup): string => {
  if (by === 'kelurahan') return time.kelurahan ?? '-';
  return by === 'party' ? charge.party : charge.stage;
};

const sumOf = (key: string, charged: readonly Charged[]): TimeSum => {
  const sum = sumsBy(
    charged.map(({ charge }) => charge),
    () => key,
  ).get(key) ?? { ms: 0, minutes: 0, lateMinutes: 0 };
  return { key, claims: new Set(charged.map(({ time }) => time.claimId)).size, ...sum };
};

/** All the time of the claims that are open now; the longest sum first. */
export const openTimeBy = async (
  db: ReadModels,
  by: TimeGroup,
  now: string,
): Promise<{ readonly groups: readonly TimeSum[]; readonly total: TimeSum }> => {
  const times = await timesWhere(db, sql`t.ended is null`, now);
  const charged = times.flatMap((time) => time.charges.map((charge) => ({ time, charge })));
  const keys = [...new Set(charged.map((one) => keyOf(one, by)))];
  const groups = keys
    .map((key) =>
      sumOf(
        key,
        charged.filter((one) => keyOf(one, by) === key),
      ),
    )
    .toSorted((a, b) => b.ms - a.ms || a.key.localeCompare(b.key));
  return { groups, total: sumOf('total', charged) };
};
