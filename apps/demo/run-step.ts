// Runs the command lines of a story in this process, shows them as a person would type them, keeps answers.
import { setTimeout as sleep } from 'node:timers/promises';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import type { OpenSession, RunCommandLine, Terminal } from '../cli/cli.ts';
import type { ExitCode } from '../cli/outcome.ts';

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
  readonly storyId: string;
}): Narrator => {
  const run = async (args: readonly string[], as: string, commandId: string) => {
    const out: string[] = [];
    const err: string[] = [];
    const terminal: Terminal = { out: (text) => out.push(text), err: (text) => err.push(text) };
    const code = await parts.runCommandLine(
      [...args, '--json', '--as', as, '--command-id', commandId],
      { terminal, openSession: parts.openSession },
    );
    const text = out.join('\n');
    const json: Json = text === '' ? {} : (JSON.parse(text) as Json);
    return { code, json, err };
  };

  const step: RunStep = async (request) => {
    // The id follows from the story and the step: told again, every command gets its first answer.
    const commandId = streamIds.derived(parts.storyId, `${request.as}: ${request.title}`);
    const started = Date.now();
    const { code, json, err } = await run(request.args, request.as, commandId);
    const expected = request.expect ?? [0];
    parts.say(`\n${request.title}`);
    parts.say(`  $ lindung ${request.args.map(quoted).join(' ')} --as ${request.as}`);
    for (const line of summary(json, request.quiet === true)) parts.say(`    ${line}`);
    parts.say(`    (${Date.now() - started} ms)`);
    if (!expected.includes(code)) {
      throw new Error(
        `${request.args.join(' ')} → exit ${code}: ${[...err, JSON.stringify(json)].join(' ')}`,
      );
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
      const { json } = await run(['payout', 'status', runId], 'auditor-fajar', streamIds.random());
      if (json['stage'] === 'RECONCILED') {
        for (const line of summary(json, false)) parts.say(`    ${line}`);
        return json;
      }
      if (Date.now() - started > ASK_LIMIT_MS)
        throw new Error(`run ${runId} was never reconciled: ${JSON.stringify(json)}`);
      await sleep(ASK_EVERY_MS);
    }
  };

  return { step, settle, ingestUntilSettled };
};

const SHOWN_KEYS = ['status', 'stage', 'code', 'text', 'rows', 'accepted', 'refused', 'workers'];

/** A few telling fields of an answer; arrays as their number. */
const summary = (json: Json, quiet: boolean): readonly string[] => {
  const entries = Object.entries(json).filter(
    ([key, value]) => (!quiet || SHOWN_KEYS.includes(key)) && value !== null,
  );
  const short = entries.map(([key, value]) => {
    if (Array.isArray(value)) return `${key}: ${value.length}`;
    if (typeof value === 'object') return `${key}: …`;
    return `${key}: ${String(value)}`;
  });
  return short.length === 0 ? [] : [short.slice(0, 9).join(' · ')];
};
