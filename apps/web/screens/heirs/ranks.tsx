// The order of the law in which heirs are paid, from the rule book.
import { RULE_BOOK } from '../../../../domain/rules/book/rule-book.ts';
import { heirRelations } from '../../../copy/claim-words.ts';
import { wordOf } from '../../../copy/code-words.ts';
import type { Language } from '../../../copy/format.ts';
import { say } from '../../../copy/text.ts';
import { Facts } from '../../parts/data-parts.tsx';
import type { Html } from '../../screen.ts';
import { heirsPhrases as phrases } from './heirs-phrases.ts';

export const Ranks = ({ language }: { readonly language: Language }): Html => {
  const row = RULE_BOOK['H-00'].rows.at(-1);
  return (
    <details class="block">
      <summary>{say(language, phrases.ranks)}</summary>
      <Facts
        items={(row?.value.ranks ?? []).map(({ rank, relations }) => [
          say(language, phrases.rank, { rank }),
          relations.map((code) => wordOf(heirRelations, code, language)).join(', '),
        ])}
      />
      <p class="hint">H-00: {row?.article ?? ''}</p>
    </details>
  );
};
