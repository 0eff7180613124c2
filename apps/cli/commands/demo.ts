// `lindung demo`: starts what is needed, tells the story by ordinary commands, shows its figures.
import { join } from 'node:path';
import type { Command } from 'commander';
import { officeDay } from '../../../domain/calendar.ts';
import { readSettings } from '../../../infra/config/settings.ts';
import { connectionSettings } from '../../../infra/local/runtime-file.ts';
import { figures } from '../../../projections/programme-summary.ts';
import { formatRupiah } from '../../copy/format.ts';
import { createNarrator } from '../../demo/run-step.ts';
import { tellStory } from '../../demo/story.ts';
import type { Stack } from '../../supervisor/supervisor.ts';
import type { Cli, GlobalOptions } from '../cli.ts';
import { countOption } from '../option-values.ts';
import { done } from '../outcome.ts';
import { logTo } from '../output.ts';
import { sharedSession } from '../shared-session.ts';

type DemoOptions = { readonly workers: number; readonly seed: number; readonly exit?: boolean };

const WORKERS = 300;
const SEED = 2026;

const tell = async (cli: Cli, options: DemoOptions, global: GlobalOptions) => {
  const found = connectionSettings();
  if (found.status === 'nothing-runs') throw new Error(found.sentence.en);
  const { sessionOn } = await import('../open-session.ts');
  const session = await sessionOn(found.settings, global, cli.terminal);
  // With --json the story goes to stderr: stdout holds one document.
  const say = (line: string): void =>
    global.json === true ? cli.terminal.err(line) : cli.terminal.out(line);
  try {
    const { workers, seed } = options;
    const narrator = createNarrator({
      runCommandLine: cli.runCommandLine,
      openSession: sharedSession(session),
      say,
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

const addressLines = (stack: Stack): readonly string[] =>
  stack.runtime.services.map(
    ({ name, address }) => `  ${name.padEnd(16)} ${address ?? 'berjalan / running'}`,
  );

const figureLines = (sums: Awaited<ReturnType<typeof figures>>): readonly string[] => [
  'Angka, dihitung dari peristiwa / figures, from the events:',
  `  terdaftar kumulatif / registered   ${sums.registered_cumulative}`,
  `  aktif sekarang / active now        ${sums.active_now}`,
  `  kematian diketahui / deaths known  ${sums.deaths_known}`,
  `  klaim dibayar / claims paid        ${sums.claims_paid}`,
  `  dalam verifikasi / in verification ${sums.claims_in_verification}`,
  `  manfaat dibayar / benefits paid    ${formatRupiah(sums.paid_total)}`,
];

const staysUp = (options: DemoOptions, global: GlobalOptions): boolean =>
  options.exit !== true &&
  global.json !== true &&
  process.stdin.isTTY === true &&
  process.stdout.isTTY === true &&
  (process.env['CI'] ?? '') === '';

const untilStopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

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
      const lines = [
        '',
        ...figureLines(story.figures),
        '',
        'Berjalan di / running at:',
        ...addressLines(stack),
        '',
        ...(stay ? [] : ['Kini dihentikan; jalankan lagi / stopped now; run again: npm start', '']),
        `Lihat / look: npx lindung claim show ${story.told.claimId}`,
        `              npx lindung worker show ${story.told.workerId}`,
        '              npx lindung watch',
      ];
      if (stay) {
        for (const line of lines) cli.terminal.out(line);
        cli.terminal.out('\nTetap berjalan sampai Ctrl-C / up until Ctrl-C');
        await untilStopped(stopping.signal);
      }
      return done({ figures: { [story.asOf]: story.figures }, ...story.told }, stay ? [] : lines);
    } finally {
      if (stack.status === 'started') await stack.stop();
    }
  });
};

export const registerDemo = (program: Command, cli: Cli): void => {
  const demo = program
    .command('demo')
    .description('cerita lengkap dengan orang rekaan / the whole story with made-up people');
  demo
    .command('bontang')
    .description('satu kelurahan Bontang: daftar, kartu, kematian, klaim, bayar / one kelurahan')
    .option('--workers <n>', 'jumlah pekerja / workers', countOption, WORKERS)
    .option('--seed <n>', 'benih; orang lain, angka sama / other people', countOption, SEED)
    .option('--exit', 'berhenti setelah selesai / stop when done')
    .action((options: DemoOptions) => runDemo(cli, options));
};
