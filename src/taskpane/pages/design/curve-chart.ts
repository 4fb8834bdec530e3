import type { CurveView } from '../../../app/pages/design/curve';

/** Where the lines of the chart may be, in its own units; y grows downwards. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Dot {
  readonly x: number;
  readonly y: number;
}

export interface CurveChart {
  readonly dots: readonly (Dot & { readonly isShown: boolean })[];
  /** The plan that is shown, where it is none of the points; at the edge where it is far beyond these. */
  readonly shown: (Dot & { readonly moved: number; readonly beyond: -1 | 0 | 1 }) | undefined;
  /** Accounts that move at both ends of the axis. */
  readonly least: number;
  readonly most: number;
  /** The greatest distance from a fair share, at the top; 0 is at the bottom. */
  readonly worst: number;
}

/** A plan farther from the points than this part of what they span would press them together. */
const NEAR = 0.5;

/**
 * Lays the curve out so that its points fill the room: they are what is chosen among. The plan that is shown may move
 * several times as many accounts, and then stands at the edge, to be named there.
 */
export function curveChart({ points, shown }: CurveView, { left, right, top, bottom }: Room): CurveChart {
  const moves = points.map(({ moved }) => moved);
  const [first, last] = [Math.min(...moves), Math.max(...moves)];
  const reach = Math.max(1, last - first) * NEAR;
  const isNear = shown !== undefined && shown.moved >= first - reach && shown.moved <= last + reach;
  const least = isNear ? Math.min(first, shown.moved) : first;
  const most = Math.max(least + 1, isNear ? Math.max(last, shown.moved) : last);
  const worst = Math.max(0.01, shown?.worst ?? 0, ...points.map((point) => point.worst));
  const x = (moved: number) => left + ((moved - least) / (most - least)) * (right - left);
  const y = (one: number) => top + (1 - one / worst) * (bottom - top);
  return {
    dots: points.map((point) => ({ x: x(point.moved), y: y(point.worst), isShown: point.isShown })),
    shown: shown && {
      x: Math.min(right, Math.max(left, x(shown.moved))),
      y: y(shown.worst),
      moved: shown.moved,
      beyond: isNear ? 0 : shown.moved > most ? 1 : -1,
    },
    least,
    most,
    worst,
  };
}
