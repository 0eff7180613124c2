// What the commands for looking at and mending the installation say.
import type { Text } from './text.ts';

export const operatePhrases = {
  boardActive: ['aktif {count}', 'active {count}'],
  boardDeaths: ['meninggal {count}', 'deaths {count}'],
  boardPaid: ['dibayar {count}', 'paid {count}'],
  boardRegistered: ['terdaftar {count}', 'registered {count}'],
  boardStops: ['Ctrl-C untuk berhenti', 'Ctrl-C stops'],
  boardVerification: ['verifikasi {count}', 'in verification {count}'],
  claimsNone: ['(belum ada klaim)', '(no claims yet)'],
  epoch: ['Zaman baru: {epoch}', 'New epoch: {epoch}'],
  historic: ['(riwayat)', '(history)'],
  keyNone: ['Tidak ada kunci untuk nomor itu.', 'There is no key of that id.'],
  keyShredded: [
    'Kunci {id} dihancurkan untuk selamanya.',
    'The key of {id} is destroyed for ever.',
  ],
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
    'Alur kerja: {examined} diperiksa, {started} dijalankan, {signalled} dibangunkan',
    'Workflows: {examined} examined, {started} started, {signalled} woken',
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
  benefitsPaid: ['manfaat dibayar', 'benefits paid'],
  claimsPaid: ['klaim dibayar', 'claims paid'],
  deathsKnown: ['kematian diketahui', 'deaths known'],
  figures: ['Angka, dihitung dari peristiwa:', 'Figures, from the events:'],
  inVerification: ['dalam verifikasi', 'in verification'],
  activeNow: ['aktif sekarang', 'active now'],
  look: ['Lihat:', 'Look:'],
  moreLines: ['… {count} baris lagi', '… {count} more lines'],
  registered: ['terdaftar kumulatif', 'registered so far'],
  runningAt: ['Berjalan di:', 'Running at:'],
  runs: ['berjalan', 'running'],
  staysUp: ['Tetap berjalan sampai Ctrl-C.', 'Up until Ctrl-C.'],
  stoppedNow: ['Kini dihentikan; jalankan lagi: npm start', 'Stopped now; run again: npm start'],
} as const satisfies Readonly<Record<string, Text>>;
