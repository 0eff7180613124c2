// A person steers a batch: decided over its stream, and said how far the work had come by then.
import type { BatchPlace } from '../domain/batch.ts';
import type { Answer, Category, CommandEnvelope, CommandsByCategory } from '../domain/command.ts';
import { decideAndAppend, earlierAnswer, refused, withoutReservations } from './append-decision.ts';
import { authoriseWish, isRefusedAuthority } from './authority.ts';
import type { DecisionPorts } from './ports.ts';

const withPlace = (
  { category, command }: CommandEnvelope,
  at: BatchPlace,
): CommandsByCategory[Category] | undefined => {
  if (category !== 'roster' && category !== 'hand_over') return undefined;
  switch (command.type) {
    case 'PauseBatch':
      return { type: command.type, data: { ...command.data, at } };
    case 'ResumeBatch':
      return { type: command.type, data: { ...command.data, at } };
    case 'CancelBatch':
      return { type: command.type, data: { ...command.data, at } };
    default:
      return undefined;
  }
};

/** The place comes from the workflow that works the list off, and from nobody else. */
export const steerBatch = async (
  ports: DecisionPorts,
  sent: CommandEnvelope,
  at: BatchPlace,
): Promise<Answer> => {
  const envelope = withoutReservations(sent);
  const command = withPlace(envelope, at);
  if (command === undefined) return refused('CommandMalformed');
  const earlier = await earlierAnswer(ports, envelope);
  if (earlier !== undefined) return earlier;
  const authority = await authoriseWish(ports, envelope);
  if (isRefusedAuthority(authority)) return authority;
  const { acting } = authority;
  return decideAndAppend(ports, envelope, { acting, collect: async () => command });
};
