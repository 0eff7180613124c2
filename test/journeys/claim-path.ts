// The path of one death through the offices of a town, as the command lines of its people.
import { setTimeout as sleep } from 'node:timers/promises';
import { PAPERS } from '../../apps/demo/claim-path.ts';
import { syntheticPdf } from '../../apps/demo/synthetic-paper.ts';
import type { Json, Ran, Town } from './town.ts';

/** JKM of the law that holds since 2020: cash benefits without scholarships. */
export const BENEFIT_IDR = '42000000';

/** The power of attorney is only asked of several heirs. */

export type Report = {
  readonly channel: string;
  readonly relation: string;
  readonly reporter: string;
  readonly contact: string;
  readonly circumstances: string;
};

export const kelurahanReports: Report = {
  channel: 'KELURAHAN',
  relation: 'OFFICER',
  reporter: 'Eko Prasetyo',
  contact: '0811-000-000',
  circumstances: 'Sakit; meninggal di rumah',
};

export const reportArgs = (town: Town, workerId: string, report: Report): readonly string[] => [
  ...['claim', 'report', '--worker', workerId, '--death-date', town.days.death],
  ...['--channel', report.channel, '--relation', report.relation],
  ...['--reporter', report.reporter, '--contact', report.contact],
  ...['--circumstances', report.circumstances],
];

/** Answers the claim: its id follows from the worker. */
export const reportDeath = async (
  town: Town,
  workerId: string,
  report: Report = kelurahanReports,
): Promise<string> => {
  const { claimId } = await town.does('kelurahan-eko', reportArgs(town, workerId, report));
  return String(claimId);
};

/** The desk scans the card: from here on one workflow carries this worker. */
export const handOverCard = async (town: Town, workerId: string): Promise<Json> => {
  const card = await town.does('kelurahan-eko', ['card', 'show', workerId]);
  const scan = ['card', 'scan', String(card['token']), '--place', '64.74.02.1001'];
  return town.does('kelurahan-eko', scan);
};

/** A person may have written a name on the paper and into the name of its file. */
export const bringPapers = async (
  town: Town,
  claimId: string,
  paper: { readonly name: string; readonly content: string } = { name: '', content: 'sintetis' },
): Promise<void> => {
  for (const kind of PAPERS) {
    const name = `${claimId} ${kind} ${paper.name}.pdf`;
    const file = town.paper(name, syntheticPdf(`${kind} ${claimId} ${paper.content}`));
    await town.does('kelurahan-eko', [
      ...['claim', 'documents', 'add', claimId, '--kind', kind, '--file', file],
      ...['--form', 'LEGALISED'],
    ]);
  }
};

/** Every family has an account of its own. */
export const widow = (account: string, name = 'Siti Aminah') => ({
  heirs: [{ ref: 'istri', relation: 'SPOUSE', name, minor: false }],
  payee: { ref: 'istri', name, account, bic: 'PDKTIDJ1' },
});

export const recommend = async (
  town: Town,
  claimId: string,
  heirs: object,
  reason = 'berkas lengkap dan sah',
): Promise<Json> => {
  const file = town.paper(`ahli-waris-${claimId}.json`, JSON.stringify(heirs));
  await town.does('verifikator-ani', ['claim', 'check', claimId]);
  const determine = ['claim', 'heirs', claimId, '--file', file];
  const first = await town.does('verifikator-ani', determine);
  const again = await town.does('verifikator-ani', determine);
  // Equal words, sealed anew by another command, are nothing new.
  if (again['position'] !== '0' || again['totalIdr'] !== first['totalIdr'])
    throw new Error(`the same heirs again recorded something: ${JSON.stringify(again)}`);
  return town.does('verifikator-ani', ['claim', 'recommend', claimId, '--reason', reason]);
};

export const payableIds = (claim: Json): readonly string[] => {
  const payables: unknown = claim['payables'];
  if (!Array.isArray(payables)) return [];
  return payables.map((payable: { readonly payableId: string }) => payable.payableId);
};

/** What a verdict obliges: the one payable of the claim, waited for. */
export const payableOf = async (town: Town, claimId: string): Promise<string> => {
  const shown = await town.until(
    ['claim', 'show', claimId],
    (json) => payableIds(json).length === 1,
  );
  return payableIds(shown)[0] ?? '';
};

/** From the report to the recommendation of the first person. */
export const recommendedClaim = async (
  town: Town,
  workerId: string,
  account: string,
): Promise<string> => {
  const claimId = await reportDeath(town, workerId);
  await bringPapers(town, claimId);
  await recommend(town, claimId, widow(account));
  return claimId;
};

/** The second person approves; answers the payable that follows. */
export const approve = async (town: Town, claimId: string): Promise<string> => {
  await town.does('penetap-budi', ['claim', 'approve', claimId, '--total', BENEFIT_IDR]);
  return payableOf(town, claimId);
};

export const assembleRun = async (town: Town): Promise<string> => {
  const run = await town.does('keuangan-citra', ['payout', 'run', '--payer', town.ids.payer]);
  return String(run['runId']);
};

const isReconciled = ({ json }: Ran): boolean => json['stage'] === 'RECONCILED';

/** The fourth person lets the file go. */
export const release = (town: Town, runId: string, sumIdr: string): Promise<Json> =>
  town.does('kepala-dewi', ['payout', 'release', runId, '--sum', sumIdr]);

/** The bank's answers are read until every rupiah of the run has an end. */
export const reconciled = async (town: Town, runId: string): Promise<Json> => {
  for (let left = 200; left > 0; left -= 1) {
    await town.run(['payout', 'ingest'], { as: 'keuangan-citra' });
    const status = await town.run(['payout', 'status', runId], { as: 'auditor-fajar' });
    if (isReconciled(status)) return status.json;
    await sleep(250);
  }
  throw new Error(`the run ${runId} was never reconciled`);
};

export const releaseAndReconcile = async (
  town: Town,
  runId: string,
  sumIdr: string,
): Promise<Json> => {
  await release(town, runId, sumIdr);
  return reconciled(town, runId);
};
