// Looks at a file before it is kept: its size, what it is by its bytes, and whether it holds malware.
import { open } from 'node:fs/promises';
import {
  PAPER_BYTES_MAX,
  type PaperFile,
  paperTypeOf,
} from '../../domain/claim/documents/paper-file.ts';
import type { ScanAnswer } from '../../infra/documents/malware-scan.ts';
import { claimPhrases } from '../copy/claim-phrases.ts';
import { formatBytes } from '../copy/format.ts';
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

/** A refused file is neither kept nor recorded; the sentence says why and what to do. */
export const keepPaper = async (
  { documents, language, scan }: Pick<Session, 'documents' | 'language' | 'scan'>,
  path: string,
): Promise<Looked> => {
  const refused = (code: string, sentence: string): Looked => ({
    outcome: refusedWith(code, sentence, { status: 'refused', code }),
  });
  const read = await readPaper(path);
  if ('size' in read) {
    const size = formatBytes(read.size, language);
    const max = formatBytes(PAPER_BYTES_MAX, language);
    return refused('PaperTooLarge', say(language, phrases.tooLarge, { path, size, max }));
  }
  const { bytes } = read;
  if (bytes.byteLength === 0)
    return refused('FileEmpty', say(language, claimPhrases.emptyFile, { path }));
  const type = paperTypeOf(bytes);
  if (type === null) return refused('NotAPaper', say(language, phrases.notAPaper, { path }));
  const scanned = await scan(bytes);
  if (scanned.result === 'INFECTED') {
    const { signature } = scanned;
    return refused('MalwareFound', say(language, phrases.infected, { path, signature }));
  }
  const { sha256 } = await documents.put(bytes);
  return { kept: { sha256, file: fileOf(bytes, type, scanned) } };
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
