// A bank's own table: its columns are data, its bytes a golden file, and what is read is what was ordered.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BankProfile, PaymentOrder, TransferTemplate } from '../../../infra/bank/bank-port.ts';
import {
  bankaltimtaraSheet,
  bankaltimtaraTable,
  bankKalselLines,
  bankProfiles,
} from '../../../infra/bank/bank-profiles.ts';
import { readTransferFile, renderTransferFile } from '../../../infra/bank/transfer-template.ts';
import { captainWidow, heirJose, heirSiti, manyInstructions, orderOf } from './sample-order.ts';

const templateOf = <F extends TransferTemplate['form']>({ template }: BankProfile, form: F) => {
  if (template?.form !== form) throw new Error(`no template ${form}`);
  return template as Extract<TransferTemplate, { form: F }>;
};

const csv = templateOf(bankaltimtaraTable, 'csv');
const xlsx = templateOf(bankaltimtaraSheet, 'xlsx');
const lines = templateOf(bankKalselLines, 'fixed-width');
const profileOf: Readonly<Record<TransferTemplate['form'], BankProfile>> = {
  ...{ csv: bankaltimtaraTable, xlsx: bankaltimtaraSheet, 'fixed-width': bankKalselLines },
};

const outcomeOf = (order: PaymentOrder, template: TransferTemplate) =>
  renderTransferFile(order, { profile: profileOf[template.form], template });

const rendered = (order: PaymentOrder, template: TransferTemplate) => {
  const outcome = outcomeOf(order, template);
  if (outcome.status === 'refused') throw new Error(outcome.problems.map((p) => p.code).join());
  return outcome.file;
};

const golden = (name: string) => readFileSync(join(import.meta.dirname, 'golden', name));
const three = orderOf([heirSiti, heirJose, captainWidow]);

describe('a transfer table', () => {
  test.each([
    ['bankaltimtara.csv', csv],
    ['bankaltimtara.xlsx', xlsx],
    ['bank-kalsel.txt', lines],
  ])('of three payments is the golden file %s, byte for byte, and again the same', (name, form) => {
    const file = rendered(three, form);
    expect(Buffer.from(file.bytes).equals(golden(name))).toBe(true);
    expect(rendered(three, form).sha256).toBe(file.sha256);
    const end = name.slice(name.lastIndexOf('.'));
    expect([file.name, file.count]).toEqual([`RUN-6474-20240717-01${end}`, 3]);
    expect(file.sumIdr).toBe(392_000_000n);
  });

  test('is read back line by line, whatever its form and the order of its columns', () => {
    const turned: TransferTemplate = { ...csv, delimiter: '|', columns: csv.columns.toReversed() };
    const backwards: TransferTemplate = { ...lines, columns: lines.columns.toReversed() };
    const order = orderOf(manyInstructions(300));
    for (const template of [csv, turned, xlsx, lines, backwards])
      expect(readTransferFile(rendered(order, template).bytes, template)).toEqual(
        order.instructions.map(({ endToEndId, amountIdr, creditorAccount }) => ({
          ...{ endToEndId, amountIdr, account: creditorAccount.replace(/[ .-]/g, '') },
        })),
      );
    for (const template of [turned, xlsx, lines])
      expect(readTransferFile(rendered(order, csv).bytes, template)).toBeUndefined();
  });

  test('keeps the leading zeros of an account', () => {
    const order = orderOf([{ ...heirSiti, creditorAccount: '0001234500' }]);
    for (const template of [csv, xlsx, lines])
      expect(readTransferFile(rendered(order, template).bytes, template)).toMatchObject([
        { account: '0001234500' },
      ]);
  });

  test('without the column that names the payment is never handed over', () => {
    for (const template of [csv, xlsx, lines]) {
      const columns = template.columns.slice(0, -1);
      const blind = { ...template, columns } as TransferTemplate;
      expect(() => rendered(orderOf([heirSiti]), blind)).toThrow('was not handed over');
    }
  });

  test('never cuts an account or a sum to fit a column', () => {
    const narrow = lines.columns.map((column) =>
      column.field === 'ACCOUNT' ? { ...column, width: 5 } : column,
    );
    const { endToEndId } = heirSiti;
    expect(outcomeOf(orderOf([heirSiti]), { ...lines, columns: narrow })).toEqual({
      ...{ status: 'refused', problems: [{ code: 'TooLongForTemplate', endToEndId }] },
    });
  });

  test('is refused for what a pain.001 would be refused for', () => {
    for (const template of [csv, xlsx, lines])
      expect(outcomeOf(orderOf([{ ...heirSiti, amountIdr: 0n }]), template)).toMatchObject({
        status: 'refused',
      });
  });

  test('is chosen by its code, never by the bank alone', () => {
    for (const { bic } of [bankaltimtaraTable, bankKalselLines])
      expect(bankProfiles.find((profile) => profile.bic === bic)?.template).toBeUndefined();
  });
});
