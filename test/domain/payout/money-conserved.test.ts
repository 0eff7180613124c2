// Law: paid + retained + returned + open is what was determined, whatever the bank says in which order.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimDecider } from '../../../domain/claim/decider.ts';
import type { ClaimEvent } from '../../../domain/claim/events.ts';
import { claimStage } from '../../../domain/claim/stage.ts';
import { fold } from '../../../domain/decider.ts';
import { parseRupiah, sumTexts } from '../../../domain/money.ts';
import type { PayableCommand, PayableEvent } from '../../../domain/payout/events.ts';
import { payableDecider } from '../../../domain/payout/payable-decider.ts';
import { payableStage } from '../../../domain/payout/payable-state.ts';
import { FUND_PAYEE } from '../../../domain/rules/jkm.ts';
import {
  approveClaim,
  approver,
  checkedWishes,
  checker,
  claim,
  determineHeirs,
  heir,
  payeeOf,
  recommendClaim,
  verifier,
} from '../claim/claim-facts.ts';
import { anyWalk, walk } from './any-payable-history.ts';
import { createPayable, system } from './payout-facts.ts';

const organiser = heir({ ref: 'p1', relation: 'FUNERAL_ORGANISER' });

/** A decided claim: with an heir one payee gets all, without one the fund keeps 32 million. */
const decided = (heirs: readonly (typeof organiser)[], payee: string): readonly ClaimEvent[] =>
  claim.after(
    ...checkedWishes,
    [determineHeirs(heirs, payee), checker],
    [recommendClaim(), verifier],
    [approveClaim(), approver],
  );
const CASES = [decided([heir()], 'h1'), decided([organiser], 'p1')];

/** One payable per payee, as the engine makes them from the lines. */
const payablesOf = (past: readonly ClaimEvent[]): readonly PayableCommand[] => {
  const lines = fold(claimDecider, past).benefits?.lines ?? [];
  return [...new Set(lines.map((line) => line.payee))].map((ref) => {
    const own = lines.filter((line) => line.payee === ref);
    return createPayable({
      payableId: `payable-${ref}`,
      lineCodes: own.map((line) => line.code),
      amountIdr: sumTexts(own.map((line) => line.amountIdr)),
      payee: ref === FUND_PAYEE ? null : payeeOf(ref),
    });
  });
};

const bookedAfter = (
  booked: ReadonlyMap<string, bigint>,
  { type, data }: PayableEvent,
  owed: bigint,
): ReadonlyMap<string, bigint> => {
  if (type === 'PaymentSettled')
    return new Map([...booked, [data.endToEndId, parseRupiah(data.amountIdr)]]);
  if (type === 'PaymentReturned')
    return new Map([...booked].filter(([id]) => id !== data.endToEndId));
  if (type !== 'PaymentResolved') return booked;
  return new Map(data.endToEndId === null ? [] : [[data.endToEndId, owed]]);
};

/** What the payee holds by the bank's own words, or by the person's who looked. */
const withPayee = (past: readonly PayableEvent[], owed: bigint): bigint => {
  let booked: ReadonlyMap<string, bigint> = new Map();
  for (const event of past) booked = bookedAfter(booked, event, owed);
  return [...booked.values()].reduce((sum, amount) => sum + amount, 0n);
};

const seen = new Set<string>();

/** Plays one payable to some point and tells where its money is. */
const playPayable = (created: PayableCommand, picks: readonly number[]) => {
  if (created.type !== 'CreatePayable') throw new Error('not a new payable');
  const { amountIdr, payableId } = created.data;
  const history = walk(created, amountIdr, picks);
  const stage = payableStage(fold(payableDecider, history));
  seen.add(stage);
  const due = stage === 'SETTLED' ? parseRupiah(amountIdr) : 0n;
  // In a dispute the bank's words do not fit together, and a person must say where the money is.
  if (stage !== 'DISPUTED') expect(withPayee(history, parseRupiah(amountIdr))).toBe(due);
  const end = stage === 'SETTLED' || stage === 'RETAINED' ? stage : 'OPEN';
  return { payableId, amountIdr, end } as const;
};

test('every rupiah of a decision is in exactly one place, and the claim settles on that', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CASES), anyWalk, anyWalk, (past, first, second) => {
      const decided = fold(claimDecider, past);
      const payables = payablesOf(past).map((created, index) =>
        playPayable(created, index === 0 ? first : second),
      );
      expect(sumTexts(payables.map((each) => each.amountIdr))).toBe(decided.verdict?.totalIdr);
      const decision = claimDecider.decide(
        { type: 'SettleClaim', data: { payables } },
        decided,
        system,
      );
      if (!('accepted' in decision)) throw new Error(decision.refused.code);
      const allEnded = payables.every((each) => each.end !== 'OPEN');
      const after = claimStage(fold(claimDecider, [...past, ...decision.accepted]));
      expect(after).toBe(allEnded ? 'SETTLED' : 'APPROVED');
    }),
    { numRuns: 400 },
  );
  for (const stage of ['SETTLED', 'RETAINED', 'RETURNED', 'DISPUTED', 'SENT', 'ANSWER_UNKNOWN']) {
    expect(seen).toContain(stage);
  }
});
