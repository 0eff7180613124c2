// The bank's answers as ISO 20022 documents; the same books give the same bytes.
import { createHash } from 'node:crypto';
import type { XmlNode } from '../../infra/bank/xml.ts';
import { branch, leaf, withAttributes, writeDocument } from '../../infra/bank/xml.ts';
import type { AttemptRecord, CreditRecord } from './journal.ts';

const money = (name: string, amountIdr: bigint): XmlNode =>
  withAttributes(leaf(name, `${amountIdr}.00`), { Ccy: 'IDR' });

const reason = (name: string, code: string | undefined): readonly XmlNode[] =>
  code === undefined ? [] : [branch(name, branch('Rsn', leaf('Cd', code)))];

/** An id of the bank's own: at most 35 characters, the same for the same answer. */
const bankMessageId = (answerName: string): string =>
  `SIM${createHash('sha256').update(answerName).digest('hex').slice(0, 24).toUpperCase()}`;

const header = (answerName: string, at: string): XmlNode =>
  branch('GrpHdr', leaf('MsgId', bankMessageId(answerName)), leaf('CreDtTm', at));

const wasTaken = ({ outcome }: CreditRecord): boolean =>
  outcome === 'settled' || outcome === 'returned';

const statusLine = (credit: CreditRecord): XmlNode =>
  branch(
    'TxInfAndSts',
    leaf('OrgnlEndToEndId', credit.endToEndId),
    leaf('TxSts', wasTaken(credit) ? 'ACSP' : 'RJCT'),
    ...(wasTaken(credit) ? [] : reason('StsRsnInf', credit.reasonCode)),
    leaf('AcctSvcrRef', credit.bankReference),
    branch('OrgnlTxRef', branch('Amt', money('InstdAmt', BigInt(credit.amountIdr)))),
  );

const groupStatus = (credits: readonly CreditRecord[]): string => {
  const taken = credits.filter(wasTaken).length;
  if (taken === credits.length) return 'ACSP';
  return taken === 0 ? 'RJCT' : 'PART';
};

type Answer = { readonly name: string; readonly at: string; readonly attempt: AttemptRecord };

const original = (attempt: AttemptRecord, status: string, reasonCode?: string): XmlNode =>
  branch(
    'OrgnlGrpInfAndSts',
    leaf('OrgnlMsgId', attempt.messageId === '' ? 'NOTPROVIDED' : attempt.messageId),
    leaf('OrgnlMsgNmId', 'pain.001.001.09'),
    leaf('GrpSts', status),
    ...reason('StsRsnInf', reasonCode),
  );

export const statusReport = (answer: Answer, credits: readonly CreditRecord[]): Uint8Array =>
  writeDocument(
    'pain.002.001.10',
    branch(
      'CstmrPmtStsRpt',
      header(answer.name, answer.at),
      original(answer.attempt, groupStatus(credits)),
      branch(
        'OrgnlPmtInfAndSts',
        leaf('OrgnlPmtInfId', answer.attempt.groupId),
        ...credits.map(statusLine),
      ),
    ),
  );

/** The whole file refused: unreadable, wrong sums, or a message id that the bank already has. */
export const refusalReport = (answer: Answer): Uint8Array =>
  writeDocument(
    'pain.002.001.10',
    branch(
      'CstmrPmtStsRpt',
      header(answer.name, answer.at),
      original(answer.attempt, 'RJCT', answer.attempt.reasonCode),
    ),
  );

type Direction = 'DBIT' | 'CRDT';

