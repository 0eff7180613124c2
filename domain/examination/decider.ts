// The decider of an examination: only its team, only on its days; a finding ends with an answer and a reason.
import { personsBehind, sharesPerson, systemActor } from '../actor.ts';
import { officeDay } from '../calendar.ts';
import { sameFacts } from '../claim/assessment/same-facts.ts';
import {
  accept,
  assertNever,
  type Context,
  type Decider,
  type Decision,
  refuse,
} from '../decider.ts';
import type { ExaminationCommand, ExaminationEvent } from './events.ts';
import {
  type ExaminationState,
  evolveExamination,
  type Finding,
  initialExamination,
} from './state.ts';

export const EXAMINATION_REFUSALS = [
  'ExaminationUnknown',
  'ExaminationClosed',
  'ExaminationExists',
  'LetterDaysReversed',
  'LetterNotInForce',
  'TeamMemberCannotAudit',
  'TeamMissing',
  'NotOfTheTeam',
  'SampleEmpty',
  'ItemNotSampled',
  'FindingUnknown',
  'FindingIsClosed',
  'NotTheAuditee',
  'AuditeeOfOwnTeam',
  'AuditeeUnknown',
  'FindingNotAnswered',
  'ReasonMissing',
] as const;
export type ExaminationRefusal = (typeof EXAMINATION_REFUSALS)[number];

type ExaminationDecision = Decision<ExaminationEvent, ExaminationRefusal>;
type Wish<T extends ExaminationCommand['type']> = Extract<ExaminationCommand, { type: T }>['data'];
type Opened = NonNullable<ExaminationState['opened']>;

const isBlank = (text: string): boolean => text.trim() === '';

const open = (
  { unfit = null, ...wish }: Wish<'OpenExamination'>,
  state: ExaminationState,
  { by }: Context,
): ExaminationDecision => {
  if (state.opened !== null)
    return sameFacts(state.opened, wish) ? accept() : refuse('ExaminationExists');
  if (wish.to < wish.from) return refuse('LetterDaysReversed', { from: wish.from, to: wish.to });
  if (wish.team.length === 0) return refuse('TeamMissing');
  const isOwnNight = wish.kind === 'LETTER' || by.id === systemActor.id;
  if (!isOwnNight || !sharesPerson(by, wish.team)) return refuse('NotOfTheTeam');
  if (unfit !== null) return refuse('TeamMemberCannotAudit', { assignee: unfit });
  if (isBlank(wish.scope)) return refuse('ReasonMissing');
  return accept({ type: 'ExaminationOpened', data: wish });
};

/** The letter as it stands for whoever works on it: null lets them. */
const obstacle = (state: ExaminationState, { by, now }: Context): ExaminationDecision | null => {
  const { opened, closed } = state;
  if (opened === null) return refuse('ExaminationUnknown');
  if (closed) return refuse('ExaminationClosed');
  if (!sharesPerson(by, opened.team)) return refuse('NotOfTheTeam');
  const today = officeDay(now);
  const isInForce = opened.from <= today && today <= opened.to;
  return isInForce ? null : refuse('LetterNotInForce', { from: opened.from, to: opened.to });
};

const sampled = ({ samples }: ExaminationState, itemId: string): boolean =>
  samples.some(({ itemIds }) => itemIds.includes(itemId));

const conclude = (
  wish: Wish<'ConcludeItem'>,
  state: ExaminationState,
  { examinationId }: Opened,
): ExaminationDecision => {
  if (!sampled(state, wish.itemId)) return refuse('ItemNotSampled', { itemId: wish.itemId });
  if (isBlank(wish.note)) return refuse('ReasonMissing');
  const data = { examinationId, ...wish };
  if (sameFacts(state.items[wish.itemId], data)) return accept();
  return accept({ type: 'ItemConcluded', data });
};

const draw = (
  wish: Wish<'DrawSample'>,
  state: ExaminationState,
  { examinationId }: Opened,
): ExaminationDecision => {
  const { size: _, drawn = { itemIds: [], populationSize: 0 }, ...said } = wish;
  const data = { examinationId, ...said, ...drawn };
  if (state.samples.some((known) => sameFacts(known, data))) return accept();
  return drawn.itemIds.length === 0 ? refuse('SampleEmpty') : accept({ type: 'SampleDrawn', data });
};

const nextNumber = ({ findings }: ExaminationState): number => findings.length + 1;

const find = (
  { auditeeKnown = false, ...wish }: Wish<'RecordFinding'>,
  state: ExaminationState,
  { examinationId, team }: Opened,
): ExaminationDecision => {
  const texts = [wish.condition, wish.criterion, wish.recommendation];
  if (texts.some(isBlank)) return refuse('ReasonMissing');
  if (!auditeeKnown) return refuse('AuditeeUnknown', { auditee: wish.auditee });
  if (team.includes(wish.auditee)) return refuse('AuditeeOfOwnTeam', { auditee: wish.auditee });
  const known = state.findings.find(({ said: { type, data } }) => {
    const { examinationId: _id, findingNumber: _number, ...facts } = data;
    return type === 'FindingRecorded' && sameFacts(facts, wish);
  });
  if (known !== undefined) return accept();
  const findingNumber = nextNumber(state);
  return accept({ type: 'FindingRecorded', data: { examinationId, findingNumber, ...wish } });
};

