// Opens the sealed fields of one claim: payee and account, heirs and guardians, reporter and report.
import type { ClaimField } from '../../domain/claim/desk/look-events.ts';
import { NOTICE_FIELDS, type NoticeField } from '../../domain/claim/incident/incident-events.ts';
import type { Sealed } from '../../domain/sealed.ts';
import type { ClaimFile } from '../../projections/claim-file.ts';
import { noticeFields } from '../copy/accident-form-phrases.ts';
import { wordOf } from '../copy/code-words.ts';
import { deskPhrases } from '../copy/desk-phrases.ts';
import { signerParts } from '../copy/field-phrases.ts';
import { formatDay, type Language } from '../copy/format.ts';
import { lookPhrases as phrases } from '../copy/look-phrases.ts';
import { inLanguage, say } from '../copy/text.ts';
import type { Session } from './session.ts';

type Closed = { readonly field: ClaimField; readonly sealed: Sealed };

/** Of a death, an accident or an illness: whoever told it is sealed alike. */
const reportsOf = ({ reports, incidents }: ClaimFile['contents']) => [...reports, ...incidents];

/** Of an accident or a disease: place, cause, time, exposure (Pasal 48A). */
const noticeOf = (report: object): readonly (readonly [NoticeField, Sealed])[] =>
  'notice' in report ? (Object.entries(report.notice ?? {}) as [NoticeField, Sealed][]) : [];

const sealedOf = ({ contents, payables }: ClaimFile): readonly Closed[] => {
  const { heirs, objections, visits } = contents;
  const people = (heirs?.heirs ?? []).flatMap(({ name, guardianName }): readonly Closed[] => [
    { field: 'HEIR_NAME', sealed: name },
    ...(guardianName === undefined
      ? []
      : [{ field: 'GUARDIAN_NAME' as const, sealed: guardianName }]),
  ]);
  const payees = [heirs?.payee, ...payables.map(({ payee }) => payee)].filter((one) => one != null);
  return [
    ...payees.flatMap(({ name, account }): readonly Closed[] => [
      { field: 'PAYEE_NAME', sealed: name },
      { field: 'PAYEE_ACCOUNT', sealed: account },
    ]),
    ...people,
    ...reportsOf(contents).flatMap((report): readonly Closed[] => [
      { field: 'REPORTER_NAME', sealed: report.reporterName },
      { field: 'REPORTER_CONTACT', sealed: report.reporterContact },
      { field: 'CIRCUMSTANCES', sealed: report.circumstances },
      ...noticeOf(report).map(([, sealed]) => ({ field: 'CIRCUMSTANCES' as const, sealed })),
    ]),
    ...objections.flatMap(({ objector, grounds }): readonly Closed[] => [
      { field: 'OBJECTOR_NAME', sealed: objector },
      { field: 'OBJECTION_GROUNDS', sealed: grounds },
    ]),
    ...visits.flatMap(({ minutes, signers }): readonly Closed[] => [
      { field: 'VISIT_MINUTES', sealed: minutes },
      ...signers.map(({ name }) => ({ field: 'VISIT_SIGNERS' as const, sealed: name })),
    ]),
  ];
};

/** Which kinds of fields there are to open. */
export const sealedFields = (file: ClaimFile): readonly ClaimField[] => [
  ...new Set(sealedOf(file).map(({ field }) => field)),
];

type Open = (sealed: Sealed) => string;

/** Chosen fields, opened: only after the look at exactly these stands in the log. */
export const openClaimFields = async (
  session: Session,
  file: ClaimFile,
  fields: readonly ClaimField[],
): Promise<readonly { readonly field: ClaimField; readonly value: string }[]> => {
  const open = await opener(session, file);
  const told = sealedOf(file).flatMap(({ field, sealed }) =>
    fields.includes(field) ? [{ field, value: open(sealed) }] : [],
  );
  const isFirst = (one: (typeof told)[number], at: number): boolean =>
    told.findIndex(({ field, value }) => field === one.field && value === one.value) === at;
  return told.filter(isFirst);
};

