// The broker adapter: NATS JetStream behind the port, so that another client is one folder.
import { busFailure } from './bus-failure.ts';
import {
  consumeDead,
  consumeDurable,
  type DurableTuning,
  durableFloor,
} from './durable-consumer.ts';
import { type EventBus, HINT } from './event-bus.ts';
import { messageAt, recreateStream, streamFacts } from './event-stream.ts';
import { type NatsSettings, openNats } from './nats-connection.ts';
import { consumeOrdered } from './ordered-consumer.ts';
import { createWindowPublisher, WINDOW_MAX } from './publish-window.ts';

export type JetStreamSettings = NatsSettings & {
  readonly retentionDays?: number;
  readonly durable?: DurableTuning;
};

const RETENTION_DAYS = 30;

export const openJetStreamBus = async (settings: JetStreamSettings): Promise<EventBus> => {
  const link = await openNats(settings);
  const { connection } = link;
  const publisher = createWindowPublisher(connection);
  link.onDisconnect(publisher.abandon);
  const hint: EventBus['hint'] = (subject, body = '') => {
    if (!connection.isClosed()) connection.publish(subject, body);
  };
  return {
    streamFacts: () => streamFacts(link),
    recreateStream: async (epoch, { firstSequence = 1, due = '' } = {}) => {
      const facts = await recreateStream(link, {
        ...{ epoch, firstSequence, due },
        retentionDays: settings.retentionDays ?? RETENTION_DAYS,
      });
      hint(HINT.streamReplaced);
      return facts;
    },
    publishFenced: (messages, lastSequence) => {
      if (WINDOW_MAX < messages.length) throw new Error(`a window holds at most ${WINDOW_MAX}`);
      if (!link.isConnected()) {
        return Promise.reject(busFailure('Infra.BusAway', 'publishing: the connection is lost'));
      }
      return publisher.publish(messages, lastSequence);
    },
    messageAt: (sequence) => messageAt(link, sequence),
    consumeOrdered: (fromSequence, signal) => consumeOrdered(link, fromSequence, signal),
    consumeDurable: (name, signal) =>
      consumeDurable(link, { name, tuning: settings.durable ?? {} }, signal),
    durableFloor: (name) => durableFloor(link, name),
    consumeDead: (name, signal) => consumeDead(link, name, signal),
    hint,
    onHint: (subject, listener) => {
      const subscription = connection.subscribe(subject, {
        callback: (error, message) => {
          if (error === null) listener(message.string());
        },
      });
      return () => {
        if (!connection.isClosed()) subscription.unsubscribe();
      };
    },
    onDisconnect: link.onDisconnect,
    close: async () => {
      publisher.abandon();
      if (!connection.isClosed()) await connection.drain();
    },
  };
};
