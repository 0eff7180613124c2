// Why a whole file was turned away, and what to do: Bahasa Indonesia first, English beside it.
import type { Sentence } from '../local/sentence.ts';
import type { CsvRefusal } from './csv-table.ts';

const MEBIBYTE = 1024 * 1024;

/** Kinds that have a name of their own say it themselves: XLSX, PDF. */
const KINDS: Readonly<Record<string, Sentence>> = {
  BINARY: { id: 'bukan berkas teks', en: 'no text file' },
  NOT_UTF8: { id: 'hurufnya bukan UTF-8', en: 'its letters are not UTF-8' },
};

const notText = (looksLike: string): Sentence => ({
  id: `Berkas ini bukan teks CSV UTF-8 (${KINDS[looksLike]?.id ?? looksLike}); simpan sebagai "CSV UTF-8".`,
  en: `This file is no UTF-8 CSV text (${KINDS[looksLike]?.en ?? looksLike}); save it as "CSV UTF-8".`,
});

const notCsv = (line: number): Sentence => ({
  id: `Sekitar baris ${line} berkas ini bukan tabel CSV; periksa pemisah dan tanda kutip.`,
  en: `Near line ${line} this file is no CSV table; check separators and quotes.`,
});

const columnsMissing = (columns: string): Sentence => ({
  id: `Kolom ini tidak ada di baris pertama: ${columns}; tambahkan judul kolomnya.`,
  en: `The first line lacks these columns: ${columns}; add their titles.`,
});

export const fileRefusalText = (refusal: CsvRefusal): Sentence => {
  switch (refusal.code) {
    case 'FileTooLarge': {
      const size = `${refusal.facts.bytesMax / MEBIBYTE} MB`;
      return {
        id: `Berkas lebih besar dari ${size}; bagi menjadi beberapa berkas.`,
        en: `The file is larger than ${size}; split it into several files.`,
      };
    }
    case 'FileTooManyRows': {
      const rows = String(refusal.facts.rowsMax);
      return {
        id: `Berkas berisi lebih dari ${rows} baris; bagi menjadi beberapa berkas.`,
        en: `The file has more than ${rows} rows; split it into several files.`,
      };
    }
    case 'FileEmpty':
      return {
        id: 'Berkas tidak berisi baris data; periksa berkas yang dikirim.',
        en: 'The file has no data rows; check which file was sent.',
      };
    case 'FileNotText':
      return notText(refusal.facts.looksLike);
    case 'FileNotCsv':
      return notCsv(refusal.facts.line);
    case 'ColumnsMissing':
      return columnsMissing(refusal.facts.columns);
    case 'ColumnTwice':
      return {
        id: `Kolom ${refusal.facts.column} ada dua kali; hapus atau ganti nama salah satunya.`,
        en: `The column ${refusal.facts.column} stands twice; remove or rename one of them.`,
      };
  }
};
