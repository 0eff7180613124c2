// Signing in: the first administrator by a link, the second factor, wrong passwords, sessions that end.
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { actingPerson } from '../../../apps/cli/acting-person.ts';
import type { OpenSession } from '../../../apps/cli/cli.ts';
import { runCommandLine } from '../../../apps/cli/program.ts';
import { listAccounts } from '../../../infra/identity/account-records.ts';
import { openIdentityPool } from '../../../infra/identity/auth.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { oneTimeCode } from '../../support/one-time-code.ts';
import { openWebFixture, PASSWORD, type WebFixture } from './web-fixture.ts';

let web: WebFixture;
beforeAll(async () => {
  web = await openWebFixture();
});
afterAll(() => web.close());

const FIRST = {
  name: 'Nur Aini',
  office: 'DISNAKER',
  area: '64.74',
  letter: 'SK Kadisnaker 800/001/2026',
  username: 'admin-nur',
  password: PASSWORD,
  again: PASSWORD,
};

/** Who of two was faster. */
let first = FIRST;

/** Of the first administrator, once their codes are set up. */
let factor = '';
const secretIn = (text: string): string => /class="key">([A-Z2-7]+)=*</.exec(text)?.[1] ?? '';

test('the first administrator comes by a link, sets up codes, and nobody uses the link twice', async () => {
  const lost = await web.identity.invite({ actorId: null, hours: 1 });
  const { token } = await web.identity.invite({ actorId: null, hours: 1 });
  expect((await web.browser().get(`/undangan/${lost.token}`)).status).toBe(404);
  const person = web.browser();
  expect((await person.get(`/undangan/${token}`)).text).toContain('Administrator pertama');
  const short = await person.post(`/undangan/${token}`, { ...FIRST, password: 'x', again: 'x' });
  expect(short.status).toBe(422);
  // Two people with the one link, in the same instant: one account, and one of them is in the log.
  const other = { ...FIRST, name: 'Tono Saputra', username: 'admin-tono' };
  const both = await Promise.all(
    [FIRST, other].map((form) => web.browser().post(`/undangan/${token}`, form)),
  );
  const made = both.findIndex(({ text }) => /Akun admin-\w+ sudah dibuat/.test(text));
  first = made === 0 ? FIRST : other;
  expect(both[1 - made]?.text).not.toContain('sudah dibuat');
  const url = web.office.session.connection.databaseUrl;
  const pool = openIdentityPool({ url, applicationName: 'test' });
  expect((await listAccounts(pool)).map(({ actorId }) => actorId)).toEqual([first.username]);
  await pool.end();
  const loser = streamIds.actor((first === FIRST ? other : FIRST).username);
  expect(await web.office.session.store.loadStream(loser)).toEqual([]);
  expect((await web.browser().get(`/undangan/${token}`)).status).toBe(404);

  const forced = await person.post('/masuk', {
    username: first.username,
    password: PASSWORD,
    ke: '/',
  });
  expect(forced.path).toBe('/akun/pengaman');
  expect((await person.get('/')).path).toBe('/akun/pengaman');
  const begun = await person.post('/akun/pengaman', { password: PASSWORD });
  const secret = secretIn(begun.text);
  factor = secret;
  expect(secret).toMatch(/^[A-Z2-7]{40,60}$/);
  const uri = /name="uri" value="([^"]+)"/.exec(begun.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const wrong = await person.post('/akun/pengaman', { uri, codes: '', code: '000000' });
  expect(wrong.status).toBe(422);
  const done = await person.post('/akun/pengaman', {
    ...{ uri, codes: '', code: oneTimeCode(secret) },
  });
  expect(done.path).toBe('/akun');
  expect((await person.get('/')).text).toContain(`Selamat bekerja, ${first.name}`);

  const again = web.browser();
  const asked = await again.post('/masuk', {
    username: first.username.replace('a', 'A'),
    password: PASSWORD,
    ke: '/akun',
  });
  expect(asked.path).toContain('/masuk/kode');
  expect((await again.get('/akun')).path).toContain('/masuk');
  const inside = await again.post('/masuk/kode', {
    ...{ code: oneTimeCode(secret), ke: '/akun' },
  });
  expect(inside.path).toBe('/akun');
  expect((await again.post('/keluar', {})).path).toBe('/masuk');
  expect((await again.get('/akun')).path).toContain('/masuk?ke=%2Fakun');
});

