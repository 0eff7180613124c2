// Other claims of the same person, one line each: the death of an accident, the accident of a death.
import type { ClaimFileRow } from '../../projections/claim-file/file-row.ts';
import { formatDay, type Language } from '../copy/format.ts';
import { incidentPhrases as phrases } from '../copy/incident-phrases.ts';
import { say } from '../copy/text.ts';

export const linkedLines = (
  { facts: { links } }: Pick<ClaimFileRow, 'facts'>,
  language: Language,
): readonly string[] =>
  links.map(({ kind, claimId: id, day }) =>
    say(language, kind === 'DEATH' ? phrases.linkedDeath : phrases.linkedIncident, {
      ...{ id, day: formatDay(day, language) },
    }),
  );
