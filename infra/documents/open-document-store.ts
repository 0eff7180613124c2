// Where this installation keeps its papers: an S3-compatible store where one is set up, else a folder.
import { join } from 'node:path';
import type { KeyService } from '../keys/key-service.ts';
import type { DocumentStore } from './document-store.ts';
import { createFileDocumentStore } from './file-document-store.ts';
import { createS3DocumentStore, type S3Place } from './s3-document-store.ts';

export const openDocumentStore = (options: {
  readonly dataDir: string;
  readonly s3?: S3Place | undefined;
  readonly keys: Pick<KeyService, 'encrypt' | 'decrypt'>;
}): DocumentStore => {
  const { dataDir, keys, s3 } = options;
  const folder = createFileDocumentStore({ folder: join(dataDir, 'documents'), keys });
  if (s3 === undefined) return folder;
  const remote = createS3DocumentStore({ place: s3, keys });
  return {
    put: (bytes) => remote.put(bytes),
    // Papers from before the store was set up stay in the folder and readable there.
    get: async (sha256) => (await remote.get(sha256)) ?? folder.get(sha256),
  };
};
