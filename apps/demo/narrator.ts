// Runs the command lines of a story in this process, shows them as a person would type them, keeps answers.
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import type { OpenSession, RunCommandLine, Terminal } from '../cli/cli.ts';
import type { ExitCode } from '../cli/outcome.ts';
import type { Language } from '../copy/format.ts';
import { argumentsOf, lastLines, seconds, shownLines, typedLine } from './told-lines.ts';

export type Json = Readonly<Record<string, unknown>>;
export type Words = Readonly<Record<Language, string>>;

/** One command line: who types it, and what. */
export type Line = {
  readonly as: string;
  readonly args: readonly string[];
  /** Entered as history: the day it happened, and where that is written. */
  readonly past?: { readonly on: string; readonly source: string };
  /** What is typed when the command asks for it: never part of the line. */
  readonly answer?: string;
};

export type StepRequest = Line & {
  readonly title: Words;
  /** Exit codes that the story expects here; a refusal that belongs to it is 1. */
  readonly expect?: readonly ExitCode[];
  /** How many lines of the answer are worth showing; the rest is counted. */
  readonly show?: number;
  /** Instead of its head: so many lines of its end, where a long answer comes to its point. */
  readonly showLast?: number;
};

export type ManyRequest = {
  readonly title: Words;
  readonly lines: readonly Line[];
  /** How many people type at the same time. */
  readonly atOnce?: number;
};

/** One of the steps inside something that is told as one. */
export type Type = (line: Line & { readonly title: string }) => Promise<Json>;

export type Narrator = {
  chapter(words: Words): void;
  say(words: Words): void;
  step(request: StepRequest): Promise<Json>;
  /** The same kind of command for many: the first is shown, the others counted. */
  many(request: ManyRequest): Promise<void>;
  /** Several such things at once, told as one: what the first of them types is shown. */
  together(
    title: Words,
    works: readonly ((type: Type) => Promise<void>)[],
    atOnce: number,
  ): Promise<void>;
  /** Types without a word, for questions whose answer is nobody's news. */
  quietly: Type;
  /** Asks again until the answer fits; stops with the last answer when it never does. */
  settle(args: readonly string[], fits: (json: Json) => boolean): Promise<Json>;
  ingestUntilSettled(runId: string): Promise<Json>;
};

const ASK_EVERY_MS = 250;
const ASK_LIMIT_MS = 180_000;
const OUT_OF_REACH: ExitCode = 3;
const PROGRESS_EVERY_MS = 2_000;
const LINES_SHOWN = 12;
const WIDTH = 78;

const plain = z.record(z.string(), z.unknown());

