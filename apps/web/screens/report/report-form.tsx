// The form of a report: four questions on one page, which a script shows one after the other.
import { REPORT_CHANNELS } from '../../../../domain/claim/intake/report-events.ts';
import { reportChannels, reporterRelations } from '../../../copy/claim-words.ts';
import { codesOf, type Words, wordOf } from '../../../copy/code-words.ts';
import type { Language } from '../../../copy/format.ts';
import { reportKinds } from '../../../copy/incident-phrases.ts';
import { inLanguage, say, type Text } from '../../../copy/text.ts';
import { ErrorNote, Field, Select, TextArea } from '../../parts/form-parts.tsx';
import { type Form, fieldOf, type Html } from '../../screen.ts';
import { reportPhrases as phrases } from './report-phrases.ts';

export type ReportFormProps = {
  readonly language: Language;
  readonly form: Form;
  readonly wrong: ReadonlyMap<string, Text>;
  readonly commandId: string;
  /** Of whoever is signed in; empty on the page without a signal. */
  readonly owner: string;
  readonly today: string;
};

const errorOf = ({ language, wrong }: ReportFormProps, name: string): string | undefined => {
  const text = wrong.get(name);
  return text === undefined ? undefined : inLanguage(language, text);
};

type TextProps = {
  readonly of: ReportFormProps;
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text;
  readonly required?: boolean;
};

const said = ({ of, name, label, hint, required = true }: TextProps) => ({
  name,
  label: inLanguage(of.language, label),
  ...(hint !== undefined && { hint: inLanguage(of.language, hint) }),
  value: fieldOf(of.form, name),
  error: errorOf(of, name),
  required,
  autocomplete: 'off',
});

const options = <Code extends string>(
  words: Words<Code>,
  codes: readonly Code[],
  language: Language,
) => codes.map((value) => ({ value, word: wordOf(words, value, language) }));

const Who = (of: ReportFormProps): Html => (
  <fieldset data-step>
    <legend>{say(of.language, phrases.who)}</legend>
    <Field
      {...said({ of, name: 'number', label: phrases.number, hint: phrases.numberHint })}
      inputmode="numeric"
    />
  </fieldset>
);

const What = (of: ReportFormProps): Html => {
  const { language, form } = of;
  return (
    <fieldset data-step>
      <legend>{say(language, phrases.what)}</legend>
      <Select
        {...said({ of, name: 'kind', label: phrases.kind })}
        empty="–"
        options={options(reportKinds, codesOf(reportKinds), language)}
      />
      <label class="tick">
        <input
          type="checkbox"
          name="fromWork"
          value="1"
          {...(form.has('fromWork') && { checked: true })}
        />
        {say(language, phrases.fromWork)}
      </label>
      <TextArea {...said({ of, name: 'story', label: phrases.story, hint: phrases.storyHint })} />
      <details {...(fieldOf(form, 'kind') === 'DISEASE' && { open: true })}>
        <summary>{say(language, phrases.disease)}</summary>
        <Field {...said({ of, name: 'work', label: phrases.work, required: false })} />
        <Field {...said({ of, name: 'tenure', label: phrases.tenure, required: false })} />
        <Field {...said({ of, name: 'exposure', label: phrases.exposure, required: false })} />
        <Field {...said({ of, name: 'diagnosis', label: phrases.diagnosis, required: false })} />
      </details>
    </fieldset>
  );
};

const When = (of: ReportFormProps): Html => (
  <fieldset data-step>
    <legend>{say(of.language, phrases.when)}</legend>
    <div class="pair">
      <Field
        {...said({ of, name: 'day', label: phrases.day, hint: phrases.dayHint })}
        type="date"
        max={of.today}
        width="day"
      />
      <Field
        {...said({ of, name: 'time', label: phrases.time, required: false })}
        type="time"
        width="day"
      />
    </div>
    <Field {...said({ of, name: 'place', label: phrases.place, hint: phrases.placeHint })} />
  </fieldset>
);

const Reporter = (of: ReportFormProps): Html => (
  <fieldset data-step>
    <legend>{say(of.language, phrases.reporter)}</legend>
    <Field {...said({ of, name: 'reporter', label: phrases.reporterName })} />
    <Field {...said({ of, name: 'contact', label: phrases.reporterPhone })} inputmode="numeric" />
    <Select
      {...said({ of, name: 'relation', label: phrases.relation })}
      empty="–"
      options={options(reporterRelations, codesOf(reporterRelations), of.language)}
    />
    <Select
      {...said({ of, name: 'channel', label: phrases.channel, hint: phrases.channelHint })}
      options={options(reportChannels, REPORT_CHANNELS, of.language)}
    />
  </fieldset>
);

const Problems = ({ language, wrong }: ReportFormProps): Html | null =>
  wrong.size === 0 ? null : (
    <ErrorNote>
      <h2>{say(language, phrases.wrong)}</h2>
      <ul>
        {[...wrong].map(([name, text]) => (
          <li>
            <a href={`#${name}`}>{inLanguage(language, text)}</a>
          </li>
        ))}
      </ul>
    </ErrorNote>
  );

/** Words for the island, which has none of its own. */
const wordsFor = (language: Language) =>
  Object.fromEntries(
    (
      [
        ...(['next', 'before', 'step', 'saved', 'savedSignIn', 'savedWrong', 'sentAs'] as const),
        ...(['savedOther', 'savedUnsigned', 'open'] as const),
        ...(['repair', 'receipt', 'away', 'of', 'signIn', 'send'] as const),
      ] as const
    ).map((key) => [`data-word-${key.toLowerCase()}`, inLanguage(language, phrases[key])]),
  );

/** What the phone keeps: filled by the island. */
export const KeptReports = ({ language }: { readonly language: Language }): Html => (
  <section class="block" data-kept hidden {...wordsFor(language)}>
    <h2>{say(language, phrases.savedTitle)}</h2>
    <ul class="kept-list" aria-live="polite"></ul>
  </section>
);

export const ReportForm = (props: ReportFormProps): Html => {
  const { language, commandId, owner } = props;
  return (
    <>
      <KeptReports language={language} />
      <Problems {...props} />
      <form method="post" action="/lapor" class="card report-form" data-report>
        <input type="hidden" name="command" value={commandId} />
        <input type="hidden" name="owner" value={owner} />
        <p class="hint" data-at role="status" hidden></p>
        <Who {...props} />
        <What {...props} />
        <When {...props} />
        <Reporter {...props} />
        <div class="actions">
          <button type="button" data-before hidden>
            {say(language, phrases.before)}
          </button>
          <button type="button" class="primary" data-next hidden>
            {say(language, phrases.next)}
          </button>
          <button type="submit" class="primary" data-send>
            {say(language, phrases.check)}
          </button>
        </div>
      </form>
    </>
  );
};
