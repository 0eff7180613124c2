// A person freezes due payables into a run, or lets them go: run and payables in one transaction.
import { ApplicationFailure } from '@temporalio/activity';
import { systemActor } from '../domain/actor.ts';
import type { Answer, CommandEnvelope } from '../domain/command.ts';
import type { PayableCommand } from '../domain/payout/events.ts';
import { payoutRunDecider } from '../domain/payout/run-decider.ts';
import type { RunMember } from '../domain/payout/run-events.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
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
import { screenPayees } from './payee-screening.ts';
import { paymentOrder } from './payment-order.ts';
import type { Ports } from './ports.ts';
import { programmeIn, sourceOfPayable } from './programme-of-payable.ts';
import { loadPayables, type Member, membersOfRun, paymentIn } from './run-members.ts';
import { standingOf } from './run-standing.ts';
import { asJson } from './stored-events.ts';
import { wronglyAddressed } from './stream-address.ts';

/** The transaction of `append_many` holds 1,000 streams: the run itself is one of them. */
export const RUN_MEMBERS_MAX = 999;
/** Streams read at once: thousands may be due. */
const CHUNK_STREAMS = 1_000;

type Assembly = Extract<CommandEnvelope<'payout_run'>['command'], { type: 'AssembleRun' }>;

/** Facts about each payable come from its own stream, whatever the caller believed. */
export const memberOf = ({ payableId, state }: Member): RunMember | undefined => {
  const { created, correctedBy } = state;
  if (created === null) return undefined;
  const { claimId, amountIdr, mode, payerId, recommendedBy, approvedBy } = created;
  // Who said where the money goes has decided on the case too: they do not send it.
  const decidedBy = [...new Set([...recommendedBy, ...approvedBy, ...correctedBy])];
  return { payableId, claimId, amountIdr, mode, payerId, decidedBy };
};

const payablePart = (
  ports: Ports,
  command: PayableCommand,
  over: { readonly payableId: string; readonly main: Part; readonly step: string },
): Part => {
  const { payableId, main, step } = over;
  const wish: Wish<'payable'> = {
    commandId: ports.ids.command(step, main.wish.streamId, payableId),
    category: 'payable',
    streamId: payableId,
    command,
    actorId: systemActor.id,
    correlationId: main.wish.correlationId,
    causationId: main.wish.commandId,
  };
  const acting: Acting = { ...main.acting, by: systemActor };
  assertHand(wish, acting);
  return { wish, acting };
};

/** What the bank would refuse must not be frozen: nobody could release it. */
export const unrenderable = async (
  ports: Ports,
  runId: string,
  over: { readonly members: readonly Member[]; readonly now: string },
): Promise<Extract<Answer, { status: 'refused' }> | undefined> => {
  const payments = over.members.flatMap((member) => paymentIn(ports, member, runId) ?? []);
  try {
    const { order, profile } = await paymentOrder(ports, { runId, createdAt: over.now }, payments);
    const rendered = ports.bank.render(order, profile);
    if (rendered.status === 'rendered') return undefined;
    const [problem] = rendered.problems;
    return refused('PaymentNotRenderable', {
      problem: problem?.code ?? 'Unknown',
      endToEndId: problem?.endToEndId ?? '',
    });
  } catch (error) {
    if (!(error instanceof ApplicationFailure) || error.nonRetryable !== true) throw error;
    return refused('PaymentNotRenderable', { problem: error.type ?? 'Unknown', endToEndId: '' });
  }
};

/** A purse belongs to one programme and its region; a run never reaches across two of them. */
const isOfOneProgramme = async (ports: Ports, members: readonly Member[]): Promise<boolean> => {
  const sources = new Set(
    members.flatMap(({ state }) => (state.created === null ? [] : sourceOfPayable(state.created))),
  );
  const histories = await ports.store.loadStreams([...sources]);
  const programmes = [...sources].map((source) => programmeIn(histories.get(source) ?? []));
  return new Set(programmes).size <= 1;
};

const assembly = async (
  ports: Ports,
  envelope: CommandEnvelope<'payout_run'>,
  over: { readonly command: Assembly; readonly chosen: readonly string[]; readonly acting: Acting },
): Promise<Parts | Answer> => {
  const { command, chosen, acting } = over;
  const { runId, flow } = command.data;
  if (chosen.length > RUN_MEMBERS_MAX)
    return refused('RunTooLarge', { members: chosen.length, membersMax: RUN_MEMBERS_MAX });
  const payables = await loadPayables(ports, chosen);
  const unknown = payables.find(({ state }) => state.created === null);
  if (unknown !== undefined) return refused('PayableUnknown', { payable: unknown.payableId });
  if (payables.some(({ state }) => state.created?.flow !== flow)) return refused('MixedFlows');
  if (!(await isOfOneProgramme(ports, payables))) return refused('MixedPayers');
  const members = payables.flatMap((payable) => memberOf(payable) ?? []);
  const frozen = members.map(({ payableId, amountIdr }) => ({ payableId, amountIdr }));
  const membersSha256 = Buffer.from(ports.hash(asJson(frozen))).toString('hex');
  const main: Part = {
    wish: envelope,
    acting,
    collected: { type: 'AssembleRun', data: { ...command.data, members, membersSha256 } },
  };
  const [unfit] = await screenPayees(ports, payables);
  if (unfit !== undefined) return refused(unfit.code, { payable: unfit.payableId });
  const isOurs = members.every(({ mode, payerId }) => {
    return mode === 'DISBURSES' && payerId === command.data.payerId;
  });
  // An empty run is refused by its decider, in its own words.
  const problem =
    isOurs && members.length > 0
      ? await unrenderable(ports, runId, { members: payables, now: acting.now })
      : undefined;
  if (problem !== undefined) return problem;
  const others = payables.map(({ payableId, owedIn }) =>
    payablePart(
      ports,
      { type: 'SelectPayable', data: { runId, owedIn } },
      { payableId, main, step: 'select' },
    ),
  );
  return { main, others };
};

