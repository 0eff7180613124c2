// The program `projector` itself: killed in the middle of a commit, stopped politely, exact in the end.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureReadModelTables } from '../../../projections/read-model-tables.ts';
import { projections } from '../../../projections/registry.ts';
import { eventOf, requestOf } from '../../infra/event-store/store-fixture.ts';
import { caughtUp } from '../../projections/projector-fixture.ts';
import { type Carriage, openCarriage, type RunningRelay } from '../relay/carriage-fixture.ts';

let carriage: Carriage;
let relay: RunningRelay;

const startProgram = (environment: NodeJS.ProcessEnv = {}): ChildProcess =>
  spawn(process.execPath, ['apps/projector/main.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: carriage.appUrl,
      NATS_URL: carriage.nats.url,
      LINDUNG_SUPERVISED: '1',
      ...environment,
    },
    stdio: 'ignore',
  });

const registerActors = async (count: number): Promise<void> => {
  for (let done = 0; done < count; done += 1) {
    const actorId = randomUUID();
    const commandId = randomUUID();
    const name = { subject: actorId, field: 'actor.name', ciphertext: 'YQ', commitment: 'ab' };
    const data = { actorId, office: 'DISNAKER', name };
    const event = { ...eventOf(data, commandId), type: 'ActorRegistered' };
    const request = { commandId, streamId: actorId, category: 'actor', events: [event] };
    await carriage.store.append(requestOf(request));
    carriage.bus.hint('es.poke');
  }
};

const shownActors = async (): Promise<number> => {
  const { rows } = await carriage.owner.query(
    'select count(*)::int as n from rm.actor_directory_v2 where version = 1',
  );
  return rows[0]?.n ?? 0;
};

beforeAll(async () => {
  carriage = await openCarriage();
  relay = carriage.startRelay();
  await ensureReadModelTables(carriage.ownerUrl, projections);
});
afterAll(async () => {
  await relay.stop();
  await carriage.close();
});

test('killed between rows and commit it leaves nothing, and its successor shows everything', async () => {
  await registerActors(30);
  const [, signal] = await once(startProgram({ LINDUNG_FAULT: 'projector.before-commit' }), 'exit');
  expect(signal).toBe('SIGKILL');
  expect(await shownActors()).toBe(0);
  const program = startProgram();
  await caughtUp(carriage, 'actor-directory');
  expect(await shownActors()).toBe(30);

  await registerActors(10);
  for (const { name } of projections) await caughtUp(carriage, name);
  expect(await shownActors()).toBe(40);
  program.kill('SIGTERM');
  expect(await once(program, 'exit')).toEqual([0, null]);
});
