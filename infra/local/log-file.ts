// A log file that never fills the disk: at its cap it becomes `.1`, and a new one begins.
import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const LOG_FILE_MAX_BYTES = 5 * 1024 * 1024;

export type LogFile = { write(chunk: Uint8Array): void; close(): void };

export const openLogFile = (path: string, maxBytes = LOG_FILE_MAX_BYTES): LogFile => {
  mkdirSync(dirname(path), { recursive: true });
  let fd: number | undefined = openSync(path, 'a', 0o600);
  let size = fstatSync(fd).size;
  const roll = (): void => {
    if (fd !== undefined) closeSync(fd);
    renameSync(path, `${path}.1`);
    fd = openSync(path, 'a', 0o600);
    size = 0;
  };
  return {
    write(chunk) {
      if (fd === undefined) return;
      try {
        if (size > 0 && size + chunk.byteLength > maxBytes) roll();
        writeSync(fd, chunk);
        size += chunk.byteLength;
      } catch {
        // A full disk must not end the process whose output this is.
      }
    },
    close() {
      if (fd !== undefined) closeSync(fd);
      fd = undefined;
    },
  };
};
