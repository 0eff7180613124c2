// Keeps compiled code between starts: half of the time of a short command is reading its sources.
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { CACHES, isWritable } from './cache-folders.ts';

/** Call before the rest is imported; programs started later share it by `NODE_COMPILE_CACHE`. */
export const keepCompiled = (): void => {
  const folder = CACHES.map((cache) => join(cache, 'compiled')).find(isWritable);
  // Nowhere to keep it: every start compiles anew, as without this.
  if (folder === undefined) return;
  process.env['NODE_COMPILE_CACHE'] ??= folder;
  enableCompileCache(process.env['NODE_COMPILE_CACHE']);
};

/** Once everything is loaded: a process that is killed later would leave nothing behind. */
export const writeCompiled = (): void => flushCompileCache();
