import { XMLValidator } from 'fast-xml-parser';
import type { FileChart, FilePlace, FileSeries, FileShows } from '../model/chart';
import type { SheetContents } from '../model/contents';
import { wellFormed, type WorkbookPackage } from './package';
import {
  attribute,
  child,
  children,
  decodeXml,
  flag,
  numberAttribute,
  parseXml,
  textOf,
  type XmlNode,
} from './xml';
import { attributesOf, childrenOf, textOfPiece } from './xml-pieces';

/** What a larger chart shows is not looked at. */
const MOST_CHARACTERS = 2_000_000;
const UNITS_PER_POINT = 12_700;

/** The charts on a sheet, where they stand and what they show, as far as it is understood: they stay the file's. */
export async function readCharts(
  parts: WorkbookPackage,
  sheetPath: string,
): Promise<Pick<SheetContents, 'charts' | 'hasDrawing'>> {
  const drawing = (await parts.relationships(sheetPath)).find(({ kind }) => kind === 'drawing')?.target;
  const xml = drawing === undefined ? undefined : await parts.text(drawing);
  if (drawing === undefined || xml === undefined) return { charts: [], hasDrawing: false };
  const found = wellFormed(drawing, () =>
    childrenOf(xml).flatMap((piece, anchor) => {
      const text = textOfPiece(xml, piece);
      const tag = /<(?:\w+:)?cNvPr\b[^>]*>/.exec(text)?.[0];
      if (tag === undefined || !/uri="[^"]*\/chart(ex)?"/.test(text)) return [];
      return [{ name: decodeXml(attributesOf(tag).get('name') ?? ''), anchor, text }];
    }),
  );
  const relations = found.length === 0 ? [] : await parts.relationships(drawing);
  const charts = await Promise.all(
    found.map(async ({ name, anchor, text }): Promise<FileChart> => {
      const id = /<(?:\w+:)?chart\b[^>]*\b\w+:id="([^"]+)"/.exec(text)?.[1];
      const part = relations.find((one) => one.id === id && one.kind === 'chart')?.target;
      const source = part === undefined ? undefined : await parts.text(part);
      const place = placeIn(text);
      const shows = source === undefined ? undefined : showsOf(source);
      return { name, anchor, ...(place && { place }), ...(shows && { shows }) };
    }),
  );
  return { charts, hasDrawing: true };
}

/** A part that is no XML at all stays the file's, too: it is not shown. */
const rootIn = (text: string): XmlNode | undefined =>
  text.length <= MOST_CHARACTERS && !text.includes('<!DOCTYPE') && XMLValidator.validate(text) === true
    ? parseXml(text)
    : undefined;

function placeIn(text: string): FilePlace | undefined {
  // A piece of a drawing speaks of namespaces that stand at its root: they are dropped anyway.
  const root = rootIn(text);
  const [name, node] = Object.entries(root ?? {}).find(([key]) => key.endsWith('Anchor')) ?? [];
  if (name === undefined || typeof node !== 'object' || Array.isArray(node)) return undefined;
  const anchor = node as XmlNode;
  const points = (value: number | undefined) => (value ?? 0) / UNITS_PER_POINT;
  const corner = (at: XmlNode | undefined) => {
    const number = (key: string) => Number(textOf(child(at, key)));
    return {
      column: number('col'),
      columnOffset: points(number('colOff')),
      row: number('row'),
      rowOffset: points(number('rowOff')),
    };
  };
  const ext = child(anchor, 'ext');
  const size = ext && {
    width: points(numberAttribute(ext, 'cx')),
    height: points(numberAttribute(ext, 'cy')),
  };
  if (name === 'absoluteAnchor') {
    const pos = child(anchor, 'pos');
    const [columnOffset, rowOffset] = [points(numberAttribute(pos, 'x')), points(numberAttribute(pos, 'y'))];
    return { from: { column: 0, columnOffset, row: 0, rowOffset }, ...(size && { size }) };
  }
  const from = corner(child(anchor, 'from'));
  const to = child(anchor, 'to');
  return { from, ...(to ? { to: corner(to) } : size ? { size } : {}) };
}

const PLOTS: Readonly<Record<string, string>> = {
  barChart: 'Column',
  lineChart: 'Line',
  pieChart: 'Pie',
  doughnutChart: 'Doughnut',
  areaChart: 'Area',
};

/** Bars, lines, areas and pies over cells; undefined for a chart of which nothing of that kind is found. */
function showsOf(text: string): FileShows | undefined {
  const chart = child(child(rootIn(text), 'chartSpace'), 'chart');
  const plot = child(chart, 'plotArea');
  const plots = Object.entries(PLOTS).flatMap(([element, kind]) =>
    children(plot, element).map((node) => ({ kind, node })),
  );
  const [first] = plots;
  if (first === undefined) return undefined;
  const isLying = attribute(child(first.node, 'barDir'), 'val') === 'bar';
  const series = plots.flatMap(({ kind, node }) =>
    children(node, 'ser').map((one): FileSeries & { order: number } => ({
      order: numberAttribute(child(one, 'order'), 'val') ?? 0,
      ...seriesOf(one),
      ...(kind === first.kind ? {} : { chartType: kind }),
    })),
  );
  series.sort((a, b) => a.order - b.order);
  const legend = child(chart, 'legend');
  const format = attribute(child(child(plot, 'valAx'), 'numFmt'), 'formatCode');
  return {
    type: isLying ? 'BarClustered' : first.kind === 'Column' ? 'ColumnClustered' : first.kind,
    title: flag(child(chart, 'autoTitleDeleted'), 'val') ? '' : wordsIn(child(chart, 'title')),
    hasLegend: legend !== undefined,
    ...(format === undefined ? {} : { format }),
    series,
  };
}

function seriesOf(node: XmlNode): FileSeries {
  const reference = (key: string) => {
    const source = child(node, key);
    const ref = child(source, 'strRef') ?? child(source, 'numRef') ?? child(source, 'multiLvlStrRef');
    const text = textOf(child(ref, 'f'));
    return text === '' ? undefined : text;
  };
  const [name, values, categories] = [reference('tx'), reference('val'), reference('cat')];
  const said = textOf(child(child(node, 'tx'), 'v'));
  return {
    ...(said === '' ? {} : { name: said }),
    ...(name === undefined ? {} : { nameAt: name }),
    ...(values === undefined ? {} : { values }),
    ...(categories === undefined ? {} : { categories }),
  };
}

/** All texts of a title's runs. */
const wordsIn = (title: XmlNode | undefined): string =>
  children(child(child(title, 'tx'), 'rich'), 'p')
    .flatMap((paragraph) => children(paragraph, 'r').map((run) => textOf(child(run, 't'))))
    .join('');
