// The form of one act: its fields, its hidden marks, what is wrong, and the button that names it.
import { inLanguage, say, type Text } from '../../copy/text.ts';
import type { Visit } from '../house.ts';
import { ErrorNote } from '../parts/form-parts.tsx';
import type { Refused } from '../problem.ts';
import { type Html, ownPath } from '../screen.ts';
import { hereText } from '../uploads/kept-upload.ts';
import { fileNameOf } from '../uploads/paper-input.tsx';
import type { WebAct } from './act.ts';
import { actPhrases as phrases } from './act-phrases.ts';
import { Control, wrongText } from './field-controls.tsx';
import type { PickOption } from './fields.ts';
import { refusalOnPage } from './refusal-on-page.ts';
import type { Thing } from './things.ts';

/** Of the hidden fields: no field of an act may be called so. */
export const COMMAND_ID = '_command';
export const SEEN = '_seen';
export const BACK = '_back';

export type ActOn = {
  readonly visit: Visit;
  readonly thing: Thing;
  readonly act: WebAct;
  readonly id: string;
};

export type Filled = {
  readonly commandId: string;
  readonly seen: number;
  readonly values: Readonly<Record<string, string>>;
  readonly wrong: readonly string[];
  readonly said?: Readonly<Record<string, Text>> | undefined;
  readonly refused?: Refused;
  readonly whoMay?: readonly string[];
};

export const pathOf = ({ thing, id }: Pick<ActOn, 'thing' | 'id'>): string => `${thing.path}/${id}`;

/** Where the person came from, when that is a page of the same thing. */
export const backOf = (on: Pick<ActOn, 'thing' | 'id'>, asked: string | null): string => {
  const own = ownPath(asked, pathOf(on));
  const isOfThing = [own, `${own}/`].some((path) => /^[/?]/.test(path.slice(pathOf(on).length)));
  return isOfThing && own.startsWith(pathOf(on)) ? own : pathOf(on);
};

export const versionOf = async ({ visit, id }: ActOn): Promise<number> =>
  (await visit.desk.store.loadStream(id)).at(-1)?.version ?? 0;

const pickOptions = async ({ visit, act, id }: ActOn, commandId: string) => {
  const at = { desk: visit.desk, streamId: id, commandId };
  const found = new Map<string, readonly PickOption[]>();
  for (const [name, { options }] of Object.entries(act.fields))
    if (options !== undefined) found.set(name, await options(at));
  return found;
};

/** Of files that are here already: what is said of them. */
const filesHere = async ({ visit, act }: ActOn, { values }: Filled) => {
  const { desk, language } = visit;
  const found = new Map<string, string>();
  for (const [name, { kind }] of Object.entries(act.fields)) {
    const id = kind === 'upload' ? (values[name] ?? '') : '';
    const upload = id === '' ? undefined : await desk.uploads.find({ owner: desk.actorId, id });
    if (upload !== undefined && upload.offset === upload.length)
      found.set(name, hereText(upload, language));
  }
  return found;
};

const wordsOf = ({ visit: { language }, act }: ActOn, { said }: Filled, name: string): string => {
  const own = said?.[name];
  return own === undefined ? wrongText(act.fields[name], language) : inLanguage(language, own);
};

export const Problems = ({ on, filled }: { on: ActOn; filled: Filled }): Html | null => {
  const { language } = on.visit;
  const { refused, wrong, whoMay = [] } = filled;
  if (refused !== undefined)
    return (
      <ErrorNote>
        <h2>{say(language, phrases.refused)}</h2>
        <p>{refusalOnPage(refused, on.act.fields, language)}</p>
        {whoMay.map((line) => (
          <p>{line}</p>
        ))}
        {refused.code === 'ChangedMeanwhile' ? (
          <p>
            <a href={`${pathOf(on)}?tab=riwayat`}>{say(language, phrases.changes)}</a>
          </p>
        ) : null}
      </ErrorNote>
    );
  if (wrong.length === 0) return null;
  return (
    <ErrorNote>
      <h2>{say(language, phrases.wrongTitle)}</h2>
      <ul>
        {wrong.map((name) => {
          const field = on.act.fields[name];
          return (
            <li>
              <a href={`#${field?.kind === 'upload' ? fileNameOf(name) : name}`}>
                {field === undefined ? name : inLanguage(language, field.label)}:{' '}
                {wordsOf(on, filled, name)}
              </a>
            </li>
          );
        })}
      </ul>
    </ErrorNote>
  );
};

export const hasFile = ({ fields }: Pick<WebAct, 'fields'>): boolean =>
  Object.values(fields).some(({ kind }) => kind === 'upload');

export type FormProps = {
  readonly on: ActOn;
  readonly filled: Filled;
  /** Fields that the page itself fills: hidden. */
  readonly fixed?: readonly string[];
  readonly back: string;
  /** On the page of the thing itself: no card, no way back. */
  readonly isInline?: boolean;
};

export const actForm = async (props: FormProps): Promise<Html> => {
  const { on, filled, back, fixed = [], isInline = false } = props;
  const { visit, act } = on;
  const { language } = visit;
  const options = await pickOptions(on, filled.commandId);
  const here = await filesHere(on, filled);
  const isGrave = act.isGrave ? 'primary danger' : 'primary';
  return (
    <form
      method="post"
      action={`${pathOf(on)}/tindakan/${act.name}`}
      class={isInline ? 'inline-act' : 'card'}
      {...(hasFile(act) && { enctype: 'multipart/form-data' })}
    >
      <input type="hidden" name={COMMAND_ID} value={filled.commandId} />
      <input type="hidden" name={SEEN} value={String(filled.seen)} />
      <input type="hidden" name={BACK} value={back} />
      {Object.entries(act.fields).map(([name, field]) =>
        fixed.includes(name) ? (
          <input type="hidden" name={name} value={filled.values[name] ?? ''} />
        ) : (
          <Control
            name={name}
            field={field}
            language={language}
            value={filled.values[name]}
            isWrong={filled.wrong.includes(name)}
            said={filled.said?.[name] === undefined ? undefined : wordsOf(on, filled, name)}
            here={here.get(name)}
            options={options.get(name) ?? []}
          />
        ),
      )}
      <div class="actions">
        <button type="submit" class={isGrave}>
          {inLanguage(language, act.button)}
        </button>
        {isInline ? null : <a href={back}>{say(language, phrases.back)}</a>}
      </div>
    </form>
  );
};

/** A new form of an act on the page of the thing itself. */
export const freshForm = async (
  on: ActOn,
  given: Pick<FormProps, 'fixed' | 'back' | 'isInline'> & {
    readonly values?: Readonly<Record<string, string>>;
  },
): Promise<Html> => {
  const { desk } = on.visit;
  const commandId = desk.gateway.newCommandId();
  const start = await on.act.start({ desk, streamId: on.id, commandId });
  const values = { ...given.values, ...start };
  const filled = { commandId, seen: await versionOf(on), values, wrong: [] };
  return actForm({ on, filled, ...given });
};
