// Why a claim is rejected, in words, and what the family can still do about each cause.
import type { RejectionCode } from '../../domain/claim/decision/rejection-codes.ts';
import type { Words } from './code-words.ts';

export const rejectionCodes: Words<RejectionCode> = {
  NOT_ENROLLED: ['belum terdaftar sebagai peserta', 'not enrolled as a member'],
  COVER_NOT_ACTIVE: ['perlindungan tidak berlaku pada hari itu', 'no cover on that day'],
  WORK_ACCIDENT: ['kecelakaan kerja: masuk JKK', 'a work accident: belongs to JKK'],
  NOT_WORK_RELATED: ['bukan karena kerja: masuk JKN', 'not due to work: belongs to JKN'],
  PAPERS_NOT_BROUGHT: ['berkas tidak dilengkapi', 'the papers were never completed'],
  NOT_THE_HEIR: ['pemohon bukan ahli waris yang berhak', 'the claimant is not the heir entitled'],
  PAPERS_FALSE: ['berkas terbukti tidak benar', 'a paper proved to be false'],
  TIME_BARRED: ['hak sudah kedaluwarsa', 'the right has expired'],
  PAID_BEFORE: ['manfaat sudah pernah dibayar', 'the benefit was paid before'],
};

/** How the family can cure it: said in the letter, at the counter and in the file. */
export const rejectionCures: Words<RejectionCode> = {
  NOT_ENROLLED: [
    'Bawa kartu peserta atau bukti pendaftaran (nomor KPJ) ke kantor cabang; bila terdaftar, klaim dibuka kembali.',
    'Bring the member card or proof of enrolment (KPJ) to the branch; if enrolled, the claim is opened again.',
  ],
  COVER_NOT_ACTIVE: [
    'Bawa bukti bayar iuran bulan-bulan sebelum kejadian ke kantor cabang; iuran yang terbukti dibayar membuka klaim kembali.',
    'Bring proof of the contributions of the months before the event to the branch; proven payment opens the claim again.',
  ],
  WORK_ACCIDENT: [
    'Ajukan sebagai jaminan kecelakaan kerja (JKK) dengan kronologi dan dua saksi; berkas yang sudah ada tetap dipakai.',
    'Claim it as a work accident (JKK), with the chronology and two witnesses; the papers you brought are kept.',
  ],
  NOT_WORK_RELATED: [
    'Biaya pengobatan ditanggung JKN: bawa surat ini dan kartu JKN ke fasilitas kesehatan.',
    'Treatment is covered by JKN: bring this letter and the JKN card to the health facility.',
  ],
  PAPERS_NOT_BROUGHT: [
    'Lengkapi berkas yang disebut dalam surat ini di kelurahan atau kantor cabang; klaim dibuka kembali begitu lengkap.',
    'Bring the papers named in this letter to the kelurahan or the branch; complete, the claim is opened again.',
  ],
  NOT_THE_HEIR: [
    'Ahli waris yang berhak mengajukan dengan surat keterangan ahli waris; bila berbeda pendapat, bawa penetapan pengadilan.',
    'The heir entitled claims with a statement of heirs; where heirs disagree, bring a court’s determination.',
  ],
  PAPERS_FALSE: [
    'Ajukan keberatan dalam 21 hari kerja dengan berkas asli yang dilegalisasi instansi penerbitnya.',
    'Object within 21 working days, with the original legalised by the office that issued it.',
  ],
  TIME_BARRED: [
    'Ajukan keberatan dalam 21 hari kerja dengan bukti bahwa klaim pernah dilaporkan sebelum kedaluwarsa.',
    'Object within 21 working days, with proof that the claim was reported before the right expired.',
  ],
  PAID_BEFORE: [
    'Bila belum pernah menerima, ajukan keberatan dalam 21 hari kerja dengan rekening koran penerima.',
    'If nothing was received, object within 21 working days with a bank statement of the payee.',
  ],
};
