// A person of an office is registered: the name is sealed before anything leaves this page.
import { OFFICES, type Office } from '../../../../domain/actor.ts';
import { streamIds } from '../../../../infra/ids/stream-ids.ts';
import { envelope, isRefused, sealFields, untilShown } from '../../../cli/session.ts';
import { refusalText } from '../../../copy/catalogue.ts';
import { offices, wordOf } from '../../../copy/code-words.ts';
import { say, type Text } from '../../../copy/text.ts';
import type { Visit } from '../../house.ts';
import { ErrorNote, Field, Select } from '../../parts/form-parts.tsx';
import { type Answered, type Form, fieldOf, type Screen, type Shown } from '../../screen.ts';
import { PEOPLE, personPath } from './people-paths.ts';
import { peoplePhrases as phrases } from './people-phrases.ts';

const ACTOR_ID = /^[a-z][a-z0-9-]{2,39}$/;
const SHOWN_WITHIN_MS = 2_000;
const NAME_CHARS_MAX = 120;

type Given = { readonly actorId: string; readonly name: string; readonly office: string };
type Wrong = Readonly<Partial<Record<keyof Given, Text>>>;

type Filled = {
  readonly given: Given;
  readonly commandId: string;
  readonly wrong: Wrong;
  readonly refused?: string;
};

const OWN = OFFICES.filter((office) => office !== 'SYSTEM');

const page = ({ language }: Visit, { given, commandId, wrong, refused }: Filled): Shown => {
  const title = say(language, phrases.add);
  const isWrong = refused !== undefined || Object.keys(wrong).length > 0;
  const error = (name: keyof Given) =>
    wrong[name] === undefined ? {} : { error: say(language, wrong[name]) };
  return {
    title,
    status: isWrong ? 422 : 200,
    body: (
      <section class="act-page">
        <p class="crumb">
          <a href={PEOPLE}>{say(language, phrases.title)}</a>
        </p>
        <h1>{title}</h1>
        <p class="lead">{say(language, phrases.addLead)}</p>
        {refused === undefined ? null : (
          <ErrorNote>
            <h2>{say(language, phrases.refused)}</h2>
            <p>{refused}</p>
          </ErrorNote>
        )}
        <form method="post" class="card">
          <input type="hidden" name="_command" value={commandId} />
          <Field
            name="actorId"
            label={say(language, phrases.actor)}
            hint={say(language, phrases.actorHint)}
            value={given.actorId}
            autocapitalize="none"
            {...error('actorId')}
          />
          <Field
            name="name"
            label={say(language, phrases.person)}
            value={given.name}
            {...error('name')}
          />
          <Select
            name="office"
            label={say(language, phrases.office)}
            value={given.office}
            empty={say(language, phrases.chooseOffice)}
            options={OWN.map((value) => ({ value, word: wordOf(offices, value, language) }))}
            {...error('office')}
          />
          <div class="actions">
            <button type="submit" class="primary">
              {title}
            </button>
            <a href={PEOPLE}>{say(language, phrases.back)}</a>
          </div>
        </form>
      </section>
    ),
  };
};

const wrongIn = ({ actorId, name, office }: Given): Wrong => ({
  ...(!ACTOR_ID.test(actorId) && { actorId: phrases.actorWrong }),
  ...((name === '' || name.length > NAME_CHARS_MAX) && { name: phrases.nameWrong }),
  ...(!OWN.some((one) => one === office) && { office: phrases.officeWrong }),
});

const register = async (visit: Visit, filled: Filled): Promise<Answered> => {
  const { given, commandId } = filled;
  const { actorId, name } = given;
  const office = OWN.find((one): one is Exclude<Office, 'SYSTEM'> => one === given.office);
  const stream = streamIds.actor(actorId);
  const desk = { ...visit.desk, commandId };
  const sealed = await sealFields(desk, stream, commandId, { name: ['actor.name', name] });
  const answer = await desk.gateway.send(
    envelope(desk, 'actor', stream, {
      type: 'RegisterActor',
      data: { actorId, office: office ?? 'KELURAHAN', firstAdministrator: false, ...sealed },
    }),
  );
  if (isRefused(answer))
    return page(visit, { ...filled, refused: refusalText(answer, visit.language) });
  await untilShown(desk, answer, SHOWN_WITHIN_MS);
  return { goTo: `${personPath(stream)}?tercatat=${commandId}` };
};

const givenIn = (form: Form): Given => ({
  actorId: fieldOf(form, 'actorId').toLowerCase(),
  name: fieldOf(form, 'name'),
  office: fieldOf(form, 'office'),
});

const EMPTY: Given = { actorId: '', name: '', office: '' };

export const newPerson: Screen = {
  path: `${PEOPLE}/baru`,
  acts: ['administer'],
  show: (visit) =>
    page(visit, { given: EMPTY, commandId: visit.desk.gateway.newCommandId(), wrong: {} }),
  async submit(visit, _, form) {
    const given = givenIn(form);
    const sent = fieldOf(form, '_command');
    const commandId = /^[0-9a-f-]{36}$/.test(sent) ? sent : visit.desk.gateway.newCommandId();
    const wrong = wrongIn(given);
    const filled = { given, commandId, wrong };
    return Object.keys(wrong).length > 0 ? page(visit, filled) : register(visit, filled);
  },
};
