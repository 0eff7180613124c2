// Identities follow from facts: equal facts meet, unequal ones never do, and none shows a person.
import { validate } from 'uuid';
import { expect, test } from 'vitest';
import { streamIds } from '../../../infra/ids/stream-ids.ts';

test('ids are pinned for ever: a change would orphan every stream that exists', () => {
  expect({
    actor: streamIds.actor('ani'),
    claim: streamIds.deathClaim('w'),
    payable: streamIds.payable('c', 1, 'istri'),
    endToEnd: streamIds.endToEnd('p', 1),
    worker: streamIds.rosterWorker('r', 7),
    bill: streamIds.contributionBill('t', '2026-03'),
    command: streamIds.command('settle', 'c', 1),
  }).toMatchInlineSnapshot(`
    {
      "actor": "c98a2bf4-6877-5f40-b967-b01ee862bdda",
      "bill": "bbdc88c4-66b4-56b3-92ff-410112ffc9fe",
      "claim": "4c565409-3c7e-549d-be08-1b848dcf8364",
      "command": "cadc1ca2-dcd1-5c0e-b4d2-7787109cd150",
      "endToEnd": "LD8011E28EB254502FBE8BD8932018ADD6",
      "payable": "fa8e4d4f-3f27-50ab-8f86-c2a96395f6c3",
      "worker": "5958d1a6-1811-54ca-8587-805b3303715b",
    }
  `);
});

test('parts that read alike when joined stay apart', () => {
  expect(streamIds.command('a', 'b:c')).not.toBe(streamIds.command('a', 'b', 'c'));
  expect(streamIds.command('a', '1')).not.toBe(streamIds.command('a', 1));
  expect(streamIds.payable('c', 1, 'x')).not.toBe(streamIds.derived('c', 'x'));
});

test('an end-to-end id fits ISO 20022 and changes with every attempt', () => {
  const first = streamIds.endToEnd('p', 1);
  expect(first).toMatch(/^[A-Za-z0-9]{1,35}$/);
  expect(streamIds.endToEnd('p', 2)).not.toBe(first);
  expect(validate(streamIds.random())).toBe(true);
});
