// The checks of a death from work, listed once: code, legal basis, and whether it holds.
import type { LocalDate } from '../../calendar.ts';
import { parseRupiah } from '../../money.ts';
import { documentBasisOn } from '../../rules/document-list.ts';
import { readLaw } from '../../rules/read-law.ts';
import { jkkTimeBar } from '../../rules/time-bar.ts';
import type { CheckResult, CoverFacts } from '../assessment/assessment-events.ts';
import { documentFinding, onlyClaimFinding } from '../assessment/checks.ts';
import type { DocumentKind } from '../documents/document-events.ts';
import type { ReportNote } from '../state.ts';
import type { DeathConcluded } from './death-events.ts';

export type DeathFromWorkFacts = {
  readonly conclusion: DeathConcluded['data'] & { readonly accidentDate: LocalDate };
  readonly deathDate: LocalDate;
  readonly today: LocalDate;
  readonly cover: CoverFacts;
  readonly reports: readonly ReportNote[];
  readonly documentsMissing: readonly DocumentKind[];
  readonly documentsAdvised: readonly DocumentKind[];
};

type Finding = Pick<CheckResult, 'verdict' | 'facts'>;
type DeathCheck = readonly [
  code: CheckResult['code'],
  /** `null`: as the list of papers of the day of the accident. */
  legalBasis: string | null,
  holds: (facts: DeathFromWorkFacts) => Finding,
];

const whether = (holds: boolean, facts: Finding['facts'] = {}): Finding => ({
  verdict: holds ? 'HOLDS' : 'FAILS',
  facts,
});

/** K-34: how a disability payment is set off is for a person to say. */
const disabilityFinding = ({ conclusion }: DeathFromWorkFacts): Finding => {
  const disabilityIdr = conclusion.accident?.disabilityIdr ?? '0';
  return parseRupiah(disabilityIdr) === 0n
    ? { verdict: 'HOLDS', facts: {} }
    : { verdict: 'REVIEW', facts: { disabilityIdr } };
};

const timeBarFinding = ({ conclusion }: DeathFromWorkFacts): Finding => {
  const { accidentDate, claimedOn } = conclusion;
  const { expired, lastDay } = jkkTimeBar(accidentDate, claimedOn, readLaw());
  return whether(!expired, lastDay === null ? {} : { through: lastDay });
};

/** C-16: in arrears it is covered, and its payment waits for them. */
const coverFinding = ({ cover, conclusion }: DeathFromWorkFacts): Finding => {
  const { state, unpaidMonths, membershipStart } = cover;
  const isMember = membershipStart !== null && membershipStart <= conclusion.accidentDate;
  return whether(isMember && (state === 'ACTIVE' || state === 'GRACE'), { state, unpaidMonths });
};

const DEATH_CHECKS: readonly DeathCheck[] = [
  [
    'WORKER_ENROLLED',
    'C-11, C-19: Perdir 22/PERDIR.02/072022, 9f–g',
    ({ cover }) => whether(cover.enrolled && cover.membershipStart !== null),
  ],
  [
    'COVER_ACTIVE_AT_EVENT',
    'K-05: Permenaker 5/2021; C-09: Perdir 22/PERDIR.02/072022',
    coverFinding,
  ],
  [
    'DEATH_FROM_WORK',
    'M-16: PP 44/2015 Pasal 1; K-02: Permenaker 5/2021 Pasal 7',
    ({ conclusion: { conclusion, accidentDate } }) => whether(true, { conclusion, accidentDate }),
  ],
  [
    'DEATH_NOT_IN_FUTURE',
    'M-10: PP 44/2015 Pasal 1',
    ({ deathDate, today }) => whether(deathDate <= today, { deathDate }),
  ],
  ['CLAIMED_IN_TIME', 'T-09: PP 82/2019 Pasal 26', timeBarFinding],
  ['DOCUMENTS_COMPLETE', null, documentFinding],
  ['NO_OTHER_CLAIM_FOR_DEATH', 'M-16: PP 44/2015 Pasal 1', onlyClaimFinding],
  ['NO_DISABILITY_PAID', 'K-34: PP 44/2015', disabilityFinding],
];

export const runDeathFromWorkChecks = (facts: DeathFromWorkFacts): readonly CheckResult[] =>
  DEATH_CHECKS.map(([code, legalBasis, holds]) => ({
    code,
    legalBasis: legalBasis ?? documentBasisOn(facts.conclusion.accidentDate, 'Pasal 19 ayat (3)'),
    ...holds(facts),
  }));
