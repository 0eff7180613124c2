// The real terminal: answers on stdout, everything else on stderr, in the language asked for.

import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { systemClock } from '../../infra/clock.ts';
import { errorCode, type Log, type Sentence } from '../../infra/local/sentence.ts';
import { formatClock, type Language } from '../copy/format.ts';
import type { Terminal } from './cli.ts';

/** Written at once, so that nothing is lost when the process ends; a closed pipe is not our error. */
const writeAll = (fd: 1 | 2, text: string): void => {
  let rest = Buffer.from(text, 'utf8');
  while (rest.byteLength > 0) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      if (errorCode(error) === 'EAGAIN') continue; // a slow reader of a pipe: try again
      return;
    }
  }
};

/** What a pipe brought beyond the line that was asked for: the answer to the next question. */
let piped = '';

const nextLine = async (input: NodeJS.ReadStream): Promise<string> => {
  const chunks = input.iterator({ destroyOnReturn: false });
  while (!piped.includes('\n')) {
    const { done = false, value } = await chunks.next();
    if (done) break;
    piped += String(value);
  }
  await chunks.return?.();
  const [line = '', ...rest] = piped.split(/\r?\n/);
  piped = rest.join('\n');
  // Whoever holds the other end open must not keep this program alive.
  input.unref();
  return line;
};

/** At a terminal without an echo: it may be read over a shoulder, or scrolled back to. */
const ask = async (question: string): Promise<string> => {
  if (!process.stdin.isTTY) return nextLine(process.stdin);
  writeAll(2, question);
  const silent = new Writable({ write: (_chunk, _encoding, written) => written() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    writeAll(2, '\n');
  }
};

export const processTerminal: Terminal = {
  ask,
  out: (text) => writeAll(1, `${text}\n`),
  err: (text) => writeAll(2, `${text}\n`),
};

export const isLanguage = (text: string | undefined): text is Language =>
  text === 'id' || text === 'en';

/** Without a choice both languages are shown: who starts a server for the first time chose none. */
export const sentenceText = (sentence: Sentence, language: Language | undefined): string =>
  language === undefined ? `${sentence.id} | ${sentence.en}` : sentence[language];

/** One line per change of state, with the time of day. */
export const logTo =
  (terminal: Terminal, language: Language | undefined): Log =>
  (sentence) =>
    terminal.err(
      `${formatClock(systemClock(), language ?? 'id')} ${sentenceText(sentence, language)}`,
    );
