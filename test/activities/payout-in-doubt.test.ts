// Money in doubt on a real PostgreSQL and a real folder: what must not go out twice, and the way out.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestBankAnswers } from '../../activities/bank-answers.ts';
import { decideAid } from '../../activities/local-aid.ts';
import { createRecordDecision } from '../../activities/record-decision.ts';
import { followLine } from '../../activities/statement-line.ts';
import { allOf, lastOf } from '../../activities/stored-events.ts';
import { administrator } from '../../apps/demo/cast.ts';
import type { Act } from '../../domain/actor.ts';
import { addDays, localDate, officeDay } from '../../domain/calendar.ts';
import type { Answer, CommandEnvelope, CommandsByCategory } from '../../domain/command.ts';
import type { RupiahText } from '../../domain/money.ts';
import type { Position } from '../../infra/event-store/event-store.ts';
import { enrol, owedTo } from './approved-claims.ts';
import { booking, rejection } from './bank-papers.ts';
import { type EngineFixture, openEngineFixture, uuid } from './engine-fixture.ts';
import { envelope, foundOffice, must, type Office, type Send } from './office-story.ts';

const THIS_YEAR = Number(officeDay(new Date().toISOString()).slice(0, 4));
const AMOUNT = '42000000' as RupiahText;

let engine: EngineFixture;
let office: Office;
let send: Send;
let workers: readonly string[];

const stream = (id: string) => engine.ports.store.loadStream(id);
const folder = (name: string) => readdirSync(join(engine.dataDir, 'bank', name));
const owed = (index: number) => owedTo({ engine, send, office }, workers[index] ?? '');
const idOf = (payableId: string, attempt = 1) => engine.ports.ids.endToEnd(payableId, attempt);

const payableWish = (payableId: string, as: string, command: CommandsByCategory['payable']) =>
  send(envelope('payable', payableId, { command, as }));

const runWish = (runId: string, as: string, command: CommandsByCategory['payout_run']) =>
  envelope('payout_run', runId, { command, as });

const assembly = (runId: string, payables: readonly string[]) =>
  runWish(runId, 'keuangan-citra', {
    type: 'AssembleRun',
    data: {
      ...{ runId, payerId: office.payerId, flow: 'BENEFIT', mode: 'DISBURSES', membersSha256: '' },
      members: payables.map((payableId) => ({
        ...{ payableId, claimId: '', amountIdr: '1' as RupiahText, mode: 'DISBURSES' as const },
        ...{ payerId: office.payerId, decidedBy: [] },
      })),
    },
  });

const assembled = async (...payables: string[]): Promise<string> => {
  const runId = uuid();
  await must(engine.activities.assembleRun(assembly(runId, payables)));
  return runId;
};

const release = (runId: string, members = 1) =>
  send(
    runWish(runId, 'kepala-dewi', {
      type: 'ReleaseRun',
      data: { sumIdr: String(42_000_000 * members) as RupiahText },
    }),
  );

const cancel = (runId: string) =>
  engine.activities.cancelRun(
    runWish(runId, 'keuangan-citra', { type: 'CancelRun', data: { reason: 'ada sengketa' } }),
  );

const sendOut = async (runId: string): Promise<void> => {
  await engine.activities.intendPayments(runId);
  await engine.activities.prepareFile(runId);
  await engine.activities.dropFile(runId);
  await engine.activities.recordSent(runId);
};

const bankSays = (bytes: Uint8Array) =>
  ingestBankAnswers(engine.ports, { actorId: 'keuangan-citra', correlationId: uuid(), bytes });

const appoint = async (actorId: string, act: Act = 'hold-payment'): Promise<void> => {
  const appointment = {
    ...{ actorId, act, area: '64.74', letter: 'SK 9' },
    ...{ from: '2026-01-02' as never, to: null },
  };
  const command = { type: 'AppointRole' as const, data: appointment };
  const target = engine.ports.ids.actor(actorId);
  await must(send(envelope('actor', target, { command, as: administrator.id })));
};

