import type { Rect } from '../grid/rect';
import type { Book } from '../model/book';
import type { Sheet } from '../model/sheet';
import { hostErrors } from '../protocol/host-error';
import type { KeepableObject } from '../protocol/references';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { Range } from './range';

/** Blocks of cells of one sheet. */
export class RangeAreas implements KeepableObject {
  static readonly wire = wire<RangeAreas>('RangeAreas', {
    scalars: ['address', 'areaCount', 'cellCount'],
    navigations: ['areas'],
  });

  private readonly ranges: readonly Range[];

  constructor(
    book: Book,
    sheet: Sheet,
    readonly rects: readonly Rect[],
  ) {
    this.ranges = rects.map((rect) => new Range(book, sheet, rect));
  }

  get isGone(): boolean {
    return this.ranges.every(({ isGone }) => isGone);
  }

  keep(): void {
    for (const range of this.ranges) range.keep();
  }

  release(): void {
    for (const range of this.ranges) range.release();
  }

  get address(): string {
    return this.ranges.map(({ address }) => address).join(',');
  }

  get areaCount(): number {
    return this.ranges.length;
  }

  get cellCount(): number {
    return this.ranges.reduce((sum, { cellCount }) => sum + cellCount, 0);
  }

  get areas(): RangeCollection {
    return new RangeCollection(this.ranges);
  }
}

export class RangeCollection implements WireObject {
  static readonly wire = wire<RangeCollection>('RangeCollection', {
    methods: ['getCount', 'getItemAt'],
  });

  constructor(private readonly ranges: readonly Range[]) {}

  items(): readonly Range[] {
    return this.ranges;
  }

  getCount(): number {
    return this.ranges.length;
  }

  getItemAt(index: unknown): Range {
    const range = this.ranges[Number(index)];
    if (range === undefined) throw hostErrors.invalidArgument();
    return range;
  }
}
