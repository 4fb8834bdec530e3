import { BooleanNumber } from '@univerjs/core';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asBoolean, asColor, asNumber, asOneOf, asString } from './arguments';
import { common, patch } from './formatted';
import type { Formatted } from './formatted';

const DEFAULT_FONT = { name: 'Calibri', size: 11, color: '#000000' };

export class RangeFill implements WireObject {
  static readonly wire = wire<RangeFill>('RangeFill', { scalars: ['color', 'pattern'], methods: ['clear'] });

  constructor(private readonly of: Formatted) {}

  /** No fill reads as white, as in Excel. */
  get color(): string | null {
    return common(this.of, (style) => (style.bg?.rgb ?? '#FFFFFF').toUpperCase());
  }

  /** Fills with a pattern are kept with a file's cells; here a cell has one colour or none. */
  get pattern(): string | null {
    return common(this.of, (style) =>
      style.bg?.rgb === undefined || style.bg.rgb === null ? 'None' : 'Solid',
    );
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
    scalars: ['name', 'size', 'color', 'italic', 'bold', 'underline'],
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
}

export class FormatProtection implements WireObject {
  static readonly wire = wire<FormatProtection>('FormatProtection', { scalars: ['locked'] });

  constructor(private readonly of: Formatted) {}

  get locked(): boolean {
    return this.of.sheet.isLocked(this.of.rect);
  }

  set locked(locked: unknown) {
    this.of.sheet.checkUnprotected();
    this.of.sheet.cells.patchStyle(this.of.rect, { unlocked: asBoolean(locked) ? null : true });
  }
}