const letGo = (payableId: string) =>
  payableWish(payableId, 'dinas-rahma', {
    type: 'ReleasePayable',
    data: { reason: 'rekening sudah benar' },
  });

const resolve = (payableId: string, as: string, endToEndId: string | null) =>
  payableWish(payableId, as, {
    type: 'ResolvePayment',
    data: { outcome: endToEndId === null ? 'NOT_PAID' : 'PAID', endToEndId, reason: 'surat bank' },
  });

/** Sent once and rejected, then let go again by a person. */
const rejectedOnce = async (index: number): Promise<string> => {
  const payableId = await owed(index);
  await must(release(await firstRun(payableId)));
  await sendOut(runOf.get(payableId) ?? '');
  await bankSays(rejection(idOf(payableId)));
  await must(letGo(payableId));
  return payableId;
};

const runOf = new Map<string, string>();
const firstRun = async (payableId: string): Promise<string> => {
  const runId = await assembled(payableId);
  runOf.set(payableId, runId);
  return runId;
};

beforeAll(async () => {
  engine = await openEngineFixture();
  send = createRecordDecision(engine.ports);
  office = await foundOffice(send, engine.ports);
  workers = await enrol({ engine, send, office }, 17);
  for (const actorId of ['dinas-rahma', 'keuangan-citra']) await appoint(actorId);
});
afterAll(() => engine?.close());

test('what the bank sent back rests until a person lets it go again', async () => {
  const payableId = await owed(0);
  await must(release(await firstRun(payableId)));
  await sendOut(runOf.get(payableId) ?? '');
  await bankSays(rejection(idOf(payableId)));
  const again = assembly(uuid(), [payableId]);
  expect(await engine.activities.assembleRun(again)).toMatchObject({
    ...{ code: 'PayableNotDue', facts: { stage: 'RETURNED' } },
  });
  await must(letGo(payableId));
  await assembled(payableId);
});

test('a dispute between intent and hand-over keeps the file in the house, and has a way out', async () => {
  const payableId = await rejectedOnce(1);
  const runId = await assembled(payableId);
  await must(release(runId));
  await engine.activities.intendPayments(runId);
  await engine.activities.prepareFile(runId);
  const before = folder('outbox');
  expect(await bankSays(booking(idOf(payableId)))).toMatchObject({
    problems: [{ code: 'Disputed' }],
  });
  await expect(engine.activities.dropFile(runId)).rejects.toMatchObject({
    ...{ type: 'Payout.MemberDisputed', nonRetryable: true },
  });
  expect(folder('outbox')).toEqual(before);

  const paid = idOf(payableId);
  expect(await resolve(payableId, 'dinas-rahma', paid)).toMatchObject({ code: 'PayableInRun' });
  await must(cancel(runId));
  for (const step of [engine.activities.dropFile, engine.activities.recordSent]) await step(runId);
  expect(await engine.activities.followRun(runId)).toMatchObject({ open: 0, overdue: false });
  expect(await engine.activities.hydrateRun(runId)).toMatchObject({ ended: true });
  expect(lastOf(await stream(payableId), 'PaymentVoided')?.data).toMatchObject({ runId });

  expect(await resolve(payableId, 'keuangan-citra', paid)).toMatchObject({
    code: 'PartyCannotResolve',
  });
  expect(await must(resolve(payableId, 'dinas-rahma', paid))).toMatchObject({ stage: 'SETTLED' });
  expect(folder('outbox')).toEqual(before);
  const claimId = lastOf(await stream(payableId), 'PayableCreated')?.data.claimId ?? '';
  await engine.activities.settleClaim(claimId);
  expect(lastOf(await stream(claimId), 'ClaimSettled')?.data).toMatchObject({ paidIdr: AMOUNT });
});

