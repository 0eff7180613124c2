// Draws a chart as an SVG text on the server: no code of a chart ever runs in a browser.
import type { BarSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

export type ChartOption = ComposeOption<
  BarSeriesOption | GridComponentOption | LegendComponentOption
>;

export type Chart = {
  readonly width: number;
  readonly height: number;
  readonly option: ChartOption;
};

/** Loaded by the first chart: whoever looks at none does not wait for it. */
const library = async (): Promise<typeof import('echarts/core')> => {
  const [core, { BarChart }, { GridComponent, LegendComponent }, { SVGRenderer }] =
    await Promise.all([
      import('echarts/core'),
      import('echarts/charts'),
      import('echarts/components'),
      import('echarts/renderers'),
    ]);
  core.use([BarChart, GridComponent, LegendComponent, SVGRenderer]);
  return core;
};

let loaded: ReturnType<typeof library> | undefined;

export const drawChart = async ({ width, height, option }: Chart): Promise<string> => {
  loaded ??= library();
  const { init } = await loaded;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
};
