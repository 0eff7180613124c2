// Kotabaru, told by ordinary commands: people who register themselves, and a second sponsor.
import { carryDeaths, someMember } from '../regency/deaths.ts';
import { foundRegency } from '../regency/founding.ts';
import { approveAll, payOwed } from '../regency/payment.ts';
import type { Lived } from '../story-parts.ts';
import { fallIll } from './illness.ts';
import { DIED_ON, KOTABARU, type KotabaruTelling, PRESS_DAY } from './scenario.ts';
import { nameAgain, PROVINCE, payBoth, REGENCY, registerThemselves } from './two-sponsors.ts';

const FULL_IDR = 42_000_000;
/** The end of `claim show`: what the law says, and who said it. */
const FROM_BENEFIT = 8;

const found = (telling: KotabaruTelling): Promise<void> => {
  telling.narrator.chapter({
    id: 'Kabupaten Kotabaru: dua penanggung, satu cabang BPJS',
    en: 'The regency of Kotabaru: two sponsors, one BPJS branch',
  });
  return foundRegency(telling, KOTABARU, [
    {
      ...{ key: REGENCY, name: 'Perlindungan Pekerja Rentan Kotabaru 2024' },
      ...{ sponsor: 'Pemerintah Kabupaten Kotabaru', legalBasis: 'Inpres 2/2021' },
      account: '1220018000333',
      decreed: PRESS_DAY,
      title: { id: 'Program kabupaten', en: 'The programme of the regency' },
    },
    {
      ...{ key: PROVINCE, name: 'Perlindungan Pekerja Rentan Kalimantan Selatan' },
      ...{ sponsor: 'Pemerintah Provinsi Kalimantan Selatan', legalBasis: 'Inpres 2/2021' },
      account: '1220018000444',
      decreed: PRESS_DAY,
      title: { id: 'Program provinsi', en: 'The programme of the province' },
    },
  ]);
};

/** Under the law of 2024 the full benefit is owed from the first day of membership (M-11). */
const firstWeeks = async (telling: KotabaruTelling, roster: string): Promise<Lived> => {
  const { narrator } = telling;
  narrator.chapter({
    id: 'Tiga minggu setelah mendaftar: hukum tahun 2024',
    en: 'Three weeks after registering: the law of 2024',
  });
  const workerId = await someMember(telling, 'mandiri', { roster });
  const [died] = await carryDeaths(telling, [{ key: 'mandiri', workerId, diedOn: DIED_ON }], {
    id: 'Seorang pendaftar mandiri meninggal 20 Februari 2024',
    en: 'A self-registered member died on 20 February 2024',
  });
  if (died === undefined) throw new Error('a death was told');
  await narrator.step({
    title: {
      id: '42 juta sejak hari pertama: aturan tiga bulan baru berlaku setahun kemudian',
      en: '42 million from the first day: the three-month rule began a year later',
    },
    as: 'verifikator-ani',
    args: ['claim', 'show', died.claimId],
    showLast: FROM_BENEFIT,
  });
  const owed = [{ ...died, amountIdr: FULL_IDR }];
  await approveAll(telling, owed, { id: 'Orang kedua menetapkan', en: 'A second person approves' });
  await payOwed(telling, REGENCY, owed);
  return died;
};

export const tellKotabaru = async (telling: KotabaruTelling): Promise<Lived> => {
  await found(telling);
  const roster = await registerThemselves(telling);
  await nameAgain(telling);
  await payBoth(telling);
  await fallIll(telling, roster);
  return firstWeeks(telling, roster);
};
