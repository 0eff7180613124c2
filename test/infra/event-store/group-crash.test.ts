// A connection that dies under a group: every caller hears that trying again is right, and it is.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppendRequest } from '../../../infra/event-store/event-store.ts';
import { everyTable, openStoreFixture, requestOf, type StoreFixture } from './store-fixture.ts';

let fixture: StoreFixture;
beforeAll(async () => {
  fixture = await openStoreFixture();
});
afterAll(() => fixture.close());

// A group then stays at its last statement, long enough to be hit there with all its rows written.
const SLOW = `create function public.slow() returns trigger language plpgsql as $$
  begin perform pg_sleep(5); return null; end $$;
  create trigger slow after insert on es.commands for each statement execute function public.slow()`;
const SWIFT = 'drop trigger slow on es.commands; drop function public.slow()';

const terminateSlowGroups = async (expected: number): Promise<number> => {
  for (;;) {
    const { rows } = await fixture.owner.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database()
       and wait_event = 'PgSleep' and query like '%es.append_each%'`,
    );
    if (rows.length < expected) continue;
    for (const { pid } of rows) await fixture.owner.query('select pg_terminate_backend($1)', [pid]);
    return rows.length;
  }
};

const settledOf = (requests: readonly AppendRequest[]) =>
  Promise.allSettled(requests.map(fixture.store.append));

test('nothing of it is recorded, all may repeat, and the repeat is recorded once', async () => {
  const { store, owner } = fixture;
  const requests = Array.from({ length: 12 }, () => requestOf());
  await owner.query(SLOW);
  const before = await everyTable(owner);
  const crashed = settledOf(requests);
  expect(await terminateSlowGroups(2)).toBe(2);
  const reason = expect.objectContaining({ code: 'Infra.StoreAway', retryable: true });
  expect(await crashed).toEqual(requests.map(() => ({ status: 'rejected', reason })));
  await owner.query(SWIFT);
  expect(await everyTable(owner)).toEqual(before);
  const repeated = await Promise.all(requests.map(store.append));
  expect(new Set(repeated.map(({ status }) => status))).toEqual(new Set(['ok']));
  const again = await Promise.all(requests.map(store.append));
  expect(again).toEqual(
    repeated.map((result, index) => ({
      status: 'duplicate',
      streamId: requests[index]?.streamId,
      version: 1,
      position: result.status === 'ok' ? result.position : '',
    })),
  );
});

test('a caller that repeats without knowing whether it was recorded is told', async () => {
  const { store } = fixture;
  const requests = Array.from({ length: 12 }, () => requestOf());
  await Promise.all(requests.slice(0, 6).map(store.append));
  const results = await Promise.all(requests.map(store.append));
  expect(results.map(({ status }) => status)).toEqual(
    requests.map((_, index) => (index < 6 ? 'duplicate' : 'ok')),
  );
});
