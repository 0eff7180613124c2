// What becomes of one payment: a function of seed, id and account, so a restart decides the same.
import { createHash } from 'node:crypto';
import type { SimulatorOptions } from './options.ts';
import type { ReceivedPayment } from './received-order.ts';

export type Fate = {
  readonly outcome: 'settled' | 'returned' | 'rejected';
  readonly reasonCode?: string;
  /** Booked, but the customer never hears of it except by statement. */
  readonly isSilent: boolean;
  /** A slip of the bank in its answer; its books are right. */
  readonly slip?: 'one-rupiah-less' | 'said-twice';
};

const byAccountEnding: Readonly<Record<string, Fate>> = {
  '999001': { outcome: 'rejected', reasonCode: 'AC01', isSilent: false },
  '999004': { outcome: 'rejected', reasonCode: 'AC04', isSilent: false },
  '999006': { outcome: 'rejected', reasonCode: 'AC06', isSilent: false },
  '999011': { outcome: 'rejected', reasonCode: 'BE01', isSilent: false },
  '999021': { outcome: 'returned', reasonCode: 'AC04', isSilent: false },
  '999022': { outcome: 'returned', reasonCode: 'BE01', isSilent: false },
  '999031': { outcome: 'settled', isSilent: true },
  '999041': { outcome: 'settled', isSilent: false, slip: 'one-rupiah-less' },
  '999042': { outcome: 'settled', isSilent: false, slip: 'said-twice' },
};

/** A number in [0, 1) that is the same on every run. */
const drawn = (seed: number, purpose: string, id: string): number =>
  createHash('sha256').update(`${seed} ${purpose} ${id}`).digest().readUInt32BE(0) / 2 ** 32;

export const fateOf = (payment: ReceivedPayment, options: SimulatorOptions): Fate => {
  const fixed = byAccountEnding[payment.account.slice(-6)];
  if (fixed !== undefined) return fixed;
  const { endToEndId } = payment;
  const { seed } = options;
  const isSilent = drawn(seed, 'lose', endToEndId) < options.loseShare;
  if (drawn(seed, 'reject', endToEndId) < options.rejectShare) {
    return { outcome: 'rejected', reasonCode: 'AC01', isSilent };
  }
  if (drawn(seed, 'return', endToEndId) < options.returnShare) {
    return { outcome: 'returned', reasonCode: 'AC04', isSilent };
  }
  return { outcome: 'settled', isSilent };
};
