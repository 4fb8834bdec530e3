import type { Inks } from './inks';
import { placeLabels, type Label, type Wanted } from './labels';
import type { Layout, Look } from './layout';
import { pathOf } from './scene';
import type { Placement } from './screen';

/** What is drawn over the ground: changes with what is pointed at. */
export interface Over {
  /** A territory, −1 for none. */
  readonly lit: number;
  /** A point that is pointed at, and the one selected in the sheet; −1 for none. */
  readonly pointed: number;
  readonly selected: number;
  /** Points that were drawn round, and the line while it is drawn: 2 per corner, in pixels of the canvas. */
  readonly caught: readonly number[];
  readonly line: readonly number[];
}

/** Names on the map: one per territory, whole and short. */
export interface Names {
  readonly whole: readonly string[];
  readonly short: readonly (string | undefined)[];
}

/** @param line height of a name in pixels of the canvas */
export function paintOver(
  context: CanvasRenderingContext2D,
  layout: Layout,
  look: Look,
  names: Names,
  points: Float32Array,
  at: Placement,
  over: Over,
  inks: Inks,
  line: number,
): void {
  const pixel = line / 15;
  paintLit(context, layout, look, at, over.lit, inks, pixel);
  for (const point of over.caught)
    ring(context, points[2 * point] ?? NaN, points[2 * point + 1] ?? NaN, 3 * pixel, inks, 0.6 * pixel);
  paintLine(context, over.line, inks, pixel);
  for (const [point, radius] of [
    [over.selected, 7],
    [over.pointed, 5],
  ] as const) {
    if (point < 0) continue;
    ring(context, points[2 * point] ?? NaN, points[2 * point + 1] ?? NaN, radius * pixel, inks, pixel);
  }
  context.font = `600 ${Math.round(0.75 * line)}px "Segoe UI", system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const label of labelsOf(context, look, names, at, over.lit, line)) {
    context.lineWidth = 3 * pixel;
    context.strokeStyle = inks.halo;
    context.strokeText(label.text, label.x, label.y);
    context.fillStyle = inks.text;
    context.fillText(label.text, label.x, label.y);
  }
}

function labelsOf(
  context: CanvasRenderingContext2D,
  { anchors }: Look,
  { whole, short }: Names,
  at: Placement,
  lit: number,
  line: number,
): Label[] {
  const wanted = whole.flatMap((name, territory): Wanted[] => {
    const x = (anchors[2 * territory] ?? NaN) * at.scale + at.left;
    const y = (anchors[2 * territory + 1] ?? NaN) * at.scale + at.top;
    return Number.isNaN(x) ? [] : [{ territory, name, short: short[territory], x, y }];
  });
  const { width, height } = context.canvas;
  return placeLabels(wanted, { width, height, line, wide: (text) => context.measureText(text).width }, lit);
}

/** The border of one territory, as far as there is land. */
function paintLit(
  context: CanvasRenderingContext2D,
  layout: Layout,
  { areas }: Look,
  at: Placement,
  lit: number,
  inks: Inks,
  pixel: number,
): void {
  if (lit < 0) return;
  layout.grounds.forEach(({ held }, panel) => {
    const rings = areas[panel]?.rings[lit];
    if (rings === undefined || rings.length === 0) return;
    context.save();
    context.setTransform(at.scale, 0, 0, at.scale, at.left, at.top);
    context.clip(pathOf(held));
    for (const [colour, width] of [
      [inks.halo, 4.5],
      [inks.text, 2.2],
    ] as const) {
      context.strokeStyle = colour;
      context.lineWidth = (width * pixel) / at.scale;
      context.stroke(pathOf(rings));
    }
    context.restore();
  });
}

/** Dashed, so that it is no border. */
function paintLine(
  context: CanvasRenderingContext2D,
  line: readonly number[],
  inks: Inks,
  pixel: number,
): void {
  if (line.length === 0) return;
  context.save();
  context.beginPath();
  for (let at = 0; at < line.length; at += 2) context.lineTo(line[at] ?? 0, line[at + 1] ?? 0);
  context.closePath();
  context.strokeStyle = inks.halo;
  context.lineWidth = 4 * pixel;
  context.stroke();
  context.setLineDash([5 * pixel, 4 * pixel]);
  context.strokeStyle = inks.text;
  context.lineWidth = 2 * pixel;
  context.stroke();
  context.restore();
}

function ring(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  inks: Inks,
  pixel: number,
): void {
  if (Number.isNaN(x)) return;
  for (const [colour, width] of [
    [inks.halo, 4],
    [inks.text, 2],
  ] as const) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.strokeStyle = colour;
    context.lineWidth = width * pixel;
    context.stroke();
  }
}
