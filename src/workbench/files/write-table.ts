import { formatRect } from '../grid/address';
import { calculatedFormula } from '../model/calculated-columns';
import type { Table } from '../model/table';
import { toFileFormula } from './file-formula';
import { escapeXml } from './xml';

/** A table part. `id` is its number in the file. */
export function tableXml(table: Table, id: number): string {
  const { look, rect } = table;
  const filterRect = look.showTotals ? { ...rect, rows: rect.rows - 1 } : rect;
  const filter =
    look.showHeaders && look.showFilterButton ? `<autoFilter ref="${formatRect(filterRect)}"/>` : '';
  const columns = table.columns.map((column, index) => {
    const formula = calculatedFormula(table, index);
    const start = `<tableColumn id="${column.id}" name="${columnNameText(column.name)}"`;
    return formula === undefined
      ? `${start}/>`
      : `${start}><calculatedColumnFormula>${escapeXml(toFileFormula(formula, table.name))}</calculatedColumnFormula></tableColumn>`;
  });
  const style =
    look.style === ''
      ? ''
      : `<tableStyleInfo name="${escapeXml(look.style)}" showFirstColumn="${Number(look.highlightFirstColumn)}"` +
        ` showLastColumn="${Number(look.highlightLastColumn)}" showRowStripes="${Number(look.showBandedRows)}"` +
        ` showColumnStripes="${Number(look.showBandedColumns)}"/>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}"` +
    ` name="${escapeXml(table.name)}" displayName="${escapeXml(table.name)}" ref="${formatRect(rect)}"` +
    (look.showHeaders ? '' : ' headerRowCount="0"') +
    (look.showTotals ? ' totalsRowCount="1"' : ' totalsRowShown="0"') +
    `>${filter}<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>${style}</table>`
  );
}

/** Line breaks in the name of a column are written as escapes: an attribute would lose them. */
const columnNameText = (name: string) => escapeXml(name).replace(/\n/g, '_x000a_').replace(/\r/g, '_x000d_');
