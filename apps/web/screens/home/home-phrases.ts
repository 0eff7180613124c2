// Words of the home page.
import type { Text } from '../../../copy/text.ts';

export const homePhrases = {
  title: ['Beranda', 'Home'],
  greeting: ['Selamat bekerja, {name}', 'Welcome, {name}'],
  acting: ['Anda bertindak untuk {office}.', 'You act for {office}.'],
  work: ['Yang dapat Anda kerjakan', 'What you can do'],
} as const satisfies Readonly<Record<string, Text>>;
