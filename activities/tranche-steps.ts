// What a tranche's workflow asks for: look and decide what holds now, and tell the claims concerned.
import { ApplicationFailure } from '@temporalio/activity';
import { addDays, endOfOfficeDay, type LocalDate, officeDay } from '../domain/calendar.ts';
import { materialCover } from '../domain/claim/assessment/assessment-state.ts';
import { sameFacts } from '../domain/claim/assessment/same-facts.ts';
import { claimDecider } from '../domain/claim/decider.ts';
import { eventDateOf } from '../domain/claim/kind.ts';
import { nextBudgetDay } from '../domain/programme/budget-gap.ts';
import type { TrancheStage } from '../domain/programme/events.ts';
import type { TrancheMembers } from '../domain/programme/gate-events.ts';
import { gateStanding, isQuorumReached, passedKey } from '../domain/programme/gate-state.ts';
import { lapseClock } from '../domain/programme/lapse-clock.ts';
import { trancheStage } from '../domain/programme/tranche-decider.ts';
import { NATIONAL_HOLIDAYS } from '../domain/rules/holidays.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import type { Activities, Deadline, TrancheLook } from './activities.ts';
import { type Acting, versionOf } from './append-decision.ts';
import { coverFacts } from './cover-facts.ts';
import { stateOf } from './deciders.ts';
import { actingFor, mustFollow } from './follow-up.ts';
import type { Ports } from './ports.ts';
import { coverRulesBy, rulesOfClaim } from './rules-of-claim.ts';
import { allOf } from './stored-events.ts';
import {
  lastFact,
  latestFact,
  type TrancheLog,
  trancheHistory,
  trancheLog,
} from './tranche-facts.ts';

type TrancheSteps = Pick<Activities, 'lookAtTranche' | 'recheckCover'>;

/** While a past is entered its months come in any order: only after this rest is it looked at. */
const HISTORY_ENTRY_REST_MS = 3_600_000;
/** A gate that counts members is looked at once a day, and soon when the read model lags. */
const GATE_LOOK_MS = 86_400_000;
const GATE_BEHIND_MS = 60_000;
const WAIT_MS_MIN = 1_000;

const ms = (instant: string): number => Date.parse(instant);

const readLog = async (ports: Ports, trancheId: string): Promise<TrancheLog> =>
  trancheLog(ports, trancheId, {
    position: await ports.store.safePosition(),
    through: officeDay(ports.clock()),
  });

/** How long the entry of a past must still rest; 0 when it was closed, or none is going on. */
const restMs = (log: TrancheLog, now: string): number => {
  const last = lastFact(log);
  if (last === undefined || last.meta.origin !== 'historic') return 0;
  if (log.tranche.history.some(({ type }) => type === 'HistoryClosed')) return 0;
  return Math.max(0, ms(last.recordedAt) + HISTORY_ENTRY_REST_MS - ms(now));
};

/** The instant at which an office day begins. */
const startOfOfficeDay = (day: LocalDate): string => endOfOfficeDay(addDays(day, -1));

/** The next day of the clock that is not recorded yet. */
const nextMilestone = (log: TrancheLog, now: string): Deadline | null => {
  const history = trancheHistory(log);
  if (history === null) return null;
  const { firstUnpaid, milestones } = lapseClock(history, officeDay(now));
  const next = milestones.find(
    ({ code }) => !log.state.gate.passed.includes(passedKey(firstUnpaid, code)),
  );
  if (next === undefined) return null;
  const waitMs = Math.max(WAIT_MS_MIN, ms(startOfOfficeDay(next.dueOn)) - ms(now));
  return { code: next.code, waitMs, calendarVersion: NATIONAL_HOLIDAYS.version };
};

/** The next day on which a gap of the budget goes up; nobody is woken where none is named here. */
const budgetLook = ({ state: { gate } }: TrancheLog, now: string): Deadline | null => {
  if (gate.budgets.length === 0) return null;
  const { milestone: code, dueOn } = nextBudgetDay(officeDay(now));
  const waitMs = Math.max(WAIT_MS_MIN, ms(startOfOfficeDay(dueOn)) - ms(now));
  return { code, waitMs, calendarVersion: NATIONAL_HOLIDAYS.version };
};

const countsMembers = ({ state: { gate } }: TrancheLog): boolean =>
  gate.rule !== null &&
  gate.opened === null &&
  (gate.rule.basis === 'HANDED_OVER' || gate.rule.of === 'REGISTERED');

const gateLook = async (
  ports: Ports,
  log: TrancheLog,
  members: TrancheMembers,
): Promise<Deadline | null> => {
  if (!countsMembers(log)) return null;
  const end = await ports.store.safePosition();
  const isBehind = BigInt(members.position) < BigInt(end);
  return { code: 'GATE', waitMs: isBehind ? GATE_BEHIND_MS : GATE_LOOK_MS };
};

const sooner = (one: Deadline | null, other: Deadline | null): Deadline | null => {
  if (one === null || other === null) return one ?? other;
  return one.waitMs <= other.waitMs ? one : other;
};

type Assessment = 'AssessGate' | 'AssessLapse';

/**
 * Only deliveries that were entered as a past open a gate in that past. Cards handed over stand on
 * the members' own streams, and a card of today opens it today.
 */
const isReachedByEntry = async (ports: Ports, { tranche, state }: TrancheLog): Promise<boolean> => {
  const { gate, tranche: opened } = state;
  if (opened === null || gate.rule?.basis !== 'RECEIVED') return false;
  const entered = tranche.history.filter(({ meta }) => meta.origin === 'historic');
  const notes = allOf(entered, 'SponsorCardsReceived').map(({ deliveryNote }) => deliveryNote);
  const deliveries = gate.deliveries.filter(({ deliveryNote }) => notes.includes(deliveryNote));
  const members = await ports.tranches.members(opened.trancheId);
  return isQuorumReached(gateStanding({ ...gate, deliveries }, opened.quota, members));
};

