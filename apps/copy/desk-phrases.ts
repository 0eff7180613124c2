// What every command may say: recorded, refused, not found, go on with the next page.
import type { Text } from './text.ts';

export const deskPhrases = {
  alreadySo: ['Sudah begitu; tidak ada yang berubah: {stage}.', 'It is so already: {stage}.'],
  batchLine: ['{step}: {done} dari {total}, {state}', '{step}: {done} of {total}, {state}'],
  batchNotInArea: ['{count} di luar wilayah', '{count} outside the area'],
  batchSkipped: ['{count} dilewati', '{count} skipped'],
  batchStillRuns: [
    'pekerjaan masih berjalan di belakang layar',
    'the work goes on in the background',
  ],
  cardNotFound: [
    'Kartu tidak dikenal. Periksa apakah kode QR-nya terbaca utuh.',
    'No such card. See whether the QR code was read whole.',
  ],
  claimNotFound: [
    'Klaim {id} tidak ditemukan. Lihat `lindung claim list`.',
    'There is no claim {id}. See `lindung claim list`.',
  ],
  documentNotFound: [
    'Berkas {id} tidak ada dalam klaim ini. Lihat `lindung claim documents list`.',
    'There is no paper {id} in this claim. See `lindung claim documents list`.',
  ],
  documentAway: [
    'Isi berkas ini tidak ada di penyimpanan berkas; pulihkan dari cadangan.',
    'The content of this paper is not in the store; restore it from a backup.',
  ],
  historicNote: ['* riwayat, dimasukkan saat ambil alih', '* history, entered at the take-over'],
  nextPage: ['Halaman berikut: --cursor {cursor}', 'Next page: --cursor {cursor}'],
  notShownYet: ['belum tampil di layar', 'not on the screens yet'],
  nothingThere: ['(tidak ada)', '(nothing)'],
  programmeNotFound: [
    'Program {id} tidak ditemukan. Lihat `lindung programme list`.',
    'There is no programme {id}. See `lindung programme list`.',
  ],
  readingNotAllowed: [
    'Anda tidak berwenang melihat ini di wilayah dan pada hari ini. Yang boleh: {acts}.',
    'You may not look at this here and today. Who may: {acts}.',
  ],
  recorded: [
    'Tercatat: {stage} (versi {version}, #{position})',
    'Recorded: {stage} (version {version}, #{position})',
  ],
  recordedBefore: [
    'Sudah tercatat sebelumnya: {stage} (versi {version}, #{position})',
    'Recorded before: {stage} (version {version}, #{position})',
  ],
  refused: ['Ditolak: {text}', 'Refused: {text}'],
  rosterNotFound: [
    'Daftar {id} tidak ditemukan. Lihat `lindung roster list`.',
    'There is no list {id}. See `lindung roster list`.',
  ],
  runNotFound: [
    'Run {id} tidak ditemukan. Lihat `lindung payout runs`.',
    'There is no run {id}. See `lindung payout runs`.',
  ],
  shredded: ['(kunci dihancurkan)', '(key destroyed)'],
  streamNotFound: [
    'Tidak ada aliran dengan nomor {id}. Periksa nomornya di `claim show` atau `worker show`.',
    'There is no stream {id}. See the id in `claim show` or `worker show`.',
  ],
  trancheNotFound: [
    'Gelombang {id} tidak ditemukan. Lihat `lindung tranche list`.',
    'There is no tranche {id}. See `lindung tranche list`.',
  ],
  workerNotFound: [
    'Pekerja {id} tidak ditemukan. Lihat `lindung worker list`.',
    'There is no worker {id}. See `lindung worker list`.',
  ],
} as const satisfies Readonly<Record<string, Text>>;
