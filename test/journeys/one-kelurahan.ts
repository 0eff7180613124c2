// One kelurahan founded by command lines: office, programme, payer, roster, registration, contributions.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { administrator, cast, type Player } from '../../apps/demo/cast.ts';
import { answerRegistration } from '../../apps/demo/registration-office.ts';
import { SOME_FAULTS, syntheticRoster } from '../../apps/demo/synthetic-roster.ts';
import {
  addMonthsTo,
  type LocalDate,
  localDate,
  type Month,
  monthOf,
} from '../../domain/calendar.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';

const FIRST_MONTH = '2026-03' as Month;
const COVER_FROM = localDate('2026-03-01');
/** Tanjung Laut, Bontang Selatan. */
const KELURAHAN = '64.74.02.1001';
const CONTRIBUTION_IDR = 16_800;

export type Story = {
  step(line: {
    readonly as: string;
    readonly args: readonly string[];
    readonly expect?: readonly number[];
  }): Promise<Readonly<Record<string, unknown>>>;
  readonly folder: string;
  readonly workers: number;
  readonly seed: number;
  /** Contributions are paid up to this day's month. */
  readonly today: LocalDate;
};

/** Ids follow from the seed, so that the story told again is the same story. */
export const idOf = (story: Story, thing: string): string =>
  streamIds.derived(`demo|${story.seed}|${story.workers}`, thing);

const addPlayer = (story: Story, player: Player, first: boolean) =>
  story.step({
    as: administrator.id,
    args: [
      ...['actor', 'add', player.id, '--office', player.office, '--name', player.name],
      ...['--act', player.acts.join(','), '--area', player.area, '--letter', player.letter],
      ...['--from', '2026-01-02', ...(first ? ['--first'] : [])],
    ],
  });

export const foundOffice = async (story: Story): Promise<void> => {
  await addPlayer(story, administrator, true);
  for (const player of cast) await addPlayer(story, player, false);
  const programme = idOf(story, 'programme');
  const payer = idOf(story, 'payer');
  const mandate = idOf(story, 'mandate');
  await story.step({
    as: 'dinas-rahma',
    args: [
      ...[
        'programme',
        'create',
        '--id',
        programme,
        '--name',
        'Perlindungan Pekerja Rentan Bontang',
      ],
      ...['--sponsor', 'Pemerintah Kota Bontang', '--region', '64.74'],
      ...['--legal-basis', 'Perwali 23/2023', '--age-from', '18', '--age-to', '64'],
    ],
  });
  await story.step({
    as: 'dinas-rahma',
    args: [
      ...['payer', 'add', '--programme', programme, '--id', payer],
      ...['--entity', 'BPJS Ketenagakerjaan Cabang Bontang', '--fund', 'DJS JKM'],
      ...['--legal-basis', 'PP 44/2015', '--account', '1240018000777', '--bank', 'PDKTIDJ1'],
      ...['--from', '2026-01-02'],
    ],
  });
  await story.step({
    as: 'dinas-rahma',
    args: [
      ...['payer', 'mandate', 'propose', '--programme', programme, '--payer', payer],
      ...['--id', mandate, '--flow', 'BENEFIT', '--mode', 'DISBURSES', '--from', '2026-01-02'],
    ],
  });
  await story.step({
    as: 'kadis-yusuf',
    args: ['payer', 'mandate', 'confirm', mandate, '--programme', programme],
  });
  await story.step({
    as: 'dinas-rahma',
    args: [
      ...['tranche', 'open', '--programme', programme, '--id', idOf(story, 'tranche')],
      ...['--name', 'Gelombang I 2026', '--cover-from', COVER_FROM, '--quota', '5000'],
    ],
  });
};

export const enrol = async (story: Story): Promise<string> => {
  const tranche = idOf(story, 'tranche');
  const roster = join(story.folder, 'daftar-tanjung-laut.csv');
  const { csv } = syntheticRoster({
    seed: String(story.seed),
    count: story.workers,
    kelurahan: KELURAHAN,
    coverFrom: COVER_FROM,
    ageFrom: 18,
    ageTo: 64,
    disabilities: Math.round(story.workers / 100),
    faults: SOME_FAULTS,
  });
  await writeFile(roster, csv, { mode: 0o600 });
  await story.step({
    as: 'dinas-rahma',
    expect: [0, 1],
    args: [
      ...['roster', 'check', roster, '--tranche', tranche],
      ...['--refused-to', join(story.folder, 'baris-ditolak.csv')],
    ],
  });
  const imported = await story.step({
    as: 'dinas-rahma',
    // A small list has a fault of every kind: most of its rows may be refused.
    args: ['roster', 'import', roster, '--tranche', tranche, '--yes'],
  });
  const rosterId = String(imported['rosterId']);
  await story.step({
    as: 'kadis-yusuf',
    args: [
      'roster',
      'approve',
      rosterId,
      '--sk',
      '188.45/112/DISNAKER/2026',
      '--sk-date',
      '2026-02-20',
    ],
  });
  const list = join(story.folder, 'pendaftaran.csv');
  await story.step({
    as: 'cabang-gita',
    args: ['registration', 'export', rosterId, '-o', list],
  });
  const answer = join(story.folder, 'jawaban-bpjs.csv');
  await writeFile(answer, answerRegistration(await readFile(list), { coverStart: COVER_FROM }), {
    mode: 0o600,
  });
  await story.step({
    as: 'cabang-gita',
    args: ['registration', 'ingest', rosterId, answer],
  });
  return rosterId;
};

export const payContributions = async (story: Story, workers: number): Promise<void> => {
  const tranche = idOf(story, 'tranche');
  const amount = String(workers * CONTRIBUTION_IDR);
  const last = monthOf(story.today);
  for (let month = FIRST_MONTH; month <= last; month = addMonthsTo(month, 1)) {
    await story.step({
      as: 'dinas-rahma',
      args: [
        ...['contribution', 'bill', '--tranche', tranche, '--month', month],
        ...['--workers', String(workers), '--amount', amount, '--payment-code', `88888-${month}`],
      ],
    });
    await story.step({
      as: 'dinas-rahma',
      args: [
        ...['contribution', 'confirm', '--tranche', tranche, '--month', month],
        ...['--amount', amount, '--paid-on', `${month}-01`, '--reference', `SP2D-${month}`],
      ],
    });
  }
};

export const heirsOf = {
  heirs: [{ ref: 'istri', relation: 'SPOUSE', name: 'Siti Aminah', minor: false }],
  payee: { ref: 'istri', name: 'Siti Aminah', account: '1240031122334', bic: 'PDKTIDJ1' },
};
