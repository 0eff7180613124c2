// An account that was wrong is put right by two persons, and the money goes out once, to the right one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestBankAnswers } from '../../activities/bank-answers.ts';
import { createRecordDecision } from '../../activities/record-decision.ts';
import { allOf, lastOf } from '../../activities/stored-events.ts';
import { entitlementLines, entitlementNow } from '../../apps/cli/entitlement-now.ts';
import { administrator } from '../../apps/demo/cast.ts';
import type { LocalDate } from '../../domain/calendar.ts';
import type { CommandsByCategory } from '../../domain/command.ts';
import type { RupiahText } from '../../domain/money.ts';
import { claimFileInLog } from '../../projections/claim-file.ts';
import { enrol, owedTo } from './approved-claims.ts';
import { booking, comesBack, rejection } from './bank-papers.ts';
import { type EngineFixture, openEngineFixture, uuid } from './engine-fixture.ts';
import {
  claimWish,
  envelope,
  foundOffice,
  must,
  type Office,
  reportDeath,
  type Send,
} from './office-story.ts';

const OLD_ACCOUNT = '1240031122334';
const NEW_ACCOUNT = '1240099887766';
const THIRD_ACCOUNT = '1240088776655';

let engine: EngineFixture;
let office: Office;
let send: Send;
let payableId: string;
let otherWorker: string;
let firstRun: string;

const stream = (id: string) => engine.ports.store.loadStream(id);
const wish = (as: string, command: CommandsByCategory['payable']) =>
  send(envelope('payable', payableId, { command, as }));
const index = (account: string) =>
  Buffer.from(engine.ports.keys.keyedHash('account', `PDKTIDJ1|${account}`)).toString('hex');

const assembled = (runId: string) =>
  engine.activities.assembleRun(
    envelope('payout_run', runId, {
      as: 'keuangan-citra',
      command: {
        type: 'AssembleRun',
        data: {
          ...{ runId, payerId: office.payerId, flow: 'BENEFIT', mode: 'DISBURSES' },
          members: [
            {
              ...{ payableId, claimId: '', amountIdr: '1' as RupiahText, mode: 'DISBURSES' },
              ...{ payerId: office.payerId, decidedBy: [] },
            },
          ],
          membersSha256: '',
        },
      },
    }),
  );

const paidOut = async (): Promise<string> => {
  const runId = uuid();
  await must(assembled(runId));
  const release = { type: 'ReleaseRun', data: { sumIdr: '42000000' as RupiahText } } as const;
  await must(send(envelope('payout_run', runId, { command: release, as: 'kepala-dewi' })));
  await engine.activities.intendPayments(runId);
  await engine.activities.prepareFile(runId);
  await engine.activities.dropFile(runId);
  await engine.activities.recordSent(runId);
  return runId;
};

const bankSays = (bytes: Uint8Array) =>
  ingestBankAnswers(engine.ports, { actorId: 'keuangan-citra', correlationId: uuid(), bytes });

const appoint = async (actorId: string, act: 'hold-payment' | 'check-claim'): Promise<void> => {
  const from = '2026-01-02' as never;
  const appointment = { actorId, act, area: '64.74', letter: 'SK 9', from, to: null };
  const command = { type: 'AppointRole' as const, data: appointment };
  const target = engine.ports.ids.actor(actorId);
  await must(send(envelope('actor', target, { command, as: administrator.id })));
};

const proposal = async (account: string): Promise<CommandsByCategory['payable']> => {
  const { payee } = lastOf(await stream(payableId), 'PayableCreated')?.data ?? {};
  const { sha256 } = await engine.ports.documents.put(new TextEncoder().encode(`buku ${account}`));
  const sealed = await engine.ports.keys.seal({
    ...{ subject: payee?.account.subject ?? '', field: 'payee.account', value: account },
    commandId: uuid(),
  });
  return {
    type: 'ProposePayeeCorrection',
    data: {
      ...{ account: sealed, accountIndex: index(account), bic: 'PDKTIDJ1' },
      ...{ evidenceSha256: sha256, reason: 'rekening lama ditutup' },
    },
  };
};

