// One control for each kind of field of an act.
import { formatRupiah, type Language } from '../../copy/format.ts';
import { inLanguage, say, type Text } from '../../copy/text.ts';
import { Field as Input, Select, TextArea } from '../parts/form-parts.tsx';
import type { Html } from '../screen.ts';
import { actPhrases } from './act-phrases.ts';
import type { Field, FieldKind, PickOption } from './fields.ts';

const WRONG: Readonly<Record<FieldKind, Text>> = {
  text: actPhrases.wrongText,
  'long-text': actPhrases.wrongText,
  day: actPhrases.wrongDay,
  rupiah: actPhrases.wrongRupiah,
  choice: actPhrases.wrongChoice,
  pick: actPhrases.wrongChoice,
  given: actPhrases.wrongText,
  'given-rupiah': actPhrases.wrongRupiah,
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

export const Control = (props: ControlProps): Html => {
  const { name, field, language, value, isWrong } = props;
  const { kind, label, hint, isOptional } = field;
  if (kind === 'given' || kind === 'given-rupiah') return <Given {...props} />;
  const said = {
    name,
    value,
    label: inLanguage(language, label),
    required: !isOptional,
    ...(hint !== undefined && { hint: inLanguage(language, hint) }),
    ...(isWrong && { error: wrongText(field, language) }),
  };
  if (kind === 'long-text') return <TextArea {...said} />;
  if (kind === 'choice' || kind === 'pick')
    return (
      <Select {...said} options={choices(props)} empty={say(language, actPhrases.chooseOne)} />
    );
  if (kind === 'day') return <Input {...said} type="date" width="day" />;
  return <Input {...said} {...(kind === 'rupiah' && { inputmode: 'numeric', width: 'sum' })} />;
};
