// Promises of the payment file: exact, repeatable, readable by any bank, free of people's numbers.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaymentInstruction } from '../../../infra/bank/bank-port.ts';
import { bankaltimtara, railNameFor } from '../../../infra/bank/bank-profiles.ts';
import { isBankText } from '../../../infra/bank/bank-text.ts';
import { assertSamePayments, renderPaymentFile } from '../../../infra/bank/pain001.ts';
import type { XmlElement } from '../../../infra/bank/xml.ts';
import { childrenOf, firstAt, readXml, textAt } from '../../../infra/bank/xml.ts';
import {
  captainWidow,
  fileOf,
  heirJose,
  heirSiti,
  manyInstructions,
  orderOf,
} from './sample-order.ts';

const bytesMax = 64 * 1024 * 1024;
const golden = new URL('./golden/pain.001.001.09.xml', import.meta.url);

const messageOf = (bytes: Uint8Array): XmlElement => {
  const read = readXml(bytes, bytesMax);
  if (read.status === 'refused') throw new Error(read.detail);
  const message = firstAt(read.root, 'CstmrCdtTrfInitn');
  if (message === undefined) throw new Error('no payment message');
  return message;
};

const transactionsOf = (bytes: Uint8Array): readonly XmlElement[] =>
  childrenOf(firstAt(messageOf(bytes), 'PmtInf'), 'CdtTrfTxInf');

const codesOf = (instructions: readonly PaymentInstruction[], messageId?: string) => {
  const outcome = renderPaymentFile(orderOf(instructions, messageId), bankaltimtara);
  return outcome.status === 'refused' ? outcome.problems.map(({ code }) => code) : [];
};

const changed = (change: Partial<PaymentInstruction>): readonly PaymentInstruction[] => [
  { ...heirSiti, ...change },
];

describe('a payment file', () => {
  test('is byte for byte the agreed one', () => {
    const file = fileOf(orderOf([heirSiti, heirJose, captainWidow]));
    expect(new TextDecoder().decode(file.bytes)).toBe(readFileSync(golden, 'utf8'));
    expect(file.name).toBe('RUN-6474-20240717-01.pain.001.xml');
    expect(file.count).toBe(3);
    expect(file.sumIdr).toBe(392_000_000n);
    expect(file.sha256).toBe(createHash('sha256').update(readFileSync(golden)).digest('hex'));
  });

  test('is the same file when it is rendered again', () => {
    const order = orderOf(manyInstructions(200));
    expect(fileOf(order).sha256).toBe(fileOf(structuredClone(order)).sha256);
  });

  test('differs as soon as one rupiah differs', () => {
    const first = fileOf(orderOf(changed({ amountIdr: 42_000_000n })));
    const second = fileOf(orderOf(changed({ amountIdr: 42_000_001n })));
    expect(first.sha256).not.toBe(second.sha256);
  });

  test('states count and sum twice, as the bank will check them', () => {
    const message = messageOf(fileOf(orderOf([heirSiti, heirJose])).bytes);
    for (const place of ['GrpHdr', 'PmtInf']) {
      expect(textAt(message, place, 'NbOfTxs')).toBe('2');
      expect(textAt(message, place, 'CtrlSum')).toBe('52000000.00');
    }
  });

  test('writes amounts without decimals for a bank that wants none', () => {
    const outcome = renderPaymentFile(orderOf([heirSiti]), {
      ...bankaltimtara,
      amountStyle: 'whole',
    });
    if (outcome.status === 'refused') throw new Error('refused');
    const [transaction] = transactionsOf(outcome.file.bytes);
    expect(textAt(transaction, 'Amt', 'InstdAmt')).toBe('42000000');
  });

  test('keeps leading zeros of accounts and drops blanks, dots and dashes', () => {
    const [transaction] = transactionsOf(fileOf(orderOf([heirSiti])).bytes);
    expect(textAt(transaction, 'CdtrAcct', 'Id', 'Othr', 'Id')).toBe('0012345678');
  });

  test('of ten thousand payments is rendered, of one more refused', () => {
    const most = manyInstructions(10_000);
    expect(fileOf(orderOf(most)).count).toBe(10_000);
    expect(codesOf([...most, heirSiti])).toEqual(['TooManyInstructions']);
  });
});

describe('the rail', () => {
  test.each([
    [1n, 'BI_FAST'],
    [42_000_000n, 'BI_FAST'],
    [250_000_000n, 'BI_FAST'],
    [250_000_001n, 'RTGS'],
    [1_000_000_001n, 'RTGS'],
  ])('of %s rupiah is %s', (amountIdr, rail) => {
    expect(railNameFor(bankaltimtara, amountIdr)).toBe(rail);
  });

  test('follows the limits of the bank where they are lower', () => {
    const small = {
      ...bankaltimtara,
      rails: [
        { rail: 'BI_FAST', codeAtBank: 'BI-FAST', upToIdr: 50_000_000n },
        { rail: 'SKNBI', codeAtBank: 'SKN', upToIdr: 1_000_000_000n },
      ] as const,
    };
    expect(railNameFor(small, 50_000_001n)).toBe('SKNBI');
    expect(railNameFor(small, 1_000_000_001n)).toBeUndefined();
    const outcome = renderPaymentFile(orderOf(changed({ amountIdr: 2_000_000_000n })), small);
    expect(outcome).toMatchObject({ problems: [{ code: 'AmountAboveEveryRail' }] });
  });
});

