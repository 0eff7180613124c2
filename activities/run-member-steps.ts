// One command for each of the members of a run, in chunks that fit a transaction.
import type { PayableCommand } from '../domain/payout/events.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import { actingFor, becauseOf, followUpMany, followUpRefused, type Step } from './follow-up.ts';
import type { DuePayment } from './payment-order.ts';
import type { Ports } from './ports.ts';
import type { Run } from './run-ends.ts';
import { type Member, paymentIn } from './run-members.ts';

const CHUNK_STREAMS = 500;

type Wanted = { readonly step: string; command(payment: DuePayment): PayableCommand };

/** The codes of refusals; whoever was not refused has its event. */
export const forMembers = async (
  ports: Ports,
  over: { readonly run: Run; readonly members: readonly Member[]; readonly cause: StoredEvent },
  wanted: Wanted,
): Promise<readonly string[]> => {
  const { run, members, cause } = over;
  const codes = new Set<string>();
  const acting = actingFor(ports, cause);
  const steps = members.flatMap((member): readonly Step[] => {
    const payment = paymentIn(ports, member, run.runId);
    if (payment === undefined) return [];
    const { endToEndId } = payment;
    const keyedHash = Buffer.from(ports.keys.keyedHash('end-to-end', endToEndId));
    return [
      {
        category: 'payable',
        streamId: member.payableId,
        command: wanted.command(payment),
        commandId: ports.ids.command(wanted.step, endToEndId),
        // The bank's answer names only this id: the reservation finds the payable.
        reservations: [{ kind: 'end-to-end', keyedHash: keyedHash.toString('base64') }],
      },
    ];
  });
  for (let from = 0; from < steps.length; from += CHUNK_STREAMS) {
    const chunk = steps.slice(from, from + CHUNK_STREAMS);
    const outcomes = await followUpMany(ports, { steps: chunk, because: becauseOf(cause), acting });
    for (const outcome of outcomes) if (outcome.status === 'refused') codes.add(outcome.code);
    ports.heartbeat();
  }
  return [...codes];
};

export const forAllMembers = async (...[ports, over, wanted]: Parameters<typeof forMembers>) => {
  const [code] = await forMembers(ports, over, wanted);
  if (code !== undefined) throw followUpRefused(wanted.step, code);
};
