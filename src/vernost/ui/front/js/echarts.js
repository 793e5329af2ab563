// The kinds of pictures that Vernost draws, and no others.
import { BarChart, LineChart, RadarChart, SankeyChart, ScatterChart, TreeChart } from "echarts/charts";
import {
  AriaComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  RadarComponent,
  TooltipComponent,
} from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, RadarChart, SankeyChart, ScatterChart, TreeChart]);
use([AriaComponent, DataZoomComponent, GridComponent, LegendComponent, MarkLineComponent, RadarComponent]);
use([TooltipComponent, SVGRenderer]);

export function draw(place, option) {
  const chart = init(place, null, { renderer: "svg" });
  chart.setOption({ aria: { enabled: true }, animation: false, ...option });
  chart.on("click", ({ data }) => data?.url && location.assign(data.url));
  new ResizeObserver(() => chart.resize()).observe(place);
}
