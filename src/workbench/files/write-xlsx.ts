import type { Book } from '../model/book';
import { chartXml, drawingXml } from './write-charts';
import { PackageWriter } from './package-writer';
import { SharedStrings } from './shared-strings';
import { storedStateParts } from './stored-state';
import { sheetXml } from './write-sheet';
import { StyleSheet } from './write-styles';
import { tableXml } from './write-table';
import { appXml, coreXml, customXml, workbookXml } from './write-workbook';

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Packs a workbook as .xlsx, with formulas, their last values, and a full calculation on opening. */
export async function writeXlsx(book: Book, now: Date): Promise<Uint8Array> {
  const out = new PackageWriter();
  const styles = new StyleSheet();
  const strings = new SharedStrings();
  const workbookPath = 'xl/workbook.xml';
  out.relate('', 'officeDocument', workbookPath);
  book.sheets.forEach((_, i) => out.relate(workbookPath, 'worksheet', `xl/worksheets/sheet${i + 1}.xml`));
  let tableCount = 0;
  let chartCount = 0;
  for (const [i, sheet] of book.sheets.entries()) {
    const path = `xl/worksheets/sheet${i + 1}.xml`;
    const tableIds = book.tables
      .filter((table) => table.sheet === sheet)
      .map((table) => {
        const tablePath = `xl/tables/table${++tableCount}.xml`;
        out.add(tablePath, `${MAIN}.table+xml`, tableXml(table, tableCount));
        return out.relate(path, 'table', tablePath);
      });
    let drawingId: string | undefined;
    const charts = sheet.charts.flatMap((chart) => {
      const xml = chartXml(chart);
      return xml === undefined ? [] : [{ chart, xml }];
    });
    if (charts.length > 0) {
      const drawingPath = `xl/drawings/drawing${i + 1}.xml`;
      const frames = charts.map(({ chart, xml }) => {
        const chartPath = `xl/charts/chart${++chartCount}.xml`;
        out.add(chartPath, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml', xml);
        return { chart, id: out.relate(drawingPath, 'chart', chartPath) };
      });
      out.add(
        drawingPath,
        'application/vnd.openxmlformats-officedocument.drawing+xml',
        drawingXml(sheet, frames),
      );
      drawingId = out.relate(path, 'drawing', drawingPath);
    }
    const outside = (address: string) => out.relateOutside(path, 'hyperlink', address);
    const isActive = sheet === book.activeSheet;
    out.add(
      path,
      `${MAIN}.worksheet+xml`,
      sheetXml(book, sheet, { styles, strings, tableIds, drawingId, isActive, outside }),
    );
  }
  out.add(workbookPath, `${MAIN}.sheet.main+xml`, workbookXml(book));
  out.relate(workbookPath, 'styles', 'xl/styles.xml');
  out.add('xl/styles.xml', `${MAIN}.styles+xml`, styles.toXml());
  out.relate(workbookPath, 'sharedStrings', 'xl/sharedStrings.xml');
  out.add('xl/sharedStrings.xml', `${MAIN}.sharedStrings+xml`, strings.toXml());
  writeProperties(out, book, now);
  writeCustomXml(out, book, workbookPath);
  return out.pack();
}

function writeProperties(out: PackageWriter, book: Book, now: Date): void {
  out.relate('', 'core-properties', 'docProps/core.xml');
  out.add(
    'docProps/core.xml',
    'application/vnd.openxmlformats-package.core-properties+xml',
    coreXml(book, now),
  );
  out.relate('', 'extended-properties', 'docProps/app.xml');
  out.add(
    'docProps/app.xml',
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    appXml(book),
  );
  if (book.properties.custom.size === 0) return;
  out.relate('', 'custom-properties', 'docProps/custom.xml');
  out.add(
    'docProps/custom.xml',
    'application/vnd.openxmlformats-officedocument.custom-properties+xml',
    customXml(book.properties.custom),
  );
}

function writeCustomXml(out: PackageWriter, book: Book, workbookPath: string): void {
  const sheetProperties = Object.fromEntries(
    book.sheets
      .filter((sheet) => sheet.customProperties.size > 0)
      .map((sheet) => [sheet.name, Object.fromEntries(sheet.customProperties)]),
  );
  const settings = Object.fromEntries(book.settings);
  const parts = storedStateParts({ settings, sheetProperties, xmlParts: [...book.xmlParts.values()] });
  parts.forEach((xml, i) => {
    const path = `customXml/item${i + 1}.xml`;
    out.add(path, undefined, xml);
    out.relate(workbookPath, 'customXml', path);
  });
}
