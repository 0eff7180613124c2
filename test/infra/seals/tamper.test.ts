// Two hundred changes by a superuser with triggers off: each is found, at its place, and nothing else.
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../../infra/seals/findings.ts';
import { LEAF_TEXT } from '../../../infra/seals/leaf.ts';
import { hashOfLeaf } from '../../../infra/seals/merkle.ts';
import { examineLog, verifyLog } from '../../../infra/seals/verify-log.ts';
import { appendSome, openSealedLog, type SealedLog, sealAll, seeded } from './sealed-log.ts';

const CHANGES = 200;
const SEED = 20_261_122;

let log: SealedLog;
/** Sealed positions, in order, and the free ones between them. */
let positions: readonly number[];
let gaps: readonly number[];

beforeAll(async () => {
  log = await openSealedLog({ steps: 24, most: 60, seed: SEED });
  const { rows } = await log.fixture.owner.query<{ position: string }>(
    'select position from es.events order by position',
  );
  positions = rows.map(({ position }) => Number(position));
  const taken = new Set(positions);
  const last = positions.at(-1) ?? 0;
  gaps = Array.from({ length: last }, (_, at) => at + 1).filter((one) => !taken.has(one));
});
afterAll(() => log.fixture.close());

type Hand = {
  readonly sql: (text: string, values?: readonly unknown[]) => Promise<pg.QueryResult>;
  readonly random: () => number;
  readonly client: pg.Client;
};
type Change = (hand: Hand) => Promise<readonly Finding[]>;

const pick = <T>({ random }: Hand, from: readonly T[]): T => {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};

const onColumn =
  (set: string, kind: 'EVENT_CHANGED' | 'COLUMNS_DIFFER'): Change =>
  async (hand) => {
    const at = pick(hand, positions);
    await hand.sql(`update es.events set ${set} where position = $1`, [at]);
    return [{ kind, position: String(at) }];
  };

const two = (hand: Hand): readonly [number, number] => {
  const one = pick(hand, positions);
  const other = pick(
    hand,
    positions.filter((each) => each !== one),
  );
  return one < other ? [one, other] : [other, one];
};

const swapped = ([one, other]: readonly [number, number]): readonly Finding[] => [
  { kind: 'EVENTS_SWAPPED', position: String(one), other: String(other) },
];

const SEALED_BYTES =
  'canonical, data, meta, effective_at, event_id, stream_id, type, category, schema_version';

