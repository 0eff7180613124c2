// Signs one request to an S3-compatible store (AWS Signature Version 4), its content hash included.
import { createHash, createHmac } from 'node:crypto';

export type S3Credentials = {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region: string;
};

export type ToSign = {
  readonly method: 'GET' | 'PUT';
  readonly url: URL;
  /** Lower-case names; `host` and the date are added here. */
  readonly headers: Readonly<Record<string, string>>;
  /** Hex SHA-256 of the body. */
  readonly bodySha256: string;
  readonly now: Date;
};

const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

const ALGORITHM = 'AWS4-HMAC-SHA256';

/** `20130524T000000Z` */
const amzDate = (now: Date): string => now.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

/** All headers of the request with its `authorization`; the secret itself never leaves. */
export const signedHeaders = (
  { method, url, headers, bodySha256, now }: ToSign,
  { accessKey, secretKey, region }: S3Credentials,
): Readonly<Record<string, string>> => {
  const at = amzDate(now);
  const own = { ...headers, host: url.host, 'x-amz-content-sha256': bodySha256, 'x-amz-date': at };
  const sorted = Object.entries(own).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const names = sorted.map(([name]) => name).join(';');
  const canonical = [
    ...[method, url.pathname, ''],
    ...sorted.map(([name, value]) => `${name}:${value.trim()}`),
    ...['', names, bodySha256],
  ].join('\n');
  const day = at.slice(0, 8);
  const scope = `${day}/${region}/s3/aws4_request`;
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${secretKey}`, day), region));
  const signature = createHmac('sha256', key)
    .update([ALGORITHM, at, scope, sha256Hex(canonical)].join('\n'))
    .digest('hex');
  return {
    ...own,
    authorization: `${ALGORITHM} Credential=${accessKey}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
  };
};
