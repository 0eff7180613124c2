// The small verifier in a bare process: a claim proven by bundle and key alone, also when its key is gone.
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimBundle } from '../../../apps/cli/claim-bundle.ts';
import { runCommandLine } from '../../../apps/cli/program.ts';
import type { Json } from '../../../domain/envelope.ts';
import {
  type LocalKeyService,
  openLocalKeyService,
} from '../../../infra/keys/local-key-service.ts';
import { readNote, type SealKey, sealKey } from '../../../infra/seals/checkpoint.ts';
import { sealKeyOf } from '../../../infra/seals/sealing.ts';
import { lastSeal } from '../../../infra/seals/tree-store.ts';
import {
  eventOf,
  openStoreFixture,
  requestOf,
  type StoreFixture,
} from '../../infra/event-store/store-fixture.ts';
import { appendSome, sealAll } from '../../infra/seals/sealed-log.ts';

const PAPER = Buffer.from('a paper, as it was received');
const NAME = 'Siti Rahmah binti Abdul';
const claimId = randomUUID();
const subject = randomUUID();

let fixture: StoreFixture;
let folder: string;
let keys: LocalKeyService;
let key: SealKey;

beforeAll(async () => {
  fixture = await openStoreFixture();
  folder = mkdtempSync(join(tmpdir(), 'lindung-verifier-'));
  const { pools, store } = fixture;
  const master = { root: randomBytes(32), tombstonesFile: join(folder, 'tombstones') };
  keys = await openLocalKeyService({ pool: pools.app, master });
  key = await sealKeyOf(pools.bg, keys.derive);
  const commandId = randomUUID();
  const seal = (field: string, value: string) => keys.seal({ subject, field, value, commandId });
  const paper = {
    documentId: randomUUID(),
    sha256: createHash('sha256').update(PAPER).digest('hex'),
  };
  const heirs: Json = [
    {
      ref: 'H1',
      name: await seal('heir.name', NAME),
      guardianName: await seal('heir.guardian', 'Ali'),
    },
  ];
  const lines = [{ code: 'JKM.LUMP', amountIdr: '20000000' }];
  const benefit = { claimId, totalIdr: '20000000', rulesetId: 'lindung-rules', lines };
  await appendSome(fixture, 300);
  for (const [version, [type, data]] of (
    [
      ['DeathReported', { claimId, reporterName: await seal('report.name', 'Eko') }],
      ['DocumentReceived', { claimId, ...paper }],
      ['HeirsDetermined', { claimId, heirs }],
      ['BenefitsDetermined', benefit],
    ] as const satisfies readonly (readonly [string, Json])[]
  ).entries()) {
    const events = [{ ...eventOf(data), type }];
    const expected = version === 0 ? 'none' : version;
    await store.append(requestOf({ streamId: claimId, category: 'claim', expected, events }));
    await appendSome(fixture, 40);
  }
  await sealAll(pools.bg, key);
});
afterAll(async () => {
  await fixture.close();
  rmSync(folder, { recursive: true, force: true });
});

const bundleOf = async (kind: 'claim' | 'receipt', fields: readonly 'HEIR_NAME'[] = []) => {
  const seal = await lastSeal(fixture.pools.bg);
  const note = seal?.note ?? '';
  const read = readNote(note, key);
  if (read.status !== 'signed') throw new Error(read.status);
  const sealed = { note, checkpoint: read.checkpoint };
  const wish = { kind, claimId, streamIds: [claimId], fields, sealed };
  return claimBundle(keys, fixture.pools.bg, wish);
};

/** The program as it is handed out, beside the bundle, in a process that has nothing else. */
const verified = (
  bundle: unknown,
  options: { readonly key?: string; readonly more?: readonly string[] } = {},
) => {
  const own = mkdtempSync(join(folder, 'bare-'));
  writeFileSync(join(own, 'verify.mjs'), readFileSync(join(folder, 'verify.mjs')));
  writeFileSync(join(own, 'bundle.json'), JSON.stringify(bundle));
  const args = ['verify.mjs', 'bundle.json', '--key', options.key ?? key.verifier, '--json'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...args, ...(options.more ?? [])],
    {
      ...{ cwd: own, env: {}, encoding: 'utf8' },
    },
  );
  const json: {
    valid?: boolean;
    findings?: { code: string }[];
    masked?: number;
    opened?: { value: string }[];
  } = status === 2 ? {} : JSON.parse(stdout);
  return { status, stderr, ...json };
};

