// Keys by which another system acts as an officer: made with scopes and a last day, shown once, revoked.
import { formatInstant, formatLongDay } from '../../../copy/format.ts';
import { say, type Text } from '../../../copy/text.ts';
import { scopeOf, UPLOAD } from '../../api/caller.ts';
import { operations } from '../../api/operations.ts';
import type { Visit } from '../../house.ts';
import { Table, Tag } from '../../parts/data-parts.tsx';
import { ErrorNote, Field } from '../../parts/form-parts.tsx';
import { type Form, fieldOf, type Html } from '../../screen.ts';
import { peoplePhrases as phrases } from './people-phrases.ts';

const DAYS_MAX = 366;
const NAME_CHARS_MAX = 80;

const SCOPES = [...new Set([...operations, UPLOAD].map(scopeOf))].filter(
  (scope) => scope !== 'me:read',
);

export const ApiKeys = async (visit: Visit, actorId: string): Promise<Html> => {
  const { house, language } = visit;
  const keys = await house.identity.keysOf(actorId);
  const heads = [phrases.keyName, phrases.keyScopes, phrases.keyUntil, phrases.keyUsed];
  return (
    <>
      <Table
        caption={say(language, phrases.keys)}
        note={say(language, phrases.keysNote)}
        columns={heads.map((head) => ({ head: say(language, head) }))}
        rows={keys.map(({ id, name, scopes, expiresAt, revokedAt, usedOn }) => [
          revokedAt === null ? (
            <form method="post">
              {name}{' '}
              <button type="submit" name="act" value={`revoke ${id}`} class="quiet">
                {say(language, phrases.keyRevoke, { name })}
              </button>
            </form>
          ) : (
            <>
              {name} <Tag>{say(language, phrases.keyRevoked)}</Tag>
            </>
          ),
          <code>{scopes.join(' ')}</code>,
          formatInstant(expiresAt.toISOString(), language),
          usedOn === null ? say(language, phrases.keyNever) : formatLongDay(usedOn, language),
        ])}
        empty={say(language, phrases.keysNone)}
      />
      <form method="post" class="block">
        <Field name="name" label={say(language, phrases.keyName)} />
        <fieldset>
          <legend>{say(language, phrases.keyScopes)}</legend>
          <ul class="tag-list">
            {SCOPES.map((scope) => (
              <li>
                <label>
                  <input type="checkbox" name={`scope ${scope}`} /> <code>{scope}</code>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <Field
          name="days"
          label={say(language, phrases.keyDays)}
          inputmode="numeric"
          value="90"
          width="code"
        />
        <button type="submit" name="act" value="key">
          {say(language, phrases.keyMake)}
        </button>
      </form>
    </>
  );
};

const wrong = ({ language }: Visit, text: Text): Html => (
  <ErrorNote>
    <p>{say(language, text)}</p>
  </ErrorNote>
);

export const makeKey = async (visit: Visit, actorId: string, form: Form): Promise<Html> => {
  const { house, language, visitor } = visit;
  const name = fieldOf(form, 'name');
  const days = Number(fieldOf(form, 'days'));
  const scopes = SCOPES.filter((scope) => form.has(`scope ${scope}`));
  const isFit = Number.isSafeInteger(days) && days >= 1 && days <= DAYS_MAX;
  if (name === '' || name.length > NAME_CHARS_MAX || scopes.length === 0 || !isFit)
    return wrong(visit, phrases.keyWrong);
  const wish = { name, actorId, scopes, days, createdBy: visitor.actorId };
  const made = await house.identity.createKey(wish);
  if (made === undefined) return wrong(visit, phrases.keyOfPerson);
  const { key, expiresAt } = made;
  const until = formatInstant(expiresAt.toISOString(), language);
  return (
    <div class="note is-good" role="status">
      <p>{say(language, phrases.keyMade, { name, until })}</p>
      <p>
        <code class="key">{key}</code>
      </p>
    </div>
  );
};

export const revokeKey = async (visit: Visit, actorId: string, id: string): Promise<Html> => {
  await visit.house.identity.revokeKey({ id, actorId });
  return (
    <p class="note is-good" role="status">
      {say(visit.language, phrases.keyGone)}
    </p>
  );
};
