// The baseline of the relay, a program: messages ready in memory, published bare with a fence on each.
import {
  connect,
  createInbox,
  headers,
  type JetStreamClient,
  type MsgHdrs,
  type NatsConnection,
} from 'nats';
import { natsConnection } from '../../infra/config/nats-url.ts';
import { openPools } from '../../infra/database/connect.ts';
import type { Position } from '../../infra/event-store/event-store.ts';
import { createPostgresEventStore } from '../../infra/event-store/postgres-event-store.ts';
import { isDue } from '../../infra/nats/due-events.ts';
import type { BusMessage } from '../../infra/nats/event-bus.ts';
import { toMessage } from '../../infra/nats/event-message.ts';
import { EVENT_STREAM } from '../../infra/nats/event-stream.ts';
import { fencedHeaders } from '../../infra/nats/wire-headers.ts';

/** As many as the relay has in flight. */
const IN_FLIGHT = 512;
const READ_LIMIT = 2_000;

const quiet = (): void => undefined;

const readMessages = async (databaseUrl: string, epoch: string): Promise<readonly BusMessage[]> => {
  const sizes = { hot: 1, app: 1, bg: 1 };
  const pools = openPools({ url: databaseUrl, applicationName: 'bench', log: quiet, sizes });
  const store = createPostgresEventStore({ pools });
  const messages: BusMessage[] = [];
  let previousPosition = '0' as Position;
  const upTo = await store.safePosition();
  for (;;) {
    const events = await store.readCanonical(previousPosition, upTo, READ_LIMIT);
    if (events.length === 0) break;
    for (const event of events) {
      messages.push(toMessage(event, { previousPosition, epoch, isDue: isDue(event) }));
      previousPosition = event.position;
    }
  }
  await store.close();
  return messages;
};

const wireHeaders = (message: BusMessage): MsgHdrs => {
  const wire = headers();
  for (const [key, value] of Object.entries(message.headers)) wire.set(key, value);
  return wire;
};

/** As the client's documentation has it: one promise a message, so many in flight. */
const byClient = async (
  client: JetStreamClient,
  messages: readonly BusMessage[],
  firstSequence: number,
): Promise<void> => {
  const flights: Promise<unknown>[] = [];
  let lastSequence = firstSequence - 1;
  for (const message of messages) {
    if (IN_FLIGHT <= flights.length) await flights.shift();
    const expect = { lastSequence, streamName: EVENT_STREAM };
    flights.push(
      client.publish(message.subject, message.body, { headers: wireHeaders(message), expect }),
    );
    lastSequence += 1;
  }
  await Promise.all(flights);
};

/** The same on the wire without a promise for each: one inbox that counts the answers. */
const byWire = (
  connection: NatsConnection,
  messages: readonly BusMessage[],
  firstSequence: number,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const reply = createInbox();
    const headersOf = fencedHeaders();
    let sent = 0;
    let answered = 0;
    const sendMore = (): void => {
      for (; sent < messages.length && sent - answered < IN_FLIGHT; sent += 1) {
        const message = messages[sent];
        if (message === undefined) return;
        const lastSequence = firstSequence - 1 + sent;
        const headers = headersOf(message.headers, { stream: EVENT_STREAM, lastSequence });
        connection.publish(message.subject, message.body, { headers, reply });
      }
    };
    connection.subscribe(reply, {
      callback: (error, answer) => {
        const { seq } = answer.json<{ seq?: number }>();
        if (error !== null || seq !== firstSequence + answered) {
          reject(error ?? new Error(`not accepted: ${answer.string()}`));
          return;
        }
        answered += 1;
        if (answered === messages.length) resolve();
        else sendMore();
      },
    });
    sendMore();
  });

const main = async (): Promise<void> => {
  const { DATABASE_URL, NATS_URL, BENCH_WAY, BENCH_EPOCH, BENCH_FIRST } = process.env;
  const messages = await readMessages(DATABASE_URL ?? '', BENCH_EPOCH ?? '');
  const connection = await connect(natsConnection(NATS_URL ?? ''));
  const first = Number(BENCH_FIRST);
  if (BENCH_WAY === 'client') await byClient(connection.jetstream(), messages, first);
  else await byWire(connection, messages, first);
  await connection.drain();
  process.stdout.write('published\n');
};

await main();
