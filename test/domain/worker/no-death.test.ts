// A report that was wrong: its day is put right, or the worker goes back to the stage before it.
import { expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { fold } from '../../../domain/decider.ts';
import { workerDecider } from '../../../domain/worker/decider.ts';
import type { WorkerCommand, WorkerEvent } from '../../../domain/worker/events.ts';
import { workerStage } from '../../../domain/worker/stage.ts';
import { at, person, specify } from '../specification.ts';

const worker = specify(workerDecider);
const system = at(person('system', 'follow-up'));
const of = { workerId: 'worker-1', claimId: 'claim-1' };
const report: WorkerEvent = {
  type: 'WorkerReportedDead',
  data: { ...of, deathDate: localDate('2024-03-01') },
};
const nominated = (): WorkerEvent => ({
  type: 'WorkerNominated',
  data: {
    ...{ workerId: 'worker-1', programmeId: 'p', trancheId: 't', rosterId: 'r', rosterRow: 1 },
    ...{ kelurahan: '64.74.02.1001', occupation: 'NELAYAN' },
    ...{ nik: seal('nik'), name: seal('name'), birthDate: seal('birthDate') },
    ...{ neighbourhood: seal('neighbourhood'), disability: seal('disability') },
  },
});
const seal = (field: string) => ({ subject: 'worker-1', field, ciphertext: '', commitment: field });
const note = (deathDate: string): WorkerCommand => ({
  type: 'NoteDeathReport',
  data: { ...of, deathDate: localDate(deathDate) },
});
const withdraw: WorkerCommand = {
  type: 'WithdrawDeathReport',
  data: { ...of, ground: 'PERSON_ALIVE' },
};
const ended = (outcome: 'SETTLED' | 'REJECTED'): WorkerEvent => ({
  type: 'WorkerClaimSettled',
  data: { ...of, outcome },
});

test('another day of the same death corrects it; the same day changes nothing', () => {
  worker
    .given(nominated(), report)
    .when(note('2024-02-27'), system)
    .thenRecords({ type: 'WorkerDeathDateCorrected', data: { deathDate: '2024-02-27' } });
  worker.given(nominated(), report).when(note('2024-03-01'), system).thenNothing();
});

test('a withdrawn report gives the worker the stage back that the report took', () => {
  for (const past of [[report], [report, ended('REJECTED')]]) {
    worker
      .given(nominated(), ...past)
      .when(withdraw, system)
      .thenRecords({ type: 'DeathReportWithdrawn', data: { ground: 'PERSON_ALIVE' } });
    const back: WorkerEvent = {
      type: 'DeathReportWithdrawn',
      data: { ...of, ground: 'PERSON_ALIVE' },
    };
    expect(workerStage(fold(workerDecider, [nominated(), ...past, back]))).toBe('NOMINATED');
  }
  worker.given(nominated()).when(withdraw, system).thenNothing();
});

test('a benefit that was paid, or a death of another claim, is not withdrawn', () => {
  const wrong = {
    ...withdraw,
    data: { ...withdraw.data, ground: 'REPORT_WRONG' },
  } as WorkerCommand;
  worker
    .given(nominated(), report, ended('SETTLED'))
    .when(wrong, system)
    .thenRefuses('OutcomeAlreadyKnown');
  worker
    .given(nominated(), report)
    .when({ ...withdraw, data: { ...withdraw.data, claimId: 'other' } } as WorkerCommand, system)
    .thenRefuses('DeathNotReported');
  worker.given().when(withdraw, system).thenRefuses('WorkerNotNominated');
});

test('a person who stands there alive is a member again, whatever was paid', () => {
  worker
    .given(nominated(), report, ended('SETTLED'))
    .when(withdraw, system)
    .thenRecords({ type: 'DeathReportWithdrawn', data: { ground: 'PERSON_ALIVE' } });
});

test('an accident of the person is noted once, and only of somebody who is known', () => {
  const incident = { ...of, claimId: 'accident-1', eventDate: localDate('2024-02-20') };
  const wish: WorkerCommand = { type: 'NoteIncidentReport', data: incident };
  const noted = { type: 'WorkerIncidentReported', data: incident } as const;
  worker.given().when(wish, system).thenRefuses('WorkerNotNominated');
  worker.given(nominated()).when(wish, system).thenRecords(noted);
  worker.given(nominated(), report, noted).when(wish, system).thenNothing();
});
