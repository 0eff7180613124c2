// `lindung up|down|status`: the services and programs of this installation.
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { APP_STOP_GRACE_MS, DOWN_WAIT_MS } from '../../../infra/config/limits.ts';
import { readSettings, type Settings } from '../../../infra/config/settings.ts';
import { failure } from '../../../infra/local/local-failure.ts';
import {
  isSameProcess,
  type ProcessIdentity,
  type Runtime,
  runningInstallation,
} from '../../../infra/local/runtime-file.ts';
import type { Sentence } from '../../../infra/local/sentence.ts';
import { lockHolder } from '../../../infra/local/supervisor-lock.ts';
import { accountPhrases } from '../../copy/account-phrases.ts';
import { formatInstant, type Language } from '../../copy/format.ts';
import { operateColumns, stackColumns, stackPhrases } from '../../copy/operate-phrases.ts';
import { inLanguage, say } from '../../copy/text.ts';
import { endLeftovers } from '../../supervisor/data-folder.ts';
import type { Finding } from '../../supervisor/findings.ts';
import type { FirstLink } from '../../supervisor/first-link.ts';
import { APP_PROCESSES, type Selection } from '../../supervisor/processes.ts';
import type { StackStatus } from '../../supervisor/status.ts';
import type { Stack } from '../../supervisor/supervisor.ts';
import type { Cli, GlobalOptions } from '../cli.ts';
import { startDetached } from '../detached-start.ts';
import { collect, oneOf } from '../option-values.ts';
import { done, type ExitCode, type Outcome, refusedWith, table } from '../outcome.ts';
import { logTo, sentenceText } from '../output.ts';

/** Programs that run only when asked for. */
const ON_DEMAND = APP_PROCESSES.flatMap(({ name, onDemand }) => (onDemand === true ? [name] : []));

const OPTIONAL = APP_PROCESSES.flatMap(({ name, mayBeLeftOut }) =>
  mayBeLeftOut === true ? [name] : [],
);

type UpOptions = {
  readonly detach?: boolean;
  readonly detached?: boolean;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
};

const POLL_MS = 100;
const WEB_WAIT_MS = 20_000;

const servicesJson = (runtime: Runtime, attached: boolean) => ({
  supervisor: runtime.supervisor.pid,
  attached,
  services: runtime.services.map(({ name, process: identity, address, state }) => ({
    name,
    pid: identity?.pid ?? null,
    address: address ?? null,
    state,
  })),
});

const serviceHead = (language: Language = 'id'): readonly string[] => [
  inLanguage(language, stackColumns.service),
  'pid',
  inLanguage(language, stackColumns.address),
];

/** How it runs; `FOR_CALLER`: the process that `--detach` leaves behind, whose caller does the telling. */
type Start = 'HERE' | 'DETACHED' | 'FOR_CALLER' | 'ATTACHED';

const BEHIND: Sentence = {
  id: 'Lindung berjalan di latar belakang. Hentikan dengan `lindung down`.',
  en: 'Lindung is running in the background. Stop it with `lindung down`.',
};

const STARTED: Readonly<Record<Start, Sentence>> = {
  HERE: {
    id: 'Lindung berjalan. Hentikan dengan Ctrl-C atau `lindung down`.',
    en: 'Lindung is running. Stop it with Ctrl-C or `lindung down`.',
  },
  DETACHED: BEHIND,
  FOR_CALLER: BEHIND,
  ATTACHED: {
    id: 'Lindung sudah berjalan di folder data ini; tidak ada yang dijalankan dua kali.',
    en: 'Lindung already runs on this data folder; nothing was started twice.',
  },
};

/** Cause and cure, one line each under the name of what is not healthy. */
const findingLines = (findings: readonly Finding[], options: GlobalOptions): readonly string[] =>
  findings.flatMap(({ of, cause, cure }) => [
    `! ${of}: ${sentenceText(cause, options.lang)}`,
    `  → ${sentenceText(cure, options.lang)}`,
  ]);

/** Nobody can sign in yet: whoever started it makes the first account. */
const linkForTheFirst = async (runtime: Runtime): Promise<FirstLink | undefined> => {
  const { firstLink } = await import('../../supervisor/first-link.ts');
  return firstLink(runtime, readSettings().webUrl);
};

