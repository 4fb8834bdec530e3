import { useEffect, useState, type RefObject } from 'react';
import type { Mode } from '../theme';
import { inksOf } from './inks';
import type { Layout, Look } from './layout';
import { paintOver, type Names, type Over } from './overlay';
import { Scene } from './scene';
import { placement } from './screen';
import type { View } from './view';

/** Rest after which a picture that was only moved and stretched is drawn anew. */
const REST_MS = 120;
/** Height of a name: 11 pixels of text at the usual size of the pane's, 15 with the room round it. */
const LINE_REM = 15 / 16;

interface Drawing {
  readonly layout: Layout;
  readonly look: Look;
  readonly view: View;
  readonly names: Names;
  readonly over: Over;
  readonly mode: Mode;
}

/** Draws whenever what is shown, or the room for it, changes. Returns the scene: it knows where points are. */
export function useDrawing(canvas: RefObject<HTMLCanvasElement | null>, drawing: Drawing): Scene {
  const [scene] = useState(() => new Scene());
  const { layout, look, view, names, mode } = drawing;
  const { lit, pointed, selected, caught, line: lasso } = drawing.over;
  const width = useWidth(canvas);
  useEffect(() => {
    const element = canvas.current;
    if (element === null || width === 0) return;
    const inks = inksOf(mode, element);
    let rest: ReturnType<typeof setTimeout> | undefined;
    const draw = (isMoving: boolean) => {
      sizeCanvas(element, width, layout);
      const isExact = scene.draw(element, { layout, look, view, inks }, isMoving);
      const context = element.getContext('2d');
      if (context === null) return;
      const over = {
        lit,
        pointed: isExact ? pointed : -1,
        selected: isExact ? selected : -1,
        caught: isExact ? caught : [],
        line: lasso,
      };
      const line = LINE_REM * rem() * (element.width / width);
      const at = placement(layout, view, element.width);
      paintOver(context, layout, look, names, scene.points, at, over, inks, line);
      clearTimeout(rest);
      if (!isExact)
        rest = setTimeout(() => {
          draw(false);
        }, REST_MS);
    };
    draw(true);
    return () => {
      clearTimeout(rest);
    };
  }, [canvas, scene, width, layout, look, view, names, mode, lit, pointed, selected, caught, lasso]);
  return scene;
}

/** Of an element, in pixels of the page; 0 before it stands there. */
function useWidth(of: RefObject<HTMLElement | null>): number {
  const [width, measure] = useState(0);
  useEffect(() => {
    const element = of.current;
    if (element === null) return;
    const sized = new ResizeObserver(() => {
      measure(element.clientWidth);
    });
    sized.observe(element);
    return () => {
      sized.disconnect();
    };
  }, [of]);
  return width;
}

const rem = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** Setting a size clears the canvas, even to what it was. */
function sizeCanvas(element: HTMLCanvasElement, pageWidth: number, { width, height }: Layout): void {
  const wide = Math.round(pageWidth * devicePixelRatio);
  const high = Math.round((wide * height) / width);
  if (element.width !== wide) element.width = wide;
  if (element.height !== high) element.height = high;
}
