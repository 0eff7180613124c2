// Tells the demo in peace, then kills it outright at seeded moments, and compares the figures in the end.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { drawFrom } from '../apps/demo/pseudo-random.ts';
import { documentIn, endDemos, runDemo, type Told } from '../test/journeys/demo-process.ts';

const { values } = parseArgs({
  options: {
    workers: { type: 'string', default: '36777' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    kills: { type: 'string', default: '1' },
  },
});
const draw = drawFrom(`kill-demo ${values.seed}`);
const begun = Date.now();
const say = (line: string): void =>
  console.log(`${((Date.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`);

const folder = mkdtempSync(join(tmpdir(), 'lindung-kill-demo-'));
chmodSync(folder, 0o711); // PostgreSQL may run as another user than we

const told = async (name: string, afterMs?: number): Promise<Told> => {
  const strike =
    afterMs === undefined ? undefined : { who: 'demo' as const, at: 0, pauseMs: afterMs };
  return runDemo(join(folder, name), ['--workers', values.workers], strike);
};

const ended = (demo: Told): Told => {
  if (demo.code !== 0)
    throw new Error(`the demo ended with ${demo.code}:\n${demo.err.slice(-3_000)}`);
  return demo;
};

try {
  say(`${values.workers} people; repeat with --seed ${values.seed}`);
  const start = Date.now();
  const inPeace = documentIn(ended(await told('in-peace')));
  const tookMs = Date.now() - start;
  say(`told in peace in ${Math.round(tookMs / 1000)} s`);
  for (let kill = 1; kill <= Number(values.kills); kill += 1) {
    // Anywhere in the story, its first and its last breath left out.
    const afterMs = Math.round(tookMs * (0.05 + 0.85 * (draw.below(1_000) / 1_000)));
    const { code, err } = await told('killed', afterMs);
    const last =
      err
        .match(/^ {4}\$ npx lindung .*$/gm)
        ?.at(-1)
        ?.trim()
        .slice(0, 90) ?? 'no command yet';
    say(
      `kill -9 ${kill}: ${(afterMs / 1000).toFixed(1)} s into it (exit ${code}); last shown: ${last}`,
    );
  }
  const afterwards = documentIn(ended(await told('killed')));
  const isSame = isDeepStrictEqual(afterwards, inPeace);
  say(isSame ? 'started again: the same figures' : 'started again: OTHER FIGURES');
  if (!isSame) console.log(JSON.stringify({ inPeace, afterwards }, null, 1));
  process.exitCode = isSame ? 0 : 1;
} finally {
  endDemos();
  rmSync(folder, { recursive: true, force: true });
}
