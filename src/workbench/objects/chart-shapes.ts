import type { DecorationShape } from './chart-decoration';

/** The parts of a chart that are remembered as set, with Office.js's class names and members. */

const fill: DecorationShape = { className: 'ChartFill', fill: true };
const line: DecorationShape = {
  className: 'ChartLineFormat',
  scalars: { color: '' },
};
/** What of an axis is written to files. */
const axis = (majorGridlines: boolean): DecorationShape => ({
  className: 'ChartAxis',
  scalars: { maximum: '', minimum: '', visible: true, reversePlotOrder: false, numberFormat: 'General' },
  navigations: {
    majorGridlines: { className: 'ChartGridlines', scalars: { visible: majorGridlines } },
    title: { className: 'ChartAxisTitle', scalars: { text: '' } },
  },
});

export const axes: DecorationShape = {
  className: 'ChartAxes',
  navigations: { categoryAxis: axis(false), valueAxis: axis(true) },
};

export const seriesFormat: DecorationShape = {
  className: 'ChartSeriesFormat',
  navigations: { fill, line },
};

/** Members of a series that are only remembered. */
export const SERIES_SCALARS: Readonly<Record<string, unknown>> = { gapWidth: 150 };
