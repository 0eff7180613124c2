// One sum that is owed to one payee: where it is, every attempt to pay it, and what the bank said.

import { sightOf } from '../../../../domain/office/visibility.ts';
import type { PayableRow } from '../../../../projections/payout-ledger/payable-row.ts';
import { payableById } from '../../../../projections/payout-ledger.ts';
import { leftText, returnFacts } from '../../../cli/return-lines.ts';
import { lineName } from '../../../copy/benefits.ts';
import { wordOf } from '../../../copy/code-words.ts';
import { formatInstant, formatLongDay, formatRupiah, type Language } from '../../../copy/format.ts';
import { attemptStates } from '../../../copy/money-words.ts';
import { curePapers, returnCauses, returnPhrases } from '../../../copy/return-phrases.ts';
import { say } from '../../../copy/text.ts';
import { RecordedNote } from '../../acts/act-screen.tsx';
import { payeesOf } from '../../cases/payees.ts';
import { PAYMENT_READERS } from '../../cases/readable-payable.ts';
import { notFound } from '../../not-found.ts';
import { Facts, Table } from '../../parts/data-parts.tsx';
import type { Html, Screen } from '../../screen.ts';
import { PayableNow } from './payable-now.tsx';
import {
  AccountCell,
  claimPath,
  PAYMENTS,
  PayableTag,
  PrintedBy,
  payeeWord,
  purseWords,
  runPath,
  shortId,
} from './payment-parts.tsx';
import { paymentsPhrases as phrases } from './payments-phrases.ts';
import { readablePurses } from './purses.ts';

const AttemptTable = ({ row, language }: { row: PayableRow; language: Language }): Html => {
  const heads = [phrases.colAttempt, phrases.colRun, phrases.colTrace, phrases.colState];
  return (
    <Table
      caption={say(language, phrases.attempts)}
      columns={[...heads, phrases.colBooked].map((head) => ({ head: say(language, head) }))}
      rows={row.attempts.map((attempt) => [
        String(attempt.attempt),
        <a href={runPath(attempt.runId)}>
          {say(language, phrases.run, { id: shortId(attempt.runId) })}
        </a>,
        <>
          <code>{attempt.endToEndId ?? '-'}</code>
          {attempt.bankReference === null ? null : (
            <span class="sub">
              {say(language, phrases.bankReference, { reference: attempt.bankReference })}
            </span>
          )}
        </>,
        <>
          {wordOf(attemptStates, attempt.state, language)}
          {attempt.reason === null ? null : <span class="sub">{attempt.reason}</span>}
          {attempt.sentAt === null ? null : (
            <span class="sub">
              {say(language, phrases.sentAt, { at: formatInstant(attempt.sentAt, language) })}
            </span>
          )}
        </>,
        attempt.bookedOn === null ? '-' : formatLongDay(attempt.bookedOn, language),
      ])}
      empty={say(language, phrases.attemptsNone)}
    />
  );
};

/** What came back rests until it is cured: why, with which papers, until when. */
const cureFacts = (
  row: PayableRow,
  { language, now }: { readonly language: Language; readonly now: string },
): readonly (readonly [string, string])[] => {
  const cure = returnFacts(row, now);
  if (cure === null) return [];
  const { cause, papers, dueOn, workingDaysLeft } = cure;
  const asked = say(language, returnPhrases.cure, {
    cause: wordOf(returnCauses, cause, language),
    papers: papers.map((paper) => wordOf(curePapers, paper, language)).join(', '),
    day: formatLongDay(dueOn, language),
  });
  const left = leftText(workingDaysLeft, language);
  return [[say(language, returnPhrases.heading), `${asked} (${left})`]];
};

/** Paid by us, reported by others, received by the heir: three facts that are never one. */
const endFacts = (row: PayableRow, language: Language): readonly (readonly [string, string])[] => {
  const { mode, reported, settledIdr, settledAt } = row;
  const notYet = say(language, phrases.notYet);
  if (mode === 'DISBURSES') {
    const paid =
      settledIdr === null || settledAt === null
        ? notYet
        : `${formatRupiah(settledIdr, language)}, ${formatInstant(settledAt, language)}`;
    return [[say(language, phrases.settled), paid]];
  }
  const told =
    reported === null
      ? notYet
      : say(language, phrases.reportedValue, {
          who: reported.reporter,
          sum: formatRupiah(reported.amountIdr, language),
          day: formatLongDay(reported.paidOn, language),
          reference: reported.reference,
        });
  const differs = reported?.differs === true ? ` (${say(language, phrases.reportedDiffers)})` : '';
  const on = reported?.receiptConfirmedOn ?? null;
  return [
    [say(language, phrases.reportedBy), `${told}${differs}`],
    [say(language, phrases.receivedOn), on === null ? notYet : formatLongDay(on, language)],
  ];
};

export const payable: Screen = {
  path: `${PAYMENTS}/tagihan/:id`,
  acts: PAYMENT_READERS,
  async show(visit, { id = '' }) {
    const { desk, language, visitor } = visit;
    const row = await payableById(desk.db, id);
    const purse = (await readablePurses(visit)).get(row?.payerId ?? '');
    if (row === undefined || purse === undefined) return notFound(language);
    const payees = await payeesOf(visit, [row]);
    const payee = payees(row.payableId);
    const isSeen = sightOf(visitor.office, 'IDENTITY') !== 'NONE';
    const who =
      row.payee === null ? say(language, phrases.noPayee) : payeeWord(payee, isSeen, language);
    const title = say(language, phrases.payable);
    return {
      title,
      body: (
        <>
          <p class="crumb">
            <a href={PAYMENTS}>{say(language, phrases.all)}</a>
          </p>
          <h1>
            {formatRupiah(row.amountIdr, language)}{' '}
            <PayableTag stage={row.stage} language={language} />
          </h1>
          <p class="lead">{purseWords(purse, row.flow, language)}</p>
          {await RecordedNote({ visit, id })}
          <Facts
            items={[
              [say(language, phrases.colHeir), who],
              [say(language, phrases.colAccount), <AccountCell payee={payee} />],
              [say(language, phrases.colDue), formatLongDay(row.dueOn, language)],
              [
                say(language, phrases.lineCodes),
                row.lineCodes.map((code) => lineName(code, language)).join(', '),
              ],
              [
                say(language, phrases.colClaim),
                <a href={claimPath(row.claimId)}>{say(language, phrases.openClaim)}</a>,
              ],
              ...(row.holdReason === null
                ? []
                : ([[say(language, phrases.heldBecause), row.holdReason]] as const)),
              ...cureFacts(row, { language, now: desk.now() }),
              ...endFacts(row, language),
            ]}
          />
          {await PayableNow({ visit, row })}
          <AttemptTable row={row} language={language} />
          <PrintedBy visit={visit} />
        </>
      ),
    };
  },
};
