// Attempts are counted by where they came from: what a visitor writes into a header is not that.
import { expect, test } from 'vitest';
import { requestAddress } from '../../../apps/web/request-address.ts';

const of = (peer: string, forwarded: string | undefined, isBehindProxy = true) =>
  requestAddress({ peer, forwarded, isBehindProxy });

test('behind a proxy the last entry counts, and nobody has the address of the proxy', () => {
  expect(of('127.0.0.1', '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
  expect(of('::ffff:127.0.0.1', '2001:db8::7')).toBe('2001:db8::7');
  expect(of('127.0.0.1', undefined)).toBeUndefined();
  expect(of('127.0.0.1', '203.0.113.7, siapa saja')).toBeUndefined();
});

test('without a proxy on this machine the header is not believed', () => {
  expect(of('127.0.0.1', '203.0.113.7', false)).toBe('127.0.0.1');
  expect(of('203.0.113.9', '203.0.113.7')).toBe('203.0.113.9');
});
