// Every secret of the installation from one root secret: HKDF, one label per purpose.
import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { failure } from '../failure.ts';

const HASH = 'sha256';
const KEY_BYTES = 32;
export const IV_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** The same root and purpose give the same 32 bytes for ever; purposes tell nothing of each other. */
export const deriveKey = (root: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync(HASH, root, Buffer.alloc(0), `lindung/${purpose}`, KEY_BYTES));

export type Gcm = { readonly key: Uint8Array | KeyObject; readonly associated: string };

/** iv ‖ ciphertext ‖ tag. */
export const gcmSeal = (gcm: Gcm, iv: Uint8Array, plain: Uint8Array): Buffer => {
  const cipher = createCipheriv(CIPHER, gcm.key, iv);
  cipher.setAAD(Buffer.from(gcm.associated, 'utf8'));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

export const gcmSealRandom = (gcm: Gcm, plain: Uint8Array): Buffer =>
  gcmSeal(gcm, randomBytes(IV_BYTES), plain);

export const sealBroken = (cause?: unknown): Error =>
  failure({
    code: 'Keys.SealBroken',
    retryable: false,
    sentence: {
      id: 'Data tersegel tidak dapat dibuka: isinya berubah atau kuncinya bukan kunci yang menyegelnya.',
      en: 'Sealed data cannot be opened: it was changed, or the key is not the one that sealed it.',
    },
    cause,
  });

/** Throws `Keys.SealBroken` when a byte was changed, or the key or its purpose is another. */
export const gcmOpen = (gcm: Gcm, sealed: Uint8Array): Buffer => {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  try {
    const decipher = createDecipheriv(CIPHER, gcm.key, bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(gcm.associated, 'utf8'));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch (cause) {
    throw sealBroken(cause);
  }
};
