// Payments and public pages of one town: who sees what, who may do what, and what strangers can ask.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '../../../apps/cli/program.ts';
import { readReceiptCode, receiptCode } from '../../../apps/cli/receipt-code.ts';
import { sharedSession } from '../../../apps/cli/shared-session.ts';
import { scenarioOf } from '../../../apps/demo/bontang/scenario.ts';
import { tellBontang } from '../../../apps/demo/bontang/story.ts';
import { createNarrator, type Narrator } from '../../../apps/demo/narrator.ts';
import { ProblemSchema } from '../../../apps/web/api/schemas.ts';
import {
  type DashboardWish,
  dashboardOf,
} from '../../../apps/web/screens/dashboard/dashboard-data.ts';
import { addDays, addMonthsTo, monthOf, officeDay } from '../../../domain/calendar.ts';
import { cardTokens } from '../../../infra/cards/card-token.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { claimFile } from '../../../projections/claim-file.ts';
import { listMembers, workerById } from '../../../projections/member-roster.ts';
import { listPayables, listRuns } from '../../../projections/payout-ledger.ts';
import { listProgrammes } from '../../../projections/programme-summary.ts';
import { nonsense } from './api-nonsense.ts';
import { type Browser, openWebFixture, type WebFixture } from './web-fixture.ts';

const WORKERS = 60;
const STAFF_BYTES_MAX = 30 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'lindung-payments-'));

let web: WebFixture;
let narrator: Narrator;

const say = (as: string, args: readonly string[]) =>
  narrator.step({ title: { id: args.join(' '), en: args.join(' ') }, as, args: [...args] });

const claimsAt = async (stage: string): Promise<readonly string[]> => {
  const { rows } = await say('auditor-fajar', ['claim', 'list', '--limit', '100']);
  const claims = rows as readonly { readonly claimId: string; readonly stage: string }[];
  return claims.filter((claim) => claim.stage === stage).map(({ claimId }) => claimId);
};

