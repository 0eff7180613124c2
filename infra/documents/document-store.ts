// The port to kept bytes: papers, lists, payment files; found by the hash of their content.

export type DocumentStore = {
  /** Keeps the bytes for good and answers their hex SHA-256; the same bytes again change nothing. */
  put(bytes: Uint8Array): Promise<{ readonly sha256: string }>;
  /** Undefined when nothing is kept under the hash; throws when what is kept was altered. */
  get(sha256: string): Promise<Uint8Array | undefined>;
};
