// A bank without return files: one person reads the line in the statement, another one confirms it.
import { personsBehind, sharesPerson } from '../actor.ts';
import { officeDay } from '../calendar.ts';
import { sameFacts } from '../claim/assessment/same-facts.ts';
import { accept, type Context, refuse } from '../decider.ts';
import { parseRupiah } from '../money.ts';
import { isHeard } from './bank-answer.ts';
import type { PayableDecision, PayableWish } from './payable-refusals.ts';
import {
  type AttemptStatus,
  findAttempt,
  type PayableState,
  payableStage,
} from './payable-state.ts';

const UNDER_WAY: readonly AttemptStatus[] = ['SENT', 'ACCEPTED', 'ANSWER_UNKNOWN'];

/** Two persons' word that did not reach the payment yet: the repeated confirmation takes it in. */
const waitsToBeTaken = (state: PayableState): boolean => {
  const { line } = state;
  const attempt = line === null ? undefined : findAttempt(state, line.endToEndId);
  if (!line?.confirmed || attempt === undefined) return false;
  return !isHeard({ ...line, reasonCode: null }, attempt);
};

export const readStatementLine = (
  wish: PayableWish<'ReadStatementLine'>,
  state: PayableState,
  { by, now }: Context,
): PayableDecision => {
  const { created, disputed, line } = state;
  if (created === null) return refuse('PayableUnknown');
  const attempt = findAttempt(state, wish.endToEndId);
  if (attempt === undefined) return refuse('EndToEndIdUnknown');
  const canCome =
    UNDER_WAY.includes(attempt.status) ||
    (wish.kind === 'returned' && attempt.status === 'SETTLED');
  if (!canCome || disputed) return refuse('NoLineAwaited', { stage: payableStage(state) });
  if (waitsToBeTaken(state)) return refuse('LineConfirmed');
  if (parseRupiah(wish.amountIdr) <= 0n) return refuse('AmountNotPositive');
  if (wish.bookedOn > officeDay(now)) return refuse('BookingInFuture', { bookedOn: wish.bookedOn });
  const { payableId } = created;
  const data = { ...wish, payableId, readBy: personsBehind(by) };
  if (line !== null && sameFacts(line, { ...data, confirmed: false })) return accept();
  return accept({ type: 'StatementLineRead', data });
};

/** Out of a lost answer only by somebody without a part in the payment, as any other word of a person. */
export const confirmStatementLine = (
  { kind, amountIdr, bookedOn, runPersons = [] }: PayableWish<'ConfirmStatementLine'>,
  state: PayableState,
  { by }: Context,
): PayableDecision => {
  const { created, line } = state;
  if (created === null) return refuse('PayableUnknown');
  if (line === null) return refuse('LineNotRead');
  if (sharesPerson(by, line.readBy)) return refuse('ReaderCannotConfirm');
  if (kind !== line.kind || amountIdr !== line.amountIdr || bookedOn !== line.bookedOn)
    return refuse('LineReadDifferently');
  const parties = [...created.recommendedBy, ...created.approvedBy, ...runPersons];
  if (payableStage(state) === 'ANSWER_UNKNOWN' && sharesPerson(by, parties))
    return refuse('PartyCannotResolve');
  if (line.confirmed) return accept();
  const { payableId, endToEndId } = line;
  return accept({
    type: 'StatementLineConfirmed',
    data: { payableId, endToEndId, confirmedBy: personsBehind(by) },
  });
};
