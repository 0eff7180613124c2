// Setting up one-time codes: password again, QR code and backup codes, then the first code.
import { say } from '../../../copy/text.ts';
import type { Visit } from '../../house.ts';
import { ErrorNote, Field } from '../../parts/form-parts.tsx';
import { QrCode } from '../../parts/qr-code.tsx';
import { fieldOf, type Html, type Screen, type Shown } from '../../screen.ts';
import { accountPhrases as phrases } from './account-phrases.ts';

const Begin = ({ visit, error }: { visit: Visit; error: string | undefined }): Html => {
  const { language, visitor } = visit;
  return (
    <>
      <p class="lead">{say(language, visitor.mustEnrol ? phrases.enrolMust : phrases.enrolWhy)}</p>
      {error === undefined ? null : <ErrorNote>{error}</ErrorNote>}
      <form method="post" action="/akun/pengaman" class="card">
        <Field
          name="password"
          type="password"
          label={say(language, phrases.enrolPassword)}
          autocomplete="current-password"
          autofocus
        />
        <button type="submit" class="primary">
          {say(language, phrases.enrolBegin)}
        </button>
      </form>
    </>
  );
};

type Begun = { readonly uri: string; readonly codes: readonly string[]; readonly error?: string };

const Confirm = ({ visit, begun }: { visit: Visit; begun: Begun }): Html => {
  const { language } = visit;
  const { uri, codes, error } = begun;
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <>
      {error === undefined ? null : <ErrorNote>{error}</ErrorNote>}
      <form method="post" action="/akun/pengaman" class="card">
        <input type="hidden" name="uri" value={uri} />
        <input type="hidden" name="codes" value={codes.join(' ')} />
        <p>{say(language, phrases.scan)}</p>
        <QrCode text={uri} label={say(language, phrases.scanAlt)} />
        <p class="hint">
          {say(language, phrases.byHand)} <code class="key">{secret}</code>
        </p>
        <p>{say(language, phrases.keep)}</p>
        <ul class="codes">
          {codes.map((one) => (
            <li>
              <code>{one}</code>
            </li>
          ))}
        </ul>
        <Field
          name="code"
          label={say(language, phrases.confirm)}
          autocomplete="one-time-code"
          inputmode="numeric"
          width="code"
        />
        <button type="submit" class="primary">
          {say(language, phrases.finish)}
        </button>
      </form>
    </>
  );
};

const page = (visit: Visit, body: Html, error?: string): Shown => {
  const title = say(visit.language, phrases.enrolTitle);
  return {
    title: error === undefined ? title : `${error} · ${title}`,
    status: error === undefined ? 200 : 422,
    body: (
      <section class="narrow">
        <h1>{title}</h1>
        {body}
      </section>
    ),
  };
};

const begin = (visit: Visit, error?: string): Shown =>
  page(visit, <Begin visit={visit} error={error} />, error);

export const secondFactor: Screen = {
  path: '/akun/pengaman',
  acts: 'everyone',
  show: (visit) => (visit.visitor.account.secondFactor ? { goTo: '/akun' } : begin(visit)),
  async submit(visit, _params, form) {
    const { house, headers, language } = visit;
    const uri = fieldOf(form, 'uri');
    if (uri === '') {
      const password = form.get('password') ?? '';
      const begun = await house.identity.beginSecondFactor({ password, headers });
      if (begun.status === 'wrong') return begin(visit, say(language, phrases.enrolWrong));
      const given = { uri: begun.uri, codes: begun.backupCodes };
      return page(visit, <Confirm visit={visit} begun={given} />);
    }
    const code = fieldOf(form, 'code');
    const confirmed = await house.identity.confirmSecondFactor({ code, headers });
    if (confirmed.status === 'signed-in') return { goTo: '/akun', cookies: confirmed.cookies };
    const error = say(language, phrases.finishWrong);
    const codes = fieldOf(form, 'codes').split(' ');
    if (!URL.canParse(uri)) return begin(visit, error);
    return page(visit, <Confirm visit={visit} begun={{ uri, codes, error }} />, error);
  },
};
