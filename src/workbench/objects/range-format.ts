import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import type { IBorderData, IStyleData } from '@univerjs/core';
import type { StylePatch } from '../grid/cell-style';
import { lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS, rectOf } from '../grid/rect';
import type { Rect } from '../grid/rect';
import { textOf } from '../grid/cell-value';
import { commonSize, patchLines } from '../model/lines';
import { DEFAULT_COLUMN_PIXELS, DEFAULT_ROW_PIXELS } from '../model/snapshot';
import type { Sheet } from '../model/sheet';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asBoolean, asColor, asInteger, asNumber, asOneOf, asString } from './arguments';

/** What a format is of: the cells of a range. */
export interface Formatted {
  readonly sheet: Sheet;
  readonly rect: Rect;
}

const PIXELS_PER_POINT = 4 / 3;
const DEFAULT_FONT = { name: 'Calibri', size: 11, color: '#000000' };

/** The value all cells share, or null if they differ, as Excel answers. */
function common<T>({ sheet, rect }: Formatted, read: (style: IStyleData) => T): T | null {
  const first = read(sheet.cells.style(rect.row, rect.column));
  if (rect.rows === MAX_ROWS || rect.columns === MAX_COLUMNS) {
    let same = true;
    sheet.cells.forEachCell(rect, (row, column) => {
      same &&= read(sheet.cells.style(row, column)) === first;
    });
    return same ? first : null;
  }
  for (let row = rect.row; row <= lastRow(rect); row++) {
    for (let column = rect.column; column <= lastColumn(rect); column++) {
      if (read(sheet.cells.style(row, column)) !== first) return null;
    }
  }
  return first;
}

function patch({ sheet, rect }: Formatted, change: StylePatch): void {
  sheet.checkEditable(rect);
  sheet.cells.patchStyle(rect, change);
}

const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Distributed: HorizontalAlign.DISTRIBUTED,
  CenterAcrossSelection: HorizontalAlign.BOTH,
};
const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  Bottom: VerticalAlign.UNSPECIFIED,
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
};

function keyOf<T>(table: Readonly<Record<string, T>>, value: T | null | undefined, fallback: string): string {
  return Object.entries(table).find(([, known]) => known === value)?.[0] ?? fallback;
}

/** `range.format`. Lengths are points; Univer's are pixels. */
export class RangeFormat implements WireObject {
  static readonly wire = wire<RangeFormat>('RangeFormat', {
    scalars: [
      'wrapText',
      'horizontalAlignment',
      'verticalAlignment',
      'columnWidth',
      'rowHeight',
      'useStandardHeight',
      'useStandardWidth',
      'indentLevel',
    ],
    navigations: ['fill', 'font', 'borders', 'protection'],
    methods: ['autofitColumns', 'autofitRows', 'adjustIndent'],
  });

  constructor(private readonly of: Formatted) {}

  get fill(): RangeFill {
    return new RangeFill(this.of);
  }