beforeAll(async () => {
  web = await openWebFixture();
  const storyId = 'payments on screens';
  narrator = createNarrator({
    ...{ runCommandLine, openSession: sharedSession(web.office.session), storyId, language: 'id' },
    ...{ out: () => undefined, progress: () => undefined },
  });
  const today = officeDay(new Date().toISOString());
  await tellBontang({ narrator, scenario: scenarioOf(WORKERS, 2026), folder, storyId, today });
  for (const stage of ['READY_TO_RECOMMEND', 'RETURNED_TO_VERIFIER'])
    for (const claimId of await claimsAt(stage)) {
      await say('verifikator-ani', ['claim', 'recommend', claimId]);
      await say('penetap-budi', ['claim', 'approve', claimId, '--total', '42000000']);
    }
}, 600_000);
afterAll(async () => {
  await web.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a form of the page would send: its hidden fields, its ticked boxes. */
const fieldsIn = (text: string, path: string): Record<string, string> => {
  const at = text.indexOf(`action="${path}"`);
  const form = text.slice(at === -1 ? text.indexOf('class="card"') : at);
  const own = form.slice(0, form.indexOf('</form>'));
  const fields = [...own.matchAll(/<input ([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const name = /name="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const value = /value="([^"]*)"/.exec(attributes)?.[1] ?? 'on';
    const isSent = !attributes.includes('checkbox') || attributes.includes('checked');
    return isSent ? [[name, value] as const] : [];
  });
  return Object.fromEntries(fields);
};

const newestRun = async (): Promise<string> =>
  (await listRuns(web.office.session.db, {})).rows[0]?.runId ?? '';

const assembleHref = (text: string): string =>
  (/href="(\/pembayaran\/susun[^"]*)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&');

const expectWhole = ({ text, status }: Awaited<ReturnType<Browser['get']>>): void => {
  expect(status).toBe(200);
  expect(gzipSync(text).length).toBeLessThan(STAFF_BYTES_MAX);
  expect(text).not.toMatch(/\{\w+\}|undefined|\[object/);
  // No account and no NIK stands whole on any page.
  expect(text.replace(/<[^>]*>/g, ' ')).not.toMatch(/\b\d{10,20}\b/);
};

test('only whoever has a hand in payments opens them; a kelurahan and an approver do not', async () => {
  for (const actor of ['kelurahan-eko', 'penetap-budi']) {
    const person = await web.as(actor);
    expect((await person.get('/pembayaran')).status).toBe(403);
    expect((await person.get(`/pembayaran/run/${await newestRun()}`)).status).toBe(403);
  }
  const auditor = await web.as('auditor-fajar');
  const page = await auditor.get('/pembayaran');
  expectWhole(page);
  expect(page.text).not.toContain('Susun pembayaran');
  expect((await auditor.get('/pembayaran/run/tidak-ada')).status).toBe(404);
});

test('a payment is held with a reason by whoever may, stands among what needs attention, and is due again', async () => {
  const { rows } = await listPayables(web.office.session.db, { stages: ['DUE'] });
  const path = `/pembayaran/tagihan/${rows[0]?.payableId ?? ''}`;
  const dewi = await web.as('kepala-dewi');
  expect((await dewi.get(path)).text).not.toContain('Tahan pembayaran');
  const hadi = await web.as('pemantau-hadi');
  expect((await hadi.get(path)).text).toContain('Tahan pembayaran');
  const form = await hadi.get(`${path}/tindakan/hold`);
  const sent = { ...fieldsIn(form.text, ''), reason: 'nomor rekening ditanyakan ulang' };
  const held = await hadi.post(`${path}/tindakan/hold`, sent);
  expect(held.path).toContain(`${path}?tercatat=`);
  expectWhole(held);
  expect(held.text).toContain('nomor rekening ditanyakan ulang');
  expect((await dewi.get('/pembayaran')).text).toContain('nomor rekening ditanyakan ulang');
  const again = await hadi.get(`${path}/tindakan/unhold`);
  const back = { ...fieldsIn(again.text, ''), reason: 'rekening sudah benar' };
  expect((await hadi.post(`${path}/tindakan/unhold`, back)).text).toContain('terutang');
  const closed = await (await web.as('kelurahan-eko')).get(`${path}/tindakan/hold`);
  expect(closed.status).toBe(404);
});

test('one assembles and cannot release; the page names who may; that person releases once', async () => {
  const citra = await web.as('keuangan-citra');
  const overview = await citra.get('/pembayaran');
  expectWhole(overview);
  expect(overview.text).toContain('Rp84.000.000');
  const choose = await citra.get(assembleHref(overview.text));
  expectWhole(choose);
  const picked = fieldsIn(choose.text, '/pembayaran/susun');
  const none = await citra.post('/pembayaran/susun', {
    ...{ pembayar: picked['pembayar'] ?? '', alur: 'BENEFIT', langkah: 'periksa' },
  });
  expect(none.status).toBe(422);
  expect(none.text).toContain('Pilih paling sedikit satu pembayaran');
  const check = await citra.post('/pembayaran/susun', picked);
  expectWhole(check);
  expect(check.text).toContain('Susun run Rp84.000.000');
  const frozen = fieldsIn(check.text, '/pembayaran/susun');
  const run = await citra.post('/pembayaran/susun', frozen);
  expect(run.path).toMatch(/^\/pembayaran\/run\/.*baru=susun/);
  expectWhole(run);
  // Clicked twice it is one run.
  expect((await citra.post('/pembayaran/susun', frozen)).path).toBe(run.path);
  expect(run.text).toContain('Yang menyusun pembayaran tidak boleh melepasnya');
  expect(run.text).toContain('Dewi Anggraini');
  expect(run.text).not.toContain('Periksa dan lepas');

  const path = `/pembayaran/run/${await newestRun()}`;
  expect((await citra.get(`${path}/lepas`)).path).toBe(path);
  const dewi = await web.as('kepala-dewi');
  expect((await dewi.get(path)).text).toContain('Periksa dan lepas');
  const release = await dewi.get(`${path}/lepas`);
  expectWhole(release);
  expect(release.text).toContain('Lepaskan Rp84.000.000');
  const sent = fieldsIn(release.text, `${path}/lepas`);
  const other = await dewi.post(`${path}/lepas`, { ...sent, sum: '42000000' });
  expect(other.status).toBe(409);
  expect(other.text).toContain('bukan jumlah yang Anda lihat');
  const again = fieldsIn(other.text, `${path}/lepas`);
  const done = await dewi.post(`${path}/lepas`, again);
  expect(done.path).toBe(`${path}?baru=lepas`);
  expectWhole(done);
  expect((await dewi.post(`${path}/lepas`, again)).path).toBe(`${path}?baru=lepas`);
  const read = await citra.post('/pembayaran/jawaban', {});
  expect(read.status).toBe(200);
  expect((await dewi.get(path)).text).toContain('selesai dicocokkan');
});

test('an office sees of the heirs what its row of the table says, in both languages', async () => {
  const path = `/pembayaran/run/${await newestRun()}`;
  const branch = await (await web.as('kepala-dewi')).get(path);
  const heir = /<a href="\/pembayaran\/tagihan\/[^"]*">([^<]+)</.exec(branch.text)?.[1] ?? '';
  expect(heir.length).toBeGreaterThan(4);
  const hadi = await web.as('pemantau-hadi');
  const sponsor = await hadi.get(path);
  expectWhole(sponsor);
  expect(sponsor.text).not.toContain(heir);
  expect(sponsor.text).toMatch(/>[A-Z]\. [A-Z]\.</);
  const payable = /href="(\/pembayaran\/tagihan\/[^"]*)"/.exec(sponsor.text)?.[1] ?? '';
  expectWhole(await hadi.get(payable));
  const english = await hadi.get(`/bahasa/en?ke=${encodeURIComponent(payable)}`);
  expectWhole(english);
  expect(english.text).toContain('Attempts to pay');
  expect(english.text).not.toContain('Percobaan');
});

test('a run is called off before the bank has it, with a reason, and its payments are due again', async () => {
  const cancelled = `/pembayaran/run/${await newestRun()}`;
  const citra = await web.as('keuangan-citra');
  // The bank has this one: no page to call it off is offered.
  expect((await citra.get(`${cancelled}/batal`)).path).toBe(cancelled);
  const forced = await citra.post(`${cancelled}/batal`, { reason: 'salah rekening' });
  expect(forced.status).toBe(409);
});

const PUBLIC_BYTES_MAX = 14 * 1024;

test('everybody can check a card: signature and current status are two answers', async () => {
  const { db, keys } = web.office.session;
  const [member] = (await listMembers(db, { stage: 'ENROLLED', limit: 1 })).rows;
  const token = await cardTokens(keys).sign({
    cardId: member?.cardId ?? '',
    validFrom: member?.coverStart ?? '',
  });
  const guest = web.browser();
  const page = await guest.get('/v');
  expect(page.status).toBe(200);
  expect(gzipSync(page.text).length).toBeLessThan(PUBLIC_BYTES_MAX);
  expect(page.text).toContain(`data-key="${cardTokens(keys).publicKeyX}"`);
  const real = await guest.post('/v', { token: `https://lindung.test/v#${token}` });
  expect(real.text).toContain('Tanda tangan sah');
  expect(real.text).toContain('Aktif');
  const stranger = await cardTokens(keys).sign({ cardId: randomUUID(), validFrom: '2026-01-01' });
  const unknown = await guest.post('/v', { token: stranger });
  expect(unknown.text).toContain('Tanda tangan sah');
  expect(unknown.text).toContain('Tidak aktif');
  const [head, body, signature = ''] = token.split('.');
  const forged = await guest.post('/v', {
    token: [head, body, `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`].join('.'),
  });
  expect(forged.text).toContain('Tanda tangan TIDAK sah');
  expect(forged.text).not.toContain('Status terkini:');
});

test('a claim is followed by receipt and birth date; wrong and unknown are one answer, and guessing waits', async () => {
  const { db, keys } = web.office.session;
  const [claimId = ''] = await claimsAt('PAPERS_INCOMPLETE');
  const file = await claimFile(db, claimId);
  const worker = await workerById(db, file?.workerId ?? '');
  if (worker === undefined) throw new Error('the claim has a worker');
  const opened = await keys.open(worker.birthDate);
  const lahir = opened.status === 'opened' ? opened.value : '';
  const kode = receiptCode(claimId);
  expect(readReceiptCode(` ${kode.toLowerCase().replace('-', ' ')} `)).toBe(kode);
  const family = web.browser();
  const seen = await family.post('/lacak', { kode, lahir });
  expect(seen.status).toBe(200);
  expect(gzipSync(seen.text).length).toBeLessThan(PUBLIC_BYTES_MAX);
  expect(seen.text).toContain('berkas belum lengkap');
  expect(seen.text).toContain('Berkas yang masih kurang');
  const saidTo = async (fields: Record<string, string>) => {
    const page = await family.post('/lacak', fields);
    return [page.status, /role="alert"[^>]*>([^<]+)/.exec(page.text)?.[1]] as const;
  };
  const wrong = await saidTo({ kode, lahir: '1901-01-01' });
  expect(await saidTo({ kode: '0000-0000', lahir })).toEqual(wrong);
  expect(await saidTo({ kode: 'bukan kode', lahir: 'kemarin' })).toEqual(wrong);
  expect(wrong[0]).toBe(422);
  for (let n = 0; n < 4; n += 1) await saidTo({ kode, lahir: '1901-01-01' });
  expect((await saidTo({ kode, lahir }))[0]).toBe(429);
});

const chartsIn = (text: string): readonly string[] =>
  [...text.matchAll(/<img src="(\/dasbor\/grafik[^"]*)"/g)].map(([, src = '']) =>
    src.replaceAll('&amp;', '&'),
  );

test('the dashboard shows figures of one’s own areas; charts and files hold the same numbers', async () => {
  const dinas = await web.as('dinas-rahma');
  const page = await dinas.get('/dasbor');
  expectWhole(page);
  expect(page.text).toContain('Kota Bontang, keadaan per');
  expect(page.text).toContain('data-live="/dasbor/perubahan"');
  expect(chartsIn(page.text)).toHaveLength(4);
  for (const src of chartsIn(page.text)) {
    const chart = await dinas.get(src);
    expect(chart.headers.get('content-type'), src).toBe('image/svg+xml');
    expect(chart.text).toMatch(/^<svg [\s\S]*<\/svg>$/);
    expect(chart.text).not.toMatch(/<script|href=|NaN|""[A-Z]/);
  }
  const file = await dinas.get('/dasbor/tabel/kelurahan');
  const rows = file.text.trim().split('\r\n').slice(1);
  const registered = rows.map((row) => Number(row.split(';')[1]));
  expect(registered.reduce((sum, count) => sum + count, 0)).toBe(WORKERS);
  expect(page.text).toContain(`Dari ${WORKERS} terdaftar`);
  expect((await dinas.get('/dasbor?per=2031-01-01')).text).toContain(
    'Tanggal itu tidak dapat dipakai',
  );
  const past = await dinas.get('/dasbor?per=2024-01-15');
  expectWhole(past);
  expect(past.text).not.toContain('data-live');
  // Payments and cards stand as they are now: on a past day they would be figures of no day.
  expect(page.text).toContain('Pencairan per bulan');
  expect(page.text).toMatch(/\(\d+(,\d+)?\s%\)/);
  const before = addDays(officeDay(new Date().toISOString()), -1);
  const yesterday = await dinas.get(`/dasbor?per=${before}`);
  expect(yesterday.text).toContain('hanya tampil untuk hari ini');
  expect(yesterday.text).toContain('Iuran per bulan');
  expect(yesterday.text).not.toMatch(/Pencairan per bulan<|\(\d+(,\d+)?\s%\)/);
  expect((await dinas.get(`/dasbor/tabel/pencairan?per=${before}`)).status).toBe(404);
  expectWhole(await dinas.get('/dasbor/kelurahan/64.74.01.1001'));
});

test('a kelurahan sees neither figures nor members of another, nor any sum', async () => {
  const eko = await web.as('kelurahan-eko');
  const page = await eko.get('/dasbor');
  expectWhole(page);
  expect(page.text).toContain('Tanjung Laut');
  expect(page.text).not.toMatch(/Bontang Kuala|Kanaan|Rp\d/);
  expect((await eko.get('/dasbor/tabel/kelurahan')).text).not.toContain('64.74.01.');
  for (const path of ['kelurahan/64.74.01.1001', 'kelurahan/64.74', 'tabel/iuran', 'grafik/x'])
    expect((await eko.get(`/dasbor/${path}`)).status, path).toBe(404);
  expect((await (await web.as('kunci-indra')).get('/dasbor')).status).toBe(403);
});

test('contributions show clock and months; a bill is recorded once, the gate closes and shows it', async () => {
  const dinas = await web.as('dinas-rahma');
  const list = await dinas.get('/iuran');
  expectWhole(list);
  const tranche = /href="(\/iuran\/[0-9a-f-]{36})"/.exec(list.text)?.[1] ?? '';
  const page = await dinas.get(tranche);
  expectWhole(page);
  expect(page.text).not.toContain('Buka gerbang dengan alasan');
  const bill = /href="(\/iuran\/tagihan\/[0-9a-f-]{36})"/.exec(page.text)?.[1] ?? '';
  expectWhole(await dinas.get(bill));
  const next = addMonthsTo(monthOf(officeDay(new Date().toISOString())), 1);
  const act = `${tranche}/tindakan/receive-bill`;
  const form = fieldsIn((await dinas.get(act)).text, '');
  const filled = { ...form, month: next, workers: '1.0', paymentCode: '88', amountIdr: 'x' };
  const wrong = await dinas.post(act, filled);
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Isi jumlah rupiah dengan angka.');
  const sent = { ...filled, workers: '10', amountIdr: '168.000', codeExpiresOn: '' };
  const recorded = await dinas.post(act, sent);
  expect(recorded.text).toContain('Tercatat: ');
  expect(recorded.text).toContain(`>${next}</a>`);
  const gate = `${tranche}/tindakan/set-gate`;
  const rule = { basis: 'RECEIVED', sharePercent: '80', of: 'QUOTA' };
  const set = await dinas.post(gate, { ...fieldsIn((await dinas.get(gate)).text, ''), ...rule });
  expect(set.text).toContain('tertutup');
  const sekda = await web.as('sekda-rizal');
  expect((await sekda.get(tranche)).text).toContain('Buka gerbang dengan alasan');
  for (const actor of ['kelurahan-eko', 'penetap-budi']) {
    const other = await web.as(actor);
    expect((await other.get('/iuran')).status).toBe(403);
    expect((await other.get(act)).status).toBe(404);
  }
});

test('operations are for an administrator, and nothing is mended without a reason', async () => {
  const admin = await web.as('admin-nur');
  const page = await admin.get('/operasi');
  expect(page.status).toBe(200);
  expect(page.text).toContain('claim-queue');
  expect(page.text).toContain('tidak ada pekerjaan yang macet');
  const silent = await admin.post('/operasi', { act: 'projection:claim-queue', why: '' });
  expect(silent.status).toBe(422);
  const well = await admin.post('/operasi', { act: 'projection:claim-queue', why: 'uji' });
  expect(well.text).toContain('claim-queue tidak sedang berhenti.');
  expect((await (await web.as('dinas-rahma')).get('/operasi')).status).toBe(403);
});

test('an auditor reads any history of the area and takes proofs along; nobody else does', async () => {
  const { rows } = await listPayables(web.office.session.db, { stages: ['SETTLED'] });
  const claimId = rows[0]?.claimId ?? '';
  const auditor = await web.as('auditor-fajar');
  const home = await auditor.get('/jejak');
  expect(home.status).toBe(200);
  expect(home.text).toContain('Peristiwa terbaru');
  const short = `KLM-${claimId.slice(0, 8)}`;
  const found = await auditor.get(`/jejak/cari?nomor=${short}`);
  expect(found.path).toBe(`/jejak/aliran/${claimId}`);
  expect(found.text.replace(/<[^>]*>/g, ' ')).not.toMatch(/\b\d{10,20}\b|\{\w+\}|undefined/);
  expect((await auditor.get('/jejak/cari?nomor=tidak-ada')).status).toBe(404);
  expect((await auditor.get('/jejak/cari?nomor=penetap-budi')).path).toContain('/jejak/aliran/');
  const file = await auditor.get(`/jejak/aliran/${claimId}/json`);
  expect(file.headers.get('content-disposition')).toContain(`riwayat-${claimId}.json`);
  // Nothing is sealed in this office: it says so, and hands out no proof.
  expect((await auditor.get(`/jejak/bukti/1`)).status).toBe(409);
  expect((await auditor.get(`/jejak/aliran/${claimId}/bundel`)).status).toBe(409);
  for (const actor of ['verifikator-ani', 'kelurahan-eko', 'admin-nur']) {
    const other = await web.as(actor);
    for (const path of ['', `/aliran/${claimId}`, '/bukti/1', '/titik-periksa'])
      expect((await other.get(`/jejak${path}`)).status, `${actor} ${path}`).toBe(403);
  }
});

test('an administrator registers a person, gives an act by a letter, invites, and ends sessions', async () => {
  const admin = await web.as('admin-nur');
  const form = fieldsIn((await admin.get('/petugas/baru')).text, '');
  const wrong = await admin.post('/petugas/baru', {
    ...form,
    actorId: 'X',
    name: '',
    office: 'SYSTEM',
  });
  expect(wrong.status).toBe(422);
  const lina = { actorId: 'kasir-lina', name: 'Lina Marlina', office: 'BPJS_BRANCH' };
  const made = await admin.post('/petugas/baru', { ...form, ...lina });
  expect(made.text).toContain('Lina Marlina');
  const person = /\/petugas\/[0-9a-f-]{36}/.exec(made.path)?.[0] ?? '';
  const act = `${person}/tindakan/appoint`;
  const opened = fieldsIn((await admin.get(act)).text, '');
  const role = {
    act: 'assemble-run',
    area: '64.74',
    letter: 'ST Cabang 31/2026',
    to: '',
    upToIdr: '',
  };
  expect((await admin.post(act, { ...opened, ...role, area: '99' })).status).toBe(422);
  const given = await admin.post(act, { ...opened, ...role });
  expect(given.text).toContain('menyusun pembayaran');
  const invited = await admin.post(person, { act: 'invite' });
  const link = /\/undangan\/[\w-]+/.exec(invited.text)?.[0] ?? '';
  const guest = web.browser();
  const account = {
    username: 'kasir-lina',
    password: 'perahu di muara sungai',
    again: 'perahu di muara sungai',
  };
  expect((await guest.post(link, account)).text).toContain('kasir-lina');
  const signIn = { username: 'kasir-lina', password: account.password, ke: '/' };
  // Whoever assembles runs proves it with codes before anything else.
  expect((await guest.post('/masuk', signIn)).path).toBe('/akun/pengaman');
  expect((await admin.post(person, { act: 'end-sessions' })).text).toContain('1 sesi diakhiri');
  expect((await guest.get('/akun')).path).toContain('/masuk');
  const dinas = await web.as('dinas-rahma');
  expect((await dinas.get('/petugas')).status).toBe(403);
  expect((await dinas.post(person, { act: 'invite' })).status).toBe(403);
  expect((await dinas.get(act)).status).toBe(404);
  const auditor = await web.as('auditor-fajar');
  expect((await auditor.get(person)).text).not.toContain('Buat undangan');
  expect((await auditor.post(person, { act: 'invite' })).status).toBe(404);
});

/** A person of an office, registered by a letter of today. */
const registered = (
  actorId: string,
  role: { readonly office: string; readonly acts: string; readonly area: string },
) =>
  say('admin-nur', [
    ...['actor', 'add', actorId, '--office', role.office, '--name', 'Petugas Uji'],
    ...['--act', role.acts, '--area', role.area, '--letter', 'SK 800/77/2026'],
    ...['--from', officeDay(new Date().toISOString())],
  ]);

test('who administers a kecamatan invites nobody beyond it, and makes no key and no end of theirs', async () => {
  const area = '64.74.02';
  await registered('admin-selatan', { office: 'DISNAKER', acts: 'administer', area });
  await registered('lurah-baru', { office: 'KELURAHAN', acts: 'report-death', area });
  const admin = await web.as('admin-selatan');
  const near = `/petugas/${streamIds.actor('lurah-baru')}`;
  expect((await admin.post(near, { act: 'invite' })).text).toContain('/undangan/');
  const far = `/petugas/${streamIds.actor('penetap-budi')}`;
  expect((await admin.get(far)).text).not.toMatch(/Buat undangan|Akhiri semua|Buat kunci/);
  for (const act of ['invite', 'end-sessions', 'key', `revoke ${randomUUID()}`])
    expect((await admin.post(far, { act })).status, act).toBe(404);
  const invite = ['account', 'invite', 'penetap-budi'];
  await expect(say('admin-selatan', invite)).rejects.toThrow(/64\.74/);
});

test('another system calls with a key: within its scopes, shown once, until it is revoked', async () => {
  const admin = await web.as('admin-nur');
  const acts = 'report-death,handle-documents';
  await registered('sistem-siks', { office: 'KELURAHAN', acts, area: '64.74.02' });
  const person = `/petugas/${streamIds.actor('sistem-siks')}`;
  const wish = { act: 'key', name: 'SIKS-NG', days: '30' };
  // Whoever signs in is a person: no system acts in their name.
  await web.as('kelurahan-eko');
  const eko = `/petugas/${streamIds.actor('kelurahan-eko')}`;
  const his = await admin.post(eko, { ...wish, 'scope claims:read': 'on' });
  expect(his.text).toContain('punya akun sendiri');
  expect(his.text).not.toMatch(/lindung_[\w-]{43}/);
  const early = await web.identity.invite({ actorId: 'sistem-siks', hours: 1 });
  expect((await admin.post(person, wish)).text).toContain('pilih sedikitnya satu cakupan');
  const made = await admin.post(person, { ...wish, 'scope claims:read': 'on' });
  const key = /lindung_[\w-]{43}/.exec(made.text)?.[0] ?? '';
  expect((await admin.get(person)).text).not.toContain(key);
  const invited = await admin.post(person, { act: 'invite' });
  expect(invited.text).toContain('Cabut kuncinya dulu');
  expect(invited.text).not.toContain('/undangan/');
  const account = { username: 'sistem-siks', password: 'perahu di muara sungai' };
  const guest = { ...account, again: account.password };
  const joined = await web.browser().post(`/undangan/${early.token}`, guest);
  expect([joined.status, joined.text]).toEqual([422, expect.stringContaining('lewat kunci API')]);
  const call = (path: string, token: string, init: RequestInit = {}) =>
    web.app.request(`http://lindung.test${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${token}`,
        ...Object.fromEntries(new Headers(init.headers)),
      },
    });
  const list = await call('/v1/claims', key);
  expect(list.status).toBe(200);
  const { items } = (await list.json()) as { items: { claimId: string; kelurahan: string }[] };
  expect(items.every(({ kelurahan }) => kelurahan.startsWith('64.74.02.'))).toBe(true);
  const write = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
  const held = await call(`/v1/claims/${items[0]?.claimId}/check`, key, write);
  expect([held.status, ((await held.json()) as { code: string }).code]).toEqual([
    403,
    'OutOfScope',
  ]);
  // A page is no place for a key, and a key of another is none.
  expect((await call('/antrean', key)).status).toBe(303);
  expect((await call('/v1/claims', `${key.slice(0, -1)}x`)).status).toBe(401);
  // Whoever decides or pays is a person: no key of theirs holds.
  await registered('sistem-putus', { office: 'BPJS_BRANCH', acts: 'approve-claim', area: '64.74' });
  const decides = `/petugas/${streamIds.actor('sistem-putus')}`;
  const hers = await admin.post(decides, { ...wish, 'scope claims:read': 'on' });
  const refused = await call('/v1/claims', /lindung_[\w-]{43}/.exec(hers.text)?.[0] ?? '');
  expect(((await refused.json()) as { code: string }).code).toBe('PersonsOnly');
  const id = /value="revoke ([0-9a-f-]{36})"/.exec((await admin.get(person)).text)?.[1] ?? '';
  await admin.post(person, { act: `revoke ${id}` });
  expect((await call('/v1/claims', key)).status).toBe(401);
  expect((await admin.post(person, { act: 'invite' })).text).toContain('/undangan/');
});

