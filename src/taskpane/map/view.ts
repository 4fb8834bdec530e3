/** Zoom and place of the map in its frame. */
export interface View {
  readonly zoom: number;
  /** Map coordinates of the frame's middle. */
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const MAX_ZOOM = 60;
/** Of what is fitted: a few accounts in one town still show what is round them. */
const MAX_FIT = 16;
const MARGIN = 0.06;

/** Zooms about a point given in map coordinates, which stays where it is. */
export function zoomed(view: View, factor: number, about: { x: number; y: number }): View {
  const zoom = Math.min(MAX_ZOOM, Math.max(1, view.zoom * factor));
  const real = zoom / view.zoom;
  return { zoom, x: about.x + (view.x - about.x) / real, y: about.y + (view.y - about.y) / real };
}

/** Moves by a share of what is shown, kept on the map. */
export function panned(view: View, dx: number, dy: number, { width, height }: Size): View {
  return {
    zoom: view.zoom,
    x: within(view.x + (dx * width) / view.zoom, 0, width),
    y: within(view.y + (dy * height) / view.zoom, 0, height),
  };
}

/** Shows a box (left, top, right, bottom in map units) with a margin; nothing of one leaves the whole map. */
export function fitted(box: readonly [number, number, number, number] | undefined, size: Size): View {
  const { width, height } = size;
  if (box === undefined) return { zoom: 1, x: width / 2, y: height / 2 };
  const [left, top, right, bottom] = box;
  const share = Math.max((right - left) / width, (bottom - top) / height) * (1 + 2 * MARGIN);
  const zoom = within(1 / Math.max(share, 1e-6), 1, MAX_FIT);
  return onMap(zoom, (left + right) / 2, (top + bottom) / 2, size);
}

/** As near to a place as the frame can be without showing what is beyond the map. */
function onMap(zoom: number, x: number, y: number, { width, height }: Size): View {
  const roomX = width / zoom / 2;
  const roomY = height / zoom / 2;
  return { zoom, x: within(x, roomX, width - roomX), y: within(y, roomY, height - roomY) };
}

/** Brings a place into view, if it is not well inside. */
export function brought(view: View, x: number, y: number, size: Size): View {
  const { width, height } = size;
  const isIn =
    Math.abs(x - view.x) < (0.42 * width) / view.zoom && Math.abs(y - view.y) < (0.42 * height) / view.zoom;
  return isIn ? view : onMap(view.zoom, x, y, size);
}

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
