// A report as a tagged PDF in Bahasa Indonesia: headings, notes and lines that a reader can be told.
import { createRequire } from 'node:module';

export type PdfReport = {
  readonly title: string;
  readonly language: 'id' | 'en';
  /** The day that the contents are of: the same contents give the same bytes. */
  readonly asOf: string;
  readonly notes: readonly string[];
  /** Lines of a table of text; an empty one is a gap, one without indent a heading. */
  readonly lines: readonly string[];
};

/** Only who prints pays for the library's start. */
const printer = (): typeof import('pdfkit') => {
  const library: typeof import('pdfkit') = createRequire(import.meta.url)('pdfkit');
  return library;
};

const MARGIN = 40;
const SIZES = { title: 14, note: 8, line: 7.5 } as const;

type Document = InstanceType<typeof import('pdfkit')>;

/** Each text is a part of the tree that a screen reader walks: a heading or a paragraph. */
const told = (document: Document, tag: 'H1' | 'H2' | 'P', write: () => void): void => {
  document.addStructure(document.struct(tag, {}, write));
};

const isHeading = (line: string): boolean => line !== '' && !line.startsWith(' ');

const writeLines = (document: Document, lines: readonly string[]): void => {
  for (const line of lines) {
    if (line === '') document.moveDown(0.6);
    else if (isHeading(line))
      told(document, 'H2', () => {
        document.font('Helvetica-Bold').fontSize(9).text(line);
      });
    else
      told(document, 'P', () => {
        document.font('Courier').fontSize(SIZES.line).text(line, { lineBreak: true });
      });
  }
};

export const pdfOf = ({ title, language, asOf, notes, lines }: PdfReport): Promise<Uint8Array> => {
  const PdfDocument = printer();
  const document = new PdfDocument({
    ...{ size: 'A4', layout: 'landscape', margin: MARGIN, pdfVersion: '1.7', tagged: true },
    ...{ lang: language === 'id' ? 'id-ID' : 'en-GB', displayTitle: true },
    info: { Title: title, Creator: 'Lindung', CreationDate: new Date(`${asOf}T00:00:00Z`) },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', resolve);
    document.on('error', reject);
  });
  told(document, 'H1', () => {
    document.font('Helvetica-Bold').fontSize(SIZES.title).text(title);
  });
  for (const note of notes)
    told(document, 'P', () => {
      document.font('Helvetica').fontSize(SIZES.note).text(note);
    });
  document.moveDown();
  writeLines(document, lines);
  document.end();
  return ended.then(() => new Uint8Array(Buffer.concat(chunks)));
};
