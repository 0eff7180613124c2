// `lindung account …`: who can sign in; invitations, and the first administrator's link.
import type { Command } from 'commander';
import { officeDay } from '../../../domain/calendar.ts';
import { readSettings } from '../../../infra/config/settings.ts';
import { hasNoAccounts, invite, listAccounts } from '../../../infra/identity/account-records.ts';
import { hasKey } from '../../../infra/identity/api-keys.ts';
import { openIdentityPool } from '../../../infra/identity/auth.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { runningInstallation } from '../../../infra/local/runtime-file.ts';
import { actorById, areasFrom } from '../../../projections/actor-directory.ts';
import { accountColumns, accountPhrases as phrases } from '../../copy/account-phrases.ts';
import { formatInstant } from '../../copy/format.ts';
import { officePhrases } from '../../copy/office-phrases.ts';
import { stackPhrases } from '../../copy/operate-phrases.ts';
import { say } from '../../copy/text.ts';
import { refusedAct } from '../authority.ts';
import type { Cli } from '../cli.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { pageLines } from '../page-lines.ts';
import type { Session } from '../session.ts';

const INVITATION_HOURS = 72;
const FIRST_LINK_HOURS = 24;

type Pool = ReturnType<typeof openIdentityPool>;

const withPool = async <T>(
  { connection }: Session,
  work: (pool: Pool) => Promise<T>,
): Promise<T> => {
  const { databaseUrl: url, databaseIdentity: identity } = connection;
  const pool = openIdentityPool({ url, applicationName: 'lindung:cli', identity });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
};

/** Where people reach the pages: as the operator named it, else the program that runs here. */
export const webAddress = (dataDir: string): string | undefined =>
  readSettings().webUrl ??
  runningInstallation(dataDir)?.services.find(({ name }) => name === 'web')?.address;

const link = async (
  session: Session,
  pool: Pool,
  wish: { readonly actorId: string | null; readonly hours: number },
): Promise<Outcome> => {
  const { language, connection } = session;
  const address = webAddress(connection.dataDir);
  if (address === undefined) return refusedWith('WebAway', say(language, phrases.noWeb));
  const { token, expiresAt } = await invite(pool, wish);
  const url = `${address}/undangan/${token}`;
  const until = formatInstant(expiresAt.toISOString(), language);
  const { actorId: actor } = wish;
  const line =
    actor === null
      ? say(language, phrases.firstLink, { until })
      : say(language, phrases.invited, { actor, until });
  return done({ actorId: actor, url, expiresAt: expiresAt.toISOString() }, [line, `  ${url}`]);
};

const firstLink = (session: Session): Promise<Outcome> =>
  withPool(session, async (pool) =>
    (await hasNoAccounts(pool))
      ? link(session, pool, { actorId: null, hours: FIRST_LINK_HOURS })
      : refusedWith('AccountsExist', say(session.language, phrases.hasAccounts)),
  );

const inviteActor = async (session: Session, actorId: string): Promise<Outcome> => {
  const person = await actorById(session.db, actorId);
  const areas = person === undefined ? [] : areasFrom(person, officeDay(session.now()));
  for (const area of [null, ...areas]) {
    const refusal = await refusedAct(session, ['administer'], area);
    if (refusal !== undefined) return refusal;
  }
  const { language } = session;
  if ((await session.store.loadStream(streamIds.actor(actorId))).length === 0)
    return refusedWith(
      'ActorNotFound',
      say(language, officePhrases.actorUnknown, { actor: actorId }),
    );
  return withPool(session, async (pool) =>
    (await hasKey(pool, actorId))
      ? refusedWith('ActorHeldByKey', say(language, phrases.heldByKey, { actor: actorId }))
      : link(session, pool, { actorId, hours: INVITATION_HOURS }),
  );
};

const listed = (session: Session): Promise<Outcome> =>
  withPool(session, async (pool) => {
    const { language } = session;
    const accounts = await listAccounts(pool);
    const lines = pageLines(language, {
      columns: [accountColumns.account, accountColumns.actor, accountColumns.codes],
      rows: accounts.map(({ username, actorId, secondFactor }) => [
        username,
        actorId,
        say(language, secondFactor ? stackPhrases.yes : stackPhrases.no),
      ]),
      empty: say(language, phrases.accountsNone),
    });
    return done(accounts, lines);
  });

export const registerAccount = (program: Command, cli: Cli): void => {
  const account = program.command('account');
  account.command('list').action(() => cli.perform(listed));
  account.command('first-link').action(() => cli.perform(firstLink));
  account
    .command('invite')
    .argument('<actor>')
    .action((actorId: string) => cli.act((session) => inviteActor(session, actorId)));
};
