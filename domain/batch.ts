// How a person steers a batch (a list worked off in chunks): pause, resume, cancel, each with a reason.

/** `CANCELLED` keeps what was done; receiving the same list again goes on with the rest. */
export type BatchControl = 'RUNNING' | 'PAUSED' | 'CANCELLED';

/** How far the batch had come when it was steered: the rest is what lies behind it in the list. */
export type BatchPlace = {
  /** The step at work; null while the batch waits for a person or the branch. */
  readonly step: string | null;
  readonly done: number;
  readonly skipped: number;
  readonly left: number;
};

type Steering<Type extends string> = {
  readonly type: Type;
  readonly data: {
    readonly reason: string;
    /** Collected from the workflow that works the list off; whatever the caller sent is ignored. */
    readonly at?: BatchPlace;
  };
};

export type SteerBatch = Steering<'PauseBatch'> | Steering<'ResumeBatch'> | Steering<'CancelBatch'>;

export type SteeringRefusal = 'BatchEnded' | 'BatchIsCancelled' | 'ReasonMissing';

/** What a wish means for a batch as it stands: a change, nothing new, or a refusal. */
export const steer = (
  { type, data }: SteerBatch,
  now: BatchControl,
  isEnded: boolean,
): BatchControl | 'NOTHING' | SteeringRefusal => {
  const wanted = WANTED[type];
  if (wanted === now) return 'NOTHING';
  if (now === 'CANCELLED') return 'BatchIsCancelled';
  if (isEnded) return 'BatchEnded';
  return data.reason.trim() === '' ? 'ReasonMissing' : wanted;
};

const WANTED: Readonly<Record<SteerBatch['type'], BatchControl>> = {
  PauseBatch: 'PAUSED',
  ResumeBatch: 'RUNNING',
  CancelBatch: 'CANCELLED',
};

/** Nothing is known of its progress: nobody has begun. */
export const NOT_BEGUN: BatchPlace = { step: null, done: 0, skipped: 0, left: 0 };