/** The command line of somebody whose files lie in `home`, answering what it asks. */
const commandLine = async (args: readonly string[], answers: readonly string[] = []) => {
  const left = [...answers];
  const said: string[] = [];
  const hear = (text: string): void => void said.push(text);
  const terminal = { out: hear, err: hear, ask: () => Promise.resolve(left.shift() ?? '') };
  const openSession: OpenSession = async ({ as }) => {
    const session = { ...web.office.session, close: () => Promise.resolve() };
    const acting = await actingPerson(session, as);
    if (acting.status !== 'known') return acting;
    return { status: 'open', session: { ...session, actorId: acting.actorId } };
  };
  const code = await runCommandLine(args, { terminal, openSession });
  return { code, text: said.join('\n') };
};

test('a name on the command line is nobody until that person has signed in there', async () => {
  const home = mkdtempSync(join(tmpdir(), 'lindung-login-'));
  vi.stubEnv('XDG_CONFIG_HOME', home);
  const act = ['account', 'invite', 'admin-nur'];
  try {
    const forged = await commandLine([...act, '--as', 'admin-nur']);
    expect(forged).toMatchObject({ code: 1, text: expect.stringContaining('belum masuk di sini') });
    expect((await commandLine(act)).code).toBe(2);
    const wrong = await commandLine(['login', 'admin-nur'], ['bukan kata sandinya', '']);
    expect(wrong).toMatchObject({ code: 1, text: 'Akun atau kata sandi tidak cocok.' });
    const again = await commandLine(['login', 'admin-nur'], [PASSWORD, oneTimeCode(factor)]);
    expect(again.text).toContain('Masuk sebagai admin-nur');
    const file = join(home, 'lindung', 'login.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).not.toContain(PASSWORD);
    // Whoever signed in acts, by name or without one; nobody else does.
    expect((await commandLine(act)).text).toContain('Program web tidak berjalan');
    expect((await commandLine([...act, '--as', 'admin-nur'])).text).toContain('Program web');
    const other = await commandLine([...act, '--as', 'kepala-dewi']);
    expect(other).toMatchObject({ code: 1, text: expect.stringContaining('belum masuk') });
    // A file that others can read is believed no more than none.
    chmodSync(file, 0o644);
    expect((await commandLine([...act, '--as', 'admin-nur'])).code).toBe(1);
    chmodSync(file, 0o600);
    expect((await commandLine(['logout'])).text).toContain('admin-nur keluar.');
    expect((await commandLine([...act, '--as', 'admin-nur'])).code).toBe(1);
  } finally {
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true, force: true });
  }
});

test('a wrong name and a wrong password are answered alike, and guessing has to wait', async () => {
  const person = web.browser();
  const answers: string[] = [];
  for (const [username, password] of [
    ['siapa-ini', PASSWORD],
    [first.username, 'bukan kata sandinya'],
  ] as const) {
    const page = await person.post('/masuk', { username, password, ke: '/' });
    expect(page.status).toBe(422);
    answers.push(/role="alert"[^>]*>([^<]+)/.exec(page.text)?.[1] ?? '');
  }
  expect(answers[0]).toContain('Nama akun atau kata sandi salah');
  expect(answers[1]).toBe(answers[0]);
  for (let n = 0; n < 4; n += 1)
    await person.post('/masuk', { username: first.username, password: 'salah lagi ini', ke: '/' });
  const waiting = await person.post('/masuk', {
    username: first.username,
    password: PASSWORD,
    ke: '/',
  });
  expect(waiting.status).toBe(429);
  expect(waiting.text).toContain('Terlalu banyak percobaan');
});

