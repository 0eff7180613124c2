// Chapter one: two offices, the people in them, the programme, whose money pays what.
import type { Player } from '../cast.ts';
import type { StepRequest } from '../narrator.ts';
import { idOf } from '../story-parts.ts';
import { administrator, IN_OFFICE_FROM, players } from './players.ts';
import { FIRST_COVER, SECOND_COVER } from './rosters.ts';
import type { Telling } from './telling.ts';

const DECREED = { on: '2023-10-06', source: 'Perwali Bontang 23/2023' } as const;
const MANDATED = { on: '2023-10-06', source: 'PKS Pemkot Bontang – BPJS Ketenagakerjaan 2023' };

const appointment = (player: Player, first: boolean) => ({
  as: administrator.id,
  args: [
    ...['actor', 'add', player.id, '--office', player.office, '--name', player.name],
    ...['--act', player.acts.join(','), '--area', player.area, '--letter', player.letter],
    ...['--from', IN_OFFICE_FROM, ...(first ? ['--first'] : [])],
  ],
});

/** Whose money pays the contributions: a payer of its own, its flow in no sum with the benefits. */
const contributionSteps = (telling: Telling): readonly StepRequest[] => {
  const programme = idOf(telling, 'programme');
  const sponsor = idOf(telling, 'sponsor');
  const contributions = idOf(telling, 'mandate-contributions');
  return [
    {
      title: {
        id: 'Dompet iuran: APBD kota, terpisah dari dana manfaat',
        en: 'The purse of the contributions: the city budget, apart from the fund of the benefits',
      },
      as: 'dinas-rahma',
      past: DECREED,
      args: [
        ...['payer', 'add', '--programme', programme, '--id', sponsor],
        ...['--entity', 'Pemerintah Kota Bontang', '--fund', 'APBD Kota Bontang'],
        ...['--legal-basis', 'Perwali 23/2023', '--account', '1240018000111'],
        ...['--bank', 'PDKTIDJ1', '--from', '2023-10-01'],
      ],
    },
    {
      title: {
        id: 'Kota yang membayar iuran: diusulkan satu orang …',
        en: 'The city pays the contributions: proposed by one person …',
      },
      as: 'dinas-rahma',
      past: DECREED,
      args: [
        ...['payer', 'mandate', 'propose', '--programme', programme, '--payer', sponsor],
        ...['--id', contributions, '--flow', 'CONTRIBUTION', '--mode', 'DISBURSES'],
        ...['--from', '2023-10-01'],
      ],
    },
    {
      title: { id: '… dan disahkan orang lain', en: '… and put in force by another' },
      as: 'kadis-yusuf',
      past: DECREED,
      args: ['payer', 'mandate', 'confirm', contributions, '--programme', programme],
    },
  ];
};

const programmeSteps = (telling: Telling): readonly StepRequest[] => {
  const programme = idOf(telling, 'programme');
  const payer = idOf(telling, 'payer');
  const mandate = idOf(telling, 'mandate');
  return [
    {
      title: {
        id: 'Program kota, dengan dasar hukum dan batas umurnya',
        en: 'The programme of the city, with its legal basis and its age limits',
      },
      as: 'dinas-rahma',
      past: DECREED,
      args: [
        ...['programme', 'create', '--id', programme],
        ...['--name', 'Perlindungan Pekerja Rentan Bontang'],
        ...['--sponsor', 'Pemerintah Kota Bontang', '--region', '64.74'],
        ...['--legal-basis', 'Perwali 23/2023', '--age-from', '18', '--age-to', '64'],
      ],
    },
    {
      title: {
        id: 'Dompet manfaat: dana jaminan sosial, bukan APBD',
        en: 'The purse of the benefits: the social security fund, not the city budget',
      },
      as: 'dinas-rahma',
      past: MANDATED,
      args: [
        ...['payer', 'add', '--programme', programme, '--id', payer],
        ...['--entity', 'BPJS Ketenagakerjaan Cabang Bontang', '--fund', 'DJS JKM'],
        ...['--legal-basis', 'PP 44/2015', '--account', '1240018000777', '--bank', 'PDKTIDJ1'],
        ...['--from', '2023-10-01'],
      ],
    },
    {
      title: {
        id: 'Cabang yang membayar manfaat: diusulkan satu orang …',
        en: 'The branch pays the benefits: proposed by one person …',
      },
      as: 'dinas-rahma',
      past: MANDATED,
      args: [
        ...['payer', 'mandate', 'propose', '--programme', programme, '--payer', payer],
        ...['--id', mandate, '--flow', 'BENEFIT', '--mode', 'DISBURSES', '--from', '2023-10-01'],
      ],
    },
    {
      title: { id: '… dan disahkan orang lain', en: '… and put in force by another' },
      as: 'kadis-yusuf',
      past: MANDATED,
      args: ['payer', 'mandate', 'confirm', mandate, '--programme', programme],
    },
    ...contributionSteps(telling),
    {
      title: { id: 'Gelombang I, Oktober 2023', en: 'Tranche I, October 2023' },
      as: 'dinas-rahma',
      past: DECREED,
      args: [
        ...['tranche', 'open', '--programme', programme, '--id', idOf(telling, 'tranche-1')],
        ...['--name', 'Gelombang I 2023', '--cover-from', FIRST_COVER, '--quota', '40000'],
      ],
    },
    {
      title: { id: 'Gelombang II, Oktober 2024', en: 'Tranche II, October 2024' },
      as: 'dinas-rahma',
      past: { on: '2024-09-02', source: 'APBD Perubahan 2024' },
      args: [
        ...['tranche', 'open', '--programme', programme, '--id', idOf(telling, 'tranche-2')],
        ...['--name', 'Gelombang II 2024', '--cover-from', SECOND_COVER, '--quota', '5000'],
      ],
    },
  ];
};

export const foundOffices = async (telling: Telling): Promise<void> => {
  const { narrator } = telling;
  narrator.chapter({
    id: 'Dua kantor: Pemkot Bontang dan BPJS Ketenagakerjaan Cabang Bontang',
    en: 'Two offices: the city of Bontang and the BPJS Ketenagakerjaan branch',
  });
  await narrator.step({
    title: {
      id: 'Administrator pertama; setiap tindakan sejak ini punya pelaku dengan surat tugas',
      en: 'The first administrator; from here on every act has an actor with a letter',
    },
    ...appointment(administrator, true),
  });
  await narrator.many({
    title: {
      id: 'Pejabat kedua kantor: siapa boleh apa, di mana, dengan surat apa',
      en: 'The officers of both: who may do what, where, by which letter',
    },
    lines: players.map((player) => appointment(player, false)),
  });
  for (const step of programmeSteps(telling)) await narrator.step({ ...step, show: 2 });
};
