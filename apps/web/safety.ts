// What every request passes before anything looks at it: its size, its origin, the headers of the answer.
import type { MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { PAPER_BYTES_MAX } from '../../domain/claim/documents/paper-file.ts';
import { formatBytes } from '../copy/format.ts';
import { say } from '../copy/text.ts';
import { type Problem, problemOf } from './problem.ts';
import { shell } from './shell-phrases.ts';

export const FORM_BYTES_MAX = 256 * 1024;
/** A form that brings a paper: the paper and its fields. */
export const PAPER_FORM_BYTES_MAX = PAPER_BYTES_MAX + FORM_BYTES_MAX;

/** Whether a path is one of these, each written as routes are: `/klaim/:id/tindakan/:act`. */
export const paperTest = (paths: readonly string[]): ((path: string) => boolean) => {
  const tests = paths.map((path) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`));
  return (path) => tests.some((test) => test.test(path));
};

/** No code and no style but files of this house; no frame, no plugin, no third host. */
export const safeHeaders = (publicUrl: string): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      // A PDF of a claim stands in a frame of its page; no other page of the house may.
      frameSrc: ["'self'"],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    crossOriginResourcePolicy: 'same-origin',
    // Told only where the house is reached by https: else a browser would never come back.
    strictTransportSecurity: publicUrl.startsWith('https:')
      ? 'max-age=31536000; includeSubDomains'
      : false,
    // A paper of a claim brings stricter headers of its own.
    overwrite: false,
    permissionsPolicy: { camera: ['self'], geolocation: [], microphone: [], payment: [], usb: [] },
  });

/** The address that people were given, or the one this very request came to. */
const isOwn = (publicUrl: string, origin: string, host: string | undefined): boolean =>
  origin === new URL(publicUrl).origin ||
  (URL.canParse(origin) && host !== undefined && new URL(origin).host === host);

/** A form is taken only from a page of this house. */
export const ownForms = (publicUrl: string): MiddlewareHandler =>
  csrf({ origin: (origin, { req }) => isOwn(publicUrl, origin, req.header('host')) });

export const crossSite: Problem = problemOf(403, 'CrossSite', shell.cross);

export const tooLarge = (bytes: number): Problem => {
  const text = (language: 'id' | 'en'): string =>
    say(language, shell.tooLarge, { limit: formatBytes(bytes, language) });
  return problemOf(413, 'TooLarge', [text('id'), text('en')]);
};
