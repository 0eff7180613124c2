// Stream `aid_request-…`: one heir's request for the sponsor's own aid, from its papers to its verdict.
import { personsBehind } from '../actor.ts';
import { daysBetween, type LocalDate, officeDay } from '../calendar.ts';
import type { Payee } from '../claim/assessment/assessment-events.ts';
import {
  accept,
  assertNever,
  type Context,
  type Decider,
  type Decision,
  refuse,
} from '../decider.ts';
import type { RupiahText } from '../money.ts';
import { isWithin } from '../region.ts';
import type { Sealed } from '../sealed.ts';
import type { AidPaper, AidTerms, Perwali } from './fund-events.ts';

export type AidRequested = {
  readonly type: 'AidRequested';
  readonly data: {
    readonly requestId: string;
    readonly programmeId: string;
    readonly payerId: string;
    /** Where the deceased lived, by the family card. */
    readonly kelurahan: string;
    readonly deathDate: LocalDate;
    readonly deceasedName: Sealed;
    readonly deceasedNik: Sealed;
    readonly payee: Payee;
    /** In the register of the poor on the day of the request, by the kelurahan's word. */
    readonly isPoor: boolean;
    /** Papers that came with it, originals seen at the desk. */
    readonly papers: readonly AidPaper[];
    /** Its place among those who wait, should the budget be exhausted. */
    readonly receivedAt: string;
  };
};

export type AidPaperReceived = {
  readonly type: 'AidPaperReceived';
  readonly data: {
    readonly requestId: string;
    readonly paper: AidPaper;
    /** The kept copy; null where the original was seen and given back. */
    readonly sha256: string | null;
  };
};

export const AID_REFUSAL_GROUNDS = [
  'FILED_LATE',
  'NOT_POOR',
  'NOT_RESIDENT',
  'NO_TERMS_THEN',
] as const;
export type AidGround = (typeof AID_REFUSAL_GROUNDS)[number];

export type AidVerified = {
  readonly type: 'AidVerified';
  readonly data: {
    readonly requestId: string;
    readonly termsId: string;
    readonly perwali: Perwali;
    readonly amountIdr: RupiahText;
    readonly receivedAt: string;
    readonly verifiedBy: readonly string[];
  };
};

/** Not a refusal of the command: the answer that the family gets, with its ground. */
export type AidRejected = {
  readonly type: 'AidRejected';
  readonly data: {
    readonly requestId: string;
    readonly grounds: readonly AidGround[];
    readonly perwali: Perwali | null;
    readonly rejectedBy: readonly string[];
  };
};

export type AidWithdrawn = {
  readonly type: 'AidWithdrawn';
  readonly data: { readonly requestId: string; readonly reason: string };
};

export type AidRequestEvent =
  | AidRequested
  | AidPaperReceived
  | AidVerified
  | AidRejected
  | AidWithdrawn;

export type AidRequestCommand =
  | { readonly type: 'RequestAid'; readonly data: Omit<AidRequested['data'], 'receivedAt'> }
  | { readonly type: 'ReceiveAidPaper'; readonly data: Omit<AidPaperReceived['data'], 'requestId'> }
  | {
      readonly type: 'VerifyAid';
      /** Collected: the terms for a death of that day, and the region of the programme. */
      readonly data: { readonly terms?: AidTerms | null; readonly region?: string };
    }
  | { readonly type: 'WithdrawAid'; readonly data: { readonly reason: string } };

export type AidRequestStage =
  | 'UNKNOWN'
  | 'AID_REQUESTED'
  | 'AID_VERIFIED'
  | 'AID_REJECTED'
  | 'AID_WITHDRAWN';

export type AidRequestRefusal =
  | 'AidRequestUnknown'
  | 'AidAlreadyRequested'
  | 'AidAlreadyAnswered'
  | 'AidPapersMissing'
  | 'DeathDateInFuture'
  | 'ReasonMissing';

export type AidRequestState = {
  readonly requested: AidRequested['data'] | null;
  readonly papers: readonly AidPaper[];
  readonly answer: AidVerified['data'] | AidRejected['data'] | null;
  readonly withdrawn: boolean;
};

type RequestDecision = Decision<AidRequestEvent, AidRequestRefusal>;
type Wish<T extends AidRequestCommand['type']> = Extract<AidRequestCommand, { type: T }>['data'];

export const initialAidRequest: AidRequestState = {
  ...{ requested: null, papers: [], answer: null, withdrawn: false },
};

