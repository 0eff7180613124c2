// A house that owes thousands and pays them run by run; killed anywhere and started again, it goes on.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRefusedAuthority } from '../../activities/authority.ts';
import { ingestBankAnswers } from '../../activities/bank-answers.ts';
import { createActivities } from '../../activities/create-activities.ts';
import { followUpMany } from '../../activities/follow-up.ts';
import { createRecordDecision } from '../../activities/record-decision.ts';
import { lastOf } from '../../activities/stored-events.ts';
import { readOrder } from '../../apps/bank-simulator/received-order.ts';
import { type Engine, openEngine } from '../../apps/worker/engine-ports.ts';
import { systemActor } from '../../domain/actor.ts';
import { localDate, officeDay } from '../../domain/calendar.ts';
import type { RupiahText } from '../../domain/money.ts';
import { openPools } from '../../infra/database/connect.ts';
import { createFileDocumentStore } from '../../infra/documents/file-document-store.ts';
import { createPostgresEventStore } from '../../infra/event-store/postgres-event-store.ts';
import { openLocalKeyService } from '../../infra/keys/local-key-service.ts';
import { loadMasterKey } from '../../infra/keys/master-key.ts';
import { enrol } from '../../test/activities/approved-claims.ts';
import { countsFromLog } from '../../test/activities/engine-fixture.ts';
import { envelope, foundOffice, must, type Office } from '../../test/activities/office-story.ts';

type House = Office & { readonly workerId: string };

const RUN_MEMBERS = 999;
const AMOUNT = '42000000' as RupiahText;
const SEALED_AT_ONCE = 500;

const { PAYOUT_URL: url = '', PAYOUT_DATA: dataDir = '', PAYOUT_COUNT = '20000' } = process.env;
const count = Number(PAYOUT_COUNT);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const id = (...parts: readonly (string | number)[]): string => {
  const hex = createHash('sha256').update(parts.join('/')).digest('hex');
  const part = (from: number, to: number): string => hex.slice(from, to);
  return `${part(0, 8)}-${part(8, 12)}-5${part(13, 16)}-8${part(17, 20)}-${part(20, 32)}`;
};

const openHouse = async (): Promise<{ readonly engine: Engine; close(): Promise<void> }> => {
  const pools = openPools({ url, applicationName: 'payout-house', log: () => undefined });
  const store = createPostgresEventStore({ pools });
  const master = loadMasterKey({ dataDir, given: undefined });
  const keys = await openLocalKeyService({ pool: pools.app, master });
  const documents = createFileDocumentStore({ folder: join(dataDir, 'documents'), keys });
  const engine = await openEngine({
    ...{ store, keys, documents, dataDir },
    signals: { workersChanged: () => Promise.resolve() },
    lifecycleStart: 'on-first-touch',
    duePayables: () => Promise.resolve([]),
    tranches: countsFromLog(store),
  });
  return { engine, close: () => pools.close() };
};

