import type { Rect, Shift } from './rect';
import { shiftRect } from './rect';

/** A block of cells that follows its cells when rows or columns come and go. */
export class Area {
  private gone = false;

  constructor(
    private current: Rect,
    /** Told before the block changes; `after` is null when all cells were deleted. */
    private readonly onShift?: (before: Rect, after: Rect | null, shift: Shift) => void,
  ) {}

  get rect(): Rect {
    return this.current;
  }

  set rect(rect: Rect) {
    this.current = rect;
  }

  /** True once all its cells were deleted. */
  get isGone(): boolean {
    return this.gone;
  }

  shift(shift: Shift): void {
    if (this.gone) return;
    const after = shiftRect(this.current, shift);
    if (after === this.current) return;
    this.onShift?.(this.current, after, shift);
    if (after) this.current = after;
    else this.gone = true;
  }

  /** The sheet was deleted, with all its cells. */
  vanish(): void {
    this.gone = true;
  }
}
