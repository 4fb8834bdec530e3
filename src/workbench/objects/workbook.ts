import { parseAddress } from '../grid/address';
import type { Book } from '../model/book';
import type { Sheet } from '../model/sheet';
import { checkSheetName, freeSheetName } from '../model/sheet-names';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asOneOf, asString } from './arguments';
import { CustomXmlPartCollection } from './custom-xml';
import { DocumentProperties } from './custom-properties';
import { NamedItemCollection } from './names';
import { Range } from './range';
import { RangeAreas } from './range-areas';
import { SettingCollection } from './settings';
import { TableCollection } from './tables';
import { Worksheet } from './worksheet';

/** The root of the object model. */
export class Workbook implements WireObject {
  static readonly wire = wire<Workbook>('Workbook', {
    scalars: ['name', 'readOnly', 'isDirty', 'autoSave', 'previouslySaved', 'calculationEngineVersion'],
    navigations: [
      'worksheets',
      'names',
      'tables',
      'application',
      'settings',
      'customXmlParts',
      'properties',
      'protection',
      '_Runtime',
    ],
    methods: [
      'getActiveCell',
      'getSelectedRange',
      'getSelectedRanges',
      'save',
      '_GetRangeForEventByReferenceId',
      '_GetRangeOrNullObjectForEventByReferenceId',
      '_RemoveAllReferences',
      '_GetReferenceCount',
    ],
  });

  readonly _Runtime = new Runtime();

  constructor(private readonly book: Book) {}

  get name(): string {
    return this.book.name;
  }

  get readOnly(): boolean {
    return false;
  }

  get isDirty(): boolean {
    return true;
  }

  get autoSave(): boolean {
    return false;
  }

  get previouslySaved(): boolean {
    return false;
  }

  get calculationEngineVersion(): number {
    return ENGINE_VERSION;
  }

  get worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.book);
  }

  get tables(): TableCollection {
    return new TableCollection(this.book, undefined);
  }

  get names(): NamedItemCollection {
    return new NamedItemCollection(this.book, undefined);
  }

  get application(): Application {
    return new Application(this.book);
  }

  get settings(): SettingCollection {
    return new SettingCollection(this.book);
  }

  get customXmlParts(): CustomXmlPartCollection {
    return new CustomXmlPartCollection(this.book);
  }

  get properties(): DocumentProperties {
    return new DocumentProperties(this.book.properties);
  }

  get protection(): WorkbookProtection {
    return new WorkbookProtection(this.book);
  }

  getActiveCell(): Range {
    const { sheet, active } = this.book.selection;
    return new Range(this.book, sheet, active);
  }

  /** @throws HostError InvalidSelection if several blocks are selected, as Excel does. */
  getSelectedRange(): Range {
    const { sheet, rects } = this.book.selection;
    const [rect, ...more] = rects;
    if (!rect || more.length > 0) throw hostErrors.invalidOperation('Several ranges are selected.');
    return new Range(this.book, sheet, rect);
  }

  getSelectedRanges(): RangeAreas {
    const { sheet, rects } = this.book.selection;
    return new RangeAreas(this.book, sheet, rects);
  }

  /** Nothing to do: files are written by the host's owner. */
  save(_behavior: unknown): void {
    return;
  }

  /** The range of a change event, from the `referenceId` of its arguments. */
  _GetRangeForEventByReferenceId(referenceId: unknown): Range {
    const [id = '', address = ''] = asString(referenceId).split('!');
    const sheet = this.book.sheetWithId(id);
    const parsed = parseAddress(address);
    if (!sheet || !parsed) throw hostErrors.itemNotFound();
    return new Range(this.book, sheet, parsed.rect);
  }

  _GetRangeOrNullObjectForEventByReferenceId(referenceId: unknown): Range | null {
    const [id = ''] = asString(referenceId).split('!');
    return this.book.sheetWithId(id) ? this._GetRangeForEventByReferenceId(referenceId) : null;
  }

  _RemoveAllReferences(): void {
    this.book.releaseTransients();
  }

  _GetReferenceCount(): number {
    return 0;
  }
}

