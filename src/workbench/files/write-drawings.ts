import type { Sheet } from '../model/sheet';
import type { SheetThen } from './open-book';
import { appendChild, type PackageEdit } from './package-edit';
import { canWriteChart, chartFrame, chartXml, EMPTY_DRAWING } from './write-charts';
import { childrenOf, textOfPiece } from './xml-pieces';

const CHART = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/** Takes charts that were deleted out of a sheet's drawing, and adds the new ones to it. */
export async function writeCharts(
  edit: PackageEdit,
  sheet: Sheet,
  path: string,
  then: SheetThen | undefined,
): Promise<void> {
  const kept = new Set(sheet.charts.flatMap(({ file }) => (file ? [file.anchor] : [])));
  const gone = (then?.charts ?? []).filter((anchor) => !kept.has(anchor));
  const made = sheet.charts.filter((chart) => !chart.file && canWriteChart(chart));
  if (gone.length === 0 && made.length === 0) return;
  const drawing = (await edit.relationships(path)).find(({ kind }) => kind === 'drawing')?.target;
  if (drawing === undefined) return;
  let xml = (await edit.text(drawing)) ?? '';
  if (xml === '') xml = EMPTY_DRAWING;
  const anchors = childrenOf(xml);
  for (const at of gone.sort((a, b) => b - a)) {
    const piece = anchors[at];
    if (!piece) continue;
    const text = textOfPiece(xml, piece);
    edit.dropping(drawing)(text);
    xml = xml.slice(0, piece.start) + xml.slice(piece.end);
    for (const [, id = ''] of text.matchAll(/\br:(?:id|embed)="([^"]+)"/g))
      if (!xml.includes(`"${id}"`)) await edit.unrelate(drawing, id);
  }
  let number = Math.max(1, ...Array.from(xml.matchAll(/cNvPr\b[^>]*?\bid="(\d+)"/g), ([, id]) => Number(id)));
  for (const chart of made) {
    const part = edit.freePath('xl/charts/chart#.xml');
    edit.add(part, CHART, chartXml(chart) ?? '');
    const relation = await edit.relate(drawing, 'chart', part);
    xml = appendChild(xml, edit.inOwnNamespaces(chartFrame(sheet, chart, relation, ++number)));
  }
  edit.set(drawing, edit.inOwnNamespaces(xml));
}
