// The page of any act: what follows from it, its form, and what the house answered, in place.

import { isRefusedAuthority } from '../../../activities/authority.ts';
import { untilShown } from '../../cli/session.ts';
import { whoMayLines } from '../../cli/who-may.ts';
import { eventText } from '../../copy/catalogue.ts';
import { inLanguage, say, type Text } from '../../copy/text.ts';
import type { Visit } from '../house.ts';
import { notFound } from '../not-found.ts';
import { problemOfRefusal } from '../problem.ts';
import { problemPage } from '../problem-page.tsx';
import type { Answered, Files, Form, Html, Params, Screen, Shown } from '../screen.ts';
import { uploadOf } from '../uploads/kept-upload.ts';
import { fileNameOf } from '../uploads/paper-input.tsx';
import {
  type ActOn,
  actForm,
  BACK,
  backOf,
  COMMAND_ID,
  type Filled,
  hasFile,
  Problems,
  pathOf,
  SEEN,
  versionOf,
} from './act-form.tsx';
import { actPhrases as phrases } from './act-phrases.ts';
import { type Thing, things } from './things.ts';

const SHOWN_WITHIN_MS = 2_000;

const page = async (on: ActOn, filled: Filled, back: string): Promise<Shown> => {
  const { visit, thing, act, id } = on;
  const { language } = visit;
  const heading = inLanguage(language, act.title);
  const head = await thing.head(visit, id, act.command);
  const title = `${heading} · ${head.name}`;
  const isWrong = filled.refused !== undefined || filled.wrong.length > 0;
  return {
    title: isWrong ? `${say(language, phrases.wrongTitle)} · ${title}` : title,
    status: isWrong ? (filled.refused?.code === 'ChangedMeanwhile' ? 412 : 422) : 200,
    ...(hasFile(act) && { scripts: ['upload'] }),
    body: (
      <section class="act-page">
        <p>
          <a href={back}>← {say(language, phrases.back)}</a>
        </p>
        <h1>{heading}</h1>
        {head.body}
        {act.explain === undefined ? null : <p class="lead">{inLanguage(language, act.explain)}</p>}
        <Problems on={on} filled={filled} />
        {await actForm({ on, filled, back })}
      </section>
    ),
  };
};

/** A form holds what the act needs to know, such as a sum: only for whoever holds the act there. */
const find = async (thing: Thing, visit: Visit, params: Params): Promise<ActOn | Shown> => {
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

/** A file that came with the form becomes an upload like any other; an empty field is none. */
const takeFiles = async ({ visit, act }: ActOn, files: Files) => {
  const values: Record<string, string> = {};
  const said: Record<string, Text> = {};
  for (const name of Object.keys(act.fields)) {
    const file = files.get(fileNameOf(name));
    if (file === undefined || (file.size === 0 && file.name === '')) continue;
    const taken = await uploadOf(visit.desk, file);
    if ('said' in taken) said[name] = taken.said;
    else values[name] = taken.upload.id;
  }
  return { values, said };
};

const onward = (on: ActOn, back: string, query: string): string => {
  const isThing = back === pathOf(on);
  const to = isThing && on.act.tab !== undefined ? `${back}?tab=${on.act.tab}` : back;
  return `${to}${to.includes('?') ? '&' : '?'}${query}`;
};

const submit = async (on: ActOn, form: Form, files: Files): Promise<Answered> => {
  const { visit, act, id } = on;
  const {
    [COMMAND_ID]: commandId = '',
    [SEEN]: seenText = '',
    [BACK]: backText = null,
    ...sent
  } = Object.fromEntries(form);
  const back = backOf(on, backText);
  const seen = Number(seenText);
  const isOurs = /^[0-9a-f-]{36}$/.test(commandId) && Number.isInteger(seen) && seenText !== '';
  if (!isOurs) return show(on);
  const taken = await takeFiles(on, files);
  const values = { ...sent, ...taken.values };
  const filled = { commandId, seen, values };
  const unfit = Object.keys(taken.said);
  if (unfit.length > 0) return page(on, { ...filled, wrong: unfit, said: taken.said }, back);
  const answer = await act.send({
    ...{ desk: visit.desk, streamId: id, commandId, raw: values, seenVersion: seen },
  });
  if (answer.status === 'invalid')
    return page(on, { ...filled, wrong: answer.fields, said: answer.said }, back);
  if (answer.status === 'refused') {
    const whoMay = await whoMayLines(visit.desk, answer);
    // Nothing is recorded under this id: the same form, sent again, is looked at anew.
    const now = answer.code === 'ChangedMeanwhile' ? await versionOf(on) : seen;
    // What was typed stays; what the thing itself says is said anew.
    const fresh = await act.start({ desk: visit.desk, streamId: id, commandId });
    const kept = { ...filled, values: { ...values, ...fresh }, seen: now };
    return page(on, { ...kept, wrong: [], refused: answer, whoMay }, back);
  }
  const isShown = await untilShown(visit.desk, answer, SHOWN_WITHIN_MS);
  return { goTo: onward(on, back, `tercatat=${commandId}${isShown ? '' : '&menyusul=1'}`) };
};

/** What a link has chosen already: one of several papers, a kind. */
const chosen = ({ visit, act }: ActOn): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(act.fields).flatMap(([name, { kind }]) => {
      const value = visit.query.get(name);
      return value !== null && (kind === 'pick' || kind === 'choice') ? [[name, value]] : [];
    }),
  );

const show = async (on: ActOn): Promise<Shown> => {
  const { visit, id, act } = on;
  const commandId = visit.desk.gateway.newCommandId();
  const start = await act.start({ desk: visit.desk, streamId: id, commandId });
  const values = { ...chosen(on), ...start };
  const filled = { commandId, seen: await versionOf(on), values, wrong: [] };
  return page(on, filled, backOf(on, visit.query.get('ke')));
};

/** One screen for all acts of a kind of thing. */
const screenOf = (thing: Thing): Screen => ({
  path: `${thing.path}/:id/tindakan/:act`,
  acts: 'everyone',
  takesFiles: true,
  async show(visit, params) {
    const at = await find(thing, visit, params);
    return 'body' in at ? at : show(at);
  },
  async submit(visit, params, form, files) {
    const at = await find(thing, visit, params);
    return 'body' in at ? at : submit(at, form, files);
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
