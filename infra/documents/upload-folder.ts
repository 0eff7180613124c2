// Files on their way in, part by part: encrypted at rest, each its sender's own, gone after a day.
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PAPER_BYTES_MAX, type PaperFile } from '../../domain/claim/documents/paper-file.ts';
import type { KeyService } from '../keys/key-service.ts';

/** What became of a whole file: looked at and kept under its hash. */
export type KeptUpload = { readonly sha256: string; readonly file: PaperFile };

export type Upload = {
  readonly id: string;
  readonly length: number;
  /** How many bytes are here; all of them when it equals the length. */
  readonly offset: number;
  readonly expiresAt: string;
  readonly kept: KeptUpload | null;
};

type Place = { readonly owner: string; readonly id: string };

export type UploadFolder = {
  /** `full`: this sender has too much lying here already. */
  begin(owner: string, length: number): Promise<Upload | 'full' | 'too-large'>;
  /** Undefined for what is not there, is over, or is somebody else's. */
  find(place: Place): Promise<Upload | undefined>;
  /** `elsewhere`: the bytes do not follow those that are here; `too-much`: more than was announced. */
  append(
    place: Place,
    part: { readonly offset: number; readonly bytes: Uint8Array },
  ): Promise<Upload | 'elsewhere' | 'too-much' | undefined>;
  /** Undefined until the last byte is here. */
  whole(place: Place): Promise<Uint8Array | undefined>;
  /** The parts go, the answer stays for whoever asks again. */
  settle(place: Place, kept: KeptUpload): Promise<void>;
  drop(place: Place): Promise<void>;
};

const AN_HOUR_MS = 3_600_000;
const A_DAY_MS = 24 * AN_HOUR_MS;
const OPEN_MAX = 30;
const OWNER_BYTES_MAX = 5 * PAPER_BYTES_MAX;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PART = /^(\d{9})-(\d{9})$/;
const DIGITS = 9;
const NOTE = 'upload.json';

type Note = {
  readonly owner: string;
  readonly length: number;
  readonly expiresAt: string;
  readonly kept: KeptUpload | null;
};

const partName = (from: number, to: number): string =>
  `${String(from).padStart(DIGITS, '0')}-${String(to).padStart(DIGITS, '0')}`;

/** The parts that follow each other from the first byte on. */
const chainOf = (names: readonly string[]): readonly { name: string; to: number }[] => {
  const chain: { name: string; to: number }[] = [];
  for (const name of names.toSorted()) {
    const [, from, to] = PART.exec(name) ?? [];
    if (from !== undefined && Number(from) === (chain.at(-1)?.to ?? 0))
      chain.push({ name, to: Number(to) });
  }
  return chain;
};

type Options = {
  readonly folder: string;
  readonly keys: Pick<KeyService, 'encrypt' | 'decrypt'>;
  readonly now: () => string;
};

