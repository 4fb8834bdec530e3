import type { Areas, Lines } from './areas';
import { mixed, type Inks } from './inks';
import type { Layout, Look } from './layout';
import { colourOf } from './palette';
import { placement, screenPoints, type Placement } from './screen';
import type { View } from './view';

/** What the ground of a map is drawn from. */
export interface Picture {
  readonly layout: Layout;
  readonly look: Look;
  readonly view: View;
  readonly inks: Inks;
}

/** A picture as it was drawn, and where its points are, in pixels of the canvas. */
interface Drawn extends Picture {
  readonly width: number;
  readonly points: Float32Array;
}

const MANY = 4000;

/**
 * Land, areas and accounts, kept on a canvas of their own: what is lit, named or pointed at is drawn over it
 * without drawing it again.
 */
export class Scene {
  private readonly canvas = document.createElement('canvas');
  private readonly sheet = document.createElement('canvas');
  private drawn: Drawn | undefined;

  /** Where the points are on the canvas that was drawn last. */
  get points(): Float32Array {
    return this.drawn?.points ?? new Float32Array(0);
  }

  /**
   * Draws on a canvas that has its size.
   *
   * @param isMoving the view changes: an inexact picture will do
   * @returns false if it is inexact, and is to be drawn again at rest
   */
  draw(target: HTMLCanvasElement, picture: Picture, isMoving: boolean): boolean {
    const context = target.getContext('2d');
    if (context === null) return true;
    const { drawn } = this;
    const isSame =
      drawn !== undefined &&
      drawn.layout === picture.layout &&
      drawn.look === picture.look &&
      drawn.inks === picture.inks &&
      drawn.width === target.width;
    const isExact = isSame && drawn.view === picture.view;
    // Moved and stretched while the view changes, drawn anew when it rests.
    if (!isExact && !(isSame && isMoving)) this.redraw(target, picture);
    const from = this.drawn;
    if (from === undefined) return true;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = picture.inks.halo;
    context.fillRect(0, 0, target.width, target.height);
    const was = placement(from.layout, from.view, target.width);
    const is = placement(picture.layout, picture.view, target.width);
    const stretch = is.scale / was.scale;
    context.setTransform(stretch, 0, 0, stretch, is.left - was.left * stretch, is.top - was.top * stretch);
    context.drawImage(this.canvas, 0, 0);
    context.setTransform(1, 0, 0, 1, 0, 0);
    return from.view === picture.view;
  }

  private redraw(target: HTMLCanvasElement, picture: Picture): void {
    const { layout, look, view, inks } = picture;
    const { width, height } = target;
    for (const canvas of [this.canvas, this.sheet]) Object.assign(canvas, { width, height });
    const context = this.canvas.getContext('2d');
    const sheet = this.sheet.getContext('2d');
    if (context === null || sheet === null) return;
    context.lineJoin = 'round';
    const at = placement(layout, view, width);
    const pixel = width / Math.max(1, target.clientWidth);
    layout.grounds.forEach((_, panel) => {
      paintGround(context, sheet, picture, panel, at, pixel);
    });
    context.setTransform(1, 0, 0, 1, 0, 0);
    const size = pointSize(layout.sites.of.length, view) * pixel;
    const points = screenPoints(layout, at, 1.15 * size);
    paintPoints(context, layout, look, points, inks, size);
    this.drawn = { ...picture, width, points };
  }
}

/** Land of one part of the map, with the areas on a sheet of their own that is cut to the land that is held. */
function paintGround(
  context: CanvasRenderingContext2D,
  sheet: CanvasRenderingContext2D,
  { layout, look, inks }: Picture,
  panel: number,
  at: Placement,
  pixel: number,
): void {
  const ground = layout.grounds[panel];
  const areas = look.areas[panel];
  if (ground === undefined || areas === undefined) return;
  const { land, held, frame } = ground;
  paintAreas(sheet, layout, areas, held, at, inks, pixel);
  context.setTransform(at.scale, 0, 0, at.scale, at.left, at.top);
  context.fillStyle = inks.land;
  context.fill(pathOf(land));
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(sheet.canvas, 0, 0);
  context.setTransform(at.scale, 0, 0, at.scale, at.left, at.top);
  context.strokeStyle = inks.border;
  context.lineWidth = (0.6 * pixel) / at.scale;
  context.stroke(pathOf(land));
  if (frame === undefined) return;
  const [left, top, right, bottom] = frame;
  context.lineWidth = pixel / at.scale;
  context.strokeRect(left, top, right - left, bottom - top);
}

