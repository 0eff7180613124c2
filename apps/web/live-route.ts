// `GET /antrean/perubahan`: server-sent events, one for each change of the queue; never what changed.
import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { CLAIM_READERS } from '../../domain/office/reading-acts.ts';
import type { House } from './house.ts';
import { openLive } from './live.ts';
import type { Replies } from './reply.tsx';
import { mayOpen, notAllowed } from './screen-access.ts';
import type { Env } from './web-context.ts';

const BEAT_MS = 15_000;
/** A browser comes back by itself: nobody holds a connection for ever. */
const LIFE_MS = 600_000;

export const addLive = (
  app: Hono<Env>,
  { house, replies }: { readonly house: House; readonly replies: Replies },
): void => {
  const live = openLive(house.desk.db, 'claim-queue');
  app.get('/antrean/perubahan', (context) => {
    const visitor = context.get('visitor');
    const screen = { acts: CLAIM_READERS };
    if (visitor === undefined || !mayOpen(visitor, screen))
      return replies.problem(context, notAllowed(screen));
    return streamSSE(context, async (stream) => {
      const until = Date.now() + LIFE_MS;
      const stop = live.listen((position) => {
        stream.writeSSE({ event: 'changed', data: position }).catch(() => stream.abort());
      });
      stream.onAbort(() => stop?.());
      // Without a place among the listeners the page stays as it is until it is loaded again.
      while (stop !== undefined && !stream.aborted && Date.now() < until) {
        await stream.writeSSE({ event: 'beat', data: '' });
        await stream.sleep(BEAT_MS);
      }
      stop?.();
    });
  });
};
