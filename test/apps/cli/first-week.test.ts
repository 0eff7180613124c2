// The guide for a new office, lived through: every command of it, in its order, in a real office.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../apps/cli/program.ts';
import { sharedSession } from '../../../apps/cli/shared-session.ts';
import { PAPERS } from '../../../apps/demo/claim-path.ts';
import { answerRegistration } from '../../../apps/demo/registration-office.ts';
import { syntheticPdf } from '../../../apps/demo/synthetic-paper.ts';
import { syntheticRoster } from '../../../apps/demo/synthetic-roster.ts';
import { addMonthsTo, localDate, monthOf } from '../../../domain/calendar.ts';
import { type OfficeInOneProcess, openOfficeInOneProcess } from '../demo/office-in-one-process.ts';

const guide = readFileSync('docs/guides/first-week.md', 'utf8');
const commands = guide.split('\n').filter((line) => line.startsWith('lindung '));
/** The guide enters the first of them. */
const MONTHS = Array.from({ length: 37 }, (_, at) =>
  addMonthsTo(monthOf(localDate('2023-10-01')), at),
);
const KELURAHAN = '64.74.02.1001';

type Json = Readonly<Record<string, unknown>>;
type Ran = { readonly code: number; readonly json: Json; readonly told: string };

const words = (line: string): readonly string[] =>
  [...line.slice('lindung '.length).matchAll(/'([^']*)'|(\S+)/g)].map(
    ([, quoted, bare = '']) => quoted ?? bare,
  );

const block = (text: string, kind: string): string =>
  new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? '';

describe('docs/guides/first-week.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lindung-first-week-'));
  const file = (name: string): string => join(folder, name);
  /** What stands for the words in capitals, as the answers give it. */
  const known = new Map<string, string>();
  const ran = new Map<string, Ran>();
  let office: OfficeInOneProcess;

  const type = async (args: readonly string[]): Promise<Ran> => {
    const told: string[] = [];
    let json: Json = {};
    const code = await runCommandLine(args, {
      terminal: {
        out: (text) => void told.push(text),
        err: (text) => void told.push(text),
        outcome: (outcome) => {
          json = JSON.parse(
            JSON.stringify(outcome.json, (_key, value: unknown) =>
              typeof value === 'bigint' ? value.toString() : value,
            ) ?? '{}',
          ) as Json;
        },
      },
      openSession: sharedSession(office.session),
    });
    return { code, json, told: told.join('\n') };
  };

  const argumentsOf = (line: string): readonly string[] =>
    words(line).map((word) => {
      if (/^[\w-]+\.(csv|json|pdf)$/.test(word)) return file(word);
      return known.get(word) ?? word;
    });

  const cards = (): readonly { readonly KARTU: string; readonly QR: string }[] =>
    parse(readFileSync(file('kartu.csv')), { columns: true, bom: true });

  const claimOfRow = (json: Json): string => {
    const verdicts = json['verdicts'] as readonly { readonly claimId: string | null }[];
    return verdicts.find(({ claimId }) => claimId !== null)?.claimId ?? '';
  };

  /** What an office has or does between two lines of the guide. */
  const before: Readonly<Record<string, () => Promise<void> | void>> = {
    'claim report': async () => {
      const wish = ['--roster', known.get('FIRST') ?? '', '--as', 'auditor-fajar'];
      const { json } = await type(['worker', 'list', ...wish]);
      const list = json['workers'] as readonly { workerId: string; stage: string }[];
      known.set('WORKER', list.find(({ stage }) => stage === 'ENROLLED')?.workerId ?? '');
    },
    'registration ingest': () => {
      const answer = answerRegistration(readFileSync(file('pendaftaran.csv')), {
        coverStart: '2026-12-01',
      });
      writeFileSync(file('jawaban.csv'), answer);
    },
    'card hand-over': () =>
      writeFileSync(file('serah-terima.csv'), `KARTU\r\n${cards()[0]?.KARTU ?? ''}\r\n`),
    'card scan': () => void known.set('TOKEN', cards()[1]?.QR ?? ''),
    'audit timeline': () => void known.set('STREAM', `claim-${known.get('CLAIM')}`),
  };

  /** The guide shows one of several: the next months, the other papers. */
  const repeated = (line: string): readonly string[] => {
    if (line.startsWith('lindung claim documents add')) {
      const more = PAPERS.filter((kind) => kind !== 'DEATH_CERTIFICATE');
      return [line, ...more.map((kind) => line.replace('DEATH_CERTIFICATE', kind))];
    }
    if (line.startsWith('lindung contribution') && line.includes('--month 2023-10'))
      return MONTHS.map((month) =>
        line.replaceAll('2023-10-', `${month}-`).replace('2023-10', month),
      );
    return [line];
  };

  const keep = (line: string, { json }: Ran): void => {
    const ids = {
      ...{ programmeId: 'PROGRAMME', payerId: 'PAYER', mandateId: 'MANDATE' },
      ...{ trancheId: 'TRANCHE', rosterId: 'ROSTER', runId: 'RUN', claimId: 'CLAIM' },
    };
    for (const [name, word] of Object.entries(ids))
      if (typeof json[name] === 'string') known.set(word, json[name]);
    if (line.includes('--registered')) known.set('FIRST', known.get('ROSTER') ?? '');
    if (line.startsWith('lindung claim import')) known.set('CLAIM', claimOfRow(json));
  };

  beforeAll(async () => {
    office = await openOfficeInOneProcess();
    const reference = readFileSync('docs/reference/take-over-files.md', 'utf8');
    const more = [3, 4, 5].map(
      (n) =>
        `647402110180000${n},Warga ${n},1980-01-11,${KELURAHAN},0${n},Nelayan,TIDAK,2300000000${n},2023-10-02,2024-06,,`,
    );
    writeFileSync(file('peserta.csv'), `${block(reference, 'csv peserta')}${more.join('\n')}\n`);
    writeFileSync(file('klaim.csv'), block(reference, 'csv klaim'));
    writeFileSync(file('ahli-waris.json'), block(guide, 'json'));
    writeFileSync(file('akta.pdf'), syntheticPdf('Akta kematian'));
    const { csv } = syntheticRoster({
      ...{ seed: 'first week', count: 4, kelurahan: KELURAHAN, disabilities: 0 },
      ...{ coverFrom: localDate('2026-12-01'), ageFrom: 18, ageTo: 64 },
    });
    writeFileSync(file('usulan.csv'), csv);
    for (const line of commands) {
      const [group = '', verb = ''] = words(line);
      await before[`${group} ${verb}`]?.();
      for (const one of repeated(line)) {
        const answered = await type(argumentsOf(one));
        keep(line, answered);
        ran.set(line, answered);
        if (answered.code !== 0) break;
      }
      if (ran.get(line)?.code !== 0) break;
    }
  });
  afterAll(async () => {
    await office?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('has a command for every day', () => {
    expect(commands.length).toBeGreaterThan(35);
  });

  test.each(commands)('%s', (line) => {
    const answered = ran.get(line);
    expect(answered?.code, answered?.told ?? 'not reached').toBe(0);
  });

  test('ends with the money of one family at its bank, and history closed behind it', async () => {
    const claim = await type(['claim', 'show', known.get('CLAIM') ?? '', '--as', 'auditor-fajar']);
    expect(claim.json['stage']).toBe('SETTLED');
    const tranche = ['--tranche', known.get('TRANCHE') ?? ''];
    const history = await type(['history', 'show', ...tranche, '--as', 'auditor-fajar']);
    expect(history.json).toMatchObject({ closedThrough: '2026-10' });
  });
});
