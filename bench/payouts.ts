// `node bench/payouts.ts`: thousands of payables end to end, killed again and again; nothing twice, nothing lost.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { barePayouts } from './raw/bare-payouts.ts';
import { openServices, type Services } from './services.ts';

const { values } = parseArgs({
  options: {
    payables: { type: 'string', default: '20000' },
    kills: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
  },
});
const count = Number(values.payables);
const kills = Number(values.kills);
/** A run holds the members that one transaction takes. */
const RUN_MEMBERS = 999;
/** After the payables are there, somewhere in the work of one run or the next. */
const KILL_MS_MIN = 500;
const KILL_MS_MORE = 25_000;

/** The same seed kills at the same places. */
const random = (() => {
  let state = Number(values.seed) >>> 0;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
})();

type Life = { readonly ended: 'DONE' | 'KILLED'; readonly told: readonly string[] };

const CHILD = fileURLToPath(new URL('ours/payout-house.ts', import.meta.url));

/** One life of the house: to its end, or to a kill -9 somewhere in its work. */
const live = (env: Readonly<Record<string, string>>, killAfterMs: number | null): Promise<Life> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--expose-gc', CHILD], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const told: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      told.push(line);
      if (line === 'owed' && killAfterMs !== null)
        setTimeout(() => child.kill('SIGKILL'), killAfterMs);
      process.stderr.write(`${line}\n`);
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (told.at(-1) === 'done') resolve({ ended: 'DONE', told });
      else if (killAfterMs !== null && code === null) resolve({ ended: 'KILLED', told });
      else reject(new Error(`the house ended with code ${code}`));
    });
  });

type Progress = { readonly paid: number; readonly heap: number; readonly seconds: number };

const progressOf = (told: readonly string[]): readonly Progress[] =>
  told.flatMap((line) => {
    const [word, paid, heap, , seconds] = line.split(' ');
    return word === 'paid'
      ? [{ paid: Number(paid), heap: Number(heap), seconds: Number(seconds) }]
      : [];
  });

const counted = async (client: pg.Client, type: string): Promise<number> => {
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int as count from es.events where type = $1',
    [type],
  );
  return rows[0]?.count ?? 0;
};

type Env = Readonly<Record<string, string>>;

/** Killed so often, then left alone; how often it was, and how its last life went. */
const livesOf = async (env: Env): Promise<{ readonly killed: number; readonly last: Life }> => {
  for (let killed = 0; killed < kills; killed += 1) {
    const life = await live(env, KILL_MS_MIN + Math.floor(random() * KILL_MS_MORE));
    if (life.ended === 'DONE') return { killed, last: life };
  }
  return { killed: kills, last: await live(env, null) };
};

/** What the log holds of the payments, counted. */
const foundIn = async (ownerUrl: string) => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const found = {
    intended: await counted(client, 'PaymentIntended'),
    sent: await counted(client, 'PaymentSent'),
    settled: await counted(client, 'PaymentSettled'),
    files: await counted(client, 'PaymentFilePrepared'),
    exceptions: await counted(client, 'BankExceptionOpened'),
  };
  await client.end();
  return found;
};

const megabytes = (bytes = 0): number => Math.round(bytes / 2 ** 20);

const measure = async (services: Services): Promise<boolean> => {
  const { ownerUrl, appUrl } = await services.database('payouts');
  const dataDir = join(services.folder, 'house');
  mkdirSync(dataDir, { mode: 0o700 });
  const env = { PAYOUT_URL: appUrl, PAYOUT_DATA: dataDir, PAYOUT_COUNT: String(count) };
  const { killed, last: life } = await livesOf(env);
  const found = await foundIn(ownerUrl);
  const bare = await services.database('bare_payouts');
  const bareSeconds = await barePayouts({
    ...{ fromUrl: appUrl, intoUrl: bare.appUrl },
    ...{ documents: join(dataDir, 'documents'), folder: join(services.folder, 'bare-files') },
  });
  const progress = progressOf(life.told);
  const seconds = progress.at(-1)?.seconds ?? 0;
  const report = {
    ...{ payables: count, killed, ...found, secondsOfLastLife: seconds },
    bareSeconds: Number(bareSeconds.toFixed(1)),
    // Only a life without a kill did all of the work.
    ratio: killed === 0 ? Number((seconds / bareSeconds).toFixed(2)) : null,
    heapFirstRunMb: megabytes(progress[0]?.heap),
    heapLastRunMb: megabytes(progress.at(-1)?.heap),
  };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  const each = [found.intended, found.sent, found.settled];
  const runs = Math.ceil(count / RUN_MEMBERS);
  return each.every((n) => n === count) && found.files === runs && found.exceptions === 0;
};

const main = async (): Promise<void> => {
  const services = openServices();
  try {
    process.exitCode = (await measure(services)) ? 0 : 1;
  } finally {
    await services.close();
  }
};

await main();
