// `status` and `down` where nothing runs: one JSON document, a sentence, and the agreed exit codes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCli } from '../../../apps/cli/cli.ts';
import { registerStack } from '../../../apps/cli/commands/stack.ts';
import { sentenceText } from '../../../apps/cli/output.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lindung-commands-'));
  vi.stubEnv('LINDUNG_DATA', dataDir);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true, force: true });
});

const run = async (...args: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const program = new Command('lindung').option('--json').option('--lang <language>');
  const terminal = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  const openSession = () => Promise.reject(new Error('no command of the stack needs a session'));
  const runCommandLine = () => Promise.reject(new Error('no command of the stack issues commands'));
  const cli = createCli({ program, terminal, openSession, runCommandLine });
  registerStack(program, cli);
  await program.parseAsync(args, { from: 'user' });
  return { out, err, exitCode: cli.exitCode() };
};

test('status without an installation is exit 3 and names the way out', async () => {
  const { out, exitCode } = await run('--json', 'status');
  expect(exitCode).toBe(3);
  expect(out).toHaveLength(1);
  expect(JSON.parse(out[0] ?? '')).toMatchObject({ services: [], position: null, projections: [] });
  const plain = await run('--lang', 'id', 'status');
  expect(plain.out).toEqual(['Tidak ada layanan yang berjalan; jalankan `npm start`.']);
});

test('down where nothing runs is done already', async () => {
  const { out, exitCode } = await run('--json', 'down');
  expect(exitCode).toBe(0);
  expect(JSON.parse(out[0] ?? '')).toEqual({ stopped: false });
});

test('an outside service without keys refuses the start before anything runs', async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://u:p@db.example/lindung');
  const { out, err, exitCode } = await run('--json', 'up', '--detach');
  expect(exitCode).toBe(1);
  expect(JSON.parse(out[0] ?? '')).toMatchObject({ error: 'Config.KeysMissing' });
  expect(err.join('\n')).not.toContain('u:p');
});

test.each(['DATABASE_URL', 'NATS_URL'])(
  'an outside service that does not answer (%s) is exit 3, and its reason is told detached too',
  async (variable) => {
    const protocol = variable === 'NATS_URL' ? 'nats' : 'postgres';
    vi.stubEnv(variable, `${protocol}://u:hidden@127.0.0.1:1`);
    vi.stubEnv('LINDUNG_KEYS', 'ab'.repeat(32));
    for (const flags of [[], ['--detach']]) {
      const { out, err, exitCode } = await run('--json', '--lang', 'en', 'up', ...flags);
      expect(exitCode, out.join()).toBe(3);
      expect(out.join()).toContain(`${variable} (127.0.0.1:1)`);
      expect([...out, ...err].join()).not.toContain('hidden');
    }
  },
);

test('a data folder that is a file, or lies where none can be, is said at once', async () => {
  const file = join(dataDir, 'note');
  writeFileSync(file, 'mine');
  for (const place of [file, join(file, 'below')]) {
    vi.stubEnv('LINDUNG_DATA', place);
    const { out, exitCode } = await run('--json', 'up', '--detach');
    expect(exitCode).toBe(1);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ error: 'Local.DataFolder' });
    expect(out[0]).toContain(`${file} adalah berkas, bukan folder`);
    expect((await run('--json', 'status')).exitCode).toBe(3);
    expect((await run('--json', 'down')).exitCode).toBe(0);
  }
});

test.runIf(process.platform === 'linux')(
  'a data folder where the system makes none is refused, not tried for ever',
  async () => {
    vi.stubEnv('LINDUNG_DATA', '/proc/lindung/data');
    const { out, exitCode } = await run('--json', 'up', '--detach');
    expect(exitCode).toBe(1);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ error: 'Local.DataFolder' });
  },
);

test('a sentence comes in the language asked for, and in both when none was', () => {
  const sentence = { id: 'Siap.', en: 'Ready.' };
  expect(sentenceText(sentence, 'en')).toBe('Ready.');
  expect(sentenceText(sentence, undefined)).toBe('Siap. | Ready.');
});
