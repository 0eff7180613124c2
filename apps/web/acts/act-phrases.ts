// Words of every act's page: what is wrong with a field, what became of what was typed.
import type { Text } from '../../copy/text.ts';

export const actPhrases = {
  back: ['Kembali', 'Back'],
  changes: ['Lihat perubahan', 'See what changed'],
  chooseOne: ['Pilih satu', 'Choose one'],
  nothingToPick: ['Tidak ada yang dapat dipilih sekarang.', 'There is nothing to choose from now.'],
  refused: ['Belum dapat dilakukan', 'This cannot be done now'],
  wrongTitle: ['Ada isian yang perlu diperbaiki', 'Something must be put right'],
  wrongText: ['Isi bagian ini.', 'Fill this in.'],
  wrongDay: ['Isi tanggal yang benar.', 'Fill in a real date.'],
  wrongArea: [
    'Isi kode wilayah yang benar, misalnya 64.74.',
    'Fill in a real area code, for example 64.74.',
  ],
  wrongMonth: [
    'Isi bulan yang benar, misalnya 2026-11.',
    'Fill in a real month, for example 2026-11.',
  ],
  wrongCount: ['Isi banyaknya dengan angka.', 'Fill in the number in digits.'],
  wrongRupiah: ['Isi jumlah rupiah dengan angka.', 'Fill in the sum in digits.'],
  wrongChoice: ['Pilih satu dari daftar ini.', 'Choose one from this list.'],
  unknownField: ['Isian tidak dikenal.', 'This field is not known.'],
  unavailable: ['Tindakan ini tidak ada pada halaman ini.', 'There is no such act on this page.'],
  done: ['Tercatat: {event}.', 'Recorded: {event}.'],
  doneNotShown: [
    'Tercatat: {event}. Layar ini sedang menyusul; muat ulang sebentar lagi.',
    'Recorded: {event}. This page is catching up; reload it in a moment.',
  ],
  optional: ['boleh kosong', 'may be left out'],
} as const satisfies Readonly<Record<string, Text>>;
