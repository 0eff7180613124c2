// Promises of the simulated bank: it pays once, counts every attempt, and survives any kill.
import { mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PaymentFile, PaymentInstruction } from '../../../infra/bank/bank-port.ts';
import { openFileDrop } from '../../../infra/bank/file-drop.ts';
import { fileOf, heirSiti, manyInstructions, orderOf } from '../../infra/bank/sample-order.ts';
import type { Simulator } from './simulator-process.ts';
import {
  answerIn,
  inboxOf,
  reportOf,
  runSimulator,
  startSimulator,
  stopSimulator,
  waitUntil,
} from './simulator-process.ts';

let dir: string;
let watching: Simulator | undefined;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lindung-bank-simulator-'));
});

afterEach(async () => {
  if (watching !== undefined) await stopSimulator(watching, 'SIGKILL');
  watching = undefined;
  await rm(dir, { recursive: true, force: true });
});

const handOver = async (file: PaymentFile): Promise<void> => {
  const drop = await openFileDrop(dir);
  await drop.drop(file, []);
};

const toAccount = (ending: string, number: number): PaymentInstruction => ({
  ...heirSiti,
  endToEndId: `JKM-${number}`,
  creditorAccount: `1234${ending}`,
});

const sumOf = (instructions: readonly PaymentInstruction[]): bigint =>
  instructions.reduce((sum, { amountIdr }) => sum + amountIdr, 0n);

type Line = { readonly endToEndId: string; readonly amountIdr?: bigint };

/** Every amount that the bank names is the one instructed under that id. */
const expectOurAmounts = (lines: readonly Line[], paid: readonly PaymentInstruction[]): void => {
  const amounts = new Map(paid.map((one) => [one.endToEndId, one.amountIdr]));
  for (const { endToEndId, amountIdr } of lines)
    expect(amountIdr ?? amounts.get(endToEndId), endToEndId).toBe(amounts.get(endToEndId));
};

const kindsIn = (name: string): Record<string, string> =>
  Object.fromEntries(
    answerIn(dir, name).answers.map((line) => [
      line.endToEndId,
      [line.kind, line.reasonCode].filter((part) => part !== undefined).join(' '),
    ]),
  );

