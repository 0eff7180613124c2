// Who sees what of a case: office × group of fields, as a table. Every answer to a person passes it.
import type { Office } from '../actor.ts';

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
export const nameFor = (office: Office, name: string): string | null => {
  const sight = sightOf(office, 'IDENTITY');
  if (sight === 'NONE') return null;
  return sight === 'ALL' ? name : initialsOf(name);
};
