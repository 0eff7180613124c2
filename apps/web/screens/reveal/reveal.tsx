// Opens masked fields of a claim and its worker: chosen one by one, with a reason, recorded before they are shown.
import type { ClaimField } from '../../../../domain/claim/desk/look-events.ts';
import { FIELD_READERS } from '../../../../domain/office/reading-acts.ts';
import { groupOfField, sightWith } from '../../../../domain/office/visibility.ts';
import type { WorkerField } from '../../../../domain/worker/look-events.ts';
import { type Member, workerById } from '../../../../projections/member-roster.ts';
import { openClaimFields, sealedFields } from '../../../cli/claim-reveal.ts';
import { recordLook } from '../../../cli/look.ts';
import { openWorkerFields, presentFields } from '../../../cli/worker-lines.ts';
import { refusalText } from '../../../copy/catalogue.ts';
import { wordOf } from '../../../copy/code-words.ts';
import { claimFields, workerFields } from '../../../copy/look-phrases.ts';
import { say } from '../../../copy/text.ts';
import { claimNumber } from '../../cases/claim-number.ts';
import { type ReadableCase, readableCase } from '../../cases/readable-case.ts';
import { actsAt } from '../../cases/worker-names.ts';
import type { Visit } from '../../house.ts';
import { notFound } from '../../not-found.ts';
import { Table } from '../../parts/data-parts.tsx';
import { ErrorNote, TextArea } from '../../parts/form-parts.tsx';
import { type Form, fieldOf, type Html, type Screen, type Shown } from '../../screen.ts';
import { revealPhrases as phrases } from './reveal-phrases.ts';

type Openable = ReadableCase & {
  readonly worker: Member | undefined;
  readonly ofClaim: readonly ClaimField[];
  readonly ofWorker: readonly WorkerField[];
};

/** Exactly what this person may open here, by office and by the acts held where the case lies. */
const openable = async (visit: Visit, claimId: string): Promise<Openable | undefined> => {
  const { desk, visitor } = visit;
  const found = await readableCase(desk, claimId, FIELD_READERS);
  if (found === undefined) return undefined;
  const acts = actsAt(visitor, found.kelurahan);
  const isWhole = (group: Parameters<typeof sightWith>[2]): boolean =>
    sightWith(visitor.office, acts, group) === 'ALL';
  const worker = await workerById(desk.db, found.file.workerId);
  return {
    ...found,
    worker,
    ofClaim: sealedFields(found.file).filter((field) => isWhole(groupOfField(field))),
    ofWorker: worker === undefined || !isWhole('IDENTITY') ? [] : presentFields(worker),
  };
};

type Choice = { readonly name: string; readonly word: string };

const Choices = ({
  legend,
  choices,
  chosen,
}: {
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly chosen: Form;
}): Html | null =>
  choices.length === 0 ? null : (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {choices.map(({ name, word }) => (
        <label>
          <input
            type="checkbox"
            name={name}
            value="1"
            {...(chosen.has(name) && { checked: true })}
          />
          {word}
        </label>
      ))}
    </fieldset>
  );

const WORKER = 'worker.';
const CLAIM = 'claim.';

const page = (
  visit: Visit,
  of: Openable,
  given: { readonly form: Form; readonly error?: string | undefined },
): Shown => {
  const { language } = visit;
  const { form, error } = given;
  const number = claimNumber(of.file.claimId);
  const title = say(language, phrases.title);
  const isNothing = of.ofClaim.length + of.ofWorker.length === 0;
  return {
    title: `${error === undefined ? '' : `${error} · `}${title} · ${number}`,
    status: error === undefined ? 200 : 422,
    body: (
      <section class="act-page">
        <p class="crumb">
          <a href={`/klaim/${of.file.claimId}`}>← {number}</a>
        </p>
        <h1>{title}</h1>
        <p class="lead">{say(language, isNothing ? phrases.nothing : phrases.lead)}</p>
        {error === undefined ? null : <ErrorNote>{error}</ErrorNote>}
        {isNothing ? null : (
          <form method="post" class="card">
            <Choices
              legend={say(language, phrases.ofWorker)}
              chosen={form}
              choices={of.ofWorker.map((field) => ({
                name: `${WORKER}${field}`,
                word: wordOf(workerFields, field, language),
              }))}
            />
            <Choices
              legend={say(language, phrases.ofClaim)}
              chosen={form}
              choices={of.ofClaim.map((field) => ({
                name: `${CLAIM}${field}`,
                word: wordOf(claimFields, field, language),
              }))}
            />
            <TextArea
              name="reason"
              label={say(language, phrases.reason)}
              hint={say(language, phrases.reasonHint)}
              value={fieldOf(form, 'reason')}
            />
            <div class="actions">
              <button type="submit" class="primary">
                {say(language, phrases.open)}
              </button>
              <a href={`/klaim/${of.file.claimId}`}>{number}</a>
            </div>
          </form>
        )}
      </section>
    ),
  };
};

