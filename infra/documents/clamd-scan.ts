// Asks a ClamAV daemon over its socket (INSTREAM): the bytes go there in pieces and stay in no file.
import { createConnection, type Socket } from 'node:net';
import { failure } from '../failure.ts';
import type { MalwareScan, ScanAnswer } from './malware-scan.ts';

const PIECE_BYTES = 64 * 1024;
const ANSWER_BYTES_MAX = 4_096;
/** Signatures of a large paper take seconds; only a daemon that hangs reaches this. */
const PATIENCE_MS = 120_000;

const unanswered = (address: string, cause: unknown): Error =>
  failure({
    code: 'Infra.ScannerAway',
    retryable: true,
    sentence: {
      id: `Pemindai malware di ${address} tidak menjawab; berkas belum diterima. Ulangi setelah pemindai hidup.`,
      en: `The malware scanner at ${address} does not answer; the paper was not received. Try again when it runs.`,
    },
    cause,
  });

const notScannable = (address: string, answer: string): Error =>
  failure({
    code: 'Infra.ScannerRefused',
    retryable: false,
    sentence: {
      id: `Pemindai malware di ${address} tidak dapat memeriksa berkas ini (${answer}); berkas belum diterima. Beri tahu pengelola.`,
      en: `The malware scanner at ${address} cannot check this paper (${answer}); it was not received. Tell the operator.`,
    },
  });

/** `tcp://host:3310` or `unix:/run/clamav/clamd.ctl`. */
const connect = (address: string): Socket => {
  if (address.startsWith('unix:'))
    return createConnection({ path: address.slice('unix:'.length).replace(/^\/\//, '') });
  const { hostname, port } = new URL(address);
  return createConnection({ host: hostname, port: port === '' ? 3310 : Number(port) });
};

const lengthOf = (bytes: number): Buffer => {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(bytes);
  return prefix;
};

/** Each piece after its length; a length of nothing ends the stream. */
const streamed = (bytes: Uint8Array): readonly Uint8Array[] => {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.byteLength; at += PIECE_BYTES) {
    const piece = bytes.subarray(at, at + PIECE_BYTES);
    pieces.push(lengthOf(piece.byteLength), piece);
  }
  return [...pieces, lengthOf(0)];
};

/** One command, one answer, one connection: nothing of another paper can be in it. */
const ask = async (
  address: string,
  command: string,
  parts: readonly Uint8Array[] = [],
): Promise<string> => {
  const socket = connect(address);
  const heard: Buffer[] = [];
  try {
    return await new Promise<string>((resolve, reject) => {
      const answer = (): string =>
        Buffer.concat(heard).toString('utf8').replaceAll('\0', '').trim();
      socket.setTimeout(PATIENCE_MS, () => reject(new Error('no answer in time')));
      socket.on('error', (error) => {
        // A daemon that has seen too much answers first and then closes the line.
        if (heard.length > 0) resolve(answer());
        else reject(error);
      });
      socket.on('data', (data) => {
        heard.push(data);
        const size = heard.reduce((sum, { byteLength }) => sum + byteLength, 0);
        if (data.includes(0) || size > ANSWER_BYTES_MAX) resolve(answer());
      });
      socket.on('end', () => (heard.length > 0 ? resolve(answer()) : reject(new Error('closed'))));
      socket.write(`z${command}\0`);
      for (const part of parts) socket.write(part);
    });
  } catch (error) {
    throw unanswered(address, error);
  } finally {
    socket.destroy();
  }
};

const readAnswer = (answer: string): ScanAnswer | null => {
  if (answer === 'stream: OK') return { result: 'CLEAN', scanner: '' };
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  return found === undefined ? null : { result: 'INFECTED', signature: found };
};

export const createClamdScan =
  (address: string): MalwareScan =>
  async (bytes) => {
    const said = await ask(address, 'INSTREAM', streamed(bytes));
    const answer = readAnswer(said);
    if (answer === null) throw notScannable(address, said.slice(0, 120));
    if (answer.result !== 'CLEAN') return answer;
    return { result: 'CLEAN', scanner: (await ask(address, 'VERSION')).slice(0, 120) };
  };
