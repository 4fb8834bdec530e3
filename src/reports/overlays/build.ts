import { columnLetters } from '../../plan/cells';
import { MOST_TERRITORIES_A_PERSON } from '../../plan/overlays';
import { caption, heading } from '../blocks';
import { overlayName, tableName } from '../names';
import { planNameIn } from '../plan-name';
import { printOf, widthOf } from '../print';
import { columnRef, literal, type CellsBlock, type CellSpec, type NameSpec, type SheetSpec } from '../spec';
import type { OverlaysContext } from './context';
import { checksRow, podsRow, ROLES } from './layout';
import { overlayRemarks } from './remarks';
import { checkFormulas, peopleTable, podsTable, rolesTable, settingsTable } from './tables';
import { measureName, roleName } from './words';

/** Widths of the columns that all tables share; pods go on to their right. */
const WIDTHS = [44, 22, 22, 12, 14, 20, 16, 16, 18, 18, 20, 18];
const POD_WIDTH = 20;
const FIXED = 5;

/** The sheet as it is going to be written. */
export function build(context: OverlaysContext): SheetSpec {
  const { say, layer, record, lines } = context;
  const title = say('overlays.title', { plan: planNameIn(say, record.settings) });
  const pods = podsRow(lines.length);
  const peopleRow = pods + record.territories.length + 1 + 4;
  const printed = Math.max(WIDTHS.length, FIXED + 2 * lines.length + 1);
  const widths = Array.from({ length: printed }, (_, c) =>
    Math.max(WIDTHS[c] ?? 0, c >= FIXED && c <= FIXED + 2 * lines.length ? POD_WIDTH : 0),
  );
  const at = printed + 1;
  const folded = Array.from({ length: 4 + lines.length }, (_, c) => at + c);
  const checks = checkFormulas(context);
  const labels = ['overlays.check.open', 'overlays.check.strangers', 'overlays.check.load'] as const;
  return {
    layer,
    key: 'overlays',
    name: say('sheet.overlays'),
    blocks: [
      heading(title, say('overlays.about'), say('overlays.how'), overlayRemarks(context)(say).join(' ')),
      settingsTable(context),
      caption(ROLES.row, say('overlays.roles')),
      rolesTable(context),
      {
        kind: 'cells',
        row: checksRow(lines.length),
        column: 0,
        cells: labels.map((id, n): CellSpec[] => [
          { value: say(id), style: 'label' },
          { formula: `=${checks[n] ?? '0'}`, format: n === 2 ? '#,##0.00' : '#,##0', style: 'figure' },
        ]),
      },
      caption(pods, say('overlays.pods')),
      podsTable(context),
      caption(peopleRow, say('overlays.load.title')),
      peopleTable(context, peopleRow),
      counted(context, at),
    ],
    names: names(context, at),
    charts: [],
    conditional: labels.flatMap((_, n) => {
      const where = { row: checksRow(lines.length) + n, column: 1, rows: 1, columns: 1 };
      return [
        {
          ...where,
          spec: { kind: 'formula', formula: '=IFERROR(ABS({cell})>0.005,TRUE)', look: 'bad' } as const,
        },
        {
          ...where,
          spec: { kind: 'formula', formula: '=IFERROR(ABS({cell})<=0.005,FALSE)', look: 'good' } as const,
        },
      ];
    }),
    widths: [...widths, 3, ...folded.map(() => 18)],
    hidden: folded,
    freezeRows: 0,
    print: printOf(say, title, record.designedAt, widthOf(widths), { columns: printed, titleColumn: 0 }),
  };
}

/** What blue cells count as: blank ones, and ones that cannot be, as usual; and what drop-downs offer. */
function counted(context: OverlaysContext, column: number): CellsBlock {
  const { say, layer, lines, measures } = context;
  const cellOf = (header: string, line: (typeof lines)[number]) =>
    `INDEX(${columnRef(tableName(layer, 'overlayRoles'), header)},MATCH(${literal(roleName(say, line))},${columnRef(tableName(layer, 'overlayRoles'), say('overlays.role'))},0))`;
  const set = `INDEX(${columnRef(tableName(layer, 'overlaySettings'), say('plan.value'))},1)`;
  const most = Math.max(
    lines.length + 2,
    measures.length + 1,
    ...lines.map(({ people }) => people.length + 1),
  );
  const text = (value: string | undefined): CellSpec => ({ value: value ?? '' });
  return {
    kind: 'cells',
    row: ROLES.row,
    column,
    cells: Array.from({ length: most }, (_, r): (CellSpec | null)[] => {
      if (r === 0)
        return ['overlays.role', 'overlays.ratio', 'overlays.by', 'overlays.measures']
          .map((id) => say(id as 'overlays.role'))
          .concat(lines.map((line) => roleName(say, line)))
          .map((value) => ({ value, style: 'label' }));
      const line = lines[r - 1];
      const isLast = r === lines.length + 1;
      const ratio = line && cellOf(say('overlays.ratio'), line);
      const usual = line && measures.findIndex(({ key }) => key === line.usualBy) + 1;
      return [
        isLast ? text(say('overlays.set.tolerance')) : text(line && roleName(say, line)),
        isLast
          ? { formula: `=IFERROR(IF(ISNUMBER(${set})*(N(${set})>=0)*(N(${set})<=1),${set},0.2),0.2)` }
          : line === undefined
            ? null
            : {
                formula: `=IFERROR(IF(ISNUMBER(${ratio})*(N(${ratio})>0)*(N(${ratio})<=${MOST_TERRITORIES_A_PERSON}),${ratio},${line.usualRatio}),${line.usualRatio})`,
              },
        line === undefined
          ? null
          : {
              formula: `=IFERROR(MATCH(TRIM(${cellOf(say('overlays.by'), line)}),${overlayName(layer, 'measures')},0),${usual})`,
            },
        text(measures[r - 1] && measureName(say, measures[r - 1]?.key ?? 'count')),
        ...lines.map(({ people }) => text(people[r - 1]?.name)),
      ];
    }),
  };
}

function names({ say, layer, lines, measures }: OverlaysContext, column: number): NameSpec[] {
  const down = (c: number, rows: number, from = 1) => {
    const letters = columnLetters(column + c + 1);
    const first = `{sheet}!$${letters}$${ROLES.row + 1 + from}`;
    return rows <= 1 ? `=${first}` : `=${first}:$${letters}$${ROLES.row + from + rows}`;
  };
  const name = (what: string, comment: string, formula: string): NameSpec => ({
    name: overlayName(layer, what),
    comment,
    formula,
  });
  return [
    name('roles', say('overlays.role'), down(0, lines.length)),
    name('ratios', say('overlays.ratio'), down(1, lines.length)),
    name('bys', say('overlays.by'), down(2, lines.length)),
    name('tolerance', say('overlays.set.tolerance'), down(1, 1, lines.length + 1)),
    name('measures', say('overlays.measures'), down(3, measures.length)),
    ...lines.map((line, n) => name(`people${n + 1}`, roleName(say, line), down(4 + n, line.people.length))),
  ];
}