const opener = async (session: Session, file: ClaimFile): Promise<Open> => {
  const closed = sealedOf(file).map(({ sealed }) => sealed);
  const opened = await session.keys.openMany(closed);
  const destroyed = inLanguage(session.language, deskPhrases.shredded);
  const values = new Map(
    closed.map((sealed, at) => {
      const one = opened[at];
      return [sealed.ciphertext, one?.status === 'opened' ? one.value : destroyed];
    }),
  );
  return ({ ciphertext }) => values.get(ciphertext) ?? destroyed;
};

/** The account as money would go there now: one put right later stands with its payable. */
const payeesOf = ({ contents, payables }: ClaimFile, open: Open) => {
  const current = payables.flatMap(({ payee }) => payee ?? []);
  const determined = contents.heirs === null ? [] : [contents.heirs.payee];
  return (current.length === 0 ? determined : current).map(({ ref, bic, name, account }) => ({
    ...{ ref, bic, name: open(name), account: open(account) },
  }));
};

const reportOf = (report: ReturnType<typeof reportsOf>[number], open: Open) => {
  const { reportId, reporterName, reporterContact, circumstances } = report;
  const notice: Partial<Record<NoticeField, string>> = {};
  for (const [field, sealed] of noticeOf(report)) notice[field] = open(sealed);
  return {
    ...{ reportId, reporterName: open(reporterName), reporterContact: open(reporterContact) },
    ...{ circumstances: open(circumstances), notice },
  };
};

/** The first report, for its form: only after the look stands in the log. */
export const openedReport = async (session: Session, file: ClaimFile) => {
  const [first] = reportsOf(file.contents);
  return first === undefined ? null : reportOf(first, await opener(session, file));
};

const contentsOf = (file: ClaimFile, open: Open) => ({
  payees: payeesOf(file, open),
  heirs: (file.contents.heirs?.heirs ?? []).map(({ ref, name, guardianName }) => ({
    ref,
    name: open(name),
    guardianName: guardianName === undefined ? null : open(guardianName),
  })),
  reports: reportsOf(file.contents).map((report) => reportOf(report, open)),
  objections: file.contents.objections.map(({ objectionId, objector, grounds }) => ({
    ...{ objectionId, objector: open(objector), grounds: open(grounds) },
  })),
  visits: file.contents.visits.map(({ visit, visitedOn, minutes, signers }) => ({
    ...{ visit, visitedOn, minutes: open(minutes) },
    signers: signers.map(({ part, name }) => ({ part, name: open(name) })),
  })),
});

type Revealed = ReturnType<typeof contentsOf>;

const linesOf = (
  { payees, heirs, reports, objections, visits }: Revealed,
  language: Language,
): readonly string[] => [
  ...payees.map((payee) => say(language, phrases.payee, payee)),
  ...heirs.flatMap(({ ref, name, guardianName }) => [
    say(language, phrases.heir, { ref, name }),
    ...(guardianName === null
      ? []
      : [say(language, phrases.guardian, { ref, name: guardianName })]),
  ]),
  ...reports.flatMap(({ reporterName: name, reporterContact: contact, circumstances, notice }) => [
    say(language, phrases.reporter, { name, contact }),
    say(language, phrases.circumstances, { text: circumstances }),
    ...NOTICE_FIELDS.flatMap((field) =>
      notice[field] === undefined
        ? []
        : [`${wordOf(noticeFields, field, language)}: ${notice[field]}`],
    ),
  ]),
  ...objections.map(({ objector: name, grounds: text }) =>
    say(language, phrases.objection, { name, text }),
  ),
  ...visits.flatMap(({ visitedOn, minutes: text, signers }) => [
    say(language, phrases.minutes, { day: formatDay(visitedOn, language), text }),
    ...signers.map(({ part, name }) =>
      say(language, phrases.minutesSigner, { part: wordOf(signerParts, part, language), name }),
    ),
  ]),
];

/** Only after the look stands in the log. */
export const revealedClaim = async (
  session: Session,
  file: ClaimFile,
): Promise<{ readonly revealed: Revealed; readonly lines: readonly string[] }> => {
  const revealed = contentsOf(file, await opener(session, file));
  const { language } = session;
  const lines = linesOf(revealed, language);
  return {
    revealed,
    lines:
      lines.length === 0
        ? ['', say(language, phrases.nothingSealed)]
        : ['', say(language, phrases.revealed), ...lines.map((line) => `  ${line}`)],
  };
};
