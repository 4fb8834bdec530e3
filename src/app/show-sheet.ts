import { quoteSheet } from '../plan/cells';
import { Failure } from '../plan/failures';
import type { Say } from '../text/say';
import type { WorkbookPort } from './ports';

/**
 * Shows a sheet that was just written. One that the user has hidden is written all the same, and stays hidden.
 * @returns what is to be said of that
 */
export async function showSheet(
  { workbook, say }: { readonly workbook: WorkbookPort; readonly say: Say },
  sheet: string,
): Promise<string[]> {
  try {
    await workbook.select(`${quoteSheet(sheet)}!A1`);
    return [];
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'sheetHidden') throw error;
    return [say('news.hidden', { sheet })];
  }
}
