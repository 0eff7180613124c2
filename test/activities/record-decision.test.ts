// What record-decision promises on a real PostgreSQL: once, by the right person, over the latest facts.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRecordDecision } from '../../activities/record-decision.ts';
import type { Answer, CommandEnvelope } from '../../domain/command.ts';
import type { EventStore } from '../../infra/event-store/event-store.ts';
import { streamTimeline } from '../../projections/timeline.ts';
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

const tranche = (trancheId: string, name: string, own: Partial<CommandEnvelope> = {}) =>
  envelope(
    'tranche',
    trancheId,
    {
      as: 'dinas-rahma',
      command: {
        type: 'OpenTranche',
        data: {
          ...{ trancheId, programmeId: office.programmeId, name, quota: 5 },
          ...{ coverFrom: '2026-03-01' as never, monthlyContributionIdr: '16800' as never },
        },
      },
    },
    own,
  );

const recordedPart = (answer: Answer) =>
  answer.status === 'recorded' ? { ...answer, repeated: undefined } : answer;

test('the same command after 400 days gets its first answer, and writes nothing', async () => {
  const id = uuid();
  const wish = tranche(id, 'Gelombang ulang');
  const first = await must(send(wish));
  engine.setClock(new Date(Date.now() + 400 * 86_400_000).toISOString());
  try {
    const again = await must(send(wish));
    expect(again).toMatchObject({ repeated: true });
    expect(recordedPart(again)).toEqual(recordedPart(first));
  } finally {
    engine.setClock(undefined);
  }
  expect(await engine.ports.store.loadStream(id)).toHaveLength(1);
});

test('the same command id with other content is refused', async () => {
  const wish = tranche(uuid(), 'Gelombang A');
  await must(send(wish));
  const other = tranche(wish.streamId, 'Gelombang B', { commandId: wish.commandId });
  expect(await send(other)).toMatchObject({ status: 'refused', code: 'CommandIdReused' });
});

test('a refused command leaves no trace and may be sent again with the same id', async () => {
  const stranger = tranche(uuid(), 'Gelombang C', { actorId: 'auditor-fajar' });
  expect(await send(stranger)).toMatchObject({ status: 'refused', code: 'ActNotHeld' });
  expect(await engine.ports.store.findCommand(stranger.commandId)).toBeUndefined();
  const rightful = { ...stranger, actorId: 'dinas-rahma' };
  expect(await send(rightful)).toMatchObject({ status: 'recorded', repeated: false });
});

test('nobody acts as the engine, and nobody unknown acts at all', async () => {
  for (const actorId of ['system', 'nobody']) {
    const wish = tranche(uuid(), 'Gelombang D', { actorId });
    expect(await send(wish)).toMatchObject({ status: 'refused', code: 'ActorUnknown' });
  }
});

test('a step of the engine is refused from an envelope, whoever sends it', async () => {
  const trancheId = office.trancheId;
  const wish = envelope('tranche', trancheId, {
    as: 'dinas-rahma',
    command: { type: 'ReserveSeats', data: { rosterId: uuid(), workers: 1 } },
  });
  expect(await send(wish)).toMatchObject({ status: 'refused', code: 'ActNotHeld' });
});

test('a second first administrator is refused: the installation has one', async () => {
  const actorId = 'penyusup';
  const stream = engine.ports.ids.actor(actorId);
  const name = await engine.ports.keys.seal({
    ...{ subject: stream, field: 'actor.name', value: 'X', commandId: uuid() },
  });
  const appointment = { area: '64.74', from: '2026-01-02', to: null, letter: 'SK' } as never;
  const data = {
    actorId,
    office: 'DISNAKER',
    name,
    firstAdministrator: true,
    appointment,
  } as const;
  const wish = envelope('actor', stream, {
    as: actorId,
    command: { type: 'RegisterActor', data },
  });
  // Even with a name of its own choosing it meets the reserved one, and learns whose it is.
  const sly = { ...wish, reservations: [{ kind: 'installation', keyedHash: 'AAAA' }] };
  const streamId = engine.ports.ids.actor('admin-nur');
  expect(await send(sly)).toEqual({
    ...{ status: 'refused', code: 'IdentityTaken', facts: { streamId } },
  });
});

