// One life on the real servers: list, card, report, decision, payment, settlement; nothing is faked.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { WorkflowNotFoundError } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allOf, lastOf } from '../../activities/stored-events.ts';
import { answerRegistration } from '../../apps/demo/registration-office.ts';
import { reviveWorkflows } from '../../apps/gateway/repair-workflows.ts';
import { createDelivery } from '../../apps/worker/deliver-obligation.ts';
import { askingUpdates } from '../../apps/worker/own-decisions.ts';
import { localDate } from '../../domain/calendar.ts';
import type { CommandEnvelope } from '../../domain/command.ts';
import type { RupiahText } from '../../domain/money.ts';
import type { RuleBookCommand } from '../../domain/rule-book/events.ts';
import { RULESET_ID } from '../../domain/rules/law-versions.ts';
import { PAYLOAD_KEY_ID } from '../../infra/temporal/data-converter.ts';
import { createPayloadCodec } from '../../infra/temporal/payload-codec.ts';
import { factsChanged, waiting } from '../../workflows/messages.ts';
import {
  approval,
  COVER_FROM,
  claimWish,
  envelope,
  foundOffice,
  KELURAHAN,
  must,
  type Office,
  payContributions,
  receiveRoster,
  reportDeath,
  rosterCsv,
  verifyClaim,
} from '../activities/office-story.ts';
import { keepHistory } from '../histories/keep-history.ts';
import './quiet-temporal.ts';
import { type RunningEngine, startEngine } from './engine-on-temporal.ts';

const WORKERS = 6;

const UNFIT = fileURLToPath(new URL('./unfit-workflows.ts', import.meta.url));

let engine: RunningEngine;
let office: Office;
let rosterId: string;
let workers: readonly string[];
let handOverId = '';
/** The run that carried the list; a later one finds nothing to do. */
let rosterRun: string | undefined;
const runId = randomUUID();

const send = (wish: CommandEnvelope) => engine.gateway.send(wish);

const until = async <T>(look: () => Promise<T>, fits: (seen: T) => boolean): Promise<T> => {
  const limit = Date.now() + 90_000;
  for (;;) {
    const seen = await look();
    if (fits(seen)) return seen;
    if (Date.now() > limit) throw new Error(`never came true: ${JSON.stringify(seen)}`);
    await sleep(50);
  }
};

const waitingFor = async (workflowId: string): Promise<string> => {
  if ((await statusOf(workflowId)) === 'UNKNOWN') return 'UNKNOWN';
  return (await engine.place.client.workflow.getHandle(workflowId).query(waiting)).waitingFor;
};

const statusOf = async (workflowId: string): Promise<string> => {
  try {
    return (await engine.place.client.workflow.getHandle(workflowId).describe()).status.name;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'UNKNOWN';
    throw error;
  }
};

const step = (name: 'NOMINATION' | 'DECREE' | 'REGISTRATION' | 'CARDS') =>
  until(
    () => engine.gateway.batchProgress('roster', rosterId, name),
    (seen) => seen?.state === 'COMPLETED',
  );

const roster = (as: string, command: Parameters<typeof envelope<'roster'>>[2]['command']) =>
  envelope('roster', rosterId, { command, as }) as CommandEnvelope<'roster'>;

beforeAll(async () => {
  engine = await startEngine();
  office = await foundOffice(send, engine.ports);
}, 90_000);
afterAll(async () => {
  if (process.env['LINDUNG_RECORD_HISTORIES'] === '1') await record();
  await engine?.stop();
});

/** What this test lived through, kept for the replay test: `npm run histories:record`. */
const record = async (): Promise<void> => {
  const codec = createPayloadCodec(engine.ports.keys, PAYLOAD_KEY_ID);
  const lived = [
    ['roster-enrolment', `roster/${rosterId}`],
    ['card-distribution', `cards/${handOverId}`],
    ['worker-lifecycle', `worker/${workerId}`],
    ['claim', `claim/${claimId}`],
    ['payout-run', `payout-run/${runId}`],
    ['rule-book', `rule-book/${engine.ports.ids.ruleBook()}`],
  ] as const;
  for (const [name, id] of lived) {
    const run = name === 'roster-enrolment' ? rosterRun : undefined;
    await keepHistory(engine.place.client.workflow.getHandle(id, run), name, codec);
  }
};

