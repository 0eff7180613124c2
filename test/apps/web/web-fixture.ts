// The web program over the whole office in one process: real PostgreSQL, real sign-in, no socket.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { createApp } from '../../../apps/web/app.ts';
import { buildAssets } from '../../../apps/web/assets.ts';
import type { House } from '../../../apps/web/house.ts';
import type { Env } from '../../../apps/web/web-context.ts';
import { openUploadFolder } from '../../../infra/documents/upload-folder.ts';
import { openIdentityPool } from '../../../infra/identity/auth.ts';
import { type Identity, openIdentity } from '../../../infra/identity/identity.ts';
import { deriveKey } from '../../../infra/keys/key-derivation.ts';
import { loadMasterKey } from '../../../infra/keys/master-key.ts';
import { createLog } from '../../../infra/telemetry/log.ts';
import { type OfficeInOneProcess, openOfficeInOneProcess } from '../demo/office-in-one-process.ts';

export const PASSWORD = 'pohon mangga di tepi sungai';
const ORIGIN = 'http://lindung.test';

/** A browser as far as forms need one: it keeps cookies and follows where it is sent. */
export type Browser = {
  get(path: string): Promise<Page>;
  /** As the header that a program would send. */
  cookie(): string;
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Page>;
  /** A form with files, as a browser without scripts sends it. */
  postFiles(path: string, fields: Readonly<Record<string, string | File>>): Promise<Page>;
};

export type Page = {
  readonly status: number;
  readonly path: string;
  readonly text: string;
  readonly headers: Headers;
};

export type WebFixture = {
  readonly office: OfficeInOneProcess;
  readonly identity: Identity;
  readonly app: Hono<Env>;
  /** What the program logged, one JSON line a record. */
  readonly logged: readonly string[];
  browser(): Browser;
  /** Signed in as this person; their account is made on first use. */
  as(actorId: string): Promise<Browser>;
  close(): Promise<void>;
};

const openBrowser = (app: Hono<Env>): Browser => {
  const jar = new Map<string, string>();
  const keep = (headers: Headers): void => {
    for (const cookie of headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      const isGone = /max-age=0/i.test(cookie);
      if (isGone) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
  };
  const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const send = async (path: string, init: RequestInit): Promise<Page> => {
    const headers = {
      ...Object.fromEntries(new Headers(init.headers)),
      cookie: cookie(),
      host: 'lindung.test',
    };
    const response = await app.request(`${ORIGIN}${path}`, { ...init, headers });
    keep(response.headers);
    const onward = response.headers.get('location');
    if (onward !== null) return send(onward, { method: 'GET' });
    return {
      status: response.status,
      path,
      text: await response.text(),
      headers: response.headers,
    };
  };
  return {
    cookie,
    get: (path) => send(path, { method: 'GET' }),
    postFiles(path, fields) {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      return send(path, { method: 'POST', body, headers: { origin: ORIGIN } });
    },
    post: (path, fields) =>
      send(path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN },
      }),
  };
};

export const openWebFixture = async (): Promise<WebFixture> => {
  const office = await openOfficeInOneProcess();
  const pool = openIdentityPool({
    url: office.session.connection.databaseUrl,
    applicationName: 'test',
  });
  // The same as a program of this installation would derive: the command line signs in by it, too.
  const { dataDir } = office.session.connection;
  const { root } = loadMasterKey({ dataDir, given: undefined });
  const secret = deriveKey(root, 'identity').toString('base64url');
  const identity = openIdentity({ pool, secret, publicUrl: ORIGIN });
  const { keys, now } = office.session;
  const folder = mkdtempSync(join(tmpdir(), 'lindung-uploads-'));
  const house: House = {
    desk: { ...office.session, uploads: openUploadFolder({ folder, keys, now }) },
    identity,
    assets: await buildAssets(),
    publicUrl: ORIGIN,
    stack: () => Promise.resolve(undefined),
  };
  const logged: string[] = [];
  const log = createLog('web', { stream: { write: (line) => void logged.push(line) } });
  const app = createApp({ house, log, addressOf: () => '127.0.0.1' });
  return {
    ...{ office, identity, app, logged },
    browser: () => openBrowser(app),
    async as(actorId) {
      await identity.addDemoAccount({ actorId, username: actorId, password: PASSWORD });
      const browser = openBrowser(app);
      await browser.post('/masuk', { username: actorId, password: PASSWORD, ke: '/' });
      return browser;
    },
    async close() {
      await identity.close();
      await office.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
