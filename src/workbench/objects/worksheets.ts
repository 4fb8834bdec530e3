import type { Book } from '../model/book';
import type { Sheet } from '../model/sheet';
import { checkSheetName, freeSheetName } from '../model/sheet-names';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asString } from './arguments';
import { Worksheet } from './worksheet';

export class WorksheetCollection implements WireObject {
  static readonly wire = wire<WorksheetCollection>('WorksheetCollection', {
    methods: ['add', 'getActiveWorksheet', 'getItem'],
  });

  constructor(private readonly book: Book) {}

  items(): Worksheet[] {
    return this.book.sheets.map((sheet) => this.worksheet(sheet));
  }

  /** A new empty sheet at the end, not activated. */
  add(name: unknown): Worksheet {
    this.book.checkStructure();
    const text = name === null || name === undefined ? freeSheetName(this.book) : asString(name);
    checkSheetName(this.book, text);
    return this.worksheet(this.book.addSheet(text));
  }

  getActiveWorksheet(): Worksheet {
    return this.worksheet(this.book.activeSheet);
  }

  /** By id or name. */
  getItem(key: unknown): Worksheet {
    const text = String(key);
    return this.worksheet(this.book.sheetWithId(text) ?? this.book.sheetNamed(text));
  }

  private worksheet(sheet: Sheet | undefined): Worksheet {
    if (!sheet) throw hostErrors.itemNotFound();
    return new Worksheet(this.book, sheet);
  }
}
