// The papers of a death from work, by law version, ground, and what lies in the accident's own file (§4.2).
import type { LocalDate } from '../calendar.ts';
import type { DocumentKind } from '../claim/documents/document-events.ts';
import { L3_FROM } from './book/rule.ts';
import { type DatedPaper, datedPaper, papersFor } from './dated-papers.ts';

type Need =
  | 'ALWAYS'
  /** Stage I, where no claim of the accident holds it already. */
  | 'STAGE_ONE'
  | 'WITNESSES'
  | 'TRAFFIC'
  | 'VIOLENCE';

const PAPERS: readonly DatedPaper<Need>[] = [
  datedPaper('KK1_FORM', 'STAGE_ONE'),
  datedPaper('MEMBER_CARD', 'ALWAYS'),
  datedPaper('WORKER_ID_CARD', 'ALWAYS'),
  datedPaper('HEIR_ID_CARD', 'ALWAYS'),
  datedPaper('FAMILY_CARD', 'ALWAYS'),
  datedPaper('WITNESS_STATEMENT', 'WITNESSES'),
  datedPaper('POLICE_REPORT', 'TRAFFIC'),
  datedPaper('POLICE_REPORT', 'VIOLENCE', L3_FROM),
  datedPaper('MEDICAL_REPORT', 'VIOLENCE', L3_FROM),
  datedPaper('KK2_FORM', 'ALWAYS'),
  datedPaper('DOCTOR_STATEMENT', 'ALWAYS'),
  datedPaper('DEATH_CERTIFICATE', 'ALWAYS'),
  datedPaper('HEIR_STATEMENT', 'ALWAYS'),
  datedPaper('BANK_BOOK', 'ALWAYS'),
];

export type DeathFromWork = {
  readonly accidentDate: LocalDate;
  readonly isDisease: boolean;
  readonly isViolence: boolean;
  readonly traffic: boolean;
  /** A claim of the accident exists: its stage I lies there. */
  readonly hasAccidentClaim: boolean;
};

const holds = (need: Need, death: DeathFromWork): boolean => {
  switch (need) {
    case 'ALWAYS':
      return true;
    case 'STAGE_ONE':
      return !death.hasAccidentClaim;
    case 'WITNESSES':
      return !death.hasAccidentClaim && !death.isDisease;
    case 'TRAFFIC':
      return death.traffic;
    case 'VIOLENCE':
      return death.isViolence;
    default:
      return need satisfies never;
  }
};

export const deathFromWorkPapers = (death: DeathFromWork): readonly DocumentKind[] =>
  papersFor(PAPERS, death.accidentDate, (need) => holds(need, death));

/** Asked for whatever the death comes from: while that is open, nothing else can be missing. */
export const PAPERS_OF_ANY_DEATH: readonly DocumentKind[] = [
  'MEMBER_CARD',
  'WORKER_ID_CARD',
  'HEIR_ID_CARD',
  'FAMILY_CARD',
  'DEATH_CERTIFICATE',
  'HEIR_STATEMENT',
  'BANK_BOOK',
];
