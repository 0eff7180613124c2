// Blind keys of members' names and birth dates: hashes under the installation's key, never a value.
import { sql } from 'kysely';
import type { LocalDate } from '../domain/calendar.ts';
import { blindKeys } from '../domain/outreach/blind-keys.ts';
import type { Sealed } from '../domain/sealed.ts';
import type { KeyService } from '../infra/keys/key-service.ts';
import { type ReadModels, selectRows } from './keyed-table.ts';
import { memberTable } from './member-roster/member-row.ts';
import { personTable } from './member-roster/person-row.ts';
import type { Projection } from './projection.ts';

const TABLE = 'rm.person_index_v1';
const KIND = 'person-index';
/** The row that says how far the members are indexed; no member has this id. */
const MARK = 'indexed-through';

/**
 * No event fills it, because its rows need keys that the projector does not hold: whoever matches
 * brings it up to date first. It is a projection so that its owner makes it and a rebuild empties it.
 */
export const personIndex: Projection = {
  name: 'person-index',
  version: 1,
  tables: [TABLE],
  ddl: `create table ${TABLE} (worker_id text not null, blind_key bigint not null,
      position bigint not null, primary key (blind_key, worker_id));
    create index on ${TABLE} (worker_id);`,
  handles: [],
  apply: () => Promise.resolve(),
};

type Keys = Pick<KeyService, 'keyedHash' | 'openMany'>;

/** Eight bytes of the hash: what collides is opened once in vain, and never believed. */
const hashed = (keys: Keys, key: string): string =>
  Buffer.from(keys.keyedHash(KIND, key)).readBigInt64BE(0).toString();

const MEMBERS_AT_ONCE = 2_000;

type Indexed = { readonly workerId: string; readonly key: string; readonly position: string };

const write = async (db: ReadModels, rows: readonly Indexed[], workers: readonly string[]) => {
  const table = sql.table(TABLE);
  // A person put forward again may have another name by now.
  await sql`delete from ${table} where worker_id = any(${[...workers]}::text[])`.execute(db);
  await sql`insert into ${table} (worker_id, blind_key, position)
    select * from unnest(${rows.map((row) => row.workerId)}::text[],
      ${rows.map((row) => row.key)}::bigint[], ${rows.map((row) => row.position)}::bigint[])
    on conflict do nothing`.execute(db);
};

const mark = async (db: ReadModels): Promise<string> => {
  const answer = await sql<{ position: string }>`select position::text as position
    from ${sql.table(TABLE)} where worker_id = ${MARK}`.execute(db);
  return answer.rows[0]?.position ?? '0';
};

const forget = async (db: ReadModels): Promise<void> => {
  // Whose key was destroyed leaves no trace here either.
  await sql`delete from ${sql.table(TABLE)} as i using es.key_tombstones as k
    where i.worker_id = k.subject::text`.execute(db);
};

/** Opens every member added since the last time, once; answers how many. */
export const indexPersons = async (db: ReadModels, keys: Keys): Promise<number> => {
  await forget(db);
  const from = await mark(db);
  const head = await sql<{ position: string }>`select coalesce(max(position), 0)::text as position
    from ${sql.table(personTable.name)}`.execute(db);
  const through = head.rows[0]?.position ?? '0';
  let after = '';
  let count = 0;
  while (BigInt(through) > BigInt(from)) {
    const persons = await selectRows(
      db,
      personTable,
      sql`where t.position > ${from} and t.worker_id > ${after}
        order by t.worker_id limit ${MEMBERS_AT_ONCE}`,
    );
    const last = persons.at(-1);
    if (last === undefined) break;
    const opened = await keys.openMany(persons.flatMap(({ name, birthDate }) => [name, birthDate]));
    const rows = persons.flatMap(({ workerId, position }, at): Indexed[] => {
      const [name, birth] = [opened[at * 2], opened[at * 2 + 1]];
      if (name?.status !== 'opened' || birth?.status !== 'opened') return [];
      return blindKeys(name.value, birth.value as LocalDate).map((key) => ({
        ...{ workerId, key: hashed(keys, key), position },
      }));
    });
    await write(
      db,
      rows,
      persons.map(({ workerId }) => workerId),
    );
    count += persons.length;
    after = last.workerId;
  }
  await sql`delete from ${sql.table(TABLE)} where worker_id = ${MARK}`.execute(db);
  await sql`insert into ${sql.table(TABLE)} (worker_id, blind_key, position)
    values (${MARK}, 0, ${through}) on conflict do nothing`.execute(db);
  return count;
};

/** Of a member, what is compared with the row of a list. */
export type Comparable = {
  readonly workerId: string;
  readonly kelurahan: string;
  readonly name: Sealed;
  readonly birthDate: Sealed;
};

/** Many at once, and of each only what is opened. */
export const comparables = async (
  db: ReadModels,
  workerIds: readonly string[],
): Promise<readonly Comparable[]> => {
  const answer = await sql<Comparable>`select p.worker_id as "workerId", m.kelurahan, p.name,
      p.birth_date as "birthDate" from ${sql.table(personTable.name)} as p
      join ${sql.table(memberTable.name)} as m on m.worker_id = p.worker_id
    where p.worker_id = any(${[...workerIds]}::text[])`.execute(db);
  return answer.rows;
};

/** Blind key → members under it, for many keys in one question. */
export const workersUnder = async (
  db: ReadModels,
  keys: Keys,
  texts: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const byHash = new Map(texts.map((text) => [hashed(keys, text), text]));
  const answer = await sql<{ key: string; workerId: string }>`select i.blind_key::text as key,
      i.worker_id as "workerId" from unnest(${[...byHash.keys()]}::bigint[]) as u(key)
      join ${sql.table(TABLE)} as i on i.blind_key = u.key and i.worker_id <> ${MARK}`.execute(db);
  const found = new Map<string, string[]>();
  for (const { key, workerId } of answer.rows) {
    const text = byHash.get(key) ?? '';
    const known = found.get(text);
    if (known === undefined) found.set(text, [workerId]);
    else known.push(workerId);
  }
  return found;
};
