// What a new version of the rule book means for one claim that was open when it was activated.
import type { RupiahText } from '../../money.ts';
import type { RowChange } from '../../rule-book/row-change.ts';

/**
 * PINNED: it keeps the former rules. MIGRATED: it is checked anew by the new ones. REVIEW: its result
 * would change, and a person must choose.
 */
export type RuleTreatment = 'PINNED' | 'MIGRATED' | 'REVIEW';

/** What the claim gives by one set of rules; null while that cannot be said yet. */
export type RuleOutcome = {
  readonly totalIdr: RupiahText;
  readonly flags: readonly string[];
  readonly lawVersion: string;
};

export type RuleVersionApplied = {
  readonly type: 'RuleVersionApplied';
  readonly data: {
    readonly claimId: string;
    readonly treatment: RuleTreatment;
    /** Rules before the activation, and those that were activated. */
    readonly from: string;
    readonly to: string;
    readonly before: RuleOutcome | null;
    readonly after: RuleOutcome | null;
    /** The activation. */
    readonly cause: { readonly streamId: string; readonly position: string };
    /** Said by a person who chose; absent where it followed from the activation. */
    readonly reason?: string;
  };
};

/** Collected: the rules that the claim is decided by, as rows changed in the book of this release. */
export type RulesInForce = {
  readonly rulesetId: string;
  readonly rows: readonly RowChange[];
  /** An activation under which a person must choose for this claim. */
  readonly review: Pick<
    RuleVersionApplied['data'],
    'from' | 'to' | 'before' | 'after' | 'cause'
  > | null;
};

export type RuleVersionCommand =
  | {
      readonly type: 'NoteRuleVersion';
      readonly data: Omit<RuleVersionApplied['data'], 'claimId' | 'reason'>;
    }
  | {
      readonly type: 'ChooseRuleVersion';
      readonly data: {
        readonly choice: 'PIN' | 'MIGRATE';
        readonly reason: string;
        /** Collected. */
        readonly rules: RulesInForce | null;
      };
    };
