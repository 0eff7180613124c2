// Members of a tranche as the log knew them at a position: one pass, for questions about the past.
import type { LocalDate } from '../domain/calendar.ts';
import type { TrancheMembers } from '../domain/programme/gate-events.ts';
import type { EventStore, Position } from '../infra/event-store/event-store.ts';
import type { TrancheMemberFigures } from './programme-summary/figures.ts';
import { replayFigures } from './programme-summary/replayed-figures.ts';
import { readLog } from './read-log.ts';
import { type RecordedEvent, recordedEvent } from './recorded-event.ts';

const PAGE_EVENTS = 5_000;
const wholeLog = (store: EventStore) => readLog(store, '0' as Position, PAGE_EVENTS);

type Cards = { readonly members: Set<string>; readonly handed: Set<string> };

const noteCard = ({ members, handed }: Cards, event: RecordedEvent, trancheId: string): void => {
  if (event.type === 'WorkerNominated' && event.data.trancheId === trancheId)
    members.add(event.data.workerId);
  if (event.type === 'CardHandedOver' && members.has(event.data.workerId))
    handed.add(event.data.workerId);
};

const handedOver = async (
  store: EventStore,
  { trancheId, position }: { readonly trancheId: string; readonly position: Position },
): Promise<number> => {
  const cards: Cards = { members: new Set(), handed: new Set() };
  for await (const events of wholeLog(store)) {
    const known = events.filter((event) => BigInt(event.position) <= BigInt(position));
    for (const stored of known) noteCard(cards, recordedEvent(stored), trancheId);
    if (known.length < events.length) break;
  }
  return cards.handed.size;
};

export const membersKnownAt = async (
  store: EventStore,
  at: { readonly trancheId: string; readonly position: Position; readonly on: LocalDate },
): Promise<{ readonly members: TrancheMembers; readonly figures: TrancheMemberFigures }> => {
  const { trancheId, position, on } = at;
  const replayed = await replayFigures(wholeLog(store), position);
  const found = replayed.figures({ asOf: on, trancheId });
  const figures: TrancheMemberFigures = {
    registered: Number(found.registered_cumulative),
    active: Number(found.active_now),
    notStarted: Number(found.not_started_now),
    lapsed: Number(found.lapsed_now),
    ended: Number(found.ended),
  };
  const { registered, ended } = figures;
  const cards = await handedOver(store, { trancheId, position });
  return {
    members: { registered, alive: registered - ended, handedOver: cards, position },
    figures,
  };
};
