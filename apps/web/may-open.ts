// Who may open which screen: by the acts held today, anywhere.
import type { Acts } from '../../domain/office/reading-acts.ts';
import { acts as actWords, wordOf } from '../copy/code-words.ts';
import { say } from '../copy/text.ts';
import type { Visitor } from './house.ts';
import { type Problem, problemOf } from './problem.ts';
import type { Screen } from './screen.ts';
import { shell } from './shell-phrases.ts';

const holds = ({ roles }: Visitor, acts: Acts): boolean =>
  roles.some(({ act }) => acts.includes(act));

/** Anywhere and today; which rows and which case is each screen's own question. */
export const mayOpen = (visitor: Visitor, { acts }: Pick<Screen, 'acts'>): boolean =>
  acts === 'everyone' || holds(visitor, acts);

export const notAllowed = ({ acts }: Pick<Screen, 'acts'>): Problem => {
  const words = (language: 'id' | 'en'): string =>
    say(language, shell.notAllowed, {
      acts:
        acts === 'everyone' ? '-' : acts.map((act) => wordOf(actWords, act, language)).join(', '),
    });
  return problemOf(403, 'ActNotHeld', [words('id'), words('en')]);
};
