// Papers whose very bytes lie in another claim too: found by their hash, for whoever verifies.
import { sql } from 'kysely';
import { type ReadModels, selectRows } from './keyed-table.ts';
import { type PaperUse, paperTable } from './paper-index/paper-row.ts';

/** One paper of a claim, and where else the same content was handed in. */
export type PaperTwice = PaperUse & { readonly elsewhere: readonly PaperUse[] };

/** By claim; a claim whose papers lie nowhere else has no entry. */
export type PapersTwice = ReadonlyMap<string, readonly PaperTwice[]>;

export const papersInOtherClaims = async (
  db: ReadModels,
  claimIds: readonly string[],
): Promise<PapersTwice> => {
  if (claimIds.length === 0) return new Map();
  const rows = await selectRows(
    db,
    paperTable,
    sql`where t.claim_ids && ${[...claimIds]}::text[] and cardinality(t.claim_ids) > 1
      order by t.sha256`,
  );
  const found = new Map<string, readonly PaperTwice[]>();
  for (const { uses } of rows)
    for (const use of uses.filter(({ claimId }) => claimIds.includes(claimId))) {
      const elsewhere = uses.filter(({ claimId }) => claimId !== use.claimId);
      found.set(use.claimId, [...(found.get(use.claimId) ?? []), { ...use, elsewhere }]);
    }
  return found;
};

/** By the id of a paper, or by the hash of its bytes. */
export const isKnownPaper = async (db: ReadModels, paper: string): Promise<boolean> => {
  const ofId = JSON.stringify([{ documentId: paper }]);
  const where = sql`where t.sha256 = ${paper} or t.uses @> ${ofId}::jsonb limit 1`;
  return (await selectRows(db, paperTable, where)).length > 0;
};
