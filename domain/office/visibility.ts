// Who sees what of a case: office × group of fields, as a table. Every answer to a person passes it.
import type { Act, Office } from '../actor.ts';
import type { ClaimField } from '../claim/desk/look-events.ts';
import type { PaperKind } from '../claim/documents/document-events.ts';

/** What is known of a person and a case, in the groups that offices may or may not see. */
export const FIELD_GROUPS = ['IDENTITY', 'COVER', 'PAPERS', 'HEALTH', 'ACCOUNT', 'MONEY'] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** `MASKED`: initials, last digits, that a paper is there but not what it says. */
export type Sight = 'ALL' | 'MASKED' | 'NONE';

type SightOf = Readonly<Record<FieldGroup, Sight>>;

const NOTHING: SightOf = {
  IDENTITY: 'NONE',
  COVER: 'NONE',
  PAPERS: 'NONE',
  HEALTH: 'NONE',
  ACCOUNT: 'NONE',
  MONEY: 'NONE',
};

/** The sponsor sees stage, clock and reason; never what a physician wrote. */
export const VISIBILITY: Readonly<Record<Office, SightOf>> = {
  KELURAHAN: { ...NOTHING, IDENTITY: 'MASKED', COVER: 'ALL', PAPERS: 'MASKED' },
  DISNAKER: {
    ...{ IDENTITY: 'MASKED', COVER: 'ALL', PAPERS: 'MASKED', HEALTH: 'NONE' },
    ...{ ACCOUNT: 'MASKED', MONEY: 'MASKED' },
  },
  BPKAD: {
    ...{ IDENTITY: 'MASKED', COVER: 'MASKED', PAPERS: 'MASKED', HEALTH: 'NONE' },
    ...{ ACCOUNT: 'ALL', MONEY: 'ALL' },
  },
  BPJS_BRANCH: {
    ...{ IDENTITY: 'ALL', COVER: 'ALL', PAPERS: 'ALL', HEALTH: 'ALL' },
    ...{ ACCOUNT: 'ALL', MONEY: 'ALL' },
  },
  INSPEKTORAT: {
    ...{ IDENTITY: 'ALL', COVER: 'ALL', PAPERS: 'ALL', HEALTH: 'MASKED' },
    ...{ ACCOUNT: 'MASKED', MONEY: 'ALL' },
  },
  BPK: {
    ...{ IDENTITY: 'ALL', COVER: 'ALL', PAPERS: 'ALL', HEALTH: 'MASKED' },
    ...{ ACCOUNT: 'MASKED', MONEY: 'ALL' },
  },
  SYSTEM: NOTHING,
};

/** What a paper tells beside its own words: a doctor's paper is health, whoever brought it. */
const HEALTH_PAPERS: readonly PaperKind[] = [
  'DOCTOR_STATEMENT',
  'MEDICAL_REPORT',
  'REST_LETTER',
  'TREATMENT_RECEIPT',
  'MEDICAL_STATEMENT',
  'HOSPITAL_BILL',
];

export const groupOfPaper = (kind: PaperKind): FieldGroup =>
  HEALTH_PAPERS.includes(kind) ? 'HEALTH' : 'PAPERS';

const GROUP_OF_FIELD: Readonly<Record<ClaimField, FieldGroup>> = {
  PAYEE_NAME: 'IDENTITY',
  PAYEE_ACCOUNT: 'ACCOUNT',
  HEIR_NAME: 'IDENTITY',
  GUARDIAN_NAME: 'IDENTITY',
  REPORTER_NAME: 'IDENTITY',
  REPORTER_CONTACT: 'IDENTITY',
  CIRCUMSTANCES: 'HEALTH',
  OBJECTOR_NAME: 'IDENTITY',
  OBJECTION_GROUNDS: 'PAPERS',
  VISIT_MINUTES: 'PAPERS',
  VISIT_SIGNERS: 'IDENTITY',
};

export const groupOfField = (field: ClaimField): FieldGroup => GROUP_OF_FIELD[field];

/** What an act needs to see beyond its office: whoever asks a family for papers must know whose. */
const SIGHT_OF_ACT: Readonly<Partial<Record<Act, Partial<SightOf>>>> = {
  'handle-documents': { IDENTITY: 'ALL' },
};

const WIDTH: readonly Sight[] = ['NONE', 'MASKED', 'ALL'];

/** Of an office and of the acts that are held where the case lies: the wider of the two. */
export const sightWith = (office: Office, acts: readonly Act[], group: FieldGroup): Sight =>
  [VISIBILITY[office][group], ...acts.map((act) => SIGHT_OF_ACT[act]?.[group] ?? 'NONE')].reduce(
    (widest, sight) => (WIDTH.indexOf(sight) > WIDTH.indexOf(widest) ? sight : widest),
    'NONE',
  );

export const sightOf = (office: Office, group: FieldGroup): Sight => VISIBILITY[office][group];

/** Bu Siti Aminah → `B. S. A.`: enough to tell two rows apart, too little to name somebody. */
export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter((part) => part !== '')
    .map((part) => `${(part[0] ?? '').toUpperCase()}.`)
    .join(' ');

const SHOWN_DIGITS = 2;

/** An identifier as every screen shows it: its last two digits, for whoever asks. */
export const maskedNumber = (number: string): string =>
  '•'.repeat(Math.max(0, number.length - SHOWN_DIGITS)) + number.slice(-SHOWN_DIGITS);

/** A name as this office may see it; null: not at all. */
export const nameFor = (office: Office, name: string, acts: readonly Act[] = []): string | null => {
  const sight = sightWith(office, acts, 'IDENTITY');
  if (sight === 'NONE') return null;
  return sight === 'ALL' ? name : initialsOf(name);
};
