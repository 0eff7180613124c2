// The words of the forms KK1, KK2 and KK3, as they stand on paper.
import type { NoticeField } from '../../domain/claim/incident/incident-events.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const noticeFields: Words<NoticeField> = {
  place: ['Tempat kejadian', 'Place of the event'],
  cause: ['Sebab kejadian', 'Cause of the event'],
  time: ['Waktu kejadian', 'Time of the event'],
  work: ['Jenis pekerjaan', 'Kind of work'],
  tenure: ['Lama bekerja', 'Time in that work'],
  exposure: ['Pajanan di tempat kerja', 'Exposure at work'],
  diagnosis: ['Diagnosis', 'Diagnosis'],
};

export const formTitles: Words<'KK1' | 'KK2' | 'KK3'> = {
  KK1: [
    'Formulir KK1: laporan tahap I dugaan kecelakaan kerja atau penyakit akibat kerja (BPU)',
    'Form KK1: report of stage I, suspected work accident or occupational disease (BPU)',
  ],
  KK2: [
    'Formulir KK2: laporan tahap II dan permohonan manfaat JKK',
    'Form KK2: report of stage II and application for the benefit of JKK',
  ],
  KK3: ['Formulir KK3: surat keterangan dokter', 'Form KK3: statement of the doctor'],
};

export const formBasis: Words<'KK1' | 'KK2' | 'KK3'> = {
  KK1: [
    'Permenaker 1/2025 Pasal 8 dan 48A; paling lambat 2×24 jam; kepada Disnaker, BPJS Ketenagakerjaan, dan BPJS Kesehatan',
    'Permenaker 1/2025 art. 8 and 48A; within 2×24 hours; to the labour office, BPJS Ketenagakerjaan and BPJS Kesehatan',
  ],
  KK2: [
    'Permenaker 1/2025 Pasal 19; paling lambat 2×24 jam sesudah dokter menyatakan',
    'Permenaker 1/2025 art. 19; within 2×24 hours after the doctor’s word',
  ],
  KK3: ['Permenaker 1/2025 Pasal 19 ayat (3)', 'Permenaker 1/2025 art. 19(3)'],
};

export const formPhrases = {
  application: ['B. Permohonan', 'B. Application'],
  attached: ['C. Berkas', 'C. Papers'],
  channel: ['Cara melapor', 'How it was told'],
  chronology: ['Kronologi', 'What happened'],
  claim: ['Klaim {claim}', 'Claim {claim}'],
  concluded: ['Disimpulkan', 'Concluded'],
  day: ['Tanggal kejadian', 'Day of the event'],
  daysOff: ['Hari tidak mampu bekerja', 'Days unable to work'],
  declared: ['Dinyatakan dokter', 'Declared by the doctor'],
  doctor: ['Nama dokter', 'Name of the doctor'],
  event: ['B. Kejadian', 'B. Event'],
  home: ['Kelurahan', 'Village'],
  inTime: ['Tepat waktu', 'In time'],
  kind: ['Jenis', 'Kind'],
  lateWhy: ['Sebab terlambat (pihak)', 'Why late (whose matter)'],
  losses: ['Cacat (kode tabel)', 'Losses (code of the table)'],
  member: ['A. Peserta', 'A. Member'],
  name: ['Nama', 'Name'],
  no: ['tidak', 'no'],
  none: [
    'Klaim ini belum sampai ke formulir itu. KK1 untuk kecelakaan atau penyakit yang dilaporkan; KK2 dan KK3 sesudah `claim second-stage`.',
    'This claim has not come to that form. KK1 is for a reported accident or disease; KK2 and KK3 follow `claim second-stage`.',
  ],
  notifier: ['C. Pelapor', 'C. Notifier'],
  occupation: ['Pekerjaan', 'Occupation'],
  outcome: ['Keadaan menurut dokter', 'State as the doctor says it'],
  phone: ['Telepon', 'Telephone'],
  placeDay: [
    '____________________, ____________________',
    '____________________, ____________________',
  ],
  practice: ['Nomor izin praktik, rumah sakit', 'Licence, hospital'],
  received: ['Diterima', 'Received'],
  relation: ['Hubungan dengan peserta', 'Relation to the member'],
  sealed: [
    'Data pribadi tertutup (••••); isi dengan --reveal ALASAN, pembukaannya dicatat.',
    'Personal data stays closed (••••); fill it in by --reveal WHY, the look is recorded.',
  ],
  segment: ['Segmen', 'Segment'],
  signDoctor: ['(tanda tangan dan cap dokter)', '(signature and stamp of the doctor)'],
  signature: ['D. Tanda tangan', 'D. Signature'],
  signNotifier: ['(tanda tangan dan nama terang)', '(signature and name)'],
  statement: ['B. Keterangan dokter', 'B. Statement of the doctor'],
  treatedAt: ['Dirawat di', 'Treated at'],
  yes: ['ya', 'yes'],
} as const satisfies Readonly<Record<string, Text>>;
