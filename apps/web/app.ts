// The whole web program as one function of requests: safety first, then files, guests, screens, the API.
import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { setCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import { requestId } from 'hono/request-id';
import { errorFacts, type Log } from '../../infra/telemetry/log.ts';
import { say } from '../copy/text.ts';
import { serveApi } from './api/serve.ts';
import { asset, mark, reportWorker } from './asset-routes.ts';
import { deskOf, type House, type Visit, visitorOf } from './house.ts';
import { addLive } from './live-route.ts';
import { mayOpen, notAllowed } from './may-open.ts';
import { problemOf, problemOfFailure } from './problem.ts';
import { openReplies, type Replies } from './reply.tsx';
import { publicScreens, screens } from './routes.ts';
import {
  crossSite,
  FORM_BYTES_MAX,
  ownForms,
  PAPER_FORM_BYTES_MAX,
  paperTest,
  safeHeaders,
  tooLarge,
} from './safety.ts';
import { type Files, type Form, ownPath, type PublicScreen, type Screen } from './screen.ts';
import { shell } from './shell-phrases.ts';
import { addPaperContent } from './uploads/paper-content.ts';
import { UPLOADS } from './uploads/uploads-path.ts';
import { type At, type Env, hereOf, LANGUAGE_COOKIE, languageOf } from './web-context.ts';

const YEAR_S = 365 * 24 * 3_600;
const SIGN_IN = '/masuk';
/** Where whoever needs a second factor and has none can go. */
const ENROL = '/akun/pengaman';

export type AppParts = {
  readonly house: House;
  readonly log: Log;
  /** Where a request came from: wrong passwords are counted by it. */
  readonly addressOf: (context: At) => string | undefined;
};

const formOf = async (context: At): Promise<{ readonly form: Form; readonly files: Files }> => {
  const entries = [...(await context.req.formData()).entries()];
  const form = entries.flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  const files = entries.flatMap(([name, value]) =>
    typeof value === 'string' ? [] : [[name, value] as const],
  );
  return { form: new Map(form), files: new Map(files) };
};

const visitOf = (house: House, context: At): Visit | undefined => {
  const visitor = context.get('visitor');
  if (visitor === undefined) return undefined;
  const language = context.get('language');
  const desk = deskOf(house, { actorId: visitor.actorId, language });
  const query = new URL(context.req.url).searchParams;
  const { headers } = context.req.raw;
  return { house, visitor, language, desk, headers, here: hereOf(context), query };
};

type Parts = AppParts & { readonly replies: Replies };

const addGuests = (app: Hono<Env>, { house, replies, addressOf }: Parts): void => {
  const guestOf = (context: At) => ({
    house,
    language: context.get('language'),
    headers: context.req.raw.headers,
    address: addressOf(context),
    query: new URL(context.req.url).searchParams,
  });
  const add = ({ path, show, submit }: PublicScreen): void => {
    app.get(path, async (context) =>
      replies.answer(context, await show(guestOf(context), context.req.param())),
    );
    if (submit !== undefined)
      app.post(path, async (context) =>
        replies.answer(
          context,
          await submit(guestOf(context), context.req.param(), (await formOf(context)).form),
        ),
      );
  };
  for (const screen of publicScreens) add(screen);
  app.get('/bahasa/:code', (context) => {
    const code = context.req.param('code') === 'en' ? 'en' : 'id';
    setCookie(context, LANGUAGE_COOKIE, code, { path: '/', sameSite: 'Lax', maxAge: YEAR_S });
    return context.redirect(ownPath(context.req.query('ke'), '/'), 303);
  });
};

/** Everything behind this point is somebody's: without a session the way leads to the sign-in. */
const addSessions = (app: Hono<Env>, { house, replies }: Parts): void => {
  app.use(async (context, next) => {
    const account = await house.identity.sessionOf(context.req.raw.headers);
    if (account === undefined) {
      const isLook = context.req.method === 'GET' && context.req.path !== '/';
      const back = isLook ? `?ke=${encodeURIComponent(hereOf(context))}` : '';
      return context.redirect(`${SIGN_IN}${back}`, 303);
    }
    const visitor = await visitorOf(house, account);
    if (visitor === undefined)
      return replies.problem(context, problemOf(403, 'AccountWithoutActor', shell.stranger));
    context.set('visitor', visitor);
    const isAllowed = [ENROL, '/keluar'].includes(context.req.path);
    if (visitor.mustEnrol && !isAllowed) return context.redirect(ENROL, 303);
    return next();
  });
  app.post('/keluar', async (context) => {
    for (const cookie of await house.identity.signOut(context.req.raw.headers))
      context.header('Set-Cookie', cookie, { append: true });
    return context.redirect(SIGN_IN, 303);
  });
};

const addScreens = (app: Hono<Env>, { house, replies }: Parts): void => {
  const add = (screen: Screen): void => {
    const { path, show, submit } = screen;
    app.get(path, async (context) => {
      const visit = visitOf(house, context);
      if (visit === undefined || !mayOpen(visit.visitor, screen))
        return replies.problem(context, notAllowed(screen));
      return replies.answer(context, await show(visit, context.req.param()));
    });
    if (submit === undefined) return;
    app.post(path, async (context) => {
      const visit = visitOf(house, context);
      if (visit === undefined || !mayOpen(visit.visitor, screen))
        return replies.problem(context, notAllowed(screen));
      const { form, files } = await formOf(context);
      return replies.answer(context, await submit(visit, context.req.param(), form, files));
    });
  };
  for (const screen of screens) add(screen);
};

const addEnds = (app: Hono<Env>, { replies, log }: Parts): void => {
  app.notFound((context) => replies.problem(context, problemOf(404, 'NotFound', shell.notFound)));
  app.onError((error, context) => {
    if (error instanceof HTTPException && error.status === 403)
      return replies.problem(context, crossSite);
    const request = context.get('requestId');
    log.error({ request, ...errorFacts(error) }, 'a request failed');
    const known = problemOfFailure(error);
    if (known !== undefined) return replies.problem(context, known);
    const text = (language: 'id' | 'en'): string => say(language, shell.broken, { request });
    return replies.problem(context, problemOf(500, 'Unexpected', [text('id'), text('en')]));
  });
};

export const createApp = (given: AppParts): Hono<Env> => {
  const { house } = given;
  const app = new Hono<Env>();
  const parts: Parts = { ...given, replies: openReplies(house) };
  app.use(requestId({ headerName: '' }));
  app.use(async (context, next) => {
    context.set('language', languageOf(context));
    await next();
    context.header('X-Request-Id', context.get('requestId'));
  });
  app.use(safeHeaders(house.publicUrl));
  const limitTo = (maxSize: number): MiddlewareHandler<Env> =>
    bodyLimit({
      maxSize,
      onError: (context) => parts.replies.problem(context as At, tooLarge(maxSize)),
    });
  const limits = { form: limitTo(FORM_BYTES_MAX), paper: limitTo(PAPER_FORM_BYTES_MAX) };
  const paperPaths = screens.flatMap(({ path, takesFiles }) => (takesFiles ? [path] : []));
  const takesPaper = paperTest([...paperPaths, `${UPLOADS}/:id`]);
  app.use((context, next) =>
    takesPaper(context.req.path) ? limits.paper(context, next) : limits.form(context, next),
  );
  app.use(ownForms(house.publicUrl));
  app.get('/aset/lambang.svg', mark);
  app.get('/aset/:name', asset(house.assets));
  app.get('/lapor/pekerja.js', reportWorker(house.assets));
  app.get('/kesehatan', (context) => context.json({ healthy: true }));
  serveApi(app, parts);
  addGuests(app, parts);
  addSessions(app, parts);
  addLive(app, parts);
  addPaperContent(app, { replies: parts.replies, visitOf: (context) => visitOf(house, context) });
  addScreens(app, parts);
  addEnds(app, parts);
  return app;
};
