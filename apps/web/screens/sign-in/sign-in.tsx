// Sign-in: account name and password; what is wrong is said without telling which of the two.
import { say } from '../../../copy/text.ts';
import { ErrorNote, Field } from '../../parts/form-parts.tsx';
import {
  fieldOf,
  type Guest,
  type Html,
  ownPath,
  type PublicScreen,
  type Shown,
} from '../../screen.ts';
import { signInPhrases as phrases } from './sign-in-phrases.ts';

export const minutesOf = (seconds: number): number => Math.max(1, Math.ceil(seconds / 60));

type Given = { readonly username?: string; readonly error?: string; readonly note?: string };

const SignInForm = ({ guest, given }: { guest: Guest; given: Given }): Html => {
  const { language, query } = guest;
  return (
    <section class="narrow">
      <h1>{say(language, phrases.title)}</h1>
      <p class="lead">{say(language, phrases.lead)}</p>
      {given.error === undefined ? null : <ErrorNote>{given.error}</ErrorNote>}
      {given.note === undefined ? null : (
        <div class="note is-good" role="status">
          {given.note}
        </div>
      )}
      <form method="post" action="/masuk" class="card">
        <input type="hidden" name="ke" value={ownPath(query.get('ke'), '/')} />
        <Field
          name="username"
          label={say(language, phrases.username)}
          value={given.username}
          autocomplete="username"
          autocapitalize="none"
          autofocus={given.username === undefined}
        />
        <Field
          name="password"
          type="password"
          label={say(language, phrases.password)}
          autocomplete="current-password"
          autofocus={given.username !== undefined}
        />
        <button type="submit" class="primary">
          {say(language, phrases.enter)}
        </button>
      </form>
      <p class="hint">{say(language, phrases.noAccount)}</p>
    </section>
  );
};

const shown = (guest: Guest, given: Given = {}, status: Shown['status'] = 200): Shown => ({
  title: [
    ...(given.error === undefined ? [] : [given.error]),
    say(guest.language, phrases.title),
  ].join(' · '),
  status,
  body: <SignInForm guest={guest} given={given} />,
});

const made = ({ language, query }: Guest): Given => {
  const username = query.get('akun');
  return username === null ? {} : { username, note: say(language, phrases.made, { username }) };
};

export const signIn: PublicScreen = {
  path: '/masuk',
  show: (guest) => shown(guest, made(guest)),
  async submit(guest, _params, form) {
    const { language, house, address } = guest;
    const username = fieldOf(form, 'username').toLowerCase();
    const password = form.get('password') ?? '';
    const answer = await house.identity.signIn({ username, password, address });
    const onward = ownPath(form.get('ke'), '/');
    switch (answer.status) {
      case 'signed-in':
        return { goTo: onward, cookies: answer.cookies };
      case 'code-asked':
        return { goTo: `/masuk/kode?ke=${encodeURIComponent(onward)}`, cookies: answer.cookies };
      case 'wrong':
        return shown(guest, { username, error: say(language, phrases.wrong) }, 422);
      case 'wait': {
        const minutes = minutesOf(answer.seconds);
        return shown(guest, { username, error: say(language, phrases.wait, { minutes }) }, 429);
      }
    }
  },
};
