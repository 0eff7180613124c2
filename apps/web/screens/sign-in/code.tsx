// The second step of signing in: the code of the app, or one kept on paper.
import { say } from '../../../copy/text.ts';
import { ErrorNote, Field } from '../../parts/form-parts.tsx';
import { fieldOf, type Guest, ownPath, type PublicScreen, type Shown } from '../../screen.ts';
import { minutesOf } from './sign-in.tsx';
import { signInPhrases as phrases } from './sign-in-phrases.ts';

const shown = (guest: Guest, onward: string, error?: string): Shown => {
  const { language } = guest;
  const title = say(language, phrases.codeTitle);
  return {
    title: error === undefined ? title : `${error} · ${title}`,
    status: error === undefined ? 200 : 422,
    body: (
      <section class="narrow">
        <h1>{title}</h1>
        <p class="lead">{say(language, phrases.codeLead)}</p>
        {error === undefined ? null : <ErrorNote>{error}</ErrorNote>}
        <form method="post" action="/masuk/kode" class="card">
          <input type="hidden" name="ke" value={onward} />
          <Field
            name="code"
            label={say(language, phrases.code)}
            hint={say(language, phrases.codeHint)}
            autocomplete="one-time-code"
            autocapitalize="none"
            width="code"
            autofocus
          />
          <button type="submit" class="primary">
            {say(language, phrases.codeSend)}
          </button>
        </form>
      </section>
    ),
  };
};

export const code: PublicScreen = {
  path: '/masuk/kode',
  show: (guest) => shown(guest, ownPath(guest.query.get('ke'), '/')),
  async submit(guest, _params, form) {
    const { language, house, headers } = guest;
    const onward = ownPath(form.get('ke'), '/');
    const answer = await house.identity.giveCode({ code: fieldOf(form, 'code'), headers });
    switch (answer.status) {
      case 'signed-in':
        return { goTo: onward, cookies: answer.cookies };
      case 'wrong':
        return shown(guest, onward, say(language, phrases.codeWrong));
      case 'over':
        return shown(guest, onward, say(language, phrases.codeOver));
      case 'wait': {
        const minutes = minutesOf(answer.seconds);
        return shown(guest, onward, say(language, phrases.wait, { minutes }));
      }
    }
  },
};
