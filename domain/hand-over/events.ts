// Stream `hand_over-…`: one received list of cards that were handed over, until each is noted.
import type { BatchPlace, SteerBatch } from '../batch.ts';

/** The cards of the list in pieces small enough for one event; the whole is in HandOverReceived. */
export type HandOverListed = {
  readonly type: 'HandOverListed';
  readonly data: { readonly handOverId: string; readonly cardIds: readonly string[] };
};

export type HandOverReceived = {
  readonly type: 'HandOverReceived';
  readonly data: {
    readonly handOverId: string;
    /** Hex SHA-256 of the received bytes. */
    readonly fileSha256: string;
    /** Kemendagri code of the place of hand-over. */
    readonly place: string;
    readonly cards: number;
    /** Hex SHA-256 over the card ids in order. */
    readonly cardsSha256: string;
  };
};

type Steered<Type extends string> = {
  readonly type: Type;
  readonly data: { readonly handOverId: string; readonly reason: string } & BatchPlace;
};
export type HandOverPaused = Steered<'HandOverPaused'>;
export type HandOverResumed = Steered<'HandOverResumed'>;
/** What was noted stays noted; `left` cards at the end of the list were not reached. */
export type HandOverCancelled = Steered<'HandOverCancelled'>;

/** The list was received again after its end: what it had not noted is tried once more. */
export type HandOverReopened = {
  readonly type: 'HandOverReopened';
  readonly data: { readonly handOverId: string };
};

export type HandOverCompleted = {
  readonly type: 'HandOverCompleted';
  readonly data: {
    readonly handOverId: string;
    readonly done: number;
    readonly skipped: number;
    /** Of the skipped: outside the area of whoever vouches for the list. */
    readonly notInArea: number;
  };
};

export type HandOverEvent =
  | HandOverListed
  | HandOverReceived
  | HandOverPaused
  | HandOverResumed
  | HandOverCancelled
  | HandOverReopened
  | HandOverCompleted;

export type HandOverCommand =
  | {
      readonly type: 'ReceiveHandOver';
      readonly data: {
        readonly handOverId: string;
        readonly fileSha256: string;
        readonly place: string;
        /** Collected from the stored list, as is the hash over them. */
        readonly cardIds: readonly string[];
        readonly cardsSha256: string;
      };
    }
  | {
      readonly type: 'CompleteHandOver';
      readonly data: Omit<HandOverCompleted['data'], 'handOverId'>;
    }
  | SteerBatch;

export type HandOverStage = 'UNKNOWN' | 'RUNNING' | 'PAUSED' | 'CANCELLED' | 'COMPLETED';
