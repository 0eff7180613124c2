// What the commands for looking at and mending the installation say.
import type { Text } from './text.ts';

export const operatePhrases = {
  agenda: ['nomor agenda {number}', 'agenda number {number}'],
  boardActive: ['aktif {count}', 'active {count}'],
  boardClaims: ['klaim {count}', 'claims {count}'],
  boardDeaths: ['meninggal {count}', 'deaths {count}'],
  boardDecided: ['disetujui, belum dibayar {count}', 'approved, not paid yet {count}'],
  boardMoreClaims: ['… {count} lagi: lindung claim list', '… {count} more: lindung claim list'],
  boardPaid: ['dibayar {count}', 'paid {count}'],
  boardRegistered: ['terdaftar {count}', 'registered {count}'],
  boardStops: ['Ctrl-C untuk berhenti', 'Ctrl-C stops'],
  boardRejected: ['ditolak {count}', 'rejected {count}'],
  boardReportedPaid: ['dilaporkan dibayar {count}', 'reported paid {count}'],
  boardVerification: ['verifikasi {count}', 'in verification {count}'],
  boardWithdrawn: ['dicabut {count}', 'withdrawn {count}'],
  claimsNone: ['(belum ada klaim)', '(no claims yet)'],
  epoch: ['Zaman baru: {epoch}', 'New epoch: {epoch}'],
  historic: ['(riwayat)', '(history)'],
  keyNone: ['Tidak ada kunci untuk nomor itu.', 'There is no key of that id.'],
  keyShredded: [
    'Kunci {id} dihancurkan untuk selamanya.',
    'The key of {id} is destroyed for ever.',
  ],
  followsFromDecision: ['menyusul keputusan yang tercatat', 'follows from a recorded decision'],
  onBehalfOf: ['atas nama {principal}', 'for {principal}'],
  projectionNotStopped: [
    'Proyeksi {name} tidak sedang berhenti.',
    'The projection {name} is not stopped.',
  ],
  projectionProgress: [
    '{name}: {events} peristiwa, #{position}, {speed} per detik',
    '{name}: {events} events, #{position}, {speed} a second',
  ],
  projectionRebuilt: [
    '{name}: {events} peristiwa, sampai #{position}',
    '{name}: {events} events, up to #{position}',
  ],
  projectionRetried: ['{name}: dicoba lagi', '{name}: tried again'],
  projectionRuns: ['berjalan', 'runs'],
  projectionStopped: [
    'BERHENTI di #{position} ({type}): {reason}',
    'STOPPED at #{position} ({type}): {reason}',
  ],
  relayRecreated: [
    'Aliran dibuat ulang mulai #{position}; relay melanjutkan.',
    'The stream was made again from #{position}; the relay goes on.',
  ],
  workflowsRepaired: [
    'Alur kerja: {examined} diperiksa, {started} dijalankan, {signalled} dibangunkan, {restarted} macet dimulai ulang; {schedules} jadwal; {delivered} langkah tertahan diteruskan',
    'Workflows: {examined} examined, {started} started, {signalled} woken, {restarted} stuck begun anew; {schedules} schedules; {delivered} stuck steps delivered',
  ],
  workflowsRestored: [
    'Alur kerja: {ended} diakhiri, {started} dijalankan',
    'Workflows: {ended} ended, {started} started',
  ],
} as const satisfies Readonly<Record<string, Text>>;

export const operateColumns = {
  lag: ['tertinggal', 'lag'],
  position: ['posisi', 'position'],
  projection: ['proyeksi', 'projection'],
  state: ['keadaan', 'state'],
  version: ['versi', 'version'],
} as const satisfies Readonly<Record<string, Text>>;

export const demoPhrases = {
  interrupted: [
    'Dihentikan di tengah cerita. Jalankan lagi perintah yang sama: cerita lanjut dari sini, tidak ada yang tercatat dua kali.',
    'Stopped in the middle of the story. Run the same command again: it goes on from here, nothing is recorded twice.',
  ],
  look: ['Lihat sendiri:', 'Look yourself:'],
  ownFolder: [
    'Cerita ini punya data sendiri; kalau mengetik sendiri, dahului perintah dengan {before}',
    'This story has data of its own; typing yourself, put {before} before a command',
  ],
  ranAt: [
    'Alamat layanan selama bercerita (kini dihentikan):',
    'Where the services were, while telling (now stopped):',
  ],
  runningAt: ['Berjalan di:', 'Running at:'],
  runs: ['berjalan', 'running'],
  stopped: ['dihentikan', 'stopped'],
  startAgain: ['Jalankan lagi dengan data yang sama:', 'Run it again on the same data:'],
  staysUp: ['Tetap berjalan sampai Ctrl-C.', 'Up until Ctrl-C.'],
  tooFew: [
    'Terlalu sedikit orang untuk cerita ini; paling sedikit --workers {least}.',
    'Too few people for this story; --workers {least} at least.',
  ],
} as const satisfies Readonly<Record<string, Text>>;

export const deadlinePhrases = {
  atRisk: ['{count} orang terancam', '{count} persons at risk'],
  claim: ['klaim {id}', 'claim {id}'],
  counts: [
    'Semua jam hukum: {running} berjalan, {stopped} berhenti, {met} dipenuhi, {passed} lewat, {closed} ditutup.',
    'All clocks of the law: {running} running, {stopped} standing still, {met} met, {passed} passed, {closed} closed.',
  ],
  escalatedTo: ['dinaikkan: {role}', 'sent up: {role}'],
  none: ['Tidak ada tenggat seperti itu.', 'There is no such deadline.'],
  stands: ['berhenti sejak {day}', 'stands still since {day}'],
  tranche: ['gelombang {name}: {milestone}', 'tranche {name}: {milestone}'],
  workingDaysAgo: ['lewat {days} hari kerja', '{days} working days ago'],
  workingDaysLeft: ['{days} hari kerja lagi', '{days} working days left'],
} as const satisfies Readonly<Record<string, Text>>;

export const deadlineColumns = {
  basis: ['dasar', 'basis'],
  due: ['tenggat', 'due'],
  left: ['sisa waktu', 'time left'],
  state: ['keadaan', 'state'],
  party: ['pihak', 'party'],
  what: ['perihal', 'what'],
} as const satisfies Readonly<Record<string, Text>>;

export const stackColumns = {
  address: ['alamat', 'address'],
  healthy: ['sehat', 'healthy'],
  service: ['layanan', 'service'],
} as const satisfies Readonly<Record<string, Text>>;

export const stackPhrases = {
  no: ['TIDAK', 'NO'],
  position: ['Posisi catatan: {position}', 'Position of the log: {position}'],
  yes: ['ya', 'yes'],
} as const satisfies Readonly<Record<string, Text>>;
