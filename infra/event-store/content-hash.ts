// The fingerprint of a command: the same id with other content is recognised and refused.
import { createHash } from 'node:crypto';
import type { Json } from '../../domain/envelope.ts';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 over the RFC 8785 bytes of the command. */
export const contentHash = (command: Json): Uint8Array =>
  createHash('sha256').update(canonicalJson(command), 'utf8').digest();
