// The code on a receipt: eight letters and digits that say which claim; the birth date is the proof.
import { sql } from 'kysely';
import { claimFileTable } from '../../projections/claim-file/file-row.ts';
import type { ProjectionDb } from '../../projections/projection.ts';

/** Crockford's: no I, L, O or U, so that nothing is read for something else. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHARS = 8;
const HEX = 10;
const BITS = 5n;

/** From the first forty bits of the claim's id: the same claim has the same code for ever. */
export const receiptCode = (claimId: string): string => {
  const number = BigInt(`0x${claimId.replaceAll('-', '').slice(0, HEX)}`);
  const letters = Array.from({ length: CHARS }, (_, at) => {
    const shift = BITS * BigInt(CHARS - 1 - at);
    return LETTERS[Number((number >> shift) & 31n)];
  }).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
};

/** As somebody types it: small letters, O for 0, I and L for 1, with or without the dash. */
export const readReceiptCode = (text: string): string | undefined => {
  const plain = text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const isCode = plain.length === CHARS && [...plain].every((letter) => LETTERS.includes(letter));
  return isCode ? `${plain.slice(0, 4)}-${plain.slice(4)}` : undefined;
};

const idPrefix = (code: string): string => {
  const number = [...code.replace('-', '')].reduce(
    (sum, letter) => (sum << BITS) | BigInt(LETTERS.indexOf(letter)),
    0n,
  );
  const hex = number.toString(16).padStart(HEX, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
};

/** Two claims that share a code are as good as none: the desk has to look. */
export const claimOfReceipt = async (
  db: ProjectionDb,
  code: string,
): Promise<string | undefined> => {
  const { rows } = await sql<{ readonly id: string }>`select t.claim_id as id
    from ${sql.table(claimFileTable.name)} as t
    where t.claim_id like ${`${idPrefix(code)}%`} limit 2`.execute(db);
  return rows.length === 1 ? rows[0]?.id : undefined;
};