type Chosen = {
  readonly ofClaim: readonly ClaimField[];
  readonly ofWorker: readonly WorkerField[];
  readonly reason: string;
};

/** Both looks stand in the log, each with its thing, before one value is opened. */
const noted = async ({ desk }: Visit, of: Openable, chosen: Chosen) => {
  const { reason } = chosen;
  const { claimId, workerId } = of.file;
  const ofWorker =
    chosen.ofWorker.length === 0
      ? undefined
      : await recordLook(desk, {
          category: 'worker',
          note: { type: 'NoteWorkerRevealed', data: { workerId, fields: chosen.ofWorker, reason } },
        });
  if (ofWorker !== undefined || chosen.ofClaim.length === 0) return ofWorker;
  const data = { fields: chosen.ofClaim, reason };
  return recordLook(desk, {
    category: 'claim',
    claimId,
    note: { type: 'NoteClaimRevealed', data },
  });
};

const shown = async (visit: Visit, of: Openable, chosen: Chosen): Promise<Shown> => {
  const { desk, language } = visit;
  const { worker, file } = of;
  const number = claimNumber(file.claimId);
  const own = worker === undefined ? {} : await openWorkerFields(desk, worker, chosen.ofWorker);
  const told = await openClaimFields(desk, file, chosen.ofClaim);
  const title = say(language, phrases.opened);
  return {
    title: `${title} · ${number}`,
    body: (
      <section class="act-page">
        <p class="crumb">
          <a href={`/klaim/${file.claimId}`}>← {number}</a>
        </p>
        <h1>{title}</h1>
        <Table
          caption={number}
          columns={[phrases.field, phrases.value].map((one) => ({ head: say(language, one) }))}
          rows={[
            ...chosen.ofWorker.map((field) => [
              wordOf(workerFields, field, language),
              <strong>{own[field] ?? say(language, phrases.none)}</strong>,
            ]),
            ...told.map(({ field, value }) => [
              wordOf(claimFields, field, language),
              <strong>{value}</strong>,
            ]),
          ]}
          empty={say(language, phrases.nothing)}
        />
        <p class="hint">{say(language, phrases.openedHint)}</p>
      </section>
    ),
  };
};

export const reveal: Screen = {
  path: '/klaim/:id/buka',
  acts: FIELD_READERS,
  async show(visit, { id = '' }) {
    const of = await openable(visit, id);
    return of === undefined ? notFound(visit.language) : page(visit, of, { form: new Map() });
  },
  async submit(visit, { id = '' }, form) {
    const of = await openable(visit, id);
    if (of === undefined) return notFound(visit.language);
    const { language } = visit;
    const chosen: Chosen = {
      ofClaim: of.ofClaim.filter((field) => form.has(`${CLAIM}${field}`)),
      ofWorker: of.ofWorker.filter((field) => form.has(`${WORKER}${field}`)),
      reason: fieldOf(form, 'reason'),
    };
    const isEmpty = chosen.ofClaim.length + chosen.ofWorker.length === 0 || chosen.reason === '';
    if (isEmpty) return page(visit, of, { form, error: say(language, phrases.wrong) });
    const refused = await noted(visit, of, chosen);
    return refused === undefined
      ? shown(visit, of, chosen)
      : page(visit, of, { form, error: refusalText(refused, language) });
  },
};
