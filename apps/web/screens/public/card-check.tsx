// Is this card real: its signature is checked by the browser itself, its current status by the office.
import { type CardTokenReading, cardTokens, tokenIn } from '../../../../infra/cards/card-token.ts';
import { workerByCard } from '../../../../projections/member-roster.ts';
import { formatInstant, formatLongDay } from '../../../copy/format.ts';
import { say } from '../../../copy/text.ts';
import { Facts } from '../../parts/data-parts.tsx';
import { ErrorNote, TextArea } from '../../parts/form-parts.tsx';
import { fieldOf, type Guest, type Html, type PublicScreen, type Shown } from '../../screen.ts';
import { publicPhrases as phrases } from './public-phrases.ts';

type Checked = { readonly read: CardTokenReading; readonly isActive: boolean; readonly at: string };
type Given = { readonly token?: string; readonly error?: string; readonly checked?: Checked };

/** Unknown and ended are one answer: nobody learns who is a member by trying. */
const check = async ({ house: { desk } }: Guest, token: string): Promise<Checked> => {
  const read = await cardTokens(desk.keys).verify(token);
  const worker = read.valid ? await workerByCard(desk.db, read.cardId) : undefined;
  return { read, isActive: worker?.stage === 'ENROLLED', at: desk.now() };
};

const Verdict = ({ guest: { language }, checked }: { guest: Guest; checked: Checked }): Html => {
  const { read, isActive, at } = checked;
  if (!read.valid)
    return (
      <div class="note is-wrong" role="status">
        <h2>{say(language, phrases.unsigned)}</h2>
        <p>{say(language, phrases.unsignedMeans)}</p>
      </div>
    );
  const until = read.validTo === null ? null : formatLongDay(read.validTo, language);
  return (
    <div role="status">
      <div class="note is-good">
        <h2>{say(language, phrases.signed)}</h2>
        <p>{say(language, phrases.signedMeans)}</p>
      </div>
      <div class={isActive ? 'note is-good' : 'note is-warn'}>
        <h2>
          {say(language, phrases.status)}:{' '}
          {say(language, isActive ? phrases.statusActive : phrases.statusInactive)}
        </h2>
        {isActive ? null : <p>{say(language, phrases.inactiveMeans)}</p>}
        <p>{say(language, phrases.statusAt, { at: formatInstant(at, language) })}</p>
      </div>
      <Facts
        items={[
          [say(language, phrases.from), formatLongDay(read.validFrom, language)],
          [say(language, phrases.until), until ?? say(language, phrases.open)],
        ]}
      />
    </div>
  );
};

/** Filled by the island from the fragment, which no browser ever sends. */
const OwnCheck = ({ guest: { language, house } }: { guest: Guest }): Html => (
  <div
    id="kartu"
    data-key={cardTokens(house.desk.keys).publicKeyX}
    data-language={language}
    hidden
    role="status"
    aria-live="polite"
  >
    <div class="note is-good" data-of="signed" hidden>
      <h2>{say(language, phrases.signed)}</h2>
      <p>{say(language, phrases.signedMeans)}</p>
      <p class="hint">
        {say(language, phrases.offline)} {say(language, phrases.from)}: <span data-of="from"></span>
      </p>
    </div>
    <div class="note is-wrong" data-of="unsigned" hidden>
      <h2>{say(language, phrases.unsigned)}</h2>
      <p>{say(language, phrases.unsignedMeans)}</p>
    </div>
    <div class="note" data-of="cannot" hidden>
      <p>{say(language, phrases.cannotHere)}</p>
    </div>
    <div class="note is-warn" data-of="status" hidden>
      <h2>{say(language, phrases.status)}</h2>
      <p>{say(language, phrases.statusUnknown)}</p>
    </div>
  </div>
);

const page = (guest: Guest, given: Given = {}): Shown => {
  const { language } = guest;
  const { token, error, checked } = given;
  const title = say(language, phrases.cardTitle);
  return {
    title: error === undefined ? title : `${error} · ${title}`,
    status: error === undefined ? 200 : 422,
    scripts: checked === undefined ? ['card-check'] : [],
    body: (
      <section class="narrow is-wide">
        <h1>{title}</h1>
        <p class="lead">{say(language, phrases.cardLead)}</p>
        {error === undefined ? null : <ErrorNote>{error}</ErrorNote>}
        {checked === undefined ? (
          <OwnCheck guest={guest} />
        ) : (
          <Verdict guest={guest} checked={checked} />
        )}
        <form method="post" action="/v" class="card">
          <TextArea
            name="token"
            label={say(language, phrases.cardToken)}
            hint={say(language, phrases.cardTokenHint)}
            value={token}
          />
          <button type="submit" class="primary">
            {say(language, phrases.cardAsk)}
          </button>
        </form>
      </section>
    ),
  };
};

export const cardCheck: PublicScreen = {
  path: '/v',
  show: (guest) => page(guest),
  async submit(guest, _params, form) {
    const token = tokenIn(fieldOf(form, 'token'));
    if (token === '') return page(guest, { error: say(guest.language, phrases.tokenMissing) });
    return page(guest, { token, checked: await check(guest, token) });
  },
};
