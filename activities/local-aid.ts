// Acts on the sponsor's own aid: request, fund and payables move in one transaction, or none does.
import { systemActor } from '../domain/actor.ts';
import { officeDay } from '../domain/calendar.ts';
import type { Answer, CommandEnvelope } from '../domain/command.ts';
import { aidFundDecider, readyFor } from '../domain/local-aid/fund-decider.ts';
import { type AidFundState, termsOn } from '../domain/local-aid/fund-state.ts';
import { purseFault } from '../domain/local-aid/purse.ts';
import { aidRequestDecider } from '../domain/local-aid/request.ts';
import type { PayableCreated } from '../domain/payout/payable-events.ts';
import {
  type MandateInForce,
  mandateInForce,
  programmeDecider,
} from '../domain/programme/programme-decider.ts';
import type { Reservation } from '../infra/event-store/event-store.ts';
import {
  type Acting,
  earlierAnswer,
  refused,
  type Wish,
  withoutReservations,
} from './append-decision.ts';
import { authoriseWish, isRefusedAuthority } from './authority.ts';
import { decideTogether, type Part, type Parts } from './decide-together.ts';
import { decideOn, stateOf } from './deciders.ts';
import { assertHand } from './follow-up.ts';
import type { DecisionPorts, Ports } from './ports.ts';
import { asJson, lastOf } from './stored-events.ts';
import { wronglyAddressed } from './stream-address.ts';

type FundWish = Extract<Wish, { category: 'aid_fund' }>;
type RequestWish = Extract<Wish, { category: 'aid_request' }>;

/** Keys are opened for one thing only: whether this death was asked for before. */
type AidPorts = DecisionPorts & Pick<Ports, 'keys'>;

/** The transaction of `append_many` holds 1,000 streams: the fund itself is one of them. */
const NAMES_MAX = 999;

export const isAidWish = (envelope: CommandEnvelope): envelope is FundWish | RequestWish =>
  envelope.category === 'aid_fund' || envelope.category === 'aid_request';

const fundState = async (ports: DecisionPorts, fundId: string): Promise<AidFundState> =>
  stateOf(aidFundDecider, await ports.store.loadStream(fundId));

/** A step by the engine's own hand that follows from a person's wish. */
const following = <C extends 'aid_fund' | 'payable'>(
  main: Part,
  step: Pick<Wish<C>, 'category' | 'streamId' | 'command' | 'commandId'>,
): Part => {
  const { correlationId, commandId } = main.wish;
  const wish = {
    ...{ ...step, actorId: systemActor.id, correlationId, causationId: commandId },
  } as Wish;
  const acting: Acting = { ...main.acting, by: systemActor };
  assertHand(wish, acting);
  return { wish, acting };
};

/**
 * The name that this death may be asked for under. A withdrawn request was never named in a decree (its
 * withdrawal is refused then), so that a family whose account was mistyped asks again.
 */
const nameFor = async (ports: AidPorts, payerId: string, nik: string): Promise<Reservation> => {
  for (let withdrawn = 0; ; withdrawn += 1) {
    const text = [payerId, nik, ...(withdrawn === 0 ? [] : [withdrawn])].join('|');
    const name = { kind: 'aid-request', keyedHash: ports.keys.keyedHash('aid-request', text) };
    const holder = await ports.store.findIdentity(name);
    if (holder === undefined) return name;
    const held = stateOf(aidRequestDecider, await ports.store.loadStream(holder));
    if (!held.withdrawn) return name;
  }
};

/** One death is asked for once per purse at a time, whichever desk receives it. */
const requested = async (
  ports: AidPorts,
  main: Part,
  wish: RequestWish,
): Promise<Parts | Answer> => {
  const { command } = wish;
  if (command.type !== 'RequestAid') return { main, others: [] };
  const { payerId, programmeId, deceasedNik } = command.data;
  const fund = await fundState(ports, ports.ids.aidFund(payerId));
  if (fund.programmeId !== programmeId) return refused('AidFundUnknown');
  const refusal = await purseRefusal(ports, { programmeId, payerId }, null);
  if (refusal !== null) return refusal;
  const [nik] = await ports.keys.openMany([deceasedNik]);
  if (nik?.status !== 'opened') return refused('CommandMalformed');
  const { kind, keyedHash } = await nameFor(ports, payerId, nik.value);
  const reservations = [{ kind, keyedHash: Buffer.from(keyedHash).toString('base64') }];
  return { main: { ...main, wish: { ...wish, reservations } }, others: [] };
};

