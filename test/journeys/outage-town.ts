// A small town on a stack: people with cover, and the command lines that carry one claim through.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAPERS } from '../../apps/demo/claim-path.ts';
import { syntheticPdf } from '../../apps/demo/synthetic-paper.ts';
import { officeDay } from '../../domain/calendar.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import { enrol, foundOffice, heirsOf, idOf, payContributions } from './one-kelurahan.ts';
import type { Act, Answered, Caller } from './outage-caller.ts';
import type { OutageStack } from './outage-stack.ts';

export type Town = {
  readonly payerId: string;
  readonly rosterId: string;
  /** Enrolled people, in one order for every run of the test. */
  readonly workers: readonly string[];
  readonly folder: string;
};

const SEED = 2026;

const expectCode = (
  { code, json }: Answered,
  allowed: readonly number[],
  args: readonly string[],
) => {
  if (!allowed.includes(code))
    throw new Error(`${args.join(' ')} → exit ${code}: ${JSON.stringify(json)}`);
};

/** Office, programme, payer, roster, registration and contributions, by the demo's command lines. */
export const foundTown = async (
  stack: OutageStack,
  caller: Caller,
  count: number,
): Promise<Town> => {
  const folder = join(stack.dataDir, 'papers');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const story: Parameters<typeof enrol>[0] = {
    folder,
    workers: count,
    seed: SEED,
    today: officeDay(new Date().toISOString()),
    async step({ as, args, expect = [0] }) {
      const answered = await caller.send({ as, args });
      expectCode(answered, expect, args);
      return answered.json;
    },
  };
  await foundOffice(story);
  const rosterId = await enrol(story);
  const roster = await caller.settle(
    ['roster', 'show', rosterId],
    (json) => Number(json['registered'] ?? 0) > 0,
  );
  await payContributions(story, Number(roster['registered']));
  const list = await caller.settle(['worker', 'list', '--roster', rosterId], (json) =>
    Array.isArray(json['workers']),
  );
  const rows = list['workers'] as readonly { workerId: string; cardId: string | null }[];
  const workers = rows.filter((row) => row.cardId !== null).map((row) => row.workerId);
  return { payerId: idOf(story, 'payer'), rosterId, workers: workers.toSorted(), folder };
};

export type ClaimStep = 'report' | 'document' | 'check' | 'heirs' | 'recommend' | 'approve';

export type ClaimAct = Act & { readonly step: ClaimStep };

const BENEFIT_IDR = '42000000';

/** Everything that people type for one claim, in order. */
export const claimActs = (town: Town, workerId: string, account: string): readonly ClaimAct[] => {
  const claimId = streamIds.deathClaim(workerId);
  const heirs = join(town.folder, `heirs-${claimId}.json`);
  writeFileSync(heirs, JSON.stringify({ ...heirsOf, payee: { ...heirsOf.payee, account } }));
  const paper = (kind: string): string => {
    const path = join(town.folder, `${claimId}-${kind.toLowerCase()}.pdf`);
    writeFileSync(path, syntheticPdf(`${kind} ${claimId}`));
    return path;
  };
  const as = { clerk: 'kelurahan-eko', verifier: 'verifikator-ani', second: 'penetap-budi' };
  return [
    {
      step: 'report',
      as: as.clerk,
      args: [
        ...['claim', 'report', '--worker', workerId, '--death-date', '2026-09-10'],
        ...['--channel', 'KELURAHAN', '--relation', 'OFFICER', '--reporter', 'Eko Prasetyo'],
        ...['--contact', '0811-000-000', '--circumstances', 'Sakit; meninggal di rumah'],
      ],
    },
    ...PAPERS.map(
      (kind): ClaimAct => ({
        step: 'document',
        as: as.clerk,
        args: [
          ...['claim', 'documents', 'add', claimId, '--kind', kind, '--file', paper(kind)],
          ...['--form', 'LEGALISED'],
        ],
      }),
    ),
    { step: 'check', as: as.verifier, args: ['claim', 'check', claimId] },
    { step: 'heirs', as: as.verifier, args: ['claim', 'heirs', claimId, '--file', heirs] },
    { step: 'recommend', as: as.verifier, args: ['claim', 'recommend', claimId] },
    {
      step: 'approve',
      as: as.second,
      args: ['claim', 'approve', claimId, '--total', BENEFIT_IDR],
    },
  ];
};

/** Sends the acts of one claim in order; each must be recorded. */
export const carry = async (
  acts: readonly ClaimAct[],
  send: (act: ClaimAct) => Promise<Answered>,
): Promise<void> => {
  for (const act of acts) {
    const answered = await send(act);
    if (answered.json['status'] !== 'recorded')
      throw new Error(`${act.args.join(' ')} → ${answered.code}: ${JSON.stringify(answered.json)}`);
  }
};

export type Run = { readonly runId: string; readonly sumIdr: string };

export const assembleDue = async (caller: Caller, payerId: string): Promise<Run> => {
  const assembled = await caller.send({
    as: 'keuangan-citra',
    args: ['payout', 'run', '--payer', payerId],
  });
  const runId = String(assembled.json['runId']);
  const status = await caller.settle(['payout', 'status', runId], (json) => 'sumIdr' in json);
  return { runId, sumIdr: String(status['sumIdr']) };
};

export const releaseAct = ({ runId, sumIdr }: Run): Act => ({
  as: 'kepala-dewi',
  args: ['payout', 'release', runId, '--sum', sumIdr],
});

/** Assembles what is due and releases it by the fourth person. */
export const payDue = async (caller: Caller, payerId: string): Promise<Run> => {
  const run = await assembleDue(caller, payerId);
  await caller.send(releaseAct(run));
  return run;
};

/** Reads answers of the bank until the run is closed. */
export const reconciled = async (caller: Caller, runId: string): Promise<void> => {
  await caller.settle(['payout', 'status', runId], (json) => json['stage'] !== undefined);
  const limit = Date.now() + 300_000;
  for (;;) {
    await caller.run({ as: 'keuangan-citra', args: ['payout', 'ingest'] });
    const { json } = await caller.run({ as: 'auditor-fajar', args: ['payout', 'status', runId] });
    if (json['stage'] === 'RECONCILED') return;
    if (Date.now() > limit) throw new Error(`run ${runId} never closed: ${JSON.stringify(json)}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
};
