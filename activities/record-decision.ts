// A person's command, recorded once: es.commands, authority, facts of other streams, decision, append.
import { claimDecider } from '../domain/claim/decider.ts';
import { nameOfBill } from '../domain/claim/hospital/hospital-state.ts';
import type { Answer, CommandEnvelope } from '../domain/command.ts';
import type { Decided } from './activities.ts';
import {
  type Acting,
  decideAndAppend,
  recordedAnswer,
  refused,
  withoutReservations,
} from './append-decision.ts';
import { authoriseWish, isRefusedAuthority } from './authority.ts';
import { collectFacts } from './collect-facts.ts';
import { confirmCorrection, isCorrectionConfirmed } from './confirm-correction.ts';
import { stateOf } from './deciders.ts';
import type { DecisionPorts } from './ports.ts';
import { type Companions, openCompanions, openReading, type Reading } from './read-once.ts';
import { receivedBillList } from './received-bill-list.ts';
import { receivedHandOver } from './received-hand-over.ts';
import { type ListPorts, receivedList } from './received-list.ts';
import { releaseSeats, reserveSeats, takeOverTerms } from './seats.ts';
import { wronglyAddressed } from './stream-address.ts';

export type RecordDecision = (envelope: CommandEnvelope) => Promise<Answer>;

type OwnName = { readonly kind: string; readonly name: string };

/** A name that only one stream of the installation may hold, whoever asks. */
const ownNameIn = (envelope: CommandEnvelope): OwnName | null => {
  const { category, command } = envelope;
  // A payer's id names one purse of one programme, in the whole installation.
  if (category === 'programme' && command.type === 'RegisterPayer')
    return { kind: 'payer', name: command.data.payerId };
  // Two letterheads of one code would write one number on two letters.
  if (category === 'letterhead' && command.type === 'SetLetterhead')
    return { kind: 'letter-code', name: command.data.head.code };
  if (category === 'actor' && command.type === 'RegisterActor' && command.data.firstAdministrator)
    return { kind: 'installation', name: 'first-administrator' };
  return null;
};

/** What is owed to a hospital is owed once: a bill typed to a second case is paid in one of them. */
const billNameIn = async (
  { store }: DecisionPorts,
  { category, command, streamId }: CommandEnvelope,
): Promise<OwnName | null> => {
  if (category !== 'claim' || command.type !== 'ApproveHospitalBill') return null;
  const { billId, acceptedIdr } = command.data;
  const { hospital } = stateOf(claimDecider, await store.loadStream(streamId));
  const name = Number(acceptedIdr) === 0 ? null : nameOfBill(hospital, billId);
  return name === null ? null : { kind: 'hospital-bill', name };
};

/** Put in here, never taken from outside. */
const withOwnReservation = async (
  ports: DecisionPorts,
  envelope: CommandEnvelope,
): Promise<CommandEnvelope> => {
  const own = ownNameIn(envelope) ?? (await billNameIn(ports, envelope));
  if (own === null) return envelope;
  const keyedHash = Buffer.from(ports.keys.keyedHash(own.kind, own.name)).toString('base64');
  return { ...envelope, reservations: [{ kind: own.kind, keyedHash }] };
};

/** In the words of the act: whose code it is tells more than that a name is taken. */
const inItsWords = ({ command }: CommandEnvelope, answer: Answer): Answer => {
  const isTaken = answer.status === 'refused' && answer.code === 'IdentityTaken';
  if (isTaken && command.type === 'ApproveHospitalBill') return refused('BillApprovedElsewhere');
  if (!isTaken || command.type !== 'SetLetterhead') return answer;
  return refused('LetterCodeTaken', { letterCode: command.data.head.code });
};

type DecidingPorts = DecisionPorts & ListPorts;

const decide = async (
  ports: DecidingPorts,
  reading: Reading<DecidingPorts>,
  { envelope, acting }: { readonly envelope: CommandEnvelope; readonly acting: Acting },
): Promise<Answer> => {
  const takeOver = await takeOverTerms(ports, envelope);
  const list =
    (await receivedList(ports, envelope)) ??
    (await receivedHandOver(ports, envelope)) ??
    (await receivedBillList(ports, envelope));
  if (list !== undefined && 'status' in list) return list;
  const seats = await reserveSeats(ports, envelope, { acting, takeOver });
  if (seats?.status === 'refused') return seats;
  const wish = await withOwnReservation(reading.ports, envelope);
  const answer = await decideAndAppend(reading.ports, wish, {
    acting,
    forget: reading.forget,
    collect: async () => list ?? collectFacts(reading.ports, wish, acting),
  });
  if (answer.status === 'refused') await releaseSeats(ports, envelope, acting);
  return inItsWords(envelope, answer);
};

type Recorded = {
  readonly answer: Answer;
  /** What was read for the answer, and what was appended; undefined where nothing was decided. */
  readonly reading?: Reading<DecidingPorts>;
};

const decideOnce = async (
  ports: DecidingPorts,
  companions: Companions,
  sent: CommandEnvelope,
): Promise<Recorded> => {
  const envelope = withoutReservations(sent);
  const wrong = wronglyAddressed(ports.ids, envelope);
  if (wrong !== undefined) return { answer: wrong };
  if (isCorrectionConfirmed(envelope)) return { answer: await confirmCorrection(ports, envelope) };
  const reading = await openReading(ports, companions, envelope);
  if (reading.recorded !== undefined)
    return { answer: await recordedAnswer(ports, envelope, reading.recorded) };
  const authority = await authoriseWish(reading.ports, envelope);
  if (isRefusedAuthority(authority)) return { answer: authority };
  const answer = await decide(ports, reading, { envelope, acting: authority.acting });
  reading.close();
  return { answer, reading };
};

export const createRecordDecision = (ports: DecidingPorts): RecordDecision => {
  const companions = openCompanions();
  return async (sent) => (await decideOnce(ports, companions, sent)).answer;
};

/** The answer, and where its stream stands after it, as far as that was read or written for it. */
export const createDecideWithFacts = <Facts>(
  ports: DecidingPorts,
  factsOf: (ports: DecisionPorts, streamId: string) => Promise<Facts>,
  companions: Companions = openCompanions(),
): ((envelope: CommandEnvelope) => Promise<Decided<Facts>>) => {
  return async (envelope) => {
    const { answer, reading } = await decideOnce(ports, companions, envelope);
    if (answer.status !== 'recorded' || reading === undefined) return { answer, facts: null };
    try {
      return { answer, facts: await factsOf(reading.ports, envelope.streamId) };
    } catch {
      // What is recorded is answered, whatever comes after: the workflow looks again, and patiently.
      return { answer, facts: null };
    }
  };
};
