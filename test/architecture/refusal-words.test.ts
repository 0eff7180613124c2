// A refusal that a person can meet has words in both languages, wherever in the code it is spoken.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { refusalText } from '../../apps/copy/catalogue.ts';
import { factsText } from '../../apps/copy/fact-words.ts';

const SPOKEN = /(?:refuse|refused)\(\s*'([A-Z]\w+)'|refused', code: '([A-Z]\w+)'/g;

const spokenCodes = (): readonly string[] => {
  const files = globSync('{domain,activities,workflows,apps/gateway}/**/*.ts');
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const found = texts.flatMap((text) => [...text.matchAll(SPOKEN)]);
  return [...new Set(found.map((match) => match[1] ?? match[2] ?? ''))];
};

test('every refusal spoken anywhere is a sentence in Bahasa Indonesia and in English', () => {
  const codes = spokenCodes();
  expect(codes.length).toBeGreaterThan(80);
  const wordless = codes.flatMap((code) =>
    (['id', 'en'] as const)
      .filter((language) => refusalText({ status: 'refused', code, facts: {} }, language) === code)
      .map((language) => `${code} (${language})`),
  );
  expect(wordless).toEqual([]);
});

test.each(['id', 'en'] as const)(
  'what a check wants looked at is said in words (%s)',
  (language) => {
    const review = 'REVIEW_COVER_NOT_STARTED REVIEW_LAPSE_DAY';
    expect(factsText({ state: 'NOT_STARTED', review }, language)).not.toMatch(/[A-Z]+_[A-Z]/);
  },
);
