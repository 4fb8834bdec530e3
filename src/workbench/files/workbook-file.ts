import { readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { EXCEL_API_VERSION, Host, MAX_PAYLOAD_BYTES } from '../host';
import type { WorkbookContents } from '../model/contents';
import { loadBook } from '../model/load';
import { createNodeEngine } from '../node-engine';
import { readContents } from './contents-of-file';
import { writeXlsx } from './write-xlsx';
import { canWriteChart } from './write-charts';

export interface OpenedFile {
  readonly host: Host;
  /** What the file holds and a copy of it will not: codes such as `pivotTables`. */
  readonly warnings: readonly string[];
}

export interface WrittenFile {
  readonly bytes: Uint8Array;
  readonly notCarried: readonly string[];
}

/** Files that were opened by path: they are never written over. */
const sources = new WeakMap<Host, string>();

/** Opens contents in a new host. */
export function hostOf(contents: WorkbookContents, name: string, limits: Partial<Host['limits']> = {}): Host {
  return new Host(loadBook(createNodeEngine(), contents, name), {
    maxPayloadBytes: limits.maxPayloadBytes ?? MAX_PAYLOAD_BYTES,
    excelApi: limits.excelApi ?? EXCEL_API_VERSION,
  });
}

/**
 * Opens an .xlsx or .csv file.
 * @param file its path, or its bytes.
 * @param name its name with extension; needed with bytes, since text has no mark of its own.
 * @throws WorkbookFileError if the file is no workbook this host can read.
 */
export async function readWorkbookFile(file: string | Uint8Array, name?: string): Promise<OpenedFile> {
  const bytes = typeof file === 'string' ? await readFile(file) : file;
  const title = name ?? (typeof file === 'string' ? basename(file) : 'Book1.xlsx');
  const contents = await readContents(bytes, title);
  const host = hostOf(contents, title);
  if (typeof file === 'string') sources.set(host, resolve(file));
  return { host, warnings: contents.notCarried };
}

export interface WriteOptions {
  /** The time of change the file names; equal workbooks of one time give equal bytes. */
  readonly now?: Date;
  /** False: formulas that wait for calculation are written without values, for Excel to calculate. */
  readonly calculate?: boolean;
}

/**
 * Packs the workbook as .xlsx, and writes it if a path is given.
 * @throws Error if the path is the file the workbook was opened from.
 */
export async function writeWorkbookFile(
  host: Host,
  path?: string,
  { now = new Date(), calculate = true }: WriteOptions = {},
): Promise<WrittenFile> {
  if (calculate) await host.settle();
  const { book } = host;
  const notCarried = new Set(book.notCarried);
  if (book.sheets.some((sheet) => sheet.charts.some((chart) => !canWriteChart(chart))))
    notCarried.add('charts');
  const bytes = await writeXlsx(book, now);
  if (path !== undefined) {
    if (sources.get(host) === resolve(path))
      throw new Error(`${path} is the file the workbook was opened from.`);
    await writeFile(path, bytes);
  }
  return { bytes, notCarried: [...notCarried].sort() };
}
