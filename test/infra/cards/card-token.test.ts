// The card's QR code: only our key signs it, it tells nothing of the person, and it fits a card.
import { createHash } from 'node:crypto';
import { CompactSign, compactVerify, importJWK } from 'jose';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { cardTokens, qrContent, tokenIn } from '../../../infra/cards/card-token.ts';

const keysOf = (master: string) => ({
  derive: (purpose: string): Uint8Array =>
    createHash('sha256').update(`${master}|${purpose}`).digest(),
});
const ours = cardTokens(keysOf('ours'));
const card = { cardId: '4b7f8e0e-6f1c-5d0e-9a43-3f1c86f0b2d4', validFrom: '2023-10-12' };
const signedBy = async (payload: string, header: { alg: string }, key: Uint8Array) =>
  new CompactSign(Buffer.from(payload)).setProtectedHeader(header).sign(key);

test('a card signed by us is valid and names only itself', async () => {
  const token = await ours.sign(card);
  expect(await ours.verify(token)).toEqual({
    valid: true,
    cardId: card.cardId,
    validFrom: '2023-10-12',
    validTo: null,
  });
  const [, payload = ''] = token.split('.');
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual({
    c: card.cardId,
    f: '2023-10-12',
  });
});

test('the same card is the same token for ever, short enough for a card', async () => {
  const full = { ...card, validTo: '2024-09-30' };
  expect(await ours.sign(full)).toBe(await cardTokens(keysOf('ours')).sign(full));
  expect((await ours.sign(full)).length).toBeLessThanOrEqual(213);
});

test('anybody can verify with the published key alone', async () => {
  const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: ours.publicKeyX }, 'EdDSA');
  const { protectedHeader } = await compactVerify(await ours.sign(card), key);
  expect(protectedHeader).toEqual({ alg: 'EdDSA' });
});

describe('a token is not valid', () => {
  test('when another key signed it', async () => {
    const token = await cardTokens(keysOf('theirs')).sign(card);
    expect(await ours.verify(token)).toEqual({ valid: false, reason: 'SignatureInvalid' });
  });

  test('when a letter of its payload was changed', async () => {
    const [head = '', payload = '', signature = ''] = (await ours.sign(card)).split('.');
    const other = Buffer.from(payload, 'base64url').toString().replace('2023', '2020');
    const forged = [head, Buffer.from(other).toString('base64url'), signature].join('.');
    expect(await ours.verify(forged)).toEqual({ valid: false, reason: 'SignatureInvalid' });
  });

  test('when it asks for no signature, or for one by a shared secret', async () => {
    const payload = JSON.stringify({ c: card.cardId, f: '2023-10-12' });
    const parts = ['{"alg":"none"}', payload].map((text) => Buffer.from(text));
    const none = `${parts.map((part) => part.toString('base64url')).join('.')}.`;
    const secret = Buffer.from(ours.publicKeyX, 'base64url');
    for (const token of [none, await signedBy(payload, { alg: 'HS256' }, secret)])
      expect(await ours.verify(token)).toEqual({ valid: false, reason: 'TokenMalformed' });
  });

  test.each(['', 'x', 'a.b.c', 'a'.repeat(5_000), '{}', '..'])('when it is %o', async (token) => {
    expect(await ours.verify(token)).toEqual({ valid: false, reason: 'TokenMalformed' });
  });
});

test('on a day: before the first and after the last the card does not count', async () => {
  const token = await ours.sign({ ...card, validTo: '2024-09-30' });
  const on = (day: string) => ours.verify(token, localDate(day));
  expect(await on('2023-10-11')).toEqual({ valid: false, reason: 'CardNotYetValid' });
  expect(await on('2023-10-12')).toMatchObject({ valid: true });
  expect(await on('2024-09-30')).toMatchObject({ valid: true });
  expect(await on('2024-10-01')).toEqual({ valid: false, reason: 'CardExpired' });
});

test('an id or a date that is none is never signed', () => {
  expect(() => ours.sign({ ...card, cardId: '6474024107850001' })).toThrow();
  expect(() => ours.sign({ ...card, validFrom: '' })).toThrow();
});

test('the QR opens the check page where there is one, and is read with and without its address', async () => {
  const token = await ours.sign(card);
  expect(qrContent(token, undefined)).toBe(token);
  const qr = qrContent(token, 'https://lindung.bontang.go.id');
  expect(qr).toBe(`https://lindung.bontang.go.id/v#${token}`);
  for (const read of [qr, token, ` ${token}\n`]) expect(tokenIn(read)).toBe(token);
});