  get font(): RangeFont {
    return new RangeFont(this.of);
  }

  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.of);
  }

  get protection(): FormatProtection {
    return new FormatProtection(this.of);
  }

  get wrapText(): boolean | null {
    return common(this.of, (style) => style.tb === WrapStrategy.WRAP);
  }

  set wrapText(wrap: unknown) {
    patch(this.of, { tb: asBoolean(wrap) ? WrapStrategy.WRAP : null });
  }

  get horizontalAlignment(): string | null {
    return common(this.of, (style) => keyOf(HORIZONTAL, style.ht, 'General'));
  }

  set horizontalAlignment(alignment: unknown) {
    const key = asOneOf(alignment, [...Object.keys(HORIZONTAL), 'Fill']);
    patch(this.of, { ht: HORIZONTAL[key] ?? null });
  }

  get verticalAlignment(): string | null {
    return common(this.of, (style) => keyOf(VERTICAL, style.vt, 'Bottom'));
  }

  set verticalAlignment(alignment: unknown) {
    const key = asOneOf(alignment, [...Object.keys(VERTICAL), 'Justify', 'Distributed']);
    patch(this.of, { vt: VERTICAL[key] ?? null });
  }

  /** Kept as left padding, 9 pixels a level. */
  get indentLevel(): number | null {
    return common(this.of, (style) => Math.round((style.pd?.l ?? 0) / INDENT_PIXELS));
  }

  set indentLevel(level: unknown) {
    const steps = asInteger(level);
    if (steps < 0 || steps > 250) throw hostErrors.invalidArgument();
    patch(this.of, { pd: steps > 0 ? { l: steps * INDENT_PIXELS } : null });
  }

  adjustIndent(amount: unknown): void {
    this.indentLevel = Math.max(0, (this.indentLevel ?? 0) + asInteger(amount));
  }

  get columnWidth(): number | null {
    const pixels = commonSize(this.of.sheet, this.of.rect, 'columns');
    return pixels === null ? null : pixels / PIXELS_PER_POINT;
  }

  set columnWidth(points: unknown) {
    this.of.sheet.checkUnprotected();
    patchLines(this.of.sheet, this.of.rect, 'columns', { w: asNumber(points) * PIXELS_PER_POINT });
  }

  get rowHeight(): number | null {
    const pixels = commonSize(this.of.sheet, this.of.rect, 'rows');
    return pixels === null ? null : pixels / PIXELS_PER_POINT;
  }

  set rowHeight(points: unknown) {
    this.of.sheet.checkUnprotected();
    const height = asNumber(points);
    if (height < 0 || height > 409.5) throw hostErrors.invalidArgument('A row is at most 409.5 points high.');
    patchLines(this.of.sheet, this.of.rect, 'rows', {
      h: height * PIXELS_PER_POINT,
      ia: BooleanNumber.FALSE,
    });
  }

  get useStandardHeight(): boolean | null {
    const pixels = commonSize(this.of.sheet, this.of.rect, 'rows');
    return pixels === null ? null : pixels === DEFAULT_ROW_PIXELS;
  }

  set useStandardHeight(use: unknown) {
    if (asBoolean(use)) patchLines(this.of.sheet, this.of.rect, 'rows', { h: DEFAULT_ROW_PIXELS });
  }

  get useStandardWidth(): boolean | null {
    const pixels = commonSize(this.of.sheet, this.of.rect, 'columns');
    return pixels === null ? null : pixels === DEFAULT_COLUMN_PIXELS;
  }

  set useStandardWidth(use: unknown) {
    if (asBoolean(use)) patchLines(this.of.sheet, this.of.rect, 'columns', { w: DEFAULT_COLUMN_PIXELS });
  }

  /** Widths by the number of shown characters: there are no fonts to measure here. */
  autofitColumns(): void {
    const { sheet, rect } = this.of;
    sheet.checkUnprotected();
    const longest = new Map<number, number>();
    sheet.cells.forEachCell(rect, (row, column, cell) => {
      const text = textOf(cell, sheet.cells.numberFormat(row, column));
      const length = Math.max(...text.split('\n').map((line) => line.length));
      longest.set(column, Math.max(longest.get(column) ?? 0, length));
    });
    for (const [column, characters] of longest) {
      const w = Math.min(characters * CHARACTER_PIXELS + CELL_PADDING_PIXELS, MAX_COLUMN_PIXELS);
      patchLines(sheet, rectOf(0, column, MAX_ROWS, 1), 'columns', { w });
    }
  }

  autofitRows(): void {
    const { sheet, rect } = this.of;
    sheet.checkUnprotected();
    const lines = new Map<number, number>();
    sheet.cells.forEachCell(rect, (row, column, cell) => {
      const count = textOf(cell, sheet.cells.numberFormat(row, column)).split('\n').length;
      lines.set(row, Math.max(lines.get(row) ?? 1, count));
    });
    for (const [row, count] of lines) {
      patchLines(sheet, rectOf(row, 0, 1, MAX_COLUMNS), 'rows', { h: count * DEFAULT_ROW_PIXELS });
    }
  }
}

const INDENT_PIXELS = 9;
const CHARACTER_PIXELS = 7;
const CELL_PADDING_PIXELS = 12;
const MAX_COLUMN_PIXELS = 1790;

export class RangeFill implements WireObject {
  static readonly wire = wire<RangeFill>('RangeFill', { scalars: ['color'], methods: ['clear'] });

  constructor(private readonly of: Formatted) {}

