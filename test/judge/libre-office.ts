import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import type { Cell } from '../support/office';

const run = promisify(execFile);

/** Whose separators and words a program shows. */
export type Locale = 'en-US' | 'de-DE';

/** The cells of a workbook by sheet, from A1. */
export type Sheets = ReadonlyMap<string, readonly (readonly Cell[])[]>;

/** A profile of its own: nothing of the user's is touched, and the locale is the one asked for. */
const profile = (locale: Locale): string => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/**
 * Workbooks as LibreOffice computes them, all in one start of it. What we computed is taken out of the files first, so
 * that no value of ours can come back.
 * @param files packed workbooks by name
 */
export async function recalculated(
  files: ReadonlyMap<string, Uint8Array>,
  locale: Locale,
): Promise<ReadonlyMap<string, Sheets>> {
  // Without a file LibreOffice would wait for somebody to open one.
  if (files.size === 0) throw new Error('There is nothing to recalculate.');
  const folder = await mkdtemp(join(tmpdir(), 'evenfield-judge-'));
  try {
    const at = (...parts: string[]) => join(folder, ...parts);
    await mkdir(at('profile', 'user'), { recursive: true });
    await writeFile(at('profile', 'user', 'registrymodifications.xcu'), profile(locale));
    for (const [name, bytes] of files) await writeFile(at(`${name}.xlsx`), await withoutValues(bytes));
    await run(
      'soffice',
      [
        `-env:UserInstallation=file://${at('profile')}`,
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        at('out'),
        ...[...files.keys()].map((name) => at(`${name}.xlsx`)),
      ],
      { timeout: 200_000 },
    );
    const read = new Map<string, Sheets>();
    for (const name of files.keys())
      read.set(name, await readSheets(await readFile(at('out', `${name}.xlsx`))));
    return read;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The file with formulas that have no values yet. */
async function withoutValues(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  for (const path of Object.keys(zip.files).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))) {
    const xml = (await zip.file(path)?.async('string')) ?? '';
    zip.file(
      path,
      xml.replace(
        /<c ([^>]*?)>(<f[^>]*?(?:\/>|>[^<]*<\/f>))<v>[^<]*<\/v>/g,
        (_, attributes: string, formula: string) =>
          `<c ${attributes.replace(/ t="(?:str|b|e|n)"/, '')}>${formula}`,
      ),
    );
  }
  return zip.generateAsync({ type: 'uint8array' });
}

const MS_PER_DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

async function readSheets(bytes: Uint8Array): Promise<Sheets> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
  return new Map(
    book.worksheets.map((sheet): [string, Cell[][]] => [
      sheet.name,
      Array.from({ length: sheet.rowCount }, (_, r) =>
        Array.from({ length: sheet.columnCount }, (__, c) => shown(sheet.getCell(r + 1, c + 1))),
      ),
    ]),
  );
}

/** The value of a formula that is 0 is lost by ExcelJS unless it is asked for by itself. */
const shown = (cell: ExcelJS.Cell): Cell =>
  valueOf(cell.type === ExcelJS.ValueType.Formula ? (cell.result as ExcelJS.CellValue) : cell.value);

/** What a cell shows, whatever it is made of; an error is its text, a date its serial. */
function valueOf(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return (value.getTime() - EPOCH) / MS_PER_DAY;
  if (typeof value !== 'object') return value;
  if ('error' in value) return value.error;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  return 'text' in value ? valueOf(value.text) : '';
}
