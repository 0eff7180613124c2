// Why a row of a claim list was refused, in the words that stand beside it: Bahasa Indonesia, English.
import type { ClaimRowProblem } from '../../domain/claim/claim-row.ts';
import type { RowProblemText } from './row-problem-texts.ts';

/** Each sentence says what is wrong and what to do. */
export const CLAIM_ROW_TEXTS: Readonly<Record<ClaimRowProblem, RowProblemText>> = {
  NIK_INVALID: {
    id: 'NIK tidak sah; salin ulang 16 angkanya dari KTP.',
    en: 'The NIK is not valid; copy its 16 digits again from the identity card.',
  },
  NIK_TWICE_IN_FILE: {
    id: 'Orang ini sudah ada di baris sebelumnya; satu orang satu klaim kematian.',
    en: 'This person stands in an earlier row; one person has one death claim.',
  },
  NOT_A_MEMBER: {
    id: 'NIK ini bukan peserta di sini; ambil alih pesertanya dulu (`roster import --registered`).',
    en: 'This NIK is no member here; take the member over first (`roster import --registered`).',
  },
  DAY_INVALID: {
    id: 'Tanggal tidak terbaca; tulis 2024-03-21 atau 21/03/2024.',
    en: 'The day cannot be read; write 2024-03-21 or 21/03/2024.',
  },
  AMOUNT_INVALID: {
    id: 'Jumlah tidak terbaca; tulis rupiah bulat, mis. 42000000.',
    en: 'The amount cannot be read; write whole rupiah, e.g. 42000000.',
  },
  STAGE_UNKNOWN: {
    id: 'Tahap tidak dikenal; tulis mis. DILAPORKAN, BERKAS LENGKAP, DIUSULKAN, DIBAYAR.',
    en: 'The stage is unknown; write e.g. REPORTED, DOCUMENTS_COMPLETE, RECOMMENDED, PAID.',
  },
  CHANNEL_UNKNOWN: {
    id: 'Saluran laporan tidak dikenal; tulis KELURAHAN, HEIR, HOSPITAL, GROUP, atau OUTREACH.',
    en: 'The channel is unknown; write KELURAHAN, HEIR, HOSPITAL, GROUP or OUTREACH.',
  },
  RELATION_UNKNOWN: {
    id: 'Hubungan pelapor tidak dikenal; tulis mis. OFFICER, SPOUSE, CHILD, NEIGHBOUR.',
    en: 'The relation of the reporter is unknown; write e.g. OFFICER, SPOUSE, CHILD, NEIGHBOUR.',
  },
  PAPER_UNKNOWN: {
    id: 'Ada nama berkas yang tidak dikenal; lihat daftar namanya di petunjuk ambil alih.',
    en: 'A paper has an unknown name; see the list of names in the take-over guide.',
  },
  HEIRS_INVALID: {
    id: 'Ahli waris tidak terbaca; tulis "Nama:SPOUSE; Nama:CHILD", penerima lebih dulu.',
    en: 'The heirs cannot be read; write "Name:SPOUSE; Name:CHILD", the payee first.',
  },
  ACCOUNT_INVALID: {
    id: 'Rekening 8–20 angka dan BIC 8 atau 11 huruf besar/angka; periksa buku rekening.',
    en: 'An account has 8–20 digits and a BIC 8 or 11 capitals or digits; check the bank book.',
  },
  NAMES_A_PERSON: {
    id: 'Kolom ini tersimpan terbuka, tetapi berisi NIK, rekening, atau nama orang; sebut perannya (“istri”) atau nomor suratnya.',
    en: 'This column stays readable, yet holds a NIK, an account or a name; write the part they play (“wife”) or the number of the letter.',
  },
  VALUE_MISSING: {
    id: 'Kolom ini wajib diisi untuk tahap tersebut.',
    en: 'This column must be filled for that stage.',
  },
};
