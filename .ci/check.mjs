// Runs every static check of the project, two at a time, and counts them.
// `npm run check` prints one line a check; a failed one prints its output. Exit 1 if any failed.
import { execFile } from 'node:child_process';

/** The longest first. */
const checks = [
  ['promises and exhaustive switches', 'eslint', ['--max-warnings=0', '.']],
  ['types', 'tsc', ['--noEmit', '-p', '.']],
  ['domain, boundaries, golden files', 'vitest', ['run', '--project', 'domain']],
  ['types of the islands', 'tsc', ['--noEmit', '-p', 'apps/web/islands']],
  ['types of the benchmarks', 'tsc', ['--noEmit', '-p', 'bench']],
  ['format and lint', 'biome', ['ci', '--diagnostic-level=warn', '.']],
  ['unused code and dependencies', 'knip', []],
  ['workflow bundle', 'node', ['infra/temporal/bundle-workflows.ts']],
  ['replay of stored histories', 'vitest', ['run', '--project', 'histories']],
  ['reference of events is current', 'node', ['docs/reference/generate-events.ts', '--check']],
  ['reference of rules is current', 'node', ['docs/reference/generate-rules.ts', '--check']],
  ['reference of the API is current', 'node', ['docs/reference/generate-openapi.ts', '--check']],
];

const AT_ONCE = 2;
const OUTPUT_MAX_BYTES = 64 * 1024 * 1024;

const run = (command, args) =>
  new Promise((resolve) => {
    const options = { maxBuffer: OUTPUT_MAX_BYTES };
    execFile(`node_modules/.bin/${command}`, args, options, (error, stdout, stderr) =>
      resolve({ error, output: `${stdout}${stderr}` }),
    );
  });

const waiting = [...checks];
let passed = 0;
let failed = 0;
const work = async () => {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const [name, command, args] = check;
    const started = Date.now();
    const { error, output } = await run(command, args);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    if (error === null) passed += 1;
    else failed += 1;
    process.stdout.write(`${error === null ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`);
    if (error !== null) process.stdout.write(`${output}\n${error.message}\n`);
  }
};
await Promise.all(Array.from({ length: AT_ONCE }, work));
process.stdout.write(`checks: ${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
