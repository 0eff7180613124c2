// What a hand-over list may bring into the log: card ids, and nothing else that stands in its cells.
import { expect, test } from 'vitest';
import { readHandOverList } from '../../../infra/cards/hand-over-list.ts';

const CARD = '6638ae20-fc71-5a12-bc83-5e498a20b4ec';
const bytes = (text: string) => new TextEncoder().encode(text);

test('reads card ids in their order, each once, whatever their case', async () => {
  const other = CARD.replace('6638', '7749');
  const csv = `KARTU\r\n${CARD}\r\n${other.toUpperCase()}\r\n\r\n${CARD}\r\n`;
  expect(await readHandOverList(bytes(csv))).toEqual({ status: 'read', cardIds: [CARD, other] });
});

test.each(['12345678901', '6474011401900991', 'Siti Aminah'])(
  'refuses the list at a cell like %s by its row, and never says its text',
  async (cell) => {
    const answer = await readHandOverList(bytes(`KARTU\r\n${CARD}\r\n${cell}\r\n`));
    expect(answer).toEqual({ status: 'refused', code: 'CardIdMalformed', row: 2 });
  },
);

test('a column of membership numbers is no column of cards', async () => {
  const answer = await readHandOverList(bytes('NO KARTU\r\n12345678901\r\n'));
  expect(answer).toMatchObject({
    ...{ status: 'refused', code: 'ColumnsMissing' },
    sentence: { id: expect.stringContaining('KARTU'), en: expect.stringContaining('KARTU') },
  });
});

test('an empty file is refused in words, not by a code', async () => {
  const answer = await readHandOverList(bytes(''));
  expect(answer).toMatchObject({ status: 'refused', code: 'FileEmpty' });
  const { sentence } = answer as { sentence?: { id: string; en: string } };
  for (const text of [sentence?.id, sentence?.en]) expect(text).not.toMatch(/FileEmpty|undefined/);
});
