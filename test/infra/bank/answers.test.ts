// Promises about the bank's answers: every line counts once, to the rupiah, or a person sees it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswerFile } from '../../../infra/bank/answers.ts';
import type { AnswerFile } from '../../../infra/bank/bank-port.ts';

type Statement = { readonly kind: 'Ntfctn' | 'Stmt'; readonly entries: string };

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

const documentOf = (format: string, body: string): Uint8Array =>
  encoded(
    `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:${format}">${body}</Document>`,
  );

const header = '<GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2024-07-17T05:00:00Z</CreDtTm></GrpHdr>';

const statement = ({ entries, kind }: Statement): Uint8Array => {
  const [format, message] =
    kind === 'Stmt'
      ? (['camt.053.001.08', 'BkToCstmrStmt'] as const)
      : (['camt.054.001.08', 'BkToCstmrDbtCdtNtfctn'] as const);
  const account = '<Acct><Id><Othr><Id>0011223344</Id></Othr></Id></Acct>';
  return documentOf(
    format,
    `<${message}>${header}<${kind}><Id>1</Id>${account}${entries}</${kind}></${message}>`,
  );
};

type Entry = {
  readonly id?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly direction?: string;
  readonly status?: string;
  readonly booked?: string;
  readonly returned?: string;
  readonly reference?: string;
};

const details = (entry: Entry): string => {
  const amount = `<Amt Ccy="${entry.currency ?? 'IDR'}">${entry.amount ?? '42000000.00'}</Amt>`;
  const id = entry.id === undefined ? '' : `<EndToEndId>${entry.id}</EndToEndId>`;
  const back =
    entry.returned === undefined ? '' : `<RtrInf><Rsn><Cd>${entry.returned}</Cd></Rsn></RtrInf>`;
  return `<TxDtls><Refs><AcctSvcrRef>${entry.reference ?? 'REF1'}</AcctSvcrRef>${id}</Refs>${amount}${back}</TxDtls>`;
};

const entryOf = (entry: Entry): string =>
  `<Ntry><Amt Ccy="${entry.currency ?? 'IDR'}">${entry.amount ?? '42000000.00'}</Amt>` +
  `<CdtDbtInd>${entry.direction ?? 'DBIT'}</CdtDbtInd><Sts><Cd>${entry.status ?? 'BOOK'}</Cd></Sts>` +
  `<BookgDt>${entry.booked ?? '<Dt>2024-07-17</Dt>'}</BookgDt><BkTxCd/>` +
  `<NtryDtls>${details(entry)}</NtryDtls></Ntry>`;

const notice = (...entries: readonly Entry[]): Uint8Array =>
  statement({ kind: 'Ntfctn', entries: entries.map(entryOf).join('') });

type Status = {
  readonly id?: string;
  readonly status: string;
  readonly reason?: string;
  readonly amount?: string;
};

const statusLine = ({ amount, id, reason, status }: Status): string =>
  `<TxInfAndSts>${id === undefined ? '' : `<OrgnlEndToEndId>${id}</OrgnlEndToEndId>`}<TxSts>${status}</TxSts>` +
  `${reason === undefined ? '' : `<StsRsnInf><Rsn><Cd>${reason}</Cd></Rsn></StsRsnInf>`}` +
  '<AcctSvcrRef>REF9</AcctSvcrRef>' +
  `${amount === undefined ? '' : `<OrgnlTxRef><Amt><InstdAmt Ccy="IDR">${amount}</InstdAmt></Amt></OrgnlTxRef>`}</TxInfAndSts>`;

const report = (groupStatus: string, ...lines: readonly Status[]): Uint8Array =>
  documentOf(
    'pain.002.001.10',
    `<CstmrPmtStsRpt>${header}<OrgnlGrpInfAndSts><OrgnlMsgId>RUN-1</OrgnlMsgId>` +
      `<OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${groupStatus}</OrgnlGrpInfAndSts>` +
      `<OrgnlPmtInfAndSts><OrgnlPmtInfId>RUN-1</OrgnlPmtInfId>${lines.map(statusLine).join('')}</OrgnlPmtInfAndSts></CstmrPmtStsRpt>`,
  );

