// One row per worker, nothing personal in it: the membership as `worker show` and the lists read it.
import type { LocalDate } from '../../domain/calendar.ts';
import { assertNever } from '../../domain/decider.ts';
import type { WorkerStage } from '../../domain/worker/events.ts';
import { workerStage } from '../../domain/worker/stage.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned, type RecordedEvent, type RecordedIn } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

export type CardState = 'NONE' | 'ISSUED' | 'HANDED_OVER';

export type MemberRow = {
  readonly workerId: string;
  readonly stage: WorkerStage;
  readonly programmeId: string;
  readonly trancheId: string;
  readonly rosterId: string;
  readonly rosterRow: number;
  readonly kelurahan: string;
  readonly occupation: string;
  readonly nominatedAt: string;
  readonly decreeNumber: string | null;
  readonly decreeDate: LocalDate | null;
  readonly enrolledAt: string | null;
  readonly coverStart: LocalDate | null;
  readonly refusedAt: string | null;
  readonly refusalReason: string | null;
  readonly cardState: CardState;
  readonly cardId: string | null;
  readonly cardIssuedAt: string | null;
  readonly cardHandedOverAt: string | null;
  readonly cardMethod: 'LIST' | 'SCAN' | null;
  readonly cardReceivedBy: 'WORKER' | 'FAMILY' | null;
  readonly cardPlace: string | null;
  readonly deathDate: LocalDate | null;
  readonly deathKnownAt: string | null;
  readonly claimId: string | null;
  readonly claimOutcome: 'SETTLED' | 'REPORTED_PAID' | 'REJECTED' | null;
  readonly endedAt: string | null;
  readonly historic: boolean;
  readonly version: number;
  readonly position: string;
};

export const memberTable: KeyedTable<MemberRow> = {
  name: 'rm.member_roster_v1',
  key: 'workerId',
  columns: {
    workerId: 'text not null',
    stage: 'text not null',
    programmeId: 'text not null',
    trancheId: 'text not null',
    rosterId: 'text not null',
    rosterRow: 'integer not null',
    kelurahan: 'text not null',
    occupation: 'text not null',
    nominatedAt: 'timestamptz not null',
    decreeNumber: 'text',
    decreeDate: 'date',
    enrolledAt: 'timestamptz',
    coverStart: 'date',
    refusedAt: 'timestamptz',
    refusalReason: 'text',
    cardState: 'text not null',
    cardId: 'text',
    cardIssuedAt: 'timestamptz',
    cardHandedOverAt: 'timestamptz',
    cardMethod: 'text',
    cardReceivedBy: 'text',
    cardPlace: 'text',
    deathDate: 'date',
    deathKnownAt: 'timestamptz',
    claimId: 'text',
    claimOutcome: 'text',
    endedAt: 'timestamptz',
    historic: 'boolean not null',
    version: 'integer not null',
    position: 'bigint not null',
  },
  // None on stage: it changes with every step, and each change would then rewrite every index.
  indexes: ['(kelurahan, worker_id)', '(roster_id, roster_row)', '(card_id)'],
};

type WorkerRecorded = RecordedIn<'worker'>;
type Nominated = Extract<WorkerRecorded, { type: 'WorkerNominated' }>;

const listed = ({ data }: Nominated) => {
  const { workerId, programmeId, trancheId, rosterId, rosterRow, kelurahan, occupation } = data;
  return { workerId, programmeId, trancheId, rosterId, rosterRow, kelurahan, occupation };
};

/** A person refused once may be named by a later list: cover, card and death stay what they are. */
const renominated = (row: MemberRow, event: Nominated): Partial<MemberRow> => ({
  ...listed(event),
  decreeNumber: null,
  decreeDate: null,
  refusedAt: null,
  refusalReason: null,
  workerId: row.workerId,
});

