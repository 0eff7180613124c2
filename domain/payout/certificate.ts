// The certificate of one payment: from the files that were kept and the log, at most one credit.
import type { LocalDate } from '../calendar.ts';
import type { RupiahText } from '../money.ts';
import type { BankAnswerKind } from './payment-events.ts';

/** One attempt as the log tells it. */
export type CertifiedSend = {
  readonly attempt: number;
  readonly runId: string;
  readonly endToEndId: string;
  readonly sentAt: string | null;
  readonly fileSha256: string | null;
};

/** A payment file as it was kept; `lines` null: the bytes are gone, changed or cannot be read. */
export type KeptFile = {
  readonly runId: string;
  readonly name: string;
  readonly sha256: string;
  readonly lines:
    | readonly {
        readonly line: number;
        readonly endToEndId: string;
        readonly amountIdr: RupiahText;
      }[]
    | null;
};

/** A file of the bank as it was kept; only lines about this payment. */
export type KeptStatement = {
  readonly sha256: string;
  readonly format: string | null;
  /** Null: the bytes are gone or cannot be read. */
  readonly lines:
    | readonly {
        readonly line: number;
        readonly endToEndId: string;
        readonly kind: BankAnswerKind;
        readonly amountIdr: RupiahText | null;
        readonly bankReference: string;
        readonly bookedOn: LocalDate | null;
      }[]
    | null;
};

export type CertificateFacts = {
  readonly amountIdr: RupiahText;
  readonly sends: readonly CertifiedSend[];
  readonly files: readonly KeptFile[];
  readonly statements: readonly KeptStatement[];
  /** The log's own end: paid by a line of the bank, by a person's word or in an entered past; or not. */
  readonly paid: 'BY_BANK' | 'BY_PERSON' | 'IN_THE_PAST' | 'NOT';
};

export const CERTIFICATE_FINDINGS = [
  'FILE_NOT_KEPT',
  'LINE_MISSING',
  'LINE_TWICE',
  'LINE_OTHER_AMOUNT',
  'STATEMENT_NOT_KEPT',
  'CREDITED_TWICE',
  'CREDIT_NOT_IN_LOG',
  'PAID_WITHOUT_CREDIT',
] as const;
export type CertificateFinding = (typeof CERTIFICATE_FINDINGS)[number];

export type Certificate = {
  /** Distinct bookings to the payee less what came back, by the bank's own files. */
  readonly credits: number;
  readonly findings: readonly { readonly finding: CertificateFinding; readonly about: string }[];
};

type Found = Certificate['findings'][number];

const fileFindings = ({ sends, files, amountIdr }: CertificateFacts): readonly Found[] =>
  sends.flatMap(({ endToEndId, fileSha256 }): readonly Found[] => {
    if (fileSha256 === null) return [];
    const own = files.find(({ sha256 }) => sha256 === fileSha256);
    if (own === undefined || own.lines === null)
      return [{ finding: 'FILE_NOT_KEPT', about: fileSha256 }];
    const lines = files.flatMap(({ lines: kept }) =>
      (kept ?? []).filter((line) => line.endToEndId === endToEndId),
    );
    const about = endToEndId;
    if (!own.lines.some((line) => line.endToEndId === endToEndId))
      return [{ finding: 'LINE_MISSING', about }];
    return [
      ...(lines.length > 1 ? [{ finding: 'LINE_TWICE' as const, about }] : []),
      ...(lines.some((line) => line.amountIdr !== amountIdr)
        ? [{ finding: 'LINE_OTHER_AMOUNT' as const, about }]
        : []),
    ];
  });

/** The same line in two of the bank's files is one booking. */
const bookings = ({ sends, statements }: CertificateFacts, kind: 'settled' | 'returned') => {
  const own = new Set(sends.map(({ endToEndId }) => endToEndId));
  const lines = statements.flatMap(({ lines: kept }) => kept ?? []);
  return new Set(
    lines
      .filter((line) => line.kind === kind && own.has(line.endToEndId))
      .map(({ endToEndId, bankReference, bookedOn }) =>
        [endToEndId, bankReference === '' ? bookedOn : bankReference].join(' '),
      ),
  ).size;
};

const creditFindings = (facts: CertificateFacts, credits: number): readonly Found[] => {
  const about = facts.sends.at(-1)?.endToEndId ?? '-';
  if (credits > 1) return [{ finding: 'CREDITED_TWICE', about }];
  if (credits === 1 && facts.paid === 'NOT') return [{ finding: 'CREDIT_NOT_IN_LOG', about }];
  return credits === 0 && facts.paid === 'BY_BANK'
    ? [{ finding: 'PAID_WITHOUT_CREDIT', about }]
    : [];
};

/** Re-derives from the kept files what the log says; whatever does not fit is a finding. */
export const certify = (facts: CertificateFacts): Certificate => {
  const credits = bookings(facts, 'settled') - bookings(facts, 'returned');
  const unread = facts.statements.filter(({ lines }) => lines === null);
  return {
    credits,
    findings: [
      ...fileFindings(facts),
      ...unread.map(({ sha256 }): Found => ({ finding: 'STATEMENT_NOT_KEPT', about: sha256 })),
      ...creditFindings(facts, credits),
    ],
  };
};
