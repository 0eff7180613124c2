// The days that a stage of a taken-over claim must have, and their order.
import type { LocalDate } from '../../calendar.ts';
import type { ClaimRefusal, ClaimWish } from '../refusals.ts';
import type { TakenOverStage } from './take-over-events.ts';

type Wish = ClaimWish<'TakeOverClaim'>;

export type Stamp =
  | 'reportedOn'
  | 'completeOn'
  | 'checkedOn'
  | 'recommendedOn'
  | 'decidedOn'
  | 'paidOn';

const NEEDED: Readonly<Record<TakenOverStage, readonly Stamp[]>> = {
  REPORTED: [],
  DOCUMENTS_COMPLETE: ['completeOn'],
  CHECKED: ['completeOn'],
  READY_TO_RECOMMEND: ['completeOn'],
  RECOMMENDED: ['completeOn', 'recommendedOn'],
  DECIDED: ['completeOn', 'recommendedOn', 'decidedOn'],
  REJECTED: ['decidedOn'],
  WITHDRAWN: ['decidedOn'],
  PAID: ['paidOn'],
};

const stampsOf = (wish: Wish): readonly (readonly [Stamp, LocalDate | null])[] => [
  ['reportedOn', wish.reportedOn],
  ['completeOn', wish.completeOn],
  ['checkedOn', wish.checkedOn],
  ['recommendedOn', wish.recommendedOn],
  ['decidedOn', wish.decidedOn],
  ['paidOn', wish.payment?.paidOn ?? null],
];

export type StampFault = {
  readonly code: ClaimRefusal & ('StampMissing' | 'StampsOutOfOrder');
  readonly facts: { readonly stamp: Stamp | 'deathDate' | 'receivedOn' };
};

/** No day is missing, none precedes an earlier step, none is later than the list. */
export const stampFault = (wish: Wish, asOf: LocalDate): StampFault | null => {
  const stamps = stampsOf(wish);
  const missing = NEEDED[wish.stage].find((name) =>
    stamps.some(([stamp, day]) => stamp === name && day === null),
  );
  if (missing !== undefined) return { code: 'StampMissing', facts: { stamp: missing } };
  let before = wish.report.deathDate;
  for (const [stamp, day] of stamps) {
    if (day === null) continue;
    if (day < before || day > asOf) return { code: 'StampsOutOfOrder', facts: { stamp } };
    before = day;
  }
  const { receivedOn, reportedOn } = wish;
  const isOdd = receivedOn !== null && (receivedOn < reportedOn || receivedOn > asOf);
  return isOdd ? { code: 'StampsOutOfOrder', facts: { stamp: 'receivedOn' } } : null;
};
