// What a claim with an open top-up is entitled to now, line by line: beside what was granted before.
import { coverFacts } from '../../activities/cover-facts.ts';
import { coverRulesBy, rulesOfClaim } from '../../activities/rules-of-claim.ts';
import { benefitsFor } from '../../domain/claim/assessment/assessment.ts';
import type { BenefitsDetermined } from '../../domain/claim/assessment/assessment-events.ts';
import { eventDateOf } from '../../domain/claim/kind.ts';
import { sumTexts } from '../../domain/money.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import type { ClaimFileRow } from '../../projections/claim-file/file-row.ts';
import { adjustmentPhrases as phrases } from '../copy/adjustment-phrases.ts';
import { lineName } from '../copy/benefits.ts';
import { figuresIn, formatRupiah, type Language } from '../copy/format.ts';
import { say } from '../copy/text.ts';
import { part } from './claim-findings.ts';
import { table } from './outcome.ts';
import type { Session } from './session.ts';

const lastProposal = ({ contents }: ClaimFileRow) =>
  contents.adjustments.findLast((event) => event.type === 'TopUpProposed')?.data;

/** Null where the lines do not make the sum that was proposed: a later fact is on its way. */
export const entitlementNow = async (
  session: Pick<Session, 'store' | 'now'>,
  file: ClaimFileRow,
): Promise<BenefitsDetermined['data'] | null> => {
  const { deathDate, topUp, heirs, workerId } = file.facts;
  if (topUp === null || deathDate === null) return null;
  const ports = { store: session.store, ids: streamIds, clock: session.now };
  const rules = await rulesOfClaim(ports, await session.store.loadStream(file.claimId));
  const day = eventDateOf(file.facts) ?? deathDate;
  const by = { rules: coverRulesBy(rules, day) };
  const cover = await coverFacts(ports, workerId, day, by);
  const benefits = benefitsFor(file.facts, { cover, heirs, rules });
  const proposed = lastProposal(file);
  if (proposed === undefined || benefits === null) return null;
  const { compensation, compensationProposed } = file.facts;
  const late = compensationProposed ? (compensation?.lines ?? []) : [];
  const lines = [...benefits.lines, ...late];
  const totalIdr = sumTexts(lines.map(({ amountIdr }) => amountIdr));
  return totalIdr === proposed.entitledIdr ? { ...benefits, lines, totalIdr } : null;
};

export const entitlementLines = (
  file: ClaimFileRow,
  benefits: BenefitsDetermined['data'] | null,
  language: Language,
): readonly string[] => {
  const proposed = lastProposal(file);
  if (file.facts.topUp === null || proposed === undefined) return [];
  const { entitledIdr, grantedIdr, amountIdr } = proposed;
  const sum = (name: string, amount: string) => [
    name,
    formatRupiah(amount, language).padStart(16),
    '',
    '',
  ];
  const lines = (benefits?.lines ?? []).map((line) => [
    lineName(line.code, language),
    formatRupiah(line.amountIdr, language).padStart(16),
    figuresIn(line.formula, language),
    `[${line.ruleId}; ${line.article}]`,
  ]);
  return part(
    say(language, phrases.now),
    table([
      ...lines,
      sum(say(language, phrases.entitledNow), entitledIdr),
      sum(say(language, phrases.grantedBefore), grantedIdr),
      sum(say(language, phrases.stillDue), amountIdr),
    ]),
  );
};
