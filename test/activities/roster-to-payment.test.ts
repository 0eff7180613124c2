// The steps of lists, claims and runs on a real PostgreSQL, one after the other as workflows take them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestBankAnswers } from '../../activities/bank-answers.ts';
import { coverFacts } from '../../activities/cover-facts.ts';
import { createActivities } from '../../activities/create-activities.ts';
import { createRecordDecision } from '../../activities/record-decision.ts';
import { countAnswers, registrationLines } from '../../activities/registration-file.ts';
import { allOf, lastOf } from '../../activities/stored-events.ts';
import { answerRegistration } from '../../apps/demo/registration-office.ts';
import type { CommandEnvelope } from '../../domain/command.ts';
import type { RupiahText } from '../../domain/money.ts';
import { registrationCsv } from '../../infra/rosters/registration-csv.ts';
import { type EngineFixture, openEngineFixture, uuid } from './engine-fixture.ts';
import {
  approval,
  COVER_FROM,
  DEATH_DATE,
  envelope,
  foundOffice,
  KELURAHAN,
  must,
  type Office,
  payContributions,
  receiveRoster,
  reportDeath,
  rosterCsv,
  type Send,
  verifyClaim,
} from './office-story.ts';

const WORKERS = 12;

let engine: EngineFixture;
let office: Office;
let send: Send;
let rosterId: string;
let twinId: string;
let workers: readonly string[];

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What the roster's workflow does until it must wait for somebody. */
const runRoster = async (id: string): Promise<void> => {
  for (;;) {
    const facts = await engine.activities.hydrateRoster(id);
    const { next: step, total } = facts;
    if (step === null) return;
    const counts = { done: 0, skipped: 0 };
    for (let from = 0; from < total; from += 5) {
      const count = Math.min(5, total - from);
      const chunk = await engine.activities.runRosterChunk({ batchId: id, step, from, count });
      counts.done += chunk.done;
      counts.skipped += chunk.skipped;
    }
    await engine.activities.completeStep({ rosterId: id, step, ...counts });
    const after = await engine.activities.hydrateRoster(id);
    if (after.version === facts.version) return;
  }
};

const steps = async (id: string) =>
  allOf(await engine.ports.store.loadStream(id), 'RosterStepCompleted').map(
    ({ step, done, skipped }) => `${step} ${done} ${skipped}`,
  );

const roster = (
  as: string,
  command: Parameters<typeof envelope<'roster'>>[2]['command'],
  id = rosterId,
) => must(send(envelope('roster', id, { command, as })));

/** The same people in other bytes. */
const otherFile = (tail: string): Uint8Array =>
  new Uint8Array([...rosterCsv(WORKERS), ...utf8(tail)]);

beforeAll(async () => {
  engine = await openEngineFixture();
  send = createRecordDecision(engine.ports);
  office = await foundOffice(send, engine.ports);
  const received = await receiveRoster(engine.ports, office, rosterCsv(WORKERS));
  rosterId = received.streamId;
  await must(send(received));
  // Another file of the same people: it came before the first one had nominated anybody.
  const twin = await receiveRoster(engine.ports, office, otherFile('\n'));
  twinId = twin.streamId;
  await must(send(twin));
  await runRoster(rosterId);
});
afterAll(() => engine?.close());

test('a list nominates every person once, in sealed fields, and a chunk run twice changes nothing', async () => {
  expect(await steps(rosterId)).toEqual([`NOMINATION ${WORKERS} 0`]);
  const events = await engine.ports.store.readAfter('0' as never, 1_000);
  const nominated = allOf(events, 'WorkerNominated');
  expect(nominated).toHaveLength(WORKERS);
  workers = nominated.map(({ workerId }) => workerId);
  const csv = new TextDecoder().decode(rosterCsv(WORKERS));
  const nik = /\d{16}/.exec(csv)?.[0] ?? 'no NIK';
  expect(JSON.stringify(events)).not.toContain(nik);
  const chunk = { batchId: rosterId, step: 'NOMINATION', from: 0, count: WORKERS } as const;
  expect(await engine.activities.runRosterChunk(chunk)).toEqual({ done: WORKERS, skipped: 0 });
  const after = await engine.ports.store.readAfter('0' as never, 1_000);
  expect(after).toHaveLength(events.length);
});

