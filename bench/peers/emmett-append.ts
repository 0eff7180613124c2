// A peer: emmett-postgresql appends the same event; absent where bench/ was not installed.
import type pg from 'pg';
import { oneEvent } from '../one-event.ts';

export type EmmettAppends = { append(): Promise<void>; close(): Promise<void> };

/** `undefined` without `npm ci` in bench/: the peer is then named as not measured. */
export const openEmmettAppends = async (
  url: string,
  pool: pg.Pool,
): Promise<EmmettAppends | undefined> => {
  const peer = await import('@event-driven-io/emmett-postgresql').catch(() => undefined);
  if (peer === undefined) return undefined;
  const store = peer.getPostgreSQLEventStore(url, { connectionOptions: { pool } });
  await store.schema.migrate();
  return {
    async append() {
      const { streamId, type, data, meta } = oneEvent();
      const event = { type, data: { ...(data as object) }, metadata: meta };
      await store.appendToStream(`claim-${streamId}`, [event], {
        expectedStreamVersion: 'STREAM_DOES_NOT_EXIST',
      });
    },
    close: () => store.close(),
  };
};
