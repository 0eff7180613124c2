// Words of the audit screens: the log, one stream, its seal and its proofs.
import type { Text } from '../../../copy/text.ts';

export const auditScreenPhrases = {
  title: ['Jejak audit', 'Audit trail'],
  lead: [
    'Setiap peristiwa, siapa pelakunya, dengan surat apa, dan buktinya bahwa tidak diubah.',
    'Every event, who did it, by which letter, and the proof that nobody changed it.',
  ],
  seal: ['Segel log', 'Seal of the log'],
  sealed: ['{count} peristiwa tersegel', '{count} events sealed'],
  sealedAt: ['Segel terakhir', 'Last seal'],
  position: ['Sampai posisi', 'Up to position'],
  root: ['Akar', 'Root'],
  key: ['Kunci publik', 'Public key'],
  keyHint: [
    'Berikan kepada pemeriksa lewat jalan lain daripada buktinya.',
    'Give it to auditors by another way than the proofs.',
  ],
  waiting: ['Belum tersegel', 'Not sealed yet'],
  notSealed: [
    'Log belum pernah disegel; relay menyegelnya setiap detik. Lihat halaman Operasi.',
    'The log was never sealed; the relay does it every second. See Operations.',
  ],
  checkpoint: ['Unduh titik periksa', 'Download the checkpoint'],
  whole: [
    'Pemeriksaan seluruh log: “lindung audit verify”. Keadaan pada tanggal, sebagaimana diketahui: “lindung audit show”.',
    'The whole log is examined by “lindung audit verify”; a state at a date, as known then, is shown by “lindung audit show”.',
  ],
  find: ['Buka riwayat', 'Open a history'],
  findLabel: [
    'Nomor klaim, pekerja, pembayaran, run, gelombang, atau petugas',
    'Id of a claim, worker, payment, run, tranche or officer',
  ],
  findHint: [
    'Nomor lengkap seperti di alamat halaman; KLM-XXXXXXXX juga diterima.',
    'The whole id as in the address of its page; KLM-XXXXXXXX is taken, too.',
  ],
  open: ['Buka', 'Open'],
  nothing: [
    'Tidak ada riwayat dengan nomor itu yang boleh Anda lihat.',
    'There is no history of that id that you may see.',
  ],
  newest: ['Peristiwa terbaru', 'Newest events'],
  newestNone: ['Belum ada peristiwa.', 'There are no events yet.'],
  older: ['Lebih lama', 'Older'],
  at: ['Waktu', 'Time'],
  event: ['Peristiwa', 'Event'],
  who: ['Pelaku', 'By'],
  stream: ['Riwayat', 'History'],
  streamTitle: ['Riwayat {kind}', 'History of {kind}'],
  streamLead: [
    '{count} peristiwa, {id}. Isian pribadi tidak pernah tampil di sini.',
    '{count} events, {id}. Personal fields never show here.',
  ],
  bundle: ['Unduh bundel bukti', 'Download the bundle of proofs'],
  json: ['Unduh sebagai JSON', 'Download as JSON'],
  proof: ['Bukti', 'Proof'],
  proofOf: ['Unduh bukti peristiwa #{position}', 'Download the proof of event #{position}'],
  causes: ['penyebab', 'cause'],
  effects: ['akibat', 'effect'],
  letter: ['surat', 'letter'],
  reason: ['alasan', 'reason'],
  agenda: ['agenda', 'agenda'],
  historic: ['riwayat yang dimasukkan', 'history that was entered'],
  onBehalf: ['atas nama {name}', 'for {name}'],
  follows: ['menyusul keputusan yang tercatat', 'follows from a recorded decision'],
  recorded: ['dicatat {at}', 'recorded {at}'],
  changed: [
    'PERINGATAN: peristiwa #{position} tidak lagi sama dengan yang disegel. Hentikan pekerjaan dan hubungi pemeriksa.',
    'WARNING: event #{position} is no longer what was sealed. Stop working and call the auditors.',
  ],
  tooNew: [
    'Peristiwa #{position} belum tersegel; ulangi beberapa detik lagi.',
    'Event #{position} is not sealed yet; try again in a few seconds.',
  ],
} as const satisfies Readonly<Record<string, Text>>;