/** One cut at the end: to clip each area to a coast takes ten times as long. */
function paintAreas(
  sheet: CanvasRenderingContext2D,
  layout: Layout,
  { rings, between }: Areas,
  held: Lines,
  at: Placement,
  inks: Inks,
  pixel: number,
): void {
  sheet.setTransform(1, 0, 0, 1, 0, 0);
  sheet.globalCompositeOperation = 'source-over';
  sheet.clearRect(0, 0, sheet.canvas.width, sheet.canvas.height);
  sheet.setTransform(at.scale, 0, 0, at.scale, at.left, at.top);
  rings.forEach((mine, j) => {
    sheet.fillStyle = mixed(colourOf(layout.colours[j] ?? 0), inks.land, inks.tint);
    sheet.fill(pathOf(mine));
  });
  sheet.strokeStyle = inks.edge;
  sheet.lineWidth = (1.1 * pixel) / at.scale;
  sheet.stroke(piecesOf(between));
  sheet.globalCompositeOperation = 'destination-in';
  sheet.fill(pathOf(held));
}

/** Pixels of the page across. */
function pointSize(count: number, { zoom }: View): number {
  const least = count > 20_000 ? 1.5 : count > MANY ? 2.2 : count > 1000 ? 3.2 : 4.5;
  return Math.min(8, least * zoom ** 0.3);
}

/** All points of a colour in one path; squares where there are many. */
function paintPoints(
  context: CanvasRenderingContext2D,
  layout: Layout,
  look: Look,
  points: Float32Array,
  inks: Inks,
  size: number,
): void {
  const { width, height } = context.canvas;
  const paths = new Map<number, Path2D>();
  const isRound = look.territory.length <= MANY;
  look.territory.forEach((territory, i) => {
    const x = points[2 * i] ?? NaN;
    const y = points[2 * i + 1] ?? NaN;
    if (!(x > -size && y > -size && x < width + size && y < height + size)) return;
    const colour = territory < 0 ? -1 : (layout.colours[territory] ?? 0);
    let path = paths.get(colour);
    if (path === undefined) paths.set(colour, (path = new Path2D()));
    if (!isRound) path.rect(x - size / 2, y - size / 2, size, size);
    else {
      path.moveTo(x + size / 2, y);
      path.arc(x, y, size / 2, 0, 2 * Math.PI);
    }
  });
  for (const [colour, path] of paths) {
    context.fillStyle = colour < 0 ? inks.unassigned : mixed(colourOf(colour), inks.text, 0.8);
    context.fill(path);
  }
}

/** Outlines are drawn again and again: their paths are made once. */
const paths = new WeakMap<object, Path2D>();

export function pathOf(rings: Lines): Path2D {
  return kept(rings, () => {
    const path = new Path2D();
    for (const line of rings) {
      path.moveTo(line[0] ?? 0, line[1] ?? 0);
      for (let at = 2; at < line.length; at += 2) path.lineTo(line[at] ?? 0, line[at + 1] ?? 0);
      path.closePath();
    }
    return path;
  });
}

const NONE = new Float32Array(0);

function piecesOf(pieces: Float32Array = NONE): Path2D {
  return kept(pieces, () => {
    const path = new Path2D();
    for (let at = 0; at < pieces.length; at += 4) {
      path.moveTo(pieces[at] ?? 0, pieces[at + 1] ?? 0);
      path.lineTo(pieces[at + 2] ?? 0, pieces[at + 3] ?? 0);
    }
    return path;
  });
}

function kept(key: object, make: () => Path2D): Path2D {
  let path = paths.get(key);
  if (path === undefined) paths.set(key, (path = make()));
  return path;
}