const readOf = (bytes: Uint8Array): Extract<AnswerFile, { status: 'read' }> => {
  const file = readAnswerFile(bytes);
  if (file.status === 'unreadable') throw new Error(`${file.code}: ${file.detail}`);
  return file;
};

/** What became of every line: an answer, or a problem that a person sees. */
const judged = (bytes: Uint8Array) => {
  const { answers, problems } = readOf(bytes);
  return { answers: answers.map(({ ordinal: _, ...answer }) => answer), problems };
};

describe('a status report', () => {
  test('tells what was accepted and what was rejected, with the reason', () => {
    const answers = judged(
      report(
        '<GrpSts>PART</GrpSts>',
        { id: 'JKM-1', status: 'ACSP', amount: '42000000.00' },
        { id: 'JKM-2', status: 'RJCT', reason: 'AC04' },
      ),
    );
    expect(answers).toEqual({
      answers: [
        { kind: 'accepted', endToEndId: 'JKM-1', amountIdr: 42_000_000n, bankReference: 'REF9' },
        {
          kind: 'rejected',
          endToEndId: 'JKM-2',
          bankReference: 'REF9',
          reasonCode: 'AC04',
        },
      ],
      problems: [],
    });
  });

  test('never settles a payment, not even with a status of completion', () => {
    const { answers } = judged(report('', { id: 'JKM-1', status: 'ACSC' }));
    expect(answers.map(({ kind }) => kind)).toEqual(['accepted']);
  });

  test.each(['AM05', 'DUPL', 'DU04'])(
    'that rejects a payment as sent before (%s) does not count as rejected: it may be paid',
    (reason) => {
      const result = judged(report('', { id: 'JKM-1', status: 'RJCT', reason }));
      expect(result.answers).toEqual([]);
      expect(result.problems).toMatchObject([
        { code: 'RejectedAsDuplicate', endToEndId: 'JKM-1', reasonCode: reason },
      ]);
    },
  );

  test('that rejects the whole message is a problem for a person and settles no single payment', () => {
    const file = readOf(
      report('<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>DU01</Cd></Rsn></StsRsnInf>'),
    );
    expect(file.originalMessageId).toBe('RUN-1');
    expect(file.summaries).toEqual([
      { about: 'message', id: 'RUN-1', status: 'RJCT', reasonCode: 'DU01' },
    ]);
    expect(file.answers).toEqual([]);
    expect(file.problems).toMatchObject([{ code: 'RejectedAsAWhole', reasonCode: 'DU01' }]);
  });

  test('with an open, a strange or no status leaves the payment where it is', () => {
    const { answers, problems } = judged(
      report(
        '',
        { id: 'JKM-1', status: 'PDNG' },
        { id: 'JKM-2', status: 'ACWC' },
        { status: 'ACSP' },
      ),
    );
    expect(answers).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual([
      'StatusNotFinal',
      'UnknownStatus',
      'NoEndToEndId',
    ]);
  });

  test('that accepts and rejects the same payment counts for neither', () => {
    const { answers, problems } = judged(
      report('', { id: 'JKM-1', status: 'ACSP' }, { id: 'JKM-1', status: 'RJCT', reason: 'AC01' }),
    );
    expect(answers).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['ContradictsInFile', 'ContradictsInFile']);
  });
});

