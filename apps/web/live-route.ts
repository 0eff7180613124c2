// `GET …/perubahan`: server-sent events, one for each change of what is shared; never what changed.
import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { type Acts, CLAIM_READERS, FIGURE_READERS } from '../../domain/office/reading-acts.ts';
import { PAYMENT_READERS } from './cases/readable-payable.ts';
import type { House } from './house.ts';
import { openLive } from './live.ts';
import { mayOpen, notAllowed } from './may-open.ts';
import type { Replies } from './reply.tsx';
import { FIGURE_PROJECTIONS } from './screens/dashboard/dashboard-data.ts';
import type { Env } from './web-context.ts';

const BEAT_MS = 15_000;
/** A browser comes back by itself: nobody holds a connection for ever. */
const LIFE_MS = 600_000;

type Shared = {
  readonly path: string;
  /** The read models that the page is made of. */
  readonly projections: readonly string[];
  readonly acts: Acts;
};

const SHARED: readonly Shared[] = [
  { path: '/antrean/perubahan', projections: ['claim-queue'], acts: CLAIM_READERS },
  { path: '/pembayaran/perubahan', projections: ['payout-ledger'], acts: PAYMENT_READERS },
  { path: '/dasbor/perubahan', projections: FIGURE_PROJECTIONS, acts: FIGURE_READERS },
];

type Parts = { readonly house: House; readonly replies: Replies };

const addShared = (app: Hono<Env>, { house, replies }: Parts, shared: Shared): void => {
  const { path, projections, acts } = shared;
  const live = openLive(house.desk.db, projections);
  app.get(path, (context) => {
    const visitor = context.get('visitor');
    if (visitor === undefined || !mayOpen(visitor, { acts }))
      return replies.problem(context, notAllowed({ acts }));
    return streamSSE(context, async (stream) => {
      const until = Date.now() + LIFE_MS;
      const stop = live.listen((state) => {
        stream.writeSSE({ event: 'changed', data: state }).catch(() => stream.abort());
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

export const addLive = (app: Hono<Env>, parts: Parts): void => {
  for (const shared of SHARED) addShared(app, parts, shared);
};
