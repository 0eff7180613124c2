// Reads the KK3 file of `claim medical`: days off work and losses, as figures; no words of illness.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { MedicalStatement } from '../../domain/claim/incident/incident-events.ts';
import { failure } from '../../infra/failure.ts';
import { incidentPhrases } from '../copy/incident-phrases.ts';
import { say } from '../copy/text.ts';

const HUNDREDTHS = 100;
const hundredths = (value: number): number => Math.round(value * HUNDREDTHS);
const measure = z.number().nonnegative().transform(hundredths).nullable().default(null);

const statementFile = z.strictObject({
  daysOff: z.number().int().nonnegative().default(0),
  handedness: z.enum(['RIGHT', 'LEFT']).default('RIGHT'),
  losses: z
    .array(
      z.strictObject({
        code: z.string().regex(/^D\d{2}$/),
        count: z.number().int().min(1).default(1),
        functionLossPercent: measure,
        measure,
      }),
    )
    .default([]),
});

const FORM =
  '{"daysOff": 21, "handedness": "RIGHT", "losses": [{"code": "D05", "functionLossPercent": 50}]}';

const unreadable = (what: string): Error =>
  failure({
    code: 'StatementFileInvalid',
    retryable: false,
    sentence: {
      id: say('id', incidentPhrases.statementUnreadable, { what, form: FORM }),
      en: say('en', incidentPhrases.statementUnreadable, { what, form: FORM }),
    },
  });

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable('JSON');
  }
};

/** Names the field, never the value. */
export const readStatement = async (
  path: string,
): Promise<Omit<MedicalStatement, 'evidenceSha256'>> => {
  const parsed = statementFile.safeParse(jsonIn(await readFile(path, 'utf8')));
  if (!parsed.success)
    throw unreadable(parsed.error.issues.map((issue) => issue.path.join('.')).join(', '));
  const { daysOff, handedness, losses } = parsed.data;
  return {
    ...{ daysOff, handedness },
    losses: losses.map(({ functionLossPercent, ...loss }) => ({
      ...loss,
      functionLost: functionLossPercent,
    })),
  };
};
