// Creates the tables of every projection as the owner, twice each: one set in use, one to rebuild into.
import { createHash } from 'node:crypto';
import pg from 'pg';
import { appRoleAt } from '../infra/database/app-role.ts';
import type { Projection } from './projection.ts';
import { bareName, besideName } from './redirect-tables.ts';

const bookkeeping = (appRole: string): string => `
  create table if not exists rm.read_models (
    name text not null, version int not null, ddl_sha256 text not null,
    created_at timestamptz not null default clock_timestamp(), primary key (name, version));
  revoke insert, update, delete, truncate on rm.read_models from ${appRole};
  grant select on rm.read_models to ${appRole};`;

/**
 * The application owns no table, so the exchange of names at the end of a rebuild is a function of
 * the owner. It can only exchange a table of schema rm with its own second set.
 */
const swap = (appRole: string): string => `
  create or replace function rm.swap_beside(p_tables text[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    t text;
  begin
    foreach t in array p_tables loop
      execute format('alter table rm.%I rename to %I', t, t || '__swap');
      execute format('alter table rm.%I rename to %I', t || '__beside', t);
      execute format('alter table rm.%I rename to %I', t || '__swap', t || '__beside');
    end loop;
  end $$;
  revoke execute on function rm.swap_beside(text[]) from public;
  grant execute on function rm.swap_beside(text[]) to ${appRole};`;

const hashOf = (ddl: string): string => createHash('sha256').update(ddl).digest('hex');

const NAME_BYTES_MAX = 63;

const qualified = (bare: string): string => `rm.${pg.escapeIdentifier(bare)}`;

const create = async (
  client: pg.Client,
  appRole: string,
  projection: Projection,
): Promise<void> => {
  await client.query(projection.ddl);
  for (const table of projection.tables) {
    const bare = bareName(table);
    const beside = besideName(bare);
    if (NAME_BYTES_MAX < beside.length) throw new Error(`the name ${table} is too long`);
    const both = `${qualified(bare)}, ${qualified(beside)}`;
    await client.query(`create table ${qualified(beside)} (like ${qualified(bare)} including all)`);
    await client.query(`grant select, insert, update, delete, truncate on ${both} to ${appRole}`);
  }
  await client.query('insert into rm.read_models (name, version, ddl_sha256) values ($1, $2, $3)', [
    projection.name,
    projection.version,
    hashOf(projection.ddl),
  ]);
};

const ensureOne = async (
  client: pg.Client,
  appRole: string,
  projection: Projection,
): Promise<'made' | 'there'> => {
  const { name, version, ddl } = projection;
  const known = await client.query<{ ddl_sha256: string }>(
    'select ddl_sha256 from rm.read_models where name = $1 and version = $2',
    [name, version],
  );
  const before = known.rows[0]?.ddl_sha256;
  if (before === undefined) {
    await create(client, appRole, projection);
    return 'made';
  }
  if (before === hashOf(ddl)) return 'there';
  throw new Error(
    `The tables of ${name}@${version} are defined differently in this database. ` +
      'A change of tables needs a new version of the projection.',
  );
};

/** Run by the owner after `migrate`; running it again changes nothing. Answers what it made. */
export const ensureReadModelTables = async (
  ownerUrl: string,
  projections: readonly Projection[],
): Promise<readonly string[]> => {
  const appRole = appRoleAt(ownerUrl);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'lindung:owner' });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(7304, 0)');
    await client.query(bookkeeping(appRole));
    await client.query(swap(appRole));
    const made: string[] = [];
    for (const projection of projections) {
      const outcome = await ensureOne(client, appRole, projection);
      if (outcome === 'made') made.push(`${projection.name}@${projection.version}`);
    }
    await client.query('commit');
    return made;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    await client.end();
  }
};