test('a list goes from nomination to cards, each step carried by its workflow', async () => {
  const received = await receiveRoster(engine.ports, office, rosterCsv(WORKERS));
  rosterId = received.streamId;
  await must(engine.gateway.startRoster(received));
  expect(await step('NOMINATION')).toMatchObject({ done: WORKERS, skipped: 0 });
  await must(
    send(
      roster('kadis-yusuf', {
        type: 'ApproveRoster',
        data: { decreeNumber: 'SK 1', decreeDate: '2026-02-20' as never },
      }),
    ),
  );
  await step('DECREE');
  const exported = await engine.gateway.exportRegistration(
    roster('cabang-gita', { type: 'SubmitRoster', data: { workers: 0, fileSha256: '' } }),
  );
  expect(exported).toMatchObject({ workers: WORKERS, answer: { status: 'recorded' } });
  const answer = answerRegistration(exported.bytes, { coverStart: COVER_FROM });
  const { sha256 } = await engine.ports.documents.put(new TextEncoder().encode(answer));
  await must(
    engine.gateway.answerRegistration(
      roster('cabang-gita', {
        type: 'AnswerRegistration',
        data: { fileSha256: sha256, accepted: 0, refused: 0 },
      }),
    ),
  );
  await step('REGISTRATION');
  expect(await step('CARDS')).toMatchObject({ done: WORKERS });
  await until(
    () => statusOf(`roster/${rosterId}`),
    (status) => status === 'COMPLETED',
  );
  const events = await engine.ports.store.readAfter('0' as never, 5_000);
  workers = allOf(events, 'CardIssued').map(({ workerId }) => workerId);
  expect(workers).toHaveLength(WORKERS);
  await payContributions(send, engine.ports, { trancheId: office.trancheId, workers: WORKERS });
});

test('a list imported once more changes nothing, and its steps are still told as done', async () => {
  const { runId: firstRun } = await engine.place.client.workflow
    .getHandle(`roster/${rosterId}`)
    .describe();
  rosterRun = firstRun;
  const again = await must(send(await receiveRoster(engine.ports, office, rosterCsv(WORKERS))));
  expect(again).toMatchObject({ streamId: rosterId, position: '0' });
  expect(await engine.gateway.batchProgress('roster', rosterId, 'NOMINATION')).toMatchObject({
    ...{ state: 'COMPLETED', done: WORKERS },
  });
  await until(
    () => statusOf(`roster/${rosterId}`),
    (status) => status === 'COMPLETED',
  );
});

test('a bulk hand-over opens no lifecycle', async () => {
  const others = workers.slice(1).map((workerId) => engine.ports.ids.card(workerId, 1));
  const list = new TextEncoder().encode(`KARTU\n${others.join('\n')}\n`);
  const { sha256: fileSha256 } = await engine.ports.documents.put(list);
  const request = { fileSha256, place: KELURAHAN, correlationId: randomUUID() };
  const begun = await engine.gateway.handOverCards({ ...request, actorId: 'kelurahan-eko' });
  if (begun.status === 'refused') throw new Error(begun.code);
  handOverId = begun.batchId;
  const seen = await until(
    () => engine.gateway.batchProgress('cards', handOverId, 'HAND_OVER'),
    (progress) => progress?.state === 'COMPLETED',
  );
  expect(seen).toMatchObject({ done: WORKERS - 1, skipped: 0 });
  expect(await statusOf(`worker/${workers[1]}`)).toBe('UNKNOWN');
  // Corrected to another place it is another batch, not an answer to the first.
  const elsewhere = { ...request, place: '64.74.02', actorId: 'kelurahan-eko' };
  expect(await engine.gateway.handOverCards(elsewhere)).not.toMatchObject({ batchId: handOverId });
});

