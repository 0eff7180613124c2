// How the web program answers: a page in its frame, a problem as page or as RFC 9457, a way on.
import { html } from 'hono/html';
import type { House } from './house.ts';
import { Layout } from './layout.tsx';
import { type Problem, problemJson } from './problem.ts';
import { problemPage } from './problem-page.tsx';
import { type Answered, isSent, isServed, type Served, type Shown } from './screen.ts';
import { menuOf } from './screen-access.ts';
import { type At, hereOf, isApi } from './web-context.ts';

type Reply = Response | Promise<Response>;

export type Replies = {
  page(context: At, shown: Shown): Reply;
  problem(context: At, problem: Problem): Reply;
  answer(context: At, answered: Answered): Reply;
};

const served = (context: At, { content, mediaType, saveAs }: Served): Reply => {
  context.header('Cache-Control', 'no-store');
  context.header('Content-Type', mediaType);
  if (saveAs !== undefined)
    context.header('Content-Disposition', `attachment; filename="${saveAs}"`);
  return context.body(typeof content === 'string' ? content : new Uint8Array(content));
};

export const openReplies = ({ assets }: Pick<House, 'assets'>): Replies => {
  const page: Replies['page'] = (context, { title, body, status = 200, scripts = [] }) => {
    // Pages hold what only this person may see: no cache keeps them.
    context.header('Cache-Control', 'no-store');
    const visitor = context.get('visitor');
    const language = context.get('language');
    const here = hereOf(context);
    const frame = { title, language, assets, visitor, here, scripts, menu: menuOf(visitor) };
    return context.html(html`<!doctype html>${<Layout {...frame}>{body}</Layout>}`, status);
  };
  const problem: Replies['problem'] = (context, found) => {
    if (!isApi(context)) return page(context, problemPage(found, context.get('language')));
    context.header('Cache-Control', 'no-store');
    context.header('Content-Type', 'application/problem+json');
    const told = problemJson(found, context.get('requestId'));
    return context.body(JSON.stringify(told), found.status);
  };
  const answer: Replies['answer'] = (context, answered) => {
    if (isServed(answered)) return served(context, answered);
    if (!isSent(answered)) return page(context, answered);
    for (const cookie of answered.cookies ?? [])
      context.header('Set-Cookie', cookie, { append: true });
    return context.redirect(answered.goTo, 303);
  };
  return { page, problem, answer };
};
