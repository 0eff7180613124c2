// A problem as a page: what happened, what became of the input, and the way on.
import type { Language } from '../copy/format.ts';
import { say } from '../copy/text.ts';
import type { Problem } from './problem.ts';
import type { Shown } from './screen.ts';
import { shell } from './shell-phrases.ts';

const TITLES = {
  403: shell.notAllowedTitle,
  404: shell.notFoundTitle,
  413: shell.tooLargeTitle,
  503: shell.awayTitle,
} as const;

const titleOf = ({ status, code }: Problem) => {
  if (code === 'CrossSite') return shell.crossTitle;
  return status === 403 || status === 404 || status === 413 || status === 503
    ? TITLES[status]
    : shell.brokenTitle;
};

const STATUSES = [403, 404, 409, 412, 422, 429, 503] as const;

export const problemPage = (problem: Problem, language: Language): Shown => {
  const title = say(language, titleOf(problem));
  return {
    title,
    status: STATUSES.find((one) => one === problem.status) ?? 500,
    body: (
      <section class="notice-page">
        <h1>{title}</h1>
        <p class="lead">{problem.text[language]}</p>
        <p>
          <a class="button" href="/">
            {say(language, shell.backHome)}
          </a>
        </p>
      </section>
    ),
  };
};
