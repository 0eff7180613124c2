// One person: every act ever given with its letter, an invitation, the end of their sessions.
import type { ActorRow, HeldRole } from '../../../../projections/actor-directory/actor-row.ts';
import { acts as actWords, offices, wordOf } from '../../../copy/code-words.ts';
import { formatInstant, formatLongDay, formatRupiah } from '../../../copy/format.ts';
import { say } from '../../../copy/text.ts';
import { ActButtons, heldActs } from '../../acts/act-buttons.tsx';
import { RecordedNote } from '../../acts/act-screen.tsx';
import { actorActs } from '../../acts/actor/acts.ts';
import { officersNamed } from '../../cases/officers.ts';
import { PEOPLE_READERS, readableActor } from '../../cases/readable-actor.tsx';
import type { Visit } from '../../house.ts';
import { notFound } from '../../not-found.ts';
import { Facts, Table, Tag } from '../../parts/data-parts.tsx';
import { ErrorNote } from '../../parts/form-parts.tsx';
import { type Form, fieldOf, type Html, type Screen, type Shown } from '../../screen.ts';
import { areaText } from '../account/account.tsx';
import { streamPath } from '../audit/audit-paths.ts';
import { ApiKeys, makeKey, revokeKey } from './api-keys.tsx';
import { AccountTag, administers } from './people.tsx';
import { PEOPLE, personPath } from './people-paths.ts';
import { peoplePhrases as phrases } from './people-phrases.ts';

const INVITATION_HOURS = 72;

const periodCell = ({ from, to, endedOn, endReason }: HeldRole, { language }: Visit): Html => {
  const first = formatLongDay(from, language);
  const text =
    to === null
      ? say(language, phrases.periodOpen, { from: first })
      : say(language, phrases.periodTo, { from: first, to: formatLongDay(to, language) });
  if (endedOn === null) return <>{text}</>;
  const on = formatLongDay(endedOn, language);
  return (
    <>
      <Tag>{say(language, phrases.ends)}</Tag>
      <span class="sub">{text}</span>
      <span class="sub">{say(language, phrases.endedOn, { on, reason: endReason ?? '' })}</span>
    </>
  );
};

const limitText = ({ limit }: HeldRole, { language }: Visit): string => {
  if (limit === null) return say(language, phrases.noLimit);
  const sum =
    limit.upToIdr === undefined
      ? []
      : [say(language, phrases.upTo, { sum: formatRupiah(limit.upToIdr, language) })];
  return [...sum, ...(limit.benefits ?? [])].join(', ');
};

const Roles = ({
  row,
  visit,
  nameOf,
}: {
  row: ActorRow;
  visit: Visit;
  nameOf: (actorId: string) => string;
}): Html => {
  const { language } = visit;
  const heads = [phrases.act, phrases.area, phrases.letter, phrases.period, phrases.limit];
  return (
    <Table
      caption={say(language, phrases.roles)}
      columns={heads.map((head) => ({ head: say(language, head) }))}
      rows={row.roles.map((role) => [
        <>
          {wordOf(actWords, role.act, language)}
          {role.principalId === null ? null : (
            <span class="sub">
              {say(language, phrases.lentBy, { name: nameOf(role.principalId) })}
            </span>
          )}
        </>,
        areaText(role.area),
        role.letter,
        periodCell(role, visit),
        limitText(role, visit),
      ])}
      empty={say(language, phrases.rolesNone)}
    />
  );
};

const SessionForms = ({
  visit: { language },
  hasAccount,
}: {
  visit: Visit;
  hasAccount: boolean;
}): Html => (
  <form method="post" class="actions">
    {hasAccount ? (
      <button type="submit" name="act" value="end-sessions" class="danger">
        {say(language, phrases.endSessions)}
      </button>
    ) : (
      <button type="submit" name="act" value="invite">
        {say(language, phrases.invite)}
      </button>
    )}
  </form>
);

const page = async (visit: Visit, id: string, said?: Html): Promise<Shown> => {
  const { desk, language, house, visitor } = visit;
  const row = await readableActor(desk, id);
  if (row === undefined) return notFound(language);
  const { actorId, office } = row;
  const people = [actorId, ...row.roles.flatMap(({ principalId }) => principalId ?? [])];
  const nameOf = await officersNamed(desk, people);
  const account = (await house.identity.accounts()).find((one) => one.actorId === actorId);
  const acts = await heldActs(visit, { acts: actorActs, streamId: id });
  const title = nameOf(actorId);
  const mayAdminister = administers(visit, row);
  return {
    title,
    body: (
      <>
        <p class="crumb">
          <a href={PEOPLE}>{say(language, phrases.title)}</a>
        </p>
        <h1>{title}</h1>
        {await RecordedNote({ visit, id })}
        {said ?? null}
        <Facts
          items={[
            [say(language, phrases.actor), actorId],
            [say(language, phrases.office), wordOf(offices, office, language)],
            [say(language, phrases.signIn), <AccountTag account={account} language={language} />],
          ]}
        />
        <ActButtons visit={visit} path={personPath(id)} acts={acts} />
        {mayAdminister ? <SessionForms visit={visit} hasAccount={account !== undefined} /> : null}
        <Roles row={row} visit={visit} nameOf={nameOf} />
        {mayAdminister ? await ApiKeys(visit, actorId) : null}
        {visitor.roles.some(({ act }) => act === 'audit') ? (
          <p class="actions">
            <a class="button" href={streamPath(id)}>
              {say(language, phrases.history)}
            </a>
          </p>
        ) : null}
      </>
    ),
  };
};

const invite = async (visit: Visit, actorId: string): Promise<Html> => {
  const { house, language, desk } = visit;
  if (await house.identity.hasKey(actorId))
    return (
      <ErrorNote>
        <p>{say(language, phrases.inviteHeld)}</p>
      </ErrorNote>
    );
  const { token, expiresAt } = await house.identity.invite({ actorId, hours: INVITATION_HOURS });
  const name = (await officersNamed(desk, [actorId]))(actorId);
  const until = formatInstant(expiresAt.toISOString(), language);
  return (
    <div class="note is-good" role="status">
      <p>{say(language, phrases.invited, { name, until })}</p>
      <p>
        <code class="key">{`${house.publicUrl}/undangan/${token}`}</code>
      </p>
    </div>
  );
};

const endSessions = async ({ house, language }: Visit, actorId: string): Promise<Html> => (
  <p class="note is-good" role="status">
    {say(language, phrases.sessionsEnded, { count: await house.identity.endSessions(actorId) })}
  </p>
);

const REVOKE = 'revoke ';

const done = async (visit: Visit, actorId: string, form: Form): Promise<Html> => {
  const act = fieldOf(form, 'act');
  if (act === 'invite') return invite(visit, actorId);
  if (act === 'key') return makeKey(visit, actorId, form);
  if (act.startsWith(REVOKE)) return revokeKey(visit, actorId, act.slice(REVOKE.length));
  return endSessions(visit, actorId);
};

export const person: Screen = {
  path: `${PEOPLE}/:id`,
  acts: PEOPLE_READERS,
  show: (visit, { id = '' }) => page(visit, id),
  async submit(visit, { id = '' }, form) {
    const row = await readableActor(visit.desk, id);
    if (row === undefined || !administers(visit, row)) return notFound(visit.language);
    return page(visit, id, await done(visit, row.actorId, form));
  },
};
