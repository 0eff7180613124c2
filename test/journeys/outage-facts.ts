// What must hold after every outage: the log, the carried copy, the screens and the bank agree.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect } from 'vitest';
import type { reportOf } from '../../apps/bank-simulator/books.ts';
import { PROJECT_ROOT } from '../../apps/supervisor/processes.ts';
import { markOf } from '../../infra/nats/event-message.ts';
import { openJetStreamBus } from '../../infra/nats/jetstream-event-bus.ts';
import { projections } from '../../projections/registry.ts';
import type { Answered, Caller } from './outage-caller.ts';
import { type OutageStack, until } from './outage-stack.ts';

/** As the owner: sees everything, changes nothing here. */
export const ask = async <Row extends pg.QueryResultRow>(
  stack: OutageStack,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> => {
  const client = new pg.Client({ connectionString: stack.connection().databaseOwnerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
};

/** Versions 1..n of every stream, each once, and the stream row says the same. */
export const expectNoGaps = async (stack: OutageStack): Promise<void> => {
  const broken = await ask(
    stack,
    `select s.stream_id, s.version, count(e.*)::int as events, max(e.version) as last
     from es.streams s left join es.events e using (stream_id) group by s.stream_id, s.version
     having s.version <> count(e.*) or s.version <> max(e.version)
       or count(distinct e.version) <> count(e.*) or min(e.version) <> 1`,
  );
  expect(broken).toEqual([]);
};

/** One command, one decision: its events lie together on one stream, and it has one row. */
export const expectCommandsOnce = async (stack: OutageStack): Promise<void> => {
  const scattered = await ask(
    stack,
    `select meta->>'commandId' as command from es.events group by 1
     having count(distinct stream_id) > 1 or max(version) - min(version) + 1 <> count(*)`,
  );
  expect(scattered).toEqual([]);
  const unknown = await ask(
    stack,
    `select c.command_id from es.commands c full join
       (select (meta->>'commandId')::uuid as command_id, max(position) as position
        from es.events group by 1) e using (command_id)
     where c.position is distinct from e.position`,
  );
  expect(unknown).toEqual([]);
};

/** Whatever a person was told is recorded stands in the log, where they were told. */
export const expectNothingLost = async (
  stack: OutageStack,
  recorded: readonly Answered[],
): Promise<void> => {
  const rows = await ask<{ command_id: string; version: number; position: string }>(
    stack,
    'select command_id, version, position::text from es.commands',
  );
  const known = new Map(rows.map((row) => [row.command_id, row]));
  expect(recorded.length).toBeGreaterThan(0);
  // Position 0 says that there was nothing to record; some answers only count what was recorded.
  for (const { commandId, json } of recorded.filter((one) => one.json['position'] !== '0')) {
    const { version, position } = json;
    const told = position === undefined ? {} : { version, position };
    expect(known.get(commandId) ?? { lost: commandId }).toMatchObject({
      command_id: commandId,
      ...told,
    });
  }
};

export const lastPosition = async (stack: OutageStack): Promise<string> =>
  (await ask<{ last: string }>(stack, 'select max(position)::text as last from es.events'))[0]
    ?.last ?? '0';

/** Every projection shows the end of the log. */
export const shownToTheEnd = (stack: OutageStack): Promise<void> =>
  until('every projection shows the end of the log', async () => {
    const behind = await ask(
      stack,
      `select c.name from es.checkpoints c join es.projection_current p using (name, version)
       where c.position < (select max(position) from es.events)`,
    );
    const known = await ask(stack, 'select name from es.projection_current');
    return behind.length === 0 && known.length === projections.length;
  });

const dump = async (stack: OutageStack): Promise<Readonly<Record<string, readonly string[]>>> => {
  const entries = [];
  for (const table of projections.flatMap((projection) => projection.tables)) {
    const rows = await ask<{ row: string }>(
      stack,
      `select to_jsonb(t)::text as row from ${table} t order by 1`,
    );
    entries.push([table, rows.map(({ row }) => row)] as const);
  }
  return Object.fromEntries(entries);
};

/** The rows that grew through the outages are those that the log alone gives. */
export const expectScreensAreTheLog = async (stack: OutageStack, caller: Caller): Promise<void> => {
  await shownToTheEnd(stack);
  const grown = await dump(stack);
  expect(Object.values(grown).flat().length).toBeGreaterThan(0);
  for (const { name } of projections) {
    const { code } = await caller.send({ as: 'admin-nur', args: ['projection', 'rebuild', name] });
    expect(code).toBe(0);
  }
  expect(await dump(stack)).toEqual(grown);
};

/** From its first message on the stream holds each event of the log once, chained without a hole. */
export const expectStreamIsTheLog = async (stack: OutageStack): Promise<void> => {
  const end = await lastPosition(stack);
  const bus = await openJetStreamBus({ url: stack.connection().natsUrl, name: 'outage-test' });
  try {
    await until('the relay has carried the log', async () => {
      const facts = await bus.streamFacts();
      const last = facts === undefined ? undefined : await bus.messageAt(facts.lastSequence);
      return last !== undefined && markOf(last).position === end;
    });
    const facts = await bus.streamFacts();
    if (facts === undefined) throw new Error('there is no stream');
    const marks = [];
    for (let at = facts.firstSequence; at <= facts.lastSequence; at += 1) {
      const message = await bus.messageAt(at);
      if (message === undefined) throw new Error(`message ${at} is missing`);
      marks.push(markOf(message));
    }
    const begin = marks[0]?.previousPosition ?? '0';
    const rows = await ask<{ position: string }>(
      stack,
      'select e.position::text from es.events e where e.position > $1 order by e.position',
      [begin],
    );
    const positions = rows.map(({ position }) => position);
    expect(marks.map(({ position }) => position)).toEqual(positions);
    const chain = [begin, ...positions.slice(0, -1)];
    expect(marks.map(({ previousPosition }) => previousPosition)).toEqual(chain);
  } finally {
    await bus.close();
  }
};

type BankReport = ReturnType<typeof reportOf>;

/** The books of the bank itself, read by its own program. */
export const bankReport = (stack: OutageStack): BankReport =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ['apps/bank-simulator/main.ts', '--dir', join(stack.dataDir, 'bank'), '--report'],
      { cwd: PROJECT_ROOT, encoding: 'utf8' },
    ),
  );

/** End-to-end ids in the order in which the bank booked them. */
export const bookedIds = (stack: OutageStack): readonly string[] =>
  readFileSync(join(stack.dataDir, 'bank', 'bank-side', 'journal.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('"t":"credit"'))
    .map((line) => JSON.parse(line))
    .filter(({ outcome }) => outcome === 'settled')
    .map(({ endToEndId }) => endToEndId);

/** How often each event stands on one stream. */
export const countsOn = async (
  stack: OutageStack,
  streamId: string,
): Promise<Readonly<Record<string, number>>> => {
  const rows = await ask<{ type: string; count: number }>(
    stack,
    'select type, count(*)::int as count from es.events where stream_id = $1 group by type',
    [streamId],
  );
  return Object.fromEntries(rows.map(({ type, count }) => [type, count]));
};