test('the verdicts of a list are read from its stored bytes, whatever the caller believes', async () => {
  const csv = `${new TextDecoder().decode(rosterCsv(3, 'faulty'))}`.replace(/\d{16}/, '123');
  const wish = await receiveRoster(engine.ports, office, utf8(csv));
  if (wish.command.type !== 'ReceiveRoster') throw new Error('no list');
  const { data } = wish.command;
  expect(data.verdicts.length).toBeGreaterThan(0);
  const bare = (changed: Partial<typeof data>): CommandEnvelope => ({
    ...{ ...wish, commandId: uuid() },
    command: { type: 'ReceiveRoster', data: { ...data, verdicts: [], ...changed } },
  });
  const counts = { rows: 4, accepted: data.accepted + 1 };
  expect(await send(bare(counts))).toMatchObject({ code: 'RosterCountsDiffer' });
  const lost = 'f'.repeat(64);
  const away = bare({ fileSha256: lost });
  expect(await send(away)).toMatchObject({ code: 'RosterUnreadable' });
  await must(send(bare({})));
  const history = await engine.ports.store.loadStream(wish.streamId);
  expect(allOf(history, 'RosterRowsRefused').flatMap(({ verdicts }) => verdicts)).toEqual(
    data.verdicts,
  );
});

test('two lists received at once that name the same people make one worker of each', async () => {
  expect(twinId).not.toBe(rosterId);
  await runRoster(twinId);
  expect(await steps(twinId)).toEqual([`NOMINATION 0 ${WORKERS}`]);
  const events = await engine.ports.store.readAfter('0' as never, 1_000);
  expect(allOf(events, 'WorkerNominated')).toHaveLength(WORKERS);
});

test('a list received later refuses the rows of members, whatever counts the caller believes', async () => {
  const late = await receiveRoster(engine.ports, office, otherFile('\n\n'));
  expect(await send(late)).toMatchObject({ code: 'RosterCountsDiffer' });
  if (late.command.type !== 'ReceiveRoster') throw new Error('no list');
  const data = { ...late.command.data, accepted: 0, refused: WORKERS, verdicts: [] };
  const right: CommandEnvelope = { ...late, command: { type: 'ReceiveRoster', data } };
  await must(send({ ...right, commandId: uuid() }));
  const history = await engine.ports.store.loadStream(late.streamId);
  const verdicts = allOf(history, 'RosterRowsRefused').flatMap((event) => event.verdicts);
  expect(verdicts.map(({ problem }) => problem)).toEqual(
    Array.from({ length: WORKERS }, () => 'ALREADY_MEMBER'),
  );
  // Received again it is the same list, with the same answer.
  expect(await send({ ...right, commandId: uuid() })).toMatchObject({ position: '0' });
});

test('the seats of a list that nominated nobody are free again, and the quota refuses too large a list', async () => {
  const seats = allOf(await engine.ports.store.loadStream(office.trancheId), 'SeatsReserved');
  expect(seats.at(-1)).toMatchObject({ workers: 0 });
  const large = await receiveRoster(engine.ports, office, rosterCsv(495, 'large'));
  expect(await send(large)).toMatchObject({ status: 'refused', code: 'QuotaExhausted' });
  expect(await engine.ports.store.loadStream(large.streamId)).toEqual([]);
});

test('the decree names them, the branch answers, and cards follow for the accepted', async () => {
  await roster('kadis-yusuf', {
    type: 'ApproveRoster',
    data: { decreeNumber: 'SK 1', decreeDate: '2026-02-20' as never },
  });
  await runRoster(rosterId);
  const lines = await registrationLines(engine.ports, rosterId);
  expect(lines.map(({ reference }) => reference).sort()).toEqual([...workers].sort());
  const file = utf8([...registrationCsv(lines)].join(''));
  const { sha256 } = await engine.ports.documents.put(file);
  await roster('cabang-gita', {
    type: 'SubmitRoster',
    data: { workers: lines.length, fileSha256: sha256 },
  });
  const answer = utf8(answerRegistration(file, { coverStart: COVER_FROM }));
  const { sha256: answerSha256 } = await engine.ports.documents.put(answer);
  const counts = await countAnswers(engine.ports, answerSha256);
  if ('status' in counts) throw new Error(counts.code);
  await roster('cabang-gita', {
    type: 'AnswerRegistration',
    data: { fileSha256: answerSha256, ...counts },
  });
  await runRoster(rosterId);
  expect((await steps(rosterId)).slice(1)).toEqual([
    `DECREE ${WORKERS} 0`,
    `REGISTRATION ${WORKERS} 0`,
    `CARDS ${WORKERS} 0`,
  ]);
  expect(await engine.activities.hydrateRoster(rosterId)).toMatchObject({ ended: true });
});

