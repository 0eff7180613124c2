// A BPJS branch pays one family: from the roster to the rupiah in the account, by command lines; then
// two hands at the same time, in the same town.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportOf } from '../apps/bank-simulator/simulator-process.ts';
import {
  approve,
  assembleRun,
  BENEFIT_IDR,
  handOverCard,
  recommendedClaim,
  releaseAndReconcile,
} from './claim-path.ts';
import { twoAtTheSameTime } from './collisions.ts';
import { foundTown, type Json, type Town } from './town.ts';
import { openTemporal, storyOf } from './workflow-history.ts';

const WORKERS = 24;

let town: Town;
afterAll(() => town?.stop());

describe('a branch pays the family of one worker', () => {
  let workerId = '';
  let claimId = '';
  let payableId = '';
  let runId = '';
  let run: Json = {};
  /** What was tried by somebody who had a hand in the case already, and the answer. */
  const tried: string[] = [];

  const tries = async (as: string, ...args: string[]): Promise<void> => {
    const { code, json } = await town.run(args, { as });
    tried.push(`${args[1]} by ${as}: ${code} ${json['code']}`);
  };

  const ask = (...args: string[]): Promise<Json> => town.does('auditor-fajar', args);

  beforeAll(async () => {
    town = await foundTown({ workers: WORKERS, mode: 'DISBURSES' });
    workerId = town.workers[0]?.workerId ?? '';
    await handOverCard(town, workerId);
    claimId = await recommendedClaim(town, workerId, '1240031122334');
    await tries('verifikator-ani', 'claim', 'approve', claimId, '--total', BENEFIT_IDR);
    payableId = await approve(town, claimId);
    await tries('penetap-budi', 'payout', 'run', '--payer', town.ids.payer);
    runId = await assembleRun(town);
    await tries('keuangan-citra', 'payout', 'release', runId, '--sum', BENEFIT_IDR);
    await tries('kepala-dewi', 'payout', 'release', runId, '--sum', '41999999');
    run = await releaseAndReconcile(town, runId, BENEFIT_IDR);
    await town.until(['claim', 'show', claimId], ({ stage }) => stage === 'SETTLED');
    await town.until(['worker', 'show', workerId], ({ stage }) => stage === 'ENDED');
  });

  test('one workflow history carries card, report, decision and settlement, and completes', async () => {
    const temporal = openTemporal(town);
    try {
      await temporal.client.workflow.getHandle(`worker/${workerId}`).result();
      const story = await storyOf(town, temporal, `worker/${workerId}`);
      const turns = ['command HandOverCard', 'command ReportDeath', 'claim APPROVED'];
      const told = story.filter((line) => [...turns, 'claim SETTLED'].includes(line));
      expect(told).toEqual([...turns, 'claim SETTLED']);
      expect(story.at(-1)).toBe('completed');
      expect(story).not.toContain('continued');
    } finally {
      await temporal.close();
    }
  });

  test('the bank was asked once and booked once', async () => {
    expect(await reportOf(join(town.dataDir, 'bank'))).toMatchObject({
      ...{ attempts: 1, files: 1, files_refused: 0, credits: 1, duplicates_refused: 0 },
      ...{ sum: BENEFIT_IDR, rejected: 0, returned: 0 },
    });
  });

  test('the figures count this one family and no other', async () => {
    const { figures, claims, cards } = await ask('watch', '--once');
    expect(figures).toMatchObject({
      ...{ nominated: `${WORKERS}`, registered_cumulative: `${WORKERS}` },
      ...{ active_now: `${WORKERS - 1}`, ended: '1', deaths_known: '1' },
      ...{ claims_reported: '1', claims_in_verification: '0', claims_paid: '1' },
      ...{ claims_reported_paid: '0', paid_total: BENEFIT_IDR, reported_paid_total: '0' },
      ...{ open_total: '0', payables_open_total: '0', local_aid_paid_total: '0' },
    });
    expect(claims).toMatchObject([{ claimId, stage: 'SETTLED', waitingFor: 'NOBODY' }]);
    expect(cards).toMatchObject([{ enrolled: WORKERS, issued: WORKERS, handedOver: 1 }]);
  });

  test('the claim shows every line of its benefit with its article, and who decided', async () => {
    const claim = await ask('claim', 'show', claimId);
    expect(claim).toMatchObject({
      ...{ stage: 'SETTLED', workerId, missingDocuments: [] },
      payables: [{ payableId, amountIdr: BENEFIT_IDR, stage: 'SETTLED', mode: 'DISBURSES' }],
      contents: {
        reports: [{ channel: 'KELURAHAN', deathDate: town.days.death }],
        benefits: { benefit: 'JKM', totalIdr: BENEFIT_IDR, flags: [] },
        decisions: [
          { recommendedBy: ['verifikator-ani'], outcome: 'APPROVED', outcomeBy: ['penetap-budi'] },
        ],
        settlement: { outcome: 'SETTLED' },
      },
    });
    const { contents } = claim as { contents: { benefits: { lines: { article: string }[] } } };
    expect(contents.benefits.lines.length).toBeGreaterThan(1);
    for (const line of contents.benefits.lines) expect(line.article).toMatch(/Pasal \d+/);
  });

  test('its letters can be printed as drafts, the payee’s name only with a reason', async () => {
    expect(await ask('letter', 'list', claimId)).toMatchObject({
      letters: [{ kind: 'RECEIPT', number: null }, { kind: 'DETERMINATION' }],
    });
    const print = ['letter', 'print', claimId, '--kind', 'DETERMINATION'];
    expect(JSON.stringify(await ask(...print))).toContain('nama disegel');
    const opened = await ask(...print, '--reveal', 'surat untuk keluarga');
    expect(opened).toMatchObject({ kind: 'DETERMINATION', draft: true });
    expect(JSON.stringify(opened)).not.toContain('nama disegel');
  });

  test('the worker is shown as ended and settled, personal data masked until asked for', async () => {
    const shown = await ask('worker', 'show', workerId);
    expect(shown).toMatchObject({
      ...{ stage: 'ENDED', claimId, claimOutcome: 'SETTLED', deathDate: town.days.death },
      ...{ cardState: 'HANDED_OVER', cardMethod: 'SCAN', name: '••••', nik: '••••', kpj: '••••' },
    });
  });

  test('the timeline tells who did what in which order', async () => {
    const { events } = await ask('audit', 'timeline', `claim-${claimId}`);
    const told = (events as { type: string; actor: { id: string } }[]).map(
      ({ type, actor }) => `${type} ${actor.id}`,
    );
    const paper = 'DocumentReceived kelurahan-eko';
    expect(told.filter((line) => line === paper)).toHaveLength(9);
    expect(told.filter((line) => line !== paper)).toEqual([
      'DeathReported kelurahan-eko',
      'DocumentsCompleted kelurahan-eko',
      'ChecksRecorded verifikator-ani',
      'HeirsDetermined verifikator-ani',
      'BenefitsDetermined verifikator-ani',
      'ClaimRecommended verifikator-ani',
      'ClaimApproved penetap-budi',
      'ClaimSettled system',
      // The name in the letter was opened with a reason.
      'ClaimFieldsRevealed auditor-fajar',
    ]);
  });

  test('the log is sealed and whole, and the claim leaves the house with its proofs', async () => {
    expect(await ask('audit', 'verify')).toMatchObject({ findings: [] });
    const file = join(town.dataDir, 'claim.json');
    await ask('audit', 'bundle', claimId, '-o', file, '--open', 'PAYEE_NAME', '--why', 'BPK');
    const key = String((await ask('audit', 'key'))['verifier']);
    expect(await ask('audit', 'verify-bundle', file, '--key', key)).toMatchObject({
      ...{ valid: true, claimId },
      decisions: [{ data: { totalIdr: BENEFIT_IDR } }],
      opened: [{ path: ['data', 'payee', 'name'] }, { path: ['data', 'payee', 'name'] }],
    });
  });

  test('the run names its two persons and accounts for every rupiah', async () => {
    expect(await ask('payout', 'status', runId)).toEqual(run);
    const nothing = { count: 0, sumIdr: '0' };
    expect(run).toMatchObject({
      ...{ stage: 'RECONCILED', count: 1, sumIdr: BENEFIT_IDR },
      ...{ assembledBy: ['keuangan-citra'], releasedBy: ['kepala-dewi'] },
      reconciliation: {
        settled: { count: 1, sumIdr: BENEFIT_IDR },
        ...{ returned: nothing, rejected: nothing, unknown: nothing },
        ...{ disputed: nothing, open: nothing },
      },
      members: [{ payableId, stage: 'SETTLED', attempts: [{ attempt: 1, state: 'SETTLED' }] }],
    });
  });

  test('nobody does two of the four acts, and no sum is released unseen', () => {
    expect(tried).toEqual([
      'approve by verifikator-ani: 1 RecommenderCannotApprove',
      'run by penetap-budi: 1 ActNotHeld',
      'release by keuangan-citra: 1 AssemblerCannotRelease',
      'release by kepala-dewi: 1 SumChanged',
    ]);
  });

  test('nothing is left to pay, and a further run is refused as empty', async () => {
    const again = await town.run(['payout', 'run', '--payer', town.ids.payer], {
      as: 'keuangan-citra',
    });
    expect(again).toMatchObject({ code: 1, json: { code: 'RunIsEmpty' } });
    expect((await ask('payout', 'due'))['payables']).toEqual([]);
    expect((await reportOf(join(town.dataDir, 'bank'))).attempts).toBe(1);
  });
});

describe('two at the same time', () => {
  // The first of them has been buried above.
  twoAtTheSameTime(() => ({
    town,
    workers: town.workers.slice(1).map(({ workerId }) => workerId),
  }));
});
