// Looks at a file before it is kept: its size, what it is by its bytes, and whether it holds malware.
import { open } from 'node:fs/promises';
import {
  PAPER_BYTES_MAX,
  type PaperFile,
  paperTypeOf,
} from '../../domain/claim/documents/paper-file.ts';
import type { ScanAnswer } from '../../infra/documents/malware-scan.ts';
import { claimPhrases } from '../copy/claim-phrases.ts';
import { formatBytes, type Language } from '../copy/format.ts';
import { paperPhrases as phrases } from '../copy/paper-phrases.ts';
import { say } from '../copy/text.ts';
import { type Outcome, refusedWith } from './outcome.ts';
import type { Session } from './session.ts';

export type KeptPaper = { readonly sha256: string; readonly file: PaperFile };
type Looked = { readonly kept: KeptPaper } | { readonly outcome: Outcome };
type Read = { readonly bytes: Uint8Array } | { readonly size: number };

/** A file that is too large is not even read. */
const readPaper = async (path: string): Promise<Read> => {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    return size > PAPER_BYTES_MAX ? { size } : { bytes: await file.readFile() };
  } finally {
    await file.close();
  }
};

const fileOf = (
  bytes: Uint8Array,
  type: PaperFile['type'],
  scanned: Exclude<ScanAnswer, { result: 'INFECTED' }>,
): PaperFile => ({
  ...{ type, bytes: bytes.byteLength, malware: scanned.result },
  ...(scanned.result === 'CLEAN' && { scanner: scanned.scanner }),
});

export type PaperFault = {
  readonly code: 'PaperTooLarge' | 'FileEmpty' | 'NotAPaper' | 'MalwareFound';
  /** Why and what to do, in both languages; `path` is what the person calls the file. */
  sentence(language: Language, path: string): string;
};

const tooLarge = (bytes: number): PaperFault => ({
  code: 'PaperTooLarge',
  sentence: (language, path) => {
    const size = formatBytes(bytes, language);
    const max = formatBytes(PAPER_BYTES_MAX, language);
    return say(language, phrases.tooLarge, { path, size, max });
  },
});

/** The same questions whichever way a file came in; what is refused is neither kept nor recorded. */
export const keepBytes = async (
  { documents, scan }: Pick<Session, 'documents' | 'scan'>,
  bytes: Uint8Array,
): Promise<{ readonly kept: KeptPaper } | { readonly fault: PaperFault }> => {
  const fault = (code: PaperFault['code'], sentence: PaperFault['sentence']) => ({
    fault: { code, sentence },
  });
  if (bytes.byteLength > PAPER_BYTES_MAX) return { fault: tooLarge(bytes.byteLength) };
  if (bytes.byteLength === 0)
    return fault('FileEmpty', (language, path) => say(language, claimPhrases.emptyFile, { path }));
  const type = paperTypeOf(bytes);
  if (type === null)
    return fault('NotAPaper', (language, path) => say(language, phrases.notAPaper, { path }));
  const scanned = await scan(bytes);
  if (scanned.result === 'INFECTED') {
    const { signature } = scanned;
    return fault('MalwareFound', (language, path) =>
      say(language, phrases.infected, { path, signature }),
    );
  }
  const { sha256 } = await documents.put(bytes);
  return { kept: { sha256, file: fileOf(bytes, type, scanned) } };
};

export const keepPaper = async (
  session: Pick<Session, 'documents' | 'language' | 'scan'>,
  path: string,
): Promise<Looked> => {
  const read = await readPaper(path);
  const looked =
    'size' in read ? { fault: tooLarge(read.size) } : await keepBytes(session, read.bytes);
  if ('kept' in looked) return looked;
  const { code, sentence } = looked.fault;
  const facts = { status: 'refused', code };
  return { outcome: refusedWith(code, sentence(session.language, path), facts) };
};

/** The paper that shows it is kept first; what cannot be kept stops the act. */
export const withKeptPaper = async (
  session: Session,
  path: string,
  go: (kept: KeptPaper) => Promise<Outcome>,
): Promise<Outcome> => {
  const looked = await keepPaper(session, path);
  if ('outcome' in looked) return looked.outcome;
  const { kept } = looked;
  const outcome = await go(kept);
  if (kept.file.malware === 'CLEAN' || outcome.exitCode !== 0) return outcome;
  return { ...outcome, lines: [...outcome.lines, say(session.language, phrases.notScanned)] };
};
