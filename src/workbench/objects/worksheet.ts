import { compileFormula } from '../formula/compile';
import { renameSheetInFormula } from '../formula/references';
import { parseAddress } from '../grid/address';
import { WHOLE_SHEET, rectOf } from '../grid/rect';
import type { Rect } from '../grid/rect';
import type { Book } from '../model/book';
import { deleteSheet } from '../model/delete-sheet';
import type { Sheet } from '../model/sheet';
import { checkSheetName } from '../model/sheet-names';
import { DEFAULT_COLUMN_PIXELS } from '../model/snapshot';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asBoolean, asColor, asInteger, asOneOf, asString } from './arguments';
import { ChartCollection } from './charts';
import { WorksheetCustomPropertyCollection } from './custom-properties';
import { WorksheetFreezePanes } from './freeze-panes';
import { NamedItemCollection } from './names';
import { PageLayout } from './page-layout';
import { Range } from './range';
import { RangeAreas } from './range-areas';
import { TableCollection } from './tables';
import { WorksheetProtection } from './worksheet-protection';

/** One sheet as the API shows it. */
export class Worksheet implements WireObject {
  static readonly wire = wire<Worksheet>('Worksheet', {
    scalars: [
      'name',
      'id',
      'position',
      'visibility',
      'tabColor',
      'standardWidth',
      'standardHeight',
      'showGridlines',
      'showHeadings',
      'enableCalculation',
      'tabId',
    ],
    aliases: { gridlines: 'showGridlines', headings: 'showHeadings' },
    navigations: ['charts', 'tables', 'protection', 'names', 'freezePanes', 'pageLayout', 'customProperties'],
    methods: [
      'activate',
      'calculate',
      'delete',
      'getCell',
      'getNext',
      'getPrevious',
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

  get tabId(): number {
    return this.position;
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

  get enableCalculation(): boolean {
    return true;
  }

  /** In characters, as Excel measures it. */
  get standardWidth(): number {
    return (DEFAULT_COLUMN_PIXELS - 5) / 7;
  }

  /** In points. */
  get standardHeight(): number {
    return 15;
  }

  get tables(): TableCollection {
    return new TableCollection(this.book, this.sheet);
  }

  get charts(): ChartCollection {
    return new ChartCollection(this.book, this.sheet);
  }

  get names(): NamedItemCollection {
    return new NamedItemCollection(this.book, this.sheet);
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

  get customProperties(): WorksheetCustomPropertyCollection {
    return new WorksheetCustomPropertyCollection(this.sheet);
  }

  activate(): void {
    if (this.sheet.visibility !== 'Visible')
      throw hostErrors.invalidOperation('A hidden sheet cannot be activated.');
    this.book.activate(this.sheet);
  }

  /** The sheet's formulas are dirty; they are calculated before the next values are read. */
  calculate(_markAllDirty: unknown): void {
    this.book.calculation.markAll();
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

  getRanges(address: unknown): RangeAreas {
    if (address === null || address === undefined)
      return new RangeAreas(this.book, this.sheet, [WHOLE_SHEET]);
    const text = asString(address);
    if (text.length > MAX_AREAS_TEXT)
      throw hostErrors.invalidArgument('The address is longer than 8,192 characters.');
    return new RangeAreas(
      this.book,
      this.sheet,
      text.split(/[,;]/).map((part) => this.rectOf(part)),
    );
  }

  /** An empty sheet's used range is its first cell; `…OrNullObject` answers null for it. */
  getUsedRange(valuesOnly: unknown): Range {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.range(rectOf(0, 0));
  }

  getUsedRangeOrNullObject(valuesOnly: unknown): Range | null {
    const rect = this.sheet.cells.usedRect(WHOLE_SHEET, valuesOnly === true);
    return rect && this.range(rect);
  }

  getNext(visibleOnly: unknown): Worksheet {
    return this.neighbour(1, visibleOnly === true);
  }

  getPrevious(visibleOnly: unknown): Worksheet {
    return this.neighbour(-1, visibleOnly === true);
  }

  private neighbour(step: 1 | -1, visibleOnly: boolean): Worksheet {
    const { sheets } = this.book;
    for (let at = this.position + step; at >= 0 && at < sheets.length; at += step) {
      const sheet = sheets[at];
      if (sheet && (!visibleOnly || sheet.visibility === 'Visible')) return new Worksheet(this.book, sheet);
    }
    throw hostErrors.itemNotFound();
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

const MAX_AREAS_TEXT = 8_192;
