// `/klaim/<id>/berkas/<paper>/isi`: the bytes of a paper, for a look that stands in the log, and for nothing else.
import type { Hono } from 'hono';
import { type PaperType, paperTypeOf } from '../../../domain/claim/documents/paper-file.ts';
import { paperOfCase } from '../cases/claim-papers.ts';
import type { Visit } from '../house.ts';
import { notFoundProblem } from '../not-found.ts';
import type { Replies } from '../reply.tsx';
import type { At, Env } from '../web-context.ts';

const TYPES: Readonly<Record<PaperType, string>> = {
  PDF: 'application/pdf',
  JPEG: 'image/jpeg',
  PNG: 'image/png',
  TIFF: 'image/tiff',
  HEIC: 'image/heic',
  WEBP: 'image/webp',
};

/** Nothing in a paper runs, loads or leads anywhere, whatever somebody hid in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
const POLICY_OF_PICTURE = `${POLICY}; sandbox`;

type Asked = { readonly claimId: string; readonly documentId: string; readonly lookId: string };

/** As long as somebody may read one paper without being asked anew. */
const LOOK_MS = 15 * 60_000;

const hasLooked = async ({ desk, visitor }: Visit, look: Asked): Promise<boolean> => {
  const since = Date.parse(desk.now()) - LOOK_MS;
  return (await desk.store.loadStream(look.claimId)).some(
    ({ type, data, meta, recordedAt }) =>
      type === 'DocumentRead' &&
      meta.commandId === look.lookId &&
      meta.actor.id === visitor.actorId &&
      Reflect.get(Object(data), 'documentId') === look.documentId &&
      Date.parse(recordedAt) >= since,
  );
};

/** Undefined without a look of this person at this paper, as for a paper that is not there. */
const bytesFor = async (visit: Visit, asked: Asked): Promise<Uint8Array | undefined> => {
  const found = await paperOfCase(visit, asked.claimId, asked.documentId);
  const sha256 = found?.paper.sha256;
  if (sha256 == null || !(await hasLooked(visit, asked))) return undefined;
  return visit.desk.documents.get(sha256);
};

const serve = (
  context: At,
  documentId: string,
  { bytes, type }: { readonly bytes: Uint8Array; readonly type: PaperType },
): Response => {
  const disposition = context.req.query('simpan') === undefined ? 'inline' : 'attachment';
  const name = `berkas-${documentId.slice(0, 8)}.${type.toLowerCase()}`;
  context.header('Content-Type', TYPES[type]);
  context.header('Content-Disposition', `${disposition}; filename="${name}"`);
  context.header('Content-Security-Policy', type === 'PDF' ? POLICY : POLICY_OF_PICTURE);
  context.header('X-Frame-Options', 'SAMEORIGIN');
  context.header('Cache-Control', 'private, no-store');
  return context.body(new Uint8Array(bytes));
};

export const addPaperContent = (
  app: Hono<Env>,
  given: { readonly replies: Replies; readonly visitOf: (context: At) => Visit | undefined },
): void => {
  const { replies, visitOf } = given;
  app.get('/klaim/:id/berkas/:document/isi', async (context) => {
    const visit = visitOf(context);
    const documentId = context.req.param('document');
    const lookId = context.req.query('lihat') ?? '';
    const asked = { claimId: context.req.param('id'), documentId, lookId };
    // A page of another house may not make this one show a paper, not even to its own reader.
    const isOwnPage = context.req.header('sec-fetch-site') !== 'cross-site';
    const bytes = visit === undefined || !isOwnPage ? undefined : await bytesFor(visit, asked);
    const type = bytes === undefined ? null : paperTypeOf(bytes);
    return bytes === undefined || type === null
      ? replies.problem(context, notFoundProblem)
      : serve(context, documentId, { bytes, type });
  });
};
