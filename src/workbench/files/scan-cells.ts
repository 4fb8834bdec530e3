import { columnIndex } from '../grid/address';
import { WorkbookFileError } from './file-error';

/**
 * Walks over the rows and cells of `<sheetData>` as text: a parsed tree of half a million cells would take seconds
 * and gigabytes. One object is used for all rows, and one for all cells.
 */
export interface ScannedRow {
  /** From 0. */
  index: number;
  start: number;
  /** End of the start tag. */
  tagEnd: number;
  /** End of the cells. */
  innerEnd: number;
  end: number;
}

export interface ScannedCell {
  column: number;
  style: number;
  /** `n` where the file says nothing. */
  type: string;
  start: number;
  tagEnd: number;
  innerEnd: number;
  end: number;
}

const [SPACE, QUOTE, TICK, SLASH, GREATER, EQUALS] = [0x20, 0x22, 0x27, 0x2f, 0x3e, 0x3d];

export class CellScanner {
  private readonly rowOpen: string;
  private readonly rowClose: string;
  private readonly cellOpen: string;
  private readonly cellClose: string;
  private readonly row: ScannedRow = { index: -1, start: 0, tagEnd: 0, innerEnd: 0, end: 0 };
  private readonly cell: ScannedCell = {
    column: -1,
    style: 0,
    type: 'n',
    start: 0,
    tagEnd: 0,
    innerEnd: 0,
    end: 0,
  };

  /** @param prefix of the elements, with its colon. */
  constructor(
    readonly xml: string,
    private readonly prefix: string,
  ) {
    this.rowOpen = `<${prefix}row`;
    this.rowClose = `</${prefix}row>`;
    this.cellOpen = `<${prefix}c`;
    this.cellClose = `</${prefix}c>`;
  }

  forEachRow(from: number, to: number, visit: (row: ScannedRow) => void): void {
    const { xml, row } = this;
    row.index = -1;
    let at = from;
    while ((at = opening(xml, this.rowOpen, at, to)) >= 0) {
      row.start = at;
      row.tagEnd = xml.indexOf('>', at) + 1;
      const number = Number(attributeAt(xml, 'r', at, row.tagEnd));
      row.index = Number.isInteger(number) && number > 0 ? number - 1 : row.index + 1;
      if (xml.charCodeAt(row.tagEnd - 2) === SLASH) row.innerEnd = row.end = row.tagEnd;
      else {
        const close = xml.indexOf(this.rowClose, row.tagEnd);
        row.innerEnd = close < 0 ? to : close;
        row.end = close < 0 ? to : close + this.rowClose.length;
      }
      at = row.end;
      visit(row);
    }
  }

  forEachCell({ index, tagEnd, innerEnd }: ScannedRow, visit: (cell: ScannedCell) => void): void {
    if (innerEnd === tagEnd) return;
    const { xml, cell } = this;
    let column = -1;
    let at = tagEnd;
    while ((at = opening(xml, this.cellOpen, at, innerEnd)) >= 0) {
      cell.start = at;
      cell.tagEnd = xml.indexOf('>', at) + 1;
      const reference = this.readTag();
      column = reference === undefined ? column + 1 : columnIndex(reference.replace(/\d+$/, ''));
      if (!Number.isInteger(column) || column < 0)
        throw new WorkbookFileError(
          'damaged',
          `A cell of row ${index + 1} has the address ${String(reference)}.`,
        );
      cell.column = column;
      if (xml.charCodeAt(cell.tagEnd - 2) === SLASH) cell.innerEnd = cell.end = cell.tagEnd;
      else {
        const close = xml.indexOf(this.cellClose, cell.tagEnd);
        cell.innerEnd = close < 0 ? innerEnd : close;
        cell.end = close < 0 ? innerEnd : close + this.cellClose.length;
      }
      at = cell.end;
      visit(cell);
    }
  }

  /** The text inside the first element of a name within a cell; undefined if there is none. */
  inside(name: string, from: number, to: number): string | undefined {
    const element = this.element(name, from, to);
    if (element === undefined) return undefined;
    const tagEnd = element.indexOf('>') + 1;
    const close = element.lastIndexOf('</');
    return close < tagEnd ? '' : element.slice(tagEnd, close);
  }

  /** The whole first element of a name within a cell. */
  element(name: string, from: number, to: number): string | undefined {
    // A search in the whole text would walk to its end where there is no such element.
    const cell = this.xml.slice(from, to);
    const start = opening(cell, `<${this.prefix}${name}`, 0, cell.length);
    if (start < 0) return undefined;
    const tagEnd = cell.indexOf('>', start) + 1;
    if (cell.charCodeAt(tagEnd - 2) === SLASH) return cell.slice(start, tagEnd);
    const close = `</${this.prefix}${name}>`;
    const end = cell.indexOf(close, tagEnd);
    return cell.slice(start, end < 0 ? cell.length : end + close.length);
  }

  /** Reads style and type of the cell's tag; answers its address. */
  private readTag(): string | undefined {
    const { xml, cell } = this;
    cell.style = 0;
    cell.type = 'n';
    let reference: string | undefined;
    let at = cell.start + this.cellOpen.length;
    const end = cell.tagEnd - 1;
    while (at < end) {
      while (at < end && xml.charCodeAt(at) <= SPACE) at++;
      const nameStart = at;
      while (at < end && xml.charCodeAt(at) !== EQUALS && xml.charCodeAt(at) > SPACE) at++;
      const isShort = at - nameStart === 1;
      const name = xml.charAt(nameStart);
      while (at < end && xml.charCodeAt(at) !== QUOTE && xml.charCodeAt(at) !== TICK) at++;
      const close = xml.indexOf(xml.charAt(at), at + 1);
      if (at >= end || close < 0 || close > end) break;
      if (isShort) {
        if (name === 'r') reference = xml.slice(at + 1, close);
        else if (name === 's') cell.style = Number(xml.slice(at + 1, close)) || 0;
        else if (name === 't') cell.type = xml.slice(at + 1, close);
      }
      at = close + 1;
    }
    return reference;
  }
}

/** Where an element of this very name opens next; -1 if there is none. */
function opening(xml: string, open: string, from: number, to: number): number {
  for (let at = xml.indexOf(open, from); at >= 0 && at < to; at = xml.indexOf(open, at + 1)) {
    const after = xml.charCodeAt(at + open.length);
    if (after <= SPACE || after === GREATER || after === SLASH) return at;
  }
  return -1;
}

/** An attribute of the tag between two places; undefined if it has none. */
export function attributeAt(xml: string, name: string, from: number, to: number): string | undefined {
  const tag = xml.slice(from, to);
  for (let at = tag.indexOf(name); at >= 0; at = tag.indexOf(name, at + 1)) {
    if (tag.charCodeAt(at - 1) > SPACE) continue;
    let after = at + name.length;
    while (tag.charCodeAt(after) <= SPACE) after++;
    if (tag.charCodeAt(after) !== EQUALS) continue;
    after++;
    while (tag.charCodeAt(after) <= SPACE) after++;
    return tag.slice(after + 1, tag.indexOf(tag.charAt(after), after + 1));
  }
  return undefined;
}
