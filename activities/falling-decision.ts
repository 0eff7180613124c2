// A decision falls: the claim and every payable of it move in one transaction, or none does.
import { systemActor } from '../domain/actor.ts';
import { claimDecider } from '../domain/claim/decider.ts';
import type { Answer, CommandEnvelope } from '../domain/command.ts';
import {
  earlierAnswer,
  refused,
  tooBusy,
  type Wish,
  withoutReservations,
} from './append-decision.ts';
import { authoriseWish, isRefusedAuthority } from './authority.ts';
import { collectFacts } from './collect-facts.ts';
import { decideTogether, type Part, type Parts } from './decide-together.ts';
import { stateOf } from './deciders.ts';
import { assertHand } from './follow-up.ts';
import { owedStreams } from './payable-ends.ts';
import type { DecisionPorts } from './ports.ts';

/** What takes a decision away, and what its payables are told. */
const REASON_OF = {
  CorrectDeathDate: 'DEATH_DATE_CORRECTED',
  ConcludeDeath: 'DEATH_CONCLUDED',
  RecordFoundAlive: 'PERSON_ALIVE',
  AnswerObjection: 'OBJECTION_UPHELD',
} as const;
type Taking = keyof typeof REASON_OF;

const isTaking = (type: string): type is Taking => Object.hasOwn(REASON_OF, type);

const cancellation = (ports: DecisionPorts, main: Part, payableId: string): Part => {
  const { commandId, correlationId, command } = main.wish;
  const reason = isTaking(command.type) ? REASON_OF[command.type] : command.type;
  const wish: Wish<'payable'> = {
    commandId: ports.ids.command('cancel-payable', commandId, payableId),
    category: 'payable',
    streamId: payableId,
    command: { type: 'CancelPayable', data: { reason } },
    actorId: systemActor.id,
    ...{ correlationId, causationId: commandId },
  };
  const acting = { ...main.acting, by: systemActor };
  assertHand(wish, acting);
  return { wish, acting };
};

/** An objection that is dismissed leaves the decision as it stands. */
const isDismissal = (command: Wish['command']): boolean =>
  command.type === 'AnswerObjection' && command.data.outcome === 'DISMISSED';

const partsOf = async (ports: DecisionPorts, main: Part): Promise<Parts> => {
  const { wish, acting } = main;
  const collected = await collectFacts(ports, wish, acting);
  const history = await ports.store.loadStream(wish.streamId);
  const { verdict, settledOnce } = stateOf(claimDecider, history);
  // What was paid is not cancelled: the difference is proposed.
  if (verdict === null || settledOnce || isDismissal(wish.command))
    return { main: { ...main, collected }, others: [] };
  const owed = await owedStreams(ports, history);
  // The approval is so new that its payables are still being written: cancelled they must stand.
  if ([...owed.values()].some((payable) => payable.length === 0)) throw tooBusy();
  const others = [...owed.keys()].map((payableId) => cancellation(ports, main, payableId));
  return { main: { ...main, collected }, others };
};

const decideAnew = async (
  ports: DecisionPorts,
  sent: CommandEnvelope,
  type: Taking,
): Promise<Answer> => {
  const envelope = withoutReservations(sent);
  if (envelope.category !== 'claim' || envelope.command.type !== type)
    return refused('CommandMalformed');
  const earlier = await earlierAnswer(ports, envelope);
  if (earlier !== undefined) return earlier;
  const authority = await authoriseWish(ports, envelope);
  if (isRefusedAuthority(authority)) return authority;
  const main = { wish: envelope, acting: authority.acting };
  return decideTogether(ports, envelope, () => partsOf(ports, main));
};

export const correctDeathDate = (ports: DecisionPorts, sent: CommandEnvelope): Promise<Answer> =>
  decideAnew(ports, sent, 'CorrectDeathDate');

/** From work or not: a decision on the other benefit falls with it. */
export const concludeDeath = (ports: DecisionPorts, sent: CommandEnvelope): Promise<Answer> =>
  decideAnew(ports, sent, 'ConcludeDeath');

/** An objection to what was granted is answered; upheld before a payment, the decision falls. */
export const answerObjection = (ports: DecisionPorts, sent: CommandEnvelope): Promise<Answer> =>
  decideAnew(ports, sent, 'AnswerObjection');

/** Whose decision falls because the person lives. */
export const recordFoundAlive = (ports: DecisionPorts, sent: CommandEnvelope): Promise<Answer> =>
  decideAnew(ports, sent, 'RecordFoundAlive');
