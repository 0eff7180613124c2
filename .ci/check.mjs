// Runs every static check of the project one after the other and counts them.
// `npm run check` prints one line a check; a failed one prints its output. Exit 1 if any failed.
import { spawnSync } from 'node:child_process';

const checks = [
  ['format and lint', 'biome', ['ci', '--diagnostic-level=warn', '.']],
  ['promises and exhaustive switches', 'eslint', ['--max-warnings=0', '.']],
  ['types', 'tsc', ['--noEmit', '-p', '.']],
  ['types of the islands', 'tsc', ['--noEmit', '-p', 'apps/web/islands']],
  ['types of the benchmarks', 'tsc', ['--noEmit', '-p', 'bench']],
  ['unused code and dependencies', 'knip', []],
  ['workflow bundle', 'node', ['infra/temporal/bundle-workflows.ts']],
  ['reference of events is current', 'node', ['docs/reference/generate-events.ts', '--check']],
  ['reference of rules is current', 'node', ['docs/reference/generate-rules.ts', '--check']],
  ['domain, boundaries, golden files', 'vitest', ['run', '--project', 'domain']],
  ['replay of stored histories', 'vitest', ['run', '--project', 'histories']],
];

let passed = 0;
let failed = 0;
for (const [name, command, args] of checks) {
  const started = Date.now();
  const result = spawnSync(`node_modules/.bin/${command}`, args, { encoding: 'utf8' });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const ok = result.status === 0;
  if (ok) passed += 1;
  else failed += 1;
  process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`);
  if (!ok)
    process.stdout.write(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}\n`);
}
process.stdout.write(`checks: ${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
