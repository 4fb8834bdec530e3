import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';

import ExcelJS from 'exceljs';
import Papa from 'papaparse';

import { haversineKm } from '../../src/geo';
import { fetchChunkFromDisk } from '../../src/geo/pack/fromDisk';
import {
  chooseDefaults,
  findTables,
  locate,
  lookupFor,
  mapAccountColumns,
  readAccounts,
  rosterFromOwners,
  worksheetColumns,
} from '../../src/intake';
import { PlaceMethod } from '../../src/plan/accounts';
import type { Cell, SheetSurvey, SourceTable } from '../../src/plan/cells';
import type { Finding } from '../../src/plan/findings';

/**
 * Reads every .csv and .xlsx below a folder the way the add-in reads a workbook, and prints what was
 * understood: run by hand or by CI as `npx tsx test/acceptance/data.ts <folder>`. Ends with status 1 if a
 * file could not be read or a target is missed.
 */

interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly visible: boolean;
  readonly tables: {
    name: string;
    headerRow: number;
    firstColumn: number;
    columns: number;
    rowCount: number;
  }[];
}

interface Line {
  readonly file: string;
  readonly rows: number;
  readonly mapped: string;
  readonly located: number;
  readonly medianKm: number | undefined;
  readonly findings: string;
  readonly crash?: string;
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What exceljs itself cannot open says nothing about us. */
const EXCELJS = /node_modules.exceljs/;

/** Numbers become numbers, as in Excel: leading zeros go. */
function typed(text: string): Cell {
  return /^-?\d{1,15}(?:\.\d+)?$/.test(text) || /^-?\.\d+$/.test(text) ? Number(text) : text;
}

function readCsv(file: string): Sheet[] {
  const { data } = Papa.parse<string[]>(decode(readFileSync(file)));
  return [{ name: 'Sheet1', rows: data.map((row) => row.map(typed)), visible: true, tables: [] }];
}

async function readWorkbook(file: string): Promise<Sheet[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  return book.worksheets.map((sheet) => {
    const rows: Cell[][] = [];
    sheet.eachRow({ includeEmpty: true }, (row, number) => {
      const cells: Cell[] = [];
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        cells[column - 1] = plain(cell.value);
      });
      rows[number - 1] = Array.from(cells, (cell) => cell ?? '');
    });
    return {
      name: sheet.name,
      rows: Array.from(rows, (row) => row ?? []),
      visible: sheet.state === 'visible',
      tables: [],
    };
  });
}

function plain(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Math.round(value.getTime() / 86400000) + 25569;
  if (typeof value !== 'object') return value;
  if ('error' in value) return value.error;
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('text' in value)
    return typeof value.text === 'string' ? value.text : plain(value.text as ExcelJS.CellValue);
  if ('result' in value) return plain(value.result as ExcelJS.CellValue);
  return '';
}

function survey(sheet: Sheet): SheetSurvey {
  return {
    sheet: sheet.name,
    visible: sheet.visible,
    isProtected: false,
    top: sheet.rows.slice(0, 40),
    firstRow: 1,
    firstColumn: 1,
    rowCount: sheet.rows.length,
    columnCount: Math.max(0, ...sheet.rows.slice(0, 100).map((row) => row.length)),
    tables: [],
  };
}

function sourceOf(sheet: Sheet, headerRow: number, firstColumn: number, width: number): SourceTable {
  const body = sheet.rows.slice(headerRow);
  const header = sheet.rows[headerRow - 1] ?? [];
  return {
    sheet: sheet.name,
    headerRow,
    firstRow: headerRow + 1,
    firstColumn,
    rowCount: body.length,
    headers: Array.from({ length: width }, (_, c) => String(header[firstColumn - 1 + c] ?? '')),
    columns: Array.from({ length: width }, (_, c) => body.map((row) => row[firstColumn - 1 + c] ?? '')),
    formats: Array.from({ length: width }, () => 'General'),
    isFormula: Array.from({ length: width }, () => false),
    hiddenRows: [],
  };
}

function tally(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { code, params } of findings) {
    const own = code === 'more' ? String(params?.code) : code;
    const count = code === 'more' ? Number(params?.count) : 1;
    counts.set(own, (counts.get(own) ?? 0) + count);
  }
  return [...counts].map(([code, count]) => `${code} ${count}`).join(', ');
}

const print = (line: string) => process.stdout.write(`${line}\n`);

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1];

