// Serves the operations over HTTP: who asks, what fits the schema, how an answer and a problem go out.
import type { Hono } from 'hono';
import type { Text } from '../../copy/text.ts';
import type { House, Visit } from '../house.ts';
import { notFoundProblem } from '../not-found.ts';
import { type Problem, problemOf } from '../problem.ts';
import type { Replies } from '../reply.tsx';
import { addUploads } from '../uploads/tus.ts';
import type { At, Env } from '../web-context.ts';
import { callerOf, UPLOAD } from './caller.ts';
import { openApiDocument } from './document.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';
import { openRate } from './rate.ts';

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
      const caller = await callerOf({ house, context, operation });
      if ('status' in caller) return replies.problem(context, caller);
      const { visit, rateKey } = caller;
      const seconds = rate.waitFor(rateKey);
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
      const caller = await callerOf({ house, context, operation: UPLOAD });
      if ('status' in caller) return caller;
      const seconds = rate.waitFor(caller.rateKey);
      if (seconds === 0) return { owner: caller.visit.visitor.actorId };
      context.header('Retry-After', String(seconds));
      return problemOf(429, 'TooManyRequests', TOO_MANY);
    },
  });
  app.all('/v1/*', (context) => replies.problem(context, notFoundProblem));
};
