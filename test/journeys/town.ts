// A town for a journey: its own running stack, an office of four different persons, enrolled workers.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sessionOn } from '../../apps/cli/open-session.ts';
import type { ExitCode } from '../../apps/cli/outcome.ts';
import { runCommandLine } from '../../apps/cli/program.ts';
import type { Session } from '../../apps/cli/session.ts';
import { sharedSession } from '../../apps/cli/shared-session.ts';
import { administrator, cast, type Player } from '../../apps/demo/cast.ts';
import { answerRegistration } from '../../apps/demo/registration-office.ts';
import { syntheticRoster } from '../../apps/demo/synthetic-roster.ts';
import {
  addDays,
  addMonths,
  addMonthsTo,
  localDate,
  monthOf,
  officeDay,
} from '../../domain/calendar.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import { clerks } from './clerks.ts';
import { type StackProcess, startStackProcess } from './stack-process.ts';

export type Json = Readonly<Record<string, unknown>>;

export type Ran = {
  readonly code: ExitCode;
  readonly json: Json;
  /** The document as it was printed: also for answers that are a list. */
  readonly text: string;
  readonly err: readonly string[];
};

export type TownWish = {
  readonly workers: number;
  readonly mode: 'DISBURSES' | 'TRACKS';
  /** For the processes of the stack, e.g. a fault point. */
  readonly environment?: NodeJS.ProcessEnv;
  readonly fundingAccount?: string;
  /** Instead of made-up people: the list as a file would hold it. */
  readonly roster?: string;
};

export type Town = {
  readonly stack: StackProcess;
  readonly session: Session;
  readonly dataDir: string;
  readonly ids: typeof ids;
  readonly days: typeof days;
  readonly rosterId: string;
  /** Enrolled, each with a card that was issued and not handed over; in the order of the list. */
  readonly workers: readonly { readonly workerId: string; readonly cardId: string }[];
  /** One command line as a person types it, always answered in JSON. */
  run(args: readonly string[], by: { as: string; commandId?: string }): Promise<Ran>;
  /** The same, and it must be done (exit 0). */
  does(as: string, args: readonly string[]): Promise<Json>;
  /** Asks again until the answer fits. */
  until(args: readonly string[], fits: (json: Json) => boolean): Promise<Json>;
  /** A file of a person, outside of the installation's data folder. */
  paper(name: string, content: string): string;
  /** A second desk: connections of its own, on the stack as it runs now. */
  openDesk(): Promise<{ readonly run: Town['run']; close(): Promise<void> }>;
  /** Everything stops; the data folder stays, to be looked into. */
  halt(): Promise<void>;
  stop(): Promise<void>;
};

const ids = {
  programme: streamIds.derived('town', 'programme'),
  payer: streamIds.derived('town', 'payer'),
  mandate: streamIds.derived('town', 'mandate'),
  tranche: streamIds.derived('town', 'tranche'),
} as const;

export const KELURAHAN = '64.74.02.1001';
const CONTRIBUTION_IDR = 16_800n;
const MONTHS_COVERED = 5;

const today = officeDay(new Date().toISOString());
const coverFrom = localDate(`${monthOf(addMonths(today, -MONTHS_COVERED))}-01`);
/** Counted from the day on which the journey runs: the papers of a town never grow old. */
const days = { today, coverFrom, since: addMonths(coverFrom, -1), death: addDays(today, -10) };

const WATCHER = 'auditor-fajar';
const ASK_EVERY_MS = 200;
const ASK_LIMIT_MS = 240_000;

/** One in a hundred is a wage earner already, says the branch of the demo. */
const REFUSED = 'REGISTRATION_REFUSED';

export type Running = Omit<Town, 'rosterId' | 'workers'>;

const asJson = (text: string): Json => {
  const parsed: unknown = text === '' ? {} : JSON.parse(text);
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
};

const runner =
  (session: Session): Town['run'] =>
  async (args, { as, commandId = streamIds.random() }) => {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runCommandLine([...args, '--json', '--as', as, '--command-id', commandId], {
      terminal: { out: (text) => out.push(text), err: (text) => err.push(text) },
      openSession: sharedSession(session),
    });
    const text = out.join('\n');
    return { code, json: code === 2 ? {} : asJson(text), text, err };
  };

