// Stream `programme-…`: a sponsor's programme, its purses, and who disburses or tracks which flow.
import { personsBehind, sharesPerson } from '../actor.ts';
import type { LocalDate } from '../calendar.ts';
import {
  accept,
  assertNever,
  type Context,
  type Decider,
  type Decision,
  refuse,
} from '../decider.ts';
import { isRegencyCode } from '../region.ts';
import type {
  Flow,
  MandateMode,
  MandateProposed,
  PayerRegistered,
  ProgrammeCommand,
  ProgrammeCreated,
  ProgrammeEvent,
  ProgrammeStage,
} from './events.ts';

type Payer = PayerRegistered['data'];
type Mandate = MandateProposed['data'] & { readonly confirmedBy: readonly string[] | null };

export type ProgrammeState = {
  readonly programme: ProgrammeCreated['data'] | null;
  readonly payers: readonly Payer[];
  /** In the order of their confirmation; proposals that still wait stand where they were made. */
  readonly mandates: readonly Mandate[];
};

export type ProgrammeRefusal =
  | 'ProgrammeUnknown'
  | 'ProgrammeAlreadyExists'
  | 'NameMissing'
  | 'LegalBasisMissing'
  | 'RegionUnknown'
  | 'AgeWindowInvalid'
  | 'PayerUnknown'
  | 'PayerAlreadyRegistered'
  | 'PayerNotValidThen'
  | 'PeriodInvalid'
  | 'MandateUnknown'
  | 'MandateAlreadyProposed'
  | 'SamePersonProposedMandate';

type ProgrammeDecision = Decision<ProgrammeEvent, ProgrammeRefusal>;
type DataOf<T extends ProgrammeCommand['type']> = Extract<ProgrammeCommand, { type: T }>['data'];

const initial: ProgrammeState = { programme: null, payers: [], mandates: [] };

const AGE_MAX = 120;
const isBlank = (text: string): boolean => text.trim() === '';

const isSameProgramme = (a: ProgrammeCreated['data'], b: ProgrammeCreated['data']): boolean =>
  a.name === b.name &&
  a.sponsor === b.sponsor &&
  a.region === b.region &&
  a.legalBasis === b.legalBasis &&
  a.ageFrom === b.ageFrom &&
  a.ageTo === b.ageTo;

const createProgramme = (
  data: DataOf<'CreateProgramme'>,
  { programme }: ProgrammeState,
): ProgrammeDecision => {
  if (programme !== null)
    return isSameProgramme(programme, data) ? accept() : refuse('ProgrammeAlreadyExists');
  if (isBlank(data.name) || isBlank(data.sponsor)) return refuse('NameMissing');
  if (isBlank(data.legalBasis)) return refuse('LegalBasisMissing');
  if (!isRegencyCode(data.region)) return refuse('RegionUnknown', { region: data.region });
  const { ageFrom, ageTo } = data;
  if (ageFrom < 0 || ageTo < ageFrom || ageTo > AGE_MAX)
    return refuse('AgeWindowInvalid', { ageFrom, ageTo });
  return accept({ type: 'ProgrammeCreated', data });
};

/** The account is compared by its commitment: the value itself is never seen here. */
const isSamePayer = (a: Payer, b: Payer): boolean =>
  a.legalEntity === b.legalEntity &&
  a.fund === b.fund &&
  a.legalBasis === b.legalBasis &&
  a.fundingAccount.commitment === b.fundingAccount.commitment &&
  a.bank === b.bank &&
  a.from === b.from &&
  a.to === b.to;

const registerPayer = (
  data: DataOf<'RegisterPayer'>,
  { programme, payers }: ProgrammeState,
): ProgrammeDecision => {
  if (programme === null) return refuse('ProgrammeUnknown');
  const known = payers.find(({ payerId }) => payerId === data.payerId);
  if (known !== undefined)
    return isSamePayer(known, data) ? accept() : refuse('PayerAlreadyRegistered');
  if (isBlank(data.legalEntity) || isBlank(data.fund)) return refuse('NameMissing');
  if (isBlank(data.legalBasis)) return refuse('LegalBasisMissing');
  if (data.to !== null && data.to < data.from) return refuse('PeriodInvalid');
  return accept({ type: 'PayerRegistered', data });
};

const isValidOn = (payer: Payer, day: LocalDate): boolean =>
  payer.from <= day && (payer.to === null || day <= payer.to);

