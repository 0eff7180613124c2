// What the numbers of rules on a page stand for, from the rule book: `M-01`, `T-07`.
import { RULE_BOOK, rulesOf } from '../../../domain/rules/book/rule-book.ts';
import type { Language } from '../../copy/format.ts';
import { say, type Text } from '../../copy/text.ts';
import { Facts } from '../parts/data-parts.tsx';
import type { Html } from '../screen.ts';

const TITLE: Text = ['Arti nomor aturan', 'What the numbers of rules mean'];
const RULE_IDS = /\b[A-Z]-\d{2}\b/g;

/** Every rule that one of these texts names, once, in the order of the book. */
export const RuleLegend = ({
  texts,
  language,
}: {
  readonly texts: readonly string[];
  readonly language: Language;
}): Html | null => {
  const named = new Set(texts.flatMap((text) => text.match(RULE_IDS) ?? []));
  const rules = rulesOf(RULE_BOOK).filter(({ id }) => named.has(id));
  if (rules.length === 0) return null;
  return (
    <details class="block">
      <summary>{say(language, TITLE)}</summary>
      <Facts items={rules.map(({ id, title }) => [id, title[language]])} />
    </details>
  );
};
