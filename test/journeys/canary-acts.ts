// What the canary's people do beside the path of one death, and what each word of a command means there.
import { billTemplate } from '../../apps/cli/hospital-bill-file.ts';
import { syntheticPdf } from '../../apps/demo/synthetic-paper.ts';
import {
  FALL,
  GROUNDS,
  HURT,
  OBJECTOR,
  PAST,
  PAST_ACCOUNT,
  PAST_HEIR,
  PAST_REPORT,
  WITNESS,
} from './canary-people.ts';
import type { Known } from './planted-options.ts';
import type { Json, Town } from './town.ts';

/** An accident that is concluded to be none, and what the family objects to that. */
export const objectsTo = async (town: Town, hurt: string, proof: string): Promise<void> => {
  const { claimId: id } = await town.does('kelurahan-eko', [
    ...['claim', 'report', '--kind', 'ACCIDENT', '--worker', hurt],
    ...['--event-date', town.days.death, '--channel', 'HEIR', '--relation', 'NEIGHBOUR'],
    ...['--reporter', WITNESS.name, '--contact', WITNESS.contact, '--circumstances', FALL],
  ]);
  const claim = String(id);
  const why = ['--why', 'surat dokter 12/2026', '--evidence', proof];
  await town.does('verifikator-ani', [
    ...['claim', 'conclude', claim, '--as-what', 'NOT_FROM_WORK', ...why],
  ]);
  await town.does('kelurahan-eko', [
    ...['claim', 'object', claim, '--on', town.days.today, '--relation', 'SPOUSE'],
    ...['--objector', OBJECTOR, '--grounds', GROUNDS],
  ]);
};

/** A claim of the old files, with everybody in it; its second row names one in the clear. */
export const takesOver = async (town: Town): Promise<Json> => {
  const [name, contact, story] = PAST_REPORT;
  const head = [
    ...['NIK', 'TANGGAL_MENINGGAL', 'TANGGAL_LAPOR', 'TAHAP', 'SALURAN', 'HUBUNGAN_PELAPOR'],
    ...['PELAPOR', 'KONTAK', 'KRONOLOGI', 'AHLI_WARIS', 'REKENING', 'BIC', 'ALASAN'],
    ...['TANGGAL_KEPUTUSAN'],
  ];
  const { death, today } = town.days;
  const row = (nik: string, why: string) => [
    ...[nik, death, death, 'DICABUT', 'HEIR', 'NEIGHBOUR', name, contact, story],
    ...[`${PAST_HEIR}:SPOUSE`, PAST_ACCOUNT, 'PDKTIDJ1', why, today],
  ];
  const rows = [head, row(PAST.nik, 'permintaan istri'), row(HURT.nik, `kata ${PAST_HEIR}`)];
  const file = town.paper('klaim.csv', rows.map((cells) => cells.join(',')).join('\r\n'));
  const { json } = await town.run(
    [
      ...['claim', 'import', file, '--as-of', today],
      ...['--source', 'Buku agenda 2026', '--reason', 'ambil alih program'],
    ],
    { as: 'pencatat-lina' },
  );
  return json;
};

export type CaseOfTown = {
  readonly claimId: string;
  readonly payableId: string;
  readonly runId: string;
  readonly workerId: string;
};

/** An id of its own kind that nothing has: the words are looked at before anything is looked up. */
const NOWHERE = '0198a0c0-0000-7000-8000-000000000001';
const HOSPITAL = { payee: { name: 'RSUD Taman', account: '1240031122335', bic: 'PDKTIDJ1' } };

/** What each argument and option of a command line stands for in this town. */
export const knownIn = async (town: Town, at: CaseOfTown): Promise<Known> => {
  const { claimId, payableId, runId, workerId } = at;
  const branch = ['--office', 'BPJS_BRANCH', '--area', '64.74'];
  await town.does('admin-nur', [
    ...['letter', 'head', ...branch, '--name', 'BPJS Cabang Bontang', '--code', 'bpjs-btg'],
    ...['--address', 'Jalan 1', '--contact', '(0548) 2034567890', '--place', 'Bontang'],
  ]);
  const issue = ['letter', 'issue', claimId, '--kind', 'RECEIPT'];
  const { reference } = await town.does('verifikator-ani', issue);
  const shown = ['letter', 'show', String(reference)];
  await town.until(shown, ({ reference: number }) => number === reference);
  const value = { idr: '11000000' };
  const change = { rule: 'M-03', from: '2030-01-01', law: null, confidence: 'V', value };
  const rows = [{ ...change, article: 'PP contoh 1/2029 Pasal 2' }];
  const file = town.paper('usulan.json', JSON.stringify({ basis: 'surat 12/2026', rows }));
  const { ruleset } = await town.does('cabang-gita', ['rules', 'propose', file]);
  const { contents } = await town.does('verifikator-ani', ['claim', 'show', claimId]);
  const [paper] = (contents as { readonly documents: readonly Json[] }).documents;
  const { payer, programme, tranche } = town.ids;
  const titles = 'NIK,NAMA,TANGGAL_LAHIR,KELURAHAN,PEKERJAAN,KPJ,TANGGAL_DAFTAR';
  const list = town.paper('peserta.csv', `${titles}\r\n1,A,1970-01-01,64.74.02.1001,NELAYAN,1,-`);
  return {
    ...{ claim: claimId, payable: payableId, run: runId, tranche, roster: town.rosterId },
    ...{ examination: '0198a0c0-0000-7000-8000-0000000000e1', item: claimId, finding: '1' },
    ...{ batch: town.rosterId, subject: workerId, worker: workerId, letter: String(reference) },
    ...{ version: String(ruleset), document: String(paper?.['documentId']) },
    ...{ actor: 'petugas-baru', principal: 'penetap-budi', delegate: 'verifikator-ani' },
    ...{ 'actor add actor': 'petugas-lain', 'roster import file': list },
    ...{ request: NOWHERE, requests: NOWHERE, terms: NOWHERE, exception: NOWHERE },
    doubt: NOWHERE,
    'claim hospital guarantee --file': town.paper('rekening.json', JSON.stringify(HOSPITAL)),
    'claim hospital bill --file': town.paper('butir.csv', billTemplate()),
    ...{ '--payer': payer, '--programme': programme },
    ...{ '--tranche': tranche, '--worker': workerId },
    file: town.paper('biasa.pdf', syntheticPdf('biasa')),
  };
};
