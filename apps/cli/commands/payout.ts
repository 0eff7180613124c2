// `lindung payout …`: what is due, the run of four persons, the bank's answers.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import type { RupiahText } from '../../../domain/money.ts';
import type { PayableCommand } from '../../../domain/payout/events.ts';
import { PAYMENT_OUTCOMES, type PaymentOutcome } from '../../../domain/payout/resolution.ts';
import { FLOWS, type Flow } from '../../../domain/programme/events.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { formatRupiah } from '../../copy/format.ts';
import type { Cli } from '../cli.ts';
import { dayOption, idOption, oneOf, rupiahOption } from '../option-values.ts';
import { done, foundWrong } from '../outcome.ts';
import { answerOutcome, envelope, newCommandId, type Session } from '../session.ts';
import { registerCorrectPayee } from './correct-payee.ts';
import { registerPayoutSchedule } from './payout-schedule.ts';
import { registerPayoutViews } from './payout-views.ts';

const sendPayable = async (session: Session, payableId: string, command: PayableCommand) =>
  answerOutcome(
    session,
    await session.gateway.send(envelope(session, 'payable', payableId, command)),
    [],
  );

const registerRun = (payout: Command, cli: Cli): void => {
  payout
    .command('run')
    .description('susun pembayaran yang jatuh tempo / assemble what is due into a run')
    .requiredOption('--payer <id>', 'pembayar / payer', idOption)
    .option('--flow <flow>', FLOWS.join(' | '), oneOf(FLOWS), 'BENEFIT' as Flow)
    .action((options: { payer: string; flow: Flow }) =>
      cli.perform(async (session) => {
        const commandId = newCommandId(session);
        const runId = streamIds.payoutRun(options.payer, commandId);
        const answer = await session.gateway.assembleRun({
          commandId,
          runId,
          payerId: options.payer,
          flow: options.flow,
          actorId: session.actorId,
          correlationId: commandId,
        });
        return answerOutcome(session, answer, [`run: ${runId}`], { runId });
      }),
    );
  payout
    .command('release')
    .description('lepaskan run sebagai orang keempat / release a run as the fourth person')
    .argument('<run>', 'run', idOption)
    .requiredOption('--sum <rupiah>', 'jumlah yang Anda lihat / the sum you saw', rupiahOption)
    .action((runId: string, options: { sum: RupiahText }) =>
      cli.perform(async (session) =>
        answerOutcome(
          session,
          await session.gateway.send(
            envelope(session, 'payout_run', runId, {
              type: 'ReleaseRun',
              data: { sumIdr: options.sum },
            }),
          ),
          [`${formatRupiah(options.sum)} dilepas / released`],
        ),
      ),
    );
  payout
    .command('cancel')
    .description('batalkan run sebelum berkasnya diserahkan / cancel a run before its hand-over')
    .argument('<run>', 'run', idOption)
    .requiredOption('--why <text>', 'alasan / reason')
    .action((runId: string, options: { why: string }) =>
      cli.perform(async (session) =>
        answerOutcome(
          session,
          await session.gateway.send(
            envelope(session, 'payout_run', runId, {
              type: 'CancelRun',
              data: { reason: options.why },
            }),
          ),
          [],
        ),
      ),
    );
};

const registerHold = (payout: Command, cli: Cli): void => {
  for (const [name, type, description] of [
    ['hold', 'HoldPayable', 'tahan satu pembayaran / hold a payable'],
    [
      'unhold',
      'ReleasePayable',
      'lepas penahanan, atau izinkan bayar ulang / lift the hold, or let it be sent again',
    ],
  ] as const) {
    payout
      .command(name)
      .description(description)
      .argument('<payable>', 'pembayaran / payable', idOption)
      .requiredOption('--why <text>', 'alasan / reason')
      .action((payableId: string, options: { why: string }) =>
        cli.perform((session) =>
          sendPayable(session, payableId, { type, data: { reason: options.why } }),
        ),
      );
  }
};

