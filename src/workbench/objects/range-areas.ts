import type { Area } from '../grid/area';
import { formatAddress } from '../grid/address';
import type { Rect } from '../grid/rect';
import type { Book } from '../model/book';
import { clearRange } from '../model/clear';
import type { Sheet } from '../model/sheet';
import { hostErrors } from '../protocol/host-error';
import type { KeepableObject } from '../protocol/references';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asInteger, asOneOf } from './arguments';
import { Range } from './range';
import { Worksheet } from './worksheet';

/** Several blocks of one sheet. */
export class RangeAreas implements KeepableObject {
  static readonly wire = wire<RangeAreas>('RangeAreas', {
    scalars: ['address', 'addressLocal', 'areaCount', 'cellCount'],
    navigations: ['areas', 'worksheet'],
    methods: ['clear'],
  });

  private readonly blocks: readonly Area[];

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
    rects: readonly Rect[],
  ) {
    this.blocks = rects.map((rect) => book.trackTransient(sheet, rect));
  }

  get rects(): readonly Rect[] {
    return this.blocks.filter((area) => !area.isGone).map((area) => area.rect);
  }

  get isGone(): boolean {
    return this.blocks.every((area) => area.isGone);
  }

  keep(): void {
    for (const area of this.blocks) this.book.keep(area);
  }

  release(): void {
    for (const area of this.blocks) this.sheet.untrack(area);
  }

  get address(): string {
    return this.rects.map((rect) => formatAddress(this.sheet.name, rect)).join(',');
  }

  get addressLocal(): string {
    return this.address;
  }

  get areaCount(): number {
    return this.rects.length;
  }

  get cellCount(): number {
    return this.rects.reduce((sum, rect) => sum + rect.rows * rect.columns, 0);
  }

  get areas(): RangeCollection {
    return new RangeCollection(this.rects.map((rect) => new Range(this.book, this.sheet, rect)));
  }

  get worksheet(): Worksheet {
    return new Worksheet(this.book, this.sheet);
  }

  clear(applyTo: unknown): void {
    const what = asOneOf(applyTo ?? 'All', [
      'All',
      'Formats',
      'Contents',
      'Hyperlinks',
      'RemoveHyperlinks',
      'ResetContents',
    ]);
    for (const rect of this.rects) clearRange(this.book, this.sheet, rect, what);
  }
}

export class RangeCollection implements WireObject {
  static readonly wire = wire<RangeCollection>('RangeCollection', { methods: ['getCount', 'getItemAt'] });

  constructor(private readonly ranges: readonly Range[]) {}

  items(): readonly Range[] {
    return this.ranges;
  }

  getCount(): number {
    return this.ranges.length;
  }

  getItemAt(index: unknown): Range {
    const range = this.ranges[asInteger(index)];
    if (!range) throw hostErrors.invalidArgument();
    return range;
  }
}
