// Before money moves the payee is looked at again: alive, and still the account that was decided on.
import { expect, test } from 'vitest';
import { screenPayee } from '../../../domain/payout/payee-screening.ts';
import { payeeOf } from '../claim/claim-facts.ts';
import { assemble, cashier, releaseRun, run, treasurer } from './payout-facts.ts';

const payee = payeeOf('h1');
const same = {
  ...{ determined: payee.accountIndex, isOfWorker: false, workerDied: true, heirAccount: null },
};
const look = (change: Partial<typeof same> | object = {}, corrected = false) =>
  screenPayee({ payee, corrected }, { ...same, ...change });

test('an heir with the account of the decision is paid, and nobody is paid twice over a correction', () => {
  expect(look()).toBeNull();
  expect(look({ determined: 'other' })).toBe('PayeeAccountChanged');
  expect(look({ determined: 'other' }, true)).toBeNull();
  expect(screenPayee({ payee: null, corrected: false }, same)).toBeNull();
});

test('a worker who survived the accident and died since is not paid; the heir of that death is', () => {
  expect(look({ isOfWorker: true })).toBe('PayeeReportedDead');
  expect(look({ isOfWorker: true, workerDied: false })).toBeNull();
  expect(look({ isOfWorker: true, heirAccount: payee.accountIndex })).toBeNull();
});

test('a run is not released while one of its payees may not be paid', () => {
  const past = run.after([assemble(), cashier]);
  const payeesUnfit = [{ payableId: 'payable-2', code: 'PayeeReportedDead' as const }];
  run
    .given(...past)
    .when(releaseRun('52000000', { payeesUnfit }), treasurer)
    .thenRefuses('PayeeReportedDead', { payable: 'payable-2' });
});
