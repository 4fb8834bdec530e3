import type { MapPreview } from '../../../app/pages/design/preview';
import type { MapBase } from './map-base';
import type { View } from './map-view';

export interface Inks {
  readonly land: string;
  readonly border: string;
  readonly text: string;
  readonly halo: string;
  readonly unassigned: string;
}

/** Draws land, accounts by territory, and names at the centres. */
export function paint(
  canvas: HTMLCanvasElement,
  base: MapBase,
  map: MapPreview,
  view: View,
  colours: readonly string[],
  inks: Inks,
  lit: number,
): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  canvas.width = Math.round(canvas.clientWidth * devicePixelRatio);
  canvas.height = Math.round((canvas.width * base.height) / base.width);
  const scale = (canvas.width / base.width) * view.zoom;
  const left = canvas.width / 2 - view.x * scale;
  const top = canvas.height / 2 - view.y * scale;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, left, top);
  context.fillStyle = inks.land;
  context.fill(base.land);
  context.strokeStyle = inks.border;
  context.lineWidth = canvas.width / base.width / scale;
  context.stroke(base.borders);
  context.setTransform(1, 0, 0, 1, 0, 0);
  paintPoints(context, base, map, { scale, left, top }, colours, inks, lit);
  paintNames(context, base, map, { scale, left, top }, colours, inks, lit);
}

interface Placement {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** All points of a colour in one path: 50,000 accounts stay fluid. */
function paintPoints(
  context: CanvasRenderingContext2D,
  base: MapBase,
  map: MapPreview,
  { scale, left, top }: Placement,
  colours: readonly string[],
  inks: Inks,
  lit: number,
): void {
  const size = Math.max(
    2,
    Math.min(7, (context.canvas.width / 130) * (map.territory.length > 20000 ? 0.5 : 1)),
  );
  const paths = new Map<string, Path2D>();
  const faint = new Path2D();
  map.territory.forEach((territory, i) => {
    const x = (base.points[2 * i] ?? NaN) * scale + left;
    const y = (base.points[2 * i + 1] ?? NaN) * scale + top;
    if (!(x > -size && y > -size && x < context.canvas.width + size && y < context.canvas.height + size))
      return;
    const colour = territory < 0 ? inks.unassigned : (colours[territory] ?? inks.unassigned);
    let path = lit >= 0 && lit !== territory ? faint : paths.get(colour);
    if (path === undefined) paths.set(colour, (path = new Path2D()));
    path.rect(x - size / 2, y - size / 2, size, size);
  });
  context.fillStyle = inks.unassigned;
  context.globalAlpha = 0.25;
  context.fill(faint);
  context.globalAlpha = 0.85;
  for (const [colour, path] of paths) {
    context.fillStyle = colour;
    context.fill(path);
  }
  context.globalAlpha = 1;
}

/** Names that have room; the lit territory's always. */
function paintNames(
  context: CanvasRenderingContext2D,
  base: MapBase,
  map: MapPreview,
  { scale, left, top }: Placement,
  colours: readonly string[],
  inks: Inks,
  lit: number,
): void {
  const font = Math.round(context.canvas.width / 48);
  context.font = `600 ${font}px "Segoe UI", system-ui, sans-serif`;
  context.textAlign = 'center';
  context.lineJoin = 'round';
  const taken: { x: number; y: number; w: number }[] = [];
  const order = map.centres.map((_, j) => j).sort((a, b) => Number(b === lit) - Number(a === lit) || a - b);
  for (const j of order) {
    const centre = base.centres[j];
    if (centre === undefined) continue;
    const x = centre[0] * scale + left;
    const y = centre[1] * scale + top;
    if (x < 0 || y < 0 || x > context.canvas.width || y > context.canvas.height) continue;
    context.beginPath();
    context.arc(x, y, font * 0.42, 0, 2 * Math.PI);
    context.fillStyle = colours[j] ?? inks.unassigned;
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = inks.halo;
    context.stroke();
    const name = map.centres[j]?.name ?? '';
    const w = context.measureText(name).width;
    const at = Math.min(context.canvas.width - w / 2 - 4, Math.max(w / 2 + 4, x));
    const clash = taken.some((o) => Math.abs(o.y - y) < font * 1.3 && Math.abs(o.x - at) < (o.w + w) / 2 + 4);
    if (clash && j !== lit) continue;
    taken.push({ x: at, y, w });
    context.lineWidth = font / 3.2;
    context.strokeText(name, at, y - font * 0.7);
    context.fillStyle = inks.text;
    context.fillText(name, at, y - font * 0.7);
  }
}

/** The account nearest to a place on the canvas, or −1 if none is near. */
export function pointAt(canvas: HTMLCanvasElement, base: MapBase, view: View, x: number, y: number): number {
  const scale = (canvas.width / base.width) * view.zoom;
  const mapX = view.x + (x - canvas.width / 2) / scale;
  const mapY = view.y + (y - canvas.height / 2) / scale;
  const reach = 14 / scale;
  let best = -1;
  let least = reach * reach;
  for (let i = 0; 2 * i < base.points.length; i++) {
    const dx = (base.points[2 * i] ?? NaN) - mapX;
    const dy = (base.points[2 * i + 1] ?? NaN) - mapY;
    const distance = dx * dx + dy * dy;
    if (distance < least) {
      least = distance;
      best = i;
    }
  }
  return best;
}
