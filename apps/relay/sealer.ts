// The sealer: runs behind the writers, seals every second or every thousand events, hands out what it sealed.
import { setTimeout as sleep } from 'node:timers/promises';
import { failure } from '../../infra/failure.ts';
import { type EventBus, HINT } from '../../infra/nats/event-bus.ts';
import { type Checkpoint, readNote, type SealKey } from '../../infra/seals/checkpoint.ts';
import { openCheckpointFolder } from '../../infra/seals/checkpoint-folder.ts';
import { sealOnce } from '../../infra/seals/sealing.ts';
import { currentEpoch, type Database, lastSeal } from '../../infra/seals/tree-store.ts';

export type SealerNews =
  | { readonly kind: 'sealed'; readonly size: number; readonly position: string }
  | { readonly kind: 'failed'; readonly error: unknown };

export type SealerDeps = {
  readonly database: Database;
  readonly bus: Pick<EventBus, 'hint'>;
  /** Where checkpoints are handed out. */
  readonly folder: string;
  /** Asked until it is there: the database may start after us. */
  key(): Promise<SealKey>;
  report(news: SealerNews): void;
};

const EVERY_MS = 1_000;
const RETRY_MS = 5_000;

/** A log that holds less than was handed out went back in time: sealing it would fork the tree. */
const setBack = (): Error =>
  failure({
    code: 'Seals.LogSetBack',
    retryable: false,
    sentence: {
      id: 'Titik periksa yang sudah dibagikan memuat lebih banyak peristiwa daripada log ini; log tidak disegel sampai `lindung restore --yes`.',
      en: 'A checkpoint that was handed out covers more events than this log; it is not sealed until `lindung restore --yes`.',
    },
  });

type HandOut = (checkpoint: Checkpoint, note: string) => void;

/** What was sealed but not handed out before a stop or a crash. */
const catchUp = async (deps: SealerDeps, key: SealKey, handOut: HandOut): Promise<void> => {
  const { last } = openCheckpointFolder(deps.folder, key);
  const seal = await lastSeal(deps.database);
  const handed = last();
  const isOfThisEpoch = handed?.origin === `${key.name}/${await currentEpoch(deps.database)}`;
  if (isOfThisEpoch && handed.size > Number(seal?.size ?? 0)) throw setBack();
  if (seal === undefined) return;
  const read = readNote(seal.note, key);
  if (read.status === 'signed') handOut(read.checkpoint, seal.note);
};

const sealOn = async (deps: SealerDeps, signal: AbortSignal): Promise<void> => {
  const key = await deps.key();
  const { put } = openCheckpointFolder(deps.folder, key);
  const handOut: HandOut = (checkpoint, note) => {
    put(checkpoint, note);
    deps.bus.hint(HINT.sealed, note);
    deps.report({ kind: 'sealed', size: checkpoint.size, position: checkpoint.position });
  };
  await catchUp(deps, key, handOut);
  while (!signal.aborted) {
    const sealed = await sealOnce(deps.database, key);
    if (sealed.status === 'sealed') handOut(sealed.checkpoint, sealed.note);
    if (sealed.status === 'sealed' && sealed.more) continue;
    await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
};

/** Never ends the program it runs in: a failure is told, and tried again. */
export const runSealer = async (deps: SealerDeps, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    try {
      await sealOn(deps, signal);
    } catch (error) {
      if (signal.aborted) return;
      deps.report({ kind: 'failed', error });
      await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
};
