// A hand-over list is read where it is decided: its cards go into the log, not only its bytes.
import type { Answer, CommandEnvelope } from '../domain/command.ts';
import type { HandOverCommand } from '../domain/hand-over/events.ts';
import { refused } from './append-decision.ts';
import type { DecisionPorts, Ports } from './ports.ts';
import { asJson } from './stored-events.ts';

type Receive = Extract<HandOverCommand, { type: 'ReceiveHandOver' }>;

/** Undefined for every other command, and for a list that is known: its first reading stays. */
export const receivedHandOver = async (
  ports: DecisionPorts & Pick<Ports, 'documents' | 'lists'>,
  { category, streamId, command }: CommandEnvelope,
): Promise<Receive | Answer | undefined> => {
  if (category !== 'hand_over' || command.type !== 'ReceiveHandOver') return undefined;
  if ((await ports.store.loadStream(streamId)).length > 0) return undefined;
  const bytes = await ports.documents.get(command.data.fileSha256);
  if (bytes === undefined) return refused('DocumentUnknown');
  const cardIds = await ports.lists.handOver(bytes);
  const cardsSha256 = Buffer.from(ports.hash(asJson(cardIds))).toString('hex');
  return { type: command.type, data: { ...command.data, cardIds, cardsSha256 } };
};
