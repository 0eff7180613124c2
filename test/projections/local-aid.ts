// Requests for local aid for projection tests: named in a decree, waiting, rejected, withdrawn.
import type { AidFundEvent } from '../../domain/local-aid/fund-events.ts';
import type { AidRequestEvent } from '../../domain/local-aid/request.ts';
import { localAidSamples as samples } from '../golden/event-samples-of-local-aid.ts';
import type { Fact } from './history.ts';

type AidEvent = AidFundEvent | AidRequestEvent;

const WHO = {
  at: '2024-06-02T02:00:00Z',
  by: 'ani',
  act: 'check-claim',
  office: 'DISNAKER',
} as const;

const sample = (type: AidEvent['type'], requestId: string): AidEvent => {
  const [data] = samples[type];
  return { type, data: { ...data, requestId } } as AidEvent;
};

const ofFund = (type: AidFundEvent['type'], requestId: string): Fact => ({
  ...{ category: 'aid_fund', streamId: 'fund-city', event: sample(type, requestId), ...WHO },
});
const ofRequest = (type: AidRequestEvent['type'], requestId: string): Fact => ({
  ...{ category: 'aid_request', streamId: requestId, event: sample(type, requestId), ...WHO },
});

const verified = (id: string) =>
  (['AidRequested', 'AidPaperReceived', 'AidVerified'] as const).map((type) => ofRequest(type, id));

export const aidFacts: readonly Fact[] = [
  ...[...verified('aid-1'), ofFund('AidReserved', 'aid-1')],
  ...[...verified('aid-2'), ofFund('AidQueued', 'aid-2')],
  ...[ofRequest('AidRequested', 'aid-3'), ofRequest('AidRejected', 'aid-3')],
  ofFund('AidNamedInDecree', 'aid-1'),
  ...[ofFund('AidFreed', 'aid-2'), ofRequest('AidWithdrawn', 'aid-2')],
];
