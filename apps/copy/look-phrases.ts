// What is said where somebody looks at personal data: what was found, opened, read, and by which number.
import type { ClaimField } from '../../domain/claim/desk/look-events.ts';
import type { FoundBy, WorkerField } from '../../domain/worker/look-events.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const lookPhrases = {
  askKpj: [
    'Nomor peserta BPJS (KPJ), tidak ditampilkan: ',
    'BPJS member number (KPJ), not shown: ',
  ],
  askNik: ['NIK (16 angka), tidak ditampilkan: ', 'NIK (16 digits), not shown: '],
  circumstances: ['Keadaan: {text}', 'Circumstances: {text}'],
  found: [
    'Ditemukan: pekerja {id}, {stage}, {kelurahan}',
    'Found: worker {id}, {stage}, {kelurahan}',
  ],
  foundClaim: ['Klaim: {id}, {outcome}', 'Claim: {id}, {outcome}'],
  foundNobody: [
    'Tidak ada pekerja dengan nomor itu di wilayah Anda. Periksa angkanya; bila orangnya dari wilayah lain, tanyakan kantor wilayah itu.',
    'No worker with that number in your area. Check the digits; if the person is of another area, ask the office there.',
  ],
  foundNext: [
    'Lanjut: `lindung worker show {id} --as …`',
    'Go on: `lindung worker show {id} --as …`',
  ],
  guardian: ['Wali dari {ref}: {name}', 'Guardian of {ref}: {name}'],
  heir: ['Ahli waris {ref}: {name}', 'Heir {ref}: {name}'],
  kpjMalformed: [
    'Nomor peserta BPJS (KPJ) terdiri atas 11 angka; yang diketik bukan begitu. Tidak ada yang dicari.',
    'A BPJS member number (KPJ) has 11 digits; what was typed has not. Nothing was looked for.',
  ],
  nikMalformed: [
    'NIK terdiri atas 16 angka dengan tanggal lahir dan kode wilayah yang mungkin; yang diketik bukan begitu. Tidak ada yang dicari.',
    'A NIK has 16 digits with a possible day of birth and area code; what was typed has not. Nothing was looked for.',
  ],
  objection: ['Keberatan {name}: {text}', 'Objection of {name}: {text}'],
  minutes: ['Berita acara {day}: {text}', 'Minutes of {day}: {text}'],
  minutesSigner: ['  ditandatangani {part}: {name}', '  signed by {part}: {name}'],
  nothingSealed: [
    'Belum ada data pribadi dalam klaim ini yang dapat dibuka.',
    'There is no personal data in this claim to open yet.',
  ],
  numberChoice: [
    'Pilih satu: --nik atau --kpj. Nomornya diketik setelah ditanya, atau dialirkan lewat masukan standar.',
    'Choose one: --nik or --kpj. The number is typed when asked for, or piped into standard input.',
  ],
  payee: [
    'Penerima {ref}: {name}, rekening {account} ({bic})',
    'Payee {ref}: {name}, account {account} ({bic})',
  ],
  reporter: ['Pelapor: {name}, kontak {contact}', 'Reporter: {name}, contact {contact}'],
  revealed: ['Data pribadi (pembukaan ini dicatat)', 'Personal data (this look is recorded)'],
} as const satisfies Readonly<Record<string, Text>>;

export const foundBy: Words<FoundBy> = {
  NIK: ['dengan NIK', 'by NIK'],
  KPJ: ['dengan nomor peserta (KPJ)', 'by member number (KPJ)'],
  CARD: ['dengan kartunya', 'by the card'],
};

export const workerFields: Words<WorkerField> = {
  name: ['nama', 'name'],
  nik: ['NIK', 'NIK'],
  kpj: ['KPJ', 'KPJ'],
  birthDate: ['tanggal lahir', 'day of birth'],
  neighbourhood: ['alamat', 'address'],
};

export const claimFields: Words<ClaimField> = {
  PAYEE_NAME: ['nama penerima', 'name of the payee'],
  PAYEE_ACCOUNT: ['rekening penerima', 'account of the payee'],
  HEIR_NAME: ['nama ahli waris', 'names of heirs'],
  GUARDIAN_NAME: ['nama wali', 'names of guardians'],
  REPORTER_NAME: ['nama pelapor', 'name of the reporter'],
  REPORTER_CONTACT: ['kontak pelapor', 'contact of the reporter'],
  CIRCUMSTANCES: ['keadaan kejadian', 'circumstances of the event'],
  OBJECTOR_NAME: ['nama yang keberatan', 'name of the objector'],
  OBJECTION_GROUNDS: ['isi keberatan', 'what is objected'],
  VISIT_MINUTES: ['isi berita acara lapangan', 'minutes of a field visit'],
  VISIT_SIGNERS: ['penanda tangan berita acara', 'who signed the minutes'],
};
