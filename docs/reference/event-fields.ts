// The fields of an event as its recorded samples show them: path, JSON kinds, whether it may be absent.
import type { Json } from '../../domain/envelope.ts';

export type Kind = 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object' | 'sealed';

export type Field = {
  /** `a.b` inside an object, `a[]` an element of an array, `a.*` a value of an open record. */
  readonly path: string;
  readonly kinds: readonly Kind[];
  readonly optional: boolean;
};

/** Records whose keys differ from case to case: described by their values, not by their keys. */
const OPEN_RECORDS: readonly string[] = ['facts'];

type JsonObject = { readonly [key: string]: Json };

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);

const SEALED_KEYS = ['ciphertext', 'commitment', 'field', 'subject'];

const isSealed = (value: JsonObject): boolean =>
  Object.keys(value).toSorted().join() === SEALED_KEYS.join();

const asObject = (value: Json): JsonObject | null =>
  typeof value === 'object' && value !== null && !isArray(value) && !isSealed(value) ? value : null;

const kindOf = (value: Json): Kind => {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  if (isArray(value)) return 'array';
  return asObject(value) === null ? 'sealed' : 'object';
};

type Seen = { readonly path: string; readonly values: readonly Json[]; readonly optional: boolean };

const fieldsBelow = ({ path, values }: Seen): readonly Field[] => {
  const objects = values.map(asObject).filter((value) => value !== null);
  if (OPEN_RECORDS.includes(path.split('.').at(-1) ?? ''))
    return fieldsAt({ path: `${path}.*`, values: objects.flatMap(Object.values), optional: true });
  const keys = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  const inObjects = keys.flatMap((key) => {
    const held = objects.filter((object) => key in object);
    const below = path === '' ? key : `${path}.${key}`;
    const optional = held.length < objects.length;
    return fieldsAt({ path: below, values: held.map((object) => object[key] ?? null), optional });
  });
  const elements = values.filter(isArray).flat();
  return [...inObjects, ...fieldsAt({ path: `${path}[]`, values: elements, optional: true })];
};

const fieldsAt = (seen: Seen): readonly Field[] => {
  const { path, values, optional } = seen;
  if (values.length === 0) return [];
  const kinds = [...new Set(values.map(kindOf))].toSorted();
  return [{ path, kinds, optional }, ...fieldsBelow(seen)];
};

/** Every field that any of these samples shows, parents before children. */
export const fieldsOf = (samples: readonly Json[]): readonly Field[] =>
  fieldsBelow({ path: '', values: samples, optional: false });
