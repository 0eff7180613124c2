// One row per death that anybody knows of: by a list, by a claim, or both; and how far it has come.
import type { LocalDate } from '../../domain/calendar.ts';
import type {
  DeathClosingGround,
  DeathSource,
  FamilyVisitResult,
  WorkerNamedInDeathList,
} from '../../domain/worker/known-death-events.ts';
import type { KeyedTable } from '../keyed-table.ts';
import type { RecordedEvent, RecordedIn } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

export type KnownDeathRow = {
  readonly workerId: string;
  readonly deathDate: LocalDate;
  readonly knownAt: string;
  /** Null: no list names it, a claim does. */
  readonly source: DeathSource | null;
  readonly matchedBy: WorkerNamedInDeathList['data']['matchedBy'] | null;
  readonly score: number | null;
  /** Two lists told two days. */
  readonly datesDiffer: boolean;
  readonly visitedOn: LocalDate | null;
  readonly visitResult: FamilyVisitResult | null;
  readonly claimId: string | null;
  readonly claimedAt: string | null;
  readonly outcome: 'SETTLED' | 'REPORTED_PAID' | 'REJECTED' | null;
  /** `WITHDRAWN`: the claim that told of it was taken back. */
  readonly closedGround: DeathClosingGround | 'WITHDRAWN' | null;
  readonly closedAt: string | null;
  readonly position: string;
};

export const knownDeathTable: KeyedTable<KnownDeathRow> = {
  name: 'rm.known_deaths_v1',
  key: 'workerId',
  columns: {
    workerId: 'text not null',
    deathDate: 'date not null',
    knownAt: 'timestamptz not null',
    source: 'text',
    matchedBy: 'text',
    score: 'integer',
    datesDiffer: 'boolean not null',
    visitedOn: 'date',
    visitResult: 'text',
    claimId: 'text',
    claimedAt: 'timestamptz',
    outcome: 'text',
    closedGround: 'text',
    closedAt: 'timestamptz',
    position: 'bigint not null',
  },
  indexes: ['(known_at, worker_id)'],
};

type WorkerRecorded = RecordedIn<'worker'>;

const fresh = (workerId: string, deathDate: LocalDate, event: WorkerRecorded): KnownDeathRow => ({
  ...{ workerId, deathDate, knownAt: event.effectiveAt, source: null, matchedBy: null },
  ...{ score: null, datesDiffer: false, visitedOn: null, visitResult: null, claimId: null },
  ...{ claimedAt: null, outcome: null, closedGround: null, closedAt: null },
  position: event.position,
});

const listed = (
  known: KnownDeathRow | undefined,
  event: Extract<WorkerRecorded, { type: 'WorkerNamedInDeathList' }>,
): KnownDeathRow => {
  const { workerId, deathDate, source, matchedBy, score } = event.data;
  // Found alive before, and named again: what was closed begins anew.
  const row =
    known === undefined || known.closedGround !== null
      ? fresh(workerId, deathDate, event)
      : { ...known, datesDiffer: known.datesDiffer || known.deathDate !== deathDate };
  return { ...row, deathDate, source, matchedBy, score };
};

const claimed = (
  known: KnownDeathRow | undefined,
  event: Extract<WorkerRecorded, { type: 'WorkerReportedDead' | 'WorkerDeathDateCorrected' }>,
): KnownDeathRow => {
  const { workerId, deathDate, claimId } = event.data;
  const row = known ?? fresh(workerId, deathDate, event);
  const claimedAt = row.claimedAt ?? event.effectiveAt;
  return { ...row, deathDate, claimId, claimedAt, closedGround: null, closedAt: null };
};

const fold = (row: KnownDeathRow | undefined, event: RecordedEvent): KnownDeathRow | undefined => {
  switch (event.type) {
    case 'WorkerNamedInDeathList':
      return listed(row, event);
    case 'WorkerReportedDead':
    case 'WorkerDeathDateCorrected':
      return claimed(row, event);
    case 'DeathReportWithdrawn':
      return (
        row && {
          ...{ ...row, claimId: null, claimedAt: null, outcome: null },
          ...{ closedGround: 'WITHDRAWN', closedAt: event.effectiveAt },
        }
      );
    case 'WorkerClaimSettled':
      return row && { ...row, outcome: event.data.outcome };
    case 'BereavedFamilyVisited': {
      const { visitedOn, result: visitResult } = event.data;
      return row && { ...row, visitedOn, visitResult };
    }
    case 'KnownDeathClosed':
      return row && { ...row, closedGround: event.data.ground, closedAt: event.effectiveAt };
    default:
      return row;
  }
};

const TYPES: readonly string[] = [
  ...['WorkerNamedInDeathList', 'WorkerReportedDead', 'WorkerDeathDateCorrected'],
  ...['DeathReportWithdrawn', 'WorkerClaimSettled', 'BereavedFamilyVisited', 'KnownDeathClosed'],
];

export const knownDeathFold: RowFold<KnownDeathRow> = {
  table: knownDeathTable,
  keysOf: (event) =>
    event.category === 'worker' && TYPES.includes(event.type) ? [event.data.workerId] : [],
  fold,
};
