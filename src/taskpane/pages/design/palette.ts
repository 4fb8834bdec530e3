/**
 * Colours that people with any colour vision tell apart (Okabe & Ito 2008), as many as there are: 8 for
 * any number of territories, given so that near territories differ. Names stand beside; colour is never
 * the only sign.
 */
const OKABE_ITO = [
  '#0072B2',
  '#E69F00',
  '#009E73',
  '#CC79A7',
  '#56B4E9',
  '#D55E00',
  '#F0E442',
  '#8C8C8C',
] as const;
const NEIGHBOURS = 6;

/** A colour per territory: each takes the one least used by its nearest neighbours. */
export function territoryColours(
  centres: readonly { readonly longitude: number; readonly latitude: number }[],
): string[] {
  const given: number[] = [];
  centres.forEach((centre, j) => {
    const near = given
      .map((colour, k) => ({ colour, distance: apart(centre, centres[k]) }))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, NEIGHBOURS);
    const cost = OKABE_ITO.map((_, colour) =>
      near.reduce((sum, other, rank) => sum + (other.colour === colour ? NEIGHBOURS - rank : 0), 0),
    );
    const usage = OKABE_ITO.map((_, colour) => given.filter((g) => g === colour).length);
    let best = j % OKABE_ITO.length;
    OKABE_ITO.forEach((_, colour) => {
      const better = (cost[colour] ?? 0) - (cost[best] ?? 0) || (usage[colour] ?? 0) - (usage[best] ?? 0);
      if (better < 0) best = colour;
    });
    given.push(best);
  });
  return given.map((colour) => OKABE_ITO[colour] ?? OKABE_ITO[0]);
}

function apart(
  a: { longitude: number; latitude: number },
  b: { longitude: number; latitude: number } | undefined,
): number {
  if (b === undefined || Number.isNaN(a.latitude) || Number.isNaN(b.latitude)) return Infinity;
  const x = (a.longitude - b.longitude) * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(x, a.latitude - b.latitude);
}
