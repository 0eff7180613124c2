// The page of any act: what follows from it, its form, and what the house answered, in place.

import { isRefusedAuthority } from '../../../activities/authority.ts';
import { untilShown } from '../../cli/session.ts';
import { whoMayLines } from '../../cli/who-may.ts';
import { eventText } from '../../copy/catalogue.ts';
import { inLanguage, say } from '../../copy/text.ts';
import type { Visit } from '../house.ts';
import { notFound } from '../not-found.ts';
import { ErrorNote } from '../parts/form-parts.tsx';
import { problemOfRefusal, type Refused } from '../problem.ts';
import { problemPage } from '../problem-page.tsx';
import type { Answered, Form, Html, Params, Screen, Shown } from '../screen.ts';
import type { WebAct } from './act.ts';
import { actPhrases as phrases } from './act-phrases.ts';
import { Control, wrongText } from './field-controls.tsx';
import type { PickOption } from './fields.ts';
import { refusalOnPage } from './refusal-on-page.ts';
import { type Thing, things } from './things.ts';

/** Of the hidden fields: no field of an act may be called so. */
const COMMAND_ID = '_command';
const SEEN = '_seen';
const SHOWN_WITHIN_MS = 2_000;

type At = {
  readonly visit: Visit;
  readonly thing: Thing;
  readonly act: WebAct;
  readonly id: string;
};

type Filled = {
  readonly commandId: string;
  readonly seen: number;
  readonly values: Readonly<Record<string, string>>;
  readonly wrong: readonly string[];
  readonly refused?: Refused;
  readonly whoMay?: readonly string[];
};

const pickOptions = async ({ visit, act, id }: At, commandId: string) => {
  const at = { desk: visit.desk, streamId: id, commandId };
  const found = new Map<string, readonly PickOption[]>();
  for (const [name, { options }] of Object.entries(act.fields))
    if (options !== undefined) found.set(name, await options(at));
  return found;
};

const Problems = ({ at, filled }: { at: At; filled: Filled }): Html | null => {
  const { language } = at.visit;
  const { refused, wrong, whoMay = [] } = filled;
  if (refused !== undefined)
    return (
      <ErrorNote>
        <h2>{say(language, phrases.refused)}</h2>
        <p>{refusalOnPage(refused, at.act.fields, language)}</p>
        {whoMay.map((line) => (
          <p>{line}</p>
        ))}
        {refused.code === 'ChangedMeanwhile' ? (
          <p>
            <a href={`${at.thing.path}/${at.id}?tab=riwayat`}>{say(language, phrases.changes)}</a>
          </p>
        ) : null}
      </ErrorNote>
    );
  if (wrong.length === 0) return null;
  return (
    <ErrorNote>
      <h2>{say(language, phrases.wrongTitle)}</h2>
      <ul>
        {wrong.map((name) => (
          <li>
            <a href={`#${name}`}>
              {at.act.fields[name] === undefined
                ? name
                : inLanguage(language, at.act.fields[name].label)}
              : {wrongText(at.act.fields[name], language)}
            </a>
          </li>
        ))}
      </ul>
    </ErrorNote>
  );
};

const page = async (at: At, filled: Filled): Promise<Shown> => {
  const { visit, thing, act, id } = at;
  const { language } = visit;
  const options = await pickOptions(at, filled.commandId);
  const heading = inLanguage(language, act.title);
  const head = await thing.head(visit, id, act.command);
  const title = `${heading} · ${head.name}`;
  const isWrong = filled.refused !== undefined || filled.wrong.length > 0;
  const isGrave = act.isGrave ? 'primary danger' : 'primary';
  return {
    title: isWrong ? `${say(language, phrases.wrongTitle)} · ${title}` : title,
    status: isWrong ? (filled.refused?.code === 'ChangedMeanwhile' ? 412 : 422) : 200,
    body: (
      <section class="act-page">
        <p>
          <a href={`${thing.path}/${id}`}>← {say(language, phrases.back)}</a>
        </p>
        <h1>{heading}</h1>
        {head.body}
        {act.explain === undefined ? null : <p class="lead">{inLanguage(language, act.explain)}</p>}
        <Problems at={at} filled={filled} />
        <form method="post" class="card">
          <input type="hidden" name={COMMAND_ID} value={filled.commandId} />
          <input type="hidden" name={SEEN} value={String(filled.seen)} />
          {Object.entries(act.fields).map(([name, field]) => (
            <Control
              name={name}
              field={field}
              language={language}
              value={filled.values[name]}
              isWrong={filled.wrong.includes(name)}
              options={options.get(name) ?? []}
            />
          ))}
          <div class="actions">
            <button type="submit" class={isGrave}>
              {inLanguage(language, act.button)}
            </button>
            <a href={`${thing.path}/${id}`}>{say(language, phrases.back)}</a>
          </div>
        </form>
      </section>
    ),
  };
};

