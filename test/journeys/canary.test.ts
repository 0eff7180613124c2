// Personal data is planted wherever a person can type it; nothing that keeps or carries data shows it.
//
// Names, accounts and stories are typed where they are sealed. Into every other option that takes
// words the same things are typed too: each is refused, and nothing of it is found afterwards.
// One reason is planted on purpose: where the scanner finds it, it could have found a person.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'nats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { syntheticPdf } from '../../apps/demo/synthetic-paper.ts';
import { natsConnection } from '../../infra/config/nats-url.ts';
import { until } from '../support/stack.ts';
import { knownIn, objectsTo, takesOver } from './canary-acts.ts';
import {
  FUNDING_ACCOUNT,
  HEIR,
  HEIRS,
  HURT,
  OFFICER,
  PAPER,
  PAYEE_ACCOUNT,
  PLANTED,
  REPORTER,
  ROSTER,
  STORY,
  WORKER,
  wordsOf,
} from './canary-people.ts';
import {
  needlesFor,
  type Sighting,
  scanDatabase,
  scanFiles,
  scanFor,
  scanValue,
} from './canary-scan.ts';
import {
  approve,
  assembleRun,
  BENEFIT_IDR,
  bringPapers,
  handOverCard,
  recommend,
  reconciled,
  release,
  reportArgs,
} from './claim-path.ts';
import { plantedLines, wordsOfProgram } from './planted-options.ts';
import { foundTown, type Json, KELURAHAN, type Town } from './town.ts';
import { openTemporal } from './workflow-history.ts';

const MARKER = 'alasan-terbuka-7391-kenari';

describe('the scanner', () => {
  test('finds a value in every form, at every place, and nothing where nothing is', () => {
    const look = scanFor(needlesFor(['Qanari7391']));
    const noise = (length: number): Buffer => Buffer.alloc(length, 'Qa');
    for (let shift = 0; shift < 6; shift += 1) {
      const told = Buffer.concat([noise(shift), Buffer.from('Qanari7391'), noise(7)]);
      const wide = Buffer.from(told.toString('utf8'), 'utf16le');
      const texts = (['hex', 'base64', 'base64url'] as const).map((form) => told.toString(form));
      const kept = [
        told,
        wide,
        Buffer.from(wide).swap16(),
        ...texts.map((text) => Buffer.from(text)),
      ];
      for (const bytes of kept) expect(look(bytes)).not.toEqual([]);
    }
    expect(look(noise(10_000))).toEqual([]);
  });
});

