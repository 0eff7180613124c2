// Whatever arrives together is answered and recorded as if it had come one after another.
import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppendRequest, EventStore } from '../../../infra/event-store/event-store.ts';
import { eventOf, metaOf, openStoreFixture, type StoreFixture } from './store-fixture.ts';

let fixture: StoreFixture;
beforeAll(async () => {
  fixture = await openStoreFixture();
});
afterAll(() => fixture.close());

type Wish = {
  readonly stream: number;
  readonly command: number;
  readonly content: number;
  readonly category: string;
  readonly expected: AppendRequest['expected'];
  readonly notes: readonly string[];
  readonly names: readonly number[];
};

const few = (max: number) => fc.integer({ min: 0, max });
const anyWish: fc.Arbitrary<Wish> = fc.record({
  stream: few(9),
  command: few(40),
  content: fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, fc.constant(1)),
  category: fc.oneof({ weight: 9, arbitrary: fc.constant('worker') }, fc.constant('claim')),
  expected: fc.oneof(fc.constantFrom('none' as const, 'any' as const), few(4)),
  notes: fc.array(
    fc.oneof({ weight: 20, arbitrary: fc.string({ maxLength: 8 }) }, fc.constant('a\u0000b')),
    { minLength: 1, maxLength: 3 },
  ),
  names: fc.uniqueArray(few(5), { maxLength: 2 }),
});
const anyWave = fc.array(anyWish, { minLength: 1, maxLength: 40, size: 'max' });
const anyWaves = fc.array(anyWave, { minLength: 1, maxLength: 3, size: 'max' });

/** The same wishes in a world of their own: no id and no name of it was ever used. */
const openWorld = () => {
  const world = randomUUID();
  const ids = new Map<string, string>();
  const called = new Map<string, string>();
  const idOf = (what: string): string => {
    const id = ids.get(what) ?? randomUUID();
    ids.set(what, id);
    called.set(id, what);
    return id;
  };
  const keyed = (text: string) => createHash('sha256').update(`${world} ${text}`).digest();
  const nameOf = (name: number) => ({ kind: 'nik', keyedHash: keyed(`name ${name}`) });
  return {
    idOf,
    nameOf,
    calledOf: (id: string | undefined) => (id === undefined ? undefined : called.get(id)),
    requestOf(wish: Wish): AppendRequest {
      const commandId = idOf(`command ${wish.command}`);
      return {
        commandId,
        contentHash: keyed(`${wish.command} ${wish.content}`),
        streamId: idOf(`stream ${wish.stream}`),
        category: wish.category,
        expected: wish.expected,
        events: wish.notes.map((note) => ({ ...eventOf({ note }), meta: metaOf(commandId) })),
        reservations: wish.names.map(nameOf),
      };
    },
  };
};
type World = ReturnType<typeof openWorld>;

/** An answer without what differs between worlds: ids by their name, positions by what stands there. */
const tellOf = async (store: EventStore, world: World, request: AppendRequest) => {
  try {
    const result = await store.append(request);
    const { status } = result;
    if (status === 'reused' || status === 'conflict') return { status };
    if (status === 'taken') {
      // Of two names with two holders either may be told.
      const holders = await Promise.all((request.reservations ?? []).map(store.findIdentity));
      return { status, isHolder: holders.includes(result.streamId) };
    }
    const streamId = status === 'ok' ? request.streamId : result.streamId;
    const flag = status === 'ok' ? result.hasWorkflow : undefined;
    const { position, version } = result;
    return { status, stream: world.calledOf(streamId), version, flag, position };
  } catch (error) {
    return { code: error instanceof Error && 'code' in error ? error.code : error };
  }
};
type Told = Awaited<ReturnType<typeof tellOf>>;

const stateOf = async (store: EventStore, world: World) => {
  const streams = Array.from({ length: 10 }, (_, n) => world.idOf(`stream ${n}`));
  const loaded = await store.loadStreams(streams);
  const events = streams.map((id) => loaded.get(id) ?? []);
  const places = new Map(
    events
      .flat()
      .map((event) => [event.position, `${world.calledOf(event.streamId)}@${event.version}`]),
  );
  const holders = await Promise.all(
    [0, 1, 2, 3, 4, 5].map((name) => store.findIdentity(world.nameOf(name))),
  );
  const commands = await Promise.all(
    Array.from({ length: 41 }, (_, n) => store.findCommand(world.idOf(`command ${n}`))),
  );
  const state = {
    streams: events.map((stream) =>
      stream.map(({ version, data, category, meta }) => ({
        version,
        data,
        category,
        command: world.calledOf(meta.commandId),
      })),
    ),
    holders: holders.map(world.calledOf),
    commands: commands.map(
      (command) =>
        command && {
          stream: world.calledOf(command.streamId),
          version: command.version,
          place: places.get(command.position),
        },
    ),
  };
  return { state, places };
};

const placed = (told: readonly Told[], places: ReadonlyMap<string, string>) =>
  told.map((each) =>
    'position' in each ? { ...each, position: places.get(each.position) } : each,
  );

test('random mixes: the same answers and the same log', async () => {
  const { store } = fixture;
  const statuses = new Map<unknown, number>();
  const property = fc.asyncProperty(anyWaves, async (waves) => {
    const [together, apart] = [openWorld(), openWorld()];
    const toldTogether: Told[] = [];
    const toldApart: Told[] = [];
    for (const wave of waves) {
      const requests = wave.map(together.requestOf);
      toldTogether.push(...(await Promise.all(requests.map((r) => tellOf(store, together, r)))));
      for (const wish of wave) toldApart.push(await tellOf(store, apart, apart.requestOf(wish)));
    }
    const [one, two] = [await stateOf(store, together), await stateOf(store, apart)];
    expect(placed(toldTogether, one.places)).toEqual(placed(toldApart, two.places));
    expect(one.state).toEqual(two.state);
    for (const each of toldTogether) {
      const key = 'status' in each ? each.status : each.code;
      statuses.set(key, (statuses.get(key) ?? 0) + 1);
    }
  });
  await fc.assert(property, { numRuns: 50 });
  // A mix that never met an obstacle would prove nothing.
  for (const key of ['ok', 'duplicate', 'reused', 'conflict', 'taken', 'Store.Refused'])
    expect(statuses.get(key) ?? 0, String(key)).toBeGreaterThan(0);
}, 120_000);
