import type { IWorkbookData } from '@univerjs/core';
import type { SpreadsheetEngine } from '../grid/engine';
import { compileFormula } from '../formula/compile';
import type { FormulaPlace, FormulaScope } from '../formula/compile';
import { normalizeFormula } from '../formula/normalize';
import { checkFormula, formulaTokens, TokenType } from '../formula/tokens';
import type { Area } from '../grid/area';
import { Calculation } from '../grid/calculation';
import { contains, intersection, rectOf, WHOLE_SHEET } from '../grid/rect';
import type { Rect } from '../grid/rect';
import { Mutation, Spreadsheet } from '../grid/spreadsheet';
import { hostErrors } from '../protocol/host-error';
import type { CellFormula } from './cells';
import { EventLog, EventType, WORKBOOK_TARGET } from './events';
import { NameRegistry } from './names';
import { Sheet } from './sheet';
import { sheetData } from './snapshot';
import type { Table } from './table';

/** What the user has selected. */
export interface Selection {
  readonly sheet: Sheet;
  readonly rects: readonly Rect[];
  readonly active: Rect;
}

/** Where a formula stands. */
export interface FormulaSpot {
  readonly sheet: Sheet;
  /** Its cell; undefined for the formula of a rule or a name. */
  readonly cell: Rect | undefined;
  /** False for a formula that Univer holds as it is, and keeps in step by itself when a user moves cells. */
  readonly asWritten: boolean;
}

export type FormulaChange = (text: string, spot: FormulaSpot) => string;
export type FormulaFilter = (text: string, spot: FormulaSpot) => boolean;

/**
 * An open workbook: the sheets over Univer, and the registries Univer has no room for. It knows the
 * rules of Excel and nothing of the wire.
 */
export class Book implements FormulaScope {
  readonly spreadsheet: Spreadsheet;
  readonly calculation: Calculation;
  readonly events = new EventLog();
  readonly names = new NameRegistry();
  readonly tables: Table[] = [];
  /** Protection of the workbook's structure. */
  structureProtected = false;
  private readonly sheetById = new Map<string, Sheet>();
  private readonly transients = new Map<Area, Sheet>();
  private nextId = 1;
  private active: Sheet;
  private selected: { rects: readonly Rect[]; active: Rect };

  constructor(
    private readonly engine: SpreadsheetEngine,
    snapshot: IWorkbookData,
    public name: string,
  ) {
    this.spreadsheet = new Spreadsheet(engine.univer, snapshot);
    this.calculation = new Calculation(this.spreadsheet, engine.drawsRules === true);
    for (const id of snapshot.sheetOrder) this.sheetById.set(id, new Sheet(this.spreadsheet, id));
    const [first] = this.sheets;
    if (!first) throw new Error('A workbook needs a sheet.');
    this.active = first;
    this.selected = { rects: [rectOf(0, 0)], active: rectOf(0, 0) };
  }

  /** A number no object of this book has had yet. */
  takeId(): number {
    return this.nextId++;
  }

  get sheets(): Sheet[] {
    return this.spreadsheet.workbook.getSheetOrders().map((id) => this.adopt(id));
  }

  sheetWithId(id: string): Sheet | undefined {
    return this.spreadsheet.workbook.getSheetBySheetId(id) ? this.adopt(id) : undefined;
  }

  /** A sheet that has been here, though it may be gone by now. */
  sheetOnceHere(id: string): Sheet | undefined {
    return this.sheetById.get(id);
  }

  /** Sheets can also come by Univer's own user interface. */
  private adopt(id: string): Sheet {
    const known = this.sheetById.get(id);
    if (known) return known;
    const sheet = new Sheet(this.spreadsheet, id);
    this.sheetById.set(id, sheet);
    return sheet;
  }

  sheetNamed(name: string): Sheet | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  get activeSheet(): Sheet {
    return this.active;
  }

  activate(sheet: Sheet): void {
    if (sheet === this.active) return;
    const before = this.active;
    this.active = sheet;
    this.selected = { rects: [rectOf(0, 0)], active: rectOf(0, 0) };
    for (const target of [before.id, WORKBOOK_TARGET]) {
      this.events.push(EventType.WorksheetDeactivated, target, { worksheetId: before.id });
    }
    for (const target of [sheet.id, WORKBOOK_TARGET]) {
      this.events.push(EventType.WorksheetActivated, target, { worksheetId: sheet.id });
    }
  }

