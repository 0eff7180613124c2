// A registered person of a running programme enters the log: each fact with the day it took effect.
import { startOfOfficeDay } from '../calendar.ts';
import { accept, type Dated, type Decision, refuse } from '../decider.ts';
import type { TakeOverWorker, WorkerEvent } from './events.ts';
import { type WorkerState, workerStage } from './stage.ts';

type Data = TakeOverWorker['data'];
type Fact = Dated<WorkerEvent>;

const enrolment = ({ workerId, kpj, coverStart, ...data }: Data): readonly Fact[] => {
  const effectiveAt = startOfOfficeDay(data.registeredOn);
  const { decree, paidThrough } = data;
  const named: readonly Fact[] =
    decree === null
      ? []
      : [
          {
            type: 'WorkerNamedInDecree',
            data: { workerId, decreeNumber: decree.number, decreeDate: decree.date },
            effectiveAt: startOfOfficeDay(decree.date),
          },
        ];
  const paid: readonly Fact[] =
    paidThrough === null ? [] : [{ type: 'PaidThroughReported', data: { workerId, paidThrough } }];
  return [
    ...named,
    { type: 'WorkerEnrolled', data: { workerId, kpj, coverStart }, effectiveAt },
    ...paid,
  ];
};

/** A card that was handed over was issued: one fact says both. */
const card = (data: Data): Fact => {
  const { workerId, cardId, handedOver, coverStart, kelurahan: place } = data;
  if (handedOver === null)
    return {
      type: 'CardIssued',
      data: { workerId, cardId, validFrom: coverStart },
      effectiveAt: startOfOfficeDay(data.registeredOn),
    };
  const { on, receivedBy } = handedOver;
  return {
    type: 'CardHandedOver',
    data: { workerId, cardId, method: 'LIST', receivedBy, place },
    effectiveAt: startOfOfficeDay(on),
  };
};

const nomination = (data: Data): Fact => {
  const { workerId, programmeId, trancheId, rosterId, rosterRow, ...rest } = data;
  const { nik, name, birthDate, kelurahan, neighbourhood, occupation, disability } = rest;
  const list = { workerId, programmeId, trancheId, rosterId, rosterRow };
  const person = { nik, name, birthDate, kelurahan, neighbourhood, occupation, disability };
  const effectiveAt = startOfOfficeDay(data.registeredOn);
  return { type: 'WorkerNominated', data: { ...list, ...person }, effectiveAt };
};

/** Nothing of the chain is skipped for a member: a person in another list stays where they are. */
export const takeOverWorker = (
  data: Data,
  state: WorkerState,
): Decision<WorkerEvent, 'AlreadyNominated'> => {
  const known = state.nomination;
  if (known?.rosterId === data.rosterId && known.rosterRow === data.rosterRow) return accept();
  const stage = workerStage(state);
  if (stage !== 'UNKNOWN' && stage !== 'REGISTRATION_REFUSED')
    return refuse('AlreadyNominated', { stage });
  return accept<WorkerEvent>(nomination(data), ...enrolment(data), card(data));
};