describe('a payment file', () => {
  test('is answered with what was accepted, booked and returned, reason by reason', async () => {
    const instructions = [
      toAccount('567890', 1),
      toAccount('999001', 2),
      toAccount('999004', 3),
      toAccount('999011', 4),
      toAccount('999021', 5),
      toAccount('999022', 6),
    ];
    await handOver(fileOf(orderOf(instructions, 'RUN-1')));
    expect(await runSimulator(dir, '--once')).toMatchObject({ code: 0 });
    expect(inboxOf(dir)).toEqual([
      'RUN-1.1-pain.002.xml',
      'RUN-1.2-camt.054.xml',
      'RUN-1.3-camt.054-return.xml',
    ]);
    expect(kindsIn('RUN-1.1-pain.002.xml')).toEqual({
      'JKM-1': 'accepted',
      'JKM-2': 'rejected AC01',
      'JKM-3': 'rejected AC04',
      'JKM-4': 'rejected BE01',
      'JKM-5': 'accepted',
      'JKM-6': 'accepted',
    });
    expect(kindsIn('RUN-1.2-camt.054.xml')).toEqual({
      'JKM-1': 'settled',
      'JKM-5': 'settled',
      'JKM-6': 'settled',
    });
    expect(kindsIn('RUN-1.3-camt.054-return.xml')).toEqual({
      'JKM-5': 'returned AC04',
      'JKM-6': 'returned BE01',
    });
    for (const name of inboxOf(dir)) {
      const { answers, problems } = answerIn(dir, name);
      expect(problems).toEqual([]);
      expectOurAmounts(answers, instructions);
    }
    expect(await reportOf(dir)).toMatchObject({
      attempts: 1,
      files: 1,
      credits: 3,
      duplicates_refused: 0,
      sum: '126000000',
      rejected: 3,
      returned: 2,
      returned_sum: '84000000',
    });
  });

  test('handed over once stays one attempt, however often it is looked at', async () => {
    await handOver(fileOf(orderOf([heirSiti], 'RUN-1')));
    await runSimulator(dir, '--once');
    await handOver(fileOf(orderOf([heirSiti], 'RUN-1')));
    await runSimulator(dir, '--once');
    expect(await reportOf(dir)).toMatchObject({ attempts: 1, credits: 1, answers: 2 });
    expect(inboxOf(dir)).toHaveLength(2);
  });

  test('handed over again under another name is refused, counted, and pays nothing', async () => {
    const file = fileOf(orderOf([heirSiti], 'RUN-1'));
    await handOver(file);
    await handOver({ ...file, name: 'RUN-1-again.pain.001.xml' });
    await runSimulator(dir, '--once');
    expect(await reportOf(dir)).toMatchObject({
      attempts: 2,
      files: 1,
      credits: 1,
      duplicates_refused: 1,
      sum: '42000000',
    });
    const refusal = inboxOf(dir).find((name) => name.includes('refused')) ?? '';
    expect(answerIn(dir, refusal)).toMatchObject({
      originalMessageId: 'RUN-1',
      answers: [],
      problems: [{ code: 'RejectedAsAWhole', reasonCode: 'DU01' }],
    });
  });

  test('written again in the outbox is seen as a second attempt even with the same bytes', async () => {
    const file = fileOf(orderOf([heirSiti], 'RUN-1'));
    await handOver(file);
    await runSimulator(dir, '--once');
    const again = join(dir, 'outbox', 'again.tmp');
    await writeFile(again, file.bytes);
    await utimes(again, 1, 1);
    await rename(again, join(dir, 'outbox', file.name));
    await runSimulator(dir, '--once');
    expect(await reportOf(dir)).toMatchObject({ attempts: 2, credits: 1, duplicates_refused: 1 });
  });

  test('of another run never pays an end-to-end id a second time', async () => {
    await handOver(fileOf(orderOf([heirSiti], 'RUN-1')));
    await handOver(fileOf(orderOf([heirSiti], 'RUN-2')));
    await runSimulator(dir, '--once');
    expect(await reportOf(dir)).toMatchObject({ files: 2, credits: 1, duplicates_refused: 1 });
    expect(answerIn(dir, 'RUN-2.1-pain.002.xml')).toMatchObject({
      answers: [],
      problems: [{ code: 'RejectedAsDuplicate', reasonCode: 'DU04' }],
    });
  });

  test('with a wrong sum, or no payment file at all, is refused whole', async () => {
    const file = fileOf(orderOf([heirSiti], 'RUN-1'));
    const text = new TextDecoder().decode(file.bytes);
    await openFileDrop(dir);
    await writeFile(
      join(dir, 'outbox', 'wrong.xml'),
      text.replace('<CtrlSum>42000000.00', '<CtrlSum>42000001.00'),
    );
    await writeFile(join(dir, 'outbox', 'junk.xml'), 'no xml');
    await runSimulator(dir, '--once');
    expect(await reportOf(dir)).toMatchObject({ files: 0, files_refused: 2, credits: 0 });
    const reasons = inboxOf(dir).map((name) => answerIn(dir, name).summaries[0]?.reasonCode);
    expect(reasons.sort()).toEqual(['AM10', 'FF01']);
  });
});

