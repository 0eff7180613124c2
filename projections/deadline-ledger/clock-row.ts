// One row per clock of the law, written out of the claim's own row: what a screen asks for by day.
import type { Act } from '../../domain/actor.ts';
import type { LegalClock } from '../../domain/claim/clock/legal-clock.ts';
import { ddlOf, type KeyedTable, keyColumn, rowsByKey, writeRows } from '../keyed-table.ts';
import type { RecordedEvent } from '../recorded-event.ts';
import type { FoldedTable } from '../row-fold.ts';
import { type DeadlineRow, deadlineFold, deadlineTable } from './deadline-row.ts';

export type ClockRow = LegalClock & {
  readonly clockId: string;
  readonly claimId: string;
  readonly workerId: string;
  /** The superior role that must say what is done about the day that passed. */
  readonly escalatedTo: Act | null;
};

export const clockTable: KeyedTable<ClockRow> = {
  name: 'rm.deadline_ledger_v14_clocks',
  key: 'clockId',
  columns: {
    clockId: 'text not null',
    claimId: 'text not null',
    workerId: 'text not null',
    code: 'text not null',
    number: 'integer not null',
    party: 'text not null',
    ruleId: 'text',
    article: 'text',
    calendarVersion: 'text',
    startedOn: 'date not null',
    actOn: 'date not null',
    dueOn: 'date',
    stoppedOn: 'date',
    endedOn: 'date',
    ended: 'text',
    passed: 'jsonb not null',
    escalatedTo: 'text',
    position: 'bigint not null',
  },
  indexes: ['(claim_id)', '(due_on, clock_id) where ended is null', '(ended, due_on, clock_id)'],
};

export const clocksOfRow = ({
  claimId,
  workerId,
  clocks,
  facts,
}: DeadlineRow): readonly ClockRow[] =>
  clocks.map((clock) => {
    const { code, number, ended } = clock;
    const up = facts.escalations.find((escalation) => escalation.code === code);
    const escalatedTo = ended === null ? (up?.to ?? null) : null;
    return { ...clock, clockId: `${claimId}:${code}:${number}`, claimId, workerId, escalatedTo };
  });

/** The claims' own table is written first, in the same transaction. */
export const clocksOfClaims: FoldedTable = {
  name: clockTable.name,
  ddl: ddlOf(clockTable),
  key: keyColumn(clockTable),
  // Several rows of one claim: which event set one of them is not told row by row.
  keysOf: () => [],
  fold: (row) => row,
  columns: clockTable.columns,
  rowAfter(row: object | undefined, event: RecordedEvent) {
    const [key] = deadlineFold.keysOf(event);
    if (key === undefined) return undefined;
    const claim = deadlineFold.fold(row as DeadlineRow | undefined, event, key);
    return claim && { ...claim, ...clocksOfRow(claim).at(-1) };
  },
  async apply(batch, trx) {
    const keys = [...new Set(batch.flatMap((event) => deadlineFold.keysOf(event)))];
    if (keys.length === 0) return;
    const rows = await rowsByKey(trx, deadlineTable, keys);
    await writeRows(trx, clockTable, [...rows.values()].flatMap(clocksOfRow));
  },
};
