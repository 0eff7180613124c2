// The bank simulator: a program of its own that behaves like the paying bank, on files.
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bankFolders, makeFolders, openBank } from './bank.ts';
import { foldBooks, reportOf } from './books.ts';
import { readJournal } from './journal.ts';
import { freeLock, takeLock } from './lock.ts';
import type { SimulatorOptions } from './options.ts';
import { helpText, readCommand } from './options.ts';

const pollMs = 100;
const exit = { done: 0, refused: 1, usage: 2 } as const;

const say = (line: string): void => {
  process.stderr.write(`bank-simulator: ${line}\n`);
};

let stopping = false;

const stopOn = (signal: NodeJS.Signals): void => {
  process.once(signal, () => {
    stopping = true;
  });
};

const run = async (options: SimulatorOptions, isWatching: boolean): Promise<void> => {
  const bank = openBank(options);
  try {
    say('ready');
    while (!stopping) {
      const isWaiting = bank.work();
      if (!isWatching && !isWaiting) break;
      await sleep(pollMs);
    }
  } finally {
    bank.close();
  }
};

const runAlone = async (options: SimulatorOptions, isWatching: boolean): Promise<number> => {
  const { lock } = bankFolders(options.dir);
  if (!takeLock(lock)) {
    say('simulator lain sudah berjalan di folder ini / another simulator already runs here');
    return exit.refused;
  }
  try {
    await run(options, isWatching);
  } finally {
    freeLock(lock);
  }
  return exit.done;
};

/** Left as a request, so that a simulator that already runs writes the statement itself. */
const askForStatement = async (options: SimulatorOptions): Promise<number> => {
  const { lock, requests } = bankFolders(options.dir);
  writeFileSync(join(requests, `${Date.now()}-${randomUUID()}`), '', { mode: 0o600 });
  if (!takeLock(lock)) {
    say('permintaan rekening koran diteruskan / statement requested from the running simulator');
    return exit.done;
  }
  freeLock(lock);
  return runAlone(options, false);
};

const main = async (): Promise<number> => {
  const command = readCommand(process.argv.slice(2));
  if (command.act === 'help') {
    process.stdout.write(helpText);
    return exit.done;
  }
  if (command.act === 'usage') {
    say(`${command.problem}; see --help`);
    return exit.usage;
  }
  const { options } = command;
  const folders = bankFolders(options.dir);
  if (command.act === 'report') {
    const books = foldBooks(readJournal(folders.journal));
    process.stdout.write(`${JSON.stringify(reportOf(books))}\n`);
    return exit.done;
  }
  makeFolders(folders);
  stopOn('SIGTERM');
  stopOn('SIGINT');
  if (command.act === 'statement') return askForStatement(options);
  return runAlone(options, command.act === 'watch');
};

process.exitCode = await main();