const untilFits =
  (run: Town['run']): Town['until'] =>
  async (args, fits) => {
    const limit = Date.now() + ASK_LIMIT_MS;
    for (;;) {
      const { json } = await run(args, { as: WATCHER });
      if (fits(json)) return json;
      if (Date.now() > limit)
        throw new Error(`never came true: ${args.join(' ')} → ${JSON.stringify(json)}`);
      await sleep(ASK_EVERY_MS);
    }
  };

const startRunning = async (wish: TownWish): Promise<Running> => {
  const root = mkdtempSync(join(tmpdir(), 'lindung-town-'));
  chmodSync(root, 0o711); // PostgreSQL may run as another user than we
  const dataDir = join(root, 'data');
  const papers = join(root, 'papers');
  mkdirSync(papers, { mode: 0o700 });
  const remove = (): void => rmSync(root, { recursive: true, force: true });
  const stack = await startStackProcess(dataDir, wish.environment).catch((error: unknown) => {
    remove();
    throw error;
  });
  const quiet = { out: () => undefined, err: () => undefined };
  const openSession = () => sessionOn(stack.connection, {}, quiet);
  const session = await openSession();
  const run = runner(session);
  let halting: Promise<void> | undefined;
  const halt = (): Promise<void> => {
    halting ??= session.close().then(() => stack.stop());
    return halting;
  };
  return {
    ...{ stack, session, dataDir, ids, days, run },
    async openDesk() {
      const own = await openSession();
      return { run: runner(own), close: () => own.close() };
    },
    until: untilFits(run),
    async does(as, args) {
      const { code, json, err } = await run(args, { as });
      if (code !== 0)
        throw new Error(`${args.join(' ')} → ${code}: ${err.join(' ')} ${JSON.stringify(json)}`);
      return json;
    },
    paper(name, content) {
      const path = join(papers, name);
      writeFileSync(path, content, { mode: 0o600 });
      return path;
    },
    halt,
    async stop() {
      await halt();
      remove();
    },
  };
};

const appoint = ({ does }: Running, player: Player, first: boolean): Promise<Json> =>
  does(administrator.id, [
    ...['actor', 'add', player.id, '--office', player.office, '--name', player.name],
    ...['--act', player.acts.join(','), '--area', player.area, '--letter', player.letter],
    ...['--from', days.since, ...(first ? ['--first'] : [])],
  ]);

const foundOffice = async (town: Running, wish: TownWish): Promise<void> => {
  await appoint(town, administrator, true);
  await Promise.all([...cast, ...clerks].map((player) => appoint(town, player, false)));
  const dinas = (...args: string[]) => town.does('dinas-rahma', args);
  const { programme, payer, mandate, tranche } = ids;
  await dinas(
    ...['programme', 'create', '--id', programme, '--name', 'Perlindungan Pekerja Rentan'],
    ...['--sponsor', 'Pemerintah Kota Bontang', '--region', '64.74'],
    ...['--legal-basis', 'Perwali 23/2023', '--age-from', '18', '--age-to', '64'],
  );
  await dinas(
    ...['payer', 'add', '--programme', programme, '--id', payer, '--fund', 'DJS JKM'],
    ...['--entity', 'BPJS Ketenagakerjaan Cabang Bontang', '--legal-basis', 'PP 44/2015'],
    ...['--account', wish.fundingAccount ?? '1240018000777', '--bank', 'PDKTIDJ1'],
    ...['--from', days.since],
  );
  await dinas(
    ...['payer', 'mandate', 'propose', '--programme', programme, '--payer', payer],
    ...['--id', mandate, '--flow', 'BENEFIT', '--mode', wish.mode, '--from', days.since],
  );
  const confirm = ['payer', 'mandate', 'confirm', mandate, '--programme', programme];
  await town.does('kadis-yusuf', confirm);
  await dinas(
    ...['tranche', 'open', '--programme', programme, '--id', tranche, '--quota', '5000'],
    ...['--name', 'Gelombang I', '--cover-from', days.coverFrom],
  );
};