const proposeMandate = (
  data: DataOf<'ProposeMandate'>,
  { programme, payers, mandates }: ProgrammeState,
  context: Context,
): ProgrammeDecision => {
  if (programme === null) return refuse('ProgrammeUnknown');
  const known = mandates.find(({ mandateId }) => mandateId === data.mandateId);
  if (known !== undefined) {
    const { payerId, flow, mode, from } = known;
    const same =
      payerId === data.payerId && flow === data.flow && mode === data.mode && from === data.from;
    return same ? accept() : refuse('MandateAlreadyProposed');
  }
  const payer = payers.find(({ payerId }) => payerId === data.payerId);
  if (payer === undefined) return refuse('PayerUnknown');
  if (!isValidOn(payer, data.from)) return refuse('PayerNotValidThen', { from: data.from });
  const { mandateId, payerId, flow, mode, from } = data;
  const proposedBy = personsBehind(context.by);
  return accept({
    type: 'MandateProposed',
    data: { mandateId, payerId, flow, mode, from, proposedBy },
  });
};

const confirmMandate = (
  { mandateId }: DataOf<'ConfirmMandate'>,
  { programme, mandates }: ProgrammeState,
  context: Context,
): ProgrammeDecision => {
  if (programme === null) return refuse('ProgrammeUnknown');
  const mandate = mandates.find((known) => known.mandateId === mandateId);
  if (mandate === undefined) return refuse('MandateUnknown');
  if (mandate.confirmedBy !== null) return accept();
  if (sharesPerson(context.by, mandate.proposedBy)) return refuse('SamePersonProposedMandate');
  return accept({
    type: 'MandateConfirmed',
    data: { mandateId, confirmedBy: personsBehind(context.by) },
  });
};

const decide = (
  command: ProgrammeCommand,
  state: ProgrammeState,
  context: Context,
): ProgrammeDecision => {
  switch (command.type) {
    case 'CreateProgramme':
      return createProgramme(command.data, state);
    case 'RegisterPayer':
      return registerPayer(command.data, state);
    case 'ProposeMandate':
      return proposeMandate(command.data, state, context);
    case 'ConfirmMandate':
      return confirmMandate(command.data, state, context);
    default:
      return assertNever(command, 'programme command');
  }
};

/** A confirmed mandate moves to the end, so that the newest word on a day is the last one. */
const confirmed = (
  mandates: readonly Mandate[],
  mandateId: string,
  confirmedBy: readonly string[],
): readonly Mandate[] => [
  ...mandates.filter((mandate) => mandate.mandateId !== mandateId),
  ...mandates.flatMap((m) => (m.mandateId === mandateId ? [{ ...m, confirmedBy }] : [])),
];

const evolve = (state: ProgrammeState, event: ProgrammeEvent): ProgrammeState => {
  switch (event.type) {
    case 'ProgrammeCreated':
      return { ...state, programme: event.data };
    case 'PayerRegistered':
      return { ...state, payers: [...state.payers, event.data] };
    case 'MandateProposed': {
      const proposal: Mandate = { ...event.data, confirmedBy: null };
      return { ...state, mandates: [...state.mandates, proposal] };
    }
    case 'MandateConfirmed': {
      const { mandateId, confirmedBy } = event.data;
      return { ...state, mandates: confirmed(state.mandates, mandateId, confirmedBy) };
    }
    default:
      return assertNever(event, 'programme event');
  }
};

export const programmeDecider: Decider<
  ProgrammeState,
  ProgrammeCommand,
  ProgrammeEvent,
  ProgrammeRefusal
> = {
  initial,
  decide,
  evolve,
};

export const programmeStage = ({ programme }: ProgrammeState): ProgrammeStage =>
  programme === null ? 'UNKNOWN' : 'CREATED';

export type MandateInForce = {
  readonly mandateId: string;
  readonly payerId: string;
  readonly mode: MandateMode;
  readonly programmeId: string;
};

/**
 * The confirmed mandate of a flow on a day: the one that began last and whose payer is valid then;
 * of two that began on the same day, the one confirmed last.
 */
export const mandateInForce = (
  { programme, payers, mandates }: ProgrammeState,
  flow: Flow,
  day: LocalDate,
): MandateInForce | null => {
  if (programme === null) return null;
  const candidates = mandates.filter((mandate) => {
    const payer = payers.find(({ payerId }) => payerId === mandate.payerId);
    return (
      mandate.flow === flow &&
      mandate.confirmedBy !== null &&
      mandate.from <= day &&
      payer !== undefined &&
      isValidOn(payer, day)
    );
  });
  const [first, ...others] = candidates;
  if (first === undefined) return null;
  const { mandateId, payerId, mode } = others.reduce(
    (latest, mandate) => (mandate.from >= latest.from ? mandate : latest),
    first,
  );
  return { mandateId, payerId, mode, programmeId: programme.programmeId };
};
