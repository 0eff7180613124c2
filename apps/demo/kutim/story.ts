// Kutai Timur, told by ordinary commands: a gate that waits for cards, and the law of the day of death.
import { localDate } from '../../../domain/calendar.ts';
import { formatCount, type Language } from '../../copy/format.ts';
import { foundRegency } from '../regency/founding.ts';
import type { Lived } from '../story-parts.ts';
import { firstThreeMonths } from './first-three-months.ts';
import { gateAgainstClock } from './gate.ts';
import { enrolThird, PROGRAMME, takeOverTwo } from './members.ts';
import { KUTIM, PRESS_TARGET, PRESS_VERIFIED } from './scenario.ts';
import type { KutimTelling } from './telling.ts';

const sayScale = ({ narrator, scenario }: KutimTelling): void => {
  if (!scenario.isScaled) return;
  const { first, second, third, thirdQuota } = scenario;
  const count = (n: number, language: Language): string => formatCount(n, language);
  const members = first + second + third;
  const target = first + second + thirdQuota;
  const words = (language: Language): readonly string[] =>
    [members, target, PRESS_VERIFIED, PRESS_TARGET].map((n) => count(n, language));
  const [id, en] = [words('id'), words('en')];
  narrator.say({
    id: `Versi kecil: ${id[0]} orang lolos, target ${id[1]} (koran: ${id[2]} dari ${id[3]}).`,
    en: `A smaller telling: ${en[0]} verified, target ${en[1]} (press: ${en[2]} of ${en[3]}).`,
  });
};

export const tellKutim = async (telling: KutimTelling): Promise<Lived> => {
  const { narrator } = telling;
  narrator.chapter({
    id: 'Kabupaten Kutai Timur dan BPJS Ketenagakerjaan',
    en: 'The regency of Kutai Timur and BPJS Ketenagakerjaan',
  });
  sayScale(telling);
  await foundRegency(telling, KUTIM, [
    {
      ...{ key: PROGRAMME, name: 'Perlindungan Pekerja Rentan Kutai Timur' },
      ...{
        sponsor: 'Pemerintah Kabupaten Kutai Timur',
        account: '1240018000222',
        legalBasis: 'Peraturan Bupati Kutai Timur',
      },
      decreed: localDate('2024-03-01'),
      title: {
        id: 'Program kabupaten, dengan dasar hukum dan batas umurnya',
        en: 'The programme of the regency, with its legal basis and its age limits',
      },
    },
  ]);
  const rosters = await takeOverTwo(telling);
  await enrolThird(telling);
  await gateAgainstClock(telling);
  return firstThreeMonths(telling, rosters);
};
