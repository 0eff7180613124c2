// Thought away, a person, a paper or a list takes exactly the payouts with it that rest on it.
import { expect, test } from 'vitest';
import { type Absent, type LostPayout, payoutsWithout } from '../../activities/without.ts';
import type { EventStore, Position, StoredEvent } from '../../infra/event-store/event-store.ts';
import { everyFate } from '../projections/any-history.ts';

const log = everyFate();

/** The two questions that are asked, over a log that never was. */
const store = {
  streamsOf: (category: string) =>
    Promise.resolve([
      ...new Set(log.filter((one) => one.category === category).map(({ streamId }) => streamId)),
    ]),
  loadStreams: (ids: readonly string[]) =>
    Promise.resolve(
      new Map<string, readonly StoredEvent[]>(
        ids.map((id) => [id, log.filter(({ streamId }) => streamId === id)]),
      ),
    ),
} as Pick<EventStore, 'streamsOf' | 'loadStreams'> as EventStore;

const END = '999999' as Position;
const NOBODY: Absent = { actors: [], papers: [], imports: [] };

const without = async (absent: Partial<Absent>): Promise<readonly LostPayout[]> => {
  const all: LostPayout[] = [];
  for await (const one of payoutsWithout({ store }, { ...NOBODY, ...absent }, END)) all.push(one);
  return all;
};

const lostIn = (all: readonly LostPayout[]) =>
  all.filter(({ lost }) => lost.length > 0).map(({ payableId }) => payableId);

const created = (isOf: (data: Readonly<Record<string, unknown>>) => boolean) =>
  log
    .filter(({ type, data }) => type === 'PayableCreated' && isOf(data as never))
    .map(({ streamId }) => streamId);

test('without anybody nothing is lost', async () => {
  const all = await without({});
  expect(all.length).toBeGreaterThan(2);
  expect(lostIn(all)).toEqual([]);
});

test('without a person exactly the payouts fall that rest on that person', async () => {
  const recommenders = new Set(
    log.flatMap(({ type, data }) =>
      type === 'PayableCreated'
        ? (data as { recommendedBy?: readonly string[] }).recommendedBy
        : [],
    ),
  );
  for (const actor of recommenders) {
    const found = await without({ actors: [actor ?? ''] });
    const rests = created(({ recommendedBy }) => (recommendedBy as string[]).includes(actor ?? ''));
    expect(lostIn(found)).toEqual(expect.arrayContaining(rests));
    for (const { lost, payableId } of found)
      expect(lost.some(({ kind }) => kind === 'RECOMMENDED')).toBe(rests.includes(payableId));
  }
  expect(lostIn(await without({ actors: ['nobody-at-all'] }))).toEqual([]);
});

test('without a paper the check that it made hold falls, in its own claim only', async () => {
  const paid = created(({ flow }) => flow === 'BENEFIT');
  const claims = new Map(
    log.flatMap(({ type, data, streamId }) =>
      type === 'PayableCreated' && paid.includes(streamId)
        ? [[String((data as { claimId?: string }).claimId), streamId] as const]
        : [],
    ),
  );
  const paper = log.find(
    ({ type, streamId }) => type === 'DocumentReceived' && claims.has(streamId),
  );
  const { documentId = '' } = (paper?.data ?? {}) as { documentId?: string };
  const found = await without({ papers: [documentId] });
  const own = claims.get(paper?.streamId ?? '');
  expect(lostIn(found).every((id) => id === own)).toBe(true);
});

test('without a list of workers the payouts for whom it alone enrolled fall', async () => {
  const lists = new Set(
    log.flatMap(({ type, data }) =>
      type === 'WorkerNominated' ? [(data as { rosterId?: string }).rosterId ?? ''] : [],
    ),
  );
  const all = lostIn(await without({ imports: [...lists] }));
  const members = new Set(
    log.filter(({ type }) => type === 'WorkerNominated').map(({ streamId }) => streamId),
  );
  expect(all).toEqual(created(({ workerId }) => members.has(String(workerId))));
});
