// A paid claim is topped up, step by step: proposed, approved with its payable, paid much later.
import type { ClaimEvent } from '../../domain/claim/events.ts';
import type { MandateMode } from '../../domain/programme/events.ts';
import {
  approver,
  BRANCH_PAYER,
  day,
  type Fact,
  idr,
  morning,
  PROGRAMME,
  system,
  verifier,
} from './history.ts';
import { payeeOf } from './payment.ts';

export const topUpOf = (workerId: string, mode: MandateMode) => {
  const claimId = `claim-${workerId}`;
  const amountIdr = idr(2_000_000);
  const claim = (event: ClaimEvent, on: string, who: typeof verifier): Fact => ({
    ...{ category: 'claim', streamId: claimId, event, at: morning(on), ...who },
  });
  const by = { recommendedBy: ['ani'], approvedBy: ['budi'] };
  const mandate = { payerId: BRANCH_PAYER, mandateId: 'mandate-1', mode };
  const payableId = `payable-${workerId}-2`;
  return {
    proposed: [
      claim(
        {
          type: 'TopUpProposed',
          data: {
            ...{ claimId, proposal: 1, entitledIdr: idr(44_000_000), amountIdr },
            ...{ grantedIdr: idr(42_000_000), shares: [{ payee: 'heir-1', amountIdr }] },
            cause: { kind: 'DEATH_DATE', reference: 'akta-1' },
          },
        },
        '2024-06-10',
        system,
      ),
    ],
    approved: [
      claim(
        {
          type: 'ClaimRecommended',
          data: {
            ...{ claimId, decision: 2, totalIdr: amountIdr, precheck: mode === 'TRACKS' },
            ...{ mandate: { ...mandate, programmeId: PROGRAMME }, topUp: 1 },
            recommendedBy: by.recommendedBy,
          },
        },
        '2024-06-11',
        verifier,
      ),
      claim(
        { type: 'ClaimApproved', data: { claimId, decision: 2, totalIdr: amountIdr, ...by } },
        '2024-06-12',
        approver,
      ),
      {
        category: 'payable',
        streamId: payableId,
        event: {
          type: 'PayableCreated',
          data: {
            ...{ payableId, claimId, workerId, decision: 2, amountIdr, ...mandate, ...by },
            ...{ lineCodes: ['TOP_UP'], flow: 'BENEFIT', payee: payeeOf(workerId) },
            dueOn: day('2024-06-14'),
          },
        },
        at: morning('2024-06-12'),
        ...system,
      },
    ] satisfies readonly Fact[],
    settled: [
      claim(
        {
          type: 'ClaimSettled',
          data: {
            ...{ claimId, decision: 2, paidIdr: amountIdr, retainedIdr: idr(0) },
            outcome: 'SETTLED',
          },
        },
        '2024-06-28',
        system,
      ),
    ],
  };
};
