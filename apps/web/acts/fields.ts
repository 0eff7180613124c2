// Fields of acts: each brings its form and its schema, so that a form and the API check the same.
import { z } from 'zod';
import { isLocalDate, isMonth, type LocalDate, type Month } from '../../../domain/calendar.ts';
import type { RupiahText } from '../../../domain/money.ts';
import { isAreaCode } from '../../../domain/region.ts';
import { codesOf, type Words } from '../../copy/code-words.ts';
import type { Text } from '../../copy/text.ts';
import type { ActAt } from './act-at.ts';

type Said = {
  readonly label: Text;
  readonly hint?: Text;
};

/** `given`: shown, sent back, not typed. `pick`: one of what the thing has now. */
export type FieldKind =
  | 'text'
  | 'area'
  | 'long-text'
  | 'day'
  | 'month'
  | 'count'
  | 'rupiah'
  | 'choice'
  | 'pick'
  | 'given'
  | 'given-rupiah'
  /** A file; its value is the id of an upload that came in before. */
  | 'upload';

export type PickOption = { readonly value: string; readonly word: Text };

export type Field<Schema extends z.ZodType = z.ZodType> = Said & {
  readonly kind: FieldKind;
  readonly schema: Schema;
  readonly isOptional: boolean;
  /** Of a choice: codes with their words. */
  readonly words?: Words;
  /** Of a pick: asked when the form is shown. */
  readonly options?: (at: ActAt) => Promise<readonly PickOption[]>;
};

export type Fields = Readonly<Record<string, Field>>;

/** What the fields mean together, once checked. */
export type InputOf<Given extends Fields> = {
  readonly [Name in keyof Given]: z.output<Given[Name]['schema']>;
};

const TEXT_CHARS_MAX = 500;
const LONG_TEXT_CHARS_MAX = 4_000;

const plain = (max: number) => z.string().trim().min(1).max(max);

export const textField = (said: Said) =>
  ({ ...said, kind: 'text', schema: plain(TEXT_CHARS_MAX), isOptional: false }) as const;

/** `64.74` or `64.74.02.1001`: where an act holds. */
export const areaField = (said: Said) =>
  ({
    ...said,
    kind: 'area',
    schema: z.string().trim().refine(isAreaCode).meta({ id: 'Area', example: '64.74' }),
    isOptional: false,
  }) as const;

export const longTextField = (said: Said) =>
  ({ ...said, kind: 'long-text', schema: plain(LONG_TEXT_CHARS_MAX), isOptional: false }) as const;

const day = z
  .string()
  .trim()
  .refine((text): text is LocalDate => isLocalDate(text))
  .meta({ id: 'Day', description: 'YYYY-MM-DD', example: '2026-11-21' });

export const dayField = (said: Said) =>
  ({ ...said, kind: 'day', schema: day, isOptional: false }) as const;

const month = z
  .string()
  .trim()
  .refine((text): text is Month => isMonth(text))
  .meta({ id: 'Month', description: 'YYYY-MM', example: '2026-11' });

export const monthField = (said: Said) =>
  ({ ...said, kind: 'month', schema: month, isOptional: false }) as const;

/** `12.400` and `12400` are one number; on the wire it is digits. */
const count = z
  .string()
  .trim()
  .transform((text) => text.replace(/[\s.]/g, ''))
  .pipe(z.string().regex(/^\d{1,7}$/))
  .transform(Number)
  .meta({ id: 'Count', description: 'a whole number as digits', example: '12400' });

export const countField = (said: Said) =>
  ({ ...said, kind: 'count', schema: count, isOptional: false }) as const;

const SEPARATORS = /^Rp|[\s.]/gi;

/** `42.000.000`, `Rp 42 000 000` and `42000000` are one sum; on the wire it is digits. */
const rupiah = z
  .string()
  .trim()
  .transform((text) => text.replace(SEPARATORS, ''))
  .pipe(z.string().regex(/^(0|[1-9]\d{0,14})$/))
  .transform((text) => text as RupiahText)
  .meta({ id: 'Rupiah', description: 'whole rupiah as decimal digits', example: '42000000' });

export const rupiahField = (said: Said) =>
  ({ ...said, kind: 'rupiah', schema: rupiah, isOptional: false }) as const;

export const choiceField = <Code extends string>(said: Said & { readonly words: Words<Code> }) =>
  ({
    ...said,
    kind: 'choice',
    schema: z.enum(codesOf(said.words) as [Code, ...Code[]]),
    isOptional: false,
  }) as const;

/** One of what the thing has at that moment, by its id. */
export const pickField = (said: Said & Required<Pick<Field, 'options'>>) =>
  ({ ...said, kind: 'pick', schema: z.uuid(), isOptional: false }) as const;

/** A paper: in a form as a file or as an upload that is here already, in the API as the upload's id. */
export const uploadField = (said: Said) =>
  ({
    ...said,
    kind: 'upload',
    schema: z.uuid().meta({ description: 'id of a finished upload: /v1/uploads, tus 1.0' }),
    isOptional: false,
  }) as const;

/** Seen by the person and sent back as it was: the command says what they looked at. */
export const givenTextField = (said: Said) =>
  ({ ...said, kind: 'given', schema: plain(TEXT_CHARS_MAX), isOptional: false }) as const;

export const givenRupiahField = (said: Said) =>
  ({ ...said, kind: 'given-rupiah', schema: rupiah, isOptional: false }) as const;

/** May be left out; an empty field of a form counts as left out. */
export const optionalField = <Schema extends z.ZodType, Given extends Field<Schema>>(
  field: Given,
) => ({
  ...field,
  schema: z.preprocess(
    (value) => (value === '' ? undefined : value),
    field.schema.optional() as z.ZodOptional<Given['schema']>,
  ),
  isOptional: true,
});

/** The envelope carries it, not the command: `act.ts` looks for this name. */
export const agendaField = () =>
  optionalField(
    textField({
      label: ['Nomor agenda (boleh kosong)', 'Agenda number (may be left out)'],
      hint: [
        'Nomor surat masuk pada buku agenda kantor Anda.',
        'Of the register of letters of your office.',
      ],
    }),
  );

export const schemaOf = (fields: Fields) =>
  z.strictObject(
    Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])),
  );
