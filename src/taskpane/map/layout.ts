import type { MapPreview } from '../../app/pages/design/map';
import { areasOf, type Areas, type Lines } from './areas';
import { colouring } from './colouring';
import { extentOf } from './extent';
import { heights, inside } from './inside';
import { meshOf, type Mesh } from './mesh';
import { neighboursOf, type Neighbours } from './neighbours';
import { drawn, usOutlines, worldOutlines, type Outlines } from './outlines';
import { HEIGHT, isOnUs, isWhole, usPanels, WIDTH, worldPanel, type Box, type Panel } from './panels';
import { holders, sitesOf, type Sites } from './sites';

/** One part of the map, in map units. */
export interface Ground {
  readonly land: Lines;
  /** The lands that have accounts: areas end there. */
  readonly held: Lines;
  readonly frame?: Box;
}

/** What territories look like: of the plan, or of today. */
export interface Look {
  /** N values, −1 for none. */
  readonly territory: Int16Array;
  /** One for each of the grounds. */
  readonly areas: readonly Areas[];
  /** 2 per territory: a place of its own near its middle; NaN where it has none on the map. */
  readonly anchors: Float32Array;
}

/** Everything about a map that does not change with zoom. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly grounds: readonly Ground[];
  /** 2 per point, in map units; NaN for a point that is not on the map. */
  readonly points: Float32Array;
  readonly sites: Sites;
  /** How many points are not on it. */
  readonly beyond: number;
  /** Round the middle of the accounts; undefined where the whole map is. */
  readonly home: Box | undefined;
  /** Number of a colour of the palette, by territory. */
  readonly colours: readonly number[];
  readonly plan: Look;
  readonly today: Look;
}

/** States for a plan inside the United States, else the countries round the accounts. */
export async function mapLayout(map: MapPreview): Promise<Layout> {
  const us = mostlyOnUs(map) ? await onUs(map, await usOutlines()) : undefined;
  if (us !== undefined) return us;
  const extent = extentOf(map.longitude, map.latitude);
  return layOut(map, await worldOutlines(isWhole(extent)), [worldPanel(extent)]);
}

const ENOUGH = 0.97;

function mostlyOnUs({ longitude, latitude }: MapPreview): boolean {
  let there = 0;
  longitude.forEach((lon, i) => {
    if (isOnUs(lon, latitude[i] ?? NaN)) there++;
  });
  return there >= ENOUGH * longitude.length;
}

/** Undefined where the accounts are beside the United States, not in them: the box round these holds Toronto, too. */
async function onUs(map: MapPreview, lands: Outlines): Promise<Layout | undefined> {
  const { longitude, latitude } = map;
  const layout = await layOut(
    map,
    lands,
    usPanels(lands, (holds) => longitude.some((lon, i) => holds(lon, latitude[i] ?? NaN))),
  );
  return layout.ashore >= 0.9 ? layout : undefined;
}

/** Lets the page do what it has to do between two parts of the work: of 50,000 accounts each takes a while. */
const breath = () => new Promise<void>((go) => setTimeout(go));

async function layOut(
  map: MapPreview,
  lands: Outlines,
  panels: readonly Panel[],
): Promise<Layout & { ashore: number }> {
  const { points, panelOf } = placed(map, panels);
  const sites = sitesOf(points);
  await breath();
  const byHeight = heights(sites.xy);
  const ashore = new Uint8Array(sites.count);
  const grounds = panels.map((panel) => groundOf(panel, lands, sites, byHeight, ashore));
  await breath();
  const meshes = membersOf(sites, panelOf, panels.length).map((members, p) =>
    meshOf(sites, members, ...aroundOf(panels[p]?.frame)),
  );
  await breath();
  const count = map.centres.length;
  const plan = lookOf(map.territory, sites, meshes, count);
  await breath();
  const today = lookOf(map.today, sites, meshes, count);
  return {
    width: WIDTH,
    height: HEIGHT,
    grounds,
    points,
    sites,
    beyond: sites.of.reduce((sum, site) => sum + Number(site < 0), 0),
    ashore: sites.of.reduce((sum, site) => sum + (ashore[site] ?? 0), 0) / Math.max(1, sites.of.length),
    home: panels.length > 1 ? undefined : homeOf(sites),
    colours: colouring(plan.neighbours, today.neighbours),
    plan,
    today,
  };
}