const reservation = async (
  ports: DecisionPorts,
  main: Part,
  wish: RequestWish,
): Promise<Parts | Answer> => {
  const history = await ports.store.loadStream(wish.streamId);
  const known = stateOf(aidRequestDecider, history).requested;
  if (known === null) return { main, others: [] };
  const fundId = ports.ids.aidFund(known.payerId);
  const fund = await fundState(ports, fundId);
  const programme = await ports.store.loadStream(known.programmeId);
  const region = lastOf(programme, 'ProgrammeCreated')?.data.region ?? '';
  const terms = termsOn(fund, known.deathDate);
  const collected = { type: 'VerifyAid' as const, data: { terms, region } };
  const part = { ...main, collected };
  const decided = decideOn({ category: 'aid_request', command: collected }, history, main.acting);
  const verified =
    'accepted' in decided ? decided.accepted.find(({ type }) => type === 'AidVerified') : undefined;
  if (verified?.type !== 'AidVerified') return { main: part, others: [] };
  const { requestId, amountIdr, receivedAt, verifiedBy } = verified.data;
  const step = following<'aid_fund'>(main, {
    ...{ category: 'aid_fund', streamId: fundId },
    command: { type: 'ReserveAid', data: { requestId, amountIdr, receivedAt, verifiedBy } },
    commandId: ports.ids.command('reserve-aid', requestId),
  });
  return { main: part, others: [step] };
};

const freeing = async (
  ports: DecisionPorts,
  main: Part,
  wish: RequestWish,
): Promise<Parts | Answer> => {
  const { command, streamId: requestId } = wish;
  const known = stateOf(aidRequestDecider, await ports.store.loadStream(requestId)).requested;
  if (command.type !== 'WithdrawAid' || known === null) return { main, others: [] };
  const step = following<'aid_fund'>(main, {
    ...{ category: 'aid_fund', streamId: ports.ids.aidFund(known.payerId) },
    command: { type: 'FreeAid', data: { requestId, reason: command.data.reason } },
    commandId: ports.ids.command('free-aid', requestId, wish.commandId),
  });
  return { main, others: [step] };
};

const requestParts = (ports: AidPorts, main: Part, wish: RequestWish) => {
  switch (wish.command.type) {
    case 'RequestAid':
      return requested(ports, main, wish);
    case 'VerifyAid':
      return reservation(ports, main, wish);
    case 'WithdrawAid':
      return freeing(ports, main, wish);
    case 'ReceiveAidPaper':
      return Promise.resolve({ main, others: [] });
  }
};

/** Who pays this flow today; null where it is another purse, or nobody's mandate. */
const mandateOf = async (
  ports: DecisionPorts,
  { programmeId, payerId }: AidFundState,
  now: string,
): Promise<MandateInForce | null> => {
  if (programmeId === null) return null;
  const programme = stateOf(programmeDecider, await ports.store.loadStream(programmeId));
  const mandate = mandateInForce(programme, 'LOCAL_AID', officeDay(now));
  return mandate?.payerId === payerId ? mandate : null;
};

type DecreeWish = Extract<FundWish['command'], { type: 'SignAidDecree' }>['data'];

/** What a decree makes owed: as verified, to the account that the request named. */
const owed = async (
  ports: DecisionPorts,
  fund: AidFundState,
  over: {
    readonly decree: DecreeWish;
    readonly mandate: MandateInForce;
    readonly by: Acting['by'];
  },
): Promise<readonly PayableCreated['data'][]> => {
  const { decree, mandate, by } = over;
  const chosen = decree.requests.length > 0 ? decree.requests : allReady(fund, decree);
  const requests = await ports.store.loadStreams(chosen);
  const { payerId, mandateId, mode } = mandate;
  const approvedBy = by.onBehalfOf === undefined ? [by.id] : [by.id, by.onBehalfOf];
  return chosen.flatMap((requestId) => {
    const entry = fund.entries.get(requestId);
    const known = lastOf(requests.get(requestId) ?? [], 'AidRequested')?.data;
    if (entry === undefined || known === undefined) return [];
    const payableId = ports.ids.payable(requestId, 1, known.payee.ref);
    const line = { lineCodes: ['LOCAL_AID'], amountIdr: entry.amountIdr, decision: 1 };
    const persons = { recommendedBy: entry.verifiedBy, approvedBy };
    return [
      {
        ...{ payableId, claimId: requestId, workerId: requestId, ...line, ...persons },
        ...{ payerId, mandateId, mode, flow: 'LOCAL_AID' as const },
        ...{ payee: known.payee, dueOn: decree.decreeDate },
      },
    ];
  });
};

