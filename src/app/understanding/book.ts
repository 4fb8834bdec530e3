import type { SheetSurvey } from '../../plan/cells';
import type { Ownership } from '../../plan/ownership';
import { readRecord, type RunRecord } from '../../plan/run-record';
import type { WorkbookPort } from '../ports';

/** What there is in the workbook before any table is read whole. */
export interface Book {
  readonly survey: readonly SheetSurvey[];
  /** What is ours; undefined before the first Apply. */
  readonly owned: Ownership | undefined;
  /** The record of the plan that stands. */
  readonly record: RunRecord | undefined;
  /** There is a record, but not one that can be understood. */
  readonly recordUnreadable: boolean;
}

export async function readBook(workbook: WorkbookPort): Promise<Book> {
  const survey = await workbook.survey();
  const owned = await workbook.owned();
  const stored = await workbook.record();
  const record = readRecord(stored);
  return { survey, owned, record, recordUnreadable: stored !== undefined && record === undefined };
}
