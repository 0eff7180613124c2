// Words around the letters of a claim.
import type { Text } from '../../../copy/text.ts';

export const lettersPhrases = {
  title: ['Surat', 'Letters'],
  kind: ['Surat', 'Letter'],
  number: ['Nomor', 'Number'],
  state: ['Keadaan', 'State'],
  issued: ['Tanggal', 'Day'],
  draft: ['KONSEP', 'DRAFT'],
  drafts: ['Konsep yang dapat dicetak', 'Drafts that can be printed'],
  draftsHint: [
    'Konsep dibuat dari berkas klaim saat ini. Ia belum bernomor dan belum mengikat; surat resmi diberi nomor dan ditandatangani di kantor.',
    'A draft is made from the file as it stands now. It has no number and binds nobody; the official letter is numbered and signed at the office.',
  ],
  numbered: ['Surat bernomor', 'Numbered letters'],
  none: ['Belum ada surat untuk klaim ini.', 'There is no letter for this claim yet.'],
  noneNumbered: ['Belum ada surat yang diberi nomor.', 'No letter has a number yet.'],
  read: ['Baca dan cetak', 'Read and print'],
  print: ['Cetak', 'Print'],
  sealed: [
    'Nama penerima tidak dibuka di sini; tulis tangan pada surat, atau cetak lewat baris perintah dengan alasan.',
    'The name of the payee is not opened here; write it on the letter, or print by the command line with a reason.',
  ],
} as const satisfies Readonly<Record<string, Text>>;
