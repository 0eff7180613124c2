// Says where an event read from an old golden file does not have the shape of today's.
import type { Field } from '../../docs/reference/event-fields.ts';

const parentOf = (path: string): string => path.replace(/(\.[^.]+|\[\])$/, '');

/** A field can lack only where the thing that should hold it is there. */
const isHeld = ({ path }: Field, old: ReadonlyMap<string, Field>): boolean => {
  const parent = parentOf(path);
  return parent === path || old.get(parent)?.kinds.includes('object') === true;
};

const faultOf = (field: Field, today: Field | undefined): string | null => {
  const { path, kinds, optional } = field;
  if (today === undefined) return `${path} is unknown today`;
  const strange = kinds.filter((kind) => !today.kinds.includes(kind));
  if (strange.length > 0) return `${path} is ${strange.join()}, today ${today.kinds.join()}`;
  return optional && !today.optional ? `${path} may be absent, today it may not` : null;
};

export const shapeFaults = (old: readonly Field[], today: readonly Field[]): readonly string[] => {
  const before = new Map(old.map((field) => [field.path, field]));
  const now = new Map(today.map((field) => [field.path, field]));
  const strange = old
    .map((field) => faultOf(field, now.get(field.path)))
    .filter((fault) => fault !== null);
  const lacking = today
    .filter((field) => !field.optional && !before.has(field.path) && isHeld(field, before))
    .map(({ path }) => `${path} is missing`);
  return [...strange, ...lacking];
};
