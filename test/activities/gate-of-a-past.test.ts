// A past that was entered opens a gate in that past only where its own cards did.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRecordDecision } from '../../activities/record-decision.ts';
import { lastOf } from '../../activities/stored-events.ts';
import { trancheFacts } from '../../activities/tranche-facts.ts';
import { localDate } from '../../domain/calendar.ts';
import type { CommandEnvelope } from '../../domain/command.ts';
import type { GateRule } from '../../domain/programme/gate-events.ts';
import { type EngineFixture, openEngineFixture } from './engine-fixture.ts';
import { envelope, must, type Send } from './office-story.ts';
import {
  enrolMembers,
  foundProgramme,
  KELURAHAN,
  opening,
  payMonth,
  type Regency,
  registerOfficers,
  trancheWish,
} from './regency-story.ts';

const MEMBERS = 3;
const HOUR_MS = 3_600_000;

let engine: EngineFixture;
let send: Send;

beforeAll(async () => {
  engine = await openEngineFixture();
  send = createRecordDecision(engine.ports);
  await registerOfficers(send, engine.ports);
}, 60_000);
afterAll(() => engine?.close());

const past = (day: string): Partial<CommandEnvelope> => ({
  history: { effectiveAt: `${day}T02:00:00.000Z`, source: 'buku iuran lama' },
  reason: 'memuat riwayat gelombang',
});

/** A tranche with a month paid in the past, its members, and the entry just made. */
const entered = async (rule: GateRule) => {
  engine.setClock('2025-02-24T02:00:00.000Z');
  const regency = await foundProgramme(send, engine.ports);
  const members = await enrolMembers(engine.ports, regency, MEMBERS);
  engine.setClock(undefined);
  const open = trancheWish(regency, opening(regency, rule));
  await must(send({ ...open, ...past('2025-02-20') } as CommandEnvelope));
  await payMonth(send, engine.ports, {
    ...{ trancheId: regency.trancheId, month: '2025-02', paidOn: localDate('2025-03-03') },
    ...{ workers: MEMBERS, own: past('2025-03-03') },
  });
  return { regency, members };
};

/** So many hours from now, when the entry has rested. */
const inHours = (hours: number): string => {
  const now = new Date(Date.now() + hours * HOUR_MS).toISOString();
  engine.setClock(now);
  return now;
};

const openedIn = async ({ trancheId }: Regency) => {
  const { stored } = lastOf(
    await engine.ports.store.loadStream(trancheId),
    'PremiumGateOpened',
  ) ?? {
    stored: undefined,
  };
  return stored && { origin: stored.meta.origin, effectiveAt: stored.effectiveAt };
};

test('cards handed over today open the gate today, whatever past was entered before', async () => {
  const rule = { basis: 'HANDED_OVER', of: 'REGISTERED', sharePercent: 100 } as const;
  const { regency, members } = await entered(rule);
  inHours(2);
  await engine.activities.lookAtTranche(regency.trancheId);
  expect(await openedIn(regency)).toBeUndefined();
  for (const workerId of members) {
    const command = {
      type: 'HandOverCard' as const,
      data: {
        ...{ workerId, cardId: engine.ports.ids.card(workerId, 1), place: KELURAHAN },
        ...{ method: 'LIST' as const, receivedBy: 'WORKER' as const },
      },
    };
    await must(send(envelope('worker', workerId, { command, as: 'dinas-rahma' })));
  }
  const now = inHours(3);
  await engine.activities.lookAtTranche(regency.trancheId);
  expect(await openedIn(regency)).toEqual({ origin: 'live', effectiveAt: now });
});

test('deliveries of the past that fill the quorum open it there, and begin no new rest', async () => {
  const rule = { basis: 'RECEIVED', of: 'REGISTERED', sharePercent: 100 } as const;
  const { regency } = await entered(rule);
  const data = { deliveryNote: 'BAST 1', cards: MEMBERS, receivedOn: localDate('2025-03-10') };
  const cards = trancheWish(regency, { type: 'ReceiveCards', data });
  await must(send({ ...cards, ...past('2025-03-10') } as CommandEnvelope));
  const { trancheId } = regency;
  const factsAt = (now: string) => trancheFacts(engine.ports, trancheId, now);
  const before = (await factsAt(inHours(2)))?.carriedSince;
  expect((await engine.activities.lookAtTranche(trancheId)).waitingFor).toBe('CONTRIBUTION');
  expect(await openedIn(regency)).toEqual({
    ...{ origin: 'historic', effectiveAt: '2025-03-10T02:00:00.000Z' },
  });
  expect((await engine.activities.lookAtTranche(trancheId)).waitingFor).toBe('CONTRIBUTION');
  expect((await factsAt(inHours(30)))?.carriedSince).toBe(before);
});
