// Stream `actor-…`: who may become, appoint, delegate and end; the roles an act later rests on.
import { type Act, LIMITED_ACTS, type Office, sharesPerson } from '../actor.ts';
import { addDays, type LocalDate } from '../calendar.ts';
import { sameFacts } from '../claim/assessment/same-facts.ts';
import {
  accept,
  assertNever,
  type Context,
  type Decider,
  type Decision,
  refuse,
} from '../decider.ts';
import { parseRupiah } from '../money.ts';
import { isAreaCode } from '../region.ts';
import type { ActorCommand, ActorEvent, ActorStage, RoleLimit } from './events.ts';

export type Role = {
  readonly act: Act;
  readonly area: string;
  readonly from: LocalDate;
  /** Last day on which the role is held; null while no end is known. */
  readonly to: LocalDate | null;
  readonly letter: string;
  /** Null: without a limit of sum or benefit. */
  readonly limit: RoleLimit | null;
  /** Null for a role of one's own; otherwise whose act was lent. */
  readonly principalId: string | null;
};

export type ActorState = {
  readonly actorId: string | null;
  readonly office: Office;
  readonly nameCommitment: string;
  readonly roles: readonly Role[];
};

export type ActorRefusal =
  | 'ActorNotRegistered'
  | 'ActorAlreadyRegistered'
  | 'SystemOfficeReserved'
  | 'ActReservedForSystem'
  | 'AppointmentMissing'
  | 'AreaUnknown'
  | 'LetterMissing'
  | 'LimitNotForAct'
  | 'LimitInvalid'
  | 'PeriodInvalid'
  | 'SelfAppointment'
  | 'SelfDelegation'
  | 'PrincipalDoesNotHoldAct'
  | 'ActNotHeld'
  | 'ReasonMissing';

type ActorDecision = Decision<ActorEvent, ActorRefusal>;
type DataOf<T extends ActorCommand['type']> = Extract<ActorCommand, { type: T }>['data'];

const initial: ActorState = { actorId: null, office: 'SYSTEM', nameCommitment: '', roles: [] };

type Terms = {
  readonly act: Act;
  readonly area: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly letter: string;
  readonly limit?: RoleLimit;
};

const limitFaultOf = (act: Act, { upToIdr, benefits }: RoleLimit): ActorRefusal | null => {
  if (!LIMITED_ACTS.includes(act)) return 'LimitNotForAct';
  if (upToIdr !== undefined && parseRupiah(upToIdr) <= 0n) return 'LimitInvalid';
  return benefits?.length === 0 ? 'LimitInvalid' : null;
};

/** What every letter must say, whoever signs it. */
const faultOf = (terms: Terms): ActorRefusal | null => {
  if (terms.act === 'follow-up') return 'ActReservedForSystem';
  if (!isAreaCode(terms.area)) return 'AreaUnknown';
  if (terms.letter.trim() === '') return 'LetterMissing';
  if (terms.to !== null && terms.to < terms.from) return 'PeriodInvalid';
  return terms.limit === undefined ? null : limitFaultOf(terms.act, terms.limit);
};

const alreadyHas = (state: ActorState, terms: Terms, principalId: string | null): boolean =>
  state.roles.some(
    (role) =>
      role.act === terms.act &&
      role.area === terms.area &&
      role.from === terms.from &&
      role.to === terms.to &&
      role.letter === terms.letter &&
      role.principalId === principalId &&
      sameFacts(role.limit, terms.limit ?? null),
  );

const registerActor = (data: DataOf<'RegisterActor'>, state: ActorState): ActorDecision => {
  const { actorId, office, name, firstAdministrator, appointment } = data;
  if (office === 'SYSTEM') return refuse('SystemOfficeReserved');
  if (state.actorId !== null) {
    const same = state.office === office && state.nameCommitment === name.commitment;
    return same ? accept() : refuse('ActorAlreadyRegistered', { office: state.office });
  }
  const registered: ActorEvent = { type: 'ActorRegistered', data: { actorId, office, name } };
  if (!firstAdministrator) return accept<ActorEvent>(registered);
  if (appointment === undefined) return refuse('AppointmentMissing');
  const terms: Terms = { ...appointment, act: 'administer' };
  const fault = faultOf(terms);
  if (fault !== null) return refuse(fault);
  return accept<ActorEvent>(registered, { type: 'RoleAppointed', data: { ...terms, actorId } });
};