const firstLinkLines = (link: FirstLink | undefined, language: Language): readonly string[] => {
  if (link === undefined) return [];
  const until = formatInstant(link.expiresAt.toISOString(), language);
  return ['', say(language, accountPhrases.firstLink, { until }), `  ${link.url}`];
};

const findStack = async (): Promise<StackStatus | undefined> => {
  const { stackStatus } = await import('../../supervisor/status.ts');
  return stackStatus(readSettings());
};

/** What was asked for and does not run: a running installation takes nothing on. */
const notStarted = (runtime: Runtime, asked: readonly string[]): readonly string[] =>
  asked.filter((name) => !runtime.services.some((service) => service.name === name));

const upOutcome = async (
  runtime: Runtime,
  start: Start,
  options: GlobalOptions & { readonly asked?: readonly string[] },
): Promise<Outcome> => {
  const attached = start === 'ATTACHED';
  const missing = attached ? notStarted(runtime, options.asked ?? []) : [];
  if (missing.length > 0) {
    const names = missing.join(', ');
    const flags = missing.map((name) => `--with ${name}`).join(' ');
    const sentence: Sentence = {
      id: `Lindung sudah berjalan tanpa ${names}, dan tidak menambah apa pun selagi berjalan. Hentikan dulu (\`lindung down\`), lalu: lindung up ${flags}`,
      en: `Lindung already runs without ${names}, and takes nothing on while it runs. Stop it first (\`lindung down\`), then: lindung up ${flags}`,
    };
    return refusedWith('NotStarted', sentenceText(sentence, options.lang), { missing });
  }
  // Who starts it should not have to ask whether it is well.
  const { untilWebAnswers } = await import('../../supervisor/status.ts');
  await untilWebAnswers(runtime.services, WEB_WAIT_MS);
  const findings = (await findStack())?.findings ?? [];
  // A new link ends the one before it: only one of the two processes makes it.
  const link = start === 'FOR_CALLER' ? undefined : await linkForTheFirst(runtime);
  return done({ ...servicesJson(runtime, attached), firstLink: link?.url ?? null }, [
    ...table([
      [...serviceHead(options.lang)],
      ...runtime.services.map(({ name, process: identity, address }) => [
        name,
        String(identity?.pid ?? '-'),
        address ?? '-',
      ]),
    ]),
    ...findingLines(findings, options),
    sentenceText(STARTED[start], options.lang),
    ...firstLinkLines(link, options.lang ?? 'id'),
  ]);
};

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** The terminal closing, Ctrl-C and `down` all mean the same: stop in order. */
const abortOnSignals = (): AbortSignal => {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => stopping.abort());
  }
  return stopping.signal;
};

const upHere = async (
  cli: Cli,
  selection: Selection,
  started: 'HERE' | 'FOR_CALLER',
): Promise<void> => {
  const { asked } = selection;
  const signal = abortOnSignals();
  let stack: Stack | undefined;
  await cli.performAlone(async (options) => {
    const { openInstallation } = await import('../../supervisor/installation.ts');
    const log = logTo(cli.terminal, options.lang);
    stack = await openInstallation({ settings: readSettings(), log, signal, selection });
    const start = stack.status === 'attached' ? 'ATTACHED' : started;
    return upOutcome(stack.runtime, start, { ...options, asked });
  });
  if (stack?.status !== 'started') return;
  await untilAborted(signal);
  await stack.stop();
};

/** Starts the supervisor as a process of its own and waits until it serves. */
const upDetached = async (
  settings: Settings,
  options: GlobalOptions,
  selection: Selection,
): Promise<Outcome> => {
  const { asked } = selection;
  const before = runningInstallation(settings.dataDir);
  if (before?.state === 'ready') return upOutcome(before, 'ATTACHED', { ...options, asked });
  const { dataDir } = settings;
  const runtime = await startDetached({ dataDir, selection, language: options.lang ?? 'id' });
  return upOutcome(runtime, 'DETACHED', options);
};

