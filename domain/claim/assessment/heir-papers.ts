// Which papers the heirs found make advisable, beyond the list that the law asks of every claim.
import type { DocumentNeed } from '../../rules/document-list.ts';
import type { DocumentKind } from '../documents/document-events.ts';
import type { CheckResult, Heir, HeirRelation, HeirsDetermined } from './assessment-events.ts';

type Heirs = HeirsDetermined['data'];
type Rank = Heirs['rank'];

/**
 * PP 44/2015 Pasal 37(5); spouse and children are one class, written with "atau" (§4.1). H-01 lets a
 * court name somebody outside the list and does not say where: behind every rank of blood and
 * marriage, before the fund.
 */
export const RANK_OF: Readonly<Record<HeirRelation, Rank>> = {
  SPOUSE: '1',
  CHILD: '1',
  PARENT: '2.1',
  GRANDPARENT: '2.1',
  GRANDCHILD: '2.1',
  SIBLING: '2.2',
  PARENT_IN_LAW: '2.3',
  WILL: '2.4',
  COURT_NAMED: '2.4',
  FUNERAL_ORGANISER: '2.5',
};

export const heirsOfRank = (heirs: readonly Heir[], rank: Rank): readonly Heir[] =>
  heirs.filter((heir) => RANK_OF[heir.relation] === rank);

const BY_RELATION: Readonly<Partial<Record<HeirRelation, DocumentNeed>>> = {
  SPOUSE: 'PAYEE_IS_SPOUSE',
  CHILD: 'PAYEE_IS_KIN',
  PARENT: 'PAYEE_IS_KIN',
  GRANDPARENT: 'PAYEE_IS_KIN',
  GRANDCHILD: 'PAYEE_IS_KIN',
  SIBLING: 'PAYEE_IS_KIN',
  PARENT_IN_LAW: 'PAYEE_IS_KIN',
  WILL: 'BY_WILL',
  COURT_NAMED: 'BY_COURT',
};

/** Of the payee: the heir themselves, or the minor whose guardian is paid (H-03). */
const inWhoseName = ({ heirs, rank, payee }: Heirs): Heir | undefined => {
  const entitled = heirsOfRank(heirs, rank);
  return entitled.find(({ ref }) => ref === payee.ref) ?? entitled.find(({ minor }) => minor);
};

export const heirPapers = (heirs: Heirs | null): readonly DocumentNeed[] => {
  if (heirs === null) return [];
  const heir = inWhoseName(heirs);
  const byRelation = heir === undefined ? undefined : BY_RELATION[heir.relation];
  return [
    ...(byRelation === undefined ? [] : [byRelation]),
    ...(heir?.minor === true ? (['PAYEE_IS_MINOR'] as const) : []),
    ...(heirsOfRank(heirs.heirs, heirs.rank).length > 1 ? (['SEVERAL_HEIRS'] as const) : []),
    ...(heirs.nameDiffers === true ? (['NAMES_DIFFER'] as const) : []),
  ];
};

/** What nobody may pay upon without a paper of its own: the checks say so at once, not at the next look. */
const STRICT: readonly DocumentNeed[] = ['PAYEE_IS_MINOR', 'BY_WILL', 'BY_COURT', 'NAMES_DIFFER'];

export const restOnProof = (heirs: Heirs): boolean =>
  heirPapers(heirs).some((need) => STRICT.includes(need));

/**
 * H-04: the account is the heir's own. Names are sealed, so only the desk that opens both can say
 * that they differ; the letter about the other spelling cures it.
 */
export const accountNameChecks = (
  heirs: Heirs | null,
  present: readonly DocumentKind[],
): readonly CheckResult[] => {
  if (heirs?.nameDiffers !== true) return [];
  const known = { code: 'ACCOUNT_NAME', legalBasis: 'H-04: Permenaker 4/2023 Pasal 57' } as const;
  return [
    present.includes('NAME_DIFFERENCE_LETTER')
      ? { ...known, verdict: 'HOLDS', facts: {} }
      : { ...known, verdict: 'REVIEW', facts: { advised: 'NAME_DIFFERENCE_LETTER' } },
  ];
};
