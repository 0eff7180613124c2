// Payments of which only the bank can say whether they were made: unknown, with an owner, never sent again.
import { ApplicationFailure } from '@temporalio/activity';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import { openExceptions } from './bank-exceptions.ts';
import { becauseOf } from './follow-up.ts';
import type { Ports } from './ports.ts';
import type { Run } from './run-ends.ts';
import { forAllMembers } from './run-member-steps.ts';
import { type Member, paymentIn } from './run-members.ts';

type Doubt = {
  readonly code: string;
  readonly cause: StoredEvent;
  readonly members: readonly Member[];
};

/** Whoever assembled the run asks the bank, until somebody else takes it over. */
const openMissing = async (
  ports: Ports,
  run: Run,
  { code, cause, members }: Doubt,
): Promise<void> => {
  const { assembled, file } = run.state;
  const [ownerId] = assembled?.assembledBy ?? [];
  if (ownerId === undefined || cause.meta.origin === 'historic') return;
  const missing = members.flatMap((member, at) => {
    const payment = paymentIn(ports, member, run.runId);
    if (payment === undefined) return [];
    const { amountIdr, payerId } = payment.created;
    return {
      ...{ kind: 'MISSING_LINE' as const, code, ordinal: at + 1 },
      ...{ payableId: member.payableId, payerId, runId: run.runId, ownerId },
      ...{ lineReference: payment.endToEndId, bankReference: file?.messageId ?? '' },
      ...{ amountIdr: null, expectedIdr: amountIdr, bookedOn: null, fileSha256: null },
    };
  });
  await openExceptions(ports, missing, becauseOf(cause));
};

/** Only the bank can say whether they were paid: an exception with an owner, and no second send. */
export const leaveUnknown = async (ports: Ports, run: Run, doubt: Doubt): Promise<void> => {
  const { code: reason, cause, members } = doubt;
  await forAllMembers(
    ports,
    { run, members, cause },
    {
      step: 'unknown',
      command: ({ endToEndId }) => ({ type: 'RecordUnknown', data: { endToEndId, reason } }),
    },
  );
  await openMissing(ports, run, doubt);
};

/**
 * After a restore the log may make a payment anew that left the house in the future it lost. Whether it
 * was paid only the bank can say; the file must not go out, and the others wait for another run.
 */
export const heldBackAsSent = async (
  ports: Ports,
  run: Run,
  { endToEndIds, cause }: { readonly endToEndIds: readonly string[]; readonly cause: StoredEvent },
): Promise<ApplicationFailure> => {
  const { runId } = run;
  const members = run.members.filter((member) =>
    endToEndIds.includes(paymentIn(ports, member, runId)?.endToEndId ?? ''),
  );
  await leaveUnknown(ports, run, { code: 'SENT_BEFORE_RESTORE', cause, members });
  return ApplicationFailure.create({
    type: 'Payout.SentBefore',
    nonRetryable: true,
    message: `${members.length} members of run ${runId} left in an earlier file that the log has forgotten: cancel the run, read the bank's answers again`,
  });
};
