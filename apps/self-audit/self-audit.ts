// The house against its own log: screens, decisions, books, payment files, running work.
import { differing, recomputeClaims } from '../../activities/recompute.ts';
import type { Divergence } from '../../domain/examination/events.ts';
import type { DocumentStore } from '../../infra/documents/document-store.ts';
import type { EventStore } from '../../infra/event-store/event-store.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import type { ProjectionDb } from '../../projections/projection.ts';
import type { WorkflowPlace } from '../gateway/workflow-starts.ts';
import { checkLedger, checkPaymentFiles } from './money-check.ts';
import { checkProjections } from './projections-check.ts';
import { checkWorkflows } from './workflows-check.ts';

export type House = {
  readonly db: ProjectionDb;
  readonly store: EventStore;
  readonly documents: DocumentStore;
  readonly place: WorkflowPlace;
  now(): string;
  heard(name: string): void;
};

export type SelfAudit = {
  readonly position: string;
  readonly projections: number;
  readonly decisions: number;
  readonly workflows: number;
  readonly divergences: readonly Divergence[];
};

const checkDecisions = async ({ store, now }: House) => {
  const divergences: Divergence[] = [];
  let checked = 0;
  for await (const claim of recomputeClaims({ store, ids: streamIds, clock: now })) {
    checked += claim.decisions.length;
    for (const { type, position, outcome } of differing(claim))
      if (outcome.status !== 'RULES_UNKNOWN')
        divergences.push({
          ...{ kind: 'DECISION', name: type, key: claim.claimId, part: outcome.status },
          firstPosition: position,
        });
  }
  return { checked, divergences };
};

export const auditHouse = async (house: House): Promise<SelfAudit> => {
  const position = await house.store.safePosition();
  const projections = await checkProjections(house, house.heard);
  const decisions = await checkDecisions(house);
  house.heard('decisions');
  const ledger = await checkLedger(house.store);
  house.heard('general-ledger');
  const files = await checkPaymentFiles(house);
  house.heard('payment-files');
  const workflows = await checkWorkflows(house.place, house.store, house.now());
  house.heard('workflows');
  return {
    position,
    ...{ projections: projections.checked, decisions: decisions.checked },
    workflows: workflows.checked,
    divergences: [
      ...projections.divergences,
      ...decisions.divergences,
      ...ledger,
      ...files,
      ...workflows.divergences,
    ],
  };
};
