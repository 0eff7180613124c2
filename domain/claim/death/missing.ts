// Decisions on somebody who is missing: reported, determined to be dead by an authority, or found.
import { type LocalDate, officeDay } from '../../calendar.ts';
import { accept, assertNever, type Context, refuse } from '../../decider.ts';
import { lawVersionOn } from '../../rules/law-versions.ts';
import { readLaw } from '../../rules/read-law.ts';
import { adjusted, isGranted } from '../adjustment/adjustment.ts';
import type { AdjustmentCause } from '../adjustment/adjustment-events.ts';
import type { ClaimEvent } from '../events.ts';
import { evolveClaim } from '../evolve.ts';
import type { ClaimDecision, ClaimRefusal, ClaimWish } from '../refusals.ts';
import { claimStage, isOpenStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import type { MissingCommand, PersonFound } from './missing-events.ts';
import { suspicion } from './suspicion.ts';

const reportMissing = (
  wish: ClaimWish<'ReportMissing'>,
  state: ClaimState,
  { now }: Context,
): ClaimDecision => {
  const { missing, deathDate, closed, claimId } = state;
  const { missingSince, reportId } = wish;
  const known = missing?.told.find((one) => one.reportId === reportId);
  if (known !== undefined)
    return known.missingSince === missingSince ? accept() : refuse('ReportIdTaken');
  if (missingSince > officeDay(now))
    return refuse('EventDateInFuture', { eventDate: missingSince });
  if (lawVersionOn(missingSince) === null)
    return refuse('EventBeforeLaw', { eventDate: missingSince });
  if (missing !== null && wish.workerId !== state.workerId) return refuse('ReportForAnotherWorker');
  if (deathDate !== null || state.incident !== null)
    return refuse('DeathIsKnown', { stage: claimStage(state) });
  const told: ClaimEvent = { type: 'PersonMissing', data: wish };
  if (closed === null) return accept(told);
  const reason = 'NEW_MISSING_REPORT';
  return accept<ClaimEvent>(told, { type: 'ClaimReopened', data: { claimId, reason } });
};

const determinationFault = (
  wish: ClaimWish<'DetermineDeath'>,
  { missing }: ClaimState,
  today: LocalDate,
): ClaimRefusal | null => {
  if (missing === null || wish.deathDate < missing.report.missingSince) return 'DeathBeforeMissing';
  if (wish.determinedOn > today) return 'DeterminationInFuture';
  if (wish.deathDate > wish.determinedOn) return 'DeathDateInFuture';
  if (wish.reference.trim() === '') return 'DeterminationMissing';
  return wish.evidenceSha256.trim() === '' ? 'EvidenceMissing' : null;
};

/** T-11: certainty by an authority makes a death of it, with everything that a death asks for. */
const determineDeath = (
  wish: ClaimWish<'DetermineDeath'>,
  state: ClaimState,
  { now }: Context,
): ClaimDecision => {
  const stage = claimStage(state);
  const { missing, claimId, workerId } = state;
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  const known = missing?.determined;
  if (known != null && known.reference === wish.reference && known.deathDate === wish.deathDate)
    return accept();
  if (stage !== 'MISSING' || missing === null) return refuse('NotMissing', { stage });
  const fault = determinationFault(wish, state, officeDay(now));
  if (fault !== null) return refuse(fault, { deathDate: wish.deathDate });
  const law = readLaw();
  const { ruleId, article } = law.must(law.book['T-11'], wish.deathDate);
  const { missingSince: _, ...report } = missing.report;
  const suspected = report.workAccidentSuspected ? suspicion(state, { claimId, now }) : [];
  return accept<ClaimEvent>(
    { type: 'MissingDetermined', data: { ...wish, claimId, workerId, ruleId, article } },
    { type: 'DeathReported', data: { ...report, deathDate: wish.deathDate } },
    ...suspected,
  );
};

const foundFault = (
  wish: ClaimWish<'RecordFoundAlive'>,
  state: ClaimState,
  today: LocalDate,
): ClaimRefusal | null => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return 'ClaimUnknown';
  if (state.incident !== null) return 'NotADeath';
  const isDecided = stage === 'APPROVED' || stage === 'DETERMINED_BY_BRANCH';
  // A top-up that is being paid comes to its end first: two decisions cannot fall at once.
  if (isDecided && state.settledOnce) return 'PaymentUnderWay';
  if (!isOpenStage(stage) && !isDecided && !isGranted(state)) return 'ClaimNotOpen';
  return state.noDeath === null ? proofFault(wish, state, today) : 'ClaimNotOpen';
};

const proofFault = (
  { foundOn, evidenceSha256, reason }: ClaimWish<'RecordFoundAlive'>,
  { deathDate, missing }: ClaimState,
  today: LocalDate,
): ClaimRefusal | null => {
  if (foundOn > today) return 'EventDateInFuture';
  const since = deathDate ?? missing?.report.missingSince ?? foundOn;
  if (foundOn < since) return 'FoundBeforeDeath';
  if (evidenceSha256.trim() === '') return 'EvidenceMissing';
  return reason.trim() === '' ? 'ReasonMissing' : null;
};

/** Nothing is paid any more; what was paid is proposed to be recovered, whole. */
const recordFoundAlive = (
  wish: ClaimWish<'RecordFoundAlive'>,
  state: ClaimState,
  { now }: Context,
): ClaimDecision => {
  const { found, claimId, workerId, settledOnce, deathDate, verdict } = state;
  const { foundOn, evidenceSha256, reason } = wish;
  if (found?.foundOn === foundOn && found.evidenceSha256 === evidenceSha256) return accept();
  const fault = foundFault(wish, state, officeDay(now));
  if (fault !== null) return refuse(fault, { stage: claimStage(state) });
  const decisionFell = verdict !== null && !settledOnce;
  const event: PersonFound = {
    type: 'PersonFound',
    data: { ...wish, claimId, workerId, decisionFell },
  };
  const disproved: readonly ClaimEvent[] =
    deathDate === null
      ? []
      : [{ type: 'DeathDisproved', data: { claimId, workerId, ground: 'PERSON_ALIVE' } }];
  if (!settledOnce)
    return accept<ClaimEvent>(
      event,
      { type: 'ClaimWithdrawn', data: { claimId, reason } },
      ...disproved,
    );
  const after = [event, ...disproved].reduce(evolveClaim, state);
  const cause: AdjustmentCause = { kind: 'ALIVE', reference: evidenceSha256 };
  return accept<ClaimEvent>(event, ...disproved, ...adjusted(after, { cover: state.cover }, cause));
};

export const decideOnMissing = (
  command: MissingCommand,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  switch (command.type) {
    case 'ReportMissing':
      return reportMissing(command.data, state, context);
    case 'DetermineDeath':
      return determineDeath(command.data, state, context);
    case 'RecordFoundAlive':
      return recordFoundAlive(command.data, state, context);
    default:
      return assertNever(command, 'command about somebody missing');
  }
};
