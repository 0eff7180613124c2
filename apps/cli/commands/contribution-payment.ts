// `lindung contribution show|match|decide|voucher|prove|minutes`: a bill on its way to its payment.
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { stateOf } from '../../../activities/deciders.ts';
import { OFFICES, type Office } from '../../../domain/actor.ts';
import type { LocalDate, Month } from '../../../domain/calendar.ts';
import type { RupiahText } from '../../../domain/money.ts';
import {
  DIFFERENCE_OUTCOMES,
  type DifferenceOutcome,
} from '../../../domain/programme/bill-events.ts';
import { DIFFERENCE_KINDS, type DifferenceKind } from '../../../domain/programme/bill-match.ts';
import {
  type ContributionBillState,
  contributionBillStage,
  deductedIdr,
  payableOf,
} from '../../../domain/programme/bill-state.ts';
import { contributionBillDecider } from '../../../domain/programme/contribution-bill-decider.ts';
import type { ContributionBillCommand } from '../../../domain/programme/events.ts';
import {
  TREASURY_SIGNERS,
  TREASURY_STEPS,
  type TreasurySigner,
  type TreasuryStep,
} from '../../../domain/programme/treasury-steps.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { billPhrases as phrases } from '../../copy/bill-phrases.ts';
import { say } from '../../copy/text.ts';
import { billLines } from '../bill-lines.ts';
import type { Cli } from '../cli.ts';
import {
  collect,
  countOption,
  dayOption,
  idOption,
  limitOption,
  monthOption,
  oneOf,
  rupiahOption,
} from '../option-values.ts';
import { done, type Outcome, refusedWith, usageWrong } from '../outcome.ts';
import { withKeptPaper } from '../paper-intake.ts';
import { answerOutcome, envelope, isRefused, type Session } from '../session.ts';
import { registerTreasuryList } from './contribution-sp2d.ts';

type Which = { readonly tranche: string; readonly month: Month };

const ofBill = (command: Command): Command =>
  command
    .requiredOption('--tranche <id>', '', idOption)
    .requiredOption('--month <month>', '', monthOption);

const billOf = async ({ store }: Session, { tranche, month }: Which) =>
  stateOf(
    contributionBillDecider,
    await store.loadStream(streamIds.contributionBill(tranche, month)),
  );

const facts = (state: ContributionBillState) => ({
  ...state,
  stage: contributionBillStage(state),
  payableIdr: state.bill === null ? null : payableOf(state.bill, deductedIdr(state)),
});

const show = async (session: Session, which: Which & { limit: number }): Promise<Outcome> => {
  const { language } = session;
  const state = await billOf(session, which);
  if (state.bill === null) return refusedWith('BillUnknown', say(language, phrases.noBill));
  return done(facts(state), billLines(state, language, which.limit));
};

/** What the bill looks like after the act is said with the answer. */
const send = async (
  session: Session,
  which: Which,
  command: ContributionBillCommand,
): Promise<Outcome> => {
  const billId = streamIds.contributionBill(which.tranche, which.month);
  const answer = await session.gateway.send(
    envelope(session, 'contribution_bill', billId, command),
  );
  if (isRefused(answer)) return answerOutcome(session, answer, []);
  const state = await billOf(session, which);
  // The list of differences is read once, when it is new; `show` has it whenever it is asked for.
  const shown = command.type === 'MatchBill' ? SHOWN : 0;
  return answerOutcome(session, answer, billLines(state, session.language, shown), {
    billId,
    ...{ differences: state.differences, payableIdr: facts(state).payableIdr },
  });
};

const SHOWN = 20;

type Decide = Which & {
  readonly kind?: readonly DifferenceKind[];
  readonly difference?: readonly number[];
  readonly outcome: DifferenceOutcome;
  readonly why: string;
};

const registerMatch = (contribution: Command, cli: Cli): void => {
  ofBill(contribution.command('show'))
    .option('--limit <n>', '', limitOption, 50)
    .action((options: Which & { limit: number }) =>
      cli.perform((session) => show(session, options)),
    );
  ofBill(contribution.command('match').argument('<file>')).action((file: string, options: Which) =>
    cli.act(async (session) => {
      const { sha256: fileSha256 } = await session.documents.put(await readFile(file));
      return send(session, options, { type: 'MatchBill', data: { fileSha256 } });
    }),
  );
  ofBill(contribution.command('decide'))
    .requiredOption('--outcome <outcome>', '', oneOf(DIFFERENCE_OUTCOMES))
    .option('--kind <kind>', '', collect(oneOf(DIFFERENCE_KINDS)))
    .option('--difference <n>', '', collect(countOption))
    .requiredOption('--why <text>')
    .action((options: Decide) =>
      cli.act(async (session) => {
        const { kind: kinds = [], difference: differences = [], outcome, why: reason } = options;
        if (kinds.length + differences.length === 0)
          return usageWrong('DifferenceMissing', say(session.language, phrases.whichDifference));
        return send(session, options, {
          type: 'DecideDifferences',
          data: { kinds, differences, outcome, reason },
        });
      }),
    );
};

