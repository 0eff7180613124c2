// What a kept paper is as a file: its kind by its first bytes, its size, and whether it was scanned.

export const PAPER_TYPES = ['PDF', 'JPEG', 'PNG', 'TIFF', 'HEIC', 'WEBP'] as const;
export type PaperType = (typeof PAPER_TYPES)[number];

/** A scan of an identity card is 1 MB, a phone's photo 5 MB, a bundle of papers rarely 15 MB. */
export const PAPER_BYTES_MAX = 20 * 1024 * 1024;

/** `NOT_SCANNED` is no word about the content: no scanner is set up, so nobody looked. */
export type MalwareCheck = 'CLEAN' | 'NOT_SCANNED';

export type PaperFile = {
  readonly type: PaperType;
  readonly bytes: number;
  readonly malware: MalwareCheck;
  /** Which scanner with which signatures said so; absent where nobody looked. */
  readonly scanner?: string;
};

type Signature = { readonly type: PaperType; readonly at: number; readonly text: string };

/** One character per byte; the name of a file says nothing about what is in it. */
const SIGNATURES: readonly Signature[] = [
  { type: 'JPEG', at: 0, text: '\xff\xd8\xff' },
  { type: 'PNG', at: 0, text: '\x89PNG\r\n\x1a\n' },
  { type: 'TIFF', at: 0, text: 'II*\0' },
  { type: 'TIFF', at: 0, text: 'MM\0*' },
  ...(['heic', 'heix', 'hevc', 'mif1', 'msf1'] as const).map(
    (brand): Signature => ({ type: 'HEIC', at: 4, text: `ftyp${brand}` }),
  ),
];

/** Readers of PDF look for its mark in the first kilobyte: scanners write lines before it. */
const PDF_WITHIN = 1024;

const textOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** Null for everything that no clerk could open as a paper: archives, programs, office files, text. */
export const paperTypeOf = (bytes: Uint8Array): PaperType | null => {
  const head = textOf(bytes.subarray(0, PDF_WITHIN));
  if (head.includes('%PDF-')) return 'PDF';
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'WEBP';
  return SIGNATURES.find(({ at, text }) => head.startsWith(text, at))?.type ?? null;
};
