import type { Mode } from '../theme';

/** What the map is drawn with beside the colours of territories: `#rrggbb` or `rgb(…)`. */
export interface Inks {
  readonly land: string;
  readonly border: string;
  /** Between territories. */
  readonly edge: string;
  readonly text: string;
  readonly halo: string;
  readonly unassigned: string;
  /** How much of its colour an area has over the land. */
  readonly tint: number;
}

const INKS: Readonly<Record<'light' | 'dark', Inks>> = {
  light: {
    land: '#F3F2F1',
    border: '#A19F9D',
    edge: '#484644',
    text: '#1B1A19',
    halo: '#FFFFFF',
    unassigned: '#605E5C',
    tint: 0.4,
  },
  dark: {
    land: '#3B3A39',
    border: '#797775',
    edge: '#D2D0CE',
    text: '#FFFFFF',
    halo: '#1B1A19',
    unassigned: '#C8C6C4',
    tint: 0.4,
  },
};

/** @param element has the system's colours where these are forced */
export function inksOf(mode: Mode, element: Element): Inks {
  if (mode !== 'contrast') return INKS[mode];
  const { color: text, backgroundColor: land } = getComputedStyle(element);
  // The same inks as long as they are the same: a picture with others is drawn anew.
  if (forced?.text !== text || forced.land !== land)
    forced = { land, border: text, edge: text, text, halo: land, unassigned: text, tint: 0.5 };
  return forced;
}

let forced: Inks | undefined;

/** So much of `over`, 0 … 1, on `under`. */
export function mixed(over: string, under: string, share: number): string {
  const a = channels(over);
  const b = channels(under);
  return `rgb(${a.map((value, c) => Math.round(share * value + (1 - share) * (b[c] ?? 0))).join(', ')})`;
}

function channels(colour: string): readonly number[] {
  if (colour.startsWith('#')) return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return (colour.match(/[\d.]+/g) ?? ['0', '0', '0']).slice(0, 3).map(Number);
}
