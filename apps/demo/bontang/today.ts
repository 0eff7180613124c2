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

/** Back from the bank, and due again only by a person's word. */
const returned = z.object({
  payables: z.array(z.object({ stage: z.enum(['RETURNED', 'HELD']) })).nonempty(),
});

const livingMembers = async (
  { narrator }: Telling,
  of: { readonly roster: string; readonly code: string },
): Promise<readonly Chosen[]> => {
  const { code, roster } = of;
  const answer = await narrator.quietly({
    title: `anggota ${code}`,
    as: officerOf(code),
    args: ['worker', 'list', '--roster', roster, '--kelurahan', code, '--limit', '50'],
  });
  return workersOf
    .parse(answer['workers'])
    .filter(({ stage }) => stage === undefined || stage === 'ENROLLED')
    .map(({ workerId }) => ({ kelurahan: code, workerId }));
};

/** One member of each kelurahan of whom no death is known. */
const chooseCases = (telling: Telling, rosters: TakenOver) =>
  remembered(pathOf(telling, 'kasus-hari-ini.json'), chosen, async () => {
    const cases: Chosen[] = [];
    for (const { code } of BONTANG_KELURAHAN)
      cases.push(...(await livingMembers(telling, { roster: rosters.first, code })).slice(0, 1));
    return cases;
  });

const chooseInGrace = (telling: Telling, rosters: TakenOver) =>
  remembered(pathOf(telling, 'kasus-masa-tenggang.json'), chosen, async () => {
    const cases: Chosen[] = [];
    for (const { code } of BONTANG_KELURAHAN)
      if (cases.length < telling.scenario.inGrace)
        cases.push(...(await livingMembers(telling, { roster: rosters.second, code })));
    return cases.slice(0, telling.scenario.inGrace);
  });

type OpenCase = Chosen & { readonly claimId: string };
/** `comesBack`: the payee's account is closed, and the simulated bank sends the payment back. */
type Wish = Chosen & { readonly comesBack?: boolean; readonly inGrace?: boolean };

const carryAll = async (
  telling: Telling,
  wishes: readonly Wish[],
): Promise<readonly (Wish & OpenCase)[]> => {
  const { narrator, today } = telling;
  const claims = new Map<Wish, string>();
  await narrator.together(
    {
      id: 'Setiap kasus: laporan, berkas, pemeriksaan, ahli waris, perhitungan, usulan',
      en: 'Each case: report, papers, check, heirs, benefit, recommendation',
    },
    wishes.map((one) => async (type) => {
      const { comesBack = false, inGrace = false, kelurahan, workerId } = one;
      const place = inGrace ? `tenggang-${kelurahan}` : kelurahan;
      const known = { workerId, place, officer: officerOf(kelurahan), comesBack };
      const death = { ...known, diedOn: addDays(today, -3) };
      claims.set(one, await carryDeath(telling, death, type));
    }),
    DESKS,
  );
  return wishes.map((one) => ({ ...one, claimId: claims.get(one) ?? '' }));
};

const approval = (claimId: string): readonly string[] => [
  ...['claim', 'approve', claimId, '--total', String(BENEFIT_IDR)],
];

/** The same rule for everybody: who recommends does not approve. */
const approveAll = async (telling: Telling, cases: readonly OpenCase[]): Promise<void> => {
  const { narrator } = telling;
  const [first] = cases;
  if (first === undefined) return;
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

/** Cover holds while contributions are late, and the benefit waits for them. */
const stopAtArrears = async (telling: Telling, cases: readonly OpenCase[]): Promise<void> => {
  for (const { claimId } of cases)
    await telling.narrator.step({
      title: {
        id: 'Iuran terlambat: masih terlindungi, tetapi manfaat menunggu pelunasan',
        en: 'Contributions are late: cover holds, but the benefit waits for them',
      },
      as: 'penetap-budi',
      expect: [1],
      args: approval(claimId),
    });
};

const ended = async ({ narrator }: Telling, one: Wish & OpenCase): Promise<void> => {
  const { claimId, workerId } = one;
  if (one.comesBack === true) {
    await narrator.settle(['claim', 'show', claimId], (json) => returned.safeParse(json).success);
    return;
  }
  await narrator.settle(['claim', 'show', claimId], (json) => json['stage'] === 'SETTLED');
  await narrator.settle(['worker', 'show', workerId], (json) => json['claimOutcome'] === 'SETTLED');
};

export const liveToday = async (telling: Telling, rosters: TakenOver): Promise<Lived> => {
  const { narrator, scenario } = telling;
  narrator.chapter({
    id: 'Hari ini: satu kematian di setiap kelurahan',
    en: 'Today: one death in every kelurahan',
  });
  const carried = await carryAll(telling, [
    ...(await chooseCases(telling, rosters)).map((one, index) => ({
      ...one,
      comesBack: index < scenario.returned,
    })),
    ...(await chooseInGrace(telling, rosters)).map((one) => ({ ...one, inGrace: true })),
  ]);
  const cases = carried.filter(({ inGrace }) => inGrace !== true);
  await approveAll(telling, cases);
  await stopAtArrears(
    telling,
    carried.filter(({ inGrace }) => inGrace === true),
  );
  await payAll(telling, cases);
  const [shown] = cases;
  if (shown === undefined) throw new Error('no case today');
  for (const one of cases) await ended(telling, one);
  return shown;
};
