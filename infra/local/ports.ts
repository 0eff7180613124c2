// Ports on loopback: the usual one if it is free, otherwise another.
import { createServer } from 'node:net';

const listen = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : undefined),
      );
    });
  });

export const isPortFree = async (port: number): Promise<boolean> =>
  (await listen(port)) !== undefined;

/** Any free port, chosen by the operating system. */
export const freePort = async (): Promise<number> => {
  const port = await listen(0);
  if (port === undefined) throw new Error('the operating system offers no free port on 127.0.0.1');
  return port;
};

/** The usual port, else one of the ten after it, else any free one. */
export const usualOrNextPort = async (usual: number): Promise<number> => {
  for (let port = usual; port <= usual + 10; port += 1) if (await isPortFree(port)) return port;
  return freePort();
};
