// A line that two persons read in a statement goes the way of every answer of the bank.
import type { Answer, CommandEnvelope } from '../domain/command.ts';
import { refused } from './append-decision.ts';
import { authoriseWish, isRefusedAuthority } from './authority.ts';
import { takeBankBytes } from './bank-answers.ts';
import { stageOf } from './deciders.ts';
import type { Ports } from './ports.ts';
import type { RecordDecision } from './record-decision.ts';
import { lastOf } from './stored-events.ts';

const isConfirmation = ({ category, command }: CommandEnvelope): boolean =>
  category === 'payable' && command.type === 'ConfirmStatementLine';

/** Repeated, it takes the same bytes in again: a crash between the two steps loses nothing. */
export const followLine = async (
  ports: Ports,
  envelope: CommandEnvelope,
  record: RecordDecision,
): Promise<Answer> => {
  const answer = await record(envelope);
  if (answer.status === 'refused' || !isConfirmation(envelope)) return answer;
  const { streamId, correlationId } = envelope;
  const authority = await authoriseWish(ports, envelope);
  if (isRefusedAuthority(authority)) return authority;
  const history = await ports.store.loadStream(streamId);
  const confirmed = lastOf(history, 'StatementLineConfirmed')?.stored.version ?? 0;
  const read = lastOf(
    history.filter(({ version }) => version < confirmed),
    'StatementLineRead',
  )?.data;
  if (read === undefined) return refused('LineNotRead');
  const bytes = ports.bank.lineStatement(read);
  const taken = await takeBankBytes(ports, { acting: authority.acting, correlationId, bytes });
  if ('status' in taken) return taken;
  const now = await ports.store.loadStream(streamId);
  return {
    ...answer,
    stage: stageOf('payable', now),
    version: now.at(-1)?.version ?? answer.version,
  };
};