export const evolveAidRequest = (
  state: AidRequestState,
  event: AidRequestEvent,
): AidRequestState => {
  switch (event.type) {
    case 'AidRequested':
      return { ...state, requested: event.data, papers: event.data.papers };
    case 'AidPaperReceived':
      return { ...state, papers: [...new Set([...state.papers, event.data.paper])] };
    case 'AidVerified':
    case 'AidRejected':
      return { ...state, answer: event.data };
    case 'AidWithdrawn':
      return { ...state, withdrawn: true };
    default:
      return assertNever(event, 'aid request event');
  }
};

export const aidRequestStage = ({
  requested,
  answer,
  withdrawn,
}: AidRequestState): AidRequestStage => {
  if (requested === null) return 'UNKNOWN';
  if (withdrawn) return 'AID_WITHDRAWN';
  if (answer === null) return 'AID_REQUESTED';
  return 'verifiedBy' in answer ? 'AID_VERIFIED' : 'AID_REJECTED';
};

const request = (
  wish: Wish<'RequestAid'>,
  { requested }: AidRequestState,
  { now }: Context,
): RequestDecision => {
  if (requested !== null) return refuse('AidAlreadyRequested');
  if (wish.deathDate > officeDay(now))
    return refuse('DeathDateInFuture', { deathDate: wish.deathDate });
  return accept({ type: 'AidRequested', data: { ...wish, receivedAt: now } });
};

const receivePaper = (
  { paper, sha256 }: Wish<'ReceiveAidPaper'>,
  { requested, answer, papers, withdrawn }: AidRequestState,
): RequestDecision => {
  if (requested === null) return refuse('AidRequestUnknown');
  if (answer !== null || withdrawn) return refuse('AidAlreadyAnswered');
  if (papers.includes(paper) && sha256 === null) return accept();
  const { requestId } = requested;
  return accept({ type: 'AidPaperReceived', data: { requestId, paper, sha256 } });
};

/** Every ground at once, so that a family hears of all of them. */
const groundsAgainst = (
  requested: AidRequested['data'],
  terms: AidTerms,
  region: string,
): readonly AidGround[] => {
  const received = officeDay(requested.receivedAt);
  const isLate = daysBetween(requested.deathDate, received) > terms.filingDays;
  return [
    ...(isLate ? (['FILED_LATE'] as const) : []),
    ...(terms.poorOnly && !requested.isPoor ? (['NOT_POOR'] as const) : []),
    ...(terms.residentsOnly && !isWithin(requested.kelurahan, region)
      ? (['NOT_RESIDENT'] as const)
      : []),
  ];
};

const verify = (
  { terms = null, region = '' }: Wish<'VerifyAid'>,
  state: AidRequestState,
  { by }: Context,
): RequestDecision => {
  const { requested, answer, papers, withdrawn } = state;
  if (requested === null) return refuse('AidRequestUnknown');
  if (answer !== null || withdrawn) return refuse('AidAlreadyAnswered');
  const { requestId, receivedAt } = requested;
  const persons = personsBehind(by);
  const reject = (grounds: readonly AidGround[]): RequestDecision =>
    accept({
      type: 'AidRejected',
      data: { requestId, grounds, perwali: terms?.perwali ?? null, rejectedBy: persons },
    });
  if (terms === null) return reject(['NO_TERMS_THEN']);
  const grounds = groundsAgainst(requested, terms, region);
  if (grounds.length > 0) return reject(grounds);
  const missing = terms.papers.filter((paper) => !papers.includes(paper));
  if (missing.length > 0) return refuse('AidPapersMissing', { missing: missing.join(' ') });
  const { termsId, perwali, amountIdr } = terms;
  const granted = { termsId, perwali, amountIdr, receivedAt };
  return accept({ type: 'AidVerified', data: { requestId, ...granted, verifiedBy: persons } });
};

const withdraw = (
  { reason }: Wish<'WithdrawAid'>,
  { requested, withdrawn }: AidRequestState,
): RequestDecision => {
  if (requested === null) return refuse('AidRequestUnknown');
  if (withdrawn) return accept();
  if (reason.trim() === '') return refuse('ReasonMissing');
  return accept({ type: 'AidWithdrawn', data: { requestId: requested.requestId, reason } });
};

const decide = (
  command: AidRequestCommand,
  state: AidRequestState,
  context: Context,
): RequestDecision => {
  switch (command.type) {
    case 'RequestAid':
      return request(command.data, state, context);
    case 'ReceiveAidPaper':
      return receivePaper(command.data, state);
    case 'VerifyAid':
      return verify(command.data, state, context);
    case 'WithdrawAid':
      return withdraw(command.data, state);
    default:
      return assertNever(command, 'aid request command');
  }
};

export const aidRequestDecider: Decider<
  AidRequestState,
  AidRequestCommand,
  AidRequestEvent,
  AidRequestRefusal
> = { initial: initialAidRequest, decide, evolve: evolveAidRequest };