/** What differs is told once, however many nights it differs; once closed it may come again. */
const diverge = (
  wish: Wish<'NoteDivergence'>,
  state: ExaminationState,
  { examinationId }: Opened,
): ExaminationDecision => {
  const isKnown = state.findings.some(
    ({ said: { type, data }, closed }) =>
      type === 'DivergenceFound' &&
      closed === null &&
      data.kind === wish.kind &&
      data.name === wish.name &&
      data.key === wish.key,
  );
  if (isKnown) return accept();
  const findingNumber = nextNumber(state);
  return accept({ type: 'DivergenceFound', data: { examinationId, findingNumber, ...wish } });
};

const openFinding = (
  state: ExaminationState,
  number: number,
): Finding | { readonly refused: ExaminationDecision } => {
  if (state.opened === null) return { refused: refuse('ExaminationUnknown') };
  const found = state.findings.find(({ findingNumber }) => findingNumber === number);
  if (found === undefined) return { refused: refuse('FindingUnknown', { findingNumber: number }) };
  return found.closed === null ? found : { refused: refuse('FindingIsClosed') };
};

/** The one who answers for it does; the letter's days do not bind the auditee. */
const answer = (
  wish: Wish<'AnswerFinding'>,
  state: ExaminationState,
  { by }: Context,
): ExaminationDecision => {
  const finding = openFinding(state, wish.findingNumber);
  if ('refused' in finding) return finding.refused;
  if (!sharesPerson(by, [finding.said.data.auditee]))
    return refuse('NotTheAuditee', { auditee: finding.said.data.auditee });
  if (isBlank(wish.answer)) return refuse('ReasonMissing');
  const { examinationId } = finding.said.data;
  const data = { examinationId, ...wish, answeredBy: personsBehind(by) };
  return sameFacts(finding.answer, data) ? accept() : accept({ type: 'FindingAnswered', data });
};

const followUp = (
  wish: Wish<'RecordFollowUp'>,
  state: ExaminationState,
  { by }: Context,
): ExaminationDecision => {
  const finding = openFinding(state, wish.findingNumber);
  if ('refused' in finding) return finding.refused;
  const { auditee, examinationId } = finding.said.data;
  const isTheirs = sharesPerson(by, [auditee, ...(state.opened?.team ?? [])]);
  if (!isTheirs) return refuse('NotTheAuditee', { auditee });
  if (isBlank(wish.note)) return refuse('ReasonMissing');
  const data = { examinationId, ...wish };
  const isKnown = finding.followUps.some((one) => sameFacts(one, data));
  return isKnown ? accept() : accept({ type: 'FollowUpRecorded', data });
};

/** Findings outlive the letter: an auditor closes them when the work is done, whenever that is. */
const closeFinding = (
  wish: Wish<'CloseFinding'>,
  state: ExaminationState,
  { by }: Context,
): ExaminationDecision => {
  const number = wish.findingNumber;
  const closed = state.findings.find(({ findingNumber }) => findingNumber === number)?.closed;
  const isRepeated = closed?.reason === wish.reason && sharesPerson(by, closed.closedBy);
  if (isRepeated) return accept();
  const finding = openFinding(state, number);
  if ('refused' in finding) return finding.refused;
  const { auditee, examinationId } = finding.said.data;
  // Nobody clears a finding against themselves.
  if (sharesPerson(by, [auditee])) return refuse('NotOfTheTeam');
  const isSelf = state.opened?.kind === 'SELF';
  if (!isSelf && !sharesPerson(by, state.opened?.team ?? [])) return refuse('NotOfTheTeam');
  // What the team noted is no answer: only the auditee's own word ends the question.
  if (finding.answer === null) return refuse('FindingNotAnswered', { auditee });
  if (isBlank(wish.reason)) return refuse('ReasonMissing');
  return accept({
    type: 'FindingClosed',
    data: { examinationId, ...wish, closedBy: personsBehind(by) },
  });
};

const close = (state: ExaminationState, { by }: Context): ExaminationDecision => {
  const { opened } = state;
  if (opened === null) return refuse('ExaminationUnknown');
  if (state.closed) return accept();
  if (!sharesPerson(by, opened.team)) return refuse('NotOfTheTeam');
  const openFindings = state.findings.filter(({ closed }) => closed === null).length;
  const { examinationId } = opened;
  return accept({ type: 'ExaminationClosed', data: { examinationId, openFindings } });
};

const decide = (
  command: ExaminationCommand,
  state: ExaminationState,
  context: Context,
): ExaminationDecision => {
  const { opened } = state;
  switch (command.type) {
    case 'OpenExamination':
      return open(command.data, state, context);
    case 'AnswerFinding':
      return answer(command.data, state, context);
    case 'RecordFollowUp':
      return followUp(command.data, state, context);
    case 'CloseFinding':
      return closeFinding(command.data, state, context);
    case 'CloseExamination':
      return close(state, context);
    case 'DrawSample':
    case 'ConcludeItem':
    case 'RecordFinding':
    case 'NoteDivergence': {
      const stopped = obstacle(state, context);
      if (stopped !== null || opened === null) return stopped ?? refuse('ExaminationUnknown');
      if (command.type === 'DrawSample') return draw(command.data, state, opened);
      if (command.type === 'ConcludeItem') return conclude(command.data, state, opened);
      if (command.type === 'RecordFinding') return find(command.data, state, opened);
      return diverge(command.data, state, opened);
    }
    default:
      return assertNever(command, 'examination command');
  }
};

export const examinationDecider: Decider<
  ExaminationState,
  ExaminationCommand,
  ExaminationEvent,
  ExaminationRefusal
> = { initial: initialExamination, decide, evolve: evolveExamination };
