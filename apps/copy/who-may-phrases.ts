// What is said to somebody who lacks the authority for an act: their own areas, and who may instead.
import type { Text } from './text.ts';

export const whoMayPhrases = {
  nobody: [
    'Belum ada yang berwenang di sana; minta administrator (`lindung actor appoint`).',
    'Nobody may do it there yet; ask an administrator (`lindung actor appoint`).',
  ],
  others: ['Yang berwenang di sana: {who}', 'Who may do it there: {who}'],
  ownAreas: ['Kewenangan Anda untuk ini: {areas}', 'You may do this in: {areas}'],
  ownNowhere: [
    'Anda tidak memegang kewenangan ini di wilayah mana pun.',
    'You hold this act in no area.',
  ],
} as const satisfies Readonly<Record<string, Text>>;
