// Who calls the API: a person with a session, or another system with a key bounded by scopes.

import { isKey } from '../../../infra/identity/api-keys.ts';
import type { Text } from '../../copy/text.ts';
import { deskOf, type House, type Visit, type Visitor, visitorOf } from '../house.ts';
import { type Problem, problemOf } from '../problem.ts';
import { shell } from '../shell-phrases.ts';
import { type At, hereOf } from '../web-context.ts';
import type { Operation } from './operation.ts';

const SIGNED_OUT: Text = [
  'Masuk dulu: sesi tidak ada atau sudah berakhir.',
  'Sign in first: there is no session, or it is over.',
];
const KEY_OVER: Text = [
  'Kunci API ini tidak berlaku: salah, dicabut, atau sudah berakhir.',
  'This API key does not hold: wrong, revoked, or over.',
];
const NEEDS_CODE: Text = [
  'Kewenangan Anda memerlukan kode pengaman. Pasang dulu di halaman Akun.',
  'Your acts need security codes. Set them up on the account page first.',
];
const NOT_FOR_KEYS: Text = [
  'Pemegang kunci ini memutus, membayar, atau memeriksa; itu hanya untuk orang yang masuk dengan kode pengaman.',
  'The holder of this key decides, pays or audits; that is for persons only, signed in with security codes.',
];
const OUT_OF_SCOPE: Text = [
  'Kunci API ini tidak mencakup permintaan itu.',
  'This API key does not cover that request.',
];

export const scopeOf = ({ group, method }: Pick<Operation, 'group' | 'method'>): string =>
  `${group}:${method === 'get' ? 'read' : 'write'}`;

/** Papers come by a way of their own; to a key they are a scope like any other. */
export const UPLOAD = { group: 'uploads', method: 'post' } as const;

/** Everybody may ask who they are. */
const FREE_GROUP = 'me';

export type Caller = { readonly visit: Visit; readonly rateKey: string };

const bearerOf = (headers: Headers): string =>
  /^Bearer ([^\s]+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? '';

const visitOf = (house: House, context: At, visitor: Visitor): Visit => {
  const language = context.get('language');
  const query = new URL(context.req.url).searchParams;
  const desk = deskOf(house, { actorId: visitor.actorId, language });
  const { headers } = context.req.raw;
  return { house, visitor, language, desk, headers, query, here: hereOf(context) };
};

type Call = {
  readonly house: House;
  readonly context: At;
  readonly operation: Pick<Operation, 'group' | 'method'>;
};

const byKey = async (
  { house, context, operation }: Call,
  key: string,
): Promise<Caller | Problem> => {
  const held = await house.identity.holderOfKey(key);
  if (held === undefined) return problemOf(401, 'KeyNotValid', KEY_OVER);
  const { id, actorId, scopes } = held;
  const account = { id, username: id, actorId, secondFactor: false, demo: false };
  const visitor = await visitorOf(house, account);
  if (visitor === undefined) return problemOf(403, 'AccountWithoutActor', shell.stranger);
  if (visitor.mustEnrol) return problemOf(403, 'PersonsOnly', NOT_FOR_KEYS);
  if (operation.group !== FREE_GROUP && !scopes.includes(scopeOf(operation)))
    return problemOf(403, 'OutOfScope', OUT_OF_SCOPE);
  return { visit: visitOf(house, context, visitor), rateKey: id };
};

export const callerOf = async (at: Call): Promise<Caller | Problem> => {
  const { house, context } = at;
  const { headers } = context.req.raw;
  const bearer = bearerOf(headers);
  if (isKey(bearer)) return byKey(at, bearer);
  const account = await house.identity.sessionOf(headers);
  if (account === undefined) return problemOf(401, 'SignedOut', SIGNED_OUT);
  const visitor = await visitorOf(house, account);
  if (visitor === undefined) return problemOf(403, 'AccountWithoutActor', shell.stranger);
  if (visitor.mustEnrol) return problemOf(403, 'SecondFactorMissing', NEEDS_CODE);
  return { visit: visitOf(house, context, visitor), rateKey: account.id };
};
