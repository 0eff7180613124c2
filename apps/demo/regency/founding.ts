// The first chapter of a regency: its offices, its programmes, and who pays what for whom.
import type { LocalDate } from '../../../domain/calendar.ts';
import type { Player } from '../cast.ts';
import type { Line, Words } from '../narrator.ts';
import { idOf, type Story } from '../story-parts.ts';
import { administratorOf, playersOf, type Regency } from './regency.ts';

export type Programme = {
  /** Its ids in this story follow from it: `programme-…`, `payer-…`, `mandate-…`. */
  readonly key: string;
  readonly name: string;
  readonly sponsor: string;
  /** The sponsor's account that the contributions are paid from. */
  readonly account: string;
  readonly legalBasis: string;
  readonly decreed: LocalDate;
  readonly title: Words;
};

export type Tranche = {
  /** Its id in this story follows from it. */
  readonly key: string;
  readonly programme: string;
  readonly name: string;
  readonly coverFrom: LocalDate;
  readonly quota: number;
  readonly opened: { readonly on: LocalDate; readonly source: string };
  readonly gate?: readonly string[];
};

const appointment = (regency: Regency, player: Player, first: boolean): Line => ({
  as: 'admin-nur',
  args: [
    ...['actor', 'add', player.id, '--office', player.office, '--name', player.name],
    ...['--act', player.acts.join(','), '--area', player.area, '--letter', player.letter],
    ...['--from', regency.inOfficeFrom, ...(first ? ['--first'] : [])],
  ],
});

const payerLines = (story: Story, regency: Regency, programme: Programme): readonly Line[] => {
  const id = idOf(story, `programme-${programme.key}`);
  const payer = idOf(story, `payer-${programme.key}`);
  const mandate = idOf(story, `mandate-${programme.key}`);
  const past = { on: programme.decreed, source: `PKS ${programme.sponsor} – ${regency.branch}` };
  const from = ['--from', programme.decreed];
  const sponsor = idOf(story, `sponsor-${programme.key}`);
  const contributions = idOf(story, `mandate-contributions-${programme.key}`);
  return [
    {
      as: 'dinas-rahma',
      past,
      args: [
        ...['payer', 'add', '--programme', id, '--id', payer, '--entity', regency.branch],
        ...['--fund', 'DJS JKM', '--legal-basis', 'PP 44/2015'],
        ...['--account', regency.account, '--bank', 'PDKTIDJ1', ...from],
      ],
    },
    {
      as: 'dinas-rahma',
      past,
      args: [
        ...['payer', 'mandate', 'propose', '--programme', id, '--payer', payer],
        ...['--id', mandate, '--flow', 'BENEFIT', '--mode', 'DISBURSES', ...from],
      ],
    },
    {
      as: 'kadis-yusuf',
      past,
      args: ['payer', 'mandate', 'confirm', mandate, '--programme', id],
    },
    {
      as: 'dinas-rahma',
      past,
      args: [
        ...['payer', 'add', '--programme', id, '--id', sponsor, '--entity', programme.sponsor],
        ...['--fund', 'APBD', '--legal-basis', programme.legalBasis],
        ...['--account', programme.account, '--bank', 'PDKTIDJ1', ...from],
      ],
    },
    {
      as: 'dinas-rahma',
      past,
      args: [
        ...['payer', 'mandate', 'propose', '--programme', id, '--payer', sponsor],
        ...['--id', contributions, '--flow', 'CONTRIBUTION', '--mode', 'DISBURSES', ...from],
      ],
    },
    {
      as: 'kadis-yusuf',
      past,
      args: ['payer', 'mandate', 'confirm', contributions, '--programme', id],
    },
  ];
};

export const openTranche = (story: Story, tranche: Tranche): Line => ({
  as: 'dinas-rahma',
  past: tranche.opened,
  args: [
    ...['tranche', 'open', '--programme', idOf(story, `programme-${tranche.programme}`)],
    ...['--id', idOf(story, tranche.key), '--name', tranche.name],
    ...['--cover-from', tranche.coverFrom, '--quota', String(tranche.quota)],
    ...(tranche.gate ?? []),
  ],
});

export const foundRegency = async (
  story: Story,
  regency: Regency,
  programmes: readonly Programme[],
): Promise<void> => {
  const { narrator } = story;
  await narrator.step({
    title: { id: 'Administrator pertama', en: 'The first administrator' },
    show: 2,
    ...appointment(regency, administratorOf(regency), true),
  });
  await narrator.many({
    title: {
      id: 'Para pejabat: siapa boleh apa, di mana, dengan surat apa',
      en: 'The officers: who may do what, where, by which letter',
    },
    lines: playersOf(regency).map((player) => appointment(regency, player, false)),
  });
  for (const programme of programmes)
    await narrator.step({
      title: programme.title,
      as: 'dinas-rahma',
      past: { on: programme.decreed, source: programme.legalBasis },
      show: 2,
      args: [
        ...['programme', 'create', '--id', idOf(story, `programme-${programme.key}`)],
        ...['--name', programme.name, '--sponsor', programme.sponsor, '--region', regency.code],
        ...['--legal-basis', programme.legalBasis, '--age-from', '18', '--age-to', '64'],
      ],
    });
  await narrator.many({
    title: {
      id: 'Manfaat dibayar BPJS, iuran dibayar APBD; setiap mandat diusulkan dan disahkan dua orang',
      en: 'BPJS pays benefits, the sponsor pays contributions; each mandate by two persons',
    },
    lines: programmes.flatMap((programme) => payerLines(story, regency, programme)),
  });
};