async function understand(file: string, name: string, verbose: boolean): Promise<Line[]> {
  const sheets = extname(file) === '.csv' ? readCsv(file) : await readWorkbook(file);
  const { accounts: choices } = findTables(sheets.map(survey));
  const lines: Line[] = [];
  for (const choice of choices.slice(0, 1)) {
    const sheet = sheets.find((s) => s.name === choice.sheet);
    if (sheet === undefined) continue;
    const source = sourceOf(sheet, choice.headerRow, choice.firstColumn, choice.columnCount);
    const { mapping, choices: fields, doubtful } = mapAccountColumns(source);
    const { accounts, findings } = readAccounts(source, mapping);
    const lookup = await lookupFor(accounts, fetchChunkFromDisk);
    const columns = worksheetColumns(source, mapping);
    const whole = locate(accounts, lookup, columns);
    // The same without coordinates: how far is the address from where they say?
    const { latitude, longitude, ...rest } = accounts.number;
    const blind = locate(
      { ...accounts, number: rest },
      await lookupFor({ ...accounts, number: rest }, fetchChunkFromDisk),
    );
    const errors: number[] = [];
    let located = 0;
    for (let i = 0; i < accounts.count; i++) {
      const at = { latitude: blind.places.latitude[i] ?? NaN, longitude: blind.places.longitude[i] ?? NaN };
      if ((blind.places.method[i] ?? 0) !== PlaceMethod.None && !Number.isNaN(at.latitude)) located++;
      const known = { latitude: latitude?.[i] ?? NaN, longitude: longitude?.[i] ?? NaN };
      if (Number.isNaN(known.latitude + known.longitude) || Number.isNaN(at.latitude)) continue;
      if (known.latitude !== 0) errors.push(haversineKm(at, known));
    }
    if (verbose) {
      print(
        `\n${name} [${choice.sheet}] score ${choice.score.toFixed(2)}, ${JSON.stringify(chooseDefaults(accounts, rosterFromOwners(accounts)))}`,
      );
      for (const { field, column, confidence } of fields) {
        print(`  ${field.padEnd(24)} ${confidence.toFixed(2)} ${source.headers[column]}`);
      }
      for (const { field, runnerUp } of doubtful) {
        print(
          `  ? ${field}${runnerUp ? ` or ${source.headers[runnerUp.column]} ${runnerUp.confidence.toFixed(2)}` : ''}`,
        );
      }
      for (const finding of [...findings, ...whole.findings].slice(0, 400).filter((_, i) => i % 13 === 0)) {
        print(`  ! ${JSON.stringify(finding)}`);
      }
    }
    lines.push({
      file: `${name}${sheets.length > 1 ? ` [${choice.sheet}]` : ''}`,
      rows: accounts.count,
      mapped: `${fields.length}/${source.headers.length}${doubtful.length > 0 ? ` ?${doubtful.length}` : ''}`,
      located: accounts.count === 0 ? NaN : located / accounts.count,
      medianKm: median(errors),
      findings: tally([...findings, ...whole.findings]),
    });
  }
  return lines.length > 0
    ? lines
    : [{ file: name, rows: 0, mapped: 'no account table', located: NaN, medianKm: undefined, findings: '' }];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .map((entry) => join(folder, entry))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]))
    .filter((path) => ['.csv', '.xlsx'].includes(extname(path)))
    .sort();
}

async function main(): Promise<number> {
  const [folder = '', flag] = process.argv.slice(2);
  if (folder === '' || !existsSync(folder)) {
    print(`No data at "${folder}": nothing to accept.`);
    return 0;
  }
  let crashes = 0;
  print('file | rows | fields mapped | located by address | median km | findings');
  for (const file of statSync(folder).isDirectory() ? filesBelow(folder) : [folder]) {
    const name = relative(folder, file) || file;
    try {
      for (const line of await understand(file, name, flag === '--verbose')) {
        const located = Number.isNaN(line.located) ? '–' : `${(100 * line.located).toFixed(1)} %`;
        const km = line.medianKm === undefined ? '–' : line.medianKm.toFixed(1);
        print([line.file, line.rows, line.mapped, located, km, line.findings].join(' | '));
      }
    } catch (error) {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (EXCELJS.test(stack.split('\n')[1] ?? '')) {
        print(`${name} | – | exceljs cannot open it | – | – | `);
        continue;
      }
      crashes++;
      print(`${name} | CRASH ${stack}`);
    }
  }
  print(`crashes: ${crashes}`);
  return crashes === 0 ? 0 : 1;
}

void main().then((status) => {
  process.exitCode = status;
});
