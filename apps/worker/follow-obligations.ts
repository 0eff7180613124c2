// Follows every event that obliges a next step, and wakes the workflow that must take it.
import { isGrpcServiceError } from '@temporalio/client';
import type { Kysely } from 'kysely';
import type { EventStoreTables } from '../../infra/database/schema.ts';
import { storeFailure } from '../../infra/database/store-failure.ts';
import type { EventStore, StoredEvent } from '../../infra/event-store/event-store.ts';
import { isFailure } from '../../infra/failure.ts';
import type { ProgramHealth } from '../../infra/local/program-health.ts';
import type { EventBus } from '../../infra/nats/event-bus.ts';
import { createObligationLedger } from '../../infra/nats/obligation-ledger.ts';
import { type ObligationNews, runObligations } from '../../infra/nats/obligations.ts';
import { errorFacts, type Log } from '../../infra/telemetry/log.ts';
import type { WorkflowPlace } from '../gateway/workflow-starts.ts';
import { createDelivery, obligedBy } from './deliver-obligation.ts';

/** What status shows; a dead letter stands in the database and is shown from there. */
const note = (health: ProgramHealth | undefined, news: ObligationNews): void => {
  if (news.kind === 'following') health?.wentWell('ObligationsStand', '');
  if (news.kind === 'failed')
    health?.trouble({ kind: 'ObligationsStand', subject: '', reason: describe(news.error) });
  // A receiver that is away is told too: the news of it ends with the delivery.
  if (news.kind !== 'retrying' && news.kind !== 'waiting') return;
  const subject = `${news.event.type} #${news.event.position}`;
  health?.trouble({ kind: 'ObligationFails', subject, reason: describe(news.error) });
};

const tell = (log: Log, news: ObligationNews): void => {
  switch (news.kind) {
    case 'following':
      log.info({ position: news.position }, 'following obligations');
      break;
    case 'retrying':
    case 'waiting':
      log.warn({ ...news.event, ...errorFacts(news.error) }, `obligation: ${news.kind}`);
      break;
    case 'dead':
      log.error(
        { ...news.event, ...errorFacts(news.error) },
        'obligation given up: see dead letters',
      );
      break;
    case 'failed':
      log.warn(errorFacts(news.error), 'obligations interrupted; trying again');
  }
};

/**
 * Codes of gRPC that pass by themselves: cancelled, unknown, too late, exhausted, aborted, internal,
 * unavailable. Any other is an answer about the very request.
 */
const PASSING: readonly number[] = [1, 2, 4, 8, 10, 13, 14];

const grpcCode = (error: unknown): number | undefined => {
  if (isGrpcServiceError(error)) return error.code;
  return error instanceof Error && isGrpcServiceError(error.cause) ? error.cause.code : undefined;
};

/** Temporal or PostgreSQL away is nobody's fault: such a try does not count. */
export const isTransient = (error: unknown): boolean => {
  const code = grpcCode(error);
  if (code !== undefined) return PASSING.includes(code);
  if (error instanceof Error && ['ServiceError', 'TransportError'].includes(error.name))
    return true;
  return (isFailure(error) ? error : storeFailure(error)).retryable;
};

const describe = (error: unknown): string =>
  Object.values(errorFacts(error)).join(' · ').slice(0, 500);

export const followObligations = (
  parts: {
    readonly bus: EventBus;
    readonly store: EventStore;
    readonly db: Kysely<EventStoreTables>;
    readonly place: WorkflowPlace;
    readonly log: Log;
    readonly health?: ProgramHealth;
  },
  signal: AbortSignal,
): Promise<void> => {
  const { bus, store, db, place, log, health } = parts;
  const deliver = createDelivery(place, store);
  const deps = {
    ...{ bus, store, isTransient, describe },
    ledger: createObligationLedger(db),
    obliges: (type: string) => obligedBy(type) !== null,
    deliver: async (event: StoredEvent) => {
      await deliver(event);
      health?.wentWell('ObligationFails', `${event.type} #${event.position}`);
    },
    report: (news: ObligationNews) => {
      tell(log, news);
      note(health, news);
    },
  };
  return runObligations(deps, signal);
};
