/** The workbench: a local spreadsheet that runs an Office add-in without Excel (HOST: FIDELITY.md). */
import { EXCEL_API_VERSION, Host, MAX_PAYLOAD_BYTES } from './host';
import { Book, sheetId } from './model/book';
import { sheetData, workbookData } from './model/snapshot';
import { createNodeEngine } from './node-engine';

export { Host } from './host';
export type { HostLimits, HostStatistics } from './host';
export type { FaultKind } from './protocol/faults';
export type { HostEvent } from './model/events';
export { readWorkbookFile, writeWorkbookFile } from './files/workbook-file';
export type { OpenedFile, WrittenFile } from './files/workbook-file';
export { WorkbookFileError } from './files/file-error';
export type { FileErrorCode } from './files/file-error';
export { openOfficeClient } from './node-client';
export type { OfficeClient } from './node-client';

export interface HostOptions {
  /** File name the workbook shows. */
  readonly name?: string;
  readonly limits?: Partial<Host['limits']>;
}

/** An open host with one empty sheet, `Sheet1`. */
export function createHost(options: HostOptions = {}): Host {
  const name = options.name ?? 'Book1.xlsx';
  const book = new Book(createNodeEngine(), workbookData(name, [sheetData(sheetId(0), 'Sheet1')]), name);
  return new Host(book, {
    maxPayloadBytes: options.limits?.maxPayloadBytes ?? MAX_PAYLOAD_BYTES,
    excelApi: options.limits?.excelApi ?? EXCEL_API_VERSION,
  });
}
