/** A name that should stand at a place, in the same units as the frame. */
export interface Wanted {
  readonly territory: number;
  readonly name: string;
  /** Stands where the name has no room; undefined where it would not tell territories apart. */
  readonly short: string | undefined;
  readonly x: number;
  readonly y: number;
}

/** Where a text stands: its middle. */
export interface Label {
  readonly territory: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** The frame, the height of a line, and how wide a text is. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly line: number;
  wide(text: string): number;
}

interface Taken extends Label {
  readonly w: number;
}

/** In lines up and in widths to the right of the place: on it, above, below, beside. */
const TRIES: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, -0.9],
  [0, 0.9],
  [0.4, 0],
  [-0.4, 0],
  [0.4, -0.9],
  [-0.4, -0.9],
  [0.4, 0.9],
  [-0.4, 0.9],
];

/**
 * Names that do not touch: the lit one first and whole, then as many short ones as there is room for, and
 * whole names in place of these where they fit. What finds no room comes with zoom, or when it is lit.
 *
 * @param wanted the most important first
 * @param lit a territory, −1 for none
 */
export function placeLabels(wanted: readonly Wanted[], room: Room, lit = -1): Label[] {
  const taken = new Map<number, Taken>();
  const place = (one: Wanted, text: string | undefined, isForced: boolean) => {
    if (text === undefined) return;
    const others = [...taken.values()].filter(({ territory }) => territory !== one.territory);
    const found = findRoom(one, text, room, others, isForced);
    if (found !== undefined) taken.set(one.territory, found);
  };
  const shown = wanted.filter(({ x, y }) => x >= 0 && y >= 0 && x <= room.width && y <= room.height);
  const first = shown.find(({ territory }) => territory === lit);
  if (first !== undefined) place(first, first.name, true);
  const rest = shown.filter((one) => one !== first);
  for (const one of rest) place(one, one.short ?? one.name, false);
  for (const one of rest) if (one.short !== undefined) place(one, one.name, false);
  return [...taken.values()].map(({ territory, text, x, y }) => ({ territory, text, x, y }));
}

function findRoom(
  { territory, x, y }: Wanted,
  text: string,
  room: Room,
  others: readonly Taken[],
  isForced: boolean,
): Taken | undefined {
  const w = room.wide(text);
  const half = room.line / 2;
  const tries = TRIES.map(([across, down]): Taken => {
    const at = Math.min(room.width - w / 2 - 2, Math.max(w / 2 + 2, x + across * w));
    const on = Math.min(room.height - half - 1, Math.max(half + 1, y + down * room.line));
    return { territory, text, x: at, y: on, w };
  });
  const free = tries.find((one) => !others.some((other) => areTouching(one, other, room.line)));
  return free ?? (isForced ? tries[0] : undefined);
}

const areTouching = (a: Taken, b: Taken, line: number): boolean =>
  Math.abs(a.y - b.y) < line && Math.abs(a.x - b.x) < (a.w + b.w) / 2 + 3;

/** `T07` of `T07 Denver`, the initials of `Ana Ruiz`: one per name; undefined for those that others share. */
export function shortNames(names: readonly string[]): (string | undefined)[] {
  const short = names.map((name) => {
    const [first = '', ...more] = name.split(' ');
    if (/\d/.test(first)) return first;
    return more.length === 0 ? name : [first, ...more].map((word) => word.slice(0, 1)).join('');
  });
  return short.map((one, j) =>
    one === names[j] || short.indexOf(one) !== short.lastIndexOf(one) ? undefined : one,
  );
}
