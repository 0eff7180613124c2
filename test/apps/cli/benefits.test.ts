// `benefits calculate` and `rules` on the command line: documents, tables, differences, exit codes.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const program = fileURLToPath(new URL('../../../apps/cli/lindung.ts', import.meta.url));
const oracles = fileURLToPath(new URL('../../oracles.json', import.meta.url));

const lindung = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

const ORACLES: readonly {
  readonly id: string;
  readonly expected: Readonly<Record<string, unknown>>;
}[] = JSON.parse(readFileSync(oracles, 'utf8'));

describe('benefits calculate', () => {
  test('answers every case of a file as {id, result}, each line explained in both languages', () => {
    const { status, stdout } = lindung(['benefits', 'calculate', oracles, '--json']);
    expect(status).toBe(0);
    const answers = JSON.parse(stdout);
    expect(answers.map((answer: { id: string }) => answer.id)).toEqual(ORACLES.map(({ id }) => id));
    const [line] = answers.find((answer: { id: string }) => answer.id === 'E33').result.lines;
    expect(line).toMatchObject({
      code: 'JKK.DISABILITY_PARTIAL',
      amount: 32_000_000,
      formula: '40 % × 80 × Rp1.000.000 = Rp32.000.000',
      rule: 'K-17',
      article: 'PP 44/2015',
    });
    expect(line.explanation.id).toContain('kali upah rujukan');
    expect(line.explanation.en).toContain('times the reference wage');
  });

  test('--check agrees with every worked example, and says where one differs', () => {
    const all = lindung(['benefits', 'calculate', oracles, '--check']);
    expect(all.status).toBe(0);
    expect(all.stdout).toContain('33 cocok, 0 berbeda, 0 ditolak');
    const [first] = ORACLES;
    const wrong = { ...first, expected: { total: 16_801, flags: ['LAPSED'] } };
    const found = lindung(['benefits', 'calculate', '-', '--check'], JSON.stringify(wrong));
    expect(found.status).toBe(1);
    expect(found.stdout).toContain('E01: total: diharapkan 16801, hasil 16800');
    expect(found.stdout).toContain('E01: flags: diharapkan ["LAPSED"], hasil []');
  });

  test.each([
    ['{"id":"A1","input":{"kind":"jkm_death","death_date":"2024-13-01"}}', 'A1: death_date: '],
    ['[{"id":"A2","input":{"kind":"nothing"}}]', 'A2: kind: '],
    ['[7]', '#1: input: '],
    ['{', 'bukan JSON yang utuh'],
    ['7', 'harus berisi satu perkara'],
  ])('%s is refused in a sentence, exit 2, without a stack', (input, sentence) => {
    const { status, stderr } = lindung(['benefits', 'calculate', '-'], input);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain(' at ');
  });

  test('a case beside a refused one is still answered', () => {
    const cases = JSON.stringify([{ id: 'A1', input: {} }, ORACLES[0]]);
    const { status, stdout } = lindung(['benefits', 'calculate', '-', '--json'], cases);
    expect(status).toBe(2);
    const [refused, answered] = JSON.parse(stdout);
    expect(refused).toMatchObject({ id: 'A1', refused: [expect.stringContaining('kind')] });
    expect(answered.result.total).toBe(16_800);
  });

  test('speaks English when asked, through the whole command line too', () => {
    const { stdout } = lindung(['--lang', 'en', 'benefits', 'calculate', oracles, '--check']);
    expect(stdout).toContain('Died on 2025-06-01, before 2025-07-10');
    expect(stdout).toContain('33 as expected');
  });
});

describe('rules', () => {
  test('list the doubtful ones with their parameters', () => {
    const { rules } = JSON.parse(lindung(['rules', 'list', '--doubtful', '--json']).stdout);
    const grandfather = rules.find((rule: { id: string }) => rule.id === 'M-15');
    expect(grandfather.parameters).toEqual(['m12_restart_on_lapse', 'm12_grandfather']);
    expect(rules.every((rule: { doubtful: boolean }) => rule.doubtful)).toBe(true);
  });

  test('are shown with article and days, and at a day only what was in force', () => {
    expect(lindung(['rules', 'show', 'm-12']).stdout).toContain('Permenaker 1/2025');
    expect(lindung(['rules', 'show', 'X-99']).status).toBe(1);
    const at = lindung(['rules', 'list', '--at', '2025-02-23', '--json']).stdout;
    const ids = JSON.parse(at).rules.map((rule: { id: string }) => rule.id);
    expect(ids).toContain('M-11');
    expect(ids).not.toContain('M-12');
  });

  test('differ between two versions by what changed, and not at all from themselves', () => {
    const { changes } = JSON.parse(lindung(['rules', 'diff', 'L0', 'L1', '--json']).stdout);
    const lump = changes.find((change: { id: string }) => change.id === 'M-01');
    expect(lump.before.value).toEqual({ idr: '16200000' });
    expect(lump.after).toMatchObject({ value: { idr: '20000000' }, from: '2019-12-02' });
    expect(JSON.parse(lindung(['rules', 'diff', 'L3', 'L3', '--json']).stdout).changes).toEqual([]);
    expect(lindung(['rules', 'diff', 'L9', 'L3']).status).toBe(2);
  });
});