type Voucher = Which & {
  readonly step: TreasuryStep;
  readonly number: string;
  readonly on: LocalDate;
  readonly signer: TreasurySigner;
  readonly accountCode: string;
  readonly budget: string;
  readonly fundSource: string;
  readonly amount: RupiahText;
};

const registerVoucher = (contribution: Command, cli: Cli): void => {
  ofBill(contribution.command('voucher'))
    .requiredOption('--step <choice>', '', oneOf(TREASURY_STEPS))
    .requiredOption('--number <number>')
    .requiredOption('--on <date>', '', dayOption)
    .requiredOption('--signer <choice>', '', oneOf(TREASURY_SIGNERS))
    .requiredOption('--account-code <code>')
    .requiredOption('--budget <document>')
    .requiredOption('--fund-source <text>')
    .requiredOption('--amount <rupiah>', '', rupiahOption)
    .action((options: Voucher) =>
      cli.act((session) => {
        const { step, number, on, signer, accountCode, budget, fundSource, amount } = options;
        return send(session, options, {
          type: 'RecordVoucher',
          data: {
            ...{ step, number, on, signer, accountCode, fundSource },
            ...{ budgetDocument: budget, amountIdr: amount },
          },
        });
      }),
    );
};

type Proof = Which & {
  readonly amount: RupiahText;
  readonly paidOn: LocalDate;
  readonly reference: string;
  readonly evidence: string;
};

type Returned = Omit<Refund, 'reference'> & { readonly number: string; readonly why: string };

type Refund = Omit<Proof, 'paidOn'> & { readonly on: LocalDate };

type Minutes = Which & {
  readonly number: string;
  readonly on: LocalDate;
  readonly office: readonly Office[];
  readonly evidence: string;
};

const registerPapers = (contribution: Command, cli: Cli): void => {
  ofBill(contribution.command('prove'))
    .requiredOption('--amount <rupiah>', '', rupiahOption)
    .requiredOption('--paid-on <date>', '', dayOption)
    .requiredOption('--reference <text>')
    .requiredOption('--evidence <file>')
    .action((options: Proof) =>
      cli.act((session) =>
        withKeptPaper(session, options.evidence, ({ sha256: evidenceSha256 }) => {
          const { amount: amountIdr, paidOn, reference } = options;
          return send(session, options, {
            type: 'ProvePayment',
            data: { amountIdr, paidOn, reference, evidenceSha256 },
          });
        }),
      ),
    );
  ofBill(contribution.command('sp2d-return'))
    .requiredOption('--number <number>')
    .requiredOption('--amount <rupiah>', '', rupiahOption)
    .requiredOption('--on <date>', '', dayOption)
    .requiredOption('--why <text>')
    .requiredOption('--evidence <file>')
    .action((options: Returned) =>
      cli.act((session) =>
        withKeptPaper(session, options.evidence, ({ sha256: evidenceSha256 }) => {
          const { number, amount: amountIdr, on: returnedOn, why: reason } = options;
          return send(session, options, {
            type: 'ReturnTreasuryPayment',
            data: { number, amountIdr, returnedOn, reason, evidenceSha256 },
          });
        }),
      ),
    );
  ofBill(contribution.command('refund'))
    .requiredOption('--amount <rupiah>', '', rupiahOption)
    .requiredOption('--on <date>', '', dayOption)
    .requiredOption('--reference <text>')
    .requiredOption('--evidence <file>')
    .action((options: Refund) =>
      cli.act((session) =>
        withKeptPaper(session, options.evidence, ({ sha256: evidenceSha256 }) => {
          const { amount: amountIdr, on: receivedOn, reference } = options;
          return send(session, options, {
            type: 'RecordRefund',
            data: { amountIdr, receivedOn, reference, evidenceSha256 },
          });
        }),
      ),
    );
  ofBill(contribution.command('minutes'))
    .requiredOption('--number <number>')
    .requiredOption('--on <date>', '', dayOption)
    .requiredOption('--office <office>', '', collect(oneOf(OFFICES)))
    .requiredOption('--evidence <file>')
    .action((options: Minutes) =>
      cli.act((session) =>
        withKeptPaper(session, options.evidence, ({ sha256: evidenceSha256 }) => {
          const { number, on, office: offices } = options;
          return send(session, options, {
            type: 'SignReconciliation',
            data: { number, on, offices, evidenceSha256 },
          });
        }),
      ),
    );
};

export const registerContributionPayment = (contribution: Command, cli: Cli): void => {
  registerMatch(contribution, cli);
  registerVoucher(contribution, cli);
  registerPapers(contribution, cli);
  registerTreasuryList(contribution, cli);
};
