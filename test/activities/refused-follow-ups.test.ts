// A step that the worker's stream refuses is seen on the claim, on a real PostgreSQL; never silence.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { followUp } from '../../activities/follow-up.ts';
import { createRecordDecision } from '../../activities/record-decision.ts';
import { allOf, lastOf } from '../../activities/stored-events.ts';
import { enrol } from './approved-claims.ts';
import { type EngineFixture, openEngineFixture, uuid } from './engine-fixture.ts';
import {
  claimWish,
  foundOffice,
  KELURAHAN,
  must,
  type Office,
  reportDeath,
  type Send,
} from './office-story.ts';

let engine: EngineFixture;
let office: Office;
let send: Send;

const stream = (id: string) => engine.ports.store.loadStream(id);
const causeOf = async (claimId: string) => {
  const cause = lastOf(await stream(claimId), 'DeathReported')?.stored;
  if (cause === undefined) throw new Error('no report');
  return { cause };
};

beforeAll(async () => {
  engine = await openEngineFixture();
  send = createRecordDecision(engine.ports);
  office = await foundOffice(send, engine.ports);
});
afterAll(() => engine?.close());

test('a death of somebody on no list is an exception until a list names the person', async () => {
  const workerId = uuid();
  const report = await reportDeath(engine.ports, workerId);
  const claimId = report.streamId;
  await must(send(report));
  for (let tries = 0; tries < 2; tries += 1) await engine.activities.noteDeath(claimId);
  expect(allOf(await stream(claimId), 'FollowUpRefused')).toEqual([
    { claimId, step: 'NOTE_DEATH', code: 'WorkerNotNominated' },
  ]);
  expect(await engine.activities.hydrateClaim(claimId)).toMatchObject({ follows: ['NOTE_DEATH'] });

  const seal = (field: string) =>
    engine.ports.keys.seal({ subject: workerId, field, value: '1', commandId: workerId });
  const data = {
    ...{ workerId, programmeId: office.programmeId, trancheId: office.trancheId },
    ...{ rosterId: uuid(), rosterRow: 1, kelurahan: KELURAHAN, occupation: 'NELAYAN' },
    ...{ nik: await seal('worker.nik'), name: await seal('worker.name') },
    ...{ birthDate: await seal('worker.birthDate'), disability: await seal('worker.disability') },
    neighbourhood: await seal('worker.neighbourhood'),
  };
  const step = {
    ...({ category: 'worker', streamId: workerId, commandId: uuid() } as const),
    command: { type: 'NominateWorker', data } as const,
  };
  await must(followUp(engine.ports, step, await causeOf(claimId)));
  await engine.activities.noteDeath(claimId);
  expect(lastOf(await stream(claimId), 'FollowUpTaken')?.data).toMatchObject({
    step: 'NOTE_DEATH',
  });
  expect(lastOf(await stream(workerId), 'WorkerReportedDead')?.data).toMatchObject({ claimId });
});

test('an outcome that contradicts what the worker’s stream knows is an exception', async () => {
  const [workerId = ''] = await enrol({ engine, send, office }, 1);
  const report = await reportDeath(engine.ports, workerId);
  const claimId = report.streamId;
  await must(send(report));
  await engine.activities.noteDeath(claimId);
  const settled = { workerId, claimId, outcome: 'SETTLED' } as const;
  const step = {
    ...({ category: 'worker', streamId: workerId, commandId: uuid() } as const),
    command: { type: 'NoteClaimOutcome', data: settled } as const,
  };
  await must(followUp(engine.ports, step, await causeOf(claimId)));
  const why = { reason: 'bukan peserta', article: 'Pasal 1', cure: 'keberatan' };
  await must(send(claimWish(claimId, 'penetap-budi', { type: 'RejectClaim', data: why })));
  await engine.activities.noteOutcome(claimId);
  expect(lastOf(await stream(claimId), 'FollowUpRefused')?.data).toEqual({
    ...{ claimId, step: 'NOTE_OUTCOME', code: 'OutcomeAlreadyKnown' },
  });
});
