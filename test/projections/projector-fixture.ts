// Projections running over a real log and broker, and the comparison with the log itself.
import { expect } from 'vitest';
import { kyselyOver } from '../../infra/database/connect.ts';
import { storeFailure } from '../../infra/database/store-failure.ts';
import { createEventFeed, type EventFeed } from '../../infra/nats/event-feed.ts';
import { shareFeed } from '../../infra/nats/shared-feed.ts';
import { errorFacts } from '../../infra/telemetry/log.ts';
import type { Projection, ProjectionDb } from '../../projections/projection.ts';
import { type ProjectorDeps, runProjector } from '../../projections/projector.ts';
import type { ProjectorNews } from '../../projections/projector-news.ts';
import { shownPosition } from '../../projections/wait-for-position.ts';
import type { Carriage } from '../apps/relay/carriage-fixture.ts';
import { eventually } from '../infra/nats/test-nats.ts';

export type RunningProjector = { readonly news: ProjectorNews[]; stop(): Promise<void> };

export const projectorDeps = (
  carriage: Carriage,
  news: ProjectorNews[],
  feed: EventFeed = shareFeed(createEventFeed(carriage.bus)),
): ProjectorDeps => ({
  db: kyselyOver(carriage.pools.bg),
  store: carriage.store,
  feed,
  isTransient: (error) => storeFailure(error).retryable,
  describe: (error) => Object.values(errorFacts(error)).join(' · '),
  report: (each) => void news.push(each),
});

export const startProjector = (
  carriage: Carriage,
  projections: readonly Projection[],
  feed?: EventFeed,
): RunningProjector => {
  const stop = new AbortController();
  const news: ProjectorNews[] = [];
  const running = runProjector(projectorDeps(carriage, news, feed), projections, stop.signal);
  return {
    news,
    stop: async () => {
      stop.abort();
      await running;
    },
  };
};

export const dbOf = (carriage: Carriage): ProjectionDb => kyselyOver(carriage.pools.bg);

/** Until the projection has seen the last event of the log. */
export const caughtUp = async (carriage: Carriage, projection: string): Promise<void> => {
  const end = BigInt(await carriage.end());
  await eventually(
    `${projection} reaches ${end}`,
    async () => BigInt((await shownPosition(dbOf(carriage), projection)) ?? '-1') >= end,
  );
};

/** What the tables hold equals what the log says; every event folded exactly once. */
export const expectEqualsLog = async (carriage: Carriage, prefix: string): Promise<void> => {
  const { rows: seen } = await carriage.owner.query(
    `select count(*)::int as folded, count(distinct position)::int as different,
       (select count(*)::int from es.events) as logged from rm.${prefix}_seen`,
  );
  const logged = seen[0]?.logged;
  expect(seen[0]).toEqual({ folded: logged, different: logged, logged });
  const { rows: wrong } = await carriage.owner.query(
    `select * from (
       select stream_id, count(*) as events, sum((data->>'amountIdr')::bigint) as amount_idr
       from es.events group by stream_id) l
     full join rm.${prefix}_sums s using (stream_id)
     where s.events is distinct from l.events or s.amount_idr is distinct from l.amount_idr`,
  );
  expect(wrong).toEqual([]);
};