/** The sites in each panel. */
function membersOf({ of, count }: Sites, panelOf: Uint8Array, panels: number): number[][] {
  const members = Array.from({ length: panels }, (): number[] => []);
  const seen = new Uint8Array(count);
  of.forEach((site, i) => {
    if (site < 0 || seen[site] === 1) return;
    seen[site] = 1;
    members[panelOf[i] ?? 0]?.push(site);
  });
  return members;
}

/** Every point in map units, and the panel it is in. What no view can reach is not on the map. */
function placed({ longitude, latitude }: MapPreview, panels: readonly Panel[]) {
  const points = new Float32Array(2 * longitude.length).fill(NaN);
  const panelOf = new Uint8Array(longitude.length);
  longitude.forEach((lon, i) => {
    const lat = latitude[i] ?? NaN;
    const at = panels.findIndex(({ holds }) => holds(lon, lat));
    const [x, y] = panels[at]?.projection([lon, lat]) ?? [NaN, NaN];
    if (!(Math.abs(x - WIDTH / 2) < WIDTH && Math.abs(y - HEIGHT / 2) < HEIGHT)) return;
    points.set([x, y], 2 * i);
    panelOf[i] = at;
  });
  return { points, panelOf };
}

function groundOf(
  { projection, shows, frame }: Panel,
  lands: Outlines,
  { xy }: Sites,
  byHeight: Int32Array,
  ashore: Uint8Array,
): Ground {
  const land: Float32Array[] = [];
  const held: Float32Array[] = [];
  for (const shape of lands) {
    if (!shows(String(shape.id))) continue;
    const lines = drawn(shape, projection);
    land.push(...lines);
    const is = inside(lines, xy, byHeight);
    const first = is.indexOf(1);
    if (first < 0) continue;
    held.push(...lines);
    for (let site = first; site >= 0; site = is.indexOf(1, site + 1)) ashore[site] = 1;
  }
  return {
    land,
    held: held.length === 0 ? land : held,
    ...(frame === undefined ? {} : { frame }),
  };
}

function aroundOf(frame: Box | undefined): readonly [readonly [number, number], number] {
  const [left, top, right, bottom] = frame ?? [-WIDTH / 2, -HEIGHT / 2, 1.5 * WIDTH, 1.5 * HEIGHT];
  return [[(left + right) / 2, (top + bottom) / 2], Math.max(right - left, bottom - top) / 2];
}

function lookOf(
  territory: Int16Array,
  sites: Sites,
  meshes: readonly Mesh[],
  count: number,
): Look & { readonly neighbours: Neighbours } {
  const holder = holders(sites, territory, count);
  return {
    territory,
    areas: meshes.map((mesh) => areasOf(mesh, holder, count)),
    anchors: anchorsOf(sites, holder, count),
    neighbours: neighboursOf(meshes, sites, holder, territory, count),
  };
}

/** The site of each territory that is nearest to the middle of its sites. */
export function anchorsOf({ xy, size }: Sites, holder: Int16Array, count: number): Float32Array {
  const sum = new Float64Array(3 * count);
  const add = (at: number, value: number) => {
    sum[at] = (sum[at] ?? 0) + value;
  };
  holder.forEach((j, site) => {
    if (j < 0) return;
    const weight = size[site] ?? 0;
    add(3 * j, weight * (xy[2 * site] ?? 0));
    add(3 * j + 1, weight * (xy[2 * site + 1] ?? 0));
    add(3 * j + 2, weight);
  });
  const anchors = new Float32Array(2 * count).fill(NaN);
  const least = new Float64Array(count).fill(Infinity);
  holder.forEach((j, site) => {
    if (j < 0) return;
    const weight = sum[3 * j + 2] ?? 1;
    const x = xy[2 * site] ?? 0;
    const y = xy[2 * site + 1] ?? 0;
    const distance = Math.hypot(x - (sum[3 * j] ?? 0) / weight, y - (sum[3 * j + 1] ?? 0) / weight);
    if (distance >= (least[j] ?? 0)) return;
    least[j] = distance;
    anchors.set([x, y], 2 * j);
  });
  return anchors;
}

/** Round the middle 98 % of the sites. */
function homeOf({ xy, count }: Sites): Box | undefined {
  if (count === 0) return undefined;
  const range = (axis: number) => {
    const sorted = Float64Array.from({ length: count }, (_, site) => xy[2 * site + axis] ?? 0).sort();
    const cut = Math.floor(count * 0.01);
    return [sorted[cut] ?? 0, sorted[count - 1 - cut] ?? 0] as const;
  };
  const [left, right] = range(0);
  const [top, bottom] = range(1);
  return [left, top, right, bottom];
}
