// One act, two ways in: the form of a page and the API do the same, refuse the same, and record once.
import { randomUUID } from 'node:crypto';
import type { Page as BrowserPage } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listMembers } from '../../../projections/member-roster.ts';
import { barriersOn, NO_BROWSER, openSeen, overflowOf, type Seen, signInAs } from './browser.ts';
import { type SmallTown, tellSmallTown } from './small-town.ts';
import { openWebFixture, type Page, type WebFixture } from './web-fixture.ts';

let web: WebFixture;
let town: SmallTown;
let seen: Seen | undefined;
beforeAll(async () => {
  web = await openWebFixture();
  town = await tellSmallTown(web);
  seen = await openSeen(web);
  if (seen === undefined) console.warn(NO_BROWSER);
}, 600_000);
afterAll(async () => {
  await seen?.close();
  await web.close();
});

const hidden = ({ text }: Page, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';

const setField = async (
  page: BrowserPage,
  name: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> => {
  const value = fields[name] ?? '';
  if (['kind', 'relation'].includes(name)) await page.selectOption(`#${name}`, value);
  else await page.fill(`#${name}`, value);
};

const versionOf = async (claimId: string): Promise<number> =>
  (await web.office.session.store.loadStream(claimId)).at(-1)?.version ?? 0;

test('the queue shows one’s own area in words, and a filter stands in the address', async () => {
  const ani = await web.as('verifikator-ani');
  const open = await ani.get('/antrean?saringan=open');
  const { claimId } = await town.claimAt('READY_TO_RECOMMEND');
  expect(open.text).toContain(`KLM-${claimId.slice(0, 8).toUpperCase()}`);
  expect(open.text).toContain('siap diusulkan');
  const filtered = await ani.get('/antrean?saringan=open&tahap=READY_TO_RECOMMEND');
  expect(filtered.text.match(/KLM-/g)).toHaveLength(1);
  expect((await ani.get('/antrean?saringan=overdue&sesudah=bukan-kursor')).status).toBe(200);
  const ignored = await ani.get('/antrean?saringan=xyz&tahap=FOO&kelurahan=99');
  expect(ignored.text).toContain('tidak dipakai: saringan=xyz, kelurahan=99, tahap=FOO.');
  expect(filtered.text).not.toMatch(/tidak dipakai|value="UNKNOWN"/);
});

test('an office sees initials or names as the table of sight says, and a stranger sees no case', async () => {
  const row = await town.claimAt('READY_TO_RECOMMEND');
  const branch = await (await web.as('verifikator-ani')).get(`/klaim/${row.claimId}`);
  const name = /Pekerja<\/dt><dd>([^<]+)/.exec(branch.text)?.[1] ?? '';
  expect(name).toMatch(/^\p{L}{2,}/u);
  const sponsor = await (await web.as('pemantau-hadi')).get(
    `/klaim/${row.claimId}?tab=pemeriksaan`,
  );
  expect(sponsor.status).toBe(200);
  expect(sponsor.text).not.toContain(name);
  expect(sponsor.text).toContain('hanya untuk cabang BPJS');
  const operator = await (await web.as('admin-nur')).get(`/klaim/${row.claimId}`);
  expect(operator.status).toBe(403);
  const unknown = await (await web.as('verifikator-ani')).get(`/klaim/${randomUUID()}`);
  expect(unknown.status).toBe(404);
});

test('a form is checked, refused in place, and then recorded once however often it is sent', async () => {
  const { claimId } = await town.claimAt('READY_TO_RECOMMEND');
  const ani = await web.as('verifikator-ani');
  const path = `/klaim/${claimId}/tindakan/recommend`;
  const form = await ani.get(path);
  const sent = { _command: hidden(form, '_command'), _seen: hidden(form, '_seen'), reason: '' };
  const named = await ani.post(path, { ...sent, reason: 'NIK 6474010101900001' });
  expect(named.status).toBe(422);
  expect(named.text).toContain('Belum dapat dilakukan');
  expect(named.text).toMatch(/Isian “Pertimbangan[^”]*” berisi NIK/);
  expect(named.text).not.toContain('--why');
  const before = await versionOf(claimId);
  const done = await ani.post(path, sent);
  expect(done.path).toContain(`tercatat=${sent._command}`);
  expect(done.text).toContain('Tercatat: Diusulkan');
  const recorded = `/klaim/${claimId}?tercatat=`;
  expect((await ani.get(`${recorded}approve`)).text).not.toContain('Tercatat:');
  const forwarded = await (await web.as('penetap-budi')).get(`${recorded}${sent._command}`);
  expect([forwarded.status, forwarded.text.includes('Tercatat:')]).toEqual([200, false]);
  const after = await versionOf(claimId);
  expect(after).toBeGreaterThan(before);
  const again = await ani.post(path, sent);
  expect(again.path).toContain(`tercatat=${sent._command}`);
  expect(await versionOf(claimId)).toBe(after);

  const approveOwn = `/klaim/${claimId}/tindakan/approve`;
  const own = await ani.get(approveOwn);
  const refused = await ani.post(approveOwn, {
    ...{ _command: hidden(own, '_command'), _seen: hidden(own, '_seen') },
    ...{ totalIdr: hidden(own, 'totalIdr'), determinedIdr: '', reference: '', determinedOn: '' },
  });
  expect(refused.status).toBe(422);
  expect(hidden(own, 'totalIdr')).toBe('42000000');
  expect((await ani.get(`/klaim/${claimId}`)).text).toContain('Yang belum bisa');
});

test('a form says whose claim it is, and one that decides also of what lines and to whom', async () => {
  const { claimId } = await town.claimAt('RECOMMENDED');
  const number = `KLM-${claimId.slice(0, 8).toUpperCase()}`;
  const budi = await web.as('penetap-budi');
  const approve = await budi.get(`/klaim/${claimId}/tindakan/approve`);
  expect(approve.text).toContain(`<title>Setujui klaim · ${number}`);
  const name = /Pekerja<\/dt><dd>([^<]+)/.exec(approve.text)?.[1] ?? '';
  expect(name).toMatch(/^\p{L}{2,}/u);
  for (const said of ['kematian (JKM)', 'diusulkan', 'Rincian manfaat', '42.000.000', 'Penerima'])
    expect(approve.text).toContain(said);
  expect(approve.text).toMatch(/Penerima<\/dt><dd>\p{L}[^<]* · [A-Z\d]+ · •+\d\d/u);
  const sentBack = await budi.get(`/klaim/${claimId}/tindakan/return`);
  expect(sentBack.text).toContain(name);
  expect(sentBack.text).not.toContain('Rincian manfaat');
});

test('who may take an open claim is offered it, and then no more', async () => {
  const { claimId } = await town.claimAt('PAPERS_INCOMPLETE');
  const ani = await web.as('verifikator-ani');
  const path = `/klaim/${claimId}/tindakan/assign`;
  expect((await ani.get(`/klaim/${claimId}`)).text).toContain(`href="${path}"`);
  const form = await ani.get(path);
  const sent = { _command: hidden(form, '_command'), _seen: hidden(form, '_seen'), reason: '' };
  const done = await ani.post(path, sent);
  expect(done.text).toContain('Tercatat: Klaim ditugaskan');
  expect(done.text).not.toContain(`href="${path}"`);
});

test('an approval that was sent back tells who recommended and who returned it, by name', async () => {
  const { claimId } = await town.claimAt('RETURNED_TO_VERIFIER');
  const ani = await web.as('verifikator-ani');
  const { text } = await ani.get(`/klaim/${claimId}?tab=uang`);
  expect(text).toMatch(/Usulan 1: Rp42\.000\.000/);
  expect(text).toContain('Diusulkan Ani Suryani');
  expect(text).toMatch(/<dd>Budi Santoso · \d/);
});

test('whoever does not hold the act gets no form of it, and with it no sum', async () => {
  const { claimId } = await town.claimAt('RECOMMENDED');
  const path = `/klaim/${claimId}/tindakan/approve`;
  const hadi = await web.as('pemantau-hadi');
  expect((await hadi.get(`/klaim/${claimId}`)).status).toBe(200);
  const looked = await hadi.get(path);
  const sent = await hadi.post(path, { _command: randomUUID(), _seen: '1', totalIdr: '1' });
  for (const page of [looked, sent]) {
    expect(page.status).toBe(403);
    expect(page.text).not.toMatch(/totalIdr|42\.?000\.?000/);
  }
  const budi = await web.as('penetap-budi');
  expect(hidden(await budi.get(path), 'totalIdr')).toBe('42000000');
});

test('whoever comes second hears what the first one did, and keeps what was typed', async () => {
  const { claimId } = await town.claimAt('RECOMMENDED');
  const [budi, ani] = [await web.as('penetap-budi'), await web.as('verifikator-ani')];
  const path = `/klaim/${claimId}/tindakan/return`;
  const form = await budi.get(path);
  const withdrawal = await ani.get(`/klaim/${claimId}/tindakan/withdraw`);
  await ani.post(`/klaim/${claimId}/tindakan/withdraw`, {
    ...{ _command: hidden(withdrawal, '_command'), _seen: hidden(withdrawal, '_seen') },
    reason: 'keluarga menarik laporan',
  });
  const late = await budi.post(path, {
    ...{ _command: hidden(form, '_command'), _seen: hidden(form, '_seen') },
    reason: 'periksa lagi akta kematian',
  });
  expect(late.status).toBe(412);
  expect(late.text).toContain('verifikator-ani baru saja mencatat');
  expect(late.text).toContain('periksa lagi akta kematian');
});

/** The smallest picture there is. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

test('a paper comes in by a plain form, and only what is a paper; who looks at it stands in the log', async () => {
  const { claimId } = await town.claimAt('PAPERS_INCOMPLETE');
  const ani = await web.as('verifikator-ani');
  const path = `/klaim/${claimId}/tindakan/receive-document`;
  const form = await ani.get(`${path}?kind=MARRIAGE_BOOK`);
  expect(form.text).toMatch(/<option value="MARRIAGE_BOOK" selected/);
  const sent = {
    ...{ _command: hidden(form, '_command'), _seen: hidden(form, '_seen'), _back: `//x.invalid` },
    ...{ kind: 'MARRIAGE_BOOK', form: 'COPY', upload: '', seenOn: '', seenAt: '' },
  };
  const before = await versionOf(claimId);
  const script = new File(['<script>alert(1)</script>'], '../../kk.jpg', { type: 'image/jpeg' });
  const wrong = await ani.postFiles(path, { ...sent, 'upload-file': script });
  expect([wrong.status, await versionOf(claimId)]).toEqual([422, before]);
  expect(wrong.text).toContain('bukan PDF atau gambar');
  expect(wrong.text).not.toContain('../../kk.jpg');
  const none = await ani.postFiles(path, { ...sent, 'upload-file': new File([], '') });
  expect(none.text).toContain('Pilih atau foto berkasnya dulu');
  const unkind = await ani.postFiles(path, {
    ...{ ...sent, kind: '', 'upload-file': new File([PNG], 'kk.png') },
  });
  const here = /name="upload" value="([0-9a-f-]{36})"/.exec(unkind.text)?.[1] ?? '';
  expect([unkind.status, here.length]).toEqual([422, 36]);
  const kept = await ani.postFiles(path, { ...sent, upload: here });
  expect(kept.path).toBe(`/klaim/${claimId}?tab=berkas&tercatat=${sent._command}`);
  expect(kept.text).toContain('Tercatat: Berkas diterima');
  const again = await ani.postFiles(path, { ...sent, upload: here });
  expect([again.status, await versionOf(claimId)]).toEqual([200, before + 1]);

  const at =
    new RegExp(`href="(/klaim/${claimId}/berkas/[0-9a-f-]{36})"`).exec(kept.text)?.[1] ?? '';
  const read = async () =>
    (await web.office.session.store.loadStream(claimId)).filter(
      ({ type }) => type === 'DocumentRead',
    );
  expect((await ani.get(`${at}/isi?lihat=${randomUUID()}`)).status).toBe(404);
  const viewer = await ani.get(at);
  const src =
    /<img src="([^"]+)"/.exec(viewer.text.slice(viewer.text.indexOf('data-paper')))?.[1] ?? '';
  const content = await ani.get(src);
  expect([content.status, content.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(content.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(content.headers.get('content-security-policy')).toContain('sandbox');
  expect(content.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await read()).toHaveLength(1);
  // The address of a look is its reader's own.
  const fajar = await web.as('auditor-fajar');
  expect((await fajar.get(src)).status).toBe(404);
  expect((await fajar.get(at)).text).toContain('Mengapa Anda membuka berkas ini?');
  expect(await read()).toHaveLength(1);
  expect((await fajar.post(at, { reason: 'uji petik surat tugas 12' })).text).toContain(
    'data-paper',
  );
  expect(await read()).toHaveLength(2);
  expect((await (await web.as('kelurahan-sari')).get(at)).status).toBe(404);
});

test('a paper comes in parts by tus 1.0, for whoever began it and nobody else', async () => {
  const [ani, eko] = [await web.as('verifikator-ani'), await web.as('kelurahan-eko')];
  const tus = (cookie: string, method: string, path: string, init: RequestInit = {}) =>
    web.app.request(`http://lindung.test${path}`, {
      ...{ ...init, method },
      headers: {
        ...{ cookie, host: 'lindung.test', origin: 'http://lindung.test' },
        ...{ 'tus-resumable': '1.0.0', ...Object.fromEntries(new Headers(init.headers)) },
      },
    });
  const begin = (length: string) =>
    tus(ani.cookie(), 'POST', '/v1/uploads', { headers: { 'upload-length': length } });
  const begun = await begin(String(PNG.length));
  const place = begun.headers.get('location') ?? '';
  expect([begun.status, place]).toEqual([
    201,
    expect.stringMatching(/^\/v1\/uploads\/[0-9a-f-]{36}$/),
  ]);
  expect((await begin(String(21 * 1024 * 1024))).status).toBe(413);
  const part = (cookie: string, from: number, to: number) =>
    tus(cookie, 'PATCH', place, {
      headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) },
      body: PNG.subarray(from, to),
    });
  expect((await part(ani.cookie(), 0, 30)).headers.get('upload-offset')).toBe('30');
  expect((await part(ani.cookie(), 0, 30)).status).toBe(409);
  expect((await part(eko.cookie(), 30, 40)).status).toBe(404);
  expect((await tus('', 'HEAD', place)).status).toBe(401);
  expect((await tus(ani.cookie(), 'HEAD', place)).headers.get('upload-offset')).toBe('30');
  expect((await part(ani.cookie(), 30, PNG.length)).status).toBe(204);
  const { claimId } = await town.claimAt('PAPERS_RETURNED');
  const received = await call(ani.cookie(), `/v1/claims/${claimId}/receive-document`, {
    body: { kind: 'MARRIAGE_BOOK', form: 'COPY', upload: place.slice('/v1/uploads/'.length) },
    headers: { 'idempotency-key': randomUUID() },
  });
  expect(received.json).toMatchObject({ status: 'recorded' });
});

test('masked fields open one by one, with a reason, and only what the office and the act may see', async () => {
  const { claimId } = await town.claimAt('PAPERS_INCOMPLETE');
  const path = `/klaim/${claimId}/buka`;
  const ani = await web.as('verifikator-ani');
  const unsaid = await ani.post(path, { 'worker.nik': '1', reason: '' });
  expect(unsaid.status).toBe(422);
  const opened = await ani.post(path, { 'worker.nik': '1', reason: 'mencocokkan kartu keluarga' });
  expect(opened.text).toMatch(/<strong>\d{16}<\/strong>/);
  expect((await (await web.as('pemantau-hadi')).get(path)).status).toBe(403);
  const slip = await ani.get(`/klaim/${claimId}/tanda-terima`);
  expect(slip.text).toMatch(/<svg class="qr"/);
});

test('heirs are determined on their page: what is wrong is said by field, names come back masked or whole', async () => {
  const { claimId } = await town.claimAt('CHECKED');
  const ani = await web.as('verifikator-ani');
  const path = `/klaim/${claimId}/ahli-waris`;
  const form = await ani.get(path);
  const sent = {
    ...{ command: hidden(form, 'command'), seen: hidden(form, 'seen'), persons: '2' },
    ...{ relation1: 'SPOUSE', name1: 'Siti Aminah', guardian1: '', relation2: '', name2: '' },
    ...{ guardian2: '', accountName: 'Siti Aminah', bank: 'brinidja', account: '1234-5678-90' },
  };
  const more = await ani.post(path, { ...sent, add: '1' });
  expect(more.text).toContain('name="relation3"');
  expect(more.text).toContain('value="Siti Aminah"');
  const wrong = await ani.post(path, { ...sent, account: '12', relation1: 'UNCLE' });
  expect(wrong.status).toBe(422);
  for (const field of ['account', 'relation1', 'payee1'])
    expect(wrong.text).toContain(`<a href="#${field}">`);
  const done = await ani.post(path, { ...sent, payee: '1' });
  expect(done.path).toBe(`/klaim/${claimId}?tab=pemeriksaan&tercatat=${sent.command}`);
  expect(done.text).toContain('Siti Aminah · BRINIDJA · ••••••••90');
  expect(done.text).toContain('siap diusulkan');
  const stored = await web.office.session.store.loadStream(claimId);
  expect(JSON.stringify(stored)).not.toMatch(/Siti Aminah|1234567890/);
  expect((await (await web.as('kelurahan-eko')).get(path)).status).toBe(403);
});

/** A worker without a claim, in the area of the person at the desk. */
const somebody = async (without: readonly string[] = []) => {
  const { db, keys } = web.office.session;
  const { rows } = await listMembers(db, { kelurahan: '64.74.01.1003', limit: 500 });
  const free = rows.filter(
    ({ claimId, nik, workerId }) => claimId === null && nik !== null && !without.includes(workerId),
  );
  const [member] = free;
  const nik = member?.nik == null ? undefined : await keys.open(member.nik);
  return {
    workerId: member?.workerId ?? '',
    nik: nik?.status === 'opened' ? nik.value : '',
  };
};

const REPORTED = {
  ...{
    kind: 'DEATH',
    day: '2026-01-05',
    time: '06:00',
    place: 'rumah',
    story: 'sakit, lalu meninggal',
  },
  ...{ work: '', tenure: '', exposure: '', diagnosis: '', reporter: 'Ibu Rukmini Saja' },
  ...{ contact: '081234567890', relation: 'SPOUSE', channel: 'KELURAHAN' },
};

test('a report is asked, looked over and recorded once; wrong and foreign numbers are one answer', async () => {
  const sari = await web.as('kelurahan-sari');
  const { nik } = await somebody();
  const form = await sari.get('/lapor');
  const sent = { ...REPORTED, command: hidden(form, 'command'), number: nik };
  const empty = await sari.post('/lapor', { command: sent.command });
  expect(empty.status).toBe(422);
  for (const field of ['number', 'kind', 'day', 'place', 'story', 'reporter', 'contact'])
    expect(empty.text).toContain(`<a href="#${field}">`);
  const group = await sari.post('/lapor', { ...sent, channel: 'GROUP', time: '' });
  expect(group.text).toContain('Pasal 48A');
  const nobody = await sari.post('/lapor', { ...sent, number: '6474010101900001' });
  const foreign = await (await web.as('kelurahan-eko')).post('/lapor', sent);
  for (const { status, text } of [nobody, foreign]) {
    expect(status).toBe(422);
    expect(text).toContain('tidak ditemukan di wilayah Anda');
  }
  const eko = hidden(await (await web.as('kelurahan-eko')).get('/lapor'), 'owner');
  const others = await sari.post('/lapor', { ...sent, owner: eko, send: '1' });
  expect([others.status, others.text.includes('petugas lain masuk')]).toEqual([409, true]);
  const checked = await sari.post('/lapor', { ...sent, owner: hidden(form, 'owner') });
  expect(checked.text).toContain('Benarkah laporan ini?');
  const workerId = hidden(checked, 'worker');
  const told = await sari.post('/lapor', { ...sent, worker: workerId, send: '1' });
  expect(told.path).toMatch(/^\/klaim\/[0-9a-f-]{36}\/tanda-terima\?tercatat=/);
  expect(told.text).toMatch(/class="slip-code">[0-9A-Z]{4}-[0-9A-Z]{4}</);
  const claimId = told.path.slice('/klaim/'.length).slice(0, 36);
  const version = await versionOf(claimId);
  expect((await sari.post('/lapor', { ...sent, send: '1' })).path).toBe(told.path);
  expect(await versionOf(claimId)).toBe(version);
  const stored = await web.office.session.store.loadStream(claimId);
  expect(JSON.stringify(stored)).not.toMatch(/Rukmini|081234567890/);
  const luring = await web.browser().get('/lapor/luring');
  expect([luring.status, luring.text.includes('Sari')]).toEqual([200, false]);
});

const fillReport = async (page: BrowserPage, number: string): Promise<void> => {
  const fields = { ...REPORTED, number };
  for (const step of [['number'], ['kind', 'story'], ['day', 'time', 'place']]) {
    for (const name of step) await setField(page, name, fields);
    await page.click('[data-next]');
  }
  for (const name of ['reporter', 'contact', 'relation']) await setField(page, name, fields);
  await page.click('[data-send]');
};

const onPhone = async (page: BrowserPage): Promise<string> =>
  String(
    await page.evaluate(`new Promise((go) => {
      const asked = indexedDB.open('lindung-lapor', 1);
      asked.onsuccess = () => {
        const all = asked.result.transaction('laporan').objectStore('laporan').getAll();
        all.onsuccess = () => go(JSON.stringify(all.result));
      };
    })`),
  );

const RECEIPT = '.kept-list a[href$="/tanda-terima"]';

test('a report made without a signal is kept on the phone, sent by a press, and leaves nothing there', async (context) => {
  if (seen === undefined) return context.skip(NO_BROWSER);
  await web.as('kelurahan-sari');
  const { nik } = await somebody();
  const page = await seen.open();
  await signInAs(page, seen.base, 'kelurahan-sari');
  await page.goto(`${seen.base}/lapor`);
  await page.evaluate('navigator.serviceWorker.ready');
  await page.waitForFunction("caches.match('/lapor/luring').then((kept) => kept !== undefined)");
  await page.context().setOffline(true);
  await page.goto(`${seen.base}/lapor`);
  expect(await page.textContent('h1')).toBe('Lapor tanpa sinyal');
  await fillReport(page, nik);
  await page.waitForSelector('.kept-list li');
  expect(await page.textContent('.kept-list')).toContain('Tersimpan di ponsel ini');
  await page.reload();
  await page.waitForSelector('.kept-list li');
  await page.context().setOffline(false);
  await page.goto(`${seen.base}/lapor`);
  await page.click('.kept-list button');
  await page.waitForSelector(RECEIPT);
  const left = await onPhone(page);
  expect(left).toContain('"fields":null');
  expect(left).not.toMatch(new RegExp(`${nik}|Rukmini`));
});

test('a report kept on a shared phone is neither sent by nor shown to who signs in next', async (context) => {
  if (seen === undefined) return context.skip(NO_BROWSER);
  for (const actorId of ['kelurahan-sari', 'kelurahan-eko']) await web.as(actorId);
  const { nik } = await somebody();
  const page = await seen.open();
  await signInAs(page, seen.base, 'kelurahan-sari');
  await page.goto(`${seen.base}/lapor`);
  await page.evaluate("window.fetch = () => Promise.reject(new TypeError('no line'))");
  await fillReport(page, nik);
  await page.waitForSelector('.kept-list li');
  await page.context().clearCookies();
  await signInAs(page, seen.base, 'kelurahan-eko');
  await page.goto(`${seen.base}/lapor`);
  await page.waitForSelector('.kept-list li');
  expect(await page.textContent('.kept-list')).toContain('Ditulis petugas lain');
  expect(await page.locator('.kept-list button, .kept-list a').count()).toBe(0);
  expect(await onPhone(page)).toContain('"state":"waiting"');
  await page.context().clearCookies();
  await signInAs(page, seen.base, 'kelurahan-sari');
  await page.goto(`${seen.base}/lapor`);
  await page.waitForSelector(RECEIPT);
});

test('a report whose answer was lost is sent again as the same report', async (context) => {
  if (seen === undefined) return context.skip(NO_BROWSER);
  await web.as('kelurahan-sari');
  const { nik } = await somebody();
  const page = await seen.open();
  await signInAs(page, seen.base, 'kelurahan-sari');
  await page.goto(`${seen.base}/lapor`);
  await fillReport(page, nik);
  await page.waitForSelector('button[name="send"]');
  const command = await page.inputValue('input[name="command"]');
  await page.evaluate(`{
    const whole = window.fetch;
    window.fetch = async (...asked) => {
      window.fetch = whole;
      await whole(...asked);
      throw new TypeError('the answer is lost');
    };
  }`);
  await page.click('button[name="send"]');
  await page.waitForSelector('.kept-list li');
  await page.evaluate("dispatchEvent(new Event('online'))");
  const path = (await page.getAttribute(RECEIPT, 'href')) ?? '';
  const events = await web.office.session.store.loadStream(path.split('/')[2] ?? '');
  const hers = events.filter(({ meta }) => meta.actor.id === 'kelurahan-sari');
  expect([...new Set(hers.map(({ meta }) => meta.commandId))]).toEqual([command]);
});

type Json = Readonly<Record<string, unknown>>;
type Called = { readonly status: number; readonly headers: Headers; readonly json: Json };

const call = async (
  cookie: string,
  path: string,
  init: { readonly body?: Json; readonly headers?: Record<string, string> } = {},
): Promise<Called> => {
  const { body, headers = {} } = init;
  const response = await web.app.request(`http://lindung.test${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const json: unknown = await response.json();
  return { status: response.status, headers: response.headers, json: json as Json };
};

test('the API writes by key and version: repeated it answers the same, reused or late it refuses', async () => {
  const cookie = (await web.as('verifikator-ani')).cookie();
  const { claimId } = await town.claimAt('READY_TO_RECOMMEND');
  const read = await call(cookie, `/v1/claims/${claimId}`);
  const etag = read.headers.get('etag') ?? '';
  expect([read.status, etag]).toEqual([200, expect.stringMatching(/^"\d+"$/)]);
  const path = `/v1/claims/${claimId}/assign`;
  const without = await call(cookie, path, { body: {} });
  expect([without.status, without.json['code']]).toEqual([400, 'IdempotencyKeyMissing']);
  expect(without.headers.get('content-type')).toContain('application/problem+json');
  const headers = { 'idempotency-key': randomUUID(), 'if-match': etag, prefer: 'wait=2' };
  const first = await call(cookie, path, { body: {}, headers });
  expect(first.json).toMatchObject({ status: 'recorded', repeated: false, shown: true });
  const repeated = await call(cookie, path, { body: {}, headers });
  expect(repeated.json).toMatchObject({ repeated: true, version: first.json['version'] });
  const reused = await call(cookie, path, { body: { reason: 'lain' }, headers });
  expect([reused.status, reused.json['code']]).toEqual([422, 'CommandIdReused']);
  const fresh = { ...headers, 'idempotency-key': randomUUID() };
  const late = await call(cookie, `/v1/claims/${claimId}/release`, { body: {}, headers: fresh });
  expect([late.status, late.json['code']]).toEqual([412, 'ChangedMeanwhile']);
  expect(late.json['text']).toMatchObject({ en: expect.stringContaining('has just recorded') });
});

test('the actor comes from the sign-in: nothing in a body or a header makes somebody else act', async () => {
  const cookie = (await web.as('kelurahan-eko')).cookie();
  const { claimId } = await town.claimAt('PAPERS_INCOMPLETE');
  const headers = { 'idempotency-key': randomUUID(), 'x-actor': 'penetap-budi' };
  const forged = await call(cookie, `/v1/claims/${claimId}/check`, {
    ...{ body: { actorId: 'penetap-budi' }, headers },
  });
  expect([forged.status, forged.json['code']]).toEqual([422, 'CommandMalformed']);
  const own = await call(cookie, `/v1/claims/${claimId}/check`, { body: {}, headers });
  expect([403, 404]).toContain(own.status);
  const nobody = await call('', `/v1/claims/${claimId}`);
  expect([nobody.status, nobody.json['code']]).toEqual([401, 'SignedOut']);
});

test('pages of a list go on where the last one ended, and an unknown filter is refused', async () => {
  const cookie = (await web.as('verifikator-ani')).cookie();
  const ids: string[] = [];
  let cursor = '';
  for (let n = 0; n < 20; n += 1) {
    const page = await call(cookie, `/v1/claims?preset=all&limit=3${cursor}`);
    const { items, nextCursor } = page.json as {
      items: { claimId: string }[];
      nextCursor: string | null;
    };
    ids.push(...items.map(({ claimId }) => claimId));
    if (nextCursor === null) break;
    cursor = `&cursor=${nextCursor}`;
  }
  expect(ids.length).toBeGreaterThan(10);
  expect(new Set(ids).size).toBe(ids.length);
  const unknown = await call(cookie, '/v1/claims?colour=red');
  expect([unknown.status, unknown.json['code']]).toEqual([422, 'QueryMalformed']);
});

test('who has the queue open hears within a moment that it has changed, and not what', async () => {
  const ani = await web.as('verifikator-ani');
  const response = await web.app.request('http://lindung.test/antrean/perubahan', {
    headers: { cookie: ani.cookie() },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain('event: beat');
  const { claimId } = await town.claimAt('RETURNED_TO_VERIFIER');
  const path = `/klaim/${claimId}/tindakan/assign`;
  const form = await ani.get(path);
  // The first look only learns where the queue stands.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await ani.post(path, {
    ...{ _command: hidden(form, '_command'), _seen: hidden(form, '_seen'), reason: '' },
  });
  const said = (await reader?.read())?.value ?? '';
  expect(said).toMatch(/event: changed\ndata: \d+\n/);
  expect(said).not.toContain(claimId);
  await reader?.cancel();
});

test('a verifier signs in, takes a claim from the queue and acts, by keyboard and without scripts', async (context) => {
  if (seen === undefined) return context.skip(NO_BROWSER);
  const { claimId } = await town.claimAt('PAPERS_RETURNED');
  await web.as('verifikator-ani');
  const page = await seen.open({ javaScriptEnabled: false });
  await signInAs(page, seen.base, 'verifikator-ani');
  await page.goto(`${seen.base}/antrean?saringan=open`);
  const link = page.getByRole('link', { name: `KLM-${claimId.slice(0, 8).toUpperCase()}` });
  await link.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/klaim/${claimId}`);
  await page.getByRole('link', { name: 'Cabut klaim' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Alasan').focus();
  await page.keyboard.type('keluarga tidak meneruskan');
  await page.getByRole('button', { name: 'Cabut klaim' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**tercatat=**');
  expect(await page.getByRole('status').textContent()).toContain('Tercatat: Dicabut keluarga');
  expect(await page.locator('h1').textContent()).toContain('dicabut');
});

test('no page shuts anybody out: axe-core in both languages, 320 px wide, nothing refused by the policy', async (context) => {
  if (seen === undefined) return context.skip(NO_BROWSER);
  const { claimId } = await town.claimAt('PAPERS_INCOMPLETE');
  await web.as('verifikator-ani');
  const page = await seen.open();
  const complaints: string[] = [];
  page.on('console', (said) => {
    if (said.type() === 'error') complaints.push(said.text());
  });
  const look = async (path: string): Promise<void> => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${seen?.base}${path}`);
    complaints.push(...(await barriersOn(page)).map((one) => `${path} ${one}`));
    await page.setViewportSize({ width: 320, height: 700 });
    const over = await overflowOf(page);
    if (over > 0) complaints.push(`${path} is ${over} px too wide at 320 px`);
  };
  await look('/masuk');
  await look('/lapor/luring');
  await signInAs(page, seen.base, 'verifikator-ani');
  const paths = ['/', '/akun', '/akun/pengaman', '/antrean?saringan=all', '/referensi-api'];
  const tabs = ['ringkasan', 'pemeriksaan', 'uang'];
  const ofClaim = [
    ...tabs.map((tab) => `/klaim/${claimId}?tab=${tab}`),
    `/klaim/${claimId}/tindakan/withdraw`,
    `/klaim/${claimId}/tindakan/return-document`,
    `/klaim/${claimId}/tindakan/receive-document`,
    `/klaim/${claimId}?tab=berkas`,
    `/klaim/${claimId}/buka`,
    `/klaim/${claimId}/tanda-terima`,
    `/klaim/${claimId}/ahli-waris`,
    `/klaim/${claimId}?tab=surat`,
  ];
  for (const path of [...paths, ...ofClaim]) await look(path);
  await page.goto(`${seen.base}/bahasa/en?ke=/antrean`);
  for (const path of ['/antrean?saringan=open', `/klaim/${claimId}`]) await look(path);
  expect(complaints).toEqual([]);
}, 300_000);
