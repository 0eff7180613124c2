// One claim or one worker for whoever may see them; nobody else learns whether they exist.
import { type Acts, CLAIM_READERS, WORKER_READERS } from '../../domain/office/reading-acts.ts';
import { type ClaimFile, claimFile } from '../../projections/claim-file.ts';
import { type Member, workerById } from '../../projections/member-roster.ts';
import { deskPhrases } from '../copy/desk-phrases.ts';
import { say } from '../copy/text.ts';
import { refusedAct } from './authority.ts';
import { type Outcome, refusedWith } from './outcome.ts';
import type { Session } from './session.ts';

/** The claim, for whoever may see it: its worker's kelurahan is the area that counts. */
export const readableClaim = async (
  session: Session,
  claimId: string,
  acts: Acts = CLAIM_READERS,
): Promise<{ readonly file: ClaimFile } | { readonly outcome: Outcome }> => {
  const file = await claimFile(session.db, claimId);
  const worker = file && (await workerById(session.db, file.workerId));
  const outcome = await refusedAct(session, acts, worker?.kelurahan ?? null);
  if (outcome !== undefined) return { outcome };
  const sentence = say(session.language, deskPhrases.claimNotFound, { id: claimId });
  return file === undefined
    ? { outcome: refusedWith('ClaimNotFound', sentence, { claimId, found: false }) }
    : { file };
};

/** The worker, for whoever may see them: their kelurahan is the area that counts. */
export const readableWorker = async (
  session: Session,
  workerId: string,
  acts: Acts = WORKER_READERS,
): Promise<{ readonly worker: Member } | { readonly outcome: Outcome }> => {
  const worker = await workerById(session.db, workerId);
  const outcome = await refusedAct(session, acts, worker?.kelurahan ?? null);
  if (outcome !== undefined) return { outcome };
  const sentence = say(session.language, deskPhrases.workerNotFound, { id: workerId });
  return worker === undefined
    ? { outcome: refusedWith('WorkerNotFound', sentence, { workerId, found: false }) }
    : { worker };
};
