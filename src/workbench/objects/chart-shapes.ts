import type { DecorationShape } from './chart-decoration';

/** The parts of a chart that are remembered as set, with Office.js's class names and members. */

const fill: DecorationShape = { className: 'ChartFill', fill: true };
const line: DecorationShape = {
  className: 'ChartLineFormat',
  scalars: { color: '', lineStyle: 'Continuous', weight: 0.75 },
  clear: true,
};
const border: DecorationShape = {
  className: 'ChartBorder',
  scalars: { color: '', lineStyle: 'None', weight: 0.75 },
  clear: true,
};
const font: DecorationShape = {
  className: 'ChartFont',
  scalars: { bold: false, color: '#595959', italic: false, name: 'Calibri', size: 10, underline: 'None' },
};

export const titleFormat: DecorationShape = {
  className: 'ChartTitleFormat',
  navigations: { font, fill, border },
};

export const legendFormat: DecorationShape = {
  className: 'ChartLegendFormat',
  navigations: { font, fill, border },
};

export const areaFormat: DecorationShape = {
  className: 'ChartAreaFormat',
  scalars: { roundedCorners: false, colorScheme: 'ColorfulPalette1' },
  navigations: { fill, font, border },
};

export const dataLabels: DecorationShape = {
  className: 'ChartDataLabels',
  scalars: {
    position: 'BestFit',
    showValue: false,
    showSeriesName: false,
    showCategoryName: false,
    showLegendKey: false,
    showPercentage: false,
    separator: ', ',
    numberFormat: 'General',
    linkNumberFormat: true,
  },
  navigations: { format: { className: 'ChartDataLabelFormat', navigations: { font, fill, border } } },
};

export const plotArea: DecorationShape = {
  className: 'ChartPlotArea',
  scalars: { left: 0, top: 0, width: 0, height: 0, position: 'Automatic' },
  navigations: { format: { className: 'ChartPlotAreaFormat', navigations: { fill, border } } },
};

const gridlines = (visible: boolean): DecorationShape => ({
  className: 'ChartGridlines',
  scalars: { visible },
  navigations: { format: { className: 'ChartGridlinesFormat', navigations: { line } } },
});

const axis = (type: string, majorGridlines: boolean): DecorationShape => ({
  className: 'ChartAxis',
  scalars: {
    type,
    majorUnit: '',
    minorUnit: '',
    maximum: '',
    minimum: '',
    visible: true,
    displayUnit: 'None',
    showDisplayUnitLabel: false,
    axisGroup: 'Primary',
    scaleType: 'Linear',
    logBase: 10,
    reversePlotOrder: false,
    isBetweenCategories: true,
    majorTickMark: 'None',
    minorTickMark: 'None',
    tickLabelPosition: 'NextToAxis',
    tickLabelSpacing: 1,
    tickMarkSpacing: 1,
    numberFormat: 'General',
    linkNumberFormat: true,
    textOrientation: 0,
    position: 'Automatic',
    categoryType: 'Automatic',
  },
  navigations: {
    majorGridlines: gridlines(majorGridlines),
    minorGridlines: gridlines(false),
    title: {
      className: 'ChartAxisTitle',
      scalars: { text: '', visible: false, textOrientation: 0 },
      navigations: { format: { className: 'ChartAxisTitleFormat', navigations: { font, fill, border } } },
    },
    format: { className: 'ChartAxisFormat', navigations: { font, line, fill } },
  },
});

export const axes: DecorationShape = {
  className: 'ChartAxes',
  navigations: {
    categoryAxis: axis('Category', false),
    valueAxis: axis('Value', true),
    seriesAxis: axis('Series', false),
  },
};

export const seriesFormat: DecorationShape = {
  className: 'ChartSeriesFormat',
  navigations: { fill, line },
};

/** Members of a series that are only remembered. */
export const SERIES_SCALARS: Readonly<Record<string, unknown>> = {
  hasDataLabels: false,
  filtered: false,
  gapWidth: 150,
  overlap: 0,
  smooth: false,
  markerStyle: 'Automatic',
  markerSize: 5,
  markerBackgroundColor: '',
  markerForegroundColor: '',
  invertIfNegative: false,
  varyByCategories: false,
  plotOrder: 1,
  doughnutHoleSize: 50,
  firstSliceAngle: 0,
  explosion: 0,
  showShadow: false,
};