const ENGINE_VERSION = 191_029;

export class WorksheetCollection implements WireObject {
  static readonly wire = wire<WorksheetCollection>('WorksheetCollection', {
    methods: ['add', 'getActiveWorksheet', 'getCount', 'getFirst', 'getItem', 'getLast'],
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

  getCount(visibleOnly: unknown): number {
    return this.listed(visibleOnly).length;
  }

  getFirst(visibleOnly: unknown): Worksheet {
    return this.worksheet(this.listed(visibleOnly)[0]);
  }

  getLast(visibleOnly: unknown): Worksheet {
    return this.worksheet(this.listed(visibleOnly).at(-1));
  }

  /** By id or name. */
  getItem(key: unknown): Worksheet {
    const text = String(key);
    return this.worksheet(this.book.sheetWithId(text) ?? this.book.sheetNamed(text));
  }

  private listed(visibleOnly: unknown): Sheet[] {
    return this.book.sheets.filter((sheet) => visibleOnly !== true || sheet.visibility === 'Visible');
  }

  private worksheet(sheet: Sheet | undefined): Worksheet {
    if (!sheet) throw hostErrors.itemNotFound();
    return new Worksheet(this.book, sheet);
  }
}

export class Application implements WireObject {
  static readonly wire = wire<Application>('Application', {
    scalars: [
      'calculationMode',
      'calculationEngineVersion',
      'calculationState',
      'decimalSeparator',
      'thousandsSeparator',
      'useSystemSeparators',
    ],
    methods: ['calculate', 'suspendApiCalculationUntilNextSync', 'suspendScreenUpdatingUntilNextSync'],
  });

  constructor(private readonly book: Book) {}

  get calculationMode(): string {
    return this.book.calculation.mode;
  }

  set calculationMode(mode: unknown) {
    // What was written in automatic mode is calculated before the mode changes.
    if (this.book.calculation.mode !== 'Manual' && this.book.calculation.isDirty)
      this.book.calculation.request(false);
    this.book.calculation.mode = asOneOf(mode, ['Automatic', 'AutomaticExceptTables', 'Manual']);
  }

  get calculationEngineVersion(): number {
    return ENGINE_VERSION;
  }

  get calculationState(): string {
    return this.book.calculation.isDirty ? 'Pending' : 'Done';
  }

  get decimalSeparator(): string {
    return '.';
  }

  get thousandsSeparator(): string {
    return ',';
  }

  get useSystemSeparators(): boolean {
    return true;
  }

  /** `Recalculate` calculates what is dirty, `Full` and `FullRebuild` everything; also in manual mode. */
  calculate(type: unknown): void {
    const kind = asOneOf(type, ['Recalculate', 'Full', 'FullRebuild']);
    this.book.calculation.request(kind !== 'Recalculate');
  }

  suspendApiCalculationUntilNextSync(): void {
    this.book.calculation.suspend();
  }

  /** The page draws when the request has ended anyway. */
  suspendScreenUpdatingUntilNextSync(): void {
    return;
  }
}

export class WorkbookProtection implements WireObject {
  static readonly wire = wire<WorkbookProtection>('WorkbookProtection', {
    scalars: ['protected'],
    methods: ['protect', 'unprotect'],
  });

  constructor(private readonly book: Book) {}

  get protected(): boolean {
    return this.book.structureProtected;
  }

  protect(_password: unknown): void {
    this.book.structureProtected = true;
  }

  unprotect(_password: unknown): void {
    this.book.structureProtected = false;
  }
}

/** `context.runtime`: events can be switched off for what the add-in does itself. */
export class Runtime implements WireObject {
  static readonly wire = wire<Runtime>('Runtime', { scalars: ['enableEvents'] });

  enableEvents = true;
}
