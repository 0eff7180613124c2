// The checks of a JKM claim, listed once: code, legal basis, when it applies and whether it holds.
import type { LocalDate } from '../../calendar.ts';
import { coverFlags } from '../../rules/cover.ts';
import { documentBasisOn } from '../../rules/document-list.ts';
import type { DeathConcluded } from '../death/death-events.ts';
import type { DocumentKind } from '../documents/document-events.ts';
import type { ReportNote } from '../state.ts';
import type { CheckCode, CheckResult, CoverFacts } from './assessment-events.ts';

export type CheckFacts = {
  readonly deathDate: LocalDate;
  readonly today: LocalDate;
  readonly cover: CoverFacts;
  readonly reports: readonly ReportNote[];
  /** What the death was concluded to come from; null while nobody did. */
  readonly conclusion: DeathConcluded['data'] | null;
  readonly documentsMissing: readonly DocumentKind[];
  /** Papers that the heirs found make advisable, as far as heirs are known. */
  readonly documentsAdvised: readonly DocumentKind[];
};

type Finding = Pick<CheckResult, 'verdict' | 'facts'>;

export type ClaimCheck = {
  readonly code: CheckCode;
  legalBasis(facts: CheckFacts): string;
  applies(facts: CheckFacts): boolean;
  holds(facts: CheckFacts): Finding;
};

const whether = (holds: boolean, facts: Finding['facts'] = {}): Finding => ({
  verdict: holds ? 'HOLDS' : 'FAILS',
  facts,
});

/** GRACE holds: the claim is accepted and its payment waits for the arrears (C-16). */
const coverFinding = ({ cover }: CheckFacts): Finding => {
  const review = coverFlags(cover);
  return whether(cover.state === 'ACTIVE' || cover.state === 'GRACE', {
    state: cover.state,
    unpaidMonths: cover.unpaidMonths,
    ...(review.length > 0 && { review: review.join(' ') }),
  });
};

/** Concluded with its proof; else all reports agree, or a person must say who is right (M-16). */
const accidentFinding = ({ reports, conclusion }: CheckFacts): Finding => {
  const suspecting = reports.filter((report) => report.workAccidentSuspected).length;
  const facts = { reports: reports.length, suspecting };
  if (conclusion !== null)
    return whether(!conclusion.fromWork, { ...facts, conclusion: conclusion.conclusion });
  if (suspecting === 0) return { verdict: 'HOLDS', facts };
  return { verdict: suspecting === reports.length ? 'FAILS' : 'REVIEW', facts };
};

export const documentFinding = ({
  documentsMissing,
  documentsAdvised,
}: Pick<CheckFacts, 'documentsMissing' | 'documentsAdvised'>): Finding => {
  if (documentsMissing.length > 0) return whether(false, { missing: documentsMissing.join(' ') });
  return documentsAdvised.length === 0
    ? whether(true)
    : { verdict: 'REVIEW', facts: { advised: documentsAdvised.join(' ') } };
};

/** Claim and worker are one stream, so a second death shows only as a report of another day. */
export const onlyClaimFinding = ({
  reports,
  deathDate,
}: Pick<CheckFacts, 'reports' | 'deathDate'>): Finding => {
  const differing = reports.filter((report) => report.deathDate !== deathDate).length;
  const facts = { reports: reports.length, differing };
  return { verdict: differing === 0 ? 'HOLDS' : 'REVIEW', facts };
};

const always = (): boolean => true;

export const CLAIM_CHECKS: readonly ClaimCheck[] = [
  {
    code: 'WORKER_ENROLLED',
    legalBasis: () => 'C-11, C-19: Perdir 22/PERDIR.02/072022, 9f–g',
    applies: always,
    holds: ({ cover }) => whether(cover.enrolled && cover.membershipStart !== null),
  },
  {
    code: 'COVER_ACTIVE_AT_DEATH',
    legalBasis: () => 'M-10: PP 44/2015 Pasal 1; C-09: Perdir 22/PERDIR.02/072022',
    // Cover of somebody who was never enrolled is no question of its own.
    applies: ({ cover }) => cover.enrolled,
    holds: coverFinding,
  },
  {
    code: 'NOT_A_WORK_ACCIDENT',
    legalBasis: () => 'M-16: PP 44/2015 Pasal 1',
    applies: always,
    holds: accidentFinding,
  },
  {
    code: 'DEATH_NOT_IN_FUTURE',
    legalBasis: () => 'M-10: PP 44/2015 Pasal 1',
    applies: always,
    holds: ({ deathDate, today }) => whether(deathDate <= today, { deathDate }),
  },
  {
    code: 'DOCUMENTS_COMPLETE',
    legalBasis: ({ deathDate }) => documentBasisOn(deathDate, 'Pasal 79'),
    applies: always,
    holds: documentFinding,
  },
  {
    code: 'NO_OTHER_CLAIM_FOR_DEATH',
    legalBasis: () => 'M-16: PP 44/2015 Pasal 1',
    applies: always,
    holds: onlyClaimFinding,
  },
];

export const runChecks = (facts: CheckFacts): readonly CheckResult[] =>
  CLAIM_CHECKS.filter((check) => check.applies(facts)).map((check) => ({
    code: check.code,
    legalBasis: check.legalBasis(facts),
    ...check.holds(facts),
  }));