test('many guesses at once are as slow as one after the other, and a neighbour still comes in', async () => {
  for (const actorId of ['sasaran', 'tetangga'])
    await web.identity.addDemoAccount({ actorId, username: actorId, password: PASSWORD });
  const wish = { username: 'sasaran', password: 'bukan kata sandinya', address: '203.0.113.7' };
  const answers = await Promise.all(Array.from({ length: 50 }, () => web.identity.signIn(wish)));
  expect(answers.filter(({ status }) => status === 'wrong').length).toBeLessThanOrEqual(5);
  const right = { ...wish, password: PASSWORD };
  expect((await web.identity.signIn(right)).status).toBe('wait');
  const next = { ...right, username: 'tetangga', address: '203.0.113.8' };
  // Who comes in takes nothing from those who come from the same place.
  const guess = { account: next.username, address: next.address };
  for (let n = 0; n < 45; n += 1) {
    expect(await web.identity.attempts.begin(guess)).toBe(0);
    await web.identity.attempts.succeeded(guess);
  }
  expect((await web.identity.signIn(next)).status).toBe('signed-in');
});

test('what is typed into the wrong field is not kept, however long it is', async () => {
  const typed = ['6474010101900001', `Kata Sandi Saya ${'x'.repeat(9_000)}`];
  for (const username of typed) {
    const wish = { username, password: PASSWORD, address: '203.0.113.9' };
    expect((await web.identity.signIn(wish)).status).toBe('wrong');
  }
  const url = web.office.session.connection.databaseUrl;
  const pool = openIdentityPool({ url, applicationName: 'test' });
  const { rows } = await pool.query<{ key: string }>('select key from attempts');
  await pool.end();
  expect(rows.length).toBeGreaterThan(0);
  for (const { key } of rows) expect(key).toMatch(/^(account|address) [\w-]{43}$/);
});

test('nothing but files of this house may run, and a form of another house is not taken', async () => {
  const page = await web.browser().get('/masuk');
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(page.text).not.toMatch(/<script(?![^>]*src=)|style=|<style|\son\w+=/);
  const foreign = await web.app.request('http://lindung.test/masuk', {
    method: 'POST',
    body: 'username=a',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://tempat.lain',
      host: 'lindung.test',
      'sec-fetch-site': 'cross-site',
    },
  });
  expect(foreign.status).toBe(403);
  expect(await foreign.text()).toContain('tidak dikirim dari halaman Lindung');
});

test('the way on after signing in never leads to another house', async () => {
  const plain = ['//tempat.lain', 'https://tempat.lain', '/\\tempat.lain', 'javascript:x'];
  const read = ['/\t/tempat.lain', '/\n/tempat.lain', '/.//tempat.lain', '\t//tempat.lain'];
  for (const bad of [...plain, ...read]) {
    const page = await web.browser().get(`/masuk?ke=${encodeURIComponent(bad)}`);
    expect(page.text, bad).toContain('name="ke" value="/"');
    const onward = await web.app.request(
      `http://lindung.test/bahasa/id?ke=${encodeURIComponent(bad)}`,
    );
    expect(onward.headers.get('location'), bad).toBe('/');
  }
  const own = await web.browser().get(`/masuk?ke=${encodeURIComponent('/klaim/1?tab=uang&a=b')}`);
  expect(own.text).toContain('name="ke" value="/klaim/1?tab=uang&amp;a=b"');
});

test('both languages, chosen by the person and kept', async () => {
  const person = web.browser();
  expect((await person.get('/masuk')).text).toContain('<html lang="id">');
  const english = await person.get('/bahasa/en?ke=/masuk');
  expect(english.text).toContain('<html lang="en">');
  expect(english.text).toContain('Account name');
  expect((await person.get('/tidak-ada')).text).toContain('Sign in');
});

test('what is logged names no account, no password and no token', () => {
  expect(web.logged.join('')).not.toMatch(/admin-nur|admin-tono|mangga/);
});
