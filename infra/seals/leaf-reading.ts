// Reads leaves as they stand in the log now.
import { LEAF_HASH, LEAF_TEXT } from './leaf.ts';
import { type Database, leafOf, rowsOf } from './tree-store.ts';

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

/** `text`: what the leaf's hash is made of. */
export type LeafText = {
  readonly position: string;
  readonly version: number;
  readonly leaf: number;
  readonly text: string;
};

/** The leaves of these streams up to a position that is sealed, in the order of positions. */
export const leavesOfStreams = async (
  database: Database,
  streamIds: readonly string[],
  upTo: string,
): Promise<readonly LeafText[]> => {
  const rows = await rowsOf<Omit<LeafText, 'leaf'>>(
    database,
    `select e.position, e.version, convert_from(${LEAF_TEXT}, 'UTF8') as text from es.events e
     where e.stream_id = any($1::uuid[]) and e.position <= $2 order by e.position`,
    [streamIds, upTo],
  );
  const leaves: LeafText[] = [];
  for (const row of rows) {
    const leaf = await leafOf(database, row.position);
    if (leaf === undefined) throw new Error(`event ${row.position} has no leaf`);
    leaves.push({ ...row, leaf });
  }
  return leaves;
};
