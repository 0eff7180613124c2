// Papers of a claim whose very content lies in another claim too, as whoever verifies must see it.
import { type PaperTwice, papersInOtherClaims } from '../../projections/paper-index.ts';
import { paperKinds } from '../copy/claim-words.ts';
import { wordOf } from '../copy/code-words.ts';
import { formatInstant, type Language } from '../copy/format.ts';
import { paperPhrases as phrases } from '../copy/paper-phrases.ts';
import { say } from '../copy/text.ts';
import type { Session } from './session.ts';

const lineOf = ({ documentId, kind, elsewhere }: PaperTwice, language: Language): string => {
  const where = elsewhere
    .map((use) =>
      say(language, phrases.useElsewhere, {
        ...{ claim: use.claimId, document: use.documentId },
        kind: wordOf(paperKinds, use.kind, language),
        at: formatInstant(use.receivedAt, language),
      }),
    )
    .join('; ');
  const said = say(language, phrases.sameElsewhere, { where });
  return `${documentId}  ${wordOf(paperKinds, kind, language)}: ${said}`;
};

export const papersElsewhere = async (
  { db, language }: Pick<Session, 'db' | 'language'>,
  claimId: string,
): Promise<{ readonly papers: readonly PaperTwice[]; readonly lines: readonly string[] }> => {
  const papers = (await papersInOtherClaims(db, [claimId])).get(claimId) ?? [];
  return { papers, lines: papers.map((paper) => lineOf(paper, language)) };
};
