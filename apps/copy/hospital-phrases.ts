// What is said of hospitals that treat on our guarantee, and of their bills, line by line.
import type { HospitalBill } from '../../domain/claim/hospital/hospital-events.ts';
import type { DisputeGround, HospitalItem } from '../../domain/rules/hospital-bill.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const hospitalItems: Words<HospitalItem> = {
  ROOM: ['kamar rawat', 'room'],
  DOCTOR: ['jasa dokter', 'doctor'],
  EMERGENCY: ['gawat darurat', 'emergency'],
  PROCEDURE: ['tindakan', 'procedure'],
  SURGERY: ['operasi', 'surgery'],
  MEDICINE: ['obat dan alat kesehatan', 'medicine and supplies'],
  LABORATORY: ['laboratorium', 'laboratory'],
  RADIOLOGY: ['radiologi', 'radiology'],
  EXAMINATION: ['pemeriksaan untuk penetapan', 'examination to settle the case'],
  AMBULANCE_LAND: ['angkutan darat, sungai, danau', 'transport by land, river, lake'],
  AMBULANCE_SEA: ['angkutan laut', 'transport by sea'],
  AMBULANCE_AIR: ['angkutan udara', 'transport by air'],
  REHABILITATION: ['rehabilitasi medis', 'medical rehabilitation'],
  PROSTHESIS: ['alat bantu atau alat ganti', 'orthosis or prosthesis'],
  HEARING_AID: ['alat bantu dengar', 'hearing aid'],
  GLASSES: ['kacamata', 'glasses'],
  DENTURES: ['gigi tiruan', 'dentures'],
  HOME_CARE: ['perawatan di rumah', 'home care'],
};

export const disputeGrounds: Words<DisputeGround> = {
  BEFORE_EVENT: ['sebelum kejadian', 'before the event'],
  AFTER_CARE: ['sesudah perawatan yang dijamin berakhir', 'after the guaranteed care ended'],
  BILLED_TWICE: ['sudah ditagih dan diterima', 'billed and accepted before'],
  ABOVE_TARIFF: ['di atas tarif perjanjian', 'above the agreed tariff'],
  OVER_LIMIT: ['melewati batas manfaat', 'over the limit of the benefit'],
  NOT_KNOWN_TO_LAW: ['belum dijamin hukum saat kejadian', 'not covered by the law of that day'],
  NOT_FROM_ACCIDENT: ['bukan karena kecelakaan ini', 'not from this accident'],
  NO_EVIDENCE: ['tanpa bukti', 'without proof'],
  NOT_NEEDED: ['tidak diperlukan secara medis', 'not needed medically'],
};

export const billStatuses: Words<HospitalBill['status']> = {
  RECEIVED: ['menunggu verifikasi', 'waits for its verification'],
  VERIFIED: ['terverifikasi, menunggu persetujuan', 'verified, waits for the approval'],
  APPROVED: ['disetujui, terutang kepada rumah sakit', 'approved, owed to the hospital'],
};

export const hospitalPhrases = {
  bill: [
    'Tagihan {number} ({id}), {day}: {total}, {status}',
    'Bill {number} ({id}), {day}: {total}, {status}',
  ],
  billSums: [
    'diterima {accepted}, tidak diterima {disputed}',
    'accepted {accepted}, disputed {disputed}',
  ],
  billFaults: [
    'Tabel tagihan belum benar ({count} isian):',
    'The table of the bill is not right yet ({count} cells):',
  ],
  billUnreadable: [
    'Tabel tagihan tidak dapat dibaca: {what}. Kolomnya: {columns}; buat contohnya dengan `lindung claim hospital template`.',
    'The table of the bill cannot be read: {what}. Its columns: {columns}; make one with `lindung claim hospital template`.',
  ],
  cellDay: ['seharusnya tanggal YYYY-MM-DD', 'expected a day YYYY-MM-DD'],
  cellFault: [
    'baris {row}, {column} “{value}”: {expected}.',
    'row {row}, {column} “{value}”: {expected}.',
  ],
  cellItem: ['seharusnya salah satu dari {items}', 'expected one of {items}'],
  cellOptionalSum: [
    'seharusnya jumlah rupiah tanpa sen, atau kosong',
    'expected a sum in whole rupiah, or nothing',
  ],
  cellSum: ['seharusnya jumlah rupiah tanpa sen', 'expected a sum in whole rupiah'],
  guarantee: [
    'Dirawat atas jaminan di {name} ({code}) sejak {day} ({rule}, {article}).',
    'Treated on our guarantee at {name} ({code}) since {day} ({rule}, {article}).',
  ],
  heading: ['Rumah sakit', 'Hospital'],
  letterBilling: [
    'Kirim tagihan terinci dengan buktinya ke kantor ini, sebut nomor surat ini. Yang bukan karena kecelakaan ini, di atas tarif, atau melewati batas manfaat tidak dibayar.',
    'Send the itemised bill with its proof to this office, naming the number of this letter. What does not come from this accident, lies above the tariff or over a limit is not paid.',
  ],
  letterCare: [
    'Kami menjamin perawatan peserta pada klaim di atas sejak {day}, sesuai kebutuhan medis ({article}), selama kejadiannya belum disimpulkan lain.',
    'We guarantee the care of the member of the claim above from {day}, as medically needed ({article}), as long as nothing else is concluded of the event.',
  ],
  letterStatement: [
    'Setelah perawatan, isi surat keterangan dokter (KK3) dan serahkan bersama tagihan.',
    'After the treatment, fill in the statement of the doctor (KK3) and hand it in with the bill.',
  ],
  line: [
    '{line}. {item}: {billed}, diterima {accepted}',
    '{line}. {item}: {billed}, accepted {accepted}',
  ],
  lineDisputed: [
    '{line}. {item}: {billed}, diterima {accepted}; {ground} {why}[{rule}]',
    '{line}. {item}: {billed}, accepted {accepted}; {ground} {why}[{rule}]',
  ],
  received: ['Tagihan tercatat: {id}', 'The bill is recorded: {id}'],
  template: [
    'Contoh tabel tagihan ditulis ke {path}.',
    'An example of the table of a bill was written to {path}.',
  ],
} as const satisfies Readonly<Record<string, Text>>;
