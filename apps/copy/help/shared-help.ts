// Help texts that many commands share: arguments, options, placeholders, the words of help itself.
import { acts, flows, languages, offices } from '../code-words.ts';
import type { Text } from '../text.ts';
import type { CommandHelp } from './command-help.ts';

export const sharedArguments: Readonly<Record<string, Text>> = {
  batch: ['nomor pekerjaan, seperti di `batch list`', 'id of the batch, as in `batch list`'],
  claim: ['nomor klaim', 'id of the claim'],
  document: ['nomor berkas, seperti di `claim show`', 'id of the paper, as in `claim show`'],
  payable: ['nomor pembayaran, seperti di `payout due`', 'id of the payment, as in `payout due`'],
  request: ['nomor permohonan, seperti di `aid list`', 'id of the request, as in `aid list`'],
  roster: ['nomor daftar, seperti di `roster list`', 'id of the list, as in `roster list`'],
  run: ['nomor run, seperti di `payout runs`', 'id of the run, as in `payout runs`'],
  token: ['isi kode QR pada kartu', 'content of the QR code on the card'],
  tranche: [
    'nomor gelombang, seperti di `tranche list`',
    'id of the tranche, as in `tranche list`',
  ],
  worker: ['nomor pekerja, seperti di `worker list`', 'id of the worker, as in `worker list`'],
};

export const sharedOptions: Readonly<Record<string, Text>> = {
  '--amount': ['jumlah rupiah bulat, tanpa titik', 'amount in whole rupiah, without separators'],
  '--area': [
    'kode wilayah Kemendagri, mis. 64.74 atau 64.74.02',
    'Kemendagri area code, e.g. 64.74 or 64.74.02',
  ],
  '--cursor': ['lanjutkan dari halaman sebelumnya', 'go on from the page before'],
  '--from': ['berlaku sejak tanggal ini (YYYY-MM-DD)', 'valid from this day (YYYY-MM-DD)'],
  '--id': ['nomor yang Anda pilih sendiri (UUID)', 'an id that you choose yourself (UUID)'],
  '--kelurahan': [
    'hanya kelurahan ini: kode, mis. 64.74.02.1001, atau nama resminya',
    'only this kelurahan: its code, e.g. 64.74.02.1001, or its official name',
  ],
  '--letter': ['nomor surat penunjukan', 'number of the letter of appointment'],
  '--limit': ['baris per halaman, 1 sampai 500', 'rows a page, 1 to 500'],
  '--month': ['bulan iuran (YYYY-MM)', 'month of the contribution (YYYY-MM)'],
  '--paid-on': ['tanggal bayar (YYYY-MM-DD)', 'day of payment (YYYY-MM-DD)'],
  '--payer': ['nomor pembayar, seperti di `payer list`', 'id of the payer, as in `payer list`'],
  '--place': ['kode kelurahan tempat serah terima', 'code of the kelurahan of the hand-over'],
  '--programme': [
    'nomor program, seperti di `programme list`',
    'id of the programme, as in `programme list`',
  ],
  '--to': ['berlaku sampai tanggal ini (YYYY-MM-DD)', 'valid until this day (YYYY-MM-DD)'],
  '--tranche': [
    'nomor gelombang, seperti di `tranche list`',
    'id of the tranche, as in `tranche list`',
  ],
  '--why': ['alasan; dicatat untuk selamanya', 'the reason; recorded for ever'],
};

export const sharedChoices: NonNullable<CommandHelp['choices']> = {
  '--act': acts,
  '--flow': flows,
  '--office': offices,
};

