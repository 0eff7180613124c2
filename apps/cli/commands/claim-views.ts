// `lindung claim list|show`: the queue, and the whole file of one claim with every line explained.
import type { Command } from 'commander';
import { officeDay } from '../../../domain/calendar.ts';
import type { ClaimStage } from '../../../domain/claim/events.ts';
import { NATIONAL_HOLIDAYS } from '../../../domain/rules/holidays.ts';
import { type ClaimFile, claimFile } from '../../../projections/claim-file.ts';
import { listClaims } from '../../../projections/claim-queue.ts';
import { formatInstant, formatRupiah, type Language } from '../../copy/format.ts';
import type { Cli } from '../cli.ts';
import { historicNote, markedStage } from '../historic-mark.ts';
import { countOption, idOption, oneOf } from '../option-values.ts';
import { done, foundWrong, table } from '../outcome.ts';

const STAGES: readonly ClaimStage[] = [
  'REPORTED',
  'PAPERS_INCOMPLETE',
  'PAPERS_RETURNED',
  'DOCUMENTS_COMPLETE',
  'CHECKED',
  'READY_TO_RECOMMEND',
  'RETURNED_TO_VERIFIER',
  'RECOMMENDED',
  'APPROVED',
  'DETERMINED_BY_BRANCH',
  'REJECTED',
  'WITHDRAWN',
  'SETTLED',
  'REPORTED_PAID',
];

const registerList = (claim: Command, cli: Cli): void => {
  claim
    .command('list')
    .description('antrean klaim / the queue of claims')
    .option('--stage <stage>', STAGES.join(' | '), oneOf(STAGES))
    .option('--kelurahan <code>', 'kode kelurahan')
    .option('--limit <n>', 'baris / rows', countOption, 50)
    .option('--cursor <cursor>', 'halaman berikut / next page')
    .action((options: { stage?: ClaimStage; kelurahan?: string; limit: number; cursor?: string }) =>
      cli.perform(async (session) => {
        const page = await listClaims(session.db, {
          today: officeDay(session.now()),
          calendar: NATIONAL_HOLIDAYS,
          limit: options.limit,
          ...(options.stage !== undefined && { stages: [options.stage] }),
          ...(options.kelurahan !== undefined && { kelurahan: options.kelurahan }),
          ...(options.cursor !== undefined && { cursor: options.cursor }),
        });
        const rows = page.rows.map((row) => [
          row.claimId,
          markedStage(row),
          row.kelurahan ?? '-',
          row.waitingFor,
          row.ageDays === null ? '-' : `${row.ageDays} hari`,
          row.nextDueOn ?? '-',
          row.totalIdr === null ? '-' : formatRupiah(row.totalIdr),
        ]);
        return done(page, [
          ...table([
            ['klaim', 'tahap', 'kelurahan', 'menunggu', 'umur', 'tenggat', 'manfaat'],
            ...rows,
          ]),
          ...historicNote(page.rows),
          ...(page.nextCursor === null ? [] : [`lanjut / next: --cursor ${page.nextCursor}`]),
        ]);
      }),
    );
};

const benefitLines = (file: ClaimFile): readonly string[] => {
  const { benefits } = file.contents;
  if (benefits === null) return ['manfaat: belum dihitung / not computed'];
  return [
    `manfaat ${benefits.benefit} menurut ${benefits.lawVersion} (${benefits.rulesetId}):`,
    ...benefits.lines.map(
      (line) =>
        `  ${line.code.padEnd(14)} ${formatRupiah(line.amountIdr).padStart(14)}  ${line.formula}` +
        `  [${line.ruleId}; ${line.article}]`,
    ),
    `  ${'jumlah/total'.padEnd(14)} ${formatRupiah(benefits.totalIdr).padStart(14)}`,
    ...(benefits.flags.length === 0 ? [] : [`  tanda/flags: ${benefits.flags.join(', ')}`]),
  ];
};

