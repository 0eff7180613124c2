// A city of fewer people and all its deaths: taken over, counted twice, and carried to the last rupiah.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sessionOn } from '../../apps/cli/open-session.ts';
import { runCommandLine } from '../../apps/cli/program.ts';
import type { Session } from '../../apps/cli/session.ts';
import { sharedSession } from '../../apps/cli/shared-session.ts';
import { handOverCards } from '../../apps/demo/bontang/cards.ts';
import { foundOffices } from '../../apps/demo/bontang/offices.ts';
import { officerOf } from '../../apps/demo/bontang/players.ts';
import { scenarioOf } from '../../apps/demo/bontang/scenario.ts';
import { takeOver } from '../../apps/demo/bontang/take-over.ts';
import type { Telling } from '../../apps/demo/bontang/telling.ts';
import { payAll } from '../../apps/demo/bontang/today.ts';
import { heirsFile, PAPERS } from '../../apps/demo/claim-path.ts';
import { createNarrator } from '../../apps/demo/narrator.ts';
import { pathOf, writeClosed } from '../../apps/demo/story-parts.ts';
import { syntheticPdf } from '../../apps/demo/synthetic-paper.ts';
import { type LocalDate, localDate, officeDay } from '../../domain/calendar.ts';
import { figures } from '../../projections/programme-summary.ts';
import { type StackProcess, startStackProcess } from './stack-process.ts';

const WORKERS = 600;
const STORY = 'journey|city-goes-live';
const PRESS_DAY = localDate('2024-07-17');
const DESKS = 4;

const queue = z.object({
  rows: z.array(
    z.object({
      claimId: z.string(),
      workerId: z.string(),
      stage: z.string(),
      waitingFor: z.string(),
      kelurahan: z.string(),
      missingDocuments: z.array(z.string()),
      openTask: z.string().nullable(),
      legalBasis: z.string().nullable(),
      nextDueOn: z.string().nullable(),
    }),
  ),
});
type Open = z.infer<typeof queue>['rows'][number];

const CLOSED = ['SETTLED', 'REJECTED', 'WITHDRAWN', 'REPORTED_PAID'];
/** What each stage lacks until a person may approve. */
const UNTIL_RECOMMENDED = ['papers', 'check', 'heirs', 'recommend'] as const;
const DONE_AT: Readonly<Record<string, number>> = {
  ...{ REPORTED: 0, PAPERS_INCOMPLETE: 0, PAPERS_RETURNED: 0 },
  ...{ DOCUMENTS_COMPLETE: 1, CHECKED: 2 },
  ...{ READY_TO_RECOMMEND: 3, RETURNED_TO_VERIFIER: 3, RECOMMENDED: 4 },
};