const onEvents: Readonly<Record<string, Change>> = {
  'an amount in the column': onColumn(
    `data = jsonb_set(data, '{amountIdr}', '"1"')`,
    'COLUMNS_DIFFER',
  ),
  'an actor in the column': onColumn(
    `meta = jsonb_set(meta, '{actor,id}', '"x"')`,
    'COLUMNS_DIFFER',
  ),
  'the type in the column': onColumn(`type = 'WorkerVerified'`, 'COLUMNS_DIFFER'),
  'the day of effect in the column': onColumn(
    `effective_at = effective_at - interval '1 day'`,
    'COLUMNS_DIFFER',
  ),
  'the stream in the column': onColumn('stream_id = gen_random_uuid()', 'COLUMNS_DIFFER'),
  'the event id in the column': onColumn('event_id = gen_random_uuid()', 'COLUMNS_DIFFER'),
  'a byte': onColumn('canonical = set_byte(canonical, 20, 255)', 'EVENT_CHANGED'),
  'bytes and columns alike': onColumn(
    `canonical = convert_to(replace(convert_from(canonical, 'UTF8'), '42000000', '92000000'), 'UTF8'),
     data = jsonb_set(data, '{amountIdr}', '"92000000"')`,
    'EVENT_CHANGED',
  ),
  'the instant of recording, by a microsecond': onColumn(
    `recorded_at = recorded_at + interval '1 microsecond'`,
    'EVENT_CHANGED',
  ),
  'the version': onColumn('version = version + 1000', 'EVENT_CHANGED'),
  'a row dropped': async (hand) => {
    const at = pick(hand, positions);
    await hand.sql('delete from es.events where position = $1', [at]);
    return [{ kind: 'EVENT_DROPPED', position: String(at) }];
  },
  'a row inserted': async (hand) => {
    const at = pick(hand, gaps);
    const like = pick(hand, positions);
    await hand.sql(
      `insert into es.events (position, stream_id, event_id, version, ${SEALED_BYTES.replace('event_id, stream_id, ', '')})
       select $1, gen_random_uuid(), gen_random_uuid(), 1, ${SEALED_BYTES.replace('event_id, stream_id, ', '')}
       from es.events where position = $2`,
      [at, like],
    );
    return [{ kind: 'EVENT_INSERTED', position: String(at) }];
  },
  'a row moved to a free place': async (hand) => {
    const at = pick(hand, positions);
    const to = pick(hand, gaps);
    await hand.sql('update es.events set position = $2 where position = $1', [at, to]);
    return [
      { kind: 'EVENT_DROPPED', position: String(at) },
      { kind: 'EVENT_INSERTED', position: String(to) },
    ];
  },
  'two rows that take each other’s place': async (hand) => {
    const [one, other] = two(hand);
    const free = pick(hand, gaps);
    for (const [from, to] of [
      [one, free],
      [other, one],
      [free, other],
    ])
      await hand.sql('update es.events set position = $2 where position = $1', [from, to]);
    return swapped([one, other]);
  },
  'two rows that exchange what they say': async (hand) => {
    const [one, other] = two(hand);
    const { rows: leaves } = await hand.sql('select leaf::text as leaf, name from es.leaves');
    for (const { leaf, name } of leaves)
      await hand.sql(`alter table ${leaf} drop constraint ${name}_stream_version`);
    const columns = SEALED_BYTES.split(', ').filter((name) => name !== 'stream_id');
    await hand.sql(
      `update es.events e set ${columns.map((name) => `${name} = o.${name}`).join(', ')}, stream_id = o.stream_id
       from es.events o where (e.position, o.position) in (($1, $2), ($2, $1))`,
      [one, other],
    );
    return swapped([one, other]);
  },
};

const someSeal = async (hand: Hand, not = ''): Promise<string> => {
  const { rows } = await hand.sql(`select number from es.seals where true ${not} order by number`);
  return String(pick<{ number: string }>(hand, rows).number);
};

const onTree: Readonly<Record<string, Change>> = {
  'the hash of a leaf': async (hand) => {
    const index = Math.floor(hand.random() * Math.ceil(positions.length / 256));
    const width = Math.min(256, positions.length - index * 256);
    const byte = Math.floor(hand.random() * width * 32);
    await hand.sql(
      `update es.tree_tiles set hashes = set_byte(hashes, $2, get_byte(hashes, $2) # 1)
       where level = 0 and index = $1`,
      [index, byte],
    );
    return [{ kind: 'TREE_CHANGED', level: 0, index }];
  },
  'the hash of a node': async (hand) => {
    const byte = Math.floor(hand.random() * Math.floor(positions.length / 256) * 32);
    await hand.sql(
      `update es.tree_tiles set hashes = set_byte(hashes, $1, get_byte(hashes, $1) # 1) where level = 1`,
      [byte],
    );
    return [{ kind: 'TREE_CHANGED', level: 1, index: 0 }];
  },
  'the note of positions': async (hand) => {
    const index = Math.floor(hand.random() * Math.floor(positions.length / 256));
    const at = 1 + Math.floor(hand.random() * 256);
    await hand.sql(
      'update es.tree_tiles set positions[$2] = positions[$2] + 100000 where level = 0 and index = $1',
      [index, at],
    );
    return [{ kind: 'TREE_CHANGED', level: 0, index }];
  },
  'a tile dropped': async (hand) => {
    const index = Math.floor(hand.random() * Math.ceil(positions.length / 256));
    await hand.sql('delete from es.tree_tiles where level = 0 and index = $1', [index]);
    return [{ kind: 'TREE_CHANGED', level: 0, index }];
  },
};

