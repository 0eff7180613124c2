// What of a tranche was taken over: members, and claims by where they stand now.
import { sql } from 'kysely';
import { claimTable, placeTable } from './claim-queue/claim-row.ts';
import type { ReadModels } from './keyed-table.ts';
import { memberTable } from './member-roster/member-row.ts';

export type TakenOverCounts = {
  readonly members: number;
  readonly claims: readonly { readonly stage: string; readonly claims: number }[];
};

export const historyOfTranche = async (
  db: ReadModels,
  trancheId: string,
): Promise<TakenOverCounts> => {
  const members = await sql<{ members: number }>`select count(*)::int as members
    from ${sql.table(memberTable.name)} as m where m.tranche_id = ${trancheId} and m.historic`.execute(
    db,
  );
  const claims = await sql<{
    stage: string;
    claims: number;
  }>`select c.stage, count(*)::int as claims
    from ${sql.table(claimTable.name)} as c
    join ${sql.table(placeTable.name)} as p on p.worker_id = c.worker_id
    where p.tranche_id = ${trancheId} and c.historic group by c.stage order by c.stage`.execute(db);
  return { members: members.rows[0]?.members ?? 0, claims: claims.rows };
};