test('a second answer of refusals only still brings the list to its end', async () => {
  const received = await receiveRoster(engine.ports, office, rosterCsv(3, 'two answers'));
  const id = received.streamId;
  await must(send(received));
  await runRoster(id);
  const sk = { decreeNumber: 'SK 2', decreeDate: '2026-02-20' as never };
  await roster('kadis-yusuf', { type: 'ApproveRoster', data: sk }, id);
  await runRoster(id);
  const lines = await registrationLines(engine.ports, id);
  const file = utf8([...registrationCsv(lines)].join(''));
  const submitted = await engine.ports.documents.put(file);
  const data = { workers: lines.length, fileSha256: submitted.sha256 };
  await roster('cabang-gita', { type: 'SubmitRoster', data }, id);
  const [head = '', first = '', ...others] = answerRegistration(file, {
    coverStart: COVER_FROM,
  }).split(/(?<=\n)/);
  const refusals = others.map((line) => line.replace(/,.*/, ',,,Sudah peserta'));
  for (const answer of [head + first, head + refusals.join('')]) {
    const { sha256: fileSha256 } = await engine.ports.documents.put(utf8(answer));
    const counts = await countAnswers(engine.ports, fileSha256);
    if ('status' in counts) throw new Error(counts.code);
    const type = 'AnswerRegistration';
    await roster('cabang-gita', { type, data: { fileSha256, ...counts } }, id);
    await runRoster(id);
  }
  expect((await steps(id)).slice(2)).toEqual([
    ...['REGISTRATION 1 0', 'CARDS 1 0', 'REGISTRATION 3 0', 'CARDS 1 0'],
  ]);
  expect(await engine.activities.hydrateRoster(id)).toMatchObject({ next: null, ended: true });
});

test('of two files that speak of one person, what the branch said first is recorded', async () => {
  const received = await receiveRoster(engine.ports, office, rosterCsv(2, 'contradicted'));
  const id = received.streamId;
  await must(send(received));
  await runRoster(id);
  const sk = { decreeNumber: 'SK 3', decreeDate: '2026-02-20' as never };
  await roster('kadis-yusuf', { type: 'ApproveRoster', data: sk }, id);
  await runRoster(id);
  const lines = await registrationLines(engine.ports, id);
  const file = utf8([...registrationCsv(lines)].join(''));
  const submitted = await engine.ports.documents.put(file);
  const data = { workers: lines.length, fileSha256: submitted.sha256 };
  await roster('cabang-gita', { type: 'SubmitRoster', data }, id);
  const answer = answerRegistration(file, { coverStart: COVER_FROM });
  const [head = '', first = ''] = answer.split(/(?<=\n)/);
  const refusal = first.replace(/,.*/, ',,,Sudah peserta');
  for (const said of [head + first, head + refusal]) {
    const { sha256: fileSha256 } = await engine.ports.documents.put(utf8(said));
    const counts = await countAnswers(engine.ports, fileSha256);
    if ('status' in counts) throw new Error(counts.code);
    await roster(
      'cabang-gita',
      { type: 'AnswerRegistration', data: { fileSha256, ...counts } },
      id,
    );
  }
  const chunk = { batchId: id, step: 'REGISTRATION', from: 0, count: 2 } as const;
  expect(await engine.activities.runRosterChunk(chunk)).toEqual({ done: 1, skipped: 1 });
  const person = await engine.ports.store.loadStream(lines[0]?.reference ?? '');
  expect(person.at(-1)?.type).toBe('WorkerEnrolled');
});

