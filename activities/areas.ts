// The area a command acts in: Kemendagri code of the person or programme behind the stream.

import type { AidRequested } from '../domain/local-aid/request.ts';
import { actorDecider } from '../domain/office/decider.ts';
import type { RoleEnded } from '../domain/office/events.ts';
import { areaAround, isWithin } from '../domain/region.ts';
import type { EventStore } from '../infra/event-store/event-store.ts';
import type { Wish } from './append-decision.ts';
import { stateOf } from './deciders.ts';
import { claimOfLetter } from './letter-facts.ts';
import { programmeOfPayable } from './programme-of-payable.ts';
import { lastOf, workerOfClaim } from './stored-events.ts';

type Streams = Pick<EventStore, 'loadStream'>;

const programmeRegion = async (store: Streams, programmeId: string): Promise<string | null> =>
  lastOf(await store.loadStream(programmeId), 'ProgrammeCreated')?.data.region ?? null;

const trancheRegion = async (store: Streams, trancheId: string): Promise<string | null> => {
  const opened = lastOf(await store.loadStream(trancheId), 'TrancheOpened');
  return opened === null ? null : programmeRegion(store, opened.data.programmeId);
};

const workerKelurahan = async (store: Streams, workerId: string): Promise<string | null> =>
  lastOf(await store.loadStream(workerId), 'WorkerNominated')?.data.kelurahan ?? null;

export const claimKelurahan = async (store: Streams, claimId: string): Promise<string | null> => {
  const workerId = workerOfClaim(await store.loadStream(claimId));
  return workerId === null ? null : workerKelurahan(store, workerId);
};

const claimArea = (
  store: Streams,
  { command, streamId }: Extract<Wish, { category: 'claim' }>,
): Promise<string | null> => {
  if (
    command.type === 'ReportDeath' ||
    command.type === 'ReportIncident' ||
    command.type === 'ReportMissing'
  )
    return workerKelurahan(store, command.data.workerId);
  if (command.type === 'TakeOverClaim') return workerKelurahan(store, command.data.report.workerId);
  return claimKelurahan(store, streamId);
};

/** Who lived elsewhere is answered by the region's own desk, with that ground. */
const aidPlace = async (store: Streams, of: AidRequested['data']): Promise<string | null> => {
  const region = await programmeRegion(store, of.programmeId);
  return region === null || isWithin(of.kelurahan, region) ? of.kelurahan : region;
};

const payableKelurahan = async (store: Streams, payableId: string): Promise<string | null> => {
  const created = lastOf(await store.loadStream(payableId), 'PayableCreated')?.data;
  if (created === undefined) return null;
  if (created.flow !== 'LOCAL_AID') return workerKelurahan(store, created.workerId);
  const requested = lastOf(await store.loadStream(created.claimId), 'AidRequested');
  return requested === null ? null : aidPlace(store, requested.data);
};

/** A run pays people of many kelurahan: it acts in the region of the programme. */
const payableRegion = async (store: Streams, payableId: string): Promise<string | null> => {
  const created = lastOf(await store.loadStream(payableId), 'PayableCreated')?.data;
  const programmeId = created && (await programmeOfPayable(store, created));
  return programmeId === undefined ? null : programmeRegion(store, programmeId);
};

const runRegion = async (
  store: Streams,
  { streamId }: Extract<Wish, { category: 'payout_run' }>,
  member: string | undefined,
): Promise<string | null> => {
  const chosen =
    member ?? lastOf(await store.loadStream(streamId), 'RunMemberAdded')?.data.payableId;
  return chosen === undefined ? null : payableRegion(store, chosen);
};

/** Whoever ends roles must hold sway over every area in which they would end. */
const endedArea = async (
  store: Streams,
  streamId: string,
  { act, on }: RoleEnded['data'],
): Promise<string | null> => {
  const { roles } = stateOf(actorDecider, await store.loadStream(streamId));
  const ending = roles.filter((role) => role.act === act && (role.to === null || role.to >= on));
  return ending.length === 0 ? null : areaAround(ending.map(({ area }) => area));
};

const actorArea = async (
  store: Streams,
  { streamId, command }: Extract<Wish, { category: 'actor' }>,
): Promise<string | null> => {
  switch (command.type) {
    case 'AppointRole':
    case 'DelegateRole':
      return command.data.area;
    case 'EndRole':
      return endedArea(store, streamId, command.data);
    case 'RegisterActor':
      return null;
  }
};

const rosterRegion = async (
  store: Streams,
  { streamId, command }: Extract<Wish, { category: 'roster' }>,
): Promise<string | null> => {
  if (command.type === 'ReceiveRoster' || command.type === 'TakeOverRoster')
    return programmeRegion(store, command.data.programmeId);
  const received = lastOf(await store.loadStream(streamId), 'RosterReceived');
  return received === null ? null : programmeRegion(store, received.data.programmeId);
};

