// Follows a batch workflow to the end of one step, showing progress, and says how it went.
import { setTimeout as sleep } from 'node:timers/promises';
import type { BatchStepCode } from '../../activities/activities.ts';
import { isFailure } from '../../infra/failure.ts';
import type { BatchProgress } from '../../workflows/messages.ts';
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

const lineOf = ({ language }: Session, progress: BatchProgress): string => {
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
  for (;;) {
    const progress = await session.gateway
      .batchProgress(batch.kind, batch.id, batch.step)
      .catch((error: unknown) => {
        if (!isFailure(error) || !error.retryable || Date.now() - heardAt > AWAY_LIMIT_MS)
          throw error;
        return undefined;
      });
    if (progress !== undefined) heardAt = Date.now();
    if (progress !== undefined && finished(progress, batch.step))
      return { ...progress, line: lineOf(session, progress) };
    if (progress !== undefined && Date.now() - saidAt >= SAY_EVERY_MS) {
      session.progress(lineOf(session, progress));
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
        line: `${lineOf(session, last)}; ${say(session.language, deskPhrases.batchStillRuns)}`,
      };
    }
    await sleep(POLL_MS);
  }
};
