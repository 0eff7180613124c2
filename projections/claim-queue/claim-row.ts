// One row per claim as the queue shows it: where it stands, whom it waits for, what is unusual.
import type { LocalDate } from '../../domain/calendar.ts';
import { totalOf } from '../../domain/claim/adjustment/adjustment-state.ts';
import { isClaimLook } from '../../domain/claim/desk/look-events.ts';
import type { DocumentKind } from '../../domain/claim/documents/document-events.ts';
import { missingPapers } from '../../domain/claim/documents/papers.ts';
import type { ClaimStage } from '../../domain/claim/events.ts';
import { evolveClaim } from '../../domain/claim/evolve.ts';
import type { ReportChannel, ReporterRelation } from '../../domain/claim/intake/report-events.ts';
import { type ClaimKind, claimKindOf, eventDateOf } from '../../domain/claim/kind.ts';
import {
  billTasksOf,
  lateStatementTasksOf,
  type OpenTask,
  objectionTasksOf,
  openTaskOf,
  recoveryTasksOf,
  type WaitingFor,
} from '../../domain/claim/open-task.ts';
import { claimStage } from '../../domain/claim/stage.ts';
import { type ClaimState, initialClaim } from '../../domain/claim/state.ts';
import type { MandateMode } from '../../domain/programme/events.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned, type RecordedIn } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

export type ClaimException =
  | 'DEATH_DATE_DIFFERS'
  | 'DETERMINATION_DIFFERS'
  | 'FOLLOW_UP_REFUSED'
  /** A hospital waits for the word on its bill, whatever the stage of the claim. */
  | 'HOSPITAL_BILL_WAITS'
  /** Demanded back, and not all of it is back. */
  | 'OBJECTION_WAITS'
  | 'RECOVERY_OUTSTANDING'
  | 'STATEMENT_WAITS'
  | 'WORK_ACCIDENT_SUSPECTED';

export type ClaimRow = {
  readonly claimId: string;
  readonly workerId: string;
  readonly stage: ClaimStage;
  readonly waitingFor: WaitingFor;
  /** The verifier whose case it is. */
  readonly assignedTo: string | null;
  readonly openTask: OpenTask | null;
  readonly legalBasis: string | null;
  readonly kind: ClaimKind;
  readonly deathDate: LocalDate | null;
  /** Day of the death, the accident or the illness. */
  readonly eventDate: LocalDate;
  readonly reportedAt: string;
  /** When the last thing happened to it: a waiting family is asked again some days later. */
  readonly lastActAt: string;
  readonly channel: ReportChannel;
  readonly relation: ReporterRelation;
  readonly reports: number;
  readonly missingDocuments: readonly DocumentKind[];
  /** Start of the clock of T-07; null while it does not run. */
  readonly documentsCompleteAt: string | null;
  /** The due day as some event recorded it; until then it is counted with the calendar of the day. */
  readonly recordedDueOn: LocalDate | null;
  readonly deadlinePassed: boolean;
  /** Until when an objection is to be answered; null when none waits. */
  readonly answerDueOn: LocalDate | null;
  /** Paid once already: what is decided now is a difference. */
  readonly settledOnce: boolean;
  /** Computed by our rules. */
  readonly totalIdr: string | null;
  /** Approved by us, or determined by the branch. */
  readonly decidedIdr: string | null;
  readonly mode: MandateMode | null;
  readonly payerId: string | null;
  readonly exceptions: readonly ClaimException[];
  readonly historic: boolean;
  /** The domain's own fold: the queue can never name another stage than the decider. */
  readonly facts: ClaimState;
  readonly version: number;
  readonly position: string;
};

export const claimTable: KeyedTable<ClaimRow> = {
  name: 'rm.claim_queue_v16',
  key: 'claimId',
  columns: {
    claimId: 'text not null',
    workerId: 'text not null',
    stage: 'text not null',
    waitingFor: 'text not null',
    assignedTo: 'text',
    openTask: 'text',
    legalBasis: 'text',
    kind: 'text not null',
    deathDate: 'date',
    eventDate: 'date not null',
    reportedAt: 'timestamptz not null',
    lastActAt: 'timestamptz not null',
    channel: 'text not null',
    relation: 'text not null',
    reports: 'integer not null',
    missingDocuments: 'text[] not null',
    documentsCompleteAt: 'timestamptz',
    recordedDueOn: 'date',
    deadlinePassed: 'boolean not null',
    answerDueOn: 'date',
    settledOnce: 'boolean not null',
    totalIdr: 'bigint',
    decidedIdr: 'bigint',
    mode: 'text',
    payerId: 'text',
    exceptions: 'text[] not null',
    historic: 'boolean not null',
    facts: 'jsonb not null',
    version: 'integer not null',
    position: 'bigint not null',
  },
  indexes: [
    '(stage, reported_at, claim_id)',
    '(reported_at, claim_id)',
    '(waiting_for)',
    '(assigned_to)',
    '(worker_id)',
  ],
};

