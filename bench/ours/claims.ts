// Claims as the product has them, brought by its own decisions to where an update is to be measured.
import { randomUUID } from 'node:crypto';
import type { Ports } from '../../activities/ports.ts';
import { createRecordDecision } from '../../activities/record-decision.ts';
import type { CommandEnvelope } from '../../domain/command.ts';
import {
  approval,
  COVER_FROM,
  claimWish,
  foundOffice,
  KELURAHAN,
  must,
  type Office,
  payContributions,
  reportDeath,
  type Send,
  verifyClaim,
} from '../../test/activities/office-story.ts';
import { enrolledLife } from './lives.ts';

/** One claim at a time would take minutes; the pool has as many connections. */
const AT_ONCE = 4;

const inTurn = async (count: number, work: (index: number) => Promise<void>): Promise<void> => {
  let next = 0;
  const take = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
};

const reportOne = async (ports: Ports, send: Send, place: Place): Promise<string> => {
  const workerId = randomUUID();
  for (const request of enrolledLife(workerId, place.row, { ...place, coverFrom: COVER_FROM })) {
    const { status } = await ports.store.append(request);
    if (status !== 'ok') throw new Error(`append: ${status}`);
  }
  const report = await reportDeath(ports, workerId);
  await must(send(report));
  return report.streamId;
};

type Place = Office & { readonly row: number; readonly kelurahan: string };

export type Claims = {
  /** Reported, and waiting for papers. */
  readonly reported: readonly string[];
  /** Recommended, and waiting for the approval of a second person. */
  readonly recommended: readonly string[];
};

export const prepareClaims = async (
  ports: Ports,
  wanted: { readonly reported: number; readonly recommended: number },
): Promise<Claims> => {
  const send = createRecordDecision(ports);
  const office = await foundOffice(send, ports);
  const workers = wanted.reported + wanted.recommended;
  await payContributions(send, ports, { trancheId: office.trancheId, workers });
  const reported: string[] = [];
  const recommended: string[] = [];
  await inTurn(workers, async (row) => {
    const claimId = await reportOne(ports, send, { ...office, row, kelurahan: KELURAHAN });
    if (row < wanted.reported) {
      reported.push(claimId);
      return;
    }
    await verifyClaim(send, ports, claimId);
    recommended.push(claimId);
  });
  return { reported, recommended };
};

/** A paper that the claim does not have yet. */
export const paperFor = (claimId: string): CommandEnvelope =>
  claimWish(claimId, 'kelurahan-eko', {
    type: 'ReceiveDocument',
    data: {
      documentId: randomUUID(),
      kind: 'POWER_OF_ATTORNEY',
      sha256: randomUUID().replaceAll('-', '').repeat(2),
      form: 'LEGALISED',
    },
  });

export const approvalOf = (claimId: string): CommandEnvelope => approval(claimId);
