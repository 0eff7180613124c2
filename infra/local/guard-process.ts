// The guard's own program: waits for its pipe to close, then ends what it was told to watch.
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { processStartedAt } from './process-facts.ts';
import { endByPid } from './service-process.ts';

const GRACE_MS = 10_000;

const Line = z.object({
  pid: z.number().int(),
  signal: z.enum(['SIGTERM', 'SIGINT']).optional(),
  startedAt: z.string().optional(),
});

const watched = new Map<number, z.infer<typeof Line>>();

for await (const text of createInterface({ input: process.stdin })) {
  const line = Line.parse(JSON.parse(text));
  if (line.signal === undefined) watched.delete(line.pid);
  else watched.set(line.pid, line);
}

for (const { pid, signal, startedAt } of [...watched.values()].reverse()) {
  // Never a process that was merely given the same number.
  if (processStartedAt(pid) === startedAt) await endByPid(pid, signal ?? 'SIGTERM', GRACE_MS);
}
