// What every request passes before anything looks at it: its size, its origin, the headers of the answer.
import type { MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { formatBytes } from '../copy/format.ts';
import { say } from '../copy/text.ts';
import { type Problem, problemOf } from './problem.ts';
import { shell } from './shell-phrases.ts';

export const FORM_BYTES_MAX = 256 * 1024;

/** No code and no style but files of this house; no frame, no plugin, no third host. */
export const safeHeaders = (publicUrl: string): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
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
