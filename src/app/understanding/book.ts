import type { SheetSurvey } from '../../plan/cells';
import type { Ownership } from '../../plan/ownership';
import { readWhose, type Whose } from '../../plan/whose';
import { readRecord, type RunRecord } from '../../plan/run-record';
import { readLogged, type Logged } from '../logged';
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
  /** Whose the territories of the plan that stands are; undefined where the workbook does not say. */
  readonly whose?: Whose | undefined;
  /** What was accepted in the course of the year, and days of what is proposed; absent where none was looked for. */
  readonly logged?: Logged | undefined;
}

/** Entry under which a workbook remembers that. */
export const WHOSE_KEY = 'whose';

export async function readBook(workbook: WorkbookPort): Promise<Book> {
  const survey = await workbook.survey();
  const owned = await workbook.owned();
  const [stored, whose, logged] = await Promise.all([
    workbook.record(),
    workbook.load(WHOSE_KEY),
    readLogged(workbook),
  ]);
  const record = readRecord(stored);
  return {
    survey,
    owned,
    record,
    recordUnreadable: stored !== undefined && record === undefined,
    whose: record === undefined ? undefined : readWhose(whose),
    logged: record === undefined ? undefined : logged,
  };
}
