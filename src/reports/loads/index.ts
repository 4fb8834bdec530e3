import { FILES, type FileKey } from '../../loads/file';
import { sheetOf } from '../sheet';
import type { LoadsContext } from './context';
import {
  CAUSE_LINES,
  CHECK_LINES,
  FILE_LINES,
  FILE_NAMES,
  FILE_SHEETS,
  PROBLEM_LINES,
  sheetKey,
  tableKey,
} from './layout';

export type { LoadsContext } from './context';

declare module '../names' {
  interface OurTables {
    loadFiles: true;
    loadCheck: true;
    loadCauses: true;
    loadProblems: true;
    loadMoves: true;
    loadMovesBack: true;
    loadTerritories: true;
    loadOwners: true;
    loadOwnersBack: true;
    loadDeals: true;
    loadDealsBack: true;
    loadContacts: true;
    loadContactsBack: true;
    loadTeamOut: true;
    loadTeamOutBack: true;
    loadTeamIn: true;
    loadTeamInBack: true;
    loadLeave: true;
    loadLeaveBack: true;
    loadJoin: true;
    loadJoinBack: true;
    loadUsersOut: true;
    loadUsersOutBack: true;
    loadUsersIn: true;
    loadUsersInBack: true;
    loadQuotas: true;
    loadQuotasBack: true;
    loadQuotasNewBack: true;
    loadQuotaList: true;
    loadTeamList: true;
    loadRouting: true;
    loadZipLists: true;
  }
}

/** What the files are, in which order they are loaded, what takes each back, and which accounts are in none and why. */
export const loadFiles = sheetOf({
  key: 'load-files',
  name: 'sheet.loadFiles',
  source: 'loads',
  written: 'kept',
  along: FILE_SHEETS,
  tables: {
    loadFiles: FILE_LINES,
    loadCheck: CHECK_LINES,
    loadCauses: CAUSE_LINES,
    loadProblems: PROBLEM_LINES,
  },
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build')).build(context),
});

const fileIn = ({ pack }: LoadsContext, key: FileKey) => pack.files.find((file) => file.key === key);

/** A file as it is loaded, header in the first row and nothing beside it: saved as CSV it is what the loader reads. */
const fileSheet = (key: FileKey) =>
  sheetOf({
    key: sheetKey(key),
    name: FILE_NAMES[key],
    source: 'loads',
    written: 'kept',
    tables: { [tableKey(key)]: {} },
    when: (context) => (fileIn(context, key)?.rows.length ?? 0) > 0,
    build: async (context) =>
      (await import(/* webpackChunkName: "sheets" */ './build-file')).build(context, key),
  });

export const fileSheets = FILES.map(fileSheet);
