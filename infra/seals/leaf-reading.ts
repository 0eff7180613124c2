// Reads leaves as they stand in the log now.
import { LEAF_HASH } from './leaf.ts';
import { type Database, rowsOf } from './tree-store.ts';

export const leafHashAt = async (
  database: Database,
  position: string,
): Promise<Buffer | undefined> => {
  const [row] = await rowsOf<{ hash: Buffer }>(
    database,
    `select ${LEAF_HASH} as hash from es.events e where e.position = $1`,
    [position],
  );
  return row?.hash;
};
