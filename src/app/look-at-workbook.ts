import { Failure } from '../plan/failures';
import type { RunRecord } from '../plan/run-record';
import { learnAll } from '../text/learn';
import { MAIN_LAYER } from '../plan/layer';
import { renamedRecord } from './settings/sheet-words';
import type { SettingsDesk } from './settings/desk';
import type { OnProgress, PlacesPort, WorkbookPort } from './ports';
import { goneInWords, goneSheets } from './gone-sheets';
import { loggedUnder, readLogged } from './logged';
import { readBook } from './understanding/book';
import { nameOf } from './understanding/tables';
import { understand, type Understanding } from './understanding/understand';

/** What a look at the workbook found. */
export interface Look {
  readonly understanding: Understanding;
  /** How many territories were renamed in the list, and so in the accounts. */
  readonly renamed: number;
  /** What stands in the workbook and cannot be used, each with its sentence. */
  readonly refused: readonly Failure[];
}

/**
 * Looks at the workbook: takes up the settings, carries new names of territories through, reads accounts and
 * team, and makes every choice that the user has not made.
 * @throws Failure when there is nothing to plan, or a settings file asks for a table that is not there
 */
export async function look(
  ports: { readonly workbook: WorkbookPort; readonly places: PlacesPort },
  desk: SettingsDesk,
  onProgress?: OnProgress,
): Promise<Look> {
  let [book] = await Promise.all([readBook(ports.workbook), learnAll()]);
  const opened = await desk.open(book);
  const refused: Failure[] = [...opened.refused];
  if (book.recordUnreadable) refused.push(new Failure('recordUnreadable'));
  refused.push(...goneInWords(await goneSheets(book, ports.workbook), book));
  let renamed = 0;
  if (opened.names.length > 0 && book.record !== undefined) {
    try {
      const record = await carryNames(ports.workbook, book.record, opened.names);
      book = { ...book, record, logged: await readLogged(ports.workbook) };
      await desk.open(book);
      renamed = opened.names.length;
    } catch (error) {
      // The list keeps the new names, so the next look tries again; until then the old ones stand.
      if (!(error instanceof Failure)) throw error;
      refused.push(error);
    }
  }
  let settings = desk.settings;
  const headless = book.survey.flatMap((sheet) => sheet.headless?.map(({ name }) => name) ?? []);
  const isOff = (name: unknown) => headless.some((one) => one.toLowerCase() === String(name).toLowerCase());
  const off = (name: unknown) => new Failure('headerRowOff', { name: String(name) });
  for (;;) {
    try {
      const understanding = await understand(ports, book, settings, onProgress);
      const list = book.owned?.accountsTable;
      if (isOff(list) && !refused.some(({ code }) => code === 'headerRowOff')) refused.push(off(list));
      return { understanding, renamed, refused };
    } catch (error) {
      const [first] = headless;
      if (error instanceof Failure && error.code === 'noTable' && first !== undefined)
        throw refused.find(({ code }) => code === 'headerRowOff') ?? off(first);
      if (!(error instanceof Failure) || error.code !== 'tableNotFound') throw error;
      const { name } = error.params;
      const gone = (['accounts', 'reps'] as const).find((key) => nameOf(settings[key]) === name);
      if (gone === undefined || desk.isFromFile(gone)) throw error;
      // A table chosen earlier is gone or renamed since: the likeliest is taken, and that is said.
      refused.push(isOff(name) ? off(name) : new Failure('tableChosenGone', { name: String(name) }));
      const { [gone]: _, ...others } = settings;
      settings = others;
    }
  }
}

async function carryNames(
  workbook: WorkbookPort,
  standing: RunRecord,
  names: Parameters<typeof renamedRecord>[1],
): Promise<RunRecord> {
  const record = renamedRecord(standing, names);
  const given = new Map(names.map(({ before, name }) => [before, name]));
  const remember = loggedUnder(await readLogged(workbook), given);
  await workbook.rename({ layer: MAIN_LAYER, names: given, record, remember });
  return record;
}
