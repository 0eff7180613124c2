// Whatever anybody tries, a benefit that was paid before the take-over never becomes a payable.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRecordDecision } from '../../activities/record-decision.ts';
import { allOf } from '../../activities/stored-events.ts';
import type { LocalDate } from '../../domain/calendar.ts';
import { DOCUMENT_KINDS } from '../../domain/claim/documents/document-events.ts';
import type { ClaimCommand } from '../../domain/claim/events.ts';
import type { CommandEnvelope } from '../../domain/command.ts';
import type { RupiahText } from '../../domain/money.ts';
import { type EngineFixture, openEngineFixture } from './engine-fixture.ts';
import {
  claimWish,
  DEATH_DATE,
  envelope,
  foundOffice,
  must,
  type Office,
  payContributions,
  receiveRoster,
  reportDeath,
  rosterCsv,
  type Send,
  verifyClaim,
} from './office-story.ts';

const PAID_ON = '2026-10-01' as LocalDate;
const HISTORY = { effectiveAt: '2026-10-04T16:00:00.000Z', source: 'Buku agenda' };
const SUM = '42000000' as RupiahText;

let engine: EngineFixture;
let office: Office;
let send: Send;
let workers: readonly string[] = [];

const enrol = async (): Promise<readonly string[]> => {
  const wish = await receiveRoster(engine.ports, office, rosterCsv(4));
  await must(send(wish));
  const { activities, ports } = engine;
  const chunk = { batchId: wish.streamId, step: 'NOMINATION', from: 0, count: 4 } as const;
  await activities.runRosterChunk(chunk);
  const events = await ports.store.readAfter('0' as never, 1_000);
  return allOf(events, 'WorkerNominated').map(({ workerId }) => workerId);
};

const takeOver = async (workerId: string, change: object = {}): Promise<CommandEnvelope> => {
  const live = await reportDeath(engine.ports, workerId);
  if (live.command.type !== 'ReportDeath') throw new Error('no report');
  const claimId = live.streamId;
  const { ids } = engine.ports;
  const report = { ...live.command.data, reportId: ids.derived(claimId, 'take-over') };
  const none = { receivedOn: null, completeOn: null, checkedOn: null, heirs: null };
  const nobody = { recommendedOn: null, recommendedBy: null, decidedBy: null, reason: null };
  const data = {
    ...{ report, agendaNumber: 'AG-1', stage: 'PAID', papers: [], ...none, ...nobody },
    ...{ reportedOn: DEATH_DATE, decidedOn: null, decidedIdr: SUM, decisionReference: null },
    ...{ article: null, cure: null },
    payment: {
      paymentId: ids.derived(claimId, 'paid-before'),
      ...{ paidIdr: SUM, paidOn: PAID_ON, reference: 'TRF-1' },
    },
    ...change,
  } as Extract<ClaimCommand, { type: 'TakeOverClaim' }>['data'];
  const command = { type: 'TakeOverClaim' as const, data };
  const own = { history: HISTORY, reason: 'ambil alih' };
  return envelope('claim', claimId, { command, as: 'dinas-rahma' }, own);
};

/** What the claim's workflow does after every change. */
const followUps = async (claimId: string): Promise<void> => {
  const { activities } = engine;
  await activities.hydrateClaim(claimId);
  await activities.noteDeath(claimId);
  await activities.createPayables(claimId);
  await activities.settleClaim(claimId);
  await activities.noteOutcome(claimId);
};

const payables = async (claimId: string) => {
  const events = await engine.ports.store.readAfter('0' as never, 5_000);
  return allOf(events, 'PayableCreated').filter((created) => created.claimId === claimId);
};

beforeAll(async () => {
  engine = await openEngineFixture();
  send = createRecordDecision(engine.ports);
  office = await foundOffice(send, engine.ports);
  const data = {
    ...{ actorId: 'dinas-rahma', act: 'record-history' as const, area: '64.74', to: null },
    ...{ letter: 'SK 9', from: '2026-01-02' as LocalDate },
  };
  const stream = engine.ports.ids.actor('dinas-rahma');
  const command = { type: 'AppointRole' as const, data };
  await must(send(envelope('actor', stream, { command, as: 'admin-nur' })));
  workers = await enrol();
  await payContributions(send, engine.ports, { trancheId: office.trancheId, workers: 4 });
});
afterAll(() => engine?.close());

