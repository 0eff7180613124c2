// What is wrong is shown with its cause and its cure, and forgotten when it went well again.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logFindings, programFindings } from '../../../apps/supervisor/findings.ts';
import { kyselyOver } from '../../../infra/database/connect.ts';
import { appendsSuspended, logMark, suspendAppends } from '../../../infra/database/high-water.ts';
import type { Position } from '../../../infra/event-store/event-store.ts';
import { openProgramHealth } from '../../../infra/local/program-health.ts';
import { createObligationLedger } from '../../../infra/nats/obligation-ledger.ts';
import { openStoreFixture, type StoreFixture } from '../../infra/event-store/store-fixture.ts';

let folder: string;
let fixture: StoreFixture;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lindung-findings-'));
  fixture = await openStoreFixture();
});

afterAll(async () => {
  await fixture.close();
  rmSync(folder, { recursive: true, force: true });
});

const START = new Date('2026-03-01T08:00:00.000Z');
const after = (ms: number): Date => new Date(START.getTime() + ms);
const ours = { name: 'worker', pid: process.pid };

test('a step that keeps failing is told with cause and cure in both languages, until it goes well', () => {
  const health = openProgramHealth(folder, 'worker', () => START);
  const kind = 'ActivityFails';
  health.trouble({ kind, subject: 'claim/1 recordDecision', reason: 'Infra.StoreAway' });
  const [finding, ...more] = programFindings(folder, ours, START);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ kind, of: 'worker' });
  expect(finding?.cause.id).toMatch(/terus gagal: claim\/1 recordDecision \(Infra\.StoreAway\)/);
  expect(finding?.cure.en).toMatch(/worker\.log/);
  health.wentWell(kind, 'claim/2 recordDecision');
  expect(programFindings(folder, ours, START)).toHaveLength(1);
  health.wentWell(kind, 'claim/1 recordDecision');
  expect(programFindings(folder, ours, START)).toEqual([]);
});

test('an interruption counts once it lasts, and is forgotten when nobody repeats it', () => {
  const health = openProgramHealth(folder, 'worker', () => START);
  health.trouble({ kind: 'ObligationsStand', subject: '', reason: 'Infra.BusAway' });
  expect(programFindings(folder, ours, after(1_000))).toEqual([]);
  expect(programFindings(folder, ours, after(6_000))).toHaveLength(1);
  expect(programFindings(folder, ours, after(3_600_000))).toEqual([]);
});

test('what an earlier process complained of is not the trouble of the one that runs now', () => {
  const health = openProgramHealth(folder, 'relay', () => START);
  health.trouble({ kind: 'RelayRefuses', subject: '', reason: 'Infra.ForeignEpoch' });
  const relay = { name: 'relay', pid: process.pid };
  expect(programFindings(folder, relay, START).map(({ of }) => of)).toEqual(['relay']);
  expect(programFindings(folder, { name: 'relay', pid: 1 }, START)).toEqual([]);
  openProgramHealth(folder, 'relay', () => START);
  expect(programFindings(folder, relay, START)).toEqual([]);
});

test('a stuck obligation, a stopped projection and a restored log are findings of their own', async () => {
  const db = kyselyOver(fixture.pools.app);
  expect(await logFindings(db, { isSetBack: false, projections: [] })).toEqual([]);
  const position = '7' as Position;
  const letter = { position, type: 'DeathReported', reason: 'away', deliveries: 8 };
  const eventId = '0b0c7d52-6f0e-4b6e-9d6e-4a5d0a4c0001';
  await createObligationLedger(db).bury({ ...letter, eventId });
  await suspendAppends(fixture.pools.app, (await logMark(fixture.pools.app)).epoch);
  const stopped = { position, type: 'ClaimApproved', reason: 'no such column' };
  const place = { version: 1, position, lag: 3 };
  const isSetBack = await appendsSuspended(fixture.pools.app);
  const projections = [
    { name: 'claim-file', ...place, state: 'stopped', stopped },
    { name: 'claim-queue', ...place, state: 'running' },
  ] as const;
  const found = await logFindings(db, { isSetBack, projections });
  expect(found.map(({ kind, of }) => [kind, of])).toEqual([
    ['RestorePending', 'postgres'],
    ['ObligationsStuck', 'worker'],
    ['ProjectionStopped', 'projector'],
  ]);
  expect(found[0]?.cure.id).toMatch(/lindung restore --yes/);
  expect(found[1]?.cause.id).toMatch(/DeathReported #7: away/);
  expect(found[2]?.cure.en).toMatch(/projection retry claim-file/);
});
