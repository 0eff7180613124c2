// What a report brings, read once for the page that asks back, for sending, and for what is wrong.
import { isLocalDate, type LocalDate } from '../../../../domain/calendar.ts';
import {
  REPORT_CHANNELS,
  type ReportChannel,
  type ReporterRelation,
} from '../../../../domain/claim/intake/report-events.ts';
import { readKpj, readNik } from '../../../../domain/identity.ts';
import { reporterRelations } from '../../../copy/claim-words.ts';
import { codesOf } from '../../../copy/code-words.ts';
import { reportKinds } from '../../../copy/incident-phrases.ts';
import type { Text } from '../../../copy/text.ts';
import { type Form, fieldOf } from '../../screen.ts';
import { reportPhrases as phrases } from './report-phrases.ts';

export type ReportKind = keyof typeof reportKinds;

export type ReportGiven = {
  readonly number: { readonly by: 'NIK' | 'KPJ'; readonly value: string };
  readonly kind: ReportKind;
  readonly fromWork: boolean;
  readonly day: LocalDate;
  readonly relation: ReporterRelation;
  readonly channel: ReportChannel;
  readonly reporter: string;
  readonly contact: string;
  readonly circumstances: string;
  readonly apart: boolean;
};

/** Every field of the form, in its order. */
export const REPORT_FIELDS = [
  ...(['number', 'kind', 'fromWork', 'day', 'time', 'place', 'story'] as const),
  ...(['work', 'tenure', 'exposure', 'diagnosis'] as const),
  ...(['reporter', 'contact', 'relation', 'channel', 'apart'] as const),
] as const;

const digitsOf = (text: string): string => text.replace(/[\s.-]/g, '');

const numberIn = (form: Form): ReportGiven['number'] | undefined => {
  const value = digitsOf(fieldOf(form, 'number'));
  if (readNik(value).status === 'plausible') return { by: 'NIK', value };
  return readKpj(value) === null ? undefined : { by: 'KPJ', value };
};

/** In the language of the file, whoever typed it; what was left out is not said. */
const LABELS: readonly (readonly [field: string, label: string])[] = [
  ['place', 'Tempat'],
  ['time', 'Jam'],
  ['story', 'Kronologi dan sebab'],
  ['work', 'Jenis pekerjaan'],
  ['tenure', 'Masa kerja'],
  ['exposure', 'Pajanan'],
  ['diagnosis', 'Diagnosis'],
];

const circumstancesIn = (form: Form): string =>
  LABELS.flatMap(([field, label]) => {
    const text = fieldOf(form, field);
    return text === '' ? [] : [`${label}: ${text}`];
  }).join('. ');

const TEXT_MAX = 2_000;
const BY_ARTICLE_48A: readonly ReportChannel[] = ['GROUP', 'HOSPITAL'];

const oneOf = <Code extends string>(codes: readonly Code[], text: string): Code | undefined =>
  codes.find((code) => code === text);

const wrongIn = (form: Form, today: LocalDate): ReadonlyMap<string, Text> => {
  const wrong = new Map<string, Text>();
  const day = fieldOf(form, 'day');
  if (numberIn(form) === undefined) wrong.set('number', phrases.wrongNumber);
  if (oneOf(codesOf(reportKinds), fieldOf(form, 'kind')) === undefined)
    wrong.set('kind', phrases.wrongKind);
  if (!isLocalDate(day) || day > today) wrong.set('day', phrases.wrongDay);
  for (const field of ['place', 'story', 'reporter', 'contact']) {
    const { length } = fieldOf(form, field);
    if (length === 0 || length > TEXT_MAX) wrong.set(field, phrases.wrongText);
  }
  const channel = oneOf(REPORT_CHANNELS, fieldOf(form, 'channel'));
  if (channel === undefined) wrong.set('channel', phrases.wrongText);
  if (channel !== undefined && BY_ARTICLE_48A.includes(channel) && fieldOf(form, 'time') === '')
    wrong.set('time', phrases.wrongGroup);
  if (oneOf(codesOf(reporterRelations), fieldOf(form, 'relation')) === undefined)
    wrong.set('relation', phrases.wrongText);
  return wrong;
};

export const reportIn = (
  form: Form,
  today: LocalDate,
): { readonly given: ReportGiven } | { readonly wrong: ReadonlyMap<string, Text> } => {
  const wrong = wrongIn(form, today);
  const number = numberIn(form);
  const kind = oneOf(codesOf(reportKinds), fieldOf(form, 'kind'));
  const channel = oneOf(REPORT_CHANNELS, fieldOf(form, 'channel'));
  const relation = oneOf(codesOf(reporterRelations), fieldOf(form, 'relation'));
  const day = fieldOf(form, 'day');
  const isWhole = wrong.size === 0 && isLocalDate(day);
  if (!isWhole || number === undefined || kind === undefined) return { wrong };
  if (channel === undefined || relation === undefined) return { wrong };
  return {
    given: {
      ...{ number, kind, day, channel, relation },
      fromWork: form.has('fromWork') && (kind === 'DEATH' || kind === 'MISSING'),
      reporter: fieldOf(form, 'reporter'),
      contact: fieldOf(form, 'contact'),
      circumstances: circumstancesIn(form),
      apart: form.has('apart'),
    },
  };
};
