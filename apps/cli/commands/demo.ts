// `lindung demo`: starts what is needed, tells the story by ordinary commands, shows its figures.
import { existsSync, readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { isLocalDate, type LocalDate, officeDay } from '../../../domain/calendar.ts';
import { readSettings } from '../../../infra/config/settings.ts';
import { connectionSettings } from '../../../infra/local/runtime-file.ts';
import type { Language } from '../../copy/format.ts';
import { demoPhrases as phrases } from '../../copy/operate-phrases.ts';
import { say } from '../../copy/text.ts';
import {
  CITIES,
  type City,
  dataFolderOf,
  nameOfTelling,
  STORIES,
  type Telling,
} from '../../demo/cities.ts';
import { createNarrator } from '../../demo/narrator.ts';
import { programmeFigures, programmeLines } from '../../demo/programme-figures.ts';
import { type Lived, remembered } from '../../demo/story-parts.ts';
import type { Stack } from '../../supervisor/supervisor.ts';
import type { Cli, GlobalOptions, Terminal } from '../cli.ts';
import { demoAccountLines } from '../demo-accounts.ts';
import { countOption } from '../option-values.ts';
import { done, type Outcome, refusedWith, usageWrong } from '../outcome.ts';
import { logTo } from '../output.ts';
import type { Session } from '../session.ts';
import { sharedSession } from '../shared-session.ts';

type DemoOptions = { readonly workers: number; readonly seed: number; readonly exit?: boolean };

/** One telling, and where its log is. */
type Request = Telling & {
  readonly interrupted: AbortSignal;
  readonly global: GlobalOptions;
  readonly environment: NodeJS.ProcessEnv;
};

const SEED = 2026;
/** A story that only waited for Ctrl-C has its outcome at once. */
const INTERRUPTED_REST_MS = 500;

const day = z.string().refine((text): text is LocalDate => isLocalDate(text));

const toldIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder) : [];

/** As a person in this folder would type it. */
const shortPath = (path: string): string => {
  const short = relative(process.cwd(), path);
  return short !== '' && short.length < path.length ? short : path;
};

/** What stands before a command that is typed by hand: nothing where its data are the usual ones. */
const before = ({ environment }: Request): string => {
  const { dataDir } = readSettings(environment);
  return dataDir === readSettings().dataDir ? '' : `LINDUNG_DATA=${shortPath(dataDir)} `;
};

const tellIn = async (session: Session, cli: Cli, request: Request) => {
  const { city, environment, global, seed, workers } = request;
  const { dataDir } = readSettings(environment);
  // Bontang was the only city once: what was told of it then is the same story still.
  const place = city.name === 'bontang' ? '' : `|${city.name}`;
  const storyId = `demo${place}|${seed}|${workers}`;
  const folder = join(dataDir, STORIES, nameOfTelling(request));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // With --json the story goes to stderr: stdout holds one document.
  const out = (line: string): void =>
    global.json === true ? cli.terminal.err(line) : cli.terminal.out(line);
  const narrator = createNarrator({
    runCommandLine: cli.runCommandLine,
    openSession: sharedSession(session),
    out,
    progress: (line) => cli.terminal.err(line),
    storyId,
    language: session.language,
    interrupted: request.interrupted,
  });
  const own = before(request);
  if (own !== '') out(say(session.language, phrases.ownFolder, { before: own.trim() }));
  const today = await remembered(join(folder, 'hari.json'), day, () =>
    Promise.resolve(officeDay(session.now())),
  );
  return {
    today,
    lived: await city.tell({ narrator, folder, storyId, today }, { workers, seed }),
  };
};

/** Services that stop in the middle take connections with them: no news to whoever stopped them. */
const untilInterrupted = ({ terminal }: Cli, { interrupted }: Request): Terminal => {
  const unless = (say: (text: string) => void) => (text: string) => {
    if (!interrupted.aborted) say(text);
  };
  return { ...terminal, out: unless(terminal.out), err: unless(terminal.err) };
};

const tell = async (opened: Cli, request: Request) => {
  const cli = { ...opened, terminal: untilInterrupted(opened, request) };
  const { city, environment, global } = request;
  const { lang: language = 'id' } = global;
  const found = connectionSettings(environment);
  if (found.status === 'nothing-runs') throw new Error(found.sentence[language]);
  const { sessionOn } = await import('../open-session.ts');
  const session = await sessionOn(found.settings, global, cli.terminal);
  try {
    const told = await tellIn(session, cli, request);
    const days = [...new Set([...city.days, officeDay(session.now())])];
    const accounts = await demoAccountLines(
      session,
      join(environment['LINDUNG_DATA'] ?? '', STORIES),
    );
    return { ...told, language, figures: await programmeFigures(session, days), accounts };
  } finally {
    await session.close();
  }
};

type Opened = { readonly stack: Stack };

