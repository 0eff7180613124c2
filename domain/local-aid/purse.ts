// Whose money local aid is: the sponsor's own, by the word of the sponsor's own people.
import type { ActedBy, Office } from '../actor.ts';
import type { PayerRegistered } from '../programme/events.ts';

export type PurseRefusal = 'AidNotFromThisFund' | 'AidNotOfThisOffice';

const plain = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** The sponsor is a regency or city: another body's officers have no say over its budget. */
const OF_ANOTHER_BODY: readonly Office[] = ['BPJS_BRANCH', 'BPK'];

/** Its budget (APBD), or the sponsor itself; the fund of a social security body never is. */
export const isSponsorsPurse = (
  { legalEntity, fund }: Pick<PayerRegistered['data'], 'legalEntity' | 'fund'>,
  sponsor: string,
): boolean =>
  !/\b(djs|dana jaminan sosial)\b/i.test(fund) &&
  (/\bapbd\b/i.test(fund) || plain(legalEntity) === plain(sponsor));

export const purseFault = (
  payer: Pick<PayerRegistered['data'], 'legalEntity' | 'fund'>,
  { sponsor, by }: { readonly sponsor: string; readonly by: Pick<ActedBy, 'office'> | null },
): PurseRefusal | null => {
  if (!isSponsorsPurse(payer, sponsor)) return 'AidNotFromThisFund';
  return by !== null && OF_ANOTHER_BODY.includes(by.office) ? 'AidNotOfThisOffice' : null;
};
