// The page around every screen: skip link, navigation, who is signed in, language, foot.

import { offices, wordOf } from '../copy/code-words.ts';
import type { Language } from '../copy/format.ts';
import type { Text } from '../copy/text.ts';
import { inLanguage, say } from '../copy/text.ts';
import type { Assets } from './assets.ts';
import type { Visitor } from './house.ts';
import type { Children, Html } from './screen.ts';
import { shell } from './shell-phrases.ts';

export type MenuItem = { readonly path: string; readonly word: Text };

export type Frame = {
  readonly title: string;
  readonly language: Language;
  readonly assets: Assets;
  readonly visitor?: Visitor | undefined;
  readonly menu: readonly MenuItem[];
  /** Path and query of this page. */
  readonly here: string;
  readonly scripts: readonly string[];
};

const LANGUAGES = ['id', 'en'] as const;

const LanguageSwitch = ({ language, here }: Pick<Frame, 'language' | 'here'>): Html => (
  <nav class="languages" aria-label={say(language, shell.language)}>
    {LANGUAGES.map((one) =>
      one === language ? (
        <span aria-current="true" lang={one}>
          {one.toUpperCase()}
        </span>
      ) : (
        <a
          href={`/bahasa/${one}?ke=${encodeURIComponent(here)}`}
          lang={one}
          hreflang={one}
          aria-label={one === 'id' ? 'ID: Bahasa Indonesia' : 'EN: English'}
        >
          {one.toUpperCase()}
        </a>
      ),
    )}
  </nav>
);

const isAt = (path: string, here: string): boolean => {
  const [at = ''] = here.split('?');
  return at === path || at.startsWith(`${path}/`);
};

const Menu = ({ menu, here, language }: Frame): Html => (
  <nav class="menu" aria-label={say(language, shell.navigation)}>
    <ul>
      {menu.map(({ path, word }) => (
        <li>
          <a href={path} {...(isAt(path, here) && { 'aria-current': 'page' })}>
            {inLanguage(language, word)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const Who = ({ visitor, language }: { visitor: Visitor; language: Language }): Html => (
  <div class="who">
    <a class="who-name" href="/akun">
      <span class="unseen">{say(language, shell.account)}: </span>
      <strong>{visitor.name}</strong>
      <span class="who-office">{wordOf(offices, visitor.office, language)}</span>
    </a>
    <form method="post" action="/keluar">
      <button type="submit" class="quiet">
        {say(language, shell.signOut)}
      </button>
    </form>
  </div>
);

export const Layout = (frame: Frame & Children): Html => {
  const { title, language, assets, visitor, here, scripts, menu } = frame;
  const product = say(language, shell.product);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{`${title} · ${product}`}</title>
        <link rel="icon" href="/aset/lambang.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={assets.style} />
        {scripts.map((name) => (
          <script type="module" src={assets.scripts.get(name) ?? ''} defer></script>
        ))}
      </head>
      <body>
        <a class="skip" href="#isi">
          {say(language, shell.skip)}
        </a>
        <header class="top">
          <div class="bar">
            <a class="brand" href="/">
              <img src="/aset/lambang.svg" alt="" width="28" height="28" />
              <span>{product}</span>
            </a>
            <div class="side">
              <LanguageSwitch language={language} here={here} />
              {visitor === undefined ? null : <Who visitor={visitor} language={language} />}
            </div>
          </div>
          {menu.length === 0 ? null : <Menu {...frame} />}
          {visitor?.account.demo === true ? (
            <p class="demo-note" role="note">
              {say(language, shell.demo)}
            </p>
          ) : null}
        </header>
        <main id="isi" tabindex={-1}>
          {frame.children}
        </main>
        <footer class="foot">
          <p>
            {product} · {say(language, shell.tagline)}
          </p>
        </footer>
      </body>
    </html>
  );
};
