// A desk at work on a whole stack: who may look, what a report meets, whose rows a list may hold.
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../apps/cli/program.ts';
import { sharedSession } from '../../apps/cli/shared-session.ts';
import { syntheticPdf } from '../../apps/demo/synthetic-paper.ts';
import { syntheticRoster } from '../../apps/demo/synthetic-roster.ts';
import { localDate } from '../../domain/calendar.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import { foundTown, type Json, KELURAHAN, type Town } from './town.ts';

const ELSEWHERE = 'kelurahan-utara';

const papersOf = (json: Json): readonly Json[] =>
  Array.isArray(json['documents']) ? json['documents'] : [];

const people = (seed: string, count: number): string =>
  syntheticRoster({
    ...{ seed, count, kelurahan: KELURAHAN, coverFrom: localDate('2026-03-01') },
    // Well within the programme's ages, on whichever day the journey runs.
    ...{ ageFrom: 25, ageTo: 55, disabilities: 0 },
  }).csv;

const linesOf = (csv: string): readonly string[] => csv.trim().split(/\r?\n/);

const FIRST_LIST = people('first', 7);

describe('a desk', () => {
  let town: Town;
  let claimId: string;

  const workerId = (at: number): string => town.workers[at]?.workerId ?? '';

  const report = (worker: string, deathDate: string, as = 'kelurahan-eko') =>
    town.run(
      [
        ...['claim', 'report', '--worker', worker, '--death-date', deathDate],
        ...['--channel', 'KELURAHAN', '--relation', 'OFFICER', '--reporter', 'Eko'],
        ...['--contact', '0811', '--circumstances', 'Sakit'],
      ],
      { as },
    );

  /** As a person reads it: what is printed for people, apart from complaints. */
  const told = async (as: string, args: readonly string[], typed = '') => {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runCommandLine([...args, '--as', as], {
      terminal: {
        out: (text) => out.push(text),
        err: (text) => err.push(text),
        ask: () => Promise.resolve(typed),
      },
      openSession: sharedSession(town.session),
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  };

  beforeAll(async () => {
    town = await foundTown({ workers: 7, mode: 'DISBURSES', roster: FIRST_LIST });
    await town.does('admin-nur', [
      ...['actor', 'add', ELSEWHERE, '--office', 'KELURAHAN', '--name', 'Utari'],
      ...['--act', 'report-death,handle-documents,hand-over-card', '--area', '64.74.01'],
      ...['--letter', 'SK Lurah 471/2026', '--from', town.days.since],
    ]);
    claimId = streamIds.deathClaim(workerId(0));
  });
  afterAll(() => town.stop());

  test('says of a second report of another day who said which day', async () => {
    const first = await report(workerId(0), town.days.death);
    expect(first.json).toMatchObject({ claimId, linked: false });
    const again = await report(workerId(0), town.days.death);
    expect(again.json).toMatchObject({ claimId, linked: true, deathDates: [town.days.death] });
    const other = await report(workerId(0), town.days.today);
    expect(other.json['deathDates']).toEqual([town.days.death, town.days.today]);
    await town.until(['claim', 'show', claimId], ({ version }) => Number(version) >= 3);
    const { out } = await told('kelurahan-eko', [
      ...['claim', 'report', '--worker', workerId(0), '--death-date', town.days.death],
      ...['--channel', 'KELURAHAN', '--relation', 'OFFICER', '--reporter', 'Eko'],
      ...['--contact', '0811', '--circumstances', 'Sakit'],
    ]);
    expect(out).toContain(`klaim ${claimId} (menunggu berkas)`);
    expect(out).toMatch(/PERHATIAN: tanggal meninggal berbeda\. .*kelurahan-eko/);
  });

  test('leads an illness that is not from work to JKN, in print, on the claim and in the queue', async () => {
    const args = [
      ...['claim', 'report', '--kind', 'ILLNESS', '--worker', workerId(4)],
      ...['--event-date', town.days.death, '--channel', 'KELURAHAN', '--relation', 'OFFICER'],
      ...['--reporter', 'Eko', '--contact', '0811', '--circumstances', 'Demam tinggi'],
    ];
    const ill = streamIds.incidentClaim(workerId(4), town.days.death, 1);
    const slip = await told('kelurahan-eko', args);
    expect([slip.code, slip.err]).toEqual([0, '']);
    expect(slip.out).toContain(`Klaim baru: ${ill}`);
    expect(slip.out).toContain('BUKAN JKK');
    expect(slip.out).toContain('K-02, Permenaker 5/2021 Pasal 7(2)');
    expect(slip.out).toContain('BPJS Kesehatan');
    const again = await town.run(args, { as: 'kelurahan-eko' });
    expect(again.json).toMatchObject({ claimId: ill, linked: true, stage: 'ROUTED_TO_JKN' });
    await town.until(['claim', 'show', ill], ({ version }) => Number(version) >= 3);
    const shown = await told('verifikator-ani', ['claim', 'show', ill]);
    expect(shown.out).toContain('BUKAN JKK');
    expect(shown.out).not.toContain('Manfaat');
    const { rows } = await town.does('verifikator-ani', [
      ...['claim', 'list', '--stage', 'ROUTED_TO_JKN'],
    ]);
    expect(rows).toMatchObject([{ claimId: ill, kind: 'ILLNESS', openTask: null, totalIdr: null }]);
    const life = await town.does('auditor-fajar', ['audit', 'timeline', `claim-${ill}`]);
    expect((life['events'] as { type: string }[]).map(({ type }) => type)).toEqual([
      ...['IncidentReported', 'ClaimRouted', 'IncidentReportLinked'],
    ]);
    const member = await town.does('verifikator-ani', ['worker', 'show', workerId(4)]);
    expect(member['stage']).toBe('ENROLLED');
    const wrong = await told('kelurahan-eko', args.with(3, 'DEATH'));
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('--death-date')]);
  });

  test('carries a work accident from the first call to the payable of the worker', async () => {
    const day = town.days.today;
    const proof = town.paper('kk3.pdf', syntheticPdf('surat dokter'));
    const stated = town.paper('kk3.json', '{"daysOff": 1}');
    const account = { ref: 'pekerja', name: 'Amir', account: '1240031122399', bic: 'PDKTIDJ1' };
    const payee = town.paper('pekerja.json', JSON.stringify({ payee: account }));
    const { claimId: hurt } = await town.does('kelurahan-eko', [
      ...['claim', 'report', '--kind', 'ACCIDENT', '--worker', workerId(5), '--event-date', day],
      ...['--channel', 'KELURAHAN', '--relation', 'OFFICER', '--reporter', 'Eko'],
      ...['--contact', '0811', '--circumstances', 'Jatuh dari tangga di kebun'],
    ]);
    const id = String(hurt);
    const does = (as: string, command: string, ...rest: string[]) =>
      town.does(as, ['claim', ...command.split(' '), id, ...rest]);
    await town.until(['claim', 'show', id], ({ stage }) => stage === 'SUSPECTED');
    // Told again with another day: whoever reports says whether it is the same accident.
    await town.until(['audit', 'timeline', workerId(5)], ({ events }) =>
      JSON.stringify(events).includes('WorkerIncidentReported'),
    );
    const again = [
      ...['claim', 'report', '--kind', 'ACCIDENT', '--worker', workerId(5)],
      ...['--event-date', town.days.death, '--channel', 'HOSPITAL', '--relation', 'FACILITY'],
      ...['--reporter', 'RSUD', '--contact', '0542', '--circumstances', 'Patah tulang'],
    ];
    const maybe = await told('kelurahan-eko', again);
    expect([maybe.code, maybe.err]).toEqual([1, expect.stringContaining('--same-as')]);
    expect(maybe.err).toContain(id);
    const same = await town.run([...again, '--same-as', id], { as: 'kelurahan-eko' });
    expect(same.json).toMatchObject({ claimId: id, linked: true });
    const both = await town.run([...again, '--same-as', id, '--apart'], { as: 'kelurahan-eko' });
    expect(both.code).toBe(2);
    const why = ['--evidence', proof, '--why', 'dua saksi'];
    await does('verifikator-ani', 'conclude', '--as-what', 'AT_WORK', ...why);
    await does('kelurahan-eko', 'second-stage', '--outcome', 'HEALED', '--declared-on', day);
    await does('verifikator-ani', 'medical', '--file', stated, '--evidence', proof);
    await does('kelurahan-eko', 'costs', '--bill', 'TRANSPORT_LAND=6200000');
    await town.until(['claim', 'show', id], ({ version }) => Number(version) >= 7);
    const { missingDocuments } = await town.does('verifikator-ani', ['claim', 'show', id]);
    for (const kind of missingDocuments as string[])
      await does('kelurahan-eko', 'documents add', '--kind', kind, '--file', proof);
    expect(await does('verifikator-ani', 'check')).toMatchObject({ stage: 'CHECKED' });
    expect(await does('verifikator-ani', 'payee', '--file', payee)).toMatchObject({
      stage: 'READY_TO_RECOMMEND',
    });
    // Two reports name two days: whoever recommends says which one holds.
    await does('verifikator-ani', 'recommend', '--reason', 'tanggal menurut surat RSUD');
    // One day of a wage of one million, and transport by land up to its ceiling.
    await does('penetap-budi', 'approve', '--total', '5033333');
    await town.until(['claim', 'show', id], ({ payables }) => (payables as Json[]).length === 1);
    const { out } = await told('verifikator-ani', ['claim', 'show', id]);
    expect(out).toContain('Disimpulkan: di tempat atau karena pekerjaan');
    expect(out).toContain('[K-11; PP 82/2019 Pasal 25]');
    const { payables } = await town.does('verifikator-ani', ['claim', 'show', id]);
    expect(payables).toMatchObject([{ amountIdr: '5033333', flow: 'BENEFIT' }]);
  });

  test('carries a death from work to the payable of the heirs, by JKK and not by JKM', async () => {
    const proof = town.paper('saksi.pdf', syntheticPdf('berita acara saksi'));
    const account = { ref: 'istri', name: 'Siti', account: '1240031122400', bic: 'PDKTIDJ1' };
    const heirs = town.paper(
      'ahli-waris.json',
      JSON.stringify({
        heirs: [{ ref: 'istri', relation: 'SPOUSE', name: 'Siti', minor: false }],
        payee: account,
      }),
    );
    const { claimId: died } = await town.does('kelurahan-eko', [
      ...['claim', 'report', '--worker', workerId(2), '--death-date', town.days.death],
      ...[
        '--channel',
        'KELURAHAN',
        '--relation',
        'OFFICER',
        '--reporter',
        'Eko',
        '--work-accident',
      ],
      ...['--contact', '0811', '--circumstances', 'Tersengat listrik di kebun'],
    ]);
    const id = String(died);
    const does = (as: string, command: string, ...rest: string[]) =>
      town.does(as, ['claim', ...command.split(' '), id, ...rest]);
    await town.until(['claim', 'show', id], ({ stage }) => stage === 'SUSPECTED');
    const { out: before } = await told('verifikator-ani', ['claim', 'show', id]);
    expect(before).toContain('Diduga karena kerja; disimpulkan paling lambat');
    const conclude = ['claim', 'conclude', id, '--evidence', proof, '--why', 'dua saksi'];
    const undated = await town.run([...conclude, '--as-what', 'AT_WORK'], {
      as: 'verifikator-ani',
    });
    expect(undated).toMatchObject({ code: 1, json: { code: 'AccidentDateMissing' } });
    const concluded = await told('verifikator-ani', [
      ...[...conclude, '--as-what', 'AT_WORK', '--accident-date', town.days.death],
    ]);
    expect(concluded).toMatchObject({ code: 0, err: '' });
    expect(concluded.out).toContain('Disimpulkan: di tempat atau karena pekerjaan');
    await town.until(['claim', 'show', id], ({ version }) => Number(version) >= 3);
    const { missingDocuments } = await town.does('verifikator-ani', ['claim', 'show', id]);
    expect(missingDocuments).toContain('KK2_FORM');
    for (const kind of missingDocuments as string[])
      await does('kelurahan-eko', 'documents add', '--kind', kind, '--file', proof);
    await does('verifikator-ani', 'check');
    await does('verifikator-ani', 'heirs', '--file', heirs);
    await does('verifikator-ani', 'recommend', '--reason', 'buku nikah menyusul');
    // Decided by a sheet: the row of this claim only, once, however often it is sent.
    const sheet = town.paper('putusan.csv', '');
    await town.does('penetap-budi', ['claim', 'sheet', '-o', sheet]);
    const filled = readFileSync(sheet, 'utf8').replace(`,70000000,`, ',70000000,SETUJUI');
    const decided = town.paper('diputus.csv', filled);
    const byHer = { as: 'verifikator-ani' };
    const own = await town.run(['claim', 'decide', decided], byHer);
    expect(own).toMatchObject({ code: 1, json: { recorded: 0, refused: 1 } });
    for (const [recorded, unchanged] of [
      [1, 0],
      [0, 1],
    ])
      expect(await town.does('penetap-budi', ['claim', 'decide', decided])).toMatchObject({
        ...{ recorded, unchanged, refused: 0 },
      });
    await town.until(['claim', 'show', id], ({ payables }) => (payables as Json[]).length === 1);
    const { out } = await told('verifikator-ani', ['claim', 'show', id]);
    expect(out).toContain('[K-20; PP 82/2019 Pasal 25]');
    expect(out).not.toContain('JKM.');
  });

  test('waits for the word of an authority on a fisher who is missing, and ends when he comes back', async () => {
    const proof = town.paper('basarnas.pdf', syntheticPdf('surat Basarnas'));
    const report = [
      ...['claim', 'report', '--kind', 'MISSING', '--worker', workerId(6), '--work-accident'],
      ...['--event-date', town.days.death, '--channel', 'GROUP', '--relation', 'OTHER'],
      ...['--reporter', 'Nelayan', '--contact', '0811', '--circumstances', 'Kapal tidak kembali'],
    ];
    const first = await told('kelurahan-eko', report);
    expect([first.code, first.err]).toEqual([0, '']);
    expect(first.out).toContain('dibayar hanya sesudah ada kepastian (T-11)');
    const id = streamIds.deathClaim(workerId(6));
    await town.until(['claim', 'show', id], ({ stage }) => stage === 'MISSING');
    const determine = [
      ...['claim', 'determine-death', id, '--authority', 'SEARCH_AND_RESCUE'],
      ...['--reference', 'SAR-12/2026', '--determined-on', town.days.today, '--evidence', proof],
    ];
    const wrong = await town.run([...determine, '--death-date', '2026-01-01'], {
      as: 'verifikator-ani',
    });
    expect(wrong).toMatchObject({ code: 1, json: { code: 'DeathBeforeMissing' } });
    const dead = await told('verifikator-ani', [...determine, '--death-date', town.days.death]);
    expect(dead.out).toContain('oleh Basarnas: SAR-12/2026');
    await town.until(['worker', 'show', workerId(6)], ({ stage }) => stage === 'REPORTED_DEAD');
    const found = await told('verifikator-ani', [
      ...['claim', 'found', id, '--found-on', town.days.today, '--evidence', proof],
      ...['--why', 'terdampar di pulau lain'],
    ]);
    expect(found.out).toContain('Ditemukan hidup');
    await town.until(['worker', 'show', workerId(6)], ({ stage }) => stage === 'ENROLLED');
    const { out } = await told('verifikator-ani', ['claim', 'show', id]);
    expect(out).toContain('dicabut');
  });

  test('shows one person only to whoever has a part in the case, there', async () => {
    const look = (as: string) => town.run(['claim', 'show', claimId], { as });
    expect((await look('verifikator-ani')).code).toBe(0);
    for (const as of ['dinas-rahma', ELSEWHERE, 'stranger']) {
      const { code, json } = await look(as);
      expect([code, json['status']], as).toEqual([1, 'refused']);
      expect(json['contents']).toBeUndefined();
    }
    for (const args of [
      ['worker', 'show', workerId(0)],
      ['card', 'show', workerId(0)],
      ['audit', 'timeline', workerId(0)],
    ])
      expect((await town.run(args, { as: ELSEWHERE })).code, args.join(' ')).toBe(1);
  });

  test('prints the token of a card only for whoever hands cards over', async () => {
    const verifier = await town.does('verifikator-ani', ['card', 'show', workerId(1)]);
    expect(verifier['cardId']).toBe(town.workers[1]?.cardId);
    expect(verifier['token']).toBeUndefined();
    const clerk = await town.does('kelurahan-eko', ['card', 'show', workerId(1)]);
    expect(clerk['token']).toMatch(/^ey/);
    const verify = ['card', 'verify', String(clerk['token']), '--json'];
    // Whoever may find people there learns the id; for others the status is all.
    expect(JSON.parse((await told('verifikator-ani', verify)).out)).toMatchObject({
      ...{ valid: true, status: 'ACTIVE', workerId: workerId(1) },
    });
    for (const as of ['keuangan-citra', ELSEWHERE])
      expect(JSON.parse((await told(as, verify)).out)).toEqual({ valid: true, status: 'ACTIVE' });
  });

  test('pauses, resumes and cancels a hand-over list by hand, and names what is left of it', async () => {
    const as = 'kelurahan-eko';
    const begin = async (count: number) => {
      const cards = Array.from({ length: count }, (_, at) =>
        streamIds.derived('steered', String(at)),
      );
      const content = `KARTU\n${cards.join('\n')}\n`;
      const list = town.paper(`serah-terima-${count}.csv`, content);
      const batchId = streamIds.derived(
        hash('sha256', content, 'hex'),
        `hand-over|${KELURAHAN}|${as}`,
      );
      const handing = town.run(['card', 'hand-over', list, '--place', KELURAHAN], { as });
      await town.until(['batch', 'show', batchId], ({ total }) => total === count);
      const batch = async (act: string, by = as) =>
        town.run(['batch', act, batchId, '--why', 'server dirawat'], { as: by });
      const paused = await batch('pause');
      if (paused.code !== 0) return { cards, batchId, handing, batch, cancelled: paused };
      expect((await batch('resume', 'keuangan-citra')).code).toBe(1);
      // Whoever waits for the list is told that it rests, and gets the line back.
      expect((await handing).json).toMatchObject({ progress: { state: 'PAUSED', total: count } });
      expect((await batch('resume')).code).toBe(0);
      return { cards, batchId, handing, batch, cancelled: await batch('cancel') };
    };
    // A short list may be worked off before anybody can stop it; then a longer one is begun.
    let begun = await begin(100_000);
    while (begun.cancelled.code !== 0 && begun.cards.length < 800_000) {
      await begun.handing;
      begun = await begin(begun.cards.length * 2);
    }
    const { cards, batchId, batch, cancelled } = begun;
    const CARDS = cards.length;
    expect(cancelled.code).toBe(0);
    expect((await batch('resume')).code).toBe(1);
    const ended = await town.until(
      ['batch', 'show', batchId],
      ({ state }) => state === 'CANCELLED',
    );
    const { done, skipped, left } = ended['note'] as Record<string, number>;
    expect([done, Number(skipped) + Number(left)]).toEqual([0, CARDS]);
    const rest = ended['rest'] as { unit: string; items: readonly string[] };
    expect([rest.unit, rest.items.length, rest.items.at(-1)]).toEqual(['CARD', left, cards.at(-1)]);
    const said = await told(as, ['batch', 'show', batchId, '--lang', 'en']);
    expect(said.out).toMatch(/kelurahan-eko.*server dirawat/s);
  });

  test('saves a paper for a verifier, and for nobody without that act', async () => {
    const content = syntheticPdf('isi akta kematian');
    const paper = town.paper('akta.txt', content);
    const add = ['claim', 'documents', 'add', claimId, '--kind', 'DEATH_CERTIFICATE'];
    const { documentId } = await town.does('kelurahan-eko', [...add, '--file', paper]);
    await town.until(['claim', 'documents', 'list', claimId], (json) => papersOf(json).length > 0);
    const get = ['claim', 'documents', 'get', claimId, String(documentId), '-o'];
    const saved = town.paper('disimpan.txt', '');
    await town.does('verifikator-ani', [...get, saved]);
    expect(readFileSync(saved, 'utf8')).toBe(content);
    const refusedTo = `${saved}.lain`;
    expect((await town.run([...get, refusedTo], { as: 'keuangan-citra' })).code).toBe(1);
    expect(existsSync(refusedTo)).toBe(false);
    const { out } = await told('verifikator-ani', ['claim', 'show', claimId]);
    expect(out).toContain(`${documentId}  akta kematian: diterima`);
    expect(out).toMatch(/diterima kelurahan-eko \(Kelurahan\)/);
    expect(out).not.toMatch(/[A-Z]+_[A-Z]+|Pemeriksaan|Pembayaran\n/);
    expect(out).toContain('malware belum diperiksa');
  });

  test('says what each person can do on a claim now, and why not the rest', async () => {
    const acts = async (as: string) => (await town.does(as, ['claim', 'acts', claimId]))['acts'];
    const said = async (as: string) =>
      Object.fromEntries(
        ((await acts(as)) as { command: string; answer: string; code: string | null }[]).map(
          ({ command, answer, code }) => [command, code ?? answer],
        ),
      );
    expect(await said('verifikator-ani')).toMatchObject({
      ...{ CheckClaim: 'POSSIBLE', RecommendClaim: 'ClaimNotReady' },
      ...{ ApproveClaim: 'ClaimNotRecommended', TakeOverClaim: 'ActNotHeld' },
    });
    expect(await said('kelurahan-eko')).toMatchObject({
      ...{ ReceiveDocument: 'POSSIBLE', CheckClaim: 'ActNotHeld', RejectClaim: 'ActNotHeld' },
    });
    // The refusal itself is the one that was foretold.
    const tried = await town.run(['claim', 'recommend', claimId], { as: 'verifikator-ani' });
    expect([tried.code, tried.json['code']]).toEqual([1, 'ClaimNotReady']);
    const { out } = await told('verifikator-ani', ['claim', 'acts', claimId]);
    expect(out).toMatch(
      /Dapat dilakukan sekarang:[\s\S]*periksa {2,}lindung claim check [0-9a-f-]{36}/,
    );
    expect(out).not.toContain('claim import');
    expect(out).toMatch(/Tidak sekarang, karena:[\s\S]*setujui {2,}Klaim belum diusulkan/);
  });

  test('gives a claim to the first of two verifiers, and tells the second who has it', async () => {
    const assign = ['claim', 'assign', claimId];
    const winner = 'verifikator-ani';
    await town.does(winner, assign);
    const second = await town.run(assign, { as: 'penetap-budi' });
    expect(second.code).toBe(1);
    expect(second.json).toMatchObject({
      code: 'ClaimAssignedToAnother',
      facts: { assignee: winner },
    });
    const mine = await town.until(
      ['claim', 'list', '--assigned-to', winner],
      ({ rows }) => (rows as unknown[]).length > 0,
    );
    expect(mine['rows']).toMatchObject([{ claimId, assignedTo: winner }]);
    const wrong = await town.run(
      [...assign, '--to', 'kelurahan-eko', '--from', winner, '--why', 'x'],
      {
        as: 'verifikator-ani',
      },
    );
    expect(wrong.json).toMatchObject({ code: 'AssigneeNotVerifier' });
    await town.does(winner, ['claim', 'release', claimId]);
    await town.until(
      ['claim', 'list', '--assigned-to', winner],
      ({ rows }) => (rows as unknown[]).length === 0,
    );
  });

  test('charges the time of the claim to the family that still owes papers', async () => {
    const time = await town.does('verifikator-ani', ['claim', 'time', claimId]);
    expect(time).toMatchObject({ claimId, isOver: false, parties: [{ party: 'FAMILY' }] });
    const { out } = await told('verifikator-ani', ['claim', 'time', claimId]);
    expect(out).toMatch(/keluarga .*lengkapi berkas .*keluarga \(jam kantor berhenti\)/);
    expect((await town.run(['claim', 'time', claimId], { as: 'stranger' })).code).toBe(1);
    const places = await told('auditor-fajar', ['claim', 'times', '--by', 'kelurahan']);
    expect(places.out).toMatch(/kelurahan +klaim +lama[\s\S]*jumlah/);
  });

  test('finds a person by the number they say, and tells nobody who has no part there', async () => {
    const nik = linesOf(FIRST_LIST)[2]?.match(/\d{16}/)?.[0] ?? '';
    const find = (as: string, typed: string, ...more: readonly string[]) =>
      told(as, ['worker', 'find', '--nik', '--json', ...more], typed);
    const why = ['--reason', 'keluarga di loket'];
    const spaced = `${nik.slice(0, 6)} ${nik.slice(6, 12)} ${nik.slice(12)}`;
    const found = await find('verifikator-ani', spaced, ...why);
    expect(JSON.parse(found.out)).toMatchObject({ found: true, by: 'NIK' });
    const { workerId: id } = JSON.parse(found.out) as { workerId: string };
    const opened = await town.does('verifikator-ani', ['worker', 'show', id, '--reveal', 'KTP']);
    expect(opened['nik']).toBe(nik);
    const kpj = await told(
      'verifikator-ani',
      ['worker', 'find', '--kpj', '--json', ...why],
      String(opened['kpj']),
    );
    expect(JSON.parse(kpj.out)).toMatchObject({ found: true, by: 'KPJ', workerId: id });
    expect(JSON.parse((await find('verifikator-ani', nik)).out)).toMatchObject({
      error: 'ReasonMissing',
    });
    expect((await find('keuangan-citra', nik, ...why)).code).toBe(1);
    // Somebody of another area is answered like nobody.
    const there = await find(ELSEWHERE, nik, ...why);
    const nobody = await find('verifikator-ani', `${nik.slice(0, 12)}9999`, ...why);
    expect(there.out).toBe(nobody.out);
    expect(JSON.parse(nobody.out)).toMatchObject({ error: 'WorkerNotFound', found: false });
    const malformed = await find('verifikator-ani', '12', ...why);
    expect(JSON.parse(malformed.out)).toMatchObject({ error: 'NumberMalformed' });
    const typed = await told('verifikator-ani', ['worker', 'find', '--nik', nik, ...why]);
    expect(typed.code).toBe(2);
    expect(typed.err).not.toContain(nik);
    const { events } = await town.does('auditor-fajar', ['audit', 'timeline', id]);
    const looks = (events as readonly { type: string; actor: { id: string } }[])
      .filter(({ type }) => type.startsWith('WorkerF'))
      .map(({ type, actor }) => `${type} ${actor.id}`);
    expect(looks).toEqual([
      'WorkerFound verifikator-ani',
      'WorkerFieldsRevealed verifikator-ani',
      'WorkerFound verifikator-ani',
    ]);
    expect(JSON.stringify(events)).not.toContain(nik);
  });

  test('opens the sealed fields of a claim only with a reason, and records who did', async () => {
    const open = (as: string, ...why: readonly string[]) =>
      town.run(['claim', 'show', claimId, '--reveal', ...why], { as });
    expect((await open('verifikator-ani')).json).toMatchObject({ code: 'ReasonMissing' });
    expect((await open('keuangan-citra', 'ingin tahu')).code).toBe(1);
    const opened = await open('verifikator-ani', 'menelepon pelapor');
    expect(opened.json['revealed']).toMatchObject({
      payees: [],
      reports: expect.arrayContaining([expect.objectContaining({ reporterContact: '0811' })]),
    });
    const { events } = await town.does('auditor-fajar', ['audit', 'timeline', claimId]);
    const looks = (events as readonly { type: string; actor: { id: string; act: string } }[])
      .filter(({ type }) => type === 'DocumentRead' || type === 'ClaimFieldsRevealed')
      .map(({ type, actor }) => `${type} ${actor.id}`);
    expect(looks).toEqual(['DocumentRead verifikator-ani', 'ClaimFieldsRevealed verifikator-ani']);
    expect(JSON.stringify(events)).not.toContain('0811');
  });

  test('names the row whose person is a member of another list, now and when asked again', async () => {
    const own = linesOf(FIRST_LIST);
    const fresh = linesOf(people('fresh', 4));
    const list = town.paper('daftar-dua.csv', `${[...fresh, own[1]].join('\n')}\n`);
    const check = ['roster', 'check', list, '--tranche', town.ids.tranche];
    const member = { row: 5, column: 'NIK', problem: 'ALREADY_MEMBER', severity: 'refused' };
    const checked = await town.run(check, { as: 'dinas-rahma' });
    expect(checked.json).toMatchObject({ rows: 5, accepted: 4, refused: 1, verdicts: [member] });
    const own2 = await town.run([...check.slice(0, 2), rosterFile(), ...check.slice(3)], {
      as: 'dinas-rahma',
    });
    // The same list again: its own people are no strangers to it.
    expect(own2.json).toMatchObject({ refused: 0 });
    const receive = ['roster', 'import', list, '--tranche', town.ids.tranche];
    const commandId = streamIds.random();
    const first = await town.run(receive, { as: 'dinas-rahma', commandId });
    expect(first.json).toMatchObject({ rows: 5, accepted: 4, refused: 1 });
    expect(first.json['progress']).toMatchObject({ done: 4, skipped: 0 });
    const repeated = await town.run(receive, { as: 'dinas-rahma', commandId });
    expect(repeated.code).toBe(0);
    expect(repeated.json).toMatchObject({ position: first.json['position'], accepted: 4 });
    const anew = await town.run(receive, { as: 'dinas-rahma' });
    expect(anew.json).toMatchObject({ position: '0', accepted: 4, refused: 1 });
  });

  test('receives a list of which most is refused only with --yes, and writes nothing before', async () => {
    const [head = '', good = ''] = linesOf(people('mostly', 1));
    const bad = good.replace(/\d{16}/, '12');
    const list = town.paper('salah.csv', `${[head, good, bad, bad].join('\n')}\n`);
    const receive = ['roster', 'import', list, '--tranche', town.ids.tranche];
    const before = await town.session.store.safePosition();
    const asked = await town.run(receive, { as: 'dinas-rahma' });
    expect(asked.code).toBe(1);
    expect(asked.json).toMatchObject({ error: 'RosterMostlyRefused', rows: 3, refused: 2 });
    expect(await town.session.store.safePosition()).toBe(before);
    expect((await town.run([...receive, '--yes'], { as: 'dinas-rahma' })).json).toMatchObject({
      ...{ rows: 3, accepted: 1, refused: 2 },
    });
  });

  test('drops no day of the past in silence: a batch and a run are of now', async () => {
    const past = ['--effective-at', '2024-01-05', '--source', 'agenda'];
    const before = await town.session.store.safePosition();
    for (const act of ['pause', 'resume', 'cancel']) {
      const args = ['batch', act, town.rosterId, '--why', 'x', ...past];
      expect(await town.run(args, { as: 'dinas-rahma' })).toMatchObject({
        ...{ code: 1, json: { code: 'BatchOnlyForward' } },
      });
    }
    const run = ['payout', 'run', '--payer', town.ids.payer, ...past];
    expect(await town.run(run, { as: 'keuangan-citra' })).toMatchObject({
      ...{ code: 1, json: { code: 'RunOnlyForward' } },
    });
    expect(await town.session.store.safePosition()).toBe(before);
  });

  test('refuses at once an id of another kind, an unknown payer and a report against itself', async () => {
    const before = await town.session.store.safePosition();
    const refuses = async (as: string, args: readonly string[], facts: Json) =>
      expect(await town.run(args, { as })).toMatchObject({ json: facts });
    const isClaim = { code: 'IdOfAnotherKind', facts: { isKind: 'claim' } };
    await refuses('kepala-dewi', ['payout', 'release', claimId, '--sum', '1'], isClaim);
    await refuses('keuangan-citra', ['payout', 'hold', claimId, '--why', 'x'], isClaim);
    const list = ['claim', 'check', town.rosterId];
    const isList = { code: 'IdOfAnotherKind', facts: { isKind: 'roster' } };
    await refuses('verifikator-ani', list, isList);
    const unknown = '5f1c0a52-7d3e-5b8a-9c41-2e6d8f7a1b30';
    const run = ['payout', 'run', '--payer', unknown];
    await refuses('keuangan-citra', run, { code: 'PayerUnknown' });
    const report = [
      ...['claim', 'report', '--worker', claimId, '--channel', 'KELURAHAN'],
      ...['--relation', 'OFFICER', '--reporter', 'A', '--contact', '1', '--circumstances', 'x'],
    ];
    await refuses('kelurahan-eko', [...report, '--death-date', '2026-03-01'], isClaim);
    const contradicts = async (args: readonly string[]) => {
      const { code, text } = await town.run(args, { as: 'kelurahan-eko' });
      expect({ code, text }).toMatchObject({
        ...{ code: 2, text: expect.stringContaining('ReportContradicts') },
      });
    };
    const illness = [...report, '--kind', 'ILLNESS', '--event-date', '2026-03-01'];
    await contradicts([...illness, '--work-accident']);
    await contradicts([...illness, '--death-date', '2026-03-01']);
    expect(await town.session.store.safePosition()).toBe(before);
  });

  test('shows the queue by party, by day and for oneself, and one next day everywhere', async () => {
    const list = async (as: string, ...args: readonly string[]) =>
      (await town.does(as, ['claim', 'list', ...args]))['rows'] as readonly Json[];
    const [row] = await list('verifikator-ani', '--waiting-for', 'FAMILY', '--open');
    expect(row).toMatchObject({ claimId, exceptions: ['DEATH_DATE_DIFFERS'] });
    const { due } = await town.does('verifikator-ani', ['claim', 'show', claimId]);
    expect(row?.['due']).toEqual(due);
    const { claims } = await town.does('verifikator-ani', ['deadlines']);
    const { dueOn } = due as Json;
    expect(claims).toContainEqual(
      expect.objectContaining({ claimId, code: 'FAMILY_COMPLETES_PAPERS', nextOn: dueOn }),
    );
    // The accident of above waits for its payment, on the longer clock of JKK.
    expect((claims as Json[]).map(({ code }) => code)).toContain('PAY_WITHIN_7_WORKING_DAYS');
    expect(await list('kelurahan-eko', '--preset', 'mine')).toMatchObject([{ claimId }]);
    expect(await list('penetap-budi', '--preset', 'MINE')).toEqual([]);
    expect(await list(ELSEWHERE, '--preset', 'MINE')).toEqual([]);
    expect(await list('verifikator-ani', '--preset', 'OVERDUE')).toEqual([]);
    const { out } = await told('verifikator-ani', ['claim', 'show', claimId]);
    expect(out).toMatch(
      /PERHATIAN: tanggal meninggal berbeda-beda\. Dipakai: .*kelurahan, petugas/,
    );
    expect(out).toMatch(/Tenggat: .*tanyakan berkas kepada keluarga/);
    const person = await told('verifikator-ani', ['worker', 'show', String(row?.['workerId'])]);
    expect(person.out).toMatch(/PERHATIAN: tanggal meninggal berbeda-beda; dilaporkan juga: \d/);
    expect((await told('verifikator-ani', ['claim', 'list'])).out).toContain('Tanjung Laut');
    const story = await told('verifikator-ani', ['audit', 'timeline', claimId]);
    expect(story.out).toContain('jenis berkas: akta kematian');
    expect(story.out).toContain('alasan: menelepon pelapor');
  });

  test('gives lists page by page, each thing once', async () => {
    const seen: string[] = [];
    let cursor: readonly string[] = [];
    for (;;) {
      const page = await town.does('dinas-rahma', ['roster', 'list', '--limit', '1', ...cursor]);
      const rows = Array.isArray(page['rosters']) ? (page['rosters'] as readonly Json[]) : [];
      seen.push(...rows.map(({ rosterId }) => String(rosterId)));
      if (page['nextCursor'] === null) break;
      cursor = ['--cursor', String(page['nextCursor'])];
    }
    expect(seen.length).toBe(3);
    expect(new Set(seen).size).toBe(3);
    const { mandates } = await town.does('dinas-rahma', ['payer', 'mandate', 'list']);
    expect(mandates).toMatchObject([{ mandateId: town.ids.mandate, mode: 'DISBURSES' }]);
  });

  test('takes in papers by their content, and shows the same content in two claims', async () => {
    const add = (to: string, file: string, kind = 'FAMILY_CARD') => [
      ...['claim', 'documents', 'add', to, '--kind', kind, '--file', file, '--json'],
    ];
    const junk = town.paper('kk.pdf', 'bukan PDF, apa pun namanya');
    const refused = await told('kelurahan-eko', add(claimId, junk));
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.out)).toMatchObject({ error: 'NotAPaper' });
    const card = town.paper('kartu-keluarga.pdf', syntheticPdf('kartu keluarga'));
    const first = await town.does('kelurahan-eko', add(claimId, card));
    const again = await town.does('kelurahan-eko', add(claimId, card, 'CLAIM_FORM'));
    expect(again).toMatchObject({
      ...{ sameContent: [first['documentId']], sha256: first['sha256'] },
      file: { type: 'PDF', malware: 'NOT_SCANNED' },
    });
    const other = streamIds.deathClaim(workerId(3));
    await report(workerId(3), town.days.death);
    await town.does('kelurahan-eko', add(other, card));
    await town.until(['claim', 'show', claimId], (json) =>
      JSON.stringify(json['papersElsewhere']).includes(other),
    );
    const { out } = await told('verifikator-ani', ['claim', 'show', claimId]);
    expect(out).toContain(`isi yang sama persis ada di klaim lain: ${other}`);
    const accept = ['claim', 'documents', 'accept', claimId, String(first['documentId'])];
    await town.does('verifikator-ani', accept);
    expect((await town.run(accept, { as: 'kelurahan-eko' })).code).toBe(1);
    const listed = ['claim', 'documents', 'list', claimId];
    await town.until(listed, (json) => papersOf(json).some((one) => one['acceptedAt'] !== null));
  });

  test('numbers letters without a gap, lets a named person sign, and keeps a void number', async () => {
    const branch = ['--office', 'BPJS_BRANCH', '--area', '64.74'];
    const issue = (to: string) => ['letter', 'issue', to, '--kind', 'RECEIPT'];
    const early = await town.run(issue(claimId), { as: 'verifikator-ani' });
    expect(early.json).toMatchObject({ code: 'LetterheadMissing' });
    await town.does('admin-nur', [
      ...['letter', 'head', ...branch, '--name', 'BPJS Cabang Bontang', '--code', 'bpjs-btg'],
      ...['--address', 'Jalan 1', '--contact', '0548', '--place', 'Bontang'],
    ]);
    await town.does('admin-nur', [
      ...['letter', 'signer', 'penetap-budi', ...branch, '--title', 'Kepala Cabang'],
    ]);
    const other = streamIds.deathClaim(workerId(3));
    // Two officers at once: one number each, none twice and none left out.
    const both = await Promise.all([
      town.run(issue(claimId), { as: 'verifikator-ani' }),
      town.run(issue(other), { as: 'penetap-budi' }),
    ]);
    expect(both.map(({ json }) => json['number']).toSorted()).toEqual([1, 2]);
    const [reference = '', voided = ''] = both.map(({ json }) => String(json['reference']));
    expect(reference).toMatch(/^00[12]\/TT\/BPJS-BTG\/[IVX]+\/20\d\d$/);
    const listed = ['letter', 'list', '--year', town.days.today.slice(0, 4)];
    const rows = (json: Json) => json['rows'] as readonly Json[];
    await town.until(listed, (json) => rows(json).length === 2);
    const stranger = await town.run(listed, { as: 'admin-nur' });
    expect([stranger.code, stranger.json]).toMatchObject([1, { code: 'ActNotHeld' }]);
    const draft = await told('verifikator-ani', ['letter', 'print', reference]);
    expect(draft.out).toContain('KONSEP: sudah bernomor, belum ditandatangani');
    const notYet = await town.run(['letter', 'sign', reference], { as: 'penetap-budi' });
    expect(notYet.json).toMatchObject({ code: 'SignerNotNamed' });
    await town.does('admin-nur', [
      ...['actor', 'appoint', 'penetap-budi', '--act', 'sign-letter', '--area', '64.74'],
      ...['--letter', 'SK 7/2026', '--from', town.days.since],
    ]);
    await town.does('penetap-budi', ['letter', 'sign', reference]);
    await town.does('verifikator-ani', ['letter', 'void', voided, '--why', 'salah klaim']);
    await town.until(listed, (json) => rows(json).every(({ state }) => state !== 'ISSUED'));
    expect((await town.run(['letter', 'sign', voided], { as: 'penetap-budi' })).json).toMatchObject(
      {
        code: 'LetterVoid',
      },
    );
    const kept = await told('verifikator-ani', [
      ...['letter', 'print', reference, '--reveal', 'salinan arsip'],
    ]);
    expect(kept.out).toContain('BPJS CABANG BONTANG');
    expect(kept.out).toContain(`Nomor: ${reference}`);
    expect(kept.out).toMatch(/Kepala Cabang\nDitandatangani: [^\n]+\nmenurut SK 7\/2026/);
    expect(kept.out).not.toContain('KONSEP');
    const next = await town.does('verifikator-ani', issue(other));
    expect(next['number']).toBe(3);
  });

  const rosterFile = (): string => town.paper('daftar-satu.csv', FIRST_LIST);
});
