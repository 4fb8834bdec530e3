import { formatRect } from '../grid/address';
import { valueOf } from '../grid/cell-value';
import { calculatedFormula } from '../model/calculated-columns';
import type { Table } from '../model/table';
import { toFileFormula } from './file-formula';
import { escapeAttribute, escapeFormula, escapeXml } from './xml';
import type { MergeRules } from './merge';
import { attributesOf } from './xml-pieces';

/** A table part. `id` is its number in the file; columns are told apart by theirs. */
export function tableXml(table: Table, id: string): string {
  const { look, rect } = table;
  const filterRect = look.showTotals ? { ...rect, rows: rect.rows - 1 } : rect;
  const filter =
    look.showHeaders && look.showFilterButton ? `<autoFilter ref="${formatRect(filterRect)}"/>` : '';
  const columns = table.columns.map((_, index) => columnXml(table, index));
  const style =
    look.style === ''
      ? ''
      : `<tableStyleInfo name="${escapeXml(look.style)}" showFirstColumn="${Number(look.highlightFirstColumn)}"` +
        ` showLastColumn="${Number(look.highlightLastColumn)}" showRowStripes="${Number(look.showBandedRows)}"` +
        ` showColumnStripes="${Number(look.showBandedColumns)}"/>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${escapeXml(id)}"` +
    ` name="${escapeXml(table.name)}" displayName="${escapeXml(table.name)}" ref="${formatRect(rect)}"` +
    (look.showHeaders ? '' : ' headerRowCount="0"') +
    (look.showTotals ? ' totalsRowCount="1"' : ' totalsRowShown="0"') +
    `>${filter}<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>${style}</table>`
  );
}

function columnXml(table: Table, index: number): string {
  const column = table.columns[index];
  const formula = calculatedFormula(table, index);
  const totals = totalsOf(table, index);
  const element = (name: string, text: string | undefined) =>
    text === undefined ? '' : `<${name}>${escapeFormula(toFileFormula(text, table.name))}</${name}>`;
  const inner = element('calculatedColumnFormula', formula) + element('totalsRowFormula', totals.formula);
  return (
    `<tableColumn id="${column?.id ?? index + 1}" name="${columnNameText(column?.name ?? '')}"` +
    (totals.formula === undefined ? '' : ' totalsRowFunction="custom"') +
    (totals.label === undefined ? '' : ` totalsRowLabel="${escapeAttribute(totals.label)}"`) +
    (inner === '' ? '/>' : `>${inner}</tableColumn>`)
  );
}

/** What stands in the totals row of a column: Excel wants it in the table part too. */
function totalsOf(table: Table, index: number): { label?: string; formula?: string } {
  const totals = table.totalsRect;
  if (!totals) return {};
  const { cells } = table.sheet;
  const column = totals.column + index;
  const formula = cells.formula(totals.row, column);
  if (formula !== undefined) return { formula };
  const value = valueOf(cells.raw(totals.row, column));
  return value === '' ? {} : { label: String(value) };
}

/** Line breaks in the name of a column are written as escapes: an attribute would lose them. */
const columnNameText = (name: string) => escapeXml(name).replace(/\n/g, '_x000a_').replace(/\r/g, '_x000d_');

/** How the part of a table is merged with that of the file. */
export const TABLE_RULES: MergeRules = {
  key: ({ name, tag }, ordinal) =>
    name === 'tableColumn'
      ? (attributesOf(tag).get('id') ?? String(ordinal))
      : name === 'filterColumn'
        ? String(ordinal)
        : undefined,
  order: {
    table: ['autoFilter', 'sortState', 'tableColumns', 'tableStyleInfo', 'extLst'],
    tableColumn: ['calculatedColumnFormula', 'totalsRowFormula', 'xmlColumnPr', 'extLst'],
  },
};
