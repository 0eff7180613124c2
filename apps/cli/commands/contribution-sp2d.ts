// `lindung contribution sp2d`: the treasury's list of its orders, each carried to the bill of its SPM.
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { stateOf } from '../../../activities/deciders.ts';
import { addMonthsTo, monthOf, officeDay } from '../../../domain/calendar.ts';
import type { BillPaymentCommand } from '../../../domain/programme/bill-events.ts';
import { billsBySpm, type NumberedBill } from '../../../domain/programme/bill-of-spm.ts';
import type { ContributionBillState } from '../../../domain/programme/bill-state.ts';
import { contributionBillDecider } from '../../../domain/programme/contribution-bill-decider.ts';
import { monthsFromTo } from '../../../domain/programme/gate-state.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { fileRefusalText } from '../../../infra/rosters/file-refusal-texts.ts';
import { type OrderLine, readOrderList } from '../../../infra/rosters/sp2d-csv.ts';
import { trancheBoard } from '../../../projections/tranche-board.ts';
import { billPhrases as phrases } from '../../copy/bill-phrases.ts';
import { refusalText } from '../../copy/catalogue.ts';
import type { Language } from '../../copy/format.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { done, foundWrong, type Outcome, refusedWith } from '../outcome.ts';
import { envelope, type Session } from '../session.ts';

/** A month may be ordered in advance, as it may be paid. */
const MONTHS_AHEAD = 12;
const OTHERS_SHOWN = 10;

const billNow = async ({ store }: Session, billId: string): Promise<ContributionBillState> =>
  stateOf(contributionBillDecider, await store.loadStream(billId));

const billsNow = async (session: Session): Promise<readonly NumberedBill[]> => {
  const today = officeDay(session.now());
  const board = await trancheBoard(session.db, { on: today });
  const through = addMonthsTo(monthOf(today), MONTHS_AHEAD);
  const ids = board.flatMap(({ trancheId, coverFrom }) =>
    monthsFromTo(monthOf(coverFrom), through).map((month) =>
      streamIds.contributionBill(trancheId, month),
    ),
  );
  const histories = await session.store.loadStreams(ids);
  return [...histories].map(([billId, history]) => ({
    billId,
    state: stateOf(contributionBillDecider, history),
  }));
};

type Verdict = 'ORDERED' | 'PAID' | 'RETURNED' | 'KNOWN' | 'OTHER' | 'LEFT';
type Row = {
  readonly row: number;
  readonly number: string;
  readonly verdicts: readonly Verdict[];
  readonly code: string;
  readonly text: string;
};

type Order = { readonly line: OrderLine; readonly bill: NumberedBill; readonly fileSha256: string };

/** The papers repeat what the SPM says; the list adds its number, day and fate. */
const commandsOf = ({ line, bill, fileSha256 }: Order): readonly BillPaymentCommand[] => {
  const spm = bill.state.vouchers.find(({ step }) => step === 'SPM_LS');
  if (spm === undefined) return [];
  const { number, on, amountIdr, status, movedOn, remark } = line;
  const { accountCode, budgetDocument, fundSource } = spm;
  const isReturned = bill.state.returnedOrders.some((one) => one.number === number);
  const order: BillPaymentCommand = {
    type: 'RecordVoucher',
    data: {
      ...{ step: 'SP2D', number, on, signer: 'BUD', accountCode, budgetDocument, fundSource },
      amountIdr,
    },
  };
  const orders = isReturned ? [] : [order];
  switch (status) {
    case 'ISSUED':
      return orders;
    case 'PAID': {
      const data = { amountIdr, paidOn: movedOn, reference: number, evidenceSha256: fileSha256 };
      return [...orders, { type: 'ProvePayment', data }];
    }
    case 'RETURNED': {
      const reason = remark === '' ? 'RETUR' : remark;
      const data = { number, returnedOn: movedOn, amountIdr, reason, evidenceSha256: fileSha256 };
      return [...orders, { type: 'ReturnTreasuryPayment', data }];
    }
  }
};