/** What `--json` would have printed: money as text, nothing that JSON does not know. */
const plainJson = (json: unknown): Json => {
  const text = JSON.stringify(json, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  const parsed = plain.safeParse(JSON.parse(text ?? '{}'));
  return parsed.success ? parsed.data : {};
};

type Ran = {
  readonly code: ExitCode;
  readonly json: Json;
  readonly lines: readonly string[];
  readonly err: readonly string[];
};

export type NarratorParts = {
  readonly runCommandLine: RunCommandLine;
  readonly openSession: OpenSession;
  readonly out: (line: string) => void;
  /** Where progress goes that is worth nothing afterwards. */
  readonly progress: (line: string) => void;
  readonly storyId: string;
  readonly language: Language;
  /** Once it is aborted nobody types any more. */
  readonly interrupted?: AbortSignal;
};

const runner =
  (parts: NarratorParts) =>
  async (line: Line, commandId: string): Promise<Ran> => {
    parts.interrupted?.throwIfAborted();
    const lines: string[] = [];
    const err: string[] = [];
    let json: Json = {};
    const terminal: Terminal = {
      out: (text) => lines.push(...text.split('\n')),
      err: (text) => err.push(text),
      ask: () => Promise.resolve(line.answer ?? ''),
      outcome: (outcome) => {
        json = plainJson(outcome.json);
      },
    };
    const code = await parts.runCommandLine(
      [
        ...argumentsOf(line),
        ...['--as', line.as, '--command-id', commandId, '--lang', parts.language],
      ],
      { terminal, openSession: parts.openSession },
    );
    return { code, json, lines, err };
  };

const failed = (line: Line, { code, err, lines }: Ran): Error =>
  new Error(`${line.args.join(' ')} → exit ${code}: ${[...err, ...lines].join(' ')}`);

/** Works through a list with so many hands; after a failure every hand ends what it holds. */
const withHands = async <Item>(
  items: readonly Item[],
  hands: number,
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  let next = 0;
  let failure: unknown;
  const hand = async (): Promise<void> => {
    while (failure === undefined) {
      const item = items[next];
      next += 1;
      if (item === undefined) return;
      await work(item).catch((error: unknown) => {
        failure ??= error;
      });
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
  if (failure !== undefined) throw failure;
};

type Run = (line: Line, commandId: string) => Promise<Ran>;

const settler =
  (run: Run): Narrator['settle'] =>
  async (args, fits) => {
    const startedAt = Date.now();
    for (;;) {
      const { json } = await run({ as: 'auditor-fajar', args }, streamIds.random());
      if (fits(json)) return json;
      if (Date.now() - startedAt > ASK_LIMIT_MS)
        throw new Error(`never came true: ${args.join(' ')} → ${JSON.stringify(json)}`);
      await sleep(ASK_EVERY_MS);
    }
  };

const ingester =
  ({ language, out }: NarratorParts, run: Run): Narrator['ingestUntilSettled'] =>
  async (runId) => {
    const startedAt = Date.now();
    const ingest: Line = { as: 'keuangan-citra', args: ['payout', 'ingest'] };
    const words: Words = {
      id: 'Bank menjawab lewat berkas; jawabannya dibaca sampai setiap pembayaran jelas',
      en: 'The bank answers by files; they are read until every payment is clear',
    };
    out(`\n  ${words[language]}`);
    out(`    ${typedLine(ingest)}`);
    for (;;) {
      await run(ingest, streamIds.random());
      const status = await run(
        { as: 'auditor-fajar', args: ['payout', 'status', runId] },
        streamIds.random(),
      );
      if (status.json['stage'] === 'RECONCILED') {
        for (const line of shownLines(status.lines, LINES_SHOWN, language)) out(line);
        out(`      ${seconds(startedAt, language)}`);
        return status.json;
      }
      if (Date.now() - startedAt > ASK_LIMIT_MS)
        throw new Error(`run ${runId} was never reconciled: ${JSON.stringify(status.json)}`);
      await sleep(ASK_EVERY_MS);
    }
  };

/** Ten papers are ten commands: the first of a kind is shown, and that more of it follow. */
const showOnce = ({ language, out }: Pick<NarratorParts, 'language' | 'out'>) => {
  const words: Words = { id: 'dan seterusnya', en: 'and so on' };
  let last = '';
  let repeats = 0;
  return (line: Line): void => {
    const kind = line.args.filter((arg) => /^[a-z]/.test(arg) && !arg.includes('/')).join(' ');
    repeats = kind === last ? repeats + 1 : 0;
    last = kind;
    if (repeats === 0) out(`    ${typedLine(line)}`);
    if (repeats === 1) out(`      … ${words[language]}`);
  };
};

type Typing = {
  must(line: Line, title: string, expected: readonly ExitCode[]): Promise<Ran>;
  readonly quietly: Type;
};

/** Things that many do: the first is shown as it is typed, the others are counted. */
const crowdTeller = (
  { language, out, progress }: NarratorParts,
  { must, quietly }: Typing,
): Pick<Narrator, 'many' | 'together'> => {
  const many: Narrator['many'] = async ({ title, lines, atOnce = 1 }) => {
    const startedAt = Date.now();
    const [first] = lines;
    if (first === undefined) return;
    out(`\n  ${title[language]}`);
    out(`    ${typedLine(first)}`);
    let count = 0;
    let saidAt = startedAt;
    await withHands(lines, atOnce, async (line) => {
      await must(line, title.id, [0]);
      count += 1;
      if (Date.now() - saidAt < PROGRESS_EVERY_MS) return;
      saidAt = Date.now();
      progress(`      ${count}/${lines.length} · ${title[language]}`);
    });
    const rate = Math.round((1_000 * lines.length) / Math.max(1, Date.now() - startedAt));
    const words: Words = {
      id: `${lines.length} perintah seperti ini, ${rate} per detik`,
      en: `${lines.length} commands like this, ${rate} a second`,
    };
    const counted = lines.length === 1 ? '' : `${words[language]} · `;
    out(`      ${counted}${seconds(startedAt, language)}`);
  };

  const together: Narrator['together'] = async (title, works, atOnce) => {
    const startedAt = Date.now();
    out(`\n  ${title[language]}`);
    let count = 0;
    let saidAt = startedAt;
    const [first] = works;
    const shown = showOnce({ language, out });
    const aloud: Type = (line) => {
      shown(line);
      return quietly(line);
    };
    await withHands(works, atOnce, async (work) => {
      await work(work === first ? aloud : quietly);
      count += 1;
      if (Date.now() - saidAt < PROGRESS_EVERY_MS) return;
      saidAt = Date.now();
      progress(`      ${count}/${works.length} · ${title[language]}`);
    });
    const words: Words = {
      id: `${works.length} kali, semuanya begini`,
      en: `${works.length} times, all of them like this`,
    };
    const times = works.length === 1 ? '' : `${words[language]} · `;
    out(`      ${times}${seconds(startedAt, language)}`);
  };
  return { many, together };
};

export const createNarrator = (parts: NarratorParts): Narrator => {
  const { language, out } = parts;
  const run = runner(parts);
  let chapters = 0;
  // The id follows from the story and the step: told again, every command gets its first answer.
  const idOf = (line: Line, title: string): string =>
    streamIds.derived(parts.storyId, `${line.as}: ${title}: ${line.args.join(' ')}`);

  /** Nobody could decide, say because a program was just starting again: the same command, sent again. */
  const must = async (line: Line, title: string, expected: readonly ExitCode[]): Promise<Ran> => {
    const startedAt = Date.now();
    for (;;) {
      const ran = await run(line, idOf(line, title));
      if (expected.includes(ran.code)) return ran;
      if (ran.code !== OUT_OF_REACH || Date.now() - startedAt > ASK_LIMIT_MS)
        throw failed(line, ran);
      await sleep(ASK_EVERY_MS);
    }
  };

  const quietly: Type = async ({ title, ...line }) => (await must(line, title, [0])).json;

  const step: Narrator['step'] = async (request) => {
    const startedAt = Date.now();
    out(`\n  ${request.title[language]}`);
    out(`    ${typedLine(request)}`);
    const ran = await must(request, request.title.id, request.expect ?? [0]);
    const answer = [...ran.lines, ...ran.err];
    const { show = LINES_SHOWN, showLast } = request;
    const shown =
      showLast === undefined
        ? shownLines(answer, show, language)
        : lastLines(answer, showLast, language);
    for (const line of shown) out(line);
    out(`      ${seconds(startedAt, language)}`);
    return ran.json;
  };

  const { many, together } = crowdTeller(parts, { must, quietly });

  return {
    chapter(words) {
      chapters += 1;
      const head = `── ${chapters} · ${words[language]} `;
      out(`\n${head}${'─'.repeat(Math.max(3, WIDTH - head.length))}`);
    },
    say: (words) => out(`  ${words[language]}`),
    step,
    many,
    together,
    quietly,
    settle: settler(run),
    ingestUntilSettled: ingester(parts, run),
  };
};
