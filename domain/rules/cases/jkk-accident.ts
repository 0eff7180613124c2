// What every case of an accident shares: its facts, whether JKK owes anything, and the result's frame.
import { daysBetween, type LocalDate } from '../../calendar.ts';
import { type ExplainedLine, totalOf } from '../explained-line.ts';
import type { Flag } from '../flags.ts';
import type { LawReader } from '../read-law.ts';
import type { Fields } from './fields.ts';
import { type CaseOutcome, type Figures, outcome } from './outcome.ts';
import { type PressFacts, pressFacts, pressPart } from './press-part.ts';
import { headlineOf, headlinesOf, type ScholarshipPart } from './scholarship-result.ts';
import {
  type CoverResult,
  coverResult,
  expiryOf,
  lawfulDate,
  type Membership,
  membershipFacts,
  railOf,
  segmentOf,
  type WageFacts,
  wageFacts,
} from './shared-facts.ts';

/** What every JKK case says: when, on which wage, covered or not. */
export type Accident = {
  /** The accident, or the diagnosis of an occupational disease (§0). */
  readonly eventDate: LocalDate;
  readonly wage: WageFacts;
  readonly membership: Membership;
  readonly claimDate: LocalDate | null;
  /** When the stage I report came in (T-01). */
  readonly reportedOn: LocalDate | null;
  /** an unregistered worker is owed the same, by the employer. */
  readonly isRegistered: boolean;
  readonly isWork: boolean;
  readonly press: PressFacts;
};

/** K-07: not by work, so no JKK. */
const OUTSIDE_WORK = ['OUTSIDE_WORK', 'NOT_WORK', 'NOT_WORK_RELATED'];

export const readAccident = (fields: Fields): Accident => {
  segmentOf(fields);
  const name = fields.has('diagnosis_date') ? 'diagnosis_date' : 'accident_date';
  const eventDate = lawfulDate(fields, name);
  if (name === 'diagnosis_date') fields.optionalDate('accident_date');
  fields.optionalText('determination_by');
  fields.optionalDate('determination_date');
  const circumstance = fields.optionalText('circumstance') ?? '';
  return {
    eventDate,
    wage: wageFacts(fields),
    membership: membershipFacts(fields, eventDate),
    claimDate: fields.optionalDate('claim_date'),
    reportedOn: fields.optionalDate('stage1_received_date'),
    isRegistered: fields.flag('registered', true),
    isWork: !OUTSIDE_WORK.includes(circumstance.toUpperCase()),
    press: pressFacts(fields),
  };
};

export type Right = {
  readonly isOwed: boolean;
  readonly flags: readonly Flag[];
  readonly cover: CoverResult;
};

const HOURS_A_DAY = 24;

/** T-01, T-02: a late report is flagged, unless the book says that a BPU loses the right by it. */
const isForfeited = ({ reportedOn, eventDate }: Accident, law: LawReader): boolean => {
  if (reportedOn === null) return false;
  const days = law.must(law.book['T-01'], eventDate).value.hours / HOURS_A_DAY;
  if (daysBetween(eventDate, reportedOn) <= days) return false;
  law.review('REPORTED_LATE', 'T-02');
  return law.find(law.book['T-02'], eventDate)?.value.late_report_bpu === 'FORFEIT';
};

/** Whether JKK owes anything at all: cover, time bar, work. */
export const rightOf = (facts: Accident, law: LawReader): Right => {
  const { eventDate, isRegistered, isWork, membership, claimDate } = facts;
  const cover = coverResult(membership, eventDate, law);
  const expiry = expiryOf(claimDate, eventDate, law);
  if (!isWork) {
    law.find(law.book['K-07'], eventDate);
    law.review('NOT_A_WORK_ACCIDENT', 'K-07');
  }
  if (!isRegistered) law.find(law.book['X-02'], eventDate);
  return {
    isOwed:
      (cover.isCovered || !isRegistered) && !expiry.isExpired && isWork && !isForfeited(facts, law),
    flags: [...(isRegistered ? cover.flags : []), ...expiry.flags],
    cover,
  };
};

export type Calculated = {
  readonly lines: readonly ExplainedLine[];
  readonly flags?: readonly Flag[];
  readonly figures?: Figures;
  readonly scholarship?: ScholarshipPart;
};

/** What is the same for every JKK case once its lines are known. */
export const finish = (
  facts: Accident,
  [right, calculated]: readonly [Right, Calculated],
  law: LawReader,
): CaseOutcome => {
  const { lines, scholarship, figures = {}, flags = [] } = calculated;
  const { eventDate, isRegistered } = facts;
  const totalIdr = totalOf(lines);
  const rail = railOf(lines, eventDate, law);
  const part = scholarship ?? { result: null, flags: [], potentialIdr: 0n };
  const computed = { totalIdr, headlines: headlinesOf(totalIdr, part), deaths: 1, eventDate };
  const press = pressPart(facts.press, computed, law);
  return outcome(eventDate, {
    lines,
    flags: [...right.flags, ...flags, ...part.flags, ...rail.flags, ...press.flags],
    figures: {
      ...(isRegistered && right.cover.figures(totalIdr)),
      payer: isRegistered ? 'BPJS' : 'EMPLOYER',
      ...figures,
      ...rail.figures,
      ...headlineOf(totalIdr, part),
      ...press.figures,
    },
    scholarship: part.result,
  });
};
