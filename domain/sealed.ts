// A personal field as it travels and rests everywhere: ciphertext and commitment, never the value.

/**
 * One sealed personal field. `ciphertext` is base64url of AES-256-GCM(iv ‖ salt ‖ value ‖ tag) under
 * the key of `subject`; `commitment` is hex SHA-256(salt ‖ field ‖ value). The salt lies inside the
 * ciphertext, so a proof over the commitment survives the destruction of the key.
 */
export type Sealed = {
  /** Id of the person whose key seals the value (a worker's, actor's or payer's stream uuid). */
  readonly subject: string;
  /** Field name, part of the authenticated data, e.g. `worker.name`. */
  readonly field: string;
  readonly ciphertext: string;
  readonly commitment: string;
};

export const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' &&
  value !== null &&
  ['subject', 'field', 'ciphertext', 'commitment'].every((key) => key in value);
