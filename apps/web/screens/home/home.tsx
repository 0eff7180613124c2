// The home page: who you are here today, and where your work is.
import { offices, wordOf } from '../../../copy/code-words.ts';
import { say } from '../../../copy/text.ts';
import type { Screen } from '../../screen.ts';
import { shell } from '../../shell-phrases.ts';
import { RoleTable } from '../account/account.tsx';
import { homePhrases as phrases } from './home-phrases.ts';

export const home: Screen = {
  path: '/',
  menu: shell.home,
  acts: 'everyone',
  show({ visitor, language }) {
    const office = wordOf(offices, visitor.office, language);
    return {
      title: say(language, phrases.title),
      body: (
        <>
          <h1>{say(language, phrases.greeting, { name: visitor.name })}</h1>
          <p class="lead">{say(language, phrases.acting, { office })}</p>
          <RoleTable roles={visitor.roles} language={language} />
        </>
      ),
    };
  },
};