const registerResolve = (payout: Command, cli: Cli): void => {
  payout
    .command('resolve')
    .description(
      'nyatakan pembayaran yang disengketakan atau tanpa jawaban: sudah atau belum dibayar / ' +
        'say of a disputed or unanswered payment whether it was paid',
    )
    .argument('<payable>', 'pembayaran / payable', idOption)
    .requiredOption('--outcome <outcome>', PAYMENT_OUTCOMES.join(' | '), oneOf(PAYMENT_OUTCOMES))
    .option('--payment <id>', 'nomor pembayaran yang membayar / the end-to-end id that paid')
    .requiredOption('--why <text>', 'alasan / reason')
    .action(
      (payableId: string, options: { outcome: PaymentOutcome; payment?: string; why: string }) =>
        cli.perform((session) =>
          sendPayable(session, payableId, {
            type: 'ResolvePayment',
            data: {
              outcome: options.outcome,
              endToEndId: options.payment ?? null,
              reason: options.why,
            },
          }),
        ),
    );
};

const registerAnswers = (payout: Command, cli: Cli): void => {
  payout
    .command('ingest')
    .description('baca jawaban bank / read an answer of the bank')
    .argument('[file]', 'pain.002 atau camt.054; kosong = semua di kotak masuk / empty = the inbox')
    .action((file: string | undefined) =>
      cli.perform(async (session) => {
        const report = await session.gateway.ingestAnswers({
          actorId: session.actorId,
          ...(file !== undefined && {
            file: { name: basename(file), bytes: await readFile(file) },
          }),
        });
        const lines = [
          `${report.files} berkas, ${report.lines} baris, ${report.problems.length} masalah / problems`,
          ...report.problems.map((problem) => `  ${problem}`),
        ];
        return report.problems.length === 0 ? done(report, lines) : foundWrong(report, lines);
      }),
    );
};

const registerTracking = (payout: Command, cli: Cli): void => {
  payout
    .command('report')
    .description('catat: dilaporkan dibayar oleh pihak lain / reported paid by another house')
    .argument('<payable>', 'pembayaran / payable', idOption)
    .requiredOption('--by <office>', 'pelapor, mis. BPJS cabang / reporter')
    .requiredOption('--amount <rupiah>', 'jumlah / amount', rupiahOption)
    .requiredOption('--paid-on <date>', 'tanggal / day', dayOption)
    .requiredOption('--reference <text>', 'nomor rujukan / reference')
    .action(
      (
        payableId: string,
        options: { by: string; amount: RupiahText; paidOn: LocalDate; reference: string },
      ) =>
        cli.perform((session) =>
          sendPayable(session, payableId, {
            type: 'ReportPayment',
            data: {
              reporter: options.by,
              amountIdr: options.amount,
              paidOn: options.paidOn,
              reference: options.reference,
              evidenceSha256: null,
            },
          }),
        ),
    );
  payout
    .command('receipt')
    .description('keluarga menyatakan menerima / the family confirms receipt')
    .argument('<payable>', 'pembayaran / payable', idOption)
    .requiredOption('--on <date>', 'tanggal / day', dayOption)
    .action((payableId: string, options: { on: LocalDate }) =>
      cli.perform((session) =>
        sendPayable(session, payableId, {
          type: 'ConfirmReceipt',
          data: { confirmedOn: options.on },
        }),
      ),
    );
};

export const registerPayout = (program: Command, cli: Cli): void => {
  const payout = program.command('payout').description('pembayaran / payouts');
  registerPayoutViews(payout, cli);
  registerRun(payout, cli);
  registerPayoutSchedule(payout, cli);
  registerHold(payout, cli);
  registerResolve(payout, cli);
  registerCorrectPayee(payout, cli);
  registerAnswers(payout, cli);
  registerTracking(payout, cli);
};
