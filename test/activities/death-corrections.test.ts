// A wrong day of death, one that was none, one from work, one of an accident: on a real PostgreSQL.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { followUp } from '../../activities/follow-up.ts';
import { createRecordDecision } from '../../activities/record-decision.ts';
import { allOf, lastOf } from '../../activities/stored-events.ts';
import type { LocalDate } from '../../domain/calendar.ts';
import type { Answer } from '../../domain/command.ts';
import { enrol, owedTo } from './approved-claims.ts';
import { type EngineFixture, openEngineFixture } from './engine-fixture.ts';
import {
  approval,
  claimWish,
  foundOffice,
  must,
  type Office,
  reportDeath,
  type Send,
} from './office-story.ts';

let engine: EngineFixture;
let office: Office;
let send: Send;
let workers: readonly string[];

const stream = (id: string) => engine.ports.store.loadStream(id);
const claimOf = (index: number): string => engine.ports.ids.deathClaim(workers[index] ?? '');

const correct = async (
  claimId: string,
  day: string,
  seen: { readonly seenVersion?: number } = {},
): Promise<Answer> => {
  const { sha256 } = await engine.ports.documents.put(new TextEncoder().encode('akta'));
  const data = { evidenceSha256: sha256, reason: 'akta kematian', cover: null };
  const command = {
    type: 'CorrectDeathDate' as const,
    data: { ...data, deathDate: day as LocalDate },
  };
  const wish = claimWish(claimId, 'verifikator-ani', command);
  return engine.activities.correctDeathDate({ ...wish, ...seen });
};

beforeAll(async () => {
  engine = await openEngineFixture();
  send = createRecordDecision(engine.ports);
  office = await foundOffice(send, engine.ports);
  workers = await enrol({ engine, send, office }, 5);
});
afterAll(() => engine?.close());

test('a decision on the wrong day falls with its payable, and another decision owes anew', async () => {
  const payableId = await owedTo({ engine, send, office }, workers[0] ?? '');
  const claimId = claimOf(0);
  await engine.activities.noteDeath(claimId);
  // Who looked before somebody decided is told so, though several streams move.
  const stale = { seenVersion: 1 };
  expect(await correct(claimId, '2026-09-09', stale)).toMatchObject({ code: 'ChangedMeanwhile' });
  expect(await must(correct(claimId, '2026-09-09'))).toMatchObject({ stage: 'READY_TO_RECOMMEND' });
  expect(lastOf(await stream(payableId), 'PayableCancelled')?.data).toMatchObject({ payableId });
  expect(lastOf(await stream(claimId), 'ChecksRecorded')?.data.cover).toMatchObject({
    enrolled: true,
  });
  expect(await engine.activities.hydrateClaim(claimId)).toMatchObject({ follows: ['NOTE_DEATH'] });
  await engine.activities.noteDeath(claimId);
  expect(lastOf(await stream(workers[0] ?? ''), 'WorkerDeathDateCorrected')?.data).toMatchObject({
    deathDate: '2026-09-09',
  });
  await engine.activities.createPayables(claimId);
  const recommend = { type: 'RecommendClaim' as const, data: { mandate: null, reason: 'akta' } };
  await must(send(claimWish(claimId, 'verifikator-ani', recommend)));
  await must(send(approval(claimId)));
  await engine.activities.createPayables(claimId);
  const second = engine.ports.ids.payable(claimId, 2, 'istri');
  expect(lastOf(await stream(second), 'PayableCreated')?.data).toMatchObject({ decision: 2 });
  expect(allOf(await stream(payableId), 'PayableCreated')).toHaveLength(1);
  // Suspected of work before it is paid: what is due waits for the conclusion.
  const again = await reportDeath(engine.ports, workers[0] ?? '');
  if (again.command.type !== 'ReportDeath') throw new Error('no report');
  const data = { ...again.command.data, workAccidentSuspected: true };
  const suspecting = claimWish(claimId, 'kelurahan-eko', { type: 'ReportDeath', data });
  await must(send({ ...suspecting, commandId: again.commandId }));
  expect(await engine.activities.hydrateClaim(claimId)).toMatchObject({
    ...{ stage: 'APPROVED', follows: ['CREATE_PAYABLES'], ended: false },
  });
  await engine.activities.createPayables(claimId);
  expect(lastOf(await stream(second), 'PayableHeld')?.data).toMatchObject({
    reason: 'SUSPECTED_FROM_WORK',
  });
  expect(await engine.activities.hydrateClaim(claimId)).toMatchObject({ follows: [] });
});

