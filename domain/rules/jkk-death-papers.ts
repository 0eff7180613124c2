// The papers of a death from work, by law version, ground, and what lies in the accident's own file (§4.2).
import { type LocalDate, localDate } from '../calendar.ts';
import type { DocumentKind } from '../claim/documents/document-events.ts';
import { L3_FROM } from './book/rule.ts';

type Need =
  | 'ALWAYS'
  /** Stage I, where no claim of the accident holds it already. */
  | 'STAGE_ONE'
  | 'WITNESSES'
  | 'TRAFFIC'
  | 'VIOLENCE';

type Paper = {
  readonly kind: DocumentKind;
  readonly need: Need;
  /** First day of the law that asks for it; null: always. */
  readonly from: LocalDate | null;
};

const paper = (kind: DocumentKind, need: Need, from: string | null = null): Paper => ({
  ...{ kind, need },
  from: from === null ? null : localDate(from),
});

const PAPERS: readonly Paper[] = [
  paper('KK1_FORM', 'STAGE_ONE'),
  paper('MEMBER_CARD', 'ALWAYS'),
  paper('WORKER_ID_CARD', 'ALWAYS'),
  paper('HEIR_ID_CARD', 'ALWAYS'),
  paper('FAMILY_CARD', 'ALWAYS'),
  paper('WITNESS_STATEMENT', 'WITNESSES'),
  paper('POLICE_REPORT', 'TRAFFIC'),
  paper('POLICE_REPORT', 'VIOLENCE', L3_FROM),
  paper('MEDICAL_REPORT', 'VIOLENCE', L3_FROM),
  paper('KK2_FORM', 'ALWAYS'),
  paper('DOCTOR_STATEMENT', 'ALWAYS'),
  paper('DEATH_CERTIFICATE', 'ALWAYS'),
  paper('HEIR_STATEMENT', 'ALWAYS'),
  paper('BANK_BOOK', 'ALWAYS'),
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

export const deathFromWorkPapers = (death: DeathFromWork): readonly DocumentKind[] => [
  ...new Set(
    PAPERS.filter(
      ({ need, from }) => holds(need, death) && (from === null || from <= death.accidentDate),
    ).map(({ kind }) => kind),
  ),
];

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
