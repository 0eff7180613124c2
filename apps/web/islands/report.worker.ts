// Answers for the report page where there is no signal: with the same form, which holds nothing of anybody.
const KEPT = 'lapor-1';
const PAGE = '/lapor/luring';

type Waiting = { waitUntil(work: Promise<unknown>): void };
type Asked = Waiting & { readonly request: Request; respondWith(answer: Promise<Response>): void };
type Worker = {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(name: 'install' | 'activate', hear: (event: Waiting) => void): void;
  addEventListener(name: 'fetch', hear: (event: Asked) => void): void;
};
const worker = self as unknown as Worker;

/** The page, and every file that it names. */
const keep = async (): Promise<void> => {
  const kept = await caches.open(KEPT);
  const answer = await fetch(PAGE, { credentials: 'omit' });
  if (!answer.ok) return;
  const text = await answer.clone().text();
  const files = [...text.matchAll(/(?:href|src)="(\/aset\/[^"]+)"/g)].map(([, path = '']) => path);
  await kept.addAll([...new Set(files)]);
  await kept.put(PAGE, answer);
};

const fromKept = async (path: string): Promise<Response> =>
  (await caches.match(path)) ?? Response.error();

worker.addEventListener('install', (event) =>
  event.waitUntil(keep().then(() => worker.skipWaiting())),
);
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.method !== 'GET') return;
  const isPage = request.mode === 'navigate' && (pathname === '/lapor' || pathname === PAGE);
  if (isPage) {
    event.respondWith(
      fetch(request).then(
        (answer) => {
          // New files have new names: kept again while there is a signal.
          event.waitUntil(keep().catch(() => undefined));
          return answer;
        },
        () => fromKept(PAGE),
      ),
    );
    return;
  }
  if (pathname.startsWith('/aset/'))
    event.respondWith(fetch(request).catch(() => fromKept(pathname)));
});
