// Benchmark `bulk`: a take-over list from the file to visible rows, beside a COPY of the same rows.
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureReadModelTables } from '../projections/read-model-tables.ts';
import { projections } from '../projections/registry.ts';
import { type DayOneList, dayOneList } from './ours/day-one-list.ts';
import { openTown, shown, type Town, takeOverFile, writeList } from './ours/town.ts';
import type { Plan } from './plan.ts';
import { progress } from './progress.ts';
import { bareCopy, copyFolder, type Dumped, dump, settleDisk } from './raw/bare-copy.ts';
import {
  asMs,
  asRatio,
  noiseDoubt,
  ratioVerdict,
  type Section,
  spread,
  type Table,
  type Verdict,
} from './report.ts';
import { type Compared, compare, median, type Rounds } from './rounds.ts';
import { openServices, type Services } from './services.ts';

const TARGET = 4;
const OURS = 'from file to visible rows';
const BARE = 'COPY of the same rows';
/** The programs have just started: what that leaves behind is not measured. */
const REST_MS = 1_000;

type Size = Plan['bulk'][number];

type Taken = {
  readonly seconds: number;
  /** Until the last row was recorded; the screens follow. */
  readonly recorded: number;
};

const assertShown = async ({ watch }: Town, list: DayOneList): Promise<void> => {
  const { rows } = await watch.query<{ members: number; persons: number; cards: number }>(
    `select (select count(*)::int from rm.member_roster_v1) as members,
      (select count(*)::int from rm.member_roster_v1_persons) as persons,
      (select count(*)::int from rm.card_board_v1) as cards`,
  );
  for (const [name, count] of Object.entries(rows[0] ?? {}))
    if (count !== list.accepted) throw new Error(`${count} ${name}, not ${list.accepted}`);
};

const takeOverOnce = async (town: Town, list: DayOneList, file: string): Promise<Taken> => {
  await sleep(REST_MS);
  await settleDisk(town.ownerUrl);
  const startedAt = performance.now();
  const { rosterId } = await takeOverFile(town, file);
  const recorded = (performance.now() - startedAt) / 1000;
  await shown(town, rosterId);
  const seconds = (performance.now() - startedAt) / 1000;
  await assertShown(town, list);
  return { seconds, recorded };
};

/** On an installation of its own; the first one's rows are what the bare COPY copies. */
const oursOnce = async (
  list: DayOneList,
  keep: ((town: Town) => Promise<void>) | undefined,
): Promise<Taken> => {
  const own = openServices();
  try {
    const file = writeList(own, 'peserta-terdaftar.csv', list.csv);
    const town = await openTown(own, { name: 'town', lifecycleStart: 'on-first-touch' });
    const taken = await takeOverOnce(town, list, file);
    await town.stopPrograms();
    await keep?.(town);
    await town.close();
    return taken;
  } finally {
    await own.close();
  }
};

const bareOnce = async (services: Services, name: string, dumped: Dumped): Promise<number> => {
  const database = await services.database(name);
  await ensureReadModelTables(database.ownerUrl, projections);
  await settleDisk(database.ownerUrl);
  const seconds = await bareCopy(database.ownerUrl, dumped);
  // 150,000 rows are some gigabytes: each round leaves the disk as it found it.
  await services.drop(name);
  return seconds;
};

type Measured = {
  readonly size: Size;
  readonly list: DayOneList;
  readonly dumped: Dumped;
  readonly rounds: Rounds;
  readonly recorded: readonly number[];
};

