import type { DataSheet } from '../ports';

/** A sheet whose columns have the number formats of their headers, or none. */
export function sheetOf(
  name: string,
  headers: readonly string[],
  rows: DataSheet['rows'],
  formats: Readonly<Record<string, string>>,
): DataSheet {
  return { name, headers, rows, formats: headers.map((header) => formats[header] ?? 'General') };
}
