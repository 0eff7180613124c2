// What a list of the dead does to the rows that bills, figures and screens read.
import { describe, expect, test } from 'vitest';
import { matchBill } from '../../domain/programme/bill-match.ts';
import { doubtFold } from '../../projections/known-deaths/doubt-row.ts';
import { knownDeathFold } from '../../projections/known-deaths/known-death-row.ts';
import { knownDeathState } from '../../projections/known-deaths.ts';
import { memberFold } from '../../projections/member-roster/member-row.ts';
import { memberStandingFold } from '../../projections/programme-summary/member-standing.ts';
import { recordedEvent } from '../../projections/recorded-event.ts';
import { foldRows, type RowFold } from '../../projections/row-fold.ts';
import { deathOf } from './death.ts';
import { foundAliveFacts, listedFacts } from './death-lists.ts';
import { enrolled, type Fact, idr, logOf, month, named, nominated } from './history.ts';

const member = [nominated('w1', 1), named('w1'), enrolled('w1')];

const rowOf = <Row extends { readonly position: string }>(
  fold: RowFold<Row>,
  facts: readonly Fact[],
): Row | undefined =>
  [...foldRows(fold, new Map<string, Row>(), logOf(facts).map(recordedEvent)).values()][0];

describe('a death that a list makes known', () => {
  const listed = [...member, ...listedFacts('w1')];

  test('ends the contributions: a bill that names the person is wrong from the next month on', () => {
    const row = rowOf(memberFold, listed);
    expect(row).toMatchObject({ deathDate: '2024-06-01', claimId: null, stage: 'REPORTED_DEAD' });
    const roll = [
      { workerId: 'w1', decreed: true, coverStart: row?.coverStart, deathDate: row?.deathDate },
    ] as Parameters<typeof matchBill>[1];
    const billed = { row: 1, workerId: 'w1', again: false, amountIdr: idr(16_800) } as const;
    const line = { ...billed, wageEarner: false, birthDate: null, area: null };
    const terms = { monthlyContributionIdr: idr(16_800), region: '64.74', ageTo: 64 };
    const kinds = (of: string) =>
      matchBill([line], roll, { ...terms, month: month(of) }).differences.map(({ kind }) => kind);
    expect(kinds('2024-06')).toEqual([]);
    expect(kinds('2024-07')).toEqual(['DEAD']);
  });

  test('is counted among the known, waits for a claim, and shows who was visited', () => {
    expect(rowOf(memberStandingFold, listed)).toMatchObject({ deathKnownOn: '2024-06-04' });
    const row = rowOf(knownDeathFold, listed);
    expect(row).toMatchObject({ source: 'KELURAHAN', visitResult: 'INFORMED', claimId: null });
    expect(row && knownDeathState(row)).toBe('NO_CLAIM');
    expect(rowOf(doubtFold, listed)).toMatchObject({ isSamePerson: true });
  });

  test('goes on as the claim that follows', () => {
    const row = rowOf(knownDeathFold, [...listed, ...deathOf('w1', 'DISBURSES').reported]);
    expect(row && knownDeathState(row)).toBe('CLAIMED');
    expect(row?.source).toBe('KELURAHAN');
  });

  test('of somebody found alive leaves no trace in bills and figures', () => {
    const alive = [...listed, ...foundAliveFacts('w1')];
    expect(rowOf(memberFold, alive)).toMatchObject({ deathDate: null, stage: 'ENROLLED' });
    expect(rowOf(memberStandingFold, alive)).toMatchObject({ deathKnownOn: null });
    const row = rowOf(knownDeathFold, alive);
    expect(row && knownDeathState(row)).toBe('CLOSED');
  });
});
