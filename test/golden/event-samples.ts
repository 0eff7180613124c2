// One or more samples of every event of the catalogue: what its golden file was recorded from.
import {
  catalogue,
  type DomainEvent,
  type EventType,
  isEventType,
} from '../../domain/catalogue.ts';
import type { Shown } from './event-goldens.ts';
import { fileSha256, ids, type SamplesOf } from './event-sample-parts.ts';
import { bankExceptionSamples } from './event-samples-of-bank-exceptions.ts';
import { claimSamples } from './event-samples-of-claims.ts';
import { examinationSamples } from './event-samples-of-examinations.ts';
import { handOverSamples } from './event-samples-of-hand-overs.ts';
import { letterSamples } from './event-samples-of-letters.ts';
import { localAidSamples } from './event-samples-of-local-aid.ts';
import { payableSamples, payoutRunSamples } from './event-samples-of-payouts.ts';
import {
  actorSamples,
  programmeSamples,
  rosterSamples,
  workerSamples,
} from './event-samples-of-programmes.ts';
import { ruleBookSamples } from './event-samples-of-rules.ts';
import { payoutScheduleSamples } from './event-samples-of-schedules.ts';

/** Exhaustive by type: an event without a sample does not compile. */
export const eventSamples: SamplesOf<DomainEvent> = {
  ...actorSamples,
  ...programmeSamples,
  ...rosterSamples,
  ...workerSamples,
  ...handOverSamples,
  ...claimSamples,
  ...payableSamples,
  ...payoutRunSamples,
  ...payoutScheduleSamples,
  ...ruleBookSamples,
  ...letterSamples,
  ...localAidSamples,
  DeathListReceived: [
    {
      ...{ listId: ids.report, source: 'CIVIL_REGISTRY', area: '64.74', fileSha256 },
      ...{ rows: 120, certain: 4, doubtful: 2, strangers: 113, refused: 1 },
    },
  ],
  ...bankExceptionSamples,
  ...examinationSamples,
};

/** The samples of every event, at its version of today. */
export const shownEvents: readonly (Shown & { readonly type: EventType })[] = Object.keys(catalogue)
  .filter(isEventType)
  .map((type) => ({
    type,
    schemaVersion: catalogue[type].schemaVersion,
    samples: eventSamples[type],
  }));
