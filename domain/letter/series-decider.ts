// The numbers of one office, kind and year: each is taken once, in order; a void one stays visible.
import { type ActedBy, personsBehind, sharesPerson } from '../actor.ts';
import { officeDay } from '../calendar.ts';
import {
  accept,
  assertNever,
  type Context,
  type Decider,
  type Decision,
  refuse,
} from '../decider.ts';
import { isWithin } from '../region.ts';
import type {
  LetterKind,
  LetterSeriesCommand,
  LetterSeriesEvent,
  LetterSeriesStage,
  SeriesPlace,
} from './letter-events.ts';

export const LETTER_REFUSALS = [
  'ClaimUnknown',
  'LetterNotForClaim',
  'LetterOfAnotherOffice',
  'LetterOfAnotherArea',
  'LetterOnlyNow',
  'LetterUnknown',
  'LetterVoid',
  'LetterWaits',
  'LetterYearWrong',
  'LetterAlreadySigned',
  'MakerCannotSign',
  'LetterheadMissing',
  'ReasonMissing',
  'SignerNotNamed',
] as const;
export type LetterRefusal = (typeof LETTER_REFUSALS)[number];

type Open = {
  readonly number: number;
  readonly claimId: string;
  readonly reference: string;
  readonly issuedBy: readonly string[];
};

/**
 * Signed letters are not kept one by one: a number at or below the last that is neither open nor
 * void is signed. So a busy year stays quick to fold.
 */
export type LetterSeriesState = {
  readonly place: (SeriesPlace & { readonly seriesId: string }) | null;
  readonly last: number;
  readonly open: readonly Open[];
  readonly voided: readonly number[];
};

type Wish<T extends LetterSeriesCommand['type']> = Extract<
  LetterSeriesCommand,
  { type: T }
>['data'];
type LetterDecision = Decision<LetterSeriesEvent, LetterRefusal>;

/** Short forms as offices write them into a number. */
export const LETTER_CODES: Readonly<Record<LetterKind, string>> = {
  RECEIPT: 'TT',
  PAPERS_RETURNED: 'PB',
  INVITATION: 'UND',
  DETERMINATION: 'PEN',
  REJECTION: 'TOL',
  JKN_ROUTING: 'JKN',
  GUARANTEE: 'SJP',
};

const MONTHS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;

const referenceOf = (
  number: number,
  of: { readonly kind: LetterKind; readonly code: string; readonly day: string },
): string => {
  const month = MONTHS[Number(of.day.slice(5, 7)) - 1] ?? '';
  const counted = String(number).padStart(3, '0');
  return [counted, LETTER_CODES[of.kind], of.code, month, of.day.slice(0, 4)].join('/');
};

/** Nobody numbers or signs a letter in the past, nor for an office that is not theirs. */
const deskFault = (
  { by, origin }: Context,
  office: SeriesPlace['office'],
): LetterDecision | null => {
  if (origin === 'historic') return refuse('LetterOnlyNow');
  return by.office === office ? null : refuse('LetterOfAnotherOffice', { office });
};

const issueLetter = (
  wish: Wish<'IssueLetter'>,
  state: LetterSeriesState,
  context: Context,
): LetterDecision => {
  const { claim, head, ...place } = wish;
  const fault = deskFault(context, wish.office);
  if (fault !== null) return fault;
  const issuedOn = officeDay(context.now);
  if (wish.year !== Number(issuedOn.slice(0, 4))) return refuse('LetterYearWrong');
  if (claim === null) return refuse('ClaimUnknown');
  if (claim.kelurahan === null || !isWithin(claim.kelurahan, wish.area))
    return refuse('LetterOfAnotherArea', { area: wish.area });
  if (!claim.kinds.includes(wish.kind)) return refuse('LetterNotForClaim', { letter: wish.kind });
  if (head === null) return refuse('LetterheadMissing', { office: wish.office, area: wish.area });
  const waiting = state.open.find(({ claimId }) => claimId === wish.claimId);
  if (waiting !== undefined) return refuse('LetterWaits', { reference: waiting.reference });
  const number = state.last + 1;
  const reference = referenceOf(number, { kind: wish.kind, code: head.code, day: issuedOn });
  return accept({
    type: 'LetterIssued',
    data: {
      ...{ ...place, number, reference, claimVersion: claim.version, issuedOn, head },
      issuedBy: personsBehind(context.by),
    },
  });
};

