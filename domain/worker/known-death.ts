// Decisions on a death that a list tells of: believed once, doubted until a person decides, closed with a ground.
import { personsBehind } from '../actor.ts';
import { officeDay } from '../calendar.ts';
import { accept, assertNever, type Context, type Decision, refuse } from '../decider.ts';
import type { KnownDeathCommand, KnownDeathEvent } from './known-death-events.ts';
import type { WorkerState } from './stage.ts';

export type KnownDeathRefusal =
  | 'WorkerNotNominated'
  | 'DeathDateInFuture'
  | 'DeathDoubtUnknown'
  | 'DeathDoubtAlreadyDecided'
  | 'DeathNotKnown'
  | 'DeathHasClaim'
  | 'KnownDeathAlreadyClosed'
  | 'VisitInFuture'
  | 'VisitBeforeEvent'
  | 'ReasonMissing';

type KnownDeathDecision = Decision<KnownDeathEvent, KnownDeathRefusal>;
type Wish<T extends KnownDeathCommand['type']> = Extract<KnownDeathCommand, { type: T }>['data'];

const TYPES: Readonly<Record<KnownDeathEvent['type'], true>> = {
  WorkerNamedInDeathList: true,
  DeathDoubtRaised: true,
  DeathDoubtDecided: true,
  BereavedFamilyVisited: true,
  KnownDeathClosed: true,
};
export const isKnownDeathEvent = <E extends { readonly type: string }>(
  event: E,
): event is Extract<E, { readonly type: KnownDeathEvent['type'] }> =>
  Object.hasOwn(TYPES, event.type);

const COMMANDS: Readonly<Record<KnownDeathCommand['type'], true>> = {
  NoteNamedInDeathList: true,
  RaiseDeathDoubt: true,
  DecideDeathDoubt: true,
  RecordFamilyVisit: true,
  CloseKnownDeath: true,
};
export const isKnownDeathCommand = <C extends { readonly type: string }>(
  command: C,
): command is Extract<C, { readonly type: KnownDeathCommand['type'] }> =>
  Object.hasOwn(COMMANDS, command.type);

const rowKey = ({ listId, row }: { readonly listId: string; readonly row: number }): string =>
  `${listId}/${row}`;

/** Found alive, a person is dead to no list of before; a later list may name them again. */
export const standingDeath = ({ known }: Pick<WorkerState, 'known'>): WorkerState['known'] =>
  known === null || known.closed === 'ALIVE' ? null : known;

/** The day that the claim says, or else the last list; null: nobody says that this person died. */
const deathDateOf = (state: WorkerState) =>
  state.death?.date ?? standingDeath(state)?.deathDate ?? null;

const named = (
  data: Wish<'NoteNamedInDeathList'>,
  state: WorkerState,
  { now }: Context,
): KnownDeathDecision => {
  if (state.workerId === null) return refuse('WorkerNotNominated');
  if (state.known?.rows.includes(rowKey(data)) === true) return accept();
  if (data.deathDate > officeDay(now)) return refuse('DeathDateInFuture');
  // A claim has papers of its own; a second list with the same day says nothing new.
  if (state.death !== null || deathDateOf(state) === data.deathDate) return accept();
  return accept({ type: 'WorkerNamedInDeathList', data });
};

const doubted = (
  data: Wish<'RaiseDeathDoubt'>,
  state: WorkerState,
  { now }: Context,
): KnownDeathDecision => {
  if (state.workerId === null) return refuse('WorkerNotNominated');
  if (state.doubts.has(data.doubtId)) return accept();
  if (data.deathDate > officeDay(now)) return refuse('DeathDateInFuture');
  // Whose death is known already is no riddle.
  if (deathDateOf(state) !== null) return accept();
  return accept({ type: 'DeathDoubtRaised', data });
};

