// A bank's own table: its columns are data, its bytes a golden file, and what is read is what was ordered.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PaymentOrder, TransferTemplate } from '../../../infra/bank/bank-port.ts';
import { bankaltimtaraTable, bankProfiles } from '../../../infra/bank/bank-profiles.ts';
import { readTransferFile, renderTransferFile } from '../../../infra/bank/transfer-template.ts';
import { captainWidow, heirJose, heirSiti, manyInstructions, orderOf } from './sample-order.ts';

const template = bankaltimtaraTable.template as TransferTemplate;

const rendered = (order: PaymentOrder, columns: TransferTemplate = template) => {
  const bound = { profile: bankaltimtaraTable, template: columns };
  const outcome = renderTransferFile(order, bound);
  if (outcome.status === 'refused') throw new Error(outcome.problems.map((p) => p.code).join());
  return outcome.file;
};

const golden = join(import.meta.dirname, 'golden/bankaltimtara.csv');

describe('a transfer table', () => {
  test('of three payments is the golden file, byte for byte, and again the same', () => {
    const file = rendered(orderOf([heirSiti, heirJose, captainWidow]));
    expect(existsSync(golden)).toBe(true);
    expect(new TextDecoder().decode(file.bytes)).toBe(readFileSync(golden, 'utf8'));
    expect(rendered(orderOf([heirSiti, heirJose, captainWidow])).sha256).toBe(file.sha256);
    expect([file.name, file.count, file.sumIdr]).toEqual([
      'RUN-6474-20240717-01.csv',
      3,
      392_000_000n,
    ]);
  });

  test('is read back line by line, whatever the order of its columns', () => {
    const turned = { delimiter: '|' as const, columns: template.columns.toReversed() };
    const order = orderOf(manyInstructions(300));
    for (const columns of [template, turned]) {
      const lines = readTransferFile(rendered(order, columns).bytes, columns);
      expect(lines?.map(({ endToEndId, amountIdr }) => [endToEndId, amountIdr])).toEqual(
        order.instructions.map(({ endToEndId, amountIdr }) => [endToEndId, amountIdr]),
      );
    }
    expect(readTransferFile(rendered(order).bytes, turned)).toBeUndefined();
  });

  test('without the column that names the payment is never handed over', () => {
    const blind = { ...template, columns: template.columns.slice(0, -1) };
    expect(() => rendered(orderOf([heirSiti]), blind)).toThrow('was not handed over');
  });

  test('is refused for what a pain.001 would be refused for', () => {
    const outcome = renderTransferFile(orderOf([{ ...heirSiti, amountIdr: 0n }]), {
      ...{ profile: bankaltimtaraTable, template },
    });
    expect(outcome).toMatchObject({ status: 'refused' });
  });

  test('is chosen by its code, never by the bank alone', () =>
    expect(
      bankProfiles.find(({ bic }) => bic === bankaltimtaraTable.bic)?.template,
    ).toBeUndefined());
});
