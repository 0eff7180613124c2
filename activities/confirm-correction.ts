// The second person's word on an account: on every payable of that payee in the claim, or on none.
import { personsBehind, systemActor } from '../domain/actor.ts';
import { claimDecider } from '../domain/claim/decider.ts';
import type { Answer, CommandEnvelope } from '../domain/command.ts';
import { payableDecider } from '../domain/payout/payable-decider.ts';
import type { PayableState } from '../domain/payout/payable-state.ts';
import { earlierAnswer, type Wish } from './append-decision.ts';
import { authoriseWish, isRefusedAuthority } from './authority.ts';
import { collectFacts } from './collect-facts.ts';
import { decideTogether, type Part, type Parts } from './decide-together.ts';
import { stateOf } from './deciders.ts';
import { assertHand } from './follow-up.ts';
import type { DecisionPorts } from './ports.ts';

export const isCorrectionConfirmed = ({ category, command }: CommandEnvelope): boolean =>
  category === 'payable' && command.type === 'ConfirmPayeeCorrection';

/** Later decisions of the claim may owe the same payee more: their payables hold the old account. */
const siblingsOf = async (
  { store, ids }: DecisionPorts,
  payableId: string,
  { created, payee }: PayableState,
): Promise<readonly string[]> => {
  // The bill of a hospital has no decision, and no other payable of its kind.
  if (created === null || payee === null || created.billId !== undefined) return [];
  const { decisions } = stateOf(claimDecider, await store.loadStream(created.claimId));
  const all = Array.from({ length: decisions }, (_, index) =>
    ids.payable(created.claimId, index + 1, payee.ref),
  ).filter((id) => id !== payableId);
  const known = await store.loadStreams(all);
  return all.filter((id) => (known.get(id)?.length ?? 0) > 0);
};

const following = (
  ports: DecisionPorts,
  main: Part,
  { correction, payableId }: Pick<PayableState, 'correction'> & { readonly payableId: string },
): Part | null => {
  if (correction === null) return null;
  const { commandId, correlationId } = main.wish;
  const { payableId: _, ...said } = correction;
  const wish: Wish<'payable'> = {
    commandId: ports.ids.command('follow-correction', commandId, payableId),
    category: 'payable',
    streamId: payableId,
    command: {
      type: 'FollowPayeeCorrection',
      data: { ...said, confirmedBy: personsBehind(main.acting.by) },
    },
    actorId: systemActor.id,
    ...{ correlationId, causationId: commandId },
  };
  const acting = { ...main.acting, by: systemActor };
  assertHand(wish, acting);
  return { wish, acting };
};

const partsOf = async (ports: DecisionPorts, main: Part): Promise<Parts> => {
  const { wish, acting } = main;
  const collected = await collectFacts(ports, wish, acting);
  const state = stateOf(payableDecider, await ports.store.loadStream(wish.streamId));
  const siblings = await siblingsOf(ports, wish.streamId, state);
  const { correction } = state;
  const others = siblings.flatMap(
    (payableId) => following(ports, main, { correction, payableId }) ?? [],
  );
  return { main: { ...main, collected }, others };
};

export const confirmCorrection = async (
  ports: DecisionPorts,
  envelope: CommandEnvelope,
): Promise<Answer> => {
  const earlier = await earlierAnswer(ports, envelope);
  if (earlier !== undefined) return earlier;
  const authority = await authoriseWish(ports, envelope);
  if (isRefusedAuthority(authority)) return authority;
  const main = { wish: envelope, acting: authority.acting };
  return decideTogether(ports, envelope, () => partsOf(ports, main));
};