  /** No fill reads as white, as in Excel. */
  get color(): string | null {
    return common(this.of, (style) => (style.bg?.rgb ?? '#FFFFFF').toUpperCase());
  }

  set color(color: unknown) {
    patch(this.of, { bg: { rgb: asColor(color) } });
  }

  clear(): void {
    patch(this.of, { bg: null });
  }
}

export class RangeFont implements WireObject {
  static readonly wire = wire<RangeFont>('RangeFont', {
    scalars: ['name', 'size', 'color', 'italic', 'bold', 'underline', 'strikethrough'],
  });

  constructor(private readonly of: Formatted) {}

  get name(): string | null {
    return common(this.of, (style) => style.ff ?? DEFAULT_FONT.name);
  }

  set name(name: unknown) {
    patch(this.of, { ff: asString(name) });
  }

  get size(): number | null {
    return common(this.of, (style) => style.fs ?? DEFAULT_FONT.size);
  }

  set size(size: unknown) {
    patch(this.of, { fs: asNumber(size) });
  }

  get color(): string | null {
    return common(this.of, (style) => (style.cl?.rgb ?? DEFAULT_FONT.color).toUpperCase());
  }

  set color(color: unknown) {
    patch(this.of, { cl: { rgb: asColor(color) } });
  }

  get bold(): boolean | null {
    return common(this.of, (style) => style.bl === BooleanNumber.TRUE);
  }

  set bold(bold: unknown) {
    patch(this.of, { bl: asBoolean(bold) ? BooleanNumber.TRUE : null });
  }

  get italic(): boolean | null {
    return common(this.of, (style) => style.it === BooleanNumber.TRUE);
  }

  set italic(italic: unknown) {
    patch(this.of, { it: asBoolean(italic) ? BooleanNumber.TRUE : null });
  }

  get underline(): string | null {
    return common(this.of, (style) => (style.ul?.s === BooleanNumber.TRUE ? 'Single' : 'None'));
  }

  set underline(underline: unknown) {
    const kind = asOneOf(underline, ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant']);
    patch(this.of, { ul: kind === 'None' ? null : { s: BooleanNumber.TRUE } });
  }

  get strikethrough(): boolean | null {
    return common(this.of, (style) => style.st?.s === BooleanNumber.TRUE);
  }

  set strikethrough(strike: unknown) {
    patch(this.of, { st: asBoolean(strike) ? { s: BooleanNumber.TRUE } : null });
  }
}

/** `Excel.BorderIndex`, in the order of the collection. */
const EDGES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const;
export type BorderEdge = (typeof EDGES)[number];

/** Line styles by `Excel.BorderLineStyle` and `Excel.BorderWeight`. */
const LINES: readonly (readonly [style: string, weight: string, line: BorderStyleTypes])[] = [
  ['None', 'Thin', BorderStyleTypes.NONE],
  ['Continuous', 'Thin', BorderStyleTypes.THIN],
  ['Continuous', 'Hairline', BorderStyleTypes.HAIR],
  ['Continuous', 'Medium', BorderStyleTypes.MEDIUM],
  ['Continuous', 'Thick', BorderStyleTypes.THICK],
  ['Dash', 'Thin', BorderStyleTypes.DASHED],
  ['Dash', 'Medium', BorderStyleTypes.MEDIUM_DASHED],
  ['DashDot', 'Thin', BorderStyleTypes.DASH_DOT],
  ['DashDot', 'Medium', BorderStyleTypes.MEDIUM_DASH_DOT],
  ['DashDotDot', 'Thin', BorderStyleTypes.DASH_DOT_DOT],
  ['DashDotDot', 'Medium', BorderStyleTypes.MEDIUM_DASH_DOT_DOT],
  ['Dot', 'Thin', BorderStyleTypes.DOTTED],
  ['Double', 'Thick', BorderStyleTypes.DOUBLE],
  ['SlantDashDot', 'Medium', BorderStyleTypes.SLANT_DASH_DOT],
];

export class RangeBorderCollection implements WireObject {
  static readonly wire = wire<RangeBorderCollection>('RangeBorderCollection', {
    scalars: ['count'],
    methods: ['getItem', 'getItemAt'],
  });

  constructor(private readonly of: Formatted) {}

  get count(): number {
    return EDGES.length;
  }

