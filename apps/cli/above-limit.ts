// A sum above somebody's limit: the refusal, and the people whose letters let them decide it.

import { officeDay } from '../../domain/calendar.ts';
import type { RupiahText } from '../../domain/money.ts';
import { actorsWhoMayDecide } from '../../projections/actor-directory.ts';
import { claimFile } from '../../projections/claim-file.ts';
import { workerById } from '../../projections/member-roster.ts';
import { claimPhrases as phrases } from '../copy/claim-phrases.ts';
import { offices, wordOf } from '../copy/code-words.ts';
import { say } from '../copy/text.ts';
import type { Outcome } from './outcome.ts';
import { type Refused, refusalOutcome, type Session } from './session.ts';

export const aboveLimit = async (
  session: Session,
  claimId: string,
  { answer, totalIdr }: { readonly answer: Refused; readonly totalIdr: RupiahText },
): Promise<Outcome> => {
  const { language } = session;
  const file = await claimFile(session.db, claimId);
  const worker = file && (await workerById(session.db, file.workerId));
  const may = await actorsWhoMayDecide(session.db, {
    act: 'approve-claim',
    area: worker?.kelurahan ?? '',
    day: officeDay(session.now()),
    amountIdr: totalIdr,
    benefit: file?.contents.benefits?.benefit ?? '',
  });
  const who = may.map(({ actorId, office }) => `${actorId} (${wordOf(offices, office, language)})`);
  const mayDecide = may.map(({ actorId }) => actorId);
  const refusal = refusalOutcome(session, answer, { mayDecide });
  const said =
    who.length === 0
      ? say(language, phrases.aboveLimitNobody)
      : say(language, phrases.aboveLimit, { who: who.join(', ') });
  return { ...refusal, lines: [...refusal.lines, said] };
};
