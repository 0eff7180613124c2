// Waiting for a court: the file lacks its paper, the clock of the office stands, the court has the time.
import { officeDay } from '../../calendar.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import { sameFacts } from '../assessment/same-facts.ts';
import { eventDateOf } from '../kind.ts';
import type { ClaimDecision, ClaimRefusal, ClaimWish } from '../refusals.ts';
import { claimStage, isOpenStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import type { CourtCommand, CourtEvent } from './court-events.ts';
import { completion, presentKinds } from './papers.ts';

const waitFault = (
  { court, reference, filedOn }: ClaimWish<'AwaitCourt'>,
  state: ClaimState,
  { now }: Context,
): ClaimRefusal | null => {
  if (court.trim() === '') return 'CourtMissing';
  if (reference.trim() === '') return 'DeterminationMissing';
  if (filedOn > officeDay(now)) return 'FiledInFuture';
  const since = eventDateOf(state);
  return since !== null && filedOn < since ? 'FiledBeforeEvent' : null;
};

const awaitCourt = (
  wish: ClaimWish<'AwaitCourt'>,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  if (state.incident !== null) return refuse('NotADeath');
  if (state.court !== null && sameFacts(state.court, wish)) return accept();
  if (!isOpenStage(stage)) return refuse('ClaimNotOpen', { stage });
  if (stage === 'RECOMMENDED') return refuse('ClaimAlreadyRecommended');
  if (presentKinds(state.documents).includes('COURT_DETERMINATION'))
    return refuse('CourtHasSpoken');
  const fault = waitFault(wish, state, context);
  if (fault !== null) return refuse(fault);
  return accept({ type: 'CourtAwaited', data: { claimId: state.claimId, ...wish } });
};

const endCourtWait = (
  { reason, rules }: ClaimWish<'EndCourtWait'>,
  state: ClaimState,
  { now }: Context,
): ClaimDecision => {
  const stage = claimStage(state);
  const { claimId, court, documents } = state;
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  if (court === null) return accept();
  if (!isOpenStage(stage)) return refuse('ClaimNotOpen', { stage });
  if (reason.trim() === '') return refuse('ReasonMissing');
  return accept(
    { type: 'CourtWaitEnded', data: { claimId, reason } },
    ...completion({ ...state, court: null }, presentKinds(documents), {
      today: officeDay(now),
      rules,
    }),
  );
};

export const decideOnCourt = (
  command: CourtCommand,
  state: ClaimState,
  context: Context,
): ClaimDecision =>
  command.type === 'AwaitCourt'
    ? awaitCourt(command.data, state, context)
    : endCourtWait(command.data, state, context);

export const isCourtCommand = <C extends { readonly type: string }>(
  command: C,
): command is Extract<C, { readonly type: CourtCommand['type'] }> =>
  command.type === 'AwaitCourt' || command.type === 'EndCourtWait';

export const isCourtEvent = <E extends { readonly type: string }>(
  event: E,
): event is Extract<E, { readonly type: CourtEvent['type'] }> =>
  event.type === 'CourtAwaited' || event.type === 'CourtWaitEnded';

/** Its paper lacks until it has spoken: a file that was full is full no more. */
export const onCourt = (state: ClaimState, event: CourtEvent): ClaimState => {
  if (event.type === 'CourtWaitEnded') return { ...state, court: null };
  const { claimId: _, ...court } = event.data;
  return { ...state, court, documentsComplete: false, checksCurrent: false };
};
