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

/** A point of a sheet: a cell, and how far into it, in points. */
export interface FileCorner {
  readonly column: number;
  readonly columnOffset: number;
  readonly row: number;
  readonly rowOffset: number;
}

/** Where a chart of a file stands: from a corner on, to another one or as large as is said, in points. */
export interface FilePlace {
  readonly from: FileCorner;
  readonly to?: FileCorner;
  readonly size?: { readonly width: number; readonly height: number };
}

/** A series of a chart of a file; blocks by their addresses. */
export interface FileSeries {
  readonly name?: string;
  readonly nameAt?: string;
  readonly values?: string;
  readonly categories?: string;
  readonly chartType?: string;
}

/** What a chart of a file shows, as far as it is drawn: add-ins are not told of it. */
export interface FileShows {
  readonly type: string;
  readonly title: string;
  readonly hasLegend: boolean;
  readonly format?: string;
  readonly series: readonly FileSeries[];
}

/** A chart of the file: where it stands in its sheet's drawing, and what of it is understood. It is written back as it was. */
export interface FileChart {
  readonly name: string;
  readonly anchor: number;
  readonly place?: FilePlace;
  readonly shows?: FileShows;
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
