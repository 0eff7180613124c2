// What an activated version of the rule book asks for: every open claim that it concerns gets its fact.
import { ruleBookDecider, ruleBookStage } from '../domain/rule-book/decider.ts';
import type { OpenClaimsMet, RuleVersionActivated } from '../domain/rule-book/events.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import type { Activities, RuleBookLook } from './activities.ts';
import { versionOf } from './append-decision.ts';
import { stateOf } from './deciders.ts';
import { mustFollow } from './follow-up.ts';
import type { Ports } from './ports.ts';
import {
  activationsIn,
  effectOnClaim,
  isOpenClaim,
  knownBefore,
  ruleSetCalled,
  rulesOfClaim,
} from './rules-of-claim.ts';
import type { Found } from './stored-events.ts';

const CLAIMS_AT_ONCE = 200;

type Activation = Found<'RuleVersionActivated'>;
type Treatment = 'PINNED' | 'MIGRATED' | 'REVIEW';

const TREATMENTS: Readonly<Record<RuleVersionActivated['data']['openClaims'], Treatment>> = {
  PIN: 'PINNED',
  MIGRATE: 'MIGRATED',
  REVIEW: 'REVIEW',
};

/** Notes the fact of one claim; null where the version changes nothing for it. */
const meetClaim = async (
  ports: Ports,
  claim: readonly StoredEvent[],
  { stored, data }: Activation,
): Promise<Treatment | null> => {
  const [first] = claim;
  if (first === undefined) return null;
  const claimId = first.streamId;
  const { position } = stored;
  const book = await ports.store.loadStream(stored.streamId);
  const from = await rulesOfClaim(ports, claim, position);
  const to = ruleSetCalled(book, data.rulesetId);
  const known = knownBefore(claim, position);
  const { before, after, differs } = await effectOnClaim(ports, known, { from, to, position });
  if (!differs && data.openClaims !== 'PIN') return null;
  const treatment = TREATMENTS[data.openClaims];
  const cause = { streamId: stored.streamId, position };
  await mustFollow(
    ports,
    {
      category: 'claim',
      streamId: claimId,
      command: {
        type: 'NoteRuleVersion',
        data: { treatment, from: from.rulesetId, to: to.rulesetId, before, after, cause },
      },
      commandId: ports.ids.command('rule-version', claimId, data.rulesetId),
    },
    { cause: stored },
  );
  return treatment;
};

const meetAll = async (ports: Ports, activation: Activation): Promise<OpenClaimsMet['data']> => {
  const counts = { open: 0, PINNED: 0, MIGRATED: 0, REVIEW: 0 };
  const ids = await ports.store.streamsOf('claim');
  for (let from = 0; from < ids.length; from += CLAIMS_AT_ONCE) {
    const claims = await ports.store.loadStreams(ids.slice(from, from + CLAIMS_AT_ONCE));
    for (const claim of claims.values()) {
      if (!isOpenClaim(knownBefore(claim, activation.stored.position))) continue;
      counts.open += 1;
      const treatment = await meetClaim(ports, claim, activation);
      if (treatment !== null) counts[treatment] += 1;
      ports.heartbeat();
    }
    ports.heartbeat();
  }
  const { open, PINNED: pinned, MIGRATED: migrated, REVIEW: review } = counts;
  return { rulesetId: activation.data.rulesetId, open, pinned, migrated, review };
};

const isMet = (book: readonly StoredEvent[], rulesetId: string): boolean =>
  stateOf(ruleBookDecider, book).versions.some(
    (version) => version.rulesetId === rulesetId && version.met !== null,
  );

const meetOpenClaims = async (ports: Ports, bookId: string): Promise<RuleBookLook> => {
  await ports.store.setWorkflowFlag(bookId, true);
  const book = await ports.store.loadStream(bookId);
  // In the order of their activation: what a claim had before is settled by then.
  for (const activation of activationsIn(book)) {
    const { rulesetId } = activation.data;
    if (isMet(book, rulesetId)) continue;
    const data = await meetAll(ports, activation);
    await mustFollow(
      ports,
      {
        category: 'rule_book',
        streamId: bookId,
        command: { type: 'NoteOpenClaims', data },
        commandId: ports.ids.command('open-claims', bookId, rulesetId),
      },
      { cause: activation.stored },
    );
  }
  const now = await ports.store.loadStream(bookId);
  return { version: versionOf(now), stage: ruleBookStage(stateOf(ruleBookDecider, now)) };
};

export const createRuleBookSteps = (ports: Ports): Pick<Activities, 'meetOpenClaims'> => ({
  meetOpenClaims: (bookId) => meetOpenClaims(ports, bookId),
});
