// Whether a death asks for a visit before it is decided: soon after enrolment, or sudden (F-01).
import { daysBetween, type LocalDate } from '../calendar.ts';
import { type LawReader, readLaw } from './read-law.ts';

export const RULED_VISITS = ['SUDDEN_DEATH', 'SOON_AFTER_ENROLMENT'] as const;
export type RuledVisit = (typeof RULED_VISITS)[number];

type Death = {
  readonly deathDate: LocalDate;
  readonly membershipStart: LocalDate | null;
  readonly isSudden: boolean;
};

export type AskedVisit = {
  readonly ground: RuledVisit;
  readonly ruleId: string;
  readonly article: string;
};

export const visitsAskedFor = (
  { deathDate, membershipStart, isSudden }: Death,
  law: LawReader = readLaw(),
): readonly AskedVisit[] => {
  const found = law.find(law.book['F-01'], deathDate);
  if (found === null) return [];
  const { value, ruleId, article } = found;
  const isSoon =
    membershipStart !== null &&
    membershipStart <= deathDate &&
    daysBetween(membershipStart, deathDate) <= value.soonAfterDays;
  const asks = { SUDDEN_DEATH: isSudden && value.suddenDeath, SOON_AFTER_ENROLMENT: isSoon };
  return RULED_VISITS.filter((ground) => asks[ground]).map((ground) => ({
    ...{ ground, ruleId, article },
  }));
};
