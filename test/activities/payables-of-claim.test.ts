// The sums of the decision that owes them: the last one, by whichever house it was taken.
import { expect, test } from 'vitest';
import { payablesOfClaim, verdictOf } from '../../activities/payables-of-claim.ts';
import { asJson } from '../../activities/stored-events.ts';
import { openAfter } from '../../apps/gateway/open-workflows.ts';
import { localDate } from '../../domain/calendar.ts';
import type { ClaimCommand, ClaimEvent } from '../../domain/claim/events.ts';
import type { StoredEvent } from '../../infra/event-store/event-store.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import {
  approveClaim,
  approvedWishes,
  CLAIM_ID,
  checker,
  claim,
  determinedBy,
  idr,
  mandate,
  recommendClaim,
  settleClaim,
  system,
  verifier,
} from '../domain/claim/claim-facts.ts';
import { at, NOON, person } from '../domain/specification.ts';

const stored = (
  event: { readonly type: string; readonly data: unknown },
  index: number,
  category: StoredEvent['category'] = 'claim',
): StoredEvent => ({
  position: `${index + 1}` as StoredEvent['position'],
  streamId: CLAIM_ID,
  category,
  version: index + 1,
  eventId: `event-${index}`,
  type: event.type,
  schemaVersion: 1,
  data: asJson(event.data),
  meta: {
    actor: { id: 'ani', office: 'DISNAKER', act: 'check-claim', letter: 'SK 1' },
    ...{ commandId: 'c', causationId: 'c', correlationId: 'c', origin: 'live' },
  },
  ...{ effectiveAt: NOON, recordedAt: NOON },
});

const determined: ClaimCommand = {
  type: 'RecordBindingDetermination',
  data: {
    ...{ authority: 'COURT', reference: 'PTS-1', determinedOn: localDate('2024-07-05') },
    ...{ entitledIdr: idr('50000000'), basis: 'PP 44/2015 Pasal 49', evidenceSha256: 'sha-w' },
  },
};
const answered = approveClaim({
  totalIdr: idr('8000000'),
  determination: determinedBy('8000000', localDate('2024-07-06')),
});

/** Paid by us; then the branch took over, and determined the top-up. */
const past: readonly ClaimEvent[] = claim.after(
  ...approvedWishes,
  [settleClaim(['42000000', 'SETTLED']), system],
  [determined, checker],
  [recommendClaim({ mandate: mandate('TRACKS') }), verifier],
  [answered, at(person('dewi', 'approve-claim'))],
);
const history = past.map((event, index) => stored(event, index));

test('a top-up under another mandate than the first decision is owed by its own decision', () => {
  expect(verdictOf(history)?.data).toMatchObject({ decision: 2, determinedIdr: '8000000' });
  expect(payablesOfClaim(history, streamIds)).toMatchObject([
    { decision: 2, mode: 'TRACKS', amountIdr: '8000000', lineCodes: ['TOP_UP'] },
  ]);
});

test('who approved the first decision has decided on the money of the second too', () => {
  expect(payablesOfClaim(history, streamIds)).toMatchObject([{ approvedBy: ['budi', 'dewi'] }]);
});

test('a top-up that only waits for its approval changes nothing of what is owed', () => {
  const waiting = history.slice(0, -1);
  expect(payablesOfClaim(waiting, streamIds)).toMatchObject([
    { decision: 1, mode: 'DISBURSES', amountIdr: '42000000' },
  ]);
});

test('after a crash the payable of an approved top-up is still to be created', () => {
  const told = { type: 'WorkerClaimSettled', data: { claimId: CLAIM_ID, outcome: 'SETTLED' } };
  const settledAt = past.findIndex(({ type }) => type === 'ClaimSettled');
  const inOrder = [
    ...history.slice(0, settledAt + 1),
    stored(told, history.length, 'worker'),
    ...history.slice(settledAt + 1).filter(({ type }) => type !== 'TopUpProposed'),
  ];
  expect(openAfter(inOrder)).toContain(CLAIM_ID);
  const paid = { decision: 2, paidIdr: '8000000', retainedIdr: '0', outcome: 'SETTLED' };
  const again = { type: 'ClaimSettled', data: { claimId: CLAIM_ID, ...paid } };
  expect(openAfter([...inOrder, stored(again, history.length + 1)])).not.toContain(CLAIM_ID);
});

test('the claim of an accident is rebuilt until it is paid', () => {
  const events = ['IncidentReported', 'ClaimApproved', 'ClaimSettled'].map((type, index) =>
    stored({ type, data: { claimId: CLAIM_ID, outcome: 'SETTLED' } }, index),
  );
  expect(openAfter(events.slice(0, 1))).toEqual([CLAIM_ID]);
  expect(openAfter(events.slice(0, 2))).toEqual([CLAIM_ID]);
  expect(openAfter(events)).toEqual([]);
});

test('a death that was suspected of work is waited for after its payment, until it is concluded', () => {
  const told = { type: 'WorkerClaimSettled', data: { claimId: CLAIM_ID, outcome: 'SETTLED' } };
  const types = ['DeathReported', 'ClaimApproved', 'ClaimSettled'];
  const paid = types.map((type, index) =>
    stored({ type, data: { claimId: CLAIM_ID, outcome: 'SETTLED' } }, index),
  );
  const heard = { ...stored(told, 3, 'worker'), streamId: 'worker-1' };
  const suspected = stored({ type: 'CareGuaranteed', data: { claimId: CLAIM_ID } }, 4);
  const concluded = stored({ type: 'DeathConcluded', data: { claimId: CLAIM_ID } }, 5);
  expect(openAfter([...paid, heard])).toEqual([]);
  expect(openAfter([...paid, heard, suspected])).toEqual([CLAIM_ID]);
  // The word came while the money was on its way.
  const [reported, approvedNow, settled] = paid;
  if (reported === undefined || approvedNow === undefined || settled === undefined) return;
  expect(openAfter([reported, approvedNow, suspected, settled, heard])).toEqual([CLAIM_ID]);
  expect(openAfter([reported, suspected, concluded, approvedNow, settled, heard])).toEqual([]);
});
