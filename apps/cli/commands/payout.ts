// `lindung payout …`: what is due, the run of four persons, the bank's answers.
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import type { RupiahText } from '../../../domain/money.ts';
import type { PayableCommand } from '../../../domain/payout/events.ts';
import { PAYMENT_OUTCOMES, type PaymentOutcome } from '../../../domain/payout/resolution.ts';
import { FLOWS, type Flow } from '../../../domain/programme/events.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { formatRupiah } from '../../copy/format.ts';
import { moneyPhrases as phrases } from '../../copy/money-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { dayOption, idOption, oneOf, rupiahOption } from '../option-values.ts';
import { refusedWith } from '../outcome.ts';
import { pastDue } from '../past-due.ts';
import { answerOutcome, envelope, newCommandId, type Session, saidBeside } from '../session.ts';
import { registerCorrectPayee } from './correct-payee.ts';
import { registerCertificate } from './payout-certificate.ts';
import { type DryRunOptions, dryRun } from './payout-dry-run.ts';
import { registerException } from './payout-exception.ts';
import { registerIngest } from './payout-ingest.ts';
import { registerStatementLine } from './payout-line.ts';
import { registerPayoutSchedule } from './payout-schedule.ts';
import { registerPayoutViews } from './payout-views.ts';

const sendPayable = async (session: Session, payableId: string, command: PayableCommand) =>
  answerOutcome(
    session,
    await session.gateway.send(envelope(session, 'payable', payableId, command)),
    [],
  );

const leftLines = ({ language }: Session, [first, ...others]: readonly string[]) =>
  first === undefined
    ? []
    : [say(language, phrases.pastLeft, { count: others.length + 1, id: first })];

type RunOptions = DryRunOptions & { readonly dryRun?: true };

const registerRun = (payout: Command, cli: Cli): void => {
  payout
    .command('run')
    .requiredOption('--payer <id>', '', idOption)
    .option('--flow <flow>', '', oneOf(FLOWS), 'BENEFIT' as Flow)
    .option('--payable <id>', '', (text, ids: readonly string[] = []) => [...ids, idOption(text)])
    .option('--dry-run')
    .action((options: RunOptions) =>
      cli.act(async (session) => {
        if (options.dryRun === true) return dryRun(session, options);
        // It selects what is owed now: dated back it would still be a live run.
        if (session.effectiveAt !== undefined)
          return refusedWith('RunOnlyForward', say(session.language, phrases.runOnlyForward), {
            status: 'refused',
            code: 'RunOnlyForward',
          });
        const commandId = newCommandId(session);
        const runId = streamIds.payoutRun(options.payer, commandId);
        const answer = await session.gateway.assembleRun({
          commandId,
          runId,
          payerId: options.payer,
          flow: options.flow,
          payables: options.payable ?? [],
          actorId: session.actorId,
          correlationId: commandId,
          ...saidBeside(session),
        });
        const past = await pastDue(session, { payerId: options.payer, flow: options.flow });
        return answerOutcome(
          session,
          answer,
          [say(session.language, phrases.run, { run: runId }), ...leftLines(session, past)],
          { runId },
        );
      }),
    );
  payout
    .command('release')
    .argument('<run>', '', idOption)
    .requiredOption('--sum <rupiah>', '', rupiahOption)
    .action((runId: string, options: { sum: RupiahText }) =>
      cli.act(async (session) =>
        answerOutcome(
          session,
          await session.gateway.send(
            envelope(session, 'payout_run', runId, {
              type: 'ReleaseRun',
              data: { sumIdr: options.sum },
            }),
          ),
          [
            say(session.language, phrases.released, {
              sum: formatRupiah(options.sum, session.language),
            }),
          ],
        ),
      ),
    );
  payout
    .command('cancel')
    .argument('<run>', '', idOption)
    .requiredOption('--why <text>')
    .action((runId: string, options: { why: string }) =>
      cli.act(async (session) =>
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
  for (const [name, type] of [
    ['hold', 'HoldPayable'],
    ['unhold', 'ReleasePayable'],
  ] as const) {
    payout
      .command(name)
      .argument('<payable>', '', idOption)
      .requiredOption('--why <text>')
      .action((payableId: string, options: { why: string }) =>
        cli.act((session) =>
          sendPayable(session, payableId, { type, data: { reason: options.why } }),
        ),
      );
  }
};

const registerResolve = (payout: Command, cli: Cli): void => {
  payout
    .command('resolve')
    .argument('<payable>', '', idOption)
    .requiredOption('--outcome <outcome>', '', oneOf(PAYMENT_OUTCOMES))
    .option('--payment <id>')
    .requiredOption('--why <text>')
    .action(
      (payableId: string, options: { outcome: PaymentOutcome; payment?: string; why: string }) =>
        cli.act((session) =>
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

const registerTracking = (payout: Command, cli: Cli): void => {
  payout
    .command('report')
    .argument('<payable>', '', idOption)
    .requiredOption('--by <office>')
    .requiredOption('--amount <rupiah>', '', rupiahOption)
    .requiredOption('--paid-on <date>', '', dayOption)
    .requiredOption('--reference <text>')
    .action(
      (
        payableId: string,
        options: { by: string; amount: RupiahText; paidOn: LocalDate; reference: string },
      ) =>
        cli.act((session) =>
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
    .argument('<payable>', '', idOption)
    .requiredOption('--on <date>', '', dayOption)
    .action((payableId: string, options: { on: LocalDate }) =>
      cli.act((session) =>
        sendPayable(session, payableId, {
          type: 'ConfirmReceipt',
          data: { confirmedOn: options.on },
        }),
      ),
    );
};

export const registerPayout = (program: Command, cli: Cli): void => {
  const payout = program.command('payout');
  registerPayoutViews(payout, cli);
  registerRun(payout, cli);
  registerPayoutSchedule(payout, cli);
  registerHold(payout, cli);
  registerResolve(payout, cli);
  registerCorrectPayee(payout, cli);
  registerIngest(payout, cli);
  registerException(payout, cli);
  registerStatementLine(payout, cli);
  registerTracking(payout, cli);
  registerCertificate(payout, cli);
};
