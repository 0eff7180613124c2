// Examines the whole log against its tree, its seals and checkpoints that others kept.
import type pg from 'pg';
import type { Verifier } from './checkpoint.ts';
import type { Finding } from './findings.ts';
import { walkLog } from './log-walk.ts';
import { explained } from './mismatches.ts';
import {
  judgeOutside,
  judgeSeals,
  type OutsideNote,
  readOutside,
  soundSeals,
} from './seal-examination.ts';
import { type Database, rowsOf, SEAL, type SealRow } from './tree-store.ts';

export type Examined = {
  /** Leaves that the last seal covers. */
  readonly sealed: number;
  readonly seals: number;
  readonly outside: number;
  readonly position: string;
  readonly root: string | null;
  /** Events after the last seal: nothing proves them yet. */
  readonly unsealed: { readonly events: number; readonly upTo: string };
  readonly findings: readonly Finding[];
};

export type Examination = {
  readonly verifier: Verifier;
  readonly outside: readonly OutsideNote[];
  readonly progress?: (leaves: number, of: number) => void;
};

const unsealedAfter = async (
  database: Database,
  position: string,
): Promise<Examined['unsealed']> => {
  const [row] = await rowsOf<{ events: number; upTo: string }>(
    database,
    `select count(*)::int as events, coalesce(max(e.position), $1)::text as "upTo"
     from es.events e where e.position > $1::bigint`,
    [position],
  );
  return row ?? { events: 0, upTo: position };
};

/** Leaves and seal are written together: a tree that goes on without a seal has lost it. */
const lostLastSeal = async (
  database: Database,
  last: SealRow | undefined,
): Promise<readonly Finding[]> => {
  const [row] = await rowsOf<{ leaves: string | null }>(
    database,
    `select t.index * 256 + octet_length(t.hashes) / 32 as leaves from es.tree_tiles t
     where t.level = 0 order by t.index desc limit 1`,
  );
  if (Number(row?.leaves ?? 0) <= Number(last?.size ?? 0)) return [];
  return [{ kind: 'SEAL_MISSING', number: (BigInt(last?.number ?? 0) + 1n).toString() }];
};

/** Within a transaction of the caller, who sees one state of the log. */
export const examineLog = async (database: Database, asked: Examination): Promise<Examined> => {
  const { verifier, progress } = asked;
  const rows = await rowsOf<SealRow>(database, `select ${SEAL} from es.seals s order by s.number`);
  const { sound, findings: ofSeals } = soundSeals(rows, verifier);
  const { outside, findings: foreign } = readOutside(asked.outside, verifier);
  const last = sound.at(-1);
  const size = Number(last?.size ?? 0);
  const wanted = new Set([
    ...sound.map((row) => Number(row.size)),
    ...outside.map(({ checkpoint }) => checkpoint.size),
  ]);
  const walked = await walkLog({
    ...{ database, size, wanted },
    progress: (leaves) => progress?.(leaves, size),
  });
  const judged = judgeSeals(sound, walked.roots);
  const named = await explained(database, walked.mismatches, judged.eventsAreRight);
  const isLastSound = last?.number === rows.at(-1)?.number;
  return {
    ...{ sealed: size, seals: rows.length, outside: outside.length },
    position: last?.position ?? '0',
    root: last?.root.toString('base64') ?? null,
    unsealed: await unsealedAfter(database, last?.position ?? '0'),
    findings: [
      ...named,
      ...walked.findings,
      ...ofSeals,
      ...(isLastSound ? await lostLastSeal(database, last) : []),
      ...judged.findings,
      ...judgeOutside(outside, sound, walked.roots),
      ...foreign,
    ],
  };
};

/** One snapshot from the first row to the last: the sealer may go on meanwhile. */
export const verifyLog = async (pool: pg.Pool, asked: Examination): Promise<Examined> => {
  const client = await pool.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    await client.query('set local statement_timeout = 0');
    return await examineLog(client, asked);
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
};
