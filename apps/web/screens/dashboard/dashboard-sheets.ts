// The tables of the dashboard by name: each is shown, drawn and handed out as a file from one place.

import { cardsByKelurahan } from '../../../../projections/card-board.ts';
import type { Figures } from '../../../../projections/programme-summary/figures.ts';
import { kelurahanText } from '../../../cli/place-words.ts';
import { claimStages, waitingFor } from '../../../copy/claim-words.ts';
import { flows, mandateModes, wordOf } from '../../../copy/code-words.ts';
import { formatCount, formatPercent, formatRupiah, type Language } from '../../../copy/format.ts';
import { inLanguage, say, type Text } from '../../../copy/text.ts';
import { type Bars, barChart } from '../../charts/bar-chart.ts';
import type { Chart } from '../../charts/draw-chart.ts';
import type { Dashboard } from './dashboard-data.ts';
import { dashboardPhrases as phrases } from './dashboard-phrases.ts';

/** Counts are numbers, sums are bigint, texts are texts. */
export type SheetCell = string | number | bigint;

export type Sheet = {
  readonly title: Text;
  readonly basis: Text;
  readonly alt: Text;
  readonly empty: Text;
  readonly head: readonly Text[];
  rows(shown: Dashboard, language: Language): readonly (readonly SheetCell[])[];
  chart(shown: Dashboard, language: Language, isNarrow: boolean): Chart;
};

const MONTHS_DRAWN = 12;
const PLACES_DRAWN = 30;
const MILLION = 1_000_000;

export const cellText = (cell: SheetCell, language: Language): string => {
  if (typeof cell === 'bigint') return formatRupiah(cell, language);
  return typeof cell === 'number' ? formatCount(cell, language) : cell;
};

export const placeName = (kelurahan: string | null, language: Language): string =>
  kelurahan === null ? say(language, phrases.elsewhere) : kelurahanText(kelurahan);

/** The name without its code: a chart has little room. */
const shortPlace = (kelurahan: string | null, language: Language): string =>
  placeName(kelurahan, language).replace(/ \([\d.]+\)$/, '');

const count = (figure: bigint): number => Number(figure);

const coverOf = (figures: Figures): readonly number[] =>
  [figures.active_now, figures.not_started_now, figures.lapsed_now, figures.ended].map(count);

const unclaimedIn = ({ figures }: Dashboard, kelurahan: string | null): number =>
  figures.unclaimed.find((one) => one.kelurahan === kelurahan)?.deaths ?? 0;

const cardsText = (shown: Dashboard, kelurahan: string | null, language: Language): string => {
  const row = cardsByKelurahan(shown.cards).find((one) => one.kelurahan === kelurahan);
  if (row === undefined || row.percent === null) return '–';
  const { handedOver, percent } = row;
  return `${formatCount(handedOver, language)} (${formatPercent(percent, language)})`;
};

const places: Sheet = {
  title: phrases.places,
  basis: phrases.placesBasis,
  alt: phrases.placesAlt,
  empty: phrases.placesNone,
  head: [
    ...[phrases.kelurahan, phrases.registered, phrases.activeColumn, phrases.notStarted],
    ...[phrases.lapsedColumn, phrases.ended, phrases.deathsColumn, phrases.unclaimedColumn],
    ...[phrases.claimsColumn, phrases.cardsColumn],
  ],
  rows: (shown, language) =>
    shown.figures.places.map(({ kelurahan, figures }) => [
      placeName(kelurahan, language),
      count(figures.registered_cumulative),
      ...coverOf(figures),
      count(figures.deaths_known),
      unclaimedIn(shown, kelurahan),
      count(figures.claims_reported),
      cardsText(shown, kelurahan, language),
    ]),
  chart({ figures }, language, isNarrow) {
    const drawn = figures.places
      .filter((one) => one.figures.registered_cumulative > 0n)
      .slice(0, PLACES_DRAWN);
    const words = [
      ...[phrases.activeColumn, phrases.notStarted],
      ...[phrases.lapsedColumn, phrases.ended],
    ];
    return barChart({
      names: drawn.map(({ kelurahan }) => shortPlace(kelurahan, language)),
      series: words.map((word, at) => ({
        name: inLanguage(language, word),
        values: drawn.map((one) => coverOf(one.figures)[at] ?? 0),
      })),
      ...{ isLying: true, isStacked: true, isNarrow },
      label: (value) => formatCount(value, language),
    });
  },
};

const waiting: Sheet = {
  title: phrases.waiting,
  basis: phrases.waitingBasis,
  alt: phrases.waitingAlt,
  empty: phrases.waitingNone,
  head: [phrases.party, phrases.stage, phrases.claims, phrases.computed],
  rows: (shown, language) =>
    shown.waiting
      .toSorted((a, b) => a.waitingFor.localeCompare(b.waitingFor) || b.claims - a.claims)
      .map((row) => [
        wordOf(waitingFor, row.waitingFor, language),
        wordOf(claimStages, row.stage, language),
        row.claims,
        shown.wish.seesMoney ? BigInt(row.totalIdr) : '–',
      ]),
  chart(shown, language, isNarrow) {
    const parties = new Map<string, number>();
    for (const row of shown.waiting)
      parties.set(row.waitingFor, (parties.get(row.waitingFor) ?? 0) + row.claims);
    const drawn = [...parties].toSorted(([, a], [, b]) => b - a);
    return barChart({
      names: drawn.map(([party]) => wordOf(waitingFor, party, language)),
      series: [{ name: say(language, phrases.claims), values: drawn.map(([, claims]) => claims) }],
      ...{ isLying: true, isStacked: false, isNarrow },
      label: (value) => formatCount(value, language),
    });
  },
};

