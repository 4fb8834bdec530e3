import { parseStructRef } from '@borgar/fx';
import { compileFormula } from '../formula/compile';
import { rewriteFormula } from '../formula/references';
import { TokenType } from '../formula/tokens';
import type { Book } from './book';
import type { Table } from './table';

/** Writes the references to a table as addresses, in every formula: what Convert to Range does. */
export function expandTableReferences(book: Book, table: Table): void {
  for (const sheet of book.sheets) {
    const sheetName = sheet.name;
    sheet.cells.forEachCell({ row: 0, column: 0, rows: Infinity, columns: Infinity }, (row, column, cell) => {
      const text = cell.f ? sheet.cells.formula(row, column) : undefined;
      if (text === undefined) return;
      const place = { sheetName, row, column };
      const expanded = rewriteFormula(text, (token) => {
        if (token.type !== TokenType.REF_STRUCT) return undefined;
        const reference = parseStructRef(token.value);
        const owner = reference?.table ? book.table(reference.table) : book.tableAt(sheetName, row, column);
        if (owner !== table) return undefined;
        return compileFormula(`=${token.value}`, place, book, false).slice(1);
      });
      if (expanded === text) return;
      sheet.cells.setFormula(row, column, {
        text: expanded,
        compiled: compileFormula(expanded, place, book, false),
      });
    });
  }
}
