// Stream `rule_book-…`: versions of the rule book, proposed by one person and activated by another.
import type { RowChange } from './row-change.ts';

/** What an activation does with claims that were reported before it and are not decided yet. */
export const OPEN_CLAIMS = ['PIN', 'MIGRATE', 'REVIEW'] as const;
export type OpenClaims = (typeof OPEN_CLAIMS)[number];

export type RuleVersionProposed = {
  readonly type: 'RuleVersionProposed';
  readonly data: {
    /** Name of the rules with these rows in them, as every calculation by them records it. */
    readonly rulesetId: string;
    /** The rules that the rows change. */
    readonly basedOn: string;
    /** Decree, article or letter that asks for the change. */
    readonly basis: string;
    readonly rows: readonly RowChange[];
    readonly proposedBy: readonly string[];
  };
};

export type RuleVersionWithdrawn = {
  readonly type: 'RuleVersionWithdrawn';
  readonly data: {
    readonly rulesetId: string;
    readonly reason: string;
    readonly withdrawnBy: readonly string[];
  };
};

export type RuleVersionActivated = {
  readonly type: 'RuleVersionActivated';
  readonly data: {
    readonly rulesetId: string;
    readonly replaces: string;
    readonly openClaims: OpenClaims;
    readonly proposedBy: readonly string[];
    readonly activatedBy: readonly string[];
  };
};

/** Every open claim that the version concerns has its own fact. */
export type OpenClaimsMet = {
  readonly type: 'OpenClaimsMet';
  readonly data: {
    readonly rulesetId: string;
    /** Open when the version was activated. */
    readonly open: number;
    readonly pinned: number;
    readonly migrated: number;
    readonly review: number;
  };
};

export type RuleBookEvent =
  | RuleVersionProposed
  | RuleVersionWithdrawn
  | RuleVersionActivated
  | OpenClaimsMet;

export type RuleBookCommand =
  | {
      readonly type: 'ProposeRuleVersion';
      readonly data: Pick<RuleVersionProposed['data'], 'basis' | 'rows'>;
    }
  | {
      readonly type: 'WithdrawRuleVersion';
      readonly data: Pick<RuleVersionWithdrawn['data'], 'rulesetId' | 'reason'>;
    }
  | {
      readonly type: 'ActivateRuleVersion';
      readonly data: Pick<RuleVersionActivated['data'], 'rulesetId' | 'openClaims'>;
    }
  | { readonly type: 'NoteOpenClaims'; readonly data: OpenClaimsMet['data'] };

/** Stage codes of the rule book: what was said of it last. */
export type RuleBookStage = 'UNKNOWN' | 'RULES_PROPOSED' | 'RULES_WITHDRAWN' | 'RULES_ACTIVE';
