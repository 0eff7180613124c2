// Seats of a tranche's quota, taken before a list is received: a hard limit on its own stream.
import type { Answer, CommandEnvelope } from '../domain/command.ts';
import { type Acting, decideAndAppend, versionOf, type Wish } from './append-decision.ts';
import type { DecisionPorts } from './ports.ts';

type Seats = { readonly trancheId: string; readonly rosterId: string; readonly workers: number };

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
  const { trancheId, rosterId, workers } = seats;
  const version = versionOf(await ports.store.loadStream(trancheId));
  return {
    commandId: ports.ids.command('seats', trancheId, rosterId, workers, version),
    category: 'tranche',
    streamId: trancheId,
    command: { type: 'ReserveSeats', data: { rosterId, workers } },
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

export const reserveSeats = async (
  ports: DecisionPorts,
  envelope: CommandEnvelope,
  acting: Acting,
): Promise<Answer | undefined> => {
  const seats = received(envelope);
  if (seats === undefined) return undefined;
  // A list that was received before keeps the seats it ended up with.
  const known = await ports.store.loadStream(seats.rosterId);
  if (known.length > 0) return undefined;
  return keepSeats(ports, seats, { acting, because: envelope });
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