/** Once, and kept beside the data: a house that starts again is the same house. */
const found = async (engine: Engine): Promise<House> => {
  const path = join(dataDir, 'house.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  const send = createRecordDecision(engine.ports);
  const office = await foundOffice(send, engine.ports);
  const fixture = { ports: engine.ports, activities: createActivities(engine.ports) };
  const town = { engine: fixture as never, send, office };
  const [workerId = ''] = await enrol(town, 1);
  const house = { ...office, workerId };
  writeFileSync(path, JSON.stringify(house));
  return house;
};

const payableId = (number: number): string => id('payable', number);

/** What approved claims would owe: one sealed name and account for each. */
const owe = async ({ ports }: Engine, house: House): Promise<void> => {
  const acting = { by: systemActor, now: ports.clock(), origin: 'live' } as const;
  const because = { correlationId: id('owe'), causationId: id('owe') };
  const seal = (subject: string, field: string, value: string) =>
    ports.keys.seal({ subject, field, value, commandId: subject });
  for (let from = 0; from < count; from += SEALED_AT_ONCE) {
    const numbers = Array.from(
      { length: Math.min(SEALED_AT_ONCE, count - from) },
      (_, at) => from + at,
    );
    const known = await ports.store.loadStreams([payableId(numbers.at(-1) ?? 0)]);
    if ((known.get(payableId(numbers.at(-1) ?? 0)) ?? []).length > 0) continue;
    const steps = await Promise.all(
      numbers.map(async (number) => {
        const subject = id('person', number);
        const payee = {
          ...{ ref: 'h1', bic: 'PDKTIDJ1', accountIndex: id('account', number) },
          name: await seal(subject, 'payee.name', `Penerima ${number}`),
          account: await seal(subject, 'payee.account', String(1_000_000_000 + number)),
        };
        const owed = {
          ...{ payableId: payableId(number), claimId: id('claim', number), decision: 1 },
          ...{ workerId: house.workerId, lineCodes: ['JKM.LUMP'], amountIdr: AMOUNT, payee },
          ...{ payerId: house.payerId, mandateId: id('mandate'), mode: 'DISBURSES' as const },
          ...{ flow: 'BENEFIT' as const, dueOn: localDate('2026-09-30') },
          ...{ recommendedBy: ['verifikator-ani'], approvedBy: ['penetap-budi'] },
        };
        return {
          ...{ category: 'payable' as const, streamId: owed.payableId },
          command: { type: 'CreatePayable' as const, data: owed },
          commandId: id('create', number),
        };
      }),
    );
    await followUpMany(ports, { steps, because, acting });
  }
};

const xml = (
  bookings: readonly { readonly id: string; readonly at: number }[],
  run: number,
): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>S${run}</MsgId><CreDtTm>2026-11-21T00:00:00Z</CreDtTm></GrpHdr><Stmt><Id>${run}</Id><Acct><Id><Othr><Id>1240018000777</Id></Othr></Id></Acct>${bookings
    .map(
      ({ id: endToEndId, at }) =>
        `<Ntry><Amt Ccy="IDR">42000000.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${officeDay(new Date().toISOString())}</Dt></BookgDt><NtryDtls><TxDtls><Refs><AcctSvcrRef>R${run}-${at}</AcctSvcrRef><EndToEndId>${endToEndId}</EndToEndId></Refs><Amt Ccy="IDR">42000000.00</Amt></TxDtls></NtryDtls></Ntry>`,
    )
    .join('')}</Stmt></BkToCstmrStmt></Document>`;

/** The bank reads what was handed over, and books each line once. */
const bankBooks = async ({ ports }: Engine, runId: string, run: number): Promise<void> => {
  const file = lastOf(await ports.store.loadStream(runId), 'PaymentFilePrepared')?.data;
  const bytes = file && (await ports.documents.get(file.sha256));
  const order = bytes && readOrder(bytes);
  if (order?.status !== 'read') throw new Error(`the file of run ${run} cannot be read`);
  const lines = order.order.payments.map(({ endToEndId }, at) => ({ id: endToEndId, at }));
  const answer = new TextEncoder().encode(xml(lines, run));
  const wish = { actorId: 'keuangan-citra', correlationId: id('bank', run), bytes: answer };
  const taken = await ingestBankAnswers(ports, wish);
  if (isRefusedAuthority(taken as never)) throw new Error(JSON.stringify(taken));
};

/** Ids are functions of the run's number: whatever was done before the kill is found done. */
const payRun = async (engine: Engine, house: House, run: number): Promise<void> => {
  const { ports } = engine;
  const activities = createActivities(ports);
  const send = createRecordDecision(ports);
  const runId = id('run', run);
  const history = await ports.store.loadStream(runId);
  if (lastOf(history, 'RunReconciled') !== null) return;
  const from = run * RUN_MEMBERS;
  const numbers = Array.from({ length: Math.min(RUN_MEMBERS, count - from) }, (_, at) => from + at);
  const members = numbers.map((number) => ({
    ...{ payableId: payableId(number), claimId: '', amountIdr: AMOUNT, mode: 'DISBURSES' as const },
    ...{ payerId: house.payerId, decidedBy: [] },
  }));
  const purse = { payerId: house.payerId, flow: 'BENEFIT', mode: 'DISBURSES' } as const;
  const data = { runId, ...purse, members, membersSha256: '' };
  const assemble = { command: { type: 'AssembleRun' as const, data }, as: 'keuangan-citra' };
  const own = (step: string) => ({ commandId: id(step, run), correlationId: id(step, run) });
  await must(activities.assembleRun(envelope('payout_run', runId, assemble, own('assemble'))));
  const sumIdr = String(BigInt(AMOUNT) * BigInt(numbers.length)) as RupiahText;
  const release = { type: 'ReleaseRun' as const, data: { sumIdr } };
  await must(
    send(envelope('payout_run', runId, { command: release, as: 'kepala-dewi' }, own('release'))),
  );
  await activities.intendPayments(runId);
  await activities.prepareFile(runId);
  await activities.dropFile(runId);
  await activities.recordSent(runId);
  await bankBooks(engine, runId, run);
  await activities.reconcileRun(runId);
};

const main = async (): Promise<void> => {
  const { engine, close } = await openHouse();
  const house = await found(engine);
  await owe(engine, house);
  say('owed');
  const runs = Math.ceil(count / RUN_MEMBERS);
  const startedAt = performance.now();
  for (let run = 0; run < runs; run += 1) {
    await payRun(engine, house, run);
    globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    const paid = Math.min(count, (run + 1) * RUN_MEMBERS);
    say(`paid ${paid} ${heapUsed} ${rss} ${((performance.now() - startedAt) / 1000).toFixed(1)}`);
  }
  await close();
  say('done');
};

await main();
