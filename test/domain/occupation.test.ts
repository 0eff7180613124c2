// Occupations: the words that people write find the one code of the list.
import { expect, test } from 'vitest';
import { OCCUPATIONS, readOccupation } from '../../domain/occupation.ts';

test('every code, label and alias finds its own occupation and no other', () => {
  for (const [code, { id, en, aliases }] of Object.entries(OCCUPATIONS))
    for (const word of [code, id, en, ...aliases, id.toUpperCase()])
      expect(readOccupation(word), word).toBe(code);
});

test.each([
  ['nelayan', 'FISHER'],
  ['Petani/Pekebun', 'FARMER'],
  ['tukang pijat', 'MASSEUR'],
  ['Ojek', 'MOTORCYCLE_TAXI'],
  ['PEDAGANG', 'TRADER'],
  ['buruh', 'LABOURER'],
])('%s, as the press names them, is in the list', (word, code) => {
  expect(readOccupation(word)).toBe(code);
});

test('a word that the list does not know is not guessed', () => {
  expect(readOccupation('Astronaut')).toBeNull();
  expect(readOccupation('')).toBeNull();
});
