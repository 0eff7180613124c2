// One's own account: who, for which office, with which acts, areas and letters, until when.
import type { Role } from '../../../../domain/office/decider.ts';
import { areaName } from '../../../../domain/region.ts';
import { acts, offices, wordOf } from '../../../copy/code-words.ts';
import { formatLongDay, type Language } from '../../../copy/format.ts';
import { say } from '../../../copy/text.ts';
import { Facts, Table } from '../../parts/data-parts.tsx';
import type { Html, Screen } from '../../screen.ts';
import { accountPhrases as phrases } from './account-phrases.ts';

export const areaText = (area: string): string => {
  const name = areaName(area);
  return name === undefined || name === area ? area : `${name} (${area})`;
};

const untilText = ({ to }: Role, language: Language): string =>
  to === null ? say(language, phrases.openEnded) : formatLongDay(to, language);

export const RoleTable = ({
  roles,
  language,
}: {
  readonly roles: readonly Role[];
  readonly language: Language;
}): Html => (
  <Table
    caption={say(language, phrases.roles)}
    columns={[phrases.act, phrases.area, phrases.letter, phrases.until].map((one) => ({
      head: say(language, one),
    }))}
    rows={roles.map((role) => [
      <>
        {wordOf(acts, role.act, language)}
        {role.principalId === null ? null : (
          <span class="sub">{say(language, phrases.lentBy, { principal: role.principalId })}</span>
        )}
      </>,
      areaText(role.area),
      role.letter,
      untilText(role, language),
    ])}
    empty={say(language, phrases.rolesNone)}
  />
);

export const account: Screen = {
  path: '/akun',
  acts: 'everyone',
  show({ visitor, language }) {
    const title = say(language, phrases.title);
    const { secondFactor, username } = visitor.account;
    return {
      title,
      body: (
        <>
          <h1>{title}</h1>
          <Facts
            items={[
              [say(language, phrases.person), visitor.name],
              [say(language, phrases.office), wordOf(offices, visitor.office, language)],
              [say(language, phrases.accountName), username],
              [
                say(language, phrases.factor),
                <>
                  {say(language, secondFactor ? phrases.factorOn : phrases.factorOff)}{' '}
                  {secondFactor ? null : (
                    <a href="/akun/pengaman">{say(language, phrases.factorAdd)}</a>
                  )}
                </>,
              ],
            ]}
          />
          <RoleTable roles={visitor.roles} language={language} />
        </>
      ),
    };
  },
};