const sealChange =
  (set: string): Change =>
  async (hand) => {
    const number = await someSeal(hand);
    await hand.sql(`update es.seals set ${set} where number = $1`, [number]);
    return [{ kind: 'SEAL_CHANGED', number }];
  };

const onSeals: Readonly<Record<string, Change>> = {
  'the root of a seal': sealChange('root = set_byte(root, 3, get_byte(root, 3) # 1)'),
  'the size of a seal': sealChange('size = size + 1'),
  'the instant of a seal': sealChange(`sealed_at = sealed_at - interval '1 day'`),
  'the note of a seal': sealChange(`note = replace(note, 'position ', 'position 1')`),
  'a seal dropped': async (hand) => {
    const number = await someSeal(hand);
    await hand.sql('delete from es.seals where number = $1', [number]);
    return [{ kind: 'SEAL_MISSING', number }];
  },
  'two seals that take each other’s place': async (hand) => {
    const first = await someSeal(hand, 'and number < (select max(number) from es.seals)');
    const second = String(Number(first) + 1);
    for (const [from, to] of [
      [first, '0'],
      [second, first],
      ['0', second],
    ])
      await hand.sql('update es.seals set number = $2 where number = $1', [from, to]);
    return [{ kind: 'SEAL_CHANGED', number: second }];
  },
};

const TABLES = ['es.events', 'es.seals'];

/** The superuser's transaction: triggers off, every change undone, all of it thrown away at the end. */
const tampering = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
  const client = log.fixture.owner;
  await client.query('begin');
  try {
    const { rows } = await client.query<{ leaf: string }>(
      'select leaf::text as leaf from es.leaves',
    );
    for (const table of [...TABLES, ...rows.map(({ leaf }) => leaf)])
      await client.query(`alter table ${table} disable trigger all`);
    return await work();
  } finally {
    await client.query('rollback');
  }
};

const examinedThen = async (change: Change, random: () => number) => {
  const client = log.fixture.owner;
  await client.query('savepoint before');
  const sql: Hand['sql'] = (text, values = []) => client.query(text, [...values]);
  const expected = await change({ sql, random, client });
  const { verifier, outside } = log;
  const { findings } = await examineLog(client, { verifier, outside });
  await client.query('rollback to savepoint before');
  return { expected, findings };
};

const examinedAfter = (change: Change, random: () => number) =>
  tampering(() => examinedThen(change, random));

const sorted = (findings: readonly Finding[]): readonly string[] =>
  findings.map((one) => JSON.stringify(one)).sort();

