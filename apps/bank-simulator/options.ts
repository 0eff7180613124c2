// The command line of the bank simulator.
import { join } from 'node:path';
import { parseArgs } from 'node:util';

export type SimulatorOptions = {
  readonly dir: string;
  readonly seed: number;
  readonly rejectShare: number;
  readonly returnShare: number;
  readonly loseShare: number;
  readonly delayMs: number;
};

export type SimulatorCommand =
  | { readonly act: 'help' }
  | { readonly act: 'usage'; readonly problem: string }
  | {
      readonly act: 'watch' | 'once' | 'report' | 'statement';
      readonly options: SimulatorOptions;
    };

export const helpText = `Simulator bank pembayar / simulator of the paying bank

  node apps/bank-simulator/main.ts [--dir DIR] [options]

Membaca berkas pain.001 dari DIR/outbox, membukukan setiap EndToEndId paling banyak satu kali, dan
menulis jawaban ke DIR/inbox: pain.002 (diterima, ditolak), camt.054 (dibukukan), camt.054 (retur).
Reads pain.001 files from DIR/outbox, books each EndToEndId at most once, and answers in DIR/inbox:
pain.002 (accepted, rejected), camt.054 (booked), camt.054 (returned).

  --dir DIR         folder with outbox and inbox, by default LINDUNG_DATA/bank; the bank's own books
                    are in DIR/bank-side
  --seed N          which payments meet the shares below (default 1)
  --reject P        share 0..1 rejected in the pain.002 (AC01)
  --return P        share 0..1 booked and then returned (AC04)
  --lose-answer P   share 0..1 booked but never answered; only a statement shows them
  --delay-ms N      wait before the camt.054, and again before returns (default 0)
  --once            handle what is in the outbox, answer it, and stop
  --statement       write a camt.053 with everything booked since the last one, and stop
  --report          print the bank's books as JSON, and stop

Account numbers that end in one of these always meet the same fate:
  999001  rejected AC01 (no such account)        999011  rejected BE01 (name differs from account)
  999004  rejected AC04 (account closed)         999021  booked, then returned AC04 (closed)
  999006  rejected AC06 (account blocked)        999022  booked, then returned BE01 (name differs)
  999031  booked, never answered                 999041  answered with one rupiah less
  999042  answered twice in the same file

The booking date is the execution date that the file asks for, so that a replay of past months gives
the same books every time.

LINDUNG_FAULT=bank.after-book | bank.before-answer | bank.after-answer, optionally with :N, ends the
program at once (SIGKILL) when it passes that point for the Nth time.
`;

const shareOf = (text: string | undefined): number | undefined => {
  const share = Number(text ?? '0');
  return share >= 0 && share <= 1 ? share : undefined;
};

const wholeOf = (text: string | undefined, fallback: number): number | undefined => {
  if (text === undefined) return fallback;
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
};

const usage = (problem: string): SimulatorCommand => ({ act: 'usage', problem });

/** Under the supervisor, which passes its data folder to every program. */
const usualDir = (): string | undefined => {
  const { LINDUNG_DATA: dataDir } = process.env;
  return dataDir === undefined || dataDir === '' ? undefined : join(dataDir, 'bank');
};

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    strict: true,
    options: {
      dir: { type: 'string' },
      seed: { type: 'string' },
      reject: { type: 'string' },
      return: { type: 'string' },
      'lose-answer': { type: 'string' },
      'delay-ms': { type: 'string' },
      once: { type: 'boolean' },
      statement: { type: 'boolean' },
      report: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  }).values;

type Values = ReturnType<typeof parse>;

const actOf = (values: Values): 'watch' | 'once' | 'report' | 'statement' => {
  if (values.report === true) return 'report';
  if (values.statement === true) return 'statement';
  return values.once === true ? 'once' : 'watch';
};

const commandOf = (values: Values): SimulatorCommand => {
  if (values.help === true) return { act: 'help' };
  const dir = values.dir ?? usualDir();
  if (dir === undefined) return usage('--dir is missing, and LINDUNG_DATA is not set');
  const seed = wholeOf(values.seed, 1);
  const delayMs = wholeOf(values['delay-ms'], 0);
  if (seed === undefined || delayMs === undefined) {
    return usage('--seed and --delay-ms take a whole number');
  }
  const rejectShare = shareOf(values.reject);
  const returnShare = shareOf(values.return);
  const loseShare = shareOf(values['lose-answer']);
  if (rejectShare === undefined || returnShare === undefined || loseShare === undefined) {
    return usage('--reject, --return and --lose-answer take a number from 0 to 1');
  }
  const options = { dir, seed, rejectShare, returnShare, loseShare, delayMs };
  return { act: actOf(values), options };
};

export const readCommand = (args: readonly string[]): SimulatorCommand => {
  try {
    return commandOf(parse(args));
  } catch (error) {
    return usage(error instanceof Error ? error.message : 'unreadable arguments');
  }
};