  items(): RangeBorder[] {
    return EDGES.map((edge) => new RangeBorder(this.of, edge));
  }

  getItem(edge: unknown): RangeBorder {
    return new RangeBorder(this.of, asOneOf(edge, EDGES));
  }

  getItemAt(index: unknown): RangeBorder {
    const edge = EDGES[asInteger(index)];
    if (!edge) throw hostErrors.invalidArgument();
    return new RangeBorder(this.of, edge);
  }
}

/** Cells along an edge and the side of each that lies on it. */
function edgeParts({ rect }: Formatted, edge: BorderEdge): { rect: Rect; side: keyof IBorderData }[] {
  const { row, column, rows, columns } = rect;
  switch (edge) {
    case 'EdgeTop':
      return [{ rect: rectOf(row, column, 1, columns), side: 't' }];
    case 'EdgeBottom':
      return [{ rect: rectOf(lastRow(rect), column, 1, columns), side: 'b' }];
    case 'EdgeLeft':
      return [{ rect: rectOf(row, column, rows, 1), side: 'l' }];
    case 'EdgeRight':
      return [{ rect: rectOf(row, lastColumn(rect), rows, 1), side: 'r' }];
    case 'InsideHorizontal':
      return rows > 1 ? [{ rect: rectOf(row, column, rows - 1, columns), side: 'b' }] : [];
    case 'InsideVertical':
      return columns > 1 ? [{ rect: rectOf(row, column, rows, columns - 1), side: 'r' }] : [];
    case 'DiagonalDown':
      return [{ rect, side: 'tl_br' }];
    case 'DiagonalUp':
      return [{ rect, side: 'bl_tr' }];
  }
}

export class RangeBorder implements WireObject {
  static readonly wire = wire<RangeBorder>('RangeBorder', {
    scalars: ['sideIndex', 'style', 'weight', 'color'],
  });

  constructor(
    private readonly of: Formatted,
    readonly sideIndex: BorderEdge,
  ) {}

  private line(): { style: string; weight: string; color: string } {
    const [part] = edgeParts(this.of, this.sideIndex);
    if (!part) return { style: 'None', weight: 'Thin', color: '' };
    const { sheet } = this.of;
    const border = sheet.cells.style(part.rect.row, part.rect.column).bd?.[part.side];
    const [style, weight] = LINES.find(([, , line]) => line === border?.s) ?? ['None', 'Thin'];
    return { style, weight, color: (border?.cl.rgb ?? '#000000').toUpperCase() };
  }

  private change(change: Partial<{ style: string; weight: string; color: string }>): void {
    const wanted = { ...this.line(), ...change };
    // A weight or colour alone makes a line, as in Excel.
    if (change.style === undefined && wanted.style === 'None') wanted.style = 'Continuous';
    const line =
      LINES.find(([style, weight]) => style === wanted.style && weight === wanted.weight) ??
      LINES.find(([style]) => style === wanted.style);
    if (!line) throw hostErrors.invalidArgument();
    const border = wanted.style === 'None' ? null : { s: line[2], cl: { rgb: wanted.color || '#000000' } };
    for (const { rect, side } of edgeParts(this.of, this.sideIndex)) {
      patch({ sheet: this.of.sheet, rect }, { bd: { [side]: border } });
    }
  }

  get style(): string {
    return this.line().style;
  }

  set style(style: unknown) {
    this.change({
      style: asOneOf(
        style,
        LINES.map(([name]) => name),
      ),
    });
  }

  get weight(): string {
    return this.line().weight;
  }

  set weight(weight: unknown) {
    this.change({ weight: asOneOf(weight, ['Hairline', 'Thin', 'Medium', 'Thick']) });
  }

  get color(): string {
    return this.line().color;
  }

  set color(color: unknown) {
    this.change({ color: asColor(color) });
  }
}

export class FormatProtection implements WireObject {
  static readonly wire = wire<FormatProtection>('FormatProtection', { scalars: ['locked'] });

  constructor(private readonly of: Formatted) {}

  get locked(): boolean {
    return this.of.sheet.isLocked(this.of.rect);
  }

  set locked(locked: unknown) {
    this.of.sheet.checkUnprotected();
    this.of.sheet.setLocked(this.of.rect, asBoolean(locked));
  }
}
