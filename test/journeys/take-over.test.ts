// A mini city is taken over: 200 people, 12 claims at their stages, history closed, and life goes on.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMonthsTo, monthOf, officeDay } from '../../domain/calendar.ts';
import { paymentDueDate } from '../../domain/rules/due-dates.ts';
import { NATIONAL_HOLIDAYS } from '../../domain/rules/holidays.ts';
import {
  approve,
  assembleRun,
  BENEFIT_IDR,
  payableIds,
  releaseAndReconcile,
} from './claim-path.ts';
import { claimDays, claimFile, memberFile, PEOPLE } from './take-over-files.ts';
import { foundEmptyTown, type Json, type Ran, type Running, type Town } from './town.ts';

/** The worker is killed here, once, and comes back by itself. */
const KILLED_AT = ['worker.after-roster-chunk'] as const;

type Verdict = {
  row: number;
  verdict: string;
  column: string;
  code: string;
  claimId: string;
  stage: string;
};

const SOURCE = ['--source', 'Buku agenda 2026', '--reason', 'ambil alih program'];
const verdictsOf = ({ json }: Ran): readonly Verdict[] => json['verdicts'] as Verdict[];

describe('a running programme is taken over', () => {
  let town: Running;
  let people: Ran;
  let peopleAgain: Ran;
  let claims: Ran;
  let claimsAgain: Ran;
  let opened: Json = {};
  let positionBefore = '';
  let positionAfter = '';
  let closing: string[] = [];
  let run: Json = {};
  let orders = '';

  const lina = (...args: string[]): Promise<Ran> => town.run(args, { as: 'pencatat-lina' });
  const ask = (...args: string[]): Promise<Json> => town.does('auditor-fajar', args);
  const claimAt = (row: number): string => verdictsOf(claims)[row - 1]?.claimId ?? 'no claim';
  const position = async (): Promise<string> => town.session.store.safePosition();
  const tries = async (as: string, ...args: string[]): Promise<void> => {
    const { code, json } = await town.run(args, { as });
    closing.push(`${args[1]} by ${as}: ${code} ${json['code'] ?? json['stage']}`);
  };

  const lastMonth = (): string => addMonthsTo(monthOf(town.days.today), -1);

  /** Until the workflows have told the members how their claims ended. */
  const settled = async (): Promise<void> => {
    for (const row of [7, 9, 10, 11, 12]) {
      const { workerId } = await ask('claim', 'show', claimAt(row));
      await town.until(['worker', 'show', String(workerId)], ({ stage }) => stage === 'ENDED');
    }
    await town.until(['claim', 'show', claimAt(6)], (json) => payableIds(json).length === 1);
  };

  const closeHistory = async (): Promise<void> => {
    const tranche = ['--tranche', town.ids.tranche];
    const through = ['--through', lastMonth()];
    await tries('pencatat-omar', 'history', 'confirm-close', ...tranche, ...through);
    await tries('pencatat-lina', 'history', 'propose-close', ...tranche, ...through);
    await tries('pencatat-lina', 'history', 'confirm-close', ...tranche, ...through);
    await tries('dinas-rahma', 'history', 'confirm-close', ...tranche, ...through);
    await tries('pencatat-omar', 'history', 'confirm-close', ...tranche, ...through);
  };

  beforeAll(async () => {
    orders = mkdtempSync(join(tmpdir(), 'lindung-fault-'));
    for (const point of KILLED_AT) writeFileSync(join(orders, point), '');
    const environment = { LINDUNG_FAULT: orders };
    town = await foundEmptyTown({ mode: 'DISBURSES', environment });
    const { csv, people: listed } = memberFile(town);
    const at = claimDays(town);
    const list = [
      ...[town.paper('peserta.csv', csv), '--tranche', town.ids.tranche],
      ...['--registered', '--as-of', at.asOf, ...SOURCE],
    ];
    people = await lina('roster', 'import', ...list);
    peopleAgain = await lina('roster', 'import', ...list);
    const agenda = town.paper('klaim.csv', claimFile(town, listed));
    const wish = ['claim', 'import', agenda, '--as-of', at.asOf, ...SOURCE];
    claims = await lina(...wish);
    await settled();
    positionBefore = await position();
    claimsAgain = await lina(...wish);
    positionAfter = await position();
    opened = await ask('history', 'show', '--tranche', town.ids.tranche);
    closing = [];
    await closeHistory();
    // Life goes on: one claim is recommended and approved today, one was decided before.
    await town.does('verifikator-ani', [
      ...['claim', 'recommend', claimAt(4), '--reason', 'surat kuasa sudah ada'],
    ]);
    await approve(town as Town, claimAt(4));
    await approve(town as Town, claimAt(5));
    const runId = await assembleRun(town as Town);
    await releaseAndReconcile(town as Town, runId, '84000000');
    // What an entered past decided may have been paid then: it is taken by its name only.
    const [entered = ''] = payableIds(await ask('claim', 'show', claimAt(6)));
    const named = await town.does('keuangan-citra', [
      ...['payout', 'run', '--payer', town.ids.payer, '--payable', entered],
    ]);
    run = await releaseAndReconcile(town as Town, String(named['runId']), '42000000');
    for (const row of [4, 5, 6])
      await town.until(['claim', 'show', claimAt(row)], ({ stage }) => stage === 'SETTLED');
  });
  afterAll(async () => {
    await town?.stop();
    rmSync(orders, { recursive: true, force: true });
  });

  test('everybody on the list is a member, with the days of the list', async () => {
    expect(people).toMatchObject({ code: 0, json: { accepted: PEOPLE, refused: 0 } });
    expect(people.json['progress']).toMatchObject({ done: PEOPLE, skipped: 0 });
    const since = town.days.coverFrom;
    const { figures } = await ask('watch', '--once');
    expect(figures).toMatchObject({ registered_cumulative: `${PEOPLE}`, deaths_known: '12' });
    const { workers } = (await ask('worker', 'list', '--limit', '1')) as { workers: Json[] };
    expect(workers[0]).toMatchObject({ stage: 'ENROLLED', historic: true });
    const shown = await ask('worker', 'show', String(workers[0]?.['workerId']));
    expect(shown).toMatchObject({ coverStart: since, historic: true });
  });

  test('the worker was killed after a chunk was recorded, and nobody is entered twice', () => {
    expect(readdirSync(orders).toSorted()).toEqual(
      KILLED_AT.map((point) => `${point}.done`).toSorted(),
    );
  });

  test('the same files a second time change nothing', () => {
    expect(peopleAgain).toMatchObject({ code: 0, json: { position: '0' } });
    expect(verdictsOf(claimsAgain).filter(({ verdict }) => verdict === 'TAKEN_OVER')).toEqual([]);
    expect(claimsAgain.json).toMatchObject({ unchanged: 12, refused: 4 });
    expect(positionAfter).toBe(positionBefore);
  });

  test('every row of the agenda has its verdict and opens at its stage', () => {
    expect(claims.code).toBe(1);
    expect(verdictsOf(claims).map(({ stage, code }) => stage ?? code)).toEqual([
      ...['PAPERS_INCOMPLETE', 'DOCUMENTS_COMPLETE', 'CHECKED', 'READY_TO_RECOMMEND'],
      ...['RECOMMENDED', 'APPROVED', 'REJECTED', 'WITHDRAWN'],
      ...['SETTLED', 'SETTLED', 'SETTLED', 'SETTLED'],
      ...['NOT_A_MEMBER', 'DAY_INVALID', 'StampsOutOfOrder', 'PastActNotHeld'],
    ]);
    const refused = verdictsOf(claims).slice(12);
    expect(refused.map(({ column }) => column)).toEqual([
      ...['NIK', 'TANGGAL_LENGKAP', 'TANGGAL_LENGKAP', 'DIUSULKAN_OLEH'],
    ]);
  });

  test('a due day that ran out is passed, one that has not is counted from the old stamp', async () => {
    const at = claimDays(town);
    const due = (day: typeof at.asOf) => paymentDueDate(day, NATIONAL_HOLIDAYS).dueOn;
    const late = await ask('claim', 'show', claimAt(3));
    expect(late).toMatchObject({ contents: { deadlinesPassed: [{ dueOn: due(at.complete) }] } });
    const { acts } = late['contents'] as { acts: { type: string; historic: boolean }[] };
    expect(acts.filter(({ type }) => type === 'DeadlinePassed')).toMatchObject([
      { historic: true },
    ]);
    const fresh = await ask('claim', 'show', claimAt(2));
    expect(fresh).toMatchObject({ contents: { deadlinesPassed: [] } });
    const { rows } = (await ask('claim', 'list')) as { rows: Json[] };
    const waiting = rows.find(({ claimId }) => claimId === claimAt(2));
    expect(waiting).toMatchObject({ nextDueOn: due(at.asOf), historic: true });
  });

  test('what was paid before is shown as such and owes nothing', async () => {
    const paid = await ask('claim', 'show', claimAt(9));
    expect(paid).toMatchObject({
      ...{ stage: 'SETTLED', payables: [] },
      contents: {
        takenOver: { agendaNumber: 'AG-9', stage: 'PAID' },
        paidBefore: { paidIdr: BENEFIT_IDR, paymentReference: 'TRF-1', outcome: 'SETTLED' },
      },
    });
    const again = await town.run(['claim', 'reopen', claimAt(9), '--why', 'coba'], {
      as: 'verifikator-ani',
    });
    expect(again).toMatchObject({ code: 1, json: { code: 'ClaimNotClosed' } });
    const { figures } = await ask('watch', '--once');
    expect(figures).toMatchObject({ claims_paid: '7', paid_total: '294000000' });
  });

  test('history shows what is in it, and is closed by two persons who hold the act', () => {
    expect(opened).toMatchObject({ members: PEOPLE, unfinishedLists: 0, closedThrough: null });
    expect(closing).toEqual([
      'confirm-close by pencatat-omar: 1 HistoryClosureNotProposed',
      'propose-close by pencatat-lina: 0 OPEN',
      'confirm-close by pencatat-lina: 1 SamePersonProposedClosure',
      'confirm-close by dinas-rahma: 1 ActNotHeld',
      'confirm-close by pencatat-omar: 0 OPEN',
    ]);
  });

  test('after the closing nothing of those months is entered any more', async () => {
    const bill = [
      ...['contribution', 'bill', '--tranche', town.ids.tranche, '--month', lastMonth()],
      ...['--amount', '16800', '--workers', '1', '--payment-code', '1'],
    ];
    const past = ['--effective-at', `${lastMonth()}-02`, ...SOURCE];
    expect(await lina(...bill, ...past)).toMatchObject({
      ...{
        code: 1,
        json: { code: 'HistoryIsClosed', facts: { throughMonth: lastMonth() } },
      },
    });
    expect(await lina(...bill)).toMatchObject({ code: 0 });
  });

  test('claims of the old agenda are paid by ordinary commands, once each', () => {
    expect(run).toMatchObject({ stage: 'RECONCILED', count: 1, sumIdr: '42000000' });
  });

  test('every entered fact says so, and names its source', async () => {
    const { events } = (await ask('audit', 'timeline', `claim-${claimAt(4)}`)) as {
      events: { type: string; origin: string; effectiveAt: string; reason?: string }[];
    };
    const entered = events.filter(({ origin }) => origin === 'historic');
    expect(entered.map(({ type }) => type)).toEqual([
      ...['DeathReported', 'ClaimTakenOver', 'DocumentsCompleted', 'ChecksRecorded'],
      ...['HeirsDetermined', 'BenefitsDetermined', 'DeadlinePassed'],
    ]);
    expect(new Set(entered.map(({ reason }) => reason))).toEqual(
      new Set(['Buku agenda 2026: ambil alih program']),
    );
    expect(officeDay(entered[0]?.effectiveAt ?? '')).toBe(claimDays(town).reported);
  });
});
