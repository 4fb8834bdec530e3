interface Rectangle {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

interface Spot {
  readonly unitId: string;
  readonly sheetId: string;
  readonly range: Rectangle;
}

/** A formula, and the cells it speaks of. */
interface Tree {
  readonly treeId: number;
  readonly rangeList: readonly Spot[];
}

interface Item {
  readonly id: number;
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

interface Dependencies {
  readonly _dependencyRTreeCache: {
    getTree(
      unitId: string,
      sheetId: string,
    ): { remove(item: Item, isSame: (a: Item, b: Item) => boolean): unknown };
    _removeOneCellCache(unitId: string, sheetId: string, row: number, column: number, id: number): void;
  };
}

/** What is noted of each formula, and whose notes a sheet has taken with it: they are completed at the next calculation. */
interface Notes {
  readonly spots: Map<number, readonly Spot[]>;
  readonly lost: Set<number>;
}

type Method<Args extends unknown[]> = (this: Dependencies, ...args: Args) => void;

const mended = new WeakSet<object>();

/**
 * Before each calculation Univer notes again, for every formula of the workbook, which cells it speaks of, and where one
 * is forgotten it looks through all that is noted of the sheet. What a formula speaks of changes with the formula alone:
 * it is noted once, and taken out where it was put in.
 */
export function mendDependencies(service: { readonly prototype: object }): void {
  const { prototype } = service;
  if (mended.has(prototype)) return;
  mended.add(prototype);
  const all = new WeakMap<Dependencies, Notes>();
  const notesOf = (self: Dependencies): Notes => {
    const notes = all.get(self) ?? { spots: new Map(), lost: new Set() };
    all.set(self, notes);
    return notes;
  };
  const replace = <Args extends unknown[]>(name: string, by: (own: Method<Args>) => Method<Args>): void => {
    Reflect.set(prototype, name, by(Reflect.get(prototype, name) as Method<Args>));
  };
  replace<[Tree]>(
    'addDependencyRTreeCache',
    (own) =>
      function (tree) {
        const { spots, lost } = notesOf(this);
        const { treeId } = tree;
        const noted = spots.get(treeId) ?? [];
        if (spots.has(treeId) && !lost.delete(treeId)) return;
        const rangeList = [...tree.rangeList];
        spots.set(treeId, rangeList);
        own.call(this, {
          treeId,
          rangeList: rangeList.filter((spot) => !noted.some((one) => isAt(one, spot))),
        });
      },
  );
  const forget = (self: Dependencies, treeId: number): boolean => {
    const { spots, lost } = notesOf(self);
    const noted = spots.get(treeId);
    for (const spot of noted ?? []) takeOut(self, spot, treeId);
    lost.delete(treeId);
    return noted !== undefined && spots.delete(treeId);
  };
  replace<[number]>(
    '_removeDependencyRTreeCache',
    (own) =>
      function (treeId) {
        if (!forget(this, treeId)) own.call(this, treeId);
      },
  );
  // The formulas of a sheet that goes are forgotten by this alone.
  replace<[number]>(
    '_removeAllTreeMap',
    (own) =>
      function (treeId) {
        forget(this, treeId);
        own.call(this, treeId);
      },
  );
  replace<[string, string?]>(
    '_removeDependencyRTreeCacheById',
    (own) =>
      function (unitId, sheetId) {
        const { spots, lost } = notesOf(this);
        const isGone = (spot: Spot) =>
          spot.unitId === unitId && (sheetId === undefined || spot.sheetId === sheetId);
        for (const [treeId, noted] of spots) {
          if (!noted.some(isGone)) continue;
          spots.set(
            treeId,
            noted.filter((spot) => !isGone(spot)),
          );
          lost.add(treeId);
        }
        own.call(this, unitId, sheetId);
      },
  );
  replace<[]>(
    'reset',
    (own) =>
      function () {
        all.delete(this);
        own.call(this);
      },
  );
}

function takeOut(
  { _dependencyRTreeCache }: Dependencies,
  { unitId, sheetId, range }: Spot,
  id: number,
): void {
  const { startRow, startColumn, endRow, endColumn } = range;
  if (startRow === endRow && startColumn === endColumn)
    _dependencyRTreeCache._removeOneCellCache(unitId, sheetId, startRow, startColumn, id);
  else if (unitId !== '') {
    const item = {
      id,
      minX: orIf(startColumn, 0),
      minY: orIf(startRow, 0),
      maxX: orIf(endColumn, Infinity),
      maxY: orIf(endRow, Infinity),
    };
    _dependencyRTreeCache.getTree(unitId, sheetId).remove(item, isSame);
  }
}

/** Whole rows and columns have no beginning and no end. */
const orIf = (place: number, instead: number): number => (Number.isNaN(place) ? instead : place);

const isSame = (a: Item, b: Item): boolean =>
  a.id === b.id && a.minX === b.minX && a.minY === b.minY && a.maxX === b.maxX && a.maxY === b.maxY;

const isAt = (a: Spot, b: Spot): boolean =>
  a.unitId === b.unitId &&
  a.sheetId === b.sheetId &&
  (['startRow', 'startColumn', 'endRow', 'endColumn'] as const).every((edge) =>
    Object.is(a.range[edge], b.range[edge]),
  );