/** What stands in angle brackets. */
export const placeholders: Readonly<Record<string, Text>> = {
  days: ['hari', 'days'],
  paper: ['berkas', 'paper'],
  request: ['permohonan', 'request'],
  requests: ['permohonan', 'requests'],
  standing: ['keadaan', 'standing'],
  terms: ['ketentuan', 'terms'],
  account: ['akun', 'account'],
  change: ['perubahan', 'change'],
  figure: ['angka', 'figure'],
  point: ['titik', 'point'],
  root: ['akar', 'root'],
  axis: ['sisi', 'axis'],
  format: ['bentuk', 'form'],
  act: ['kewenangan', 'act'],
  actor: ['akun', 'actor'],
  acts: ['kewenangan', 'acts'],
  authority: ['lembaga', 'authority'],
  basis: ['dasar', 'basis'],
  batch: ['pekerjaan', 'batch'],
  bic: ['bic', 'bic'],
  channel: ['saluran', 'channel'],
  choice: ['pilihan', 'choice'],
  rules: ['aturan', 'rules'],
  version: ['versi', 'version'],
  claim: ['klaim', 'claim'],
  clock: ['tenggat', 'clock'],
  code: ['kode', 'code'],
  command: ['perintah', 'command'],
  cursor: ['kursor', 'cursor'],
  date: ['tanggal', 'date'],
  day: ['hari', 'day'],
  delegate: ['penerima', 'delegate'],
  document: ['berkas', 'document'],
  fields: ['isian', 'fields'],
  file: ['berkas', 'file'],
  folder: ['folder', 'folder'],
  key: ['kunci', 'key'],
  flow: ['arus', 'flow'],
  form: ['bentuk', 'form'],
  from: ['dari', 'from'],
  bill: ['kode=rupiah', 'code=rupiah'],
  ground: ['sebab', 'ground'],
  hours: ['jam', 'hours'],
  year: ['tahun', 'year'],
  place: ['tempat', 'place'],
  id: ['nomor', 'id'],
  kind: ['jenis', 'kind'],
  language: ['bahasa', 'language'],
  letter: ['surat', 'letter'],
  list: ['daftar', 'list'],
  mandate: ['mandat', 'mandate'],
  mode: ['cara', 'mode'],
  month: ['bulan', 'month'],
  ms: ['milidetik', 'ms'],
  n: ['jumlah', 'n'],
  name: ['nama', 'name'],
  names: ['nama', 'names'],
  number: ['nomor', 'number'],
  office: ['kantor', 'office'],
  options: ['opsi', 'options'],
  outcome: ['hasil', 'outcome'],
  party: ['pihak', 'party'],
  path: ['berkas', 'path'],
  payable: ['pembayaran', 'payable'],
  percent: ['persen', 'percent'],
  position: ['posisi', 'position'],
  preset: ['pilihan', 'preset'],
  principal: ['pemberi', 'principal'],
  programme: ['program', 'programme'],
  relation: ['hubungan', 'relation'],
  roster: ['daftar', 'roster'],
  run: ['run', 'run'],
  rupiah: ['rupiah', 'rupiah'],
  source: ['sumber', 'source'],
  stage: ['tahap', 'stage'],
  state: ['keadaan', 'state'],
  stream: ['aliran', 'stream'],
  subject: ['orang', 'subject'],
  text: ['teks', 'text'],
  time: ['waktu', 'time'],
  to: ['ke', 'to'],
  token: ['isi-qr', 'token'],
  tranche: ['gelombang', 'tranche'],
  uuid: ['uuid', 'uuid'],
  who: ['siapa', 'who'],
  whole: ['keseluruhan', 'whole'],
  why: ['alasan', 'why'],
  worker: ['pekerja', 'worker'],
  years: ['tahun', 'years'],
};

/** The words of help itself, as the library has them in English. */
export const helpTitles: Readonly<Record<string, Text>> = {
  'Arguments:': ['Argumen:', 'Arguments:'],
  'Commands:': ['Perintah:', 'Commands:'],
  'Options:': ['Opsi:', 'Options:'],
  'Usage:': ['Pemakaian:', 'Usage:'],
};

export const helpWords = {
  choices: ['Pilihan {flag}:', 'Choices of {flag}:'],
  default: ['bila kosong: {value}', 'default: {value}'],
  example: ['Contoh:', 'Example:'],
  global: [
    'Opsi umum (--as, --json, --lang, --reason, --command-id, …): lihat `lindung --help`.',
    'Options of every command (--as, --json, --lang, --reason, --command-id, …): see `lindung --help`.',
  ],
  help: ['tampilkan bantuan ini', 'show this help'],
  required: ['wajib', 'required'],
  helpCommand: ['bantuan untuk satu perintah', 'help on one command'],
} as const satisfies Readonly<Record<string, Text>>;

export const programHelp: CommandHelp = {
  about: [
    'Perlindungan pekerja rentan: dari daftar sampai uang diterima ahli waris',
    'Protection of vulnerable workers: from the list until the heirs hold the money',
  ],
  options: {
    '--version': ['versi program ini', 'version of this program'],
    '--json': [
      'satu dokumen JSON di keluaran standar, untuk program',
      'one JSON document on standard output, for programs',
    ],
    '--lang': ['bahasa (juga lewat LINDUNG_LANG)', 'language (also by LINDUNG_LANG)'],
    '--as': [
      'siapa yang bertindak: akun dari `lindung actor list` (dinyatakan, belum ada kata sandi)',
      'who acts: an account of `lindung actor list` (asserted, there is no sign-in yet)',
    ],
    '--reason': ['alasan yang dicatat bersama tindakan', 'a reason, recorded with the act'],
    '--agenda': [
      'nomor agenda surat masuk yang dicatat bersama tindakan',
      'number in the office’s agenda, recorded with the act',
    ],
    '--source': [
      'sumber riwayat yang dicatat, mis. buku agenda',
      'where the past that is entered is known from, e.g. a register',
    ],
    '--effective-at': [
      'catat sebagai riwayat pada hari atau waktu ini (perlu kewenangan mencatat riwayat)',
      'enter it as history of this day or time (needs the act to record history)',
    ],
    '--command-id': [
      'nomor perintah; diulang dengan nomor yang sama, jawabannya tetap yang pertama',
      'id of the command; repeated under the same id it gets its first answer',
    ],
  },
  choices: { '--lang': languages },
};
