import { formatAddress } from '../grid/address';
import { valueOf } from '../grid/cell-value';
import { lastColumn, lastRow } from '../grid/rect';
import type { Chart, ChartSeries, ChartSource } from '../model/chart';
import type { Sheet } from '../model/sheet';
import { escapeXml } from './xml';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const DRAWING_UNITS_PER_POINT = 12_700;

interface Kind {
  readonly element:
    'barChart' | 'lineChart' | 'pieChart' | 'doughnutChart' | 'areaChart' | 'scatterChart' | 'radarChart';
  /** Bars lie (`bar`) or stand (`col`). */
  readonly direction?: 'bar' | 'col';
}

/** The kinds of chart that are written; variants such as "Stacked" are read from the name. */
const KINDS: readonly (readonly [start: string, kind: Kind])[] = [
  ['Column', { element: 'barChart', direction: 'col' }],
  ['Bar', { element: 'barChart', direction: 'bar' }],
  ['Line', { element: 'lineChart' }],
  ['Pie', { element: 'pieChart' }],
  ['Doughnut', { element: 'doughnutChart' }],
  ['Area', { element: 'areaChart' }],
  ['XYScatter', { element: 'scatterChart' }],
  ['Radar', { element: 'radarChart' }],
];

const kindOf = (type: string): Kind | undefined => KINDS.find(([start]) => type.startsWith(start))?.[1];

/** True if the chart can be written to a file. */
export function canWriteChart(chart: Chart): boolean {
  return chart.file !== undefined || (kindOf(chart.type) !== undefined && chart.series.length > 0);
}

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

/** A drawing without anything on it. */
export const EMPTY_DRAWING = `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"></xdr:wsDr>`;

/** The frame of a chart over the cells of a sheet. It brings its namespaces: the drawing may be another program's. */
export function chartFrame(sheet: Sheet, chart: Chart, relation: string, number: number): string {
  const units = (points: number) => Math.max(0, Math.round(points * DRAWING_UNITS_PER_POINT));
  const from = anchor(sheet, chart.left, chart.top);
  const size = `cx="${units(chart.width)}" cy="${units(chart.height)}"`;
  return (
    `<xdr:oneCellAnchor xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"` +
    ` xmlns:c="${DRAWING}/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
    `<xdr:from>${from}</xdr:from><xdr:ext ${size}/>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${number}" name="${escapeXml(chart.name)}"/>` +
    '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${DRAWING}/chart">` +
    `<c:chart r:id="${relation}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`
  );
}

/** The cell under a point, and how far into it the point lies. */
function anchor(sheet: Sheet, left: number, top: number): string {
  const { univerSheet } = sheet.cells;
  const walk = (points: number, size: (index: number) => number, limit: number) => {
    let rest = points / 0.75;
    let index = 0;
    while (index < limit && rest >= size(index)) rest -= size(index++);
    return { index, offset: Math.round(rest * 0.75 * DRAWING_UNITS_PER_POINT) };
  };
  const column = walk(left, (i) => univerSheet.getColumnWidth(i), 16_383);
  const row = walk(top, (i) => univerSheet.getRowHeight(i), 1_048_575);
  return (
    `<xdr:col>${column.index}</xdr:col><xdr:colOff>${column.offset}</xdr:colOff>` +
    `<xdr:row>${row.index}</xdr:row><xdr:rowOff>${row.offset}</xdr:rowOff>`
  );
}

/** The chart part; undefined for a kind that is not written. */
export function chartXml(chart: Chart): string | undefined {
  const kind = kindOf(chart.type);
  if (!kind || !canWriteChart(chart)) return undefined;
  const title = chart.title.text !== '' && chart.title.visible ? titleXml(chart.title.text) : '';
  const legend = chart.legend.visible
    ? `<c:legend><c:legendPos val="${LEGEND[chart.legend.position] ?? 'b'}"/><c:overlay val="0"/></c:legend>`
    : '';
  return (
    `${HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"` +
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"' +
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<c:chart>${title}<c:autoTitleDeleted val="${title === '' ? 1 : 0}"/>` +
    `<c:plotArea><c:layout/>${plotXml(chart, kind)}</c:plotArea>${legend}` +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}

const LEGEND: Readonly<Record<string, string>> = {
  Top: 't',
  Bottom: 'b',
  Left: 'l',
  Right: 'r',
  Corner: 'tr',
};

function titleXml(text: string): string {
  return (
    '<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="en-US"/>' +
    `<a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  );
}

