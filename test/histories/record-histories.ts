// Records the histories that the replay test holds the workflows to: `npm run histories:record`.
// Run it only after a deliberate change of a workflow; a history that no longer replays means that
// workflows which are open in the field would fail too, unless the change is guarded by `patched()`.
import { spawnSync } from 'node:child_process';

/** Tests that live through a workflow and keep its history. */
const tests = ['card-to-settlement', 'coverage-tranche', 'payout-schedule'].map(
  (name) => `test/workflows/${name}.test.ts`,
);

const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', ...tests],
  { stdio: 'inherit', env: { ...process.env, LINDUNG_RECORD_HISTORIES: '1' } },
);
process.exitCode = status ?? 1;
