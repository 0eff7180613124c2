// Where is my claim: by the receipt's code and the worker's birth date; wrong and unknown are one answer.
import { officeDay } from '../../../../domain/calendar.ts';
import { readWrittenDate } from '../../../../domain/roster/written-date.ts';
import { type ClaimFile, claimFile } from '../../../../projections/claim-file.ts';
import { workerById } from '../../../../projections/member-roster.ts';
import { claimOfReceipt, readReceiptCode } from '../../../cli/receipt-code.ts';
import { claimStages, documentKinds } from '../../../copy/claim-words.ts';
import { wordOf } from '../../../copy/code-words.ts';
import { formatLongDay } from '../../../copy/format.ts';
import { say } from '../../../copy/text.ts';
import { Facts } from '../../parts/data-parts.tsx';
import { ErrorNote, Field } from '../../parts/form-parts.tsx';
import { fieldOf, type Guest, type Html, type PublicScreen, type Shown } from '../../screen.ts';
import { minutesOf } from '../sign-in/sign-in.tsx';
import { publicPhrases as phrases } from './public-phrases.ts';

type Given = {
  readonly code?: string;
  readonly birth?: string;
  readonly error?: string;
  readonly status?: Shown['status'];
};

const form = (guest: Guest, given: Given): Html => {
  const { language } = guest;
  return (
    <form method="post" action="/lacak" class="card">
      <Field
        name="kode"
        label={say(language, phrases.trackCode)}
        hint={say(language, phrases.trackCodeHint)}
        value={given.code}
        autocomplete="off"
        autocapitalize="none"
        width="code"
      />
      <Field
        name="lahir"
        label={say(language, phrases.trackBirth)}
        hint={say(language, phrases.trackBirthHint)}
        value={given.birth}
        autocomplete="off"
        width="day"
      />
      <button type="submit" class="primary">
        {say(language, phrases.trackAsk)}
      </button>
    </form>
  );
};

const askPage = (guest: Guest, given: Given = {}): Shown => {
  const { language } = guest;
  const title = say(language, phrases.trackTitle);
  const { error, status = 200 } = given;
  return {
    title: error === undefined ? title : `${error} · ${title}`,
    status,
    body: (
      <section class="narrow is-wide">
        <h1>{title}</h1>
        <p class="lead">{say(language, phrases.trackLead)}</p>
        {error === undefined ? null : <ErrorNote>{error}</ErrorNote>}
        {form(guest, given)}
        <p class="hint">{say(language, phrases.trackTries)}</p>
      </section>
    ),
  };
};

/** Stage, papers and days; no name, no sum and no account is on this page. */
const claimPage = (guest: Guest, code: string, file: ClaimFile): Shown => {
  const { language } = guest;
  const reportedAt = file.contents.reports[0]?.receivedAt ?? null;
  const title = say(language, phrases.claimNow, { code });
  const stage = wordOf(claimStages, file.stage, language);
  const isOpen = ['REPORTED', 'PAPERS_INCOMPLETE', 'PAPERS_RETURNED'].includes(file.stage);
  const missing = isOpen ? file.missingDocuments : [];
  return {
    title,
    body: (
      <section class="narrow is-wide">
        <h1>{title}</h1>
        <div class="note is-good" role="status">
          <p class="stage-now">{say(language, phrases.stageNow, { stage })}</p>
        </div>
        {reportedAt === null ? null : (
          <Facts
            items={[
              [say(language, phrases.reportedOn), formatLongDay(officeDay(reportedAt), language)],
            ]}
          />
        )}
        <section class="block">
          <h2>{say(language, phrases.missing)}</h2>
          {missing.length === 0 ? (
            <p>{say(language, phrases.missingNone)}</p>
          ) : (
            <>
              <ul class="bullets">
                {missing.map((kind) => (
                  <li>{wordOf(documentKinds, kind, language)}</li>
                ))}
              </ul>
              <p>{say(language, phrases.bring)}</p>
            </>
          )}
        </section>
        <p class="hint">{say(language, phrases.help)}</p>
        <p class="actions">
          <a class="button" href="/lacak">
            {say(language, phrases.again)}
          </a>
        </p>
      </section>
    ),
  };
};

/** Undefined for a wrong birth date as for an unknown code: nobody learns which of the two it was. */
const found = async (
  { house: { desk } }: Guest,
  code: string,
  birth: string,
): Promise<ClaimFile | undefined> => {
  const born = readWrittenDate(birth)?.date;
  const claimId = await claimOfReceipt(desk.db, code);
  const file = claimId === undefined ? undefined : await claimFile(desk.db, claimId);
  const worker = file && (await workerById(desk.db, file.workerId));
  if (worker === undefined || born === undefined) return undefined;
  const [opened] = await desk.keys.openMany([worker.birthDate]);
  return opened?.status === 'opened' && opened.value === born ? file : undefined;
};

export const track: PublicScreen = {
  path: '/lacak',
  // The slip's QR code brings the receipt's code along; the birth date stays to be typed.
  show: (guest) => askPage(guest, { code: guest.query.get('kode') ?? '' }),
  async submit(guest, _params, sent) {
    const { language, house, address } = guest;
    const [typed, birth] = [fieldOf(sent, 'kode'), fieldOf(sent, 'lahir')];
    const code = readReceiptCode(typed);
    const { attempts } = house.identity;
    const guess = {
      account: code === undefined ? undefined : `receipt ${code}`,
      address: address === undefined ? undefined : `receipt ${address}`,
    };
    const seconds = await attempts.begin(guess);
    if (seconds > 0) {
      const error = say(language, phrases.trackWait, { minutes: minutesOf(seconds) });
      return askPage(guest, { code: typed, birth, error, status: 429 });
    }
    const file = code === undefined ? undefined : await found(guest, code, birth);
    if (file !== undefined && code !== undefined) {
      await attempts.succeeded(guess);
      return claimPage(guest, code, file);
    }
    const error = say(language, phrases.trackWrong);
    return askPage(guest, { code: typed, birth, error, status: 422 });
  },
};