describe('the shares', () => {
  const instructions = manyInstructions(300);
  const shares = ['--once', '--seed', '7', '--reject', '0.1', '--return', '0.2'];

  test('give the same fates for the same seed, and others for another', async () => {
    const outcomeOf = async (...args: readonly string[]) => {
      const folder = await mkdtemp(join(tmpdir(), 'lindung-bank-seed-'));
      try {
        const drop = await openFileDrop(folder);
        await drop.drop(fileOf(orderOf(instructions, 'RUN-1')), []);
        await runSimulator(folder, ...args);
        return await reportOf(folder);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    };
    const first = await outcomeOf(...shares);
    expect(await outcomeOf(...shares)).toEqual(first);
    expect(await outcomeOf(...shares, '--seed', '8')).not.toEqual(first);
    expect(first.rejected).toBeGreaterThan(10);
    expect(first.returned).toBeGreaterThan(25);
    expect(first.credits + first.rejected).toBe(300);
  });
});

describe('a lost answer', () => {
  test('leaves the payment booked and unanswered until a statement shows it', async () => {
    const instructions = [toAccount('999031', 1), toAccount('567890', 2)];
    await handOver(fileOf(orderOf(instructions, 'RUN-1')));
    await runSimulator(dir, '--once');
    expect(Object.keys(kindsIn('RUN-1.1-pain.002.xml'))).toEqual(['JKM-2']);
    expect(await reportOf(dir)).toMatchObject({ credits: 2, silent: 1, sum: '84000000' });

    await runSimulator(dir, '--statement');
    const statement = answerIn(dir, 'statement-1.camt.053.xml');
    expect(statement).toMatchObject({ format: 'camt.053.001.08', accounts: ['0011223344'] });
    const { answers, problems } = statement;
    expectOurAmounts(answers, instructions);
    expect(answers.map(({ endToEndId, kind }) => `${endToEndId} ${kind}`)).toEqual([
      'JKM-1 settled',
      'JKM-2 settled',
    ]);
    expect(problems).toEqual([]);

    await runSimulator(dir, '--statement');
    expect(inboxOf(dir)).not.toContain('statement-2.camt.053.xml');
  });

  test('of all payments means no answer file at all', async () => {
    await handOver(fileOf(orderOf(manyInstructions(5), 'RUN-1')));
    await runSimulator(dir, '--once', '--lose-answer', '1');
    expect(inboxOf(dir)).toEqual([]);
    expect(await reportOf(dir)).toMatchObject({ credits: 5, silent: 5 });
  });
});

test('a slip of the bank, one rupiah less or the same line twice, opens a problem', async () => {
  const instructions = [toAccount('999041', 1), toAccount('999042', 2)];
  await handOver(fileOf(orderOf(instructions, 'RUN-1')));
  await runSimulator(dir, '--once');
  const notice = answerIn(dir, 'RUN-1.2-camt.054.xml');
  expect(notice.answers).toMatchObject([
    { endToEndId: 'JKM-1', kind: 'settled', amountIdr: 41_999_999n },
    { endToEndId: 'JKM-2', kind: 'settled' },
  ]);
  expect(notice.problems).toMatchObject([{ code: 'RepeatedInFile', endToEndId: 'JKM-2' }]);
});

describe('after a kill', () => {
  const instructions = manyInstructions(60);

  const expectWhole = async (paid: readonly PaymentInstruction[]): Promise<void> => {
    expect(await reportOf(dir)).toMatchObject({
      attempts: 1,
      files: 1,
      credits: paid.length,
      duplicates_refused: 0,
      sum: sumOf(paid).toString(),
      answers: 2,
    });
    expect(inboxOf(dir)).toEqual(['RUN-1.1-pain.002.xml', 'RUN-1.2-camt.054.xml']);
    const notice = answerIn(dir, 'RUN-1.2-camt.054.xml');
    expect(notice.problems).toEqual([]);
    expect(notice.answers).toHaveLength(paid.length);
    expectOurAmounts(notice.answers, paid);
  };

  test.each([
    ['bank.after-book', 16],
    ['bank.after-book:4', 60],
    ['bank.before-answer', 60],
    ['bank.before-answer:2', 60],
    ['bank.after-answer', 60],
    ['bank.after-answer:2', 60],
  ])('at %s the books go on where they stood', async (fault, creditsBefore) => {
    await handOver(fileOf(orderOf(instructions, 'RUN-1')));
    const killed = await startSimulator(dir, {
      args: ['--once'],
      environment: { LINDUNG_FAULT: fault },
    }).ended;
    expect(killed.signal).toBe('SIGKILL');
    expect(await reportOf(dir)).toMatchObject({ credits: creditsBefore });
    expect(await runSimulator(dir, '--once')).toMatchObject({ code: 0 });
    await expectWhole(instructions);
  });

  test('after an answer that was already taken away, the answer does not come again', async () => {
    await handOver(fileOf(orderOf(instructions, 'RUN-1')));
    await startSimulator(dir, {
      args: ['--once'],
      environment: { LINDUNG_FAULT: 'bank.after-answer' },
    }).ended;
    const drop = await openFileDrop(dir);
    await drop.markIngested(await drop.readAnswer('RUN-1.1-pain.002.xml'));
    await runSimulator(dir, '--once');
    expect(inboxOf(dir)).toEqual(['RUN-1.2-camt.054.xml']);
    expect(await reportOf(dir)).toMatchObject({ attempts: 1, credits: 60, answers: 2 });
  });

  test('in the middle of a line of the journal, that line never happened', async () => {
    await handOver(fileOf(orderOf(instructions, 'RUN-1')));
    await startSimulator(dir, {
      args: ['--once'],
      environment: { LINDUNG_FAULT: 'bank.after-book' },
    }).ended;
    const journal = join(dir, 'bank-side', 'journal.jsonl');
    const text = await readFile(journal, 'utf8');
    await writeFile(journal, text.slice(0, -7));
    expect(await reportOf(dir)).toMatchObject({ credits: 15 });
    await runSimulator(dir, '--once');
    await expectWhole(instructions);
  });

  test('and another, at any moment, nothing is lost and nothing is doubled', async () => {
    const many = manyInstructions(2_000);
    await handOver(fileOf(orderOf(many, 'RUN-1')));
    for (let round = 0; round < 14; round += 1) {
      watching = startSimulator(dir, { args: [] });
      await sleep(120 + round * 20);
      await stopSimulator(watching, 'SIGKILL');
    }
    expect(await runSimulator(dir, '--once')).toMatchObject({ code: 0 });
    await expectWhole(many);
  });

  test('no name and no account is left in the books of the bank', async () => {
    await handOver(fileOf(orderOf([{ ...heirSiti, creditorAccount: '5550001112' }], 'RUN-1')));
    await runSimulator(dir, '--once');
    expect(await readdir(join(dir, 'bank-side', 'received'))).toEqual([]);
    const journal = await readFile(join(dir, 'bank-side', 'journal.jsonl'), 'utf8');
    expect(journal).not.toContain('SITI');
    expect(journal).not.toContain('5550001112');
  });
});

describe('a watching simulator', () => {
  test('answers files as they come, writes statements on request and ends on SIGTERM', async () => {
    watching = startSimulator(dir, { args: ['--delay-ms', '300'] });
    await handOver(fileOf(orderOf([heirSiti], 'RUN-1')));
    await waitUntil(() => inboxOf(dir).includes('RUN-1.1-pain.002.xml'));
    expect(inboxOf(dir)).not.toContain('RUN-1.2-camt.054.xml');
    await waitUntil(() => inboxOf(dir).includes('RUN-1.2-camt.054.xml'));
    expect(await runSimulator(dir, '--statement')).toMatchObject({ code: 0 });
    await waitUntil(() => inboxOf(dir).includes('statement-1.camt.053.xml'));
    const { code } = await stopSimulator(watching);
    expect(code).toBe(0);
    expect(await readdir(join(dir, 'bank-side'))).not.toContain('lock');
  });

  test('lets no second one into the same folder', async () => {
    watching = startSimulator(dir, { args: [] });
    const { stderr } = watching.process;
    await new Promise((resolve) => stderr?.once('data', resolve));
    expect(await runSimulator(dir, '--once')).toMatchObject({ code: 1 });
    await stopSimulator(watching, 'SIGKILL');
    expect(await runSimulator(dir, '--once')).toMatchObject({ code: 0 });
  });
});

test('under the supervisor it finds the folder by the data folder of the house', async () => {
  await openFileDrop(join(dir, 'bank'));
  const simulator = startSimulator(undefined, {
    args: ['--once'],
    environment: { LINDUNG_DATA: dir },
  });
  expect(await simulator.ended).toMatchObject({ code: 0 });
  expect(await readdir(join(dir, 'bank'))).toContain('bank-side');
  const nowhere = startSimulator(undefined, {
    args: ['--once'],
    environment: { LINDUNG_DATA: '' },
  });
  expect(await nowhere.ended).toMatchObject({ code: 2 });
});

test('help and wrong arguments are answered as any program does', async () => {
  expect((await runSimulator(dir, '--help')).stdout).toContain('999021');
  expect(await runSimulator(dir, '--reject', '2')).toMatchObject({ code: 2 });
  expect(await runSimulator(dir, '--unknown')).toMatchObject({ code: 2 });
});
