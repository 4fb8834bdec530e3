import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { caughtIn } from './caught';
import type { Layout } from './layout';
import type { Scene } from './scene';
import { nearest, onward, placement } from './screen';
import type { MapViewing } from './use-map-view';

/** What pointing at the map finds: an account, else a territory; −1 for none. */
export interface Pointed {
  readonly point: number;
  readonly territory: number;
}
export const NOTHING: Pointed = { point: -1, territory: -1 };

interface Hands {
  readonly layout: Layout;
  /** N values: the territory of each point. */
  readonly territory: Int16Array;
  readonly viewing: MapViewing;
  readonly scene: Scene;
  readonly pointed: Pointed;
  onPoint(pointed: Pointed): void;
  /** While accounts are drawn round; undefined where dragging moves the map. */
  readonly lasso:
    | {
        /** The line as far as it is drawn, in pixels of the canvas; none once it is over. */
        draw(line: readonly number[]): void;
        catch(points: readonly number[]): void;
        toggle(point: number): void;
      }
    | undefined;
  /** What is pointed at is meant, not only looked at: clicked, or by Enter. */
  onPick(pointed: Pointed, isKey: boolean): void;
}

/** Pixels of the page. */
const REACH = 14;
/** As far from every account as this it is nobody's area. */
const AREA = 60;
const CLICK = 4;
const STEP = 0.15;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Dragging moves the map, pointing finds an account, clicking picks it; the same by keys. */
export function useMapHands(canvas: RefObject<HTMLCanvasElement | null>, hands: Hands) {
  const { layout, territory, viewing, scene, pointed, lasso, onPoint, onPick } = hands;
  const line = useRef<number[]>([]);
  const drag = useRef<{ x: number; y: number; isFar: boolean } | undefined>(undefined);
  useWheel(canvas, layout, viewing);
  const found = (point: number): Pointed =>
    point < 0 ? NOTHING : { point, territory: territory[point] ?? -1 };
  /** Beside all accounts it is the area that is meant: that of the nearest one. */
  const foundAt = (event: PointerEvent<HTMLCanvasElement>): Pointed => {
    const point = at(event, scene, REACH);
    if (point >= 0) return found(point);
    return { point: -1, territory: territory[at(event, scene, AREA)] ?? -1 };
  };

  const keys: Readonly<Record<string, () => void>> = {
    '+': () => {
      viewing.zoomIn(placeOf(layout, pointed));
    },
    '=': () => {
      viewing.zoomIn(placeOf(layout, pointed));
    },
    '-': () => {
      viewing.zoomOut(placeOf(layout, pointed));
    },
    '0': viewing.fit,
    PageDown: () => {
      walk(1);
    },
    PageUp: () => {
      walk(-1);
    },
    Enter: () => {
      if (pointed.territory >= 0 || pointed.point >= 0) onPick(pointed, true);
    },
    ' ': () => {
      if (pointed.point < 0) return;
      if (lasso === undefined) onPick(pointed, true);
      else lasso.toggle(pointed.point);
    },
    Escape: () => {
      onPoint(NOTHING);
      lasso?.catch([]);
    },
  };
  const walk = (step: number) => {
    const count = layout.colours.length;
    const next = pointed.territory < 0 && step < 0 ? count - 1 : (pointed.territory + step + count) % count;
    onPoint({ point: -1, territory: next });
    const place = placeOf(layout, { point: -1, territory: next });
    if (place !== undefined) viewing.bring(place);
  };
  const arrow = (direction: readonly [number, number], isShift: boolean) => {
    if (isShift) {
      viewing.move(direction[0] * STEP, direction[1] * STEP);
      return;
    }
    const { width, height } = canvas.current ?? { width: 0, height: 0 };
    const point = onward(scene.points, pointed.point, direction, width / 2, height / 2);
    if (point < 0) return;
    onPoint(found(point));
    const place = placeOf(layout, found(point));
    if (place !== undefined) viewing.bring(place);
  };

  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const direction = ARROWS[event.key];
      const act =
        direction === undefined
          ? keys[event.key]
          : () => {
              arrow(direction, event.shiftKey);
            };
      if (act === undefined) return;
      event.preventDefault();
      act();
    },
    onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => {
      drag.current = { x: event.clientX, y: event.clientY, isFar: false };
      line.current = [...placeIn(event)];
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerUp: (event: PointerEvent<HTMLCanvasElement>) => {
      const isClick = drag.current?.isFar === false;
      drag.current = undefined;
      if (lasso !== undefined && !isClick) {
        lasso.catch(caughtIn(line.current, scene.points));
        lasso.draw([]);
        return;
      }
      if (!isClick) return;
      const here = foundAt(event);
      onPoint(here);
      if (lasso !== undefined) {
        if (here.point >= 0) lasso.toggle(here.point);
        return;
      }
      if (here.territory >= 0 || here.point >= 0) onPick(here, false);
    },
    onPointerCancel: () => {
      drag.current = undefined;
      lasso?.draw([]);
    },
    onPointerMove: (event: PointerEvent<HTMLCanvasElement>) => {
      const from = drag.current;
      if (from === undefined) {
        onPoint(foundAt(event));
        return;
      }
      const dx = event.clientX - from.x;
      const dy = event.clientY - from.y;
      if (!from.isFar && Math.hypot(dx, dy) < CLICK) return;
      drag.current = { x: event.clientX, y: event.clientY, isFar: true };
      if (lasso !== undefined) {
        line.current.push(...placeIn(event));
        lasso.draw([...line.current]);
        return;
      }
      const { clientWidth, clientHeight } = event.currentTarget;
      viewing.move(-dx / clientWidth, -dy / clientHeight);
    },
    onPointerLeave: () => {
      if (drag.current === undefined) onPoint(NOTHING);
    },
  };
}

function at(event: PointerEvent<HTMLCanvasElement>, scene: Scene, reach: number): number {
  const [x, y] = placeIn(event);
  const { width, clientWidth } = event.currentTarget;
  return nearest(scene.points, x, y, (reach * width) / Math.max(1, clientWidth));
}

/** In pixels of the canvas. */
function placeIn({
  currentTarget: element,
  clientX,
  clientY,
}: PointerEvent<HTMLCanvasElement>): readonly [number, number] {
  const box = element.getBoundingClientRect();
  const ratio = element.width / box.width;
  return [(clientX - box.left) * ratio, (clientY - box.top) * ratio];
}

/** Where what is pointed at stands, in map units. */
function placeOf({ points, plan }: Layout, { point, territory }: Pointed) {
  const [from, n] = point >= 0 ? [points, point] : [plan.anchors, territory];
  const x = from[2 * n] ?? NaN;
  const y = from[2 * n + 1] ?? NaN;
  return Number.isNaN(x) ? undefined : { x, y };
}

/** React's wheel listener is passive, and the pane must not scroll while the map zooms. */
function useWheel(canvas: RefObject<HTMLCanvasElement | null>, layout: Layout, viewing: MapViewing): void {
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== element) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const { scale, left, top } = placement(layout, viewing.view, box.width);
      const about = {
        x: (event.clientX - box.left - left) / scale,
        y: (event.clientY - box.top - top) / scale,
      };
      if (event.deltaY < 0) viewing.zoomIn(about);
      else viewing.zoomOut(about);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('wheel', onWheel);
    };
  });
}
