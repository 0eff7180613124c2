// Seats of a tranche's quota, taken before a list is received: a hard limit on its own stream.
import type { LocalDate, Month } from '../domain/calendar.ts';
import type { Answer, CommandEnvelope } from '../domain/command.ts';
import { trancheDecider } from '../domain/programme/tranche-decider.ts';
import { type Acting, decideAndAppend, versionOf, type Wish } from './append-decision.ts';
import { stateOf } from './deciders.ts';
import type { DecisionPorts } from './ports.ts';

type TakeOver = { readonly asOf: LocalDate; readonly closedThrough: Month | null };
type Seats = {
  readonly trancheId: string;
  readonly rosterId: string;
  readonly workers: number;
  readonly takeOver?: TakeOver;
};

const received = (envelope: CommandEnvelope): Seats | undefined =>
  envelope.category === 'roster' &&
  (envelope.command.type === 'ReceiveRoster' || envelope.command.type === 'TakeOverRoster')
    ? {
        trancheId: envelope.command.data.trancheId,
        rosterId: envelope.streamId,
        workers: envelope.command.data.accepted,
      }
    : undefined;

/** The wish over this version of the tranche: after a release the same number is a new wish. */
const wishFor = async (
  ports: DecisionPorts,
  seats: Seats,
  because: Pick<Wish, 'correlationId' | 'actorId'>,
): Promise<Wish<'tranche'>> => {
  const { trancheId, rosterId, workers, takeOver } = seats;
  const version = versionOf(await ports.store.loadStream(trancheId));
  return {
    commandId: ports.ids.command('seats', trancheId, rosterId, workers, version),
    category: 'tranche',
    streamId: trancheId,
    command: { type: 'ReserveSeats', data: { rosterId, workers, ...(takeOver && { takeOver }) } },
    actorId: because.actorId,
    correlationId: because.correlationId,
  };
};

/** Says how many seats a list needs; the newest number counts, and the quota may refuse it. */
export const keepSeats = async (
  ports: DecisionPorts,
  seats: Seats,
  how: { readonly acting: Acting; readonly because: Pick<Wish, 'correlationId' | 'actorId'> },
): Promise<Answer> =>
  decideAndAppend(ports, await wishFor(ports, seats, how.because), { acting: how.acting });

/** Asked before a take-over list is read: its rows are judged by this, however long that takes. */
export const takeOverTerms = async (
  { store }: DecisionPorts,
  { command }: CommandEnvelope,
): Promise<TakeOver | undefined> => {
  if (command.type !== 'TakeOverRoster') return undefined;
  const { trancheId, asOf } = command.data;
  const { closedThrough } = stateOf(trancheDecider, await store.loadStream(trancheId));
  return { asOf, closedThrough };
};

export const reserveSeats = async (
  ports: DecisionPorts,
  envelope: CommandEnvelope,
  { acting, takeOver }: { readonly acting: Acting; readonly takeOver: TakeOver | undefined },
): Promise<Answer | undefined> => {
  const seats = received(envelope);
  if (seats === undefined) return undefined;
  // A list that was received before keeps the seats it ended up with.
  const known = await ports.store.loadStream(seats.rosterId);
  if (known.length > 0) return undefined;
  const wanted = { ...seats, ...(takeOver && { takeOver }) };
  return keepSeats(ports, wanted, { acting, because: envelope });
};

/** The list itself was refused: its seats are free again. */
export const releaseSeats = async (
  ports: DecisionPorts,
  envelope: CommandEnvelope,
  acting: Acting,
): Promise<void> => {
  const seats = received(envelope);
  if (seats === undefined) return;
  const known = await ports.store.loadStream(seats.rosterId);
  if (known.length > 0) return;
  await keepSeats(ports, { ...seats, workers: 0 }, { acting, because: envelope });
};
