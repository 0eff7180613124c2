// What the proofs of the log need on a running installation: its database, its seal key, its checkpoints.
import { existsSync } from 'node:fs';
import type pg from 'pg';
import { readSettings } from '../../infra/config/settings.ts';
import { openPools } from '../../infra/database/connect.ts';
import { readNote, type SealKey } from '../../infra/seals/checkpoint.ts';
import { folderOf, readCheckpoints } from '../../infra/seals/checkpoint-folder.ts';
import type { OutsideNote } from '../../infra/seals/seal-examination.ts';
import { sealKeyOf } from '../../infra/seals/sealing.ts';
import { lastSeal } from '../../infra/seals/tree-store.ts';
import { auditPhrases as phrases } from '../copy/audit-phrases.ts';
import { say } from '../copy/text.ts';
import { type Outcome, refusedWith } from './outcome.ts';
import type { Session } from './session.ts';

export type LogAtHand = { readonly pool: pg.Pool; readonly key: SealKey };

/** A pool for long work: an examination reads for minutes. */
export const withLog = async <Answer>(
  session: Session,
  work: (log: LogAtHand) => Promise<Answer>,
): Promise<Answer> => {
  const pools = openPools({
    url: session.connection.databaseUrl,
    applicationName: 'lindung:audit',
    log: () => undefined,
    identity: session.connection.databaseIdentity,
    sizes: { hot: 1, app: 1, bg: 2 },
  });
  try {
    const key = await sealKeyOf(pools.bg, session.keys.derive);
    return await work({ pool: pools.bg, key });
  } finally {
    await pools.close();
  }
};

/** What was handed out by this machine, and what somebody kept elsewhere. */
export const outsideNotes = (key: SealKey, paths: readonly string[]): readonly OutsideNote[] => {
  const own = folderOf(readSettings().checkpointDir, key.name);
  return [...(existsSync(own) ? [own] : []), ...paths].flatMap(readCheckpoints);
};

export const noCheckpoint = ({ language }: Session): Outcome =>
  refusedWith('LogNotSealed', say(language, phrases.checkpointNone));

/** The last seal as it was signed. */
export const latestCheckpoint = async ({ pool, key }: LogAtHand) => {
  const seal = await lastSeal(pool);
  const read = seal && readNote(seal.note, key);
  return seal !== undefined && read?.status === 'signed'
    ? { note: seal.note, checkpoint: read.checkpoint }
    : undefined;
};
