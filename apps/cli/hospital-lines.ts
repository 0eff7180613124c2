// Hospitals of a claim and their bills: what was billed, accepted, disputed, and why, line by line.

import type { HospitalBill } from '../../domain/claim/hospital/hospital-events.ts';
import { parseRupiah } from '../../domain/money.ts';
import type { VerifiedLine } from '../../domain/rules/hospital-bill.ts';
import type { ClaimFileRow } from '../../projections/claim-file/file-row.ts';
import { wordOf } from '../copy/code-words.ts';
import { formatDay, formatRupiah, type Language } from '../copy/format.ts';
import {
  billStatuses,
  disputeGrounds,
  hospitalItems,
  hospitalPhrases as phrases,
} from '../copy/hospital-phrases.ts';
import { say } from '../copy/text.ts';

type Lines = readonly string[];

const verifiedLine = (verified: VerifiedLine, language: Language): string => {
  const { line, item, billedIdr, acceptedIdr, ground, reason, ruleId: rule } = verified;
  const parts = {
    ...{ line, item: wordOf(hospitalItems, item, language) },
    ...{ billed: formatRupiah(billedIdr, language), accepted: formatRupiah(acceptedIdr, language) },
  };
  if (ground === null) return say(language, phrases.line, parts);
  const why = reason === null ? '' : `(${reason}) `;
  return say(language, phrases.lineDisputed, {
    ...{ ...parts, why, rule, ground: wordOf(disputeGrounds, ground, language) },
  });
};

export const billLines = (bill: HospitalBill, language: Language): Lines => {
  const { billId: id, number, billedOn, totalIdr, status, verified } = bill;
  const told = say(language, phrases.bill, {
    ...{ id, number, day: formatDay(billedOn, language), total: formatRupiah(totalIdr, language) },
    status: wordOf(billStatuses, status, language),
  });
  if (verified === null) return [told];
  const { acceptedIdr, disputedIdr, lines } = verified;
  const sums = say(language, phrases.billSums, {
    accepted: formatRupiah(acceptedIdr, language),
    disputed: formatRupiah(disputedIdr, language),
  });
  const shown = parseRupiah(disputedIdr) === 0n && lines.length > 20 ? [] : lines;
  return [told, `  ${sums}`, ...shown.map((line) => `  ${verifiedLine(line, language)}`)];
};

export const hospitalLines = (
  { facts: { hospital } }: Pick<ClaimFileRow, 'facts'>,
  language: Language,
): Lines => [
  ...hospital.guarantees.map(({ hospital: { code, name }, from, ruleId: rule, article }) =>
    say(language, phrases.guarantee, {
      ...{ code, name, rule, article, day: formatDay(from, language) },
    }),
  ),
  ...hospital.bills.flatMap((bill) => billLines(bill, language)),
];
