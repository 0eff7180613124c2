// Answers of the bank: one named file, or everything unread in the inbox, oldest first.
import { ingestBankAnswers } from '../../activities/bank-answers.ts';
import type { Engine } from '../worker/engine-ports.ts';
import type { IngestReport } from './gateway-contract.ts';

type Request = {
  readonly actorId: string;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
};

type Taken = {
  readonly lines: number;
  readonly problems: readonly string[];
  readonly done: boolean;
};

const takeIn = async (
  { ports }: Engine,
  actorId: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Taken> => {
  const correlationId = ports.ids.random();
  const taken = await ingestBankAnswers(ports, { actorId, correlationId, bytes: file.bytes });
  if ('status' in taken) {
    const facts = Object.values(taken.facts).join(' ');
    return { lines: 0, problems: [`${file.name}: ${taken.code} ${facts}`.trim()], done: false };
  }
  const problems = taken.problems.map(({ code, endToEndId }) =>
    `${file.name}: ${code} ${endToEndId}`.trim(),
  );
  return { lines: taken.lines, problems, done: !taken.again };
};

export const ingestAnswers = async (engine: Engine, request: Request): Promise<IngestReport> => {
  const { actorId, file } = request;
  if (file !== undefined) {
    const taken = await takeIn(engine, actorId, file);
    return { files: 1, lines: taken.lines, problems: taken.problems };
  }
  const { unread, strangers } = await engine.bankFolder.listAnswers();
  const problems = strangers.map((name) => `${name}: NotAnAnswerFile`);
  let lines = 0;
  for (const name of unread) {
    const found = await engine.bankFolder.readAnswer(name);
    const taken = await takeIn(engine, actorId, found);
    lines += taken.lines;
    problems.push(...taken.problems);
    // Moved away only when every line stands: a crash in between reads the file again.
    if (taken.done) await engine.bankFolder.markIngested(found);
  }
  return { files: unread.length, lines, problems };
};
