// A patient caller: sends a command line again with the same id until it is answered.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { sessionOn } from '../../apps/cli/open-session.ts';
import type { ExitCode } from '../../apps/cli/outcome.ts';
import { runCommandLine } from '../../apps/cli/program.ts';
import type { Session } from '../../apps/cli/session.ts';
import { PROJECT_ROOT } from '../../apps/supervisor/processes.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import { connectionSettings } from '../../infra/local/runtime-file.ts';
import { cliEnvironment, type OutageStack } from './outage-stack.ts';

export type Json = Readonly<Record<string, unknown>>;

export type Act = { readonly as: string; readonly args: readonly string[] };

export type Answered = {
  readonly commandId: string;
  readonly code: ExitCode;
  readonly json: Json;
};

export type Unanswered = { readonly args: string; readonly code: number; readonly error: string };

export type Caller = {
  /** One try. */
  run(act: Act, commandId?: string): Promise<Answered>;
  /** The same command id until it is recorded or refused. */
  send(act: Act, commandId?: string): Promise<Answered>;
  /** A process of its own; ends with the process. */
  spawned(
    act: Act,
    how: {
      readonly commandId: string;
      readonly fault?: string;
      /** SIGKILL when this comes true. */
      readonly killWhen?: Promise<unknown>;
    },
  ): Promise<{ readonly signal: NodeJS.Signals | null; readonly stdout: string }>;
  settle(args: readonly string[], fits: (json: Json) => boolean): Promise<Json>;
  /** For looks behind the command line. */
  session(): Promise<Session>;
  /** Every answer that said `recorded`. */
  readonly recorded: Answered[];
  readonly unanswered: Unanswered[];
  close(): Promise<void>;
};

const AGAIN_MS = 200;
/** Only a failure waits this long: a slow machine must not look like one. */
const LIMIT_MS = 300_000;
const LOOKER = 'auditor-fajar';

/** Recorded, refused or found wrong; anything with an error says only that nobody could decide. */
const isAnswered = ({ code, json }: Answered): boolean => code < 3 && json['error'] === undefined;

export const createCaller = (stack: OutageStack): Caller => {
  const recorded: Answered[] = [];
  const unanswered: Unanswered[] = [];
  let open: { readonly key: string; readonly session: Promise<Session> } | undefined;
  /** Other commands may still wait in a session that was left: all are closed at the end. */
  const opened: Promise<Session>[] = [];
  const quiet = { out: (): void => undefined, err: (): void => undefined };

  /** Addresses may change with a new supervisor, so an open session is only used while they hold. */
  const session = async (): Promise<Session> => {
    const found = connectionSettings({ LINDUNG_DATA: stack.dataDir });
    if (found.status === 'nothing-runs') throw new Error(found.sentence.en);
    const { settings: connection } = found;
    const key = JSON.stringify(connection);
    if (open?.key !== key) {
      const opening = sessionOn(connection, { lang: 'en' }, quiet);
      opened.push(opening);
      opening.catch(() => {
        open = undefined;
      });
      open = { key, session: opening };
    }
    return open.session;
  };

  const run: Caller['run'] = async ({ as, args }, commandId = streamIds.random()) => {
    const out: string[] = [];
    const words = [...args, '--json', '--as', as, '--command-id', commandId];
    const code = await runCommandLine(words, {
      terminal: { out: (text) => void out.push(text), err: () => undefined },
      openSession: async (options) => {
        const found = connectionSettings({ LINDUNG_DATA: stack.dataDir });
        if (found.status === 'nothing-runs')
          return { status: 'out-of-reach', sentence: found.sentence.en };
        const shared = await session();
        return {
          status: 'open',
          session: {
            ...shared,
            actorId: options.as ?? shared.actorId,
            commandId: options.commandId,
            reason: options.reason,
            close: () => Promise.resolve(),
          },
        };
      },
    });
    const text = out.join('\n');
    return { commandId, code, json: text === '' ? {} : (JSON.parse(text) as Json) };
  };

  const send: Caller['send'] = async (act, commandId = streamIds.random()) => {
    const limit = Date.now() + LIMIT_MS;
    for (;;) {
      const answered = await run(act, commandId);
      if (isAnswered(answered)) {
        if (answered.json['status'] === 'recorded') recorded.push(answered);
        return answered;
      }
      const error = JSON.stringify(answered.json);
      unanswered.push({ args: act.args.join(' '), code: answered.code, error });
      if (Date.now() > limit) throw new Error(`never answered: ${act.args.join(' ')} ${error}`);
      await sleep(AGAIN_MS);
    }
  };

  return {
    run,
    send,
    session,
    recorded,
    unanswered,
    async close() {
      for (const opening of await Promise.allSettled(opened))
        if (opening.status === 'fulfilled') await opening.value.close();
    },
    async spawned({ as, args }, { commandId, fault = '', killWhen }) {
      const child = spawn(
        process.execPath,
        ['apps/cli/lindung.ts', ...args, '--json', '--as', as, '--command-id', commandId],
        {
          cwd: PROJECT_ROOT,
          stdio: ['ignore', 'pipe', 'ignore'],
          env: cliEnvironment(stack.dataDir, fault),
        },
      );
      let stdout = '';
      child.stdout.on('data', (chunk: Buffer) => {
        stdout += chunk.toString();
      });
      killWhen?.then(
        () => child.kill('SIGKILL'),
        () => child.kill('SIGKILL'),
      );
      const [, signal] = await once(child, 'close');
      return { signal, stdout };
    },
    async settle(args, fits) {
      const limit = Date.now() + LIMIT_MS;
      for (;;) {
        const { json } = await run({ as: LOOKER, args });
        if (fits(json)) return json;
        if (Date.now() > limit)
          throw new Error(`never came true: ${args.join(' ')} → ${JSON.stringify(json)}`);
        await sleep(AGAIN_MS);
      }
    },
  };
};
