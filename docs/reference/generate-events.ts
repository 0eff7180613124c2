// Writes docs/reference/events.md from the catalogue and the golden files of events; `--check` fails
// when the file is not current.
import { readFileSync, writeFileSync } from 'node:fs';
import { type CatalogueEntry, catalogue } from '../../domain/catalogue.ts';
import type { Json } from '../../domain/envelope.ts';
import { type Field, fieldsOf } from './event-fields.ts';

const target = new URL('./events.md', import.meta.url);
const goldens = new URL('../../test/golden/events/', import.meta.url);

const samplesOf = (type: string, { schemaVersion }: CatalogueEntry): readonly Json[] => {
  const samples: unknown = JSON.parse(
    readFileSync(new URL(`${type}@${schemaVersion}.json`, goldens), 'utf8'),
  );
  if (!Array.isArray(samples)) throw new Error(`the golden file of ${type} is no list`);
  return samples;
};

const kindsOf = ({ path, kinds }: Field, fields: readonly Field[]): string => {
  const below = fields.find((field) => field.path === `${path}[]` || field.path === `${path}.*`);
  const inner = below === undefined ? '' : ` of ${kindsOf(below, fields)}`;
  return kinds
    .map((kind) => (kind === 'array' || kind === 'object' ? `${kind}${inner}` : kind))
    .join(' or ');
};

/** Elements are told with the array or record that holds them. */
const isElement = ({ path }: Field): boolean => /(\[\]|\.\*)$/.test(path);

const fieldTable = (fields: readonly Field[]): readonly string[] => [
  '| field | JSON |',
  '| --- | --- |',
  ...fields
    .filter((field) => !isElement(field))
    .map((field) => {
      const optional = field.optional ? ', may be absent' : '';
      return `| \`${field.path}\` | ${kindsOf(field, fields)}${optional} |`;
    }),
];

const section = (category: string): string => {
  const events = Object.entries(catalogue).filter(([, entry]) => entry.category === category);
  const rows = events.map(
    ([type, entry]) =>
      `| \`${type}\` | ${entry.schemaVersion} | ${entry.meaning} | ${entry.obliges ?? ''} |`,
  );
  const details = events.map(([type, entry]) =>
    [`### \`${type}\``, '', ...fieldTable(fieldsOf(samplesOf(type, entry)))].join('\n'),
  );
  return [
    `## Stream \`${category}-<uuid>\``,
    '',
    '| event | schema | meaning | obliges workflow |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    details.join('\n\n'),
  ].join('\n');
};

const render = (): string => {
  const categories = [...new Set(Object.values(catalogue).map((entry) => entry.category))];
  return `${[
    '# Events',
    '',
    'Generated from `domain/catalogue.ts` and `test/golden/events/` by `npm run docs:events`; do not edit.',
    'Every event carries the envelope of `domain/envelope.ts`. Below each stream: the fields of `data`, as recorded samples show them.',
    '`sealed` is a personal field as `{subject, field, ciphertext, commitment}` (`domain/sealed.ts`); fields ending in `Idr` are decimal strings of whole rupiah; `a[].b` is field `b` of each element of `a`.',
    'A recorded shape never changes: a new one has the next schema version, and older events are upcast on read.',
    '',
    categories.map(section).join('\n\n'),
  ].join('\n')}\n`;
};

const current = render();
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== current) {
    process.stderr.write('docs/reference/events.md is not current: npm run docs:events\n');
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, current);
}
