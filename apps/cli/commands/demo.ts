// `lindung demo`: starts what is needed, tells the story by ordinary commands, shows its figures.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { isLocalDate, type LocalDate, localDate, officeDay } from '../../../domain/calendar.ts';
import { readSettings } from '../../../infra/config/settings.ts';
import { connectionSettings } from '../../../infra/local/runtime-file.ts';
import type { Language } from '../../copy/format.ts';
import { demoPhrases as phrases } from '../../copy/operate-phrases.ts';
import { say } from '../../copy/text.ts';
import { NO_TURNS, PRESS_WORKERS, scenarioOf } from '../../demo/bontang/scenario.ts';
import { tellBontang } from '../../demo/bontang/story.ts';
import { remembered } from '../../demo/bontang/telling.ts';
import { createNarrator } from '../../demo/narrator.ts';
import { programmeFigures, programmeLines } from '../../demo/programme-figures.ts';
import type { Stack } from '../../supervisor/supervisor.ts';
import type { Cli, GlobalOptions } from '../cli.ts';
import { countOption } from '../option-values.ts';
import { done } from '../outcome.ts';
import { logTo } from '../output.ts';
import type { Session } from '../session.ts';
import { sharedSession } from '../shared-session.ts';

type DemoOptions = {
  readonly workers: number;
  readonly seed: number;
  readonly refused: number;
  readonly returned: number;
  readonly inGrace: number;
  readonly exit?: boolean;
};

const SEED = 2026;
/** The day of the press figures (Pranala), and the month of the full number (Pelitabaru). */
const PRESS_DAYS = [localDate('2024-07-17'), localDate('2025-01-31')];

const day = z.string().refine((text): text is LocalDate => isLocalDate(text));

const tellIn = async (
  session: Session,
  cli: Cli,
  over: { options: DemoOptions; json: boolean },
) => {
  const { options, json } = over;
  const { inGrace, refused, returned, seed, workers } = options;
  const { dataDir } = readSettings();
  const turns = [refused, returned, inGrace];
  // Another turn of events is another story.
  const turn = turns.some((count) => count > 0) ? `|${turns.join('-')}` : '';
  const storyId = `demo|${seed}|${workers}${turn}`;
  const folder = join(dataDir, 'demo', `bontang-${workers}-${seed}${turn.replace('|', '-')}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // With --json the story goes to stderr: stdout holds one document.
  const out = (line: string): void => (json ? cli.terminal.err(line) : cli.terminal.out(line));
  const narrator = createNarrator({
    runCommandLine: cli.runCommandLine,
    openSession: sharedSession(session),
    out,
    progress: (line) => cli.terminal.err(line),
    storyId,
    language: session.language,
  });
  const today = await remembered(join(folder, 'hari.json'), day, () =>
    Promise.resolve(officeDay(session.now())),
  );
  const scenario = scenarioOf(workers, seed, { inGrace, refused, returned });
  return {
    today,
    lived: await tellBontang({ narrator, scenario, folder, storyId, today }),
  };
};

const tell = async (cli: Cli, options: DemoOptions, global: GlobalOptions) => {
  const { lang: language = 'id' } = global;
  const found = connectionSettings();
  if (found.status === 'nothing-runs') throw new Error(found.sentence[language]);
  const { sessionOn } = await import('../open-session.ts');
  const session = await sessionOn(found.settings, global, cli.terminal);
  try {
    const told = await tellIn(session, cli, { options, json: global.json === true });
    const days = [...new Set([...PRESS_DAYS, officeDay(session.now())])];
    return { ...told, language, figures: await programmeFigures(session, days) };
  } finally {
    await session.close();
  }
};

const addressLines = (stack: Stack, language: Language): readonly string[] =>
  stack.runtime.services.map(
    ({ name, address }) => `  ${name.padEnd(16)} ${address ?? say(language, phrases.runs)}`,
  );

const staysUp = (options: DemoOptions, global: GlobalOptions): boolean =>
  options.exit !== true &&
  global.json !== true &&
  process.stdin.isTTY === true &&
  process.stdout.isTTY === true &&
  (process.env['CI'] ?? '') === '';

const untilStopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

const closingLines = (
  stack: Stack,
  told: Pick<Awaited<ReturnType<typeof tell>>, 'figures' | 'lived' | 'language'> & {
    readonly stay: boolean;
  },
): readonly string[] => {
  const { figures, lived, language, stay } = told;
  return [
    ...programmeLines(figures, language),
    '',
    say(language, phrases.runningAt),
    ...addressLines(stack, language),
    '',
    ...(stay || stack.status !== 'started' ? [] : [say(language, phrases.stoppedNow), '']),
    say(language, phrases.look),
    `  npx lindung claim show ${lived.claimId} --as auditor-fajar`,
    `  npx lindung worker show ${lived.workerId} --as auditor-fajar`,
    '  npx lindung watch',
  ];
};

const runDemo = async (cli: Cli, options: DemoOptions): Promise<void> => {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stopping.abort());
  await cli.performAlone(async (global) => {
    const { openInstallation } = await import('../../supervisor/installation.ts');
    const log = logTo(cli.terminal, global.lang);
    const stack = await openInstallation({
      settings: readSettings(),
      log,
      signal: stopping.signal,
      asked: ['bank-simulator'],
    });
    try {
      const { figures, language, lived, today } = await tell(cli, options, global);
      const stay = staysUp(options, global);
      const told = { figures, lived, stay, language };
      const lines = closingLines(stack, told);
      if (stay) {
        for (const line of lines) cli.terminal.out(line);
        cli.terminal.out(`\n${say(language, phrases.staysUp)}`);
        await untilStopped(stopping.signal);
      }
      return done(
        { figures: figures.byDay, purses: figures.purses, today, ...lived },
        stay ? [] : lines,
      );
    } finally {
      if (stack.status === 'started') await stack.stop();
    }
  });
};

export const registerDemo = (program: Command, cli: Cli): void => {
  const demo = program.command('demo');
  demo
    .command('bontang')
    .option('--workers <n>', '', countOption, PRESS_WORKERS)
    .option('--seed <n>', '', countOption, SEED)
    .option('--refused <n>', '', countOption, NO_TURNS.refused)
    .option('--returned <n>', '', countOption, NO_TURNS.returned)
    .option('--in-grace <n>', '', countOption, NO_TURNS.inGrace)
    .option('--exit')
    .action((options: DemoOptions) => runDemo(cli, options));
};
