// The port to keys: seals personal fields per person, hashes identities, encrypts payloads.
import type { Sealed } from '../../domain/sealed.ts';

export type SealRequest = {
  readonly subject: string;
  readonly field: string;
  readonly value: string;
  /** Makes sealing repeatable: the same command seals the same value to the same bytes. */
  readonly commandId: string;
};

/** Answer of `open`: the value, or that the person's key was destroyed. */
export type Opened =
  | { readonly status: 'opened'; readonly value: string }
  | { readonly status: 'shredded' };

export type KeyService = {
  /** Seals one field, creating the subject's key at first use. Refuses (throws Pii.KeyShredded) after shredding. */
  seal(request: SealRequest): Promise<Sealed>;
  sealMany(requests: readonly SealRequest[]): Promise<readonly Sealed[]>;
  open(sealed: Sealed): Promise<Opened>;
  openMany(sealed: readonly Sealed[]): Promise<readonly Opened[]>;
  /** HMAC-SHA256 blind index, e.g. of a NIK: equality without the value. */
  keyedHash(kind: string, value: string): Uint8Array;
  /** Installation-wide authenticated encryption for Temporal payloads and stored files. */
  encrypt(context: string, plain: Uint8Array): Uint8Array;
  decrypt(context: string, cipher: Uint8Array): Uint8Array;
  /** A secret derived from the master key for one purpose, 32 bytes (e.g. the app role's password). */
  derive(purpose: string): Uint8Array;
  /** Destroys a person's key for ever and leaves a tombstone. */
  shred(subject: string, reason: string): Promise<{ status: 'shredded' | 'unknown-subject' }>;
};