test('two writers of one stream: the slower one reloads and decides over what stands now', async () => {
  const id = uuid();
  let raced = false;
  const store: EventStore = {
    ...engine.ports.store,
    async append(request) {
      if (!raced && request.streamId === id) {
        raced = true;
        await must(send(tranche(id, 'Gelombang cepat')));
      }
      return engine.ports.store.append(request);
    },
  };
  const slow = createRecordDecision({ ...engine.ports, store });
  const answer = await slow(tranche(id, 'Gelombang lambat'));
  expect(raced).toBe(true);
  expect(answer).toMatchObject({ status: 'refused', code: 'TrancheAlreadyOpen' });
  expect(await engine.ports.store.loadStream(id)).toHaveLength(1);
});

test('a writer that loses every race is told so, with a code that invites another try', async () => {
  const store: EventStore = {
    ...engine.ports.store,
    append: async () => ({ status: 'conflict' }),
  };
  const unlucky = createRecordDecision({ ...engine.ports, store });
  await expect(unlucky(tranche(uuid(), 'Gelombang sial'))).rejects.toMatchObject({
    type: 'Infra.StoreBusy',
  });
});

test('nobody reserves a name from outside: it would keep a person out for ever', async () => {
  const keyedHash = engine.ports.keys.keyedHash('nik', '6474021234567890');
  const reservations = [{ kind: 'nik', keyedHash: Buffer.from(keyedHash).toString('base64') }];
  await must(send(tranche(uuid(), 'Gelombang E', { reservations })));
  await must(send(tranche(uuid(), 'Gelombang F', { reservations })));
  expect(await engine.ports.store.findIdentity({ kind: 'nik', keyedHash })).toBeUndefined();
});

test('the same command id with another reason is refused: the reason is recorded too', async () => {
  const wish = tranche(uuid(), 'Gelombang beralasan', { reason: 'Perubahan APBD' });
  await must(send(wish));
  expect(await send(wish)).toMatchObject({ status: 'recorded', repeated: true });
  expect(await send({ ...wish, reason: 'Tanpa alasan' })).toMatchObject({
    ...{ status: 'refused', code: 'CommandIdReused' },
  });
});

test('the agenda number is recorded, shown in the story, and part of what the command is', async () => {
  const wish = tranche(uuid(), 'Gelombang beragenda', { agenda: '123/KLAIM/2026' });
  await must(send(wish));
  const [entry] = await streamTimeline(engine.ports.store, wish.streamId);
  expect(entry?.agenda).toBe('123/KLAIM/2026');
  expect(await send({ ...wish, agenda: '124/KLAIM/2026' })).toMatchObject({
    ...{ status: 'refused', code: 'CommandIdReused' },
  });
});

const appoint = (
  as: string,
  data: { actorId: string; act: 'administer' | 'audit'; area: string },
) =>
  envelope('actor', engine.ports.ids.actor(data.actorId), {
    as,
    command: {
      type: 'AppointRole',
      data: { ...data, from: '2026-01-02' as never, to: null, letter: `SK ${data.area}` },
    },
  });

const endRole = (as: string, actorId: string, act: 'administer' | 'audit') =>
  envelope('actor', engine.ports.ids.actor(actorId), {
    as,
    command: { type: 'EndRole', data: { actorId, act, on: '2026-02-01' as never, reason: 'x' } },
  });

const newcomer = async (as: string) => {
  const actorId = `petugas-${uuid().slice(0, 8)}`;
  const stream = engine.ports.ids.actor(actorId);
  const name = await engine.ports.keys.seal({
    ...{ subject: stream, field: 'actor.name', value: 'X', commandId: uuid() },
  });
  const data = { actorId, office: 'DISNAKER' as const, name, firstAdministrator: false };
  return envelope('actor', stream, { as, command: { type: 'RegisterActor', data } });
};

