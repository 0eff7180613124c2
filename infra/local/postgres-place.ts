// Where the database cluster lies, and how it is made: whole or not at all.
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { canReach, type DatabaseUser, folderOutside } from './database-user.ts';
import { failure } from './local-failure.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import type { Log } from './sentence.ts';

export const POSTGRES_MAJOR = '18';
export const OWNER_NAME = 'lindung_owner';

const run = promisify(execFile);

/** The data folder it belonged to was deleted, and with it the password and the keys to read it. */
const moveOrphanAside = (cluster: string, log: Log): void => {
  if (!existsSync(cluster)) return;
  const aside = `${cluster}.orphan-${Date.now()}`;
  renameSync(cluster, aside);
  log({
    id: `Data PostgreSQL dari folder data yang sudah dihapus dipindahkan ke ${aside}; hapus bila tidak diperlukan.`,
    en: `PostgreSQL data of a data folder that was deleted was moved to ${aside}; delete it if you do not need it.`,
  });
};

/** The folder that holds the cluster; chosen once and remembered, so that data never seems lost. */
export const clusterFolder = (
  dataDir: string,
  user: DatabaseUser | undefined,
  log: Log,
): string => {
  const note = join(dataDir, 'place');
  if (existsSync(note)) return readFileSync(note, 'utf8').trim();
  const own = join(resolve(dataDir), 'cluster');
  if (user === undefined || existsSync(own) || canReach(resolve(dataDir), user)) return own;
  const hash = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12);
  const outside = join(folderOutside(`lindung-${hash}`, user), 'cluster');
  moveOrphanAside(outside, log);
  writeFileSync(note, `${outside}\n`);
  log({
    id: `Data PostgreSQL disimpan di ${outside}, karena "${user.name}" tidak dapat masuk ke ${dataDir}.`,
    en: `PostgreSQL's data is kept in ${outside}, because "${user.name}" may not enter ${dataDir}.`,
  });
  return outside;
};

export const ownerPassword = (dataDir: string): string => {
  const path = join(dataDir, 'owner-password');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  const password = randomBytes(24).toString('base64url');
  writeFileSync(path, `${password}\n`, { mode: 0o600 });
  return password;
};

/** A start that was cut off while it made the cluster leaves only `.new`: nothing was in it. */
const dropHalfMade = (cluster: string, log: Log): void => {
  const halfMade = `${cluster}.new`;
  if (!existsSync(halfMade)) return;
  rmSync(halfMade, { recursive: true, force: true });
  log({
    id: 'Pembuatan basis data sebelumnya terputus; folder setengah jadi dibuang dan dibuat ulang.',
    en: 'An earlier creation of the database was cut off; the half-made folder is made anew.',
  });
};

const versionOf = (cluster: string): string | undefined => {
  const path = join(cluster, 'PG_VERSION');
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
};

/** True when a usable cluster stands there; a folder that never was one is moved aside, not deleted. */
const standsAlready = (cluster: string, log: Log): boolean => {
  if (!existsSync(cluster)) return false;
  const version = versionOf(cluster);
  const control = existsSync(join(cluster, 'global', 'pg_control'));
  if (version === POSTGRES_MAJOR && control) return true;
  if (version !== undefined && version !== POSTGRES_MAJOR) {
    throw failure('Local.OtherPostgresVersion', {
      id: `Data di ${cluster} dibuat oleh PostgreSQL ${version}, sedangkan ini PostgreSQL ${POSTGRES_MAJOR}. Pindahkan datanya dengan pg_dump, atau pakai LINDUNG_DATA lain.`,
      en: `The data in ${cluster} was made by PostgreSQL ${version}; this is PostgreSQL ${POSTGRES_MAJOR}. Move it with pg_dump, or use another LINDUNG_DATA.`,
    });
  }
  if (readdirSync(cluster).length === 0) {
    rmSync(cluster, { recursive: true });
    return false;
  }
  const aside = `${cluster}.incomplete-${Date.now()}`;
  renameSync(cluster, aside);
  log({
    id: `Folder data PostgreSQL tidak lengkap; dipindahkan ke ${aside} dan dibuat baru.`,
    en: `PostgreSQL's data folder was incomplete; it was moved to ${aside} and a new one is made.`,
  });
  return false;
};

/** Makes the cluster beside its place and moves it there when complete. */
export const ensureCluster = async (place: {
  readonly cluster: string;
  readonly password: string;
  readonly binaries: PostgresBinaries;
  readonly user: DatabaseUser | undefined;
  readonly log: Log;
}): Promise<void> => {
  const { cluster, user } = place;
  dropHalfMade(cluster, place.log);
  if (standsAlready(cluster, place.log)) return;
  const fresh = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, `${place.password}\n`, { mode: 0o600 });
  chmodSync(fresh, 0o700);
  if (user !== undefined) {
    chownSync(fresh, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  const flags = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', '--data-checksums'];
  const args = [`--username=${OWNER_NAME}`, `--pwfile=${passwordFile}`, `--pgdata=${fresh}`];
  try {
    await run(place.binaries.initdb, [...flags, ...args], {
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C' },
      ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
    });
  } catch (cause) {
    rmSync(fresh, { recursive: true, force: true });
    throw failure(
      'Local.InitdbFailed',
      {
        id: `Basis data tidak dapat dibuat: ${String(cause)}`,
        en: `The database could not be created: ${String(cause)}`,
      },
      cause,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(fresh, cluster);
};
