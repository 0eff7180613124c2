// Everything that the worker registers: Temporal loads its workflows from one module.
// biome-ignore-all lint/performance/noBarrelFile: the bundler takes one entry file.
export { cardDistribution } from './card-distribution.ts';
export { claim } from './claim.ts';
export { coverageTranche } from './coverage-tranche.ts';
export { payoutRun } from './payout-run.ts';
export { rosterEnrolment } from './roster-enrolment.ts';
export { ruleBook } from './rule-book.ts';
export { scheduledPayout } from './scheduled-payout.ts';
export { selfAudit } from './self-audit.ts';
export { workerLifecycle } from './worker-lifecycle.ts';
