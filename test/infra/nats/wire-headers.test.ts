// Headers written in one piece are the ones the client would write, and no value adds one of its own.
import { headers, MsgHdrsImpl } from 'nats';
import { expect, test } from 'vitest';
import { fencedHeaders } from '../../../infra/nats/wire-headers.ts';

const fence = { stream: 'CLAIMS_EVT', lastSequence: 41 };
const bytesOf = (wire: object): Uint8Array => (wire as MsgHdrsImpl).encode();

test('the bytes are those of the client’s own builder', () => {
  const values = { 'Evt-Id': 'a', 'Evt-Type': 'DeathReported', 'Evt-Correlation': 'Bu Siti – 7' };
  const theirs = headers();
  for (const [name, value] of Object.entries(values)) theirs.set(name, value);
  theirs.set('Nats-Expected-Last-Sequence', '41');
  theirs.set('Nats-Expected-Stream', 'CLAIMS_EVT');
  const ours = bytesOf(fencedHeaders()(values, fence));
  expect(Buffer.from(ours).toString()).toBe(Buffer.from(bytesOf(theirs)).toString());
});

test('each message has the headers of its own, although one object carries them', () => {
  const headersOf = fencedHeaders();
  const first = Buffer.from(bytesOf(headersOf({ 'Evt-Id': 'a' }, fence))).toString();
  const second = bytesOf(headersOf({ 'Evt-Id': 'b' }, { ...fence, lastSequence: 42 }));
  expect(first).toContain('Evt-Id: a');
  expect(MsgHdrsImpl.decode(second).get('Evt-Id')).toBe('b');
  expect(MsgHdrsImpl.decode(second).get('Nats-Expected-Last-Sequence')).toBe('42');
});

test.each(['a\r\nNats-Rollup: all', 'a\nb', 'a\rb'])(
  'a line break in a value is refused',
  (value) => {
    expect(() => fencedHeaders()({ 'Evt-Correlation': value }, fence)).toThrow(/line break/);
  },
);
