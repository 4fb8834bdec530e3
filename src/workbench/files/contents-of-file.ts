import { MAX_SHEET_NAME } from '../model/sheet-names';
import { readCsv } from './csv';
import { WorkbookFileError } from './file-error';
import { readXlsx, type FileContents } from './read-xlsx';

const TEXT_NAME = /\.(csv|tsv|txt)$/i;

/**
 * Reads a file by what it holds: a package is a workbook whatever it is called; text is read as a table
 * if its name says so.
 * @throws WorkbookFileError
 */
export async function readContents(bytes: Uint8Array, name: string, room?: number): Promise<FileContents> {
  const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isPackage || !TEXT_NAME.test(name)) return readXlsx(bytes, room);
  if (bytes.length === 0) throw new WorkbookFileError('empty', 'The file has no bytes.');
  return readCsv(bytes, sheetNameOf(name));
}

/** A sheet is called like its file, as in Excel. */
function sheetNameOf(fileName: string): string {
  const plain = fileName
    .replace(TEXT_NAME, '')
    .replace(/[:\\/?*[\]]/g, '_')
    .slice(0, MAX_SHEET_NAME)
    .replace(/^'+|'+$/g, '');
  return plain === '' || plain.toLowerCase() === 'history' ? 'Sheet1' : plain;
}
