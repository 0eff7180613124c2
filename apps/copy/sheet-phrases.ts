// What the commands say that decide many claims by one sheet.
import type { Text } from './text.ts';

export const sheetPhrases = {
  written: [
    '{count} klaim ditulis ke {path}. Isi kolom PUTUSAN (USULKAN, SETUJUI, atau KEMBALIKAN; kosong: dibiarkan), lalu `lindung claim decide {path}`.',
    '{count} claims written to {path}. Fill the column PUTUSAN (RECOMMEND, APPROVE or RETURN; empty: left alone), then `lindung claim decide {path}`.',
  ],
  none: [
    'Tidak ada klaim yang menunggu usulan atau keputusan Anda sekarang.',
    'No claim waits for your recommendation or decision now.',
  ],
  counts: [
    '{rows} baris: {recorded} dicatat, {unchanged} sudah dicatat, {left} dibiarkan, {refused} ditolak',
    '{rows} rows: {recorded} recorded, {unchanged} recorded before, {left} left alone, {refused} refused',
  ],
  badCell: [
    'Kolom {column} belum benar; lihat `lindung help claim decide`.',
    'The column {column} is not right; see `lindung help claim decide`.',
  ],
  claim: ['klaim', 'claim'],
} as const satisfies Readonly<Record<string, Text>>;
