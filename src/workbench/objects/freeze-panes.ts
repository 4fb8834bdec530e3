import { parseAddress } from '../grid/address';
import { WHOLE_SHEET, rectOf } from '../grid/rect';
import type { Book } from '../model/book';
import type { Sheet } from '../model/sheet';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asInteger, asString } from './arguments';
import { Range } from './range';

export class WorksheetFreezePanes implements WireObject {
  static readonly wire = wire<WorksheetFreezePanes>('WorksheetFreezePanes', {
    methods: ['freezeAt', 'freezeColumns', 'freezeRows', 'getLocation', 'unfreeze'],
  });

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
  ) {}

  freezeRows(count: unknown): void {
    this.sheet.freeze = { rows: asInteger(count, 0), columns: 0 };
  }

  freezeColumns(count: unknown): void {
    this.sheet.freeze = { rows: 0, columns: asInteger(count, 0) };
  }

  /** Freezes the rows and columns from the top left to the end of the range. */
  freezeAt(range: unknown): void {
    const rect = range instanceof Range ? range.rect : parseAddress(asString(range))?.rect;
    if (!rect) throw hostErrors.invalidArgument();
    const wholeRows = rect.columns === WHOLE_SHEET.columns;
    const wholeColumns = rect.rows === WHOLE_SHEET.rows;
    this.sheet.freeze = {
      rows: wholeColumns ? 0 : rect.row + rect.rows,
      columns: wholeRows ? 0 : rect.column + rect.columns,
    };
  }

  unfreeze(): void {
    this.sheet.freeze = { rows: 0, columns: 0 };
  }

  getLocation(): Range {
    const { rows, columns } = this.sheet.freeze;
    if (rows === 0 && columns === 0) throw hostErrors.itemNotFound();
    const rect = rectOf(0, 0, rows || WHOLE_SHEET.rows, columns || WHOLE_SHEET.columns);
    return new Range(this.book, this.sheet, rect);
  }
}