const writeWhole = async (path: string, bytes: Uint8Array | string): Promise<void> => {
  const half = `${path}.${randomUUID()}.half`;
  await writeFile(half, bytes, { flag: 'wx', mode: 0o600 });
  await rename(half, path);
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** The note of each upload: whose it is, how long, until when, and what became of it. */
const notesIn = ({ folder, now }: Options) => {
  const placeOf = (id: string): string => join(folder, id);
  const isOver = ({ expiresAt }: Note): boolean => expiresAt <= now();
  const noteOf = async (id: string): Promise<Note | undefined> => {
    try {
      return JSON.parse(await readFile(join(placeOf(id), NOTE), 'utf8')) as Note;
    } catch (error) {
      // Nothing there, or a folder that a crash left without its note. A disk that fails says neither.
      if (isMissing(error) || error instanceof SyntaxError) return undefined;
      throw error;
    }
  };
  /** Somebody else may be beginning just now, and write the note next. */
  const isLeftBehind = async (id: string): Promise<boolean> => {
    try {
      const { mtimeMs } = await stat(placeOf(id));
      return Date.parse(now()) - mtimeMs > AN_HOUR_MS;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  };
  const isGone = async (id: string, note: Note | undefined): Promise<boolean> =>
    note === undefined ? isLeftBehind(id) : isOver(note);
  return {
    placeOf,
    write: (id: string, note: Note) => writeWhole(join(placeOf(id), NOTE), JSON.stringify(note)),
    async own({ owner, id }: Place): Promise<Note | undefined> {
      const note = ID.test(id) ? await noteOf(id) : undefined;
      return note === undefined || note.owner !== owner || isOver(note) ? undefined : note;
    },
    async stateOf(id: string, note: Note): Promise<Upload> {
      const chain = note.kept === null ? chainOf(await readdir(placeOf(id))) : [];
      const offset = note.kept === null ? (chain.at(-1)?.to ?? 0) : note.length;
      return { id, length: note.length, offset, expiresAt: note.expiresAt, kept: note.kept };
    },
    /** Looked through when somebody begins: what is over goes, what a sender has here is counted. */
    async sweep(owner: string): Promise<{ count: number; bytes: number }> {
      const sum = { count: 0, bytes: 0 };
      for (const id of (await readdir(folder)).filter((name) => ID.test(name))) {
        const note = await noteOf(id);
        if (await isGone(id, note)) await rm(placeOf(id), { recursive: true, force: true });
        else if (note?.owner === owner && note.kept === null) {
          sum.count += 1;
          sum.bytes += note.length;
        }
      }
      return sum;
    },
  };
};

/** One after the other by key, also when a browser sends the same part twice. */
const openTurns = () => {
  const turns = new Map<string, Promise<unknown>>();
  return async <Answer>(key: string, go: () => Promise<Answer>): Promise<Answer> => {
    const mine = (turns.get(key) ?? Promise.resolve()).then(go, go);
    turns.set(key, mine);
    try {
      return await mine;
    } finally {
      if (turns.get(key) === mine) turns.delete(key);
    }
  };
};

export const openUploadFolder = (options: Options): UploadFolder => {
  const { folder, keys, now } = options;
  const { placeOf, own: ownNote, stateOf, sweep, write } = notesIn(options);
  const inTurn = openTurns();
  return {
    begin: (owner, length) =>
      inTurn(owner, async () => {
        if (length > PAPER_BYTES_MAX) return 'too-large';
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const { count, bytes } = await sweep(owner);
        if (count >= OPEN_MAX || bytes + length > OWNER_BYTES_MAX) return 'full';
        const id = randomUUID();
        const expiresAt = new Date(Date.parse(now()) + A_DAY_MS).toISOString();
        const note: Note = { owner, length, expiresAt, kept: null };
        await mkdir(placeOf(id), { mode: 0o700 });
        await write(id, note);
        return stateOf(id, note);
      }),
    async find(place) {
      const note = await ownNote(place);
      return note && stateOf(place.id, note);
    },
    append: (place, { offset, bytes }) =>
      inTurn(place.id, async () => {
        const note = await ownNote(place);
        if (note === undefined) return undefined;
        const here = await stateOf(place.id, note);
        if (here.offset !== offset) return 'elsewhere';
        const end = offset + bytes.byteLength;
        if (end > note.length) return 'too-much';
        if (bytes.byteLength === 0) return here;
        const sealed = keys.encrypt(`upload:${place.id}:${offset}`, bytes);
        await writeWhole(join(placeOf(place.id), partName(offset, end)), sealed);
        return { ...here, offset: end };
      }),
    async whole(place) {
      const note = await ownNote(place);
      if (note === undefined || note.kept !== null) return undefined;
      const chain = chainOf(await readdir(placeOf(place.id)));
      if ((chain.at(-1)?.to ?? 0) !== note.length) return undefined;
      const parts: Uint8Array[] = [];
      for (const { name } of chain) {
        const cipher = await readFile(join(placeOf(place.id), name));
        parts.push(keys.decrypt(`upload:${place.id}:${Number(name.slice(0, DIGITS))}`, cipher));
      }
      return Buffer.concat(parts);
    },
    settle: (place, kept) =>
      inTurn(place.id, async () => {
        const note = await ownNote(place);
        if (note === undefined) return;
        await write(place.id, { ...note, kept });
        for (const { name } of chainOf(await readdir(placeOf(place.id))))
          await rm(join(placeOf(place.id), name), { force: true });
      }),
    drop: (place) =>
      inTurn(place.id, async () => {
        if ((await ownNote(place)) === undefined) return;
        await rm(placeOf(place.id), { recursive: true, force: true });
      }),
  };
};
