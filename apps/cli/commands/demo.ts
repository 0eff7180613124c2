// `lindung demo`: starts what is needed, tells the story by ordinary commands, shows its figures.
import { join } from 'node:path';
import type { Command } from 'commander';
import { officeDay } from '../../../domain/calendar.ts';
import { readSettings } from '../../../infra/config/settings.ts';
import { connectionSettings } from '../../../infra/local/runtime-file.ts';
import { figures } from '../../../projections/programme-summary.ts';
import { formatRupiah, type Language } from '../../copy/format.ts';
import { demoPhrases as phrases } from '../../copy/operate-phrases.ts';
import { say } from '../../copy/text.ts';
import { createNarrator } from '../../demo/run-step.ts';
import { tellStory } from '../../demo/story.ts';
import type { Stack } from '../../supervisor/supervisor.ts';
import type { Cli, GlobalOptions } from '../cli.ts';
import { countOption } from '../option-values.ts';
import { done, table } from '../outcome.ts';
import { logTo } from '../output.ts';
import { sharedSession } from '../shared-session.ts';

type DemoOptions = { readonly workers: number; readonly seed: number; readonly exit?: boolean };

const WORKERS = 300;
const SEED = 2026;

const tell = async (cli: Cli, options: DemoOptions, global: GlobalOptions) => {
  const { lang: language = 'id' } = global;
  const found = connectionSettings();
  if (found.status === 'nothing-runs') throw new Error(found.sentence[language]);
  const { sessionOn } = await import('../open-session.ts');
  const session = await sessionOn(found.settings, global, cli.terminal);
  try {
    const { workers, seed } = options;
    const narrator = createNarrator({
      runCommandLine: cli.runCommandLine,
      openSession: sharedSession(session),
      // With --json the story goes to stderr: stdout holds one document.
      say: (line) => (global.json === true ? cli.terminal.err(line) : cli.terminal.out(line)),
      language,
      storyId: `demo|${seed}|${workers}`,
    });
    const folder = join(found.settings.dataDir, 'demo');
    const today = officeDay(session.now());
    const told = await tellStory({ ...narrator, folder, workers, seed, today });
    return { told, asOf: today, figures: await figures(session.db, { asOf: today }) };
  } finally {
    await session.close();
  }
};

const addressLines = (stack: Stack, language: Language): readonly string[] =>
  stack.runtime.services.map(
    ({ name, address }) => `  ${name.padEnd(16)} ${address ?? say(language, phrases.runs)}`,
  );

const figureLines = (
  sums: Awaited<ReturnType<typeof figures>>,
  language: Language,
): readonly string[] => [
  say(language, phrases.figures),
  ...table([
    [`  ${say(language, phrases.registered)}`, String(sums.registered_cumulative)],
    [`  ${say(language, phrases.activeNow)}`, String(sums.active_now)],
    [`  ${say(language, phrases.deathsKnown)}`, String(sums.deaths_known)],
    [`  ${say(language, phrases.claimsPaid)}`, String(sums.claims_paid)],
    [`  ${say(language, phrases.inVerification)}`, String(sums.claims_in_verification)],
    [`  ${say(language, phrases.benefitsPaid)}`, formatRupiah(sums.paid_total)],
  ]),
];

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
  story: Awaited<ReturnType<typeof tell>>,
  { stay, language }: { readonly stay: boolean; readonly language: Language },
): readonly string[] => [
  '',
  ...figureLines(story.figures, language),
  '',
  say(language, phrases.runningAt),
  ...addressLines(stack, language),
  '',
  ...(stay || stack.status !== 'started' ? [] : [say(language, phrases.stoppedNow), '']),
  say(language, phrases.look),
  `  npx lindung claim show ${story.told.claimId} --as auditor-fajar`,
  `  npx lindung worker show ${story.told.workerId} --as auditor-fajar`,
  '  npx lindung watch',
];

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
      const story = await tell(cli, options, global);
      const stay = staysUp(options, global);
      const { lang: language = 'id' } = global;
      const lines = closingLines(stack, story, { stay, language });
      if (stay) {
        for (const line of lines) cli.terminal.out(line);
        cli.terminal.out(`\n${say(language, phrases.staysUp)}`);
        await untilStopped(stopping.signal);
      }
      return done({ figures: { [story.asOf]: story.figures }, ...story.told }, stay ? [] : lines);
    } finally {
      if (stack.status === 'started') await stack.stop();
    }
  });
};

export const registerDemo = (program: Command, cli: Cli): void => {
  const demo = program.command('demo');
  demo
    .command('bontang')
    .option('--workers <n>', '', countOption, WORKERS)
    .option('--seed <n>', '', countOption, SEED)
    .option('--exit')
    .action((options: DemoOptions) => runDemo(cli, options));
};