const registerUp = (program: Command, cli: Cli): void => {
  program
    .command('up')
    .option('--detach')
    .addOption(new Option('--detached').hideHelp())
    .option('--with <names>', '', collect(oneOf(ON_DEMAND)))
    .option('--without <names>', '', collect(oneOf(OPTIONAL)))
    .action((options: UpOptions) => {
      const selection = { asked: options.with ?? [], leftOut: options.without ?? [] };
      return options.detach === true
        ? cli.performAlone((global) => upDetached(readSettings(), global, selection))
        : upHere(cli, selection, options.detached === true ? 'FOR_CALLER' : 'HERE');
    });
};

const waitUntilGone = async (supervisor: ProcessIdentity): Promise<boolean> => {
  const limit = Date.now() + DOWN_WAIT_MS + APP_STOP_GRACE_MS;
  while (Date.now() < limit) {
    if (!isSameProcess(supervisor)) return true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return false;
};

const down = async (cli: Cli, options: GlobalOptions): Promise<Outcome> => {
  const { dataDir } = readSettings();
  const supervisor = lockHolder(dataDir);
  if (supervisor === undefined) {
    await endLeftovers(dataDir, logTo(cli.terminal, options.lang));
    const nothing = { id: 'Tidak ada yang berjalan.', en: 'Nothing was running.' };
    return done({ stopped: false }, [sentenceText(nothing, options.lang)]);
  }
  process.kill(supervisor.pid, 'SIGTERM');
  if (await waitUntilGone(supervisor)) {
    const stopped = { id: 'Lindung dihentikan.', en: 'Lindung was stopped.' };
    return done({ stopped: true, supervisor: supervisor.pid }, [
      sentenceText(stopped, options.lang),
    ]);
  }
  throw failure('Local.NotStopped', {
    id: `Supervisor (pid ${supervisor.pid}) belum berhenti; lihat ${join(dataDir, 'logs')}.`,
    en: `The supervisor (pid ${supervisor.pid}) has not stopped; see ${join(dataDir, 'logs')}.`,
  });
};

const NOTHING_RUNS: Sentence = {
  id: 'Tidak ada layanan yang berjalan; jalankan `npm start`.',
  en: 'No services are running; run `npm start`.',
};

const findingJson = ({ kind, of, cause, cure }: Finding, language: Language): unknown => ({
  kind,
  of,
  cause: cause[language],
  cure: cure[language],
});

const statusCode = ({ findings, outOfReach }: StackStatus): ExitCode => {
  if (outOfReach) return 3;
  return findings.length === 0 ? 0 : 1;
};

const statusOutcome = (found: StackStatus, options: GlobalOptions): Outcome => {
  const { findings, outOfReach: _, ...rest } = found;
  const { lang: language = 'id' } = options;
  const services = table([
    [...serviceHead(language), inLanguage(language, stackColumns.healthy)],
    ...found.services.map(({ name, pid, address, healthy, state }) => [
      name,
      String(pid ?? '-'),
      address ?? '-',
      healthy
        ? say(language, stackPhrases.yes)
        : `${say(language, stackPhrases.no)}${state === 'running' ? '' : ` (${state})`}`,
    ]),
  ]);
  const projections = table([
    [operateColumns.projection, operateColumns.position, operateColumns.lag].map((column) =>
      inLanguage(language, column),
    ),
    ...found.projections.map(({ name, position, lag }) => [name, position, String(lag)]),
  ]);
  return {
    json: {
      ...rest,
      healthy: findings.length === 0,
      findings: findings.map((one) => findingJson(one, language)),
    },
    lines: [
      ...services,
      say(language, stackPhrases.position, { position: found.position ?? '-' }),
      ...(found.projections.length > 0 ? projections : []),
      ...findingLines(findings, options),
    ],
    exitCode: statusCode(found),
  };
};

const status = async (options: GlobalOptions): Promise<Outcome> => {
  const found = await findStack();
  if (found !== undefined) return statusOutcome(found, options);
  const empty = { services: [], position: null, projections: [] };
  const sentence = sentenceText(NOTHING_RUNS, options.lang);
  return { json: { ...empty, error: 'NothingRuns', sentence }, lines: [sentence], exitCode: 3 };
};

export const registerStack = (program: Command, cli: Cli): void => {
  registerUp(program, cli);
  program.command('down').action(() => cli.performAlone((options) => down(cli, options)));
  program.command('status').action(() => cli.performAlone(status));
};
