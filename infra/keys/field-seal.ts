// Seals one personal field under its person's key: repeatable, authenticated, with a commitment.
import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto';
import type { Sealed } from '../../domain/sealed.ts';
import { gcmOpen, gcmSeal, IV_BYTES, sealBroken } from './key-derivation.ts';
import type { SealRequest } from './key-service.ts';

const SALT_BYTES = 16;

/** Key objects, made once: with bare bytes Node checks the kind of key at every use, four times as slow. */
export type SubjectKey = { readonly encrypt: KeyObject; readonly choose: KeyObject };

/** Two keys from one by a single HMAC: a list of 36,777 persons asks for this as often. */
export const subjectKey = (dataKey: Uint8Array): SubjectKey => {
  const root = createSecretKey(dataKey);
  const both = createHmac('sha512', root).update('lindung/field-keys').digest();
  return {
    encrypt: createSecretKey(both.subarray(0, 32)),
    choose: createSecretKey(both.subarray(32)),
  };
};

/** Each part behind its length: no two lists of parts make the same bytes. */
const lengthPrefixed = (parts: readonly string[]): Buffer => {
  const lengths = parts.map((part) => Buffer.byteLength(part, 'utf8'));
  const bytes = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + 4 + length, 0));
  let at = 0;
  for (const [index, part] of parts.entries()) {
    at = bytes.writeUInt32BE(lengths[index] ?? 0, at);
    at += bytes.write(part, at, 'utf8');
  }
  return bytes;
};

/**
 * iv and salt are not random but an HMAC of command, field and value under the person's key (the
 * idea of SIV, RFC 5297): a command sent again must seal to the same bytes, or its content hash
 * would differ and the retry be refused as another command. An iv repeats only where the whole
 * message repeats, so GCM stays safe; another command seals the same value to other bytes, so
 * equal values of a person cannot be seen across commands.
 */
const chooseIvAndSalt = (key: SubjectKey, request: SealRequest): { iv: Buffer; salt: Buffer } => {
  const { commandId, field, value } = request;
  const parts = lengthPrefixed([commandId, field, value]);
  const bytes = createHmac('sha256', key.choose).update(parts).digest();
  return { iv: bytes.subarray(0, IV_BYTES), salt: bytes.subarray(IV_BYTES, IV_BYTES + SALT_BYTES) };
};

/** Binds a value without the key: recomputable by whoever was shown salt and value. */
export const commitmentOf = (salt: Uint8Array, field: string, value: string): string =>
  hash('sha256', Buffer.concat([salt, Buffer.from(field + value, 'utf8')]), 'hex');

const associated = (subject: string, field: string): string => `${subject}|${field}`;

export const sealField = (key: SubjectKey, request: SealRequest): Sealed => {
  const { subject, field, value } = request;
  const { iv, salt } = chooseIvAndSalt(key, request);
  const gcm = { key: key.encrypt, associated: associated(subject, field) };
  const plain = Buffer.concat([salt, Buffer.from(value, 'utf8')]);
  return {
    subject,
    field,
    ciphertext: gcmSeal(gcm, iv, plain).toString('base64url'),
    commitment: commitmentOf(salt, field, value),
  };
};

/** Value and salt: what somebody without the key needs to see that this is what was sealed. */
export type Disclosed = { readonly salt: Buffer; readonly value: string };

/** Refuses a changed ciphertext and a foreign commitment alike: both are part of the proof. */
export const discloseField = (key: SubjectKey, sealed: Sealed): Disclosed => {
  const { subject, field } = sealed;
  const gcm = { key: key.encrypt, associated: associated(subject, field) };
  const plain = gcmOpen(gcm, Buffer.from(sealed.ciphertext, 'base64url'));
  const value = plain.subarray(SALT_BYTES).toString('utf8');
  const salt = plain.subarray(0, SALT_BYTES);
  if (commitmentOf(salt, field, value) !== sealed.commitment) throw sealBroken();
  return { salt, value };
};

export const openField = (key: SubjectKey, sealed: Sealed): string =>
  discloseField(key, sealed).value;