describe('a payment order is refused, with every reason at once, when', () => {
  test.each([
    ['the amount is zero', { amountIdr: 0n }, 'AmountNotPositive'],
    ['the amount is negative', { amountIdr: -1n }, 'AmountNotPositive'],
    ['the amount is beyond the format', { amountIdr: 10n ** 16n }, 'AmountAboveEveryRail'],
    ['the id is empty', { endToEndId: '' }, 'EndToEndIdInvalid'],
    ['the id has 36 characters', { endToEndId: 'A'.repeat(36) }, 'EndToEndIdInvalid'],
    ['the id has small letters', { endToEndId: 'jkm-1' }, 'EndToEndIdInvalid'],
    ['the id is the word for no id', { endToEndId: 'NOTPROVIDED' }, 'EndToEndIdInvalid'],
    ['no letter of the name can be written', { creditorName: '王小明' }, 'NameUnreadable'],
    ['the name is only control characters', { creditorName: '\u0000\u0007' }, 'NameUnreadable'],
    ['the account holds other signs', { creditorAccount: '12/34' }, 'AccountInvalid'],
    ['the BIC is none', { creditorBic: 'BRI' }, 'BicInvalid'],
    ['the remittance holds a NIK', { remittance: 'a.n. 6474014501900001' }, 'RemittanceHoldsNik'],
    ['it holds a NIK in groups', { remittance: '647401 450190 0001' }, 'RemittanceHoldsNik'],
  ])('%s', (_, change, code) => {
    expect(codesOf(changed(change))).toEqual([code]);
  });

  test('two payments carry the same id', () => {
    expect(codesOf([heirSiti, { ...heirJose, endToEndId: heirSiti.endToEndId }])).toEqual([
      'EndToEndIdRepeated',
    ]);
  });

  test('there is nothing to pay, or the message id cannot name a file', () => {
    expect(codesOf([])).toEqual(['NoInstructions']);
    expect(codesOf([heirSiti], '../RUN')).toEqual(['MessageIdInvalid']);
    expect(codesOf([heirSiti], 'R'.repeat(36))).toEqual(['MessageIdInvalid']);
  });

  test('dates are none of the calendar', () => {
    const order = { ...orderOf([heirSiti]), executionDate: '2024-02-30', createdAt: 'yesterday' };
    expect(renderPaymentFile(order, bankaltimtara)).toMatchObject({
      problems: [{ code: 'CreatedAtInvalid' }, { code: 'ExecutionDateInvalid' }],
    });
  });
});

test('an unusual account or name is a warning with its id, not a refusal', () => {
  const outcome = renderPaymentFile(
    orderOf([
      { ...heirSiti, creditorAccount: '12345' },
      { ...heirJose, creditorName: 'Maria 王' },
    ]),
    bankaltimtara,
  );
  expect(outcome).toMatchObject({
    status: 'rendered',
    warnings: [
      { code: 'AccountLengthUnusual', endToEndId: heirSiti.endToEndId },
      { code: 'NameHoldsUnknownLetters', endToEndId: heirJose.endToEndId },
    ],
  });
});

test('a rendered file that differs from its order by one rupiah is never handed over', () => {
  const { bytes } = fileOf(orderOf(changed({ amountIdr: 42_000_001n })));
  expect(() => assertSamePayments(bytes, orderOf([heirSiti]))).toThrow(/differs from its order/);
});

test('any names, accounts and amounts give well-formed XML that reads back to the same money', () => {
  const instruction = fc.record({
    amountIdr: fc.bigInt({ min: 1n, max: 9_999_999_999_999_999n }),
    creditorName: fc
      .tuple(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('Ani', 'ß', "O'Neil"))
      .map(([odd, plain]) => `${odd}${plain}${odd}`),
    creditorAccount: fc.stringMatching(/^[0-9]{1,30}$/),
    creditorBic: fc.constantFrom('PDKTIDJ1', 'BRINIDJA', 'PDKSIDJ1XXX'),
    remittance: fc.string({ unit: 'binary', maxLength: 200 }),
  });
  fc.assert(
    fc.property(fc.array(instruction, { minLength: 1, maxLength: 8 }), (parts) => {
      const instructions = parts.map((part, index) => ({ ...part, endToEndId: `P-${index}` }));
      const outcome = renderPaymentFile(orderOf(instructions), bankaltimtara);
      if (outcome.status === 'refused') {
        // Only a NIK by chance may refuse these, or an all-blank shortened name.
        const codes = new Set(outcome.problems.map(({ code }) => code));
        return [...codes].every(
          (code) => code === 'RemittanceHoldsNik' || code === 'NameUnreadable',
        );
      }
      const transactions = transactionsOf(outcome.file.bytes);
      expect(transactions.map((t) => textAt(t, 'Amt', 'InstdAmt'))).toEqual(
        instructions.map(({ amountIdr }) => `${amountIdr}.00`),
      );
      expect(transactions.map((t) => textAt(t, 'CdtrAcct', 'Id', 'Othr', 'Id'))).toEqual(
        instructions.map(({ creditorAccount }) => creditorAccount),
      );
      for (const transaction of transactions) {
        const name = textAt(transaction, 'Cdtr', 'Nm') ?? '';
        expect(isBankText(name)).toBe(true);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(140);
      }
      return true;
    }),
    { numRuns: 300 },
  );
});
