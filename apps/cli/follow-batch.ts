// Follows a batch workflow to the end of one step, showing progress, and says how it went.
import { setTimeout as sleep } from 'node:timers/promises';
import type { BatchStepCode } from '../../activities/activities.ts';
import { isFailure } from '../../infra/failure.ts';
import type { BatchProgress } from '../../workflows/messages.ts';
import { batchPhrases } from '../copy/batch-phrases.ts';
import { batchStates, batchSteps, wordOf } from '../copy/code-words.ts';
import { deskPhrases } from '../copy/desk-phrases.ts';
import { say } from '../copy/text.ts';
import type { Session } from './session.ts';

const POLL_MS = 300;
const SAY_EVERY_MS = 2_000;
/** A batch of 200,000 rows takes minutes; past this the command returns and the batch goes on. */
const FOLLOW_LIMIT_MS = 30 * 60_000;

/** A worker that was killed comes back within seconds; its batch goes on by itself. */
const AWAY_LIMIT_MS = 90_000;

export type Followed = BatchProgress & { readonly line: string };

/** What was done when this command began to look, and when that was. */
type Since = { readonly reached: number; readonly ms: number };

const sinceOf = (progress: BatchProgress | undefined, step: BatchStepCode): Since | undefined =>
  progress?.step === step
    ? { reached: progress.done + progress.skipped, ms: Date.now() }
    : undefined;

/** Nothing while nothing moved: a rate of 0 is no word about what comes. */
const rateOf = ({ language }: Session, progress: BatchProgress, since: Since | undefined) => {
  const { done, skipped, state, total } = progress;
  const moved = since === undefined ? 0 : done + skipped - since.reached;
  if (since === undefined || moved === 0) return [];
  const rate = (moved * 1_000) / Math.max(1, Date.now() - since.ms);
  const seconds = Math.ceil((total - done - skipped) / rate);
  return [
    say(language, batchPhrases.rate, { rate: Math.round(rate) }),
    ...(state === 'RUNNING' ? [say(language, batchPhrases.remaining, { seconds })] : []),
  ];
};

const lineOf = (session: Session, progress: BatchProgress, since: Since | undefined): string => {
  const { language } = session;
  const { done, total, skipped, notInArea } = progress;
  const step = wordOf(batchSteps, progress.step, language);
  const state = wordOf(batchStates, progress.state, language);
  const outside =
    notInArea === undefined
      ? ''
      : ` (${say(language, deskPhrases.batchNotInArea, { count: notInArea })})`;
  return [
    say(language, deskPhrases.batchLine, { step, done, total, state }),
    ...(skipped > 0 ? [say(language, deskPhrases.batchSkipped, { count: skipped }) + outside] : []),
    ...rateOf(session, progress, since),
  ].join('; ');
};

const finished = (progress: BatchProgress | undefined, step: BatchStepCode): boolean =>
  progress !== undefined && progress.step === step && progress.state !== 'RUNNING';

export const followBatch = async (
  session: Session,
  batch: { readonly kind: 'roster' | 'cards'; readonly id: string; readonly step: BatchStepCode },
): Promise<Followed> => {
  const started = Date.now();
  let saidAt = started;
  let heardAt = started;
  let since: Since | undefined;
  for (;;) {
    const progress = await session.gateway
      .batchProgress(batch.kind, batch.id, batch.step)
      .catch((error: unknown) => {
        if (!isFailure(error) || !error.retryable || Date.now() - heardAt > AWAY_LIMIT_MS)
          throw error;
        return undefined;
      });
    if (progress !== undefined) heardAt = Date.now();
    since ??= sinceOf(progress, batch.step);
    if (progress !== undefined && finished(progress, batch.step))
      return { ...progress, line: lineOf(session, progress, since) };
    if (progress !== undefined && Date.now() - saidAt >= SAY_EVERY_MS) {
      session.progress(lineOf(session, progress, since));
      saidAt = Date.now();
    }
    if (Date.now() - started > FOLLOW_LIMIT_MS) {
      const last = progress ?? {
        step: batch.step,
        total: 0,
        done: 0,
        skipped: 0,
        state: 'RUNNING' as const,
      };
      return {
        ...last,
        line: `${lineOf(session, last, since)}; ${say(session.language, deskPhrases.batchStillRuns)}`,
      };
    }
    await sleep(POLL_MS);
  }
};
