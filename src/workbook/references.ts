import { at } from './area';
import { formulasIn } from './each-formula';
import { addressOf } from './grid';

/** A formula that speaks of something that is not there any more. */
interface Broken {
  readonly address: string;
  readonly formula: string;
}

/** Formulas of the workbook that say `#REF!`; undefined: there are too many cells to look at. */
export type BrokenFormulas = readonly Broken[] | undefined;

/** In which cells of a sheet formulas are ours. */
export type OurCells = (sheet: string) => ReadonlySet<number>;

const BROKEN = '#REF!';

/** Looks through all sheets and names for formulas of the user's that say `#REF!`. */
export async function brokenFormulas(
  context: Excel.RequestContext,
  ours: OurCells = () => new Set(),
): Promise<BrokenFormulas> {
  const { names } = context.workbook;
  names.load('items/name,items/formula');
  const found = await formulasIn(context, (formula) => formula.includes(BROKEN));
  if (found === undefined) return undefined;
  return [
    ...names.items.flatMap(({ name, formula }) =>
      !name.startsWith('EfAt_') && String(formula).includes(BROKEN)
        ? [{ address: name, formula: `${name} ${String(formula)}` }]
        : [],
    ),
    ...found.flatMap(({ sheet, row, column, formula }) =>
      ours(sheet).has(at(row, column))
        ? []
        : [{ address: addressOf(sheet, { row, column, rows: 1, columns: 1 }), formula }],
    ),
  ];
}

/** Those that came: cells may have moved in between, so they are told by what they say. */
export function brokenSince(before: readonly Broken[], now: readonly Broken[]): readonly Broken[] {
  const known = new Map<string, number>();
  for (const { formula } of before) known.set(formula, (known.get(formula) ?? 0) + 1);
  return now.filter(({ formula }) => {
    const count = known.get(formula) ?? 0;
    if (count > 0) known.set(formula, count - 1);
    return count === 0;
  });
}
