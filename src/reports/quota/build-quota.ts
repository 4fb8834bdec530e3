import { caption } from '../blocks';
import { planNameIn } from '../plan-name';
import { bandOf, MOST_ROWS, printOf, widthOf } from '../print';
import { literal, type CellsBlock, type PrintBand, type SheetSpec, type TableBlock } from '../spec';
import type { QuotaContext } from './context';
import { conventionLines, conventionLooks, conventionNames, goneLines } from './issue-blocks';
import { byManagerTable, bySegmentTable } from './bridge-by-tables';
import { bridge } from './quota-bridge';
import { checks, notes } from './quota-checks';
import { bridgeTable, componentsTable, managersTable, segmentsTable } from './quota-groups';
import type { QuotaKey } from './quota-layout';
import { heldTable } from './held-table';
import { MOVE_MONTHS, moveMonths, movesTable } from './moves-tables';
import { quotaTable, shownKeys, totals } from './quota-table';
import { sharedRoom, sharedTable } from './shared-table';

const BRIDGE_ROW = 3;
const CHECKS_COLUMN = 4;
/** The same before and after the issue, which has the longer bridge: rows keep their heights. */
const TABLE_ROW = BRIDGE_ROW + 19;
/** Widths of the columns that are read, by key; others are 15 wide. */
const WIDTHS: Readonly<Partial<Record<QuotaKey, number>>> = {
  territory: 26,
  // Below stands what a line of the plan is called.
  rep: 30,
  role: 24,
  manager: 18,
  line: 9,
  component: 14,
  start: 13,
  shareOf: 12,
  share: 12,
  reason: 26,
  since: 40,
  perPotential: 13,
  flag: 36,
  floor: 13,
  cap: 13,
  growth: 10,
};

/** The sheet as it is going to be written. */
export function build(context: QuotaContext): SheetSpec {
  const { say, layer, record, parts, quota } = context;
  const title = say('quota.title', { plan: planNameIn(say, record.settings) });
  const { cells: top, difference } = bridge(context);
  const checked = checks(context);
  const table = quotaTable(context, TABLE_ROW);
  const shown = shownKeys(context);
  const widths = shown.map((key) => WIDTHS[key] ?? 15);
  const folded = Math.max(table.columns.length - shown.length, context.moves.length === 0 ? 0 : MOVE_MONTHS);
  const cells = (row: number, column: number, lines: CellsBlock['cells']): CellsBlock => ({
    kind: 'cells',
    row,
    column,
    cells: lines,
  });
  /** Blocks below each other, each with what it is called above it. */
  const below: (CellsBlock | TableBlock)[] = [];
  let row = TABLE_ROW + 1 + parts.length + 3;
  /** @returns the row of its head */
  const add = (title: string, of: (row: number) => CellsBlock | TableBlock): number => {
    const one = of(row);
    below.push(caption(row, title), one);
    row += 4 + (one.kind === 'table' ? 1 + one.rows : one.cells.length);
    return one.row;
  };
  const firstBelow = add(say('quota.lines.title'), (at) => bridgeTable(context, at));
  add(say('quota.components.title'), (at) => componentsTable(context, at));
  add(say('quota.managers.title'), (at) => managersTable(context, at));
  add(say('quota.segments.title'), (at) => segmentsTable(context, at));
  const sharedAt = add(say('quota.shared.title'), (at) => sharedTable(context, at));
  // Room for reps that are typed below the last one.
  row += 4;
  add(say('quota.by.manager'), (at) => byManagerTable(context, at));
  add(say('quota.by.segment'), (at) => bySegmentTable(context, at));
  if (context.moves.length > 0) {
    const at = add(say('quota.moves.title'), (head) => movesTable(context, head));
    // What it needs stands beside it, where columns are folded.
    below.push(moveMonths(context, { row: at, column: shown.length }));
  }
  if (context.held.length > 0) add(say('quota.held.title'), (at) => heldTable(context, at));
  const gone = goneLines(context);
  if (gone.length > 0) add(say('quota.gone.title'), (at) => cells(at, 0, gone));
  const conventions =
    quota.issued === undefined
      ? undefined
      : add(say('quota.conventionsAtIssue.title'), (at) => cells(at, 0, conventionLines(context)));
  return {
    layer,
    key: 'quota',
    name: say('sheet.quota'),
    blocks: [
      cells(0, 0, [
        [{ value: title, style: 'title' }],
        [{ formula: status(context), style: 'note' }],
        [{ formula: notes(context), style: 'note' }],
      ]),
      cells(BRIDGE_ROW, 0, top),
      cells(BRIDGE_ROW, CHECKS_COLUMN, checked),
      table,
      cells(TABLE_ROW + 1 + parts.length, 0, [totals(context)]),
      ...below,
    ],
    names: [
      sharedRoom(context, sharedAt),
      ...(conventions === undefined ? [] : conventionNames(context, conventions)),
    ],
    charts: [],
    conditional: [
      {
        ...{ row: 2, column: 0, rows: 1, columns: 1 },
        spec: { kind: 'formula', formula: '={cell}<>""', look: 'bad' },
      },
      ...checked.slice(1).flatMap((_, n) => looksOf(BRIDGE_ROW + 1 + n, CHECKS_COLUMN + 3)),
      ...looksOf(BRIDGE_ROW + difference, 1),
      ...(conventions === undefined ? [] : [conventionLooks(conventions)]),
    ],
    widths: [...widths, ...Array<number>(folded).fill(12)],
    hidden: Array.from({ length: folded }, (_, c) => shown.length + c),
    freezeRows: 0,
    print: printOf(say, title, record.designedAt, widthOf(widths), {
      columns: shown.length,
      titleColumn: 0,
      ...pages(parts.length + 2, shown.length, {
        ...bandOf(
          firstBelow - 1,
          below.filter(({ column }) => column < shown.length),
          CHECKS_COLUMN + 4,
        ),
        // Only the lines of the plan are wider than a page.
        goesOn: { row: firstBelow - 1, rows: 2 + quota.lines.length },
      }),
    }),
  };
}

/** Bridge and seats on one page where there is room, what stands below them on others. @param rows that seats take */
function pages(rows: number, columns: number, below: PrintBand): Partial<SheetSpec['print']> {
  const top = { row: 0, rows: TABLE_ROW - 1, columns: CHECKS_COLUMN + 4 };
  const seats = { row: TABLE_ROW, rows, columns };
  const bands =
    TABLE_ROW + rows <= MOST_ROWS
      ? [{ ...seats, row: 0, rows: TABLE_ROW + rows, goesOn: seats }, below]
      : [top, seats, below];
  return { bands, ...(rows > MOST_ROWS ? { titleRow: TABLE_ROW } : {}) };
}

/** Green at nothing, red at anything else. */
function looksOf(row: number, column: number): SheetSpec['conditional'] {
  const where = { row, column, rows: 1, columns: 1 };
  return [
    { ...where, spec: { kind: 'formula', formula: '=NOT(ABS({cell})<0.005)', look: 'bad' } },
    { ...where, spec: { kind: 'formula', formula: '=ABS({cell})<0.005', look: 'good' } },
  ];
}

/** `Indicated, live` or `Issued by Dana on 2026-12-01`. */
function status({ say, quota: { issued } }: QuotaContext): string {
  return issued === undefined
    ? `=${literal(say('quota.status.live'))}`
    : `=${literal(say('quota.status.issued', { by: issued.by, at: issued.at, hash: issued.inputHash.slice(0, 8) }))}`;
}
