// The people of the offices: who holds what today, and whether they can sign in.
import { officeDay } from '../../../../domain/calendar.ts';
import { isWithin } from '../../../../domain/region.ts';
import type { ListedAccount } from '../../../../infra/identity/account-records.ts';
import { streamIds } from '../../../../infra/ids/stream-ids.ts';
import type { ActorRow } from '../../../../projections/actor-directory/actor-row.ts';
import { areasFrom, isHeldOn, listActors } from '../../../../projections/actor-directory.ts';
import { acts as actWords, offices, wordOf } from '../../../copy/code-words.ts';
import type { Language } from '../../../copy/format.ts';
import { say } from '../../../copy/text.ts';
import { officersNamed } from '../../cases/officers.ts';
import { areasOf } from '../../cases/own-area.ts';
import { PEOPLE_READERS } from '../../cases/readable-actor.tsx';
import type { Visit } from '../../house.ts';
import { Table, Tag } from '../../parts/data-parts.tsx';
import type { Html, Screen } from '../../screen.ts';
import { PEOPLE, personPath } from './people-paths.ts';
import { peoplePhrases as phrases } from './people-phrases.ts';

export const AccountTag = ({
  account,
  language,
}: {
  account: ListedAccount | undefined;
  language: Language;
}): Html => {
  if (account === undefined) return <span class="sub">{say(language, phrases.noAccount)}</span>;
  const { secondFactor, demo } = account;
  if (demo) return <Tag>{say(language, phrases.demo)}</Tag>;
  return (
    <Tag tone={secondFactor ? 'good' : 'warn'}>
      {say(language, secondFactor ? phrases.withCode : phrases.withoutCode)}
    </Tag>
  );
};

const actsText = (row: ActorRow, { desk, language }: Visit): string => {
  const today = officeDay(desk.now());
  const held = row.roles.filter((role) => isHeldOn(role, today));
  const words = [...new Set(held.map(({ act }) => wordOf(actWords, act, language)))];
  return words.length === 0 ? say(language, phrases.noActs) : words.join(', ');
};

const isAdministrator = ({ visitor }: Visit): boolean =>
  visitor.roles.some(({ act }) => act === 'administer');

/** Who administers a kecamatan makes no link, key or end for whoever has a letter beyond it. */
export const administers = (visit: Visit, row: ActorRow): boolean => {
  const own = areasOf(visit.visitor, ['administer']);
  const theirs = areasFrom(row, officeDay(visit.desk.now()));
  return own.length > 0 && theirs.every((area) => own.some((one) => isWithin(area, one)));
};

export const people: Screen = {
  path: PEOPLE,
  menu: phrases.title,
  acts: PEOPLE_READERS,
  async show(visit) {
    const { desk, language, house } = visit;
    const rows = await listActors(desk.db);
    const accounts = new Map(
      (await house.identity.accounts()).map((account) => [account.actorId, account]),
    );
    const nameOf = await officersNamed(
      desk,
      rows.map(({ actorId }) => actorId),
    );
    const title = say(language, phrases.title);
    const heads = [phrases.person, phrases.office, phrases.acts, phrases.signIn];
    return {
      title,
      body: (
        <>
          <div class="headline">
            <div>
              <h1>{title}</h1>
              <p class="lead">{say(language, phrases.lead)}</p>
            </div>
            {isAdministrator(visit) ? (
              <a class="button primary" href={`${PEOPLE}/baru`}>
                {say(language, phrases.add)}
              </a>
            ) : null}
          </div>
          <Table
            caption={title}
            hideCaption
            columns={heads.map((head) => ({ head: say(language, head) }))}
            rows={rows.map((row) => [
              <>
                <a href={personPath(streamIds.actor(row.actorId))}>{nameOf(row.actorId)}</a>
                <span class="sub">{row.actorId}</span>
              </>,
              wordOf(offices, row.office, language),
              actsText(row, visit),
              <AccountTag account={accounts.get(row.actorId)} language={language} />,
            ])}
            empty={say(language, phrases.none)}
          />
        </>
      ),
    };
  },
};