function groupingOf(type: string, plain: string): string {
  return type.endsWith('100') ? 'percentStacked' : type.includes('Stacked') ? 'stacked' : plain;
}

function plotXml(chart: Chart, { element, direction }: Kind): string {
  // Series of a line kind over columns make a combined chart.
  const lines = element === 'barChart' ? chart.series.filter((s) => s.chartType?.startsWith('Line')) : [];
  const main = chart.series.filter((series) => !lines.includes(series));
  const series = (list: readonly ChartSeries[], scatter = false) =>
    list.map((item) => seriesXml(item, chart.series.indexOf(item), scatter)).join('');
  const ids = '<c:axId val="111111111"/><c:axId val="222222222"/>';
  const vary = '<c:varyColors val="0"/>';
  switch (element) {
    case 'barChart': {
      const grouping = groupingOf(chart.type, 'clustered');
      const gap = chart.series[0]?.decoration.get('gapWidth');
      const bars =
        `<c:barChart><c:barDir val="${direction ?? 'col'}"/><c:grouping val="${grouping}"/>${vary}${series(main)}` +
        `<c:gapWidth val="${typeof gap === 'number' ? gap : 150}"/>` +
        `${grouping === 'clustered' ? '' : '<c:overlap val="100"/>'}${ids}</c:barChart>`;
      const overlay =
        lines.length === 0
          ? ''
          : `<c:lineChart><c:grouping val="standard"/>${vary}${series(lines)}<c:marker val="1"/>${ids}</c:lineChart>`;
      return bars + overlay + axesXml(chart, direction === 'bar');
    }
    case 'lineChart':
      return (
        `<c:lineChart><c:grouping val="${groupingOf(chart.type, 'standard')}"/>${vary}${series(main)}` +
        `<c:marker val="1"/>${ids}</c:lineChart>${axesXml(chart, false)}`
      );
    case 'areaChart':
      return (
        `<c:areaChart><c:grouping val="${groupingOf(chart.type, 'standard')}"/>${vary}${series(main)}${ids}` +
        `</c:areaChart>${axesXml(chart, false)}`
      );
    case 'radarChart':
      return `<c:radarChart><c:radarStyle val="marker"/>${vary}${series(main)}${ids}</c:radarChart>${axesXml(chart, false)}`;
    case 'scatterChart':
      return (
        `<c:scatterChart><c:scatterStyle val="lineMarker"/>${vary}${series(main, true)}${ids}</c:scatterChart>` +
        valueAxis(chart, '111111111', '222222222', 'b', 'categoryAxis') +
        valueAxis(chart, '222222222', '111111111', 'l', 'valueAxis')
      );
    case 'pieChart':
      return `<c:pieChart><c:varyColors val="1"/>${series(main)}</c:pieChart>`;
    case 'doughnutChart':
      return `<c:doughnutChart><c:varyColors val="1"/>${series(main)}<c:holeSize val="50"/></c:doughnutChart>`;
  }
}

function axesXml(chart: Chart, lying: boolean): string {
  const get = (path: string) => chart.decoration.get(`axes/${path}`);
  const hidden = get('categoryAxis/visible') === false ? 1 : 0;
  const reversed = get('categoryAxis/reversePlotOrder') === true ? 'maxMin' : 'minMax';
  return (
    `<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="${reversed}"/></c:scaling>` +
    `<c:delete val="${hidden}"/><c:axPos val="${lying ? 'l' : 'b'}"/>${axisTitle(get('categoryAxis/title/text'))}` +
    '<c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>' +
    '<c:tickLblPos val="nextTo"/><c:crossAx val="222222222"/><c:crosses val="autoZero"/></c:catAx>' +
    valueAxis(chart, '222222222', '111111111', lying ? 'b' : 'l', 'valueAxis')
  );
}

