// Authority for what no command records: reading personal data, destroying a key, repairing the log.
import { authoriseAct } from '../../activities/authority.ts';
import { type Acts, WORKER_READERS } from '../../domain/office/reading-acts.ts';
import { contentHash } from '../../infra/event-store/content-hash.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import { acts as actWords, wordOf } from '../copy/code-words.ts';
import { deskPhrases } from '../copy/desk-phrases.ts';
import { say } from '../copy/text.ts';
import { type Outcome, refusedWith } from './outcome.ts';
import { refusalOutcome, type Session } from './session.ts';
import { whoMayLines } from './who-may.ts';

/** The content of the QR code stands for the card: only whoever hands it over may print it. */
export const CARD_ISSUERS: Acts = ['hand-over-card'];

/** History that tells of no person: whoever holds an office act, and auditors. */
export const HISTORY_READERS: Acts = ['administer', 'grant-mandate', ...WORKER_READERS];

/** Undefined when the acting person holds one of the acts there; else the refusal to print. */
export const refusedAct = async (
  session: Session,
  acts: Acts,
  area: string | null,
): Promise<Outcome | undefined> => {
  const ports = {
    store: session.store,
    ids: streamIds,
    keys: session.keys,
    clock: session.now,
    hash: contentHash,
    fault: () => undefined,
  };
  const { language } = session;
  let last: Outcome | undefined;
  for (const act of acts) {
    const authority = await authoriseAct(ports, session.actorId, { act, area });
    if ('acting' in authority) return undefined;
    const refusal = refusalOutcome(session, authority);
    last = { ...refusal, lines: [...refusal.lines, ...(await whoMayLines(session, authority))] };
    // Nobody of that name holds any act: no need to ask for the others.
    if (authority.code !== 'ActNotHeld') return last;
  }
  if (acts.length === 1) return last;
  const words = acts.map((act) => wordOf(actWords, act, language)).join(', ');
  const sentence = say(language, deskPhrases.readingNotAllowed, { acts: words });
  return refusedWith('ActNotHeld', sentence, { status: 'refused', code: 'ActNotHeld', acts });
};