const VERDICT_OF: Readonly<Partial<Record<BillPaymentCommand['type'], Verdict>>> = {
  RecordVoucher: 'ORDERED',
  ProvePayment: 'PAID',
  ReturnTreasuryPayment: 'RETURNED',
};

/** One line after the other: the next one may replace the order that this one sends back. */
const carry = async (session: Session, order: Order): Promise<Row> => {
  const { line, bill } = order;
  const { row, number } = line;
  const verdicts: Verdict[] = [];
  for (const command of commandsOf(order)) {
    const answer = await session.gateway.send(
      envelope(session, 'contribution_bill', bill.billId, command),
    );
    if (answer.status === 'refused') {
      const text = refusalText(answer, session.language);
      return { row, number, verdicts: [...verdicts, 'LEFT'], code: answer.code, text };
    }
    // An answer without a position recorded nothing: it stood so already.
    verdicts.push(answer.position === '0' ? 'KNOWN' : (VERDICT_OF[command.type] ?? 'KNOWN'));
  }
  const isNews = verdicts.some((verdict) => verdict !== 'KNOWN');
  return { row, number, verdicts: isNews ? verdicts : ['KNOWN'], code: '', text: '' };
};

const notOne = (code: 'SpmUnknown' | 'SpmAmbiguous', language: Language) =>
  code === 'SpmUnknown'
    ? { verdicts: ['OTHER'] as const, code, text: say(language, phrases.sp2dNoSpm) }
    : { verdicts: ['LEFT'] as const, code, text: say(language, phrases.sp2dManySpm) };

const readList = async (session: Session, file: string): Promise<Outcome> => {
  const { language } = session;
  const bytes = await readFile(file);
  const reading = await readOrderList(bytes);
  if (reading.status === 'refused') {
    const { code } = reading.refusal;
    const sentence = fileRefusalText(reading.refusal)[language];
    return refusedWith(code, sentence, { status: 'refused', code });
  }
  const { sha256: fileSha256 } = await session.documents.put(bytes);
  const rows: Row[] = reading.faults.map(({ row, column }) => {
    const text = say(language, phrases.sp2dCell, { column });
    return { row, number: '-', verdicts: ['LEFT'], code: 'CellInvalid', text };
  });
  const billOf = billsBySpm(await billsNow(session));
  for (const line of reading.lines) {
    const bill = billOf(line.spmNumber);
    if (typeof bill === 'string') {
      const { row, number } = line;
      rows.push({ row, number, ...notOne(bill, language) });
      continue;
    }
    // As it stands now: the line before may have sent an order of the same bill back.
    const state = await billNow(session, bill.billId);
    rows.push(await carry(session, { line, bill: { ...bill, state }, fileSha256 }));
  }
  const count = (wanted: Verdict) =>
    rows.flatMap(({ verdicts }) => verdicts).filter((v) => v === wanted).length;
  const totals = {
    ...{ rows: rows.length, ordered: count('ORDERED'), paid: count('PAID') },
    ...{ returned: count('RETURNED'), known: count('KNOWN') },
    ...{ others: count('OTHER'), left: count('LEFT') },
  };
  const left = rows.filter(({ verdicts }) => verdicts.includes('LEFT'));
  // The treasury's list holds the orders of the whole region: a few of the others are named, to find a typing error.
  const others = rows.filter(({ verdicts }) => verdicts.includes('OTHER')).slice(0, OTHERS_SHOWN);
  const lines = [
    say(language, phrases.sp2dDone, totals),
    ...[...left, ...others].map(
      ({ row, number, text }) => `  ${say(language, phrases.sp2dRow, { row, number, text })}`,
    ),
  ];
  return (left.length === 0 ? done : foundWrong)({ ...totals, list: rows, fileSha256 }, lines);
};

export const registerTreasuryList = (contribution: Command, cli: Cli): void => {
  contribution
    .command('sp2d')
    .argument('<file>')
    .action((file: string) => cli.act((session) => readList(session, file)));
};
