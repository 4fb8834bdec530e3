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
  const all = new WeakMap<Dependencies, Map<number, readonly Spot[]>>();
  const notesOf = (self: Dependencies) => {
    const notes = all.get(self) ?? new Map<number, readonly Spot[]>();
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
        const notes = notesOf(this);
        const { treeId } = tree;
        if (notes.has(treeId)) return;
        const rangeList = [...tree.rangeList];
        notes.set(treeId, rangeList);
        own.call(this, { treeId, rangeList });
      },
  );
  replace<[number]>(
    '_removeDependencyRTreeCache',
    (own) =>
      function (treeId) {
        const noted = notesOf(this).get(treeId);
        if (noted === undefined) own.call(this, treeId);
        else for (const spot of noted) takeOut(this, spot, treeId);
        notesOf(this).delete(treeId);
      },
  );
  for (const name of ['reset', '_removeDependencyRTreeCacheById'])
    replace(
      name,
      (own) =>
        function (...args) {
          notesOf(this).clear();
          own.apply(this, args);
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
