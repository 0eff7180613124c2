// Words of the payment screens.
import type { Text } from '../../../copy/text.ts';

export const paymentsPhrases = {
  title: ['Pembayaran', 'Payments'],
  per: [
    'Data per {at}. Pembayar, alur, dan rekening tidak pernah dicampur.',
    'As of {at}. Payers, flows and accounts are never mixed.',
  ],
  all: ['Semua pembayaran', 'All payments'],

  // Purses
  purses: ['Dompet', 'Purses'],
  purseTitle: ['{entity} · {flow}', '{entity} · {flow}'],
  purseSource: [
    'Dana {fund} · {bank} · rekening {account}',
    'Fund {fund} · {bank} · account {account}',
  ],
  purseFund: ['Dana {fund}', 'Fund {fund}'],
  pursesNone: [
    'Belum ada klaim yang terutang di wilayah Anda. Pembayaran muncul di sini begitu sebuah klaim disetujui.',
    'Nothing is owed in your area yet. Payments appear here as soon as a claim is approved.',
  ],
  isDue: ['Terutang', 'Due'],
  isUnderWay: ['Sedang dibayar', 'Being paid'],
  isPaid: ['Dibayar', 'Paid'],
  isHeldBack: ['Ditahan atau kembali', 'Held or returned'],
  isInDoubt: ['Perlu ditanyakan', 'To be asked about'],
  isTracked: ['Dipantau', 'Followed'],
  isReported: ['Dilaporkan dibayar', 'Reported paid'],
  isReceived: ['Diterima ahli waris', 'Received by heirs'],
  isRetained: ['Tetap di dana', 'Stays in the fund'],
  counted: ['{count} pembayaran', '{count} payments'],
  assemble: ['Susun pembayaran', 'Assemble payments'],
  reportBy: ['Dibayar oleh pihak lain; kami memantau.', 'Paid by another house; we follow it.'],

  // What needs a person
  attention: ['Perlu perhatian', 'Needs attention'],
  attentionNone: [
    'Tidak ada pembayaran yang ditahan, kembali, atau tanpa jawaban bank.',
    'No payment is held, returned or without an answer of the bank.',
  ],
  waitsRelease: ['run menunggu dilepas', 'runs waiting for release'],
  waitsAnswer: ['perlu ditanyakan ke bank', 'to be asked at the bank'],
  cameBack: ['kembali dari bank', 'came back from the bank'],
  isHeld: ['ditahan', 'held'],

  // What does not fit with the bank
  exceptions: ['Selisih dengan bank', 'What does not fit with the bank'],
  exceptionsNone: [
    'Semua baris bank cocok dengan catatan.',
    'Every line of the bank fits the log.',
  ],
  colMisfit: ['Selisih', 'What differs'],
  colOwner: ['Penanggung jawab', 'Owner'],
  colAge: ['Umur', 'Age'],
  colPayable: ['Pembayaran', 'Payment'],
  openPayable: ['Buka pembayaran', 'Open the payment'],

  // Runs
  runs: ['Daftar run', 'Runs'],
  runsNone: [
    'Belum ada run. Susun pembayaran dari yang terutang; orang lain yang melepasnya.',
    'There is no run yet. Assemble one from what is due; another person releases it.',
  ],
  runsNoneHere: ['Tidak ada run pada tahap ini.', 'There is no run at this stage.'],
  everyStage: ['Semua tahap', 'Every stage'],
  stageFilter: ['Tahap', 'Stage'],
  show: ['Tampilkan', 'Show'],
  next: ['Halaman berikut', 'Next page'],
  run: ['Run {id}', 'Run {id}'],
  colRun: ['Run', 'Run'],
  colPurse: ['Pembayar dan alur', 'Payer and flow'],
  colStage: ['Tahap', 'Stage'],
  colCount: ['Penerima', 'Payees'],
  colSum: ['Jumlah', 'Sum'],
  colBy: ['Disusun / dilepas', 'Assembled / released'],
  notReleased: ['belum dilepas', 'not released'],

  // Lines
  lines: ['Daftar nominatif', 'Payments in this run'],
  linesNone: ['Run ini belum berisi pembayaran.', 'This run holds no payments yet.'],
  colHeir: ['Ahli waris', 'Heir'],
  colAccount: ['Bank dan rekening', 'Bank and account'],
  colTrace: ['Nomor pembayaran', 'Payment number'],
  colState: ['Keadaan', 'State'],
  colDue: ['Tenggat', 'Due'],
  colWhy: ['Alasan', 'Reason'],
  colClaim: ['Klaim', 'Claim'],
  openClaim: ['Buka klaim', 'Open the claim'],
  nameHidden: ['tidak ditampilkan untuk kantor Anda', 'not shown to your office'],
  nameGone: ['data pribadi sudah dimusnahkan', 'personal data was destroyed'],
  noPayee: ['tetap di dana', 'stays in the fund'],
  bankReference: ['acuan bank {reference}', 'reference of the bank {reference}'],
  linesCut: [
    'Menampilkan {shown} dari {count}; daftar lengkap: lindung payout status {id} --json',
    'Showing {shown} of {count}; the whole list: lindung payout status {id} --json',
  ],

  // Run page
  runLead: ['{sum} untuk {count} penerima', '{sum} to {count} payees'],
  payer: ['Pembayar', 'Payer'],
  flow: ['Alur', 'Flow'],
  source: ['Rekening sumber', 'Funding account'],
  members: ['Sidik isi (SHA-256)', 'Hash of the content (SHA-256)'],
  bankFile: ['Berkas bank', 'Bank file'],
  fileHash: ['Sidik berkas (SHA-256)', 'Hash of the file (SHA-256)'],
  answers: ['Jawaban bank', 'Answers of the bank'],
  answersCount: ['{count} berkas, {problems} masalah', '{count} files, {problems} problems'],
  answersNone: ['belum ada', 'none yet'],
  path: ['Perjalanan run', 'The way of this run'],
  stepAssembled: ['Disusun', 'Assembled'],
  stepReleased: ['Dilepas', 'Released'],
  stepFile: ['Berkas bank dibuat', 'Bank file made'],
  stepSent: ['Diserahkan ke bank', 'Handed to the bank'],
  stepReconciled: ['Dicocokkan', 'Reconciled'],
  stepCancelled: ['Dibatalkan: {reason}', 'Cancelled: {reason}'],
  stepWaits: ['menunggu', 'waiting'],
  byAt: ['{by}, {at}', '{by}, {at}'],
  shares: ['Di mana setiap rupiah berada', 'Where every rupiah is'],
  colShare: ['Keadaan', 'State'],
  total: ['Jumlah run', 'Whole run'],
  unknownRun: ['Run tidak ditemukan', 'Run not found'],

  // What one can do
  now: ['Yang bisa dilakukan sekarang', 'What can be done now'],
  mayRelease: [
    'Anda dapat melepas run ini. Periksa dulu isinya.',
    'You may release this run. Check first what it holds.',
  ],
  mayNotRelease: ['Anda tidak dapat melepas run ini: {why}', 'You cannot release this run: {why}'],
  mayInstead: ['Yang dapat melepasnya: {who}.', 'Who may release it: {who}.'],
  mayNobody: [
    'Saat ini tidak ada orang lain yang berwenang. Minta administrator kantor menunjuk pejabat pelepas.',
    'Nobody else may at present. Ask the administrator of the office to appoint somebody.',
  ],
  mayAssembleInstead: ['Yang dapat menyusun: {who}.', 'Who may assemble: {who}.'],
  toRelease: ['Periksa dan lepas…', 'Check and release…'],
  toCancel: ['Batalkan run…', 'Cancel the run…'],
  nothingNow: [
    'Tidak ada tindakan untuk run ini sekarang; langkah berikutnya ada pada bank.',
    'There is nothing to do with this run now; the next step is with the bank.',
  ],
  done: ['Run ini selesai.', 'This run is finished.'],

  // Release
  releaseTitle: ['Lepas pembayaran', 'Release the payment'],
  releaseLead: [
    'Periksa sebelum melepas. Setelah dilepas, berkas bank dibuat satu kali dan diserahkan ke bank.',
    'Check before you release. After it the bank file is made once and handed to the bank.',
  ],
  releaseButton: ['Lepaskan {sum}', 'Release {sum}'],
  releaseDone: [
    'Dilepas. Berkas bank dibuat dan diserahkan tanpa langkah lain.',
    'Released. The bank file is made and handed over without another step.',
  ],
  releaseFour: [
    'Pengusul, penyetuju, penyusun, dan pelepas harus empat orang yang berbeda.',
    'Who recommends, approves, assembles and releases are four different persons.',
  ],
  decidedBy: ['Diputus oleh', 'Decided by'],
  assembledBy: ['Disusun oleh', 'Assembled by'],
  releasedBy: ['Dilepas oleh', 'Released by'],
  releasingBy: ['Dilepas oleh (Anda)', 'Released by (you)'],
  back: ['Kembali', 'Back'],
  backToRun: ['Kembali ke run', 'Back to the run'],

  // Cancel
  cancelTitle: ['Batalkan run', 'Cancel the run'],
  cancelLead: [
    'Hanya sebelum berkas diserahkan ke bank. Semua pembayaran di dalamnya kembali terutang.',
    'Only before the file is handed to the bank. All its payments are due again.',
  ],
  cancelButton: ['Batalkan run {sum}', 'Cancel the run of {sum}'],
  cancelDone: [
    'Run dibatalkan; pembayarannya kembali terutang.',
    'Cancelled; its payments are due again.',
  ],
  reason: ['Alasan', 'Reason'],
  reasonHint: [
    'Tanpa nama, NIK, atau nomor rekening: catatan ini tetap terbaca.',
    'No names, NIK or account numbers: this note stays readable.',
  ],
  reasonMissing: ['Tuliskan alasannya.', 'Write the reason.'],

  // Assemble
  assembleTitle: ['Susun pembayaran', 'Assemble payments'],
  assembleLead: [
    'Pilih yang akan dibayar dari {entity} untuk {flow}. Isinya dibekukan; orang lain yang melepas.',
    'Choose what is paid by {entity} for {flow}. The content is frozen; another person releases it.',
  ],
  dueRows: ['Terutang', 'Due'],
  dueNone: [
    'Tidak ada yang terutang di dompet ini sekarang.',
    'Nothing is due from this purse now.',
  ],
  choose: ['Ikut', 'Take'],
  chooseOne: ['Ikutkan {name}', 'Take {name}'],
  ownCase: [
    'Anda ikut memutus klaim ini; orang lain yang menyusun pembayarannya.',
    'You had a part in deciding this claim; another person assembles its payment.',
  ],
  pastCase: [
    'Dari riwayat ambil alih, mungkin sudah dibayar dulu: periksa sebelum diikutkan.',
    'Of the taken-over history, may have been paid before: look before you take it.',
  ],
  chosenNone: ['Pilih paling sedikit satu pembayaran.', 'Choose at least one payment.'],
  toCheck: ['Lanjut ke pemeriksaan', 'Go on to the check'],
  checkTitle: ['Periksa sebelum menyusun', 'Check before assembling'],
  checkLead: [
    '{count} pembayaran, {sum}. Setelah disusun, pembayaran ini tidak dapat masuk run lain.',
    '{count} payments, {sum}. Once assembled they cannot be in another run.',
  ],
  assembleButton: ['Susun run {sum}', 'Assemble a run of {sum}'],
  assembleDone: [
    'Run disusun. Sekarang orang lain melepasnya.',
    'The run is assembled. Now another person releases it.',
  ],
  changed: [
    'Sebagian pilihan sudah tidak terutang lagi. Lihat daftar yang baru, lalu pilih kembali.',
    'Some of what you chose is no longer due. Look at the new list and choose again.',
  ],

  // One payment
  payable: ['Pembayaran kepada ahli waris', 'Payment to an heir'],
  unknownPayable: ['Pembayaran tidak ditemukan', 'Payment not found'],
  attempts: ['Percobaan bayar', 'Attempts to pay'],
  attemptsNone: ['Belum pernah masuk run.', 'It was in no run yet.'],
  colAttempt: ['Ke', 'No.'],
  colBooked: ['Tanggal buku', 'Booked on'],
  sentAt: ['dikirim {at}', 'sent {at}'],
  heldBecause: ['Alasan ditahan', 'Held because'],
  lineCodes: ['Baris manfaat', 'Lines of the benefit'],
  settled: ['Dibayar', 'Paid'],
  reportedBy: ['Dilaporkan oleh', 'Reported by'],
  reportedValue: [
    '{who}: {sum} pada {day}, bukti {reference}',
    '{who}: {sum} on {day}, proof {reference}',
  ],
  reportedDiffers: ['berbeda dari yang terutang', 'differs from what is owed'],
  receivedOn: ['Diterima ahli waris pada', 'Received by the heir on'],
  notYet: ['belum', 'not yet'],

  // Answers of the bank
  inbox: ['Baca jawaban bank', 'Read the answers of the bank'],
  inboxLead: [
    'Membaca berkas jawaban di kotak masuk bank dan mencocokkannya dengan yang dikirim.',
    'Reads the answer files in the inbox of the bank and matches them with what was sent.',
  ],
  inboxNone: [
    'Tidak ada jawaban baru di kotak masuk bank.',
    'There is no new answer in the inbox of the bank.',
  ],
  inboxDone: [
    '{files} berkas dibaca, {lines} baris, {problems} tidak cocok.',
    '{files} files read, {lines} lines, {problems} did not fit.',
  ],
  misfits: ['Tidak cocok', 'Did not fit'],
  colFile: ['Berkas', 'File'],
  colProblem: ['Masalah', 'Problem'],
  refusedTitle: ['Belum tercatat', 'Nothing was recorded'],
  printedBy: ['Dicetak oleh {name}, {at}', 'Printed by {name}, {at}'],
} as const satisfies Readonly<Record<string, Text>>;
