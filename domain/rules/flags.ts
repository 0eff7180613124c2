// The flags of the worked examples (domain-rules §9.1); anything else that wants an eye is a review.

export const FLAGS = [
  'WITHIN_FIRST_THREE_MONTHS',
  'REVIEW_THREE_MONTH_BOUNDARY',
  'ARREARS_DUE',
  'LAPSED',
  'NO_HEIR',
  'CHILD_SELECTION_RECORDED',
  'PAID_LATE',
  'EXPIRED',
  'SLA_BREACH_CONCLUSION',
  'ABOVE_BIFAST_LIMIT',
  'EXTERNAL_LINES_NOT_COMPUTED',
  'PRESS_FIGURE_NOT_REPRODUCED',
] as const;

export type Flag = (typeof FLAGS)[number] | `CAPPED:${string}`;

export const isFlag = <Text extends string>(text: Text): text is Text & Flag =>
  text.startsWith('CAPPED:') || FLAGS.some((flag) => flag === text);

export const cappedFlag = (code: string): Flag => `CAPPED:${code}`;
