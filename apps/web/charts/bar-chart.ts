// Bars of several series, lying (many names) or standing (months), in the colours of the house.
import type { Chart } from './draw-chart.ts';

export type BarSeries = { readonly name: string; readonly values: readonly number[] };

export type Bars = {
  readonly names: readonly string[];
  readonly series: readonly BarSeries[];
  readonly isLying: boolean;
  readonly isStacked: boolean;
  /** For a phone: as wide as its page, so that words keep their size. */
  readonly isNarrow: boolean;
  /** How a value reads at the axis and at its bar. */
  label(value: number): string;
};

/** Told apart without colour sight as well: dark, amber, grey, light, red. */
const COLOURS = ['#0b4f6c', '#f2a900', '#8a99a8', '#7fb7d1', '#a1201b', '#1c6b3c'];
const TEXT = '#16202a';
const SOFT = '#51606f';
const LINE = '#d5dde4';
/** Without quotes: the name goes into an attribute of the SVG as it is. */
const FONT = 'system-ui, Roboto, Ubuntu, sans-serif';
const WIDTH = 760;
const NARROW = 340;
const ROW = 26;
const STANDING_HEIGHT = 320;
const AROUND = 84;

const heightOf = ({ isLying, isStacked, names, series }: Bars): number =>
  isLying ? names.length * (isStacked ? ROW : ROW * series.length) + AROUND : STANDING_HEIGHT;

const axes = ({ names, isLying, label }: Bars) => {
  const text = { color: TEXT, fontSize: 12, fontFamily: FONT };
  const category = {
    type: 'category' as const,
    data: [...names],
    inverse: isLying,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: LINE } },
    axisLabel: text,
  };
  const value = {
    type: 'value' as const,
    splitLine: { lineStyle: { color: LINE } },
    axisLabel: { ...text, color: SOFT, formatter: label },
    splitNumber: 4,
    minInterval: 1,
  };
  return isLying ? { xAxis: value, yAxis: category } : { xAxis: category, yAxis: value };
};

const legendHeight = ({ series, isNarrow }: Bars): number => {
  if (series.length < 2) return 12;
  return isNarrow ? 24 * Math.ceil(series.length / 2) + 16 : 40;
};

export const barChart = (bars: Bars): Chart => ({
  width: bars.isNarrow ? NARROW : WIDTH,
  height: heightOf(bars),
  option: {
    color: COLOURS,
    textStyle: { fontFamily: FONT },
    ...(bars.series.length > 1 && {
      legend: {
        top: 0,
        left: 0,
        textStyle: { color: TEXT, fontSize: 12 },
        icon: 'roundRect',
        itemGap: bars.isNarrow ? 14 : 28,
      },
    }),
    grid: {
      ...{ left: 16, right: 40, bottom: 8, top: legendHeight(bars) },
      ...{ outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    },
    ...axes(bars),
    series: bars.series.map(({ name, values }) => ({
      ...{ type: 'bar' as const, name, data: [...values], barMaxWidth: 22 },
      ...(bars.isStacked && { stack: 'one' }),
      // Of a single series each bar says its number; of several the table beneath does.
      ...(bars.series.length === 1 && {
        label: {
          ...{ show: true, position: bars.isLying ? ('right' as const) : ('top' as const) },
          ...{
            color: TEXT,
            fontSize: 12,
            formatter: ({ value }: { value: unknown }) => bars.label(Number(value)),
          },
        },
      }),
    })),
  },
});