test('a batch is steered by whoever may begin it, and by nobody else', async () => {
  const steer = { kind: 'cards', id: handOverId, act: 'pause', reason: 'salah' } as const;
  const ask = (as: string, own: object = {}) =>
    engine.gateway.controlBatch({ ...steer, ...own, actorId: as, commandId: randomUUID() });
  expect(await ask('penetap-budi')).toMatchObject({ code: 'ActNotHeld' });
  // It has noted every card by now: there is nothing left to pause.
  expect(await ask('kelurahan-eko')).toMatchObject({ code: 'BatchEnded' });
  const list = { kind: 'roster', id: rosterId, act: 'cancel' } as const;
  expect(await ask('kelurahan-eko', list)).toMatchObject({ code: 'ActNotHeld' });
});

let workerId: string;
let claimId: string;

test('a scanned card opens the lifecycle; the same command again is the same answer', async () => {
  workerId = workers[0] ?? '';
  const scanOf = (cardId: string, own: { readonly commandId?: string } = {}) => {
    const data = { workerId, cardId, method: 'SCAN', receivedBy: 'WORKER' } as const;
    const command = { type: 'HandOverCard' as const, data: { ...data, place: KELURAHAN } };
    return envelope('worker', workerId, { as: 'kelurahan-eko', command }, own);
  };
  const commandIdOfOwn = engine.gateway.newCommandId();
  const scan = scanOf(engine.ports.ids.card(workerId, 1), { commandId: commandIdOfOwn });
  const first = await must(send(scan));
  expect(await must(send(scan))).toEqual({ ...first, repeated: true });
  // Already so: accepted without an event. The id alone must not answer for other content.
  const again = scanOf(engine.ports.ids.card(workerId, 1));
  expect(await must(send(again))).toMatchObject({ position: '0', repeated: false });
  const { commandId } = again;
  const other = scanOf(randomUUID(), { commandId });
  expect(await send(other)).toMatchObject({ code: 'CardOfSomeoneElse' });
  await until(
    () => waitingFor(`worker/${workerId}`),
    (what) => what === 'REPORT',
  );
});

test('what a workflow answered is not told to it again; what it did not decide, is', async () => {
  const { owner } = engine.fixture;
  const settled = async (): Promise<bigint> => {
    const { rows } = await owner.query<{ position: string }>(
      `select position from es.checkpoints where name = 'obligations'`,
    );
    return BigInt(rows[0]?.position ?? 0);
  };
  const signals = async (): Promise<number> => {
    const handle = engine.place.client.workflow.getHandle(`worker/${workerId}`);
    const { events } = await handle.fetchHistory();
    return (events ?? []).filter((each) => each.workflowExecutionSignaledEventAttributes).length;
  };
  const scanned = lastOf(await engine.ports.store.loadStream(workerId), 'CardHandedOver')?.stored;
  if (scanned === undefined) throw new Error('the card was not scanned');
  await until(settled, (position) => position >= BigInt(scanned.position));
  expect(await signals()).toBe(0);
  // As if the answer had been lost with Temporal: no update of this id is on record there.
  const deliver = createDelivery(engine.place, engine.ports.store);
  await deliver({ ...scanned, meta: { ...scanned.meta, commandId: randomUUID() } });
  await until(signals, (count) => count === 1);
});

test('a command to a claim that nobody reported yet is refused', async () => {
  const early = claimWish(engine.ports.ids.deathClaim(workerId), 'verifikator-ani', {
    type: 'WithdrawClaim',
    data: { reason: 'x' },
  });
  expect(await send(early)).toMatchObject({ status: 'refused', code: 'ClaimUnknown' });
});

test('a report opens the claim and reaches the membership', async () => {
  const report = await reportDeath(engine.ports, workerId);
  claimId = report.streamId;
  await must(send(report));
  await until(
    () => waitingFor(`claim/${claimId}`),
    (what) => what === 'DOCUMENTS',
  );
  await until(
    () => waitingFor(`worker/${workerId}`),
    (what) => what === 'DECISION',
  );
  const second = await reportDeath(engine.ports, workerId);
  await must(send(second));
  const history = await engine.ports.store.loadStream(claimId);
  expect(allOf(history, 'DeathReportLinked')).toHaveLength(1);
});

