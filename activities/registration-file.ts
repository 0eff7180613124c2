// The registration file of an approved list, and the counts of the branch's answer to it.
import type { LocalDate } from '../domain/calendar.ts';
import type { Answer } from '../domain/command.ts';
import type { RegistrationLine } from '../infra/rosters/registration-csv.ts';
import type { Ports } from './ports.ts';
import {
  createRosterReader,
  documentBytes,
  type RosterRows,
  workersOfRows,
} from './roster-rows.ts';
import { lastOf } from './stored-events.ts';

/** 150,000 people's streams at once would fill the memory. */
const ROWS_AT_ONCE = 1_000;

const linesOf = async (
  ports: Ports,
  { rosterId, rows }: Pick<RosterRows, 'rosterId' | 'rows'>,
  coverFrom: LocalDate,
): Promise<readonly RegistrationLine[]> => {
  const ids = await workersOfRows(ports, rosterId, rows);
  const histories = await ports.store.loadStreams(ids);
  return rows.flatMap((row, index) => {
    const reference = ids[index] ?? '';
    const worker = histories.get(reference) ?? [];
    const isOurs = lastOf(worker, 'WorkerNominated')?.data.rosterId === rosterId;
    const isNamed = lastOf(worker, 'WorkerNamedInDecree') !== null;
    if (!isOurs || !isNamed) return [];
    const { nik, name, birthDate, kelurahan, occupation } = row;
    return [{ reference, nik, name, birthDate, kelurahan, occupation, coverFrom }];
  });
};

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
  const lines: RegistrationLine[] = [];
  for (let from = 0; from < list.rows.length; from += ROWS_AT_ONCE) {
    const some = { ...list, rows: list.rows.slice(from, from + ROWS_AT_ONCE) };
    lines.push(...(await linesOf(ports, some, coverFrom)));
  }
  return lines;
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