test('a member that became disputed stops the release, and frees the others by a cancellation', async () => {
  const [bad, good] = [await rejectedOnce(2), await owed(3)];
  const runId = await assembled(bad, good);
  await bankSays(booking(idOf(bad)));
  expect(await release(runId, 2)).toMatchObject({
    ...{ code: 'MemberNotSelected', facts: { members: 1, payable: bad } },
  });
  await must(cancel(runId));
  await must(release(await assembled(good)));
});

test('a released run is cancelled until its file is handed over, and not after', async () => {
  const payableId = await owed(4);
  const first = await assembled(payableId);
  await must(release(first));
  await engine.activities.intendPayments(first);
  await must(cancel(first));
  await engine.activities.intendPayments(first);
  expect(allOf(await stream(payableId), 'PaymentIntended')).toHaveLength(1);
  const second = await assembled(payableId);
  await must(release(second));
  await sendOut(second);
  expect(lastOf(await stream(payableId), 'PaymentSent')?.data.endToEndId).toBe(idOf(payableId, 2));
  expect(await cancel(second)).toMatchObject({ code: 'FileAlreadyDropped' });
});

test('a file that left before we could note it is neither cancelled nor sent again', async () => {
  const payableId = await owed(5);
  const runId = await assembled(payableId);
  await must(release(runId));
  await engine.activities.intendPayments(runId);
  await engine.activities.prepareFile(runId);
  const file = lastOf(await stream(runId), 'PaymentFilePrepared')?.data;
  if (file === undefined) throw new Error('no file');
  const bytes = await engine.ports.documents.get(file.sha256);
  const sums = { count: 1, sumIdr: 42_000_000n };
  // As if the worker had died between the hand-over and its note, and the bank had been fast.
  await engine.ports.bank.drop({ ...file, ...sums, bytes: bytes as Uint8Array }, [idOf(payableId)]);
  rmSync(join(engine.dataDir, 'bank', 'outbox', file.name));
  expect(await cancel(runId)).toMatchObject({ code: 'FileAlreadyDropped' });
  await engine.activities.dropFile(runId);
  await engine.activities.recordSent(runId);
  expect(folder('outbox')).not.toContain(file.name);
  expect(lastOf(await stream(runId), 'PaymentFileDropped')).not.toBeNull();
});

test('the file leaves the folder with the reconciliation, and its name stays known', async () => {
  const payableId = await owed(6);
  const runId = await assembled(payableId);
  await must(release(runId));
  await sendOut(runId);
  const name = lastOf(await stream(runId), 'PaymentFilePrepared')?.data.name ?? '';
  expect(folder('outbox')).toContain(name);
  await bankSays(booking(idOf(payableId)));
  await engine.activities.reconcileRun(runId);
  expect(folder('outbox')).not.toContain(name);
  expect(folder('sent')).toContain(name);
});

test('what the bank booked for a payment that a restore forgot waits until it is intended again', async () => {
  const payableId = await owed(9);
  const booked = booking(idOf(payableId));
  const early = await bankSays(booked);
  expect(early).toMatchObject({ again: true, problems: [{ code: 'UnknownPayment' }] });

  const runId = await assembled(payableId);
  await must(release(runId));
  await sendOut(runId);
  expect(await bankSays(booked)).toMatchObject({ lines: 1, problems: [], again: false });
  await engine.activities.reconcileRun(runId);
  expect(lastOf(await stream(payableId), 'PaymentSettled')).not.toBeNull();
  expect(lastOf(await stream(runId), 'RunReconciled')?.data).toMatchObject({ settled: 1 });
});

