import { FIX_FILES, type FixKey } from '../../loads/fixes';
import { sheetOf } from '../sheet';
import { FIX_NAMES, FIX_SHEETS, KINDS, LINES, WORDS } from './layout';

export type { MismatchContext } from './context';

declare module '../names' {
  interface OurTables {
    mismatchKinds: true;
    mismatches: true;
    mismatchWords: true;
    fixRows: true;
    fixRowsBack: true;
    fixAdds: true;
    fixAddsBack: true;
  }
}

/** Another system beside the plan that was accepted: rows that say something else, and what no row speaks of. */
export const mismatches = sheetOf({
  key: 'mismatches',
  name: 'sheet.mismatches',
  source: 'mismatches',
  written: 'kept',
  along: FIX_FILES.map((key) => FIX_SHEETS[key].sheet),
  tables: { mismatchKinds: KINDS, mismatches: LINES, mismatchWords: WORDS },
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build')).build(context),
});

/** A file that sets the other system right, as it is loaded: header in the first row. */
const fixSheet = (key: FixKey) =>
  sheetOf({
    key: FIX_SHEETS[key].sheet,
    name: FIX_NAMES[key],
    source: 'mismatches',
    written: 'kept',
    tables: { [FIX_SHEETS[key].table]: {} },
    when: ({ files }) => files.some((file) => file.key === key && file.rows.length > 0),
    build: async (context) =>
      (await import(/* webpackChunkName: "sheets" */ './build-file')).build(context, key),
  });

export const fixSheets = FIX_FILES.map(fixSheet);