const appointRole = (
  data: DataOf<'AppointRole'>,
  state: ActorState,
  context: Context,
): ActorDecision => {
  if (state.actorId === null) return refuse('ActorNotRegistered');
  const fault = faultOf(data);
  if (fault !== null) return refuse(fault, { act: data.act, area: data.area });
  if (alreadyHas(state, data, null)) return accept();
  if (sharesPerson(context.by, [state.actorId])) return refuse('SelfAppointment');
  return accept({ type: 'RoleAppointed', data: { ...data, actorId: state.actorId } });
};

const delegateRole = (
  data: DataOf<'DelegateRole'>,
  state: ActorState,
  context: Context,
): ActorDecision => {
  if (state.actorId === null) return refuse('ActorNotRegistered');
  const { principalHolds, ...terms } = data;
  const fault = faultOf(terms);
  if (fault !== null) return refuse(fault, { act: terms.act, area: terms.area });
  if (terms.principalId === state.actorId) return refuse('SelfDelegation');
  // Whoever records the letter may not be the one who receives the power, nor act for them.
  if (sharesPerson(context.by, [state.actorId])) return refuse('SelfDelegation');
  if (alreadyHas(state, terms, terms.principalId)) return accept();
  if (!principalHolds) return refuse('PrincipalDoesNotHoldAct', { act: terms.act });
  return accept({ type: 'RoleDelegated', data: { ...terms, actorId: state.actorId } });
};

const endRole = (data: DataOf<'EndRole'>, state: ActorState): ActorDecision => {
  if (state.actorId === null) return refuse('ActorNotRegistered');
  if (data.reason.trim() === '') return refuse('ReasonMissing');
  const ofAct = state.roles.filter((role) => role.act === data.act);
  if (ofAct.some((role) => role.to === null || role.to >= data.on))
    return accept({ type: 'RoleEnded', data: { ...data, actorId: state.actorId } });
  const endsThen = ofAct.some((role) => role.to === addDays(data.on, -1));
  return endsThen ? accept() : refuse('ActNotHeld', { act: data.act });
};

const decide = (command: ActorCommand, state: ActorState, context: Context): ActorDecision => {
  switch (command.type) {
    case 'RegisterActor':
      return registerActor(command.data, state);
    case 'AppointRole':
      return appointRole(command.data, state, context);
    case 'DelegateRole':
      return delegateRole(command.data, state, context);
    case 'EndRole':
      return endRole(command.data, state);
    default:
      return assertNever(command, 'actor command');
  }
};

/** A role ended on a day is no longer held on that day; the day before is its last. */
const endedOn = (role: Role, on: LocalDate): Role =>
  role.to !== null && role.to < on ? role : { ...role, to: addDays(on, -1) };

const withRole = (state: ActorState, terms: Terms, principalId: string | null): ActorState => {
  const { act, area, from, to, letter, limit = null } = terms;
  const role = { act, area, from, to, letter, limit, principalId };
  return { ...state, roles: [...state.roles, role] };
};

const evolve = (state: ActorState, event: ActorEvent): ActorState => {
  switch (event.type) {
    case 'ActorRegistered': {
      const { actorId, office, name } = event.data;
      return { ...state, actorId, office, nameCommitment: name.commitment };
    }
    case 'RoleAppointed':
      return withRole(state, event.data, null);
    case 'RoleDelegated':
      return withRole(state, event.data, event.data.principalId);
    case 'RoleEnded': {
      const { act, on } = event.data;
      const roles = state.roles.map((role) => (role.act === act ? endedOn(role, on) : role));
      return { ...state, roles };
    }
    default:
      return assertNever(event, 'actor event');
  }
};

export const actorDecider: Decider<ActorState, ActorCommand, ActorEvent, ActorRefusal> = {
  initial,
  decide,
  evolve,
};

export const actorStage = (state: ActorState): ActorStage =>
  state.actorId === null ? 'UNKNOWN' : 'REGISTERED';
