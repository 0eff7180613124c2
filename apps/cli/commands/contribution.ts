// `lindung contribution …`: the bill of a month, and that BPJS shows it paid.
import type { Command } from 'commander';
import type { LocalDate, Month } from '../../../domain/calendar.ts';
import type { RupiahText } from '../../../domain/money.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { formatRupiah } from '../../copy/format.ts';
import { officePhrases as phrases } from '../../copy/office-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { countOption, dayOption, idOption, monthOption, rupiahOption } from '../option-values.ts';
import { answerOutcome, envelope } from '../session.ts';
import { registerBudgetGaps } from './contribution-gaps.ts';
import { registerContributionPayment } from './contribution-payment.ts';

const registerBill = (contribution: Command, cli: Cli): void => {
  contribution
    .command('bill')
    .requiredOption('--tranche <id>', '', idOption)
    .requiredOption('--month <month>', '', monthOption)
    .requiredOption('--workers <n>', '', countOption)
    .requiredOption('--amount <rupiah>', '', rupiahOption)
    .requiredOption('--payment-code <code>')
    .option('--code-expires <date>', '', dayOption)
    .action(
      (options: {
        tranche: string;
        month: Month;
        workers: number;
        amount: RupiahText;
        paymentCode: string;
        codeExpires?: LocalDate;
      }) =>
        cli.act(async (session) => {
          const billId = streamIds.contributionBill(options.tranche, options.month);
          const answer = await session.gateway.send(
            envelope(session, 'contribution_bill', billId, {
              type: 'ReceiveBill',
              data: {
                billId,
                trancheId: options.tranche,
                month: options.month,
                workers: options.workers,
                amountIdr: options.amount,
                paymentCode: options.paymentCode,
                ...(options.codeExpires !== undefined && { codeExpiresOn: options.codeExpires }),
                // Collected by the engine from the tranche.
                monthlyContributionIdr: '0' as RupiahText,
              },
            }),
          );
          return answerOutcome(
            session,
            answer,
            [
              say(session.language, phrases.billed, {
                month: options.month,
                workers: options.workers,
                amount: formatRupiah(options.amount, session.language),
              }),
            ],
            { billId },
          );
        }),
    );
};

const registerConfirm = (contribution: Command, cli: Cli): void => {
  contribution
    .command('confirm')
    .requiredOption('--tranche <id>', '', idOption)
    .requiredOption('--month <month>', '', monthOption)
    .requiredOption('--amount <rupiah>', '', rupiahOption)
    .requiredOption('--paid-on <date>', '', dayOption)
    .requiredOption('--reference <text>')
    .action(
      (options: {
        tranche: string;
        month: Month;
        amount: RupiahText;
        paidOn: LocalDate;
        reference: string;
      }) =>
        cli.act(async (session) => {
          const billId = streamIds.contributionBill(options.tranche, options.month);
          const answer = await session.gateway.send(
            envelope(session, 'contribution_bill', billId, {
              type: 'ConfirmContribution',
              data: {
                amountIdr: options.amount,
                paidOn: options.paidOn,
                reference: options.reference,
              },
            }),
          );
          return answerOutcome(
            session,
            answer,
            [
              say(session.language, phrases.paid, {
                month: options.month,
                amount: formatRupiah(options.amount, session.language),
              }),
            ],
            { billId },
          );
        }),
    );
};

export const registerContribution = (program: Command, cli: Cli): void => {
  const contribution = program.command('contribution');
  registerBill(contribution, cli);
  registerConfirm(contribution, cli);
  registerContributionPayment(contribution, cli);
  registerBudgetGaps(contribution, cli);
};
