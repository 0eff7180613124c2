// What the commands of lists, workers and cards say.
import type { Text } from './text.ts';

export const peoplePhrases = {
  answered: [
    'jawaban BPJS: {accepted} diterima, {refused} ditolak',
    'answer of BPJS: {accepted} accepted, {refused} refused',
  ],
  boardNone: ['Belum ada kartu yang terbit.', 'No card was issued yet.'],
  born: ['lahir {day}', 'born {day}'],
  card: ['Kartu: {state}', 'Card: {state}'],
  cardActive: ['Status terkini: aktif', 'Current status: active'],
  cardHolder: ['Pemegang kartu: pekerja {id}', 'Holder of the card: worker {id}'],
  cardId: ['Nomor kartu: {id}', 'Card id: {id}'],
  cardNone: ['Kartu pekerja ini belum terbit.', 'No card was issued to this worker yet.'],
  cardNotActive: ['Status terkini: tidak aktif', 'Current status: not active'],
  cardSignatureInvalid: [
    'Tanda tangan kartu TIDAK sah: jangan serahkan apa pun, laporkan kepada dinas.',
    'The signature of the card is NOT valid: hand over nothing, tell the manpower office.',
  ],
  cardSignatureValid: ['Tanda tangan kartu sah.', 'The signature of the card is valid.'],
  cardTokenHidden: [
    'Isi kode QR hanya untuk yang berwenang menyerahkan kartu.',
    'The QR content is only for whoever may hand over cards.',
  ],
  cardsPrinted: [
    '{cards} kartu ditulis ke {path} (kode QR-nya membuka serah terima: jaga baik-baik)',
    '{cards} cards written to {path} (whoever has a QR can hand that card over: keep it safe)',
  ],
  claimReported: [
    'Dilaporkan meninggal {day}, belum diputus; klaim {id}: {outcome}',
    'Reported to have died on {day}, not decided yet; claim {id}: {outcome}',
  ],
  claimDatesDiffer: [
    'PERHATIAN: tanggal meninggal berbeda-beda; dilaporkan juga: {others}. Lihat `lindung claim show {id}`.',
    'NOTE: the days of death differ; reported too: {others}. See `lindung claim show {id}`.',
  ],
  claim: ['Meninggal {day}; klaim {id}: {outcome}', 'Died on {day}; claim {id}: {outcome}'],
  claimOpen: ['masih berjalan', 'still open'],
  counts: [
    '{rows} baris: {accepted} diterima, {refused} ditolak, {warnings} peringatan',
    '{rows} rows: {accepted} accepted, {refused} refused, {warnings} warnings',
  ],
  cover: ['SK {decree}; perlindungan sejak {day}', 'Decree {decree}; cover since {day}'],
  decree: ['SK {number}, {day}', 'decree {number}, {day}'],
  decreeNone: ['belum disahkan dengan SK', 'not approved by a decree yet'],
  exported: [
    '{workers} orang ditulis ke {path} (berisi data pribadi)',
    '{workers} persons written to {path} (personal data)',
  ],
  handOverStarted: ['Serah terima dimulai: {id}', 'The hand-over has begun: {id}'],
  historic: ['kepesertaannya diambil alih', 'membership taken over'],
  home: [
    'Kelurahan {kelurahan}, pekerjaan: {occupation}',
    'Kelurahan {kelurahan}, occupation: {occupation}',
  ],
  importTooManyRefused: [
    'Daftar ini TIDAK diterima: dari {rows} baris, {refused} ditolak dan hanya {accepted} dapat diterima. Lihat alasannya: `lindung roster check`. Bila memang begitu, ulangi dengan --yes.',
    'This list was NOT received: of {rows} rows {refused} are refused and only {accepted} can be accepted. See why: `lindung roster check`. If it is right, repeat with --yes.',
  ],
  listsNone: ['Belum ada daftar yang diterima.', 'No list was received yet.'],
  membersNone: ['Tidak ada pekerja yang cocok dengan pilihan ini.', 'No worker fits this choice.'],
  more: ['… {count} lagi (--json menampilkan semuanya)', '… {count} more (--json shows all)'],
  name: ['Nama {name}, NIK {nik}, KPJ {kpj}', 'Name {name}, NIK {nik}, KPJ {kpj}'],
  refusedWritten: [
    'Baris yang ditolak beserta alasannya: {path} (berisi data pribadi)',
    'The refused rows with their reasons: {path} (personal data)',
  ],
  roster: ['Daftar {id}', 'List {id}'],
  rosterReceivedBefore: [
    'Daftar ini sudah diterima sebelumnya. Lihat: lindung roster show {id}',
    'This list was received before. See: lindung roster show {id}',
  ],
  rosterRows: [
    '{rows} baris: {accepted} diterima, {refused} ditolak',
    '{rows} rows: {accepted} accepted, {refused} refused',
  ],
  step: ['{step}: {done} selesai, {skipped} dilewati', '{step}: {done} done, {skipped} skipped'],
  trancheNotFound: [
    'Gelombang tidak ditemukan. Lihat `lindung tranche list`, atau buka dulu dengan `lindung tranche open`.',
    'There is no such tranche. See `lindung tranche list`, or open one first by `lindung tranche open`.',
  ],
  worker: ['Pekerja {id}: {stage}', 'Worker {id}: {stage}'],
} as const satisfies Readonly<Record<string, Text>>;

export const peopleColumns = {
  accepted: ['diterima', 'accepted'],
  card: ['kartu', 'card'],
  column: ['kolom', 'column'],
  decree: ['SK', 'decree'],
  enrolled: ['terdaftar', 'enrolled'],
  handedOver: ['diserahkan', 'handed over'],
  issued: ['kartu terbit', 'cards issued'],
  kelurahan: ['kelurahan', 'kelurahan'],
  list: ['daftar', 'list'],
  occupation: ['pekerjaan', 'occupation'],
  percent: ['%', '%'],
  reason: ['alasan', 'reason'],
  received: ['diterima pada', 'received on'],
  refused: ['ditolak', 'refused'],
  registered: ['terdaftar BPJS', 'registered'],
  row: ['baris data', 'data row'],
  rows: ['baris', 'rows'],
  severity: ['berat', 'severity'],
  stage: ['tahap', 'stage'],
  tranche: ['gelombang', 'tranche'],
  worker: ['pekerja', 'worker'],
} as const satisfies Readonly<Record<string, Text>>;