test('a hand-over list tells exactly the workers that a lifecycle carries', async () => {
  const [carried] = workers;
  await engine.activities.hydrateWorker(carried ?? '');
  const cards = workers.map((workerId) => engine.ports.ids.card(workerId, 1));
  const list = utf8(`KARTU\n${cards.join('\n')}\n00000000-0000-5000-8000-000000000001\n`);
  const { sha256: fileSha256 } = await engine.ports.documents.put(list);
  const received = async (as: string, place: string): Promise<string> => {
    const handOverId = uuid();
    const data = { handOverId, fileSha256, place, cardIds: [], cardsSha256: '' };
    const command = { type: 'ReceiveHandOver' as const, data };
    await must(send(envelope('hand_over', handOverId, { as, command })));
    return handOverId;
  };
  const batch = await received('kelurahan-eko', KELURAHAN);
  const { total } = await engine.activities.hydrateHandOver(batch);
  expect(total).toBe(WORKERS + 1);
  engine.signalled.length = 0;
  const away = createActivities({
    ...engine.ports,
    signals: { workersChanged: () => Promise.reject(new Error('Temporal is away')) },
  });
  await expect(away.runHandOverChunk(batch, 0, total)).rejects.toThrow('Temporal is away');
  // Tried again nothing changes any more: the lifecycle hears of it all the same.
  expect(await engine.activities.runHandOverChunk(batch, 0, total)).toEqual({
    ...{ done: WORKERS, skipped: 1, notInArea: 0 },
  });
  expect(engine.signalled.map(({ streamId }) => streamId)).toEqual([carried]);
  engine.signalled.length = 0;
  const eager = createActivities({ ...engine.ports, lifecycleStart: 'at-enrolment' });
  await eager.runHandOverChunk(batch, 0, total);
  expect(engine.signalled.map(({ streamId }) => streamId).sort()).toEqual([...workers].sort());
  // The typed place proves nothing: these people live where this officer hands over no cards.
  const appointment = {
    ...{ actorId: 'auditor-fajar', act: 'hand-over-card' as const, area: '64.74.01', to: null },
    ...{ from: '2026-01-02' as never, letter: 'SK 17' },
  };
  const stream = engine.ports.ids.actor('auditor-fajar');
  const command = { type: 'AppointRole' as const, data: appointment };
  await must(send(envelope('actor', stream, { as: 'admin-nur', command })));
  const elsewhere = await received('auditor-fajar', '64.74.01');
  expect(await engine.activities.runHandOverChunk(elsewhere, 0, total)).toEqual({
    ...{ done: 0, skipped: WORKERS + 1, notInArea: WORKERS },
  });
  const end = {
    actorId: 'auditor-fajar',
    act: 'hand-over-card' as const,
    on: '2026-01-02' as never,
  };
  const ended = { type: 'EndRole' as const, data: { ...end, reason: 'pindah tugas' } };
  await must(send(envelope('actor', stream, { as: 'admin-nur', command: ended })));
  await expect(engine.activities.runHandOverChunk(elsewhere, 0, 1)).rejects.toMatchObject({
    type: 'ActNotHeld',
  });
});

test('cover rests on bills at one safe position and names its sources', async () => {
  const workerId = workers[0] ?? '';
  const before = await coverFacts(engine.ports, workerId, DEATH_DATE);
  expect(before).toMatchObject({ enrolled: true, paidThrough: null, state: 'NOT_STARTED' });
  await payContributions(send, engine.ports, { trancheId: office.trancheId, workers: WORKERS });
  const cover = await coverFacts(engine.ports, workerId, DEATH_DATE);
  expect(cover).toMatchObject({
    ...{ paidThrough: '2026-09', state: 'ACTIVE', contributionMonths: 7 },
    ...{ membershipStart: COVER_FROM, monthlyContributionIdr: '16800' },
  });
  expect(cover.sources).toHaveLength(9);
  expect(BigInt(cover.position)).toBeGreaterThan(BigInt(before.position));
});

/** What the claim's workflow does until nothing follows. */
const settleByFollowUps = async (claim: string): Promise<readonly string[]> => {
  const { noteDeath, noteNoDeath, linkCases, createPayables } = engine.activities;
  const { settleClaim, noteOutcome, hydrateClaim } = engine.activities;
  const step = {
    ...{
      NOTE_DEATH: noteDeath,
      NOTE_NO_DEATH: noteNoDeath,
      LINK_CASES: linkCases,
      CREATE_PAYABLES: createPayables,
    },
    ...{ SETTLE: settleClaim, NOTE_OUTCOME: noteOutcome },
  };
  const taken: string[] = [];
  for (;;) {
    const [next] = (await hydrateClaim(claim)).follows;
    if (next === undefined) return taken;
    taken.push(next);
    await step[next](claim);
    if (taken.length > 10) throw new Error(`no end: ${taken.join()}`);
  }
};

const approved = async (workerId: string): Promise<string> => {
  const report = await reportDeath(engine.ports, workerId);
  await must(send(report));
  await verifyClaim(send, engine.ports, report.streamId);
  expect(await send(approval(report.streamId, 'verifikator-ani'))).toMatchObject({
    code: 'RecommenderCannotApprove',
  });
  await must(send(approval(report.streamId)));
  return report.streamId;
};