describe('personal data', () => {
  let town: Town;
  let workerId = '';
  let claimId = '';
  let payableId = '';
  let runId = '';
  let takenOver: Json = {};
  let kpj = '';
  /** What the scanner saw in the payment file while it lay there for the bank. */
  let inOutbox: readonly Sighting[] = [];
  const scan = () => scanFor(needlesFor([...PLANTED, kpj]));
  const marker = scanFor(needlesFor([MARKER]));

  const showRevealed = (): Promise<Json> =>
    town.does('verifikator-ani', ['worker', 'show', workerId, '--reveal', 'pemeriksaan klaim']);

  /** A half-written file has a name with a dot before it, and is not there yet. */
  const sightedInOutbox = async (): Promise<readonly Sighting[]> => {
    const outbox = join(town.dataDir, 'bank', 'outbox');
    const sent = () => readdirSync(outbox).filter((name) => /^[^.].*\.xml$/.test(name));
    await until('the payment file is there', () => existsSync(outbox) && sent().length > 0);
    const look = scanFor(needlesFor(PLANTED));
    return sent().flatMap((name) => scanValue(name, readFileSync(join(outbox, name)), look));
  };

  const workerCalled = async (nik: string): Promise<string> => {
    for (const { workerId: id } of town.workers) {
      const look = ['worker', 'show', id, '--reveal', 'pemeriksaan klaim'];
      if ((await town.does('verifikator-ani', look))['nik'] === nik) return id;
    }
    throw new Error('a worker of the list was not enrolled');
  };

  beforeAll(async () => {
    const wish = { workers: 3, mode: 'DISBURSES', fundingAccount: FUNDING_ACCOUNT } as const;
    town = await foundTown({ ...wish, roster: ROSTER });
    workerId = await workerCalled(WORKER.nik);
    await town.does('admin-nur', [
      ...['actor', 'add', 'petugas-baru', '--office', 'KELURAHAN', '--name', OFFICER],
      ...['--act', 'report-death', '--area', KELURAHAN, '--letter', 'SK Lurah 470/08/2026'],
    ]);
    await handOverCard(town, workerId);
    const report = { ...REPORTER, reporter: REPORTER.name, circumstances: STORY };
    const args = reportArgs(town, workerId, { ...report, channel: 'HEIR', relation: 'NEIGHBOUR' });
    claimId = String((await town.does('petugas-baru', args))['claimId']);
    await bringPapers(town, claimId, { name: HEIR, content: PAPER });
    await recommend(town, claimId, HEIRS, MARKER);
    payableId = await approve(town, claimId);
    const proof = town.paper('bukti.pdf', syntheticPdf('bukti'));
    const account = [payableId, '--account', PAYEE_ACCOUNT, '--bic', 'PDKTIDJ1'];
    await town.does('verifikator-ani', [
      ...['payout', 'correct-payee', 'propose', ...account],
      ...['--evidence', proof, '--why', 'buku rekening lain'],
    ]);
    await town.does('pemantau-hadi', ['payout', 'correct-payee', 'confirm', ...account]);
    await objectsTo(town, await workerCalled(HURT.nik), proof);
    takenOver = await takesOver(town);
    runId = await assembleRun(town);
    await release(town, runId, BENEFIT_IDR);
    inOutbox = await sightedInOutbox();
    await reconciled(town, runId);
    await town.until(['worker', 'show', workerId], ({ stage }) => stage === 'ENDED');
    kpj = String((await showRevealed())['kpj']);
  });
  afterAll(() => town?.stop());

  test('is refused in every option of the command tree that takes words', async () => {
    const plants = { NIK: `NIK ${WORKER.nik}`, ACCOUNT: `rek ${PAYEE_ACCOUNT}`, NAME: HEIR };
    const at = await knownIn(town, { claimId, payableId, runId, workerId });
    const planted = plantedLines(at, plants);
    expect(planted.length).toBeGreaterThan(120);
    const passed: string[] = [];
    for (const { place, as, args } of planted) {
      const { code, json } = await town.run(args, { as });
      const isRefused = code === 1 && json['error'] === 'FreeTextNamesAPerson';
      if (!isRefused) passed.push(`${place}: ${code} ${String(json['error'])}`);
    }
    expect(passed).toEqual([]);
    // Who acts is an account name that must be known; the three others stand beside every act.
    expect(wordsOfProgram()).toEqual(['--as', '--reason', '--agenda', '--source']);
  }, 120_000);

  test('is refused in the clear words of files: what an heir is called, a row of old claims', async () => {
    const calledByName = HEIR.toLowerCase().replace(' ', '-');
    const [wife, ...others] = HEIRS.heirs;
    const payee = { ...HEIRS.payee, ref: calledByName };
    const named = { heirs: [{ ...wife, ref: calledByName }, ...others], payee };
    const file = town.paper('bernama.json', JSON.stringify(named));
    const heirs = ['claim', 'heirs', claimId, '--file', file];
    const { json } = await town.run(heirs, { as: 'verifikator-ani' });
    expect(json).toMatchObject({ error: 'FreeTextNamesAPerson', facts: { inField: 'ref' } });
    expect(takenOver['verdicts']).toMatchObject([
      { row: 1, verdict: 'TAKEN_OVER' },
      { row: 2, verdict: 'REFUSED', column: 'ALASAN', code: 'NAMES_A_PERSON' },
    ]);
  });

  test('opens for whoever may see it, with a reason', async () => {
    expect(await showRevealed()).toMatchObject({
      ...{ name: WORKER.name, nik: WORKER.nik, birthDate: WORKER.born },
      kpj: expect.stringMatching(/^\d{11}$/),
    });
  });

  test('is in no column of any table, where a typed reason is', async () => {
    const url = town.stack.connection.databaseOwnerUrl ?? '';
    const { found, scanned } = await scanDatabase(url, scan());
    expect(found).toEqual([]);
    expect(scanned.filter((table) => table.startsWith('es.')).length).toBeGreaterThan(5);
    expect(scanned.filter((table) => table.startsWith('rm.')).length).toBeGreaterThan(10);
    const seen = (await scanDatabase(url, marker)).found.map(({ where }) => where);
    expect(seen).toContain('es.events');
    expect(seen.some((where) => where.startsWith('rm.claim_file'))).toBe(true);
  });

  test('is in no workflow history, id, memo or search attribute', async () => {
    const { client, close } = openTemporal(town);
    const found: Sighting[] = [];
    const claims: Sighting[] = [];
    const look = scan();
    const claim = scanFor(needlesFor([claimId]));
    try {
      for await (const { workflowId, runId, raw } of client.workflow.list()) {
        const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
        for (const told of [raw, history]) {
          found.push(...scanValue(workflowId, told, look));
          claims.push(...scanValue(workflowId, told, claim));
        }
      }
    } finally {
      await close();
    }
    expect(found).toEqual([]);
    expect(claims.map(({ where }) => where)).toContain(`claim/${claimId}`);
  });

  test('is in no subject, stream or consumer of the bus', async () => {
    const connection = await connect(natsConnection(town.stack.connection.natsUrl));
    const told: unknown[] = [];
    try {
      const manager = await connection.jetstreamManager();
      for await (const { config } of manager.streams.list()) {
        told.push(await manager.streams.info(config.name, { subjects_filter: '>' }));
        for await (const consumer of manager.consumers.list(config.name)) told.push(consumer);
      }
    } finally {
      await connection.close();
    }
    expect(scanValue('nats', told, scan())).toEqual([]);
    expect(scanValue('nats', told, scanFor(needlesFor(['evt.claim.']))).length).toBeGreaterThan(0);
  });

  test('is not repeated by the refusal of a file that cannot be read', async () => {
    const broken = town.paper('rusak.json', JSON.stringify(HEIRS).replace(`"${HEIR}`, HEIR));
    const args = ['claim', 'heirs', claimId, '--file', broken];
    const { code, json, text, err } = await town.run(args, { as: 'verifikator-ani' });
    expect([code, json['error']]).toEqual([1, 'HeirsFileUnreadable']);
    expect(scanValue('refusal', [text, ...err], scan())).toEqual([]);
  });

  test('no longer opens once its key is destroyed, and the claim can still be read', async () => {
    const before = await town.does('auditor-fajar', ['claim', 'show', claimId]);
    const shred = ['keys', 'shred', workerId, '--why', 'permintaan keluarga', '--yes'];
    await town.does('kunci-indra', shred);
    const after = await showRevealed();
    for (const field of ['name', 'nik', 'kpj', 'birthDate', 'neighbourhood'])
      expect(after[field], field).toBe('(kunci dihancurkan)');
    expect(after).toMatchObject({ stage: 'ENDED', claimOutcome: 'SETTLED' });
    expect(await town.does('auditor-fajar', ['claim', 'show', claimId])).toEqual(before);
    const timeline = await town.does('auditor-fajar', ['audit', 'timeline', workerId]);
    expect(JSON.stringify(timeline)).toContain('worker.nik');
  });

  test('is in the file for the bank, where it must be: payee and the two accounts', () => {
    const values = new Set(inOutbox.map(({ value }) => value));
    expect([...values].sort()).toEqual([...wordsOf(HEIR), PAYEE_ACCOUNT, FUNDING_ACCOUNT].sort());
  });

  test('is in no byte left on disk, but for our own account in what the bank wrote', async () => {
    await town.halt();
    const { found, scanned } = scanFiles(town.dataDir, scan());
    const outsideBank = found.filter(({ where }) => !where.startsWith('bank/'));
    expect(outsideBank).toEqual([]);
    // The payment file went when its run was closed; answers and books name the debtor's account.
    const inBank = found.filter(({ where }) => where.startsWith('bank/'));
    expect([...new Set(inBank.map(({ value }) => value))]).toEqual([FUNDING_ACCOUNT]);
    const readable = scanFiles(town.dataDir, scanFor(needlesFor([MARKER, claimId]))).found;
    const places = new Set(readable.map(({ where }) => where.split('/')[0]));
    expect([...places]).toEqual(expect.arrayContaining(['postgres', 'nats', 'temporal']));
    const logs = scanned.filter((path) => path.startsWith(join('logs', '')));
    for (const program of ['worker', 'relay', 'projector', 'postgres', 'temporal', 'nats'])
      expect(logs).toContain(join('logs', `${program}.log`));
  });
});
