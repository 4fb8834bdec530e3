import { compileFormula } from '../formula/compile';
import { renameSheetInFormula } from '../formula/references';
import { parseAddress } from '../grid/address';
import { WHOLE_SHEET, rectOf } from '../grid/rect';
import type { Rect } from '../grid/rect';
import type { Book } from '../model/book';
import { deleteSheet } from '../model/delete-sheet';
import type { Sheet } from '../model/sheet';
import { checkSheetName } from '../model/sheet-names';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asBoolean, asColor, asInteger, asOneOf, asString } from './arguments';
import { ChartCollection } from './charts';
import { WorksheetFreezePanes } from './freeze-panes';
import { PageLayout } from './page-layout';
import { Range } from './range';
import { RangeAreas } from './range-areas';
import { CommentCollection, PivotTableCollection, ShapeCollection } from './sheet-objects';
import { TableCollection } from './tables';
import { WorksheetProtection } from './worksheet-protection';

/** One sheet as the API shows it. */
export class Worksheet implements WireObject {
  static readonly wire = wire<Worksheet>('Worksheet', {
    scalars: ['name', 'id', 'position', 'visibility', 'tabColor', 'showGridlines', 'showHeadings'],
    aliases: { gridlines: 'showGridlines', headings: 'showHeadings' },
    navigations: [
      'charts',
      'comments',
      'freezePanes',
      'pageLayout',
      'pivotTables',
      'protection',
      'shapes',
      'tables',
    ],
    methods: [
      'activate',
      'delete',
      'getCell',
      'getRange',
      'getRangeByIndexes',
      'getRanges',
      'getUsedRange',
      'getUsedRangeOrNullObject',
    ],
  });

  constructor(
    readonly book: Book,
    readonly sheet: Sheet,
  ) {}

  get id(): string {
    return this.sheet.id;
  }

  get wireId(): string {
    return this.sheet.id;
  }

  get name(): string {
    return this.sheet.name;
  }

  set name(value: unknown) {
    const name = asString(value);
    this.book.checkStructure();
    checkSheetName(this.book, name, this.sheet);
    const before = this.sheet.name;
    if (before === name) return;
    this.sheet.name = name;
    this.book.rewriteFormulas((text) => renameSheetInFormula(text, before, name));
  }

  get position(): number {
    return this.book.sheets.indexOf(this.sheet);
  }

  set position(position: unknown) {
    this.book.checkStructure();
    const to = asInteger(position);
    if (to < 0 || to >= this.book.sheets.length) throw hostErrors.invalidArgument();
    this.book.moveSheet(this.sheet, to);
  }

  get visibility(): string {
    return this.sheet.visibility;
  }

  /** Excel keeps at least one sheet visible. */
  set visibility(value: unknown) {
    this.book.checkStructure();
    const visibility = asOneOf(value, ['Visible', 'Hidden', 'VeryHidden']);
    if (visibility !== 'Visible') {
      const next = this.book.sheets.find((sheet) => sheet !== this.sheet && sheet.visibility === 'Visible');
      if (!next) throw hostErrors.invalidOperation('A workbook must contain at least one visible worksheet.');
      if (this.book.activeSheet === this.sheet) this.book.activate(next);
    }
    this.sheet.visibility = visibility;
  }

  get tabColor(): string {
    return this.sheet.tabColor;
  }

  set tabColor(color: unknown) {
    this.sheet.tabColor = color === '' ? '' : asColor(color);
  }

  get showGridlines(): boolean {
    return this.sheet.showGridlines;
  }

  set showGridlines(show: unknown) {
    this.sheet.showGridlines = asBoolean(show);
  }

  get showHeadings(): boolean {
    return this.sheet.showHeadings;
  }

  set showHeadings(show: unknown) {
    this.sheet.showHeadings = asBoolean(show);
  }

  get tables(): TableCollection {
    return new TableCollection(this.book, this.sheet);
  }

  get charts(): ChartCollection {
    return new ChartCollection(this.book, this.sheet);
  }

  get shapes(): ShapeCollection {
    return new ShapeCollection(this.book, this.sheet);
  }

  get comments(): CommentCollection {
    return new CommentCollection(this.book, this.sheet);
  }

  get pivotTables(): PivotTableCollection {
    return new PivotTableCollection();
  }

  get protection(): WorksheetProtection {
    return new WorksheetProtection(this.book, this.sheet);
  }

  get freezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.book, this.sheet);
  }

  get pageLayout(): PageLayout {
    return new PageLayout(this.book, this.sheet);
  }

  activate(): void {
    if (this.sheet.visibility !== 'Visible')
      throw hostErrors.invalidOperation('A hidden sheet cannot be activated.');
    this.book.activate(this.sheet);
  }

  delete(): void {
    deleteSheet(this.book, this.sheet);
  }

  getCell(row: unknown, column: unknown): Range {
    return this.range(rectOf(asInteger(row), asInteger(column)));
  }

  getRangeByIndexes(row: unknown, column: unknown, rows: unknown, columns: unknown): Range {
    return this.range(rectOf(asInteger(row), asInteger(column), asInteger(rows), asInteger(columns)));
  }

  /** An address, a name, or nothing for the whole sheet. */
  getRange(address: unknown): Range {
    if (address === null || address === undefined || address === '') return this.range(WHOLE_SHEET);
    return this.range(this.rectOf(asString(address)));
  }

  /** Several addresses, with commas between them. */
  getRanges(address: unknown): RangeAreas {
    const rects = asString(address)
      .split(',')
      .map((one) => this.rectOf(one));
    return new RangeAreas(this.book, this.sheet, rects);
  }

  /** An empty sheet's used range is its first cell; `…OrNullObject` answers null for it. */
  getUsedRange(valuesOnly: unknown): Range {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.range(rectOf(0, 0));
  }

  getUsedRangeOrNullObject(valuesOnly: unknown): Range | null {
    const rect = this.sheet.cells.usedRect(WHOLE_SHEET, valuesOnly === true);
    return rect && this.range(rect);
  }

  private rectOf(text: string): Rect {
    // A name, a table or a structured reference stands for its cells.
    const place = { sheetName: this.sheet.name, row: -1, column: -1 };
    const meaning = parseAddress(text) ? text : compileFormula(`=${text}`, place, this.book, true).slice(1);
    const address = parseAddress(meaning);
    if (!address) throw hostErrors.invalidArgument();
    if (address.sheetName !== undefined && this.book.sheetNamed(address.sheetName) !== this.sheet) {
      throw hostErrors.invalidArgument();
    }
    return address.rect;
  }

  private range(rect: Rect): Range {
    return new Range(this.book, this.sheet, rect);
  }
}