const madeUpRoster = (count: number): string =>
  syntheticRoster({
    seed: 'town',
    count,
    kelurahan: KELURAHAN,
    coverFrom: days.coverFrom,
    ageFrom: 18,
    ageTo: 64,
    disabilities: 1,
  }).csv;

/** Receives a list, names it in a decree, and has the branch register everybody on it. */
const enrol = async (town: Running, csv: string): Promise<string> => {
  const list = town.paper('daftar.csv', csv);
  const received = await town.does('dinas-rahma', [
    // A journey may send a list with more bad rows than good ones, and means it.
    ...['roster', 'import', list, '--tranche', ids.tranche, '--yes'],
  ]);
  const rosterId = String(received['rosterId']);
  await town.does('kadis-yusuf', [
    ...['roster', 'approve', rosterId, '--sk', '188.45/112/2026', '--sk-date', days.since],
  ]);
  const exported = town.paper('pendaftaran.csv', '');
  await town.does('cabang-gita', ['registration', 'export', rosterId, '-o', exported]);
  const answered = answerRegistration(readFileSync(exported), { coverStart: days.coverFrom });
  const answer = town.paper('jawaban-bpjs.csv', answered);
  await town.does('cabang-gita', ['registration', 'ingest', rosterId, answer]);
  return rosterId;
};

const payContributions = async ({ does }: Running, workers: number): Promise<void> => {
  const amount = (BigInt(workers) * CONTRIBUTION_IDR).toString();
  const months = Array.from({ length: MONTHS_COVERED + 1 }, (_, index) =>
    addMonthsTo(monthOf(days.coverFrom), index),
  );
  const pay = async (month: string): Promise<void> => {
    const bill = ['--tranche', ids.tranche, '--month', month, '--amount', amount];
    await does('dinas-rahma', [
      ...['contribution', 'bill', ...bill],
      ...['--workers', String(workers), '--payment-code', `88888-${month}`],
    ]);
    await does('dinas-rahma', [
      ...['contribution', 'confirm', ...bill],
      ...['--paid-on', `${month}-01`, '--reference', `SP2D-${month}`],
    ]);
  };
  await Promise.all(months.map(pay));
};

type MemberLine = { readonly stage: string; readonly workerId: string; cardId: string | null };

const membersIn = (json: Json): readonly MemberLine[] =>
  Array.isArray(json['workers']) ? json['workers'] : [];

const withCards = async (town: Running, rosterId: string): Promise<Town['workers']> => {
  const listed = await town.until(['worker', 'list', '--roster', rosterId], (json) => {
    const members = membersIn(json);
    const settled = members.filter(({ stage, cardId }) => cardId !== null || stage === REFUSED);
    return members.length > 0 && settled.length === members.length;
  });
  return membersIn(listed)
    .flatMap(({ workerId, cardId }) => (cardId === null ? [] : [{ workerId, cardId }]))
    .toSorted((a, b) => (a.workerId < b.workerId ? -1 : 1));
};

/** An office with its purse and its tranche, and nobody on any list yet. */
export const foundEmptyTown = async (
  wish: Pick<TownWish, 'mode' | 'environment'>,
): Promise<Running> => {
  const running = await startRunning({ ...wish, workers: 0 });
  try {
    await foundOffice(running, { ...wish, workers: 0 });
    return running;
  } catch (error) {
    await running.stop();
    throw error;
  }
};

/** About fifteen seconds on two quiet cores. Call `stop` in `afterAll`. */
export const foundTown = async (wish: TownWish): Promise<Town> => {
  const running = await startRunning(wish);
  try {
    await foundOffice(running, wish);
    const rosterId = await enrol(running, wish.roster ?? madeUpRoster(wish.workers));
    await payContributions(running, wish.workers);
    return { ...running, rosterId, workers: await withCards(running, rosterId) };
  } catch (error) {
    await running.stop();
    throw error;
  }
};
