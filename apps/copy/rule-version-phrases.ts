// What the commands that change the rule book say.
import type { Text } from './text.ts';

export const ruleVersionPhrases = {
  problem: [
    'Baris {row} ({rule}), isian {field}: {fault}',
    'Row {row} ({rule}), field {field}: {fault}',
  ],
  notAProposal: [
    'Berkas ini bukan usulan aturan. Isinya JSON {basis, rows: [{rule, from, law, article, confidence, value}]}.',
    'This file is no proposal of rules. It holds JSON {basis, rows: [{rule, from, law, article, confidence, value}]}.',
  ],
  faulty: [
    'Usulan tidak dicatat; perbaiki dulu {count} kesalahan di atas.',
    'Nothing was proposed; mend the {count} faults above first.',
  ],
  proposed: ['Versi {ruleset}, dasar: {basis}', 'Version {ruleset}, by: {basis}'],
  next: [
    'Baca bedanya: lindung rules diff {ruleset} --open-claims. Orang lain mengaktifkannya: lindung rules activate {ruleset} --open-claims pin|migrate|review --as …',
    'Read what changes: lindung rules diff {ruleset} --open-claims. Another person activates it: lindung rules activate {ruleset} --open-claims pin|migrate|review --as …',
  ],
  unknown: [
    'Versi aturan {ruleset} tidak ada; lihat `lindung rules versions`.',
    'There is no version {ruleset} of the rules; see `lindung rules versions`.',
  ],
  noVersions: [
    'Belum ada usulan; yang berlaku adalah aturan rilis ini ({ruleset}).',
    'Nothing was proposed yet; the rules of this release are in force ({ruleset}).',
  ],
  inForce: ['Yang berlaku: {ruleset}', 'In force: {ruleset}'],
  claims: [
    '{changed} dari {open} klaim terbuka akan berubah (log sampai posisi {position}).',
    '{changed} of {open} open claims would change (the log up to position {position}).',
  ],
  met: [
    '{open} klaim terbuka: {pinned} tetap, {migrated} ke aturan baru, {review} menunggu pilihan',
    '{open} open claims: {pinned} keep theirs, {migrated} get the new ones, {review} wait for a choice',
  ],
  notMet: ['klaim terbuka sedang disesuaikan', 'open claims are being told'],
  nothing: ['belum dapat dihitung', 'cannot be said yet'],
} as const satisfies Readonly<Record<string, Text>>;

export const ruleVersionColumns = {
  basis: ['dasar', 'by'],
  by: ['oleh', 'by whom'],
  claim: ['klaim', 'claim'],
  claims: ['klaim terbuka', 'open claims'],
  from: ['sekarang', 'today'],
  rows: ['baris', 'rows'],
  standing: ['keadaan', 'standing'],
  to: ['nanti', 'then'],
  version: ['versi', 'version'],
} as const satisfies Readonly<Record<string, Text>>;