const versionOf = async ({ visit, id }: At): Promise<number> =>
  (await visit.desk.store.loadStream(id)).at(-1)?.version ?? 0;

/** A form holds what the act needs to know, such as a sum: only for whoever holds the act there. */
const find = async (thing: Thing, visit: Visit, params: Params): Promise<At | Shown> => {
  const { id = '', act: name } = params;
  const { desk, language } = visit;
  const act = thing.acts.find((one) => one.name === name);
  if (act === undefined || !(await thing.isReadable(desk, id))) return notFound(language);
  const commandId = desk.gateway.newCommandId();
  const authority = await act.authority({ desk, streamId: id, commandId });
  return isRefusedAuthority(authority)
    ? problemPage(problemOfRefusal(authority), language)
    : { visit, thing, act, id };
};

const submit = async (at: At, form: Form): Promise<Answered> => {
  const { visit, thing, act, id } = at;
  const {
    [COMMAND_ID]: commandId = '',
    [SEEN]: seenText = '',
    ...values
  } = Object.fromEntries(form);
  const seen = Number(seenText);
  const filled = { commandId, seen, values };
  const isOurs = /^[0-9a-f-]{36}$/.test(commandId) && Number.isInteger(seen) && seenText !== '';
  if (!isOurs) return show(at);
  const answer = await act.send({
    ...{ desk: visit.desk, streamId: id, commandId, raw: values, seenVersion: seen },
  });
  if (answer.status === 'invalid') return page(at, { ...filled, wrong: answer.fields });
  if (answer.status === 'refused') {
    const whoMay = await whoMayLines(visit.desk, answer);
    // Nothing is recorded under this id: the same form, sent again, is looked at anew.
    const now = answer.code === 'ChangedMeanwhile' ? await versionOf(at) : seen;
    // What was typed stays; what the thing itself says is said anew.
    const fresh = await act.start({ desk: visit.desk, streamId: id, commandId });
    const kept = { ...filled, values: { ...values, ...fresh }, seen: now };
    return page(at, { ...kept, wrong: [], refused: answer, whoMay });
  }
  const isShown = await untilShown(visit.desk, answer, SHOWN_WITHIN_MS);
  return { goTo: `${thing.path}/${id}?tercatat=${commandId}${isShown ? '' : '&menyusul=1'}` };
};

const show = async (at: At): Promise<Shown> => {
  const commandId = at.visit.desk.gateway.newCommandId();
  const values = await at.act.start({ desk: at.visit.desk, streamId: at.id, commandId });
  return page(at, { commandId, seen: await versionOf(at), values, wrong: [] });
};

/** One screen for all acts of a kind of thing. */
const screenOf = (thing: Thing): Screen => ({
  path: `${thing.path}/:id/tindakan/:act`,
  acts: 'everyone',
  async show(visit, params) {
    const at = await find(thing, visit, params);
    return 'body' in at ? at : show(at);
  },
  async submit(visit, params, form) {
    const at = await find(thing, visit, params);
    return 'body' in at ? at : submit(at, form);
  },
});

export const actScreens: readonly Screen[] = things.map(screenOf);

/** An address that is kept or passed on tells nothing any more. */
const SAID_FOR_MS = 10 * 60_000;

/** Said on the page of the thing to whoever has just recorded an act there. */
export const RecordedNote = async ({
  visit,
  id,
  also = [],
}: {
  readonly visit: Visit;
  readonly id: string;
  /** Streams that an act on this thing may have begun. */
  readonly also?: readonly string[];
}): Promise<Html | null> => {
  const { query, language, desk, visitor } = visit;
  const commandId = query.get('tercatat');
  if (commandId === null) return null;
  const since = Date.parse(desk.now()) - SAID_FOR_MS;
  const histories = await desk.store.loadStreams([id, ...also]);
  const recorded = [...histories.values()]
    .flat()
    .find(
      ({ meta, recordedAt }) =>
        meta.commandId === commandId &&
        meta.actor.id === visitor.actorId &&
        Date.parse(recordedAt) >= since,
    );
  if (recorded === undefined) return null;
  const phrase = query.has('menyusul') ? phrases.doneNotShown : phrases.done;
  return (
    <div class="note is-good" role="status">
      {say(language, phrase, { event: eventText(recorded.type, language) })}
    </div>
  );
};
