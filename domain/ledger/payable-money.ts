// Where the money of one payable stands after each of its events, as balances of its payer's book.
import { assertNever } from '../decider.ts';
import { parseRupiah, type RupiahText, rupiah, rupiahText } from '../money.ts';
import type { PayableEvent } from '../payout/events.ts';
import type { PaymentDisputed, PaymentReturned } from '../payout/payment-events.ts';
import type { PaymentResolved } from '../payout/resolution.ts';
import type { Flow, MandateMode } from '../programme/events.ts';
import { added, type Balances, moved } from './accounts.ts';

type Whereabouts = 'IN_TRANSIT' | 'UNANSWERED' | 'BANK' | 'BACK';

export type PayableMoney = {
  readonly payerId: string;
  readonly flow: Flow;
  readonly mode: MandateMode;
  readonly amountIdr: RupiahText;
  /** The fund keeps it: owed to nobody outside. */
  readonly retained: boolean;
  readonly cancelled: boolean;
  /** Every send with where its money went. */
  readonly sends: readonly { readonly endToEndId: string; readonly at: Whereabouts }[];
  /** By the bank's own words: what it booked, less what it booked back. */
  readonly bookedIdr: RupiahText;
  /** Bookings that fit nothing: until a person said what they were, and the surplus came back. */
  readonly contestedIdr: RupiahText;
  readonly reportedIdr: RupiahText | null;
  readonly received: boolean;
};

const NOTHING = rupiahText(rupiah(0n));

const sentTo = (money: PayableMoney, endToEndId: string, at: Whereabouts): PayableMoney => {
  const others = money.sends.filter((send) => send.endToEndId !== endToEndId);
  return { ...money, sends: [...others, { endToEndId, at }] };
};

const booked = (money: PayableMoney, sum: bigint): PayableMoney => ({
  ...money,
  bookedIdr: rupiahText(rupiah(parseRupiah(money.bookedIdr) + sum)),
});

/** A return of what was never seen booked leaves nothing booked. */
const returned = (money: PayableMoney, { endToEndId, amountIdr }: PaymentReturned['data']) => {
  const before = money.sends.find((send) => send.endToEndId === endToEndId);
  const wasBooked = before?.at === 'BANK' && parseRupiah(money.bookedIdr) > 0n;
  return sentTo(booked(money, wasBooked ? -parseRupiah(amountIdr) : 0n), endToEndId, 'BACK');
};

/** The bank booked it, whatever we think of it: our bank account is what the bank says. */
const contested = (money: PayableMoney, { answer, amountIdr }: PaymentDisputed['data']) => {
  const sign = answer === 'settled' ? 1n : answer === 'returned' ? -1n : 0n;
  const change = sign * parseRupiah(amountIdr);
  const sum = parseRupiah(money.contestedIdr) + change;
  return { ...booked(money, change), contestedIdr: rupiahText(rupiah(sum)) };
};

/** A person's word speaks for every send: one paid, or none did. What was booked beyond it is out. */
const resolved = (
  money: PayableMoney,
  { endToEndId: paid }: PaymentResolved['data'],
): PayableMoney => {
  const back = money.sends.map(({ endToEndId }) => ({ endToEndId, at: 'BACK' as const }));
  const surplus =
    parseRupiah(money.bookedIdr) - (paid === null ? 0n : parseRupiah(money.amountIdr));
  const contestedIdr = surplus > 0n ? rupiahText(rupiah(surplus)) : NOTHING;
  const settled = { ...money, contestedIdr, sends: back };
  return paid === null ? settled : sentTo(settled, paid, 'BANK');
};

/** Undefined: the events of the payable did not begin with its creation. */
export const payableMoneyAfter = (
  money: PayableMoney | undefined,
  event: PayableEvent,
): PayableMoney | undefined => {
  if (event.type === 'PayableCreated') {
    const { payerId, flow, mode, amountIdr, payee } = event.data;
    const begun = { payerId, flow, mode, amountIdr, retained: payee === null, cancelled: false };
    const sums = { bookedIdr: NOTHING, contestedIdr: NOTHING, reportedIdr: null };
    return { ...begun, ...sums, sends: [], received: false };
  }
  if (money === undefined) return undefined;
  switch (event.type) {
    case 'PayableCancelled':
      return { ...money, cancelled: true };
    case 'PaymentSent':
    case 'PaymentAccepted': // also the answer that was missing: it is on its way after all
      return sentTo(money, event.data.endToEndId, 'IN_TRANSIT');
    case 'PaymentUnknown':
      return sentTo(money, event.data.endToEndId, 'UNANSWERED');
    case 'PaymentSettled':
      return sentTo(
        booked(money, parseRupiah(event.data.amountIdr)),
        event.data.endToEndId,
        'BANK',
      );
    case 'PaymentRejected':
      return sentTo(money, event.data.endToEndId, 'BACK');
    case 'PaymentReturned':
      return returned(money, event.data);
    case 'PaymentDisputed':
      return contested(money, event.data);
    case 'PaymentResolved':
      return resolved(money, event.data);
    case 'PaymentReported':
      return { ...money, reportedIdr: event.data.amountIdr };
    case 'ReceiptConfirmed':
      return { ...money, received: true };
    // Steps on the way that move no money: an intent may still be taken back, and says nothing.
    case 'PayableHeld':
    case 'PayableReleased':
    case 'PayableSelected':
    case 'PayableDeselected':
    case 'PayeeCorrectionProposed':
    case 'PayeeAccountCorrected':
    case 'PaymentIntended':
    case 'PaymentVoided':
    case 'StatementLineRead':
    case 'StatementLineConfirmed':
      return money;
    default:
      return assertNever(event, 'payable event');
  }
};

const ORDER: readonly Exclude<Whereabouts, 'BACK'>[] = ['BANK', 'UNANSWERED', 'IN_TRANSIT'];

const ownPlace = ({ retained, sends }: PayableMoney) => {
  if (retained) return 'RETAINED';
  return ORDER.find((place) => sends.some(({ at }) => at === place)) ?? 'PAYABLE';
};

const trackedBalances = (money: PayableMoney): Balances => {
  const { amountIdr, retained, reportedIdr, received } = money;
  const owed = moved('TRACKED', retained ? 'TRACKED_RETAINED' : 'TRACKED_OWED', amountIdr);
  if (reportedIdr === null) return owed;
  const place = received ? 'TRACKED_RECEIVED' : 'TRACKED_REPORTED';
  return added(owed, moved('TRACKED_OWED', place, reportedIdr));
};

export const payableBalances = (money: PayableMoney | undefined): Balances => {
  if (money === undefined || money.cancelled) return {};
  if (money.mode === 'TRACKS') return trackedBalances(money);
  return added(
    moved('EXPENSE', ownPlace(money), money.amountIdr),
    moved('CONTESTED', 'BANK', money.contestedIdr),
  );
};
