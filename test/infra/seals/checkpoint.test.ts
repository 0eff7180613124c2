// A checkpoint is a signed note: anybody with the verifier key reads it, nobody changes it.
import { describe, expect, test } from 'vitest';
import {
  type Checkpoint,
  readNote,
  readVerifier,
  sealKey,
  signedNote,
} from '../../../infra/seals/checkpoint.ts';

const key = sealKey('lindung/test', Buffer.alloc(32, 7));
const verifier = readVerifier(key.verifier);
const checkpoint: Checkpoint = {
  origin: 'lindung/test/epoch',
  size: 1_234,
  root: Buffer.alloc(32, 9),
  position: '1300',
  sealedAt: '2026-11-22T01:02:03.456789Z',
};
const note = signedNote(checkpoint, key);

const read = (text: string) => (verifier === undefined ? undefined : readNote(text, verifier));

describe('a checkpoint', () => {
  test('is a note in the form of the transparency logs: origin, size, root, more lines, signature', () => {
    expect(note.split('\n').slice(0, 6)).toEqual([
      'lindung/test/epoch',
      '1234',
      checkpoint.root.toString('base64'),
      'position 1300',
      'time 2026-11-22T01:02:03.456789Z',
      '',
    ]);
    expect(note).toMatch(/\n\n— lindung\/test [\w+/=]+\n$/);
  });

  test('is read by whoever holds the verifier key, beside signatures of witnesses', () => {
    expect(read(note)).toEqual({ status: 'signed', checkpoint });
    expect(read(`${note}— witness.example AAAA\n`)).toEqual({ status: 'signed', checkpoint });
  });

  test('with one changed sign is refused', () => {
    const body = note.slice(0, note.indexOf('\n\n'));
    for (let at = 0; at < body.length; at += 1) {
      if (body[at] === '\n') continue;
      const changed = `${note.slice(0, at)}${body[at] === '1' ? '2' : '1'}${note.slice(at + 1)}`;
      expect(read(changed)?.status).not.toBe('signed');
    }
  });

  test('of another key is refused, and a key under a foreign name is no key', () => {
    const other = sealKey('lindung/test', Buffer.alloc(32, 8));
    expect(read(signedNote(checkpoint, other))).toEqual({ status: 'not-signed' });
    expect(readVerifier(key.verifier.replace('lindung/test', 'lindung/else'))).toBeUndefined();
    expect(readVerifier('')).toBeUndefined();
    expect(read('')).toEqual({ status: 'no-checkpoint' });
  });
});