describe('a notice or statement', () => {
  test.each(['Ntfctn', 'Stmt'] as const)('settles and returns (%s)', (kind) => {
    const entries = [
      entryOf({ id: 'JKM-1' }),
      entryOf({ id: 'JKM-1', direction: 'CRDT', returned: 'BE01', reference: 'REF2' }),
    ].join('');
    const file = readOf(statement({ kind, entries }));
    expect(file.accounts).toEqual(['0011223344']);
    expect(judged(statement({ kind, entries }))).toEqual({
      answers: [
        {
          kind: 'settled',
          endToEndId: 'JKM-1',
          amountIdr: 42_000_000n,
          bankReference: 'REF1',
          bookedOn: '2024-07-17',
        },
        {
          kind: 'returned',
          endToEndId: 'JKM-1',
          amountIdr: 42_000_000n,
          bankReference: 'REF2',
          reasonCode: 'BE01',
          bookedOn: '2024-07-17',
        },
      ],
      problems: [],
    });
  });

  test('that says a payment twice counts it once and shows the second', () => {
    const { answers, problems } = judged(
      notice(
        { id: 'JKM-1' },
        { id: 'JKM-2', amount: '10000000' },
        { id: 'JKM-1', reference: 'REF7' },
      ),
    );
    expect(answers.map(({ endToEndId }) => endToEndId)).toEqual(['JKM-1', 'JKM-2']);
    expect(problems).toMatchObject([
      { code: 'RepeatedInFile', ordinal: 3, endToEndId: 'JKM-1', bankReference: 'REF7' },
    ]);
  });

  test.each([
    ['sen', { amount: '42000000.10' }, 'SenNotZero'],
    ['an amount that is none', { amount: '42,000,000' }, 'AmountUnreadable'],
    ['a negative amount', { amount: '-42000000' }, 'AmountUnreadable'],
    ['another currency', { currency: 'USD' }, 'CurrencyNotIdr'],
    ['no booking date', { booked: '' }, 'BookingDateMissing'],
    ['a date of no calendar', { booked: '<Dt>2024-02-30</Dt>' }, 'BookingDateMissing'],
    ['an entry not booked yet', { status: 'PDNG' }, 'NotBooked'],
    ['money that came in without a return', { direction: 'CRDT' }, 'CreditWithoutReturn'],
    ['a debit that claims to be a return', { returned: 'AC04' }, 'UnknownStatus'],
  ])('with %s settles nothing and says so', (_, change, code) => {
    const { answers, problems } = judged(notice({ id: 'JKM-1', ...change }));
    expect(answers).toEqual([]);
    expect(problems).toMatchObject([{ code, endToEndId: 'JKM-1' }]);
  });

  test('shows fees and other entries without an id', () => {
    const fee =
      '<Ntry><Amt Ccy="IDR">2500</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>' +
      '<BookgDt><Dt>2024-07-17</Dt></BookgDt><AcctSvcrRef>FEE1</AcctSvcrRef><BkTxCd/></Ntry>';
    const { problems } = judged(statement({ kind: 'Stmt', entries: fee }));
    expect(problems).toMatchObject([
      { code: 'NoEndToEndId', amountText: '2500', bankReference: 'FEE1' },
    ]);
    expect(judged(notice({ id: 'NOTPROVIDED' })).problems).toMatchObject([
      { code: 'NoEndToEndId' },
    ]);
  });

  test('whose parts do not add up to the entry shows the entry', () => {
    const bulk =
      '<Ntry><Amt Ccy="IDR">52000001</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>' +
      '<BookgDt><DtTm>2024-07-17T10:00:00+08:00</DtTm></BookgDt><BkTxCd/><NtryDtls>' +
      `${details({ id: 'JKM-1' })}${details({ id: 'JKM-2', amount: '10000000' })}</NtryDtls></Ntry>`;
    const { answers, problems } = judged(statement({ kind: 'Stmt', entries: bulk }));
    expect(answers).toMatchObject([
      { endToEndId: 'JKM-1', bookedOn: '2024-07-17' },
      { endToEndId: 'JKM-2' },
    ]);
    expect(problems).toMatchObject([{ code: 'EntrySumDiffers', amountText: '52000001' }]);
  });
});

