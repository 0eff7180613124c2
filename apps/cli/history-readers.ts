// Who may read the history of a stream, and where: as whoever may look at its claim or person.
import { type Acts, CLAIM_READERS, WORKER_READERS } from '../../domain/office/reading-acts.ts';
import { claimFileInLog } from '../../projections/claim-file.ts';
import { workerById } from '../../projections/member-roster.ts';
import { HISTORY_READERS } from './authority.ts';
import type { Session } from './session.ts';

/** Whose history it is decides who may read it, and in which area. */
export const readersOf = async (
  session: Session,
  streamId: string,
  category: string | undefined,
): Promise<readonly [Acts, area: string | null]> => {
  if (category !== 'claim' && category !== 'worker')
    return [category === 'payable' ? CLAIM_READERS : HISTORY_READERS, null];
  const claim = category === 'claim' ? await claimFileInLog(session.store, streamId) : undefined;
  const worker = await workerById(session.db, claim?.workerId ?? streamId);
  return [category === 'claim' ? CLAIM_READERS : WORKER_READERS, worker?.kelurahan ?? null];
};
