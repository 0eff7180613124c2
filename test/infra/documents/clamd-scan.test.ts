// The scanner's word over a real socket: clean, found, out of reach; never a guess.
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createClamdScan } from '../../../infra/documents/clamd-scan.ts';

/** The test string that every scanner must find; put together, so that this file is no find itself. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(
  '',
);

/** Reads what clamd reads: a command up to its zero byte, then pieces after their lengths. */
const streamIn = (heard: Buffer): Buffer | null => {
  const pieces: Buffer[] = [];
  for (let at = heard.indexOf(0) + 1; at + 4 <= heard.length; ) {
    const size = heard.readUInt32BE(at);
    if (size === 0) return Buffer.concat(pieces);
    pieces.push(heard.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return null;
};

const answerTo = (heard: Buffer, bytesMax: number): string | null => {
  const end = heard.indexOf(0);
  if (end < 0) return null;
  const command = heard.subarray(0, end).toString('latin1');
  if (command === 'zVERSION') return 'ClamAV 1.4.3/27821/Sat Nov 21 2026';
  if (command !== 'zINSTREAM') return 'UNKNOWN COMMAND';
  if (heard.length > bytesMax) return 'INSTREAM size limit exceeded. ERROR';
  const stream = streamIn(heard);
  if (stream === null) return null;
  return stream.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
};

const open: Server[] = [];
afterEach(async () => {
  for (const server of open.splice(0))
    await new Promise<void>((resolve) => server.close(() => resolve()));
});

const clamd = async (say: (heard: Buffer, socket: Socket) => void): Promise<string> => {
  const server = createServer((socket) => {
    let heard = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      heard = Buffer.concat([heard, data]);
      say(heard, socket);
    });
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `tcp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
};

const speaking = (bytesMax = Number.MAX_SAFE_INTEGER): Promise<string> =>
  clamd((heard, socket) => {
    const answer = answerTo(heard, bytesMax);
    if (answer !== null) socket.end(`${answer}\0`);
  });

test('a clean paper is clean by the word of a named scanner, whatever its size', async () => {
  const scan = createClamdScan(await speaking());
  const large = new Uint8Array(3_000_001).fill(7);
  for (const paper of [new TextEncoder().encode('%PDF-1.4 akta'), large])
    expect(await scan(paper)).toEqual({
      result: 'CLEAN',
      scanner: 'ClamAV 1.4.3/27821/Sat Nov 21 2026',
    });
});

test('what the scanner finds is named, even far inside a paper', async () => {
  const scan = createClamdScan(await speaking());
  const paper = Buffer.concat([Buffer.alloc(200_000, 32), Buffer.from(EICAR), Buffer.alloc(99)]);
  expect(await scan(paper)).toEqual({ result: 'INFECTED', signature: 'Eicar-Test-Signature' });
});

test('a scanner that cannot look, or gives no answer, lets no paper through', async () => {
  const small = createClamdScan(await speaking(1_000));
  await expect(small(new Uint8Array(5_000))).rejects.toMatchObject({
    code: 'Infra.ScannerRefused',
    retryable: false,
  });
  const silent = createClamdScan(await clamd((_heard, socket) => socket.end()));
  const away = createClamdScan('tcp://127.0.0.1:1');
  for (const scan of [silent, away])
    await expect(scan(new Uint8Array(10))).rejects.toMatchObject({
      code: 'Infra.ScannerAway',
      retryable: true,
    });
});
