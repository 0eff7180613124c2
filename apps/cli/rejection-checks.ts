// Which recorded checks speak against the code of a rejection: cover that is met is not "no cover".
import type { CheckCode, CheckResult } from '../../domain/claim/assessment/assessment-events.ts';
import type { RejectionCode } from '../../domain/claim/decision/rejection-codes.ts';

const DENIED: Readonly<Partial<Record<RejectionCode, readonly CheckCode[]>>> = {
  NOT_ENROLLED: ['WORKER_ENROLLED'],
  COVER_NOT_ACTIVE: ['COVER_ACTIVE_AT_DEATH', 'COVER_ACTIVE_AT_EVENT'],
  WORK_ACCIDENT: ['NOT_A_WORK_ACCIDENT'],
  NOT_WORK_RELATED: ['EVENT_IS_WORK_ACCIDENT'],
  PAPERS_NOT_BROUGHT: ['DOCUMENTS_COMPLETE'],
  TIME_BARRED: ['CLAIMED_IN_TIME'],
};

export const checksAgainst = (
  because: RejectionCode | undefined,
  results: readonly Pick<CheckResult, 'code' | 'verdict'>[],
): readonly CheckCode[] => {
  const denied = because === undefined ? [] : (DENIED[because] ?? []);
  return results
    .filter(({ code, verdict }) => verdict === 'HOLDS' && denied.includes(code))
    .map(({ code }) => code);
};