const decided = (
  { workerId, doubtId, isSamePerson, reason }: Wish<'DecideDeathDoubt'>,
  state: WorkerState,
  { by }: Context,
): KnownDeathDecision => {
  const doubt = state.doubts.get(doubtId);
  if (doubt === undefined) return refuse('DeathDoubtUnknown');
  if (doubt.isSamePerson === isSamePerson) return accept();
  if (doubt.isSamePerson !== null) return refuse('DeathDoubtAlreadyDecided');
  if (reason.trim() === '') return refuse('ReasonMissing');
  const decision: KnownDeathEvent = {
    type: 'DeathDoubtDecided',
    data: { workerId, doubtId, isSamePerson, reason, decidedBy: personsBehind(by) },
  };
  const { doubtId: _, ...listed } = doubt.listed;
  const isNews = state.death === null && deathDateOf(state) !== listed.deathDate;
  if (!isSamePerson || !isNews) return accept(decision);
  return accept<KnownDeathEvent>(decision, {
    type: 'WorkerNamedInDeathList',
    data: { ...listed, matchedBy: 'PERSON' },
  });
};

const visited = (
  data: Wish<'RecordFamilyVisit'>,
  state: WorkerState,
  { now }: Context,
): KnownDeathDecision => {
  const deathDate = deathDateOf(state);
  if (deathDate === null) return refuse('DeathNotKnown');
  if (data.visitedOn > officeDay(now)) return refuse('VisitInFuture');
  if (data.visitedOn < deathDate) return refuse('VisitBeforeEvent');
  return accept({ type: 'BereavedFamilyVisited', data });
};

const closed = (data: Wish<'CloseKnownDeath'>, state: WorkerState): KnownDeathDecision => {
  if (state.death !== null) return refuse('DeathHasClaim', { claimId: state.death.claimId });
  if (state.known === null) return refuse('DeathNotKnown');
  if (state.known.closed === data.ground) return accept();
  if (state.known.closed !== null) return refuse('KnownDeathAlreadyClosed');
  if (data.reason.trim() === '') return refuse('ReasonMissing');
  return accept({ type: 'KnownDeathClosed', data });
};

export const decideOnKnownDeath = (
  command: KnownDeathCommand,
  state: WorkerState,
  context: Context,
): KnownDeathDecision => {
  switch (command.type) {
    case 'NoteNamedInDeathList':
      return named(command.data, state, context);
    case 'RaiseDeathDoubt':
      return doubted(command.data, state, context);
    case 'DecideDeathDoubt':
      return decided(command.data, state, context);
    case 'RecordFamilyVisit':
      return visited(command.data, state, context);
    case 'CloseKnownDeath':
      return closed(command.data, state);
    default:
      return assertNever(command, 'command about a known death');
  }
};

export const onKnownDeath = (state: WorkerState, event: KnownDeathEvent): WorkerState => {
  switch (event.type) {
    case 'WorkerNamedInDeathList': {
      const rows = [...(state.known?.rows ?? []), rowKey(event.data)];
      return { ...state, known: { deathDate: event.data.deathDate, rows, closed: null } };
    }
    case 'DeathDoubtRaised': {
      const { name: _name, birthDate: _birth, nik: _nik, ...listed } = event.data;
      const doubts = new Map(state.doubts).set(listed.doubtId, { listed, isSamePerson: null });
      return { ...state, doubts };
    }
    case 'DeathDoubtDecided': {
      const { doubtId, isSamePerson } = event.data;
      const doubt = state.doubts.get(doubtId);
      if (doubt === undefined) return state;
      return { ...state, doubts: new Map(state.doubts).set(doubtId, { ...doubt, isSamePerson }) };
    }
    case 'BereavedFamilyVisited':
      return state;
    case 'KnownDeathClosed': {
      const { known } = state;
      return known === null ? state : { ...state, known: { ...known, closed: event.data.ground } };
    }
    default:
      return assertNever(event, 'event of a known death');
  }
};
