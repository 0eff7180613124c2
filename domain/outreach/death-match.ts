// Whether a row of a death list speaks of a member: for certain, perhaps, or not; a score says how much.
import type { LocalDate } from '../calendar.ts';
import { birthLikeness, nameLikeness } from './likeness.ts';

/** Personal data: lives as long as the check of its row. */
export type DeadPerson = {
  readonly name: string;
  readonly birthDate: LocalDate | null;
  readonly kelurahan: string | null;
  /** The row names a NIK, whosever it is. */
  readonly hasNik: boolean;
};

/** A member whom a blind key, or the NIK itself, brought up. Personal data. */
export type MemberFacts = {
  readonly workerId: string;
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly kelurahan: string;
  readonly byNik: boolean;
};

export type ScoredMember = { readonly workerId: string; readonly score: number };

export type MatchedBy = 'NIK' | 'NAME_AND_BIRTH';

export type DeathMatch =
  | { readonly verdict: 'CERTAIN'; readonly by: MatchedBy; readonly member: ScoredMember }
  | { readonly verdict: 'DOUBT'; readonly members: readonly ScoredMember[] }
  | { readonly verdict: 'NONE' };

const NAME_WORTH = 600;
const BIRTH_WORTH = 340;
const PLACE_WORTH = 60;
const PLACE_UNKNOWN = 0.5;

/** A thousand is the same person in every word. */
type Likeness = {
  readonly workerId: string;
  readonly byNik: boolean;
  readonly name: number;
  readonly birth: number;
  readonly score: number;
  readonly isElsewhere: boolean;
};

const likenessOf = (dead: DeadPerson, member: MemberFacts): Likeness => {
  const { workerId, byNik } = member;
  const name = nameLikeness(dead.name, member.name);
  const birth = dead.birthDate === null ? 0 : birthLikeness(dead.birthDate, member.birthDate);
  const isElsewhere = dead.kelurahan !== null && dead.kelurahan !== member.kelurahan;
  const place = dead.kelurahan === null ? PLACE_UNKNOWN : isElsewhere ? 0 : 1;
  const score = Math.round(name * NAME_WORTH + birth * BIRTH_WORTH + place * PLACE_WORTH);
  return { workerId, byNik, name, birth, score, isElsewhere };
};

/** Somebody else's NIK on the row is the commonest slip: the name or the day must agree with it. */
const agreesWithNik = ({ name, birth }: Likeness): boolean =>
  name >= 0.85 || (birth === 1 && name >= 0.5);

const REVIEW_SCORE = 800;
/** The row's own NIK is nobody's here: only a slip in it would make this the same person. */
const REVIEW_SCORE_OF_OTHER_NIK = 900;
const NIK_REVIEW_NAME = 0.4;

const isDoubtful = ({ byNik, name, birth, score }: Likeness, { hasNik }: DeadPerson): boolean => {
  if (byNik) return name >= NIK_REVIEW_NAME || birth >= 0.65;
  return score >= (hasNik ? REVIEW_SCORE_OF_OTHER_NIK : REVIEW_SCORE) && name >= 0.7;
};

const isCertainByName = (best: Likeness, rest: readonly Likeness[], dead: DeadPerson): boolean =>
  best.name >= 0.95 &&
  best.birth === 1 &&
  !best.isElsewhere &&
  // With a NIK of its own the row may speak of a namesake: a person looks.
  !dead.hasNik &&
  rest.every(({ score }) => score < REVIEW_SCORE);

const DOUBTS_MAX = 3;

/** As a thousandth: what is written down of a likeness. */
const scored = ({ workerId, score }: Likeness): ScoredMember => ({ workerId, score });

export const matchDeath = (dead: DeadPerson, members: readonly MemberFacts[]): DeathMatch => {
  const all = members
    .map((member) => likenessOf(dead, member))
    .sort((a, b) => Number(b.byNik) - Number(a.byNik) || b.score - a.score);
  const [best, ...rest] = all;
  if (best === undefined) return { verdict: 'NONE' };
  if (best.byNik && agreesWithNik(best))
    return { verdict: 'CERTAIN', by: 'NIK', member: scored(best) };
  if (!best.byNik && isCertainByName(best, rest, dead))
    return { verdict: 'CERTAIN', by: 'NAME_AND_BIRTH', member: scored(best) };
  const doubts = all.filter((one) => isDoubtful(one, dead)).slice(0, DOUBTS_MAX);
  return doubts.length === 0
    ? { verdict: 'NONE' }
    : { verdict: 'DOUBT', members: doubts.map(scored) };
};
