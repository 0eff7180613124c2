// Every text that follows from a code, in both languages; a code without words does not compile.
import { isEventType } from '../../domain/catalogue.ts';
import type { Answer } from '../../domain/command.ts';
import { en } from './en.ts';
import { factsText, factText } from './fact-words.ts';
import type { Language } from './format.ts';
import { id } from './id.ts';
import type { Copy, RefusalCode } from './words.ts';

const copies: Readonly<Record<Language, Copy>> = { id, en };

export const isRefusalCode = (code: string): code is RefusalCode =>
  Object.hasOwn(id.refusals, code);

/** The sentence of a refusal with its facts, in its gaps or after it: `… (tahap: menunggu berkas)`. */
export const refusalText = (
  refused: Extract<Answer, { status: 'refused' }>,
  language: Language,
): string => {
  const sentence = isRefusalCode(refused.code)
    ? copies[language].refusals[refused.code]
    : refused.code;
  const told = sentence.replace(/\{(\w+)\}/g, (gap, name: string) => {
    const value = refused.facts[name];
    if (value === undefined) return gap;
    return name === 'event' ? eventText(String(value), language) : factText(name, value, language);
  });
  const rest = Object.entries(refused.facts).filter(([name]) => !sentence.includes(`{${name}}`));
  const facts = factsText(Object.fromEntries(rest), language);
  return facts === '' ? told : `${told} (${facts})`;
};

export const eventText = (type: string, language: Language): string =>
  isEventType(type) ? copies[language].events[type] : type;
