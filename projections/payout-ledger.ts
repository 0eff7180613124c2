// Questions about money out: what is due, where a payment is, what a run held and how it ended.
import { sql } from 'kysely';
import type { PayableStage } from '../domain/payout/events.ts';
import type { Flow } from '../domain/programme/events.ts';
import { type ReadModels, rowsByKey, selectRows } from './keyed-table.ts';
import {
  cursorKeys,
  equals,
  isOneOf,
  limitOf,
  type Page,
  type PageWish,
  pageOf,
  whereAll,
} from './page.ts';
import { type PayableRow, payableTable } from './payout-ledger/payable-row.ts';
import { type RunReconciliation, reconcile } from './payout-ledger/reconciliation.ts';
import {
  type RunMemberRow,
  type RunRow,
  runMemberTable,
  runTable,
} from './payout-ledger/run-row.ts';

export type PayableFilter = {
  readonly stages?: readonly PayableStage[];
  readonly payerId?: string;
  /** Of these purses only: what a person may see. */
  readonly payerIds?: readonly string[];
  readonly flow?: Flow;
  readonly claimId?: string;
  readonly runId?: string;
  /** Due on this day or before. */
  readonly dueBy?: string;
};

export const payableById = async (
  db: ReadModels,
  payableId: string,
): Promise<PayableRow | undefined> =>
  (await rowsByKey(db, payableTable, [payableId])).get(payableId);

/** Whose payment a bank's line speaks of, whichever attempt it was. */
export const payableByEndToEndId = async (
  db: ReadModels,
  endToEndId: string,
): Promise<PayableRow | undefined> => {
  const [row] = await selectRows(
    db,
    payableTable,
    sql`where t.end_to_end_ids @> array[${endToEndId}]::text[] limit 1`,
  );
  return row;
};

/** In the order in which they fall due. */
export const listPayables = async (
  db: ReadModels,
  wish: PayableFilter & PageWish,
): Promise<Page<PayableRow>> => {
  const limit = limitOf(wish);
  const [due, id] = cursorKeys(wish, 2);
  const isPlace = due !== undefined && id !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(due);
  const where = whereAll([
    isOneOf(sql`t.stage`, wish.stages),
    equals(sql`t.payer_id`, wish.payerId),
    isOneOf(sql`t.payer_id`, wish.payerIds),
    equals(sql`t.flow`, wish.flow),
    equals(sql`t.claim_id`, wish.claimId),
    equals(sql`t.run_id`, wish.runId),
    wish.dueBy === undefined ? null : sql`t.due_on <= ${wish.dueBy}::date`,
    isPlace ? sql`(t.due_on, t.payable_id) > (${due}::date, ${id})` : null,
  ]);
  const tail = sql`${where} order by t.due_on, t.payable_id limit ${limit + 1}`;
  const rows = await selectRows(db, payableTable, tail);
  return pageOf(rows, limit, (row) => [row.dueOn, row.payableId]);
};

/** What a run of one payer and flow may take; what came back is due again by a person's word only. */
export const duePayables = (
  db: ReadModels,
  of: { readonly payerId: string; readonly flow: Flow; readonly dueBy: string },
): Promise<readonly PayableRow[]> =>
  selectRows(
    db,
    payableTable,
    sql`where t.stage = 'DUE' and t.mode = 'DISBURSES' and t.payer_id = ${of.payerId}
      and t.flow = ${of.flow} and t.due_on <= ${of.dueBy}::date order by t.due_on, t.payable_id`,
  );

/** Accounts of these payables that other people's claims name too: one family, or a fraud. */
export const sharedAccounts = async (
  db: ReadModels,
  payableIds: readonly string[],
): Promise<readonly { readonly payableId: string; readonly claims: number }[]> => {
  const table = sql.table(payableTable.name);
  const answer = await sql<{
    payableId: string;
    claims: number;
  }>`select t.payable_id as "payableId",
      count(distinct o.claim_id)::int as claims
    from ${table} as t join ${table} as o
      on o.payee ->> 'accountIndex' = t.payee ->> 'accountIndex' and o.worker_id <> t.worker_id
    where t.payable_id = any(${[...payableIds]}::text[]) and o.stage <> 'CANCELLED'
    group by t.payable_id order by t.payable_id`.execute(db);
  return answer.rows;
};

