// A server that skips time, for tests of waits and deadlines: fetched once, verified, cached.
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { resolveBinary } from '../../infra/local/binaries.ts';

/** One per test file, torn down at its end: its clock is global. */
export const startTimeSkippingServer = async (): Promise<TestWorkflowEnvironment> => {
  const path = await resolveBinary('temporal-test-server', { log: () => undefined });
  return TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
};
