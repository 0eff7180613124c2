// Personal data is planted wherever a person can type it; nothing that keeps or carries data shows it.
//
// Free text is recorded as typed, and so is not planted here: reasons, letters, references, names of
// programmes and legal bases, account names of officers, refs of heirs, refusal reasons of the branch.
// One such reason is planted on purpose: where the scanner finds it, it could have found a person.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'nats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { natsConnection } from '../../infra/config/nats-url.ts';
import { until } from '../support/stack.ts';
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
import { foundTown, type Json, KELURAHAN, type Town } from './town.ts';
import { openTemporal } from './workflow-history.ts';

const WORKER = { nik: '6474021702697391', name: 'Zulqanari Quuxaxolotl', born: '1969-02-17' };
const REPORTER = { name: 'Yxcanari Pelaporwan', contact: '0857-7391-2468' };
const STORY = 'Terseret arus Qanarisungai; dirawat karena Qanaritbparu';
const HEIR = 'Wulqanari Istrixena';
const CHILD = 'Vulqanari Anaxena';
const GUARDIAN = 'Uqanari Walixena';
const PAYEE_ACCOUNT = '7391024680135';
const FUNDING_ACCOUNT = '9137402468013';
const OFFICER = 'Tulqanari Petugaxena';
const PAPER = 'Qanariberkas akta kematian';
const REFUSED = {
  nik: '647402170269739O',
  name: 'Sqanari Tolaxena',
  kelurahan: 'Kampung Qanarijauh',
  work: 'Pawang Qanaribesar',
};
const MARKER = 'alasan-terbuka-7391-kenari';

/** Whole numbers, and every word of a text by itself: also a part of a name is a person. */
const wordsOf = (...texts: readonly string[]): readonly string[] =>
  texts
    .flatMap((text) => text.split(/[\s;]+/))
    .filter((word) => /qanari|xena|axolotl|Pelaporwan/i.test(word));

const PLANTED: readonly string[] = [
  ...wordsOf(WORKER.name, REPORTER.name, STORY, HEIR, CHILD, GUARDIAN, OFFICER, PAPER),
  ...wordsOf(REFUSED.name, REFUSED.kelurahan, REFUSED.work),
  ...[WORKER.nik, WORKER.born, '17/02/1969', '17-02-1969', REFUSED.nik.slice(0, 15)],
  ...[REPORTER.contact, REPORTER.contact.replaceAll('-', ''), PAYEE_ACCOUNT, FUNDING_ACCOUNT],
];

const ROSTER = [
  'NIK,NAMA,TANGGAL_LAHIR,KELURAHAN,RT,PEKERJAAN,DISABILITAS',
  `${WORKER.nik},${WORKER.name},${WORKER.born},${KELURAHAN},017,NELAYAN,YA`,
  `${REFUSED.nik},${REFUSED.name},1971-03-04,${KELURAHAN},017,NELAYAN,TIDAK`,
  `6474020403710001,${REFUSED.name},1971-03-04,${REFUSED.kelurahan},017,NELAYAN,TIDAK`,
  `6474020403710002,${REFUSED.name},1971-03-04,${KELURAHAN},017,${REFUSED.work},TIDAK`,
  '',
].join('\r\n');

const HEIRS = {
  heirs: [
    { ref: 'istri', relation: 'SPOUSE', name: HEIR, minor: false },
    { ref: 'anak', relation: 'CHILD', name: CHILD, minor: true, guardianName: GUARDIAN },
  ],
  payee: { ref: 'istri', name: HEIR, account: PAYEE_ACCOUNT, bic: 'PDKTIDJ1' },
};

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

  beforeAll(async () => {
    const wish = { workers: 1, mode: 'DISBURSES', fundingAccount: FUNDING_ACCOUNT } as const;
    town = await foundTown({ ...wish, roster: ROSTER });
    workerId = town.workers[0]?.workerId ?? '';
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
    await approve(town, claimId);
    const runId = await assembleRun(town);
    await release(town, runId, BENEFIT_IDR);
    inOutbox = await sightedInOutbox();
    await reconciled(town, runId);
    await town.until(['worker', 'show', workerId], ({ stage }) => stage === 'ENDED');
    kpj = String((await showRevealed())['kpj']);
  });
  afterAll(() => town?.stop());

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
