// A received list is read again where it is decided: verdicts of 200,000 rows fit in no message.
import type { Answer, CommandEnvelope } from '../domain/command.ts';
import type { RosterCommand } from '../domain/roster/events.ts';
import { refused } from './append-decision.ts';
import { rowsOfOtherLists } from './members-of-other-lists.ts';
import type { DecisionPorts, Ports } from './ports.ts';
import { lastOf } from './stored-events.ts';

export type ListPorts = Pick<Ports, 'documents' | 'lists'>;

type Receive = Extract<RosterCommand, { type: 'ReceiveRoster' }>;

/** The stored bytes under the tranche's own terms; the counts that a person saw must agree. */
const readAgain = async (
  ports: ListPorts & Pick<DecisionPorts, 'store' | 'keys'>,
  { type, data }: Receive,
): Promise<Receive | Answer> => {
  const { trancheId, programmeId, fileSha256, rows, accepted, refused: refusedRows } = data;
  const opened = lastOf(await ports.store.loadStream(trancheId), 'TrancheOpened')?.data;
  const programme = lastOf(await ports.store.loadStream(programmeId), 'ProgrammeCreated')?.data;
  // Its seats are asked for first, and refuse a tranche that nobody opened.
  if (opened === undefined || programme === undefined)
    return { type, data: { ...data, verdicts: [] } };
  if (opened.programmeId !== programmeId)
    return refused('StreamMismatch', { category: 'programme', expected: opened.programmeId });
  const bytes = await ports.documents.get(fileSha256);
  if (bytes === undefined) return refused('RosterUnreadable', { problem: 'DocumentUnknown' });
  const { region, ageFrom, ageTo } = programme;
  const terms = { region, ageFrom, ageTo, coverFrom: opened.coverFrom };
  const read = await ports.lists.roster(bytes, terms);
  if (read.status === 'refused') return refused('RosterUnreadable', { problem: read.code });
  const members = await rowsOfOtherLists(ports, data.rosterId, read.accepted);
  const reading = ports.lists.withoutMembers(read, members);
  if (reading.rows !== rows || reading.accepted.length !== accepted)
    return refused('RosterCountsDiffer', { rows, accepted, refused: refusedRows });
  return { type, data: { ...data, verdicts: reading.verdicts } };
};

/** Undefined for every other command, and for a list that is known: its first verdicts stay. */
export const receivedList = async (
  ports: ListPorts & Pick<DecisionPorts, 'store' | 'keys'>,
  { category, streamId, command }: CommandEnvelope,
): Promise<Receive | Answer | undefined> => {
  if (category !== 'roster' || command.type !== 'ReceiveRoster') return undefined;
  if ((await ports.store.loadStream(streamId)).length > 0) return undefined;
  return readAgain(ports, command);
};