const confirmation = (account: string): CommandsByCategory['payable'] => ({
  type: 'ConfirmPayeeCorrection',
  data: { accountIndex: index(account), bic: 'PDKTIDJ1' },
});

const outbox = (): string => {
  const folder = join(engine.dataDir, 'bank', 'outbox');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
};

beforeAll(async () => {
  engine = await openEngineFixture();
  send = createRecordDecision(engine.ports);
  office = await foundOffice(send, engine.ports);
  const [worker = '', another = ''] = await enrol({ engine, send, office }, 2);
  otherWorker = another;
  payableId = await owedTo({ engine, send, office }, worker);
  for (const actorId of ['dinas-rahma', 'verifikator-ani', 'keuangan-citra', 'kadis-yusuf'])
    await appoint(actorId, 'hold-payment');
  await appoint('kadis-yusuf', 'check-claim');
});
afterAll(() => engine?.close());

test('while the first payment is under way nobody moves its account', async () => {
  firstRun = await paidOut();
  expect(await wish('verifikator-ani', await proposal(NEW_ACCOUNT))).toMatchObject({
    code: 'PayableNotAtRest',
  });
  expect(outbox()).toContain(OLD_ACCOUNT);
  await bankSays(rejection(engine.ports.ids.endToEnd(payableId, 1)));
});

test('one person proposes with a paper, and the payable rests until another confirms', async () => {
  await must(wish('verifikator-ani', await proposal(NEW_ACCOUNT)));
  expect(await assembled(uuid())).toMatchObject({
    ...{ code: 'PayableNotDue', facts: { stage: 'HELD' } },
  });
  const refusals = [
    ['kelurahan-eko', NEW_ACCOUNT, 'ActNotHeld'],
    ['verifikator-ani', NEW_ACCOUNT, 'ProposerCannotConfirm'],
    ['keuangan-citra', NEW_ACCOUNT, 'PartyCannotCorrectPayee'],
    ['dinas-rahma', OLD_ACCOUNT, 'AccountDiffers'],
  ] as const;
  for (const [as, account, code] of refusals)
    expect(await wish(as, confirmation(account))).toMatchObject({ code });
  expect(await must(wish('dinas-rahma', confirmation(NEW_ACCOUNT)))).toMatchObject({
    stage: 'DUE',
  });
});

test('the new attempt has an id of its own and pays the new account only', async () => {
  await bankSays(rejection(engine.ports.ids.endToEnd(payableId, 1)));
  const runId = await paidOut();
  expect(runId).not.toBe(firstRun);
  expect(allOf(await stream(payableId), 'PaymentIntended')).toHaveLength(2);
  const endToEndId = engine.ports.ids.endToEnd(payableId, 2);
  expect(outbox()).toContain(NEW_ACCOUNT);
  const decidedBy = lastOf(await stream(runId), 'RunAssembled')?.data.decidedBy;
  expect(decidedBy).toEqual(['dinas-rahma', 'penetap-budi', 'verifikator-ani']);
  await bankSays(booking(endToEndId));
  await engine.activities.reconcileRun(runId);
  const claimId = lastOf(await stream(payableId), 'PayableCreated')?.data.claimId ?? '';
  await engine.activities.settleClaim(claimId);
  expect(lastOf(await stream(claimId), 'ClaimSettled')?.data).toMatchObject({
    paidIdr: '42000000',
  });
  expect(await wish('kadis-yusuf', await proposal('1240055554444'))).toMatchObject({
    ...{ code: 'PayableNotAtRest', facts: { stage: 'SETTLED' } },
  });
  const log = JSON.stringify(await stream(payableId));
  for (const account of [OLD_ACCOUNT, NEW_ACCOUNT]) expect(log).not.toContain(account);
});

