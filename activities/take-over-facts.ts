// The facts of other streams that taking over a claim rests on: cover, mandate, and who held what then.
import type { Act, ActedBy } from '../domain/actor.ts';
import type { LocalDate } from '../domain/calendar.ts';
import type { RulesInForce } from '../domain/claim/assessment/rule-version-events.ts';
import type { ClaimMandate } from '../domain/claim/decision/decision-events.ts';
import type { TakeOverClaim, TakeOverFacts } from '../domain/claim/take-over/take-over-events.ts';
import { authorise } from '../domain/office/authority.ts';
import { actorDecider } from '../domain/office/decider.ts';
import { mandateInForce, programmeDecider } from '../domain/programme/programme-decider.ts';
import { coverFacts } from './cover-facts.ts';
import { stateOf } from './deciders.ts';
import type { DecisionPorts } from './ports.ts';
import { coverRulesBy } from './rules-of-claim.ts';
import { lastOf } from './stored-events.ts';

type Held = { readonly actorId: string | null; readonly act: Act; readonly day: LocalDate | null };

/** By a role of their own on that day; a lent role of long ago is entered as the principal's. */
const heldBy = async (
  ports: DecisionPorts,
  { actorId, act, day }: Held,
  area: string,
): Promise<ActedBy | null> => {
  if (actorId === null || day === null) return null;
  const state = stateOf(actorDecider, await ports.store.loadStream(ports.ids.actor(actorId)));
  const authority = authorise(state, { act, area, day });
  return 'by' in authority ? authority.by : null;
};

const mandateOn = async (
  ports: DecisionPorts,
  programmeId: string,
  day: LocalDate | null,
): Promise<ClaimMandate | null> => {
  if (day === null) return null;
  const programme = stateOf(programmeDecider, await ports.store.loadStream(programmeId));
  return mandateInForce(programme, 'BENEFIT', day);
};

export const takeOverFacts = async (
  ports: DecisionPorts,
  data: TakeOverClaim['data'],
  rules: RulesInForce,
): Promise<TakeOverFacts> => {
  const { workerId, deathDate } = data.report;
  const nominated = lastOf(await ports.store.loadStream(workerId), 'WorkerNominated')?.data;
  if (nominated === undefined)
    return { workerKnown: false, cover: null, mandate: null, recommender: null, decider: null };
  const { programmeId, kelurahan } = nominated;
  const { recommendedBy, recommendedOn, decidedBy, decidedOn, payment } = data;
  const recommender: Held = { actorId: recommendedBy, act: 'recommend-claim', day: recommendedOn };
  const decider: Held = { actorId: decidedBy, act: 'approve-claim', day: decidedOn };
  return {
    workerKnown: true,
    rules,
    cover: await coverFacts(ports, workerId, deathDate, { rules: coverRulesBy(rules, deathDate) }),
    mandate: await mandateOn(ports, programmeId, payment?.paidOn ?? recommendedOn),
    recommender: await heldBy(ports, recommender, kelurahan),
    decider: await heldBy(ports, decider, kelurahan),
  };
};