const entry = (credit: CreditRecord, direction: Direction): XmlNode => {
  const isReturn = direction === 'CRDT';
  const less = credit.slip === 'one-rupiah-less' ? 1n : 0n;
  const amountIdr = BigInt(credit.amountIdr) - less;
  const reference = isReturn ? `R${credit.bankReference}` : credit.bankReference;
  const family = branch('Fmly', leaf('Cd', isReturn ? 'RCDT' : 'ICDT'), leaf('SubFmlyCd', 'OTHR'));
  return branch(
    'Ntry',
    money('Amt', amountIdr),
    leaf('CdtDbtInd', direction),
    branch('Sts', leaf('Cd', 'BOOK')),
    branch('BookgDt', leaf('Dt', credit.bookedOn)),
    leaf('AcctSvcrRef', reference),
    branch('BkTxCd', branch('Domn', leaf('Cd', 'PMNT'), family)),
    branch(
      'NtryDtls',
      branch(
        'TxDtls',
        branch('Refs', leaf('AcctSvcrRef', reference), leaf('EndToEndId', credit.endToEndId)),
        money('Amt', amountIdr),
        leaf('CdtDbtInd', direction),
        ...(isReturn ? reason('RtrInf', credit.reasonCode) : []),
      ),
    ),
  );
};

const account = (number: string): XmlNode =>
  branch('Acct', branch('Id', branch('Othr', leaf('Id', number))), leaf('Ccy', 'IDR'));

const saidTwice = (credit: CreditRecord): readonly CreditRecord[] =>
  credit.slip === 'said-twice' ? [credit, credit] : [credit];

export const bookingNotice = (
  answer: Answer,
  credits: readonly CreditRecord[],
  direction: Direction,
): Uint8Array =>
  writeDocument(
    'camt.054.001.08',
    branch(
      'BkToCstmrDbtCdtNtfctn',
      header(answer.name, answer.at),
      branch(
        'Ntfctn',
        leaf('Id', bankMessageId(answer.name)),
        leaf('CreDtTm', answer.at),
        account(answer.attempt.debtorAccount),
        ...credits.flatMap(saidTwice).map((credit) => entry(credit, direction)),
      ),
    ),
  );

/** One funding account's part of a statement. */
export type AccountPage = {
  readonly debtorAccount: string;
  readonly openingIdr: bigint;
  readonly credits: readonly CreditRecord[];
};

const balance = (code: 'OPBD' | 'CLBD', amountIdr: bigint, date: string): XmlNode =>
  branch(
    'Bal',
    branch('Tp', branch('CdOrPrtry', leaf('Cd', code))),
    money('Amt', amountIdr < 0n ? -amountIdr : amountIdr),
    leaf('CdtDbtInd', amountIdr < 0n ? 'DBIT' : 'CRDT'),
    branch('Dt', leaf('Dt', date)),
  );

export const movementOf = (credits: readonly CreditRecord[]): bigint =>
  credits
    .filter(({ outcome }) => outcome === 'settled')
    .reduce((sum, { amountIdr }) => sum - BigInt(amountIdr), 0n);

const page = (name: string, at: string, { credits, debtorAccount, openingIdr }: AccountPage) => {
  const days = credits.map(({ bookedOn }) => bookedOn).sort();
  // The statement is drawn from the books, which know no slips.
  const booked = credits.map(({ slip: _, ...credit }) => credit);
  return branch(
    'Stmt',
    leaf('Id', bankMessageId(`${name} ${debtorAccount}`)),
    leaf('CreDtTm', at),
    account(debtorAccount),
    balance('OPBD', openingIdr, days[0] ?? at.slice(0, 10)),
    balance('CLBD', openingIdr + movementOf(credits), days.at(-1) ?? at.slice(0, 10)),
    ...booked.flatMap((credit) =>
      credit.outcome === 'returned'
        ? [entry(credit, 'DBIT'), entry(credit, 'CRDT')]
        : [entry(credit, 'DBIT')],
    ),
  );
};

export const statementOf = (name: string, at: string, pages: readonly AccountPage[]): Uint8Array =>
  writeDocument(
    'camt.053.001.08',
    branch(
      'BkToCstmrStmt',
      header(name, at),
      ...pages.map((accountPage) => page(name, at, accountPage)),
    ),
  );
