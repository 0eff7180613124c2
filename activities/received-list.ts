// A received list is read again where it is decided: verdicts of 200,000 rows fit in no message.
import { type LocalDate, officeDay } from '../domain/calendar.ts';
import type { Answer, CommandEnvelope } from '../domain/command.ts';
import type { RosterCommand, RowVerdict } from '../domain/roster/events.ts';
import type { RegisteredTerms } from '../domain/roster/registered-row.ts';
import { refused } from './append-decision.ts';
import { rowsOfOtherLists } from './members-of-other-lists.ts';
import type { DecisionPorts, Ports } from './ports.ts';
import { termsOfTakeOver } from './take-over-terms.ts';

export type ListPorts = Pick<Ports, 'documents' | 'lists'>;

type Receive = Extract<RosterCommand, { type: 'ReceiveRoster' | 'TakeOverRoster' }>;

/** The stored bytes under the tranche's own terms; members of other lists are refused here. */
const read = async (
  ports: ListPorts & Pick<DecisionPorts, 'store' | 'keys'>,
  command: Receive,
  over: { readonly bytes: Uint8Array; readonly terms: RegisteredTerms },
) => {
  const { bytes, terms } = over;
  if (command.type === 'TakeOverRoster') return ports.lists.registered(bytes, terms);
  const { region, ageFrom, ageTo, coverFrom } = terms;
  const reading = await ports.lists.roster(bytes, { region, ageFrom, ageTo, coverFrom });
  if (reading.status === 'refused') return reading;
  const members = await rowsOfOtherLists(ports, command.data.rosterId, reading.accepted);
  return ports.lists.withoutMembers(reading, members);
};

const withVerdicts = (command: Receive, verdicts: readonly RowVerdict[]): Receive =>
  command.type === 'TakeOverRoster'
    ? { type: command.type, data: { ...command.data, verdicts } }
    : { type: command.type, data: { ...command.data, verdicts } };

/** The counts that a person saw must agree with what the stored bytes say. */
const readAgain = async (
  ports: ListPorts & Pick<DecisionPorts, 'store' | 'keys'>,
  command: Receive,
  today: LocalDate,
): Promise<Receive | Answer> => {
  const { trancheId, programmeId, fileSha256, rows, accepted, refused: refusedRows } = command.data;
  const asOf = command.type === 'TakeOverRoster' ? command.data.asOf : today;
  const found = await termsOfTakeOver(ports.store, trancheId, asOf);
  // Its seats are asked for first, and refuse a tranche that nobody opened.
  if (found === undefined) return withVerdicts(command, []);
  if (found.programmeId !== programmeId)
    return refused('StreamMismatch', { category: 'programme', expected: found.programmeId });
  const bytes = await ports.documents.get(fileSha256);
  if (bytes === undefined) return refused('RosterUnreadable', { problem: 'DocumentUnknown' });
  const reading = await read(ports, command, { bytes, terms: found.terms });
  if (reading.status === 'refused') return refused('RosterUnreadable', { problem: reading.code });
  if (reading.rows !== rows || reading.accepted.length !== accepted)
    return refused('RosterCountsDiffer', { rows, accepted, refused: refusedRows });
  return withVerdicts(command, reading.verdicts);
};

/** Undefined for every other command, and for a list that is known: its first verdicts stay. */
export const receivedList = async (
  ports: ListPorts & Pick<DecisionPorts, 'store' | 'keys' | 'clock'>,
  { category, streamId, command }: CommandEnvelope,
): Promise<Receive | Answer | undefined> => {
  if (category !== 'roster') return undefined;
  if (command.type !== 'ReceiveRoster' && command.type !== 'TakeOverRoster') return undefined;
  if ((await ports.store.loadStream(streamId)).length > 0) return undefined;
  return readAgain(ports, command, officeDay(ports.clock()));
};
