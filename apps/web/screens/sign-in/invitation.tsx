// An invitation: one link, one account; the very first one also makes the first administrator.
import { OFFICES, type Office } from '../../../../domain/actor.ts';
import { isAreaCode } from '../../../../domain/region.ts';
import type { Joined } from '../../../../infra/identity/identity.ts';
import { offices, wordOf } from '../../../copy/code-words.ts';
import { say, type Text } from '../../../copy/text.ts';
import { registerFirstAdministrator } from '../../first-administrator.ts';
import { ErrorNote, Field, Select } from '../../parts/form-parts.tsx';
import {
  type Form,
  fieldOf,
  type Guest,
  type Html,
  type PublicScreen,
  type Shown,
} from '../../screen.ts';
import { signInPhrases as phrases } from './sign-in-phrases.ts';

const PROBLEMS: Readonly<Record<Exclude<Joined['status'], 'joined'>, Text>> = {
  'invitation-over': phrases.invitationOver,
  'username-taken': phrases.usernameTaken,
  'username-unfit': phrases.usernameUnfit,
  'password-unfit': phrases.passwordUnfit,
  'account-exists': phrases.accountExists,
  'held-by-key': phrases.heldByKey,
};

const over = ({ language }: Guest): Shown => ({
  title: say(language, phrases.inviteTitle),
  status: 404,
  body: (
    <section class="notice-page">
      <h1>{say(language, phrases.inviteTitle)}</h1>
      <p class="lead">{say(language, phrases.invitationOver)}</p>
    </section>
  ),
});

type Given = { readonly form?: Form; readonly error?: string };

const FirstFields = ({ guest, form }: { guest: Guest; form: Form | undefined }): Html => {
  const { language } = guest;
  const value = (name: string) => form?.get(name);
  return (
    <>
      <Field
        name="name"
        label={say(language, phrases.name)}
        value={value('name')}
        autocomplete="name"
      />
      <Select
        name="office"
        label={say(language, phrases.office)}
        value={value('office') ?? 'DISNAKER'}
        options={OFFICES.filter((one) => one !== 'SYSTEM').map((one) => ({
          value: one,
          word: wordOf(offices, one, language),
        }))}
      />
      <Field
        name="area"
        label={say(language, phrases.area)}
        hint={say(language, phrases.areaHint)}
        value={value('area')}
        width="day"
      />
      <Field name="letter" label={say(language, phrases.letter)} value={value('letter')} />
    </>
  );
};

const shown = (
  guest: Guest,
  of: { readonly token: string; readonly actorId: string | null },
  { form, error }: Given = {},
): Shown => {
  const { language } = guest;
  const { token, actorId } = of;
  const title = say(language, actorId === null ? phrases.firstTitle : phrases.inviteTitle);
  const lead =
    actorId === null
      ? say(language, phrases.firstLead)
      : say(language, phrases.inviteLead, { actor: actorId });
  return {
    title: error === undefined ? title : `${error} · ${title}`,
    status: error === undefined ? 200 : 422,
    body: (
      <section class="narrow">
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        {error === undefined ? null : <ErrorNote>{error}</ErrorNote>}
        <form method="post" action={`/undangan/${token}`} class="card">
          {actorId === null ? <FirstFields guest={guest} form={form} /> : null}
          <Field
            name="username"
            label={say(language, phrases.username)}
            hint={say(language, phrases.usernameHint)}
            value={form?.get('username') ?? actorId ?? undefined}
            autocomplete="username"
            autocapitalize="none"
          />
          <Field
            name="password"
            type="password"
            label={say(language, phrases.password)}
            hint={say(language, phrases.passwordHint)}
            autocomplete="new-password"
          />
          <Field
            name="again"
            type="password"
            label={say(language, phrases.passwordAgain)}
            autocomplete="new-password"
          />
          <button type="submit" class="primary">
            {say(language, phrases.make)}
          </button>
        </form>
      </section>
    ),
  };
};

const isOffice = (text: string): text is Exclude<Office, 'SYSTEM'> =>
  text !== 'SYSTEM' && OFFICES.some((one) => one === text);

/** The person first, then the account: an account of nobody would open nothing. */
const person = async (
  guest: Guest,
  username: string,
  form: Form,
): Promise<{ readonly actorId: string } | { readonly error: string }> => {
  const [office, area] = [fieldOf(form, 'office'), fieldOf(form, 'area')];
  if (!isOffice(office)) return { error: say(guest.language, phrases.office) };
  if (!isAreaCode(area)) return { error: say(guest.language, phrases.areaHint) };
  const made = { actorId: username, office, area };
  const [name, letter] = [fieldOf(form, 'name'), fieldOf(form, 'letter')];
  return registerFirstAdministrator(guest, { ...made, name, letter });
};

export const invitation: PublicScreen = {
  path: '/undangan/:token',
  async show(guest, { token = '' }) {
    const found = await guest.house.identity.invitation(token);
    return found === undefined ? over(guest) : shown(guest, { token, actorId: found.actorId });
  },
  async submit(guest, { token = '' }, form) {
    const { language, house } = guest;
    const found = await house.identity.invitation(token);
    if (found === undefined) return over(guest);
    const at = { token, actorId: found.actorId };
    const username = fieldOf(form, 'username').toLowerCase();
    const password = form.get('password') ?? '';
    if (password !== form.get('again'))
      return shown(guest, at, { form, error: say(language, phrases.passwordsDiffer) });
    const unfit = house.identity.unfit({ username, password });
    if (unfit !== undefined)
      return shown(guest, at, { form, error: say(language, PROBLEMS[unfit]) });
    const who =
      found.actorId === null ? await person(guest, username, form) : { actorId: found.actorId };
    if ('error' in who) return shown(guest, at, { form, error: who.error });
    const joined = await house.identity.join(token, { actorId: who.actorId, username, password });
    if (joined.status === 'joined')
      return { goTo: `/masuk?akun=${encodeURIComponent(joined.username)}` };
    return shown(guest, at, { form, error: say(language, PROBLEMS[joined.status]) });
  },
};
