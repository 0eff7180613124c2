// Headers written in one piece are the ones the client would write, and no value adds one of its own.
import { headers, type Msg, MsgHdrsImpl } from 'nats';
import { expect, test } from 'vitest';
import { fencedHeaders, receivedHeaders } from '../../../infra/nats/wire-headers.ts';

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

/** A message as the client holds it: headers and body in one buffer, the headers read when asked for. */
const received = (head: Uint8Array, body: string, isPlain = true): Msg => {
  const whole = Buffer.concat([Buffer.from('MSG '), head, Buffer.from(body)]);
  const message = {
    subject: 'evt.claim.1',
    reply: '$JS.ACK.x',
    data: whole.subarray(4 + head.byteLength),
    headers: MsgHdrsImpl.decode(head),
    size: () => 'evt.claim.1'.length + '$JS.ACK.x'.length + head.byteLength + body.length,
  };
  const { size: _, ...sizeless } = message;
  return (isPlain ? message : sizeless) as unknown as Msg;
};

test('headers that came are read as the client reads them', () => {
  const theirs = headers();
  const values = {
    'Evt-Id': 'a',
    'Evt-Type': 'X: Y',
    'Evt-Empty': '',
    'Evt-Correlation': 'Bu Siti – 7',
  };
  for (const [name, value] of Object.entries(values)) theirs.set(name, value);
  theirs.append('Evt-Id', 'second');
  const head = bytesOf(theirs);
  for (const isPlain of [true, false])
    expect(receivedHeaders(received(head, '{"a":1}', isPlain))).toEqual(values);
  expect(receivedHeaders(received(head, ''))).toEqual(values);
});

test('a message without headers has none, whatever lies before its body', () => {
  const { headers: _, ...message } = received(new Uint8Array(), '{}');
  expect(receivedHeaders(message)).toEqual({});
  const status = Buffer.from('NATS/1.0 100 Idle Heartbeat\r\n\r\n');
  expect(receivedHeaders(received(status, ''))).toEqual({});
});
