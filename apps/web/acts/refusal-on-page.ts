// A refusal as the person at a form reads it: the field by its label there, no option of the command line.
import { refusalText } from '../../copy/catalogue.ts';
import { factText } from '../../copy/fact-words.ts';
import type { Language } from '../../copy/format.ts';
import { inLanguage } from '../../copy/text.ts';
import type { Refused } from '../problem.ts';
import type { Fields } from './fields.ts';

const OPTIONS = / \(--[^)]*\)/g;

export const refusalOnPage = (refused: Refused, fields: Fields, language: Language): string => {
  const { inField } = refused.facts;
  if (typeof inField !== 'string') return refusalText(refused, language);
  const label = fields[inField]?.label;
  const named =
    label === undefined
      ? factText('inField', inField, language).replaceAll(OPTIONS, '')
      : `“${inLanguage(language, label)}”`;
  return refusalText({ ...refused, facts: { ...refused.facts, inField: named } }, language);
};
