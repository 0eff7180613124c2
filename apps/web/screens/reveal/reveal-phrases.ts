// Words of the page on which masked fields are opened.
import type { Text } from '../../../copy/text.ts';

export const revealPhrases = {
  title: ['Buka data yang disamarkan', 'Open what is masked'],
  lead: [
    'Pilih hanya yang Anda perlukan. Nama Anda, isian yang dibuka, dan alasannya tercatat lebih dulu, lalu isinya tampil sekali.',
    'Choose only what you need. Your name, the fields and the reason are recorded first; then they are shown once.',
  ],
  ofWorker: ['Pekerja', 'Worker'],
  ofClaim: ['Keluarga dan laporan', 'Family and reports'],
  reason: ['Alasan', 'Reason'],
  reasonHint: [
    'Misalnya: menghubungi keluarga untuk kartu keluarga yang kurang.',
    'For example: to ask the family for the missing family card.',
  ],
  open: ['Buka dan catat', 'Open and record'],
  wrong: ['Pilih sedikitnya satu isian, dan tulis alasannya.', 'Choose a field, and say why.'],
  nothing: [
    'Tidak ada yang dapat dibuka kantor Anda pada klaim ini.',
    'There is nothing on this claim that your office may open.',
  ],
  opened: ['Terbuka, dan tercatat', 'Open, and recorded'],
  openedHint: [
    'Isi ini tidak tampil lagi setelah halaman ditutup. Jangan disalin ke tempat lain.',
    'This is not shown again once the page is closed. Do not copy it elsewhere.',
  ],
  none: ['tidak tercatat', 'not on record'],
  field: ['Isian', 'Field'],
  value: ['Isi', 'Content'],
} as const satisfies Readonly<Record<string, Text>>;