/** What a gate opens for follows its cause; the clock's days come in our own time. */
const actingOn = async (
  ports: Ports,
  log: TrancheLog,
  { type, cause }: { readonly type: Assessment; readonly cause: StoredEvent },
): Promise<Acting> => {
  const follows = actingFor(ports, cause);
  if (type === 'AssessGate' && (await isReachedByEntry(ports, log))) return follows;
  return { ...follows, now: ports.clock(), origin: 'live' };
};

/** The same look at the same facts is one command: the version says what was decided before it. */
const assess = async (
  ports: Ports,
  log: TrancheLog,
  step: { readonly type: Assessment; readonly cause: StoredEvent },
): Promise<void> => {
  const { streamId } = log.tranche;
  const { type, cause } = step;
  const acting = await actingOn(ports, log, step);
  const history = await ports.store.loadStream(streamId);
  await mustFollow(
    ports,
    {
      category: 'tranche',
      streamId,
      command: { type, data: { facts: null } },
      commandId: ports.ids.command(type, streamId, versionOf(history)),
    },
    { cause, acting },
  );
};

const waitingFor = ({ state: { gate } }: TrancheLog): TrancheLook['waitingFor'] =>
  gate.rule !== null && gate.opened === null ? 'CARDS' : 'CONTRIBUTION';

/** Positions of payments and accepted arrears: another text means that cover may have moved. */
const paymentsOf = ({ bills, tranche }: TrancheLog): string => {
  const facts = [...bills, tranche].flatMap(({ history }) =>
    history.filter(({ type }) => type === 'ContributionConfirmed' || type === 'ArrearsAccepted'),
  );
  return facts.map(({ position }) => position).join();
};

const unknownTranche: TrancheLook = {
  exists: false,
  version: 0,
  stage: 'UNKNOWN' satisfies TrancheStage,
  waitingFor: 'NOTHING',
  payments: '',
  next: null,
};

const lookAtTranche = async (ports: Ports, trancheId: string): Promise<TrancheLook> => {
  const before = await readLog(ports, trancheId);
  const cause = latestFact(before);
  if (before.state.tranche === null || cause === undefined) return unknownTranche;
  const now = ports.clock();
  const known = { exists: true, stage: trancheStage(before.state) } as const;
  const rest = restMs(before, now);
  if (rest > 0) {
    const version = versionOf(before.tranche.history);
    const next = { code: 'HISTORY', waitMs: rest };
    return { ...known, version, waitingFor: 'HISTORY', payments: '', next };
  }
  if (waitingFor(before) === 'CARDS') await assess(ports, before, { type: 'AssessGate', cause });
  await assess(ports, before, { type: 'AssessLapse', cause });
  const log = await readLog(ports, trancheId);
  const members = await ports.tranches.members(trancheId);
  return {
    ...known,
    version: versionOf(log.tranche.history),
    waitingFor: waitingFor(log),
    payments: paymentsOf(log),
    next: sooner(
      sooner(nextMilestone(log, now), budgetLook(log, now)),
      await gateLook(ports, log, members),
    ),
  };
};

/** The last payment or accepted arrears: what brought the late fact. */
const lateCause = (log: TrancheLog): StoredEvent | undefined =>
  [log.tranche, ...log.bills]
    .flatMap(({ history }) => history)
    .filter(({ type }) => type === 'ContributionConfirmed' || type === 'ArrearsAccepted')
    .sort((a, b) => (BigInt(a.position) < BigInt(b.position) ? -1 : 1))
    .at(-1);

const recheckClaim = async (ports: Ports, claimId: string, cause: StoredEvent): Promise<void> => {
  const history = await ports.store.loadStream(claimId);
  const state = stateOf(claimDecider, history);
  const day = eventDateOf(state);
  if (day === null || state.cover === null) return;
  const rules = coverRulesBy(await rulesOfClaim(ports, history), day);
  const cover = await coverFacts(ports, state.workerId, day, { rules });
  if (sameFacts(materialCover(state.cover), materialCover(cover))) return;
  const { streamId, position } = cause;
  await mustFollow(
    ports,
    {
      category: 'claim',
      streamId: claimId,
      command: { type: 'NoteLateFact', data: { cause: { streamId, position }, cover: null } },
      commandId: ports.ids.command('late-fact', claimId, versionOf(history), position),
    },
    { cause },
  );
};

/** A claim the read model does not know yet would never be told: tried again until it knows. */
const readModelBehind = (): ApplicationFailure =>
  ApplicationFailure.create({
    type: 'Infra.ReadModelBehind',
    message: 'the read model is behind the payment: its claims are asked for again',
    category: 'BENIGN',
  });

const recheckCover = async (ports: Ports, trancheId: string): Promise<void> => {
  const cause = lateCause(await readLog(ports, trancheId));
  if (cause === undefined) return;
  const { claimIds, position } = await ports.tranches.claims(trancheId);
  if (BigInt(position) < BigInt(cause.position)) throw readModelBehind();
  for (const claimId of claimIds) {
    await recheckClaim(ports, claimId, cause);
    ports.heartbeat();
  }
};

export const createTrancheSteps = (ports: Ports): TrancheSteps => ({
  lookAtTranche: (trancheId) => lookAtTranche(ports, trancheId),
  recheckCover: (trancheId) => recheckCover(ports, trancheId),
});
