// The forms of the law about a work accident (KK1, KK2, KK3), filled from the claim; sealed fields as opened.
import {
  NOTICE_FIELDS,
  type NoticeField,
  type ReportStage,
} from '../../domain/claim/incident/incident-events.ts';
import type { WorkerField } from '../../domain/worker/look-events.ts';
import type { ClaimFile } from '../../projections/claim-file.ts';
import type { Member } from '../../projections/member-roster.ts';
import { noticeFields, formPhrases as phrases } from '../copy/accident-form-phrases.ts';
import { lineName } from '../copy/benefits.ts';
import {
  documentKinds,
  reportChannels,
  reporterRelations,
  waitingFor,
} from '../copy/claim-words.ts';
import { wordOf } from '../copy/code-words.ts';
import { formatDay, formatInstant, formatRupiah, type Language } from '../copy/format.ts';
import {
  conclusions,
  lateReasons,
  medicalOutcomes,
  reportKinds,
} from '../copy/incident-phrases.ts';
import { occupationWord } from '../copy/occupation-word.ts';
import { say } from '../copy/text.ts';
import { kelurahanText } from './place-words.ts';

export const FORMS = ['KK1', 'KK2', 'KK3'] as const;
export type Form = (typeof FORMS)[number];

/** What was opened of the report and of the worker; null where everything stays sealed. */
export type Opened = {
  readonly worker: Readonly<Partial<Record<WorkerField, string>>>;
  readonly report: {
    readonly reporterName: string;
    readonly reporterContact: string;
    readonly circumstances: string;
    readonly notice: Readonly<Partial<Record<NoticeField, string>>>;
  };
} | null;

type Facts = {
  readonly file: ClaimFile;
  readonly worker: Member | undefined;
  readonly opened: Opened;
  readonly language: Language;
};
type Lines = readonly string[];

const BLANK = '______________________________';
const SEALED = '••••';

const field = (label: string, value: string): string => `  ${label.padEnd(36)}: ${value}`;

const memberLines = ({ worker, opened, language }: Facts): Lines => {
  const shown = (name: WorkerField): string => opened?.worker[name] ?? SEALED;
  return [
    say(language, phrases.member),
    field(say(language, phrases.name), shown('name')),
    field('NIK', shown('nik')),
    field('KPJ', shown('kpj')),
    field(say(language, phrases.segment), 'BPU'),
    field(
      say(language, phrases.home),
      worker === undefined ? BLANK : kelurahanText(worker.kelurahan),
    ),
    field(
      say(language, phrases.occupation),
      worker === undefined ? BLANK : occupationWord(worker.occupation, language),
    ),
  ];
};

const lateLine = ({ file, language }: Facts, stage: ReportStage): Lines => {
  const { incident } = file.facts;
  const isLate = stage === 'FIRST' ? incident?.late : incident?.secondStage?.late;
  if (isLate !== true) return [field(say(language, phrases.inTime), say(language, phrases.yes))];
  const why = incident?.explained.find((one) => one.stage === stage);
  const said =
    why === undefined
      ? BLANK
      : `${wordOf(lateReasons, why.because, language)} (${wordOf(waitingFor, why.party, language)})`;
  return [
    field(say(language, phrases.inTime), say(language, phrases.no)),
    field(say(language, phrases.lateWhy), said),
  ];
};

/** Pasal 48A: who, where, why, when, and who tells it; of a disease the work and the exposure. */
const firstStage = (facts: Facts): Lines => {
  const { file, opened, language } = facts;
  const [report] = file.contents.incidents;
  const { incident, hospital } = file.facts;
  if (report === undefined || incident === null) return [];
  const isDisease = incident.kind === 'DISEASE';
  const wanted = NOTICE_FIELDS.filter(
    (name) => isDisease || !['work', 'tenure', 'exposure', 'diagnosis'].includes(name),
  );
  const known = (name: NoticeField): string => {
    if (report.notice?.[name] === undefined) return BLANK;
    return opened?.report.notice[name] ?? SEALED;
  };
  return [
    say(language, phrases.event),
    field(say(language, phrases.kind), wordOf(reportKinds, incident.kind, language)),
    field(say(language, phrases.day), formatDay(incident.eventDate, language)),
    ...wanted.map((name) => field(wordOf(noticeFields, name, language), known(name))),
    field(say(language, phrases.chronology), opened?.report.circumstances ?? SEALED),
    field(
      say(language, phrases.treatedAt),
      hospital.guarantees.map(({ hospital: { name } }) => name).join(', ') || BLANK,
    ),
    '',
    say(language, phrases.notifier),
    field(say(language, phrases.name), opened?.report.reporterName ?? SEALED),
    field(say(language, phrases.phone), opened?.report.reporterContact ?? SEALED),
    field(say(language, phrases.relation), wordOf(reporterRelations, report.relation, language)),
    field(say(language, phrases.channel), wordOf(reportChannels, report.channel, language)),
    field(say(language, phrases.received), formatInstant(report.receivedAt, language)),
    ...lateLine(facts, 'FIRST'),
  ];
};

