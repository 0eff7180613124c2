// Whether a run that names no member may take a payable: what an entered past owes waits for a word.
import { payableDecider } from '../domain/payout/payable-decider.ts';
import { payableStage } from '../domain/payout/payable-state.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import { stateOf } from './deciders.ts';

/**
 * PAST: owed by a claim that was entered as history. It is owed in earnest, and may have been paid
 * before we knew of it: a person names it to a run, or lets it go, and then it is due like any other.
 */
export type Standing = 'DUE' | 'PAST' | 'NOT_DUE';

/** Said today, by people who know that it was not paid. */
const isWordOfToday = ({ type, meta }: StoredEvent): boolean =>
  meta.origin === 'live' && (type === 'PayableReleased' || type === 'PayeeAccountCorrected');

/** By its own stream, whatever the read model believed. */
export const standingOf = (history: readonly StoredEvent[]): Standing => {
  const state = stateOf(payableDecider, history);
  if (payableStage(state) !== 'DUE' || state.created?.mode !== 'DISBURSES') return 'NOT_DUE';
  const isEntered = history[0]?.meta.origin === 'historic';
  return isEntered && !history.some(isWordOfToday) ? 'PAST' : 'DUE';
};
