// Chapter five: two people die on one day; the law of that day pays one family 10, the other 42 million.
import { carryDeaths, someMember } from '../regency/deaths.ts';
import { approveAll, payableOf, payOwed } from '../regency/payment.ts';
import type { Lived } from '../story-parts.ts';
import { type KutimRosters, PROGRAMME } from './members.ts';
import { DIED_ON } from './scenario.ts';
import type { KutimTelling } from './telling.ts';

const BURIAL_ONLY_IDR = 10_000_000;
const FULL_IDR = 42_000_000;
/** The end of `claim show`: what the law says, and who said it. */
const FROM_BENEFIT = 7;

const explain = async (telling: KutimTelling, burial: Lived, full: Lived): Promise<void> => {
  const { narrator } = telling;
  await narrator.step({
    title: {
      id: 'Peserta sejak 1 Maret 2025: 10 juta, dan berkasnya menyebut aturan dan pasalnya',
      en: 'A member since 1 March 2025: 10 million, and the file names the rule and its article',
    },
    as: 'verifikator-ani',
    args: ['claim', 'show', burial.claimId],
    showLast: FROM_BENEFIT,
  });
  await narrator.step({
    title: {
      id: 'Koran 21 Maret 2025: "42 juta tanpa terkecuali". Aturannya sejak 24 Februari 2025:',
      en: 'The press of 21 March 2025: "42 million without exception". The rule since 24 February:',
    },
    as: 'verifikator-ani',
    args: ['rules', 'show', 'M-12'],
  });
  await narrator.step({
    title: {
      id: 'Penetap mengetik angka koran untuk kasus itu: ditolak',
      en: 'The approver types the figure of the press for this case: refused',
    },
    as: 'penetap-budi',
    expect: [1],
    args: ['claim', 'approve', burial.claimId, '--total', String(FULL_IDR)],
  });
  await approveAll(
    telling,
    [
      { claimId: burial.claimId, amountIdr: BURIAL_ONLY_IDR },
      { claimId: full.claimId, amountIdr: FULL_IDR },
    ],
    {
      id: 'Orang kedua menetapkan keduanya: 10 juta, dan 42 juta untuk peserta sejak 2024',
      en: 'A second person approves both: 10 million, and 42 million for the member since 2024',
    },
  );
};

/** The family asks why; nothing is paid until somebody has answered them. */
const holdAndLift = async (telling: KutimTelling, burial: Lived): Promise<void> => {
  const { narrator } = telling;
  const payable = await payableOf(telling, burial.claimId);
  await narrator.step({
    title: {
      id: 'Keluarga bertanya mengapa bukan 42 juta: pembayarannya ditahan dulu',
      en: 'The family asks why it is not 42 million: its payment is held for now',
    },
    as: 'pemantau-hadi',
    args: ['payout', 'hold', payable, '--why', 'keluarga meminta penjelasan'],
  });
  await narrator.step({
    title: {
      id: 'Setelah dijelaskan dengan pasalnya, penahanan dilepas',
      en: 'Once it was explained by its article, the hold is lifted',
    },
    as: 'pemantau-hadi',
    args: ['payout', 'unhold', payable, '--why', 'sudah dijelaskan: M-12, Permenaker 1/2025'],
  });
};

export const firstThreeMonths = async (
  telling: KutimTelling,
  rosters: KutimRosters,
): Promise<Lived> => {
  telling.narrator.chapter({
    id: 'Tiga bulan pertama: dua kematian pada hari yang sama',
    en: 'The first three months: two deaths on one day',
  });
  const [burial, full] = await carryDeaths(
    telling,
    [
      {
        ...{ key: 'gelombang-2', diedOn: DIED_ON },
        workerId: await someMember(telling, 'gelombang-2', { roster: rosters.second }),
      },
      {
        ...{ key: 'gelombang-1', diedOn: DIED_ON },
        workerId: await someMember(telling, 'gelombang-1', { roster: rosters.first }),
      },
    ],
    {
      id: 'Meninggal 18 Maret 2025; keluarganya baru tahu bahwa mereka terlindungi',
      en: 'Died on 18 March 2025; the families learn only now that they were insured',
    },
  );
  if (burial === undefined || full === undefined) throw new Error('two deaths were told');
  await explain(telling, burial, full);
  await holdAndLift(telling, burial);
  await payOwed(telling, PROGRAMME, [
    { ...burial, amountIdr: BURIAL_ONLY_IDR },
    { ...full, amountIdr: FULL_IDR },
  ]);
  return burial;
};
