// Facts of other streams for a letter: letterhead and signers on the day, and what the claim has to say.
import { officeDay } from '../domain/calendar.ts';
import { claimDecider } from '../domain/claim/decider.ts';
import { lettersOfClaim } from '../domain/letter/claim-letters.ts';
import type {
  LetterheadCommand,
  LetterheadPlace,
  LetterSeriesCommand,
} from '../domain/letter/letter-events.ts';
import {
  type LetterheadState,
  letterheadDecider,
  letterheadOn,
  signersOn,
} from '../domain/letter/letterhead-decider.ts';
import { actorDecider } from '../domain/office/decider.ts';
import type { EventStore } from '../infra/event-store/event-store.ts';
import type { Wish } from './append-decision.ts';
import { stateOf } from './deciders.ts';
import type { DecisionPorts } from './ports.ts';
import { allOf, lastOf, workerOfClaim } from './stored-events.ts';

const letterheadOf = async (
  ports: DecisionPorts,
  { office, area }: LetterheadPlace,
): Promise<LetterheadState> =>
  stateOf(letterheadDecider, await ports.store.loadStream(ports.ids.letterhead(office, area)));

/** The claim of one number of a series; null where nobody has that number. */
export const claimOfLetter = async (
  store: Pick<EventStore, 'loadStream'>,
  seriesId: string,
  number: number,
): Promise<string | null> =>
  allOf(await store.loadStream(seriesId), 'LetterIssued').find((issued) => issued.number === number)
    ?.claimId ?? null;

const kelurahanOf = async (
  { store }: Pick<DecisionPorts, 'store'>,
  claim: Parameters<typeof workerOfClaim>[0],
): Promise<string | null> => {
  const workerId = workerOfClaim(claim);
  if (workerId === null) return null;
  return lastOf(await store.loadStream(workerId), 'WorkerNominated')?.data.kelurahan ?? null;
};

const claimFacts = async (
  ports: DecisionPorts,
  claimId: string,
): Promise<Extract<LetterSeriesCommand, { type: 'IssueLetter' }>['data']['claim']> => {
  const history = await ports.store.loadStream(claimId);
  const version = history.at(-1)?.version;
  if (version === undefined) return null;
  const kinds = lettersOfClaim(stateOf(claimDecider, history));
  return { version, kinds, kelurahan: await kelurahanOf(ports, history) };
};

export const forLetters = async (
  ports: DecisionPorts,
  { command, streamId }: Extract<Wish, { category: 'letter_series' }>,
  now: string,
): Promise<LetterSeriesCommand> => {
  const day = officeDay(now);
  switch (command.type) {
    case 'IssueLetter': {
      const claim = await claimFacts(ports, command.data.claimId);
      const head = letterheadOn(await letterheadOf(ports, command.data), day);
      return { type: command.type, data: { ...command.data, claim, head } };
    }
    case 'SignLetter': {
      const series = lastOf(await ports.store.loadStream(streamId), 'LetterIssued');
      const known = series === null ? null : await letterheadOf(ports, series.data);
      const signers = known === null ? [] : signersOn(known, day);
      return { type: command.type, data: { ...command.data, signers } };
    }
    case 'VoidLetter': {
      const claimId = await claimOfLetter(ports.store, streamId, command.data.number);
      return { type: command.type, data: { ...command.data, claimId: claimId ?? '' } };
    }
  }
};

export const forLetterhead = async (
  ports: DecisionPorts,
  { command }: Extract<Wish, { category: 'letterhead' }>,
): Promise<LetterheadCommand> => {
  if (command.type !== 'NameSigner') return command;
  const stream = ports.ids.actor(command.data.actorId);
  const person = stateOf(actorDecider, await ports.store.loadStream(stream));
  const worksAt = person.actorId === null ? null : person.office;
  return { type: command.type, data: { ...command.data, worksAt } };
};
