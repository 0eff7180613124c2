// One control for each kind of field of an act.
import { formatRupiah, type Language } from '../../copy/format.ts';
import { inLanguage, say, type Text } from '../../copy/text.ts';
import { Field as Input, Select, TextArea } from '../parts/form-parts.tsx';
import type { Html } from '../screen.ts';
import { PaperInput } from '../uploads/paper-input.tsx';
import { uploadPhrases } from '../uploads/upload-phrases.ts';
import { actPhrases } from './act-phrases.ts';
import type { Field, FieldKind, PickOption } from './fields.ts';

const WRONG: Readonly<Record<FieldKind, Text>> = {
  text: actPhrases.wrongText,
  area: actPhrases.wrongArea,
  'long-text': actPhrases.wrongText,
  day: actPhrases.wrongDay,
  month: actPhrases.wrongMonth,
  count: actPhrases.wrongCount,
  rupiah: actPhrases.wrongRupiah,
  choice: actPhrases.wrongChoice,
  pick: actPhrases.wrongChoice,
  given: actPhrases.wrongText,
  'given-rupiah': actPhrases.wrongRupiah,
  upload: uploadPhrases.missing,
};

export const wrongText = (field: Field | undefined, language: Language): string =>
  inLanguage(language, field === undefined ? actPhrases.unknownField : WRONG[field.kind]);

export type ControlProps = {
  readonly name: string;
  readonly field: Field;
  readonly language: Language;
  readonly value: string | undefined;
  readonly isWrong: boolean;
  readonly options: readonly PickOption[];
  /** What is wrong with it in words of its own. */
  readonly said?: string | undefined;
  /** Of a file that is here already. */
  readonly here?: string | undefined;
};

/** What the person looked at: shown, and sent back as it was. */
const Given = ({ name, field, language, value }: ControlProps): Html | null =>
  value === undefined ? null : (
    <div class="given">
      <span class="given-label">{inLanguage(language, field.label)}</span>
      <strong class={field.kind === 'given-rupiah' ? 'given-sum' : ''}>
        {field.kind === 'given-rupiah' ? formatRupiah(value, language) : value}
      </strong>
      <input type="hidden" name={name} value={value} />
    </div>
  );

const choices = ({ field, language, options }: ControlProps) =>
  field.kind === 'pick'
    ? options.map(({ value, word }) => ({ value, word: inLanguage(language, word) }))
    : Object.entries(field.words ?? {}).map(([value, word]) => ({
        value,
        word: inLanguage(language, word),
      }));

const saidOf = (props: ControlProps) => {
  const { name, field, language, value, isWrong, said } = props;
  const { label, hint, isOptional } = field;
  return {
    name,
    value,
    label: inLanguage(language, label),
    required: !isOptional,
    ...(hint !== undefined && { hint: inLanguage(language, hint) }),
    ...(isWrong && { error: said ?? wrongText(field, language) }),
  };
};

const Paper = (props: ControlProps): Html => {
  const { language, value, here } = props;
  const upload = here === undefined || value === undefined ? undefined : { id: value, text: here };
  return <PaperInput {...saidOf(props)} language={language} upload={upload} />;
};

export const Control = (props: ControlProps): Html => {
  const { kind } = props.field;
  if (kind === 'given' || kind === 'given-rupiah') return <Given {...props} />;
  if (kind === 'upload') return <Paper {...props} />;
  const said = saidOf(props);
  if (kind === 'long-text') return <TextArea {...said} />;
  if (kind === 'choice' || kind === 'pick') {
    const empty = say(props.language, actPhrases.chooseOne);
    return <Select {...said} options={choices(props)} empty={empty} />;
  }
  if (kind === 'day') return <Input {...said} type="date" width="day" />;
  if (kind === 'month') return <Input {...said} type="month" width="day" />;
  const isFigure = kind === 'rupiah' || kind === 'count';
  return <Input {...said} {...(isFigure && { inputmode: 'numeric', width: 'sum' })} />;
};