describe('unreadable', () => {
  test.each([
    ['another version', documentOf('camt.054.001.01', '<BkToCstmrDbtCdtNtfctn/>'), 'UnknownFormat'],
    ['another message', documentOf('pain.001.001.09', '<CstmrCdtTrfInitn/>'), 'UnknownFormat'],
    ['a document type', encoded('<!DOCTYPE Document><Document/>'), 'DoctypeRefused'],
    ['a cut-off file', notice({ id: 'JKM-1' }).slice(0, -20), 'NotWellFormed'],
  ])('is %s, with a code', (_, bytes, code) => {
    expect(readAnswerFile(bytes)).toMatchObject({ status: 'unreadable', code });
  });

  test('is a file over the limit of bytes or lines', () => {
    const bytes = notice({ id: 'JKM-1' }, { id: 'JKM-2' });
    const limits = { bytesMax: bytes.length, linesMax: 2 };
    expect(readAnswerFile(bytes, limits)).toMatchObject({ status: 'read' });
    expect(readAnswerFile(bytes, { ...limits, linesMax: 1 })).toMatchObject({
      code: 'TooManyLines',
    });
    expect(readAnswerFile(bytes, { ...limits, bytesMax: bytes.length - 1 })).toMatchObject({
      code: 'TooLarge',
    });
  });
});

describe('older and newer versions', () => {
  const asVersion = (bytes: Uint8Array, from: string, to: string): Uint8Array =>
    encoded(new TextDecoder().decode(bytes).replace(from, to));

  test.each(['03', '10', '12'])('of a status report say the same: pain.002.001.%s', (version) => {
    const told = report('', { id: 'JKM-2', status: 'RJCT', reason: 'AC04' });
    const read = readOf(asVersion(told, 'pain.002.001.10', `pain.002.001.${version}`));
    expect(read.format).toBe(`pain.002.001.${version}`);
    expect(read.answers).toMatchObject([{ kind: 'rejected', reasonCode: 'AC04' }]);
  });

  test.each([
    ['camt.054.001.02', true],
    ['camt.054.001.04', true],
    ['camt.054.001.06', true],
    ['camt.054.001.08', false],
    ['camt.054.001.10', false],
  ] as const)('of a notice say the same: %s', (format, isBareStatus) => {
    const newer = new TextDecoder().decode(
      asVersion(
        notice({ id: 'JKM-1' }, { id: 'JKM-2', direction: 'CRDT', returned: 'AC04' }),
        'camt.054.001.08',
        format,
      ),
    );
    const older = newer
      .replaceAll('<Sts><Cd>BOOK</Cd></Sts>', '<Sts>BOOK</Sts>')
      .replaceAll(
        /<TxDtls>(.*?)<Amt Ccy="IDR">(.*?)<\/Amt>/g,
        '<TxDtls>$1<AmtDtls><TxAmt><Amt Ccy="IDR">$2</Amt></TxAmt></AmtDtls>',
      );
    const read = readOf(encoded(isBareStatus ? older : newer));
    expect(read.format).toBe(format);
    expect(read.problems).toEqual([]);
    expect(read.answers).toMatchObject([
      { kind: 'settled', endToEndId: 'JKM-1', amountIdr: 42_000_000n, bookedOn: '2024-07-17' },
      { kind: 'returned', endToEndId: 'JKM-2', amountIdr: 42_000_000n, reasonCode: 'AC04' },
    ]);
  });
});

test('every entry of any statement becomes exactly one answer or one problem', () => {
  const entry = fc.record(
    {
      id: fc.constantFrom('JKM-1', 'JKM-2', 'JKM-9', 'NOTPROVIDED'),
      amount: fc.constantFrom('42000000', '42000000.00', '10000000', '1.5', '', 'x'),
      direction: fc.constantFrom('DBIT', 'CRDT', 'X'),
      status: fc.constantFrom('BOOK', 'PDNG', ''),
      returned: fc.constantFrom('AC04', 'BE01'),
      booked: fc.constantFrom('<Dt>2024-07-17</Dt>', '', '<Dt>soon</Dt>'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
      const bytes = statement({
        kind: 'Ntfctn',
        entries: entries.map((one) => entryOf(one)).join(''),
      });
      const { answers, problems } = judged(bytes);
      expect(answers.length + problems.length).toBe(entries.length);
      const whole = [42_000_000n, 10_000_000n];
      for (const { amountIdr } of answers) expect(whole).toContain(amountIdr);
      const keys = answers.map(({ endToEndId, kind }) => `${kind} ${endToEndId}`);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 300 },
  );
});
