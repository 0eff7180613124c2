// Determines the heirs: one card a person, who is paid on which account; names are sealed before they go on.
import { claimFileInLog } from '../../../../projections/claim-file.ts';
import { sealHeirs } from '../../../cli/heirs-file.ts';
import { envelope, isRefused, type Refused, untilShown } from '../../../cli/session.ts';
import { whoMayLines } from '../../../cli/who-may.ts';
import { refusalText } from '../../../copy/catalogue.ts';
import { heirRelations } from '../../../copy/claim-words.ts';
import { codesOf, wordOf } from '../../../copy/code-words.ts';
import { inLanguage, say, type Text } from '../../../copy/text.ts';
import { headOfClaim } from '../../cases/case-head.tsx';
import { claimNumber } from '../../cases/claim-number.ts';
import { readableCase } from '../../cases/readable-case.ts';
import type { Visit } from '../../house.ts';
import { notFound } from '../../not-found.ts';
import { ErrorNote, Field, Select } from '../../parts/form-parts.tsx';
import { type Form, fieldOf, type Html, type Screen, type Shown } from '../../screen.ts';
import { heirsGiven, nameIn, PERSONS_MAX, type Row, rowsIn, wrongIn } from './heirs-form.ts';
import { BANKS, heirsPhrases as phrases } from './heirs-phrases.ts';
import { Ranks } from './ranks.tsx';

type Given = {
  readonly form: Form;
  readonly wrong: ReadonlyMap<string, Text>;
  readonly refused?: readonly string[];
  readonly commandId: string;
  readonly seen: number;
};

type Props = { readonly visit: Visit; readonly given: Given };

const errorAt = ({ visit, given }: Props, name: string): string | undefined => {
  const text = given.wrong.get(name);
  return text === undefined ? undefined : inLanguage(visit.language, text);
};

const Person = ({ props, row }: { props: Props; row: Row }): Html => {
  const { language } = props.visit;
  const { at } = row;
  const isPaid = fieldOf(props.given.form, 'payee') === String(at);
  const isOptional = at > 1;
  return (
    <fieldset class="person">
      <legend>{say(language, phrases.person, { number: at })}</legend>
      <div class="pair">
        <Select
          name={nameIn('relation', at)}
          label={say(language, phrases.relation)}
          value={row.relation}
          required={!isOptional}
          error={errorAt(props, nameIn('relation', at))}
          empty="–"
          options={codesOf(heirRelations).map((value) => ({
            value,
            word: wordOf(heirRelations, value, language),
          }))}
        />
        <Field
          name={nameIn('name', at)}
          label={say(language, phrases.name)}
          value={row.name}
          required={!isOptional}
          autocomplete="off"
          error={errorAt(props, nameIn('name', at))}
        />
      </div>
      <div class="pair">
        <label class="tick">
          <input
            type="checkbox"
            name={nameIn('minor', at)}
            value="1"
            {...(row.minor && { checked: true })}
          />
          {say(language, phrases.minor)}
        </label>
        <Field
          name={nameIn('guardian', at)}
          label={say(language, phrases.guardian)}
          hint={say(language, phrases.guardianHint)}
          value={row.guardian}
          required={false}
          autocomplete="off"
          error={errorAt(props, nameIn('guardian', at))}
        />
      </div>
      <label class="tick">
        <input
          type="radio"
          id={`payee${at}`}
          name="payee"
          value={String(at)}
          {...(isPaid && { checked: true })}
        />
        {say(language, phrases.isPaid)}
      </label>
    </fieldset>
  );
};

const Account = (props: Props): Html => {
  const { language } = props.visit;
  const value = (name: string): string => fieldOf(props.given.form, name);
  return (
    <fieldset class="person">
      <legend>{say(language, phrases.payee)}</legend>
      <p class="hint">{say(language, phrases.payeeHint)}</p>
      <Field
        name="accountName"
        label={say(language, phrases.accountName)}
        value={value('accountName')}
        autocomplete="off"
        error={errorAt(props, 'accountName')}
      />
      <div class="pair">
        <Field
          name="bank"
          label={say(language, phrases.bank)}
          hint={say(language, phrases.bankHint)}
          value={value('bank')}
          list="banks"
          autocomplete="off"
          error={errorAt(props, 'bank')}
        />
        <Field
          name="account"
          label={say(language, phrases.account)}
          hint={say(language, phrases.accountHint)}
          value={value('account')}
          inputmode="numeric"
          autocomplete="off"
          error={errorAt(props, 'account')}
        />
      </div>
      <datalist id="banks">
        {BANKS.map(([bic, name]) => (
          <option value={bic}>{name}</option>
        ))}
      </datalist>
    </fieldset>
  );
};

