import type { Cell } from '../plan/cells';
import type { Block } from '../reports/spec';
import { isTable, widthOf } from './grid';
import type { Came } from './spec-now';

/** What we wrote into a cell, as far as that is known and not the user's to change. */
type Expected = { readonly text: string } | 'formula' | 'any';

/** A cell as it stands. */
export interface Standing {
  readonly formula: Cell;
  readonly value: Cell;
}

const isFormula = (cell: Cell): boolean => typeof cell === 'string' && cell.startsWith('=');

/** Which rows and columns of a block's area came in among ours, counted from its first cell. */
export function inserted(block: Block, now: readonly (readonly Standing[])[]): Came {
  const expected = expectedOf(block);
  const width = widthOf(expected);
  const columnsThen = Array.from({ length: width }, (_, c) => expected.map((line) => line[c] ?? 'any'));
  const columnsNow = Array.from({ length: now[0]?.length ?? 0 }, (_, c) =>
    now.flatMap((line) => line[c] ?? []),
  );
  const columns = skipped(columnsThen, columnsNow, alike);
  const own = columnsNow.flatMap((_, c) => (columns.has(c) ? [] : [c]));
  const rowsNow = now.map((line) => own.flatMap((c) => line[c] ?? []));
  return { rows: skipped(expected, rowsNow, fits), columns };
}

function expectedOf(block: Block): Expected[][] {
  if (!isTable(block))
    return block.cells.map((line) =>
      line.map((cell): Expected => {
        if (cell?.formula !== undefined) return 'formula';
        if (cell?.value === undefined || cell.style === 'input') return 'any';
        return { text: String(cell.value) };
      }),
    );
  const { columns, rows } = block;
  return [
    columns.map(({ header }) => ({ text: header })),
    ...Array.from({ length: rows }, (_, r) =>
      columns.map(({ cells, style }): Expected => {
        if (typeof cells === 'string') return 'formula';
        const cell = cells[r];
        if (typeof cell === 'object') return 'formula';
        return cell === undefined || cell === '' || style === 'input' ? 'any' : { text: String(cell) };
      }),
    ),
  ];
}

/** How well a line of cells fits, place by place. */
const fits = (then: readonly Expected[], now: readonly Standing[]): number =>
  then.reduce((sum, one, c) => sum + (one === 'any' ? 0 : isOne(one, now[c]) ? 1 : -1), 0);

/** The same where lines that came in have moved the places. */
function alike(then: readonly Expected[], now: readonly Standing[]): number {
  const formulas = (count: number) => Math.min(count, now.filter(({ formula }) => isFormula(formula)).length);
  const texts = new Set(now.map(({ value }) => String(value)));
  const known = then.filter((one) => typeof one === 'object' && texts.has(one.text)).length;
  return known + formulas(then.filter((one) => one === 'formula').length);
}

const isOne = (then: Expected, now: Standing | undefined): boolean =>
  now !== undefined && (typeof then === 'object' ? String(now.value) === then.text : isFormula(now.formula));

/** The lines of now that none of then is, all of those being there in their order: where they fit best. */
function skipped<Then, Now>(
  then: readonly Then[],
  now: readonly Now[],
  score: (then: Then, now: Now) => number,
): Set<number> {
  const more = now.length - then.length;
  if (more <= 0) return new Set();
  // best[i][k]: of the first i lines of then, when k lines of now have been passed over.
  const best: number[][] = [new Array<number>(more + 1).fill(0)];
  then.forEach((line, i) => {
    const above = best[i] ?? [];
    const row: number[] = [];
    for (let k = 0; k <= more; k++) {
      const other = now[i + k];
      const taken = (above[k] ?? 0) + (other === undefined ? 0 : score(line, other));
      row.push(Math.max(taken, row[k - 1] ?? -Infinity));
    }
    best.push(row);
  });
  const out = new Set(now.keys());
  let k = more;
  for (let i = then.length; i > 0; i--) {
    const row = best[i] ?? [];
    while (k > 0 && (row[k - 1] ?? -Infinity) >= (row[k] ?? 0)) k--;
    out.delete(i - 1 + k);
  }
  return out;
}
