// The signed content of a card's QR code: card id and dates, no NIK, no name (compact JWS, EdDSA).
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { CompactSign, compactVerify, errors } from 'jose';
import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../domain/calendar.ts';
import type { KeyService } from '../keys/key-service.ts';

/** One purpose, one key: nothing else is ever signed with it. */
const KEY_PURPOSE = 'ed25519-card';
/** The fixed head of a PKCS #8 document around a 32-byte Ed25519 seed (RFC 8410). */
const PKCS8_ED25519_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const ALGORITHM = 'EdDSA';
/** A QR code that a phone reads from a card holds far less; more is somebody's try. */
const TOKEN_CHARACTERS_MAX = 512;

const day = z.string().refine((text): text is LocalDate => isLocalDate(text));
/** Short names keep the code small: card, from, end. */
const payloadSchema = z.strictObject({ c: z.uuid(), f: day, e: day.exactOptional() });

export type CardToken = {
  readonly cardId: string;
  readonly validFrom: string;
  readonly validTo?: string;
};

export type CardTokenReading =
  | {
      readonly valid: true;
      readonly cardId: string;
      readonly validFrom: LocalDate;
      readonly validTo: LocalDate | null;
    }
  | {
      readonly valid: false;
      readonly reason: 'TokenMalformed' | 'SignatureInvalid' | 'CardNotYetValid' | 'CardExpired';
    };

export type CardTokens = {
  /** The same card gives the same token for ever. Throws on an id or date that is none: a bug. */
  sign(card: CardToken): Promise<string>;
  /** Signature and form; with `on` also the dates. Whether cover is active is another question. */
  verify(token: string, on?: LocalDate): Promise<CardTokenReading>;
  /** For pages that verify without us: 32 bytes, base64url. */
  readonly publicKeyX: string;
};

const parsePayload = (bytes: Uint8Array): CardTokenReading => {
  try {
    const { c, f, e } = payloadSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return { valid: true, cardId: c, validFrom: f, validTo: e ?? null };
  } catch {
    return { valid: false, reason: 'TokenMalformed' };
  }
};

const onDay = (reading: CardTokenReading, on: LocalDate | undefined): CardTokenReading => {
  if (!reading.valid || on === undefined) return reading;
  if (on < reading.validFrom) return { valid: false, reason: 'CardNotYetValid' };
  if (reading.validTo !== null && on > reading.validTo)
    return { valid: false, reason: 'CardExpired' };
  return reading;
};

/** What the QR holds: with an address, a phone's camera opens the page that checks the card. */
export const qrContent = (token: string, publicUrl: string | undefined): string =>
  publicUrl === undefined ? token : `${publicUrl}/v#${token}`;

/** Copied or scanned with the address around it, the token is what stands behind the `#`. */
export const tokenIn = (text: string): string => text.replace(/^.*#/s, '').replace(/\s/g, '');

export const cardTokens = (keys: Pick<KeyService, 'derive'>): CardTokens => {
  const der = Buffer.concat([PKCS8_ED25519_HEAD, keys.derive(KEY_PURPOSE)]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  const publicKeyX = publicKey.export({ format: 'jwk' }).x ?? '';
  return {
    publicKeyX,
    sign({ cardId, validFrom, validTo }) {
      const payload = payloadSchema.parse({
        c: cardId,
        f: validFrom,
        ...(validTo !== undefined && { e: validTo }),
      });
      return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg: ALGORITHM })
        .sign(privateKey);
    },
    async verify(token, on) {
      if (token.length > TOKEN_CHARACTERS_MAX) return { valid: false, reason: 'TokenMalformed' };
      try {
        const { payload } = await compactVerify(token, publicKey, { algorithms: [ALGORITHM] });
        return onDay(parsePayload(payload), on);
      } catch (error) {
        if (error instanceof errors.JWSSignatureVerificationFailed)
          return { valid: false, reason: 'SignatureInvalid' };
        if (error instanceof errors.JOSEError) return { valid: false, reason: 'TokenMalformed' };
        throw error;
      }
    },
  };
};
