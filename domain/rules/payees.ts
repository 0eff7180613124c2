// Who is paid: the first rank of the law with a person in it, the will, or nobody (domain-rules §4.1).
import type { LocalDate } from '../calendar.ts';
import type { ExplainedLine } from './explained-line.ts';
import { FUND_PAYEE } from './jkm.ts';
import type { LawReader } from './read-law.ts';

export type NamedHeir = {
  readonly ref: string;
  readonly relation: string;
  readonly minor: boolean;
  readonly guardianRef: string | null;
  /** H-01: a court has named this person. */
  readonly courtDetermination: boolean;
};

export type Will = { readonly ref: string; readonly notarialDeed: boolean };

export type FamilyFacts = {
  /** Null when the case says nothing of heirs: then no line names a payee. */
  readonly heirs: readonly NamedHeir[] | null;
  readonly will: Will | null;
  readonly funeralArrangedBy: string | null;
  readonly deathDate: LocalDate;
};

export type Payees =
  | { readonly kind: 'UNSAID' }
  /** `ref` is null while several people of one rank have not named one payee (H-02). */
  | { readonly kind: 'HEIR'; readonly rank: string; readonly ref: string | null }
  | { readonly kind: 'NO_HEIR'; readonly organiser: string | null };

/** H-03: a minor is paid to the guardian's account. */
const payeeRef = (heir: NamedHeir, law: LawReader, date: LocalDate): string | null => {
  if (!heir.minor) return heir.ref;
  law.find(law.book['H-03'], date);
  if (heir.guardianRef === null) law.review('GUARDIAN_MISSING', 'H-03');
  return heir.guardianRef;
};

const ofRank = (
  heirs: readonly NamedHeir[],
  rank: string,
  facts: FamilyFacts,
  law: LawReader,
): Payees => {
  const [first, ...others] = heirs;
  if (first === undefined || others.length > 0) {
    // One payee, whom the heirs name (H-02): the only answer that invents no shares.
    law.find(law.book['H-02'], facts.deathDate);
    return { kind: 'HEIR', rank, ref: null };
  }
  return { kind: 'HEIR', rank, ref: payeeRef(first, law, facts.deathDate) };
};

const byWill = (facts: FamilyFacts, law: LawReader): Payees | null => {
  if (facts.will === null) return null;
  const { notarialDeed } = law.must(law.book['H-07'], facts.deathDate).value;
  if (!notarialDeed || facts.will.notarialDeed)
    return { kind: 'HEIR', rank: '2.4', ref: facts.will.ref };
  law.review('WILL_IS_NO_NOTARIAL_DEED', 'H-07');
  return null;
};

export const payeesOf = (facts: FamilyFacts, law: LawReader): Payees => {
  const { heirs, deathDate } = facts;
  if (heirs === null && facts.will === null) return { kind: 'UNSAID' };
  const named = heirs ?? [];
  for (const { rank, relations } of law.must(law.book['H-00'], deathDate).value.ranks) {
    const own = named.filter((heir) => relations.includes(heir.relation));
    if (own.length > 0) return ofRank(own, rank, facts, law);
  }
  const willed = byWill(facts, law);
  if (willed !== null) return willed;
  const byCourt = named.filter((heir) => heir.courtDetermination);
  if (byCourt.length > 0) return ofRank(byCourt, 'H-01', facts, law);
  if (named.length > 0) law.review('HEIR_NOT_LISTED_IN_LAW', 'H-01');
  if (facts.funeralArrangedBy === null) law.review('FUNERAL_ORGANISER_UNKNOWN', 'H-08');
  law.find(law.book['H-08'], deathDate);
  return { kind: 'NO_HEIR', organiser: facts.funeralArrangedBy };
};

const isFuneral = (line: ExplainedLine): boolean => line.code.endsWith('.FUNERAL');

/** Rank 2.5: the burial cost to whoever arranged the funeral, first; the rest stays in the fund. */
export const assignPayees = (
  lines: readonly ExplainedLine[],
  payees: Payees,
): readonly ExplainedLine[] => {
  switch (payees.kind) {
    case 'UNSAID':
      return lines;
    case 'HEIR':
      return lines.map((line) => ({ ...line, payee: payees.ref }));
    case 'NO_HEIR':
      return [
        ...lines.filter(isFuneral).map((line) => ({ ...line, payee: payees.organiser })),
        ...lines.filter((line) => !isFuneral(line)).map((line) => ({ ...line, payee: FUND_PAYEE })),
      ];
    default:
      return payees satisfies never;
  }
};
