// Who acts on the command line: whoever signed in here; a bare name only where names are taken on trust.
import { stateOf } from '../../activities/deciders.ts';
import { officeDay } from '../../domain/calendar.ts';
import { actorDecider } from '../../domain/office/decider.ts';
import { SECOND_FACTOR_ACTS } from '../../domain/office/second-factor.ts';
import {
  holderOfToken,
  type TokenHolder,
  takesNamesOnTrust,
} from '../../infra/identity/session-records.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import { loginPhrases as phrases } from '../copy/login-phrases.ts';
import { say } from '../copy/text.ts';
import { loginsAt } from './login-file.ts';
import { NOBODY, type Session } from './session.ts';

export type Acting =
  | { readonly status: 'known'; readonly actorId: string }
  | { readonly status: 'refused'; readonly code: string; readonly sentence: string };

type At = Pick<Session, 'store' | 'now' | 'db' | 'connection' | 'language'>;

/** Whoever decides, pays, audits or administers, and has no second factor, does nothing by a token. */
export const lacksSecondFactor = async (
  { store, now }: Pick<Session, 'store' | 'now'>,
  { actorId, secondFactor, demo }: TokenHolder,
): Promise<boolean> => {
  if (secondFactor || demo) return false;
  const state = stateOf(actorDecider, await store.loadStream(streamIds.actor(actorId)));
  const today = officeDay(now());
  return state.roles.some(
    ({ act, from, to }) =>
      SECOND_FACTOR_ACTS.includes(act) && from <= today && (to === null || today <= to),
  );
};

/** Undefined: nobody of that name has signed in here, or the session is over. */
const signedIn = async (
  { db, connection }: At,
  wished: string | undefined,
): Promise<TokenHolder | undefined> => {
  const logins = loginsAt(connection.dataDir).filter(
    ({ actorId, username }) => wished === undefined || actorId === wished || username === wished,
  );
  for (const { token } of logins) {
    const holder = await holderOfToken(db, token);
    if (holder !== undefined) return holder;
  }
  return undefined;
};

const refused = (code: string, sentence: string): Acting => ({
  ...{ status: 'refused', code, sentence },
});

/** `--as` chooses among those who signed in; it makes nobody somebody. */
export const actingPerson = async (at: At, wished: string | undefined): Promise<Acting> => {
  const { db, language } = at;
  const holder = await signedIn(at, wished);
  if (holder !== undefined)
    return (await lacksSecondFactor(at, holder))
      ? refused('SecondFactorMissing', say(language, phrases.needsCode))
      : { status: 'known', actorId: holder.actorId };
  if (wished === undefined) return { status: 'known', actorId: NOBODY };
  if (await takesNamesOnTrust(db)) return { status: 'known', actorId: wished };
  return refused('NotSignedIn', say(language, phrases.notSignedIn, { name: wished }));
};
