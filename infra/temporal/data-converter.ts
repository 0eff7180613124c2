// The data converter that client, worker and replay share: plain JSON inside, encrypted outside.
import type { DataConverter } from '@temporalio/common';
import type { KeyService } from '../keys/key-service.ts';
import { createPayloadCodec } from './payload-codec.ts';

/** Names the installation's key in a payload's metadata; the bytes themselves name its version. */
export const PAYLOAD_KEY_ID = 'installation';

export const createDataConverter = (
  keys: Pick<KeyService, 'encrypt' | 'decrypt'>,
): DataConverter => ({
  payloadCodecs: [createPayloadCodec(keys, PAYLOAD_KEY_ID)],
});
