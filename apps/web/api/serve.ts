// Serves the operations over HTTP: who asks, what fits the schema, how an answer and a problem go out.
import type { Hono } from 'hono';
import type { Text } from '../../copy/text.ts';
import { deskOf, type House, type Visit, visitorOf } from '../house.ts';
import { notFoundProblem } from '../not-found.ts';
import { type Problem, problemOf } from '../problem.ts';
import type { Replies } from '../reply.tsx';
import { shell } from '../shell-phrases.ts';
import { addUploads } from '../uploads/tus.ts';
import { type At, type Env, hereOf } from '../web-context.ts';
import { openApiDocument } from './document.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';
import { openRate } from './rate.ts';

const SIGNED_OUT: Text = [
  'Masuk dulu: sesi tidak ada atau sudah berakhir.',
  'Sign in first: there is no session, or it is over.',
];
const NEEDS_CODE: Text = [
  'Kewenangan Anda memerlukan kode pengaman. Pasang dulu di halaman Akun.',
  'Your acts need security codes. Set them up on the account page first.',
];
const TOO_MANY: Text = [
  'Terlalu banyak permintaan; tunggu sebentar, lalu lanjutkan.',
  'Too many requests; wait a moment and go on.',
];
const NO_JSON: Text = [
  'Kirim isi permintaan sebagai JSON (Content-Type: application/json).',
  'Send the body as JSON (Content-Type: application/json).',
];

const queryProblem = (names: readonly string[]): Problem =>
  problemOf(
    422,
    'QueryMalformed',
    [
      `Saringan ini tidak dikenal: ${names.join(', ')}.`,
      `These cannot be read: ${names.join(', ')}.`,
    ],
    { fields: names.join(' ') },
  );

const visitFor = async (house: House, context: At): Promise<Visit | Problem> => {
  const { headers } = context.req.raw;
  const account = await house.identity.sessionOf(headers);
  if (account === undefined) return problemOf(401, 'SignedOut', SIGNED_OUT);
  const visitor = await visitorOf(house, account);
  if (visitor === undefined) return problemOf(403, 'AccountWithoutActor', shell.stranger);
  if (visitor.mustEnrol) return problemOf(403, 'SecondFactorMissing', NEEDS_CODE);
  const language = context.get('language');
  const query = new URL(context.req.url).searchParams;
  const desk = deskOf(house, { actorId: visitor.actorId, language });
  return { house, visitor, language, desk, headers, query, here: hereOf(context) };
};

/** Undefined where it is no JSON, or says that it is something else. */
const bodyOf = async (context: At): Promise<{ readonly json: unknown } | undefined> => {
  const type = context.req.header('content-type') ?? '';
  if (!/^application\/json\b/.test(type)) return undefined;
  try {
    return { json: await context.req.json() };
  } catch {
    return undefined;
  }
};

const answerOf = async (
  operation: Operation,
  visit: Visit,
  context: At,
): ReturnType<Operation['handle']> => {
  const given = Object.fromEntries(visit.query);
  const query = operation.query?.strict().safeParse(given);
  if (query?.success === false) {
    const names = query.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? '')],
    );
    return { problem: queryProblem([...new Set(names)]) };
  }
  const body = operation.method === 'post' ? await bodyOf(context) : { json: undefined };
  if (body === undefined) return { problem: problemOf(422, 'CommandMalformed', NO_JSON) };
  const { headers } = visit;
  const id = context.req.param('id') ?? '';
  return operation.handle({ visit, id, headers, query: query?.data, body: body.json });
};

export const serveApi = (
  app: Hono<Env>,
  { house, replies }: { readonly house: House; readonly replies: Replies },
): void => {
  const rate = openRate();
  const document = JSON.stringify(openApiDocument());
  app.get('/v1/openapi.json', (context) => {
    context.header('Content-Type', 'application/json');
    return context.body(document);
  });
  for (const operation of operations) {
    const path = operation.path.replace('{id}', ':id');
    app.on(operation.method, path, async (context) => {
      const visit = await visitFor(house, context);
      if ('status' in visit) return replies.problem(context, visit);
      const seconds = rate.waitFor(visit.visitor.account.id);
      if (seconds > 0) {
        context.header('Retry-After', String(seconds));
        return replies.problem(context, problemOf(429, 'TooManyRequests', TOO_MANY));
      }
      const reply = await answerOf(operation, visit, context);
      if ('problem' in reply) return replies.problem(context, reply.problem);
      context.header('Cache-Control', 'no-store');
      if (reply.version !== undefined) context.header('ETag', `"${reply.version}"`);
      return context.json(reply.body as object);
    });
  }
  addUploads(app, {
    ...{ house, replies },
    async ownerOf(context) {
      const visit = await visitFor(house, context);
      if ('status' in visit) return visit;
      const seconds = rate.waitFor(visit.visitor.account.id);
      if (seconds === 0) return { owner: visit.visitor.actorId };
      context.header('Retry-After', String(seconds));
      return problemOf(429, 'TooManyRequests', TOO_MANY);
    },
  });
  app.all('/v1/*', (context) => replies.problem(context, notFoundProblem));
};
