/** A value of a formula as Univer holds it. */
interface Value {
  isString(): boolean;
  isArray(): boolean;
  isReferenceObject(): boolean;
  getValue(): unknown;
}

interface Cells extends Value {
  getRowCount(): number;
  getColumnCount(): number;
  get(row: number, column: number): Value | null | undefined;
  sum(): unknown;
}

interface Reference extends Value {
  toArrayValueObject(): Cells;
}

type Calculate = (this: object, ...values: (Value | undefined)[]) => unknown;
type FunctionClass = new (...given: never[]) => object;

/** What of Univer's formula engine counts and sums by criteria. */
interface Counting {
  readonly ArrayValueObject: { create(given: never): unknown };
  readonly NumberValueObject: { create(value: number): unknown };
  readonly ValueObjectFactory: { create(raw: unknown): unknown };
  readonly functionMath: readonly unknown[];
  readonly functionStatistical: readonly unknown[];
}

const mended = new WeakSet<object>();

/**
 * COUNTIFS, SUMIFS and their like look through every row for every formula. Where a criterion is a plain text that is to
 * be equal, or to begin a text (`Yes*`), the rows of a column are put in order by their texts once for each calculation, and found there. All other
 * criteria (numbers, comparisons, other wildcards, blanks) go Univer's own way, and so does what is no column.
 */
export function mendCriteria(engine: Counting): void {
  const functions = [...engine.functionMath, ...engine.functionStatistical] as [FunctionClass, string][];
  const methodOf = (called: string, method: string, quick: (own: Calculate) => Calculate) => {
    const found = functions.find(([, name]) => name === called)?.[0].prototype as object | undefined;
    if (found === undefined || mended.has(found)) return;
    mended.add(found);
    Reflect.set(found, method, quick(Reflect.get(found, method) as Calculate));
  };
  const counted = (rows: readonly number[]) => engine.NumberValueObject.create(rows.length);
  const summed = (rows: readonly number[], cells: Cells) => sumOf(engine, rows, cells);
  const rowsOf = rowsFinder(engine);
  const sizeOf = (range: Value | undefined) => columnOf(range)?.getRowCount();

  methodOf(
    'COUNTIFS',
    'calculate',
    (own) =>
      function (...pairs) {
        const rows = rowsOf(pairs);
        return rows === undefined ? own.apply(this, pairs) : counted(rows);
      },
  );
  methodOf(
    'SUMIFS',
    'calculate',
    (own) =>
      function (range, ...pairs) {
        const cells = columnOf(range);
        const rows = cells && cells.getRowCount() === sizeOf(pairs[0]) ? rowsOf(pairs) : undefined;
        return cells === undefined || rows === undefined
          ? own.call(this, range, ...pairs)
          : summed(rows, cells);
      },
  );
  methodOf(
    'COUNTIF',
    '_handleSingleObject',
    (own) =>
      function (range, criterion) {
        const rows = rowsOf([range, criterion]);
        return rows === undefined ? own.call(this, range, criterion) : counted(rows);
      },
  );
  methodOf(
    'SUMIF',
    '_handleSingleObject',
    (own) =>
      function (range, criterion, sums) {
        const cells = columnOf(sums ?? range);
        const rows = cells && cells.getRowCount() === sizeOf(range) ? rowsOf([range, criterion]) : undefined;
        return cells === undefined || rows === undefined
          ? own.call(this, range, criterion, sums)
          : summed(rows, cells);
      },
  );
}

function columnOf(range: Value | undefined): Cells | undefined {
  if (range?.isReferenceObject() !== true) return undefined;
  const cells = (range as Reference).toArrayValueObject();
  return cells.getColumnCount() === 1 ? cells : undefined;
}

/** Rows in which every column has the text that its criterion asks for; undefined where one is of another kind. */
function rowsFinder({ ValueObjectFactory }: Counting) {
  const soughtIn = (criterion: Value | undefined): string | undefined => {
    const one = single(criterion);
    if (one?.isString() !== true) return undefined;
    const said = String(one.getValue());
    const sought = ValueObjectFactory.create(said.startsWith('=') ? said.slice(1) : said) as Value;
    if (/^[<>]/.test(said) || !sought.isString()) return undefined;
    const text = String(sought.getValue());
    return text === '' || /[*?~]./.test(text) || /[?~]$/.test(text) ? undefined : text.toLowerCase();
  };
  return (pairs: readonly (Value | undefined)[]): readonly number[] | undefined => {
    let found: readonly number[] | undefined;
    const size = columnOf(pairs[0])?.getRowCount();
    for (let k = 0; k + 1 < pairs.length; k += 2) {
      const cells = columnOf(pairs[k]);
      const sought = soughtIn(pairs[k + 1]);
      if (cells === undefined || sought === undefined || cells.getRowCount() !== size) return undefined;
      const rows = rowsWith(cells, sought);
      found = found === undefined ? rows : common(found, rows);
    }
    return pairs.length % 2 === 0 ? found : undefined;
  };
}

/** A criterion that is one value, in a cell or not. */
function single(criterion: Value | undefined): Value | null | undefined {
  const value =
    criterion?.isReferenceObject() === true ? (criterion as Reference).toArrayValueObject() : criterion;
  if (value?.isArray() !== true) return value;
  const cells = value as Cells;
  return cells.getRowCount() === 1 && cells.getColumnCount() === 1 ? cells.get(0, 0) : undefined;
}

/** Rows of a column by what they hold, without its case, each from the top. */
interface Known {
  readonly texts: Map<string, number[]>;
  /** By how a text begins, as far as that was asked for. */
  readonly starts: Map<string, number[]>;
}

const known = new WeakMap<Cells, Known>();

function knownOf(cells: Cells): Known {
  const before = known.get(cells);
  if (before !== undefined) return before;
  const texts = new Map<string, number[]>();
  for (let r = 0; r < cells.getRowCount(); r++) {
    const value = cells.get(r, 0);
    if (value?.isString() !== true) continue;
    const text = String(value.getValue()).toLowerCase();
    const rows = texts.get(text);
    if (rows === undefined) texts.set(text, [r]);
    else rows.push(r);
  }
  const made = { texts, starts: new Map<string, number[]>() };
  known.set(cells, made);
  return made;
}

/** Rows with a text, or with one that begins so (`yes*`). */
function rowsWith(cells: Cells, sought: string): readonly number[] {
  const { texts, starts } = knownOf(cells);
  if (!sought.endsWith('*')) return texts.get(sought) ?? [];
  const before = starts.get(sought);
  if (before !== undefined) return before;
  const start = sought.slice(0, -1);
  const rows = [...texts].flatMap(([text, those]) => (text.startsWith(start) ? those : []));
  starts.set(
    sought,
    rows.sort((a, b) => a - b),
  );
  return rows;
}

/** Of two lists that go upwards, what is in both. */
function common(a: readonly number[], b: readonly number[]): number[] {
  const both: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0];
    if (x === y) both.push(x);
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return both;
}

/** Added up by Univer itself, so that errors and texts among the cells count as they do there. */
function sumOf({ ArrayValueObject }: Counting, rows: readonly number[], cells: Cells): unknown {
  const picked = ArrayValueObject.create({
    calculateValueList: [rows.map((row) => cells.get(row, 0))],
    rowCount: 1,
    columnCount: rows.length,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  } as never) as Cells;
  return picked.sum();
}
