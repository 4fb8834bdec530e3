/** Rows by the value that stands in them, and so for every column, sheet and workbook that was looked through. */
type Rows = Set<number>;
type Column = Map<unknown, Rows>;

interface PositionCache {
  _cache: Map<string, Map<string, Map<number, Column>>>;
  shouldContinueBuildingCache(unitId: string, sheetId: string, column: number, row: number): boolean;
  set(
    unitId: string,
    sheetId: string,
    column: number,
    value: unknown,
    row: number,
    isForceUpdate?: boolean,
  ): void;
}

interface Value {
  isString(): boolean;
  getValue(): unknown;
}

/** What of Univer's formula engine makes values, and remembers where they stand. */
interface Remembering {
  readonly ValueObjectFactory: { create(raw: unknown, isIgnoreNumberPattern?: boolean): unknown };
  readonly StringValueObject: { create(text: string): unknown };
  readonly CELL_INVERTED_INDEX_CACHE: unknown;
}

/** So many different texts are known to be plain. */
const MOST_TEXTS = 100_000;
const mended = new WeakSet<object>();

/**
 * Two things that Univer does anew for every cell that it calculates are remembered: that a text is no number, date or
 * the like (it asks its number formats each time), and in which value's list a row stands (it looks through the lists
 * of all values). Results are the same.
 */
export function mendRemembering(engine: Remembering): void {
  const { ValueObjectFactory, StringValueObject } = engine;
  if (mended.has(ValueObjectFactory)) return;
  mended.add(ValueObjectFactory);
  const create = ValueObjectFactory.create.bind(ValueObjectFactory);
  const plain = new Map<string, string>();
  ValueObjectFactory.create = (raw, isIgnoreNumberPattern = false) => {
    if (typeof raw !== 'string' || isIgnoreNumberPattern) return create(raw, isIgnoreNumberPattern);
    const known = plain.get(raw);
    if (known !== undefined) return StringValueObject.create(known);
    const made = create(raw) as Value;
    if (made.isString()) {
      if (plain.size >= MOST_TEXTS) plain.clear();
      plain.set(raw, String(made.getValue()));
    }
    return made;
  };
  mendPositions(engine.CELL_INVERTED_INDEX_CACHE as PositionCache);
}

function mendPositions(cache: PositionCache): void {
  const set = cache.set.bind(cache);
  const listOf = new WeakMap<Column, Map<number, Rows>>();
  const normalized = normalizing(cache.set);
  cache.set = (unitId, sheetId, column, value, row, isForceUpdate = false) => {
    const of = cache._cache.get(unitId)?.get(sheetId)?.get(column);
    if (of === undefined) {
      set(unitId, sheetId, column, value, row, isForceUpdate);
      const made = cache._cache.get(unitId)?.get(sheetId)?.get(column);
      if (made !== undefined) listOf.set(made, rowsIn(made));
      return;
    }
    if (!isForceUpdate && !cache.shouldContinueBuildingCache(unitId, sheetId, column, row)) return;
    const lists = listOf.get(of) ?? rowsIn(of);
    listOf.set(of, lists);
    if (isForceUpdate) lists.get(row)?.delete(row);
    const key = normalized(value);
    const list = of.get(key) ?? new Set();
    of.set(key, list.add(row));
    lists.set(row, list);
  };
}

const rowsIn = (column: Column): Map<number, Rows> =>
  new Map([...column.values()].flatMap((list) => [...list].map((row) => [row, list] as const)));

/** What Univer takes a value for when it looks for equal ones, found by letting it put the value into an empty cache. */
function normalizing(set: PositionCache['set']): (value: unknown) => unknown {
  const known = new Map<unknown, unknown>();
  return (value) => {
    if (known.has(value)) return known.get(value);
    const empty: Pick<PositionCache, '_cache' | 'shouldContinueBuildingCache'> = {
      _cache: new Map(),
      shouldContinueBuildingCache: () => true,
    };
    set.call(empty as PositionCache, '', '', 0, value, 0);
    const [key] = empty._cache.get('')?.get('')?.get(0)?.keys() ?? [];
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(value, key);
    return key;
  };
}
