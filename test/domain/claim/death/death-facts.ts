// The ordinary wishes about a death that comes from work, shared by the specifications.
import { localDate } from '../../../../domain/calendar.ts';
import type { DeathConclusion } from '../../../../domain/claim/death/death-events.ts';
import type { MissingReport } from '../../../../domain/claim/death/missing-events.ts';
import { claimDecider } from '../../../../domain/claim/decider.ts';
import type { ClaimCommand, ClaimEvent } from '../../../../domain/claim/events.ts';
import { claimStage } from '../../../../domain/claim/stage.ts';
import { fold } from '../../../../domain/decider.ts';
import { CLAIM_ID, coverFacts, DEATH_DATE, sealed } from '../claim-facts.ts';

type Wish = Extract<ClaimCommand, { type: 'ConcludeDeath' }>['data'];

export const ACCIDENT_DATE = localDate('2024-02-20');

const NOT_WORK: readonly DeathConclusion[] = ['NOT_FROM_WORK', 'NO_FORCE'];

export const concludeDeath = (
  conclusion: DeathConclusion = 'AT_WORK',
  change: Partial<Wish> = {},
): ClaimCommand => ({
  type: 'ConcludeDeath',
  data: {
    ...{ conclusion, evidenceSha256: `sha-${conclusion}`, reason: 'dua saksi', traffic: false },
    accidentDate: NOT_WORK.includes(conclusion) ? null : ACCIDENT_DATE,
    ...{ accidentClaimId: null, cover: coverFacts() },
    ...change,
  },
});

export const MISSING_SINCE = localDate('2024-02-28');

export const reportMissing = (change: Partial<MissingReport> = {}): ClaimCommand => ({
  type: 'ReportMissing',
  data: {
    ...{ claimId: CLAIM_ID, workerId: 'worker-1', reportId: 'missing-1' },
    ...{ missingSince: MISSING_SINCE, channel: 'KELURAHAN', relation: 'OFFICER' },
    reporterName: sealed('report.name'),
    reporterContact: sealed('report.contact'),
    circumstances: sealed('report.circumstances'),
    workAccidentSuspected: false,
    ...change,
  },
});

type Determining = Extract<ClaimCommand, { type: 'DetermineDeath' }>['data'];

export const determineDeath = (change: Partial<Determining> = {}): ClaimCommand => ({
  type: 'DetermineDeath',
  data: {
    ...{ deathDate: DEATH_DATE, authority: 'SEARCH_AND_RESCUE', reference: 'SAR-7/2024' },
    ...{ determinedOn: localDate('2024-06-01'), evidenceSha256: 'sha-sar', ...change },
  },
});

type Finding = Extract<ClaimCommand, { type: 'RecordFoundAlive' }>['data'];

export const foundAlive = (change: Partial<Finding> = {}): ClaimCommand => ({
  type: 'RecordFoundAlive',
  data: {
    ...{ foundOn: localDate('2024-07-02'), evidenceSha256: 'sha-hidup', reason: 'pulang' },
    ...change,
  },
});

export const stateOf = (past: readonly ClaimEvent[]) => fold(claimDecider, past);
export const stageOf = (past: readonly ClaimEvent[]) => claimStage(stateOf(past));