const allReady = (fund: AidFundState, { decreeDate }: DecreeWish): readonly string[] =>
  readyFor(fund, decreeDate).map(({ requestId }) => requestId);

/** One that the fund does not know stays in the list, so that its decider names it. */
const namesOf = (
  ports: DecisionPorts,
  { requests }: DecreeWish,
  payables: readonly PayableCreated['data'][],
) => {
  const known = new Map(payables.map(({ claimId, payableId }) => [claimId, payableId]));
  const ids = requests.length > 0 ? requests : [...known.keys()];
  return [...new Set(ids)].map((requestId) => ({
    ...{ requestId, payableId: known.get(requestId) ?? ports.ids.payable(requestId, 1, '') },
  }));
};

const decreeParts = async (
  ports: DecisionPorts,
  main: Part,
  decree: DecreeWish,
): Promise<Parts | Answer> => {
  const fund = await fundState(ports, main.wish.streamId);
  const mandate = await mandateOf(ports, fund, main.acting.now);
  const payables =
    mandate === null ? [] : await owed(ports, fund, { decree, mandate, by: main.acting.by });
  if (payables.length > NAMES_MAX)
    return refused('RunTooLarge', { members: payables.length, membersMax: NAMES_MAX });
  const named = namesOf(ports, decree, payables);
  const hash = ports.hash(asJson(payables.map(({ claimId, amountIdr }) => [claimId, amountIdr])));
  const namesSha256 = Buffer.from(hash).toString('hex');
  const data = { ...decree, named, mode: mandate?.mode ?? null, namesSha256 };
  const others = payables.map((payable) =>
    following<'payable'>(main, {
      ...{ category: 'payable', streamId: payable.payableId },
      command: { type: 'CreatePayable', data: payable },
      commandId: ports.ids.command('create-payable', payable.payableId),
    }),
  );
  return { main: { ...main, collected: { type: 'SignAidDecree', data } }, others };
};

/** Refused where the purse is not the sponsor's own, or the person of another body. */
const purseRefusal = async (
  ports: DecisionPorts,
  of: { readonly programmeId: string; readonly payerId: string },
  by: Acting['by'] | null,
): Promise<Answer | null> => {
  const { programme, payers } = stateOf(
    programmeDecider,
    await ports.store.loadStream(of.programmeId),
  );
  const payer = payers.find(({ payerId }) => payerId === of.payerId);
  if (payer === undefined || programme === null) return refused('PayerUnknown');
  const { legalEntity, fund } = payer;
  const fault = purseFault(payer, { sponsor: programme.sponsor, by });
  if (fault === null) return null;
  const { sponsor } = programme;
  return refused(
    fault,
    fault === 'AidNotOfThisOffice' ? { sponsor } : { legalEntity, fund, sponsor },
  );
};

const fundParts = async (
  ports: DecisionPorts,
  main: Part,
  wish: FundWish,
): Promise<Parts | Answer> => {
  const { command } = wish;
  const { by } = main.acting;
  const isDecree = command.type === 'SignAidDecree';
  const { programmeId, payerId } =
    command.type === 'ProposeAidTerms' ? command.data : await fundState(ports, wish.streamId);
  if (programmeId !== null && payerId !== null) {
    const refusal = await purseRefusal(ports, { programmeId, payerId }, by);
    if (refusal !== null) return refusal;
  }
  return isDecree ? decreeParts(ports, main, command.data) : { main, others: [] };
};

export const decideAid = async (ports: AidPorts, sent: CommandEnvelope): Promise<Answer> => {
  const envelope = withoutReservations(sent);
  if (!isAidWish(envelope)) return refused('CommandMalformed');
  const early = (await earlierAnswer(ports, envelope)) ?? wronglyAddressed(ports.ids, envelope);
  if (early !== undefined) return early;
  const authority = await authoriseWish(ports, envelope);
  if (isRefusedAuthority(authority)) return authority;
  const main: Part = { wish: envelope, acting: authority.acting };
  const answer = await decideTogether(ports, envelope, () =>
    envelope.category === 'aid_fund'
      ? fundParts(ports, main, envelope)
      : requestParts(ports, main, envelope),
  );
  const isTaken = answer.status === 'refused' && answer.code === 'IdentityTaken';
  return isTaken ? refused('AidAlreadyRequested') : answer;
};
