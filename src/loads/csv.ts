import type { Cell } from '../plan/cells';
import { timeOf } from '../plan/serial';
import type { LoadFile } from './file';

/**
 * A file as loaders read it: UTF-8 (the caller encodes), commas, CRLF, quotes where RFC 4180 wants them, dates ISO.
 * Text goes out as it is, whatever it begins with: a loader is no spreadsheet.
 */
export function csvOf({ header, rows, formats = [] }: Pick<LoadFile, 'header' | 'rows' | 'formats'>): string {
  const lines = [header, ...rows.map((row) => row.map((cell, c) => textOf(cell, formats[c])))];
  return lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

function textOf(cell: Cell, format: string | undefined): string {
  if (typeof cell !== 'number' || format === undefined || !/[dyhm]/i.test(format)) return String(cell);
  const time = new Date(Math.round(timeOf(cell) / 1000) * 1000);
  return Number.isInteger(cell) ? time.toISOString().slice(0, 10) : time.toISOString().slice(0, 19);
}