test('suspected of work after its payment, the claim stays awake for its thirty days', async () => {
  const { claimId = '', workerId = '' } =
    lastOf(await stream(payableId), 'PayableCreated')?.data ?? {};
  const { activities, ports } = engine;
  await activities.noteDeath(claimId);
  await activities.noteOutcome(claimId);
  expect(await activities.hydrateClaim(claimId)).toMatchObject({ deadline: null, ended: true });
  const again = await reportDeath(ports, workerId);
  if (again.command.type !== 'ReportDeath') throw new Error('no report');
  const data = { ...again.command.data, workAccidentSuspected: true };
  const suspecting = claimWish(claimId, 'kelurahan-eko', { type: 'ReportDeath', data });
  await must(send({ ...suspecting, commandId: again.commandId }));
  expect(await activities.hydrateClaim(claimId)).toMatchObject({
    ...{ stage: 'SUSPECTED_AFTER_PAYMENT', follows: [], ended: false },
    deadline: { code: 'CONCLUDE_WITHIN_30_DAYS' },
  });
  const { sha256 } = await ports.documents.put(new TextEncoder().encode('saksi'));
  const concluding = claimWish(claimId, 'verifikator-ani', {
    type: 'ConcludeDeath',
    data: {
      ...{ conclusion: 'NOT_FROM_WORK', accidentDate: null, accidentClaimId: null, cover: null },
      ...{ evidenceSha256: sha256, reason: 'sakit', traffic: false },
    },
  });
  await must(activities.concludeDeath(concluding));
  expect(await activities.hydrateClaim(claimId)).toMatchObject({ stage: 'SETTLED', ended: true });
});

const inspectorSays = async (claimId: string, amountIdr: string, reference = 'PW-3/2026') => {
  const { sha256 } = await engine.ports.documents.put(new TextEncoder().encode('penetapan'));
  const data = {
    authority: 'LABOUR_INSPECTOR',
    ...{ reference, evidenceSha256: sha256 },
    ...{ determinedOn: '2026-09-20' as LocalDate, entitledIdr: amountIdr as RupiahText },
    basis: 'PP 44/2015 Pasal 49',
  } as const;
  const record = { type: 'RecordBindingDetermination', data } as const;
  return must(send(claimWish(claimId, 'verifikator-ani', record)));
};

test('an inspector’s higher amount is owed beside what was paid, once two persons say so', async () => {
  const claimId = lastOf(await stream(payableId), 'PayableCreated')?.data.claimId ?? '';
  expect(await inspectorSays(claimId, '48000000')).toMatchObject({ stage: 'TOP_UP_PROPOSED' });
  const file = await claimFileInLog(engine.ports.store, claimId);
  if (file === undefined) throw new Error('no such claim');
  const now = await entitlementNow({ store: engine.ports.store, now: engine.ports.clock }, file);
  const told = entitlementLines(file, now, 'id').join('\n');
  // What holds now, line by line, what was granted before, and what is still due.
  expect(told).toMatch(/X-0[12].*\n.*hak seluruhnya +Rp48\.000\.000/);
  expect(told).toMatch(/sudah ditetapkan +Rp42\.000\.000\n.*kekurangan +Rp6\.000\.000/);
  expect(await engine.activities.hydrateClaim(claimId)).toMatchObject({ deadline: null });
  const recommend = { type: 'RecommendClaim' as const, data: { mandate: null } };
  await must(send(claimWish(claimId, 'verifikator-ani', recommend)));
  const data = { totalIdr: '6000000' as RupiahText, cover: null };
  const approve = { type: 'ApproveClaim' as const, data };
  await must(send(claimWish(claimId, 'penetap-budi', approve)));
  expect(await engine.activities.hydrateClaim(claimId)).toMatchObject({ deadline: null });
  await engine.activities.createPayables(claimId);
  const topUp = engine.ports.ids.payable(claimId, 2, 'istri');
  expect(lastOf(await stream(topUp), 'PayableCreated')?.data).toMatchObject({
    ...{ decision: 2, amountIdr: '6000000', lineCodes: ['TOP_UP'] },
    ...{ recommendedBy: ['verifikator-ani'], approvedBy: ['penetap-budi'] },
    // Where two persons said that the first payment goes, and neither of them sends this one.
    payee: { ref: 'istri', accountIndex: index(NEW_ACCOUNT) },
    correctedBy: ['verifikator-ani', 'dinas-rahma'],
  });
  await engine.activities.settleClaim(claimId);
  expect(allOf(await stream(claimId), 'ClaimSettled')).toHaveLength(1);
});

