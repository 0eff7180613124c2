// Decisions of the intake: reports of the death, papers received and papers sent back.
import { officeDay } from '../../calendar.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import { lawVersionOn } from '../../rules/law-versions.ts';
import { completion, presentKinds } from '../documents/papers.ts';
import type { ClaimEvent } from '../events.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import { claimStage, isOpenStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';

/** A report is linked at any stage, even after the end: nothing that people tell us is lost. */
export const reportDeath = (
  wish: ClaimWish<'ReportDeath'>,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  const known = state.reports.find((report) => report.reportId === wish.reportId);
  if (known !== undefined) {
    const same =
      known.deathDate === wish.deathDate &&
      known.workAccidentSuspected === wish.workAccidentSuspected;
    return same ? accept() : refuse('ReportIdTaken');
  }
  const { deathDate } = wish;
  if (deathDate > officeDay(context.now)) return refuse('DeathDateInFuture', { deathDate });
  if (lawVersionOn(deathDate) === null) return refuse('DeathBeforeLaw', { deathDate });
  if (state.deathDate === null) return accept({ type: 'DeathReported', data: wish });
  if (wish.workerId !== state.workerId) return refuse('ReportForAnotherWorker');
  const deathDateDiffers = deathDate !== state.deathDate;
  const linked: ClaimEvent = { type: 'DeathReportLinked', data: { ...wish, deathDateDiffers } };
  // Withdrawn because nobody had died: this report speaks of another event and needs an open case.
  if (state.noDeath === null) return accept(linked);
  const { claimId } = state;
  return accept<ClaimEvent>(linked, {
    type: 'ClaimReopened',
    data: { claimId, reason: 'NEW_DEATH_REPORT' },
  });
};

export const receiveDocument = (
  wish: ClaimWish<'ReceiveDocument'>,
  state: ClaimState,
  { now }: Context,
): ClaimDecision => {
  const stage = claimStage(state);
  const { rules, ...paper } = wish;
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  const known = state.documents.find((document) => document.documentId === wish.documentId);
  if (known !== undefined && !known.returned) {
    const same = known.kind === wish.kind && known.sha256 === wish.sha256;
    return same ? accept() : refuse('DocumentIdTaken', { kind: known.kind });
  }
  if (!isOpenStage(stage)) return refuse('ClaimNotOpen', { stage });
  const present = [...presentKinds(state.documents), wish.kind];
  return accept<ClaimEvent>(
    { type: 'DocumentReceived', data: { ...paper, claimId: state.claimId } },
    ...completion(state, present, { today: officeDay(now), rules }),
  );
};

export const returnDocument = (
  wish: ClaimWish<'ReturnDocument'>,
  state: ClaimState,
): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  const { documentId, reason } = wish;
  const known = state.documents.find((document) => document.documentId === documentId);
  if (known === undefined) return refuse('DocumentUnknown');
  if (known.returned) return accept();
  if (!isOpenStage(stage)) return refuse('ClaimNotOpen', { stage });
  // What was recommended rests on this paper: the recommendation goes back first.
  if (stage === 'RECOMMENDED') return refuse('ClaimAlreadyRecommended');
  if (reason.trim() === '') return refuse('ReasonMissing');
  const { claimId } = state;
  return accept({
    type: 'DocumentReturned',
    data: { claimId, documentId, kind: known.kind, reason },
  });
};