test('what left in a file that a restore forgot never leaves in a second one', async () => {
  const [paid, other] = [await owed(15), await owed(16)];
  // The note of the lost future: another file, with the same id of the payment in it.
  const note = join(engine.dataDir, 'bank', 'sent', 'LRLOST.xml');
  writeFileSync(note, ['0'.repeat(64), idOf(paid)].join('\n'));
  const runId = await assembled(paid, other);
  await must(release(runId, 2));
  await expect(sendOut(runId)).rejects.toMatchObject({ type: 'Payout.SentBefore' });
  const name = lastOf(await stream(runId), 'PaymentFilePrepared')?.data.name ?? '';
  expect(folder('outbox')).not.toContain(name);
  expect(lastOf(await stream(paid), 'PaymentUnknown')?.data).toMatchObject({
    reason: 'SENT_BEFORE_RESTORE',
  });

  // The others are free with the cancellation; what is unknown waits for the bank alone.
  await must(cancel(runId));
  expect(lastOf(await stream(paid), 'PaymentVoided')).toBeNull();
  await must(release(await assembled(other)));
  expect(await bankSays(booking(idOf(paid)))).toMatchObject({ lines: 1, again: false });
  expect(lastOf(await stream(paid), 'PaymentSettled')).not.toBeNull();
});

test('off by a rupiah, unknown and missing lines each open one exception with its owner', async () => {
  const [other, silent] = [await owed(11), await owed(12)];
  const runId = await assembled(other, silent);
  await must(release(runId, 2));
  await sendOut(runId);
  const exceptions = async () => {
    const events = await engine.ports.store.readAfter('0' as Position, 100_000);
    return events.filter(({ type }) => type === 'BankExceptionOpened').map(({ data }) => data);
  };
  const before = (await exceptions()).length;
  const wrong = new TextDecoder().decode(booking(idOf(other))).replaceAll('42000000', '41999999');
  const stranger = wrong.replaceAll(idOf(other), 'LD00000000000000000000000000000000');
  const files = [wrong, wrong, stranger].map((text) => new TextEncoder().encode(text));
  for (const file of files) await bankSays(file);
  await engine.activities.recordUnknown(runId);
  const opened = (await exceptions()).slice(before);
  expect(opened).toMatchObject([
    {
      ...{ kind: 'OTHER_AMOUNT', payableId: other, runId, ownerId: 'keuangan-citra' },
      ...{ amountIdr: '41999999', expectedIdr: AMOUNT },
    },
    { kind: 'UNKNOWN_REFERENCE', payableId: null, ownerId: 'keuangan-citra' },
    { kind: 'MISSING_LINE', payableId: silent, expectedIdr: AMOUNT, ownerId: 'keuangan-citra' },
  ]);
  const ids = opened.map((data) => (data as { exceptionId: string }).exceptionId);
  const act = (at: number, as: string, command: CommandsByCategory['bank_exception']) =>
    send(envelope('bank_exception', ids[at] ?? '', { command, as }));
  const cleared = { result: 'PAYMENT_CLEARED', reason: 'surat bank' } as const;
  const resolution = { type: 'ResolveBankException', data: cleared } as const;
  expect(await act(0, 'dinas-rahma', resolution)).toMatchObject({ code: 'PaymentStillInDoubt' });
  const toEko = { assignee: 'kelurahan-eko', reason: 'cuti' };
  expect(
    await act(0, 'keuangan-citra', { type: 'AssignBankException', data: toEko }),
  ).toMatchObject({ code: 'AssigneeCannotClear' });
  const toRahma = { assignee: 'dinas-rahma', reason: 'cuti' };
  await must(act(0, 'keuangan-citra', { type: 'AssignBankException', data: toRahma }));
  await must(resolve(other, 'dinas-rahma', idOf(other)));
  await must(act(0, 'dinas-rahma', resolution));

  // No file ever comes for the silent one: two persons read it in the statement, line by line.
  const bookedOn = localDate('2026-11-20');
  const line = { endToEndId: idOf(silent), kind: 'settled', amountIdr: AMOUNT } as const;
  const read = { ...line, bankReference: 'FT9', bookedOn, evidenceSha256: 'ab'.repeat(32) };
  await must(payableWish(silent, 'keuangan-citra', { type: 'ReadStatementLine', data: read }));
  const confirmed = { kind: 'settled', amountIdr: AMOUNT, bookedOn };
  const confirmation = { type: 'ConfirmStatementLine', data: confirmed };
  const confirm = (as: string) =>
    followLine(
      engine.ports,
      envelope('payable', silent, { command: confirmation as never, as }),
      send,
    );
  expect(await confirm('keuangan-citra')).toMatchObject({ code: 'ReaderCannotConfirm' });
  expect(await confirm('dinas-rahma')).toMatchObject({ status: 'recorded', stage: 'SETTLED' });
  expect(lastOf(await stream(ids[2] ?? ''), 'BankExceptionResolved')?.data).toMatchObject({
    ...{ result: 'LINE_CAME', resolvedBy: ['dinas-rahma'] },
  });
  await engine.activities.reconcileRun(runId);
  expect(lastOf(await stream(runId), 'RunReconciled')?.data).toMatchObject({ settled: 2 });
});

