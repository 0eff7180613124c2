// `/v1/uploads`: a file in parts by the tus protocol 1.0, so that a broken line costs one part and not the file.
import type { Hono } from 'hono';
import { PAPER_BYTES_MAX } from '../../../domain/claim/documents/paper-file.ts';
import type { Upload, UploadFolder } from '../../../infra/documents/upload-folder.ts';
import { formatBytes } from '../../copy/format.ts';
import { say } from '../../copy/text.ts';
import type { House } from '../house.ts';
import { notFoundProblem } from '../not-found.ts';
import { type Problem, problemOf } from '../problem.ts';
import type { Replies } from '../reply.tsx';
import type { At, Env } from '../web-context.ts';
import { uploadPhrases as phrases } from './upload-phrases.ts';
import { UPLOADS } from './uploads-path.ts';

const VERSION = '1.0.0';
const PART_TYPE = 'application/offset+octet-stream';
/** What reached us is kept this often: a line that breaks later loses only what came after. */
const KEEP_EVERY = 256 * 1024;

type Served = {
  readonly house: House;
  readonly replies: Replies;
  /** Whose upload it is, or why nobody may. */
  readonly ownerOf: (context: At) => Promise<{ readonly owner: string } | Problem>;
};

const isProblem = (given: { readonly owner: string } | Problem): given is Problem =>
  'status' in given;

export const uploadTooLarge = (): Problem => {
  const text = (language: 'id' | 'en'): string =>
    say(language, phrases.tooLarge, { max: formatBytes(PAPER_BYTES_MAX, language) });
  return problemOf(413, 'PaperTooLarge', [text('id'), text('en')]);
};

const elsewhere: Problem = problemOf(409, 'UploadElsewhere', phrases.elsewhere);
const unsupported: Problem = problemOf(415, 'PartTypeUnknown', phrases.partType);
const unreadable: Problem = problemOf(422, 'UploadUnreadable', phrases.unreadable);
const full: Problem = problemOf(429, 'UploadsFull', phrases.full);
const otherVersion: Problem = problemOf(412, 'TusVersionUnknown', phrases.version);

const countIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;

const state = (context: At, upload: Upload): void => {
  context.header('Upload-Offset', String(upload.offset));
  context.header('Upload-Length', String(upload.length));
  context.header('Upload-Expires', new Date(upload.expiresAt).toUTCString());
  context.header('Cache-Control', 'no-store');
};

type Place = { readonly owner: string; readonly id: string };

/** Bytes are kept as they come in; what was kept stays when the line breaks. */
const takeIn = async (
  uploads: UploadFolder,
  place: Place,
  { offset, body }: { readonly offset: number; readonly body: ReadableStream<Uint8Array> | null },
): Promise<Upload | Problem> => {
  let waiting: Uint8Array[] = [];
  let count = 0;
  let at = offset;
  const keep = async (): Promise<Upload | Problem> => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    count = 0;
    const answer = await uploads.append(place, { offset: at, bytes });
    if (answer === undefined) return notFoundProblem;
    if (answer === 'elsewhere') return elsewhere;
    if (answer === 'too-much') return uploadTooLarge();
    at = answer.offset;
    return answer;
  };
  try {
    for await (const bytes of body ?? []) {
      waiting.push(bytes);
      count += bytes.byteLength;
      if (count < KEEP_EVERY) continue;
      const kept = await keep();
      if ('status' in kept) return kept;
    }
  } catch (error) {
    await keep();
    throw error;
  }
  return keep();
};

export const addUploads = (app: Hono<Env>, { house, replies, ownerOf }: Served): void => {
  const { uploads } = house.desk;
  app.use(`${UPLOADS}/*`, async (context, next) => {
    await next();
    context.header('Tus-Resumable', VERSION);
  });
  app.use(UPLOADS, async (context, next) => {
    await next();
    context.header('Tus-Resumable', VERSION);
  });
  app.options(UPLOADS, (context) => {
    context.header('Tus-Version', VERSION);
    context.header('Tus-Extension', 'creation,expiration,termination');
    context.header('Tus-Max-Size', String(PAPER_BYTES_MAX));
    return context.body(null, 204);
  });

  /** Who sends, in this version of the protocol. */
  const asked = async (context: At): Promise<Place | Problem> => {
    const owner = await ownerOf(context);
    if (isProblem(owner)) return owner;
    if (context.req.header('tus-resumable') !== VERSION) return otherVersion;
    return { ...owner, id: context.req.param('id') ?? '' };
  };

  app.post(UPLOADS, async (context) => {
    const place = await asked(context);
    if ('status' in place) return replies.problem(context, place);
    const length = countIn(context.req.header('upload-length'));
    if (length === undefined) return replies.problem(context, unreadable);
    const upload = await uploads.begin(place.owner, length);
    if (upload === 'too-large') return replies.problem(context, uploadTooLarge());
    if (upload === 'full') return replies.problem(context, full);
    state(context, upload);
    context.header('Location', `${UPLOADS}/${upload.id}`);
    return context.body(null, 201);
  });
  // Hono answers HEAD by what stands under GET, without its body.
  app.get(`${UPLOADS}/:id`, async (context) => {
    const place = await asked(context);
    if ('status' in place) return replies.problem(context, place);
    const upload = await uploads.find(place);
    if (upload === undefined) return replies.problem(context, notFoundProblem);
    state(context, upload);
    return context.body(null, 200);
  });
  app.patch(`${UPLOADS}/:id`, async (context) => {
    const place = await asked(context);
    if ('status' in place) return replies.problem(context, place);
    if (context.req.header('content-type') !== PART_TYPE)
      return replies.problem(context, unsupported);
    const offset = countIn(context.req.header('upload-offset'));
    if (offset === undefined) return replies.problem(context, unreadable);
    const upload = await takeIn(uploads, place, { offset, body: context.req.raw.body });
    if ('status' in upload) return replies.problem(context, upload);
    state(context, upload);
    return context.body(null, 204);
  });
  app.delete(`${UPLOADS}/:id`, async (context) => {
    const place = await asked(context);
    if ('status' in place) return replies.problem(context, place);
    if ((await uploads.find(place)) === undefined) return replies.problem(context, notFoundProblem);
    await uploads.drop(place);
    return context.body(null, 204);
  });
};
