// Kutai Timur and Kotabaru as a stranger runs them, side by side under one data folder.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runningInstallation } from '../../infra/local/runtime-file.ts';
import { documentIn, endDemos, runDemo, type Told, UNREADABLE } from './demo-process.ts';

const WORKERS = ['--workers', '40'];

describe('npm run demo -- kutim and -- kotabaru, at once', () => {
  const root = mkdtempSync(join(tmpdir(), 'lindung-regencies-'));
  chmodSync(root, 0o711); // PostgreSQL may run as another user than we
  const dataDir = join(root, 'data');
  let kutim: Told;
  let kotabaru: Told;

  beforeAll(async () => {
    [kutim, kotabaru] = await Promise.all([
      runDemo(dataDir, ['kutim', ...WORKERS]),
      runDemo(dataDir, ['kotabaru', ...WORKERS]),
    ]);
  });
  afterAll(() => {
    endDemos();
    rmSync(root, { recursive: true, force: true });
  });

  test('both end by themselves, each on data of its own, with nothing left running', () => {
    expect([kutim.code, kotabaru.code], `${kutim.err}\n${kotabaru.err}`).toEqual([0, 0]);
    for (const city of ['kutim', 'kotabaru'])
      expect(runningInstallation(join(dataDir, city)), city).toBeUndefined();
    expect(`${kutim.err}${kotabaru.err}`).not.toMatch(UNREADABLE);
  });

  test('Kutai Timur: the gate is warned of, overridden by name, and the dead are paid by the law of their day', () => {
    const { figures, purses } = documentIn(kutim);
    const [press, today] = Object.values(figures);
    expect(press).toMatchObject({ registered_cumulative: '32', active_now: '32' });
    expect(today).toMatchObject({
      ...{ registered_cumulative: '40', active_now: '38', claims_paid: '2', deaths_known: '2' },
    });
    // 42 million for a member since 2024, 10 million in the first three months.
    expect(purses.benefitsPaidIdr).toBe('52000000');
    expect(kutim.err).toMatch(/eskalasi hari ke-80|peringatan hari ke-30/);
    expect(kutim.err).toContain('BENTURAN');
    expect(kutim.err).toMatch(/Ditolak: .*wilayah/);
    expect(kutim.err).toMatch(/alasan: .* \(sekda-rizal, \d+\/\d+\)/);
    expect(kutim.err).toMatch(/Biaya pemakaman .*\[M-12; Permenaker 1\/2025\]/);
    expect(kutim.err).toMatch(/Ditolak: .*Rp10\.000\.000/);
  });

  test('Kotabaru: one NIK is one membership, and the law of 2024 pays from the first day', () => {
    const { figures, purses } = documentIn(kotabaru);
    const today = Object.values(figures).at(-1);
    expect(today).toMatchObject({
      ...{ registered_cumulative: '40', active_now: '39', claims_paid: '1', deaths_known: '1' },
    });
    expect(purses.benefitsPaidIdr).toBe('42000000');
    const refused = kotabaru.err.match(/NIK ini sudah terdaftar sebagai peserta/g) ?? [];
    // Two in the list of the province, one at the counter today.
    expect(refused.length).toBeGreaterThanOrEqual(3);
    expect(kotabaru.err).toContain('SK 188.44/077/KUM/2024; perlindungan sejak 01-03-2024');
    expect(kotabaru.err).toMatch(/\[M-01; PP 82\/2019 Pasal 34\]/);
  });

  test('Kotabaru: an illness that is not from work is led to JKN, with the article, and pays nothing', () => {
    expect(kotabaru.err).toMatch(/BUKAN JKK: .*K-02, Permenaker 5\/2021 Pasal 7\(2\)/);
    expect(kotabaru.err).toContain('Berobat: pakai JKN');
    const today = Object.values(documentIn(kotabaru).figures).at(-1);
    expect(today).toMatchObject({ claims_in_verification: '0', paid_total: '42000000' });
  });
});
