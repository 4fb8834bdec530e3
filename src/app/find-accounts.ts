import { foldText } from '../exact/fold-text';
import { textAt } from '../plan/columns';
import { Failure } from '../plan/failures';
import type { WorkbookPort } from './ports';
import type { Understanding } from './understanding/understand';

/**
 * The account that a word names: by its id, else by its name where no other has it.
 * @throws Failure `noSuchAccount`
 */
export function accountCalled(understanding: Pick<Understanding, 'list'>, word: string): number {
  const found = findAccount(understanding, word);
  if (found instanceof Failure) throw found;
  return found;
}

/** The same, or why there is none. */
export function findAccount(
  { list: { accounts } }: Pick<Understanding, 'list'>,
  word: string,
): number | Failure {
  const { text, count } = accounts;
  const all = Array.from({ length: count }, (_, i) => i);
  const byId = all.filter((i) => textAt(text.accountId, i)?.trim() === word.trim());
  const found =
    byId.length > 0
      ? byId
      : all.filter(
          (i) => foldText(textAt(text.accountName, i) ?? '') === foldText(word) && word.trim() !== '',
        );
  const [account] = found;
  if (account === undefined || found.length > 1)
    return new Failure('noSuchAccount', { account: word, count: found.length });
  return account;
}

/**
 * The accounts in the rows of the list that are selected, or the one in the active row. What a filter hides is not meant.
 * @throws Failure `noneSelected`
 */
export async function selectedAccounts(
  { list: { accounts, source, ref } }: Pick<Understanding, 'list'>,
  workbook: WorkbookPort,
): Promise<number[]> {
  const { sheet, first, last } = await selectedRows(workbook);
  const hidden = new Set(source.hiddenRows.map((row) => row + source.firstRow));
  const found = Array.from(accounts.sheetRow.keys()).filter((i) => {
    const row = accounts.sheetRow[i] ?? 0;
    return row >= first && row <= last && !hidden.has(row);
  });
  if (sheet !== ref.sheet || found.length === 0) throw new Failure('noneSelected', { sheet: ref.sheet });
  return found;
}

/** Rows count from 1, both ends included. */
async function selectedRows(
  workbook: WorkbookPort,
): Promise<{ readonly sheet: string; readonly first: number; readonly last: number }> {
  try {
    const { sheet, range } = await workbook.selection();
    const rows = (range.match(/\d+/g) ?? []).map(Number);
    return { sheet, first: Math.min(...rows), last: Math.max(...rows) };
  } catch (error) {
    // One row, or one cell, is no range of rows; of several blocks nobody knows which is meant.
    if (!(error instanceof Failure) || error.code !== 'noSelection' || error.cause !== undefined) throw error;
    const at = await workbook.activeRow();
    return { sheet: at?.sheet ?? '', first: at?.row ?? 0, last: at?.row ?? -1 };
  }
}
