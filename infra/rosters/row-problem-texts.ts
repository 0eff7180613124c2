// Why a row was refused, in the words that stand beside it in the file: Bahasa Indonesia, English.
import type { RowProblem } from '../../domain/roster/events.ts';

export type RowProblemText = { readonly id: string; readonly en: string };

/** Each sentence says what is wrong and what to do. */
export const ROW_PROBLEM_TEXTS: Readonly<Record<RowProblem, RowProblemText>> = {
  NIK_LENGTH: {
    id: 'NIK harus 16 angka; salin ulang dari KTP.',
    en: 'The NIK must have 16 digits; copy it again from the identity card.',
  },
  NIK_NOT_DIGITS: {
    id: 'NIK berisi huruf atau tanda, atau diubah oleh lembar kerja; ketik sebagai teks.',
    en: 'The NIK holds other signs than digits, or the spreadsheet changed it; enter it as text.',
  },
  NIK_DATE: {
    id: 'Tanggal di dalam NIK tidak ada dalam kalender; periksa angka ke-7 sampai ke-12.',
    en: 'The date inside the NIK does not exist; check digits 7 to 12.',
  },
  NIK_PROVINCE_UNKNOWN: {
    id: 'Dua angka pertama NIK bukan kode provinsi; salin ulang dari KTP.',
    en: 'The first two digits of the NIK are no province; copy it again from the identity card.',
  },
  NIK_SEQUENCE: {
    id: 'Nomor urut NIK 0000 tidak lazim; periksa empat angka terakhir.',
    en: 'The sequence 0000 of the NIK is unusual; check the last four digits.',
  },
  NIK_TWICE_IN_FILE: {
    id: 'NIK ini sudah ada di baris sebelumnya; hapus salah satu atau betulkan NIK-nya.',
    en: 'This NIK stands in an earlier row; remove one of them or correct the NIK.',
  },
  NIK_BIRTH_DATE_DIFFERS: {
    id: 'Tanggal lahir berbeda dari yang ada di dalam NIK; periksa KTP dan akta.',
    en: 'The birth date differs from the one inside the NIK; check card and certificate.',
  },
  NAME_MISSING: {
    id: 'Nama kosong; isi nama lengkap sesuai KTP.',
    en: 'The name is empty; fill in the full name as on the identity card.',
  },
  BIRTH_DATE_INVALID: {
    id: 'Tanggal lahir tidak terbaca; tulis 1979-03-21 atau 21/03/1979.',
    en: 'The birth date cannot be read; write 1979-03-21 or 21/03/1979.',
  },
  AGE_BELOW_WINDOW: {
    id: 'Umur di bawah batas pada hari pertama perlindungan; belum dapat didaftarkan.',
    en: 'Too young on the first day of cover; this person cannot be registered yet.',
  },
  AGE_ABOVE_WINDOW: {
    id: 'Umur di atas batas pada hari pertama perlindungan; tidak dapat didaftarkan.',
    en: 'Too old on the first day of cover; this person cannot be registered.',
  },
  KELURAHAN_UNKNOWN: {
    id: 'Kelurahan tidak dikenal; tulis nama resminya atau kode seperti 64.74.02.1003.',
    en: 'The kelurahan is unknown; write its official name or a code such as 64.74.02.1003.',
  },
  KELURAHAN_OUTSIDE_PROGRAMME: {
    id: 'Kelurahan ini di luar wilayah program; periksa domisili.',
    en: 'This kelurahan lies outside the programme; check the domicile.',
  },
  OCCUPATION_MISSING: {
    id: 'Pekerjaan kosong; isi jenis pekerjaan.',
    en: 'The occupation is empty; fill in the kind of work.',
  },
  OCCUPATION_UNKNOWN: {
    id: 'Pekerjaan tidak ada dalam daftar; pilih yang terdekat atau tulis Pekerja mandiri lainnya.',
    en: 'The occupation is not in the list; choose the nearest or write Other own-account worker.',
  },
  COLUMN_MISSING: {
    id: 'Baris ini berakhir sebelum kolom ini; periksa pemisah kolom.',
    en: 'This row ends before this column; check the separators.',
  },
  FIELD_TOO_LONG: {
    id: 'Isi kolom terlalu panjang; periksa tanda kutip dan pemisah kolom.',
    en: 'This cell is too long; check quotes and separators.',
  },
  ALREADY_MEMBER: {
    id: 'NIK ini sudah terdaftar sebagai peserta; hapus baris ini.',
    en: 'This NIK is already registered; remove this row.',
  },
  KPJ_INVALID: {
    id: 'KPJ harus 11 angka; salin dari kartu peserta dan ketik sebagai teks.',
    en: 'The KPJ must have 11 digits; copy it from the member card and enter it as text.',
  },
  CHARACTER_REFUSED: {
    id: 'Isi sel memuat tanda yang tidak terlihat (misalnya NUL); ketik ulang isinya.',
    en: 'The cell holds an invisible sign (a NUL, for instance); type its text again.',
  },
  FORMULA: {
    id: 'Isi sel diawali =, +, - atau @ seperti rumus lembar kerja; tulis isinya saja.',
    en: 'The cell begins with =, +, - or @ like a formula of a spreadsheet; write plain text.',
  },
  KPJ_TWICE_IN_FILE: {
    id: 'KPJ ini sudah ada di baris sebelumnya; periksa kedua kartunya.',
    en: 'This KPJ stands in an earlier row; check both cards.',
  },
  REGISTERED_ON_INVALID: {
    id: 'Tanggal daftar kosong atau tidak terbaca; tulis 2023-10-01 atau 01/10/2023.',
    en: 'The day of registration is empty or unreadable; write 2023-10-01 or 01/10/2023.',
  },
  COVER_START_INVALID: {
    id: 'Tanggal mulai perlindungan tidak terbaca; tulis 2023-10-01 atau kosongkan.',
    en: 'The first day of cover cannot be read; write 2023-10-01 or leave it empty.',
  },
  PAID_THROUGH_INVALID: {
    id: 'Bulan lunas tidak terbaca; tulis 2024-06 atau kosongkan.',
    en: 'The paid-through month cannot be read; write 2024-06 or leave it empty.',
  },
  CARD_DATE_INVALID: {
    id: 'Tanggal serah kartu tidak terbaca; tulis 2023-11-15, atau kosongkan bila belum diserahkan.',
    en: 'The day of the card cannot be read; write 2023-11-15, or leave it empty if not handed over.',
  },
  CARD_RECEIVER_UNKNOWN: {
    id: 'Penerima kartu tidak dikenal; tulis PEKERJA atau KELUARGA.',
    en: 'The receiver of the card is unknown; write PEKERJA (worker) or KELUARGA (family).',
  },
  LATER_THAN_LIST: {
    id: 'Tanggal ini sesudah tanggal keadaan daftar (--as-of); periksa tanggalnya.',
    en: 'This day is later than the day the list speaks of (--as-of); check it.',
  },
  HISTORY_IS_CLOSED: {
    id: 'Riwayat gelombang sudah ditutup sampai bulan ini; daftarkan dengan cara biasa.',
    en: 'The past of the tranche is closed through this month; register by the ordinary way.',
  },
};
