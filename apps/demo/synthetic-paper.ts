// A paper of the story: a PDF of one page that a viewer opens, saying that it is synthetic.

const PAGE_HEAD = '%PDF-1.4\n';

/** Brackets and backslashes are signs of the language of a page. */
const written = (text: string): string => text.replaceAll(/[\\()]/g, (sign) => `\\${sign}`);

const OBJECTS = (content: string): readonly string[] => [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ' +
    '/Resources << /Font << /F1 5 0 R >> >> >>',
  `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
];

export const syntheticPdf = (text: string): string => {
  const content = `BT /F1 12 Tf 50 780 Td (${written(text)}) Tj ET`;
  let file = PAGE_HEAD;
  const places = OBJECTS(content).map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = places.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  return `${file}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
};
