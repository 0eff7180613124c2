// What the examination of the log says: what is sealed, what is proven, what was found changed.
import type { Finding } from '../../infra/seals/findings.ts';
import type { Language } from './format.ts';
import { inLanguage, type Text } from './text.ts';

export const auditPhrases = {
  bundleWritten: [
    '{file}: {events} peristiwa dengan buktinya, {opened} isian dibuka; disegel {time}',
    '{file}: {events} events with their proofs, {opened} fields opened; sealed at {time}',
  ],
  notABundle: [
    '{file} bukan bundel atau tanda terima Lindung; buat dengan `audit bundle` atau `audit receipt`.',
    '{file} is no bundle or receipt of Lindung; make one with `audit bundle` or `audit receipt`.',
  ],
  claimNotSealed: [
    'Klaim ini baru saja dicatat dan belum tersegel; ulangi satu detik lagi.',
    'This claim was recorded just now and is not sealed yet; try again in a second.',
  ],
  keyMissing: [
    'Sebutkan kunci publiknya: --key KUNCI, seperti yang ditunjukkan `lindung audit key`.',
    'Give the public key: --key KEY, as `lindung audit key` shows it.',
  ],
  verifierWritten: [
    '{file}: program pemeriksa; jalankan dengan node {file} BUNDEL --key KUNCI',
    '{file}: the verifying program; run it with node {file} BUNDLE --key KEY',
  ],
  verifyWith: ['Kunci publik untuk memeriksanya: {key}', 'Public key to verify it: {key}'],
  checkpointNone: [
    'Log belum disegel. Relay menyegelnya setiap detik: periksa `lindung status`.',
    'The log is not sealed yet. The relay seals it every second: see `lindung status`.',
  ],
  checkpointWritten: ['Titik periksa ditulis: {file}', 'Checkpoint written: {file}'],
  consistent: [
    'Log ini kelanjutan dari titik periksa itu: {before} peristiwa pertama sama, sekarang {size}.',
    'This log continues from that checkpoint: its first {before} events are the same, now {size}.',
  ],
  foreignCheckpoint: [
    'Berkas itu bukan titik periksa yang ditandatangani kunci log ini.',
    'That file is no checkpoint signed by the key of this log.',
  ],
  inclusion: [
    'Peristiwa #{position} adalah daun {leaf} dari {size}; bukti {hashes} hash cocok dengan akar yang ditandatangani {time}.',
    'Event #{position} is leaf {leaf} of {size}; its proof of {hashes} hashes leads to the root signed at {time}.',
  ],
  notConsistent: [
    'Log ini BUKAN kelanjutan dari titik periksa itu. Jalankan `lindung audit verify --checkpoint` untuk letaknya.',
    'This log does NOT continue from that checkpoint. Run `lindung audit verify --checkpoint` to see where.',
  ],
  notSealed: [
    'Tidak ada peristiwa tersegel di #{position}. Yang baru dicatat disegel dalam satu detik; lainnya memang tidak ada.',
    'No sealed event stands at #{position}. What was just recorded is sealed within a second; any other does not exist.',
  ],
  outside: [
    'Titik periksa dari luar: {count} dibandingkan',
    'Outside checkpoints: {count} compared',
  ],
  progress: ['{done} dari {all} peristiwa diperiksa', '{done} of {all} events examined'],
  proofWritten: ['Bukti ditulis: {file}', 'Proof written: {file}'],
  sealed: [
    'Tersegel: {count} peristiwa dalam {seals} segel, sampai #{position}',
    'Sealed: {count} events in {seals} seals, up to #{position}',
  ],
  soundLog: ['Tidak ada yang berubah.', 'Nothing was changed.'],
  root: ['Akar: {root}', 'Root: {root}'],
  unsealed: [
    'Belum tersegel: {count} peristiwa sesudah #{after}',
    'Not sealed yet: {count} events after #{after}',
  ],
  wrong: ['DITEMUKAN {count}:', 'FOUND {count}:'],
} as const satisfies Readonly<Record<string, Text>>;

/** By the kind of the finding. */
export const findingPhrases = {
  CHECKPOINT_FOREIGN: [
    '{file}: bukan titik periksa yang ditandatangani kunci log ini',
    '{file}: no checkpoint signed by the key of this log',
  ],
  COLUMNS_DIFFER: [
    '#{position}: kolom yang dibaca program berbeda dari bita yang disegel',
    '#{position}: the columns that programs read differ from the sealed bytes',
  ],
  EVENTS_SWAPPED: [
    '#{position} dan #{other}: bertukar tempat',
    '#{position} and #{other}: swapped',
  ],
  EVENT_CHANGED: ['#{position}: diubah', '#{position}: changed'],
  EVENT_DROPPED: ['#{position}: dihapus', '#{position}: dropped'],
  EVENT_INSERTED: ['#{position}: disisipkan', '#{position}: inserted'],
  HISTORY_REWRITTEN: [
    'sejarah ditulis ulang dengan kunci sendiri: sesudah #{after} sampai #{upTo}',
    'history rewritten with keys of the house: after #{after}, up to #{upTo}',
  ],
  INTERVAL_CHANGED: [
    'peristiwa dan pohonnya diubah bersama: sesudah #{after} sampai #{upTo}',
    'events changed together with their tree: after #{after}, up to #{upTo}',
  ],
  LOST_BY_RESTORE: [
    'titik periksa zaman sebelumnya memuat {size} peristiwa sampai #{position}; pemulihan tidak mengembalikan semuanya',
    'a checkpoint of an earlier epoch covers {size} events up to #{position}; the restore did not bring all back',
  ],
  SEAL_CHANGED: ['segel {number}: diubah', 'seal {number}: changed'],
  SEAL_MISSING: ['segel {number}: hilang', 'seal {number}: missing'],
  TAIL_LOST: [
    'ujung log hilang: titik periksa dari luar memuat {size} peristiwa sampai #{position}',
    'the end of the log is lost: an outside checkpoint covers {size} events up to #{position}',
  ],
  TREE_CHANGED: [
    'pohon, ubin {level}/{index}: diubah; peristiwanya sendiri utuh',
    'tree, tile {level}/{index}: changed; the events themselves are whole',
  ],
} as const satisfies Readonly<Record<Finding['kind'], Text>>;

export const findingText = (finding: Finding, language: Language): string => {
  const facts = new Map<string, unknown>(Object.entries(finding));
  return inLanguage(language, findingPhrases[finding.kind]).replace(
    /\{(\w+)\}/g,
    (_, name: string) => String(facts.get(name)),
  );
};
