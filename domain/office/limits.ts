// Tiers: up to which sum and for which benefits a person may decide, by letter of appointment.
import type { ActedBy, Limit } from '../actor.ts';
import { parseRupiah, type RupiahText } from '../money.ts';
import type { Role } from './decider.ts';
import type { RoleLimit } from './events.ts';

const isLimited = (limit: RoleLimit | null): limit is RoleLimit =>
  limit !== null && (limit.upToIdr !== undefined || limit.benefits !== undefined);

const rank = ({ upToIdr }: Limit): bigint | null =>
  upToIdr === undefined ? null : parseRupiah(upToIdr);

/** The widest first: no sum, then the largest. */
const widestFirst = (one: Limit, other: Limit): number => {
  const [a, b] = [rank(one), rank(other)];
  if (a === b) return 0;
  if (a === null) return -1;
  return b === null || a > b ? -1 : 1;
};

/** Undefined when one of the roles has no limit at all; then the others say nothing. */
export const limitsOf = (roles: readonly Role[]): readonly Limit[] | undefined => {
  if (roles.some(({ limit }) => !isLimited(limit))) return undefined;
  return roles.map(({ limit, letter }): Limit => ({ ...limit, letter })).sort(widestFirst);
};

/** The role whose letter counts: one without a limit, else the widest. */
export const widestOf = (roles: readonly Role[]): Role | undefined => {
  const free = roles.find(({ limit }) => !isLimited(limit));
  if (free !== undefined) return free;
  const [widest] = limitsOf(roles) ?? [];
  return roles.find(({ letter }) => letter === widest?.letter);
};

type Decided = { readonly amountIdr: RupiahText; readonly benefit: string };

export type LimitFault =
  | { readonly code: 'BenefitNotHeld'; readonly facts: { readonly benefit: string } }
  | {
      readonly code: 'AboveLimit';
      readonly facts: { readonly limitIdr: string; readonly totalIdr: string };
    };

/** Null when one of the letters covers both the benefit and the sum. */
export const limitFault = (
  { limits }: Pick<ActedBy, 'limits'>,
  { amountIdr, benefit }: Decided,
): LimitFault | null => {
  if (limits === undefined) return null;
  const [widest, ...others] = limits
    .filter(({ benefits }) => benefits === undefined || benefits.includes(benefit))
    .sort(widestFirst);
  if (widest === undefined) return { code: 'BenefitNotHeld', facts: { benefit } };
  const fits = [widest, ...others].some(
    ({ upToIdr }) => upToIdr === undefined || parseRupiah(upToIdr) >= parseRupiah(amountIdr),
  );
  if (fits) return null;
  return { code: 'AboveLimit', facts: { limitIdr: widest.upToIdr ?? '', totalIdr: amountIdr } };
};
