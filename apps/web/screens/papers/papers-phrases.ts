// Words of the viewer of papers.
import type { Text } from '../../../copy/text.ts';

export const papersPhrases = {
  back: ['Semua berkas', 'All papers'],
  of: ['Berkas {number} dari {count}', 'Paper {number} of {count}'],
  previous: ['Sebelumnya', 'Previous'],
  next: ['Berikutnya', 'Next'],
  tools: ['Tampilan', 'View'],
  larger: ['Perbesar', 'Larger'],
  smaller: ['Perkecil', 'Smaller'],
  turn: ['Putar', 'Turn'],
  whole: ['Pas lebar', 'Fit'],
  alone: ['Buka di tab sendiri', 'Open in its own tab'],
  save: ['Simpan salinan', 'Save a copy'],
  picture: ['Isi berkas: {kind}', 'The paper: {kind}'],
  notShown: [
    'Peramban tidak dapat menampilkan {type}. Simpan salinannya, lalu buka dengan program gambar.',
    'Browsers cannot show {type}. Save a copy and open it with a program for pictures.',
  ],
  away: [
    'Isi berkas ini tidak ada di penyimpanan kantor: hanya catatannya.',
    'The content of this paper is not in the store of this office: only its record is.',
  ],
  takenOver: [
    'Berkas ini dari arsip lama; belum pernah dipindai di sini.',
    'This paper is of the old file; nobody scanned it here.',
  ],
  looked: [
    'Anda membuka berkas ini; pembukaannya tercatat dalam riwayat klaim.',
    'You opened this paper; the history of the claim says so.',
  ],
  reasonTitle: ['Mengapa Anda membuka berkas ini?', 'Why do you open this paper?'],
  reason: ['Alasan', 'Reason'],
  reasonHint: [
    'Tercatat bersama nama Anda, sebelum berkasnya tampil.',
    'Recorded with your name before the paper is shown.',
  ],
  open: ['Buka berkas', 'Open the paper'],
  about: ['Tentang berkas ini', 'About this paper'],
  state: ['Keadaan', 'State'],
  received: ['Diterima', 'Received'],
  form: ['Bentuk', 'Form'],
  original: ['Asli', 'Original'],
  file: ['Berkas', 'File'],
  hash: ['Sidik (SHA-256)', 'Fingerprint (SHA-256)'],
  decide: ['Periksa berkas ini', 'Decide on this paper'],
  sendBack: ['Kembalikan kepada keluarga…', 'Send back to the family…'],
  missing: ['Belum ada di berkas', 'Not here yet'],
  checks: ['Hasil pemeriksaan', 'Checks'],
  keys: ['Tombol pintas', 'Keys'],
  keysOn: ['Pakai tombol pintas satu huruf', 'Use single keys'],
  keyList: [
    '← dan → berkas lain · + dan − besar kecil · O putar · 0 pas lebar · Alt+C ke alasan pengembalian',
    '← and → other papers · + and − size · O turn · 0 fit · Alt+C to the reason for sending back',
  ],
} as const satisfies Readonly<Record<string, Text>>;
