// Which rows of a list name somebody who is a member of another list already, by the keyed NIK.
import type { AcceptedRow } from '../domain/roster/row-verdict.ts';
import { workerDecider } from '../domain/worker/decider.ts';
import { workerStage } from '../domain/worker/stage.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import { stateOf } from './deciders.ts';
import type { DecisionPorts } from './ports.ts';
import { allOf, lastOf } from './stored-events.ts';

/** Round trips over a list of 200,000 rows: one for this many of them. */
const ROWS_AT_ONCE = 1_000;

/** Refused by BPJS, a person is free for another list; on the same list, a row is no stranger. */
const isMemberElsewhere = (history: readonly StoredEvent[], rosterId: string): boolean => {
  const nominated = lastOf(history, 'WorkerNominated')?.data;
  if (nominated === undefined || nominated.rosterId === rosterId) return false;
  return workerStage(stateOf(workerDecider, history)) !== 'REGISTRATION_REFUSED';
};

const inChunk = async (
  { store, keys }: Pick<DecisionPorts, 'store' | 'keys'>,
  rosterId: string,
  rows: readonly AcceptedRow[],
): Promise<readonly number[]> => {
  const hashes = rows.map(({ nik }) => keys.keyedHash('nik', nik));
  const found = await store.findIdentities('nik', hashes);
  const workers = rows.flatMap(({ row }, at) => {
    const workerId = found[at];
    return workerId === undefined ? [] : [{ row, workerId }];
  });
  if (workers.length === 0) return [];
  const histories = await store.loadStreams(workers.map(({ workerId }) => workerId));
  return workers
    .filter(({ workerId }) => isMemberElsewhere(histories.get(workerId) ?? [], rosterId))
    .map(({ row }) => row);
};

/** Of the rows that could be accepted. */
export const rowsOfOtherLists = async (
  ports: Pick<DecisionPorts, 'store' | 'keys'>,
  rosterId: string,
  rows: readonly AcceptedRow[],
): Promise<ReadonlySet<number>> => {
  const members = new Set<number>();
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const chunk = rows.slice(from, from + ROWS_AT_ONCE);
    for (const row of await inChunk(ports, rosterId, chunk)) members.add(row);
  }
  return members;
};

/** The rows that were refused as members when the list was received; undefined: it never was. */
export const memberRowsOnFile = (
  history: readonly StoredEvent[],
): ReadonlySet<number> | undefined => {
  if (lastOf(history, 'RosterReceived') === null) return undefined;
  const verdicts = allOf(history, 'RosterRowsRefused').flatMap((event) => event.verdicts);
  return new Set(
    verdicts.filter(({ problem }) => problem === 'ALREADY_MEMBER').map(({ row }) => row),
  );
};
