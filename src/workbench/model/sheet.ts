import { BooleanNumber } from '@univerjs/core';
import type { IWorksheetData } from '@univerjs/core';
import { Area } from '../grid/area';
import { isUnlocked } from '../grid/cell-style';
import { contains, intersection, lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS, subtract } from '../grid/rect';
import type { Rect, Shift } from '../grid/rect';
import { Mutation } from '../grid/spreadsheet';
import type { Spreadsheet } from '../grid/spreadsheet';
import { hostErrors } from '../protocol/host-error';
import { SheetCells } from './cells';
import type { Chart } from './chart';
import type { ConditionalFormat } from './conditional-format';
import type { Hyperlink } from './hyperlink';
import { newPageLayout } from './page-layout';
import type { PageLayout } from './page-layout';
import type { Validation } from './validation';

export type SheetVisibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** How many rows and columns are frozen, from the top left. */
export interface Freeze {
  readonly rows: number;
  readonly columns: number;
}

export interface Protection {
  readonly password: string | undefined;
  readonly options: Readonly<Record<string, unknown>>;
}

/** A shape or a comment: it stands on the sheet, and goes with it. */
export interface SheetObject {
  readonly kind: 'shape' | 'comment';
  readonly id: string;
  name: string;
}

/**
 * One worksheet. Cells, sizes, merges, visibility and the frozen panes live in Univer's model, so that
 * its user interface shows them; what Univer has no room for lives here.
 */
export class Sheet {
  readonly cells: SheetCells;
  readonly charts: Chart[] = [];
  readonly objects: SheetObject[] = [];
  readonly conditionalFormats: ConditionalFormat[] = [];
  readonly validations: Validation[] = [];
  readonly hyperlinks: Hyperlink[] = [];
  readonly pageLayout: PageLayout = newPageLayout();
  protection: Protection | undefined;
  showHeadings = true;
  /** Outline levels of grouped columns and rows. */
  readonly columnGroups: Area[] = [];
  readonly rowGroups: Area[] = [];
  private veryHidden = false;
  private readonly tracked = new Set<Area>();

  constructor(
    private readonly spreadsheet: Spreadsheet,
    readonly id: string,
  ) {
    this.cells = new SheetCells(spreadsheet, id);
  }

  get config(): IWorksheetData {
    return this.cells.univerSheet.getConfig();
  }

  get name(): string {
    return this.config.name;
  }

  set name(name: string) {
    this.mutate(Mutation.RenameSheet, { name });
  }

  get visibility(): SheetVisibility {
    if (this.config.hidden !== BooleanNumber.TRUE) return 'Visible';
    return this.veryHidden ? 'VeryHidden' : 'Hidden';
  }

  set visibility(visibility: SheetVisibility) {
    this.veryHidden = visibility === 'VeryHidden';
    this.mutate(Mutation.HideSheet, {
      hidden: visibility === 'Visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    });
  }

  /** Takes over the visibility that Univer's model already shows. */
  adoptVisibility(visibility: SheetVisibility): void {
    this.veryHidden = visibility === 'VeryHidden';
  }

  get tabColor(): string {
    return this.config.tabColor.toUpperCase();
  }

  set tabColor(color: string) {
    this.mutate(Mutation.TabColor, { color });
  }

  get showGridlines(): boolean {
    return this.config.showGridlines !== BooleanNumber.FALSE;
  }

  set showGridlines(show: boolean) {
    this.mutate(Mutation.Gridlines, { showGridlines: show ? BooleanNumber.TRUE : BooleanNumber.FALSE });
  }

  get freeze(): Freeze {
    const { xSplit, ySplit } = this.config.freeze;
    return { rows: Math.max(ySplit, 0), columns: Math.max(xSplit, 0) };
  }

  set freeze({ rows, columns }: Freeze) {
    this.mutate(Mutation.Frozen, {
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
      ySplit: rows,
      xSplit: columns,
    });
  }

  mutate(id: string, params: Record<string, unknown>): void {
    this.spreadsheet.mutate(id, { subUnitId: this.id, ...params });
  }

  /** Lets a block follow its cells from now on. */
  track(area: Area): Area {
    this.tracked.add(area);
    return area;
  }

  follow(rect: Rect): Area {
    return this.track(new Area(rect));
  }

  untrack(area: Area): void {
    this.tracked.delete(area);
  }

  shiftAreas(shift: Shift): void {
    for (const area of [...this.tracked]) {
      area.shift(shift);
      if (area.isGone) this.tracked.delete(area);
    }
  }

  /** The sheet is deleted: whatever pointed into it points nowhere. */
  vanish(): void {
    for (const area of this.tracked) area.vanish();
    this.tracked.clear();
  }

  /** True if a protected sheet would refuse to change any of these cells. */
  isLocked(rect: Rect): boolean {
    if (rect.rows === MAX_ROWS || rect.columns === MAX_COLUMNS) return true;
    for (let row = rect.row; row <= lastRow(rect); row++)
      for (let column = rect.column; column <= lastColumn(rect); column++)
        if (!isUnlocked(this.cells.style(row, column))) return true;
    return false;
  }

  /** @throws HostError AccessDenied if the sheet is protected and any of the cells is locked. */
  checkEditable(rect: Rect): void {
    if (this.protection && this.isLocked(rect)) {
      throw hostErrors.accessDenied(
        `The sheet ${this.name} is protected. To make a change, unprotect the sheet.`,
      );
    }
  }

  /** @throws HostError AccessDenied if the sheet is protected. */
  checkUnprotected(): void {
    if (this.protection) {
      throw hostErrors.accessDenied(
        `The sheet ${this.name} is protected. To make a change, unprotect the sheet.`,
      );
    }
  }

  /** Merged blocks that touch a block. */
  mergesIn(rect: Rect): Rect[] {
    return this.config.mergeData
      .map((merge) => ({
        row: merge.startRow,
        column: merge.startColumn,
        rows: merge.endRow - merge.startRow + 1,
        columns: merge.endColumn - merge.startColumn + 1,
      }))
      .filter((merge) => intersection(merge, rect) !== null);
  }
}

/** Cuts a block out of a list of areas: what lies inside is dropped, what overlaps is split. */
export function carve(areas: Area[], rect: Rect, sheet: Sheet): void {
  for (const area of areas.splice(0)) {
    if (area.isGone) continue;
    if (!intersection(area.rect, rect)) {
      areas.push(area);
      continue;
    }
    sheet.untrack(area);
    if (contains(rect, area.rect)) continue;
    for (const rest of subtract(area.rect, rect)) areas.push(sheet.follow(rest));
  }
}
