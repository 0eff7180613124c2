// Chapter six: the office today. One death per kelurahan, from the report to the bank's answer.
import { z } from 'zod';
import { addDays } from '../../../domain/calendar.ts';
import { BONTANG_KELURAHAN } from '../../../domain/region.ts';
import { carryDeath } from '../claim-path.ts';
import type { Lived } from '../story-parts.ts';
import { idOf, pathOf, remembered } from '../story-parts.ts';
import { officerOf } from './players.ts';
import type { TakenOver } from './take-over.ts';
import type { Telling } from './telling.ts';

const BENEFIT_IDR = 42_000_000;
/** Cases that go on side by side, as in an office. */
const DESKS = 4;

const chosen = z.array(z.object({ kelurahan: z.string(), workerId: z.string() }));
type Chosen = z.infer<typeof chosen>[number];

const workersOf = z.array(z.object({ workerId: z.string(), stage: z.string().optional() }));

/** One member of each kelurahan of whom no death is known. */
const chooseCases = (telling: Telling, rosters: TakenOver) =>
  remembered(pathOf(telling, 'kasus-hari-ini.json'), chosen, async () => {
    const cases: Chosen[] = [];
    for (const { code } of BONTANG_KELURAHAN) {
      const answer = await telling.narrator.quietly({
        title: `anggota ${code}`,
        as: officerOf(code),
        args: ['worker', 'list', '--roster', rosters.first, '--kelurahan', code, '--limit', '50'],
      });
      const alive = workersOf
        .parse(answer['workers'])
        .find(({ stage }) => stage === undefined || stage === 'ENROLLED');
      if (alive !== undefined) cases.push({ kelurahan: code, workerId: alive.workerId });
    }
    return cases;
  });

type OpenCase = Chosen & { readonly claimId: string };

/** The same rule for everybody: who recommends does not approve. */
const approveAll = async (telling: Telling, cases: readonly OpenCase[]): Promise<void> => {
  const { narrator } = telling;
  const [first] = cases;
  if (first === undefined) return;
  const approval = (claimId: string): readonly string[] => [
    ...['claim', 'approve', claimId, '--total', String(BENEFIT_IDR)],
  ];
  await narrator.step({
    title: {
      id: 'Yang mengusulkan mencoba menyetujui sendiri: ditolak',
      en: 'Who recommended tries to approve: refused',
    },
    as: 'verifikator-ani',
    expect: [1],
    args: approval(first.claimId),
  });
  await narrator.many({
    title: { id: 'Orang kedua menyetujui', en: 'A second person approves' },
    lines: cases.map(({ claimId }) => ({ as: 'penetap-budi', args: approval(claimId) })),
  });
};

/** Scheduled, triggered, released by another person, and read back from the bank. */
export const payAll = async (
  telling: Telling,
  cases: readonly Pick<OpenCase, 'claimId'>[],
): Promise<void> => {
  const { narrator } = telling;
  const payer = idOf(telling, 'payer');
  const sum = String(BENEFIT_IDR * cases.length);
  // The approval obliges a payable; all are there when each claim's file shows its own.
  for (const { claimId } of cases)
    await narrator.settle(
      ['claim', 'show', claimId],
      (json) => Array.isArray(json['payables']) && 0 < json['payables'].length,
    );
  await narrator.step({
    title: {
      id: 'Orang ketiga menjadwalkan pembayaran: tanggal 5 dan 20, jam 10.00 WITA',
      en: 'A third person schedules the payouts: on the 5th and 20th, at 10:00 WITA',
    },
    as: 'keuangan-citra',
    args: [
      ...['payout', 'schedule', 'set', '--payer', payer, '--days', '5,20', '--time', '10:00'],
      ...['--non-working', 'next', '--cut-off', '4'],
    ],
  });
  const run = await narrator.step({
    title: {
      id: 'Hari ini jadwalnya dipicu: semua yang jatuh tempo disusun dan dibekukan',
      en: 'Today the schedule is triggered: everything due is assembled and frozen',
    },
    as: 'keuangan-citra',
    args: ['payout', 'schedule', 'trigger', '--payer', payer],
  });
  const runId = String(run['runId']);
  await narrator.step({
    title: { id: 'Ia tidak dapat melepasnya sendiri', en: 'They cannot release it themselves' },
    as: 'keuangan-citra',
    expect: [1],
    args: ['payout', 'release', runId, '--sum', sum],
  });
  await narrator.step({
    title: {
      id: 'Orang keempat melepas; berkas pain.001 dibuat satu kali dan sampai di bank',
      en: 'A fourth releases; one pain.001 file is made, once, and reaches the bank',
    },
    as: 'kepala-dewi',
    args: ['payout', 'release', runId, '--sum', sum],
  });
  await narrator.ingestUntilSettled(runId);
};

export const liveToday = async (telling: Telling, rosters: TakenOver): Promise<Lived> => {
  const { narrator, today } = telling;
  narrator.chapter({
    id: 'Hari ini: satu kematian di setiap kelurahan',
    en: 'Today: one death in every kelurahan',
  });
  const chosenToday = await chooseCases(telling, rosters);
  const carried = new Map<Chosen, string>();
  await narrator.together(
    {
      id: 'Setiap kasus: laporan, berkas, pemeriksaan, ahli waris, perhitungan, usulan',
      en: 'Each case: report, papers, check, heirs, benefit, recommendation',
    },
    chosenToday.map((one) => async (type) => {
      const { kelurahan: place, workerId } = one;
      const death = { workerId, place, officer: officerOf(place), diedOn: addDays(today, -3) };
      carried.set(one, await carryDeath(telling, death, type));
    }),
    DESKS,
  );
  const cases = chosenToday.map((one) => ({ ...one, claimId: carried.get(one) ?? '' }));
  await approveAll(telling, cases);
  await payAll(telling, cases);
  const [shown] = cases;
  if (shown === undefined) throw new Error('no case today');
  for (const { claimId, workerId } of cases) {
    await narrator.settle(['claim', 'show', claimId], (json) => json['stage'] === 'SETTLED');
    await narrator.settle(
      ['worker', 'show', workerId],
      (json) => json['claimOutcome'] === 'SETTLED',
    );
  }
  return shown;
};
