// Versions of the rule book: proposed as rows, withdrawn, or put in force by another person.
import { personsBehind, sharesPerson } from '../actor.ts';
import { sameFacts } from '../claim/assessment/same-facts.ts';
import {
  accept,
  assertNever,
  type Context,
  type Decider,
  type Decision,
  refuse,
} from '../decider.ts';
import { RULESET_ID } from '../rules/law-versions.ts';
import type {
  OpenClaims,
  OpenClaimsMet,
  RuleBookCommand,
  RuleBookEvent,
  RuleBookStage,
  RuleVersionProposed,
} from './events.ts';
import { bookWith, type RowChange } from './row-change.ts';
import { rowProblems } from './row-problems.ts';

export type RuleVersion = RuleVersionProposed['data'] & {
  readonly standing: 'PROPOSED' | 'WITHDRAWN' | 'ACTIVE' | 'REPLACED';
  readonly openClaims: OpenClaims | null;
  readonly activatedBy: readonly string[];
  readonly met: OpenClaimsMet['data'] | null;
};

export type RuleBookState = {
  readonly versions: readonly RuleVersion[];
  /** In the order of their activation. */
  readonly activated: readonly string[];
  readonly last: RuleBookStage;
};

export type RuleBookRefusal =
  | 'RuleVersionUnknown'
  | 'RuleVersionEmpty'
  | 'RuleVersionOutdated'
  | 'RuleVersionWithdrawnAlready'
  | 'RuleVersionInForce'
  | 'RuleRowWrong'
  | 'SamePersonProposedRules'
  | 'LegalBasisMissing'
  | 'ReasonMissing';

type RuleBookDecision = Decision<RuleBookEvent, RuleBookRefusal>;
type DataOf<T extends RuleBookCommand['type']> = Extract<RuleBookCommand, { type: T }>['data'];

const initial: RuleBookState = { versions: [], activated: [], last: 'UNKNOWN' };

const isBlank = (text: string): boolean => text.trim() === '';

/** Rows of all activated versions, one after the other, up to and including the one named. */
export const rowsThrough = (
  { versions, activated }: RuleBookState,
  rulesetId: string,
): readonly RowChange[] =>
  activated
    .slice(0, activated.indexOf(rulesetId) + 1)
    .flatMap((id) => versions.find((version) => version.rulesetId === id)?.rows ?? []);

export const activeRuleset = ({ activated }: RuleBookState): string =>
  activated.at(-1) ?? RULESET_ID;

export const activeRows = (state: RuleBookState): readonly RowChange[] =>
  rowsThrough(state, activeRuleset(state));

const find = ({ versions }: RuleBookState, rulesetId: string): RuleVersion | undefined =>
  versions.find((version) => version.rulesetId === rulesetId);

const propose = (
  { basis, rows }: DataOf<'ProposeRuleVersion'>,
  state: RuleBookState,
  { by }: Context,
): RuleBookDecision => {
  if (isBlank(basis)) return refuse('LegalBasisMissing');
  if (rows.length === 0) return refuse('RuleVersionEmpty');
  const basedOn = activeRuleset(state);
  const open = state.versions.find(
    (version) =>
      version.standing === 'PROPOSED' &&
      version.basedOn === basedOn &&
      version.basis === basis &&
      sameFacts(version.rows, rows),
  );
  if (open !== undefined) return accept();
  const [problem] = rowProblems(rows, bookWith(activeRows(state)));
  if (problem !== undefined) return refuse('RuleRowWrong', { ...problem });
  const rulesetId = `${RULESET_ID}+${state.versions.length + 1}`;
  const proposedBy = personsBehind(by);
  return accept({
    type: 'RuleVersionProposed',
    data: { rulesetId, basedOn, basis, rows, proposedBy },
  });
};

const withdraw = (
  { rulesetId, reason }: DataOf<'WithdrawRuleVersion'>,
  state: RuleBookState,
  { by }: Context,
): RuleBookDecision => {
  const version = find(state, rulesetId);
  if (version === undefined) return refuse('RuleVersionUnknown', { ruleset: rulesetId });
  if (version.standing === 'WITHDRAWN') return accept();
  if (version.standing !== 'PROPOSED') return refuse('RuleVersionInForce', { ruleset: rulesetId });
  if (isBlank(reason)) return refuse('ReasonMissing');
  const withdrawnBy = personsBehind(by);
  return accept({ type: 'RuleVersionWithdrawn', data: { rulesetId, reason, withdrawnBy } });
};

