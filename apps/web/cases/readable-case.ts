// One claim for whoever may see it; for everybody else it is as if it were not there.
import { type Acts, CLAIM_READERS } from '../../../domain/office/reading-acts.ts';
import { type ClaimFile, claimFile } from '../../../projections/claim-file.ts';
import { workerById } from '../../../projections/member-roster.ts';
import { isIdKey } from '../../cli/option-values.ts';
import type { Desk } from '../house.ts';
import { mayRead } from './own-area.ts';

export type ReadableCase = { readonly file: ClaimFile; readonly kelurahan: string | null };

/** Its worker's kelurahan is the area that counts. */
export const readableCase = async (
  desk: Desk,
  claimId: string,
  acts: Acts = CLAIM_READERS,
): Promise<ReadableCase | undefined> => {
  if (!isIdKey(claimId)) return undefined;
  const file = await claimFile(desk.db, claimId);
  if (file === undefined) return undefined;
  const worker = await workerById(desk.db, file.workerId);
  const kelurahan = worker?.kelurahan ?? null;
  return (await mayRead(desk, acts, kelurahan)) ? { file, kelurahan } : undefined;
};
