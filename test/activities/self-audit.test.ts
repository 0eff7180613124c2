// What the house finds about itself at night belongs to somebody who keeps it today.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRecordDecision } from '../../activities/record-decision.ts';
import { createSelfAudit } from '../../activities/self-audit.ts';
import { allOf } from '../../activities/stored-events.ts';
import { systemActor } from '../../domain/actor.ts';
import { localDate } from '../../domain/calendar.ts';
import type { CommandsByCategory } from '../../domain/command.ts';
import { type EngineFixture, openEngineFixture } from './engine-fixture.ts';
import { envelope, must, registerCast } from './office-story.ts';

let engine: EngineFixture;
beforeAll(async () => {
  engine = await openEngineFixture();
  await registerCast(createRecordDecision(engine.ports), engine.ports);
});
afterAll(() => engine?.close());

const findings = async () => {
  const { ids, store } = engine.ports;
  const examination = await store.loadStream(ids.examination(systemActor.office, 'SELF'));
  return allOf(examination, 'DivergenceFound').map(({ key, auditee }) => [key, auditee]);
};

const nightFinds = (key: string) =>
  createSelfAudit({
    ...engine.ports,
    examineHouse: async () => [
      { kind: 'LEDGER', name: 'general-ledger', key, part: '1 ≠ 2', firstPosition: null },
    ],
  }).auditSelf();

const toActor = (actorId: string, as: string, command: CommandsByCategory['actor']) =>
  must(
    createRecordDecision(engine.ports)(
      envelope('actor', engine.ports.ids.actor(actorId), { command, as }),
    ),
  );

test('a finding goes to whoever administers that day, never to one whose letter has ended', async () => {
  expect(await nightFinds('one')).toBe(1);
  const terms = { act: 'administer', area: '64.74', from: localDate('2026-01-02') } as const;
  await toActor('kadis-yusuf', 'admin-nur', {
    type: 'AppointRole',
    data: { ...terms, actorId: 'kadis-yusuf', to: null, letter: 'SK Wali Kota 821/099/2026' },
  });
  expect(await nightFinds('two')).toBe(1);
  await toActor('admin-nur', 'kadis-yusuf', {
    type: 'EndRole',
    data: {
      ...{ actorId: 'admin-nur', act: 'administer', on: localDate('2026-02-01') },
      reason: 'pindah tugas',
    },
  });
  expect(await nightFinds('three')).toBe(1);
  expect(await findings()).toEqual([
    ['one', 'admin-nur'],
    ['two', 'admin-nur'],
    ['three', 'kadis-yusuf'],
  ]);
});
