// Payments counted by programme, source, kelurahan, kind or month: never two purses or flows in one sum.
import { sql } from 'kysely';
import type { LocalDate } from '../domain/calendar.ts';
import type { Flow, MandateMode } from '../domain/programme/events.ts';
import { placeTable } from './claim-queue/claim-row.ts';
import type { ReadModels } from './keyed-table.ts';
import { aidTable } from './local-aid/aid-row.ts';
import { equals, isOneOf, whereAll } from './page.ts';
import { payableTable } from './payout-ledger/payable-row.ts';

export const REPORT_AXES = ['programme', 'source', 'kelurahan', 'kind', 'month'] as const;
export type ReportAxis = (typeof REPORT_AXES)[number];

export type PaymentReportRow = {
  readonly payerId: string;
  readonly flow: Flow;
  readonly mode: MandateMode;
  readonly key: string;
  readonly payables: number;
  readonly owedIdr: string;
  readonly settled: number;
  readonly settledIdr: string;
  readonly reported: number;
  readonly reportedIdr: string;
  readonly openIdr: string;
};

/** Booked by the bank and not by a person's word afterwards: an attempt keeps that person's reason. */
const BOOKED = sql`(select max(one ->> 'bookedOn')::date from jsonb_array_elements(t.attempts) as one
  where one ->> 'state' = 'SETTLED' and one ->> 'reason' is null)`;

/** The day of the bank, as in the books, or the day it is said to be paid; unpaid, the day it became owed. */
const DAY = sql`coalesce(${BOOKED}, (t.settled_at at time zone 'Asia/Makassar')::date,
  (t.reported ->> 'paidOn')::date, (t.created_at at time zone 'Asia/Makassar')::date)`;

const AXES = {
  programme: sql`coalesce(a.programme_id, p.programme_id, '-')`,
  source: sql`t.payer_id`,
  kelurahan: sql`coalesce(a.kelurahan, p.kelurahan, '-')`,
  kind: sql`array_to_string(t.line_codes, ' + ')`,
  month: sql`to_char(${DAY}, 'YYYY-MM')`,
} as const satisfies Readonly<Record<ReportAxis, unknown>>;

const isSettled = sql`t.stage = 'SETTLED'`;
const isReported = sql`t.stage in ('REPORTED_PAID', 'RECEIPT_CONFIRMED')`;

export const paymentReport = async (
  db: ReadModels,
  wish: {
    readonly by: ReportAxis;
    readonly from?: LocalDate;
    readonly to?: LocalDate;
    readonly payerId?: string;
    readonly flow?: Flow;
    /** `-`: of persons who were on no list of ours. */
    readonly programmeIds?: readonly string[];
  },
): Promise<readonly PaymentReportRow[]> => {
  const { by, from, to, payerId, flow } = wish;
  const where = whereAll([
    sql`t.stage <> 'CANCELLED'`,
    equals(sql`t.payer_id`, payerId),
    equals(sql`t.flow`, flow),
    isOneOf(AXES.programme, wish.programmeIds),
    from === undefined ? null : sql`${DAY} >= ${from}::date`,
    to === undefined ? null : sql`${DAY} <= ${to}::date`,
  ]);
  const answer = await sql<PaymentReportRow>`select t.payer_id as "payerId", t.flow, t.mode,
      ${AXES[by]} as key, count(*)::int as payables, sum(t.amount_idr)::text as "owedIdr",
      count(*) filter (where ${isSettled})::int as settled,
      coalesce(sum(t.settled_idr) filter (where ${isSettled}), 0)::text as "settledIdr",
      count(*) filter (where ${isReported})::int as reported,
      coalesce(sum((t.reported ->> 'amountIdr')::bigint) filter (where ${isReported}), 0)::text
        as "reportedIdr",
      coalesce(sum(t.amount_idr) filter (where not (${isSettled}) and not (${isReported})
        and t.stage <> 'RETAINED'), 0)::text as "openIdr"
    from ${sql.table(payableTable.name)} as t
    left join ${sql.table(placeTable.name)} as p on p.worker_id = t.worker_id
    left join ${sql.table(aidTable.name)} as a on a.request_id = t.claim_id
    ${where} group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(db);
  return answer.rows;
};