const checkLines = (file: ClaimFile): readonly string[] =>
  (file.contents.checks?.results ?? []).map(
    (check) => `  ${check.verdict.padEnd(6)} ${check.code} (${check.legalBasis})`,
  );

const moneyLines = (file: ClaimFile): readonly string[] =>
  file.payables.map((payable) => {
    const word = payable.mode === 'TRACKS' ? 'dipantau / tracked' : 'dibayar / paid by us';
    return `  ${payable.payableId} ${formatRupiah(payable.amountIdr)} ${payable.stage} (${word})`;
  });

const decisionLines = (file: ClaimFile): readonly string[] =>
  file.contents.decisions.map(
    (decision) =>
      `  #${decision.decision} ${decision.precheck ? 'verifikasi awal / precheck' : 'usulan / recommended'}: ` +
      `${decision.recommendedBy.join('+')} → ${decision.outcome ?? '…'}: ${decision.outcomeBy.join('+')}`,
  );

/** Facts of the past say so, wherever they are shown. */
const takenOverLines = ({ contents }: ClaimFile): readonly string[] => {
  const { takenOver, acts } = contents;
  if (!acts.some(({ historic }) => historic)) return [];
  const entered = acts.filter(({ historic }) => historic).length;
  const agenda = takenOver?.agendaNumber ?? '-';
  return [
    `RIWAYAT / HISTORIC: ${entered} catatan dimasukkan saat ambil alih; agenda ${agenda}; ` +
      `sumber/source: ${acts.find(({ historic }) => historic)?.reason ?? '-'}`,
  ];
};

const paidBeforeLines = ({ contents: { paidBefore } }: ClaimFile): readonly string[] => {
  if (paidBefore === null) return [];
  const word =
    paidBefore.outcome === 'SETTLED'
      ? 'dibayar sebelum ambil alih / paid before the take-over'
      : 'dilaporkan dibayar sebelum ambil alih / reported paid before the take-over';
  return [
    `  ${formatRupiah(paidBefore.paidIdr)} ${word}, ${paidBefore.paidOn}, ` +
      `${paidBefore.paymentReference} (riwayat / historic)`,
  ];
};

const fileLines = (file: ClaimFile, language: Language): readonly string[] => {
  const { contents } = file;
  return [
    `klaim ${file.claimId}: ${file.stage}`,
    ...takenOverLines(file),
    `pekerja ${file.workerId}`,
    ...contents.reports.map(
      (report) =>
        `laporan ${report.channel}/${report.relation}, meninggal ${report.deathDate}, ` +
        `diterima ${formatInstant(report.receivedAt, language)}`,
    ),
    `berkas: ${contents.documents.map((paper) => `${paper.kind} (${paper.state})`).join(', ')}`,
    ...(file.missingDocuments.length === 0
      ? []
      : [`berkas kurang / missing: ${file.missingDocuments.join(', ')}`]),
    'pemeriksaan / checks:',
    ...checkLines(file),
    ...(contents.heirs === null ? [] : [`ahli waris: peringkat/rank ${contents.heirs.rank}`]),
    ...benefitLines(file),
    'keputusan / decisions:',
    ...decisionLines(file),
    ...(contents.rejection === null
      ? []
      : [
          `ditolak: ${contents.rejection.reason} (${contents.rejection.article})`,
          `  jalan keluar: ${contents.rejection.cure}`,
        ]),
    'pembayaran / payables:',
    ...paidBeforeLines(file),
    ...moneyLines(file),
  ];
};

export const registerClaimViews = (claim: Command, cli: Cli): void => {
  registerList(claim, cli);
  claim
    .command('show')
    .description('seluruh berkas satu klaim / the whole file of a claim')
    .argument('<claim>', 'klaim', idOption)
    .action((claimId: string) =>
      cli.perform(async (session) => {
        const file = await claimFile(session.db, claimId);
        return file === undefined
          ? foundWrong({ claimId, found: false }, ['klaim tidak ditemukan / not found'])
          : done(file, fileLines(file, session.language));
      }),
    );
};
