// The event that every contestant of a benchmark writes: a paper received for a claim, about 750 bytes.
import { randomBytes, randomUUID } from 'node:crypto';
import { catalogue } from '../domain/catalogue.ts';
import type { EventMeta, Json } from '../domain/envelope.ts';
import type { AppendRequest, ExpectedVersion } from '../infra/event-store/event-store.ts';

export type OneEvent = {
  readonly commandId: string;
  readonly contentHash: Buffer;
  readonly streamId: string;
  readonly category: string;
  readonly type: string;
  readonly effectiveAt: string;
  readonly data: Json;
  readonly meta: EventMeta;
};

export const oneEvent = (streamId: string = randomUUID()): OneEvent => {
  const commandId = randomUUID();
  return {
    commandId,
    contentHash: randomBytes(32),
    streamId,
    category: 'claim',
    type: 'DocumentReceived',
    effectiveAt: '2026-03-01T02:03:04.567Z',
    data: {
      claimId: streamId,
      documentId: randomUUID(),
      kind: 'DEATH_CERTIFICATE',
      sha256: randomBytes(32).toString('hex'),
      form: 'LEGALISED',
    },
    meta: {
      actor: {
        id: 'petugas-berkas',
        office: 'BPJS_BRANCH',
        act: 'handle-documents',
        letter: 'SK 12/2026',
      },
      commandId,
      correlationId: commandId,
      origin: 'live',
    },
  };
};

export const asRequest = (event: OneEvent, expected: ExpectedVersion = 'none'): AppendRequest => ({
  commandId: event.commandId,
  contentHash: event.contentHash,
  streamId: event.streamId,
  category: event.category,
  expected,
  events: [
    {
      type: event.type,
      schemaVersion: catalogue.DocumentReceived.schemaVersion,
      data: event.data,
      meta: event.meta,
      effectiveAt: event.effectiveAt,
    },
  ],
});
