// A payment is not a run: whichever id a command names, its kind is known before anything is started.
import { expect, test } from 'vitest';
import { refusalText } from '../../../apps/copy/catalogue.ts';
import { namedStreams, openKindCheck } from '../../../apps/gateway/ids-of-other-kinds.ts';
import type { CommandEnvelope } from '../../../domain/command.ts';

const PAYMENT = '5f1c0a52-7d3e-5b8a-9c41-2e6d8f7a1b30';
const CLAIM = '6a1c0a52-7d3e-5b8a-9c41-2e6d8f7a1b31';

const store = {
  categoriesOf: async (ids: readonly string[]) =>
    new Map(
      [...([[PAYMENT, 'payable']] as const), ...([[CLAIM, 'claim']] as const)].filter(([id]) =>
        ids.includes(id),
      ),
    ),
};

const wish = (category: string, streamId: string, data: object): CommandEnvelope =>
  ({ category, streamId, command: { type: 'Sample', data } }) as unknown as CommandEnvelope;

test('an id of another kind is named for what it is, in both languages', async () => {
  const answer = await openKindCheck(store)(wish('payout_run', PAYMENT, {}));
  expect(answer).toEqual({
    status: 'refused',
    code: 'IdOfAnotherKind',
    facts: { id: PAYMENT, isKind: 'payable', wantedKind: 'payout_run' },
  });
  if (answer === undefined) throw new Error('not refused');
  expect(refusalText(answer, 'id')).toBe(
    `Nomor ${PAYMENT} adalah pembayaran, bukan run pembayaran.`,
  );
  expect(refusalText(answer, 'en')).toBe(`The id ${PAYMENT} is a payment, not a payment run.`);
});

test('ids inside a command are of their kind too: a claim is no worker', async () => {
  const fresh = '7b1c0a52-7d3e-5b8a-9c41-2e6d8f7a1b32';
  const report = { workerId: CLAIM };
  expect(await openKindCheck(store)(wish('claim', fresh, report))).toMatchObject({
    facts: { id: CLAIM, isKind: 'claim', wantedKind: 'worker' },
  });
  const nested = { report, members: [{ payableId: CLAIM }] };
  expect(namedStreams(wish('claim', fresh, nested)).map(({ wanted }) => wanted)).toEqual([
    ...['claim', 'worker', 'payable'],
  ]);
});

test('the right kind, and an id that nothing has yet, pass', async () => {
  expect(await openKindCheck(store)(wish('payable', PAYMENT, { claimId: CLAIM }))).toBe(undefined);
  expect(await openKindCheck(store)(wish('roster', 'no-uuid', { payableId: '' }))).toBe(undefined);
});

test('a kind once seen is not asked again; what nothing has yet, is', async () => {
  const asked: string[] = [];
  const otherKindIn = openKindCheck({
    categoriesOf(ids) {
      asked.push(...ids);
      return store.categoriesOf(ids);
    },
  });
  const fresh = '7b1c0a52-7d3e-5b8a-9c41-2e6d8f7a1b32';
  const payment = wish('payable', PAYMENT, { claimId: CLAIM, runId: fresh });
  expect(await otherKindIn(payment)).toBe(undefined);
  expect(await otherKindIn(payment)).toBe(undefined);
  expect(asked).toEqual([PAYMENT, CLAIM, fresh, fresh]);
  expect(await otherKindIn(wish('payout_run', PAYMENT, {}))).toMatchObject({
    code: 'IdOfAnotherKind',
  });
  expect(asked.length).toBe(4);
});
