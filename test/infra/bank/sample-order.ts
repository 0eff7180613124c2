// A payment order of two heirs and one accident, with every oddity that names really have.
import type {
  PaymentFile,
  PaymentInstruction,
  PaymentOrder,
} from '../../../infra/bank/bank-port.ts';
import { bankaltimtara } from '../../../infra/bank/bank-profiles.ts';
import { renderPaymentFile } from '../../../infra/bank/pain001.ts';

export const heirSiti: PaymentInstruction = {
  endToEndId: 'JKM-6474-2024-000123',
  amountIdr: 42_000_000n,
  creditorName: 'Siti Nur’aini binti H. Abdullah',
  creditorAccount: '001-234.5678',
  creditorBic: 'PDKTIDJ1',
  remittance: 'JKM 6474 2024 000123',
};

export const heirJose: PaymentInstruction = {
  endToEndId: 'JKM-6474-2024-000124',
  amountIdr: 10_000_000n,
  creditorName: 'José Ångström & Søn',
  creditorAccount: '0987654321',
  creditorBic: 'BRINIDJA',
  remittance: '',
};

export const captainWidow: PaymentInstruction = {
  endToEndId: 'JKK-6474-2024-000007',
  amountIdr: 340_000_000n,
  creditorName: 'Dewi Sartika',
  creditorAccount: '1400012345678',
  creditorBic: 'BMRIIDJA',
  remittance: 'JKK 6474 2024 000007',
};

export const orderOf = (
  instructions: readonly PaymentInstruction[],
  messageId = 'RUN-6474-20240717-01',
): PaymentOrder => ({
  messageId,
  createdAt: '2024-07-17T02:15:00Z',
  executionDate: '2024-07-17',
  debtor: { name: 'Kas Daerah Kota Bontang', account: '0011223344', bic: 'PDKTIDJ1' },
  instructions,
});

export const fileOf = (order: PaymentOrder): PaymentFile => {
  const outcome = renderPaymentFile(order, bankaltimtara);
  if (outcome.status === 'refused') throw new Error(outcome.problems.map((p) => p.code).join());
  return outcome.file;
};

/** Many plain payments, each with an id and an amount of its own. */
export const manyInstructions = (count: number, prefix = 'JKM'): readonly PaymentInstruction[] =>
  Array.from({ length: count }, (_, index) => ({
    ...heirSiti,
    endToEndId: `${prefix}-${String(index).padStart(6, '0')}`,
    amountIdr: 42_000_000n + BigInt(index),
    creditorAccount: `10${String(index).padStart(8, '0')}`,
  }));
