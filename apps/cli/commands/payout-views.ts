// `lindung payout due|runs|status`: what may be sent, and whether every rupiah of a run is accounted for.
import type { Command } from 'commander';
import { officeDay } from '../../../domain/calendar.ts';
import type { RupiahText } from '../../../domain/money.ts';
import { sumTexts } from '../../../domain/money.ts';
import {
  listPayables,
  listRuns,
  payablesToEnquire,
  runFile,
} from '../../../projections/payout-ledger.ts';
import { formatRupiah } from '../../copy/format.ts';
import type { Cli } from '../cli.ts';
import { historicNote, markedStage } from '../historic-mark.ts';
import { idOption } from '../option-values.ts';
import { done, foundWrong, table } from '../outcome.ts';
import type { Session } from '../session.ts';

/** A sum that an entered past owes is due like any other, and says where it comes from. */
const withOrigin = async <Row extends { readonly payableId: string }>(
  session: Session,
  rows: readonly Row[],
): Promise<readonly (Row & { readonly historic: boolean })[]> => {
  const streams = await session.store.loadStreams(rows.map(({ payableId }) => payableId));
  return rows.map((row) => {
    const [created] = streams.get(row.payableId) ?? [];
    return { ...row, historic: created?.meta.origin === 'historic' };
  });
};

const registerDue = (payout: Command, cli: Cli): void => {
  payout
    .command('due')
    .description('yang jatuh tempo, dan yang harus ditanyakan / what is due, and what to enquire')
    .option('--payer <id>', 'pembayar / payer', idOption)
    .option('--claim <id>', 'klaim', idOption)
    .action((options: { payer?: string; claim?: string }) =>
      cli.perform(async (session) => {
        const { rows } = await listPayables(session.db, {
          stages: ['DUE', 'RETURNED', 'TRACKED'],
          ...(options.payer !== undefined && { payerId: options.payer }),
          ...(options.claim !== undefined && { claimId: options.claim }),
          limit: 500,
        });
        const marked = await withOrigin(session, rows);
        const enquire = await payablesToEnquire(session.db);
        const total = sumTexts(rows.map((row) => row.amountIdr as RupiahText));
        const json = {
          today: officeDay(session.now()),
          count: rows.length,
          sumIdr: total,
          payables: marked.map(({ facts: _facts, payee: _payee, ...row }) => row),
          enquire: enquire.map((row) => row.payableId),
        };
        return done(json, [
          ...table([
            ['pembayaran', 'tahap', 'tenggat', 'jumlah', 'klaim'],
            ...marked.map((row) => [
              row.payableId,
              markedStage(row),
              row.dueOn,
              formatRupiah(row.amountIdr),
              row.claimId,
            ]),
          ]),
          ...historicNote(marked),
          `${rows.length} pembayaran, ${formatRupiah(total)}`,
          ...enquire.map((row) => `tanyakan ke bank / enquire: ${row.payableId} (${row.stage})`),
        ]);
      }),
    );
};

const registerRuns = (payout: Command, cli: Cli): void => {
  payout
    .command('runs')
    .description('semua run, terbaru dahulu / every run, the newest first')
    .option('--payer <id>', 'pembayar / payer', idOption)
    .action((options: { payer?: string }) =>
      cli.perform(async (session) => {
        const runs = await listRuns(session.db, {
          ...(options.payer !== undefined && { payerId: options.payer }),
        });
        return done(
          runs,
          table([
            ['run', 'tahap', 'disusun', 'pembayaran', 'jumlah'],
            ...runs.map((run) => [
              run.runId,
              run.stage,
              run.assembledAt ?? '-',
              String(run.count),
              formatRupiah(run.sumIdr),
            ]),
          ]),
        );
      }),
    );
};

export const registerPayoutViews = (payout: Command, cli: Cli): void => {
  registerDue(payout, cli);
  registerRuns(payout, cli);
  payout
    .command('status')
    .description('satu run: anggota, berkas, jawaban, rekonsiliasi / one run')
    .argument('<run>', 'run', idOption)
    .action((runId: string) =>
      cli.perform(async (session) => {
        const found = await runFile(session.db, runId);
        if (found === undefined)
          return foundWrong({ runId, found: false }, ['run tidak ditemukan / not found']);
        const { run, members, reconciliation } = found;
        const json = {
          ...run,
          reconciliation: reconciliation.shares,
          members: members.map(({ member, payable }) => ({
            ...member,
            stage: payable?.stage ?? null,
            attempts: payable?.attempts ?? [],
          })),
        };
        return done(json, [
          `run ${runId}: ${run.stage}, ${run.count} pembayaran, ${formatRupiah(run.sumIdr)}`,
          `menyusun ${run.assembledBy.join('+')}, melepas ${run.releasedBy.join('+') || '-'}`,
          `berkas: ${run.file?.name ?? '-'}`,
          ...Object.entries(reconciliation.shares).map(
            ([share, part]) => `  ${share.padEnd(9)} ${part.count}  ${formatRupiah(part.sumIdr)}`,
          ),
        ]);
      }),
    );
};