test('a payment that comes back late is put right for the top-up that waits, too', async () => {
  const claimId = lastOf(await stream(payableId), 'PayableCreated')?.data.claimId ?? '';
  const topUp = engine.ports.ids.payable(claimId, 2, 'istri');
  await bankSays(comesBack(engine.ports.ids.endToEnd(payableId, 2)));
  await must(wish('verifikator-ani', await proposal(THIRD_ACCOUNT)));
  await must(wish('dinas-rahma', confirmation(THIRD_ACCOUNT)));
  expect(lastOf(await stream(topUp), 'PayeeAccountCorrected')?.data).toMatchObject({
    ...{ payableId: topUp, accountIndex: index(THIRD_ACCOUNT) },
    ...{ proposedBy: ['verifikator-ani'], confirmedBy: ['dinas-rahma'] },
  });
});

test('an overpayment known before the money goes out holds it, until a person lets it go', async () => {
  payableId = await owedTo({ engine, send, office }, otherWorker);
  const claimId = lastOf(await stream(payableId), 'PayableCreated')?.data.claimId ?? '';
  expect(await inspectorSays(claimId, '40000000')).toMatchObject({ stage: 'APPROVED' });
  const follows = async () => (await engine.activities.hydrateClaim(claimId)).follows;
  expect(await follows()).toContain('CREATE_PAYABLES');
  await engine.activities.createPayables(claimId);
  expect(lastOf(await stream(payableId), 'PayableHeld')?.data.reason).toBe('RECOVERY_PROPOSED 1');
  expect(await follows()).not.toContain('CREATE_PAYABLES');
  expect(await assembled(uuid())).toMatchObject({
    ...{ code: 'PayableNotDue', facts: { stage: 'HELD' } },
  });
  const release = { type: 'ReleasePayable', data: { reason: 'kelebihan ditagih' } } as const;
  expect(await must(wish('keuangan-citra', release))).toMatchObject({ stage: 'DUE' });
  await engine.activities.createPayables(claimId);
  expect(allOf(await stream(payableId), 'PayableHeld')).toHaveLength(1);
});

test('known while the money is in a run, it stops the release; the run lets go, the hold stays', async () => {
  const claimId = lastOf(await stream(payableId), 'PayableCreated')?.data.claimId ?? '';
  const runId = uuid();
  await must(assembled(runId));
  await inspectorSays(claimId, '39000000', 'PW-4/2026');
  expect((await engine.activities.hydrateClaim(claimId)).follows).toContain('CREATE_PAYABLES');
  await engine.activities.createPayables(claimId);
  const ofRun = (as: string, command: CommandsByCategory['payout_run']) =>
    envelope('payout_run', runId, { command, as });
  const release = { type: 'ReleaseRun', data: { sumIdr: '42000000' as RupiahText } } as const;
  expect(await send(ofRun('kepala-dewi', release))).toMatchObject({
    ...{ code: 'MemberHeld', facts: { payable: payableId } },
  });
  const cancel = { type: 'CancelRun', data: { reason: 'kelebihan bayar' } } as const;
  await must(engine.activities.cancelRun(ofRun('keuangan-citra', cancel)));
  expect(await assembled(uuid())).toMatchObject({ facts: { stage: 'HELD' } });
});
