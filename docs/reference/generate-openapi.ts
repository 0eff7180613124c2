// Writes docs/reference/openapi.json from the operations of the API; `--check` fails when it is not current.
import { readFileSync, writeFileSync } from 'node:fs';
import { readPages } from '../../apps/web/page-sources.ts';

const target = new URL('./openapi.json', import.meta.url);

readPages();
const { openApiDocument } = await import('../../apps/web/api/document.ts');
const current = `${JSON.stringify(openApiDocument(), undefined, 2)}\n`;
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== current) {
    process.stderr.write('docs/reference/openapi.json is not current: npm run docs:openapi\n');
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, current);
}
