// A city follows what the branch pays: it prechecks, records verdicts and receipts, and sends nothing.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BENEFIT_IDR, handOverCard, payableOf, recommendedClaim } from './claim-path.ts';
import { foundTown, type Json, type Town } from './town.ts';

const DIFFERENT_IDR = '20000000';

describe('a city tracks the benefits that a branch pays', () => {
  let town: Town;
  let workerId = '';
  let claimId = '';
  let payableId = '';
  let otherClaimId = '';
  let otherPayableId = '';
  let precheck: Json = {};
  let unproved: Json = {};
  let assembled: Json = {};
  let tracked: Json = {};
  let reported: Json = {};

  const ask = (...args: string[]): Promise<Json> => town.does('auditor-fajar', args);
  const follow = (...args: string[]): Promise<Json> => town.does('pemantau-hadi', args);

  const determine = async (claim: string, sumIdr: string): Promise<string> => {
    await town.does('penetap-budi', [
      ...['claim', 'approve', claim, '--total', BENEFIT_IDR, '--determined', sumIdr],
      ...['--reference', `PEN-${sumIdr}/2026`, '--determined-on', town.days.today],
    ]);
    return payableOf(town, claim);
  };

  const reportPaid = (payable: string, sumIdr: string): Promise<Json> =>
    follow(
      ...['payout', 'report', payable, '--by', 'BPJS Ketenagakerjaan Cabang Bontang'],
      ...['--amount', sumIdr, '--paid-on', town.days.today, '--reference', 'TRF-001'],
    );

  beforeAll(async () => {
    town = await foundTown({ workers: 12, mode: 'TRACKS' });
    workerId = town.workers[0]?.workerId ?? '';
    await handOverCard(town, workerId);
    claimId = await recommendedClaim(town, workerId, '1240031122334');
    precheck = await ask('claim', 'show', claimId);
    const total = ['claim', 'approve', claimId, '--total', BENEFIT_IDR];
    unproved = (await town.run(total, { as: 'penetap-budi' })).json;
    payableId = await determine(claimId, BENEFIT_IDR);
    const run = ['payout', 'run', '--payer', town.ids.payer];
    assembled = (await town.run(run, { as: 'keuangan-citra' })).json;
    tracked = await ask('claim', 'show', claimId);
    await reportPaid(payableId, BENEFIT_IDR);
    reported = await ask('claim', 'show', claimId);
    await follow('payout', 'receipt', payableId, '--on', town.days.today);
    await town.until(['worker', 'show', workerId], ({ stage }) => stage === 'ENDED');
    otherClaimId = await recommendedClaim(town, town.workers[1]?.workerId ?? '', '1240031122335');
    otherPayableId = await determine(otherClaimId, DIFFERENT_IDR);
  });
  afterAll(() => town?.stop());

  test('a recommendation is a precheck that waits for the branch', () => {
    expect(precheck).toMatchObject({
      stage: 'RECOMMENDED',
      contents: { decisions: [{ precheck: true, mandate: { mode: 'TRACKS' }, outcome: null }] },
    });
  });

  test('no verdict of ours stands without the determination of the branch', () => {
    expect(unproved).toMatchObject({ status: 'refused', code: 'DeterminationMissing' });
  });

  test('no run is assembled from a purse that is not ours', () => {
    expect(assembled).toMatchObject({ status: 'refused', code: 'PayerNotOurs' });
  });

  test('a payment is followed from tracked to reported to received, and never called settled', async () => {
    const stageOf = (claim: Json): Json => ({
      stage: claim['stage'],
      payables: (claim['payables'] as { stage: string }[]).map(({ stage }) => stage),
    });
    expect(stageOf(tracked)).toEqual({ stage: 'DETERMINED_BY_BRANCH', payables: ['TRACKED'] });
    expect(stageOf(reported)['payables']).toEqual(['REPORTED_PAID']);
    const received = await ask('claim', 'show', claimId);
    expect(received).toMatchObject({
      payables: [
        { payableId, stage: 'RECEIPT_CONFIRMED', mode: 'TRACKS', attempts: [], settledIdr: null },
      ],
      contents: { settlement: { outcome: 'REPORTED_PAID' } },
    });
    const worker = await ask('worker', 'show', workerId);
    expect(worker).toMatchObject({ claimOutcome: 'REPORTED_PAID' });
    expect(received['stage']).toBe('REPORTED_PAID');
    const { rows } = await ask('claim', 'list');
    expect(JSON.stringify(rows)).not.toContain('SETTLED');
  });

  test('a sum that differs from ours opens an exception, and the sum of the branch is owed', async () => {
    const { rows } = await ask('claim', 'list');
    const exceptionsOf = (id: string): unknown =>
      (rows as { claimId: string; exceptions: string[] }[]).find((row) => row.claimId === id)
        ?.exceptions;
    expect(exceptionsOf(otherClaimId)).toEqual(['DETERMINATION_DIFFERS']);
    expect(exceptionsOf(claimId)).toEqual([]);
    const other = await ask('claim', 'show', otherClaimId);
    expect(other).toMatchObject({
      payables: [{ payableId: otherPayableId, amountIdr: DIFFERENT_IDR }],
      contents: {
        decisions: [
          {
            determination: {
              ...{ determinedIdr: DIFFERENT_IDR, computedIdr: BENEFIT_IDR, differs: true },
            },
          },
        ],
      },
    });
  });

  test('the figures keep what others paid apart from what we paid', async () => {
    const { figures } = await ask('watch', '--once');
    expect(figures).toMatchObject({
      ...{ deaths_known: '2', claims_reported: '2', claims_paid: '0', claims_reported_paid: '1' },
      ...{ paid_total: '0', reported_paid_total: BENEFIT_IDR, local_aid_paid_total: '0' },
      ...{ payables_open_total: DIFFERENT_IDR },
    });
  });

  test('what mends the log’s copies and its workflows is for an administrator only', async () => {
    const mends = [
      ...[['repair', 'workflows'] as const, ['repair', 'relay'] as const],
      ...[
        ['projection', 'rebuild', 'claim-queue'],
        ['projection', 'retry', 'claim-queue'],
      ],
    ];
    for (const args of mends) {
      const { json } = await town.run(args, { as: 'auditor-fajar' });
      expect(json, args.join(' ')).toMatchObject({ status: 'refused', code: 'ActNotHeld' });
    }
    const report = await town.does('admin-nur', ['repair', 'workflows']);
    expect(report['examined']).toBeGreaterThan(0);
  });

  test('no payment file was ever written', () => {
    const bank = join(town.dataDir, 'bank');
    for (const folder of ['outbox', 'archive']) {
      const path = join(bank, folder);
      expect(existsSync(path) ? readdirSync(path) : []).toEqual([]);
    }
  });
});
