// Which rules a screen shows: those that two persons put in force here, or the release's alone.
import { stateOf } from '../../activities/deciders.ts';
import { activeRows, activeRuleset, ruleBookDecider } from '../../domain/rule-book/decider.ts';
import { bookWith } from '../../domain/rule-book/row-change.ts';
import { RULE_BOOK, type RuleBook } from '../../domain/rules/book/rule-book.ts';
import { RULESET_ID } from '../../domain/rules/law-versions.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import type { Language } from '../copy/format.ts';
import { rulePhrases } from '../copy/rule-phrases.ts';
import { say } from '../copy/text.ts';
import type { Session } from './session.ts';

export type RulesShown = {
  readonly book: RuleBook;
  readonly ruleset: string;
  /** `OF_RELEASE`: nothing runs here, or the release was asked for. */
  readonly source: 'IN_FORCE' | 'OF_RELEASE';
  /** Rows that were put in force here since the release. */
  readonly changed: number;
};

const OF_RELEASE: RulesShown = {
  ...{ book: RULE_BOOK, ruleset: RULESET_ID },
  ...{ source: 'OF_RELEASE', changed: 0 },
};

export const rulesShown = async (session: Session | null): Promise<RulesShown> => {
  if (session === null) return OF_RELEASE;
  const state = stateOf(ruleBookDecider, await session.store.loadStream(streamIds.ruleBook()));
  const rows = activeRows(state);
  return {
    ...{ book: bookWith(rows), ruleset: activeRuleset(state) },
    ...{ source: 'IN_FORCE', changed: rows.length },
  };
};

export const rulesShownLine = (
  { source, ruleset, changed }: RulesShown,
  language: Language,
): string =>
  source === 'OF_RELEASE'
    ? say(language, rulePhrases.ofRelease, { ruleset })
    : say(language, rulePhrases.inForceHere, { ruleset, changed });
