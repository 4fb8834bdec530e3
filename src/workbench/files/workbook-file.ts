import { readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { EXCEL_API_VERSION, Host, MAX_PAYLOAD_BYTES } from '../host';
import { createNodeEngine } from '../node-engine';
import type { Loss } from './compare';
import { readContents } from './contents-of-file';
import { openBook } from './open-book';
import { MOST_CELLS } from './read-cells';
import type { FileContents } from './read-xlsx';
import { writeXlsx } from './write-xlsx';

export interface OpenedFile {
  readonly host: Host;
}

export interface WrittenFile {
  readonly bytes: Uint8Array;
  /** What the file it came from held and this one does not. */
  readonly lost: readonly Loss[];
}

/** Bytes of memory a cell takes until it is planned and written, measured with 160,000 rows and the plan's columns. */
const BYTES_PER_CELL = 1_250;

/** How many cells fit into the memory this process may take: better said at the start than found out at the end. */
const roomForCells = (): number =>
  Math.min(MOST_CELLS, Math.floor(getHeapStatistics().heap_size_limit / BYTES_PER_CELL));

/**
 * A file of more bytes is large: what is left behind is cleared away in small steps, a sixth slower and with a third less
 * memory.
 */
const LARGE = 4_000_000;
const THRIFTY = '--heap-growing-percent=12';

/** Files that were opened by path: they are never written over. */
const sources = new WeakMap<Host, string>();

/** Opens contents in a new host. */
function hostOf(contents: FileContents, name: string): Host {
  return new Host(openBook(createNodeEngine(), contents, name), {
    maxPayloadBytes: MAX_PAYLOAD_BYTES,
    excelApi: EXCEL_API_VERSION,
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
  if (bytes.length > LARGE) setFlagsFromString(THRIFTY);
  const contents = await readContents(bytes, title, roomForCells());
  const host = hostOf(contents, title);
  if (typeof file === 'string') sources.set(host, resolve(file));
  return { host };
}

export interface WriteOptions {
  /** The time of change the file names; equal workbooks of one time give equal bytes. */
  readonly now?: Date;
  /** False: formulas that wait for calculation are written without values, for Excel to calculate. */
  readonly calculate?: boolean;
  /** Whether the file may hold macros; else its name says so. */
  readonly macros?: boolean;
}

/**
 * Packs the workbook as .xlsx, and writes it if a path is given.
 * @throws Error if the path is the file the workbook was opened from.
 */
export async function writeWorkbookFile(
  host: Host,
  path?: string,
  { now = new Date(), calculate = true, macros }: WriteOptions = {},
): Promise<WrittenFile> {
  if (calculate) await host.settle();
  const { book } = host;
  const { bytes, lost } = await writeXlsx(book, now, macros ?? /\.xlsm$/i.test(path ?? book.name));
  if (path !== undefined) {
    if (sources.get(host) === resolve(path))
      throw new Error(`${path} is the file the workbook was opened from.`);
    await writeFile(path, bytes);
  }
  return { bytes, lost };
}