const nominated = (event: Nominated): MemberRow => ({
  ...listed(event),
  stage: 'NOMINATED',
  nominatedAt: event.effectiveAt,
  decreeNumber: null,
  decreeDate: null,
  enrolledAt: null,
  coverStart: null,
  refusedAt: null,
  refusalReason: null,
  cardState: 'NONE',
  cardId: null,
  cardIssuedAt: null,
  cardHandedOverAt: null,
  cardMethod: null,
  cardReceivedBy: null,
  cardPlace: null,
  deathDate: null,
  deathKnownAt: null,
  claimId: null,
  claimOutcome: null,
  endedAt: null,
  historic: event.meta.origin === 'historic',
  version: event.version,
  position: event.position,
});

const changes = (
  row: MemberRow,
  event: Exclude<WorkerRecorded, { type: 'WorkerNominated' }>,
): Partial<MemberRow> => {
  const { type, data, effectiveAt } = event;
  switch (type) {
    case 'WorkerNamedInDecree':
      return { decreeNumber: data.decreeNumber, decreeDate: data.decreeDate };
    case 'WorkerEnrolled':
      return { enrolledAt: effectiveAt, coverStart: data.coverStart };
    case 'WorkerRegistrationRefused':
      return { refusedAt: effectiveAt, refusalReason: data.reason };
    case 'CardIssued':
      return { cardState: 'ISSUED', cardId: data.cardId, cardIssuedAt: effectiveAt };
    case 'CardHandedOver':
      return {
        cardState: 'HANDED_OVER',
        cardId: data.cardId,
        cardHandedOverAt: effectiveAt,
        cardMethod: data.method,
        cardReceivedBy: data.receivedBy,
        cardPlace: data.place,
      };
    case 'PaidThroughReported':
    case 'WorkerFound':
    case 'WorkerFieldsRevealed':
    case 'DeathDoubtRaised':
    case 'DeathDoubtDecided':
    case 'BereavedFamilyVisited':
      return {};
    case 'WorkerNamedInDeathList':
      return { deathDate: data.deathDate, deathKnownAt: row.deathKnownAt ?? effectiveAt };
    case 'KnownDeathClosed':
      return data.ground === 'ALIVE' ? { deathDate: null, deathKnownAt: null } : {};
    case 'DeathReportWithdrawn':
      return {
        deathDate: null,
        deathKnownAt: null,
        claimId: null,
        claimOutcome: null,
        endedAt: null,
      };
    case 'WorkerIncidentReported':
      return {};
    case 'WorkerReportedDead':
    case 'WorkerDeathDateCorrected':
      return {
        deathDate: data.deathDate,
        deathKnownAt: row.deathKnownAt ?? effectiveAt,
        claimId: data.claimId,
      };
    case 'WorkerClaimSettled':
      return { claimId: data.claimId, claimOutcome: data.outcome, endedAt: effectiveAt };
    default:
      return assertNever(type, 'worker event');
  }
};

/** The domain says the stage; the row holds the facts it asks for. */
const stageOf = (row: MemberRow): WorkerStage =>
  workerStage({
    workerId: row.workerId,
    nomination: { rosterId: row.rosterId, rosterRow: row.rosterRow },
    decree:
      row.decreeDate === null ? null : { number: row.decreeNumber ?? '', date: row.decreeDate },
    enrolment: row.coverStart === null ? null : { kpjCommitment: '', coverStart: row.coverStart },
    refusal: row.refusalReason,
    card:
      row.cardId === null
        ? null
        : { cardId: row.cardId, isHandedOver: row.cardState === 'HANDED_OVER' },
    death: row.deathDate === null ? null : { claimId: row.claimId ?? '', date: row.deathDate },
    incidents: [],
    outcome: row.claimOutcome,
    known: null,
    doubts: new Map(),
  });

export const memberFold: RowFold<MemberRow> = {
  table: memberTable,
  keysOf: (event: RecordedEvent) => (event.category === 'worker' ? [event.data.workerId] : []),
  fold(row, event) {
    if (event.category !== 'worker') return row;
    if (event.type === 'WorkerNominated' && row === undefined) return nominated(event);
    if (row === undefined) return orphaned(event);
    const changed =
      event.type === 'WorkerNominated' ? renominated(row, event) : changes(row, event);
    const next = { ...row, ...changed, version: event.version };
    return { ...next, stage: stageOf(next) };
  },
};
