// The registration file of an approved list, and the counts of the branch's answer to it.
import type { LocalDate } from '../domain/calendar.ts';
import type { Answer } from '../domain/command.ts';
import type { RegistrationLine } from '../infra/rosters/registration-csv.ts';
import type { Ports } from './ports.ts';
import { createRosterReader, documentBytes, workerOfRow } from './roster-rows.ts';
import { lastOf } from './stored-events.ts';

/** Personal data in the clear: made for one hand-over and kept encrypted under its hash. */
export const registrationLines = async (
  ports: Ports,
  rosterId: string,
): Promise<readonly RegistrationLine[]> => {
  const history = await ports.store.loadStream(rosterId);
  if (lastOf(history, 'RosterReceived') === null) return [];
  const list = await createRosterReader(ports).rows(rosterId, history);
  const tranche = lastOf(await ports.store.loadStream(list.trancheId), 'TrancheOpened')?.data;
  const coverFrom = tranche?.coverFrom ?? ('' as LocalDate);
  const ids = await Promise.all(list.rows.map((row) => workerOfRow(ports, rosterId, row)));
  const histories = await ports.store.loadStreams(ids);
  return list.rows.flatMap((row, index) => {
    const reference = ids[index] ?? '';
    const worker = histories.get(reference) ?? [];
    const isOurs = lastOf(worker, 'WorkerNominated')?.data.rosterId === rosterId;
    const isNamed = lastOf(worker, 'WorkerNamedInDecree') !== null;
    if (!isOurs || !isNamed) return [];
    const { nik, name, birthDate, kelurahan, occupation } = row;
    return [{ reference, nik, name, birthDate, kelurahan, occupation, coverFrom }];
  });
};

export type AnswerCounts = { readonly accepted: number; readonly refused: number };

export const countAnswers = async (
  ports: Ports,
  fileSha256: string,
): Promise<AnswerCounts | Extract<Answer, { status: 'refused' }>> => {
  const reading = await ports.lists.registrationAnswer(await documentBytes(ports, fileSha256));
  if (reading.status === 'refused')
    return { status: 'refused', code: 'AnswerUnreadable', facts: { problem: reading.code } };
  const accepted = reading.answers.filter(({ outcome }) => outcome === 'accepted').length;
  return { accepted, refused: reading.answers.length - accepted };
};
