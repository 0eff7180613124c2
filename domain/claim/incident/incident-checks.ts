// The checks of a work accident, listed once: code, legal basis, and whether it holds.
import type { LocalDate } from '../../calendar.ts';
import { documentBasisOn } from '../../rules/document-list.ts';
import { readLaw } from '../../rules/read-law.ts';
import { jkkTimeBar } from '../../rules/time-bar.ts';
import type {
  CheckResult,
  CoverFacts,
  IncidentCheckCode,
} from '../assessment/assessment-events.ts';
import type { DocumentKind } from '../documents/document-events.ts';
import type { LinkedCase } from '../intake/case-link-events.ts';
import { deathAfter, isNear } from '../intake/link-cases.ts';
import type { IncidentState } from './incident-state.ts';

export type IncidentCheckFacts = {
  readonly incident: IncidentState;
  /** Other claims of the person. */
  readonly links: readonly LinkedCase[];
  readonly today: LocalDate;
  readonly cover: CoverFacts;
  readonly documentsMissing: readonly DocumentKind[];
};

type Finding = Pick<CheckResult, 'verdict' | 'facts'>;
type IncidentCheck = readonly [
  code: IncidentCheckCode,
  /** `null`: as the list of papers of the day of the event. */
  legalBasis: string | null,
  holds: (facts: IncidentCheckFacts) => Finding,
];

const whether = (holds: boolean, facts: Finding['facts'] = {}): Finding => ({
  verdict: holds ? 'HOLDS' : 'FAILS',
  facts,
});

/** GRACE holds: the claim is accepted and its payment waits for the arrears (C-16). */
const isCovered = ({ state }: CoverFacts): boolean => state === 'ACTIVE' || state === 'GRACE';

/** Concluded with evidence; reports that say something else are for a person to weigh. */
const workFinding = ({ incident }: IncidentCheckFacts): Finding => {
  const { conclusion, reports, kind, eventDate } = incident;
  const differing = reports.filter(
    (report) => report.kind !== kind || report.eventDate !== eventDate,
  ).length;
  const facts = { reports: reports.length, differing };
  if (conclusion === null) return { verdict: 'FAILS', facts };
  return { verdict: differing === 0 ? 'HOLDS' : 'REVIEW', facts };
};

/** Late is told, and never a reason to refuse: no rule of forfeiture is known for a BPU (T-02). */
const reportFinding = ({ incident }: IncidentCheckFacts): Finding =>
  whether(true, { late: incident.late || incident.secondStage?.late === true });

const timeBarFinding = ({ incident, today }: IncidentCheckFacts): Finding => {
  const claimedOn = incident.secondStage?.declaredOn ?? today;
  const { expired, lastDay } = jkkTimeBar(incident.eventDate, claimedOn, readLaw());
  return whether(!expired, lastDay === null ? {} : { through: lastDay });
};

const isDisabled = (secondStage: IncidentState['secondStage']): boolean =>
  secondStage?.outcome === 'PARTIAL_DISABILITY' || secondStage?.outcome === 'TOTAL_DISABILITY';

/** K-34: a disability of somebody who died of the same accident is for a person to weigh. */
const livingFinding = ({ incident, links }: IncidentCheckFacts): Finding => {
  const death = deathAfter({ incident, links });
  return death === null || !isDisabled(incident.secondStage)
    ? whether(true)
    : { verdict: 'REVIEW', facts: { deathDate: death.day } };
};

/** A claim of the days around it may be the same event, told of twice at one time. */
const onlyClaimFinding = ({ incident, links }: IncidentCheckFacts): Finding => {
  const near = links.find(
    ({ kind, day }) => kind === 'INCIDENT' && isNear(day, incident.eventDate),
  );
  return near === undefined
    ? whether(true)
    : { verdict: 'REVIEW', facts: { claim: near.claimId, eventDate: near.day } };
};

/** A worker who healed, lost nothing and paid nothing asks for nothing: there is nothing to decide. */
const somethingFinding = ({ incident }: IncidentCheckFacts): Finding => {
  const { medical, secondStage, bills } = incident;
  const disabled = isDisabled(secondStage);
  return whether(disabled || bills.length > 0 || (medical?.daysOff ?? 0) > 0);
};

const INCIDENT_CHECKS: readonly IncidentCheck[] = [
  [
    'WORKER_ENROLLED',
    'C-11, C-19: Perdir 22/PERDIR.02/072022, 9f–g',
    ({ cover }) => whether(cover.enrolled && cover.membershipStart !== null),
  ],
  [
    'COVER_ACTIVE_AT_EVENT',
    'K-05: Permenaker 5/2021; C-09: Perdir 22/PERDIR.02/072022',
    ({ cover }) =>
      whether(isCovered(cover), { state: cover.state, unpaidMonths: cover.unpaidMonths }),
  ],
  ['EVENT_IS_WORK_ACCIDENT', 'K-01, K-02: Permenaker 5/2021 Pasal 7', workFinding],
  ['REPORTED_IN_TIME', 'T-01, T-02, T-05: PP 44/2015 Pasal 43; Permenaker 1/2025', reportFinding],
  ['CLAIMED_IN_TIME', 'T-09: PP 82/2019 Pasal 26', timeBarFinding],
  [
    'DOCUMENTS_COMPLETE',
    null,
    ({ documentsMissing }) =>
      whether(
        documentsMissing.length === 0,
        documentsMissing.length === 0 ? {} : { missing: documentsMissing.join(' ') },
      ),
  ],
  ['NO_OTHER_CLAIM_FOR_EVENT', 'praktik BPJS Ketenagakerjaan', onlyClaimFinding],
  ['DISABILITY_OF_LIVING', 'K-34: PP 44/2015', livingFinding],
  ['SOMETHING_CLAIMED', 'PP 44/2015 Pasal 25', somethingFinding],
];

export const runIncidentChecks = (facts: IncidentCheckFacts): readonly CheckResult[] =>
  INCIDENT_CHECKS.map(([code, legalBasis, holds]) => ({
    code,
    legalBasis: legalBasis ?? documentBasisOn(facts.incident.eventDate, 'Pasal 19 ayat (3)'),
    ...holds(facts),
  }));
