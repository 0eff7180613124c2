// What is said of a paper as a file: what it is, whether it was scanned, and where else it lies.
import type { MalwareCheck, PaperType } from '../../domain/claim/documents/paper-file.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const paperTypes: Words<PaperType> = {
  PDF: ['PDF', 'PDF'],
  JPEG: ['foto JPEG', 'JPEG photo'],
  PNG: ['gambar PNG', 'PNG picture'],
  TIFF: ['pindaian TIFF', 'TIFF scan'],
  HEIC: ['foto HEIC', 'HEIC photo'],
  WEBP: ['gambar WebP', 'WebP picture'],
};

export const malwareChecks: Words<MalwareCheck> = {
  CLEAN: ['tidak ditemukan malware', 'no malware found'],
  NOT_SCANNED: [
    'malware belum diperiksa (tidak ada pemindai)',
    'not scanned for malware (no scanner)',
  ],
};

export const paperPhrases = {
  accepted: ['diterima sebagai bukti oleh {by}, {at}', 'accepted as proof by {by}, {at}'],
  file: ['{type}, {size}; {malware}', '{type}, {size}; {malware}'],
  fileUnknown: ['isi berkas tidak dicatat saat diterima', 'the file was not looked at on receipt'],
  infected: [
    'Berkas {path} berisi malware ({signature}); tidak disimpan dan tidak dicatat. Minta berkas baru, dan bersihkan komputer asalnya.',
    'The file {path} holds malware ({signature}); it was neither kept nor recorded. Ask for a new file, and clean the computer it came from.',
  ],
  notAPaper: [
    'Isi berkas {path} bukan PDF atau gambar (JPEG, PNG, TIFF, HEIC, WebP), apa pun namanya. Pindai atau foto berkasnya, lalu ulangi. Belum ada yang dicatat.',
    'The content of {path} is no PDF or picture (JPEG, PNG, TIFF, HEIC, WebP), whatever its name. Scan or photograph the paper, then try again. Nothing was recorded.',
  ],
  notScanned: [
    'Malware belum diperiksa: pemindai belum dipasang (CLAMAV_URL). Ini dicatat pada berkas.',
    'Not scanned for malware: no scanner is set up (CLAMAV_URL). This is recorded with the paper.',
  ],
  sameElsewhere: [
    'PERHATIAN: isi yang sama persis ada di klaim lain: {where}. Verifikator harus membandingkannya.',
    'ATTENTION: the very same content lies in another claim: {where}. The verifier must compare them.',
  ],
  sameHere: [
    'Isi berkas ini sama persis dengan berkas {id} di klaim ini; tidak apa-apa.',
    'This content is the same as paper {id} of this claim; no harm done.',
  ],
  seen: ['asli dilihat {by}, {day}', 'original seen by {by}, {day}'],
  seenAt: ['asli dilihat {by}, {day}, di {place}', 'original seen by {by}, {day}, at {place}'],
  tooLarge: [
    'Berkas {path} terlalu besar: {size}, paling banyak {max}. Pindai ulang dengan resolusi lebih rendah, atau pisahkan halamannya. Belum ada yang dicatat.',
    'The file {path} is too large: {size}, at most {max}. Scan it again with less detail, or split its pages. Nothing was recorded.',
  ],
  twice: ['isi sama dengan berkas di klaim {claims}', 'same content as a paper of claim {claims}'],
  useElsewhere: [
    '{claim} (berkas {document}, {kind}, {at})',
    '{claim} (paper {document}, {kind}, {at})',
  ],
} as const satisfies Readonly<Record<string, Text>>;
