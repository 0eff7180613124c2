// The losses of a partial disability as a physician states them, checked against the table.
import { isLossCode, type Loss, type LossCode, measureOf } from '../partial-disability.ts';
import type { LawReader } from '../read-law.ts';
import type { Fields } from './fields.ts';

const FULL = 10_000n;

const functionLostOf = (fields: Fields): bigint | null => {
  const kind = fields.optionalOneOf('kind', ['ANATOMICAL', 'FUNCTIONAL'] as const);
  const lost = fields.optionalMeasure('function_loss_percent');
  if (lost !== null && lost > FULL) fields.refuse('function_loss_percent', 'MEASURE', '0–100');
  if (kind === 'FUNCTIONAL' && lost === null && !fields.has('function_loss_percent'))
    fields.refuse('function_loss_percent', 'REQUIRED_WITH', 'kind FUNCTIONAL');
  return kind === 'ANATOMICAL' ? null : lost;
};

const measureText = (hundredths: bigint | null): string =>
  hundredths === null ? '…' : String(Number(hundredths) / 100);

const measureIn = (fields: Fields, code: LossCode, law: LawReader): bigint | null => {
  const asked = measureOf(code, law);
  if (asked === null) return null;
  const given = fields.optionalMeasure(asked.name);
  const limits = `${measureText(asked.min)}–${measureText(asked.max)}`;
  const isOutside =
    given !== null && (given < asked.min || (asked.max !== null && given > asked.max));
  if (isOutside || (given === null && !fields.has(asked.name)))
    fields.refuse(asked.name, 'MEASURE', `${code}: ${limits}`);
  return given;
};

const readLoss = (fields: Fields, law: LawReader): Loss => {
  const code = fields.optionalText('code') ?? '';
  const known = Object.values(law.book)
    .map((rule) => rule.id)
    .filter(isLossCode);
  const count = fields.optionalCount('count', { min: 1, max: 10 }) ?? 1;
  const functionLost = functionLostOf(fields);
  if (!isLossCode(code)) {
    fields.refuse('code', 'ONE_OF', `${known[0] ?? ''}–${known.at(-1) ?? ''}`);
    return { code: 'D01', count, functionLost, measure: null };
  }
  return { code, count, functionLost, measure: measureIn(fields, code, law) };
};

export const readLosses = (fields: Fields, law: LawReader): readonly Loss[] => {
  const losses = fields.optionalList('losses');
  if (losses === null && !fields.has('losses')) fields.refuse('losses', 'LIST', '{code}');
  return (losses ?? []).map((loss) => readLoss(loss, law));
};
