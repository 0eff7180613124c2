// The nightly self-audit, `self-audit/<queue>…`: started by its Schedule, it asks once and ends.
import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/activities.ts';
import { patient } from './activity-options.ts';

const { auditSelf } = proxyActivities<Activities>({
  ...patient,
  startToCloseTimeout: '4 hours',
  retry: { initialInterval: '1 minute', maximumAttempts: 3 },
});

export const selfAudit = async (): Promise<number> => auditSelf();
