// Two processes that group their appends on one database at once: the same files, commands and names.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  AppendRequest,
  AppendResult,
  EventStore,
} from '../../../infra/event-store/event-store.ts';
import { openOtherStore } from './group-fixture.ts';
import { openStoreFixture, requestOf, type StoreFixture } from './store-fixture.ts';

let fixture: StoreFixture;
let other: EventStore;
beforeAll(async () => {
  fixture = await openStoreFixture();
  other = openOtherStore(fixture.appUrl);
});
afterAll(async () => {
  await other.close();
  await fixture.close();
});

const ROUNDS = 25;
const SIZE = 24;
const streams = Array.from({ length: 12 }, () => randomUUID());

const pick = <T>(from: readonly T[]): T => {
  const chosen = from[Math.floor(Math.random() * from.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
};
const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((each) => ({ each, by: Math.random() }))
    .toSorted((a, b) => a.by - b.by)
    .map(({ each }) => each);

const mixOf = (round: number): AppendRequest[] => {
  const names = [1, 2, 3, 4].map(() => ({ kind: 'nik', keyedHash: randomBytes(32) }));
  return Array.from({ length: SIZE }, (_, n) => {
    if (n % 4 === 0) return requestOf({ reservations: shuffled(names).slice(0, 2) });
    if (n % 4 === 1) return requestOf({ streamId: pick(streams), expected: 'any' });
    if (n % 4 === 2) return requestOf({ streamId: pick(streams), expected: round + (n % 3) });
    return requestOf();
  });
};

const checkAnswer = async (request: AppendRequest, answer: AppendResult): Promise<void> => {
  if (answer.status === 'ok' || answer.status === 'duplicate') {
    const { version, position } = answer;
    const recorded = await fixture.store.findCommand(request.commandId);
    expect(recorded).toMatchObject({ version, position });
  }
  if (answer.status === 'taken') {
    const names = request.reservations ?? [];
    const holders = await Promise.all(names.map(fixture.store.findIdentity));
    expect(holders).toContain(answer.streamId);
  }
};

const checkOnce = async (request: AppendRequest, answers: readonly AppendResult[]) => {
  const statuses = answers.map(({ status }) => status).toSorted();
  const recorded = await fixture.store.findCommand(request.commandId);
  expect(statuses.filter((status) => status === 'ok')).toHaveLength(recorded === undefined ? 0 : 1);
  if (request.expected === 'any') expect(statuses).toEqual(['duplicate', 'ok']);
  for (const answer of answers) await checkAnswer(request, answer);
};

/** The answers in the order of the requests, sent in another. */
const appendShuffled = async (requests: readonly AppendRequest[]): Promise<AppendResult[]> => {
  const answers = await Promise.all(
    shuffled([...requests.entries()]).map(async ([index, request]) => ({
      index,
      result: await other.append(request),
    })),
  );
  return answers.toSorted((a, b) => a.index - b.index).map(({ result }) => result);
};

test('every command is recorded once, every name has one holder, every version one event', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const requests = mixOf(round);
    const answers = await Promise.all([
      Promise.all(requests.map(fixture.store.append)),
      appendShuffled(requests),
    ]);
    for (const [index, request] of requests.entries()) {
      const ofBoth = answers.flatMap((ofOne) => ofOne[index] ?? []);
      expect(ofBoth).toHaveLength(2);
      await checkOnce(request, ofBoth);
    }
  }
  const { rows } = await fixture.owner.query(
    `select e.stream_id from es.events e join es.streams s using (stream_id)
     group by e.stream_id, s.version
     having count(*) <> s.version or max(e.version) <> s.version or count(distinct e.version) <> s.version`,
  );
  expect(rows).toEqual([]);
}, 60_000);
