// Claims of one person name each other: the accident knows of the death, the death of the accident.
import { daysBetween, type LocalDate } from '../../calendar.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import { sameFacts } from '../assessment/same-facts.ts';
import { suspicion } from '../death/suspicion.ts';
import type { ClaimEvent } from '../events.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import { claimStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import type { LinkedCase } from './case-link-events.ts';

/** An accident that was being treated when the person died makes the death a suspected one. */
export const linkCases = (
  { cases, suspects, rules }: ClaimWish<'LinkCases'>,
  state: ClaimState,
  { now }: Context,
): ClaimDecision => {
  if (claimStage(state) === 'UNKNOWN') return refuse('ClaimUnknown');
  if (sameFacts(cases, state.links)) return accept();
  const { claimId, deathDate } = state;
  return accept<ClaimEvent>(
    { type: 'CasesLinked', data: { claimId, cases } },
    ...(suspects && deathDate !== null ? suspicion(state, { claimId, now, rules }) : []),
  );
};

/** A house rule, no law: an event of the days around a known one may be the same event. */
const NEAR_DAYS = 14;

export const isNear = (one: LocalDate, other: LocalDate): boolean =>
  Math.abs(daysBetween(one, other)) <= NEAR_DAYS;

type Dead = Pick<ClaimState, 'incident' | 'links'>;

/** The death of the person of an accident; one that came before the event is somebody's mistake. */
export const deathAfter = ({ incident, links }: Dead): LinkedCase | null =>
  links.find(
    ({ kind, day }) => kind === 'DEATH' && incident !== null && day >= incident.eventDate,
  ) ?? null;

const dayOfDeath = (state: Dead): LocalDate | null => deathAfter(state)?.day ?? null;

/** A living worker's account is no heir's, and the other way round: who is paid is asked again. */
export const onLinked = (state: ClaimState, links: readonly LinkedCase[]): ClaimState => {
  const linked = { ...state, links };
  const { incident, verdict, closed } = state;
  const isSame = dayOfDeath(state) === dayOfDeath(linked);
  if (incident === null || isSame || verdict !== null || closed !== null) return linked;
  return {
    ...linked,
    incident: { ...incident, payee: null },
    ...{ benefits: null, recommendation: null, checksCurrent: false },
  };
};