type ClaimRecorded = RecordedIn<'claim'>;
type Reported = Extract<
  ClaimRecorded,
  { type: 'DeathReported' | 'IncidentReported' | 'PersonMissing' }
>;

const isReported = (event: ClaimRecorded): event is Reported =>
  event.type === 'DeathReported' ||
  event.type === 'IncidentReported' ||
  event.type === 'PersonMissing';

const dayTold = (event: Reported): LocalDate => {
  if (event.type === 'DeathReported') return event.data.deathDate;
  return event.type === 'PersonMissing' ? event.data.missingSince : event.data.eventDate;
};

const presentKinds = (facts: ClaimState): readonly DocumentKind[] =>
  facts.documents.filter((document) => !document.returned).map((document) => document.kind);

/** One decision says its own sum; with a top-up it is what all of them granted. */
const decidedIdr = ({ verdict, granted, settledOnce }: ClaimState): string | null => {
  if (verdict === null) return null;
  return settledOnce && granted.length > 0 ? totalOf(granted) : verdict.totalIdr;
};

/** The columns that are nothing but a reading of the domain's state. */
const readings = (facts: ClaimState, known: LocalDate, at: string) => {
  const stage = claimStage(facts);
  const mode = facts.recommendation?.mandate.mode ?? null;
  const open = openTaskOf(facts, at);
  return {
    facts,
    stage,
    mode,
    waitingFor: open?.party ?? 'NOBODY',
    assignedTo: facts.assignee,
    openTask: open?.task ?? null,
    legalBasis: open?.legalBasis ?? null,
    payerId: facts.recommendation?.mandate.payerId ?? null,
    kind: claimKindOf(facts) ?? 'JKM_DEATH',
    deathDate: facts.deathDate,
    eventDate: eventDateOf(facts) ?? known,
    reports: facts.reports.length + (facts.incident?.reports.length ?? 0),
    missingDocuments: missingPapers(facts, presentKinds(facts)),
    totalIdr: facts.benefits?.totalIdr ?? null,
    decidedIdr: decidedIdr(facts),
    answerDueOn: facts.answerDueOn,
    settledOnce: facts.settledOnce,
  };
};

const reported = (event: Reported): ClaimRow => {
  const { effectiveAt, meta, version, position } = event;
  const { claimId, workerId, channel, relation } = event.data;
  const isSuspected = event.type === 'DeathReported' && event.data.workAccidentSuspected;
  return {
    ...readings(evolveClaim(initialClaim, event), dayTold(event), effectiveAt),
    claimId,
    workerId,
    reportedAt: effectiveAt,
    lastActAt: effectiveAt,
    channel,
    relation,
    documentsCompleteAt: null,
    recordedDueOn: null,
    deadlinePassed: false,
    exceptions: isSuspected ? ['WORK_ACCIDENT_SUSPECTED'] : [],
    historic: meta.origin === 'historic',
    version,
    position,
  };
};

const withException = (
  known: readonly ClaimException[],
  found: ClaimException,
  holds: boolean,
): readonly ClaimException[] => [
  ...known.filter((exception) => exception !== found),
  ...(holds ? [found] : []),
];

const exceptionsAfter = (
  { exceptions }: ClaimRow,
  event: ClaimRecorded,
  isRefused: boolean,
): readonly ClaimException[] => {
  if (event.type === 'DeterminationReported')
    return withException(exceptions, 'DETERMINATION_DIFFERS', event.data.differs);
  if (event.type === 'FollowUpRefused' || event.type === 'FollowUpTaken')
    return withException(exceptions, 'FOLLOW_UP_REFUSED', isRefused);
  // Whatever was concluded, nobody need suspect any more.
  if (event.type === 'DeathConcluded')
    return withException(exceptions, 'WORK_ACCIDENT_SUSPECTED', false);
  if (event.type !== 'DeathReportLinked') return exceptions;
  const { deathDateDiffers, workAccidentSuspected } = event.data;
  const dates = deathDateDiffers || exceptions.includes('DEATH_DATE_DIFFERS');
  const accident = workAccidentSuspected || exceptions.includes('WORK_ACCIDENT_SUSPECTED');
  const withDates = withException(exceptions, 'DEATH_DATE_DIFFERS', dates);
  return withException(withDates, 'WORK_ACCIDENT_SUSPECTED', accident);
};

const BESIDE: readonly (readonly [ClaimException, (facts: ClaimState) => readonly unknown[]])[] = [
  ['HOSPITAL_BILL_WAITS', billTasksOf],
  ['RECOVERY_OUTSTANDING', recoveryTasksOf],
  ['OBJECTION_WAITS', objectionTasksOf],
  ['STATEMENT_WAITS', lateStatementTasksOf],
];

/** What is open beside the stages of the claim, also after its end. */
const withBeside = (
  exceptions: readonly ClaimException[],
  facts: ClaimState,
): readonly ClaimException[] =>
  BESIDE.reduce(
    (known, [exception, tasksOf]) => withException(known, exception, tasksOf(facts).length > 0),
    exceptions,
  );

