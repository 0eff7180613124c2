// Records what a list of the dead says: the list itself, certain deaths, doubts; said twice it is said once.
import type { Answer, CommandEnvelope } from '../../domain/command.ts';
import type { DeathListReceived } from '../../domain/outreach/death-list.ts';
import type { ScoredMember } from '../../domain/outreach/death-match.ts';
import type { DeathSource } from '../../domain/worker/known-death-events.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import type { MatchedRow } from './death-list-match.ts';
import { envelope, type Session, sealFields } from './session.ts';

export type ReceivedList = Pick<DeathListReceived['data'], 'listId' | 'source' | 'area'>;

type Said = 'NEW' | 'KNOWN' | { readonly refused: string };

const saidBy = (answer: Answer): Said => {
  if (answer.status === 'refused') return { refused: answer.code };
  return answer.repeated || answer.position === '0' ? 'KNOWN' : 'NEW';
};

const ofList = <C extends CommandEnvelope>(list: ReceivedList, commandId: string, wish: C): C => ({
  ...wish,
  ...{ commandId, correlationId: list.listId },
});

/** What stands in every event that one row gives rise to. */
const rowFacts = (
  list: { readonly listId: string; readonly source: DeathSource },
  { row: { row, deathDate } }: MatchedRow,
  { workerId, score }: ScoredMember,
) => ({ workerId, listId: list.listId, row, source: list.source, deathDate, score });

const noteCertain = async (
  session: Session,
  list: ReceivedList,
  matched: MatchedRow,
): Promise<Said> => {
  const { match } = matched;
  if (match.verdict !== 'CERTAIN') return 'KNOWN';
  const { workerId, score } = match.member;
  const data = { ...rowFacts(list, matched, match.member), matchedBy: match.by };
  const wish = envelope(session, 'worker', workerId, { type: 'NoteNamedInDeathList', data });
  const { row } = matched.row;
  const id = streamIds.command('named-dead', list.listId, row, workerId, score, match.by);
  return saidBy(await session.gateway.send(ofList(list, id, wish)));
};

/** The row's own person has a key of their own: what is known of strangers can be destroyed. */
const sealedRow = (session: Session, list: ReceivedList, { row }: MatchedRow) => {
  const subject = streamIds.derived(list.listId, `row/${row.row}`);
  const commandId = streamIds.command('doubt-seal', list.listId, row.row);
  const { name, birthDate, nik } = row;
  return sealFields<'name' | 'birthDate' | 'nik'>(session, subject, commandId, {
    name: ['deceased.name', name],
    ...(birthDate !== null && { birthDate: ['deceased.birthDate', birthDate] as const }),
    ...(nik !== null && { nik: ['deceased.nik', nik] as const }),
  });
};

const raiseDoubts = async (
  session: Session,
  list: ReceivedList,
  matched: MatchedRow,
): Promise<readonly Said[]> => {
  const { match } = matched;
  if (match.verdict !== 'DOUBT') return [];
  const sealed = await sealedRow(session, list, matched);
  const said: Said[] = [];
  for (const member of match.members) {
    const { workerId, score } = member;
    const doubtId = streamIds.derived(list.listId, `doubt/${matched.row.row}/${workerId}`);
    const { name, birthDate = null, nik = null } = sealed;
    const data = { ...rowFacts(list, matched, member), doubtId, name, birthDate, nik };
    const wish = envelope(session, 'worker', workerId, { type: 'RaiseDeathDoubt', data });
    const id = streamIds.command('doubt', doubtId, score);
    said.push(saidBy(await session.gateway.send(ofList(list, id, wish))));
  }
  return said;
};

export type Recorded = {
  readonly news: number;
  readonly doubts: number;
  readonly known: number;
  readonly refusals: readonly { readonly row: number; readonly code: string }[];
};

/** So many commands are on their way at a time: each is a transaction of its own. */
const AT_ONCE = 8;

const eachOf = async <Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<void>,
): Promise<void> => {
  for (let from = 0; from < items.length; from += AT_ONCE)
    await Promise.all(items.slice(from, from + AT_ONCE).map(act));
};

export const recordDeathList = async (
  session: Session,
  list: DeathListReceived['data'],
  matches: readonly MatchedRow[],
): Promise<{ readonly refused: Answer } | Recorded> => {
  const { listId } = list;
  const wish = envelope(session, 'death_list', listId, { type: 'ReceiveDeathList', data: list });
  const received = await session.gateway.send(wish);
  if (received.status === 'refused') return { refused: received };
  const count = { news: 0, doubts: 0, known: 0 };
  const refusals: { row: number; code: string }[] = [];
  const note = ({ row, match }: MatchedRow, said: Said): void => {
    if (typeof said === 'object') refusals.push({ row: row.row, code: said.refused });
    else if (said === 'KNOWN') count.known += 1;
    else if (match.verdict === 'CERTAIN') count.news += 1;
    else count.doubts += 1;
  };
  const of = (verdict: MatchedRow['match']['verdict']) =>
    matches.filter(({ match }) => match.verdict === verdict);
  await eachOf(of('CERTAIN'), async (each) => note(each, await noteCertain(session, list, each)));
  // After them: whose death one row makes known is no riddle of another.
  await eachOf(of('DOUBT'), async (each) => {
    for (const said of await raiseDoubts(session, list, each)) note(each, said);
  });
  return { ...count, refusals: refusals.sort((a, b) => a.row - b.row) };
};
