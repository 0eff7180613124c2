// The accident that a death followed, where nobody named its claim: the linked one of that day.
import type { LocalDate } from '../../calendar.ts';
import { parseRupiah } from '../../money.ts';
import type { LinkedCase } from '../intake/case-link-events.ts';
import type { AccidentClaim } from './death-events.ts';

export const linkedAccidents = (
  links: readonly LinkedCase[],
  accidentDate: LocalDate | null,
): readonly string[] =>
  links
    .filter(({ kind, day }) => kind === 'INCIDENT' && day === accidentDate)
    .map(({ claimId }) => claimId);

/** Of several claims of one day the one that paid most for disability: it must be set off (K-34). */
export const gravest = (accidents: readonly AccidentClaim[]): AccidentClaim | null =>
  accidents.reduce<AccidentClaim | null>(
    (worst, accident) =>
      worst === null || parseRupiah(worst.disabilityIdr) < parseRupiah(accident.disabilityIdr)
        ? accident
        : worst,
    null,
  );