const Problems = ({ visit: { language }, given }: Props): Html | null => {
  if (given.refused !== undefined)
    return (
      <ErrorNote>
        {given.refused.map((line) => (
          <p>{line}</p>
        ))}
      </ErrorNote>
    );
  if (given.wrong.size === 0) return null;
  return (
    <ErrorNote>
      <h2>{say(language, phrases.wrong)}</h2>
      <ul>
        {[...given.wrong].map(([name, text]) => (
          <li>
            <a href={`#${name}`}>{inLanguage(language, text)}</a>
          </li>
        ))}
      </ul>
    </ErrorNote>
  );
};

const page = async (visit: Visit, claimId: string, given: Given): Promise<Shown> => {
  const { language, desk } = visit;
  const rows = rowsIn(given.form);
  const title = say(language, phrases.title);
  const head = await headOfClaim(visit, claimId, 'DetermineHeirs');
  const file = await claimFileInLog(desk.store, claimId);
  const props = { visit, given };
  const isWrong = given.wrong.size > 0 || given.refused !== undefined;
  return {
    title: `${isWrong ? `${say(language, phrases.wrong)} · ` : ''}${title} · ${head.name}`,
    status: isWrong ? 422 : 200,
    body: (
      <section class="heirs-page">
        <p class="crumb">
          <a href={`/klaim/${claimId}`}>← {claimNumber(claimId)}</a>
        </p>
        <h1>{title}</h1>
        {head.body}
        <p class="lead">{say(language, phrases.lead)}</p>
        {file?.contents.heirs == null ? null : (
          <p class="note is-warn">{say(language, phrases.again)}</p>
        )}
        <Problems {...props} />
        <form method="post" class="card">
          <input type="hidden" name="command" value={given.commandId} />
          <input type="hidden" name="seen" value={String(given.seen)} />
          <input type="hidden" name="persons" value={String(rows.length)} />
          {rows.map((row) => (
            <Person props={props} row={row} />
          ))}
          {rows.length < PERSONS_MAX ? (
            <p>
              <button type="submit" name="add" value="1" formnovalidate>
                + {say(language, phrases.add)}
              </button>
            </p>
          ) : null}
          <Account {...props} />
          <div class="actions">
            <button type="submit" class="primary">
              {say(language, phrases.save)}
            </button>
            <a href={`/klaim/${claimId}`}>{claimNumber(claimId)}</a>
          </div>
        </form>
        <Ranks language={language} />
      </section>
    ),
  };
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const versionOf = async ({ desk }: Visit, claimId: string): Promise<number> =>
  (await desk.store.loadStream(claimId)).at(-1)?.version ?? 0;

const fresh = async (visit: Visit, claimId: string, form: Form): Promise<Given> => {
  const sent = fieldOf(form, 'command');
  const seen = Number(fieldOf(form, 'seen'));
  return {
    form,
    wrong: new Map(),
    commandId: UUID.test(sent) ? sent : visit.desk.gateway.newCommandId(),
    seen: seen > 0 ? seen : await versionOf(visit, claimId),
  };
};

const refusedPage = async (
  visit: Visit,
  claimId: string,
  of: { given: Given; refused: Refused },
) => {
  const { given, refused } = of;
  const { desk, language } = visit;
  const lines = [refusalText(refused, language), ...(await whoMayLines(desk, refused))];
  const seen = refused.code === 'ChangedMeanwhile' ? await versionOf(visit, claimId) : given.seen;
  return page(visit, claimId, { ...given, seen, refused: lines });
};

const SHOWN_WITHIN_MS = 2_000;

export const heirs: Screen = {
  path: '/klaim/:id/ahli-waris',
  acts: ['check-claim'],
  async show(visit, { id = '' }) {
    const found = await readableCase(visit.desk, id, ['check-claim']);
    if (found === undefined) return notFound(visit.language);
    return page(visit, id, await fresh(visit, id, new Map()));
  },
  async submit(visit, { id = '' }, form) {
    const { desk, language } = visit;
    const found = await readableCase(desk, id, ['check-claim']);
    if (found === undefined) return notFound(language);
    const given = await fresh(visit, id, form);
    if (form.has('add')) return page(visit, id, given);
    const target = { claimId: id, commandId: given.commandId };
    const sealed = await sealHeirs(desk, target, heirsGiven(form));
    const wrong = wrongIn(form, 'issues' in sealed ? sealed.issues : []);
    if ('issues' in sealed || wrong.size > 0) return page(visit, id, { ...given, wrong });
    const command = { type: 'DetermineHeirs', data: sealed.data } as const;
    const answer = await desk.gateway.send({
      ...envelope({ ...desk, commandId: given.commandId }, 'claim', id, command),
      seenVersion: given.seen,
    });
    if (isRefused(answer)) return refusedPage(visit, id, { given, refused: answer });
    await untilShown(desk, answer, SHOWN_WITHIN_MS);
    return { goTo: `/klaim/${id}?tab=pemeriksaan&tercatat=${given.commandId}` };
  },
};
