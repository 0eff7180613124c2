// The people of a take-over list as commands, one each: registered, with card and paid-through month.

import type { RosterTakenOver } from '../domain/roster/events.ts';
import type { RegisteredRow } from '../domain/roster/registered-row.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import type { Chunk } from './activities.ts';
import type { Step } from './follow-up.ts';
import { keepLast } from './keep-last.ts';
import type { Ports } from './ports.ts';
import { documentBytes, kpjReservation, unreadable } from './roster-rows.ts';
import { allOf, lastOf } from './stored-events.ts';
import { termsOfTakeOver } from './take-over-terms.ts';

export type TakenOverList = {
  readonly received: StoredEvent;
  readonly rosterId: string;
  readonly trancheId: string;
  readonly programmeId: string;
  readonly decree: {
    readonly number: string;
    readonly date: NonNullable<Decree['decreeDate']>;
  } | null;
  readonly rows: readonly RegisteredRow[];
};
type Decree = RosterTakenOver['data'];

const decreeOf = ({ decreeNumber, decreeDate }: Decree): TakenOverList['decree'] =>
  decreeNumber === null || decreeDate === null ? null : { number: decreeNumber, date: decreeDate };

const readList = async (ports: Ports, history: readonly StoredEvent[]): Promise<TakenOverList> => {
  const received = lastOf(history, 'RosterReceived');
  const takenOver = lastOf(history, 'RosterTakenOver')?.data;
  if (received === null || takenOver === undefined) throw unreadable('the take-over list');
  const { rosterId, trancheId, programmeId, fileSha256 } = received.data;
  const terms = await termsOfTakeOver(ports.store, trancheId, takenOver.asOf);
  if (terms === undefined) throw unreadable('the tranche of the list');
  // A history that was closed meanwhile refuses nothing that was accepted before: closing waits.
  const open = { ...terms.terms, closedThrough: null };
  const reading = await ports.lists.registered(await documentBytes(ports, fileSha256), open);
  if (reading.status === 'refused') throw unreadable(`list ${fileSha256} (${reading.code})`);
  const verdicts = allOf(history, 'RosterRowsRefused').flatMap((event) => event.verdicts);
  const refused = new Set(verdicts.flatMap((v) => (v.severity === 'refused' ? [v.row] : [])));
  const rows = reading.accepted.filter(({ row }) => !refused.has(row));
  const list = { rosterId, trancheId, programmeId, rows, decree: decreeOf(takenOver) };
  return { ...list, received: received.stored };
};

/** A list is read once and kept while its chunks run. */
export const createTakeOverReader = (ports: Ports) => {
  const kept = keepLast<TakenOverList>();
  return (rosterId: string, history: readonly StoredEvent[]): Promise<TakenOverList> =>
    kept(rosterId, () => readList(ports, history));
};

type Person = {
  readonly row: RegisteredRow;
  readonly workerId: string;
  readonly id: string;
  readonly nikHash: Uint8Array;
};

const FIELDS = ['nik', 'name', 'birthDate', 'neighbourhood', 'disability', 'kpj'] as const;

const takeOver = (
  ports: Ports,
  { rosterId, trancheId, programmeId, decree }: TakenOverList,
  { row, workerId, id, nikHash, sealed }: Person & { readonly sealed: readonly Sealed[] },
): Step | undefined => {
  const [nik, name, birthDate, neighbourhood, disability, kpj] = sealed;
  if (!nik || !name || !birthDate || !neighbourhood || !disability || !kpj) return undefined;
  const { kelurahan, occupation, row: rosterRow, registeredOn, coverStart } = row;
  const cardId = ports.ids.card(workerId, 1);
  const inBase64 = (hash: Uint8Array): string => Buffer.from(hash).toString('base64');
  return {
    category: 'worker',
    streamId: workerId,
    command: {
      type: 'TakeOverWorker',
      data: {
        ...{ workerId, programmeId, trancheId, rosterId, rosterRow, kelurahan, occupation },
        ...{ nik, name, birthDate, neighbourhood, disability, kpj },
        ...{ registeredOn, coverStart, paidThrough: row.paidThrough, decree },
        ...{ cardId, handedOver: row.handedOver },
      },
    },
    commandId: id,
    reservations: [
      { kind: 'nik', keyedHash: inBase64(nikHash) },
      kpjReservation(ports, row.kpj),
      { kind: 'card', keyedHash: inBase64(ports.keys.keyedHash('card', cardId)) },
    ],
  };
};
type Sealed = Awaited<ReturnType<Ports['keys']['seal']>>;

/** Members of other lists are left out before they are sealed: sealing would make them a key. */
const ownPeople = async (
  ports: Ports,
  { rosterId }: TakenOverList,
  rows: readonly RegisteredRow[],
): Promise<readonly Person[]> => {
  const hashes = rows.map(({ nik }) => ports.keys.keyedHash('nik', nik));
  const holders = await ports.store.findIdentities('nik', hashes);
  const known = holders.flatMap((holder) => holder ?? []);
  const histories = await ports.store.loadStreams(known);
  return rows.flatMap((row, index): readonly Person[] => {
    const holder = holders[index];
    const nikHash = hashes[index] ?? ports.keys.keyedHash('nik', row.nik);
    const id = ports.ids.command('roster-TAKE_OVER', rosterId, row.row);
    if (holder === undefined)
      return [{ row, workerId: ports.ids.rosterWorker(rosterId, row.row), id, nikHash }];
    const history = histories.get(holder) ?? [];
    const nominated = lastOf(history, 'WorkerNominated')?.data;
    const isOurs = nominated?.rosterId === rosterId && nominated.rosterRow === row.row;
    const isRefused = lastOf(history, 'WorkerRegistrationRefused') !== null;
    return isOurs || isRefused ? [{ row, workerId: holder, id, nikHash }] : [];
  });
};

/** The commands of one chunk: one per person who is not a member by another list. */
export const takeOverSteps = async (
  ports: Ports,
  list: TakenOverList,
  { from, count }: Pick<Chunk, 'from' | 'count'>,
): Promise<readonly Step[]> => {
  const people = await ownPeople(ports, list, list.rows.slice(from, from + count));
  const fields = people.flatMap(({ row, workerId: subject, id: commandId }) =>
    FIELDS.map((name) => ({ subject, field: `worker.${name}`, value: row[name], commandId })),
  );
  const sealed = await ports.keys.sealMany(fields);
  return people.flatMap((person, index) => {
    const own = sealed.slice(index * FIELDS.length, (index + 1) * FIELDS.length);
    return takeOver(ports, list, { ...person, sealed: own }) ?? [];
  });
};
