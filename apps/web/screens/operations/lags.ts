// How far everything that follows the log is behind it, what was put aside, and the machine below.
import { statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Position } from '../../../../infra/event-store/event-store.ts';
import {
  listProjections,
  type ProjectionStatus,
} from '../../../../projections/projection-status.ts';
import { type Finding, logFindings } from '../../../supervisor/findings.ts';
import type { ServiceStatus, StackStatus } from '../../../supervisor/status.ts';
import type { Desk, House } from '../../house.ts';

export type DeadLetter = {
  readonly consumer: string;
  readonly position: string;
  readonly type: string;
  readonly reason: string;
  readonly deliveries: number;
  readonly deadAt: string;
};

export type Standing = {
  readonly position: string;
  readonly relayLag: number;
  readonly obligationLag: number;
  readonly projections: readonly ProjectionStatus[];
  readonly unsealed: number;
  readonly sealedAt: string | null;
  readonly letters: readonly DeadLetter[];
  readonly services: readonly ServiceStatus[];
  readonly findings: readonly Finding[];
  readonly skewMs: number;
  readonly disk: { readonly free: number; readonly all: number };
};

const LETTERS_SHOWN = 50;
const ISO = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';

type Places = {
  readonly relayed: string | null;
  readonly settled: string | null;
  readonly sealed: string | null;
  readonly sealed_at: string | null;
  readonly now_ms: string;
};

const placesOf = async ({ db }: Desk): Promise<Places | undefined> => {
  const answer = await sql<Places>`select
    (select position::text from es.relay_state) as relayed,
    (select position::text from es.checkpoints where name = 'obligations'
      order by version desc limit 1) as settled,
    (select position::text from es.seals order by number desc limit 1) as sealed,
    (select to_char(sealed_at at time zone 'UTC', ${sql.lit(ISO)}) from es.seals
      order by number desc limit 1) as sealed_at,
    (extract(epoch from clock_timestamp()) * 1000)::bigint::text as now_ms`.execute(db);
  return answer.rows[0];
};

const lettersOf = async ({ db }: Desk): Promise<readonly DeadLetter[]> => {
  const answer = await sql<DeadLetter>`select consumer, position::text as position, type, reason,
      deliveries, to_char(dead_at at time zone 'UTC', ${sql.lit(ISO)}) as "deadAt"
    from es.dead_letters where resolved_at is null
    order by dead_at limit ${LETTERS_SHOWN}`.execute(db);
  return answer.rows;
};

const eventsAfter = async ({ db }: Desk, position: string): Promise<number> => {
  const answer = await sql<{ count: number }>`select count(*)::int as count from es.events
    where position > ${position}`.execute(db);
  return answer.rows[0]?.count ?? 0;
};

const behind = (position: Position, at: string | null | undefined): number =>
  Math.max(0, Number(BigInt(position) - BigInt(at ?? '0')));

const diskOf = async (folder: string): Promise<Standing['disk']> => {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { free: bavail * bsize, all: blocks * bsize };
};

/** Under a supervisor it speaks of every program; without one the log speaks for itself. */
const findingsOf = async (
  desk: Desk,
  stack: StackStatus | undefined,
  projections: readonly ProjectionStatus[],
): Promise<readonly Finding[]> => {
  if (stack !== undefined) return stack.findings;
  const answer = await sql<{ suspended: boolean | null }>`select es.appends_suspended()
    as suspended`.execute(desk.db);
  const isSetBack = answer.rows[0]?.suspended === true;
  return logFindings(desk.db, { isSetBack, projections });
};

export const standingOf = async ({ desk, stack }: House): Promise<Standing> => {
  const position = await desk.store.safePosition();
  const projections = await listProjections(desk.db, position);
  const places = await placesOf(desk);
  const found = await stack();
  return {
    position,
    relayLag: behind(position, places?.relayed),
    obligationLag: behind(position, places?.settled),
    projections,
    unsealed: await eventsAfter(desk, places?.sealed ?? '0'),
    sealedAt: places?.sealed_at ?? null,
    letters: await lettersOf(desk),
    services: found?.services ?? [],
    findings: await findingsOf(desk, found, projections),
    skewMs: Math.abs(Date.now() - Number(places?.now_ms ?? Date.now())),
    disk: await diskOf(desk.connection.dataDir),
  };
};