describe('the examination of a sealed log', () => {
  test('finds nothing wrong in an honest one, while more is written and sealed', async () => {
    const { fixture, verifier, outside, key } = log;
    const before = await verifyLog(fixture.pools.bg, { verifier, outside });
    expect(before).toMatchObject({
      findings: [],
      sealed: positions.length,
      unsealed: { events: 0 },
    });
    expect(await sealAll(fixture.pools.bg, key)).toEqual([]);
  });

  test(`finds each of ${CHANGES} changes exactly where it was made`, async () => {
    const random = seeded(SEED);
    const changes = Object.entries({ ...onEvents, ...onTree, ...onSeals });
    await tampering(async () => {
      for (let n = 0; n < CHANGES; n += 1) {
        const [name, change] = changes[n % changes.length] ?? ['', () => Promise.resolve([])];
        const { expected, findings } = await examinedThen(change, random);
        expect(sorted(findings), `${n}: ${name}`).toEqual(sorted(expected));
      }
    });
  });

  test('of an event changed together with its tree names the span between two seals', async () => {
    const at = positions[300] ?? 0;
    const { findings } = await examinedAfter(async ({ sql }) => {
      await sql('update es.events set version = 99 where position = $1', [at]);
      const { rows } = await sql(
        `select ${LEAF_TEXT} as text from es.events e where position = $1`,
        [at],
      );
      const leaf = hashOfLeaf(rows[0]?.text);
      await sql(
        `update es.tree_tiles set hashes = overlay(hashes placing $1 from $2) where level = 0 and index = 1`,
        [leaf, (300 - 256) * 32 + 1],
      );
      return [];
    }, seeded(1));
    const span = findings.find(({ kind }) => kind === 'INTERVAL_CHANGED');
    if (span?.kind !== 'INTERVAL_CHANGED') throw new Error(JSON.stringify(findings));
    expect(Number(span.after)).toBeLessThan(at);
    expect(Number(span.upTo)).toBeGreaterThanOrEqual(at);
    expect(Number(span.upTo) - Number(span.after)).toBeLessThan(70);
  });

  test('of a history written anew with our own keys names the span between outside checkpoints', async () => {
    const at = positions[200] ?? 0;
    const rewrite: Change = async ({ sql, client }) => {
      await sql(
        `update es.events set data = '{"n": 1}', canonical = convert_to(replace(convert_from(canonical, 'UTF8'),
        (select distinct convert_from(canonical, 'UTF8')::jsonb ->> 'eventId' from es.events where position = $1),
        gen_random_uuid()::text), 'UTF8') where position = $1`,
        [at],
      );
      await sql('delete from es.tree_tiles');
      await sql('delete from es.seals');
      await sealAll(client, log.key);
      return [];
    };
    const { findings } = await examinedAfter(rewrite, seeded(1));
    const span = findings.find(({ kind }) => kind === 'HISTORY_REWRITTEN');
    if (span?.kind !== 'HISTORY_REWRITTEN') throw new Error(JSON.stringify(findings));
    expect(Number(span.after)).toBeLessThan(at);
    expect(Number(span.upTo)).toBeGreaterThanOrEqual(at);
  });

  test('of a tail cut off cleanly says how far an outside checkpoint had come', async () => {
    const cut = positions[100] ?? 0;
    const { findings } = await examinedAfter(async ({ sql, client }) => {
      await sql('delete from es.events where position > $1', [cut]);
      await sql('delete from es.tree_tiles');
      await sql('delete from es.seals');
      await sealAll(client, log.key);
      return [];
    }, seeded(1));
    expect(findings).toContainEqual({
      kind: 'TAIL_LOST',
      size: positions.length,
      position: String(positions.at(-1)),
    });
  });

  test('tells a checkpoint of another key or of no key from one of ours', async () => {
    const { fixture, verifier, outside } = log;
    const [first] = outside;
    const forged = { file: 'forged', note: (first?.note ?? '').replace(/\n\d+\n/, '\n7\n') };
    const asked = { verifier, outside: [...outside, forged, { file: 'text', note: 'hello' }] };
    const { findings } = await verifyLog(fixture.pools.bg, asked);
    expect(findings).toEqual([
      { kind: 'CHECKPOINT_FOREIGN', file: 'forged' },
      { kind: 'CHECKPOINT_FOREIGN', file: 'text' },
    ]);
  });

  test('counts what is written after the last seal, and finds it whole once sealed', async () => {
    const { fixture, verifier, outside, key } = log;
    await appendSome(fixture, 3);
    const asked = { verifier, outside };
    expect(await verifyLog(fixture.pools.bg, asked)).toMatchObject({
      findings: [],
      unsealed: { events: 3 },
    });
    const [one, other] = await Promise.all([
      sealAll(fixture.pools.bg, key),
      sealAll(fixture.pools.bg, key),
    ]);
    expect([...one, ...other]).toHaveLength(1);
    expect(await verifyLog(fixture.pools.bg, asked)).toMatchObject({
      findings: [],
      sealed: positions.length + 3,
      unsealed: { events: 0 },
    });
  });
});
