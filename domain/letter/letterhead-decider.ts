// What stands on the letters of one office in one area, and who signs them: dated, the latest counts.
import type { LocalDate } from '../calendar.ts';
import { sameFacts } from '../claim/assessment/same-facts.ts';
import { accept, assertNever, type Decider, type Decision, refuse } from '../decider.ts';
import { isAreaCode } from '../region.ts';
import type {
  Letterhead,
  LetterheadCommand,
  LetterheadEvent,
  LetterheadSet,
  LetterheadStage,
  Signer,
  SignerNamed,
} from './letter-events.ts';

export const LETTERHEAD_REFUSALS = [
  'AreaUnknown',
  'LetterheadIncomplete',
  'LetterCodeInvalid',
  'PeriodInvalid',
  'SignerUnknown',
  'SignerOfAnotherOffice',
] as const;
export type LetterheadRefusal = (typeof LETTERHEAD_REFUSALS)[number];

export type LetterheadState = {
  readonly heads: readonly LetterheadSet['data'][];
  readonly signers: readonly SignerNamed['data'][];
};

type Wish<T extends LetterheadCommand['type']> = Extract<LetterheadCommand, { type: T }>['data'];
type LetterheadDecision = Decision<LetterheadEvent, LetterheadRefusal>;

/** It stands between strokes in every number. */
const CODE = /^[A-Z0-9][A-Z0-9.-]{0,19}$/;

const isBlank = (text: string): boolean => text.trim() === '';

const setLetterhead = (
  { letterheadId, office, area, from, head }: Wish<'SetLetterhead'>,
  state: LetterheadState,
): LetterheadDecision => {
  if (!isAreaCode(area)) return refuse('AreaUnknown', { area });
  const empty = Object.entries(head).find(([, text]) => isBlank(text));
  if (empty !== undefined) return refuse('LetterheadIncomplete', { field: empty[0] });
  if (!CODE.test(head.code)) return refuse('LetterCodeInvalid');
  const data = { letterheadId, office, area, from, head };
  if (state.heads.some((known) => sameFacts(known, data))) return accept();
  return accept({ type: 'LetterheadSet', data });
};

const nameSigner = (
  { worksAt, ...data }: Wish<'NameSigner'>,
  state: LetterheadState,
): LetterheadDecision => {
  const { actorId, area, office, title, from, to } = data;
  if (!isAreaCode(area)) return refuse('AreaUnknown', { area });
  if (isBlank(title)) return refuse('LetterheadIncomplete', { field: 'title' });
  if (to !== null && to < from) return refuse('PeriodInvalid');
  if (worksAt === null) return refuse('SignerUnknown', { actorId });
  if (worksAt !== office) return refuse('SignerOfAnotherOffice', { actorId, office: worksAt });
  if (state.signers.some((known) => sameFacts(known, data))) return accept();
  return accept({ type: 'SignerNamed', data });
};

export const letterheadDecider: Decider<
  LetterheadState,
  LetterheadCommand,
  LetterheadEvent,
  LetterheadRefusal
> = {
  initial: { heads: [], signers: [] },
  decide(command, state) {
    switch (command.type) {
      case 'SetLetterhead':
        return setLetterhead(command.data, state);
      case 'NameSigner':
        return nameSigner(command.data, state);
      default:
        return assertNever(command, 'letterhead command');
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'LetterheadSet':
        return { ...state, heads: [...state.heads, event.data] };
      case 'SignerNamed':
        return { ...state, signers: [...state.signers, event.data] };
      default:
        return assertNever(event, 'letterhead event');
    }
  },
};

export const letterheadStage = ({ heads, signers }: LetterheadState): LetterheadStage =>
  heads.length + signers.length === 0 ? 'UNKNOWN' : 'LETTERHEAD_SET';

/** The one that began last; said twice for one day, the later word. */
export const letterheadOn = ({ heads }: LetterheadState, day: LocalDate): Letterhead | null =>
  heads
    .filter(({ from }) => from <= day)
    .reduce<LetterheadSet['data'] | null>(
      (latest, head) => (latest === null || head.from >= latest.from ? head : latest),
      null,
    )?.head ?? null;

/** One word per person: named again, the later naming replaces the earlier. */
export const signersOn = ({ signers }: LetterheadState, day: LocalDate): readonly Signer[] => {
  const last = new Map(signers.map((signer) => [signer.actorId, signer]));
  return [...last.values()]
    .filter(({ from, to }) => from <= day && (to === null || day <= to))
    .map(({ actorId, title }) => ({ actorId, title }));
};