test('a decision by JKM falls with its payable when the death is concluded to come from work', async () => {
  const payableId = await owedTo({ engine, send, office }, workers[3] ?? '');
  const claimId = claimOf(3);
  const { sha256 } = await engine.ports.documents.put(new TextEncoder().encode('saksi'));
  const command = {
    type: 'ConcludeDeath' as const,
    data: {
      ...{ conclusion: 'AT_WORK' as const, accidentDate: '2026-09-08' as LocalDate },
      ...{ evidenceSha256: sha256, reason: 'dua saksi', traffic: false },
      ...{ accidentClaimId: null, cover: null },
    },
  };
  const concluded = engine.activities.concludeDeath(claimWish(claimId, 'verifikator-ani', command));
  expect(await must(concluded)).toMatchObject({ stage: 'PAPERS_INCOMPLETE' });
  expect(lastOf(await stream(payableId), 'PayableCancelled')?.data).toMatchObject({
    reason: 'DEATH_CONCLUDED',
  });
  expect(lastOf(await stream(claimId), 'BenefitsDetermined')?.data).toMatchObject({
    ...{ benefit: 'JKK', totalIdr: '70000000' },
  });
  // No payable of the fallen decision is made again.
  await engine.activities.createPayables(claimId);
  expect(allOf(await stream(payableId), 'PayableCreated')).toHaveLength(1);
});

test('once a payment of it is under way the day stands until the money is back', async () => {
  const payableId = await owedTo({ engine, send, office }, workers[1] ?? '');
  const runId = engine.ports.ids.random();
  const step = { category: 'payable', streamId: payableId, commandId: runId } as const;
  const created = lastOf(await stream(payableId), 'PayableCreated');
  if (created === null) throw new Error('no payable');
  const select = { type: 'SelectPayable', data: { runId } } as const;
  await must(followUp(engine.ports, { ...step, command: select }, { cause: created.stored }));
  expect(await correct(claimOf(1), '2026-09-09')).toMatchObject({
    ...{ code: 'PayableInRun', facts: { payable: payableId } },
  });
  expect(lastOf(await stream(claimOf(1)), 'DeathDateCorrected')).toBeNull();
});

test('a person who lives is a member as before, and a later report opens the case again', async () => {
  const [, , workerId = ''] = workers;
  const claimId = claimOf(2);
  await must(send(await reportDeath(engine.ports, workerId)));
  await engine.activities.noteDeath(claimId);
  expect(await engine.activities.hydrateWorker(workerId)).toMatchObject({ stage: 'REPORTED_DEAD' });
  const alive = { reason: 'orangnya datang sendiri', ground: 'PERSON_ALIVE' } as const;
  await must(send(claimWish(claimId, 'kelurahan-eko', { type: 'WithdrawClaim', data: alive })));
  const facts = await engine.activities.hydrateClaim(claimId);
  expect(facts).toMatchObject({ stage: 'WITHDRAWN', follows: ['NOTE_NO_DEATH'], ended: false });
  await engine.activities.noteNoDeath(claimId);
  expect(await engine.activities.hydrateClaim(claimId)).toMatchObject({ follows: [], ended: true });
  expect(await engine.activities.hydrateWorker(workerId)).toMatchObject({
    ...{ stage: 'ENROLLED', claimId: null, ended: false },
  });
  await must(send(await reportDeath(engine.ports, workerId)));
  expect(await engine.activities.hydrateClaim(claimId)).toMatchObject({
    ...{ ended: false, follows: ['NOTE_DEATH'] },
  });
  await engine.activities.noteDeath(claimId);
  expect(await engine.activities.hydrateWorker(workerId)).toMatchObject({ stage: 'REPORTED_DEAD' });
});

