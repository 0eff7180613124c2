// What a screen is: a path, who may open it, what it shows, and what a sent form does.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Acts } from '../../domain/office/reading-acts.ts';
import type { Language } from '../copy/format.ts';
import type { Text } from '../copy/text.ts';
import type { House, Visit } from './house.ts';

export type Html = JSX.Element;
export type Children = { readonly children?: Child };

export type Shown = {
  /** Of the window; begins with the error where there is one. */
  readonly title: string;
  readonly body: Html;
  readonly status?: 200 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 429 | 500 | 503;
  /** Islands of the page, by the name of their file. */
  readonly scripts?: readonly string[];
};

export type Sent = {
  /** A path of this house, seen next by GET. */
  readonly goTo: string;
  readonly cookies?: readonly string[];
};

/** Not a page: a picture that pages show, a table as a file. */
export type Served = {
  readonly content: string | Uint8Array;
  readonly mediaType: string;
  /** Kept under this name instead of being shown. */
  readonly saveAs?: string;
};

export type Answered = Shown | Sent | Served;
export const isSent = (answered: Answered): answered is Sent => 'goTo' in answered;
export const isServed = (answered: Answered): answered is Served => 'mediaType' in answered;

export type Params = Readonly<Record<string, string>>;
/** Plain fields of a form. */
export type Form = ReadonlyMap<string, string>;
/** Files of a form, by the name of their field; the name that a file brings along is not used. */
export type Files = ReadonlyMap<string, File>;

export type Screen = {
  readonly path: string;
  /** Its place in the navigation; a screen without one is reached from others. */
  readonly menu?: Text;
  /** Who may open it: whoever holds one of these acts, anywhere; the screen looks at areas itself. */
  readonly acts: Acts | 'everyone';
  /** Its form may bring papers, and may be as large as one. */
  readonly takesFiles?: boolean;
  show(visit: Visit, params: Params): Promise<Answered> | Answered;
  submit?(visit: Visit, params: Params, form: Form, files: Files): Promise<Answered> | Answered;
};

/** A request of somebody who is not signed in. */
export type Guest = {
  readonly house: House;
  readonly language: Language;
  readonly headers: Headers;
  /** Where the request came from; attempts are counted by it. Undefined: not known. */
  readonly address: string | undefined;
  readonly query: URLSearchParams;
};

export type PublicScreen = {
  readonly path: string;
  show(guest: Guest, params: Params): Promise<Answered> | Answered;
  submit?(guest: Guest, params: Params, form: Form): Promise<Answered> | Answered;
};

export const fieldOf = (form: Form, name: string): string => (form.get(name) ?? '').trim();

const HERE = 'http://here.invalid';

/**
 * Only a path of this house: an address of another would lead whoever signs in away from it. Read as
 * a browser reads it, which drops tabs and line ends and takes `\` for `/`.
 */
export const ownPath = (path: string | null | undefined, otherwise: string): string => {
  const url = path?.startsWith('/') === true ? URL.parse(path, HERE) : null;
  if (url === null || url.origin !== HERE || url.pathname.startsWith('//')) return otherwise;
  const own = url.pathname + url.search;
  return own === '/' ? otherwise : own;
};
