// Files of the pages: named after their content, so that a browser may keep them for ever.
import type { Handler } from 'hono';
import type { Assets } from './assets.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';
const A_DAY = 'public, max-age=86400';

/** A shield over a person: drawn here, belongs to nobody else. */
const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32">
<path fill="#0b4f6c" d="M16 1.5 28 6v9.5c0 7.4-5 12.6-12 15-7-2.4-12-7.600-12-15V6z"/>
<circle cx="16" cy="12" r="4" fill="#fff"/>
<path fill="#fff" d="M8.500 22.500c.6-4.300 3.500-6.500 7.500-6.500s6.900 2.200 7.500 6.500c-2.100 2.300-4.600 3.900-7.500 5-2.900-1.100-5.400-2.700-7.500-5z"/>
<path fill="#f2a900" d="M16 16.200l2.100 3.300-2.100 6.300-2.100-6.300z"/></svg>`;

export const mark: Handler = (context) => {
  context.header('Content-Type', 'image/svg+xml');
  context.header('Cache-Control', A_DAY);
  return context.body(MARK);
};

/** Asked for at each start of the page: never kept by a browser longer than it is true. */
export const reportWorker =
  ({ reportWorker: { type, body } }: Assets): Handler =>
  (context) => {
    context.header('Content-Type', type);
    context.header('Cache-Control', 'no-cache');
    context.header('Service-Worker-Allowed', '/lapor');
    return context.body(body);
  };

export const asset =
  ({ files }: Assets): Handler =>
  (context) => {
    const found = files.get(context.req.param('name') ?? '');
    if (found === undefined) return context.notFound();
    context.header('Content-Type', found.type);
    context.header('Cache-Control', FOR_EVER);
    return context.body(found.body);
  };
