// What is said of a command line that cannot be understood, and of one without an acting person.
import type { Text } from './text.ts';

/** What an argument should have been; named by the parsers of option values. */
export const expectations = {
  alter: [
    'perubahan berbentuk ATURAN@HARI:ISIAN=NILAI, mis. M-01@2019-12-02:idr=21000000',
    'a change as RULE@DAY:FIELD=VALUE, e.g. M-01@2019-12-02:idr=21000000',
  ],
  account: ['nomor rekening 8 sampai 20 angka', 'an account number of 8 to 20 digits'],
  agenda: [
    'nomor agenda, 1 sampai 64 huruf, angka, atau tanda baca, mis. 123/KLAIM/2026',
    'an agenda number of 1 to 64 letters, digits or signs, e.g. 123/KLAIM/2026',
  ],
  area: [
    'kode wilayah Kemendagri, mis. 64.74 atau 64.74.02',
    'a Kemendagri area code, e.g. 64.74 or 64.74.02',
  ],
  bic: ['kode BIC bank, 8 atau 11 huruf', 'a BIC of a bank, 8 or 11 characters'],
  choice: ['salah satu dari {choices}', 'one of {choices}'],
  count: ['bilangan bulat', 'a whole number'],
  cursor: [
    'kursor yang ditampilkan di bawah halaman sebelumnya dari daftar ini',
    'the cursor that stood below the page before of this list',
  ],
  day: [
    'tanggal kalender berbentuk YYYY-MM-DD, mis. 2026-09-10',
    'a calendar day as YYYY-MM-DD, e.g. 2026-09-10',
  ],
  dayOrLaw: [
    'tanggal YYYY-MM-DD atau versi hukum: {choices}',
    'a day as YYYY-MM-DD or a version of the law: {choices}',
  ],
  dayOfMonth: ['tanggal dari 1 sampai 31', 'a day of the month from 1 to 31'],
  id: [
    'nomor berbentuk UUID, mis. 5f1c0a52-7d3e-5b8a-9c41-2e6d8f7a1b30',
    'an id in the form of a UUID, e.g. 5f1c0a52-7d3e-5b8a-9c41-2e6d8f7a1b30',
  ],
  instant: [
    'tanggal YYYY-MM-DD atau waktu seperti 2023-11-05T08:00:00+08:00',
    'a day as YYYY-MM-DD or a time such as 2023-11-05T08:00:00+08:00',
  ],
  kelurahan: [
    'kelurahan yang dikenal: kode seperti 64.74.02.1001, atau nama resminya seperti Tanjung Laut',
    'a known kelurahan: a code such as 64.74.02.1001, or its official name such as Tanjung Laut',
  ],
  knownAt: [
    'posisi dalam catatan (mis. 1250), tanggal (2026-01-31), atau waktu (2026-01-31T10:00:00+08:00)',
    'a position of the log (e.g. 1250), a day (2026-01-31) or an instant (2026-01-31T10:00:00+08:00)',
  ],
  limit: ['bilangan bulat dari 1 sampai 500', 'a whole number from 1 to 500'],
  ordinal: ['bilangan dari 1 sampai 9', 'a number from 1 to 9'],
  month: ['bulan berbentuk YYYY-MM, mis. 2026-09', 'a month as YYYY-MM, e.g. 2026-09'],
  position: ['posisi dalam catatan, mis. 1250', 'a position of the log, e.g. 1250'],
  prompt: [
    'tempat mengetik nomor: baris perintah tersimpan dan terlihat orang lain. Biarkan kosong (atau -), nomornya akan ditanyakan',
    'a place to type the number: command lines are kept and seen by others. Leave it empty (or -), the number is asked for',
  ],
  reason: ['alasan dengan kata-kata, tidak kosong', 'a reason in words, not empty'],
  rupiah: [
    'rupiah bulat tanpa titik atau koma, mis. 42000000',
    'whole rupiah without separators, e.g. 42000000',
  ],
  stream: [
    'nomor aliran, mis. claim-5f1c0a52-7d3e-5b8a-9c41-2e6d8f7a1b30',
    'the id of a stream, e.g. claim-5f1c0a52-7d3e-5b8a-9c41-2e6d8f7a1b30',
  ],
  time: ['jam WITA berbentuk JJ:MM, mis. 10:00', 'an office time as HH:MM, e.g. 10:00'],
  weekday: [
    'hari: SEN, SEL, RAB, KAM, JUM, SAB, atau MIN',
    'a day of the week: MON, TUE, WED, THU, FRI, SAT or SUN',
  ],
  year: ['tahun berbentuk YYYY, mis. 2026', 'a year as YYYY, e.g. 2026'],
} as const satisfies Readonly<Record<string, Text>>;

export type Expectation = keyof typeof expectations;

export const usagePhrases = {
  actorMissing: [
    'Sebutkan siapa yang bertindak: masuk dengan `lindung login`, atau pilih dengan --as AKUN. Daftar akun: `lindung actor list`.',
    'Say who acts: sign in by `lindung login`, or choose by --as ACCOUNT. The accounts: `lindung actor list`.',
  ],
  argumentInvalid: ['{name}: "{value}" bukan {expected}.', '{name}: "{value}" is not {expected}.'],
  argumentMissing: ['{name} belum diisi.', '{name} is missing.'],
  argumentsTooMany: [
    'Terlalu banyak isian: diharapkan {expected}, diberikan {given}. Teks yang berspasi harus diapit tanda kutip.',
    'Too many arguments: expected {expected}, got {given}. Put quotes around text with spaces.',
  ],
  commandMissing: ['Pilih satu perintah di bawah ini.', 'Choose one of the commands below.'],
  commandUnknown: ['Perintah "{name}" tidak dikenal.', 'There is no command "{name}".'],
  didYouMean: ['Maksud Anda {name}?', 'Did you mean {name}?'],
  example: ['Contoh: {example}', 'Example: {example}'],
  more: ['Lihat: {help}', 'See: {help}'],
  optionMissing: ['Wajib diisi: {name}.', 'Needed: {name}.'],
  optionUnknown: ['Opsi {name} tidak dikenal di sini.', 'There is no option {name} here.'],
  optionValueMissing: ['Opsi {name} memerlukan isi.', 'The option {name} needs a value.'],
} as const satisfies Readonly<Record<string, Text>>;