test('an old refusal is asked again: what was refused then may be right now', async () => {
  const approve = approval(claimId);
  expect(await send(approve)).toMatchObject({ status: 'refused', code: 'ClaimNotRecommended' });
  await verifyClaim(send, engine.ports, claimId);
  expect(await must(send(approve))).toMatchObject({ stage: 'APPROVED', repeated: false });
  // The refusal on record under the command's id is no sign that the workflow knows the approval.
  const history = await engine.ports.store.loadStream(claimId);
  const known = async (type: 'ClaimApproved' | 'ClaimRecommended') => {
    const stored = lastOf(history, type)?.stored;
    if (stored === undefined) throw new Error(`no ${type}`);
    const { position, meta } = stored;
    return askingUpdates(engine.place)('claim', { id: claimId, position, ...meta });
  };
  expect(await known('ClaimApproved')).toBe(false);
  expect(await known('ClaimRecommended')).toBe(true);
});

const runWish = (
  runId: string,
  as: string,
  command: Parameters<typeof envelope<'payout_run'>>[2]['command'],
) => envelope('payout_run', runId, { command, as });

const statement = (endToEndId: string): Uint8Array =>
  new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr>
<MsgId>S1</MsgId><CreDtTm>2026-11-21T00:00:00Z</CreDtTm></GrpHdr><Stmt><Id>1</Id>
<Acct><Id><Othr><Id>1240018000777</Id></Othr></Id></Acct><Ntry><Amt Ccy="IDR">42000000.00</Amt>
<CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt>
<NtryDtls><TxDtls><Refs><AcctSvcrRef>REF1</AcctSvcrRef><EndToEndId>${endToEndId}</EndToEndId></Refs>
<Amt Ccy="IDR">42000000.00</Amt></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`);

test('the payable is paid once, and every workflow of this life comes to its end', async () => {
  const payableId = engine.ports.ids.payable(claimId, 1, 'istri');
  await until(
    () => engine.ports.store.loadStream(payableId),
    (history) => history.length > 0,
  );
  const members = [
    {
      ...{ payableId, claimId, amountIdr: '0' as RupiahText, mode: 'DISBURSES' as const },
      ...{ payerId: office.payerId, decidedBy: [] },
    },
  ];
  await must(
    send(
      runWish(runId, 'keuangan-citra', {
        type: 'AssembleRun',
        data: {
          ...{ runId, payerId: office.payerId, flow: 'BENEFIT', mode: 'DISBURSES', members },
          membersSha256: '',
        },
      }),
    ),
  );
  const release = { type: 'ReleaseRun', data: { sumIdr: '42000000' as RupiahText } } as const;
  expect(await send(runWish(runId, 'keuangan-citra', release))).toMatchObject({
    code: 'AssemblerCannotRelease',
  });
  await must(send(runWish(runId, 'kepala-dewi', release)));
  await until(
    () => waitingFor(`payout-run/${runId}`),
    (what) => what === 'BANK_ANSWERS',
  );
  const outbox = join(engine.dataDir, 'bank', 'outbox');
  expect(readdirSync(outbox)).toHaveLength(1);
  const xml = readFileSync(join(outbox, readdirSync(outbox)[0] ?? ''), 'utf8');
  const endToEndId = /<EndToEndId>([^<]+)/.exec(xml)?.[1] ?? '';
  const report = await engine.gateway.ingestAnswers({
    actorId: 'keuangan-citra',
    file: { name: 'statement.xml', bytes: statement(endToEndId) },
  });
  expect(report).toMatchObject({ files: 1, lines: 1, problems: [], misfits: [] });
  for (const id of [`payout-run/${runId}`, `claim/${claimId}`, `worker/${workerId}`])
    await until(
      () => statusOf(id),
      (status) => status === 'COMPLETED',
    );
  const claim = await engine.ports.store.loadStream(claimId);
  expect(lastOf(claim, 'ClaimSettled')?.data).toMatchObject({ paidIdr: '42000000' });
  const worker = await engine.ports.store.loadStream(workerId);
  expect(lastOf(worker, 'WorkerClaimSettled')?.data).toMatchObject({ outcome: 'SETTLED' });
}, 60_000);

let thirdClaimId: string;

test('workflows that Temporal lost are rebuilt from the events alone', async () => {
  const report = await reportDeath(engine.ports, workers[2] ?? '');
  thirdClaimId = report.streamId;
  await must(send(report));
  const ids = [`claim/${report.streamId}`, `worker/${workers[2]}`];
  for (const id of ids)
    await until(
      () => statusOf(id),
      (status) => status === 'RUNNING',
    );
  // News of the report that is still on its way would wake them before the repair does.
  await sleep(1_000);
  for (const id of ids) await engine.place.client.workflow.getHandle(id).terminate('lost');
  const repaired = await reviveWorkflows(engine.place, engine.ports.store, () => undefined);
  expect(repaired.started).toBeGreaterThanOrEqual(2);
  await until(
    () => waitingFor(ids[0] ?? ''),
    (what) => what === 'DOCUMENTS',
  );
  await until(
    () => waitingFor(ids[1] ?? ''),
    (what) => what === 'DECISION',
  );
  const again = await reviveWorkflows(engine.place, engine.ports.store, () => undefined);
  expect(again.started).toBe(0);
});

test('workflows whose every task fails are begun anew, and go on where their stream stands', async () => {
  const id = `claim/${thirdClaimId}`;
  const handle = engine.place.client.workflow.getHandle(id);
  const before = (await handle.describe()).runId;
  const startAgain = await engine.stopWorker();
  const stopUnfit = await engine.startOther(UNFIT);
  await handle.signal(factsChanged, { streamId: thirdClaimId, version: null });
  await until(
    async () => (await handle.describe()).raw.pendingWorkflowTask?.attempt ?? 0,
    (attempt) => attempt > 3,
  );
  await stopUnfit();
  await startAgain();
  const repaired = await reviveWorkflows(engine.place, engine.ports.store, () => undefined);
  expect(repaired.restarted).toBeGreaterThanOrEqual(1);
  expect((await handle.describe()).runId).not.toBe(before);
  await until(
    () => waitingFor(id),
    (what) => what === 'DOCUMENTS',
  );
});

test('an activated version of the rules reaches every open claim by a workflow that ends', async () => {
  const bookId = engine.ports.ids.ruleBook();
  const row = {
    ...{ rule: 'M-03', from: localDate('2026-01-01'), law: null, confidence: 'V' as const },
    ...{ article: 'PP contoh 1/2026 Pasal 2', value: { idr: '12000000' } },
  };
  const toBook = (as: string, command: RuleBookCommand) =>
    must(send(envelope('rule_book', bookId, { command, as })));
  const proposal = { basis: 'PP contoh 1/2026', rows: [row] };
  await toBook('cabang-gita', { type: 'ProposeRuleVersion', data: proposal });
  const version = { rulesetId: `${RULESET_ID}+1`, openClaims: 'PIN' as const };
  await toBook('penetap-budi', { type: 'ActivateRuleVersion', data: version });
  await until(
    () => statusOf(`rule-book/${bookId}`),
    (status) => status === 'COMPLETED',
  );
  const open = await engine.ports.store.loadStream(thirdClaimId);
  expect(allOf(open, 'RuleVersionApplied')).toMatchObject([{ treatment: 'PINNED' }]);
  const settled = await engine.ports.store.loadStream(claimId);
  expect(allOf(settled, 'RuleVersionApplied')).toEqual([]);
});

test('nothing that Temporal keeps can be read without the key', async () => {
  const handle = engine.place.client.workflow.getHandle(`claim/${claimId}`);
  const history = JSON.stringify(await handle.fetchHistory());
  const plain = Buffer.from('kelurahan-eko').toString('base64');
  expect(history).not.toContain('kelurahan-eko');
  expect(history).not.toContain(plain.slice(0, 12));
  expect(history).toContain(Buffer.from('binary/encrypted').toString('base64'));
});
