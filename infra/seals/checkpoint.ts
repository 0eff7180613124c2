// Checkpoints as signed notes (C2SP tlog-checkpoint, signed-note): text that anybody can keep.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';

export type Checkpoint = {
  /** Names the log and its epoch: a restored log is another one. */
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  /** Of the last leaf. */
  readonly position: string;
  readonly sealedAt: string;
};

export type SealKey = {
  readonly name: string;
  /** `name+id+key`: what is given to auditors, once, by another way. */
  readonly verifier: string;
  readonly publicKey: KeyObject;
  readonly id: Buffer;
  sign(text: string): Buffer;
};

export type Verifier = Pick<SealKey, 'name' | 'publicKey' | 'id'>;

const ED25519 = 1;
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const KEY_BYTES = 32;
const ID_BYTES = 4;

const idOf = (name: string, raw: Uint8Array): Buffer =>
  createHash('sha256')
    .update(Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), Buffer.of(ED25519), raw]))
    .digest()
    .subarray(0, ID_BYTES);

/** The same secret gives the same key for ever: nothing more to keep safe than the master key. */
export const sealKey = (name: string, secret: Uint8Array): SealKey => {
  const der = Buffer.concat([PKCS8_HEAD, secret]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES);
  const id = idOf(name, raw);
  const material = Buffer.concat([Buffer.of(ED25519), raw]).toString('base64');
  return {
    ...{ name, publicKey, id },
    verifier: `${name}+${id.toString('hex')}+${material}`,
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), privateKey),
  };
};

/** Undefined when the text is no Ed25519 verifier key, or its id is not of its key. */
export const readVerifier = (text: string): Verifier | undefined => {
  const [name = '', id = '', ...rest] = text.trim().split('+');
  const material = Buffer.from(rest.join('+'), 'base64');
  const raw = material.subarray(1);
  if (name === '' || material[0] !== ED25519 || raw.byteLength !== KEY_BYTES) return undefined;
  const expected = idOf(name, raw);
  if (expected.toString('hex') !== id) return undefined;
  const key = Buffer.concat([SPKI_HEAD, raw]);
  return { name, id: expected, publicKey: createPublicKey({ key, format: 'der', type: 'spki' }) };
};

const bodyOf = ({ origin, size, root, position, sealedAt }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString('base64')}\nposition ${position}\ntime ${sealedAt}\n`;

export const signedNote = (checkpoint: Checkpoint, key: SealKey): string => {
  const body = bodyOf(checkpoint);
  const signature = Buffer.concat([key.id, key.sign(body)]).toString('base64');
  return `${body}\n— ${key.name} ${signature}\n`;
};

const checkpointOf = (body: string): Checkpoint | undefined => {
  const [origin = '', size = '', root = '', ...lines] = body.split('\n');
  const position = /^position (\d+)$/.exec(lines[0] ?? '')?.[1];
  const sealedAt = /^time (\S+)$/.exec(lines[1] ?? '')?.[1];
  if (origin === '' || !/^(0|[1-9]\d{0,14})$/.test(size)) return undefined;
  if (position === undefined || sealedAt === undefined) return undefined;
  return { origin, size: Number(size), root: Buffer.from(root, 'base64'), position, sealedAt };
};

const isSignedBy = (body: string, signatures: string, verifier: Verifier): boolean =>
  signatures.split('\n').some((line) => {
    const [dash, name, encoded = ''] = line.split(' ');
    const bytes = Buffer.from(encoded, 'base64');
    if (dash !== '—' || name !== verifier.name) return false;
    if (!bytes.subarray(0, ID_BYTES).equals(verifier.id)) return false;
    return verify(null, Buffer.from(body, 'utf8'), verifier.publicKey, bytes.subarray(ID_BYTES));
  });

export type ReadNote =
  | { readonly status: 'signed'; readonly checkpoint: Checkpoint }
  | { readonly status: 'not-signed' | 'no-checkpoint' };

/** What a note says, if this key signed it; other signatures beside it (witnesses) are let be. */
export const readNote = (note: string, verifier: Verifier): ReadNote => {
  const end = note.indexOf('\n\n');
  const body = note.slice(0, end + 1);
  const checkpoint = end < 0 ? undefined : checkpointOf(body);
  if (checkpoint === undefined) return { status: 'no-checkpoint' };
  if (!isSignedBy(body, note.slice(end + 2), verifier)) return { status: 'not-signed' };
  return { status: 'signed', checkpoint };
};
