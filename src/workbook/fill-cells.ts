import type { FillOrder } from '../app/ports';
import { cellAddress, type Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import { anchor, fillAnchors, setAnchor, type Anchors } from './anchors';
import { asWritten, eachInTurn } from './cells';
import { askForFilled, isFormulaIn, type FilledTable } from './filled-tables';
import type { KeptFill } from './journal';
import { refuseMergedIn } from './merged';
import { addRow } from './new-row';
import { placeInRows, rowNotThere, rowsThatSay, type RowChange } from './place-in-rows';

/** Cells that are going to be filled, as they are; how they are filled, and what is not needed once they are kept. */
export interface FillJob {
  readonly kept: readonly KeptFill[];
  /** Anchors that come with the cells. */
  readonly names: readonly string[];
  write(): Promise<void>;
  /** Travels with the caller's request. */
  end(): void;
}

/** One row: as it is kept, and as it is written. */
interface Filling {
  readonly kept: KeptFill;
  readonly change: RowChange;
}

/**
 * Looks for cells of tables that are not the list, to fill them as somebody types them: a row is known by what its cells
 * say. All of them are looked for before anything is written.
 * @throws Failure `tableGone`, `protectedSheet`, `editColumnGone`, `rowNotThere`, `formulaInTheWay`, `mergedBelow`, `noRoom`
 */
export async function fillCells(
  context: Excel.RequestContext,
  orders: FillOrder,
  anchors: Anchors,
): Promise<FillJob> {
  const asked = orders.map(({ ref }) => askForFilled(context, ref));
  await context.sync();
  const fillings: Filling[] = [];
  await eachInTurn(orders, async (order, n) => {
    const now = (asked[n] as () => FilledTable)();
    const cells = cellsOf(order, now);
    if (order.row === undefined) {
      await refuseTakenBelow(context, now);
      fillings.push(await newRow(context, order, now, cells));
    } else fillings.push(knownRow(order, order.row, now, cells));
  });
  const names = fillAnchors(orders);
  const mark = (n: number, { sheetName: sheet, headers, row, column }: FilledTable): void => {
    fillings[n]?.kept.cells.forEach(({ header }, c) => {
      const place = { sheet, row, column: column + headers.indexOf(header) };
      setAnchor(context, anchors, anchor.fill(n, c), place);
    });
  };
  return {
    kept: fillings.map(({ kept }) => kept),
    names: names.flat(),
    write: async () => {
      const all = fillings.map(({ kept, change }, n) => ({ isNew: kept.isNew === true, change, n }));
      // A row that comes in moves others.
      const known = all.filter(({ isNew }) => !isNew);
      await placeInRows(
        context,
        known.map(({ change }) => change),
        (tables) => {
          known.forEach(({ n }, k) => {
            mark(n, tables[k] as FilledTable);
          });
        },
      );
      await eachInTurn(
        all.filter(({ isNew }) => isNew),
        ({ change, n }) =>
          addRow(context, change, (now) => {
            mark(n, now);
          }),
      );
    },
    end: () => {
      for (const name of names.flat()) context.workbook.names.getItem(name).delete();
    },
  };
}

interface Wanted {
  readonly header: string;
  readonly at: number;
  readonly to: Cell;
  readonly format: string | undefined;
}

const columnIn = ({ headers, sheetName }: FilledTable, header: string): number => {
  const at = headers.indexOf(header);
  if (at < 0) throw new Failure('editColumnGone', { sheet: sheetName, column: header });
  return at;
};

const cellsOf = ({ cells }: FillOrder[number], now: FilledTable): Wanted[] =>
  [...cells].map(([header, { value, format }]) => ({
    header,
    at: columnIn(now, header),
    to: asWritten(value),
    format,
  }));

function knownRow(
  { ref }: FillOrder[number],
  { says, sheetRow = 0 }: NonNullable<FillOrder[number]['row']>,
  now: FilledTable,
  wanted: readonly Wanted[],
): Filling {
  const { sheetName, row, column, body } = now;
  for (const header of says.keys()) columnIn(now, header);
  const rows = rowsThatSay(now, [...says]);
  const near = sheetRow - row - 2;
  const found = rows.includes(near) ? near : rows[0];
  if (found === undefined) throw rowNotThere(sheetName, says.values());
  const line = body[found] ?? [];
  const cells = wanted.map(({ header, at, to, format }) => {
    const one = line[at] ?? { cell: '', value: '', format: 'General' };
    if (isFormulaIn(one))
      throw new Failure('formulaInTheWay', {
        address: cellAddress(sheetName, row + 2 + found, column + 1 + at),
      });
    return { header, at, from: one.cell, to, was: one.format, ...(one.format === 'General' && { format }) };
  });
  const own = new Set(wanted.map(({ header }) => header));
  const beside = [...says].filter(([header]) => {
    const one = line[now.headers.indexOf(header)];
    return !own.has(header) && one !== undefined && !isFormulaIn(one);
  });
  const thatSay = (what: 'from' | 'to') =>
    rowsThatSay(
      now,
      beside,
      cells.map((cell) => ({ at: cell.at, says: cell[what] })),
    ).filter((r) => r !== found);
  const above = (some: readonly number[]) => some.filter((r) => r < found).length;
  const others = thatSay('to');
  return {
    kept: {
      says: beside,
      ...(rowsThatSay(now, beside).length === 1 && { isAlone: true }),
      others: others.length,
      nth: above(others),
      cells: cells.map(({ header, from, to, format, was }) => ({
        header,
        before: from,
        wrote: to,
        ...(format !== undefined && { format: was }),
      })),
    },
    change: {
      place: ref,
      says: beside,
      nth: above(thatSay('from')),
      cells: cells.map(({ header, from, to, format }) => ({
        header,
        from,
        to,
        ...(format !== undefined && { format }),
      })),
    },
  };
}

/** It comes before the last row of a table, which grows by itself then, and below a range. */
async function newRow(
  context: Excel.RequestContext,
  { ref }: FillOrder[number],
  now: FilledTable,
  wanted: readonly Wanted[],
): Promise<Filling> {
  const { body, table } = now;
  const below = now.sheet.getRangeByIndexes(now.row + 1 + body.length, now.column, 1, now.headers.length);
  below.load('numberFormat');
  await context.sync();
  const [formats = []] = below.numberFormat as string[][];
  const others = rowsThatSay(
    now,
    [],
    wanted.map(({ at, to }) => ({ at, says: to })),
  );
  const end = table === undefined ? body.length : body.length - 1;
  return {
    kept: {
      isNew: true,
      says: [],
      others: others.length,
      nth: others.filter((r) => r < end).length,
      cells: wanted.map(({ header, at, to, format }) => ({
        header,
        before: '',
        wrote: to,
        ...(format !== undefined && { format: formats[at] ?? 'General' }),
      })),
    },
    change: {
      place: ref,
      says: [],
      nth: 0,
      cells: wanted.map(({ header, to, format }) => ({
        header,
        from: '',
        to,
        ...(format !== undefined && { format }),
      })),
    },
  };
}

const LAST_ROW = 1_048_576;

/** What stands beneath a table is pushed down; beneath a range there must be nothing in the way. */
async function refuseTakenBelow(
  context: Excel.RequestContext,
  { sheet, sheetName, table, row, column, headers, body }: FilledTable,
): Promise<void> {
  const next = row + 1 + body.length;
  if (table !== undefined) {
    const beneath = { row: next, column, rows: LAST_ROW - next, columns: headers.length };
    await refuseMergedIn(context, sheet, sheetName, [beneath], 'mergedBelow');
    return;
  }
  const taken = sheet.getRangeByIndexes(next, column, 1, headers.length).getUsedRangeOrNullObject(true);
  taken.load('address');
  await context.sync();
  if (!taken.isNullObject) throw new Failure('noRoom', { address: taken.address });
}
