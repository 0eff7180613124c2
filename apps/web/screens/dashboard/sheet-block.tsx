// One table of the dashboard with its chart above it and the file below it.
import { createHash } from 'node:crypto';
import { inLanguage, say } from '../../../copy/text.ts';
import type { Visit } from '../../house.ts';
import { ChartBlock } from '../../parts/chart-part.tsx';
import { Table } from '../../parts/data-parts.tsx';
import type { Html } from '../../screen.ts';
import { DASHBOARD, type Dashboard, placePath, wishQuery } from './dashboard-data.ts';
import { dashboardPhrases as phrases } from './dashboard-phrases.ts';
import { cellText, type SheetName, sheets } from './dashboard-sheets.ts';

/** Changes when the drawing does: an open page asks for the new one, and for no other. */
const drawnAs = (chart: object): string =>
  createHash('sha256').update(JSON.stringify(chart)).digest('base64url').slice(0, 12);

const cellOf = (shown: Dashboard, name: SheetName, at: { row: number; cell: string }) => {
  const place = name === 'kelurahan' ? shown.figures.places[at.row]?.kelurahan : null;
  return place == null ? at.cell : <a href={placePath(place)}>{at.cell}</a>;
};

export const SheetBlock = ({
  name,
  shown,
  visit: { language },
}: {
  name: SheetName;
  shown: Dashboard;
  visit: Visit;
}): Html => {
  const sheet = sheets[name];
  const rows = sheet.rows(shown, language);
  const title = inLanguage(language, sheet.title);
  const table = (
    <Table
      caption={title}
      hideCaption
      keepsColumns
      columns={sheet.head.map((head, at) => ({
        head: inLanguage(language, head),
        isNumber: typeof rows[0]?.[at] !== 'string',
      }))}
      rows={rows.map((row, place) =>
        row.map((cell, at) => {
          const text = cellText(cell, language);
          return at === 0 ? cellOf(shown, name, { row: place, cell: text }) : text;
        }),
      )}
      empty={inLanguage(language, sheet.empty)}
    />
  );
  const chart = sheet.chart(shown, language, false);
  const query = `${wishQuery(shown.wish)}&bahasa=${language}`;
  const drawn = `${DASHBOARD}/grafik/${name}?${query}&v=${drawnAs(chart.option)}`;
  return (
    <div id={name}>
      {rows.length === 0 ? (
        table
      ) : (
        <ChartBlock
          title={title}
          basis={inLanguage(language, sheet.basis)}
          picture={{
            src: drawn,
            narrow: `${drawn}&sempit=1`,
            alt: inLanguage(language, sheet.alt),
            ...{ width: chart.width, height: chart.height },
          }}
          file={`${DASHBOARD}/tabel/${name}?${query}`}
          fileWord={say(language, phrases.csv)}
        >
          <details {...(name === 'kelurahan' && { open: true })}>
            <summary>{say(language, phrases.table)}</summary>
            {table}
          </details>
        </ChartBlock>
      )}
    </div>
  );
};
