// What the bank reads is valid by the schema of ISO 20022 itself, judged by libxml2 and not by us.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { bankKalsel } from '../../../infra/bank/bank-profiles.ts';
import { renderPaymentFile } from '../../../infra/bank/pain001.ts';
import { fileOf, heirSiti, manyInstructions, orderOf } from './sample-order.ts';

/** As the Registration Management Group published it, byte for byte. */
const schema = readFileSync(join(import.meta.dirname, 'schema/pain.001.001.09.xsd'), 'utf8');

const judged = async (xml: string) => {
  const { valid, errors } = await validateXML({
    xml: { fileName: 'payment.xml', contents: xml },
    schema,
    initialMemoryPages: 512,
    maxMemoryPages: 4_096,
  });
  return { valid, errors: errors.map(({ rawMessage }) => rawMessage) };
};

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const golden = readFileSync(join(import.meta.dirname, 'golden/pain.001.001.09.xml'), 'utf8');

test('the golden file and a file of many payments are valid', async () => {
  expect(await judged(golden)).toEqual({ valid: true, errors: [] });
  const many = fileOf(orderOf(manyInstructions(500)));
  expect(await judged(textOf(many.bytes))).toEqual({ valid: true, errors: [] });
});

test('amounts without decimals and a payment without a remittance are valid too', async () => {
  const whole = { ...bankKalsel, amountStyle: 'whole' as const };
  const rendered = renderPaymentFile(orderOf([{ ...heirSiti, remittance: '' }]), whole);
  if (rendered.status === 'refused') throw new Error('refused');
  expect(await judged(textOf(rendered.file.bytes))).toEqual({ valid: true, errors: [] });
});

test.each([
  ['an element left out', /<EndToEndId>[^<]*<\/EndToEndId>/, ''],
  ['an id that is too long', /<MsgId>[^<]*/, `<MsgId>${'A'.repeat(36)}`],
  ['a currency that is none', 'Ccy="IDR"', 'Ccy="Rupiah"'],
] as const)('%s is found', async (_, from, to) => {
  const { valid, errors } = await judged(golden.replace(from, to));
  expect(valid).toBe(false);
  expect(errors.length).toBeGreaterThan(0);
});
