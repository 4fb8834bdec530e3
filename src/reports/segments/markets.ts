import { columnLetters, type Cell } from '../../plan/cells';
import { headsOf } from '../blocks';
import { segmentName, tableName } from '../names';
import {
  columnRef,
  criterion,
  headerRef,
  thisRow,
  type CellsBlock,
  type CellSpec,
  type NameSpec,
  type TableBlock,
} from '../spec';
import type { SegmentsContext } from './context';
import { figuresOf, ratio, type Share } from './figures';
import { COLUMNS } from './layout';

/** Columns of the folded block of markets. */
const PARTS = ['market', 'accounts', 'open', 'rate', 'stay', 'worth', 'rank', 'score'] as const;
type Part = (typeof PARTS)[number];

interface Place {
  readonly row: number;
  readonly column: number;
}

/** How much a market is worth: what is open in it × how much of it is won × how much of that stays. A part that nothing tells is 1. */
const worthOf = (open: string, rate: string, stay: string): string =>
  `ROUND(MAX(0,N(${open}))*IF(ISNUMBER(${rate}),${rate},1)*IF(ISNUMBER(${stay}),${stay},1),6)`;

/** Markets, the one most worth pursuing first, however the list changes. */
export function marketsTable(context: SegmentsContext, row: number): TableBlock {
  const { say, layer, market, money } = context;
  const name = tableName(layer, 'segmentMarkets');
  const head = headsOf(say, COLUMNS.segmentMarkets);
  const rank = thisRow(say('segments.rank'));
  const of = (part: Part) =>
    market === undefined
      ? '=""'
      : `=IFERROR(INDEX(${segmentName(layer, `market_${part}`)},MATCH(${rank},${segmentName(layer, 'market_rank')},0)),"")`;
  const here = (key: 'open' | 'rate' | 'stay') => thisRow(say(COLUMNS.segmentMarkets[key]));
  const worth = worthOf(here('open'), here('rate'), here('stay'));
  return {
    kind: 'table',
    row,
    column: 0,
    name,
    rows: Math.max(1, market?.listed.length ?? 0),
    columns: [
      {
        ...head('rank'),
        cells: `=ROW()-ROW(${headerRef(name, say('segments.rank'))})`,
        format: '0',
        align: 'left',
      },
      { ...head('market'), cells: of('market'), align: 'left' },
      { ...head('accounts'), cells: of('accounts'), format: '#,##0', align: 'right' },
      { ...head('open'), cells: of('open'), format: money, align: 'right' },
      { ...head('rate'), cells: of('rate'), format: '0%', align: 'right' },
      { ...head('stay'), cells: of('stay'), format: '0%', align: 'right' },
      {
        ...head('worth'),
        cells: `=IF(${thisRow(say('segments.market'))}="","",${worth})`,
        format: money,
        align: 'right',
      },
      { ...head('score'), cells: of('score'), format: '0.0', align: 'right' },
    ],
  };
}

/** Beside, folded: what is told of every market, in the order of the list. */
export function marketsBlock(context: SegmentsContext, listed: readonly Cell[], at: Place): CellsBlock {
  const { say, table, market } = context;
  const cell = (part: Part, n: number) =>
    `$${columnLetters(at.column + PARTS.indexOf(part) + 1)}$${at.row + 2 + n}`;
  const all = (part: Part) => `${cell(part, 0)}:${cell(part, listed.length - 1)}`;
  return {
    kind: 'cells',
    ...at,
    cells: [
      PARTS.map((part): CellSpec => ({ value: say(COLUMNS.segmentMarkets[part]), style: 'label' })),
      ...(market === undefined ? [] : listed.map((value, n) => rowOf(value, n, market.header))),
    ],
  };

  function rowOf(value: Cell, n: number, header: string): CellSpec[] {
    const told = figuresOf(context);
    const share: Share = { where: [columnRef(table, header), criterion(cell('market', n))] };
    const { potential, arr, won, lost, customers, left, ever, atRisk } = told;
    const open =
      potential === undefined
        ? '""'
        : arr === undefined
          ? potential(share)
          : `MAX(0,${potential(share)}-${arr(share)})`;
    const accounts = told.accounts(share);
    const rate =
      won !== undefined && lost !== undefined
        ? ratio(won(share), `(${won(share)}+${lost(share)})`)
        : customers === undefined
          ? '""'
          : ratio(customers(share), accounts);
    const whole = arr ?? customers;
    const gone =
      left !== undefined && ever !== undefined
        ? ratio(left(share), ever(share))
        : atRisk !== undefined && whole !== undefined
          ? ratio(atRisk(share), whole(share))
          : undefined;
    const tied =
      n === 0 ? '' : `+SUMPRODUCT((${cell('worth', 0)}:${cell('worth', n - 1)}=${cell('worth', n)})*1)`;
    return [
      { value },
      { formula: `=${accounts}` },
      { formula: `=${open}` },
      { formula: `=${rate}` },
      { formula: gone === undefined ? '=""' : `=IFERROR(1-${gone},"")` },
      { formula: `=${worthOf(cell('open', n), cell('rate', n), cell('stay', n))}` },
      { formula: `=1+SUMPRODUCT((${all('worth')}>${cell('worth', n)})*1)${tied}` },
      { formula: told.score === undefined ? '=""' : `=IFERROR(${told.score(share)},"")` },
    ];
  }
}

export function marketNames({ say, layer }: SegmentsContext, rows: number, at: Place): NameSpec[] {
  if (rows === 0) return [];
  return PARTS.map((part, p): NameSpec => {
    const letters = columnLetters(at.column + p + 1);
    const range =
      rows === 1 ? `$${letters}$${at.row + 2}` : `$${letters}$${at.row + 2}:$${letters}$${at.row + 1 + rows}`;
    return {
      name: segmentName(layer, `market_${part}`),
      formula: `={sheet}!${range}`,
      comment: say(COLUMNS.segmentMarkets[part]),
    };
  });
}