/** T-07: the clock runs from complete papers; a needed paper sent back stops it. */
const clockAfter = (
  row: ClaimRow,
  event: ClaimRecorded,
  facts: ClaimState,
): Pick<ClaimRow, 'documentsCompleteAt' | 'recordedDueOn' | 'deadlinePassed'> => {
  if (event.type === 'DocumentsCompleted')
    return {
      documentsCompleteAt: event.effectiveAt,
      recordedDueOn: event.data.due?.dueOn ?? null,
      deadlinePassed: false,
    };
  if (event.type === 'DeadlinePassed') {
    const { documentsCompleteAt } = row;
    return { documentsCompleteAt, recordedDueOn: event.data.dueOn, deadlinePassed: true };
  }
  if (event.type === 'CareGuaranteed')
    return {
      ...{ documentsCompleteAt: null, recordedDueOn: event.data.concludeBy },
      deadlinePassed: false,
    };
  const { documentsCompleteAt, recordedDueOn, deadlinePassed } = row;
  const isSuspected = claimStage(facts) === 'SUSPECTED';
  const complete = facts.documentsComplete;
  if (isSuspected) return { documentsCompleteAt, recordedDueOn, deadlinePassed };
  return complete
    ? { documentsCompleteAt, recordedDueOn, deadlinePassed }
    : { documentsCompleteAt: null, recordedDueOn: null, deadlinePassed };
};

/** Decided and paid by other means: no recommendation of ours says by whom. */
const paidBefore = ({
  data,
}: Extract<ClaimRecorded, { type: 'ClaimPaidBefore' }>): Partial<ClaimRow> => ({
  decidedIdr: data.decidedIdr,
  mode: data.mandate.mode,
  payerId: data.mandate.payerId,
});

const isAssignment = ({ type }: ClaimRecorded): boolean =>
  type === 'ClaimAssigned' || type === 'ClaimReleased';

const next = (row: ClaimRow, event: ClaimRecorded): ClaimRow => {
  const facts = evolveClaim(row.facts, event);
  return {
    ...row,
    ...readings(facts, row.eventDate, event.effectiveAt),
    // What was decided stays shown when a later check takes the recommendation out of the state.
    mode: facts.recommendation?.mandate.mode ?? row.mode,
    payerId: facts.recommendation?.mandate.payerId ?? row.payerId,
    ...clockAfter(row, event, facts),
    // Whose case it is says nothing about the family that is asked again.
    lastActAt: isAssignment(event) ? row.lastActAt : event.effectiveAt,
    ...(event.type === 'ClaimPaidBefore' && paidBefore(event)),
    exceptions: withBeside(
      exceptionsAfter(row, event, Object.keys(facts.refusedSteps).length > 0),
      facts,
    ),
    version: event.version,
  };
};

export const claimFold: RowFold<ClaimRow> = {
  table: claimTable,
  keysOf: (event) =>
    event.category === 'claim' || event.type === 'PayableCreated' ? [event.data.claimId] : [],
  fold(row, event) {
    // What a hospital is owed says nothing of the family's day.
    if (event.type === 'PayableCreated' && event.data.billId !== undefined) return row;
    if (event.type === 'PayableCreated')
      // A difference is paid beside the claim: its payable says nothing of the day of the law.
      return row && (row.settledOnce ? row : { ...row, recordedDueOn: event.data.dueOn });
    // Somebody read something: nothing was done, and a family is asked again on the same day.
    if (event.category !== 'claim' || isClaimLook(event)) return row;
    // Missing first, a death later: the row goes on.
    if (isReported(event) && row === undefined) return reported(event);
    return row === undefined ? orphaned(event) : next(row, event);
  },
};

/** Where the worker of a claim lives: kept here so that the queue needs no other projection. */
export type PlaceRow = {
  readonly workerId: string;
  readonly programmeId: string;
  readonly trancheId: string;
  readonly kelurahan: string;
  readonly position: string;
};

export const placeTableOf = (name: KeyedTable<PlaceRow>['name']): KeyedTable<PlaceRow> => ({
  name,
  key: 'workerId',
  columns: {
    workerId: 'text not null',
    programmeId: 'text not null',
    trancheId: 'text not null',
    kelurahan: 'text not null',
    position: 'bigint not null',
  },
  indexes: [],
});

export const placeTable = placeTableOf('rm.claim_queue_v16_places');

export const placeFoldInto = (table: KeyedTable<PlaceRow>): RowFold<PlaceRow> => ({
  table,
  keysOf: (event) => (event.type === 'WorkerNominated' ? [event.data.workerId] : []),
  fold(row, event) {
    if (event.type !== 'WorkerNominated') return row;
    const { workerId, programmeId, trancheId, kelurahan } = event.data;
    return { workerId, programmeId, trancheId, kelurahan, position: event.position };
  },
});

export const placeFold = placeFoldInto(placeTable);
