import { seeded } from '../../../src/exact/random';
import { placeLabels, shortNames, type Room, type Wanted } from '../../../src/taskpane/map/labels';

const room: Room = { width: 288, height: 192, line: 15, wide: (text) => 6.5 * text.length };

function wanted(seed: number, count: number): Wanted[] {
  const next = seeded(seed);
  const names = Array.from({ length: count }, (_, j) => `T${String(j + 1).padStart(2, '0')} San Francisco`);
  const short = shortNames(names);
  return names.map((name, territory) => ({
    territory,
    name,
    short: short[territory],
    x: next() * room.width,
    y: next() * room.height,
  }));
}

test.each([5, 20, 60])('names of %i territories do not touch, and none is cut off', (count) => {
  const labels = placeLabels(wanted(count, count), room);
  expect(labels.length).toBeGreaterThan(Math.min(count, 12) - 1);
  labels.forEach((a, i) => {
    const half = room.wide(a.text) / 2;
    expect(a.x - half).toBeGreaterThanOrEqual(0);
    expect(a.x + half).toBeLessThanOrEqual(room.width);
    expect(a.y - 7).toBeGreaterThanOrEqual(0);
    expect(a.y + 7).toBeLessThanOrEqual(room.height);
    for (const b of labels.slice(0, i)) {
      const isApart = Math.abs(a.y - b.y) >= 15 || Math.abs(a.x - b.x) >= half + room.wide(b.text) / 2;
      expect(isApart).toBe(true);
    }
  });
});

test('the territory that is lit has its whole name, whatever is in the way', () => {
  const crowd = wanted(1, 60).map((one) => ({ ...one, x: 144, y: 96 }));
  for (const lit of [0, 31, 59]) {
    const label = placeLabels(crowd, room, lit).find(({ territory }) => territory === lit);
    expect(label?.text).toBe(crowd[lit]?.name);
  }
});

test('every name comes with zoom', () => {
  const all = wanted(7, 60);
  const seen = new Set<string>();
  for (const { x, y } of all) {
    const near = all.map((one) => ({ ...one, x: (one.x - x) * 16 + 144, y: (one.y - y) * 16 + 96 }));
    for (const { text } of placeLabels(near, room)) seen.add(text);
  }
  for (const { name } of all) expect(seen).toContain(name);
});

test('what is out of the frame has no label', () => {
  expect(placeLabels([{ territory: 0, name: 'Away', short: undefined, x: -5, y: 10 }], room)).toEqual([]);
});

test('short names are the number, or initials; none that two share', () => {
  expect(shortNames(['T01 Denver', 'T02 Boise'])).toEqual(['T01', 'T02']);
  expect(shortNames(['Ana Ruiz', 'Bo Kim', 'Al Rand', 'West'])).toEqual([
    undefined,
    'BK',
    undefined,
    undefined,
  ]);
});
