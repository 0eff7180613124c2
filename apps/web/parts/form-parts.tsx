// Fields of forms: a label, a hint, the error beside it; values stay when a form comes back.
import type { Child } from 'hono/jsx';
import type { Html } from '../screen.ts';

export type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value?: string | undefined;
  readonly type?: 'text' | 'password' | 'date' | 'time' | 'month' | 'search';
  readonly autocomplete?: string | undefined;
  readonly inputmode?: 'numeric' | 'text' | undefined;
  readonly required?: boolean;
  readonly autofocus?: boolean;
  readonly autocapitalize?: 'none';
  /** In characters: how wide the field looks. */
  readonly width?: 'code' | 'day' | 'sum';
  /** Of a `datalist` on the page. */
  readonly list?: string;
  /** The last day that makes sense. */
  readonly max?: string;
};

const describedBy = ({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) => {
  const ids = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(error === undefined ? [] : [`${name}-error`]),
  ];
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') };
};

/** Label, hint and error around any control that is called `name`. */
export const Labelled = (
  props: Pick<FieldProps, 'name' | 'label' | 'hint' | 'error'> & { readonly children?: Child },
): Html => {
  const { name, label, hint, error, children } = props;
  return (
    <div class={error === undefined ? 'field' : 'field is-wrong'}>
      <label for={name}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p class="error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
};

export const Field = (props: FieldProps): Html => {
  const { name, label, hint, error, value, type = 'text', width, required = true } = props;
  const { autocomplete, inputmode, autofocus = false, autocapitalize, list, max } = props;
  return (
    <Labelled name={name} label={label} hint={hint} error={error}>
      <input
        id={name}
        name={name}
        type={type}
        {...(value !== undefined && { value })}
        {...(required && { required: true })}
        {...(autofocus && { autofocus: true })}
        {...(autocomplete !== undefined && { autocomplete })}
        {...(autocapitalize !== undefined && { autocapitalize, spellcheck: false })}
        {...(inputmode !== undefined && { inputmode })}
        {...(list !== undefined && { list })}
        {...(max !== undefined && { max })}
        {...(width !== undefined && { class: `wide-${width}` })}
        {...(error !== undefined && { 'aria-invalid': 'true' })}
        {...describedBy({ name, hint, error })}
      />
    </Labelled>
  );
};

export type Option = { readonly value: string; readonly word: string };

export const Select = (
  props: Pick<FieldProps, 'name' | 'label' | 'hint' | 'error' | 'value' | 'required'> & {
    readonly options: readonly Option[];
    /** Said while nothing is chosen. */
    readonly empty?: string | undefined;
  },
): Html => {
  const { name, label, hint, error, value, options, empty, required = true } = props;
  return (
    <Labelled name={name} label={label} hint={hint} error={error}>
      <select
        id={name}
        name={name}
        {...(required && { required: true })}
        {...(error !== undefined && { 'aria-invalid': 'true' })}
        {...describedBy({ name, hint, error })}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option value={option.value} {...(option.value === value && { selected: true })}>
            {option.word}
          </option>
        ))}
      </select>
    </Labelled>
  );
};

export const TextArea = (
  props: Pick<FieldProps, 'name' | 'label' | 'hint' | 'error' | 'value' | 'required'>,
): Html => {
  const { name, label, hint, error, value = '', required = true } = props;
  return (
    <Labelled name={name} label={label} hint={hint} error={error}>
      <textarea
        id={name}
        name={name}
        rows={3}
        {...(required && { required: true })}
        {...(error !== undefined && { 'aria-invalid': 'true' })}
        {...describedBy({ name, hint, error })}
      >
        {value}
      </textarea>
    </Labelled>
  );
};

/** What went wrong with the whole form; it comes first and holds the focus. */
export const ErrorNote = ({ children }: { readonly children?: Child }): Html => (
  <div class="note is-wrong" role="alert" tabindex={-1}>
    {children}
  </div>
);
