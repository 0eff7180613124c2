// The story of the demo as command lines: exactly what people type, in order, and what to keep of the answers.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  addMonthsTo,
  type LocalDate,
  localDate,
  type Month,
  monthOf,
} from '../../domain/calendar.ts';
import { DOCUMENT_KINDS } from '../../domain/claim/document-events.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import { administrator, cast, type Player } from './cast.ts';
import { answerRegistration } from './registration-office.ts';
import type { Narrator } from './run-step.ts';
import { SOME_FAULTS, syntheticRoster } from './synthetic-roster.ts';

const FIRST_MONTH = '2026-03' as Month;
const COVER_FROM = localDate('2026-03-01');
const DEATH_DATE = '2026-09-10';
/** Tanjung Laut, Bontang Selatan. */
const KELURAHAN = '64.74.02.1001';
const CONTRIBUTION_IDR = 16_800;
const BENEFIT_IDR = '42000000';

export type Story = {
  readonly step: Narrator['step'];
  readonly settle: Narrator['settle'];
  readonly ingestUntilSettled: Narrator['ingestUntilSettled'];
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
    title: `${player.name} (${player.office})`,
    as: administrator.id,
    quiet: true,
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
    title: 'Program kota dengan dasar hukum',
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
    title: 'Pembayar manfaat: dana jaminan sosial JKM, bukan APBD',
    as: 'dinas-rahma',
    args: [
      ...['payer', 'add', '--programme', programme, '--id', payer],
      ...['--entity', 'BPJS Ketenagakerjaan Cabang Bontang', '--fund', 'DJS JKM'],
      ...['--legal-basis', 'PP 44/2015', '--account', '1240018000777', '--bank', 'PDKTIDJ1'],
      ...['--from', '2026-01-02'],
    ],
  });
  await story.step({
    title: 'Mandat membayar diusulkan satu orang …',
    as: 'dinas-rahma',
    args: [
      ...['payer', 'mandate', 'propose', '--programme', programme, '--payer', payer],
      ...['--id', mandate, '--flow', 'BENEFIT', '--mode', 'DISBURSES', '--from', '2026-01-02'],
    ],
  });
  await story.step({
    title: '… dan disahkan orang lain',
    as: 'kadis-yusuf',
    args: ['payer', 'mandate', 'confirm', mandate, '--programme', programme],
  });
  await story.step({
    title: 'Gelombang dibuka',
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
    title: 'Daftar diperiksa dulu; baris yang salah kembali dengan kolom dan alasan',
    as: 'dinas-rahma',
    expect: [0, 1],
    args: [
      ...['roster', 'check', roster, '--tranche', tranche],
      ...['--refused-to', join(story.folder, 'baris-ditolak.csv')],
    ],
  });
  const imported = await story.step({
    title: 'Daftar diterima; setiap orang menjadi satu aliran peristiwa',
    as: 'dinas-rahma',
    args: ['roster', 'import', roster, '--tranche', tranche],
  });
  const rosterId = String(imported['rosterId']);
  await story.step({
    title: 'SK menamai mereka',
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
    title: 'Berkas pendaftaran untuk cabang BPJS',
    as: 'cabang-gita',
    args: ['registration', 'export', rosterId, '-o', list],
  });
  const answer = join(story.folder, 'jawaban-bpjs.csv');
  await writeFile(answer, answerRegistration(await readFile(list), { coverStart: COVER_FROM }), {
    mode: 0o600,
  });
  await story.step({
    title: 'Jawaban cabang: KPJ dan hari pertama perlindungan',
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
      title: `Tagihan iuran ${month}`,
      as: 'dinas-rahma',
      quiet: true,
      args: [
        ...['contribution', 'bill', '--tranche', tranche, '--month', month],
        ...['--workers', String(workers), '--amount', amount, '--payment-code', `88888-${month}`],
      ],
    });
    await story.step({
      title: `Iuran ${month} lunas: dompet kota`,
      as: 'dinas-rahma',
      quiet: month !== last,
      args: [
        ...['contribution', 'confirm', '--tranche', tranche, '--month', month],
        ...['--amount', amount, '--paid-on', `${month}-01`, '--reference', `SP2D-${month}`],
      ],
    });
  }
};

/** Everyone but one gets the card by list; the one comes to the desk and is scanned. */
const handOverCards = async (story: Story, rosterId: string): Promise<string> => {
  const members = await story.step({
    title: 'Kartu yang terbit',
    as: 'kelurahan-eko',
    quiet: true,
    args: ['worker', 'list', '--roster', rosterId],
  });
  const rows = members['workers'] as readonly { workerId: string; cardId: string | null }[];
  const [first, ...others] = rows
    .filter((row) => row.cardId !== null)
    .toSorted((a, b) => (a.workerId < b.workerId ? -1 : 1));
  if (first === undefined) throw new Error('no card was issued');
  const list = join(story.folder, 'serah-terima.csv');
  const csv = ['KARTU', ...others.map((row) => row.cardId)].join('\n');
  await writeFile(list, `${csv}\n`, { mode: 0o600 });
  await story.step({
    title: 'Kartu diserahkan menurut daftar',
    as: 'kelurahan-eko',
    args: ['card', 'hand-over', list, '--place', KELURAHAN],
  });
  const card = await story.step({
    title: 'Satu pekerja datang sendiri …',
    as: 'kelurahan-eko',
    quiet: true,
    args: ['card', 'show', first.workerId],
  });
  await story.step({
    title: '… kartunya dipindai; sejak ini satu alur kerja membawanya',
    as: 'kelurahan-eko',
    args: ['card', 'scan', String(card['token']), '--place', KELURAHAN],
  });
  return first.workerId;
};

