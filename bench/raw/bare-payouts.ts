// The bare statements of a payout: the same events in the same batches, and the same files, with nobody deciding.
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPools } from '../../infra/database/connect.ts';
import type { AppendRequest, Position, StoredEvent } from '../../infra/event-store/event-store.ts';
import { createPostgresEventStore } from '../../infra/event-store/postgres-event-store.ts';

const PAGE = 10_000;
/** As ours: a run with its members in one transaction, later steps by five hundred. */
const BATCH = 500;
const RUN_BATCH = 1_000;

const openStore = (url: string) => {
  const pools = openPools({ url, applicationName: 'bare-payouts', log: () => undefined });
  return { store: createPostgresEventStore({ pools }), close: () => pools.close() };
};

const requestOf = (events: readonly StoredEvent[]): AppendRequest => {
  const [first] = events;
  if (first === undefined) throw new Error('a command without events');
  const { streamId, category, version, meta } = first;
  return {
    ...{ commandId: meta.commandId, streamId, category },
    contentHash: createHash('sha256').update(meta.commandId).digest(),
    expected: version === 1 ? 'none' : version - 1,
    events: events.map(({ type, schemaVersion, data, meta: own, effectiveAt }) => ({
      ...{ type, schemaVersion, data, meta: own, effectiveAt },
    })),
  };
};

type Batch = { readonly type: string; readonly requests: AppendRequest[] };

const isSameCommand = (one: StoredEvent | undefined, other: StoredEvent): boolean =>
  one?.meta.commandId === other.meta.commandId && one.streamId === other.streamId;

/** In the order of the log, what one command recorded together. */
const commandsOf = (events: readonly StoredEvent[]): readonly (readonly StoredEvent[])[] => {
  const commands: StoredEvent[][] = [];
  for (const event of events) {
    const last = commands.at(-1);
    if (last !== undefined && isSameCommand(last[0], event)) last.push(event);
    else commands.push([event]);
  }
  return commands;
};

/** Neighbours that record the same fact go together. */
const batchesOf = (events: readonly StoredEvent[]): readonly Batch[] => {
  const batches: Batch[] = [];
  for (const command of commandsOf(events)) {
    const type = command[0]?.type ?? '';
    const last = batches.at(-1);
    const max = type === 'PayableSelected' ? RUN_BATCH : BATCH;
    if (last?.type === type && last.requests.length < max) last.requests.push(requestOf(command));
    else batches.push({ type, requests: [requestOf(command)] });
  }
  return batches;
};

const WANTED = ['payable', 'payout_run'];

/** Written and flushed as ours are; their bytes are ready in memory. */
const writeFiles = async (files: readonly Uint8Array[], folder: string): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  for (const [at, bytes] of files.entries()) {
    const handle = await open(join(folder, `${at}`), 'w');
    await handle.writeFile(bytes);
    await handle.sync();
    await handle.close();
  }
};

const filesIn = async (folder: string): Promise<readonly Uint8Array[]> => {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  return Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name))));
};

/** Seconds of the statements and files alone; the payables themselves are there before. */
export const barePayouts = async (of: {
  readonly fromUrl: string;
  readonly intoUrl: string;
  readonly documents: string;
  readonly folder: string;
}): Promise<number> => {
  const source = openStore(of.fromUrl);
  const target = openStore(of.intoUrl);
  const events: StoredEvent[] = [];
  for (let after = '0' as Position; ; ) {
    const page = await source.store.readAfter(after, PAGE);
    const last = page.at(-1);
    if (last === undefined) break;
    events.push(...page.filter(({ category }) => WANTED.includes(category)));
    after = last.position;
  }
  await source.close();
  const batches = batchesOf(events);
  const isBefore = ({ type }: Batch): boolean => type === 'PayableCreated';
  for (const { requests } of batches.filter(isBefore)) await target.store.appendMany(requests);
  const files = await filesIn(of.documents);
  const startedAt = performance.now();
  for (const { type, requests } of batches.filter((batch) => !isBefore(batch))) {
    const { status } = await target.store.appendMany(requests);
    if (status !== 'ok') throw new Error(`a bare batch of ${type} was not written: ${status}`);
  }
  await writeFiles(files, of.folder);
  const seconds = (performance.now() - startedAt) / 1000;
  await target.close();
  return seconds;
};
