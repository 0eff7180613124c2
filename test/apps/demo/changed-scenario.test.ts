// Another turn of events moves exactly the figures that it must; other people move none of them.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '../../../apps/cli/program.ts';
import { sharedSession } from '../../../apps/cli/shared-session.ts';
import { NO_TURNS, scenarioOf, type Turns } from '../../../apps/demo/bontang/scenario.ts';
import { tellBontang } from '../../../apps/demo/bontang/story.ts';
import { createNarrator } from '../../../apps/demo/narrator.ts';
import { type ProgrammeFigures, programmeFigures } from '../../../apps/demo/programme-figures.ts';
import { addDays, localDate, monthOf, officeDay } from '../../../domain/calendar.ts';
import type { StoredEvent } from '../../../infra/event-store/event-store.ts';
import { ledgerPosition, trialBalance } from '../../../projections/general-ledger.ts';
import type { FigureKey } from '../../../projections/programme-summary/figures.ts';
import type { ProjectionDb } from '../../../projections/projection.ts';
import { inTenOrders } from './in-any-order.ts';
import { openOfficeInOneProcess } from './office-in-one-process.ts';

const WORKERS = 60;
const PRESS_DAY = localDate('2024-07-17');
const today = officeDay(new Date().toISOString());
const root = mkdtempSync(join(tmpdir(), 'lindung-changed-'));

type Told = {
  readonly figures: ProgrammeFigures;
  /** The auditor's query on the same log: it shares no code with the read models. */
  readonly inSql: Readonly<Record<string, unknown>>;
  readonly people: readonly string[];
  readonly log: readonly StoredEvent[];
};

/** The books of every payer, by the read model and by the auditor's query on the same log. */
const compareLedger = async (db: ProjectionDb, client: pg.Client): Promise<void> => {
  const knownAt = await ledgerPosition(db);
  const books = await trialBalance(db, { at: today, knownAt });
  const text = readFileSync('docs/reference/ledger.sql', 'utf8');
  const { rows } = await client.query<object>(text, [knownAt]);
  const standing = books.filter(({ balanceIdr }) => balanceIdr !== '0');
  expect(standing.length).toBeGreaterThan(3);
  expect(standing.map(({ debitIdr: _, creditIdr: __, ...one }) => one)).toEqual(rows);
};

const figuresInSql = async (connectionString: string, db: ProjectionDb): Promise<Told['inSql']> => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await compareLedger(db, client);
    const text = readFileSync('docs/reference/figures.sql', 'utf8');
    return (await client.query<Record<string, unknown>>(text, [today])).rows[0] ?? {};
  } finally {
    await client.end();
  }
};

const tell = async (seed: number, turns: Turns): Promise<Told> => {
  const folder = join(root, String(seed));
  mkdirSync(folder);
  const office = await openOfficeInOneProcess();
  try {
    const storyId = `changed scenario|${seed}`;
    const narrator = createNarrator({
      ...{ runCommandLine, openSession: sharedSession(office.session), storyId, language: 'id' },
      ...{ out: () => undefined, progress: () => undefined },
    });
    const scenario = scenarioOf(WORKERS, seed, turns);
    await tellBontang({ narrator, scenario, folder, storyId, today });
    const list = readFileSync(join(folder, 'peserta-terdaftar-2023.csv'), 'utf8');
    return {
      figures: await programmeFigures(office.session, [PRESS_DAY, today]),
      inSql: await figuresInSql(office.databaseUrl, office.session.db),
      people: list.match(/\b\d{16}\b/g) ?? [],
      log: await office.log(),
    };
  } finally {
    await office.close();
  }
};

/** Every cell of the table by its name: `2024-07-17 active_now`, `2023-11 owedWorkers` … */
const cellsOf = ({ byDay, kelurahan, purses }: ProgrammeFigures): ReadonlyMap<string, bigint> => {
  const cells = new Map<string, bigint>();
  for (const [day, figures] of Object.entries(byDay))
    for (const [key, value] of Object.entries(figures)) cells.set(`${day} ${key}`, value);
  for (const { figures, kelurahan: code } of kelurahan)
    for (const [key, value] of Object.entries(figures)) cells.set(`${code} ${key}`, value);
  for (const { month, ...rest } of purses.contributions)
    for (const [key, value] of Object.entries(rest)) cells.set(`${month} ${key}`, BigInt(value));
  cells.set('purse of benefits, paid', BigInt(purses.benefitsPaidIdr));
  cells.set('purse of benefits, open', BigInt(purses.benefitsOpenIdr));
  return cells;
};

