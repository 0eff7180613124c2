// Cases of kind `jkk_death` and `jkk_total_disability`.
import type { LocalDate } from '../../calendar.ts';
import { setOffDisability } from '../jkk-death-benefit.ts';
import { jkkDeathLines, totalDisabilityLines } from '../jkk-lump.ts';
import { assignPayees, type FamilyFacts, payeesOf } from '../payees.ts';
import type { LawReader } from '../read-law.ts';
import type { Fields } from './fields.ts';
import { type Accident, finish, readAccident, rightOf } from './jkk-accident.ts';
import { type CaseKind, caseKind } from './outcome.ts';
import {
  type ChildrenFacts,
  childrenFacts,
  type ScholarshipPart,
  scholarshipPart,
  withheld,
} from './scholarship-result.ts';
import { byPayee, dateAfter, familyFacts, referenceWage } from './shared-facts.ts';

type DeathCase = Accident & {
  readonly deathDate: LocalDate;
  readonly family: FamilyFacts;
  readonly children: ChildrenFacts;
  readonly disabilityPaidIdr: bigint;
};

const readDeath = (fields: Fields, law: LawReader): DeathCase => {
  const accident = readAccident(fields);
  const deathDate = dateAfter(fields, 'death_date', [accident.eventDate, 'accident_date']);
  return {
    ...accident,
    deathDate,
    family: familyFacts(fields, deathDate),
    children: childrenFacts(fields, ['JKK', deathDate], law),
    disabilityPaidIdr: fields.optionalAmount('disability_paid') ?? 0n,
  };
};

const jkkScholarship = (
  children: ChildrenFacts,
  [isOwed, date]: readonly [boolean, LocalDate],
  law: LawReader,
): ScholarshipPart => {
  if (!isOwed) return withheld(children, 'NOT_COVERED');
  law.find(law.book['K-29'], date);
  return scholarshipPart(children, { origin: 'JKK', date }, law);
};

export const jkkDeathCase: CaseKind = caseKind(readDeath, (facts, law) => {
  const { eventDate, deathDate } = facts;
  const right = rightOf(facts, law);
  const { wageIdr, figures } = referenceWage(facts.wage, eventDate, law);
  const payees = payeesOf(facts.family, law);
  const owed = right.isOwed ? jkkDeathLines({ wageIdr, eventDate }, law) : [];
  const paid = { disabilityIdr: facts.disabilityPaidIdr, accidentDate: eventDate };
  const lines = assignPayees(setOffDisability(owed, paid, law), payees);
  return finish(
    facts,
    [
      right,
      {
        lines,
        figures: { ...figures, ...byPayee(lines) },
        flags: right.isOwed && payees.kind === 'NO_HEIR' ? ['NO_HEIR'] : [],
        scholarship: jkkScholarship(facts.children, [right.isOwed, deathDate], law),
      },
    ],
    law,
  );
});

type TotalCase = Accident & { readonly findingDate: LocalDate; readonly children: ChildrenFacts };

const readTotal = (fields: Fields, law: LawReader): TotalCase => {
  const accident = readAccident(fields);
  const findingDate = dateAfter(fields, 'finding_date', [accident.eventDate, 'accident_date']);
  return {
    ...accident,
    findingDate,
    children: childrenFacts(fields, ['JKK', findingDate], law),
  };
};

export const jkkTotalCase: CaseKind = caseKind(readTotal, (facts, law) => {
  const { eventDate, findingDate } = facts;
  const right = rightOf(facts, law);
  const { wageIdr, figures } = referenceWage(facts.wage, eventDate, law);
  const lines = right.isOwed ? totalDisabilityLines({ wageIdr, eventDate }, law) : [];
  const part = jkkScholarship(facts.children, [right.isOwed, findingDate], law);
  const scholarship = {
    ...part,
    result: {
      lines: part.result?.lines ?? [],
      figures: { right: right.isOwed, ...part.result?.figures },
    },
  };
  return finish(facts, [right, { lines, figures, scholarship }], law);
});
