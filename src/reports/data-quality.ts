import type { Cell } from '../plan/cells';
import type { Severity } from '../plan/findings';
import type { Say } from '../text/say';
import { TABLES } from './context';
import { columnRef, literal, thisRow, type SheetSpec, type TableBlock } from './spec';

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

/**
 * What was noticed in the cells: counts by kind, then every finding with a link to its cell, what was read
 * and what was understood. The gravest first.
 */
export function dataQualitySheet(context: QualityContext): SheetSpec {
  const { say, table, accounts, at, kinds, lines } = context;
  const total = kinds.reduce((sum, { count }) => sum + count, 0);
  const listRow = KINDS_ROW + kinds.length + 2;
  return {
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
      ...(kinds.length === 0 ? [] : [kindsTable(context), linesTable(say, lines, listRow)]),
    ],
    names: [],
    charts: [],
    conditional: [],
    widths: [11, 30, 18, 8, 20, 24, 18, 80],
    freezeRows: 0,
    print: { landscape: true },
  };
}

function kindsTable({ say, kinds }: QualityContext): TableBlock {
  const listed = columnRef(TABLES.findings, say('quality.kind'));
  return {
    kind: 'table',
    row: KINDS_ROW,
    column: 0,
    name: TABLES.findingKinds,
    rows: kinds.length,
    columns: [
      severityColumn(say, kinds),
      { header: say('quality.kind'), cells: kinds.map(({ kind }) => kind) },
      { header: say('quality.found'), cells: kinds.map(({ count }) => count), format: '#,##0' },
      {
        header: say('quality.listed'),
        cells: `=COUNTIFS(${listed},${thisRow(say('quality.kind'))})`,
        format: '#,##0',
      },
    ],
  };
}

function linesTable(say: Say, lines: readonly QualityLine[], row: number): TableBlock {
  return {
    kind: 'table',
    row,
    column: 0,
    name: TABLES.findings,
    rows: lines.length,
    columns: [
      severityColumn(say, lines),
      { header: say('quality.kind'), cells: lines.map(({ kind }) => kind) },
      {
        header: say('quality.cell'),
        cells: lines.map(({ address }): Cell | { formula: string } =>
          address === undefined
            ? ''
            : { formula: `=HYPERLINK(${literal(`#${address}`)},${literal(address)})` },
        ),
        style: 'link',
      },
      { header: say('quality.row'), cells: lines.map(({ row: r }) => r ?? ''), format: '0' },
      { header: say('quality.column'), cells: lines.map(({ header }) => header ?? '') },
      { header: say('quality.read'), cells: lines.map(({ read }) => read) },
      { header: say('quality.understood'), cells: lines.map(({ understood }) => understood) },
      { header: say('quality.meaning'), cells: lines.map(({ meaning }) => meaning) },
    ],
  };
}

function severityColumn(
  say: Say,
  rows: readonly { readonly severity: Severity }[],
): TableBlock['columns'][number] {
  return {
    header: say('quality.severity'),
    cells: rows.map(({ severity }) => say(`severity.${severity}`)),
    conditional: [
      { kind: 'formula', formula: `={cell}=${literal(say('severity.error'))}`, look: 'bad' },
      { kind: 'formula', formula: `={cell}=${literal(say('severity.warning'))}`, look: 'warn' },
    ],
  };
}
