// The ordinary wishes about a death that comes from work, shared by the specifications.
import { localDate } from '../../../../domain/calendar.ts';
import type { DeathConclusion } from '../../../../domain/claim/death/death-events.ts';
import { claimDecider } from '../../../../domain/claim/decider.ts';
import type { ClaimCommand, ClaimEvent } from '../../../../domain/claim/events.ts';
import { claimStage } from '../../../../domain/claim/stage.ts';
import { fold } from '../../../../domain/decider.ts';
import { coverFacts } from '../claim-facts.ts';

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

export const stateOf = (past: readonly ClaimEvent[]) => fold(claimDecider, past);
export const stageOf = (past: readonly ClaimEvent[]) => claimStage(stateOf(past));
