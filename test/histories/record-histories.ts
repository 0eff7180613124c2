// Records the histories that the replay test holds the workflows to: `npm run histories:record`.
// Run it only after a deliberate change of a workflow; a history that no longer replays means that
// workflows which are open in the field would fail too, unless the change is guarded by `patched()`.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  process.execPath,
  [
    ...['node_modules/vitest/vitest.mjs', 'run', 'test/workflows/card-to-settlement.test.ts'],
    'test/workflows/coverage-tranche.test.ts',
  ],
  { stdio: 'inherit', env: { ...process.env, LINDUNG_RECORD_HISTORIES: '1' } },
);
process.exitCode = status ?? 1;
