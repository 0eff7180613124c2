// Groups of requests: sent straight to es.append_each, and the store of another process.
import type pg from 'pg';
import { openPools } from '../../../infra/database/connect.ts';
import {
  APPEND_EACH,
  appendEachValues,
  encodeAppend,
} from '../../../infra/event-store/append-statement.ts';
import type { AppendRequest, EventStore } from '../../../infra/event-store/event-store.ts';
import { createPostgresEventStore } from '../../../infra/event-store/postgres-event-store.ts';

export type EachRow = {
  readonly index: number;
  readonly status: string;
  readonly version: number | null;
  readonly position: string | null;
  readonly has_workflow: boolean | null;
  readonly stream: string | null;
};

/** The group itself, without the queue before it: one row per request. */
export const appendEachRaw = async (
  client: pg.Client,
  requests: readonly AppendRequest[],
): Promise<readonly EachRow[]> => {
  const { rows } = await client.query<EachRow>({
    name: 'append_each',
    text: APPEND_EACH,
    values: appendEachValues(requests.map(encodeAppend)),
  });
  return rows.toSorted((a, b) => a.index - b.index);
};

/** A store with pools of its own, as a second process would have. */
export const openOtherStore = (url: string): EventStore =>
  createPostgresEventStore({
    pools: openPools({ url, applicationName: 'other', log: () => undefined }),
  });