type Chosen = { readonly members: readonly string[]; readonly past: readonly string[] };

/**
 * Those that the person named, or everything due that fits one run: the earliest first. What an
 * entered past owes is taken only when it is named, or was let go: it may have been paid before.
 */
const choose = async (
  ports: Ports,
  command: Assembly,
  history: CommandEnvelope['history'],
): Promise<Chosen> => {
  const { members: named, payerId, flow } = command.data;
  const picked = named.map(({ payableId }) => payableId);
  if (picked.length > 0) return { members: [...new Set(picked)].sort(), past: [] };
  const due = await ports.duePayables({ payerId, flow });
  // A run that is itself entered as history takes what the past owes: nothing is sent for it.
  if (history !== undefined) return { members: due.slice(0, RUN_MEMBERS_MAX), past: [] };
  const members: string[] = [];
  const past: string[] = [];
  for (let from = 0; from < due.length && members.length < RUN_MEMBERS_MAX; from += CHUNK_STREAMS) {
    ports.heartbeat();
    const chunk = due.slice(from, from + CHUNK_STREAMS);
    const histories = await ports.store.loadStreams(chunk);
    for (const payableId of chunk) {
      const isPast = standingOf(histories.get(payableId) ?? []) === 'PAST';
      (isPast ? past : members).push(payableId);
    }
  }
  return { members: members.slice(0, RUN_MEMBERS_MAX), past };
};

/** `picked`: chosen by the engine itself, the command's identity apart (a run by schedule). */
export const assembleRun = async (
  ports: Ports,
  sent: CommandEnvelope,
  picked?: readonly string[],
): Promise<Answer> => {
  const envelope = withoutReservations(sent);
  if (envelope.category !== 'payout_run' || envelope.command.type !== 'AssembleRun')
    return refused('CommandMalformed');
  const early = (await earlierAnswer(ports, envelope)) ?? wronglyAddressed(ports.ids, envelope);
  if (early !== undefined) return early;
  const { command } = envelope;
  const { members: chosen, past } =
    picked === undefined
      ? await choose(ports, command, envelope.history)
      : { members: picked, past: [] };
  const [first] = [...chosen, ...past];
  const authority = await authoriseWish(ports, envelope, first);
  if (isRefusedAuthority(authority)) return authority;
  if (chosen.length === 0 && past[0] !== undefined)
    return refused('OnlyPastIsDue', { count: past.length, payable: past[0] });
  const over = { command, chosen, acting: authority.acting };
  return decideTogether(ports, envelope, () => assembly(ports, envelope, over));
};

/**
 * A rendered file may be on its way into the bank's folder at this moment: one of the two wins, and
 * only a file that can never leave any more frees its payables.
 */
const keepFileHome = async (
  ports: Ports,
  { wish, acting }: Part,
  history: readonly StoredEvent[],
): Promise<Answer | undefined> => {
  const { file, dropped, cancelled } = stateOf(payoutRunDecider, history);
  if (file === null || dropped || cancelled) return undefined;
  // What its decider refuses must not touch the file.
  if ('refused' in decideOn(wish, history, acting)) return undefined;
  const { status } = await ports.bank.withdraw(file);
  return status === 'withdrawn' ? undefined : refused('FileAlreadyDropped');
};

export const cancelRun = async (ports: Ports, sent: CommandEnvelope): Promise<Answer> => {
  const envelope = withoutReservations(sent);
  if (envelope.category !== 'payout_run' || envelope.command.type !== 'CancelRun')
    return refused('CommandMalformed');
  const earlier = await earlierAnswer(ports, envelope);
  if (earlier !== undefined) return earlier;
  const authority = await authoriseWish(ports, envelope);
  if (isRefusedAuthority(authority)) return authority;
  const main = { wish: envelope, acting: authority.acting };
  const runId = envelope.streamId;
  return decideTogether(ports, envelope, async () => {
    const history = await ports.store.loadStream(runId);
    const late = await keepFileHome(ports, main, history);
    if (late !== undefined) return late;
    const members = await membersOfRun(ports, history);
    const others = members.map(({ payableId }) =>
      payablePart(
        ports,
        { type: 'DeselectPayable', data: { runId } },
        { payableId, main, step: 'deselect' },
      ),
    );
    return { main, others };
  });
};