test('whoever sees two of three programmes sees no contributions, tranches or payments of the third', async () => {
  const { session } = web.office;
  const [third] = await listProgrammes(session.db);
  if (third === undefined) throw new Error('no programme');
  const shownOf = (programmes: DashboardWish['programmes'], area: string) => {
    const asOf = officeDay(new Date().toISOString());
    const of = { areas: [area], programmes, programmeId: undefined };
    const wish = { ...of, asOf, isToday: true, isWrongDay: false, seesMoney: true };
    return dashboardOf({ desk: session }, wish);
  };
  // One payer pays for all three.
  const two = ['satu', 'dua'].map((programmeId) => ({ ...third, programmeId }));
  expect(await shownOf(two, '64')).toMatchObject({ months: [], tranches: [], payments: [] });
  const whole = await shownOf([...two, third], '64.74');
  for (const rows of [whole.months, whole.tranches, whole.payments])
    expect(rows.length).toBeGreaterThan(0);
});

test('nothing made from the API document breaks the house, and every problem is one of the schema', async () => {
  const { rows } = await listPayables(web.office.session.db, { stages: ['SETTLED', 'DUE'] });
  const { claimId = '', payableId = '', workerId = '' } = rows[0] ?? {};
  const ids = [claimId, payableId, workerId, streamIds.actor('penetap-budi'), randomUUID()];
  const people = ['kelurahan-eko', 'auditor-fajar', 'dinas-rahma', 'admin-nur', 'verifikator-ani'];
  const cookies = [
    '',
    ...(await Promise.all(people.map(async (one) => (await web.as(one)).cookie()))),
  ];
  for (const asked of nonsense({ ids: [...ids, 'tidak-ada', '%00', '..%2f..%2fetc'], cookies })) {
    const response = await web.app.request(asked.url, asked.init);
    expect(response.status, asked.told).toBeLessThan(500);
    expect(response.ok, asked.told).toBe(response.ok && asked.mayPass);
    const answer: unknown = await response.json();
    expect(response.ok || ProblemSchema.safeParse(answer).success, asked.told).toBe(true);
  }
}, 300_000);