test('an administrator whose role ended admits nobody; another role of theirs still counts', async () => {
  const as = 'kadis-yusuf';
  await must(send(appoint('admin-nur', { actorId: as, act: 'administer', area: '64.74.01' })));
  await must(send(await newcomer(as)));
  await must(send(endRole('admin-nur', as, 'administer')));
  expect(await send(await newcomer(as))).toMatchObject({ code: 'ActNotHeld' });
  await must(send(appoint('admin-nur', { actorId: as, act: 'administer', area: '64.74.02' })));
  await must(send(await newcomer(as)));
});

test('a role is ended only by whoever administers every area in which it would end', async () => {
  const actorId = 'auditor-fajar';
  const small = 'kelurahan-eko';
  await must(send(appoint('admin-nur', { actorId: small, act: 'administer', area: '64.74.02' })));
  await must(send(appoint('admin-nur', { actorId, act: 'audit', area: '64.74.01' })));
  expect(await send(endRole(small, actorId, 'audit'))).toMatchObject({ code: 'ActNotHeld' });
  await must(send(endRole('admin-nur', actorId, 'audit')));
});

test('a thing cannot be begun in a stream that is not its own', async () => {
  const wish = tranche(uuid(), 'Gelombang G');
  const elsewhere = { ...wish, streamId: uuid() };
  expect(await send(elsewhere)).toMatchObject({ status: 'refused', code: 'StreamMismatch' });
});

test('history needs its own permission and is marked on every event', async () => {
  const history = { effectiveAt: '2026-01-05T02:00:00.000Z', source: 'Buku besar 2026' };
  const wish = tranche(uuid(), 'Gelombang lama', { history, reason: 'ambil alih' });
  expect(await send(wish)).toMatchObject({ status: 'refused', code: 'ActNotHeld' });
  const actorId = 'dinas-rahma';
  const command = {
    type: 'AppointRole' as const,
    data: {
      ...{ actorId, act: 'record-history' as const, area: '64.74', to: null, letter: 'SK 9' },
      from: '2026-01-02' as never,
    },
  };
  const stream = engine.ports.ids.actor(actorId);
  await must(send(envelope('actor', stream, { command, as: 'admin-nur' })));
  await must(send(wish));
  const [event] = await engine.ports.store.loadStream(wish.streamId);
  expect(event).toMatchObject({
    effectiveAt: history.effectiveAt,
    meta: { origin: 'historic', reason: 'Buku besar 2026: ambil alih' },
  });
  const future = { ...history, effectiveAt: '2999-01-01T00:00:00.000Z' };
  const refusal = async (own: Partial<CommandEnvelope>) =>
    expect(await send(tranche(uuid(), 'Gelombang esok', { reason: 'ambil alih', ...own })));
  (await refusal({ history: future })).toMatchObject({ code: 'HistoryNotInThePast' });
  const nowhere = { ...history, source: '' };
  (await refusal({ history: nowhere })).toMatchObject({ code: 'HistorySourceMissing' });
  (await refusal({ history, reason: ' ' })).toMatchObject({ code: 'ReasonMissing' });
});

test('the principal of a delegation is asked on their own stream, whatever the caller says', async () => {
  const actorId = 'penetap-budi';
  const wish = envelope('actor', engine.ports.ids.actor(actorId), {
    as: 'admin-nur',
    command: {
      type: 'DelegateRole',
      data: {
        ...{ actorId, principalId: 'kelurahan-eko', act: 'release-run', area: '64.74' },
        ...{ from: '2026-01-02' as never, to: '2026-12-31' as never, letter: 'ST 1' },
        principalHolds: true,
      },
    },
  });
  expect(await send(wish)).toMatchObject({ code: 'PrincipalDoesNotHoldAct' });
});
