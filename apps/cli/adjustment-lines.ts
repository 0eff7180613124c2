// What was proposed, dropped and decided beside the decisions of a claim, one line for each.
import type { AdjustmentEvent } from '../../domain/claim/adjustment/adjustment-state.ts';
import type { BenefitConverted } from '../../domain/claim/death/death-events.ts';
import { sumTexts } from '../../domain/money.ts';
import type { ClaimFile } from '../../projections/claim-file.ts';
import {
  adjustmentCauses,
  bindingAuthorities,
  adjustmentPhrases as phrases,
  recoveryOutcomes,
} from '../copy/adjustment-phrases.ts';
import { benefits } from '../copy/claim-words.ts';
import { wordOf } from '../copy/code-words.ts';
import { formatDay, formatInstant, formatRupiah, type Language } from '../copy/format.ts';
import { say } from '../copy/text.ts';

const causeText = (
  { cause }: Extract<AdjustmentEvent, { data: { cause: unknown } }>['data'],
  language: Language,
): string => {
  const word = wordOf(adjustmentCauses, cause.kind, language);
  if (cause.kind === 'DEATH_DATE') return word;
  return `${word} (${cause.kind === 'CONTRIBUTION' ? `#${cause.position}` : cause.reference})`;
};

const lineOf = (
  event: AdjustmentEvent | BenefitConverted,
  at: string,
  language: Language,
): string => {
  switch (event.type) {
    case 'TopUpProposed':
    case 'RecoveryProposed': {
      const phrase = event.type === 'TopUpProposed' ? phrases.topUp : phrases.recovery;
      return say(language, phrase, {
        at,
        amount: formatRupiah(event.data.amountIdr, language),
        entitled: formatRupiah(event.data.entitledIdr, language),
        granted: formatRupiah(event.data.grantedIdr, language),
        cause: causeText(event.data, language),
      });
    }
    case 'AdjustmentDropped':
      return say(language, phrases.dropped, { at, cause: causeText(event.data, language) });
    case 'RecoveryDecided': {
      const { amountIdr, outcome, decidedBy, legalBasis: basis, reason } = event.data;
      const amount = formatRupiah(amountIdr, language);
      const word = wordOf(recoveryOutcomes, outcome, language);
      const by = decidedBy.join(' + ');
      return say(language, phrases.decided, { at, amount, outcome: word, by, basis, reason });
    }
    case 'RecoveryRepaid': {
      const { amountIdr, paidOn, reference, leftIdr } = event.data;
      return say(language, leftIdr === '0' ? phrases.repaidWhole : phrases.repaid, {
        ...{ at, reference, day: formatDay(paidOn, language) },
        ...{ amount: formatRupiah(amountIdr, language), left: formatRupiah(leftIdr, language) },
      });
    }
    case 'BenefitConverted': {
      const { from, to, reversed, totalIdr } = event.data;
      return say(language, phrases.converted, {
        ...{ at, from: wordOf(benefits, from, language), to: wordOf(benefits, to, language) },
        reversed: formatRupiah(sumTexts(reversed.map(({ amountIdr }) => amountIdr)), language),
        total: formatRupiah(totalIdr, language),
      });
    }
    case 'BindingDeterminationRecorded': {
      const { authority, reference, determinedOn, entitledIdr, basis } = event.data;
      const who = wordOf(bindingAuthorities, authority, language);
      const day = formatDay(determinedOn, language);
      const amount = formatRupiah(entitledIdr, language);
      return say(language, phrases.determined, {
        at,
        authority: who,
        reference,
        day,
        amount,
        basis,
      });
    }
  }
};

export const adjustmentLines = (file: ClaimFile, language: Language): readonly string[] =>
  file.contents.adjustments.map((event) =>
    lineOf(event, formatInstant(event.at, language), language),
  );
