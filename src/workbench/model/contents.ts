import type { IStyleData } from '@univerjs/core';
import type { Rect } from '../grid/rect';
import type { HyperlinkContents } from './hyperlink';
import type { PageLayout } from './page-layout';
import type { FileChart } from './chart';
import type { Freeze, SheetVisibility } from './sheet';
import type { TableLook } from './table';
import type { ValidationAlert, ValidationPrompt, ValidationRule } from './validation';
import type { ConditionalFormat } from './conditional-format';

/** A cell of a file. A string is text, whatever it looks like, unless it is marked as an error value. */
export interface CellContents {
  readonly value?: string | number | boolean;
  readonly error?: boolean;
  /** Its formula is not calculated here: it fills more than its cell. */
  readonly held?: boolean;
  /** In the API's spelling, with `=`. */
  readonly formula?: string;
  /** Position in `WorkbookContents.styles`. */
  readonly style?: number;
}

/** A column or row that is not like the others; sizes in pixels. */
export interface LineContents {
  readonly index: number;
  readonly size?: number;
  readonly hidden?: boolean;
  readonly style?: number;
  readonly outlineLevel?: number;
}

export interface TableContents {
  /** Its part in the file. */
  readonly path?: string;
  readonly name: string;
  readonly rect: Rect;
  readonly look: TableLook;
  readonly columns: readonly { readonly id: number; readonly name: string }[];
}

export interface ValidationContents {
  readonly fileKey?: string;
  readonly rects: readonly Rect[];
  readonly rule: ValidationRule;
  readonly prompt: ValidationPrompt;
  readonly errorAlert: ValidationAlert;
  readonly ignoreBlanks: boolean;
}

export type ConditionalFormatContents = Omit<ConditionalFormat, 'id' | 'areas'> & {
  readonly rects: readonly Rect[];
};

export interface SheetContents {
  readonly name: string;
  /** Its part in the file. */
  readonly path?: string;
  readonly visibility: SheetVisibility;
  readonly tabColor: string;
  readonly showGridlines: boolean;
  readonly showHeadings: boolean;
  readonly rightToLeft: boolean;
  /** 1 is 100 %. */
  readonly zoom: number;
  readonly freeze: Freeze;
  /** By row, then by column. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, CellContents>>;
  readonly columns: readonly LineContents[];
  readonly rows: readonly LineContents[];
  readonly defaultColumnPixels: number | undefined;
  readonly merges: readonly Rect[];
  readonly tables: readonly TableContents[];
  readonly charts: readonly FileChart[];
  readonly hasDrawing?: boolean;
  readonly validations: readonly ValidationContents[];
  readonly hyperlinks: readonly HyperlinkContents[];
  /** The first has the highest priority. */
  readonly conditionalFormats: readonly ConditionalFormatContents[];
  readonly isProtected: boolean;
  readonly pageLayout: PageLayout;
}

export interface NameContents {
  readonly name: string;
  /** Name of the sheet it belongs to; undefined: the workbook. */
  readonly sheet: string | undefined;
  readonly formula: string;
  readonly comment: string;
  readonly visible: boolean;
}

/** A workbook as a file holds it. */
export interface WorkbookContents {
  readonly styles: readonly IStyleData[];
  readonly sheets: readonly SheetContents[];
  readonly activeSheet: string | undefined;
  readonly names: readonly NameContents[];
  readonly structureProtected: boolean;
  readonly calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual';
}

/** A sheet with nothing on it. */
export function emptySheetContents(name: string, pageLayout: PageLayout): SheetContents {
  return {
    name,
    visibility: 'Visible',
    tabColor: '',
    showGridlines: true,
    showHeadings: true,
    rightToLeft: false,
    zoom: 1,
    freeze: { rows: 0, columns: 0 },
    cells: new Map(),
    columns: [],
    rows: [],
    defaultColumnPixels: undefined,
    merges: [],
    tables: [],
    charts: [],
    validations: [],
    hyperlinks: [],
    conditionalFormats: [],
    isProtected: false,
    pageLayout,
  };
}