const secondStage = (facts: Facts): Lines => {
  const { file, language } = facts;
  const { incident } = file.facts;
  if (incident?.secondStage == null) return [];
  const { conclusion, medical, bills } = incident;
  const { outcome, declaredOn } = incident.secondStage;
  const held = file.contents.documents.filter(({ state }) => state === 'RECEIVED');
  return [
    say(language, phrases.application),
    field(say(language, phrases.day), formatDay(incident.eventDate, language)),
    field(
      say(language, phrases.concluded),
      conclusion === null ? BLANK : wordOf(conclusions, conclusion.conclusion, language),
    ),
    field(say(language, phrases.outcome), wordOf(medicalOutcomes, outcome, language)),
    field(say(language, phrases.declared), formatDay(declaredOn, language)),
    field(say(language, phrases.daysOff), medical === null ? BLANK : String(medical.daysOff)),
    ...bills.map(({ code, amountIdr }) =>
      field(lineName(code, language), formatRupiah(amountIdr, language)),
    ),
    ...lateLine(facts, 'SECOND'),
    '',
    say(language, phrases.attached),
    ...(held.length === 0
      ? [`  ${BLANK}`]
      : held.map(({ kind }) => `  [x] ${wordOf(documentKinds, kind, language)}`)),
    ...file.missingDocuments.map((kind) => `  [ ] ${wordOf(documentKinds, kind, language)}`),
  ];
};

const doctorsWord = ({ file, language }: Facts): Lines => {
  const { incident } = file.facts;
  if (incident?.secondStage == null) return [];
  const { medical, secondStage: stage } = incident;
  const percent = (share: number | null): string => (share === null ? '' : ` ${share / 100} %`);
  const losses = (medical?.losses ?? []).map(
    ({ code, count, functionLost, measure }) =>
      `${code} × ${count}${percent(functionLost)}${measure === null ? '' : ` (${measure / 100})`}`,
  );
  return [
    say(language, phrases.statement),
    field(say(language, phrases.outcome), wordOf(medicalOutcomes, stage.outcome, language)),
    field(say(language, phrases.declared), formatDay(stage.declaredOn, language)),
    field(say(language, phrases.daysOff), medical === null ? BLANK : String(medical.daysOff)),
    field(say(language, phrases.losses), losses.join('; ') || (medical === null ? BLANK : '-')),
    field(say(language, phrases.doctor), BLANK),
    field(say(language, phrases.practice), BLANK),
  ];
};

const BODIES: Readonly<Record<Form, (facts: Facts) => Lines>> = {
  KK1: firstStage,
  KK2: secondStage,
  KK3: doctorsWord,
};

/** Empty where the claim has not come so far: KK2 and KK3 follow the word of the doctor. */
export const formLines = (form: Form, facts: Facts): Lines => {
  const body = BODIES[form](facts);
  const { file, language } = facts;
  // Led to JKN it is no matter of JKK, and of none of its forms.
  if (body.length === 0 || file.facts.incident?.routed != null) return [];
  return [
    `  ${say(language, phrases.claim, { claim: file.claimId })}`,
    '',
    ...memberLines(facts),
    '',
    ...body,
    '',
    say(language, phrases.signature),
    `  ${say(language, phrases.placeDay)}`,
    '',
    `  ${say(language, form === 'KK3' ? phrases.signDoctor : phrases.signNotifier)}`,
  ];
};
