// All activities over one set of ports: what the worker registers and workflows call by name.
import type { Activities } from './activities.ts';
import { createCardSteps } from './card-steps.ts';
import { createClaimSteps } from './claim-steps.ts';
import {
  answerObjection,
  concludeDeath,
  correctDeathDate,
  recordFoundAlive,
} from './falling-decision.ts';
import { createPayoutSchedule } from './payout-schedule.ts';
import type { Ports } from './ports.ts';
import { createRecordDecision } from './record-decision.ts';
import { createRosterSteps } from './roster-steps.ts';
import { createRuleBookSteps } from './rule-book-steps.ts';
import { createRunSteps } from './run-steps.ts';
import { createSelfAudit } from './self-audit.ts';
import { steerBatch } from './steer-batch.ts';
import { createTrancheSteps } from './tranche-steps.ts';
import { createWorkerSteps } from './worker-steps.ts';

export const createActivities = (ports: Ports): Activities => ({
  recordDecision: createRecordDecision(ports),
  correctDeathDate: (envelope) => correctDeathDate(ports, envelope),
  concludeDeath: (envelope) => concludeDeath(ports, envelope),
  recordFoundAlive: (envelope) => recordFoundAlive(ports, envelope),
  answerObjection: (envelope) => answerObjection(ports, envelope),
  steerBatch: (envelope, at) => steerBatch(ports, envelope, at),
  ...createWorkerSteps(ports),
  ...createClaimSteps(ports),
  ...createRosterSteps(ports),
  ...createCardSteps(ports),
  ...createTrancheSteps(ports),
  ...createRunSteps(ports),
  ...createRuleBookSteps(ports),
  ...createPayoutSchedule(ports),
  ...createSelfAudit(ports),
});
