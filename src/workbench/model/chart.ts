import type { Area } from '../grid/area';
import type { Sheet } from './sheet';

/** A block of a sheet that a chart reads. */
export interface ChartSource {
  readonly sheet: Sheet;
  readonly area: Area;
}

export interface ChartSeries {
  /** Shown name; undefined: taken from the header cell. */
  name: string | undefined;
  nameSource: ChartSource | undefined;
  values: ChartSource | undefined;
  categories: ChartSource | undefined;
  chartType: string | undefined;
  /** Colours and the like, set and read back by member path such as `format/fill/color`. */
  readonly decoration: Map<string, unknown>;
}

/** A chart of the file: where it stands in its sheet's drawing. What it shows is not read. */
export interface FileChart {
  readonly name: string;
  readonly anchor: number;
}

/** A chart: what it shows is kept and read back; drawing it is the page's. Lengths in points. */
export interface Chart {
  readonly id: string;
  /** Set for a chart that came with the file and is written back as it was. */
  readonly file?: FileChart;
  name: string;
  type: string;
  left: number;
  top: number;
  width: number;
  height: number;
  seriesBy: 'Auto' | 'Columns' | 'Rows';
  readonly series: ChartSeries[];
  readonly title: { text: string; visible: boolean };
  readonly legend: { visible: boolean; position: string };
  /** Everything else that was set, by member path such as `axes/valueAxis/minimum`. */
  readonly decoration: Map<string, unknown>;
}
