// Answers of the bank: one named file, or everything unread in the inbox, oldest first.
import { ingestBankAnswers } from '../../activities/bank-answers.ts';
import type { HeardAnswer } from '../../activities/bank-lines.ts';
import type { FileDrop, ReadInboxFile } from '../../infra/bank/bank-port.ts';
import type { Engine } from '../worker/engine-ports.ts';
import type { IngestMisfit, IngestReport } from './gateway-contract.ts';

type Request = {
  readonly actorId: string;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
};

type Taken = {
  readonly lines: number;
  readonly misfits: readonly IngestMisfit[];
  readonly heard: readonly HeardAnswer[];
  /** REFUSED: nobody can read it, today or later; AGAIN: a line of it has no place yet. */
  readonly fate: 'DONE' | 'AGAIN' | 'REFUSED';
};

const takeIn = async (
  { ports }: Engine,
  actorId: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Taken> => {
  const correlationId = ports.ids.random();
  const taken = await ingestBankAnswers(ports, { actorId, correlationId, bytes: file.bytes });
  if ('status' in taken) {
    const { code, facts } = taken;
    const misfits = [{ file: file.name, code, endToEndId: '', facts }];
    const fate = code === 'AnswerUnreadable' ? 'REFUSED' : 'AGAIN';
    return { lines: 0, misfits, heard: [], fate };
  }
  const misfits = taken.problems.map((problem) => ({ file: file.name, ...problem, facts: {} }));
  return { lines: taken.lines, misfits, heard: taken.heard, fate: taken.again ? 'AGAIN' : 'DONE' };
};

const problemOf = ({ file, code, endToEndId, facts }: IngestMisfit): string =>
  `${file}: ${[code, endToEndId, ...Object.values(facts)].filter((part) => part !== '').join(' ')}`;

const reportOf = (files: number, lines: number, of: readonly Taken[]): IngestReport => {
  const misfits = of.flatMap((taken) => taken.misfits);
  const heard = of.flatMap((taken) => taken.heard);
  return { files, lines, problems: misfits.map(problemOf), misfits, heard };
};

const stranger = (name: string): Taken => ({
  lines: 0,
  misfits: [{ file: name, code: 'NotAnAnswerFile', endToEndId: '', facts: {} }],
  heard: [],
  fate: 'AGAIN',
});

/** Too large to be opened: it stays where it is, and the others are read all the same. */
const tooLarge = (file: string): Taken => ({
  lines: 0,
  misfits: [{ file, code: 'AnswerUnreadable', endToEndId: '', facts: { problem: 'TooLarge' } }],
  heard: [],
  fate: 'AGAIN',
});

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const readFrom = async (folder: FileDrop, name: string): Promise<ReadInboxFile | undefined> => {
  try {
    return await folder.readAnswer(name);
  } catch (error) {
    if (codeOf(error) === 'bank.answer-too-large') return undefined;
    throw error;
  }
};

export const ingestAnswers = async (engine: Engine, request: Request): Promise<IngestReport> => {
  const { actorId, file } = request;
  if (file !== undefined) {
    const taken = await takeIn(engine, actorId, file);
    return reportOf(1, taken.lines, [taken]);
  }
  const { bankFolder } = engine;
  const { unread, strangers } = await bankFolder.listAnswers();
  const all = strangers.map(stranger);
  for (const name of unread) {
    const found = await readFrom(bankFolder, name);
    if (found === undefined) {
      all.push(tooLarge(name));
      continue;
    }
    const taken = await takeIn(engine, actorId, found);
    all.push(taken);
    // Moved away only when every line stands: a crash in between reads the file again.
    if (taken.fate === 'DONE') await bankFolder.markIngested(found);
    if (taken.fate === 'REFUSED') await bankFolder.markRefused(found);
  }
  const lines = all.reduce((sum, taken) => sum + taken.lines, 0);
  return reportOf(unread.length, lines, all);
};
