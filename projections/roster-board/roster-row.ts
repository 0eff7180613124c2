// One row per received list: counts, the decree, the branch's answer and how far each step has come.
import { assertNever } from '../../domain/decider.ts';
import type { RosterStepCompleted, RowVerdict } from '../../domain/roster/events.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned, type RecordedIn } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

export type RosterStep = {
  readonly step: RosterStepCompleted['data']['step'];
  readonly done: number;
  readonly skipped: number;
  readonly completedAt: string;
};

export type RosterRow = {
  readonly rosterId: string;
  readonly programmeId: string;
  readonly trancheId: string;
  readonly fileSha256: string;
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
  readonly receivedAt: string;
  readonly decreeNumber: string | null;
  readonly decreeDate: string | null;
  readonly namedInDecree: number | null;
  readonly approvedAt: string | null;
  readonly submitted: number | null;
  readonly submittedAt: string | null;
  readonly submittedFileSha256: string | null;
  readonly registrationAccepted: number | null;
  readonly registrationRefused: number | null;
  readonly answeredAt: string | null;
  readonly steps: readonly RosterStep[];
  readonly version: number;
  readonly position: string;
};

export const rosterTable: KeyedTable<RosterRow> = {
  name: 'rm.roster_board_v1',
  key: 'rosterId',
  columns: {
    rosterId: 'text not null',
    programmeId: 'text not null',
    trancheId: 'text not null',
    fileSha256: 'text not null',
    rows: 'integer not null',
    accepted: 'integer not null',
    refused: 'integer not null',
    receivedAt: 'timestamptz not null',
    decreeNumber: 'text',
    decreeDate: 'date',
    namedInDecree: 'integer',
    approvedAt: 'timestamptz',
    submitted: 'integer',
    submittedAt: 'timestamptz',
    submittedFileSha256: 'text',
    registrationAccepted: 'integer',
    registrationRefused: 'integer',
    answeredAt: 'timestamptz',
    steps: 'jsonb not null',
    version: 'integer not null',
    position: 'bigint not null',
  },
  indexes: ['(tranche_id, received_at)'],
};

type RosterRecorded = RecordedIn<'roster'>;
type Received = Extract<RosterRecorded, { type: 'RosterReceived' }>;

const received = ({ data, effectiveAt, version, position }: Received): RosterRow => ({
  ...data,
  receivedAt: effectiveAt,
  decreeNumber: null,
  decreeDate: null,
  namedInDecree: null,
  approvedAt: null,
  submitted: null,
  submittedAt: null,
  submittedFileSha256: null,
  registrationAccepted: null,
  registrationRefused: null,
  answeredAt: null,
  steps: [],
  version,
  position,
});

const changes = (
  row: RosterRow,
  event: Exclude<RosterRecorded, { type: 'RosterReceived' }>,
): Partial<RosterRow> => {
  const { type, data, effectiveAt } = event;
  switch (type) {
    case 'RosterRowsRefused':
      return {}; // the verdicts have a table of their own
    case 'RosterTakenOver':
      return { decreeNumber: data.decreeNumber, decreeDate: data.decreeDate };
    case 'RosterApproved':
      return {
        decreeNumber: data.decreeNumber,
        decreeDate: data.decreeDate,
        namedInDecree: data.workers,
        approvedAt: effectiveAt,
      };
    case 'RosterSubmitted':
      return {
        submitted: data.workers,
        submittedAt: effectiveAt,
        submittedFileSha256: data.fileSha256,
      };
    case 'RegistrationAnswered':
      return {
        registrationAccepted: (row.registrationAccepted ?? 0) + data.accepted,
        registrationRefused: (row.registrationRefused ?? 0) + data.refused,
        answeredAt: effectiveAt,
      };
    case 'RosterStepCompleted': {
      const { step, done, skipped } = data;
      const others = row.steps.filter((known) => known.step !== step);
      return { steps: [...others, { step, done, skipped, completedAt: effectiveAt }] };
    }
    case 'RosterPaused':
    case 'RosterResumed':
    case 'RosterCancelled':
    case 'RosterReopened':
      return {}; // told by the batch board
    default:
      return assertNever(type, 'roster event');
  }
};

export const rosterFold: RowFold<RosterRow> = {
  table: rosterTable,
  keysOf: (event) => (event.category === 'roster' ? [event.data.rosterId] : []),
  fold(row, event) {
    if (event.category !== 'roster') return row;
    if (event.type === 'RosterReceived') return received(event);
    if (row === undefined) return orphaned(event);
    return { ...row, ...changes(row, event), version: event.version };
  },
};

export type VerdictRow = RowVerdict & {
  /** Roster, version of the event and place in it. */
  readonly verdictId: string;
  readonly rosterId: string;
  readonly position: string;
};

export const verdictTable: KeyedTable<VerdictRow> = {
  name: 'rm.roster_board_v1_verdicts',
  key: 'verdictId',
  columns: {
    verdictId: 'text not null',
    rosterId: 'text not null',
    row: 'integer not null',
    column: 'text not null',
    problem: 'text not null',
    severity: 'text not null',
    position: 'bigint not null',
  },
  indexes: ['(roster_id, "row", verdict_id)'],
};

export const verdictFold: RowFold<VerdictRow> = {
  table: verdictTable,
  keysOf: (event) =>
    event.type === 'RosterRowsRefused'
      ? event.data.verdicts.map((_, at) => `${event.data.rosterId}/${event.version}/${at}`)
      : [],
  fold(row, event, key) {
    if (event.type !== 'RosterRowsRefused') return row;
    const { rosterId, verdicts } = event.data;
    const verdict = verdicts[Number(key.slice(key.lastIndexOf('/') + 1))];
    return verdict && { ...verdict, verdictId: key, rosterId, position: event.position };
  },
};