describe('the verifier', () => {
  test('is one file of less than 300 lines that imports nothing but Node', async () => {
    const file = join(folder, 'verify.mjs');
    const quiet = { out: () => undefined, err: () => undefined };
    const nothing = () => Promise.resolve({ status: 'out-of-reach' as const, sentence: '' });
    const parts = { terminal: quiet, openSession: nothing };
    expect(await runCommandLine(['audit', 'verifier', '-o', file], parts)).toBe(0);
    const source = readFileSync(file, 'utf8');
    expect(source.split('\n').length).toBeLessThan(300);
    const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, from]) => from);
    expect(imports.length).toBeGreaterThan(0);
    expect(imports.filter((from) => !/^node:(crypto|fs|path|util)$/.test(from ?? ''))).toEqual([]);
    expect(source).not.toMatch(/import\(|require\(|fetch\(|process\.env/);
  });

  test('tells of a claim in words and by the clock of the office', async () => {
    const own = mkdtempSync(join(folder, 'told-'));
    writeFileSync(join(own, 'bundle.json'), JSON.stringify(await bundleOf('claim')));
    const args = [join(folder, 'verify.mjs'), join(own, 'bundle.json'), '--key', key.verifier];
    const { stdout } = spawnSync(process.execPath, args, { env: {}, encoding: 'utf8' });
    expect(stdout).toMatch(/#\d+ \d{4}-\d{2}-\d{2} \d{2}:\d{2} WITA Kematian dilaporkan/);
    expect(stdout).not.toMatch(/DeathReported|BPJS_BRANCH|KELURAHAN/);
  });

  test('proves every event of a claim, with all personal fields closed', async () => {
    const bundle = await bundleOf('claim');
    expect(JSON.stringify(bundle)).not.toContain(NAME);
    expect(verified(bundle)).toMatchObject({ status: 0, valid: true, masked: 3, opened: [] });
  });

  test('shows what was opened, also after the key of the person was destroyed', async () => {
    const bundle = await bundleOf('claim', ['HEIR_NAME']);
    const before = verified(bundle);
    expect(before).toMatchObject({ status: 0, masked: 2, opened: [{ value: NAME }] });
    const forged = bundle.opened.map((one) => ({ ...one, value: 'Orang Lain' }));
    expect(verified({ ...bundle, opened: forged }).findings).toEqual([
      { code: 'OPENED_WRONG', at: expect.stringMatching(/^#\d+$/) },
    ]);
    await keys.shred(subject, 'asked by the family');
    expect(verified(bundle)).toEqual(before);
    // A bundle made now proves the same events, and can open nothing.
    const later = await bundleOf('claim', ['HEIR_NAME']);
    expect(verified(later)).toMatchObject({ status: 0, masked: 3, opened: [] });
  });

  test('of a receipt proves that the claim was filed, and when', async () => {
    const receipt = await bundleOf('receipt');
    expect(receipt.events).toHaveLength(1);
    const checkpoint = { time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) };
    expect(verified(receipt)).toMatchObject({ status: 0, kind: 'receipt', events: 1, checkpoint });
  });

  test('compares papers with the digests that the events hold', async () => {
    const papers = join(folder, 'papers');
    mkdirSync(papers, { recursive: true });
    writeFileSync(join(papers, 'ktp.pdf'), PAPER);
    const bundle = await bundleOf('claim');
    const more = ['--documents', papers];
    expect(verified(bundle, { more })).toMatchObject({ status: 0 });
    writeFileSync(join(papers, 'ktp.pdf'), 'another paper');
    const findings = [{ code: 'DOCUMENT_CHANGED', at: 'ktp.pdf' }];
    expect(verified(bundle, { more })).toMatchObject({ status: 1, findings });
  });

  type Bundle = Awaited<ReturnType<typeof bundleOf>>;
  const changed = (bundle: Bundle, from: string, to: string): unknown => {
    const text = JSON.stringify(bundle);
    expect(text).toContain(from);
    return JSON.parse(text.replace(from, to));
  };

  test.each<readonly [string, string, (bundle: Bundle) => unknown]>([
    ['an amount', 'EVENT_NOT_PROVEN', (one) => changed(one, '20000000', '90000000')],
    [
      'an instant of recording',
      'EVENT_NOT_PROVEN',
      (one) => changed(one, 'recordedAt\\":\\"2', 'recordedAt\\":\\"1'),
    ],
    [
      'an event left out',
      'EVENT_MISSING',
      (one) => ({ ...one, events: one.events.filter((_, at) => at !== 1) }),
    ],
    ['events of another claim', 'EVENT_MISSING', (one) => ({ ...one, claimId: randomUUID() })],
    ['a table of rules', 'RULES_CHANGED', (one) => changed(one, '\\"article\\"', '\\"artikel\\"')],
    [
      'a digest of a paper',
      'DOCUMENT_UNKNOWN',
      (one) => ({ ...one, documents: [{ documentId: 'x', sha256: 'y' }] }),
    ],
    ['the signed text', 'CHECKPOINT_NOT_SIGNED', (one) => changed(one, 'position ', 'position 1')],
    ['another format', 'MALFORMED', (one) => ({ ...one, format: 'x' })],
  ])('refuses %s that was changed', async (_, code, change) => {
    const bundle = await bundleOf('claim');
    expect(verified(bundle)).toMatchObject({ status: 0 });
    const verdict = verified(change(bundle));
    expect(verdict.status).toBe(1);
    expect(verdict.findings?.map((finding) => finding.code)).toContain(code);
  });

  test('believes no other key, and asks for one', async () => {
    const bundle = await bundleOf('claim');
    const { verifier: other } = sealKey(key.name, randomBytes(32));
    const findings = [{ code: 'CHECKPOINT_NOT_SIGNED' }];
    expect(verified(bundle, { key: other })).toMatchObject({ status: 1, findings });
    expect(verified(bundle, { key: '' })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--key KEY'),
    });
  });
});
