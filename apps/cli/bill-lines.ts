// A bill as people read it: what is billed, what differs by person, the papers, and what is to be paid.

import { DIFFERENCE_KINDS } from '../../domain/programme/bill-match.ts';
import {
  type ContributionBillState,
  contributionBillStage,
  deductedIdr,
  disputedIdr,
  payableOf,
  refundedIdr,
} from '../../domain/programme/bill-state.ts';
import {
  differenceColumns,
  differenceKinds,
  differenceOutcomes,
  billPhrases as phrases,
  treasurySigners,
  treasurySteps,
} from '../copy/bill-phrases.ts';
import { officeStages, offices, wordOf } from '../copy/code-words.ts';
import { formatDay, formatRupiah, type Language } from '../copy/format.ts';
import { say } from '../copy/text.ts';
import { headed } from './page-lines.ts';

const kindLines = ({ differences }: ContributionBillState, language: Language): readonly string[] =>
  DIFFERENCE_KINDS.flatMap((kind) => {
    const own = differences.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    const open = own.filter(({ outcome }) => outcome === null).length;
    const word = wordOf(differenceKinds, kind, language);
    return [`  ${say(language, phrases.kind, { kind: word, count: own.length, open })}`];
  });

const differenceLines = (
  { differences }: ContributionBillState,
  language: Language,
  limit: number,
): readonly string[] => {
  const { number, row, kind, amount, outcome, worker } = differenceColumns;
  const shown = differences
    .slice(0, limit)
    .map((one) => [
      String(one.difference),
      one.row === null ? '-' : String(one.row),
      wordOf(differenceKinds, one.kind, language),
      formatRupiah(one.amountIdr, language),
      one.workerId ?? '-',
      one.outcome === null ? '-' : wordOf(differenceOutcomes, one.outcome, language),
    ]);
  if (shown.length === 0) return [];
  return headed(language, [number, row, kind, amount, worker, outcome], shown).map(
    (line) => `  ${line}`,
  );
};

const matchLines = (
  state: ContributionBillState,
  language: Language,
  limit: number,
): readonly string[] => {
  if (state.match === null) return [say(language, phrases.notMatched)];
  const { rows, matched, active, decreed, differences } = state.match;
  return [
    say(language, phrases.matched, { rows, matched, active, decreed, differences }),
    ...kindLines(state, language),
    ...differenceLines(state, language, limit),
  ];
};

const paperLines = (
  { vouchers, proof, returnedOrders, refunds, minutes, confirmation }: ContributionBillState,
  language: Language,
): readonly string[] => [
  ...vouchers.map(({ step, number, on, signer, accountCode, budgetDocument, fundSource }) =>
    say(language, phrases.voucher, {
      ...{ step: wordOf(treasurySteps, step, language), number, on: formatDay(on, language) },
      ...{ signer: wordOf(treasurySigners, signer, language), account: accountCode },
      ...{ budget: budgetDocument, fund: fundSource },
    }),
  ),
  ...(proof === null
    ? []
    : [
        say(language, phrases.proof, {
          on: formatDay(proof.paidOn, language),
          reference: proof.reference,
        }),
      ]),
  ...returnedOrders.map(({ number, returnedOn, reason }) =>
    say(language, phrases.returned, { number, on: formatDay(returnedOn, language), reason }),
  ),
  ...refunds.map(({ receivedOn, amountIdr, reference }) =>
    say(language, phrases.refund, {
      ...{
        on: formatDay(receivedOn, language),
        amount: formatRupiah(amountIdr, language),
        reference,
      },
    }),
  ),
  ...(minutes === null
    ? []
    : [
        say(language, phrases.minutes, {
          ...{ number: minutes.number, on: formatDay(minutes.on, language) },
          offices: minutes.offices.map((one) => wordOf(offices, one, language)).join(', '),
        }),
      ]),
  ...(confirmation === null
    ? []
    : [
        say(language, phrases.confirmed, {
          on: formatDay(confirmation.paidOn, language),
          reference: confirmation.reference,
        }),
      ]),
];

const disputedLines = (state: ContributionBillState, language: Language): readonly string[] => {
  const amount = disputedIdr(state);
  if (amount === '0') return [];
  const refunded = formatRupiah(refundedIdr(state), language);
  return [say(language, phrases.disputed, { amount: formatRupiah(amount, language), refunded })];
};

/** Nothing where there is no bill. */
export const billLines = (
  state: ContributionBillState,
  language: Language,
  limit: number,
): readonly string[] => {
  const { bill } = state;
  if (bill === null) return [];
  const stage = wordOf(officeStages, contributionBillStage(state), language);
  const { month, workers, amountIdr, paymentCode, codeExpiresOn } = bill;
  const code =
    codeExpiresOn === undefined
      ? paymentCode
      : `${paymentCode} (${say(language, phrases.codeUntil, { on: formatDay(codeExpiresOn, language) })})`;
  return [
    say(language, phrases.stage, { month, stage }),
    say(language, phrases.billed, { workers, amount: formatRupiah(amountIdr, language), code }),
    ...matchLines(state, language, limit),
    say(language, phrases.payable, {
      amount: formatRupiah(payableOf(bill, deductedIdr(state)), language),
    }),
    ...disputedLines(state, language),
    ...paperLines(state, language),
  ];
};
