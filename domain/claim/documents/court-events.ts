// What is recorded while a court is to say who the heirs are, or whether somebody has died.
import type { LocalDate } from '../../calendar.ts';
import type { RulesInForce } from '../assessment/rule-version-events.ts';

/** H-01, T-11: the family applied to a court; until it has spoken nobody here can go on. */
export type CourtAwaited = {
  readonly type: 'CourtAwaited';
  readonly data: {
    readonly claimId: string;
    /** The court in words, e.g. `PA Bontang`. */
    readonly court: string;
    /** Number of the case at the court. */
    readonly reference: string;
    readonly filedOn: LocalDate;
  };
};

/** Nobody waits for it any more: withdrawn there, or it was not needed. */
export type CourtWaitEnded = {
  readonly type: 'CourtWaitEnded';
  readonly data: { readonly claimId: string; readonly reason: string };
};

export type CourtEvent = CourtAwaited | CourtWaitEnded;

export type CourtCommand =
  | { readonly type: 'AwaitCourt'; readonly data: Omit<CourtAwaited['data'], 'claimId'> }
  | {
      readonly type: 'EndCourtWait';
      /** `rules`: collected. */
      readonly data: { readonly reason: string; readonly rules?: RulesInForce };
    };