  get selection(): Selection {
    return { sheet: this.active, ...this.selected };
  }

  select(sheet: Sheet, rects: readonly Rect[]): void {
    const [first] = rects;
    if (!first) return;
    this.activate(sheet);
    this.selected = { rects, active: rectOf(first.row, first.column) };
    this.events.push(EventType.WorkbookSelectionChanged, '', {});
    // The sheet's event carries its address, which is written when the event leaves.
    this.events.changedSelection(sheet.id, rects);
  }

  /** Adds an empty sheet at the end. Name rules are the caller's (`sheet-names.ts`). */
  addSheet(name: string): Sheet {
    const id = sheetId(this.takeId());
    this.spreadsheet.mutate(Mutation.InsertSheet, { index: this.sheets.length, sheet: sheetData(id, name) });
    const sheet = new Sheet(this.spreadsheet, id);
    this.sheetById.set(id, sheet);
    this.events.push(EventType.WorksheetAdded, WORKBOOK_TARGET, { worksheetId: id, source: 'Local' });
    return sheet;
  }

  /** Takes a sheet out of the grid. */
  removeSheet(sheet: Sheet): void {
    this.spreadsheet.mutate(Mutation.RemoveSheet, { subUnitName: sheet.name, subUnitId: sheet.id });
  }

  forgetSheet(sheet: Sheet): void {
    sheet.vanish();
    this.sheetById.delete(sheet.id);
  }

  moveSheet(sheet: Sheet, position: number): void {
    this.spreadsheet.mutate(Mutation.OrderSheets, {
      subUnitId: sheet.id,
      fromOrder: this.sheets.indexOf(sheet),
      toOrder: position,
    });
  }

  // — What formulas can refer to —

  table(name: string): Table | undefined {
    const wanted = name.toLowerCase();
    return this.tables.find((table) => table.name.toLowerCase() === wanted);
  }

  tableAt(sheetName: string, row: number, column: number): Table | undefined {
    const cell = rectOf(row, column);
    return this.tables.find((table) => table.sheetName === sheetName && contains(table.rect, cell));
  }

  tablesIn(sheet: Sheet, rect: Rect): Table[] {
    return this.tables.filter((table) => table.sheet === sheet && intersection(table.rect, rect) !== null);
  }

  definedName(name: string, sheetName: string): string | undefined {
    const sheet = this.sheetNamed(sheetName);
    return (this.names.find(name, sheet?.id) ?? this.names.find(name, undefined))?.formula;
  }

  /** Reads an entered formula. @throws HostError InvalidArgument where Excel refuses the entry. */
  readFormula(text: string, place: FormulaPlace): CellFormula {
    checkFormula(text);
    const normal = normalizeFormula(text);
    return { text: normal, compiled: compileFormula(normal, place, this, true) };
  }

  /** True if Univer knows every function of a formula, and it stays within this workbook. */
  canCalculate(formula: string): boolean {
    return formulaTokens(formula).every((token) => {
      if (token.type === TokenType.FUNCTION) return this.engine.knowsFunction(token.value.toUpperCase());
      // [1]Sheet1!A1: a cell of another file.
      return !(
        token.type !== TokenType.STRING &&
        token.type !== TokenType.REF_STRUCT &&
        token.value.includes(']')
      );
    });
  }