const millions = (language: Language) => (value: number) =>
  say(language, phrases.millions, {
    count: (value / MILLION).toLocaleString(language === 'id' ? 'id-ID' : 'en-GB'),
  });

const months: Sheet = {
  title: phrases.months,
  basis: phrases.monthsBasis,
  alt: phrases.monthsAlt,
  empty: phrases.monthsNone,
  head: [phrases.month, phrases.workers, phrases.billed, phrases.owed, phrases.confirmed],
  rows: (shown) =>
    shown.months.map((row) => [
      ...[row.month, row.billedWorkers, BigInt(row.billedIdr)],
      ...[BigInt(row.owedIdr), BigInt(row.confirmedIdr)],
    ]),
  chart(shown, language, isNarrow) {
    const drawn = shown.months.slice(-MONTHS_DRAWN);
    const series: Bars['series'] = [
      [phrases.billed, drawn.map(({ billedIdr }) => Number(billedIdr))] as const,
      [phrases.confirmed, drawn.map(({ confirmedIdr }) => Number(confirmedIdr))] as const,
      [phrases.owed, drawn.map(({ owedIdr }) => Number(owedIdr))] as const,
    ].map(([word, values]) => ({ name: inLanguage(language, word), values }));
    return barChart({
      ...{
        series,
        names: drawn.map(({ month }) => month),
        isLying: false,
        isStacked: false,
        isNarrow,
      },
      label: millions(language),
    });
  },
};

const purseOf = (shown: Dashboard, payerId: string, flow: string, language: Language): string => {
  const payer = shown.wish.programmes
    .flatMap(({ payers }) => payers)
    .find((one) => one.payerId === payerId);
  const legal = payer === undefined ? payerId : `${payer.legalEntity} (${payer.fund})`;
  return `${legal} · ${wordOf(flows, flow, language)}`;
};

const payments: Sheet = {
  title: phrases.payments,
  basis: phrases.paymentsBasis,
  alt: phrases.paymentsAlt,
  empty: phrases.paymentsNone,
  head: [phrases.month, phrases.payee, phrases.paidCount, phrases.paid, phrases.reportedPaid],
  rows: (shown, language) =>
    shown.payments
      .filter(({ settled, reported }) => settled + reported > 0)
      .toSorted((a, b) => a.key.localeCompare(b.key))
      .map((row) => [
        row.key,
        purseOf(shown, row.payerId, row.flow, language),
        row.settled + row.reported,
        BigInt(row.settledIdr),
        BigInt(row.reportedIdr),
      ]),
  chart(shown, language, isNarrow) {
    const paid = shown.payments.filter(({ settled, reported }) => settled + reported > 0);
    const drawn = [...new Set(paid.map(({ key }) => key))].toSorted().slice(-MONTHS_DRAWN);
    const lines = [...new Set(paid.map((row) => `${row.payerId}|${row.flow}|${row.mode}`))];
    const series = lines.map((line) => {
      const [payerId = '', flow = '', mode = ''] = line.split('|');
      const own = paid.filter((row) => `${row.payerId}|${row.flow}|${row.mode}` === line);
      const values = drawn.map((month) => {
        const row = own.find(({ key }) => key === month);
        return row === undefined ? 0 : Number(mode === 'TRACKS' ? row.reportedIdr : row.settledIdr);
      });
      return { name: purseOf(shown, payerId, flow, language), values };
    });
    return barChart({
      ...{ series, names: drawn, isLying: false, isStacked: false, isNarrow },
      label: millions(language),
    });
  },
};

/** One line per purse, flow and mandate: sums of two purses never meet. */
export const purseRows = (
  shown: Dashboard,
  language: Language,
): readonly (readonly SheetCell[])[] => {
  const { purses } = shown.figures;
  const keyOf = (one: (typeof purses)[number]) => [one.payerId, one.flow, one.mode].join('|');
  return [...new Set(purses.map(keyOf))].map((key) => {
    const own = purses.filter((one) => keyOf(one) === key);
    const [payerId = '', flow = '', mode = ''] = key.split('|');
    const sum = (standing: string): bigint =>
      own
        .filter((one) => one.standing === standing)
        .reduce((all, one) => all + BigInt(one.amountIdr), 0n);
    return [
      purseOf(shown, payerId, flow, language),
      wordOf(mandateModes, mode, language),
      ...[sum('OPEN'), sum('SETTLED'), sum('REPORTED_PAID')],
    ];
  });
};

export type SheetName = 'kelurahan' | 'menunggu' | 'iuran' | 'pencairan';

/** By the name in their address. */
export const sheets: Readonly<Record<SheetName, Sheet>> = {
  kelurahan: places,
  menunggu: waiting,
  iuran: months,
  pencairan: payments,
};

const moneySheets = ({ isToday }: Dashboard['wish']): readonly SheetName[] =>
  isToday ? ['iuran', 'pencairan'] : ['iuran'];

/** Which of them this person's dashboard holds. */
export const sheetNames = ({ wish }: Dashboard): readonly SheetName[] => [
  'kelurahan',
  ...(wish.isToday ? (['menunggu'] as const) : []),
  ...(wish.programmes.length > 0 && wish.seesMoney ? moneySheets(wish) : []),
];