const activate = (
  { rulesetId, openClaims }: DataOf<'ActivateRuleVersion'>,
  state: RuleBookState,
  { by }: Context,
): RuleBookDecision => {
  const version = find(state, rulesetId);
  if (version === undefined) return refuse('RuleVersionUnknown', { ruleset: rulesetId });
  switch (version.standing) {
    case 'WITHDRAWN':
      return refuse('RuleVersionWithdrawnAlready', { ruleset: rulesetId });
    case 'ACTIVE':
    case 'REPLACED':
      return version.openClaims === openClaims
        ? accept()
        : refuse('RuleVersionInForce', { ruleset: rulesetId });
    case 'PROPOSED':
      break;
  }
  // Read over other rules than those in force: who activates must see what really changes.
  const replaces = activeRuleset(state);
  if (version.basedOn !== replaces)
    return refuse('RuleVersionOutdated', {
      ruleset: rulesetId,
      basedOn: version.basedOn,
      inForce: replaces,
    });
  if (sharesPerson(by, version.proposedBy)) return refuse('SamePersonProposedRules');
  return accept({
    type: 'RuleVersionActivated',
    data: {
      ...{ rulesetId, replaces, openClaims },
      proposedBy: version.proposedBy,
      activatedBy: personsBehind(by),
    },
  });
};

const noteOpenClaims = (data: DataOf<'NoteOpenClaims'>, state: RuleBookState): RuleBookDecision => {
  const version = find(state, data.rulesetId);
  if (version === undefined) return refuse('RuleVersionUnknown', { ruleset: data.rulesetId });
  return version.met === null ? accept({ type: 'OpenClaimsMet', data }) : accept();
};

const decide = (
  command: RuleBookCommand,
  state: RuleBookState,
  context: Context,
): RuleBookDecision => {
  switch (command.type) {
    case 'ProposeRuleVersion':
      return propose(command.data, state, context);
    case 'WithdrawRuleVersion':
      return withdraw(command.data, state, context);
    case 'ActivateRuleVersion':
      return activate(command.data, state, context);
    case 'NoteOpenClaims':
      return noteOpenClaims(command.data, state);
    default:
      return assertNever(command, 'rule book command');
  }
};

const changed = (
  versions: readonly RuleVersion[],
  rulesetId: string,
  change: Partial<RuleVersion>,
): readonly RuleVersion[] =>
  versions.map((version) =>
    version.rulesetId === rulesetId ? { ...version, ...change } : version,
  );

const evolve = (state: RuleBookState, event: RuleBookEvent): RuleBookState => {
  const { versions } = state;
  const { rulesetId } = event.data;
  switch (event.type) {
    case 'RuleVersionProposed': {
      const proposed: RuleVersion = {
        ...event.data,
        ...{ standing: 'PROPOSED', openClaims: null, activatedBy: [], met: null },
      };
      return { ...state, versions: [...versions, proposed], last: 'RULES_PROPOSED' };
    }
    case 'RuleVersionWithdrawn':
      return {
        ...state,
        versions: changed(versions, rulesetId, { standing: 'WITHDRAWN' }),
        last: 'RULES_WITHDRAWN',
      };
    case 'RuleVersionActivated': {
      const { openClaims, activatedBy, replaces } = event.data;
      const replaced = changed(versions, replaces, { standing: 'REPLACED' });
      const active = { standing: 'ACTIVE', openClaims, activatedBy } as const;
      return {
        versions: changed(replaced, rulesetId, active),
        activated: [...state.activated, rulesetId],
        last: 'RULES_ACTIVE',
      };
    }
    case 'OpenClaimsMet':
      return { ...state, versions: changed(versions, rulesetId, { met: event.data }) };
    default:
      return assertNever(event, 'rule book event');
  }
};

export const ruleBookDecider: Decider<
  RuleBookState,
  RuleBookCommand,
  RuleBookEvent,
  RuleBookRefusal
> = { initial, decide, evolve };

export const ruleBookStage = ({ last }: RuleBookState): RuleBookStage => last;