const run = (
  runId: string,
  as: string,
  command: Parameters<typeof envelope<'payout_run'>>[2]['command'],
) => envelope('payout_run', runId, { command, as });

const assembly = (runId: string, payables: readonly string[]) =>
  run(runId, 'keuangan-citra', {
    type: 'AssembleRun',
    data: {
      ...{ runId, payerId: office.payerId, flow: 'BENEFIT', mode: 'DISBURSES', membersSha256: '' },
      members: payables.map((payableId) => ({
        ...{ payableId, claimId: '', amountIdr: '1' as RupiahText, mode: 'DISBURSES' },
        ...{ payerId: office.payerId, decidedBy: [] },
      })),
    },
  });

const outbox = () => join(engine.dataDir, 'bank', 'outbox');

let claimId: string;
let payableId: string;
let runId: string;
let endToEndId: string;

test('an approval owes one payable to one payee, due by T-07, whatever runs twice', async () => {
  claimId = await approved(workers[1] ?? '');
  expect(await settleByFollowUps(claimId)).toEqual(['NOTE_DEATH', 'CREATE_PAYABLES']);
  await engine.activities.createPayables(claimId);
  const events = await engine.ports.store.readAfter('0' as never, 5_000);
  const created = allOf(events, 'PayableCreated');
  expect(created).toHaveLength(1);
  expect(created[0]).toMatchObject({ claimId, amountIdr: '42000000', mode: 'DISBURSES' });
  payableId = created[0]?.payableId ?? '';
  expect((await engine.activities.hydrateClaim(claimId)).deadline).toMatchObject({
    code: 'PAY_WITHIN_3_WORKING_DAYS',
  });
});

test('a run freezes facts from the payables, not what its caller claims, and only once', async () => {
  runId = uuid();
  const wish = assembly(runId, [payableId]);
  const answer = await must(engine.activities.assembleRun(wish));
  expect(answer).toMatchObject({ stage: 'ASSEMBLED', repeated: false });
  expect(await engine.activities.assembleRun(wish)).toMatchObject({ repeated: true });
  const assembled = lastOf(await engine.ports.store.loadStream(runId), 'RunAssembled')?.data;
  expect(assembled).toMatchObject({ count: 1, sumIdr: '42000000' });
  const second = await engine.activities.assembleRun(assembly(uuid(), [payableId]));
  expect(second).toMatchObject({ status: 'refused', code: 'PayableInAnotherRun' });
});

test('a cancelled run lets its payables go, in the same transaction', async () => {
  const cancel = run(runId, 'keuangan-citra', { type: 'CancelRun', data: { reason: 'salah' } });
  await must(engine.activities.cancelRun(cancel));
  runId = uuid();
  await must(engine.activities.assembleRun(assembly(runId, [payableId])));
});

test('the file is rendered once and dropped once, however often the steps run', async () => {
  const sum = { type: 'ReleaseRun', data: { sumIdr: '42000000' as RupiahText } } as const;
  expect(await send(run(runId, 'penetap-budi', sum))).toMatchObject({ code: 'ActNotHeld' });
  await must(send(run(runId, 'kepala-dewi', sum)));
  for (let time = 0; time < 2; time += 1) {
    await engine.activities.intendPayments(runId);
    await engine.activities.prepareFile(runId);
    await engine.activities.dropFile(runId);
    await engine.activities.recordSent(runId);
  }
  const files = readdirSync(outbox());
  expect(files).toHaveLength(1);
  const xml = readFileSync(join(outbox(), files[0] ?? ''), 'utf8');
  endToEndId = /<EndToEndId>([^<]+)/.exec(xml)?.[1] ?? '';
  expect(xml).toContain('SITI AMINAH');
  const payable = await engine.ports.store.loadStream(payableId);
  expect(allOf(payable, 'PaymentIntended')).toMatchObject([{ endToEndId }]);
  expect(allOf(payable, 'PaymentSent')).toHaveLength(1);
  expect(await engine.activities.followRun(runId)).toMatchObject({ open: 1, overdue: false });
});

