/** Zoom and place of the map in its frame. */
export interface View {
  readonly zoom: number;
  /** Map coordinates of the frame's middle. */
  readonly x: number;
  readonly y: number;
}

const MAX_ZOOM = 40;

export function startView(width: number, height: number): View {
  return { zoom: 1, x: width / 2, y: height / 2 };
}

/** Zooms about a point given in map coordinates, which stays where it is. */
export function zoomed(view: View, factor: number, about: { x: number; y: number }): View {
  const zoom = Math.min(MAX_ZOOM, Math.max(1, view.zoom * factor));
  const real = zoom / view.zoom;
  return { zoom, x: about.x + (view.x - about.x) / real, y: about.y + (view.y - about.y) / real };
}

/** Moves by a share of what is shown, kept on the map. */
export function panned(view: View, dx: number, dy: number, width: number, height: number): View {
  return {
    zoom: view.zoom,
    x: Math.min(width, Math.max(0, view.x + (dx * width) / view.zoom)),
    y: Math.min(height, Math.max(0, view.y + (dy * height) / view.zoom)),
  };
}