const addressLines = (
  stack: Stack,
  { language, stops }: { readonly language: Language; readonly stops: boolean },
): readonly string[] =>
  stack.runtime.services.map(
    ({ name, address }) =>
      `  ${name.padEnd(16)} ${address ?? say(language, stops ? phrases.stopped : phrases.runs)}`,
  );

const staysUp = (options: DemoOptions, global: GlobalOptions): boolean =>
  options.exit !== true &&
  global.json !== true &&
  process.stdin.isTTY === true &&
  process.stdout.isTTY === true &&
  (process.env['CI'] ?? '') === '';

const untilStopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

type Told = {
  readonly figures: Awaited<ReturnType<typeof programmeFigures>>;
  readonly lived: Lived;
  readonly language: Language;
  /** Who can sign in, and by which password. */
  readonly accounts: readonly string[];
};

const closingLines = (
  stack: Stack,
  { figures, lived, language, accounts }: Told,
  end: { readonly request: Request; readonly stops: boolean },
): readonly string[] => {
  const own = before(end.request);
  return [
    ...programmeLines(figures, language),
    '',
    say(language, end.stops ? phrases.ranAt : phrases.runningAt),
    ...addressLines(stack, { language, stops: end.stops }),
    '',
    ...(end.stops ? [say(language, phrases.startAgain), `  ${own}npm start`, ''] : []),
    say(language, phrases.look),
    `  ${own}npx lindung claim show ${lived.claimId} --as auditor-fajar`,
    `  ${own}npx lindung worker show ${lived.workerId} --as auditor-fajar`,
    `  ${own}npx lindung watch`,
    '',
    ...accounts,
  ];
};

const open = async (cli: Cli, request: Request): Promise<Opened> => {
  const { openInstallation } = await import('../../supervisor/installation.ts');
  const stack = await openInstallation({
    settings: readSettings(request.environment),
    log: logTo(cli.terminal, request.global.lang),
    signal: request.interrupted,
    selection: { asked: ['bank-simulator'], leftOut: [] },
  });
  return { stack };
};

const requestFor = (telling: Telling, global: GlobalOptions): Request => {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stopping.abort());
  const dataDir = dataFolderOf(telling, readSettings().dataDir, toldIn);
  const environment = { ...process.env, LINDUNG_DATA: dataDir };
  return { ...telling, global, environment, interrupted: stopping.signal };
};

const tellAndShow = async (
  cli: Cli,
  request: Request,
  { stay, opened }: { readonly stay: boolean; readonly opened: Opened },
): Promise<Outcome> => {
  const { stack } = opened;
  const { today, ...told } = await tell(cli, request);
  const lines = closingLines(stack, told, { request, stops: !stay && stack.status === 'started' });
  if (stay) {
    for (const line of lines) cli.terminal.out(line);
    cli.terminal.out(`\n${say(told.language, phrases.staysUp)}`);
    await untilStopped(request.interrupted);
  }
  const { figures, lived } = told;
  const { dataDir } = readSettings(request.environment);
  return done(
    { figures: figures.byDay, purses: figures.purses, today, dataDir, ...lived },
    stay ? [] : lines,
  );
};

const interruptedOutcome = ({ lang = 'id' }: GlobalOptions): Outcome =>
  refusedWith('Interrupted', say(lang, phrases.interrupted));

/** Whoever is still typing then ends by themselves; a story told to its end is no interrupted one. */
const whenInterrupted = async (
  told: Promise<Outcome>,
  { interrupted, global }: Request,
): Promise<Outcome> => {
  await untilStopped(interrupted);
  const ended = await Promise.race([told, sleep(INTERRUPTED_REST_MS)]);
  return ended ?? interruptedOutcome(global);
};

const runDemo = (cli: Cli, city: City, options: DemoOptions): Promise<void> =>
  cli.performAlone(async (global) => {
    const { seed, workers } = options;
    const { workersMin: least } = city;
    if (workers < least)
      return usageWrong('TooFewWorkers', say(global.lang ?? 'id', phrases.tooFew, { least }));
    const request = requestFor({ city, seed, workers }, global);
    const opened = await open(cli, request);
    const { interrupted } = request;
    const told = tellAndShow(cli, request, { stay: staysUp(options, global), opened });
    try {
      return await Promise.race([told, whenInterrupted(told, request)]);
    } catch (error) {
      if (!interrupted.aborted) throw error;
      return interruptedOutcome(global);
    } finally {
      if (opened.stack.status === 'started') await opened.stack.stop();
    }
  });

export const registerDemo = (program: Command, cli: Cli): void => {
  const demo = program.command('demo');
  for (const city of CITIES)
    demo
      .command(city.name, { isDefault: city.name === 'bontang' })
      .option('--workers <n>', '', countOption, city.workers)
      .option('--seed <n>', '', countOption, SEED)
      .option('--exit')
      .action((options: DemoOptions) => runDemo(cli, city, options));
};
