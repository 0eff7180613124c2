// Requests made from the operations of the API: real ids in wrong places, bodies that almost fit, forged names.
import { randomUUID } from 'node:crypto';
import type { Operation } from '../../../apps/web/api/operation.ts';
import { operations } from '../../../apps/web/api/operations.ts';

const TURNS = 3;
const ORIGIN = 'http://lindung.test';

const VALUES: readonly unknown[] = [
  ...['', ' ', '0', '-1', '2026-13-45', 'x'.repeat(5_000), '<script>alert(1)</script>'],
  ...["' or 1=1 --", '64.74', '42000000', '2026-01-01', '\u0000', '6474010101900001'],
  ...[null, true, 1e308, [], {}],
];

/** Who acts, for which office, is never taken from what is sent. */
const FORGED = { actorId: 'kepala-dewi', office: 'BPK', onBehalfOf: 'kepala-dewi', meta: {} };

export type Asked = {
  readonly url: string;
  readonly init: RequestInit;
  readonly told: string;
  /** A stranger, and whoever forges a name in a command, is never answered. */
  readonly mayPass: boolean;
};

type Of = { readonly ids: readonly string[]; readonly cookies: readonly string[] };

/** The same nonsense at every run: what broke the house once is made again. */
const at = <Item>(list: readonly Item[], seed: number): Item | undefined =>
  list[seed % list.length];

const fieldsOf = ({ body }: Operation): readonly string[] =>
  Object.keys(Object(Reflect.get(Object(body), 'shape')));

const bodyOf = (operation: Operation, turn: number, seed: number): unknown => {
  if (turn === 0) return at(VALUES, seed);
  const filled = fieldsOf(operation).map((name, place) => [name, at(VALUES, seed * (place + 1))]);
  return { ...Object.fromEntries(filled), ...(turn === TURNS - 1 && FORGED) };
};

const addressOf = ({ path, method }: Operation, ids: Of['ids'], seed: number): string => {
  const address = path.replace('{id}', at(ids, seed) ?? '');
  const value = String(at(VALUES, seed)).slice(0, 20);
  return method === 'get' ? `${address}?limit=${encodeURIComponent(value)}` : address;
};

const askedOf = (
  operation: Operation,
  cookie: string,
  of: { readonly ids: Of['ids']; readonly turn: number; readonly seed: number },
): Asked => {
  const { ids, turn, seed } = of;
  const isWrite = operation.method === 'post';
  const address = addressOf(operation, ids, seed);
  const body = JSON.stringify(bodyOf(operation, turn, seed));
  return {
    url: ORIGIN + address,
    init: {
      method: operation.method.toUpperCase(),
      headers: {
        ...{ cookie, host: 'lindung.test', origin: ORIGIN, 'idempotency-key': randomUUID() },
        'content-type': 'application/json',
      },
      ...(isWrite && { body }),
    },
    told: `${operation.method} ${address} ${body?.slice(0, 300)}`,
    mayPass: cookie !== '' && !(isWrite && turn === TURNS - 1),
  };
};

export const nonsense = ({ ids, cookies }: Of): readonly Asked[] =>
  operations.flatMap((operation, place) =>
    cookies.flatMap((cookie, person) =>
      Array.from({ length: TURNS }, (_, turn) =>
        askedOf(operation, cookie, { ids, turn, seed: place * 31 + person * 7 + turn * 3 }),
      ),
    ),
  );
