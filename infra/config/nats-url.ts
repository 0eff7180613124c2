// A NATS address in one variable: the client library does not read credentials from a URL.

export type NatsConnection = {
  readonly servers: string;
  readonly user?: string;
  readonly pass?: string;
  readonly token?: string;
};

/** `nats://user:password@host:port`, `nats://token@host:port` or `tls://host:port`. */
export const natsConnection = (natsUrl: string): NatsConnection => {
  const url = new URL(natsUrl);
  const user = decodeURIComponent(url.username);
  const pass = decodeURIComponent(url.password);
  const servers = `${url.protocol}//${url.hostname}:${url.port || '4222'}`;
  if (user === '') return { servers };
  return pass === '' ? { servers, token: user } : { servers, user, pass };
};
