// The commands that one chunk of a list's step means, built from the list and what is recorded.
import { hideNames, nameForms } from '../domain/free-text.ts';
import type { AcceptedRow } from '../domain/roster/row-verdict.ts';
import type { Sealed } from '../domain/sealed.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import type { RegistrationAnswer } from '../infra/rosters/registration-csv.ts';
import type { Chunk } from './activities.ts';
import type { Step } from './follow-up.ts';
import type { Ports } from './ports.ts';
import {
  kpjReservation,
  nikReservation,
  type RosterReader,
  type RosterRows,
  workerOfAnswer,
  workersOfRows,
} from './roster-rows.ts';
import { lastOf } from './stored-events.ts';

type Over = {
  readonly chunk: Chunk;
  readonly history: readonly StoredEvent[];
  readonly read: RosterReader;
};

const commandId = (ports: Ports, chunk: Chunk, part: string): string =>
  ports.ids.command(`roster-${chunk.step}`, chunk.batchId, part);

const sealedNomination = async (
  ports: Ports,
  { rosterId, trancheId, programmeId }: RosterRows,
  people: readonly { readonly row: AcceptedRow; readonly workerId: string; readonly id: string }[],
): Promise<readonly Step<'worker'>[]> => {
  const fields = people.flatMap(({ row, workerId: subject, id }) => [
    { subject, field: 'worker.nik', value: row.nik, commandId: id },
    { subject, field: 'worker.name', value: row.name, commandId: id },
    { subject, field: 'worker.birthDate', value: row.birthDate, commandId: id },
    { subject, field: 'worker.neighbourhood', value: row.neighbourhood, commandId: id },
    { subject, field: 'worker.disability', value: row.disability, commandId: id },
  ]);
  const sealed = await ports.keys.sealMany(fields);
  return people.flatMap(({ row, workerId, id }, person) => {
    const [nik, name, birthDate, neighbourhood, disability] = sealed.slice(
      person * 5,
      person * 5 + 5,
    );
    if (!nik || !name || !birthDate || !neighbourhood || !disability) return [];
    const { kelurahan, occupation, row: rosterRow } = row;
    const place = { workerId, programmeId, trancheId, rosterId, rosterRow, kelurahan, occupation };
    const data = { ...place, nik, name, birthDate, neighbourhood, disability };
    return [
      {
        category: 'worker',
        streamId: workerId,
        command: { type: 'NominateWorker', data },
        commandId: id,
        reservations: [nikReservation(ports, row.nik)],
      },
    ];
  });
};

const nominationSteps = async (
  ports: Ports,
  list: RosterRows,
  chunk: Chunk,
): Promise<readonly Step[]> => {
  const rows = list.rows.slice(chunk.from, chunk.from + chunk.count);
  const ids = await workersOfRows(ports, list.rosterId, rows);
  const people = rows.flatMap((row, at) => {
    const workerId = ids[at];
    return workerId === undefined
      ? []
      : [{ row, workerId, id: commandId(ports, chunk, String(row.row)) }];
  });
  // Sealing makes a key for the person: members of other lists have theirs and need none here.
  const histories = await ports.store.loadStreams(people.map(({ workerId }) => workerId));
  const own = people.filter(({ workerId, row }) => {
    const nominated = lastOf(histories.get(workerId) ?? [], 'WorkerNominated')?.data;
    const isOurs = nominated?.rosterId === list.rosterId && nominated.rosterRow === row.row;
    const isRefused = lastOf(histories.get(workerId) ?? [], 'WorkerRegistrationRefused') !== null;
    return nominated === undefined || isOurs || isRefused;
  });
  return sealedNomination(ports, list, own);
};

/** The workers that this list put forward, in the order of its rows. */
const membersOf = async (
  ports: Ports,
  list: RosterRows,
  chunk: Chunk,
): Promise<readonly string[]> => {
  const rows = list.rows.slice(chunk.from, chunk.from + chunk.count);
  const ids = await workersOfRows(ports, list.rosterId, rows);
  const histories = await ports.store.loadStreams(ids);
  return ids.filter(
    (id) => lastOf(histories.get(id) ?? [], 'WorkerNominated')?.data.rosterId === list.rosterId,
  );
};

const decreeSteps = async (
  ports: Ports,
  list: RosterRows,
  over: Over,
): Promise<readonly Step[]> => {
  const approved = lastOf(over.history, 'RosterApproved')?.data;
  if (approved === undefined) return [];
  const { decreeNumber, decreeDate } = approved;
  const members = await membersOf(ports, list, over.chunk);
  return members.map((workerId) => ({
    category: 'worker',
    streamId: workerId,
    command: { type: 'NameWorkerInDecree', data: { workerId, decreeNumber, decreeDate } },
    commandId: commandId(ports, over.chunk, workerId),
  }));
};

type Answered = { readonly answer: RegistrationAnswer; readonly workerId: string };

const idOfAnswer = (ports: Ports, chunk: Chunk, { answer, workerId }: Answered): string =>
  commandId(ports, chunk, `${workerId}:${answer.outcome}`);