test('a statement of many lines is judged as if each had come alone, and again changes nothing', async () => {
  const [once, twice] = [await owed(13), await owed(14)];
  const runId = await assembled(once, twice);
  await must(release(runId, 2));
  await sendOut(runId);
  const row = (id: string, reference: string) => `20-11-2026;${id};42000000;;${reference}`;
  const head = 'TANGGAL;KETERANGAN;DEBET;KREDIT;NO REFERENSI';
  const statement = new TextEncoder().encode(
    [
      ...[head, row(idOf(twice), 'A1'), row(idOf(once), 'B1'), row(idOf(twice), 'A2')],
      ...[row('LD99999999999999999999999999999999', 'C1'), row(idOf(once), 'B1')],
    ].join('\n'),
  );
  const said = await bankSays(statement);
  expect(said).toMatchObject({ heard: [{ kind: 'settled' }, { kind: 'settled' }, {}] });
  const typesOf = async (payableId: string) =>
    (await stream(payableId)).slice(-2).map(({ type }) => type);
  expect(await typesOf(once)).toEqual(['PaymentSent', 'PaymentSettled']);
  expect(await typesOf(twice)).toEqual(['PaymentSettled', 'PaymentDisputed']);
  const end = await engine.ports.store.safePosition();
  await bankSays(statement);
  expect(await engine.ports.store.safePosition()).toBe(end);
});

test('a step of the engine that is refused is a failure with its code, never silence', async () => {
  const payableId = await owed(7);
  const runId = await assembled(payableId);
  await must(release(runId));
  await must(cancel(runId));
  const other = await assembled(payableId);
  expect(await release(runId)).toMatchObject({ code: 'RunIsCancelled' });
  await must(release(other));
  await expect(engine.activities.reconcileRun(other)).rejects.toMatchObject({
    ...{ type: 'Refused.FileNotDropped', nonRetryable: true },
  });
});

test('a run of a past that is entered takes nothing that is owed now', async () => {
  const payableId = await owed(8);
  const entered = { effectiveAt: '2026-10-01T02:00:00.000Z', source: 'buku kas' };
  const past = { history: entered, reason: 'ambil alih' };
  for (const [actorId, act] of [
    ['keuangan-citra', 'record-history'],
    ['kepala-dewi', 'record-history'],
  ] as const) {
    const data = {
      ...{ actorId, act, area: '64.74', letter: 'SK 10' },
      ...{ from: '2026-01-02' as never, to: null },
    };
    const command = { type: 'AppointRole' as const, data };
    const target = engine.ports.ids.actor(actorId);
    await must(send(envelope('actor', target, { command, as: administrator.id })));
  }
  const wish = { ...assembly(uuid(), [payableId]), ...past };
  expect(await engine.activities.assembleRun(wish)).toMatchObject({ code: 'PayableNotHistoric' });
  const runId = await assembled(payableId);
  const late = runWish(runId, 'kepala-dewi', { type: 'ReleaseRun', data: { sumIdr: AMOUNT } });
  expect(await send({ ...late, ...past })).toMatchObject({ code: 'RunOfAnotherTime' });
});

