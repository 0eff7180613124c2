// The papers of a JKM claim, dated by law version (domain-rules §4.2).
import type { LocalDate } from '../calendar.ts';
import { localDate } from '../calendar.ts';
import type { DocumentKind } from '../claim/documents/document-events.ts';
import type { Confidence } from './law-versions.ts';

export type DocumentNeed =
  | 'ALWAYS'
  | 'PAYEE_IS_SPOUSE'
  | 'PAYEE_IS_KIN'
  | 'PAYEE_IS_MINOR'
  | 'SEVERAL_HEIRS'
  | 'BY_WILL'
  | 'BY_COURT'
  | 'NAMES_DIFFER';

export type DocumentRow = {
  readonly kind: DocumentKind;
  /** The paper's name in law and at the counter. */
  readonly paper: string;
  readonly need: DocumentNeed;
  readonly basis: string;
  readonly confidence: Confidence;
};

export type DocumentList = {
  readonly lawVersion: 'L0' | 'L3';
  readonly from: LocalDate;
  readonly rows: readonly DocumentRow[];
};

const PRACTICE = 'domain-rules §4.2';

const always = (kind: DocumentKind, paper: string): DocumentRow => ({
  kind,
  paper,
  need: 'ALWAYS',
  basis: PRACTICE,
  confidence: 'P',
});

const COMMON: readonly DocumentRow[] = [
  always('CLAIM_FORM', 'Formulir JKM'),
  always('MEMBER_CARD', 'Kartu peserta (KPJ), kartu digital diterima'),
  always('WORKER_ID_CARD', 'KTP pekerja'),
  always('HEIR_ID_CARD', 'KTP ahli waris'),
  always('FAMILY_CARD', 'Kartu keluarga'),
  always('HEIR_STATEMENT', 'Surat keterangan ahli waris (lurah dan camat, dua saksi)'),
  always('BANK_BOOK', 'Buku rekening ahli waris'),
  { ...always('MARRIAGE_BOOK', 'Buku nikah'), need: 'PAYEE_IS_SPOUSE' },
  { ...always('POWER_OF_ATTORNEY', 'Surat kuasa ahli waris lain'), need: 'SEVERAL_HEIRS' },
  {
    ...always('KINSHIP_PROOF', 'Bukti hubungan keluarga (akta kelahiran atau KK lama)'),
    need: 'PAYEE_IS_KIN',
  },
  { ...always('GUARDIAN_DETERMINATION', 'Penetapan wali'), need: 'PAYEE_IS_MINOR' },
  {
    ...always('COURT_DETERMINATION', 'Penetapan ahli waris dari pengadilan'),
    ...{ need: 'BY_COURT', basis: 'H-01', confidence: 'V' },
  },
  {
    ...always('NAME_DIFFERENCE_LETTER', 'Surat keterangan beda nama'),
    ...{ need: 'NAMES_DIFFER', confidence: 'K' },
  },
];

export const DOCUMENT_LISTS: readonly DocumentList[] = [
  {
    lawVersion: 'L0',
    from: localDate('2015-07-01'),
    rows: [
      ...COMMON,
      always('DEATH_CERTIFICATE', 'Surat keterangan kematian (rumah sakit atau lurah) atau akta'),
      { ...always('WILL_DEED', 'Surat wasiat'), need: 'BY_WILL' },
    ],
  },
  {
    lawVersion: 'L3',
    from: localDate('2025-02-24'),
    rows: [
      ...COMMON,
      {
        ...always('DEATH_CERTIFICATE', 'Akta kematian'),
        basis: 'Permenaker 1/2025',
        confidence: 'V',
      },
      {
        ...always('WILL_DEED', 'Akta wasiat notaris'),
        ...{ need: 'BY_WILL', basis: 'Permenaker 1/2025 Pasal 79 ayat (2a)', confidence: 'V' },
      },
    ],
  },
];

/** The list in force on the day of death; the oldest list for an earlier day. */
export const documentListOn = (deathDate: LocalDate): DocumentList => {
  const [oldest, ...later] = DOCUMENT_LISTS;
  if (oldest === undefined) throw new Error('no document list is known');
  return later.findLast((list) => list.from <= deathDate) ?? oldest;
};

/** What asks for the papers of an event of this day: a regulation since L3, practice before (P). */
export const documentBasisOn = (day: LocalDate, articleOfL3: string): string =>
  documentListOn(day).lawVersion === 'L3'
    ? `L3: Permenaker 1/2025 ${articleOfL3}`
    : 'praktik BPJS Ketenagakerjaan';

/**
 * What lacks from the papers of these needs; `ALWAYS` is the minimum set that starts the clock of T-07.
 * The others follow from the heirs found, and a person weighs their absence.
 */
export const missingDocuments = (
  deathDate: LocalDate,
  present: readonly DocumentKind[],
  needs: readonly DocumentNeed[] = ['ALWAYS'],
): readonly DocumentKind[] =>
  documentListOn(deathDate)
    .rows.filter((row) => needs.includes(row.need) && !present.includes(row.kind))
    .map((row) => row.kind);
