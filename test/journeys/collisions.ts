// Two hands at the same time: two reports, two lists, two runs, one command twice. One of each stands.
// Told in a town that a journey has founded already: a stack of its own would prove nothing more.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticRoster } from '../../apps/demo/synthetic-roster.ts';
import { reportOf } from '../apps/bank-simulator/simulator-process.ts';
import {
  approve,
  BENEFIT_IDR,
  kelurahanReports,
  payableIds,
  recommendedClaim,
  releaseAndReconcile,
  reportArgs,
} from './claim-path.ts';
import { type Json, KELURAHAN, type Ran, type Town } from './town.ts';

const recordedTypes = ({ events }: Json): readonly string[] =>
  (events as { type: string }[]).map(({ type }) => type);

/** `workers` are untouched people of the town. */
export const twoAtTheSameTime = (
  founded: () => { readonly town: Town; readonly workers: readonly string[] },
): void => {
  let town: Town;
  let workers: readonly string[] = [];
  let before: Awaited<ReturnType<typeof reportOf>>;
  let otherDesk: Awaited<ReturnType<Town['openDesk']>>;

  const ask = (...args: string[]): Promise<Json> => town.does('auditor-fajar', args);
  const worker = (index: number): string => workers[index] ?? '';

  beforeAll(async () => {
    ({ town, workers } = founded());
    before = await reportOf(join(town.dataDir, 'bank'));
    otherDesk = await town.openDesk();
  });
  afterAll(() => otherDesk?.close());

  test('two reports of one death by two channels meet in one claim, the second linked', async () => {
    const neighbour = { ...kelurahanReports, channel: 'HEIR', relation: 'SPOUSE' };
    const answers = await Promise.all([
      town.run(reportArgs(town, worker(0), kelurahanReports), { as: 'kelurahan-eko' }),
      otherDesk.run(reportArgs(town, worker(0), neighbour), { as: 'kelurahan-eko' }),
    ]);
    expect(answers.map(({ code }) => code)).toEqual([0, 0]);
    const claims = new Set(answers.map(({ json }) => String(json['claimId'])));
    expect(claims.size).toBe(1);
    const [claimId = ''] = claims;
    const told = recordedTypes(await ask('audit', 'timeline', `claim-${claimId}`));
    expect(told).toEqual(['DeathReported', 'DeathReportLinked']);
    const { contents } = await ask('claim', 'show', claimId);
    const { reports } = contents as { reports: { channel: string }[] };
    expect(reports.map(({ channel }) => channel).sort()).toEqual(['HEIR', 'KELURAHAN']);
    const life = recordedTypes(await ask('audit', 'timeline', `worker-${worker(0)}`));
    expect(life.filter((type) => type === 'WorkerReportedDead')).toHaveLength(1);
  });

  test('one person on two lists received at once becomes one worker, and the other row falls', async () => {
    const people = (index: number): readonly string[] =>
      syntheticRoster({
        ...{ seed: 'twins', count: 3, kelurahan: KELURAHAN, coverFrom: town.days.coverFrom },
        ...{ ageFrom: 18, ageTo: 64, disabilities: 0, list: { index, of: 3 } },
      })
        .csv.trimEnd()
        .split('\r\n');
    const [, twin = ''] = people(2);
    const lists = [0, 1].map((index) =>
      town.paper(`kembar-${index}.csv`, [...people(index), twin, ''].join('\r\n')),
    );
    const imports = lists.map((list, index) => {
      const desk = index === 0 ? town.run : otherDesk.run;
      const args = ['roster', 'import', list, '--tranche', town.ids.tranche];
      return desk(args, { as: 'dinas-rahma' });
    });
    const received = await Promise.all(imports);
    expect(received.map(({ code }) => code)).toEqual([0, 0]);
    const progress = received.map(
      ({ json }) => json['progress'] as { done: number; skipped: number },
    );
    expect(progress.map(({ done }) => done).sort()).toEqual([3, 4]);
    // Whoever came first decides when the other row falls: at the reading, or at its nomination.
    const fallen = received.map(
      ({ json }, index) => Number(json['refused']) + Number(progress[index]?.skipped),
    );
    expect(fallen.sort()).toEqual([0, 1]);
    const members = await Promise.all(
      received.map(({ json }) => ask('worker', 'list', '--roster', String(json['rosterId']))),
    );
    const ids = members.flatMap(({ workers }) =>
      (workers as { workerId: string }[]).map(({ workerId }) => workerId),
    );
    expect(new Set(ids).size).toBe(7);
    expect(ids).toHaveLength(7);
  });

  test('a command repeated gets its first answer; its id with other content is refused', async () => {
    const commandId = randomUUID();
    const by = { as: 'kelurahan-eko', commandId };
    const args = reportArgs(town, worker(1), kelurahanReports);
    const [first, twice] = await Promise.all([town.run(args, by), otherDesk.run(args, by)]);
    const again = await town.run(args, by);
    const place = ({ code, json }: Ran): unknown => [code, json['version'], json['position']];
    expect(place(first)).toEqual(place(again));
    expect(place(first)).toEqual(place(twice));
    expect(again.json).toMatchObject({ status: 'recorded', repeated: true });
    const other = reportArgs(town, worker(1), { ...kelurahanReports, circumstances: 'Tenggelam' });
    const reused = await town.run(other, by);
    expect(reused).toMatchObject({ code: 1, json: { status: 'refused', code: 'CommandIdReused' } });
    const claimId = String(first.json['claimId']);
    expect(recordedTypes(await ask('audit', 'timeline', `claim-${claimId}`))).toEqual([
      'DeathReported',
    ]);
  });

  test('two runs assembled and released at once pay every payable in one of them, once', async () => {
    const claims = [
      await recommendedClaim(town, worker(2), '1240031122342'),
      await recommendedClaim(town, worker(3), '1240031122343'),
    ];
    const payables = await Promise.all(claims.map((claimId) => approve(town, claimId)));
    const assemble = ['payout', 'run', '--payer', town.ids.payer];
    const by = { as: 'keuangan-citra' };
    const assembled = await Promise.all([town.run(assemble, by), otherDesk.run(assemble, by)]);
    const runs = assembled
      .filter(({ code }) => code === 0)
      .map(({ json }) => String(json['runId']));
    const refused = assembled.filter(({ code }) => code !== 0).map(({ json }) => json['code']);
    expect(runs.length + refused.length).toBe(2);
    for (const code of refused)
      expect(['RunIsEmpty', 'PayableInAnotherRun', 'PayableNotDue']).toContain(code);
    const shown = await Promise.all(runs.map((runId) => ask('payout', 'status', runId)));
    const members = shown.flatMap(({ members: list }) =>
      (list as { payableId: string }[]).map(({ payableId }) => payableId),
    );
    expect(members.sort()).toEqual([...payables].sort());
    await Promise.all(
      shown.map(({ sumIdr }, index) => {
        const runId = runs[index] ?? '';
        const release = ['payout', 'release', runId, '--sum', String(sumIdr)];
        return Promise.all([
          otherDesk.run(release, { as: 'kepala-dewi' }),
          releaseAndReconcile(town, runId, String(sumIdr)),
        ]);
      }),
    );
    expect(await reportOf(join(town.dataDir, 'bank'))).toMatchObject({
      ...{ attempts: before.attempts + runs.length, credits: before.credits + 2 },
      ...{ duplicates_refused: 0, files_refused: 0 },
      sum: (BigInt(before.sum) + 2n * BigInt(BENEFIT_IDR)).toString(),
    });
    for (const claimId of claims) {
      const claim = await town.until(
        ['claim', 'show', claimId],
        ({ stage }) => stage === 'SETTLED',
      );
      expect(payableIds(claim)).toHaveLength(1);
    }
  });
};
