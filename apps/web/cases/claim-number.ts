// A claim's number as people say it on the phone.
const CHARS = 8;

/** `KLM-BF16E436` */
export const claimNumber = (claimId: string): string =>
  `KLM-${claimId.slice(0, CHARS).toUpperCase()}`;
