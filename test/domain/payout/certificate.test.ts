// A certificate is no copy of the log: kept files that say something else make it a finding.
import { expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import {
  type CertificateFacts,
  certify,
  type KeptFile,
  type KeptStatement,
} from '../../../domain/payout/certificate.ts';
import { idr } from '../claim/claim-facts.ts';

const amountIdr = idr('42000000');
const file = (name: string, lines: KeptFile['lines']): KeptFile => ({
  ...{ runId: `run-${name}`, name: `${name}.xml`, sha256: `sha-${name}`, lines },
});
const line = (endToEndId = 'LD-1', amount = '42000000') => ({
  ...{ line: 1, endToEndId, amountIdr: idr(amount) },
});
type Kind = 'settled' | 'returned' | 'accepted';
const statement = (...lines: readonly (readonly [Kind, string])[]): KeptStatement => ({
  ...{ sha256: `statement ${lines.join()}`, format: 'camt.053.001.08' },
  lines: lines.map(([kind, bankReference], index) => ({
    ...{ line: index + 1, endToEndId: 'LD-1', kind, amountIdr, bankReference },
    bookedOn: localDate('2024-07-09'),
  })),
});
const sent = {
  ...{ attempt: 1, runId: 'run-a', endToEndId: 'LD-1', sentAt: '2024-07-08', fileSha256: 'sha-a' },
};
const facts = (change: Partial<CertificateFacts> = {}): CertificateFacts => ({
  ...{ amountIdr, sends: [sent], files: [file('a', [line(), line('LD-9', '1')])] },
  ...{
    statements: [statement(['accepted', ''], ['settled', 'ref-1'])],
    paid: 'BY_BANK',
    ...change,
  },
});
const found = (change: Partial<CertificateFacts>) =>
  certify(facts(change)).findings.map(({ finding }) => finding);

test('one send, one line, one booking: one credit and nothing to say', () => {
  expect(certify(facts())).toEqual({ credits: 1, findings: [] });
  const again = [
    statement(['settled', 'ref-1']),
    statement(['settled', 'ref-1'], ['accepted', '']),
  ];
  expect(certify(facts({ statements: again })).credits).toBe(1);
});

test('a second send planted in another file is found, before the bank has booked it', () =>
  expect(found({ files: [file('a', [line()]), file('b', [line()])] })).toEqual(['LINE_TWICE']));

test('a second booking is a second credit, unless it came back', () => {
  const twice = statement(['settled', 'ref-1'], ['settled', 'ref-2']);
  expect(found({ statements: [twice] })).toEqual(['CREDITED_TWICE']);
  const back = statement(['settled', 'ref-1'], ['settled', 'ref-2'], ['returned', 'ref-3']);
  expect(certify(facts({ statements: [back] }))).toEqual({ credits: 1, findings: [] });
});

test.each<readonly [string, Partial<CertificateFacts>]>([
  ['FILE_NOT_KEPT', { files: [file('a', null)] }],
  ['FILE_NOT_KEPT', { files: [] }],
  ['LINE_MISSING', { files: [file('a', [line('LD-9')])] }],
  ['LINE_OTHER_AMOUNT', { files: [file('a', [line('LD-1', '42000001')])] }],
  ['PAID_WITHOUT_CREDIT', { statements: [] }],
  ['CREDIT_NOT_IN_LOG', { paid: 'NOT' }],
])('says %s of files that do not bear the log out', (finding, change) =>
  expect(found(change)).toEqual([finding]),
);

test('a person’s word and an entered past need no line of the bank', () => {
  for (const paid of ['BY_PERSON', 'IN_THE_PAST'] as const)
    expect(found({ statements: [], paid })).toEqual([]);
});