test('paid before, then everything that people can do to a claim: nothing is owed', async () => {
  const wish = await takeOver(workers[0] ?? '');
  const claimId = wish.streamId;
  expect(await must(send(wish))).toMatchObject({ stage: 'SETTLED' });
  await followUps(claimId);
  const attempts: readonly (readonly [string, ClaimCommand])[] = [
    ['kelurahan-eko', { type: 'WithdrawClaim', data: { reason: 'batal' } }],
    ['verifikator-ani', { type: 'ReopenClaim', data: { reason: 'lagi' } }],
    ['verifikator-ani', { type: 'CheckClaim', data: { cover: null } }],
    ['verifikator-ani', { type: 'RecommendClaim', data: { mandate: null, reason: 'ya' } }],
    ['penetap-budi', { type: 'ApproveClaim', data: { totalIdr: SUM, cover: null } }],
    ['penetap-budi', { type: 'ReturnClaim', data: { reason: 'ulang' } }],
    ['penetap-budi', { type: 'RejectClaim', data: { reason: 'a', article: 'b', cure: 'c' } }],
  ];
  for (const [as, command] of [...attempts, ...attempts.toReversed()]) {
    const answer = await send(claimWish(claimId, as, command));
    expect([command.type, answer.status]).toEqual([command.type, 'refused']);
    await followUps(claimId);
  }
  await must(send(await reportDeath(engine.ports, workers[0] ?? '')));
  const kind = DOCUMENT_KINDS[0];
  const paper = { documentId: claimId, kind, sha256: 'ab', form: 'COPY' as const };
  const added = claimWish(claimId, 'kelurahan-eko', { type: 'ReceiveDocument', data: paper });
  expect(await send(added)).toMatchObject({ code: 'ClaimNotOpen' });
  await followUps(claimId);
  expect(await payables(claimId)).toEqual([]);
  const worker = await engine.activities.hydrateWorker(workers[0] ?? '');
  expect(worker).toMatchObject({ stage: 'ENDED', claimStage: 'SETTLED' });
});

test('verified here meanwhile, the claim is closed by the payment that was entered', async () => {
  const report = await reportDeath(engine.ports, workers[1] ?? '');
  const claimId = report.streamId;
  await must(send(report));
  expect(await must(send(await takeOver(workers[1] ?? '')))).toMatchObject({ stage: 'SETTLED' });
  await followUps(claimId);
  await expect(verifyClaim(send, engine.ports, claimId)).rejects.toThrow('ClaimNotOpen');
  expect(await payables(claimId)).toEqual([]);
});

test('taken over as reported, then as paid: the second list closes it', async () => {
  const first = await takeOver(workers[2] ?? '', { stage: 'REPORTED', payment: null });
  expect(await must(send(first))).toMatchObject({ stage: 'REPORTED' });
  expect(await must(send(await takeOver(workers[2] ?? '')))).toMatchObject({ stage: 'SETTLED' });
  await followUps(first.streamId);
  expect(await payables(first.streamId)).toEqual([]);
});

test('nobody but the engine creates a payable, and a person who tries is refused', async () => {
  const claimId = engine.ports.ids.deathClaim(workers[0] ?? '');
  const payableId = engine.ports.ids.payable(claimId, 1, 'istri');
  const data = {
    ...{ payableId, claimId, workerId: workers[0] ?? '', decision: 1, lineCodes: ['X'] },
    ...{ amountIdr: SUM, payerId: office.payerId, mandateId: payableId, payee: null },
    ...{ mode: 'DISBURSES' as const, flow: 'BENEFIT' as const, dueOn: PAID_ON },
    ...{ recommendedBy: [], approvedBy: [] },
  };
  const wish = { command: { type: 'CreatePayable' as const, data }, as: 'keuangan-citra' };
  expect(await send(envelope('payable', payableId, wish))).toMatchObject({ code: 'ActNotHeld' });
});