export const heirsOf = {
  heirs: [{ ref: 'istri', relation: 'SPOUSE', name: 'Siti Aminah', minor: false }],
  payee: { ref: 'istri', name: 'Siti Aminah', account: '1240031122334', bic: 'PDKTIDJ1' },
};

/** Papers of JKM that the checklist asks for; the power of attorney is only for several heirs. */
export const PAPERS = DOCUMENT_KINDS.filter((kind) => kind !== 'POWER_OF_ATTORNEY');

const verify = async (story: Story, workerId: string): Promise<string> => {
  const reported = await story.step({
    title: 'Kelurahan melaporkan kematian',
    as: 'kelurahan-eko',
    args: [
      ...['claim', 'report', '--worker', workerId, '--death-date', DEATH_DATE],
      ...['--channel', 'KELURAHAN', '--relation', 'OFFICER', '--reporter', 'Eko Prasetyo'],
      ...['--contact', '0811-000-000', '--circumstances', 'Sakit; meninggal di rumah'],
    ],
  });
  const claimId = String(reported['claimId']);
  for (const kind of PAPERS) {
    const paper = join(story.folder, `${kind.toLowerCase()}.txt`);
    await writeFile(paper, `Berkas sintetis ${kind}\n`, { mode: 0o600 });
    await story.step({
      title: `Berkas ${kind}`,
      as: 'kelurahan-eko',
      quiet: true,
      args: [
        'claim',
        'documents',
        'add',
        claimId,
        '--kind',
        kind,
        '--file',
        paper,
        '--form',
        'LEGALISED',
      ],
    });
  }
  await story.step({
    title: 'Verifikator memeriksa kepesertaan pada tanggal kematian',
    as: 'verifikator-ani',
    args: ['claim', 'check', claimId],
  });
  const heirs = join(story.folder, 'ahli-waris.json');
  await writeFile(heirs, JSON.stringify(heirsOf), { mode: 0o600 });
  await story.step({
    title: 'Ahli waris dan penerima ditetapkan; manfaat dihitung menurut versi hukum',
    as: 'verifikator-ani',
    args: ['claim', 'heirs', claimId, '--file', heirs],
  });
  await story.step({
    title: 'Orang pertama mengusulkan',
    as: 'verifikator-ani',
    args: ['claim', 'recommend', claimId],
  });
  await story.step({
    title: 'Ia mencoba menyetujui sendiri: ditolak',
    as: 'verifikator-ani',
    expect: [1],
    args: ['claim', 'approve', claimId, '--total', BENEFIT_IDR],
  });
  await story.step({
    title: 'Orang kedua menyetujui',
    as: 'penetap-budi',
    args: ['claim', 'approve', claimId, '--total', BENEFIT_IDR],
  });
  return claimId;
};

const pay = async (story: Story, claimId: string): Promise<void> => {
  const payer = idOf(story, 'payer');
  // The approval obliges a payable; it is there when the claim's file shows it.
  await story.settle(
    ['claim', 'show', claimId],
    (json) => Array.isArray(json['payables']) && json['payables'].length === 1,
  );
  const run = await story.step({
    title: 'Orang ketiga menyusun pembayaran',
    as: 'keuangan-citra',
    args: ['payout', 'run', '--payer', payer],
  });
  const runId = String(run['runId']);
  await story.step({
    title: 'Ia tidak dapat melepasnya sendiri',
    as: 'keuangan-citra',
    expect: [1],
    args: ['payout', 'release', runId, '--sum', BENEFIT_IDR],
  });
  await story.step({
    title: 'Orang keempat melepas; berkas pain.001 dibuat satu kali dan sampai di bank',
    as: 'kepala-dewi',
    args: ['payout', 'release', runId, '--sum', BENEFIT_IDR],
  });
  await story.ingestUntilSettled(runId);
};

const look = async (story: Story, ids: { workerId: string; claimId: string }): Promise<void> => {
  await story.settle(['claim', 'show', ids.claimId], (json) => json['stage'] === 'SETTLED');
  await story.step({
    title: 'Klaim, baris demi baris',
    as: 'auditor-fajar',
    args: ['claim', 'show', ids.claimId],
  });
  await story.settle(
    ['worker', 'show', ids.workerId],
    (json) => json['claimOutcome'] === 'SETTLED',
  );
  await story.step({
    title: 'Pekerja',
    as: 'auditor-fajar',
    args: ['worker', 'show', ids.workerId],
  });
  await story.step({
    title: 'Sejarah yang tidak dapat diubah',
    as: 'auditor-fajar',
    args: ['audit', 'timeline', `claim-${ids.claimId}`],
  });
};

export type Told = {
  readonly rosterId: string;
  readonly workerId: string;
  readonly claimId: string;
};

export const tellStory = async (story: Story): Promise<Told> => {
  await mkdir(story.folder, { recursive: true, mode: 0o700 });
  await foundOffice(story);
  const rosterId = await enrol(story);
  const roster = await story.settle(
    ['roster', 'show', rosterId],
    (json) => Number(json['registered'] ?? 0) > 0,
  );
  await payContributions(story, Number(roster['registered']));
  const workerId = await handOverCards(story, rosterId);
  const claimId = await verify(story, workerId);
  await pay(story, claimId);
  await look(story, { workerId, claimId });
  return { rosterId, workerId, claimId };
};
