// One narrow row per worker, days only: what the figures of any day count.
import { type LocalDate, officeDay } from '../../domain/calendar.ts';
import { assertNever } from '../../domain/decider.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned, type RecordedIn } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

export type MemberStanding = {
  readonly workerId: string;
  readonly programmeId: string;
  readonly trancheId: string;
  readonly kelurahan: string;
  readonly nominatedOn: LocalDate;
  readonly namedOn: LocalDate | null;
  readonly enrolledOn: LocalDate | null;
  readonly coverStart: LocalDate | null;
  readonly refusedOn: LocalDate | null;
  /** The office's day on which the death became known: what a screen of that day could count. */
  readonly deathKnownOn: LocalDate | null;
  readonly deathDate: LocalDate | null;
  readonly position: string;
};

export const memberStandingTable: KeyedTable<MemberStanding> = {
  name: 'rm.programme_summary_v1_members',
  key: 'workerId',
  columns: {
    workerId: 'text not null',
    programmeId: 'text not null',
    trancheId: 'text not null',
    kelurahan: 'text not null',
    nominatedOn: 'date not null',
    namedOn: 'date',
    enrolledOn: 'date',
    coverStart: 'date',
    refusedOn: 'date',
    deathKnownOn: 'date',
    deathDate: 'date',
    position: 'bigint not null',
  },
  indexes: [],
};

type WorkerRecorded = RecordedIn<'worker'>;
type Nominated = Extract<WorkerRecorded, { type: 'WorkerNominated' }>;

/** The first day of every step counts; a second list moves the person to its tranche. */
const nominated = (row: MemberStanding | undefined, event: Nominated): MemberStanding => {
  const { workerId, programmeId, trancheId, kelurahan } = event.data;
  const known = row ?? {
    nominatedOn: officeDay(event.effectiveAt),
    namedOn: null,
    enrolledOn: null,
    coverStart: null,
    refusedOn: null,
    deathKnownOn: null,
    deathDate: null,
    position: event.position,
  };
  return { ...known, workerId, programmeId, trancheId, kelurahan };
};

const withDeath = (row: MemberStanding, deathDate: LocalDate, on: LocalDate): MemberStanding => ({
  ...row,
  deathDate,
  deathKnownOn: row.deathKnownOn === null || on < row.deathKnownOn ? on : row.deathKnownOn,
});

const next = (
  row: MemberStanding,
  event: Exclude<WorkerRecorded, { type: 'WorkerNominated' }>,
): MemberStanding => {
  const on = officeDay(event.effectiveAt);
  switch (event.type) {
    case 'WorkerNamedInDecree':
      return { ...row, namedOn: row.namedOn ?? on };
    case 'WorkerEnrolled':
      return { ...row, enrolledOn: row.enrolledOn ?? on, coverStart: event.data.coverStart };
    case 'WorkerRegistrationRefused':
      return { ...row, refusedOn: on };
    case 'DeathReportWithdrawn':
      return { ...row, deathDate: null, deathKnownOn: null };
    case 'WorkerReportedDead':
    case 'WorkerDeathDateCorrected':
    case 'WorkerNamedInDeathList':
      return withDeath(row, event.data.deathDate, on);
    case 'KnownDeathClosed':
      return event.data.ground === 'ALIVE' ? { ...row, deathDate: null, deathKnownOn: null } : row;
    case 'CardIssued':
    case 'CardHandedOver':
    case 'PaidThroughReported':
    case 'WorkerFound':
    case 'WorkerFieldsRevealed':
    case 'WorkerClaimSettled':
    case 'WorkerIncidentReported':
    case 'DeathDoubtRaised':
    case 'DeathDoubtDecided':
    case 'BereavedFamilyVisited':
      return row;
    default:
      return assertNever(event, 'worker event');
  }
};

export const memberStandingFold: RowFold<MemberStanding> = {
  table: memberStandingTable,
  keysOf: (event) =>
    event.category === 'worker' || event.type === 'DeathReported' ? [event.data.workerId] : [],
  fold(row, event) {
    // The claim hears of a death first; a person who was on no list of ours is no member.
    if (event.type === 'DeathReported')
      return row && withDeath(row, event.data.deathDate, officeDay(event.effectiveAt));
    if (event.category !== 'worker') return row;
    if (event.type === 'WorkerNominated') return nominated(row, event);
    return row === undefined ? orphaned(event) : next(row, event);
  },
};