test('an accident and the death it ends in find each other, and no report makes a second claim', async () => {
  const workerId = workers[4] ?? '';
  const { ports, activities } = engine;
  const eventDate = '2026-09-08' as LocalDate;
  const hurt = ports.ids.incidentClaim(workerId, eventDate, 1);
  const tell = async (claimId: string, day: LocalDate, change: object = {}): Promise<Answer> => {
    const commandId = ports.ids.random();
    const seal = (field: string) =>
      ports.keys.seal({ subject: claimId, field, value: 'Eko', commandId });
    return send({
      ...claimWish(claimId, 'kelurahan-eko', {
        type: 'ReportIncident',
        data: {
          ...{ claimId, workerId, reportId: commandId, kind: 'ACCIDENT', eventDate: day },
          ...{ ordinal: 1, channel: 'KELURAHAN', relation: 'OFFICER' },
          reporterName: await seal('report.name'),
          reporterContact: await seal('report.contact'),
          circumstances: await seal('report.circumstances'),
          ...change,
        },
      }),
      commandId,
    });
  };
  await must(tell(hurt, eventDate));
  expect(await activities.hydrateClaim(hurt)).toMatchObject({ follows: ['LINK_CASES'] });
  await activities.linkCases(hurt);
  expect(await activities.hydrateClaim(hurt)).toMatchObject({ stage: 'SUSPECTED', follows: [] });
  // Told again days later with another day: refused with the claim it may be of, then linked to it.
  const otherDay = '2026-09-09' as LocalDate;
  const second = ports.ids.incidentClaim(workerId, otherDay, 1);
  expect(await tell(second, otherDay)).toMatchObject({
    ...{ code: 'IncidentMayBeKnown', facts: { claim: hurt, eventDate } },
  });
  expect(await stream(second)).toEqual([]);
  expect(await tell(hurt, otherDay)).toMatchObject({ code: 'StreamMismatch' });
  await must(tell(hurt, otherDay, { sameAs: hurt }));
  expect(await tell(second, otherDay, { sameAs: second })).toMatchObject({ code: 'ClaimUnknown' });
  await must(send(await reportDeath(ports, workerId)));
  const died = claimOf(4);
  await activities.noteDeath(died);
  expect(await activities.hydrateClaim(died)).toMatchObject({ follows: ['LINK_CASES'] });
  await activities.linkCases(died);
  expect(lastOf(await stream(hurt), 'CasesLinked')?.data.cases).toMatchObject([
    { claimId: died, kind: 'DEATH', day: '2026-09-10' },
  ]);
  expect(lastOf(await stream(died), 'CasesLinked')?.data.cases).toMatchObject([
    { claimId: hurt, kind: 'INCIDENT', day: eventDate },
  ]);
  // Still in treatment: whether it ended in this death is concluded within the thirty days.
  expect(await activities.hydrateClaim(died)).toMatchObject({ stage: 'SUSPECTED', follows: [] });
  expect(
    await tell(ports.ids.incidentClaim(workerId, '2026-09-12', 1), '2026-09-12' as LocalDate),
  ).toMatchObject({ code: 'EventAfterDeath' });
  await must(correct(died, '2026-09-09'));
  await activities.noteDeath(died);
  await activities.linkCases(died);
  expect(lastOf(await stream(hurt), 'CasesLinked')?.data.cases).toMatchObject([
    { day: '2026-09-09' },
  ]);
  // Written once: asked again, nothing more is said.
  const version = (await stream(hurt)).length;
  await activities.linkCases(hurt);
  expect(await stream(hurt)).toHaveLength(version);
  // Nobody named the accident's claim: the linked one of that day is found (K-34).
  const { sha256 } = await ports.documents.put(new TextEncoder().encode('saksi'));
  const command = {
    type: 'ConcludeDeath' as const,
    data: {
      ...{ conclusion: 'AT_WORK' as const, accidentDate: eventDate, reason: 'dua saksi' },
      ...{ evidenceSha256: sha256, traffic: false, accidentClaimId: null, cover: null },
    },
  };
  await must(activities.concludeDeath(claimWish(died, 'verifikator-ani', command)));
  expect(lastOf(await stream(died), 'DeathConcluded')?.data).toMatchObject({
    accident: { claimId: hurt, eventDate, disabilityIdr: '0' },
  });
});
