// What an operator may search workflows by: plaintext on the server, so never personal data.
import { type Client, isGrpcServiceError } from '@temporalio/client';

/** Keyword attributes by name; the workflows define the same keys. At most five in the house. */
export const SEARCH_ATTRIBUTES = ['LindungPhase'] as const;

/** `IndexedValueType.KEYWORD` of the server's API. */
const KEYWORD = 2;

/** `ALREADY_EXISTS` of gRPC: another process of the house was faster. */
const ALREADY_EXISTS = 6;

/** Makes sure the namespace knows our attributes; without them a workflow task would fail. */
export const ensureSearchAttributes = async (client: Client, namespace: string): Promise<void> => {
  const searchAttributes = Object.fromEntries(SEARCH_ATTRIBUTES.map((name) => [name, KEYWORD]));
  try {
    await client.connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  } catch (error) {
    if (!(isGrpcServiceError(error) && error.code === ALREADY_EXISTS)) throw error;
  }
};