/** In turn, the first round ours first: somebody must have written the rows. */
const measureSize = async (services: Services, size: Size): Promise<Measured> => {
  const list = dayOneList(size.rows);
  const folder = copyFolder(services.folder, `rows-${size.rows}`);
  const ours: Taken[] = [];
  const bare: number[] = [];
  let dumped: Dumped = { folder, tables: new Map() };
  const keep = async ({ ownerUrl }: Town): Promise<void> => {
    dumped = await dump(ownerUrl, folder);
  };
  const tell = (round: number, what: string, seconds: number): void =>
    progress(
      `bulk, ${size.rows} rows, round ${round + 1} of ${size.rounds}: ` +
        `${seconds.toFixed(1)} s ${what}`,
    );
  const copy = async (round: number): Promise<void> => {
    const seconds = await bareOnce(services, `copy_${size.rows}_${round}`, dumped);
    tell(round, BARE, seconds);
    bare.push(seconds);
  };
  for (let round = 0; round < size.rounds; round += 1) {
    if (round % 2 === 1) await copy(round);
    const taken = await oursOnce(list, round === 0 ? keep : undefined);
    tell(round, OURS, taken.seconds);
    ours.push(taken);
    if (round % 2 === 0) await copy(round);
  }
  rmSync(folder, { recursive: true, force: true });
  const rounds = { [OURS]: ours.map(({ seconds }) => seconds), [BARE]: bare };
  return { size, list, dumped, rounds, recorded: ours.map(({ recorded }) => recorded) };
};

const comparedOf = ({ rounds }: Measured): Compared => compare(rounds, { of: OURS, to: BARE });

const nameOf = ({ size }: Measured): string => `${size.rows.toLocaleString('en-US')} rows`;

const rowsIn = ({ tables }: Dumped): number =>
  [...tables.values()].reduce((sum, count) => sum + count, 0);

const tableOf = (measured: Measured): Table => {
  const { rounds, recorded, dumped, list } = measured;
  const events = dumped.tables.get('es.events') ?? 0;
  const row = (name: string, values: readonly number[], ratio: string): readonly string[] => {
    const seconds = median(values);
    const perSecond = Math.round(list.rows / seconds).toLocaleString('en-US');
    return [name, asMs(seconds), spread(values, asMs), perSecond, ratio];
  };
  return {
    head: [
      `${nameOf(measured)}: ${events.toLocaleString('en-US')} events, ` +
        `${rowsIn(dumped).toLocaleString('en-US')} rows in ${dumped.tables.size} tables`,
      'seconds, median',
      'fastest – slowest round',
      'rows of the file/s',
      'file to rows ÷ this',
    ],
    rows: [
      row(BARE, rounds[BARE] ?? [], asRatio(comparedOf(measured).paired)),
      row('from file to the last row recorded', recorded, ''),
      row(OURS, rounds[OURS] ?? [], ''),
    ],
  };
};

const verdictOf = (measured: Measured): Verdict =>
  ratioVerdict(comparedOf(measured), {
    promise: `bulk, ${nameOf(measured)}`,
    of: 'a bare COPY of the same rows',
    atMost: TARGET,
  });

export const bulk = async (services: Services, plan: Plan): Promise<Section> => {
  const measured: Measured[] = [];
  for (const size of plan.bulk) measured.push(await measureSize(services, size));
  return {
    name: 'bulk',
    title: 'a list from the file to visible rows, beside a COPY of the rows that it leaves behind',
    how: [
      'Bare: the rows of the log (events, streams, commands, identities, person keys) and of all read models, ready in',
      'binary files beside the server, into the same empty tables with the same indexes, triggers and fsync, by',
      'server-side COPY on two connections at once; no client, no file to check, no key to make. Ours: the list of',
      'registered people that a city takes over on its first day, by what `lindung roster import --registered` does:',
      'checked, kept, sent to its workflow, read and checked again, each person’s six fields sealed under a key of',
      'their own, decided, five events recorded per person, carried to JetStream, folded by all projections. Every',
      'round is a new installation with its own services. The clock runs from the reading of the file until every',
      'projection has stored the list’s last event.',
    ],
    tables: measured.map(tableOf),
    verdicts: measured.map(verdictOf),
    rounds: Object.fromEntries(
      measured.map((each) => [`${nameOf(each)}, seconds`, { ...each.rounds }]),
    ),
    doubts: measured.flatMap((each) => noiseDoubt(nameOf(each), comparedOf(each))),
  };
};