  /**
   * Passes every formula of the workbook through `change` and compiles it anew: after a rename, a resized
   * table or a changed name. Only formulas that now mean something else are calculated again; after cells
   * have moved (`cellsMoved`) all are, with their dependencies found anew.
   * @param concerns which formulas in cells can be meant at all; the others are left alone
   */
  rewriteFormulas(
    change: FormulaChange = (text) => text,
    { cellsMoved = false, concerns = () => true }: { cellsMoved?: boolean; concerns?: FormulaFilter } = {},
  ): void {
    // Names first: formulas that speak of them are written by what they stand for.
    let isNamed = false;
    for (const name of this.names.all()) {
      const sheet = (name.scope === undefined ? undefined : this.sheetWithId(name.scope)) ?? this.sheets[0];
      const meaning = sheet && change(name.formula, { sheet, cell: undefined, asWritten: true });
      if (meaning === undefined || meaning === name.formula) continue;
      name.formula = meaning;
      isNamed = true;
    }
    for (const sheet of this.sheets) {
      this.rewriteCells(sheet, change, cellsMoved, isNamed ? () => true : concerns);
      const spot: FormulaSpot = { sheet, cell: undefined, asWritten: true };
      for (const format of sheet.conditionalFormats)
        rewriteStrings(format.rule, (text) => change(text, spot));
      for (const validation of sheet.validations) {
        const rule = structuredClone(validation.rule) as Record<string, unknown>;
        rewriteStrings(rule, (text) => change(text, spot));
        validation.rule = rule;
      }
    }
    if (cellsMoved) this.calculation.markAll(this.sheets.map((sheet) => [sheet.id, sheet.name] as const));
  }

  /** A name came, went or means something else: formulas that speak of it, or of a name that does, are compiled anew. */
  renewNamed(name: string): void {
    const words = this.names.speakingOf([name.toLowerCase()]);
    const concerns = (text: string) => {
      const folded = text.toLowerCase();
      return words.some((word) => folded.includes(word));
    };
    this.rewriteFormulas(undefined, { concerns });
  }

  private rewriteCells(
    sheet: Sheet,
    change: FormulaChange,
    cellsMoved: boolean,
    concerns: FormulaFilter,
  ): void {
    const sheetName = sheet.name;
    const changed: Rect[] = [];
    sheet.cells.forEachCell(WHOLE_SHEET, (row, column, cell) => {
      const before = cell.f || cell.custom ? sheet.cells.formula(row, column) : undefined;
      if (before === undefined) return;
      const spot = { sheet, cell: rectOf(row, column), asWritten: Boolean(cell.custom) };
      if (!concerns(before, spot)) return;
      const text = change(before, spot);
      if (!cell.f) {
        sheet.cells.holdFormula(row, column, text);
        return;
      }
      const compiled = compileFormula(text, { sheetName, row, column }, this, false);
      if (compiled !== cell.f) changed.push(spot.cell);
      sheet.cells.setFormula(row, column, { text, compiled });
    });
    if (cellsMoved || changed.length === 0) return;
    sheet.cells.forgetDependencies(changed);
    for (const cell of changed) this.calculation.markDirty(sheet.id, cell, false);
  }

  /** A block that follows its cells until the request ends, or longer if the client keeps it. */
  trackTransient(sheet: Sheet, rect: Rect): Area {
    const area = sheet.follow(rect);
    this.transients.set(area, sheet);
    return area;
  }

  /** The client keeps the block: it follows its cells until `release`. */
  keep(area: Area): void {
    this.transients.delete(area);
  }

  /** The request ended: blocks nobody keeps are no longer followed. */
  releaseTransients(): void {
    for (const [area, sheet] of this.transients) sheet.untrack(area);
    this.transients.clear();
  }

  /** Refuses changes of sheets while the structure is protected. */
  checkStructure(): void {
    if (this.structureProtected) {
      throw hostErrors.accessDenied(
        'The workbook is protected: its sheets cannot be added, deleted or renamed.',
      );
    }
  }

  dispose(): void {
    this.calculation.dispose();
    this.spreadsheet.dispose();
  }
}

/** Excel's ids of sheets are GUIDs in braces. */
export function sheetId(n: number): string {
  return `{00000000-0001-0000-${n.toString(16).padStart(4, '0').toUpperCase()}-000000000000}`;
}

/** Changes every formula text inside a rule. */
function rewriteStrings(rule: Record<string, unknown>, change: (text: string) => string): void {
  for (const [key, value] of Object.entries(rule)) {
    if (typeof value === 'string' && value.startsWith('=')) rule[key] = change(value);
    else if (value !== null && typeof value === 'object')
      rewriteStrings(value as Record<string, unknown>, change);
  }
}