const statement = (amount: string): Uint8Array =>
  utf8(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr>
<MsgId>S1</MsgId><CreDtTm>2026-11-21T00:00:00Z</CreDtTm></GrpHdr><Stmt><Id>1</Id>
<Acct><Id><Othr><Id>1240018000777</Id></Othr></Id></Acct><Ntry><Amt Ccy="IDR">${amount}</Amt>
<CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt>
<NtryDtls><TxDtls><Refs><AcctSvcrRef>REF1</AcctSvcrRef><EndToEndId>${endToEndId}</EndToEndId></Refs>
<Amt Ccy="IDR">${amount}</Amt></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`);

const ingest = (bytes: Uint8Array, actorId = 'keuangan-citra') =>
  ingestBankAnswers(engine.ports, { actorId, correlationId: uuid(), bytes });

test('a statement settles the payment once; who may not read it is refused', async () => {
  expect(await ingest(statement('42000000.00'), 'penetap-budi')).toMatchObject({
    ...{ status: 'refused', code: 'ActNotHeld' },
  });
  const taken = { lines: 1, problems: [], again: false };
  const heard = [{ runId: expect.any(String), kind: 'settled', amountIdr: '42000000' }];
  expect(await ingest(statement('42000000.00'))).toEqual({ ...taken, heard });
  expect(await ingest(statement('42000000.00'))).toEqual({ ...taken, heard });
  const payable = await engine.ports.store.loadStream(payableId);
  expect(allOf(payable, 'PaymentSettled')).toHaveLength(1);
  expect(await engine.activities.followRun(runId)).toMatchObject({ open: 0 });
});

test('the run is reconciled and the claim settled: one membership has its outcome', async () => {
  await engine.activities.reconcileRun(runId);
  await engine.activities.reconcileRun(runId);
  const history = await engine.ports.store.loadStream(runId);
  expect(allOf(history, 'RunReconciled')).toMatchObject([{ settled: 1, settledIdr: '42000000' }]);
  expect(await engine.activities.hydrateRun(runId)).toMatchObject({ ended: true });
  expect(await settleByFollowUps(claimId)).toEqual(['SETTLE', 'NOTE_OUTCOME']);
  expect(await engine.activities.hydrateClaim(claimId)).toMatchObject({
    ...{ stage: 'SETTLED', ended: true, deadline: null },
  });
  expect(await engine.activities.hydrateWorker(workers[1] ?? '')).toMatchObject({ ended: true });
});

test('one rupiah too many opens an exception instead of a settlement', async () => {
  const otherClaim = await approved(workers[2] ?? '');
  await settleByFollowUps(otherClaim);
  const owed = engine.ports.ids.payable(otherClaim, 1, 'istri');
  const otherRun = uuid();
  await must(engine.activities.assembleRun(assembly(otherRun, [owed])));
  const sum = { type: 'ReleaseRun', data: { sumIdr: '42000000' as RupiahText } } as const;
  await must(send(run(otherRun, 'kepala-dewi', sum)));
  await engine.activities.intendPayments(otherRun);
  await engine.activities.prepareFile(otherRun);
  await engine.activities.dropFile(otherRun);
  endToEndId = engine.ports.ids.endToEnd(owed, 1);
  // The bank was faster than our own note of the sending: the file must be read again later.
  expect(await ingest(statement('42000001.00'))).toMatchObject({ again: true });
  await engine.activities.recordSent(otherRun);
  expect(await ingest(statement('42000001.00'))).toMatchObject({
    ...{ problems: [{ code: 'Disputed', endToEndId }], again: false },
  });
  const payable = await engine.ports.store.loadStream(owed);
  expect(lastOf(payable, 'PaymentDisputed')?.data).toMatchObject({ amountIdr: '42000001' });
  expect(lastOf(payable, 'PaymentSettled')).toBeNull();
});

test('a due day that ran out is entered once, and not a day before', async () => {
  const lateClaim = await approved(workers[3] ?? '');
  await engine.activities.passDeadline(lateClaim);
  expect(lastOf(await engine.ports.store.loadStream(lateClaim), 'DeadlinePassed')).toBeNull();
  engine.setClock(new Date(Date.now() + 10 * 86_400_000).toISOString());
  try {
    await engine.activities.passDeadline(lateClaim);
    await engine.activities.passDeadline(lateClaim);
  } finally {
    engine.setClock(undefined);
  }
  const history = await engine.ports.store.loadStream(lateClaim);
  expect(allOf(history, 'DeadlinePassed')).toMatchObject([{ ruleId: 'T-07' }]);
  expect((await engine.activities.hydrateClaim(lateClaim)).deadline).toBeNull();
});
