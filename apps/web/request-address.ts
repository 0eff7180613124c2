// Where a request came from: of the connection, or as the proxy on this machine says it.
import { isIP } from 'node:net';

type Came = {
  readonly peer: string | undefined;
  /** `X-Forwarded-For` */
  readonly forwarded: string | undefined;
  /** People reach the pages under another address than ours (WEB_URL): a proxy stands before us. */
  readonly isBehindProxy: boolean;
};

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

/**
 * Undefined when nobody knows: behind a proxy that does not name them, all requests come from one
 * machine. Only the last entry is the proxy's own; those before it are whatever the visitor sent.
 */
export const requestAddress = ({ peer, forwarded, isBehindProxy }: Came): string | undefined => {
  if (peer === undefined || !isBehindProxy || !LOOPBACK.test(peer)) return peer;
  const last = forwarded?.split(',').at(-1)?.trim() ?? '';
  return isIP(last) === 0 ? undefined : last;
};
