// The gateway over a log that went back in time: questions are answered, nothing is recorded.
import { restorePending } from '../../infra/database/store-failure.ts';
import type { Gateway } from './gateway-contract.ts';

const refuse = (): Promise<never> => Promise.reject(restorePending(false));

/** Said at once: a workflow would try again and again, and answer after its time limit. */
export const refusingGateway = ({
  newCommandId,
  batchProgress,
  batchRest,
  payoutScheduleInTemporal,
  close,
}: Gateway): Gateway => ({
  send: refuse,
  startRoster: refuse,
  exportRegistration: refuse,
  answerRegistration: refuse,
  handOverCards: refuse,
  controlBatch: refuse,
  assembleRun: refuse,
  ingestAnswers: refuse,
  lookAtTranche: refuse,
  newCommandId,
  batchProgress,
  batchRest,
  payoutScheduleInTemporal,
  close,
});
