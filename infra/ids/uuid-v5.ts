// UUID version 5 (RFC 9562), in one call of the hash: a list of people asks for several a person.
import { hash } from 'node:crypto';

const VARIANTS = '89ab';

export const uuidV5 = (namespace: Uint8Array, name: string): string => {
  const hex = hash('sha1', Buffer.concat([namespace, Buffer.from(name, 'utf8')]), 'hex');
  const variant = VARIANTS[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return (
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}` +
    `-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  );
};
