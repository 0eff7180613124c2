// Samples of what a received list of handed-over cards records.
import type { HandOverEvent } from '../../domain/hand-over/events.ts';
import { fileSha256, ids, type SamplesOf } from './event-sample-parts.ts';

const handOverId = 'e5069b82-2ca3-4dd1-b748-5f8dc709161e';
const steered = {
  ...{ handOverId, reason: 'daftar salah kelurahan' },
  ...{ step: 'HAND_OVER', done: 480, skipped: 20, left: 1500 },
};
const idle = {
  ...{ handOverId, reason: 'daftar salah kelurahan' },
  ...{ step: null, done: 0, skipped: 0, left: 2000 },
};

export const handOverSamples: SamplesOf<HandOverEvent> = {
  HandOverListed: [{ handOverId, cardIds: [ids.card] }],
  HandOverReceived: [
    { handOverId, fileSha256, place: '64.74.02.1001', cards: 1, cardsSha256: fileSha256 },
  ],
  HandOverPaused: [steered, idle],
  HandOverResumed: [steered, idle],
  HandOverCancelled: [steered, idle],
  HandOverReopened: [{ handOverId }],
  HandOverCompleted: [{ handOverId, done: 1, skipped: 0, notInArea: 0 }],
};
