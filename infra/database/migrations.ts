// The versioned migrations of the schemas `es` and `identity`, frozen once released, and the repeatable scripts.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const script = (name: string, room = 'event-store'): string =>
  readFileSync(new URL(`../${room}/sql/${name}.sql`, import.meta.url), 'utf8');

const fromScript = (name: string, room?: string): Migration => ({
  async up(db: Kysely<unknown>) {
    await sql.raw(script(name, room)).execute(db);
  },
});

export const eventStoreMigrations: Readonly<Record<string, Migration>> = {
  '001-tables': fromScript('tables'),
  '002-identity': fromScript('identity', 'identity'),
  '003-seals': fromScript('seal-tables'),
  '004-api-keys': fromScript('api-keys', 'identity'),
};

export type RepeatableScript = { readonly name: string; readonly text: string };

const FUNCTIONS = [
  'recorded-answer',
  'append',
  'append-many',
  'append-each',
  'safe-position',
  'read-after',
  'set-workflow-flag',
  'leaves-ahead',
  'make-partitions',
  'current-epoch',
  'new-epoch',
  'suspend-appends',
  'appends-suspended',
  'shred-subjects',
  'seal',
] as const;

/**
 * Run again, in this order, whenever their text changes. The grants come last and also follow every
 * change of the rest, so that a new table or function is granted: their heading names it all.
 */
export const repeatableScripts = (appRole: string): readonly RepeatableScript[] => {
  // The scripts say `lindung_app` where they mean the role of this database.
  const ownScript = (name: string): string => script(name).replaceAll('lindung_app', appRole);
  const functions = FUNCTIONS.map((name) => ({ name, text: ownScript(name) }));
  const covered = [
    ...Object.keys(eventStoreMigrations),
    ...functions.map(
      ({ name, text }) => `${name} ${createHash('sha256').update(text).digest('hex')}`,
    ),
  ];
  const heading = covered.map((line) => `-- covers ${line}\n`).join('');
  return [...functions, { name: 'grants', text: heading + ownScript('grants') }];
};