type Moves = Readonly<Record<string, bigint>>;

const movesBetween = (base: ProgrammeFigures, changed: ProgrammeFigures): Moves => {
  const [before, after] = [cellsOf(base), cellsOf(changed)];
  expect([...after.keys()]).toEqual([...before.keys()]);
  const moves = [...before].map(([cell, was]) => [cell, (after.get(cell) ?? 0n) - was] as const);
  return Object.fromEntries(moves.filter(([, by]) => by !== 0n));
};

const BENEFIT = 42_000_000n;
const MONTHLY = 16_800n;
/** Where the first of each kind dies: the first kelurahan of the list. */
const PLACE = '64.74.01.1001';

type Move = Partial<Record<FigureKey, bigint>>;

const ONE_DEATH = { active_now: -1n, ended: 1n, deaths_known: 1n, claims_reported: 1n };
const REFUSED: Move = { ...ONE_DEATH, claims_decided: 1n, claims_rejected: 1n };
const IN_GRACE: Move = { ...ONE_DEATH, claims_in_verification: 1n, open_total: BENEFIT };
const RETURNED: Move = {
  ...{ claims_paid: -1n, paid_total: -BENEFIT },
  ...{ payables_open_total: BENEFIT, open_total: BENEFIT },
};

const named = (prefix: string, ...moves: readonly Move[]): Moves => {
  const sums: Record<string, bigint> = {};
  for (const move of moves)
    for (const [key, by] of Object.entries(move))
      sums[`${prefix} ${key}`] = (sums[`${prefix} ${key}`] ?? 0n) + by;
  return sums;
};

/** The dead are taken off after their month; two months of the second tranche are not paid. */
const contributionMoves = ({ purses }: ProgrammeFigures, second: number): Moves => {
  const refusedIn = '2023-11';
  const inGraceIn = monthOf(addDays(today, -3));
  const months = purses.contributions.map(({ month }) => month);
  const moves = months.flatMap((month) => {
    const fewer = BigInt(Number(month > refusedIn) + Number(month > inGraceIn));
    return [
      [`${month} owedWorkers`, -fewer],
      [`${month} owedIdr`, -fewer * MONTHLY],
    ] as const;
  });
  const unpaid = months.slice(-2).flatMap(
    (month) =>
      [
        [`${month} confirmedIdr`, -BigInt(second) * MONTHLY],
        [`${month} billsConfirmed`, -1n],
      ] as const,
  );
  return Object.fromEntries([...moves, ...unpaid].filter(([, by]) => by !== 0n));
};

let base: Told;
let changed: Told;

beforeAll(async () => {
  base = await tell(2026, NO_TURNS);
  changed = await tell(7, { refused: 1, returned: 1, inGrace: 1 });
}, 600_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('one more death refused, one payment returned, one death in grace: these cells and no other', () => {
  const second = 3;
  expect(movesBetween(base.figures, changed.figures)).toEqual({
    ...named(PRESS_DAY, REFUSED),
    ...named(today, REFUSED, RETURNED, IN_GRACE),
    ...named(PLACE, REFUSED, RETURNED, IN_GRACE),
    ...contributionMoves(base.figures, second),
    'purse of benefits, paid': -BENEFIT,
    'purse of benefits, open': 2n * BENEFIT,
  });
});

test('the second story has other people than the first, in every row of the list', () => {
  expect(base.people.length).toBeGreaterThan(50);
  expect(changed.people).toHaveLength(base.people.length);
  const known = new Set(base.people);
  expect(changed.people.filter((nik) => known.has(nik))).toEqual([]);
});

test('plain SQL over the events gives the same table for both stories', () => {
  for (const { figures, inSql } of [base, changed]) {
    const of = figures.byDay[today] as Readonly<Record<string, bigint>>;
    expect(Object.keys(inSql)).toHaveLength(6);
    for (const [key, value] of Object.entries(inSql))
      expect([key, of[key]]).toEqual([key, BigInt(String(value))]);
  }
});

test('the events of both stories in ten orders of batches give the same rows, and remind nobody', async () => {
  for (const { log } of [base, changed]) await inTenOrders(log);
});
