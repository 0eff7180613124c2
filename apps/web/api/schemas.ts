// What the API says in many places: sums, days, instants, pages, answers to writes, problems.
import { z } from 'zod';
import type { Text } from '../../copy/text.ts';

export const Rupiah = z.string().regex(/^\d+$/).meta({
  id: 'RupiahText',
  description: 'Whole rupiah as decimal digits: no float ever holds money.',
  example: '42000000',
});

export const Day = z.iso.date().meta({ id: 'LocalDate', description: 'A day of the office.' });
export const Instant = z.string().meta({ id: 'Instant', description: 'ISO 8601 with offset.' });
export const Id = z.uuid().meta({ id: 'Id' });

/** Both languages, so that a program shows either. */
export const Words = z
  .object({ id: z.string(), en: z.string() })
  .meta({ id: 'Words', description: 'The same sentence in Bahasa Indonesia and in English.' });
export const wordsOf = ([id, en]: Text): { readonly id: string; readonly en: string } => ({
  id,
  en,
});

export const Coded = z
  .object({ code: z.string(), words: Words })
  .meta({ id: 'Coded', description: 'A code of the house with its words.' });

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    nextCursor: z
      .string()
      .nullable()
      .describe('Give it back as `cursor` for the next page; null after the last.'),
  });

export const Recorded = z
  .object({
    status: z.literal('recorded'),
    streamId: z.string(),
    version: z.number().int(),
    position: z.string().describe('Of the event in the log; "0" when it was so already.'),
    stage: z.string(),
    repeated: z.boolean().describe('This very command had been recorded before.'),
    shown: z.boolean().describe('The read models have reached this position.'),
  })
  .meta({ id: 'Recorded' });

export const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string().describe('Of the refusal; stable.'),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    text: Words,
    request: z.string().describe('Names the request in our logs.'),
  })
  .meta({ id: 'Problem', description: 'RFC 9457, with the code of the refusal.' });

export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2_000).optional(),
});
