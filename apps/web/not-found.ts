// Unknown and not allowed are one answer: nobody learns what exists by asking.
import type { Language } from '../copy/format.ts';
import { problemOf } from './problem.ts';
import { problemPage } from './problem-page.tsx';
import type { Shown } from './screen.ts';
import { shell } from './shell-phrases.ts';

export const notFoundProblem = problemOf(404, 'NotFound', shell.notFound);

export const notFound = (language: Language): Shown => problemPage(notFoundProblem, language);
