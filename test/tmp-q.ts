import { connectionSettings } from '../infra/local/runtime-file.ts';
import { sessionOn } from '../apps/cli/open-session.ts';
const found = connectionSettings();
if (found.status === 'nothing-runs') throw new Error('none');
const s = await sessionOn(found.settings, { as: 'dinas-rahma' }, { out: console.log, err: console.log });
const t = Date.now();
for (const id of process.argv.slice(2)) try { console.log(await s.gateway.batchProgress('roster', id, 'NOMINATION')); } catch (e) { console.log(Date.now() - t, e, (e as Error).cause); }
await s.close();