test('the id of a payer belongs to one programme', async () => {
  const programmeId = uuid();
  const wish = (command: CommandsByCategory['programme']) =>
    send(envelope('programme', programmeId, { command, as: 'dinas-rahma' }));
  await must(
    wish({
      type: 'CreateProgramme',
      data: {
        ...{ programmeId, name: 'Program lain', sponsor: 'Kota Bontang', region: '64.74' },
        ...{ legalBasis: 'Perwali 1/2026', ageFrom: 18, ageTo: 64 },
      },
    }),
  );
  const registered = lastOf(await stream(office.programmeId), 'PayerRegistered')?.data;
  if (registered === undefined) throw new Error('no payer');
  expect(await wish({ type: 'RegisterPayer', data: registered })).toMatchObject({
    code: 'IdentityTaken',
  });
});

test('the sponsor’s own aid: verified, named in a decree, paid by a run of its own, never beside a benefit', async () => {
  const { ids, keys } = engine.ports;
  const payerId = uuid();
  const { programmeId } = office;
  const programme = (command: CommandsByCategory['programme'], as = 'dinas-rahma') =>
    must(send(envelope('programme', programmeId, { command, as })));
  const seal = (subject: string, field: string, value: string) =>
    keys.seal({ subject, field, value, commandId: uuid() });
  const fundingAccount = await seal(payerId, 'payer.account', '1240018000999');
  const purse = { legalEntity: 'Pemerintah Kota Bontang', fund: 'APBD', bank: 'PDKTIDJ1' };
  const from = localDate('2026-01-02');
  const known = { payerId, ...purse, legalBasis: 'Perwali 9/2026', fundingAccount };
  await programme({ type: 'RegisterPayer', data: { ...known, from, to: null } });
  const mandateId = uuid();
  const mandate = { mandateId, payerId, flow: 'LOCAL_AID', mode: 'DISBURSES', from } as const;
  await programme({ type: 'ProposeMandate', data: mandate });
  await programme({ type: 'ConfirmMandate', data: { mandateId } }, 'kadis-yusuf');
  const aid = (wish: CommandEnvelope) => decideAid(engine.ports, wish);
  const fundId = ids.aidFund(payerId);
  const fund = (as: string, command: CommandsByCategory['aid_fund']) =>
    aid(envelope('aid_fund', fundId, { command, as }));
  const terms = {
    ...{ fundId, programmeId, payerId, termsId: uuid(), from, filingDays: 100, poorOnly: true },
    ...{
      amountIdr: '3000000' as RupiahText,
      residentsOnly: true,
      papers: ['FAMILY_CARD'] as const,
    },
    perwali: { number: '9/2026', on: from },
  };
  const budget = (amountIdr: string) =>
    fund('dinas-rahma', {
      type: 'SetAidBudget',
      data: { year: THIS_YEAR, amountIdr: amountIdr as RupiahText, document: 'DPA-1' },
    });
  // Another body's fund, or its people, never: not even where they hold the act.
  const branch = { ...terms, payerId: office.payerId, fundId: ids.aidFund(office.payerId) };
  const foreign = { type: 'ProposeAidTerms' as const, data: branch };
  const wrong = { command: foreign, as: 'dinas-rahma' };
  expect(await aid(envelope('aid_fund', branch.fundId, wrong))).toMatchObject({
    code: 'AidNotFromThisFund',
  });
  await must(fund('dinas-rahma', { type: 'ProposeAidTerms', data: terms }));
  await must(fund('kadis-yusuf', { type: 'ConfirmAidTerms', data: { termsId: terms.termsId } }));
  await must(budget('3000000'));
  const request = async (nik: string): Promise<[string, Answer]> => {
    const requestId = uuid();
    const payee = {
      ...{ ref: 'heir', bic: 'PDKTIDJ1', accountIndex: 'ab' },
      name: await seal(ids.person(requestId, 'heir'), 'payee.name', 'Siti Aminah'),
      account: await seal(ids.person(requestId, 'heir'), 'payee.account', '0012345678'),
    };
    const data = {
      ...{ requestId, programmeId, payerId, kelurahan: '64.74.02.1001', payee, isPoor: true },
      deathDate: addDays(officeDay(new Date().toISOString()), -10),
      deceasedName: await seal(requestId, 'deceased.name', 'Almarhum'),
      deceasedNik: await seal(requestId, 'deceased.nik', nik),
      papers: ['FAMILY_CARD'] as const,
    };
    const command = { type: 'RequestAid' as const, data };
    const wish = envelope('aid_request', requestId, { command, as: 'kelurahan-eko' });
    return [requestId, await aid(wish)];
  };
  const verify = (requestId: string) =>
    aid(
      envelope('aid_request', requestId, {
        ...{ as: 'verifikator-ani', command: { type: 'VerifyAid', data: {} } },
      }),
    );
  // A wrong account typed: the family withdraws, and asks again as often as it needs.
  for (const why of ['rekening salah ketik', 'masih salah']) {
    const [mistyped] = await request('6474020101500001');
    const withdrawal = { type: 'WithdrawAid' as const, data: { reason: why } };
    await must(
      aid(envelope('aid_request', mistyped, { command: withdrawal, as: 'kelurahan-eko' })),
    );
  }
  const [first, asked] = await request('6474020101500001');
  expect(asked).toMatchObject({ status: 'recorded' });
  const [second] = await request('6474020101500002');
  expect((await request('6474020101500001'))[1]).toMatchObject({ code: 'AidAlreadyRequested' });
  await must(verify(first));
  await must(verify(second));
  expect((await stream(fundId)).slice(-2).map(({ type }) => type)).toEqual([
    ...['AidReserved', 'AidQueued'],
  ]);
  const decree = (as: string) =>
    fund(as, {
      type: 'SignAidDecree',
      data: {
        ...{ decreeNumber: 'SK/1', requests: [] },
        decreeDate: officeDay(new Date().toISOString()),
      },
    });
  // The decree is the sponsor's own, too: the branch approves benefits, not the city's aid.
  expect(await decree('penetap-budi')).toMatchObject({ code: 'AidNotOfThisOffice' });
  await appoint('kadis-yusuf', 'approve-claim');
  await must(decree('kadis-yusuf'));
  expect(lastOf(await stream(fundId), 'AidDecreeSigned')?.data).toMatchObject({
    ...{ count: 1, sumIdr: '3000000' },
  });
  const payableId = ids.payable(first, 1, 'heir');
  const mixed = assembly(uuid(), [payableId, await owed(10)]);
  expect(await engine.activities.assembleRun(mixed)).toMatchObject({ code: 'MixedFlows' });
  const runId = uuid();
  const run = assembly(runId, [payableId]);
  if (run.category !== 'payout_run' || run.command.type !== 'AssembleRun') throw new Error('run');
  const ofAid = { ...run.command.data, payerId, flow: 'LOCAL_AID' as const };
  await must(
    engine.activities.assembleRun(
      runWish(runId, 'keuangan-citra', { type: 'AssembleRun', data: ofAid }),
    ),
  );
  const sum = { sumIdr: '3000000' as RupiahText };
  await must(send(runWish(runId, 'kepala-dewi', { type: 'ReleaseRun', data: sum })));
  await sendOut(runId);
  const { name = '' } = lastOf(await stream(runId), 'PaymentFilePrepared')?.data ?? {};
  expect(readFileSync(join(engine.dataDir, 'bank', 'outbox', name), 'utf8')).toContain(
    'SANTUNAN DAERAH',
  );
  await must(budget('6000000'));
  expect(lastOf(await stream(fundId), 'AidReserved')?.data.requestId).toBe(second);
});
