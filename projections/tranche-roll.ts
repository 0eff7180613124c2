// Who is registered in a tranche, whom a decree names and who has died: what a bill is compared with.
import { sql } from 'kysely';
import type { RollMember } from '../domain/programme/bill-match.ts';
import { loadCheckpoint, START } from './checkpoint.ts';
import { memberTable } from './member-roster/member-row.ts';
import type { ProjectionDb } from './projection.ts';

export type TrancheRoll = {
  readonly members: readonly RollMember[];
  /** How far the read model had come, before its rows were read: they hold at least that. */
  readonly position: string;
};

const MEMBER_ROSTER_VERSION = Number(/_v(\d+)/.exec(memberTable.name)?.[1] ?? 1);

export const trancheRoll = async (db: ProjectionDb, trancheId: string): Promise<TrancheRoll> => {
  const checkpoint = await loadCheckpoint(db, 'member-roster', MEMBER_ROSTER_VERSION);
  const { rows: members } = await sql<RollMember>`select m.worker_id as "workerId",
      m.decree_number is not null as decreed, m.cover_start::text as "coverStart",
      m.death_date::text as "deathDate"
    from ${sql.table(memberTable.name)} as m
    where m.tranche_id = ${trancheId} and m.cover_start is not null
    order by m.worker_id`.execute(db);
  return { members, position: checkpoint?.position ?? START };
};
