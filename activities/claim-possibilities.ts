// What a person could do on a claim now: authority, facts and decider as for a command, nothing recorded.
import type { Act } from '../domain/actor.ts';
import { systemActor } from '../domain/actor.ts';
import {
  PERSONS_COMMANDS,
  type PersonsCommand,
  probeOf,
  tryCommand,
} from '../domain/claim/claim-acts.ts';
import { claimDecider } from '../domain/claim/decider.ts';
import type { ClaimCommand } from '../domain/claim/events.ts';
import type { ClaimState } from '../domain/claim/state.ts';
import type { CommandEnvelope } from '../domain/command.ts';
import { requiredActs } from '../domain/office/required-act.ts';
import { authoriseWish, isRefusedAuthority } from './authority.ts';
import { collectFacts } from './collect-facts.ts';
import { stateOf } from './deciders.ts';
import type { DecisionPorts } from './ports.ts';

export type ActOnClaim = {
  readonly command: PersonsCommand;
  /** The permission it needs. */
  readonly act: Act;
  readonly answer: 'POSSIBLE' | 'ALREADY_SO' | 'REFUSED';
  /** What the command would be refused with. */
  readonly code: string | null;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
};

type Asking = { readonly claimId: string; readonly actorId: string };

/** The envelope as the command would bring it; the past is asked for as of now. */
const wishOf = (
  ports: DecisionPorts,
  { claimId, actorId }: Asking,
  command: ClaimCommand,
): CommandEnvelope<'claim'> => ({
  ...{ commandId: ports.ids.derived('probe', claimId), correlationId: claimId },
  ...{ category: 'claim', streamId: claimId, command, actorId },
  ...(command.type === 'TakeOverClaim' && {
    reason: 'probe',
    history: { effectiveAt: ports.clock(), source: 'probe' },
  }),
});

/** The account of a probe is the right one, whoever must be paid. */
const fitting = (command: ClaimCommand): ClaimCommand => {
  if (command.type !== 'DeterminePayee' || command.data.heir == null) return command;
  const { heir, payee } = command.data;
  return { ...command, data: { ...command.data, payee: { ...payee, ...heir } } };
};

const tried = async (
  ports: DecisionPorts,
  asking: Asking,
  { type, state }: { readonly type: PersonsCommand; readonly state: ClaimState },
): Promise<ActOnClaim> => {
  const [act] = requiredActs('claim', type);
  // Whoever asks is the one who would take the case.
  const by = { ...systemActor, id: asking.actorId };
  const probe = probeOf(type, state, { by, now: ports.clock() });
  const wish = wishOf(ports, asking, probe);
  const authority = await authoriseWish(ports, wish);
  if (isRefusedAuthority(authority)) {
    const { code, facts } = authority;
    return { command: type, act, answer: 'REFUSED', code, facts };
  }
  const { acting } = authority;
  const command = fitting((await collectFacts(ports, wish, acting)) as ClaimCommand);
  const possibility = tryCommand(command, state, acting);
  return possibility.answer === 'REFUSED'
    ? { command: type, act, ...possibility }
    : { command: type, act, ...possibility, code: null, facts: {} };
};

/** Every command of a person, in the order of a claim's way: what it would be answered with. */
export const claimPossibilities = async (
  ports: DecisionPorts,
  asking: Asking,
): Promise<readonly ActOnClaim[]> => {
  const state = stateOf(claimDecider, await ports.store.loadStream(asking.claimId));
  const acts: ActOnClaim[] = [];
  for (const type of PERSONS_COMMANDS) acts.push(await tried(ports, asking, { type, state }));
  return acts;
};
