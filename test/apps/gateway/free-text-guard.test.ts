// A command that would record a person in the clear is refused before it leaves, field by field.
import { expect, test } from 'vitest';
import { refusalText } from '../../../apps/copy/catalogue.ts';
import { freeTextOf, openFreeTextGuard } from '../../../apps/gateway/free-text-guard.ts';
import type { CommandEnvelope } from '../../../domain/command.ts';
import type { Sealed } from '../../../domain/sealed.ts';
import type { StoredEvent } from '../../../infra/event-store/event-store.ts';

const WORKER = '5f1c0a52-7d3e-5b8a-9c41-2e6d8f7a1b30';
const CLAIM = '6a1c0a52-7d3e-5b8a-9c41-2e6d8f7a1b31';
const PAYABLE = '7b1c0a52-7d3e-5b8a-9c41-2e6d8f7a1b32';
const NIK = '6474021702697391';

/** The value lies in the ciphertext here; `gone` stands for a destroyed key. */
const sealed = (field: string, value: string): Sealed => ({
  ...{ subject: value, field, ciphertext: `${field}|${value}`, commitment: '' },
});

const streams: Readonly<Record<string, object>> = {
  [WORKER]: { name: sealed('worker.name', 'Siti Qanari') },
  [CLAIM]: {
    workerId: WORKER,
    heirs: [
      { name: sealed('heir.name', 'Budi Hartono'), guardian: sealed('heir.guardian', 'Umi Xena') },
      { name: sealed('heir.name', 'gone') },
    ],
    relation: 'FACILITY',
    reporterName: sealed('report.name', 'Taman Husada'),
    circumstances: sealed('report.circumstances', 'jatuh dari perahu'),
  },
  [PAYABLE]: { claimId: CLAIM },
};

const looked = () => {
  const read: string[] = [];
  const personIn = openFreeTextGuard({
    store: {
      async loadStreams(ids) {
        read.push(...ids);
        const event = (id: string) => ({ data: streams[id] ?? {} }) as unknown as StoredEvent;
        return new Map(ids.map((id) => [id, [event(id)]]));
      },
    },
    keys: {
      openMany: async (all) =>
        all.map(({ ciphertext }) => {
          const value = ciphertext.split('|')[1] ?? '';
          return value === 'gone' ? { status: 'shredded' } : { status: 'opened', value };
        }),
    },
  });
  return { read, personIn };
};

const wish = (category: string, streamId: string, rest: object): CommandEnvelope =>
  ({ category, streamId, actorId: 'ani', ...rest }) as unknown as CommandEnvelope;

const told = async (envelope: CommandEnvelope) => {
  const answer = await looked().personIn(freeTextOf(envelope));
  return answer === undefined ? null : `${answer.facts['inField']}: ${answer.facts['holds']}`;
};
const reasoned = (reason: string, category = 'claim', streamId = CLAIM) =>
  told(wish(category, streamId, { command: { type: 'Sample', data: { reason } } }));

test('names the field and what is wrong, never the value, in both languages', async () => {
  const data = { reason: `an. NIK ${NIK}` };
  const command = wish('claim', CLAIM, { command: { type: 'AssignClaim', data } });
  const answer = await looked().personIn(freeTextOf(command));
  if (answer === undefined) throw new Error('not refused');
  expect(refusalText(answer, 'id')).toMatch(/alasan \(--why, --reason\) berisi NIK seseorang/);
  expect(refusalText(answer, 'en')).toMatch(/reason \(--why, --reason\) holds somebody’s NIK/);
  expect(JSON.stringify(answer)).not.toContain(NIK);
});

test('a claim, its payment and its worker know the names of the worker, heirs and guardians', async () => {
  for (const name of ['siti qanari', 'BUDI HARTONO', 'wali: Umi Xena']) {
    expect(await reasoned(name), name).toBe('reason: NAME');
    expect(await reasoned(name, 'payable', PAYABLE), name).toBe('reason: NAME');
  }
  expect(await reasoned('siti qanari', 'worker', WORKER)).toBe('reason: NAME');
  expect(await reasoned('siti qanari', 'tranche', CLAIM)).toBe(null);
  expect(await reasoned('almarhum jatuh dari perahu, kata dokter Taman Husada')).toBe(null);
});

test('a name whose key was destroyed is known to nobody, and passes', async () => {
  expect(await reasoned('gone')).toBe(null);
});

test('the envelope is looked at too, and lists inside the command', async () => {
  const command = { type: 'Sample', data: { rows: [{ article: 'pasal 1' }, { article: NIK }] } };
  expect(await told(wish('rule_book', CLAIM, { command }))).toBe('article: NIK');
  const plain = { type: 'Sample', data: {} };
  const with_ = (rest: object) => told(wish('claim', CLAIM, { command: plain, ...rest }));
  expect(await with_({ reason: 'rek 7391024680135' })).toBe('reason: ACCOUNT');
  expect(await with_({ agenda: NIK })).toBe('agenda: NIK');
  expect(await with_({ agenda: '7391024680135' })).toBe(null);
  expect(await with_({ actorId: NIK })).toBe('actorId: NIK');
  const history = { effectiveAt: '2026-01-01T00:00:00.000Z', source: 'buku Budi Hartono' };
  expect(await with_({ history })).toBe('source: NAME');
});

test('a name that the same command seals may not stand beside it in the clear', async () => {
  const heir = { ref: 'Rini Kasih', name: sealed('heir.name', 'Rini Kasih') };
  const data = { heirs: [heir] };
  expect(await told(wish('claim', CLAIM, { command: { type: 'Sample', data } }))).toBe('ref: NAME');
  const role = { heirs: [{ ...heir, ref: 'istri' }] };
  expect(await told(wish('claim', CLAIM, { command: { type: 'Sample', data: role } }))).toBe(null);
});

test('what holds no words of a person reads nothing', async () => {
  const { read, personIn } = looked();
  const data = { workerId: WORKER, deathDate: '2026-01-02', channel: 'HEIR', amountIdr: '1' };
  await personIn(freeTextOf(wish('claim', CLAIM, { command: { type: 'Sample', data } })));
  expect(read).toEqual([]);
});
