// Streams read ahead for a decision: never an answer over what no longer stands.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCompanions, openReading } from '../../activities/read-once.ts';
import { createRecordDecision } from '../../activities/record-decision.ts';
import type { EventStore } from '../../infra/event-store/event-store.ts';
import { type EngineFixture, openEngineFixture, uuid } from './engine-fixture.ts';
import { envelope, foundOffice, must, type Office, type Send } from './office-story.ts';

let engine: EngineFixture;
let office: Office;
let send: Send;

beforeAll(async () => {
  engine = await openEngineFixture();
  send = createRecordDecision(engine.ports);
  office = await foundOffice(send, engine.ports);
});
afterAll(() => engine?.close());

const tranche = (trancheId: string, name = 'Gelombang') =>
  envelope('tranche', trancheId, {
    as: 'dinas-rahma',
    command: {
      type: 'OpenTranche',
      data: {
        ...{ trancheId, programmeId: office.programmeId, name, quota: 5 },
        ...{ coverFrom: '2026-03-01' as never, monthlyContributionIdr: '16800' as never },
      },
    },
  });

/** Somebody else writes after the first reading and before anything is decided. */
const behindTheBack = (work: () => Promise<unknown>): Send => {
  const { store } = engine.ports;
  let isFirst = true;
  const loadForCommand: EventStore['loadForCommand'] = async (...of) => {
    const read = await store.loadForCommand(...of);
    if (isFirst) await work();
    isFirst = false;
    return read;
  };
  return createRecordDecision({ ...engine.ports, store: { ...store, loadForCommand } });
};

test('a stream that moved after it was read ahead is decided upon as it stands', async () => {
  const trancheId = uuid();
  const late = behindTheBack(() => must(send(tranche(trancheId))));
  // Over the empty stream that was read this would be accepted.
  expect(await late(tranche(trancheId, 'Gelombang lain'))).toMatchObject({
    ...{ status: 'refused', code: 'TrancheAlreadyOpen' },
  });
  expect(await engine.ports.store.loadStream(trancheId)).toHaveLength(1);
});

test('a refusal is given over the stream as it stands, not as it was read ahead', async () => {
  const { programmeId, payerId } = office;
  const mandateId = uuid();
  const from = '2026-06-01' as never;
  const propose = {
    type: 'ProposeMandate' as const,
    data: { mandateId, payerId, flow: 'BENEFIT' as const, mode: 'DISBURSES' as const, from },
  };
  const confirm = { type: 'ConfirmMandate' as const, data: { mandateId } };
  const second = behindTheBack(() =>
    must(send(envelope('programme', programmeId, { as: 'dinas-rahma', command: propose }))),
  );
  // As it was read there is nothing to confirm.
  expect(
    await second(envelope('programme', programmeId, { as: 'kadis-yusuf', command: confirm })),
  ).toMatchObject({ status: 'recorded' });
});

test('a command recorded by a twin meanwhile gets the one recorded answer', async () => {
  const wish = tranche(uuid());
  const twin = behindTheBack(() => must(send(wish)));
  expect(await twin(wish)).toMatchObject({ status: 'recorded', repeated: true, version: 1 });
});

test('what comes along with an answer is what the stream holds after it', async () => {
  const { ports } = engine;
  const wish = tranche(uuid());
  const reading = await openReading(ports, openCompanions(), wish);
  const { store } = reading.ports;
  // Everything but the append goes past the reading, which must learn of it by the append alone.
  const record = createRecordDecision({
    ...ports,
    store: { ...ports.store, append: store.append },
  });
  await must(record(wish));
  const stored = await ports.store.loadStream(wish.streamId);
  const remembered = await store.loadStream(wish.streamId);
  expect(stored).toHaveLength(1);
  expect(remembered).toEqual(
    stored.map((event) => ({ ...event, recordedAt: remembered[0]?.recordedAt })),
  );
});

test('once it is known where to look, a decision begins with one round trip', async () => {
  const { store } = engine.ports;
  const asked: string[] = [];
  const counting: EventStore = {
    ...store,
    loadStream(id) {
      asked.push('one');
      return store.loadStream(id);
    },
    loadForCommand(...of) {
      asked.push('together');
      return store.loadForCommand(...of);
    },
  };
  const counted = createRecordDecision({ ...engine.ports, store: counting });
  const { programmeId, payerId } = office;
  const propose = (from: string) =>
    envelope('programme', programmeId, {
      as: 'dinas-rahma',
      command: {
        type: 'ProposeMandate',
        data: {
          ...{ mandateId: uuid(), payerId, flow: 'BENEFIT' as const },
          ...{ mode: 'DISBURSES' as const, from: from as never },
        },
      },
    });
  await must(counted(propose('2026-07-01')));
  expect(asked).toEqual(['together']);
});