/** Payments whose answer was lost or does not fit: a person must look before anything is sent. */
export const payablesToEnquire = (db: ReadModels): Promise<readonly PayableRow[]> =>
  selectRows(
    db,
    payableTable,
    sql`where t.stage in ('ANSWER_UNKNOWN', 'DISPUTED') order by t.due_on, t.payable_id`,
  );

export type MoneyByPurse = {
  readonly payerId: string;
  readonly flow: Flow;
  readonly mode: 'DISBURSES' | 'TRACKS';
  readonly stage: PayableStage;
  readonly payables: number;
  readonly amountIdr: string;
};

/** One line per payer, flow, mode and stage: sums of two purses never meet. */
export const moneyByPurse = async (db: ReadModels): Promise<readonly MoneyByPurse[]> => {
  const answer = await sql<MoneyByPurse>`select t.payer_id as "payerId", t.flow, t.mode, t.stage,
      count(*)::int as payables, sum(t.amount_idr)::text as "amountIdr"
    from ${sql.table(payableTable.name)} as t group by t.payer_id, t.flow, t.mode, t.stage
    order by t.payer_id, t.flow, t.mode, t.stage`.execute(db);
  return answer.rows;
};

// A run whose members are still being written has no hour yet: it is the newest.
const assembledAt = sql`coalesce(t.assembled_at, 'infinity'::timestamptz)`;

export type RunFilter = {
  readonly payerId?: string;
  /** Of these purses only: what a person may see. */
  readonly payerIds?: readonly string[];
  readonly stage?: RunRow['stage'];
};

/** Newest first. */
export const listRuns = async (
  db: ReadModels,
  wish: PageWish & RunFilter,
): Promise<Page<RunRow>> => {
  const limit = limitOf(wish);
  const [at, id] = cursorKeys(wish, 2);
  const where = whereAll([
    equals(sql`t.payer_id`, wish.payerId),
    isOneOf(sql`t.payer_id`, wish.payerIds),
    equals(sql`t.stage`, wish.stage),
    at === undefined || id === undefined
      ? null
      : sql`(${assembledAt} < ${at}::timestamptz
          or (${assembledAt} = ${at}::timestamptz and t.run_id > ${id}))`,
  ]);
  const tail = sql`${where} order by ${assembledAt} desc, t.run_id limit ${limit + 1}`;
  const rows = await selectRows(db, runTable, tail);
  return pageOf(rows, limit, (row) => [row.assembledAt ?? 'infinity', row.runId]);
};

export const runById = async (db: ReadModels, runId: string): Promise<RunRow | undefined> =>
  (await rowsByKey(db, runTable, [runId])).get(runId);

export type RunFile = {
  readonly run: RunRow;
  /** In the frozen order, each with its payable as it stands now. */
  readonly members: readonly {
    readonly member: RunMemberRow;
    readonly payable: PayableRow | null;
  }[];
  readonly reconciliation: RunReconciliation;
};

/** `payout status RUN`: the run, its members, and whether every rupiah of it is accounted for. */
export const runFile = async (db: ReadModels, runId: string): Promise<RunFile | undefined> => {
  const run = await runById(db, runId);
  if (run === undefined) return undefined;
  const frozen = await selectRows(
    db,
    runMemberTable,
    sql`where t.run_id = ${runId} order by t.place`,
  );
  const payables = await rowsByKey(
    db,
    payableTable,
    frozen.map((member) => member.payableId),
  );
  const members = frozen.map((member) => ({
    member,
    payable: payables.get(member.payableId) ?? null,
  }));
  return { run, members, reconciliation: reconcile(runId, members) };
};