const BY_TWO: readonly LetterKind[] = ['DETERMINATION', 'REJECTION', 'JKN_ROUTING', 'GUARANTEE'];

/** Whoever signs for a principal signs by the principal's naming. */
const signerOf = (by: ActedBy, signers: Wish<'SignLetter'>['signers']) =>
  signers.find(({ actorId }) => personsBehind(by).includes(actorId));

const numberFault = (number: number, { last, voided }: LetterSeriesState): LetterDecision | null =>
  number < 1 || number > last || !Number.isInteger(number)
    ? refuse('LetterUnknown')
    : voided.includes(number)
      ? refuse('LetterVoid')
      : null;

const signLetter = (
  { number, sha256, signers }: Wish<'SignLetter'>,
  state: LetterSeriesState,
  context: Context,
): LetterDecision => {
  const { place } = state;
  if (place === null) return refuse('LetterUnknown');
  const fault = numberFault(number, state) ?? deskFault(context, place.office);
  if (fault !== null) return fault;
  const letter = state.open.find((open) => open.number === number);
  if (letter === undefined) return refuse('LetterAlreadySigned');
  const signer = signerOf(context.by, signers);
  if (signer === undefined) return refuse('SignerNotNamed', { actorId: context.by.id });
  // What a family rests on, or a hospital treats on, has passed two persons.
  if (BY_TWO.includes(place.kind) && sharesPerson(context.by, letter.issuedBy))
    return refuse('MakerCannotSign', { reference: letter.reference });
  const { claimId } = letter;
  const signedOn = officeDay(context.now);
  const { seriesId } = place;
  return accept({
    type: 'LetterSigned',
    data: {
      seriesId,
      number,
      claimId,
      signer: context.by.id,
      title: signer.title,
      signedOn,
      sha256,
    },
  });
};

const voidLetter = (
  { number, reason, claimId }: Wish<'VoidLetter'>,
  state: LetterSeriesState,
  context: Context,
): LetterDecision => {
  const { place } = state;
  if (place === null) return refuse('LetterUnknown');
  if (state.voided.includes(number)) return accept();
  const fault = numberFault(number, state) ?? deskFault(context, place.office);
  if (fault !== null) return fault;
  if (reason.trim() === '') return refuse('ReasonMissing');
  const { seriesId } = place;
  return accept({ type: 'LetterVoided', data: { seriesId, number, claimId, reason } });
};

export const letterSeriesDecider: Decider<
  LetterSeriesState,
  LetterSeriesCommand,
  LetterSeriesEvent,
  LetterRefusal
> = {
  initial: { place: null, last: 0, open: [], voided: [] },
  decide(command, state, context) {
    switch (command.type) {
      case 'IssueLetter':
        return issueLetter(command.data, state, context);
      case 'SignLetter':
        return signLetter(command.data, state, context);
      case 'VoidLetter':
        return voidLetter(command.data, state, context);
      default:
        return assertNever(command, 'letter command');
    }
  },
  evolve(state, event) {
    const others = state.open.filter(({ number }) => number !== event.data.number);
    switch (event.type) {
      case 'LetterIssued': {
        const { seriesId, office, area, kind, year, number, claimId, reference } = event.data;
        const { issuedBy = [] } = event.data;
        const open = [...others, { number, claimId, reference, issuedBy }];
        return { ...state, place: { seriesId, office, area, kind, year }, last: number, open };
      }
      case 'LetterSigned':
        return { ...state, open: others };
      case 'LetterVoided':
        return { ...state, open: others, voided: [...state.voided, event.data.number] };
      default:
        return assertNever(event, 'letter event');
    }
  },
};

export const letterSeriesStage = ({ last }: LetterSeriesState): LetterSeriesStage =>
  last === 0 ? 'UNKNOWN' : 'NUMBERED';
