// Chapter six: the office today. One death per kelurahan, from the report to the bank's answer.
import { z } from 'zod';
import { addDays } from '../../../domain/calendar.ts';
import { BONTANG_KELURAHAN } from '../../../domain/region.ts';
import { drawFrom } from '../pseudo-random.ts';
import { FEMALE_NAMES, SECOND_NAMES } from '../synthetic-names.ts';
import { PAPERS } from './papers.ts';
import { officerOf } from './players.ts';
import type { TakenOver } from './take-over.ts';
import { idOf, pathOf, remembered, type Telling, writeClosed } from './telling.ts';

const BENEFIT_IDR = 42_000_000;
/** Cases that go on side by side, as in an office. */
const DESKS = 4;

const chosen = z.array(z.object({ kelurahan: z.string(), workerId: z.string() }));
type Chosen = z.infer<typeof chosen>[number];

/** Back from the bank, and due again only by a person's word. */
const returned = z.object({
  payables: z.array(z.object({ stage: z.enum(['RETURNED', 'HELD']) })).nonempty(),
});

const workersOf = z.array(z.object({ workerId: z.string(), stage: z.string().optional() }));

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

type OpenCase = Chosen & {
  readonly claimId: string;
  /** Its payee's account is closed: the simulated bank books the payment and sends it back. */
  readonly comesBack: boolean;
};

/** An account ending that the simulated bank takes for a closed account. */
const CLOSED_ACCOUNT = '1240000999021';

/** The widow as heir and payee, in a file as `claim heirs` takes it. */
export const heirsFile = async (
  telling: Telling,
  one: Pick<OpenCase, 'workerId' | 'kelurahan'> & Partial<Pick<OpenCase, 'comesBack'>>,
): Promise<string> => {
  const draw = drawFrom(`${telling.storyId}|${one.workerId}`);
  const name = `${draw.pick(FEMALE_NAMES)} ${draw.pick(SECOND_NAMES)}`;
  const own = `12400${String(draw.below(100_000_000)).padStart(8, '0')}`;
  const account = one.comesBack === true ? CLOSED_ACCOUNT : own;
  const path = pathOf(telling, `ahli-waris-${one.workerId}.json`);
  const payee = { ref: 'istri', name, account, bic: 'PDKTIDJ1' };
  const heirs = [{ ref: 'istri', relation: 'SPOUSE', name, minor: false }];
  await writeClosed(path, JSON.stringify({ heirs, payee }));
  return path;
};

const report = async (telling: Telling, one: Chosen, comesBack = false): Promise<OpenCase> => {
  const { narrator, today } = telling;
  const answer = await narrator.quietly({
    title: 'laporan kematian',
    as: officerOf(one.kelurahan),
    args: [
      ...['claim', 'report', '--worker', one.workerId, '--death-date', addDays(today, -3)],
      ...['--channel', 'KELURAHAN', '--relation', 'OFFICER', '--reporter', 'Petugas kelurahan'],
      ...['--contact', '0811-000-000', '--circumstances', 'Sakit; meninggal di rumah'],
    ],
  });
  return { ...one, comesBack, claimId: String(answer['claimId']) };
};

const carry = async (telling: Telling, one: OpenCase): Promise<void> => {
  const { narrator } = telling;
  const { claimId, kelurahan } = one;
  const officer = officerOf(kelurahan);
  const type = (as: string, title: string, args: readonly string[]) =>
    narrator.quietly({ as, title, args });
  for (const kind of PAPERS) {
    const paper = pathOf(
      telling,
      `${kind.toLowerCase()}-${kelurahan}-${one.workerId.slice(0, 8)}.txt`,
    );
    await writeClosed(paper, `Berkas sintetis ${kind} ${kelurahan}\n`);
    await type(officer, 'berkas', [
      ...['claim', 'documents', 'add', claimId, '--kind', kind, '--file', paper],
      ...['--form', 'LEGALISED'],
    ]);
  }
  await type('verifikator-ani', 'periksa', ['claim', 'check', claimId]);
  const heirs = await heirsFile(telling, one);
  await type('verifikator-ani', 'ahli waris', ['claim', 'heirs', claimId, '--file', heirs]);
  await type('verifikator-ani', 'usul', ['claim', 'recommend', claimId]);
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

const ended = async ({ narrator }: Telling, one: OpenCase): Promise<void> => {
  const { claimId, comesBack, workerId } = one;
  if (comesBack) {
    await narrator.settle(['claim', 'show', claimId], (json) => returned.safeParse(json).success);
    return;
  }
  await narrator.settle(['claim', 'show', claimId], (json) => json['stage'] === 'SETTLED');
  await narrator.settle(['worker', 'show', workerId], (json) => json['claimOutcome'] === 'SETTLED');
};

export type Lived = { readonly workerId: string; readonly claimId: string };

export const liveToday = async (telling: Telling, rosters: TakenOver): Promise<Lived> => {
  const { narrator } = telling;
  narrator.chapter({
    id: 'Hari ini: satu kematian di setiap kelurahan',
    en: 'Today: one death in every kelurahan',
  });
  const cases: OpenCase[] = [];
  for (const [index, one] of (await chooseCases(telling, rosters)).entries())
    cases.push(await report(telling, one, index < telling.scenario.returned));
  const inGrace: OpenCase[] = [];
  for (const one of await chooseInGrace(telling, rosters)) inGrace.push(await report(telling, one));
  await narrator.together(
    {
      id: 'Setiap kasus: berkas, pemeriksaan, ahli waris, perhitungan, usulan',
      en: 'Each case: papers, check, heirs, benefit, recommendation',
    },
    [...cases, ...inGrace].map((one) => () => carry(telling, one)),
    DESKS,
  );
  await approveAll(telling, cases);
  await stopAtArrears(telling, inGrace);
  await payAll(telling, cases);
  const [shown] = cases;
  if (shown === undefined) throw new Error('no case today');
  for (const one of cases) await ended(telling, one);
  return shown;
};
