import { BooleanNumber, HorizontalAlign, VerticalAlign, WrapStrategy } from '@univerjs/core';
import { textOf } from '../grid/cell-value';
import { MAX_ROWS, rectOf } from '../grid/rect';
import { commonSize, patchLines } from '../model/lines';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asBoolean, asInteger, asNumber, asOneOf } from './arguments';
import { common, patch } from './formatted';
import type { Formatted } from './formatted';
import { RangeBorderCollection } from './range-borders';
import { FormatProtection, RangeFill, RangeFont } from './range-font';

const PIXELS_PER_POINT = 4 / 3;

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
      'indentLevel',
    ],
    navigations: ['fill', 'font', 'borders', 'protection'],
    methods: ['autofitColumns'],
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

  /** Whether rows are as high as Excel makes them; null if some are. */
  get useStandardHeight(): boolean | null {
    const { sheet, rect } = this.of;
    const pixels = commonSize(sheet, rect, 'rows');
    return pixels === null ? null : pixels === sheet.config.defaultRowHeight;
  }

  /** False leaves the rows as high as they are. */
  set useStandardHeight(isStandard: unknown) {
    this.of.sheet.checkUnprotected();
    if (asBoolean(isStandard)) patchLines(this.of.sheet, this.of.rect, 'rows', { h: undefined });
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
}

const INDENT_PIXELS = 9;
const CHARACTER_PIXELS = 7;
const CELL_PADDING_PIXELS = 12;
const MAX_COLUMN_PIXELS = 1790;
