// What every request of the web program carries with it.
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Language } from '../copy/format.ts';
import type { Visitor } from './house.ts';

export type Env = {
  readonly Variables: {
    requestId: string;
    language: Language;
    visitor: Visitor | undefined;
  };
};
export type At = Context<Env>;

export const LANGUAGE_COOKIE = 'bahasa';

export const languageOf = (context: At): Language =>
  getCookie(context, LANGUAGE_COOKIE) === 'en' ? 'en' : 'id';

/** Path and query, as they stand in the address. */
export const hereOf = (context: At): string => {
  const { pathname, search } = new URL(context.req.url);
  return `${pathname}${search}`;
};

export const isApi = (context: At): boolean => context.req.path.startsWith('/v1/');