const handOverPlace = async (
  store: Streams,
  { streamId, command }: Extract<Wish, { category: 'hand_over' }>,
): Promise<string | null> => {
  if (command.type === 'ReceiveHandOver') return command.data.place;
  return lastOf(await store.loadStream(streamId), 'HandOverReceived')?.data.place ?? null;
};

const billRegion = async (
  store: Streams,
  { streamId, command }: Extract<Wish, { category: 'contribution_bill' }>,
): Promise<string | null> => {
  if (command.type === 'ReceiveBill') return trancheRegion(store, command.data.trancheId);
  const billed = lastOf(await store.loadStream(streamId), 'ContributionBilled');
  return billed === null ? null : trancheRegion(store, billed.data.trancheId);
};

const scheduleRegion = async (
  store: Streams,
  { streamId, command }: Extract<Wish, { category: 'payout_schedule' }>,
): Promise<string | null> => {
  if (command.type === 'SetPayoutSchedule') return programmeRegion(store, command.data.programmeId);
  const set = lastOf(await store.loadStream(streamId), 'PayoutScheduleSet');
  return set === null ? null : programmeRegion(store, set.data.programmeId);
};

/** A letter is written where the family of its claim lives. */
const letterKelurahan = async (
  store: Streams,
  { command, streamId }: Extract<Wish, { category: 'letter_series' }>,
): Promise<string | null> => {
  if (command.type === 'IssueLetter') return claimKelurahan(store, command.data.claimId);
  const claimId = await claimOfLetter(store, streamId, command.data.number);
  return claimId === null ? null : claimKelurahan(store, claimId);
};

/** The purse's programme says where it pays. */
const fundRegion = async (
  store: Streams,
  { command, streamId }: Extract<Wish, { category: 'aid_fund' }>,
): Promise<string | null> => {
  if (command.type === 'ProposeAidTerms') return programmeRegion(store, command.data.programmeId);
  const terms = lastOf(await store.loadStream(streamId), 'AidTermsProposed');
  return terms === null ? null : programmeRegion(store, terms.data.programmeId);
};

const requestKelurahan = async (
  store: Streams,
  { command, streamId }: Extract<Wish, { category: 'aid_request' }>,
): Promise<string | null> => {
  if (command.type === 'RequestAid') return aidPlace(store, { ...command.data, receivedAt: '' });
  const requested = lastOf(await store.loadStream(streamId), 'AidRequested');
  return requested === null ? null : aidPlace(store, requested.data);
};

/** Of the payment behind it; a line that names none of ours belongs to no place. */
const exceptionRegion = async (store: Streams, exceptionId: string): Promise<string | null> => {
  const opened = lastOf(await store.loadStream(exceptionId), 'BankExceptionOpened')?.data;
  return opened?.payableId == null ? null : payableRegion(store, opened.payableId);
};

/** Where the letter sends the team; the house's own nights are of no place. */
const examinationArea = async (
  store: Streams,
  { command, streamId }: Extract<Wish, { category: 'examination' }>,
): Promise<string | null> => {
  if (command.type === 'OpenExamination') return command.data.area || null;
  return lastOf(await store.loadStream(streamId), 'ExaminationOpened')?.data.area || null;
};

/** Null when the thing is unknown: then its decider refuses it, whoever asks. */
export const areaOf = async (
  store: Streams,
  wish: Wish,
  member?: string,
): Promise<string | null> => {
  switch (wish.category) {
    case 'actor':
      return actorArea(store, wish);
    case 'programme':
      return wish.command.type === 'CreateProgramme'
        ? wish.command.data.region
        : programmeRegion(store, wish.streamId);
    case 'tranche':
      return wish.command.type === 'OpenTranche'
        ? programmeRegion(store, wish.command.data.programmeId)
        : trancheRegion(store, wish.streamId);
    case 'contribution_bill':
      return billRegion(store, wish);
    case 'roster':
      return rosterRegion(store, wish);
    case 'hand_over':
      return handOverPlace(store, wish);
    case 'worker':
      return workerKelurahan(store, wish.streamId);
    case 'claim':
      return claimArea(store, wish);
    case 'payable':
      return payableKelurahan(store, wish.streamId);
    case 'payout_run':
      return runRegion(store, wish, member);
    case 'payout_schedule':
      return scheduleRegion(store, wish);
    case 'letterhead':
      return wish.command.data.area;
    case 'letter_series':
      return letterKelurahan(store, wish);
    case 'aid_fund':
      return fundRegion(store, wish);
    case 'aid_request':
      return requestKelurahan(store, wish);
    case 'death_list':
      return wish.command.data.area;
    case 'bank_exception':
      return exceptionRegion(store, wish.streamId);
    case 'examination':
      return examinationArea(store, wish);
    // The law is that of the whole country: a role in any area will do.
    case 'rule_book':
      return null;
  }
};
