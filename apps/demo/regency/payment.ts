// From the approved claims of a story to the bank's answer: assembled, released by another, read back.
import { z } from 'zod';
import type { Words } from '../narrator.ts';
import { idOf, type Story } from '../story-parts.ts';

export type Owed = { readonly claimId: string; readonly amountIdr: number };

const withPayables = z.object({
  payables: z.array(z.object({ payableId: z.string() })).min(1),
});

/** The approval obliges a payable: there when the claim's file shows it. */
export const payableOf = async ({ narrator }: Story, claimId: string): Promise<string> => {
  const shown = await narrator.settle(
    ['claim', 'show', claimId],
    (json) => withPayables.safeParse(json).success,
  );
  return withPayables.parse(shown).payables[0]?.payableId ?? '';
};

export const approveAll = (story: Story, owed: readonly Owed[], title: Words): Promise<void> =>
  story.narrator.many({
    title,
    lines: owed.map(({ amountIdr, claimId }) => ({
      as: 'penetap-budi',
      args: ['claim', 'approve', claimId, '--total', String(amountIdr)],
    })),
  });

export const payOwed = async (
  story: Story,
  programme: string,
  owed: readonly (Owed & { readonly workerId: string })[],
): Promise<void> => {
  const { narrator } = story;
  const sum = String(owed.reduce((total, { amountIdr }) => total + amountIdr, 0));
  for (const { claimId } of owed) await payableOf(story, claimId);
  const run = await narrator.step({
    title: {
      id: 'Orang ketiga menyusun pembayaran; isinya dibekukan',
      en: 'A third person assembles the payments; what is in the run is frozen',
    },
    as: 'keuangan-citra',
    args: ['payout', 'run', '--payer', idOf(story, `payer-${programme}`)],
  });
  const runId = String(run['runId']);
  await narrator.step({
    title: {
      id: 'Orang keempat melepas; berkas untuk bank dibuat satu kali',
      en: 'A fourth releases; the file for the bank is made once',
    },
    as: 'kepala-dewi',
    args: ['payout', 'release', runId, '--sum', sum],
  });
  await narrator.ingestUntilSettled(runId);
  for (const { claimId, workerId } of owed) {
    await narrator.settle(['claim', 'show', claimId], (json) => json['stage'] === 'SETTLED');
    await narrator.settle(
      ['worker', 'show', workerId],
      (json) => json['claimOutcome'] === 'SETTLED',
    );
  }
};