/** The member numbers, sealed at once: each by itself would ask for its person's key. */
const sealedNumbers = async (
  ports: Ports,
  chunk: Chunk,
  answered: readonly Answered[],
): Promise<ReadonlyMap<RegistrationAnswer, Sealed>> => {
  const accepted = answered.flatMap((each) =>
    each.answer.outcome === 'refused' ? [] : [{ ...each, value: each.answer.kpj }],
  );
  const sealed = await ports.keys.sealMany(
    accepted.map(({ value, ...each }) => ({
      ...{ subject: each.workerId, field: 'worker.kpj', value },
      commandId: idOfAnswer(ports, chunk, each),
    })),
  );
  return new Map(
    accepted.flatMap(({ answer }, at) => {
      const kpj = sealed[at];
      return kpj === undefined ? [] : [[answer, kpj] as const];
    }),
  );
};

const answerStep = (
  ports: Ports,
  chunk: Chunk,
  { kpj, ...answered }: Answered & { readonly kpj: Sealed | undefined },
): Step | undefined => {
  const { answer, workerId } = answered;
  const id = idOfAnswer(ports, chunk, answered);
  const common = { category: 'worker', streamId: workerId, commandId: id } as const;
  if (answer.outcome === 'refused') {
    const { reason } = answer;
    return { ...common, command: { type: 'RefuseRegistration', data: { workerId, reason } } };
  }
  if (kpj === undefined) return undefined;
  const { coverStart } = answer;
  return {
    ...common,
    command: { type: 'EnrolWorker', data: { workerId, kpj, coverStart } },
    // A member number names one person: a desk finds them by it.
    reservations: [kpjReservation(ports, answer.kpj)],
  };
};

/** The branch writes of people it knows by name: its reasons are recorded without the names. */
const withoutNames = async (
  ports: Ports,
  answered: readonly Answered[],
  histories: ReadonlyMap<string, readonly StoredEvent[]>,
): Promise<readonly Answered[]> => {
  const refusals = answered.filter(({ answer }) => answer.outcome === 'refused');
  const sealed = refusals.map(
    ({ workerId }) => lastOf(histories.get(workerId) ?? [], 'WorkerNominated')?.data.name,
  );
  const opened = await ports.keys.openMany(sealed.filter((name) => name !== undefined));
  const names = nameForms(opened.flatMap((n) => (n.status === 'opened' ? [n.value] : [])));
  return answered.map(({ answer, workerId }) => ({
    workerId,
    answer:
      answer.outcome === 'refused'
        ? { ...answer, reason: hideNames(answer.reason, names) }
        : answer,
  }));
};

const registrationSteps = async (
  ports: Ports,
  list: RosterRows,
  over: Over,
): Promise<readonly Step[]> => {
  const { chunk, history } = over;
  const lines = (await over.read.answers(history)).slice(chunk.from, chunk.from + chunk.count);
  const named = await Promise.all(
    lines.map(async (answer) => ({ answer, workerId: await workerOfAnswer(ports, answer) })),
  );
  const known = named.flatMap(({ answer, workerId }): readonly Answered[] =>
    workerId === undefined ? [] : [{ answer, workerId }],
  );
  // A reference that this list did not put forward is not ours to enrol.
  const histories = await ports.store.loadStreams(known.map(({ workerId }) => workerId));
  const members = known.filter(
    ({ workerId }) =>
      lastOf(histories.get(workerId) ?? [], 'WorkerNominated')?.data.rosterId === list.rosterId,
  );
  const ours = await withoutNames(ports, members, histories);
  const numbers = await sealedNumbers(ports, chunk, ours);
  return ours.flatMap(
    (each) => answerStep(ports, chunk, { ...each, kpj: numbers.get(each.answer) }) ?? [],
  );
};

const cardSteps = async (
  ports: Ports,
  list: RosterRows,
  chunk: Chunk,
): Promise<readonly Step[]> => {
  const members = await membersOf(ports, list, chunk);
  const histories = await ports.store.loadStreams(members);
  return members.flatMap((workerId): readonly Step[] => {
    const enrolled = lastOf(histories.get(workerId) ?? [], 'WorkerEnrolled')?.data;
    if (enrolled === undefined) return [];
    const cardId = ports.ids.card(workerId, 1);
    const keyedHash = Buffer.from(ports.keys.keyedHash('card', cardId)).toString('base64');
    return [
      {
        category: 'worker',
        streamId: workerId,
        command: { type: 'IssueCard', data: { workerId, cardId, validFrom: enrolled.coverStart } },
        commandId: commandId(ports, chunk, workerId),
        // A hand-over list names cards only: the reservation finds the person.
        reservations: [{ kind: 'card', keyedHash }],
      },
    ];
  });
};

/** The commands of one chunk, each over its own stream. */
export const stepsOf = (ports: Ports, list: RosterRows, over: Over): Promise<readonly Step[]> => {
  switch (over.chunk.step) {
    case 'NOMINATION':
      return nominationSteps(ports, list, over.chunk);
    case 'DECREE':
      return decreeSteps(ports, list, over);
    case 'REGISTRATION':
      return registrationSteps(ports, list, over);
    case 'CARDS':
      return cardSteps(ports, list, over.chunk);
    case 'TAKE_OVER':
    case 'HAND_OVER':
      return Promise.resolve([]);
  }
};
