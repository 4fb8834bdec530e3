import type { Cell } from '../plan/cells';
import type { Severity } from '../plan/findings';
import type { Say } from '../text/say';
import type { LayerId } from '../plan/layer';
import { ownColumn } from './context';
import { tableName } from './names';
import { sheetOf, type TableColumns } from './sheet';
import { literal, thisRow, type SheetSpec, type TableBlock } from './spec';

/** One finding in words. */
export interface QualityLine {
  readonly kind: string;
  readonly severity: Severity;
  /** `Accounts!C7` or `Accounts!C:C`; absent when it speaks of the whole table. */
  readonly address?: string;
  /** 1-based row, and header of the column; absent where there is none. */
  readonly row?: number;
  readonly header?: string;
  readonly read: string;
  readonly understood: string;
  readonly meaning: string;
}

export interface QualityKind {
  readonly kind: string;
  readonly severity: Severity;
  /** All there are; the list may hold fewer, and then says so. */
  readonly count: number;
}

export interface QualityContext {
  readonly layer: LayerId;
  readonly say: Say;
  /** Name of the accounts table, and how many accounts it has. */
  readonly table: string;
  readonly accounts: number;
  /** When the cells were read, ISO. */
  readonly at: string;
  readonly kinds: readonly QualityKind[];
  readonly lines: readonly QualityLine[];
}

const KINDS_ROW = 4;

const KIND_COLUMNS = {
  severity: 'quality.severity',
  kind: 'quality.kind',
  found: 'quality.found',
  listed: 'quality.listed',
} as const satisfies TableColumns;

const FINDING_COLUMNS = {
  severity: 'quality.severity',
  kind: 'quality.kind',
  cell: 'quality.cell',
  row: 'quality.row',
  column: 'quality.column',
  read: 'quality.read',
  understood: 'quality.understood',
  meaning: 'quality.meaning',
} as const satisfies TableColumns;

/**
 * What was noticed in the cells: counts by kind, then every finding with a link to its cell, what was read
 * and what was understood. The gravest first.
 */
export const dataQuality = sheetOf({
  key: 'data-quality',
  name: 'sheet.quality',
  source: 'findings',
  written: 'asked',
  tables: { findingKinds: KIND_COLUMNS, findings: FINDING_COLUMNS },
  build,
});

function build(context: QualityContext): SheetSpec {
  const { say, layer, table, accounts, at, kinds } = context;
  const total = kinds.reduce((sum, { count }) => sum + count, 0);
  const listRow = KINDS_ROW + kinds.length + 2;
  return {
    layer,
    key: 'data-quality',
    name: say('sheet.quality'),
    blocks: [
      {
        kind: 'cells',
        row: 0,
        column: 0,
        cells: [
          [{ value: say('quality.title'), style: 'title' }],
          [{ value: say('quality.headline', { count: total, accounts, table }), style: 'headline' }],
          [{ value: say('quality.note', { at: at.slice(0, 16).replace('T', ' ') }), style: 'note' }],
        ],
      },
      ...(kinds.length === 0 ? [] : [kindsTable(context), linesTable(context, listRow)]),
    ],
    names: [],
    charts: [],
    conditional: [],
    widths: [11, 30, 18, 8, 20, 24, 18, 80],
    freezeRows: 0,
    print: { landscape: true },
  };
}

function kindsTable(context: QualityContext): TableBlock {
  const { say, layer, kinds } = context;
  const column = (key: keyof typeof KIND_COLUMNS) => ({ key, header: say(KIND_COLUMNS[key]) });
  const listed = ownColumn(context, 'findings', say('quality.kind'));
  return {
    kind: 'table',
    row: KINDS_ROW,
    column: 0,
    name: tableName(layer, 'findingKinds'),
    rows: kinds.length,
    columns: [
      severityColumn(say, kinds),
      { ...column('kind'), cells: kinds.map(({ kind }) => kind) },
      { ...column('found'), cells: kinds.map(({ count }) => count), format: '#,##0' },
      {
        ...column('listed'),
        cells: `=COUNTIFS(${listed},${thisRow(say('quality.kind'))})`,
        format: '#,##0',
      },
    ],
  };
}

function linesTable({ say, layer, lines }: QualityContext, row: number): TableBlock {
  const column = (key: keyof typeof FINDING_COLUMNS) => ({ key, header: say(FINDING_COLUMNS[key]) });
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'findings'),
    rows: lines.length,
    columns: [
      severityColumn(say, lines),
      { ...column('kind'), cells: lines.map(({ kind }) => kind) },
      {
        ...column('cell'),
        cells: lines.map(({ address }): Cell | { formula: string } =>
          address === undefined
            ? ''
            : { formula: `=HYPERLINK(${literal(`#${address}`)},${literal(address)})` },
        ),
        style: 'link',
      },
      { ...column('row'), cells: lines.map(({ row: r }) => r ?? ''), format: '0' },
      { ...column('column'), cells: lines.map(({ header }) => header ?? '') },
      { ...column('read'), cells: lines.map(({ read }) => read) },
      { ...column('understood'), cells: lines.map(({ understood }) => understood) },
      { ...column('meaning'), cells: lines.map(({ meaning }) => meaning) },
    ],
  };
}

function severityColumn(
  say: Say,
  rows: readonly { readonly severity: Severity }[],
): TableBlock['columns'][number] {
  return {
    key: 'severity',
    header: say('quality.severity'),
    cells: rows.map(({ severity }) => say(`severity.${severity}`)),
    conditional: [
      { kind: 'formula', formula: `={cell}=${literal(say('severity.error'))}`, look: 'bad' },
      { kind: 'formula', formula: `={cell}=${literal(say('severity.warning'))}`, look: 'warn' },
    ],
  };
}
