// What a family is told of each paper: which one, from where, and what must be seen on it.
import type { DocumentKind } from '../../domain/claim/documents/document-events.ts';
import type { Words } from './code-words.ts';

export const paperSamples: Words<DocumentKind> = {
  CLAIM_FORM: [
    'Formulir klaim yang sudah diisi dan ditandatangani ahli waris. Blangkonya ada di kelurahan.',
    'The claim form, filled in and signed by the heir. The kelurahan has blank ones.',
  ],
  MEMBER_CARD: [
    'Kartu peserta almarhum. Bila hilang, sebutkan; nomornya dapat kami cari.',
    'The member card of the deceased. If it is lost, say so; we can look the number up.',
  ],
  WORKER_ID_CARD: [
    'KTP pekerja, foto tegak lurus, keempat sudutnya terlihat.',
    'The identity card of the worker, photographed straight, all four corners in view.',
  ],
  HEIR_ID_CARD: [
    'KTP ahli waris yang akan menerima santunan, masih berlaku.',
    'The identity card of the heir who will be paid.',
  ],
  FAMILY_CARD: [
    'Kartu keluarga yang memuat nama almarhum dan ahli waris. Yang lama juga boleh.',
    'The family card that names the deceased and the heirs. An old one will do.',
  ],
  DEATH_CERTIFICATE: [
    'Akta kematian dari Disdukcapil. Surat kematian kelurahan saja belum cukup.',
    'The death certificate of the civil registry. A letter of the kelurahan alone is not enough.',
  ],
  HEIR_STATEMENT: [
    'Surat keterangan ahli waris, diketahui lurah dan camat, ditandatangani dua saksi.',
    'The statement of heirs, seen by the lurah and the camat, signed by two witnesses.',
  ],
  MARRIAGE_BOOK: [
    'Buku nikah atau akta perkawinan, halaman nama dan tanggal.',
    'The marriage book or certificate, the pages with names and day.',
  ],
  BANK_BOOK: [
    'Halaman depan buku tabungan ahli waris: nama, nomor rekening, dan bank terbaca.',
    'The first page of the savings book of the heir: name, number and bank can be read.',
  ],
  KINSHIP_PROOF: [
    'Bukti hubungan keluarga, misalnya akta kelahiran anak.',
    'Proof of kinship, such as the birth certificate of a child.',
  ],
  GUARDIAN_DETERMINATION: [
    'Penetapan wali dari pengadilan, bila ahli warisnya di bawah umur dan bukan diasuh orang tua.',
    'The determination of a guardian by the court, where an heir is a minor without a parent.',
  ],
  WILL_DEED: ['Akta wasiat dari notaris.', 'The will, as a deed of a notary.'],
  COURT_DETERMINATION: [
    'Penetapan pengadilan, lembar pertama sampai amar putusan.',
    'The determination of the court, from its first page to the ruling.',
  ],
  NAME_DIFFERENCE_LETTER: [
    'Surat keterangan beda nama dari kelurahan: dua nama itu satu orang.',
    'The letter of the kelurahan that two spellings are one person.',
  ],
  POWER_OF_ATTORNEY: [
    'Surat kuasa bermeterai, bila yang mengurus bukan ahli waris.',
    'A stamped power of attorney, where somebody else than the heir acts.',
  ],
  KK1_FORM: [
    'Formulir KK1, laporan pertama kecelakaan, ditandatangani pelapor.',
    'Form KK1, the first report of the accident, signed by the reporter.',
  ],
  KK2_FORM: [
    'Formulir KK2, laporan setelah pengobatan selesai.',
    'Form KK2, the report after the treatment.',
  ],
  DOCTOR_STATEMENT: [
    'Surat keterangan dokter (KK3) dari rumah sakit yang merawat.',
    'The statement of the doctor (KK3) from the hospital.',
  ],
  WITNESS_STATEMENT: [
    'Cerita kejadian dengan tanda tangan dan KTP dua saksi.',
    'What happened, with signatures and identity cards of two witnesses.',
  ],
  POLICE_REPORT: [
    'Laporan polisi, untuk kecelakaan lalu lintas atau tindak kekerasan.',
    'The police report, for a road accident or violence.',
  ],
  MEDICAL_REPORT: ['Visum dari rumah sakit.', 'The medical report for the police.'],
  REST_LETTER: [
    'Surat istirahat dari dokter, dengan tanggal mulai dan selesai.',
    'The letter of rest of the doctor, with its first and last day.',
  ],
  TRANSPORT_RECEIPT: [
    'Kuitansi pengangkutan ke rumah sakit, dengan tanggal dan jumlah.',
    'The receipt of the transport to the hospital, with day and sum.',
  ],
  TREATMENT_RECEIPT: [
    'Kuitansi berobat asli, terinci per obat dan tindakan.',
    'The original receipt of treatment, item by item.',
  ],
};
