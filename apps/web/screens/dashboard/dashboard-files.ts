// What the dashboard is made of under addresses of its own: charts as pictures, tables as files.
import { FIGURE_READERS } from '../../../../domain/office/reading-acts.ts';
import { csvOf } from '../../../../infra/reports/worksheet.ts';
import { inLanguage } from '../../../copy/text.ts';
import { drawChart } from '../../charts/draw-chart.ts';
import type { Visit } from '../../house.ts';
import { notFound } from '../../not-found.ts';
import type { Screen } from '../../screen.ts';
import { DASHBOARD, dashboardOf, dashboardWish } from './dashboard-data.ts';
import { sheetNames, sheets } from './dashboard-sheets.ts';

const sheetFor = async (visit: Visit, name: string) => {
  const shown = await dashboardOf(visit, await dashboardWish(visit));
  const known = sheetNames(shown).find((one) => one === name);
  return known === undefined ? undefined : { shown, sheet: sheets[known], name: known };
};

export const dashboardChart: Screen = {
  path: `${DASHBOARD}/grafik/:name`,
  acts: FIGURE_READERS,
  async show(visit, { name = '' }) {
    const found = await sheetFor(visit, name);
    if (found === undefined) return notFound(visit.language);
    const content = await drawChart(
      found.sheet.chart(found.shown, visit.language, visit.query.has('sempit')),
    );
    return { content, mediaType: 'image/svg+xml' };
  },
};

export const dashboardTable: Screen = {
  path: `${DASHBOARD}/tabel/:name`,
  acts: FIGURE_READERS,
  async show(visit, { name = '' }) {
    const { language } = visit;
    const found = await sheetFor(visit, name);
    if (found === undefined) return notFound(language);
    const { sheet, shown } = found;
    const head = sheet.head.map((word) => inLanguage(language, word));
    const title = inLanguage(language, sheet.title);
    const content = csvOf({ title, notes: [], head, rows: sheet.rows(shown, language) });
    const saveAs = `${found.name}-${shown.wish.asOf}.csv`;
    return { content, mediaType: 'text/csv; charset=utf-8', saveAs };
  },
};
