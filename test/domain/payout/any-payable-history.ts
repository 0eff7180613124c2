// Any history of one payable that its decider allows: what a bank and people can make of a payment.
import fc from 'fast-check';
import { localDate } from '../../../domain/calendar.ts';
import { fold } from '../../../domain/decider.ts';
import type { PayableCommand, PayableEvent } from '../../../domain/payout/events.ts';
import { payableDecider } from '../../../domain/payout/payable-decider.ts';
import type { PayableState } from '../../../domain/payout/payable-state.ts';
import { idr } from '../claim/claim-facts.ts';
import {
  answer,
  deselect,
  hold,
  intend,
  release,
  resolve,
  select,
  sent,
  system,
  unknown,
} from './payout-facts.ts';

const wishesOf = (attempt: number, amount: string): readonly PayableCommand[] => {
  const [runId, endToEndId] = [`run-${attempt}`, `LD-${attempt}`];
  const facts = { endToEndId, amountIdr: idr(amount) };
  const booked = { ...facts, bookedOn: localDate('2024-07-09') };
  return [
    select(runId),
    deselect(runId),
    intend(runId, endToEndId),
    sent(endToEndId),
    unknown(endToEndId),
    answer('accepted', facts),
    answer('rejected', facts),
    answer('settled', booked),
    answer('settled', { ...booked, bankReference: 'second' }),
    answer('returned', facts),
  ];
};

/** Each number picks one of the wishes that would change something: a walk, not a pile of refusals. */
export const anyWalk = fc.array(fc.nat({ max: 999 }), { maxLength: 25 });

const eventsOf = (wish: PayableCommand, state: PayableState): readonly PayableEvent[] => {
  const decision = payableDecider.decide(wish, state, system);
  return 'accepted' in decision ? decision.accepted : [];
};

export const walk = (created: PayableCommand, amount: string, picks: readonly number[]) => {
  const said = [resolve('LD-1'), resolve('LD-2'), resolve(null)];
  const wishes = [hold(), release(), ...said, ...[1, 2, 3].flatMap((one) => wishesOf(one, amount))];
  const misfits = [...wishesOf(1, '1'), ...wishesOf(2, '1')];
  const past = [...eventsOf(created, payableDecider.initial)];
  for (const pick of picks) {
    const state = fold(payableDecider, past);
    const pool = pick % 20 === 0 ? misfits : wishes;
    const possible = pool.map((wish) => eventsOf(wish, state)).filter((each) => each.length > 0);
    past.push(...(possible[pick % Math.max(possible.length, 1)] ?? []));
  }
  return past;
};
