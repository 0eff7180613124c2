// The gateway over a log that went back in time: questions are answered, nothing is recorded.
import { restorePending } from '../../infra/database/store-failure.ts';
import type { Gateway } from './gateway-contract.ts';

/**
 * Said at once: a workflow would try again and again, and answer after its time limit. Each act
 * looks again, so that a session that stays open goes on after the restore.
 */
export const refusingGateway = (gateway: Gateway, isSetBack: () => Promise<boolean>): Gateway => {
  const unlessSetBack =
    <Args extends readonly unknown[], Reply>(act: (...args: Args) => Promise<Reply>) =>
    async (...args: Args): Promise<Reply> => {
      if (await isSetBack()) throw restorePending(false);
      return act(...args);
    };
  return {
    ...gateway,
    send: unlessSetBack(gateway.send),
    startRoster: unlessSetBack(gateway.startRoster),
    exportRegistration: unlessSetBack(gateway.exportRegistration),
    answerRegistration: unlessSetBack(gateway.answerRegistration),
    handOverCards: unlessSetBack(gateway.handOverCards),
    controlBatch: unlessSetBack(gateway.controlBatch),
    assembleRun: unlessSetBack(gateway.assembleRun),
    ingestAnswers: unlessSetBack(gateway.ingestAnswers),
    lookAtTranche: unlessSetBack(gateway.lookAtTranche),
  };
};