describe('a city goes live', () => {
  const root = mkdtempSync(join(tmpdir(), 'lindung-city-'));
  chmodSync(root, 0o711); // PostgreSQL may run as another user than we
  const dataDir = join(root, 'data');
  const folder = join(root, 'papers');
  const today = officeDay(new Date().toISOString());
  let stack: StackProcess;
  let session: Session;
  let telling: Telling;
  let open: readonly Open[] = [];

  const queueNow = async (): Promise<readonly Open[]> => {
    const answer = await telling.narrator.settle(
      ['claim', 'list', '--limit', '200'],
      (json) => queue.safeParse(json).success,
    );
    return queue.parse(answer).rows.filter(({ stage }) => !CLOSED.includes(stage));
  };

  const figuresOn = async (asOf: LocalDate) => {
    const counted = await figures(session.db, { asOf });
    return {
      registered_cumulative: Number(counted.registered_cumulative),
      active_now: Number(counted.active_now),
      deaths_known: Number(counted.deaths_known),
      claims_paid: Number(counted.claims_paid),
      claims_in_verification: Number(counted.claims_in_verification),
      paid_total: counted.paid_total.toString(),
    };
  };

  /** The auditor's query: it shares no code with the read models. */
  const figuresInSql = async (asOf: LocalDate): Promise<unknown> => {
    const client = new pg.Client({ connectionString: stack.connection.databaseUrl });
    await client.connect();
    try {
      const text = readFileSync('docs/reference/figures.sql', 'utf8');
      return (await client.query(text, [asOf])).rows[0];
    } finally {
      await client.end();
    }
  };

  const type = (as: string, ...args: readonly string[]) =>
    telling.narrator.quietly({ as, args, title: 'sampai selesai' });

  const bringPapers = async ({ claimId, kelurahan, missingDocuments }: Open): Promise<void> => {
    for (const kind of PAPERS) {
      if (kind !== 'MARRIAGE_BOOK' && !missingDocuments.includes(kind)) continue;
      const path = pathOf(telling, `${kind}-${claimId}.pdf`);
      await writeClosed(path, syntheticPdf(`${kind} ${claimId}`));
      const paper = ['--kind', kind, '--file', path, '--form', 'LEGALISED'];
      await type(officerOf(kelurahan), 'claim', 'documents', 'add', claimId, ...paper);
    }
  };

  const STEPS: Readonly<
    Record<(typeof UNTIL_RECOMMENDED)[number], (one: Open) => Promise<unknown>>
  > = {
    papers: bringPapers,
    check: ({ claimId }) => type('verifikator-ani', 'claim', 'check', claimId),
    heirs: async (one) => {
      const file = await heirsFile(telling, one);
      return type('verifikator-ani', 'claim', 'heirs', one.claimId, '--file', file);
    },
    recommend: ({ claimId }) => type('verifikator-ani', 'claim', 'recommend', claimId),
  };

  const carry = async (one: Open): Promise<void> => {
    for (const step of UNTIL_RECOMMENDED.slice(DONE_AT[one.stage] ?? 0)) await STEPS[step](one);
    await type('penetap-budi', 'claim', 'approve', one.claimId, '--total', '42000000');
  };

  beforeAll(async () => {
    mkdirSync(folder, { mode: 0o700 });
    stack = await startStackProcess(dataDir);
    const quiet = { out: () => undefined, err: () => undefined };
    session = await sessionOn(stack.connection, {}, quiet);
    const narrator = createNarrator({
      ...{ runCommandLine, openSession: sharedSession(session), storyId: STORY, language: 'id' },
      ...{ out: () => undefined, progress: () => undefined },
    });
    // Fewer people than Bontang has, and every one of its deaths.
    const scenario = { ...scenarioOf(WORKERS, 7), paid: 31, verifying: 76 };
    telling = { narrator, scenario, folder, storyId: STORY, today };
    await foundOffices(telling);
    await handOverCards(telling, await takeOver(telling));
    open = await queueNow();
  });
  afterAll(async () => {
    await session?.close();
    await stack?.stop();
    rmSync(root, { recursive: true, force: true });
  });

  test('on the day of its list 107 deaths are known, 31 paid, 76 in verification', async () => {
    expect(await figuresOn(PRESS_DAY)).toMatchObject({
      ...{ deaths_known: 107, claims_paid: 31, claims_in_verification: 76 },
      paid_total: '1302000000',
    });
  });

  test('the open cases stand in eight stages, and each says who is to do what until when', () => {
    expect(open).toHaveLength(76);
    expect(new Set(open.map(({ stage }) => stage)).size).toBeGreaterThanOrEqual(8);
    for (const one of open) {
      expect(one.waitingFor).not.toBe('NOBODY');
      expect([one.openTask, one.legalBasis, one.nextDueOn]).not.toContain(null);
      const lacksPapers = one.stage === 'REPORTED' || one.stage.startsWith('PAPERS_');
      expect(one.missingDocuments.length > 0).toBe(lacksPapers);
    }
  });

  test('plain SQL over the events counts the same, on every day', async () => {
    for (const asOf of ['2023-11-30', '2024-07-17', '2025-01-31', today].map(localDate))
      expect(await figuresInSql(asOf)).toEqual(await figuresOn(asOf));
  });

  test('all of them go on to paid: 107 known, 107 paid, none waiting, 4,494,000,000', async () => {
    const works = open.map((one) => () => carry(one));
    await telling.narrator.together({ id: '', en: '' }, works, DESKS);
    await payAll(telling, open);
    await telling.narrator.settle(['claim', 'list', '--limit', '200'], (json) =>
      queue.parse(json).rows.every(({ stage }) => stage === 'SETTLED'),
    );
    const counted = await figuresOn(today);
    expect(counted).toMatchObject({
      ...{ deaths_known: 107, claims_paid: 107, claims_in_verification: 0 },
      paid_total: '4494000000',
    });
    expect(await figuresInSql(today)).toEqual(counted);
  });
});
