// A worker's wishes and pasts that the tests of the worker share.
import { systemActor } from '../../../domain/actor.ts';
import { localDate } from '../../../domain/calendar.ts';
import { fold } from '../../../domain/decider.ts';
import { workerDecider } from '../../../domain/worker/decider.ts';
import type { WorkerCommand, WorkerEvent, WorkerStage } from '../../../domain/worker/events.ts';
import { workerStage } from '../../../domain/worker/stage.ts';
import { sealedField } from '../sealed-field.ts';
import { at, person, specify } from '../specification.ts';

export const worker = specify(workerDecider);
export const system = at(systemActor);
export const eko = at(person('eko', 'hand-over-card'));

export const nominate = (rosterId = 'list-1', rosterRow = 3): WorkerCommand => ({
  type: 'NominateWorker',
  data: {
    workerId: 'siti',
    programmeId: 'bontang',
    trancheId: 'wave-1',
    rosterId,
    rosterRow,
    nik: sealedField('nik'),
    name: sealedField('name'),
    birthDate: sealedField('birth'),
    kelurahan: '64.74.02.1003',
    neighbourhood: sealedField('rt'),
    occupation: 'FISHER',
    disability: sealedField('disability'),
  },
});
export const decree = (decreeNumber = 'SK 1'): WorkerCommand => ({
  type: 'NameWorkerInDecree',
  data: { workerId: 'siti', decreeNumber, decreeDate: localDate('2023-10-06') },
});
export const enrol = (kpj = 'kpj-1', coverStart = '2023-10-12'): WorkerCommand => ({
  type: 'EnrolWorker',
  data: { workerId: 'siti', kpj: sealedField(kpj), coverStart: localDate(coverStart) },
});
export const refuseAs = (reason = 'NIK tidak ditemukan'): WorkerCommand => ({
  type: 'RefuseRegistration',
  data: { workerId: 'siti', reason },
});
export const issue = (cardId = 'card-1'): WorkerCommand => ({
  type: 'IssueCard',
  data: { workerId: 'siti', cardId, validFrom: localDate('2023-10-12') },
});
export const handOver = (
  cardId = 'card-1',
  receivedBy: 'WORKER' | 'FAMILY' = 'WORKER',
): WorkerCommand => ({
  type: 'HandOverCard',
  data: { workerId: 'siti', cardId, method: 'SCAN', receivedBy, place: '64.74.02.1003' },
});
export const death = (claimId = 'claim-1'): WorkerCommand => ({
  type: 'NoteDeathReport',
  data: { workerId: 'siti', claimId, deathDate: localDate('2024-03-01') },
});
export const outcome = (
  end: 'SETTLED' | 'REPORTED_PAID' | 'REJECTED' = 'SETTLED',
  claimId = 'claim-1',
): WorkerCommand => ({
  type: 'NoteClaimOutcome',
  data: { workerId: 'siti', claimId, outcome: end },
});

export const pastOf = (...wishes: readonly WorkerCommand[]): readonly WorkerEvent[] =>
  worker.after(...wishes.map((wish) => [wish, system] as const));

export const nominated = pastOf(nominate());
export const named = pastOf(nominate(), decree());
export const enrolled = pastOf(nominate(), decree(), enrol());
export const refused = pastOf(nominate(), decree(), refuseAs());
export const carded = pastOf(nominate(), decree(), enrol(), issue());
export const handed = pastOf(nominate(), decree(), enrol(), issue(), handOver());
export const dead = pastOf(nominate(), decree(), enrol(), issue(), death());
export const ended = pastOf(nominate(), decree(), enrol(), issue(), death(), outcome());
export const stageAfter = (past: readonly WorkerEvent[]): WorkerStage =>
  workerStage(fold(workerDecider, past));
