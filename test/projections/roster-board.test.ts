// Received lists: counts, decree, the branch's answer, refused cells.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  countProblems,
  listRosters,
  listVerdicts,
  rosterById,
} from '../../projections/roster-board.ts';
import { day, type Fact, logOf, morning, PROGRAMME, ROSTER, TRANCHE } from './history.ts';
import { openReadModels, type ReadModelDatabase } from './read-model-database.ts';

let models: ReadModelDatabase;
beforeAll(async () => {
  models = await openReadModels();
});
beforeEach(() => models.empty());
afterAll(() => models.close());

const roster = { category: 'roster', streamId: ROSTER, by: 'rina', office: 'DISNAKER' } as const;
const received: readonly Fact[] = [
  {
    ...roster,
    act: 'import-roster',
    at: morning('2023-10-09'),
    event: {
      type: 'RosterReceived',
      data: {
        rosterId: ROSTER,
        trancheId: TRANCHE,
        programmeId: PROGRAMME,
        fileSha256: 'file',
        rows: 100,
        accepted: 97,
        refused: 3,
      },
    },
  },
  {
    ...roster,
    act: 'import-roster',
    at: morning('2023-10-09'),
    event: {
      type: 'RosterRowsRefused',
      data: {
        rosterId: ROSTER,
        verdicts: [
          { row: 12, column: 'nik', problem: 'NIK_LENGTH', severity: 'refused' },
          { row: 3, column: 'nik', problem: 'NIK_TWICE_IN_FILE', severity: 'refused' },
          { row: 3, column: 'pekerjaan', problem: 'OCCUPATION_UNKNOWN', severity: 'warning' },
        ],
      },
    },
  },
];

describe('the roster board', () => {
  test('follows a list from receipt to registration', async () => {
    const step = { ...roster, act: 'approve-roster', at: morning('2023-10-11') } as const;
    await models.apply([
      logOf([
        ...received,
        {
          ...step,
          event: {
            type: 'RosterApproved',
            data: {
              rosterId: ROSTER,
              decreeNumber: 'SK 1/2023',
              decreeDate: day('2023-10-10'),
              workers: 97,
            },
          },
        },
        {
          ...step,
          event: {
            type: 'RosterSubmitted',
            data: { rosterId: ROSTER, workers: 97, fileSha256: 'out' },
          },
        },
        {
          ...step,
          event: {
            type: 'RegistrationAnswered',
            data: { rosterId: ROSTER, fileSha256: 'answer', accepted: 95, refused: 2 },
          },
        },
        {
          ...step,
          event: {
            type: 'RosterStepCompleted',
            data: { rosterId: ROSTER, step: 'NOMINATION', done: 97, skipped: 0 },
          },
        },
      ]),
    ]);
    expect(await rosterById(models.db, ROSTER)).toMatchObject({
      rows: 100,
      accepted: 97,
      refused: 3,
      decreeNumber: 'SK 1/2023',
      namedInDecree: 97,
      submitted: 97,
      registrationAccepted: 95,
      registrationRefused: 2,
      steps: [{ step: 'NOMINATION', done: 97, skipped: 0 }],
    });
    expect((await listRosters(models.db, { trancheId: TRANCHE })).rows).toHaveLength(1);
    expect((await listRosters(models.db, { trancheId: 'another' })).rows).toEqual([]);
  });

  test('lists refused cells in the order of the file, without their values', async () => {
    await models.apply([logOf(received)]);
    const first = await listVerdicts(models.db, { rosterId: ROSTER, limit: 2 });
    expect(first.rows.map(({ row, problem }) => [row, problem])).toEqual([
      [3, 'NIK_TWICE_IN_FILE'],
      [3, 'OCCUPATION_UNKNOWN'],
    ]);
    const cursor = first.nextCursor ?? '';
    const second = await listVerdicts(models.db, { rosterId: ROSTER, limit: 2, cursor });
    expect(second.rows.map(({ row, column }) => [row, column])).toEqual([[12, 'nik']]);
    expect(second.nextCursor).toBeNull();
    const warned = await listVerdicts(models.db, { rosterId: ROSTER, severity: 'warning' });
    expect(warned.rows).toHaveLength(1);
    expect(await countProblems(models.db, ROSTER)).toHaveLength(3);
  });
});
