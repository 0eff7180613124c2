// Looks for planted values in bytes, in every form in which software tends to keep a text.
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import pg from 'pg';

export type Needle = { readonly value: string; readonly form: string; readonly bytes: Buffer };
/** `where` names a table, a file or a workflow; never the bytes around the value. */
export type Sighting = { readonly value: string; readonly form: string; readonly where: string };

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/** Inside longer Base64 a text may begin at any of three places: only its own characters count. */
const base64Forms = (text: string): readonly string[] =>
  [0, 1, 2].map((shift) => {
    const shifted = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]);
    const first = Math.ceil((shift * 8) / 6);
    const last = Math.floor((shifted.length * 8) / 6);
    return shifted.toString('base64').slice(first, last);
  });

const formsOf = (value: string): readonly (readonly [form: string, bytes: Buffer])[] => {
  const hex = Buffer.from(value).toString('hex');
  const base64 = base64Forms(value);
  const url = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  return [
    ['text', Buffer.from(value)],
    ['lower case', Buffer.from(value.toLowerCase())],
    ['upper case', Buffer.from(value.toUpperCase())],
    ['UTF-16LE', Buffer.from(value, 'utf16le')],
    ['UTF-16BE', utf16be(value)],
    ['hex', Buffer.from(hex)],
    ['HEX', Buffer.from(hex.toUpperCase())],
    ...base64.map((text) => ['Base64', Buffer.from(text)] as const),
    ...url.map((text) => ['Base64url', Buffer.from(text)] as const),
  ];
};

export const needlesFor = (values: readonly string[]): readonly Needle[] =>
  values.flatMap((value) => {
    const forms = new Map(
      formsOf(value).map(([form, bytes]) => [bytes.toString('latin1'), { form, bytes }]),
    );
    return [...forms.values()].map(({ form, bytes }) => ({ value, form, bytes }));
  });

export type Scan = (bytes: Uint8Array) => readonly Needle[];

const standsAt = (buffer: Buffer, place: number, { bytes }: Needle): boolean =>
  bytes.equals(buffer.subarray(place, place + bytes.length));

/** One pass over the bytes for all needles: their first two bytes say where to look closer. */
export const scanFor = (needles: readonly Needle[]): Scan => {
  const begins: Needle[][] = Array.from({ length: 65_536 });
  for (const needle of needles) {
    const key = needle.bytes.readUInt16BE(0);
    begins[key] = [...(begins[key] ?? []), needle];
  }
  return (bytes) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const found = new Set<Needle>();
    for (let place = 0; place + 1 < buffer.length; place += 1) {
      const near = begins[buffer.readUInt16BE(place)];
      if (near === undefined) continue;
      for (const needle of near) if (standsAt(buffer, place, needle)) found.add(needle);
    }
    return [...found];
  };
};

const sightings = (scan: Scan, where: string, bytes: Uint8Array): readonly Sighting[] =>
  scan(bytes).map(({ value, form }) => ({ value, form, where }));

const TABLES = `select n.nspname as schema, c.relname as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition
    and n.nspname not in ('pg_catalog', 'information_schema')
  order by 1, 2`;

/** Every column of every row of every table of ours, as the database itself writes it. */
export const scanDatabase = async (ownerUrl: string, scan: Scan) => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const tables = await client.query<{ schema: string; name: string }>(TABLES);
    const found: Sighting[] = [];
    const scanned: string[] = [];
    for (const { schema, name } of tables.rows) {
      const rows = await client.query<{ line: string }>(
        `select t::text as line from "${schema}"."${name}" as t`,
      );
      if (rows.rows.length > 0) scanned.push(`${schema}.${name}`);
      const bytes = Buffer.from(rows.rows.map(({ line }) => line).join('\n'));
      found.push(...sightings(scan, `${schema}.${name}`, bytes));
    }
    return { found, scanned };
  } finally {
    await client.end();
  }
};

const filesUnder = (folder: string): readonly string[] => {
  const entries: readonly Dirent[] = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return entry.isFile() ? [path] : [];
  });
};

/** The raw bytes of every file below a folder, and its name. */
export const scanFiles = (folder: string, scan: Scan) => {
  const files = filesUnder(folder);
  const found = files.flatMap((path) => {
    const where = relative(folder, path);
    return [
      ...sightings(scan, where, readFileSync(path)),
      ...sightings(scan, `name of ${where}`, Buffer.from(where)),
    ];
  });
  return { found, scanned: files.map((path) => relative(folder, path)) };
};

/** Strings and bytes of a value as it came over the wire, whatever its shape. */
const leavesOf = (value: unknown): readonly Uint8Array[] => {
  if (value instanceof Uint8Array) return [value];
  if (typeof value === 'string') return [Buffer.from(value)];
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [Buffer.from(key), ...leavesOf(inner)]);
};

export const scanValue = (where: string, value: unknown, scan: Scan): readonly Sighting[] =>
  leavesOf(value).flatMap((bytes) => sightings(scan, where, bytes));
