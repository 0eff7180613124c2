// Runs the command lines of a story in this process, shows them as a person would type them, keeps answers.
import { setTimeout as sleep } from 'node:timers/promises';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import type { OpenSession, RunCommandLine, Terminal } from '../cli/cli.ts';
import type { ExitCode } from '../cli/outcome.ts';
import type { Language } from '../copy/format.ts';
import { demoPhrases } from '../copy/operate-phrases.ts';
import { say } from '../copy/text.ts';

export type Json = Readonly<Record<string, unknown>>;

export type StepRequest = {
  readonly title: string;
  readonly as: string;
  readonly args: readonly string[];
  /** Exit codes that the story expects here; a refusal that belongs to it is 1. */
  readonly expect?: readonly ExitCode[];
  /** One line instead of the whole answer. */
  readonly quiet?: boolean;
};

export type RunStep = (request: StepRequest) => Promise<Json>;

export type Narrator = {
  readonly step: RunStep;
  /** Asks again until the answer fits; stops with the last answer when it never does. */
  settle(args: readonly string[], fits: (json: Json) => boolean): Promise<Json>;
  ingestUntilSettled(runId: string): Promise<Json>;
};

const ASK_EVERY_MS = 250;
const ASK_LIMIT_MS = 120_000;

const quoted = (arg: string): string => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg}'`);

export const createNarrator = (parts: {
  readonly runCommandLine: RunCommandLine;
  readonly openSession: OpenSession;
  readonly say: (line: string) => void;
  readonly language: Language;
  readonly storyId: string;
}): Narrator => {
  const run = async (args: readonly string[], as: string, commandId: string) => {
    const lines: string[] = [];
    let json: Json = {};
    const terminal: Terminal = {
      out: (text) => lines.push(...text.split('\n')),
      // A refusal belongs to the story: it is told where it happens.
      err: (text) => lines.push(...text.split('\n')),
      outcome: (outcome) => {
        json = plainJson(outcome.json);
      },
    };
    const code = await parts.runCommandLine([...args, '--as', as, '--command-id', commandId], {
      terminal,
      openSession: parts.openSession,
      language: parts.language,
    });
    return { code, json, lines };
  };

  const step: RunStep = async (request) => {
    // The id follows from the story and the step: told again, every command gets its first answer.
    const commandId = streamIds.derived(parts.storyId, `${request.as}: ${request.title}`);
    const started = Date.now();
    const { code, json, lines } = await run(request.args, request.as, commandId);
    const expected = request.expect ?? [0];
    parts.say(`\n${request.title}`);
    parts.say(`  $ lindung ${request.args.map(quoted).join(' ')} --as ${request.as}`);
    for (const line of shownLines(lines, request.quiet === true, parts.language))
      parts.say(`    ${line}`);
    parts.say(`    (${Date.now() - started} ms)`);
    if (!expected.includes(code)) {
      throw new Error(`${request.args.join(' ')} → exit ${code}: ${lines.join(' ')}`);
    }
    return json;
  };

  const settle: Narrator['settle'] = async (args, fits) => {
    const started = Date.now();
    for (;;) {
      const { json } = await run(args, 'auditor-fajar', streamIds.random());
      if (fits(json)) return json;
      if (Date.now() - started > ASK_LIMIT_MS)
        throw new Error(`never came true: ${args.join(' ')} → ${JSON.stringify(json)}`);
      await sleep(ASK_EVERY_MS);
    }
  };

  const ingestUntilSettled: Narrator['ingestUntilSettled'] = async (runId) => {
    parts.say('\nBank menjawab lewat berkas; jawabannya dibaca');
    parts.say('  $ lindung payout ingest --as keuangan-citra');
    return settleWith(runId);
  };

  const settleWith = async (runId: string): Promise<Json> => {
    const started = Date.now();
    for (;;) {
      await run(['payout', 'ingest'], 'keuangan-citra', streamIds.random());
      const status = await run(['payout', 'status', runId], 'auditor-fajar', streamIds.random());
      const { json } = status;
      if (json['stage'] === 'RECONCILED') {
        for (const line of status.lines) parts.say(`    ${line}`);
        return json;
      }
      if (Date.now() - started > ASK_LIMIT_MS)
        throw new Error(`run ${runId} was never reconciled: ${JSON.stringify(json)}`);
      await sleep(ASK_EVERY_MS);
    }
  };

  return { step, settle, ingestUntilSettled };
};

const LINES_SHOWN = 30;

/** The answer as a person sees it; of a quiet step only its last line, of a long one the head. */
const shownLines = (
  lines: readonly string[],
  quiet: boolean,
  language: Language,
): readonly string[] => {
  if (quiet) return lines.slice(-1);
  const rest = lines.length - LINES_SHOWN;
  return rest <= 0
    ? lines
    : [...lines.slice(0, LINES_SHOWN), say(language, demoPhrases.moreLines, { count: rest })];
};

/** What `--json` would have printed: money as text, nothing that JSON does not know. */
const plainJson = (json: unknown): Json =>
  JSON.parse(
    JSON.stringify(json, (_key, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    ),
  ) as Json;
