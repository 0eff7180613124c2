// What a tranche asks of the rows of a take-over list, read from its own streams.
import type { LocalDate } from '../domain/calendar.ts';
import { trancheDecider } from '../domain/programme/tranche-decider.ts';
import type { RegisteredTerms } from '../domain/roster/registered-row.ts';
import type { EventStore } from '../infra/event-store/event-store.ts';
import { stateOf } from './deciders.ts';
import { lastOf } from './stored-events.ts';

export type TakeOverTerms = { readonly programmeId: string; readonly terms: RegisteredTerms };

/** Undefined when nobody opened the tranche. */
export const termsOfTakeOver = async (
  store: Pick<EventStore, 'loadStream'>,
  trancheId: string,
  asOf: LocalDate,
): Promise<TakeOverTerms | undefined> => {
  const { tranche, closedThrough } = stateOf(trancheDecider, await store.loadStream(trancheId));
  if (tranche === null) return undefined;
  const { programmeId, coverFrom } = tranche;
  const programme = lastOf(await store.loadStream(programmeId), 'ProgrammeCreated')?.data;
  if (programme === undefined) return undefined;
  const { region, ageFrom, ageTo } = programme;
  return { programmeId, terms: { region, ageFrom, ageTo, coverFrom, asOf, closedThrough } };
};