function valueAxis(chart: Chart, id: string, cross: string, position: string, name: string): string {
  const get = (path: string) => chart.decoration.get(`axes/${name}/${path}`);
  const bound = (tag: string, value: unknown) =>
    typeof value === 'number' ? `<c:${tag} val="${value}"/>` : '';
  const format = get('numberFormat');
  const gridlines = get('majorGridlines/visible') === false ? '' : '<c:majorGridlines/>';
  return (
    `<c:valAx><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/>${bound('max', get('maximum'))}` +
    `${bound('min', get('minimum'))}</c:scaling><c:delete val="${get('visible') === false ? 1 : 0}"/>` +
    `<c:axPos val="${position}"/>${gridlines}${axisTitle(get('title/text'))}` +
    (typeof format === 'string'
      ? `<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/>`
      : '<c:numFmt formatCode="General" sourceLinked="1"/>') +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
    `<c:crossAx val="${cross}"/><c:crosses val="autoZero"/></c:valAx>`
  );
}

const axisTitle = (text: unknown) => (typeof text === 'string' && text !== '' ? titleXml(text) : '');

function seriesXml(series: ChartSeries, index: number, scatter: boolean): string {
  const name =
    series.nameSource && !series.nameSource.area.isGone ? stringCache(series.nameSource, 'strRef') : '';
  const text =
    series.name !== undefined
      ? `<c:v>${escapeXml(series.name)}</c:v>`
      : name === ''
        ? `<c:v>Series${index + 1}</c:v>`
        : name;
  const color = series.decoration.get('format/fill/color') ?? series.decoration.get('format/line/color');
  const fill =
    typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color)
      ? `<a:solidFill><a:srgbClr val="${color.slice(1).toUpperCase()}"/></a:solidFill>`
      : '';
  const shape = fill === '' ? '' : `<c:spPr>${scatter ? '' : fill}<a:ln>${fill}</a:ln></c:spPr>`;
  const categories = series.categories && !series.categories.area.isGone ? series.categories : undefined;
  const values = series.values && !series.values.area.isGone ? numberCache(series.values) : '';
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx>${text}</c:tx>${shape}` +
    (categories === undefined
      ? ''
      : scatter
        ? `<c:xVal>${numberCache(categories)}</c:xVal>`
        : `<c:cat>${stringCache(categories, 'strRef')}</c:cat>`) +
    (scatter ? `<c:yVal>${values}</c:yVal>` : `<c:val>${values}</c:val>`) +
    '</c:ser>'
  );
}

function points(source: ChartSource): unknown[] {
  const { rect } = source.area;
  const values: unknown[] = [];
  for (let row = rect.row; row <= lastRow(rect); row++) {
    for (let column = rect.column; column <= lastColumn(rect); column++) {
      values.push(valueOf(source.sheet.cells.raw(row, column)));
    }
  }
  return values;
}

const addressOf = ({ sheet, area }: ChartSource) =>
  escapeXml(formatAddress(sheet.name, area.rect, { absolute: true }));

function stringCache(source: ChartSource, tag: string): string {
  const values = points(source);
  const items = values.map((value, i) => `<c:pt idx="${i}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`);
  return (
    `<c:${tag}><c:f>${addressOf(source)}</c:f><c:strCache><c:ptCount val="${values.length}"/>` +
    `${items.join('')}</c:strCache></c:${tag}>`
  );
}

function numberCache(source: ChartSource): string {
  const values = points(source);
  const items = values.flatMap((value, i) =>
    typeof value === 'number' ? [`<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`] : [],
  );
  return (
    `<c:numRef><c:f>${addressOf(source)}</c:f><c:numCache><c:formatCode>General</c:formatCode>` +
    `<c:ptCount val="${values.length}"/>${items.join('')}</c:numCache></c:numRef>`
  );
}
