// Writes docs/reference/events.md from the catalogue; `--check` fails when the file is not current.
import { readFileSync, writeFileSync } from 'node:fs';
import { catalogue } from '../../domain/catalogue.ts';

const target = new URL('./events.md', import.meta.url);

const render = (): string => {
  const categories = [...new Set(Object.values(catalogue).map((entry) => entry.category))];
  const sections = categories.map((category) => {
    const rows = Object.entries(catalogue)
      .filter(([, entry]) => entry.category === category)
      .map(
        ([type, entry]) =>
          `| \`${type}\` | ${entry.schemaVersion} | ${entry.meaning} | ${entry.obliges ?? ''} |`,
      );
    return [
      `## Stream \`${category}-<uuid>\``,
      '',
      '| event | schema | meaning | obliges workflow |',
      '| --- | --- | --- | --- |',
      ...rows,
    ].join('\n');
  });
  return `${[
    '# Events',
    '',
    'Generated from `domain/catalogue.ts` by `npm run docs:events`; do not edit. Fields: the `events.ts` of each room of `domain/`.',
    'Every event carries the envelope of `domain/envelope.ts`; personal fields are `Sealed` (`domain/sealed.ts`); money is a decimal string of whole rupiah.',
    '',
    sections.join('\n\n'),
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
