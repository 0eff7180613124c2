// A person's command, recorded once: es.commands, authority, facts of other streams, decision, append.
import type { Answer, CommandEnvelope } from '../domain/command.ts';
import {
  type Acting,
  decideAndAppend,
  earlierAnswer,
  withoutReservations,
} from './append-decision.ts';
import { authoriseWish, isRefusedAuthority } from './authority.ts';
import { collectFacts } from './collect-facts.ts';
import type { DecisionPorts } from './ports.ts';
import { receivedHandOver } from './received-hand-over.ts';
import { type ListPorts, receivedList } from './received-list.ts';
import { releaseSeats, reserveSeats } from './seats.ts';
import { wronglyAddressed } from './stream-address.ts';

export type RecordDecision = (envelope: CommandEnvelope) => Promise<Answer>;

/** Names that only the installation itself may reserve are put in here, never taken from outside. */
const withOwnReservation = (ports: DecisionPorts, envelope: CommandEnvelope): CommandEnvelope => {
  if (envelope.category === 'programme' && envelope.command.type === 'RegisterPayer') {
    // A payer's id names one purse of one programme, in the whole installation.
    const payer = Buffer.from(ports.keys.keyedHash('payer', envelope.command.data.payerId));
    return { ...envelope, reservations: [{ kind: 'payer', keyedHash: payer.toString('base64') }] };
  }
  const isFirst =
    envelope.category === 'actor' &&
    envelope.command.type === 'RegisterActor' &&
    envelope.command.data.firstAdministrator;
  if (!isFirst) return envelope;
  const hash = ports.keys.keyedHash('installation', 'first-administrator');
  const reservation = { kind: 'installation', keyedHash: Buffer.from(hash).toString('base64') };
  return { ...envelope, reservations: [reservation] };
};

const decide = async (
  ports: DecisionPorts & ListPorts,
  envelope: CommandEnvelope,
  acting: Acting,
): Promise<Answer> => {
  const list = (await receivedList(ports, envelope)) ?? (await receivedHandOver(ports, envelope));
  if (list !== undefined && 'status' in list) return list;
  const seats = await reserveSeats(ports, envelope, acting);
  if (seats?.status === 'refused') return seats;
  const wish = withOwnReservation(ports, envelope);
  const answer = await decideAndAppend(ports, wish, {
    acting,
    collect: async () => list ?? collectFacts(ports, wish, acting),
  });
  if (answer.status === 'refused') await releaseSeats(ports, envelope, acting);
  return answer;
};

export const createRecordDecision = (ports: DecisionPorts & ListPorts): RecordDecision => {
  return async (sent) => {
    const envelope = withoutReservations(sent);
    const earlier = await earlierAnswer(ports, envelope);
    if (earlier !== undefined) return earlier;
    const wrong = wronglyAddressed(ports.ids, envelope);
    if (wrong !== undefined) return wrong;
    const authority = await authoriseWish(ports, envelope);
    if (isRefusedAuthority(authority)) return authority;
    return decide(ports, envelope, authority.acting);
  };
};
